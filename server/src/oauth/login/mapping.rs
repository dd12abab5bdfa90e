//! Mappings: which part of what a method tells goes where in the authentication context (ACP behaviour §8).

use authplane_domain::sign_in::authentication::Mapping;
use serde_json::{Map, Value};

use crate::oauth::issue::authentication_context::{look_up, put};

/// The whole of it, as source and as target.
const ALL: &str = ".";

/// The authentication context that comes of what a method told. `usual` is what becomes of it without mappings.
#[must_use]
pub fn apply(
    mappings: &[Mapping],
    told: &Map<String, Value>,
    usual: impl FnOnce() -> Map<String, Value>,
) -> Map<String, Value> {
    if mappings.is_empty() {
        return usual();
    }
    let mut context = Map::new();
    for mapping in mappings {
        let value = if mapping.source == ALL {
            Some(Value::Object(told.clone()))
        } else {
            look_up(told, &mapping.source).cloned()
        };
        match (value, mapping.target.as_str()) {
            (Some(Value::Object(members)), ALL) => context.extend(members),
            (Some(value), target) if target != ALL => put(&mut context, target, value),
            // What isn't there, and what has no name, goes nowhere.
            _ => {}
        }
    }
    context
}

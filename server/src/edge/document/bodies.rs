//! What operations take as their bodies.

use serde_json::{Map, Value};

use super::schemas::SCHEMAS;

/// A body that must have some member can't be left out, however leniently its dialect reads: what is absent counts as `{}`, which lacks the member.
pub(super) fn require_those_with_required_members(paths: &mut Map<String, Value>, schemas: &Map<String, Value>) {
    let operations = paths.values_mut().filter_map(Value::as_object_mut).flat_map(Map::values_mut);
    for body in operations.filter_map(|operation| operation.get_mut("requestBody")) {
        let content = body["content"].as_object();
        let has_required_members = content.into_iter().flat_map(Map::values).any(|content| {
            let name = content["schema"]["$ref"].as_str().and_then(|target| target.strip_prefix(SCHEMAS));
            let schema = name.and_then(|name| schemas.get(name)).unwrap_or(&content["schema"]);
            schema["required"].as_array().is_some_and(|members| !members.is_empty())
        });
        if has_required_members {
            body["required"] = Value::Bool(true);
        }
    }
}

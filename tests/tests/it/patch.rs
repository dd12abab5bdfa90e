//! A member of a PATCH body: absent, null or a value.

use authplane::api::patch::{Patch, not_null};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

#[derive(Debug, Deserialize, JsonSchema)]
struct Changes {
    #[serde(default)]
    note: Patch<String>,
    #[serde(default, deserialize_with = "not_null")]
    size: Option<i64>,
}

/// What a body changes of the two members.
fn changed(body: serde_json::Value) -> Result<(Option<Option<String>>, Option<i64>), String> {
    let changes: Changes = serde_json::from_value(body).map_err(|error| error.to_string())?;
    Ok((changes.note.into_change(), changes.size))
}

#[test]
fn absent_null_and_a_value_are_three_things() {
    assert_eq!(changed(json!({})), Ok((None, None)));
    assert_eq!(changed(json!({"note": null})), Ok((Some(None), None)));
    assert_eq!(changed(json!({"note": "", "size": 0})), Ok((Some(Some(String::new())), Some(0))));
    assert_eq!(changed(json!({"note": "a", "size": 1})), Ok((Some(Some("a".to_owned())), Some(1))));
}

#[test]
fn null_is_no_value_of_a_member_that_cannot_be_taken_away() {
    for body in [json!({"size": null}), json!({"size": "1"}), json!({"note": 1})] {
        assert!(changed(body.clone()).is_err(), "{body}");
    }
}

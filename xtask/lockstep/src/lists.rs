//! Which answers are lists.

use serde_json::Value;

use crate::sdk_view::resolved;

/// A list in an answer.
pub(crate) struct Rows<'a> {
    /// The member that it is; without, the answer is the list.
    pub(crate) member: Option<&'a str>,
    pub(crate) array: &'a Value,
}

/// The successful answer of an operation that has one with a body.
pub(crate) fn success(operation: &Value) -> &Value {
    let successes = operation["responses"].as_object().into_iter().flatten();
    let mut successes = successes.filter(|(status, _)| status.starts_with('2')).map(|(_, response)| response);
    successes.find(|response| response["content"].is_object()).unwrap_or(&Value::Null)
}

/// What it holds, as JSON.
pub(crate) fn answer<'a>(view: &'a Value, operation: &'a Value) -> &'a Value {
    resolved(view, &success(operation)["content"]["application/json"]["schema"])
}

/// The lists that an operation answers with.
pub(crate) fn lists<'a>(view: &'a Value, operation: &'a Value) -> Vec<Rows<'a>> {
    let answer = answer(view, operation);
    if answer["type"] == "array" {
        return vec![Rows { member: None, array: answer }];
    }
    let members = answer["properties"].as_object().into_iter().flatten();
    let members = members.map(|(name, member)| (name, resolved(view, member)));
    let arrays = members.filter(|(_, member)| member["type"] == "array");
    arrays.map(|(name, array)| Rows { member: Some(name), array }).collect()
}

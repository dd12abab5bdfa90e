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

/// The lists that an operation answers with. One for each of other things, under their ids, is one.
pub(crate) fn lists<'a>(view: &'a Value, operation: &'a Value) -> Vec<Rows<'a>> {
    let answer = answer(view, operation);
    if answer["type"] == "array" {
        return vec![Rows { member: None, array: answer }];
    }
    let members = answer["properties"].as_object().into_iter().flatten();
    let rows = members.filter_map(|(name, member)| {
        let member = resolved(view, member);
        let array = resolved(view, if member["type"] == "object" { &member["additionalProperties"] } else { member });
        (array["type"] == "array").then_some(Rows { member: Some(name), array })
    });
    rows.collect()
}

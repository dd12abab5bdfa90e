//! Rules for answers. progenitor knows one success type and one error type per operation; an answer that the view
//! doesn't mention arrives at the caller as `Error::UnexpectedResponse`, with its status and its body.

use serde_json::{Map, Value};

use super::bodies::keep_json_or_first;
use super::operations;

/// Keeps JSON where it is offered, else the first format: the client doesn't choose by what arrived.
pub(super) fn keep_one_content_type(view: &mut Value) {
    for responses in responses(view) {
        for content in responses.values_mut().filter_map(|response| response.get_mut("content")) {
            keep_json_or_first(content);
        }
    }
}

/// Drops `default` beside exact statuses: progenitor takes it for a success and for an error at once.
pub(super) fn drop_default(view: &mut Value) {
    for responses in responses(view) {
        if responses.len() > 1 {
            responses.remove("default");
        }
    }
}

/// Keeps of several successes those that carry what the lowest status carries.
pub(super) fn keep_one_success_type(view: &mut Value) {
    for responses in responses(view) {
        let first =
            responses.iter().find(|(status, _)| is_success(status)).map(|(_, response)| body_of(response).clone());
        responses.retain(|status, response| !is_success(status) || Some(body_of(response)) == first.as_ref());
    }
}

/// Keeps of the errors those with the body that most of them have, which is the dialect's own error.
pub(super) fn keep_one_error_type(view: &mut Value) {
    for responses in responses(view) {
        let mut counted: Vec<(Value, usize)> = Vec::new();
        for body in responses.iter().filter(|(status, _)| is_error(status)).map(|(_, response)| body_of(response)) {
            match counted.iter_mut().find(|(known, _)| known == body) {
                Some((_, count)) => *count += 1,
                None => counted.push((body.clone(), 1)),
            }
        }
        let most = counted.iter().map(|(_, count)| *count).max();
        let kept = counted.into_iter().find(|(_, count)| Some(*count) == most).map(|(body, _)| body);
        responses.retain(|status, response| !is_error(status) || Some(body_of(response)) == kept.as_ref());
    }
}

fn responses(view: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    operations(view).filter_map(|operation| operation.get_mut("responses").and_then(Value::as_object_mut))
}

/// What progenitor compares: the JSON schema, or the other format's content, or nothing.
fn body_of(response: &Value) -> &Value {
    match &response["content"]["application/json"] {
        Value::Null => &response["content"],
        json => &json["schema"],
    }
}

fn is_success(status: &str) -> bool {
    status.starts_with('2')
}

fn is_error(status: &str) -> bool {
    status.starts_with(['4', '5'])
}

//! Rules for request bodies.

use serde_json::{Map, Value, json};

use super::{operations, schema_name};
use crate::operations::METHODS;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
const PARTS: &str = "multipart/form-data";

/// The request formats that progenitor writes; a document with any other is refused as a whole.
const SUPPORTED: [&str; 4] = [JSON, FORM, "application/octet-stream", "text/plain"];

/// Keeps JSON where it is offered, else the first format: progenitor stops at a body with two.
pub(super) fn keep_one_content_type(view: &mut Value) {
    for operation in operations(view) {
        if let Some(content) = operation.get_mut("requestBody").and_then(|body| body.get_mut("content")) {
            keep_json_or_first(content);
        }
    }
}

/// Leaves one format in a `content` object.
pub(super) fn keep_json_or_first(content: &mut Value) {
    let Some(formats) = content.as_object_mut() else { return };
    let kept = if formats.contains_key(JSON) { Some(JSON.to_owned()) } else { formats.keys().next().cloned() };
    formats.retain(|format, _| Some(format) == kept.as_ref());
}

/// Makes a form of one part a text: the SDK takes the part's, and puts the form around it when it sends the request (`multipart.rs` there).
pub(super) fn take_forms_of_one_part_as_texts(view: &mut Value) {
    for operation in operations(view) {
        let Some(content) = operation.get_mut("requestBody").and_then(|body| body.get_mut("content")) else { continue };
        let parts = content.get(PARTS).and_then(|form| form["schema"]["properties"].as_object());
        if parts.is_some_and(|parts| parts.len() == 1) {
            *content = json!({"text/plain": {"schema": {"type": "string"}}});
        }
    }
}

/// Removes the operations whose body progenitor can't write. The SDK offers those by hand.
pub(super) fn set_aside_unsupported_bodies(view: &mut Value) {
    let paths = view.get_mut("paths").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut);
    for item in paths.filter_map(Value::as_object_mut) {
        item.retain(|member, operation| !METHODS.contains(&member.as_str()) || is_supported(operation));
    }
}

fn is_supported(operation: &Value) -> bool {
    operation
        .get("requestBody")
        .and_then(|body| body["content"].as_object())
        .is_none_or(|formats| formats.keys().all(|format| SUPPORTED.contains(&format.as_str())))
}

/// Makes a repeatable field of a form a single one: the serializer behind progenitor refuses sequences in forms at run
/// time. (RFC 8707 lets `resource` repeat; who needs that sends the form itself.)
pub(super) fn keep_one_value_of_form_fields(view: &mut Value) {
    let forms: Vec<Value> =
        operations(view).filter_map(|operation| operation.get("requestBody")?["content"].get(FORM).cloned()).collect();
    for name in forms.iter().filter_map(|form| schema_name(&form["schema"])) {
        let properties = view["components"]["schemas"][name]["properties"].as_object_mut();
        for property in properties.into_iter().flat_map(Map::values_mut) {
            if property["type"] == "array" {
                let description = property["description"].take();
                *property = property["items"].take();
                if !description.is_null() {
                    property["description"] = description;
                }
            }
        }
    }
}

/// Drops forms that may be left out, with what only they are made of: progenitor asks for every body, and what such a form says is what the SDK says in a header.
pub(super) fn drop_optional_forms(view: &mut Value) {
    let mut dropped = Vec::new();
    for operation in operations(view) {
        let form = operation.get("requestBody").filter(|body| body["required"] != true);
        if let Some(form) = form.and_then(|body| body["content"].get(FORM)) {
            dropped.extend(schema_name(&form["schema"]).map(str::to_owned));
            operation.remove("requestBody");
        }
    }
    for name in dropped {
        let reference = format!("\"#/components/schemas/{name}\"");
        let is_used = view.to_string().contains(&reference);
        if let Some(schemas) = view["components"]["schemas"].as_object_mut().filter(|_| !is_used) {
            schemas.remove(&name);
        }
    }
}

/// Drops form bodies: the mock would compare them with JSON and never match.
pub(super) fn drop_form_bodies(view: &mut Value) {
    for operation in operations(view) {
        if operation.get("requestBody").is_some_and(|body| body["content"].get(FORM).is_some()) {
            operation.remove("requestBody");
        }
    }
}

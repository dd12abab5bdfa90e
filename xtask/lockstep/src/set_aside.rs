//! What the document has and the SDK hasn't. The [view](crate::sdk_view) leaves out what progenitor can't express; each such
//! thing stands here with its reason, so that nothing is lost because somebody declared something new.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::operations::METHODS;
use crate::sdk_view::component;

/// What is left out, as [`parts`] names it, and why.
const SET_ASIDE: [(&str, &str); 8] = [
    ("import_specification_from_file: body of multipart/form-data", FORM_OF_ONE_PART),
    ("import_specification_from_url: body of multipart/form-data", FORM_OF_ONE_PART),
    ("export_configuration: answer 200 of application/yaml", "the same configuration as in application/json"),
    (
        "get_jwks: answer 200 of application/jwk-set+json",
        "the same keys as in application/json, for those who ask for it",
    ),
    (
        "list_audit_events: answer 200 of application/x-ndjson",
        "the same events as in application/json, whose stream reads them all",
    ),
    ("userinfo: answer 200 of application/jwt", SIGNED),
    ("userinfo_by_post: answer 200 of application/jwt", SIGNED),
    (
        "userinfo_by_post: body of application/x-www-form-urlencoded",
        "the access token, which the SDK sends in the header; progenitor can't leave a body out",
    ),
];

const FORM_OF_ONE_PART: &str = "the SDK takes the part as a text and puts the form around it";
const SIGNED: &str = "progenitor knows one body an answer; `signed_answers` has the SDK read this one too";

/// Fails when the view lacks something that isn't on the list, or has something that is.
pub(crate) fn check(document: &Value, view: &Value) -> Result<(), String> {
    let (declared, kept) = (parts(document), parts(view));
    let gone: BTreeSet<&str> = declared.difference(&kept).map(String::as_str).collect();
    let known: BTreeSet<&str> = SET_ASIDE.iter().map(|(part, _)| *part).collect();
    let silent: Vec<&str> = gone.difference(&known).copied().collect();
    if !silent.is_empty() {
        return Err(format!(
            "the SDK would lack\n  {}\nDeclare it in a way that progenitor can express, or write in {} why the SDK can do without it",
            silent.join("\n  "),
            file!()
        ));
    }
    let stale: Vec<&str> = known.difference(&gone).copied().collect();
    if !stale.is_empty() {
        return Err(format!(
            "the SDK has, or the document hasn't, what {} leaves out:\n  {}",
            file!(),
            stale.join("\n  ")
        ));
    }
    Ok(())
}

/// Everything that a caller of an operation can send or be answered, one name each.
fn parts(document: &Value) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    let items = document["paths"].as_object().into_iter().flatten();
    for operation in items.flat_map(|(_, item)| METHODS.iter().filter_map(|method| item.get(*method))) {
        let id = operation["operationId"].as_str().unwrap_or_default();
        parts.insert(id.to_owned());
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let parameter = component(document, parameter);
            let text = |member: &str| parameter[member].as_str().unwrap_or_default();
            parts.insert(format!("{id}: {} parameter {}", text("in"), text("name")));
        }
        for media_type in media_types(component(document, &operation["requestBody"])) {
            parts.insert(format!("{id}: body of {media_type}"));
        }
        for (status, response) in operation["responses"].as_object().into_iter().flatten() {
            parts.insert(format!("{id}: answer {status}"));
            for media_type in media_types(component(document, response)) {
                parts.insert(format!("{id}: answer {status} of {media_type}"));
            }
        }
    }
    parts
}

/// The media types of a body or an answer.
fn media_types(body: &Value) -> impl Iterator<Item = &str> {
    body["content"].as_object().into_iter().flat_map(Map::keys).map(String::as_str)
}

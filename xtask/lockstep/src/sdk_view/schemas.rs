//! Rules for schemas and parameters.

use serde_json::{Map, Value, json};

use super::{operations, schema_name};

/// What a schema may restrict and the SDK doesn't enforce. The server judges values; an SDK that does it too refuses
/// answers of a server whose limits have moved, and turns `minimum: 1` into types that no caller wants to build.
const RESTRICTIONS: [&str; 11] = [
    "pattern",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
];

/// Drops every restriction of every schema.
pub(super) fn drop_restrictions(view: &mut Value) {
    if let Some(paths) = view.get_mut("paths") {
        drop_within(paths);
    }
    let components = view["components"]["schemas"].as_object_mut();
    components.into_iter().flat_map(Map::values_mut).for_each(drop_within);
}

fn drop_within(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (member, inner) in members.iter_mut() {
                match member.as_str() {
                    // A property may be called `pattern`: its name is not a restriction.
                    "properties" => inner.as_object_mut().into_iter().flat_map(Map::values_mut).for_each(drop_within),
                    // Examples and defaults are values, not schemas.
                    "example" | "examples" | "default" | "enum" => {}
                    _ => drop_within(inner),
                }
            }
            members.retain(|member, _| !RESTRICTIONS.contains(&member.as_str()));
        }
        Value::Array(elements) => elements.iter_mut().for_each(drop_within),
        _ => {}
    }
}

/// Lists of words that have a name, and are texts for users of the SDK all the same: specifications define them, and whoever reads those writes them as texts.
const WORDS: [&str; 3] = ["ApplicationType", "GrantType", "SubjectType"];

/// Makes texts of the members that are one of a list of words: a type for each would be one more name to find, and the server judges values. Lists of a dialect
/// that have a name of their own are types.
pub(super) fn open_lists_of_words(view: &mut Value) {
    fn open(schema: &mut Value) {
        let name = schema_name(schema).or_else(|| schema_name(schema.pointer("/allOf/0")?));
        if name.is_some_and(|name| WORDS.contains(&name)) {
            let mut text = json!({"type": "string"});
            if let Some(description) = schema.get("description") {
                text["description"] = description.clone();
            }
            *schema = text;
        }
        if let Some(members) = schema.as_object_mut() {
            members.remove("enum");
            members.get_mut("items").into_iter().for_each(open);
        }
    }
    let Some(schemas) = view["components"]["schemas"].as_object_mut() else { return };
    for properties in schemas.values_mut().filter_map(|schema| schema.get_mut("properties")?.as_object_mut()) {
        properties.values_mut().for_each(open);
    }
    schemas.retain(|name, _| !WORDS.contains(&name.as_str()));
}

/// In a partial update null is a value of its own. progenitor would write an option for such a member, and leave null out: so it is told the SDK's own type.
pub(super) fn tell_null_from_absence(view: &mut Value) {
    let updates: Vec<String> =
        patches(view).filter_map(|body| schema_name(&body["schema"]).map(str::to_owned)).collect();
    for name in updates {
        let schema = &mut view["components"]["schemas"][&name];
        for property in
            schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut)
        {
            if property["nullable"] == true {
                let mut value = property.clone();
                value.as_object_mut().into_iter().for_each(|members| members.retain(|member, _| member != "nullable"));
                property["x-rust-type"] = json!({
                    "crate": "authplane-client", "version": "*", "path": "authplane_client::Nullable", "parameters": [value]
                });
            }
        }
    }
}

/// Members that the document calls something else than a password, and that hold one: of each, its schema and its name.
const HOLD_SECRETS: [(&str, &str); 1] = [
    // It is good once, with the verifier in its query.
    ("AcpRedirect", "redirect_to"),
];
/// Sets of keys, whose private halves no log shows.
const KEY_SETS: [&str; 3] = ["AcpJwks", "AcpServerJwks", "JwkSet"];

/// Gives what holds secrets by another name than the document's the SDK's own types. Those that there aren't any more are
/// found by the tests, which name them.
pub(super) fn keep_what_holds_secrets(view: &mut Value) {
    for (schema, member) in HOLD_SECRETS {
        if let Some(text) = view["components"]["schemas"][schema]["properties"].get_mut(member) {
            text["format"] = json!("password");
        }
    }
    for schema in KEY_SETS {
        if let Some(keys) = view["components"]["schemas"][schema]["properties"].get_mut("keys") {
            keys["items"]["x-rust-type"] =
                json!({"crate": "authplane-client", "version": "*", "path": "authplane_client::Jwk"});
        }
    }
}

/// What the document calls a password is a type of the SDK that no log shows.
pub(super) fn keep_secrets(view: &mut Value) {
    match view {
        Value::Object(members) => {
            if members.get("type").is_some_and(|kind| kind == "string")
                && members.get("format").is_some_and(|format| format == "password")
            {
                members.remove("format");
                let secret = json!({"crate": "authplane-client", "version": "*", "path": "authplane_client::Secret"});
                members.insert("x-rust-type".to_owned(), secret);
            }
            members.values_mut().for_each(keep_secrets);
        }
        Value::Array(elements) => elements.iter_mut().for_each(keep_secrets),
        _ => {}
    }
}

/// The JSON bodies of partial updates. Those whose every null means absence aren't among them: ACP and the local user store have none.
fn patches(view: &Value) -> impl Iterator<Item = &Value> {
    let items = view["paths"].as_object().into_iter().flat_map(Map::values);
    items.filter_map(|item| item.get("patch")?.get("requestBody")?["content"].get("application/json"))
}

/// The published document says the type beside a reference that may be null, because `nullable` needs it. typify takes both for an intersection.
pub(super) fn drop_types_beside_references(view: &mut Value) {
    match view {
        Value::Object(members) => {
            if members.contains_key("allOf") {
                members.retain(|member, _| member != "type" && member != "nullable");
            }
            members.values_mut().for_each(drop_types_beside_references);
        }
        Value::Array(elements) => elements.iter_mut().for_each(drop_types_beside_references),
        _ => {}
    }
}

/// A schema with further members that may be anything: typify leaves them out where it is told so by `true`, and keeps
/// them where it is told by a schema.
pub(super) fn keep_further_members(view: &mut Value) {
    let schemas = view["components"]["schemas"].as_object_mut();
    for schema in schemas.into_iter().flat_map(Map::values_mut) {
        let has_members = schema.get("properties").is_some();
        if let Some(further) = schema.get_mut("additionalProperties").filter(|further| has_members && **further == true)
        {
            *further = json!({});
        }
    }
}

/// Drops the defaults of parameters: what the caller leaves out is not sent, and the server applies its own.
pub(super) fn drop_query_defaults(view: &mut Value) {
    for operation in operations(view) {
        for parameter in operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            if let Some(schema) = parameter.get_mut("schema").and_then(Value::as_object_mut) {
                schema.remove("default");
            }
        }
    }
}

/// Makes texts of secret query parameters: the mock matches each by its text, which no secret shows.
pub(super) fn show_query_parameters(view: &mut Value) {
    for operation in operations(view) {
        for parameter in operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            if let Some(schema) = parameter.get_mut("schema").and_then(Value::as_object_mut) {
                schema.remove("x-rust-type");
            }
        }
    }
}

/// Drops query parameters that are lists, maps or unions: the mock would match each by its text, and they have none.
pub(super) fn drop_structured_query_parameters(view: &mut Value) {
    let schemas = view["components"]["schemas"].take();
    for operation in operations(view) {
        if let Some(parameters) = operation.get_mut("parameters").and_then(Value::as_array_mut) {
            parameters.retain(|parameter| parameter["in"] != "query" || !is_structured(&parameter["schema"], &schemas));
        }
    }
    view["components"]["schemas"] = schemas;
}

fn is_structured(schema: &Value, schemas: &Value) -> bool {
    match schema_name(schema) {
        Some(name) => is_structured(&schemas[name], schemas),
        None => !matches!(schema["type"].as_str(), Some("string" | "integer" | "number" | "boolean")),
    }
}

//! Schemas as other people's generators need them. What schemars and dropshot write describes Rust's types; what is published describes JSON.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::markers;

/// The prefix of references to schemas.
pub(super) const SCHEMAS: &str = "#/components/schemas/";
/// Members that hold values and not schemas.
const VALUES: [&str; 3] = ["default", "enum", "example"];

/// What every enum of Kotlin or Java has: a value of the name doesn't compile there.
const TAKEN_BY_ENUMS: [&str; 3] = ["entries", "name", "ordinal"];

/// In which directions a schema is used.
#[derive(Debug, Default)]
pub(super) struct Uses {
    /// In JSON that is sent to us.
    requests: BTreeSet<String>,
    /// In JSON in which null is the same as absence.
    lenient: BTreeSet<String>,
    /// In forms that are sent to us.
    forms: BTreeSet<String>,
    /// In answers.
    responses: BTreeSet<String>,
}

impl Uses {
    /// Those of the document. `takes_null_for_absence` is asked with the ids of operations.
    pub(super) fn of(
        paths: &Map<String, Value>,
        schemas: &Map<String, Value>,
        takes_null_for_absence: impl Fn(&str) -> bool,
    ) -> Self {
        let mut uses = Self::default();
        for operation in paths.values().filter_map(Value::as_object).flat_map(Map::values) {
            let is_lenient = operation["operationId"].as_str().is_some_and(&takes_null_for_absence);
            for (media_type, body) in operation["requestBody"]["content"].as_object().into_iter().flatten() {
                let into = match media_type.as_str() {
                    "application/json" if is_lenient => &mut uses.lenient,
                    "application/json" => &mut uses.requests,
                    _ => &mut uses.forms,
                };
                collect(body, schemas, into);
            }
            collect(&operation["responses"], schemas, &mut uses.responses);
        }
        uses
    }

    fn is_only_answered(&self, name: &str) -> bool {
        self.responses.contains(name)
            && !self.requests.contains(name)
            && !self.lenient.contains(name)
            && !self.forms.contains(name)
    }

    /// Sent in JSON in which null is the same as absence, and nowhere else: elsewhere it would promise null, or take it, in vain.
    fn is_only_lenient(&self, name: &str) -> bool {
        self.lenient.contains(name)
            && !self.requests.contains(name)
            && !self.responses.contains(name)
            && !self.forms.contains(name)
    }
}

fn collect(value: &Value, schemas: &Map<String, Value>, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            let name = members.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix(SCHEMAS));
            if let Some(name) = name
                && into.insert(name.to_owned())
            {
                collect(&schemas[name], schemas, into);
            }
            members.iter().filter(|(name, _)| *name != "example").for_each(|(_, value)| collect(value, schemas, into));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, schemas, into)),
        _ => {}
    }
}

/// Makes all schemas what they are to publish.
pub(super) fn publish(schemas: &mut Map<String, Value>, uses: &Uses) {
    for (name, schema) in schemas.iter_mut() {
        read_marks(schema);
        mark_secrets(name, schema);
        if uses.is_only_answered(name) {
            complete_answer(schema);
        } else if uses.is_only_lenient(name) {
            may_be_null(schema);
        } else if uses.forms.contains(name) {
            without_null(schema);
        }
        without_empty_defaults(schema);
        tidy(schema);
    }
    name_apart(schemas);
    let kinds: Map<String, Value> =
        schemas.iter().filter_map(|(name, schema)| Some((name.clone(), schema.get("type")?.clone()))).collect();
    schemas.values_mut().for_each(|schema| say_null_beside_references(schema, &kinds));
}

/// Makes the members what they are marked as.
fn read_marks(schema: &mut Value) {
    let mut marked = Vec::new();
    for (name, property) in schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        if markers::take(property) {
            for member in ["nullable", "default"] {
                property.as_object_mut().and_then(|property| property.remove(member));
            }
            marked.push(json!(name));
        }
    }
    match schema.get_mut("required").and_then(Value::as_array_mut) {
        Some(required) => required.extend(marked),
        None if !marked.is_empty() => schema["required"] = Value::Array(marked),
        None => {}
    }
}

/// Members that hold what must not be shown: pages hide what is typed into them, the SDK keeps them out of logs.
const SECRETS: [&str; 21] = [
    "access_token",
    "actor_token",
    "assertion",
    "client_assertion",
    "client_secret",
    "code_verifier",
    "device_code",
    "id_token",
    "login_state",
    "oauth_client_secret",
    "password",
    "password_hashes",
    "private_key",
    "refresh_token",
    "registration_access_token",
    "registration_digest",
    "rotated_secrets",
    "secret",
    "subject_token",
    "token",
    // Of errors it is something else.
    "TokenRequest.code",
];

/// Gives secrets the format that says what they are.
fn mark_secrets(schema_name: &str, schema: &mut Value) {
    for (name, property) in schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        if !SECRETS.iter().any(|secret| secret == name || *secret == format!("{schema_name}.{name}")) {
            continue;
        }
        let mut text = property;
        while let Some(inner) = ["items", "additionalProperties"].into_iter().find(|inner| text[*inner].is_object()) {
            text = &mut text[inner];
        }
        if text["type"] == "string" {
            text["format"] = json!("password");
        }
    }
}

/// Gives a secret parameter the format that says what it is.
pub(super) fn mark_secret_parameter(parameter: &mut Value) {
    let is_secret = parameter["name"].as_str().is_some_and(|name| SECRETS.contains(&name));
    if is_secret && parameter["schema"]["type"] == "string" {
        parameter["schema"]["format"] = json!("password");
    }
}

/// Which members an answer always has, and which of them may be null.
///
/// serde leaves out an option that is absent where it may (schemars has it as nullable and not required, though it is never null), and writes whatever else
/// has a default only for reading.
fn complete_answer(schema: &mut Value) {
    let mut required: BTreeSet<String> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    for (name, property) in schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        let Some(property) = property.as_object_mut() else { continue };
        if property.remove("default").is_some_and(|default| !default.is_null()) {
            required.insert(name.clone());
        } else if !required.contains(name) {
            property.remove("nullable");
        }
    }
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
}

/// Says of each member that may be absent that it may be null.
fn may_be_null(schema: &mut Value) {
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    for (name, property) in schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        if required.iter().any(|required| required == name) {
            continue;
        }
        // A reference has nothing beside it (OpenAPI 3.0.3, reference object).
        if property.get("$ref").is_some() {
            *property = json!({"allOf": [property]});
        }
        property["nullable"] = json!(true);
    }
}

/// Takes out defaults that are what is meant by absence: some generators make a member required by them.
fn without_empty_defaults(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("default").is_some_and(is_absence) {
                members.remove("default");
            }
            let inner = members.iter_mut().filter(|(name, _)| !VALUES.contains(&name.as_str()));
            inner.for_each(|(_, value)| without_empty_defaults(value));
        }
        Value::Array(values) => values.iter_mut().for_each(without_empty_defaults),
        _ => {}
    }
}

/// Only JSON knows null.
pub(super) fn without_null(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members.remove("nullable");
            members
                .iter_mut()
                .filter(|(name, _)| !VALUES.contains(&name.as_str()))
                .for_each(|(_, value)| without_null(value));
        }
        Value::Array(values) => values.iter_mut().for_each(without_null),
        _ => {}
    }
}

/// Takes out what means nothing to readers of the document or keeps their generators from something: Rust's integer formats, titles of our tools, defaults of
/// null, a combination of one schema; and writes enums in the form that all generators know.
pub(super) fn tidy(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if let Some(format) = members.get("format").and_then(Value::as_str).and_then(known_integer) {
                members.insert("format".to_owned(), json!(format));
            }
            if members.get("default").is_some_and(Value::is_null) {
                members.remove("default");
            }
            if members.get("title").is_some_and(Value::is_string) {
                members.remove("title");
            }
            if let [Value::Object(only)] = members.get("allOf").and_then(Value::as_array).map_or(&[][..], Vec::as_slice)
                && members.len() == 1
            {
                *members = only.clone();
            }
            fold_enum(members);
            name_values(members);
            members.iter_mut().filter(|(name, _)| !VALUES.contains(&name.as_str())).for_each(|(_, value)| tidy(value));
        }
        Value::Array(values) => values.iter_mut().for_each(tidy),
        _ => {}
    }
}

/// OpenAPI's name for Rust's unsigned integers.
fn known_integer(format: &str) -> Option<&'static str> {
    match format {
        "uint8" | "uint16" | "uint32" => Some("int32"),
        "uint64" | "uint" => Some("int64"),
        _ => None,
    }
}

/// Is it what serde takes absence for? Objects never have a default: strict generators stop at them.
fn is_absence(default: &Value) -> bool {
    match default {
        Value::Null | Value::Object(_) | Value::Bool(false) => true,
        Value::Bool(true) => false,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
    }
}

/// schemars makes of an enum whose variants are documented a union of enums of one value each, of which generators make as many types. The texts are kept
/// under the name that several renderers know.
fn fold_enum(members: &mut Map<String, Value>) {
    let Some(variants) = members.get("oneOf").and_then(Value::as_array) else { return };
    let mut values = Vec::new();
    let mut descriptions = Map::new();
    for variant in variants {
        let texts = variant["enum"].as_array().filter(|_| variant["type"] == "string");
        let Some(texts) =
            texts.filter(|texts| texts.iter().all(|value| value.as_str().is_some_and(|text| !text.is_empty())))
        else {
            return;
        };
        values.extend(texts.iter().cloned());
        for value in texts.iter().filter_map(Value::as_str) {
            if let Some(description) = variant["description"].as_str() {
                descriptions.insert(value.to_owned(), json!(description));
            }
        }
    }
    members.remove("oneOf");
    members.insert("type".to_owned(), json!("string"));
    members.insert("enum".to_owned(), Value::Array(values));
    if !descriptions.is_empty() {
        members.insert("x-enumDescriptions".to_owned(), Value::Object(descriptions));
    }
}

/// Gives the values of an enum names of which none is taken by what every enum has.
fn name_values(members: &mut Map<String, Value>) {
    let Some(values) = members.get("enum").and_then(Value::as_array) else { return };
    let values: Vec<&str> = values.iter().filter_map(Value::as_str).filter(|value| !value.is_empty()).collect();
    if values.iter().any(|value| TAKEN_BY_ENUMS.contains(value)) {
        let names = values.iter().map(|value| capitalized(value)).collect();
        members.insert("x-enum-varnames".to_owned(), names);
    }
}

/// Where the values of all enums are constants of one package, as in Go, two enums can't have a value of one name: that of the later one is called after its enum too.
fn name_apart(schemas: &mut Map<String, Value>) {
    let mut names: Vec<String> = schemas.keys().cloned().collect();
    names.sort_unstable();
    let mut taken = BTreeSet::new();
    for name in names {
        let Some(schema) = schemas.get_mut(&name).and_then(Value::as_object_mut) else { continue };
        let given = schema.get("x-enum-varnames").or_else(|| schema.get("enum")).and_then(Value::as_array);
        let Some(values) = given.map(|values| values.iter().filter_map(Value::as_str).collect::<Vec<_>>()) else {
            continue;
        };
        let own: Vec<String> = values.iter().map(|value| constant(value)).collect();
        if own.iter().any(|constant| taken.contains(constant)) {
            let apart = |(value, constant): (&&str, &String)| {
                if taken.contains(constant) { format!("{name}{}", capitalized(value)) } else { capitalized(value) }
            };
            let apart: Vec<String> = values.iter().zip(&own).map(apart).collect();
            schema.insert("x-enum-varnames".to_owned(), json!(apart));
        }
        taken.extend(own);
    }
}

/// As generators write it: in capitals, what isn't a letter or a digit as an underscore.
fn constant(value: &str) -> String {
    value
        .chars()
        .map(|character| if character.is_alphanumeric() { character.to_ascii_uppercase() } else { '_' })
        .collect()
}

fn capitalized(value: &str) -> String {
    let mut characters = value.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// `nullable` has a meaning beside `type` only (OpenAPI 3.0.3, schema object): where it stands beside a reference the type is said with it.
fn say_null_beside_references(schema: &mut Value, kinds: &Map<String, Value>) {
    match schema {
        Value::Object(members) => {
            if members.contains_key("nullable") && !members.contains_key("type") {
                let target = members.get("allOf").and_then(|all| all[0]["$ref"].as_str());
                match target.and_then(|target| kinds.get(target.strip_prefix(SCHEMAS)?)).cloned() {
                    Some(kind) => members.insert("type".to_owned(), kind),
                    None => members.remove("nullable"),
                };
            }
            members.values_mut().for_each(|value| say_null_beside_references(value, kinds));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| say_null_beside_references(value, kinds)),
        _ => {}
    }
}

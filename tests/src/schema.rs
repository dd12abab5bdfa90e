//! Checks a JSON value against a schema of the document: the part of OpenAPI 3.0's schema object that the document uses.
//!
//! A keyword or a format that isn't known here is itself reported, so that nothing passes because nobody looked.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use chrono::DateTime;
use regex::Regex;
use serde_json::{Map, Value};

/// What is wrong, one sentence each, beginning with where in the value. Empty when the value fits.
///
/// `root` is the document that `$ref`s point into. An object schema with `properties` and without `additionalProperties`
/// is taken as closed: what the server sends and the document doesn't know is drift.
#[must_use]
pub fn problems(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut check = Check { root, problems: Vec::new() };
    check.value(schema, value, "$", true);
    check.problems
}

/// The schema that a `$ref` names, through any number of them; the schema itself where it isn't one.
///
/// # Panics
/// When a `$ref` points nowhere.
#[must_use]
pub fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let mut schema = schema;
    while let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let pointer = reference.strip_prefix('#').unwrap_or(reference);
        schema = root.pointer(pointer).unwrap_or_else(|| panic!("{reference} points nowhere"));
    }
    schema
}

/// Keywords that say nothing about which values fit.
const ANNOTATIONS: &[&str] =
    &["title", "description", "default", "example", "deprecated", "readOnly", "writeOnly", "externalDocs"];

struct Check<'a> {
    root: &'a Value,
    problems: Vec<String>,
}

impl Check<'_> {
    fn problem(&mut self, at: &str, message: impl std::fmt::Display) {
        self.problems.push(format!("{at}: {message}"));
    }

    fn value(&mut self, schema: &Value, value: &Value, at: &str, closed: bool) {
        let schema = resolve(self.root, schema);
        let schema = match schema {
            Value::Object(schema) => schema,
            Value::Bool(true) => return,
            _ => return self.problem(at, format_args!("{schema} is no schema")),
        };
        for keyword in schema.keys() {
            if !is_known(keyword) {
                self.problem(at, format_args!("the schema has the keyword {keyword}, which this check doesn't know"));
            }
        }
        if value.is_null() {
            if schema.get("nullable") != Some(&Value::Bool(true)) && !accepts_anything(schema) {
                self.problem(at, "is null");
            }
            return;
        }
        self.combinations(schema, value, at, closed);
        if let Some(members) = schema.get("enum").and_then(Value::as_array)
            && !members.contains(value)
        {
            self.problem(at, format_args!("{value} is none of {members:?}"));
        }
        if let Some(kind) = schema.get("type").and_then(Value::as_str)
            && !has_type(kind, value)
        {
            return self.problem(at, format_args!("{value} is no {kind}"));
        }
        match value {
            Value::String(text) => self.text(schema, text, at),
            Value::Number(_) => self.number(schema, value, at),
            Value::Array(items) => self.array(schema, items, at),
            Value::Object(members) => self.object(schema, members, at, closed),
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn combinations(&mut self, schema: &Map<String, Value>, value: &Value, at: &str, closed: bool) {
        if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
            // Each of several parts knows only its own properties.
            let closed = closed && parts.len() == 1 && !schema.contains_key("properties");
            for part in parts {
                self.value(part, value, at, closed);
            }
        }
        for (keyword, fits) in [("anyOf", (|count| count >= 1) as fn(usize) -> bool), ("oneOf", |count| count == 1)] {
            let Some(parts) = schema.get(keyword).and_then(Value::as_array) else { continue };
            let failures: Vec<Vec<String>> = parts
                .iter()
                .map(|part| {
                    let mut check = Check { root: self.root, problems: Vec::new() };
                    check.value(part, value, at, closed);
                    check.problems
                })
                .collect();
            let count = failures.iter().filter(|failure| failure.is_empty()).count();
            if !fits(count) {
                self.problem(at, format_args!("fits {count} schemas of {keyword}: {failures:?}"));
            }
        }
        if let Some(excluded) = schema.get("not") {
            let mut check = Check { root: self.root, problems: Vec::new() };
            check.value(excluded, value, at, false);
            if check.problems.is_empty() {
                self.problem(at, "fits what it must not");
            }
        }
    }

    fn text(&mut self, schema: &Map<String, Value>, text: &str, at: &str) {
        let length = text.chars().count() as u64;
        if count(schema, "minLength").is_some_and(|least| length < least) {
            self.problem(at, format_args!("{text:?} is too short"));
        }
        if count(schema, "maxLength").is_some_and(|most| length > most) {
            self.problem(at, format_args!("{text:?} is too long"));
        }
        if let Some(pattern) = schema.get("pattern").and_then(Value::as_str) {
            match compiled(pattern).as_ref() {
                Ok(pattern) if pattern.is_match(text) => {}
                Ok(_) => self.problem(at, format_args!("{text:?} doesn't match {pattern}")),
                Err(error) => self.problem(at, format_args!("{pattern} is no pattern: {error}")),
            }
        }
        let fits = match schema.get("format").and_then(Value::as_str) {
            None | Some("password" | "binary") => true,
            Some("date-time") => DateTime::parse_from_rfc3339(text).is_ok(),
            Some("date") => text.parse::<chrono::NaiveDate>().is_ok(),
            Some("uuid") => uuid::Uuid::try_parse(text).is_ok(),
            Some("uri") => url::Url::parse(text).is_ok(),
            Some(unknown) => return self.problem(at, format_args!("this check doesn't know the format {unknown}")),
        };
        if !fits {
            self.problem(at, format_args!("{text:?} is no {}", schema["format"]));
        }
    }

    fn number(&mut self, schema: &Map<String, Value>, value: &Value, at: &str) {
        // Bounds in documents are small; a double compares them well enough.
        let number = value.as_f64().unwrap_or(f64::NAN);
        let bound = |keyword| schema.get(keyword).and_then(Value::as_f64);
        let excluded = |keyword| schema.get(keyword) == Some(&Value::Bool(true));
        if bound("minimum").is_some_and(|least| number < least || (excluded("exclusiveMinimum") && number <= least)) {
            self.problem(at, format_args!("{value} is too small"));
        }
        if bound("maximum").is_some_and(|most| number > most || (excluded("exclusiveMaximum") && number >= most)) {
            self.problem(at, format_args!("{value} is too large"));
        }
        let fits = match schema.get("format").and_then(Value::as_str) {
            None | Some("float" | "double") => true,
            Some("int32") => value.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
            Some("int64") => value.is_i64(),
            Some(unknown) => return self.problem(at, format_args!("this check doesn't know the format {unknown}")),
        };
        if !fits {
            self.problem(at, format_args!("{value} is no {}", schema["format"]));
        }
    }

    fn array(&mut self, schema: &Map<String, Value>, items: &[Value], at: &str) {
        let length = items.len() as u64;
        if count(schema, "minItems").is_some_and(|least| length < least) {
            self.problem(at, "has too few items");
        }
        if count(schema, "maxItems").is_some_and(|most| length > most) {
            self.problem(at, "has too many items");
        }
        if schema.get("uniqueItems") == Some(&Value::Bool(true))
            && items.iter().enumerate().any(|(index, item)| items[..index].contains(item))
        {
            self.problem(at, "has an item twice");
        }
        if let Some(schema) = schema.get("items") {
            for (index, item) in items.iter().enumerate() {
                self.value(schema, item, &format!("{at}[{index}]"), true);
            }
        }
    }

    fn object(&mut self, schema: &Map<String, Value>, members: &Map<String, Value>, at: &str, closed: bool) {
        for name in schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
            if !members.contains_key(name) {
                self.problem(at, format_args!("{name} is missing"));
            }
        }
        let properties = schema.get("properties").and_then(Value::as_object);
        for (name, member) in members {
            let at = format!("{at}.{name}");
            match (properties.and_then(|properties| properties.get(name)), schema.get("additionalProperties")) {
                (Some(schema), _) | (None, Some(schema @ Value::Object(_))) => self.value(schema, member, &at, true),
                (None, Some(Value::Bool(false))) => self.problem(&at, "is not allowed"),
                (None, Some(Value::Bool(true))) => {}
                (None, Some(other)) => self.problem(&at, format_args!("{other} is no schema")),
                (None, None) => {
                    if closed && properties.is_some() {
                        self.problem(&at, "is not in the document");
                    }
                }
            }
        }
    }
}

type Compiled = Arc<Result<Regex, regex::Error>>;

/// A pattern of the document, made ready once: every answer of every server is checked, and most of that was compiling.
fn compiled(pattern: &str) -> Compiled {
    static COMPILED: LazyLock<Mutex<HashMap<String, Compiled>>> = LazyLock::new(Mutex::default);
    // A test that fails must not fail all others.
    let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = compiled.get(pattern) {
        return Arc::clone(known);
    }
    let new = Arc::new(Regex::new(pattern));
    compiled.insert(pattern.to_owned(), Arc::clone(&new));
    new
}

fn count(schema: &Map<String, Value>, keyword: &str) -> Option<u64> {
    schema.get(keyword).and_then(Value::as_u64)
}

fn accepts_anything(schema: &Map<String, Value>) -> bool {
    schema.keys().all(|keyword| ANNOTATIONS.contains(&keyword.as_str()) || keyword.starts_with("x-"))
}

fn has_type(kind: &str, value: &Value) -> bool {
    match kind {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}

fn is_known(keyword: &str) -> bool {
    const CHECKED: &[&str] = &[
        "type",
        "format",
        "enum",
        "nullable",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minLength",
        "maxLength",
        "pattern",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
    ];
    CHECKED.contains(&keyword) || ANNOTATIONS.contains(&keyword) || keyword.starts_with("x-")
}

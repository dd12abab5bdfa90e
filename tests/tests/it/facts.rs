//! The document holds the facts: operation by operation, status by status, field by field. It may say more than they do
//! where a client can't notice: further fields, and the statuses 412, 413, 415, 500 and 503. And it has an example of each body,
//! which is what its schema says.

mod specification;

use std::collections::BTreeMap;

use authplane_tests::document::Operation;
use authplane_tests::facts::{self, Facts, Parameter, Schema};
use authplane_tests::{Document, schema};
use serde_json::Value;

/// Statuses that the server adds for itself. Of them 412 is only for who sends `If-Match`.
const OURS: [&str; 5] = ["412", "413", "415", "500", "503"];

#[test]
fn the_document_holds_the_facts() {
    let document = Document::canonical();
    let groups = Facts::all();
    let mut problems = Vec::new();
    for facts in &groups {
        for operation in &facts.operations {
            let found = Comparison { facts, document }.operation(operation);
            problems.extend(found.into_iter().map(|problem| format!("{}: {problem}", operation.operation)));
        }
    }
    assert!(problems.is_empty(), "{} contradictions:\n{}", problems.len(), problems.join("\n"));
    let whole: usize = groups.iter().map(|facts| facts.operations.len()).sum();
    authplane_tests::report(&format!("facts: {whole} operations whole, of {} groups", groups.len()));
}

#[test]
fn every_operation_has_its_facts() {
    let mut problems = Vec::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for facts in Facts::all() {
        for operation in facts.operations {
            *counts.entry(operation.operation).or_default() += 1;
        }
    }
    for operation in Document::canonical().operations() {
        match counts.remove(operation.id) {
            Some(1) => {}
            Some(count) => problems.push(format!("{} has facts {count} times: keep those of one file", operation.id)),
            None => problems.push(format!(
                "{id} has no facts: add `{{\"operation\": \"{id}\", \"method\": \"{}\", \"path\": \"{}\", …}}` to a file in \
                 tests/facts, from the specification and not from our document; tests/src/facts.rs says how",
                operation.method,
                operation.path,
                id = operation.id,
            )),
        }
    }
    problems.extend(counts.into_keys().map(|id| format!("tests/facts has {id}, which the document hasn't")));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_body_and_parameter_of_the_document_has_an_example_that_fits() {
    let document = Document::canonical();
    let problems: Vec<String> =
        document.operations().flat_map(|operation| example_problems(document, &operation)).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Requests and successes must have an example. A body that is a text has none: there is nothing to see in it.
fn example_problems(document: &Document, operation: &Operation<'_>) -> Vec<String> {
    let mut problems = Vec::new();
    for parameter in operation.object["parameters"].as_array().into_iter().flatten() {
        let (name, example) = (&parameter["name"], &parameter["example"]);
        // Headers explain themselves.
        if example.is_null() && parameter["in"] != "header" {
            problems
                .push(format!("{} has no example for {name}: add one to `.parameter({name}, json!(…))`", operation.id));
        } else if !example.is_null() {
            let found = schema::problems(document.root(), &parameter["schema"], example);
            problems.extend(
                found.into_iter().map(|problem| format!("the example of {name} in {}: {problem}", operation.id)),
            );
        }
    }
    for (body, content) in operation.bodies() {
        let example = &content["example"];
        if !example.is_null() {
            let found = schema::problems(document.root(), &content["schema"], example);
            problems.extend(
                found.into_iter().map(|problem| format!("the example of {} for {body}: {problem}", operation.id)),
            );
        } else if !body.starts_with(['4', '5']) && content["schema"]["type"] != "string" {
            let method = if body.starts_with("request") { "request_example" } else { "response_example" };
            problems.push(format!(
                "{} has no example for {body}: add `.{method}(json!(…))` where it is registered, then `cargo xtask generate`",
                operation.id
            ));
        }
    }
    problems
}

#[test]
fn an_example_that_is_missing_or_does_not_fit_is_noticed() {
    let whole = serde_json::json!({"paths": {"/things": {"post": {"operationId": "create",
        "parameters": [{"name": "page", "in": "query", "schema": {"type": "integer"}, "example": 1}],
        "requestBody": {"content": {"application/json": {"schema": {"type": "object"}, "example": {}}}},
        "responses": {
            "201": {"content": {
                "application/json": {"schema": {"type": "integer"}, "example": 1},
                "application/jwt": {"schema": {"type": "string"}}}},
            "404": {"content": {"application/json": {"schema": {"type": "object"}}}}}}}}});
    let problems = |document: &Value| {
        let document = Document::of(document.clone());
        document.operations().flat_map(|operation| example_problems(&document, &operation)).count()
    };
    assert_eq!(problems(&whole), 0);
    for pointer in ["requestBody", "responses/201", "responses/404"] {
        let content = format!("/paths/~1things/post/{pointer}/content/application~1json");
        for example in [None, Some(serde_json::json!("x"))] {
            let mut document = whole.clone();
            let body = document.pointer_mut(&content).unwrap().as_object_mut().unwrap();
            body.remove("example");
            let expected = usize::from(example.is_some() || pointer != "responses/404");
            body.extend(example.map(|example| ("example".to_owned(), example)));
            assert_eq!(problems(&document), expected, "{document}");
        }
    }
    for example in [Value::Null, serde_json::json!("x")] {
        let mut document = whole.clone();
        *document.pointer_mut("/paths/~1things/post/parameters/0/example").unwrap() = example;
        assert_eq!(problems(&document), 1, "{document}");
    }
}

/// Whoever finds a secret in the document must see that it is none.
#[test]
fn no_example_has_a_secret_that_looks_real() {
    let document = Document::canonical();
    let schemas = document.root()["components"]["schemas"].as_object().unwrap().values();
    let members = schemas.filter_map(|schema| schema["properties"].as_object()).flatten();
    let is_secret = |schema: &Value| schema["format"] == "password" || schema["items"]["format"] == "password";
    let mut names: Vec<&str> = members.filter(|(_, schema)| is_secret(schema)).map(|(name, _)| name.as_str()).collect();
    names.push("login_state");
    let mut seen = 0;
    for operation in document.operations() {
        for (body, content) in operation.bodies() {
            for secret in secrets(&content["example"], &names) {
                seen += 1;
                assert!(!looks_real(&secret), "{} {body}: {secret}", operation.id);
            }
        }
    }
    assert!(seen > 15, "{seen}");
    assert!(looks_real("FhbCVHFpGU5bUgR2QdEYb1N5RhDZvYEGPXNyHUyYbMk"));
}

/// Texts of members that are called so.
fn secrets(value: &Value, names: &[&str]) -> Vec<String> {
    let texts = |value: &Value| match value {
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        value => value.as_str().map(str::to_owned).into_iter().collect::<Vec<_>>(),
    };
    match value {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, value)| if names.contains(&name.as_str()) { texts(value) } else { secrets(value, names) })
            .collect(),
        Value::Array(items) => items.iter().flat_map(|item| secrets(item, names)).collect(),
        _ => Vec::new(),
    }
}

/// Without words in it, and not cut off.
fn looks_real(text: &str) -> bool {
    let longest = text.split(|character: char| !character.is_ascii_alphanumeric()).map(str::len).max();
    !text.ends_with('…') && longest.is_some_and(|longest| longest > 16)
}

#[test]
fn the_comparison_notices_each_kind_of_difference() {
    let facts = Facts::read(
        r#"{"dialect": "acp", "note": "", "schemas": {
            "Thing": {"fields": {"id": "string", "tags": "[string]", "note": "string?"}, "required": ["id"], "enums": {"id": ["a"]}},
            "Error": {"fields": {"code": "string"}}},
        "operations": [{"operation": "get", "method": "GET", "path": "/things/{id}", "request": null,
            "parameters": [{"name": "id", "in": "path", "required": true, "type": "string"},
                           {"name": "limit", "in": "query", "required": false, "type": "integer", "default": 50}],
            "responses": {"200": "Thing", "404": "Error"}}]}"#,
    );
    let whole = serde_json::json!({"paths": {"/things/{id}": {"get": {"operationId": "get",
        "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                       {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 50}}],
        "responses": {
            "200": {"content": {"application/json": {"schema": {"type": "object", "required": ["id"], "properties": {
                "id": {"type": "string", "enum": ["a", "b"]},
                "tags": {"type": "array", "items": {"type": "string"}},
                "note": {"type": "string", "nullable": true}}}}}},
            "404": {"content": {"application/json": {"schema": {"type": "object", "properties": {"code": {"type": "string"}}}}}}}}}}});
    let compare = |document: Value| {
        let document = Document::of(document);
        Comparison { facts: &facts, document: &document }.operation(&facts.operations[0])
    };
    assert_eq!(compare(whole.clone()), Vec::<String>::new());

    let body = "/paths/~1things~1{id}/get/responses/200/content/application~1json/schema";
    let (get, item) = ("/paths/~1things~1{id}/get", "/paths/~1things~1{id}");
    for (pointer, value) in [
        (item.to_owned(), serde_json::json!({"put": whole.pointer(get)})),
        (format!("{get}/parameters"), serde_json::json!([])),
        (format!("{get}/parameters/0/required"), serde_json::json!(false)),
        (format!("{get}/parameters/1/schema/type"), serde_json::json!("string")),
        (format!("{get}/parameters/1/schema/default"), serde_json::json!(20)),
        (format!("{get}/responses"), serde_json::json!({"200": whole.pointer(&format!("{get}/responses/200"))})),
        (format!("{get}/responses/404"), serde_json::json!({"description": "no body"})),
        (format!("{body}/required"), serde_json::json!([])),
        (format!("{body}/properties/id"), serde_json::json!({"type": "integer"})),
        (format!("{body}/properties/id/enum"), serde_json::json!(["b"])),
        (format!("{body}/properties/tags/items"), serde_json::json!({"type": "integer"})),
        (format!("{body}/properties/note/nullable"), serde_json::json!(false)),
        (format!("{body}/properties"), serde_json::json!({"id": {"type": "string"}})),
    ] {
        let mut document = whole.clone();
        *document.pointer_mut(&pointer).unwrap() = value.clone();
        assert_ne!(compare(document), Vec::<String>::new(), "{pointer} = {value}");
    }
    let mut document = whole;
    document.pointer_mut(&format!("{get}/responses")).unwrap()["409"] = serde_json::json!({});
    assert_ne!(compare(document), Vec::<String>::new(), "a status that the facts don't have");
}

struct Comparison<'a> {
    facts: &'a Facts,
    document: &'a Document,
}

impl Comparison<'_> {
    fn operation(&self, facts: &facts::Operation) -> Vec<String> {
        let Some(found) = self.document.operation(&facts.operation) else {
            return vec!["is not in the document".to_owned()];
        };
        let mut problems = Vec::new();
        if (found.method.to_string(), found.path) != (facts.method.clone(), &facts.path) {
            problems.push(format!("is {} {}, not {} {}", found.method, found.path, facts.method, facts.path));
        }
        for parameter in &facts.parameters {
            self.parameter(&found, parameter, &mut problems);
        }
        match (&facts.request, found.request()) {
            (None, None) => {}
            (None, Some(_)) => problems.push("takes a body".to_owned()),
            (Some(_), None) => problems.push("takes no body".to_owned()),
            (Some(request), Some((schema, required))) => {
                if required != request.required {
                    problems.push(format!("its body is {}required", if required { "" } else { "not " }));
                }
                self.kind(&request.schema, schema, "request", Direction::Request, &mut problems);
            }
        }
        self.responses(facts, &found, &mut problems);
        problems
    }

    fn parameter(&self, found: &Operation<'_>, facts: &Parameter, problems: &mut Vec<String>) {
        let Parameter { name, place, required, kind, keywords } = facts;
        let Some(parameter) = found.parameter(name, place) else {
            return problems.push(format!("has no parameter {name} in {place}"));
        };
        if (parameter["required"] == true) != *required {
            problems.push(format!("the parameter {name} must be required: {required}"));
        }
        self.kind(kind, &parameter["schema"], name, Direction::Request, problems);
        for (keyword, value) in keywords {
            if parameter["schema"][keyword] != *value {
                problems
                    .push(format!("the parameter {name} has {keyword} {}, not {value}", parameter["schema"][keyword]));
            }
        }
    }

    fn responses(&self, facts: &facts::Operation, found: &Operation<'_>, problems: &mut Vec<String>) {
        for (status, kind) in &facts.responses {
            let Some(key) = status.parse().ok().and_then(|status| found.declared(status)) else {
                problems.push(format!("doesn't declare {status}"));
                continue;
            };
            match (kind, found.response_schema(key)) {
                (None, None) => {}
                (None, Some(_)) => problems.push(format!("{status} has a body")),
                (Some(_), None) => problems.push(format!("{status} has no body")),
                (Some(kind), Some(schema)) => self.kind(kind, schema, status, Direction::Response, problems),
            }
        }
        for (status, response) in found.responses() {
            if facts.responses.contains_key(status) {
                continue;
            }
            if !OURS.contains(&status.as_str()) {
                problems.push(format!("declares {status}, which the facts don't have: {response}"));
            } else if let Some(schema) = found.response_schema(status) {
                self.kind("Error", schema, status, Direction::Response, problems);
            } else {
                problems.push(format!("{status} has no body"));
            }
        }
    }

    fn kind(&self, kind: &str, schema: &Value, at: &str, direction: Direction, problems: &mut Vec<String>) {
        let (schema, is_nullable) = self.unwrapped(schema);
        let kind = match kind.strip_suffix('?') {
            Some(kind) if is_nullable => kind,
            Some(kind) => {
                problems.push(format!("{at} can't be null"));
                kind
            }
            None => kind,
        };
        let declared = schema["type"].as_str().unwrap_or_default();
        let inner = |open, close| kind.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
        if let Some(item) = inner('[', ']') {
            if declared != "array" {
                return problems.push(format!("{at} is no list: {schema}"));
            }
            return self.kind(item, &schema["items"], &format!("{at}[]"), direction, problems);
        }
        if let Some(value) = inner('{', '}') {
            if declared != "object" {
                return problems.push(format!("{at} is no map: {schema}"));
            }
            return self.kind(value, &schema["additionalProperties"], &format!("{at}{{}}"), direction, problems);
        }
        let fits = match kind {
            "any" => true,
            "number" => matches!(declared, "number" | "integer"),
            "string" | "integer" | "boolean" | "object" => declared == kind,
            name => {
                let Some(facts) = self.facts.schemas.get(name) else {
                    return problems.push(format!("{at}: the facts have no {name}"));
                };
                return self.fields(facts, schema, at, direction, problems);
            }
        };
        if !fits {
            problems.push(format!("{at} is no {kind}: {schema}"));
        }
    }

    fn fields(&self, facts: &Schema, schema: &Value, at: &str, direction: Direction, problems: &mut Vec<String>) {
        for name in facts.left_out.keys().filter(|name| schema["properties"].get(name).is_some()) {
            problems.push(format!("{at} has {name} after all"));
        }
        for (name, kind) in &facts.fields {
            if direction == Direction::Request && facts.server_sets.contains(name) {
                continue;
            }
            let Some(property) = schema["properties"].get(name) else {
                problems.push(format!("{at} has no {name}"));
                continue;
            };
            let at = format!("{at}.{name}");
            self.kind(kind, property, &at, direction, problems);
            let (property, is_nullable) = self.unwrapped(property);
            let is_required = facts.required.contains(name);
            if is_required
                && !schema["required"].as_array().is_some_and(|names| names.iter().any(|known| known == name))
            {
                problems.push(format!("{at} is not required"));
            }
            if is_required && is_nullable && direction == Direction::Response && !kind.ends_with('?') {
                problems.push(format!("{at} can be null"));
            }
            if let Some(format) = facts.formats.get(name)
                && property["format"] != *format.as_str()
            {
                problems.push(format!("{at} doesn't have the format {format}"));
            }
            if let Some(members) = facts.enums.get(name) {
                let of = if kind.starts_with('[') { self.unwrapped(&property["items"]).0 } else { property };
                // A document that lists no values takes them all.
                let declared = values(of);
                let missing: Vec<&Value> = members.iter().filter(|member| !declared.contains(member)).collect();
                if !declared.is_empty() && !missing.is_empty() {
                    problems.push(format!("{at} doesn't name {missing:?}"));
                }
            }
        }
    }

    /// The schema behind references and the wrapping that makes one nullable, and whether it is.
    fn unwrapped<'b>(&'b self, schema: &'b Value) -> (&'b Value, bool) {
        let outer = schema::resolve(self.document.root(), schema);
        let is_nullable = outer["nullable"] == true;
        match outer["allOf"].as_array().map(Vec::as_slice) {
            Some([only]) => {
                let (inner, also) = self.unwrapped(only);
                (inner, is_nullable || also)
            }
            _ => (outer, is_nullable),
        }
    }
}

/// The values of an enumeration.
fn values(schema: &Value) -> Vec<&Value> {
    schema["enum"].as_array().into_iter().flatten().collect()
}

/// Which way a body goes: what we take may be more than the facts say, what we send may not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Request,
    Response,
}

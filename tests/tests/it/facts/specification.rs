//! The facts have all that the specification says of their operations: what `tests/specification` holds of it, member by member. That is written down by
//! `extract.py` beside it, from the specification itself, so that a fact which was forgotten when the others were written is found.

use std::collections::{BTreeMap, BTreeSet};

use authplane_tests::facts::{self, Facts, Schema};
use serde::Deserialize;

const ACP: &str = include_str!("../../../specification/acp.json");
/// Things that have the members of their kind and any others, and are kept as they are (RFC 7517 §4).
const OPEN: [&str; 1] = ["JWK"];

#[derive(Deserialize)]
struct Specification {
    operations: BTreeMap<String, Operation>,
    /// Member and type.
    schemas: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
struct Operation {
    method: String,
    path: String,
    /// Name and place.
    parameters: BTreeMap<String, String>,
    request: Option<Body>,
    /// Status and type.
    responses: BTreeMap<String, Option<String>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Body {
    Typed(String),
    Form(BTreeMap<String, String>),
}

#[test]
fn nothing_of_the_specification_is_left_out_of_the_facts_unsaid() {
    let specification: Specification = serde_json::from_str(ACP).expect("the specification has its form");
    let (mut held, mut problems) = (0, Vec::new());
    for facts in &Facts::all() {
        let (found, of_file) = left_out(&specification, facts);
        held += found;
        problems.extend(of_file);
    }
    assert!(problems.is_empty(), "{} left out:\n{}", problems.len(), problems.join("\n"));
    assert!(held > 60, "{held}");
}

#[test]
fn what_is_left_out_of_the_facts_is_noticed_whatever_it_is() {
    let specification: Specification = serde_json::from_str(
        r#"{"operations": {
            "get": {"method": "GET", "path": "/things/{thing}", "parameters": {"thing": "path", "limit": "query"}, "request": null,
                    "responses": {"200": "Things", "404": "Error"}},
            "put": {"method": "PUT", "path": "/things/{thing}", "parameters": {"thing": "path"}, "request": "Thing", "responses": {"204": null}},
            "ask": {"method": "POST", "path": "/ask", "parameters": {}, "request": {"token": "string"}, "responses": {"200": "Thing"}}},
         "schemas": {"Things": {"things": "[Thing]"}, "Thing": {"id": "string", "tags": "[string]", "any": "object"}, "Error": {"code": "string"}}}"#,
    )
    .unwrap();
    let whole = r#"{"dialect": "acp", "note": "", "schemas": {
            "List": {"fields": {"things": "[Thing]"}},
            "Thing": {"fields": {"id": "string", "any": "{any}"}, "left_out": {"tags": "nobody wants them"}},
            "Error": {"fields": {"code": "string"}}, "Question": {"fields": {"token": "string"}}},
        "operations": [
            {"operation": "get_things", "method": "GET", "path": "/things/{id}", "request": null,
             "parameters": [{"name": "thing", "in": "path", "required": true, "type": "string"}, {"name": "limit", "in": "query", "required": false, "type": "integer"}],
             "responses": {"200": "List", "404": "Error"}},
            {"operation": "put_thing", "method": "PUT", "path": "/things/{id}", "request": {"required": true, "schema": "Thing"},
             "parameters": [{"name": "thing", "in": "path", "required": true, "type": "string"}], "responses": {"204": null}},
            {"operation": "ask", "method": "POST", "path": "/ask", "request": {"required": true, "schema": "Question"}, "parameters": [], "responses": {"200": "Thing"}},
            {"operation": "ours", "method": "POST", "path": "/ours", "request": null, "parameters": [], "responses": {"200": "Thing"}}]}"#;
    assert_eq!(left_out(&specification, &Facts::read(whole)), (3, Vec::new()));
    for (part, other) in [
        (r#", {"name": "limit", "in": "query", "required": false, "type": "integer"}"#, ""),
        (r#""name": "limit", "in": "query""#, r#""name": "limit", "in": "path""#),
        (r#", "404": "Error"}"#, "}"),
        (r#""200": "List""#, r#""200": null"#),
        (r#""200": "List""#, r#""200": "object""#),
        (r#""things": "[Thing]""#, r#""things": "[object]""#),
        (r#""things": "[Thing]""#, r#""things": "Thing""#),
        (r#", "left_out": {"tags": "nobody wants them"}"#, ""),
        (r#""id": "string", "any""#, r#""id": "integer", "any""#),
        (r#"{"id": "string", "any": "{any}"}"#, r#"{"any": "{any}"}"#),
        (r#""left_out""#, r#""server_sets": ["id"], "left_out""#),
        (r#""request": {"required": true, "schema": "Thing"}"#, r#""request": null"#),
        (r#"{"token": "string"}"#, "{}"),
    ] {
        assert!(whole.contains(part), "{part}");
        let (held, problems) = left_out(&specification, &Facts::read(&whole.replacen(part, other, 1)));
        assert!(held == 3 && !problems.is_empty(), "{part} -> {other}");
    }
}

/// How many operations of a file the specification knows, and what the file leaves out of them.
fn left_out(specification: &Specification, facts: &Facts) -> (usize, Vec<String>) {
    let mut comparison = Comparison { specification, facts, compared: BTreeSet::new(), problems: Vec::new() };
    let mut held = 0;
    for operation in &facts.operations {
        let is_it =
            |known: &&Operation| known.method == operation.method && unnamed(&known.path) == unnamed(&operation.path);
        if let Some(known) = specification.operations.values().find(is_it) {
            held += 1;
            comparison.operation(known, operation);
        }
    }
    (held, comparison.problems)
}

/// A path without the names of its variables.
fn unnamed(path: &str) -> String {
    path.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment }).collect::<Vec<_>>().join("/")
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Direction {
    Request,
    Response,
}

struct Comparison<'a> {
    specification: &'a Specification,
    facts: &'a Facts,
    /// Pairs of schemas, each once: some are parts of themselves.
    compared: BTreeSet<(String, String, Direction)>,
    problems: Vec<String>,
}

impl Comparison<'_> {
    fn operation(&mut self, known: &Operation, facts: &facts::Operation) {
        let at = facts.operation.as_str();
        for (name, place) in &known.parameters {
            if !facts.parameters.iter().any(|parameter| parameter.name == *name && parameter.place == *place) {
                self.problems.push(format!("{at}: the parameter {name} in {place}"));
            }
        }
        match (&known.request, &facts.request) {
            (None, _) => {}
            (Some(_), None) => self.problems.push(format!("{at}: the body that it takes")),
            (Some(Body::Typed(kind)), Some(request)) => {
                self.kind(kind, &request.schema, &format!("{at} takes"), Direction::Request);
            }
            (Some(Body::Form(members)), Some(request)) => match self.facts.schemas.get(&request.schema) {
                Some(schema) => self.members(members, schema, &format!("{at} takes"), Direction::Request),
                None => self.problems.push(format!("{at}: the members of its form")),
            },
        }
        for (status, kind) in &known.responses {
            match (kind, facts.responses.get(status)) {
                (_, None) => self.problems.push(format!("{at}: the status {status}")),
                (Some(kind), Some(Some(fact))) => self.kind(kind, fact, &format!("{at} {status}"), Direction::Response),
                (Some(_), Some(None)) => self.problems.push(format!("{at}: the body of {status}")),
                (None, Some(_)) => {}
            }
        }
    }

    /// A type of the specification beside that of the facts.
    fn kind(&mut self, known: &str, fact: &str, at: &str, direction: Direction) {
        let inner = |kind: &str| kind.trim_end_matches('?').trim_matches(['[', ']', '{', '}']).to_owned();
        let is_same_form = known.chars().next().filter(|first| "[{".contains(*first))
            == fact.chars().next().filter(|first| "[{".contains(*first));
        let (schema, of_facts) = (inner(known), inner(fact));
        let Some(members) = self.specification.schemas.get(&schema).filter(|_| !OPEN.contains(&schema.as_str())) else {
            let loosely = |kind: &str| match kind.trim_end_matches('?') {
                "{any}" => "object".to_owned(),
                kind => OPEN.iter().fold(kind.to_owned(), |kind, open| kind.replace(open, "object")),
            };
            if known != "any" && loosely(known) != loosely(fact) {
                self.problems.push(format!("{at}: is {known}, not {fact}"));
            }
            return;
        };
        match self.facts.schemas.get(&of_facts) {
            Some(facts) if is_same_form => {
                if self.compared.insert((schema, of_facts, direction)) {
                    self.members(members, facts, at, direction);
                }
            }
            _ => self.problems.push(format!("{at}: is {known}, not {fact}")),
        }
    }

    fn members(&mut self, known: &BTreeMap<String, String>, facts: &Schema, at: &str, direction: Direction) {
        for (name, kind) in known {
            if facts.left_out.contains_key(name) {
                continue;
            }
            match facts.fields.get(name) {
                None => self.problems.push(format!("{at}: {name} ({kind})")),
                Some(_) if direction == Direction::Request && facts.server_sets.contains(name) => {
                    self.problems.push(format!("{at}: {name}, which only answers have"));
                }
                Some(fact) => self.kind(kind, fact, &format!("{at}: {name}"), direction),
            }
        }
    }
}

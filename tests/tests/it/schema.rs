//! The check that holds answers against the document: each kind of wrong answer must be noticed, or the net has a hole.

use authplane_tests::{Document, schema};
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde_json::{Value, json};

/// Fits and doesn't fit, one row for each keyword.
fn keywords() -> Vec<(Value, Vec<Value>, Vec<Value>)> {
    let named = json!({"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}});
    vec![
        (json!({"type": "string"}), vec![json!(""), json!("a")], vec![json!(1), json!(null), json!([]), json!(true)]),
        (json!({"type": "boolean"}), vec![json!(true)], vec![json!("true"), json!(0)]),
        (json!({"type": "integer"}), vec![json!(1), json!(-1)], vec![json!(1.5), json!("1")]),
        (json!({"type": "number"}), vec![json!(1), json!(1.5)], vec![json!("1")]),
        (json!({"type": "string", "nullable": true}), vec![json!(null), json!("a")], vec![json!(1)]),
        (json!({"description": "anything"}), vec![json!(null), json!({"a": [1]})], vec![]),
        (json!({"type": "string", "pattern": "^a|b$"}), vec![json!("ac"), json!("cb")], vec![json!("cac"), json!("")]),
        (json!({"type": "string", "enum": ["a", "b"]}), vec![json!("a")], vec![json!("c"), json!("A")]),
        (json!({"type": "string", "minLength": 1, "maxLength": 2}), vec![json!("é€")], vec![json!(""), json!("abc")]),
        (json!({"type": "integer", "minimum": 1, "maximum": 3}), vec![json!(1), json!(3)], vec![json!(0), json!(4)]),
        (
            json!({"type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 1, "exclusiveMaximum": true}),
            vec![json!(0.5)],
            vec![json!(0), json!(1)],
        ),
        (json!({"type": "integer", "format": "int32"}), vec![json!(7)], vec![json!(3_000_000_000_i64)]),
        (json!({"type": "integer", "format": "int64"}), vec![json!(i64::MAX)], vec![json!(u64::MAX)]),
        (
            json!({"type": "string", "format": "date-time"}),
            vec![json!("2017-01-01T15:05:05Z"), json!("2017-01-01T15:05:05.123+01:00")],
            vec![json!("2017-01-01"), json!("2017-01-01 15:05"), json!("")],
        ),
        (
            json!({"type": "string", "format": "uuid"}),
            vec![json!("5bf77342-221c-11ee-be56-0242ac120002")],
            vec![json!("5bf77342"), json!("")],
        ),
        (json!({"type": "string", "format": "uri"}), vec![json!("https://a/b")], vec![json!("a/b")]),
        (
            json!({"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 2, "uniqueItems": true}),
            vec![json!([1]), json!([1, 2])],
            vec![json!([]), json!([1, 2, 3]), json!([1, 1]), json!(["1"]), json!([null])],
        ),
        (
            named.clone(),
            vec![json!({"name": "a"})],
            vec![json!({}), json!({"name": null}), json!({"name": 1}), json!({"name": "a", "more": 1}), json!([])],
        ),
        (
            json!({"type": "object", "properties": {"a": {"type": "integer"}}, "additionalProperties": {"type": "string"}}),
            vec![json!({}), json!({"a": 1, "b": "c"})],
            vec![json!({"a": "1"}), json!({"b": 1})],
        ),
        (
            json!({"type": "object", "properties": {}, "additionalProperties": true}),
            vec![json!({"b": {"c": null}})],
            vec![json!("b")],
        ),
        (
            json!({"type": "object", "properties": {"a": {}}, "additionalProperties": false}),
            vec![json!({"a": 1})],
            vec![json!({"b": 1})],
        ),
        (
            json!({"nullable": true, "allOf": [{"$ref": "#/named"}]}),
            vec![json!(null), json!({"name": "a"})],
            vec![json!({}), json!({"name": "a", "more": 1})],
        ),
        (
            json!({"allOf": [{"$ref": "#/named"}, {"type": "object", "required": ["age"], "properties": {"age": {"type": "integer"}}}]}),
            vec![json!({"name": "a", "age": 1})],
            vec![json!({"name": "a"}), json!({"age": 1}), json!({"name": "a", "age": "1"})],
        ),
        (
            json!({"anyOf": [{"type": "integer"}, {"type": "string"}]}),
            vec![json!(1), json!("a")],
            vec![json!(true), json!(1.5)],
        ),
        (
            json!({"oneOf": [{"type": "integer"}, {"type": "number"}, {"type": "string"}]}),
            vec![json!(1.5), json!("a")],
            vec![json!(1), json!([])],
        ),
        (json!({"not": {"type": "integer"}}), vec![json!("a")], vec![json!(1)]),
        (json!({"$ref": "#/list"}), vec![json!([{"name": "a"}])], vec![json!([{}]), json!({"name": "a"})]),
    ]
}

#[test]
fn each_keyword_takes_what_fits_and_reports_what_does_not() {
    let root = json!({
        "named": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
        "list": {"type": "array", "items": {"$ref": "#/named"}},
    });
    for (schema, fitting, wrong) in keywords() {
        for value in fitting {
            assert_eq!(schema::problems(&root, &schema, &value), Vec::<String>::new(), "{value} fits {schema}");
        }
        for value in wrong {
            assert!(!schema::problems(&root, &schema, &value).is_empty(), "{value} doesn't fit {schema}");
        }
    }
}

#[test]
fn what_the_check_does_not_know_is_reported_rather_than_passed() {
    for schema in [
        json!({"type": "string", "pattern": "("}),
        json!({"type": "string", "format": "ipv4"}),
        json!({"type": "integer", "format": "uint8"}),
        json!({"type": "object", "patternProperties": {}}),
        json!({"type": "strnig"}),
        json!("string"),
    ] {
        let value = if schema["type"] == "integer" { json!(1) } else { json!("a") };
        assert!(!schema::problems(&json!({}), &schema, &value).is_empty(), "{schema}");
    }
}

#[test]
fn a_problem_names_the_place() {
    let schema = json!({"type": "object", "properties": {"items": {"type": "array", "items": {"type": "integer"}}}});
    let problems = schema::problems(&json!({}), &schema, &json!({"items": [1, "2"]}));
    assert_eq!(problems, ["$.items[1]: \"2\" is no integer"]);
}

fn document() -> Document {
    let thing = json!({"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}});
    let error = json!({"type": "object", "required": ["code"], "properties": {"code": {"type": "string"}}});
    let content =
        |name: &str| json!({"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}")}}});
    let headers = json!({"Total-Number": {"required": true, "schema": {"type": "integer"}}, "Link": {"schema": {}}});
    Document::of(json!({
        "paths": {"/things": {
            "get": {"operationId": "list", "responses": {
                "200": {"content": content("Thing"), "headers": headers},
                "5XX": {"content": content("Error")},
            }},
            "delete": {"operationId": "delete", "responses": {"204": {"description": "gone"}, "404": {"content": content("Error")}}},
        }},
        "components": {"schemas": {"Thing": thing, "Error": error}},
    }))
}

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
}

#[test]
fn an_answer_is_held_against_status_headers_media_type_and_body() {
    let document = document();
    let list = document.operation("list").unwrap();
    let json_label = ("content-type", "application/json; charset=utf-8");
    let complete = headers(&[json_label, ("total-number", "1")]);
    assert_eq!(list.problems(200, &complete, br#"{"id": "a"}"#), Vec::<String>::new());
    assert_eq!(list.problems(503, &headers(&[json_label]), br#"{"code": "a"}"#), Vec::<String>::new());

    assert!(!list.problems(404, &complete, br#"{"code": "a"}"#).is_empty(), "an undeclared status");
    assert!(!list.problems(200, &headers(&[json_label]), br#"{"id": "a"}"#).is_empty(), "a missing header");
    assert!(!list.problems(200, &headers(&[("total-number", "1")]), br#"{"id": "a"}"#).is_empty(), "no media type");
    let text = headers(&[(CONTENT_TYPE.as_str(), "text/plain"), ("total-number", "1")]);
    assert!(!list.problems(200, &text, br#"{"id": "a"}"#).is_empty(), "another media type");
    assert!(!list.problems(200, &complete, b"{").is_empty(), "no JSON");
    assert!(!list.problems(200, &complete, b"").is_empty(), "no body");
    assert!(!list.problems(200, &complete, br#"{"code": "a"}"#).is_empty(), "the body of another status");

    let delete = document.operation("delete").unwrap();
    assert_eq!(delete.problems(204, &HeaderMap::new(), b""), Vec::<String>::new());
    assert!(!delete.problems(204, &headers(&[json_label]), b"{}").is_empty(), "a body where there is none");
}

#[test]
fn a_status_is_declared_exactly_or_by_its_class() {
    let document = document();
    let list = document.operation("list").unwrap();
    assert_eq!(list.declared(200), Some("200"));
    assert_eq!(list.declared(500), Some("5XX"));
    assert_eq!(list.declared(503), Some("5XX"));
    assert_eq!(list.declared(201), None);
}

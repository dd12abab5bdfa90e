//! Every description of the document says something, and by itself: readers meet members in alphabetical order, one at a time, and know nothing of the product.

use authplane_tests::Document;
use serde_json::{Value, json};

/// Fewer words name a thing and say nothing of it.
const FEWEST_WORDS: usize = 4;

/// What is wrong with a description.
fn fault(description: &Value) -> Option<&'static str> {
    let Some(text) = description.as_str() else { return Some("there is none") };
    if ["The same", "Likewise", "As above", "And "].iter().any(|start| text.starts_with(start)) {
        return Some("it leans on its neighbour");
    }
    if text.starts_with(char::is_lowercase) || !text.ends_with('.') {
        return Some("it is a part of a sentence");
    }
    (text.split_whitespace().count() < FEWEST_WORDS).then_some("it is too short to say anything")
}

#[test]
fn every_description_says_something_by_itself() {
    let document = Document::canonical();
    let mut faults = Vec::new();
    let mut check = |what: String, described: &Value| {
        let description = &described["description"];
        faults.extend(fault(description).map(|fault| format!("{what}: {fault}: {description}")));
    };
    for operation in document.operations() {
        check(operation.id.to_owned(), operation.object);
        for parameter in operation.object["parameters"].as_array().into_iter().flatten() {
            check(format!("{} of {}", parameter["name"], operation.id), parameter);
        }
    }
    for (name, schema) in document.root()["components"]["schemas"].as_object().unwrap() {
        check(name.clone(), schema);
        for (member, property) in schema["properties"].as_object().into_iter().flatten() {
            check(format!("{name}.{member}"), property);
        }
    }
    for tag in document.root()["tags"].as_array().unwrap() {
        check(format!("the tag {}", tag["name"]), tag);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_says_nothing_by_itself_is_noticed() {
    for text in [
        "Tenant.",
        "For people.",
        "The same as a list, in one text.",
        "and in the browser, with the session",
        "with the id.",
    ] {
        assert!(fault(&json!(text)).is_some(), "{text}");
    }
    assert!(fault(&Value::Null).is_some());
    assert_eq!(fault(&json!("`S256` is the only method that is taken.")), None);
}

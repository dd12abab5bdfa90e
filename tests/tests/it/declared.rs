//! What the document declares of requests, tried at the server: what it calls wrong is refused, and what it allows isn't.

use authplane_domain::catalogue::authorization_server;
use authplane_domain::clients::client;
use authplane_tests::document::{Family, Operation};
use authplane_tests::{Document, on_both, schema};
use regex::Regex;
use serde_json::{Value, json};

use super::nets::operations;

/// Bodies that are required, although an empty object and with it nothing at all is taken: those of Logto's partial updates and of PrivX's search, as their
/// references have them.
const REQUIRED_ALL_THE_SAME: [&str; 7] = [
    "create_user",
    "search_api_clients",
    "update_application",
    "update_application_custom_data",
    "update_resource",
    "update_resource_scope",
    "update_role",
];

#[test]
fn a_body_with_required_members_is_required() {
    let document = Document::canonical();
    for operation in document.operations() {
        let Some((body, is_required)) = operation.request() else { continue };
        let members = &schema::resolve(document.root(), body)["required"];
        let has_required_members = members.as_array().is_some_and(|members| !members.is_empty());
        assert!(is_required || !has_required_members, "{} needs {members} of a body that may be absent", operation.id);
    }
}

#[tokio::test]
async fn a_required_body_that_is_absent_is_refused_and_any_other_may_be() {
    on_both(async |tenant| {
        let (mut refused, mut taken) = (0, 0);
        for (operation, row) in operations() {
            let Some((_, is_required)) = operation.request() else { continue };
            // What is absent has no label either.
            let answer = (row.good)(&tenant).await.body("", "").send().await;
            let said = format!("{}: {} {}", operation.id, answer.status, answer.text());
            if is_required && !REQUIRED_ALL_THE_SAME.contains(&operation.id) {
                refused += 1;
                assert!(is_refusal(&operation, answer.status), "{said}");
                // In the words of the dialect, which say what is missing.
                let is_told = match operation.family() {
                    Some(Family::AcpAdmin | Family::AcpDeveloper | Family::AcpSystem | Family::AcpSetup) => {
                        answer.json()["details"]["field"].is_string()
                    }
                    // Of a user nothing that changes is a refusal of its own.
                    Some(Family::Logto) => {
                        let code = if operation.id == "update_user" { "entity" } else { "guard" };
                        answer.json()["code"] == format!("{code}.invalid_input")
                    }
                    Some(Family::LocalUserStore) => answer.json()["property"] != "",
                    None => answer.json()["error"].is_string(),
                };
                assert!(is_told, "{said}");
            } else {
                taken += 1;
                assert!(answer.is_success(), "{said}");
            }
        }
        assert!(refused > 25 && taken > REQUIRED_ALL_THE_SAME.len(), "{refused} and {taken}");
    })
    .await;
}

/// A text of a certificate, which is compared and never called.
const OF_CERTIFICATES: &str = "tls_client_auth_san_uri";

#[test]
fn every_member_that_is_called_an_address_has_its_form() {
    let document = Document::canonical();
    let mut addresses = 0;
    for (name, schema) in document.root()["components"]["schemas"].as_object().unwrap() {
        for (member, property) in schema["properties"].as_object().into_iter().flatten() {
            let is_address = ["_uri", "_uris", "_url", "_endpoint"].iter().any(|end| member.ends_with(end));
            let text = if property["type"] == "array" { &property["items"] } else { property };
            if !is_address || member == OF_CERTIFICATES || text["type"] != "string" {
                continue;
            }
            addresses += 1;
            // One that may be empty is no URI then.
            let may_be_empty =
                text["pattern"].as_str().is_some_and(|pattern| Regex::new(pattern).unwrap().is_match(""));
            assert!(text["format"] == "uri" || may_be_empty, "{name}.{member} has no form: {text}");
        }
    }
    assert!(addresses > 50, "{addresses}");
}

#[test]
fn the_words_that_the_document_lists_are_those_that_the_server_knows() {
    let listed = |name: &str| Document::canonical().schema(name).unwrap()["enum"].clone();
    assert_eq!(listed("GrantType"), json!(authorization_server::GRANT_TYPES));
    for name in ["AcpClient", "AcpClientRequest"] {
        let types = &Document::canonical().schema(name).unwrap()["properties"]["response_types"]["items"]["enum"];
        assert_eq!(*types, json!(client::RESPONSE_TYPES));
    }
    for server in ["AcpServer", "AcpServerRequest"] {
        let profiles = &Document::canonical().schema(server).unwrap()["properties"]["profiles"]["items"]["enum"];
        assert_eq!(*profiles, json!(authorization_server::PROFILES));
    }
}

#[tokio::test]
async fn what_the_document_excludes_or_misses_of_a_query_is_refused() {
    on_both(async |tenant| {
        let mut tried = 0;
        for (operation, row) in operations() {
            for parameter in operation.object["parameters"].as_array().into_iter().flatten() {
                if parameter["in"] != "query" {
                    continue;
                }
                let good = (row.good)(&tenant).await;
                if parameter["required"] == true {
                    let path = good.path().split('?').next().unwrap_or_default().to_owned();
                    let answer = good.clone().at(&path).send().await;
                    assert!(matches!(answer.status, 400 | 422), "{} without it: {}", operation.id, answer.text());
                    tried += 1;
                }
                for value in excluded(&parameter["schema"]) {
                    let good = good.clone();
                    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    let name = parameter["name"].as_str().unwrap();
                    let query = form_urlencoded::Serializer::new(String::new()).append_pair(name, &text).finish();
                    let path = good.path().split('?').next().unwrap_or_default().to_owned();
                    let answer = good.at(&format!("{path}?{query}")).send().await;
                    assert!(matches!(answer.status, 400 | 422), "{} {query}: {}", operation.id, answer.text());
                    tried += 1;
                }
            }
        }
        assert!(tried > 15, "{tried}");
    })
    .await;
}

#[tokio::test]
async fn what_the_document_excludes_of_a_body_is_refused() {
    on_both(async |tenant| {
        let document = Document::canonical();
        let mut tried = 0;
        for (operation, row) in operations() {
            let Some((schema, _)) = operation.request() else { continue };
            if operation.request_type() != Some("application/json") {
                continue;
            }
            let mut good = (row.good)(&tenant).await;
            let body = good.json_body();
            for (index, (at, wrong)) in wrong_bodies(document.root(), schema, &body).into_iter().enumerate() {
                // Where clients register themselves so many attempts are taken, at each server.
                if index % 20 == 19 {
                    good = (row.good)(&tenant).await;
                }
                let answer = good.clone().json(&wrong).send().await;
                let said = format!("{} with another {at}: {} {}", operation.id, answer.status, answer.text());
                assert!(answer.status == 409 || is_refusal(&operation, answer.status), "{said}");
                tried += 1;
            }
        }
        assert!(tried > 250, "{tried}");
    })
    .await;
}

/// Is it the status of a body that can't be taken? ACP has none for the decisions of pages, which are forbidden then.
fn is_refusal(operation: &Operation<'_>, status: u16) -> bool {
    matches!(status, 400 | 415 | 422) || (status == 403 && operation.family() == Some(Family::AcpSystem))
}

/// Every grant is one of the list, at each door.
#[tokio::test]
async fn a_grant_that_the_document_does_not_know_is_refused() {
    on_both(async |tenant| {
        for id in ["token", "logto_token", "local_user_store_token"] {
            let (_, row) = operations().find(|(operation, _)| operation.id == id).unwrap();
            let good = (row.good)(&tenant).await;
            let mut fields = good.form_fields();
            fields.retain(|(name, _)| name != "grant_type");
            fields.push(("grant_type".to_owned(), "implicit".to_owned()));
            let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let answer = good.form(&fields).send().await.expect(400).json();
            // The clients of some doors have grants of their own.
            assert!(
                answer["error"] == "unsupported_grant_type" || answer["error"] == "unauthorized_client",
                "{answer}"
            );
        }
    })
    .await;
}

/// The body with one value that its schema excludes, once for each, and where that is. What the body has is gone through, and of what it hasn't the first level.
fn wrong_bodies(root: &Value, schema: &Value, body: &Value) -> Vec<(String, Value)> {
    let schema = unwrapped(root, schema);
    let mut wrong = Vec::new();
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let property = unwrapped(root, property);
        let mut put = |at: String, value: Value| {
            let mut body = body.clone();
            body[name] = value;
            wrong.push((at, body));
        };
        for value in excluded(property) {
            put(name.clone(), value);
        }
        let known = &body[name];
        if property["type"] == "object" && known.is_object() {
            for (at, value) in wrong_bodies(root, property, known) {
                put(format!("{name}.{at}"), value);
            }
        }
        let items = unwrapped(root, &property["items"]);
        for value in excluded(items) {
            put(format!("{name}[]"), json!([value]));
        }
        if let Some(first) = known.get(0).filter(|first| first.is_object()) {
            for (at, value) in wrong_bodies(root, items, first) {
                put(format!("{name}[0].{at}"), json!([value]));
            }
        }
    }
    wrong
}

/// The schema itself behind references and the wrapping of one that may be null.
fn unwrapped<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let schema = schema::resolve(root, schema);
    schema.pointer("/allOf/0").map_or(schema, |inner| schema::resolve(root, inner))
}

/// Texts of which each pattern excludes one, at least: of several words, of none, of names with one missing, not in ASCII.
const ODD: [&str; 4] = ["so % ~ so", " ", "a..b", "\u{fc}ber"];

/// One value for each thing that a schema of a text, a number or a list excludes.
fn excluded(schema: &Value) -> Vec<Value> {
    let number = |keyword: &str| schema[keyword].as_i64();
    let length = |keyword: &str| schema[keyword].as_u64().and_then(|length| usize::try_from(length).ok());
    let is_address = schema["format"] == "uri" || schema["pattern"].as_str().is_some_and(|text| text.contains("https"));
    let text = |length: usize| {
        let start = if is_address { "https://a.example/" } else { "" };
        json!(format!("{start}{}", "a".repeat(length.saturating_sub(start.len()))))
    };
    let mut values = Vec::new();
    values.extend(schema["enum"].is_array().then(|| json!("nothing of the kind")));
    values.extend((schema["format"] == "uri").then(|| json!("no address")));
    values.extend(schema["pattern"].as_str().map(|pattern| {
        let regex = Regex::new(pattern).unwrap();
        let odd = ODD.iter().find(|odd| !regex.is_match(odd));
        json!(odd.unwrap_or_else(|| panic!("{pattern} takes anything")))
    }));
    values.extend(length("minLength").map(|least| text(least - 1)));
    values.extend(length("maxLength").map(|most| text(most + 1)));
    values.extend(number("minimum").map(|least| json!(least - 1)));
    values.extend(number("maximum").map(|most| json!(most + 1)));
    values.extend(length("maxItems").map(|most| {
        let item = |index: usize| match schema["items"]["type"].as_str() {
            Some("string") => json!(format!("https://a.example/{index}")),
            _ => json!({"id": format!("a{index}"), "name": "true"}),
        };
        (0..=most).map(item).collect()
    }));
    values
}

//! What Go's encoder writes for what nobody set is the same as nothing, in every body of the dialect: null for lists, texts and flags, the first moment of the
//! year 1 for times.

use authplane_tests::document::Family;
use authplane_tests::{Database, Document, Settings, Tenant, TestServer, on_both, schema};
use serde_json::{Value, json};

use crate::it::nets::operations;

/// What chrono, Go and JavaScript make of Go's zero time.
const ZERO_TIMES: [&str; 3] = ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z", "0001-01-01T00:00:00+00:00"];

#[tokio::test]
async fn null_and_the_zero_time_are_taken_as_absence_in_every_body() {
    // What a body says is read before any database hears of it, so one is enough. One developer makes a client for each member.
    let settings = Settings { database: Database::Sqlite, ..Settings::default() }.with("registrations", "100000");
    let tenant = Tenant::new(&TestServer::start(settings).await).await;
    let root = Document::canonical().root();
    let (mut taken, mut missed, mut times) = (0, 0, 0);
    for (operation, row) in operations() {
        let is_acp = matches!(
            operation.family(),
            Some(Family::AcpAdmin | Family::AcpDeveloper | Family::AcpSystem | Family::AcpSetup)
        );
        let is_json = operation.request_type() == Some("application/json");
        let Some((body, _)) = operation.request().filter(|_| is_acp && is_json) else { continue };
        let example = (row.good)(&tenant).await.json_body();
        for member in members(root, body, &example) {
            let answer = async |value: Option<Value>| {
                let good = (row.good)(&tenant).await;
                let mut body = good.json_body();
                let (at, name) = member.pointer.rsplit_once('/').unwrap();
                let object = body.pointer_mut(at).unwrap().as_object_mut().unwrap();
                object.remove(name);
                object.extend(value.map(|value| (name.to_owned(), value)));
                let answer = good.json(&body).send().await;
                // The field, where one is missing.
                let details = if answer.status == 204 { Value::Null } else { answer.json()["details"].clone() };
                (answer.status, details)
            };
            let absent = answer(None).await;
            let said = format!("{} without {}: {absent:?}", operation.id, member.pointer);
            assert!(matches!(absent.0, 200..300 | 403 | 422), "{said}");
            assert!(!member.is_required || absent.0 >= 400, "{said}");
            *(if absent.0 < 300 { &mut taken } else { &mut missed }) += 1;
            let mut empty = vec![Value::Null];
            if member.is_time {
                times += 1;
                empty.extend(ZERO_TIMES.map(Value::from));
            }
            for value in empty {
                assert_eq!(answer(Some(value.clone())).await, absent, "{value} is not as nothing: {said}");
            }
        }
    }
    assert!(taken > 150 && missed > 20 && times > 0, "{taken}, {missed}, {times}");
}

struct Member {
    pointer: String,
    is_required: bool,
    is_time: bool,
}

/// Every member that the schema knows, of the body and of the objects in it. Those whose members their owner chooses have none that it knows.
fn members(root: &Value, schema: &Value, body: &Value) -> Vec<Member> {
    let mut found = Vec::new();
    collect(root, schema, body, "", &mut found);
    found
}

fn collect(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<Member>) {
    let schema = schema::resolve(root, schema);
    let schema = schema.pointer("/allOf/0").map_or(schema, |inner| schema::resolve(root, inner));
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let pointer = format!("{at}/{name}");
        if let Some(inner) = value.get(name) {
            collect(root, property, inner, &pointer, found);
        }
        let is_required = schema["required"].as_array().is_some_and(|names| names.contains(&json!(name)));
        found.push(Member { pointer, is_required, is_time: property["format"] == "date-time" });
    }
    if let Some(first) = value.get(0) {
        collect(root, &schema["items"], first, &format!("{at}/0"), found);
    }
}

/// Where the owner chooses the members, null is one of their values.
#[tokio::test]
async fn null_is_kept_where_members_are_the_owners() {
    on_both(async |tenant| {
        let context = json!({"name": "Ada", "nickname": null, "list": [null, {"a": null}]});
        let methods = json!({"methods": [{
            "id": "staff", "name": "Staff", "method": "static", "azure": null, "mappings": null,
            "static": {"hint": null, "users": [{"username": "ada", "password": "correct horse", "authentication_context": context}]}
        }]});
        let path = "/api/admin/{tid}/servers/default/authentications";
        let shown = tenant.put(path).json(methods).send().await.expect(200).json();
        assert_eq!(shown["methods"][0]["static"]["users"][0]["authentication_context"], context);
    })
    .await;
}

/// An item of a list is no member.
#[tokio::test]
async fn null_among_the_items_of_a_list_is_refused() {
    on_both(async |tenant| {
        for body in [
            json!({"name": "One", "jwks": {"keys": [null]}}),
            json!({"name": "One", "grant_types": [null]}),
            json!({"name": "One", "authentications": {"methods": [null]}}),
        ] {
            let _ = tenant.post("/api/admin/{tid}/servers").json(&body).send().await.expect(400);
        }
    })
    .await;
}

/// A member that stands twice would be two things to two readers.
#[tokio::test]
async fn a_member_that_stands_twice_is_refused_wherever_it_is() {
    on_both(async |tenant| {
        for body in [
            r#"{"name": "One", "name": "Two"}"#,
            r#"{"name": "One", "name": null}"#,
            r#"{"name": "One", "authentications": {"methods": [], "methods": []}}"#,
        ] {
            let answer = tenant.post("/api/admin/{tid}/servers").body("application/json", body).send().await;
            let said = answer.expect(400).text();
            assert!(said.contains("duplicate field"), "{said}");
        }
    })
    .await;
}

//! The admin API of a tenant: `/api/admin/{tid}/…`.

pub(in crate::it) mod actions;
pub(in crate::it) mod apis;
pub(in crate::it) mod audit_events;
pub(in crate::it) mod claims;
pub(in crate::it) mod clients;
pub(in crate::it) mod consents;
pub(in crate::it) mod environment;
pub(in crate::it) mod events;
pub(in crate::it) mod gateways;
pub(in crate::it) mod policies;
pub(in crate::it) mod scopes;
pub(in crate::it) mod servers;
pub(in crate::it) mod services;
pub(in crate::it) mod tenant;

use authplane_tests::{Answer, Call, Tenant, on_both};
use serde_json::{Value, json};

use crate::it::nets::{Row, TOO_LARGE};
use crate::it::things;

/// The rows of each file.
pub(in crate::it) const OPERATIONS: &[&[Row]] = &[
    actions::OPERATIONS,
    apis::OPERATIONS,
    audit_events::OPERATIONS,
    claims::OPERATIONS,
    clients::OPERATIONS,
    clients::secrets::OPERATIONS,
    consents::OPERATIONS,
    environment::OPERATIONS,
    events::OPERATIONS,
    gateways::OPERATIONS,
    policies::OPERATIONS,
    policies::test::OPERATIONS,
    scopes::OPERATIONS,
    servers::OPERATIONS,
    servers::dashboards::OPERATIONS,
    servers::sessions::OPERATIONS,
    services::OPERATIONS,
    services::specifications::OPERATIONS,
    tenant::OPERATIONS,
];

/// Is it an xid: 20 characters of lower-case base32hex?
fn is_xid(id: &str) -> bool {
    id.len() == 20 && id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'v').contains(&byte))
}

/// The field that a refused value is told about.
#[track_caller]
pub(in crate::it) fn field_of(answer: &Answer) -> String {
    let body = answer.json();
    assert_eq!(body["status_code"], answer.status, "{body}");
    body["details"]["field"].as_str().unwrap_or_default().to_owned()
}

/// Everything that the three lists of the default server show.
async fn snapshot(tenant: &Tenant) -> Vec<Value> {
    let mut lists = Vec::new();
    for list in ["services", "scopes", "clients"] {
        let path = format!("/api/admin/{{tid}}/servers/default/{list}");
        lists.push(tenant.get(&path).send().await.expect(200).json());
    }
    lists
}

async fn refused(tenant: &Tenant, call: Call, status: u16) -> Answer {
    let before = snapshot(tenant).await;
    let answer = call.send().await.expect(status);
    assert_eq!(snapshot(tenant).await, before, "nothing is written");
    answer
}

const COLLECTIONS: [&str; 3] = ["services", "scopes", "clients"];

#[tokio::test]
async fn a_tenant_that_does_not_exist_looks_like_one_of_somebody_else() {
    on_both(async |tenant| {
        for path in ["/api/admin/nobody/servers/default/services", "/api/admin/default/servers/default/services"] {
            let answer = tenant.get(path).send().await.expect(401).json();
            assert_eq!(answer["status_code"], 401);
        }
    })
    .await;
}

#[tokio::test]
async fn unknown_ids_answer_404_that_names_thing_and_id() {
    on_both(async |tenant| {
        for collection in COLLECTIONS {
            let path = format!("/api/admin/{{tid}}/{collection}/unknown");
            let valid = json!({"name": "renamed"});
            for call in [tenant.get(&path), tenant.put(&path).json(&valid), tenant.delete(&path)] {
                let answer = call.send().await.expect(404).json();
                assert_eq!(answer["status_code"], 404);
                assert_eq!(answer["details"]["id"], "unknown", "{collection}");
            }
        }
        for list in ["services", "clients"] {
            let answer = tenant.get(&format!("/api/admin/{{tid}}/servers/unknown/{list}")).send().await.expect(404);
            assert_eq!(answer.json()["status_code"], 404);
        }
        // The one list that declares no 404 (ACP behaviour, §14).
        let answer = tenant.get("/api/admin/{tid}/servers/unknown/scopes").send().await.expect(200);
        assert_eq!(answer.json(), json!({"scopes": []}));
    })
    .await;
}

#[tokio::test]
async fn ids_that_nothing_can_have_are_unknown() {
    on_both(async |tenant| {
        let long = "a".repeat(4000);
        for id in ["%2F", "a%2Fb", "%20", "%C5%BE", "%zz", long.as_str(), "%00", "%FF", "%27%3B--"] {
            for collection in COLLECTIONS {
                let path = format!("/api/admin/{{tid}}/{collection}/{id}");
                for call in [tenant.get(&path), tenant.put(&path).json(json!({"name": "a"})), tenant.delete(&path)] {
                    let answer = call.send().await;
                    assert_eq!(answer.status, 404, "{path}: {}", answer.text());
                    assert_eq!(answer.json()["status_code"], 404);
                }
            }
            for list in ["services", "clients"] {
                let path = format!("/api/admin/{{tid}}/servers/{id}/{list}");
                let _ = tenant.get(&path).send().await.expect(404);
            }
            let scopes = tenant.get(&format!("/api/admin/{{tid}}/servers/{id}/scopes")).send().await;
            // This list declares no 404, but what can't be in a path isn't its path.
            assert_eq!(scopes.status, if id == "%00" || id == "%FF" { 404 } else { 200 }, "{id}");
        }
    })
    .await;
}

#[tokio::test]
async fn bodies_that_are_no_json_object_are_refused_and_nothing_is_written() {
    on_both(async |tenant| {
        for collection in COLLECTIONS {
            // createClient declares no 400: there, what can't be read is a value that can't be accepted.
            let status = if collection == "clients" { 422 } else { 400 };
            let path = format!("/api/admin/{{tid}}/{collection}");
            for text in ["{", "nonsense", "[]", "\"a\"", "1", "{\"name\": \"a\\u0000\"}", "{\"name\": \"a\"} {}"] {
                let answer = refused(&tenant, tenant.post(&path).body("application/json", text), status).await.json();
                assert_eq!(answer["status_code"], status, "{collection}: {text}");
            }
            let twice =
                r#"{"authorization_server_id": "default", "name": "a", "name": "b", "scopes": [], "scopes": []}"#;
            let _ = refused(&tenant, tenant.post(&path).body("application/json", twice), status).await;
            let call = tenant.post(&path).body("application/json", b"{\"name\": \"\xff\"}".as_slice());
            let _ = refused(&tenant, call, status).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_body_of_more_than_a_mebibyte_is_413() {
    on_both(async |tenant| {
        for collection in COLLECTIONS {
            let body = json!({"name": "a".repeat(TOO_LARGE), "authorization_server_id": "default"});
            let call = tenant.post(&format!("/api/admin/{{tid}}/{collection}")).json(body);
            assert_eq!(refused(&tenant, call, 413).await.json()["status_code"], 413);
        }
    })
    .await;
}

#[tokio::test]
async fn the_label_of_a_body_is_not_looked_at() {
    on_both(async |tenant| {
        // The product's own samples post JSON labelled as a form (ACP behaviour, §2).
        for label in ["", "application/x-www-form-urlencoded", "text/plain", "application/json"] {
            let body = json!({"name": "Orders"}).to_string();
            let _ = tenant.post("/api/admin/{tid}/services").body(label, body).send().await.expect(201);
        }
    })
    .await;
}

#[tokio::test]
async fn unknown_paths_and_methods_answer_in_the_dialect_s_shape() {
    on_both(async |tenant| {
        for path in ["/api/admin/{tid}/nothing", "/api/admin", "/api/admin/{tid}/services/a/b"] {
            let answer = tenant.get(path).anonymous().send().await.expect(404);
            assert_eq!(answer.json()["status_code"], 404);
        }
        for (path, allow) in [
            ("/api/admin/{tid}/services", "POST"),
            ("/api/admin/{tid}/services/a", "DELETE, GET, HEAD, PUT"),
            ("/api/admin/{tid}/servers/default/services", "GET, HEAD"),
        ] {
            let answer = tenant.patch(path).anonymous().send().await.expect(405);
            assert_eq!((answer.header("allow"), &answer.json()["status_code"]), (allow, &json!(405)), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn things_come_and_go_with_their_audit_events() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let path = format!("/api/admin/{{tid}}/services/{service}");
        let _ = tenant.put(&path).json(json!({"name": "Renamed"})).send().await.expect(200);
        let _ = tenant.put(&path).json(json!({"name": ""})).send().await.expect(422);
        let _ = tenant.delete(&path).send().await.expect(204);
        let events = tenant.audit_events().await.into_iter().filter(|(_, object)| *object == service);
        let actions: Vec<String> = events.map(|(action, _)| action).collect();
        assert_eq!(actions, ["service.remove", "service.change", "service.create"]);
    })
    .await;
}

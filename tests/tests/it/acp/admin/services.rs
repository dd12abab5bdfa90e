//! `/api/admin/{tid}/services`.

pub(in crate::it) mod specifications;

use authplane_client::types;
use authplane_tests::tenant::texts;
use authplane_tests::{Call, Tenant, on_both};
use serde_json::{Value, json};

use super::{field_of, is_xid, refused};
use crate::it::nets::{Row, UNKNOWN, ready};
use crate::it::things::{self, fresh};

const SERVICES: &str = "/api/admin/{tid}/services";
const LIST: &str = "/api/admin/{tid}/servers/default/services";

#[tokio::test]
async fn the_sdk_creates_reads_replaces_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let tid = &tenant.id;
        let body = types::AcpServiceRequest::builder().name("Orders".to_owned()).description("All of them".to_owned());
        let created = client.create_service().tid(tid).body(body).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_str(), created.description.as_str()), ("Orders", "All of them"));
        let got = client.get_service().tid(tid).sid(&created.id).send().await.unwrap().into_inner();
        assert_eq!((&got.id, got.scopes.len()), (&created.id, 0));
        let body = types::AcpServiceRequest::builder().name("Renamed".to_owned());
        let call = client.update_service().tid(tid).sid(&created.id).body(body);
        let changed = call.send().await.unwrap().into_inner();
        assert_eq!((changed.name.as_str(), changed.description.as_str()), ("Renamed", ""));
        let listed = client.list_services().tid(tid).aid("default").send().await.unwrap().into_inner();
        assert!(listed.services.iter().any(|listed| listed.id == created.id && listed.name == "Renamed"));
        client.delete_service().tid(tid).sid(&created.id).send().await.unwrap();
        let gone = client.get_service().tid(tid).sid(&created.id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn a_new_service_has_the_defaults() {
    on_both(async |tenant| {
        let body = json!({"name": "Orders", "tenant_id": "other", "with_specification": true, "unknown": [1]});
        let created = tenant.post(SERVICES).json(body).send().await.expect(201).json();
        let id = created["id"].as_str().unwrap();
        assert!(is_xid(id), "{id}");
        let mut expected = json!({"id": id, "name": "Orders", "description": "", "tenant_id": tenant.id,
            "authorization_server_id": "default", "gateway_id": "", "with_specification": false});
        assert_eq!(created, expected);
        expected["protected_by_lambda_authorizer"] = json!(false);
        let listed = tenant.get(LIST).send().await.expect(200).json();
        assert_eq!(
            listed["services"].as_array().unwrap().last(),
            Some(&expected),
            "lists are in the order of creation"
        );
        expected["scopes"] = json!([]);
        assert_eq!(tenant.get(&format!("{SERVICES}/{id}")).send().await.expect(200).json(), expected);
    })
    .await;
}

#[tokio::test]
async fn an_id_may_be_brought_along_once_in_the_tenant() {
    on_both(async |tenant| {
        let id = fresh("my-orders");
        let new = json!({"id": id, "name": "Orders"});
        assert_eq!(tenant.post(SERVICES).json(&new).send().await.expect(201).json()["id"], id);
        let answer = refused(&tenant, tenant.post(SERVICES).json(&new), 409).await;
        assert_eq!(field_of(&answer), "id");
        // Also across servers: an id is the tenant's.
        let elsewhere = json!({"id": id, "name": "Orders", "authorization_server_id": "developer"});
        let _ = refused(&tenant, tenant.post(SERVICES).json(elsewhere), 409).await;
        let stranger = authplane_tests::Tenant::new(&tenant.server).await;
        let _ = stranger.post(SERVICES).json(&new).send().await.expect(201);
        for id in ["a/b", "a b", "a%", "a?b", "..", &"a".repeat(200)] {
            let answer = refused(&tenant, tenant.post(SERVICES).json(json!({"id": id, "name": "Orders"})), 422).await;
            assert_eq!(field_of(&answer), "id", "{id:?}");
        }
        let made = tenant.post(SERVICES).json(json!({"id": "", "name": "Orders"})).send().await.expect(201).json();
        assert!(is_xid(made["id"].as_str().unwrap()), "an empty one is none");
    })
    .await;
}

#[tokio::test]
async fn values_that_cannot_be_accepted_are_422_and_wrong_types_400() {
    on_both(async |tenant| {
        let path = format!("{SERVICES}/{}", things::service(&tenant).await);
        for (body, status, field) in [
            (json!({}), 422, "name"),
            (json!({"name": ""}), 422, "name"),
            (json!({"name": " "}), 422, "name"),
            (json!({"name": null}), 422, "name"),
            (json!({"name": "a\nb"}), 422, "name"),
            (json!({"name": "n".repeat(600)}), 422, "name"),
            (json!({"name": "a", "description": "d".repeat(10_000)}), 422, "description"),
            (json!({"name": "a", "gateway_id": "a/b"}), 422, "gateway_id"),
            (json!({"name": "a", "gateway_id": UNKNOWN}), 422, "gateway_id"),
            (json!({"name": 1}), 400, "name"),
            (json!({"name": "a", "description": {}}), 400, "description"),
            (json!({"name": "a", "with_specification": "yes"}), 400, "with_specification"),
            (json!({"name": "a", "tenant_id": 1}), 400, "tenant_id"),
        ] {
            for call in [tenant.post(SERVICES), tenant.put(&path)] {
                let answer = refused(&tenant, call.json(&body), status).await;
                assert_eq!(field_of(&answer), field, "{body}");
            }
        }
        let empty = refused(&tenant, tenant.post(SERVICES), 422).await;
        assert_eq!(field_of(&empty), "name", "no body is an empty one");
        let answer = tenant.post(SERVICES).json(json!({"name": "a", "authorization_server_id": "unknown"}));
        assert_eq!(refused(&tenant, answer, 404).await.json()["details"]["id"], "unknown");
    })
    .await;
}

#[tokio::test]
async fn a_put_replaces_everything_but_ids() {
    on_both(async |tenant| {
        let gateway = things::gateway_of(&tenant, "default", "kong").await["id"].clone();
        let new = json!({"name": "Orders", "description": "All of them", "gateway_id": gateway});
        let created = tenant.post(SERVICES).json(new).send().await.expect(201).json();
        assert_eq!(created["gateway_id"], gateway);
        let path = format!("{SERVICES}/{}", created["id"].as_str().unwrap());
        let whole =
            json!({"id": "other", "name": "Renamed", "tenant_id": "other", "authorization_server_id": "developer"});
        let replaced = tenant.put(&path).json(whole).send().await.expect(200).json();
        let mut expected: Value = created.clone();
        expected["name"] = json!("Renamed");
        expected["description"] = json!("");
        expected["gateway_id"] = json!("");
        assert_eq!(replaced, expected);
        // Clients send back what they read.
        let read = tenant.get(&path).send().await.expect(200).json();
        assert_eq!(tenant.put(&path).json(&read).send().await.expect(200).json(), expected);
    })
    .await;
}

#[tokio::test]
async fn a_service_shows_its_scopes_in_the_order_of_creation() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let mut ids = Vec::new();
        for name in ["z", "a", "m"] {
            ids.push(things::scope(&tenant, Some(&service), name).await);
        }
        things::scope(&tenant, None, &fresh("other")).await;
        let shown = tenant.get(&format!("{SERVICES}/{service}")).send().await.expect(200).json();
        assert_eq!(texts(&shown["scopes"], "id"), ids);
        assert_eq!(texts(&shown["scopes"], "name"), ["z", "a", "m"]);
    })
    .await;
}

#[tokio::test]
async fn each_server_has_its_built_in_services_which_stay_as_they_are() {
    on_both(async |tenant| {
        let names = ["Profile", "User Privacy & Consent", "OAuth2"];
        for server in ["admin", "default", "developer", "system"] {
            let path = format!("/api/admin/{{tid}}/servers/{server}/services");
            let listed = tenant.get(&path).send().await.expect(200).json();
            let shown = texts(&listed["services"], "name");
            assert!(names.iter().all(|name| shown.iter().any(|shown| shown == name)), "{server}: {shown:?}");
            let is_system = server == "system";
            for name in ["Login and Scope Grant", "Gateway"] {
                assert_eq!(shown.iter().any(|shown| shown == name), is_system, "{server}: {name}");
            }
            for id in texts(&listed["services"], "id") {
                let path = format!("{SERVICES}/{id}");
                let changed = tenant.put(&path).json(json!({"name": "Mine"})).send().await.expect(400);
                assert_eq!(changed.json()["status_code"], 400);
                let _ = tenant.delete(&path).send().await.expect(400);
            }
            assert_eq!(tenant.get(&path).send().await.json(), listed);
        }
        let scopes_of = async |name: &str| {
            let listed = tenant.get(LIST).send().await.json();
            let listed = listed["services"].as_array().unwrap().clone();
            let id = listed.iter().find(|service| service["name"] == name).unwrap()["id"].as_str().unwrap().to_owned();
            let mut scopes = texts(&tenant.get(&format!("{SERVICES}/{id}")).send().await.json()["scopes"], "name");
            scopes.sort();
            scopes
        };
        let profile = ["address", "email", "offline_access", "openid", "phone", "profile"];
        assert_eq!(scopes_of("Profile").await, profile);
        assert_eq!(scopes_of("User Privacy & Consent").await, ["manage_consents", "view_consents"]);
        let oauth = [
            "introspect_tokens",
            "list_clients_with_access",
            "register_clients",
            "revoke_client_access",
            "revoke_tokens",
        ];
        assert_eq!(scopes_of("OAuth2").await, oauth);
    })
    .await;
}

#[tokio::test]
async fn deletion_takes_the_scopes_along_and_takes_them_from_clients() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let scope = things::scope(&tenant, Some(&service), "orders:read").await;
        let client = things::client(&tenant, &["orders:read"]).await;
        let path = format!("{SERVICES}/{service}");
        assert_eq!(tenant.delete(&path).send().await.expect(204).text(), "");
        let _ = tenant.get(&format!("/api/admin/{{tid}}/scopes/{scope}")).send().await.expect(404);
        assert_eq!(things::scopes_of_client(&tenant, &client).await, json!([]));
        let _ = tenant.delete(&path).send().await.expect(404);
    })
    .await;
}

const SEE: &[&str] = &["services:read", "services:write"];
const CHANGE: &[&str] = &["services:write"];

/// The path of a new one.
async fn one(tenant: &Tenant) -> String {
    format!("{SERVICES}/{}", things::service(tenant).await)
}

/// Creation with an id that is taken.
async fn again(tenant: &Tenant) -> Call {
    tenant.post(SERVICES).json(json!({"id": things::service(tenant).await, "name": "Orders"}))
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "list_services", scopes: SEE, good: |tenant| ready(tenant.get(LIST)), provoke: &[] },
    Row {
        id: "create_service",
        scopes: CHANGE,
        good: |tenant| ready(tenant.post(SERVICES).json(json!({"name": "Orders"}))),
        provoke: &[
            (404, |_, good| ready(good.json(json!({"name": "a", "authorization_server_id": UNKNOWN})))),
            (409, |tenant, _| Box::pin(again(tenant))),
        ],
    },
    Row {
        id: "get_service",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_service",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.put(&one(tenant).await).json(json!({"name": "Renamed"})) }),
        provoke: &[],
    },
    Row {
        id: "delete_service",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&one(tenant).await) }),
        provoke: &[(400, |tenant, _| ready(tenant.delete(&format!("{SERVICES}/management-api"))))],
    },
];

//! `/api/admin/{tid}/scopes`.

use authplane_client::types;
use authplane_tests::tenant::texts;
use authplane_tests::{Call, Tenant, on_both};
use serde_json::json;

use super::{field_of, is_xid, refused};
use crate::it::nets::{Row, UNKNOWN, ready};
use crate::it::things::{self, fresh};

const SCOPES: &str = "/api/admin/{tid}/scopes";
const LIST: &str = "/api/admin/{tid}/servers/default/scopes";

#[tokio::test]
async fn the_sdk_creates_reads_replaces_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let tid = &tenant.id;
        let service = things::service(&tenant).await;
        let body = types::AcpNewScope::builder().name("orders:read".to_owned()).service_id(service.clone());
        let created = client.create_scope().tid(tid).body(body).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_str(), created.authorization_server_id.as_str()), ("orders:read", "default"));
        let got = client.get_scope().tid(tid).scp(&created.id).send().await.unwrap().into_inner();
        assert_eq!(got.service.map(|service| service.id), Some(service));
        let body = types::AcpScopeRequest::builder().name("orders:see".to_owned()).display_name("See".to_owned());
        let call = client.update_scope().tid(tid).scp(&created.id).body(body);
        let changed = call.send().await.unwrap().into_inner();
        assert_eq!((changed.name.as_str(), changed.display_name.as_str()), ("orders:see", "See"));
        let listed = client.list_scopes().tid(tid).aid("default").send().await.unwrap().into_inner();
        assert!(listed.scopes.iter().any(|listed| listed.id == created.id && listed.with_service));
        client.delete_scope().tid(tid).scp(&created.id).send().await.unwrap();
        let gone = client.get_scope().tid(tid).scp(&created.id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn creation_answers_without_the_service_and_reads_show_it() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let body = json!({"name": "orders:read", "display_name": "Read orders", "description": "See orders",
            "service_id": service, "tenant_id": "other", "developer_policy_id": "block", "user_policy_id": "nist-aal-2"});
        let created = tenant.post(SCOPES).json(body).send().await.expect(201).json();
        let id = created["id"].as_str().unwrap();
        assert!(is_xid(id), "{id}");
        let mut expected = json!({"id": id, "name": "orders:read", "display_name": "Read orders",
            "description": "See orders", "tenant_id": tenant.id, "authorization_server_id": "default",
            "developer_policy_id": "block", "user_policy_id": "nist-aal-2"});
        assert_eq!(created, expected);
        expected["with_service"] = json!(true);
        expected["service"] = json!({"id": service, "name": "Orders", "description": "", "tenant_id": tenant.id,
            "authorization_server_id": "default", "gateway_id": "", "with_specification": false});
        assert_eq!(tenant.get(&format!("{SCOPES}/{id}")).send().await.expect(200).json(), expected);
        let listed = tenant.get(LIST).send().await.expect(200).json();
        assert_eq!(listed["scopes"].as_array().unwrap().last(), Some(&expected));
    })
    .await;
}

#[tokio::test]
async fn a_scope_needs_no_service() {
    on_both(async |tenant| {
        let id = things::scope(&tenant, None, "alone").await;
        let shown = tenant.get(&format!("{SCOPES}/{id}")).send().await.expect(200).json();
        assert_eq!((&shown["with_service"], shown.get("service")), (&json!(false), None));
        for member in ["display_name", "description", "developer_policy_id", "user_policy_id"] {
            assert_eq!(shown[member], "", "{member}");
        }
        // It is nobody's resource, so Logto doesn't show it.
        let resources = tenant.get("/api/resources?includeScopes=1").send().await.json();
        assert!(!resources.to_string().contains("\"alone\""));
    })
    .await;
}

#[tokio::test]
async fn the_server_is_the_service_s_unless_it_is_named() {
    on_both(async |tenant| {
        let new = json!({"name": "Elsewhere", "authorization_server_id": "developer"});
        let service = tenant.post("/api/admin/{tid}/services").json(new).send().await.expect(201).json()["id"].clone();
        let created = tenant.post(SCOPES).json(json!({"name": "a", "service_id": service})).send().await.expect(201);
        assert_eq!(created.json()["authorization_server_id"], "developer");
        // A service of another server is none of this one.
        let mixed = json!({"name": "b", "service_id": service, "authorization_server_id": "default"});
        let _ = refused(&tenant, tenant.post(SCOPES).json(mixed), 404).await;
        let listed = tenant.get("/api/admin/{tid}/servers/developer/scopes").send().await.json();
        assert!(texts(&listed["scopes"], "name").contains(&"a".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn a_name_stands_once_in_a_service_and_once_among_those_without() {
    on_both(async |tenant| {
        let services = [things::service(&tenant).await, things::service(&tenant).await];
        let new = |service: &str| json!({"name": "orders:read", "service_id": service});
        for service in [services[0].as_str(), services[1].as_str(), ""] {
            let _ = tenant.post(SCOPES).json(new(service)).send().await.expect(201);
            let answer = refused(&tenant, tenant.post(SCOPES).json(new(service)), 409).await;
            assert_eq!(field_of(&answer), "name", "{service:?}");
        }
        let id = things::scope(&tenant, None, "other").await;
        let call = tenant.put(&format!("{SCOPES}/{id}")).json(json!({"name": "orders:read"}));
        assert_eq!(field_of(&refused(&tenant, call, 422).await), "name", "an update declares no 409");
    })
    .await;
}

#[tokio::test]
async fn an_id_may_be_brought_along_once_in_the_tenant() {
    on_both(async |tenant| {
        let id = fresh("my-scope");
        let new = |name: &str| json!({"id": id, "name": name});
        assert_eq!(tenant.post(SCOPES).json(new("a")).send().await.expect(201).json()["id"], id);
        let answer = refused(&tenant, tenant.post(SCOPES).json(new("b")), 409).await;
        assert_eq!(field_of(&answer), "id");
        let stranger = Tenant::new(&tenant.server).await;
        let _ = stranger.post(SCOPES).json(new("a")).send().await.expect(201);
    })
    .await;
}

#[tokio::test]
async fn values_that_cannot_be_accepted_are_422_and_wrong_types_400() {
    on_both(async |tenant| {
        let path = format!("{SCOPES}/{}", things::scope(&tenant, None, "kept").await);
        for (body, status, field) in [
            (json!({}), 422, "name"),
            (json!({"name": ""}), 422, "name"),
            (json!({"name": "a b"}), 422, "name"),
            (json!({"name": "a\u{2003}b"}), 422, "name"),
            (json!({"name": null}), 422, "name"),
            (json!({"name": "a", "developer_policy_id": "unknown"}), 422, "developer_policy_id"),
            (json!({"name": "a", "user_policy_id": "unknown"}), 422, "user_policy_id"),
            (json!({"name": "a", "display_name": "d".repeat(10_000)}), 422, "display_name"),
            (json!({"name": 1}), 400, "name"),
            (json!({"name": "a", "display_name": []}), 400, "display_name"),
        ] {
            for call in [tenant.post(SCOPES), tenant.put(&path)] {
                let answer = refused(&tenant, call.json(&body), status).await;
                assert_eq!(field_of(&answer), field, "{body}");
            }
        }
        for (body, id) in [
            (json!({"name": "a", "service_id": "unknown"}), "unknown"),
            (json!({"name": "a", "authorization_server_id": "nobody"}), "nobody"),
        ] {
            let answer = refused(&tenant, tenant.post(SCOPES).json(&body), 404).await.json();
            assert_eq!(answer["details"]["id"], id);
        }
        let call = tenant.post(SCOPES).json(json!({"name": "a", "service_id": 1}));
        assert_eq!(field_of(&refused(&tenant, call, 400).await), "service_id");
    })
    .await;
}

#[tokio::test]
async fn a_put_replaces_everything_but_ids_and_the_service() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let new = json!({"name": "a", "display_name": "A", "description": "D", "service_id": service,
            "developer_policy_id": "block", "user_policy_id": "block"});
        let created = tenant.post(SCOPES).json(new).send().await.expect(201).json();
        let path = format!("{SCOPES}/{}", created["id"].as_str().unwrap());
        let body = json!({"name": "b", "id": "other", "service_id": "", "authorization_server_id": "developer"});
        let replaced = tenant.put(&path).json(body).send().await.expect(200).json();
        let expected = json!({"id": created["id"], "name": "b", "display_name": "", "description": "",
            "tenant_id": tenant.id, "authorization_server_id": "default", "developer_policy_id": "", "user_policy_id": ""});
        assert_eq!(replaced, expected);
        let shown = tenant.get(&path).send().await.json();
        assert_eq!(shown["service"]["id"], service);
        assert_eq!(tenant.put(&path).json(&shown).send().await.expect(200).json(), expected, "what was read can be sent back");
    })
    .await;
}

#[tokio::test]
async fn deletion_takes_the_scope_from_clients() {
    on_both(async |tenant| {
        let (gone, kept) = (fresh("gone"), fresh("kept"));
        let id = things::scope(&tenant, None, &gone).await;
        things::scope(&tenant, None, &kept).await;
        let client = things::client(&tenant, &[&gone, &kept]).await;
        let path = format!("{SCOPES}/{id}");
        assert_eq!(tenant.delete(&path).send().await.expect(204).text(), "");
        let _ = tenant.delete(&path).send().await.expect(404);
        assert_eq!(things::scopes_of_client(&tenant, &client).await, json!([kept]));
    })
    .await;
}

#[tokio::test]
async fn built_in_scopes_cannot_be_deleted_nor_renamed_and_nobody_adds_to_the_control_surface() {
    on_both(async |tenant| {
        let listed = tenant.get(LIST).send().await.expect(200).json();
        for scope in listed["scopes"].as_array().unwrap() {
            let path = format!("{SCOPES}/{}", scope["id"].as_str().unwrap());
            // deleteScope declares no 400, so what the state forbids is forbidden.
            let _ = tenant.delete(&path).send().await.expect(403);
            let _ = tenant.put(&path).json(json!({"name": "mine"})).send().await.expect(400);
        }
        let on_admin = tenant.get("/api/admin/{tid}/servers/admin/services").send().await.expect(200).json();
        assert!(texts(&on_admin["services"], "id").contains(&"control-plane".to_owned()));
        for service in ["control-plane", "management-api", "local-user-store"] {
            let call = tenant.post(SCOPES).json(json!({"name": "mine", "service_id": service}));
            let _ = call.send().await.expect(400);
        }
        assert_eq!(tenant.get(LIST).send().await.json(), listed);
    })
    .await;
}

const SEE: &[&str] = &["scopes:read", "scopes:write"];
const CHANGE: &[&str] = &["scopes:write"];

/// The path of a new one.
async fn one(tenant: &Tenant) -> String {
    format!("{SCOPES}/{}", things::scope(tenant, None, &fresh("scope")).await)
}

/// Creation with an id that is taken.
async fn again(tenant: &Tenant) -> Call {
    let id = things::scope(tenant, None, &fresh("scope")).await;
    tenant.post(SCOPES).json(json!({"id": id, "name": fresh("scope")}))
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "list_scopes", scopes: SEE, good: |tenant| ready(tenant.get(LIST)), provoke: &[] },
    Row {
        id: "create_scope",
        scopes: CHANGE,
        good: |tenant| ready(tenant.post(SCOPES).json(json!({"name": fresh("scope")}))),
        provoke: &[
            (404, |_, good| ready(good.json(json!({"name": "a", "authorization_server_id": UNKNOWN})))),
            (409, |tenant, _| Box::pin(again(tenant))),
        ],
    },
    Row {
        id: "get_scope",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_scope",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.put(&one(tenant).await).json(json!({"name": fresh("renamed")})) }),
        provoke: &[],
    },
    Row {
        id: "delete_scope",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&one(tenant).await) }),
        provoke: &[],
    },
];

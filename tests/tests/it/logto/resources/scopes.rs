//! The scopes of an API resource.

use authplane_client::types;
use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

use super::{MANAGEMENT_API, is_logto_id, issue_path};
use crate::it::nets::{Row, UNKNOWN, ready};
use crate::it::things;

fn scopes_of(resource: &str) -> String {
    format!("/api/resources/{resource}/scopes")
}

async fn listed(tenant: &Tenant, resource: &str) -> Value {
    tenant.get(&scopes_of(resource)).send().await.expect(200).json()
}

#[tokio::test]
async fn the_sdk_creates_changes_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let resource = things::resource(&tenant).await;
        let body = types::LogtoCreateResourceScopeRequest::builder().name("orders:read").description("See".to_owned());
        let created =
            client.create_resource_scope().resource_id(&resource).body(body).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_str(), created.description.as_deref()), ("orders:read", Some("See")));
        assert_eq!(created.resource_id, resource);
        let body = types::LogtoUpdateResourceScopeRequest::builder().name("orders:see".to_owned());
        let call = client.update_resource_scope().resource_id(&resource).scope_id(&created.id).body(body);
        let changed = call.send().await.unwrap().into_inner();
        assert_eq!((changed.name.as_str(), changed.description.as_deref()), ("orders:see", Some("See")));
        let listed = client.list_resource_scopes().resource_id(&resource).send().await.unwrap();
        assert_eq!(listed.headers()["total-number"], "1");
        assert_eq!(listed.into_inner()[0].id, created.id);
        client.delete_resource_scope().resource_id(&resource).scope_id(&created.id).send().await.unwrap();
        let listed = client.list_resource_scopes().resource_id(&resource).send().await.unwrap();
        assert!(listed.into_inner().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_new_scope_has_the_defaults_and_an_empty_description_is_none() {
    on_both(async |tenant| {
        let resource = things::resource(&tenant).await;
        for (description, shown) in [(json!("See"), json!("See")), (json!(""), json!(null)), (json!(null), json!(null))]
        {
            let name = format!("a{description}").replace(['"', ' '], "");
            let body =
                json!({"name": name, "description": description, "id": "mine", "resourceId": "other", "tenantId": "x"});
            let created = tenant.post(&scopes_of(&resource)).json(body).send().await.expect(201).json();
            let (id, created_at) = (created["id"].as_str().unwrap(), created["createdAt"].as_i64().unwrap());
            assert!(is_logto_id(id), "{id}");
            // Milliseconds, not seconds or microseconds.
            assert!((1_600_000_000_000..10_000_000_000_000).contains(&created_at), "{created_at}");
            let expected = json!({"tenantId": tenant.id, "id": id, "resourceId": resource, "name": name,
                "description": shown, "createdAt": created_at});
            assert_eq!(created, expected);
        }
        let body = tenant.post(&scopes_of(&resource)).json(json!({"name": "plain"})).send().await.expect(201).json();
        assert_eq!(body["description"], json!(null));
    })
    .await;
}

#[tokio::test]
async fn creation_checks_the_body_then_white_space_then_the_resource_then_its_name() {
    on_both(async |tenant| {
        let unknown = scopes_of("unknown");
        let resource = things::resource(&tenant).await;
        things::resource_scope(&tenant, &resource, "taken").await;
        for body in [json!({}), json!({"name": ""}), json!({"name": null}), json!({"name": 1}), json!({"name": ["a"]})]
        {
            for path in [&unknown, &scopes_of(MANAGEMENT_API)] {
                let answer = tenant.post(path).json(&body).send().await.expect(400).json();
                assert_eq!(issue_path(&answer), json!(["name"]), "{body}");
            }
        }
        for name in ["a b", " a", "a ", "a\tb", "a\nb", "a\u{a0}b", " "] {
            for path in [&unknown, &scopes_of(MANAGEMENT_API), &scopes_of(&resource)] {
                let answer = tenant.post(path).json(json!({"name": name})).send().await.expect(400).json();
                assert_eq!(answer["code"], "scope.name_with_space", "{name:?}");
            }
        }
        let answer = tenant.post(&unknown).json(json!({"name": "taken"})).send().await.expect(404).json();
        assert_eq!(answer["code"], "entity.not_exists_with_id");
        let answer =
            tenant.post(&scopes_of(MANAGEMENT_API)).json(json!({"name": "all"})).send().await.expect(400).json();
        assert_eq!(answer["code"], "resource.cannot_modify_management_api");
        let answer = tenant.post(&scopes_of(&resource)).json(json!({"name": "taken"})).send().await.expect(422).json();
        assert_eq!(answer["code"], "scope.name_exists");
        assert_eq!(listed(&tenant, &resource).await.as_array().unwrap().len(), 1, "nothing was written");
    })
    .await;
}

#[tokio::test]
async fn a_name_is_unique_in_its_resource_only() {
    on_both(async |tenant| {
        let (one, other) = (things::resource(&tenant).await, things::resource(&tenant).await);
        things::resource_scope(&tenant, &one, "orders:read").await;
        things::resource_scope(&tenant, &other, "orders:read").await;
        things::resource_scope(&tenant, &one, "Orders:read").await;
        let longest = "n".repeat(256);
        things::resource_scope(&tenant, &one, &longest).await;
        let too_long = json!({"name": format!("{longest}n")});
        let answer = tenant.post(&scopes_of(&one)).json(too_long).send().await.expect(400).json();
        assert_eq!(issue_path(&answer), json!(["name"]));
    })
    .await;
}

#[tokio::test]
async fn a_patch_checks_resource_then_management_api_then_white_space_then_the_name_then_the_scope() {
    on_both(async |tenant| {
        let resource = things::resource(&tenant).await;
        things::resource_scope(&tenant, &resource, "taken").await;
        let patch = async |path: String, body: Value, status: u16| {
            tenant.patch(&path).json(body).send().await.expect(status).json()["code"].as_str().unwrap().to_owned()
        };
        let unknown = format!("{}/unknown", scopes_of("unknown"));
        let of_management_api = format!("{}/unknown", scopes_of(MANAGEMENT_API));
        let unknown_scope = format!("{}/unknown", scopes_of(&resource));
        assert_eq!(patch(unknown.clone(), json!({"name": 1}), 400).await, "guard.invalid_input");
        assert_eq!(patch(unknown, json!({"name": "a b"}), 404).await, "entity.not_exists_with_id");
        let code = patch(of_management_api, json!({"name": "a b"}), 400).await;
        assert_eq!(code, "resource.cannot_modify_management_api");
        assert_eq!(patch(unknown_scope.clone(), json!({"name": "a b"}), 400).await, "scope.name_with_space");
        assert_eq!(patch(unknown_scope.clone(), json!({"name": "taken"}), 422).await, "scope.name_exists");
        assert_eq!(patch(unknown_scope, json!({"name": "free"}), 404).await, "entity.not_exists");
    })
    .await;
}

#[tokio::test]
async fn a_patch_keeps_what_it_does_not_name_and_null_clears_the_description() {
    on_both(async |tenant| {
        let resource = things::resource(&tenant).await;
        let path = format!("{}/{}", scopes_of(&resource), things::resource_scope(&tenant, &resource, "a").await);
        things::resource_scope(&tenant, &resource, "b").await;
        let patch = async |body: Value| tenant.patch(&path).json(body).send().await.expect(200).json();
        assert_eq!(patch(json!({"description": "See"})).await["description"], "See");
        let before = patch(json!({})).await;
        assert_eq!((&before["name"], &before["description"]), (&json!("a"), &json!("See")));
        assert_eq!(patch(json!({"name": "a"})).await, before, "its own name isn't taken by another");
        assert_eq!(patch(json!({"description": null})).await["description"], json!(null));
        assert_eq!(patch(json!({"description": "Again", "name": "c"})).await["name"], "c");
        assert_eq!(patch(json!({"description": ""})).await["description"], json!(null));
        let answer = tenant.patch(&path).json(json!({"name": "b"})).send().await.expect(422).json();
        assert_eq!(answer["code"], "scope.name_exists");
        let answer = tenant.patch(&path).json(json!({"name": null})).send().await.expect(400).json();
        assert_eq!(issue_path(&answer), json!(["name"]));
        assert_eq!(patch(json!({})).await["name"], "c", "nothing was written");
    })
    .await;
}

#[tokio::test]
async fn a_scope_is_reached_through_its_own_resource_only() {
    on_both(async |tenant| {
        let (own, other) = (things::resource(&tenant).await, things::resource(&tenant).await);
        let scope = things::resource_scope(&tenant, &own, "a").await;
        let through_other = format!("{}/{scope}", scopes_of(&other));
        let answer = tenant.patch(&through_other).json(json!({"name": "b"})).send().await.expect(404).json();
        assert_eq!(answer["code"], "entity.not_exists");
        let answer = tenant.delete(&through_other).send().await.expect(404).json();
        assert_eq!(answer["code"], "entity.not_found");
        assert_eq!(listed(&tenant, &own).await[0]["name"], "a");
    })
    .await;
}

#[tokio::test]
async fn deletion_takes_the_scope_from_clients_and_tells_what_is_unknown() {
    on_both(async |tenant| {
        let resource = things::resource(&tenant).await;
        let scope = things::resource_scope(&tenant, &resource, "orders:read").await;
        let client = things::client(&tenant, &["orders:read"]).await;
        assert_eq!(things::scopes_of_client(&tenant, &client).await, json!(["orders:read"]));
        let path = format!("{}/{scope}", scopes_of(&resource));
        assert_eq!(tenant.delete(&path).send().await.expect(204).text(), "");
        assert_eq!(things::scopes_of_client(&tenant, &client).await, json!([]));
        assert_eq!(tenant.delete(&path).send().await.expect(404).json()["code"], "entity.not_found");
        let unknown = format!("{}/{scope}", scopes_of("unknown"));
        assert_eq!(tenant.delete(&unknown).send().await.expect(404).json()["code"], "entity.not_exists_with_id");
    })
    .await;
}

#[tokio::test]
async fn the_management_api_s_scopes_can_be_neither_added_to_nor_changed_nor_deleted() {
    on_both(async |tenant| {
        let path = scopes_of(MANAGEMENT_API);
        let before = listed(&tenant, MANAGEMENT_API).await;
        let all = before.as_array().unwrap().iter().find(|scope| scope["name"] == "all").unwrap();
        let all = format!("{path}/{}", all["id"].as_str().unwrap());
        for call in [
            tenant.post(&path).json(json!({"name": "new"})),
            tenant.patch(&all).json(json!({"description": "Mine"})),
            tenant.delete(&all),
            tenant.delete(&format!("{path}/unknown")),
        ] {
            let answer = call.send().await.expect(400).json();
            assert_eq!(answer["code"], "resource.cannot_modify_management_api");
        }
        assert_eq!(listed(&tenant, MANAGEMENT_API).await, before);
    })
    .await;
}

const SEE: &[&str] = &["resources:read", "resources:write"];
const CHANGE: &[&str] = &["resources:write"];

/// The path of a new one.
async fn one(tenant: &Tenant) -> String {
    let resource = things::resource(tenant).await;
    format!("{}/{}", scopes_of(&resource), things::resource_scope(tenant, &resource, "orders:read").await)
}

/// The path of the scopes of a new resource.
async fn collection(tenant: &Tenant) -> String {
    scopes_of(&things::resource(tenant).await)
}

/// The path of the scopes of a resource that has one called `taken`, and that of another one of them.
async fn with_taken(tenant: &Tenant) -> (String, String) {
    let resource = things::resource(tenant).await;
    things::resource_scope(tenant, &resource, "taken").await;
    let collection = scopes_of(&resource);
    let other = format!("{collection}/{}", things::resource_scope(tenant, &resource, "other").await);
    (collection, other)
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_resource_scopes",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&collection(tenant).await) }),
        provoke: &[(400, |tenant, _| ready(tenant.get(&format!("{}?page=0", scopes_of(UNKNOWN)))))],
    },
    Row {
        id: "create_resource_scope",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move { tenant.post(&collection(tenant).await).json(json!({"name": "orders:read"})) })
        },
        provoke: &[(422, |tenant, _| {
            Box::pin(async move { tenant.post(&with_taken(tenant).await.0).json(json!({"name": "taken"})) })
        })],
    },
    Row {
        id: "update_resource_scope",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move { tenant.patch(&one(tenant).await).json(json!({"description": "See orders"})) })
        },
        provoke: &[(422, |tenant, _| {
            Box::pin(async move { tenant.patch(&with_taken(tenant).await.1).json(json!({"name": "taken"})) })
        })],
    },
    Row {
        id: "delete_resource_scope",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&one(tenant).await) }),
        provoke: &[],
    },
];

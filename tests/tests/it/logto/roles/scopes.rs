//! `/api/roles/{id}/scopes`: what a role gives.

use authplane_tests::tenant::texts;
use authplane_tests::{Tenant, on_both};
use serde_json::json;

use super::{CHANGE, SEE, all, id_of, of_machines, path_of, refused, role, scope};
use crate::it::nets::Row;

#[tokio::test]
async fn a_role_gives_scopes_until_they_are_taken_from_it_or_deleted() {
    on_both(async |tenant| {
        let (indicator, readable) = scope(&tenant, "orders:read").await;
        let (_, writable) = scope(&tenant, "orders:write").await;
        let (_, third) = scope(&tenant, "orders:read").await;
        let known = role(&tenant, of_machines(&[&readable])).await;
        let path = format!("{}/scopes", path_of(&known));
        let list = async |query: &str| tenant.get(&format!("{path}{query}")).send().await.expect(200);
        let listed = list("").await;
        assert_eq!((listed.header("total-number"), listed.header("link")), ("", ""));
        let shown = listed.json();
        assert_eq!(
            (&shown[0]["id"], &shown[0]["name"], &shown[0]["tenantId"]),
            (&json!(readable), &json!("orders:read"), &json!(tenant.id))
        );
        assert_eq!(shown[0]["resource"]["indicator"], json!(indicator));
        assert_eq!(shown[0]["resource"]["id"], shown[0]["resourceId"]);
        let body = json!({"scopeIds": [third, writable, third]});
        let answer = tenant.post(&path).json(body).send().await.expect(201).json();
        assert_eq!(
            texts(&answer, "id"),
            [readable.clone(), writable.clone(), third.clone()],
            "all, in the order of their creation"
        );
        assert_eq!(texts(&list("").await.json(), "id"), [readable.clone(), writable.clone(), third.clone()]);
        assert_eq!(texts(&list("?search=%25write").await.json(), "id"), std::slice::from_ref(&writable));
        let paged = list("?page=2&page_size=2").await;
        assert_eq!((texts(&paged.json(), "id"), paged.header("total-number")), (vec![third.clone()], "3"));
        assert_eq!(tenant.delete(&format!("{path}/{writable}")).send().await.expect(204).text(), "");
        assert_eq!(texts(&list("").await.json(), "id"), [readable.clone(), third.clone()]);
        let _ = tenant
            .delete(&format!("/api/resources/{}/scopes/{readable}", shown[0]["resourceId"].as_str().unwrap()))
            .send()
            .await
            .expect(204);
        assert_eq!(texts(&list("").await.json(), "id"), [third]);
    })
    .await;
}

#[tokio::test]
async fn scopes_that_a_role_has_or_that_are_none_of_resources_are_refused_and_none_is_given() {
    on_both(async |tenant| {
        let (_, readable) = scope(&tenant, "orders:read").await;
        let (_, writable) = scope(&tenant, "orders:write").await;
        let known = role(&tenant, of_machines(&[&readable])).await;
        let path = format!("{}/scopes", path_of(&known));
        let of_profile = tenant.get("/api/admin/{tid}/servers/default/scopes").send().await.expect(200).json();
        let of_profile =
            of_profile["scopes"].as_array().unwrap().iter().find(|scope| scope["name"] == "email").cloned();
        let of_profile = of_profile.map(|scope| id_of(&scope).to_owned()).unwrap();
        for (body, status, code) in [
            (json!({"scopeIds": [writable, readable]}), 422, "role.scope_exists"),
            (json!({"scopeIds": [writable, "unknown"]}), 404, "entity.not_exists_with_id"),
            (json!({"scopeIds": [writable, of_profile]}), 404, "entity.not_exists_with_id"),
            (json!({"scopeIds": []}), 400, "guard.invalid_input"),
            (json!({"scopeIds": [writable, ""]}), 400, "guard.invalid_input"),
            (json!({"scopeIds": vec![writable.as_str(); 1025]}), 400, "guard.invalid_input"),
            (json!({}), 400, "guard.invalid_input"),
        ] {
            refused(tenant.post(&path).json(&body), status, code).await;
        }
        assert_eq!(texts(&tenant.get(&path).send().await.expect(200).json(), "id"), std::slice::from_ref(&readable));
        let users = role(&tenant, json!({"name": "People", "description": "x"})).await;
        let body = json!({"scopeIds": [all(&tenant).await]});
        let code = "role.management_api_scopes_not_assignable_to_user_role";
        refused(tenant.post(&format!("{}/scopes", path_of(&users))).json(&body), 400, code).await;
        let _ = tenant.post(&path).json(body).send().await.expect(201);
        refused(tenant.delete(&format!("{path}/{writable}")), 404, "entity.not_found").await;
        refused(tenant.delete(&format!("{path}/unknown")), 404, "entity.not_found").await;
        refused(tenant.delete(&format!("/api/roles/unknown/scopes/{readable}")), 404, "entity.not_found").await;
        refused(tenant.get("/api/roles/unknown/scopes"), 404, "entity.not_exists_with_id").await;
        refused(
            tenant.post("/api/roles/unknown/scopes").json(json!({"scopeIds": [writable]})),
            404,
            "entity.not_exists_with_id",
        )
        .await;
    })
    .await;
}

/// The scopes of a new role that gives one, and the id of that one.
async fn one(tenant: &Tenant) -> (String, String) {
    let (_, id) = scope(tenant, "orders:read").await;
    let known = role(tenant, of_machines(&[&id])).await;
    (format!("{}/scopes", path_of(&known)), id)
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_role_scopes",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&one(tenant).await.0) }),
        provoke: &[(400, |tenant, _| Box::pin(async move { tenant.get(&format!("{}?page=0", one(tenant).await.0)) }))],
    },
    Row {
        id: "create_role_scope",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                let (path, _) = one(tenant).await;
                tenant.post(&path).json(json!({"scopeIds": [scope(tenant, "orders:write").await.1]}))
            })
        },
        provoke: &[(422, |tenant, _| {
            Box::pin(async move {
                let (path, id) = one(tenant).await;
                tenant.post(&path).json(json!({"scopeIds": [id]}))
            })
        })],
    },
    Row {
        id: "delete_role_scope",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                let (path, id) = one(tenant).await;
                tenant.delete(&format!("{path}/{id}"))
            })
        },
        provoke: &[],
    },
];

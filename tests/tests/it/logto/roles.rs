//! `/api/roles`: roles as Logto's clients know them.

pub(in crate::it) mod applications;
mod moving;
mod rights;
pub(in crate::it) mod scopes;
mod tokens;

use authplane_client::types;
use authplane_tests::tenant::texts;
use authplane_tests::{Call, Tenant, on_both};
use serde_json::{Value, json};

use crate::it::nets::{Row, ready};
use crate::it::things::{self, fresh};

pub(super) const ROLES: &str = "/api/roles";

/// What a role of applications is made from.
fn of_machines(scopes: &[&str]) -> Value {
    json!({"name": fresh("role"), "description": "Robots", "type": "MachineToMachine", "scopeIds": scopes})
}

/// A new role.
pub(in crate::it) async fn role(tenant: &Tenant, body: Value) -> Value {
    tenant.post(ROLES).json(body).send().await.expect(200).json()
}

/// A role of applications; its id.
pub(in crate::it) async fn of_applications(tenant: &Tenant) -> String {
    id_of(&role(tenant, of_machines(&[])).await).to_owned()
}

fn path_of(role: &Value) -> String {
    format!("{ROLES}/{}", role["id"].as_str().unwrap())
}

pub(super) fn id_of(thing: &Value) -> &str {
    thing["id"].as_str().unwrap()
}

/// A resource with a scope of this name: the resource's indicator and the scope's id.
async fn scope(tenant: &Tenant, name: &str) -> (String, String) {
    let resource = things::resource(tenant).await;
    let id = things::resource_scope(tenant, &resource, name).await;
    let shown = tenant.get(&format!("/api/resources/{resource}")).send().await.expect(200).json();
    (shown["indicator"].as_str().unwrap().to_owned(), id)
}

/// The id of the scope that opens the management API.
async fn all(tenant: &Tenant) -> String {
    let scopes = tenant.get("/api/resources/management-api/scopes?search.name=all").send().await.expect(200).json();
    id_of(&scopes[0]).to_owned()
}

/// Refused so.
pub(super) async fn refused(call: Call, status: u16, code: &str) {
    assert_eq!(call.send().await.expect(status).json()["code"], code);
}

#[tokio::test]
async fn the_sdk_creates_reads_changes_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let body = types::LogtoCreateRoleRequest::builder()
            .name("Robots")
            .description("Read orders")
            .type_(types::LogtoRoleType::MachineToMachine);
        let created = client.create_role().body(body).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_str(), created.is_default), ("Robots", false));
        let got = client.get_role().id(&created.id).send().await.unwrap().into_inner();
        assert_eq!((&got.id, got.description.as_str()), (&created.id, "Read orders"));
        let body = types::LogtoUpdateRoleRequest::builder().name("Renamed".to_owned());
        let changed = client.update_role().id(&created.id).body(body).send().await.unwrap().into_inner();
        assert_eq!((changed.name.as_str(), &changed.id), ("Renamed", &created.id));
        let listed = client.list_roles().send().await.unwrap().into_inner();
        let listed = listed.iter().find(|listed| listed.id == created.id).unwrap();
        assert_eq!((listed.name.as_str(), listed.users_count, listed.applications_count), ("Renamed", 0, 0));
        client.delete_role().id(&created.id).send().await.unwrap();
        let gone = client.get_role().id(&created.id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn a_new_role_is_for_users_and_no_default_unless_it_says_otherwise_and_an_empty_patch_changes_nothing() {
    on_both(async |tenant| {
        let body = json!({"name": "Readers", "description": "Read", "id": "mine", "tenantId": "other", "unknown": [1]});
        let created = role(&tenant, body).await;
        let id = id_of(&created);
        assert!(id.len() == 21 && id.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()), "{id}");
        let expected = json!({"tenantId": tenant.id, "id": id, "name": "Readers", "description": "Read", "type": "User", "isDefault": false});
        assert_eq!(created, expected);
        assert_eq!(tenant.get(&path_of(&created)).send().await.expect(200).json(), expected);
        let change = async |body: Value| tenant.patch(&path_of(&created)).json(body).send().await.expect(200).json();
        assert_eq!(change(json!({})).await, expected);
        assert_eq!(change(json!({"type": "MachineToMachine", "id": "x", "tenantId": "x"})).await, expected);
        let changed = change(json!({"isDefault": true, "description": "Read all"})).await;
        assert_eq!((&changed["isDefault"], &changed["description"], &changed["name"]), (&json!(true), &json!("Read all"), &json!("Readers")));
        assert_eq!(tenant.get(&path_of(&created)).send().await.expect(200).json(), changed);
        // As clients of other languages serialize what nobody set.
        let body = json!({"name": "Others", "description": "x", "type": null, "isDefault": null, "scopeIds": null, "tenantId": null});
        assert_eq!(role(&tenant, body).await["type"], "User");
    })
    .await;
}

#[tokio::test]
async fn what_can_t_be_a_role_is_refused_and_nothing_is_left_of_it() {
    on_both(async |tenant| {
        let known = role(&tenant, of_machines(&[])).await;
        let (_, readable) = scope(&tenant, "orders:read").await;
        let all = all(&tenant).await;
        let total = async || tenant.get(ROLES).send().await.expect(200).header("total-number").to_owned();
        let before = total().await;
        let long = "x".repeat(129);
        for (body, status, code) in [
            (json!({"description": "x"}), 400, "guard.invalid_input"),
            (json!({"name": "x"}), 400, "guard.invalid_input"),
            (json!({"name": "", "description": "x"}), 400, "guard.invalid_input"),
            (json!({"name": "x", "description": ""}), 400, "guard.invalid_input"),
            (json!({"name": long, "description": "x"}), 400, "guard.invalid_input"),
            (json!({"name": "x", "description": long}), 400, "guard.invalid_input"),
            (json!({"name": "x", "description": "x", "type": "Robot"}), 400, "guard.invalid_input"),
            (json!({"name": "x", "description": "x", "scopeIds": [""]}), 400, "guard.invalid_input"),
            (json!({"name": "x", "description": "x", "scopeIds": "x"}), 400, "guard.invalid_input"),
            (
                json!({"name": known["name"], "description": "x", "scopeIds": vec!["x"; 1025]}),
                400,
                "guard.invalid_input",
            ),
            (json!({"name": "#internal:x", "description": "x"}), 403, "role.internal_role_violation"),
            (json!({"name": "#INTERNAL:x", "description": "x"}), 403, "role.internal_role_violation"),
            (json!({"name": "privx-admin", "description": "x"}), 422, "role.name_in_use"),
            (json!({"name": known["name"], "description": "x"}), 422, "role.name_in_use"),
            // The name is looked at before the scopes are.
            (json!({"name": known["name"], "description": "x", "scopeIds": ["unknown"]}), 422, "role.name_in_use"),
            (
                json!({"name": "x", "description": "x", "scopeIds": [readable, "unknown"]}),
                404,
                "entity.not_exists_with_id",
            ),
            (
                json!({"name": "x", "description": "x", "scopeIds": [all]}),
                400,
                "role.management_api_scopes_not_assignable_to_user_role",
            ),
        ] {
            refused(tenant.post(ROLES).json(&body), status, code).await;
            assert_eq!(total().await, before, "{body}");
        }
        let other = role(&tenant, of_machines(&[])).await;
        for (body, status, code) in [
            (json!({"name": ""}), 400, "guard.invalid_input"),
            (json!({"name": null}), 400, "guard.invalid_input"),
            (json!({"name": known["name"]}), 422, "role.name_in_use"),
            (json!({"name": "#internal:x"}), 403, "role.internal_role_violation"),
        ] {
            refused(tenant.patch(&path_of(&other)).json(&body), status, code).await;
        }
        assert_eq!(tenant.get(&path_of(&other)).send().await.expect(200).json(), other);
    })
    .await;
}

#[tokio::test]
async fn unknown_roles_have_the_code_of_the_operation_and_a_stale_change_is_412() {
    on_both(async |tenant| {
        for path in [format!("{ROLES}/unknown"), format!("{ROLES}/{}", "x".repeat(300))] {
            refused(tenant.get(&path), 404, "entity.not_exists_with_id").await;
            refused(tenant.patch(&path).json(json!({})), 404, "entity.not_exists_with_id").await;
            refused(tenant.delete(&path), 404, "entity.not_found").await;
        }
        let known = role(&tenant, of_machines(&[])).await;
        let (_, readable) = scope(&tenant, "orders:read").await;
        let tag = async || tenant.get(&path_of(&known)).send().await.expect(200).header("etag").to_owned();
        let first = tag().await;
        let _ = tenant.get(&path_of(&known)).header(http::header::IF_NONE_MATCH, &first).send().await.expect(304);
        // What it gives is a part of what it is.
        let _ = tenant
            .post(&format!("{}/scopes", path_of(&known)))
            .json(json!({"scopeIds": [readable]}))
            .send()
            .await
            .expect(201);
        assert_ne!(tag().await, first);
        let stale = |call: Call| call.header(http::header::IF_MATCH, &first);
        let _ = stale(tenant.patch(&path_of(&known)).json(json!({"name": "x"}))).send().await.expect(412);
        let _ = stale(tenant.delete(&path_of(&known))).send().await.expect(412);
        let _ = stale(tenant.delete(&format!("{}/scopes/{readable}", path_of(&known)))).send().await.expect(412);
        let answer =
            tenant.delete(&path_of(&known)).header(http::header::IF_MATCH, &tag().await).send().await.expect(204);
        assert_eq!(answer.text(), "");
    })
    .await;
}

#[tokio::test]
async fn internal_roles_are_seen_by_their_id_alone_and_what_is_built_in_never_changes() {
    on_both(async |tenant| {
        for built_in in ["internal-admin", "privx-admin"] {
            let (path, code) = (format!("{ROLES}/{built_in}"), "role.internal_role_violation");
            let scopes = tenant.get(&format!("{path}/scopes")).send().await.expect(200).json();
            let (_, readable) = scope(&tenant, "orders:read").await;
            refused(tenant.patch(&path).json(json!({"description": "x"})), 403, code).await;
            refused(tenant.delete(&path), 403, code).await;
            refused(tenant.post(&format!("{path}/scopes")).json(json!({"scopeIds": [readable]})), 403, code).await;
            refused(tenant.delete(&format!("{path}/scopes/{}", id_of(&scopes[0]))), 403, code).await;
            assert_eq!(tenant.get(&format!("{path}/scopes")).send().await.expect(200).json(), scopes);
        }
        let internal = format!("{ROLES}/internal-admin");
        assert_eq!(tenant.get(&internal).send().await.expect(200).json()["name"], "#internal:admin");
        let scopes = tenant.get(&format!("{internal}/scopes")).send().await.expect(200).json();
        assert_eq!(scopes.as_array().unwrap().len(), 1);
        assert_eq!((&scopes[0]["name"], &scopes[0]["resource"]["id"]), (&json!("all"), &json!("management-api")));
        assert_ne!(scopes[0]["description"], json!(null));
        let listed = tenant.get(&format!("{ROLES}?page_size=100")).send().await.expect(200).json();
        assert!(!texts(&listed, "id").contains(&"internal-admin".to_owned()), "{listed}");
        let code = "role.internal_role_violation";
        let machine = things::robot(&tenant).await;
        let ids = json!({"applicationIds": [machine]});
        refused(tenant.post(&format!("{internal}/applications")).json(ids), 403, code).await;
        let ids = json!({"roleIds": ["internal-admin"]});
        for call in [
            tenant.post(&format!("/api/applications/{machine}/roles")),
            tenant.put(&format!("/api/applications/{machine}/roles")),
        ] {
            refused(call.json(&ids), 403, code).await;
        }
        // It is had by who may do everything, which another member says.
        let having = || async { tenant.get(&format!("{internal}/applications")).send().await.expect(200).json() };
        assert_eq!(having().await, json!([]));
        let _ = tenant
            .patch(&format!("/api/applications/{machine}"))
            .json(json!({"isAdmin": true}))
            .send()
            .await
            .expect(200);
        assert_eq!(texts(&having().await, "id"), [machine]);
    })
    .await;
}

#[tokio::test]
async fn lists_are_in_the_order_of_creation_and_narrowed_by_type_application_and_words() {
    on_both(async |tenant| {
        let users = role(&tenant, json!({"name": "Ada's", "description": "People who read"})).await;
        let first = role(&tenant, of_machines(&[])).await;
        let second = role(&tenant, of_machines(&[])).await;
        let machine = things::robot(&tenant).await;
        let _ = tenant
            .post(&format!("/api/applications/{machine}/roles"))
            .json(json!({"roleIds": [id_of(&second)]}))
            .send()
            .await
            .expect(201);
        let list = async |query: &str| {
            let listed = tenant.get(&format!("{ROLES}{query}")).send().await.expect(200);
            texts(&listed.json(), "id").into_iter().filter(|id| id != "privx-admin").collect::<Vec<_>>()
        };
        let ids = |roles: &[&Value]| roles.iter().map(|role| id_of(role).to_owned()).collect::<Vec<_>>();
        assert_eq!(list("").await, ids(&[&users, &first, &second]));
        assert_eq!(list("?type=User").await, ids(&[&users]));
        assert_eq!(list("?type=MachineToMachine").await, ids(&[&first, &second]));
        assert_eq!(list(&format!("?excludeApplicationId={machine}")).await, ids(&[&users, &first]));
        assert_eq!(list("?excludeApplicationId=unknown&excludeUserId=unknown").await, ids(&[&users, &first, &second]));
        assert_eq!(list("?search=%25read%25").await, ids(&[&users]));
        assert_eq!(list(&format!("?search.id={}", id_of(&first))).await, ids(&[&first]));
        assert_eq!(list("?search_params=%7B%22search%22%3A%22%25ada%25%22%7D").await, ids(&[&users]));
        let paged = tenant.get(&format!("{ROLES}?type=MachineToMachine&page=2&page_size=1")).send().await.expect(200);
        assert!(paged.header("total-number").parse::<usize>().unwrap() >= 2 && !paged.header("link").is_empty());
        refused(tenant.get(&format!("{ROLES}?type=Robot")), 400, "guard.invalid_input").await;
        refused(tenant.get(&format!("{ROLES}?page=0")), 400, "guard.invalid_pagination").await;
        refused(tenant.get(&format!("{ROLES}?search.color=red")), 400, "request.invalid_input").await;
    })
    .await;
}

const SEE: &[&str] = &["roles:read", "roles:write"];
const CHANGE: &[&str] = &["roles:write"];

/// The path of a new one.
async fn one(tenant: &Tenant) -> String {
    path_of(&role(tenant, of_machines(&[])).await)
}

/// As [`one`], with the body of a new role whose name is that one's.
async fn namesake(tenant: &Tenant) -> (String, Value) {
    let known = role(tenant, of_machines(&[])).await;
    let body = json!({"name": known["name"], "description": "x"});
    (one(tenant).await, body)
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_roles",
        scopes: SEE,
        good: |tenant| ready(tenant.get(ROLES)),
        provoke: &[(400, |tenant, _| ready(tenant.get(&format!("{ROLES}?type=Robot"))))],
    },
    Row {
        id: "create_role",
        scopes: CHANGE,
        good: |tenant| ready(tenant.post(ROLES).json(of_machines(&[]))),
        provoke: &[
            (404, |tenant, _| ready(tenant.post(ROLES).json(of_machines(&["unknown"])))),
            (422, |tenant, _| Box::pin(async move { tenant.post(ROLES).json(namesake(tenant).await.1) })),
        ],
    },
    Row {
        id: "get_role",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_role",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.patch(&one(tenant).await).json(json!({"description": "y"})) }),
        provoke: &[(422, |tenant, _| {
            Box::pin(async move {
                let (path, body) = namesake(tenant).await;
                tenant.patch(&path).json(body)
            })
        })],
    },
    Row {
        id: "delete_role",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&one(tenant).await) }),
        provoke: &[],
    },
];

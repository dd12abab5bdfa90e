//! `/api/resources`: API resources as Logto's clients know them.

mod input;
pub(super) mod listing;
pub(in crate::it) mod scopes;
mod search;

use authplane_client::types;
use authplane_tests::tenant::texts;
use authplane_tests::{Call, Tenant, on_both};
use serde_json::{Value, json};

use crate::it::nets::{Row, ready};
use crate::it::things::{self, fresh};

/// The built-in resource that is the management API itself.
const MANAGEMENT_API: &str = "management-api";

fn indicator() -> String {
    format!("https://{}.example/API", fresh("indicator"))
}

/// Is it an id as Logto makes them: 21 characters of `[0-9a-z]`?
fn is_logto_id(id: &str) -> bool {
    id.len() == 21 && id.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
}

#[tokio::test]
async fn the_sdk_creates_reads_changes_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let body =
            types::LogtoCreateResourceRequest::builder().name("Orders").indicator(indicator()).access_token_ttl(600);
        let created = client.create_resource().body(body).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_str(), created.access_token_ttl, created.is_default), ("Orders", 600, false));
        let got = client.get_resource().id(&created.id).send().await.unwrap().into_inner();
        assert_eq!((&got.id, &got.indicator), (&created.id, &created.indicator));
        let body = types::LogtoUpdateResourceRequest::builder().name("Renamed".to_owned());
        let changed = client.update_resource().id(&created.id).body(body).send().await.unwrap().into_inner();
        assert_eq!((changed.name.as_str(), changed.access_token_ttl), ("Renamed", 600));
        let body = types::LogtoUpdateResourceIsDefaultRequest::builder().is_default(true);
        let default = client.update_resource_is_default().id(&created.id).body(body).send().await.unwrap();
        assert!(default.into_inner().is_default);
        let listed = client.list_resources().send().await.unwrap().into_inner();
        assert!(listed.iter().any(|listed| listed.id == created.id && listed.name == "Renamed"));
        client.delete_resource().id(&created.id).send().await.unwrap();
        let gone = client.get_resource().id(&created.id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn a_new_resource_has_the_defaults_and_what_the_server_decides_is_ignored_in_the_body() {
    on_both(async |tenant| {
        let indicator = indicator();
        let body = json!({"name": "Orders", "indicator": indicator, "id": "mine", "isDefault": true, "tenantId": "other",
            "scopes": [{"name": "a"}], "unknown": {"deep": [1]}});
        let created = tenant.post("/api/resources").json(body).send().await.expect(201).json();
        let id = created["id"].as_str().unwrap();
        assert!(is_logto_id(id), "{id}");
        let expected = json!({"tenantId": tenant.id, "id": id, "name": "Orders", "indicator": indicator,
            "isDefault": false, "accessTokenTtl": 3600});
        let mut with_scopes = expected.clone();
        with_scopes["scopes"] = json!([]);
        assert_eq!(created, with_scopes);
        // Neither GET nor PATCH carries scopes.
        let path = format!("/api/resources/{id}");
        assert_eq!(tenant.get(&path).send().await.expect(200).json(), expected);
        assert_eq!(tenant.patch(&path).json(json!({})).send().await.expect(200).json(), expected);
        assert_eq!(tenant.patch(&path).send().await.expect(200).json(), expected, "no body is an empty one");
    })
    .await;
}

#[tokio::test]
async fn success_without_a_body_is_empty_and_json_is_labelled_with_its_charset() {
    on_both(async |tenant| {
        let id = things::resource(&tenant).await;
        let path = format!("/api/resources/{id}");
        for answer in [tenant.get(&path).send().await, tenant.get("/api/resources").send().await] {
            assert_eq!(answer.header("content-type"), "application/json; charset=utf-8");
        }
        let created = tenant.post("/api/resources").json(json!({"name": "a", "indicator": indicator()})).send().await;
        assert_eq!(created.header("content-type"), "application/json; charset=utf-8");
        let deleted = tenant.delete(&path).send().await.expect(204);
        assert_eq!(deleted.text(), "");
    })
    .await;
}

#[tokio::test]
async fn a_conditional_get_answers_304_until_the_resource_changes() {
    on_both(async |tenant| {
        let id = things::resource(&tenant).await;
        let path = format!("/api/resources/{id}");
        for listed in [path.as_str(), "/api/resources", &format!("{path}/scopes")] {
            let tag = tenant.get(listed).send().await.expect(200).header("etag").to_owned();
            assert!(tag.len() > 2 && tag.starts_with('"'), "{listed}: {tag:?}");
            for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
                let call = tenant.get(listed).header(http::header::IF_NONE_MATCH, &known);
                let answer = call.send().await.expect(304);
                assert_eq!((answer.text().as_str(), answer.header("etag")), ("", tag.as_str()), "{listed}");
            }
            let call = tenant.get(listed).header(http::header::IF_NONE_MATCH, "\"other\"");
            let _ = call.send().await.expect(200);
        }
        let tag = tenant.get(&path).send().await.header("etag").to_owned();
        let _ = tenant.patch(&path).json(json!({"name": "Renamed"})).send().await.expect(200);
        let call = tenant.get(&path).header(http::header::IF_NONE_MATCH, &tag);
        assert_eq!(call.send().await.expect(200).json()["name"], "Renamed");
    })
    .await;
}

#[tokio::test]
async fn a_patch_changes_name_and_ttl_and_drops_everything_else() {
    on_both(async |tenant| {
        let path = format!("/api/resources/{}", things::resource(&tenant).await);
        let before = tenant.get(&path).send().await.json();
        let body = json!({"name": "Renamed", "accessTokenTtl": 0, "indicator": "https://stolen.example", "isDefault": true,
            "id": "other", "tenantId": "other"});
        let changed = tenant.patch(&path).json(body).send().await.expect(200).json();
        let mut expected = before;
        expected["name"] = json!("Renamed");
        expected["accessTokenTtl"] = json!(0);
        assert_eq!(changed, expected);
        assert_eq!(tenant.get(&path).send().await.json(), expected);
    })
    .await;
}

#[tokio::test]
async fn an_indicator_is_unique_in_the_tenant_to_the_letter_and_free_again_after_deletion() {
    on_both(async |tenant| {
        let indicator = indicator();
        let new = |indicator: &str| json!({"name": "Orders", "indicator": indicator});
        let first = tenant.post("/api/resources").json(new(&indicator)).send().await.expect(201).json();
        let again = tenant.post("/api/resources").json(new(&indicator)).send().await.expect(422).json();
        assert_eq!(again["code"], "resource.resource_identifier_in_use");
        let _ = tenant.post("/api/resources").json(new(&indicator.to_lowercase())).send().await.expect(201);
        let _ = tenant.post("/api/resources").json(new(&format!("{indicator}/"))).send().await.expect(201);
        let stranger = Tenant::new(&tenant.server).await;
        let _ = stranger.post("/api/resources").json(new(&indicator)).send().await.expect(201);
        let path = format!("/api/resources/{}", first["id"].as_str().unwrap());
        let _ = tenant.delete(&path).send().await.expect(204);
        let _ = tenant.post("/api/resources").json(new(&indicator)).send().await.expect(201);
    })
    .await;
}

#[tokio::test]
async fn of_many_creations_of_one_indicator_at_once_exactly_one_succeeds() {
    on_both(async |tenant| {
        let indicator = indicator();
        let call = || tenant.post("/api/resources").json(json!({"name": "Orders", "indicator": indicator})).send();
        let answers = futures::future::join_all((0..12).map(|_| call())).await;
        let count = |status| answers.iter().filter(|answer| answer.status == status).count();
        assert_eq!((count(201), count(422)), (1, 11));
    })
    .await;
}

async fn defaults(tenant: &Tenant) -> Vec<String> {
    let listed = tenant.get("/api/resources").send().await.expect(200).json();
    let listed = listed.as_array().unwrap().iter().filter(|resource| resource["isDefault"] == true);
    listed.map(|resource| resource["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn there_is_at_most_one_default_and_tokens_without_a_resource_are_for_it() {
    on_both(async |tenant| {
        let (first, second) = (indicator(), indicator());
        let ids = [things::resource_called(&tenant, &first).await, things::resource_called(&tenant, &second).await];
        let set = async |id: &str, is_default: bool| {
            let path = format!("/api/resources/{id}/is-default");
            tenant.patch(&path).json(json!({"isDefault": is_default})).send().await.expect(200).json()
        };
        let machine = tenant.add_client("default", &[]).await;
        let audience = async || {
            let token = tenant.ask_for_token(&machine, None, &[]).await.expect(200).json();
            let introspect = tenant.post("/{tid}/default/oauth2/introspect").basic(&machine.id, &machine.secret);
            let token = token["access_token"].as_str().unwrap();
            introspect.form(&[("token", token)]).send().await.expect(200).json()["aud"].clone()
        };
        assert_eq!(defaults(&tenant).await, Vec::<String>::new());
        assert_eq!(set(&ids[0], true).await["isDefault"], true);
        assert_eq!(audience().await, json!([first]));
        assert_eq!(set(&ids[1], true).await["isDefault"], true);
        assert_eq!(defaults(&tenant).await, [ids[1].clone()]);
        assert_eq!(audience().await, json!([second]));
        // False clears only the row itself.
        assert_eq!(set(&ids[0], false).await["isDefault"], false);
        assert_eq!(defaults(&tenant).await, [ids[1].clone()]);
        assert_eq!(set(MANAGEMENT_API, true).await["isDefault"], true, "allowed for the management API too");
        assert_eq!(defaults(&tenant).await, [MANAGEMENT_API]);
        set(MANAGEMENT_API, false).await;
        assert_eq!(defaults(&tenant).await, Vec::<String>::new());
        assert_eq!(audience().await, json!([machine.id]));
    })
    .await;
}

#[tokio::test]
async fn two_requests_at_once_leave_one_default() {
    on_both(async |tenant| {
        let mut ids = Vec::new();
        for _ in 0..6 {
            ids.push(things::resource(&tenant).await);
        }
        let set = |id: &String| {
            tenant.patch(&format!("/api/resources/{id}/is-default")).json(json!({"isDefault": true})).send()
        };
        for answer in futures::future::join_all(ids.iter().map(set)).await {
            let _ = answer.expect(200);
        }
        assert_eq!(defaults(&tenant).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn is_default_of_an_unknown_resource_has_a_code_of_its_own() {
    on_both(async |tenant| {
        let path = "/api/resources/unknown/is-default";
        for is_default in [true, false] {
            let answer = tenant.patch(path).json(json!({"isDefault": is_default})).send().await.expect(404);
            assert_eq!(answer.json()["code"], "entity.not_exists");
        }
        for body in [json!({}), json!({"isDefault": null}), json!({"isDefault": "true"}), json!({"isDefault": 1})] {
            let answer = tenant.patch(path).json(body).send().await.expect(400);
            assert_eq!(answer.json()["code"], "guard.invalid_input", "the body is checked first");
        }
    })
    .await;
}

#[tokio::test]
async fn unknown_resources_answer_404_with_the_code_of_a_lookup_by_id() {
    on_both(async |tenant| {
        let path = "/api/resources/unknown";
        for call in [tenant.get(path), tenant.patch(path).json(json!({"name": "a"})), tenant.delete(path)] {
            assert_eq!(call.send().await.expect(404).json()["code"], "entity.not_exists_with_id");
        }
        let deleted = format!("/api/resources/{}", things::resource(&tenant).await);
        let _ = tenant.delete(&deleted).send().await.expect(204);
        for call in [tenant.get(&deleted), tenant.patch(&deleted).json(json!({})), tenant.delete(&deleted)] {
            assert_eq!(call.send().await.expect(404).json()["code"], "entity.not_exists_with_id");
        }
    })
    .await;
}

#[tokio::test]
async fn the_management_api_is_built_in_and_can_be_neither_changed_nor_deleted() {
    on_both(async |tenant| {
        let path = format!("/api/resources/{MANAGEMENT_API}");
        let built_in = tenant.get(&path).send().await.expect(200).json();
        assert_eq!(built_in["name"], "Logto Management API");
        assert_eq!(built_in["indicator"], format!("https://{}.logto.app/api", tenant.id));
        let scopes = tenant.get(&format!("{path}/scopes")).send().await.expect(200).json();
        let all = scopes.as_array().unwrap().iter().find(|scope| scope["name"] == "all").unwrap();
        assert_eq!(all["resourceId"], MANAGEMENT_API);

        // Who looks like it is protected as it is: the indicator decides.
        let named_alike = things::resource_called(&tenant, "https://other.logto.app/api").await;
        for id in [MANAGEMENT_API, &named_alike] {
            let path = format!("/api/resources/{id}");
            let before = tenant.get(&path).send().await.json();
            for body in [json!({"name": "Mine"}), json!({})] {
                let changed = tenant.patch(&path).json(body).send().await.expect(400).json();
                assert_eq!(changed["code"], "resource.cannot_modify_management_api");
            }
            let deleted = tenant.delete(&path).send().await.expect(400).json();
            assert_eq!(deleted["code"], "resource.cannot_delete_management_api");
            assert_eq!(tenant.get(&path).send().await.expect(200).json(), before);
        }
        // The default tenant's is what Logto's own clients ask for.
        let default = Tenant::with_id(&tenant.server, "default").await;
        assert_eq!(default.get(&path).send().await.json()["indicator"], "https://default.logto.app/api");
        let scopes = default.get(&format!("{path}/scopes")).send().await.expect(200).json();
        let known = scopes.as_array().unwrap().iter().find(|scope| scope["id"] == "management-api-all").unwrap();
        assert_eq!((&known["name"], &known["resourceId"]), (&json!("all"), &json!(MANAGEMENT_API)));
        assert_ne!(all["id"], known["id"]);
    })
    .await;
}

#[tokio::test]
async fn other_built_in_services_are_no_resources() {
    on_both(async |tenant| {
        let shown = texts(&tenant.get("/api/resources").send().await.expect(200).json(), "id");
        assert_eq!(shown, [MANAGEMENT_API]);
        let services = tenant.get("/api/admin/{tid}/servers/default/services").send().await.expect(200).json();
        for id in texts(&services["services"], "id").into_iter().filter(|id| id != MANAGEMENT_API) {
            let path = format!("/api/resources/{id}");
            let _ = tenant.get(&path).send().await.expect(404);
            let _ = tenant.patch(&path).json(json!({"name": "Mine"})).send().await.expect(404);
            let _ = tenant.delete(&path).send().await.expect(404);
            let _ = tenant.post(&format!("{path}/scopes")).json(json!({"name": "mine"})).send().await.expect(404);
            assert_eq!(tenant.get(&format!("{path}/scopes")).send().await.expect(200).json(), json!([]));
        }
    })
    .await;
}

#[tokio::test]
async fn deletion_takes_the_scopes_along_and_takes_them_from_clients() {
    on_both(async |tenant| {
        let id = things::resource(&tenant).await;
        let scope = things::resource_scope(&tenant, &id, "orders:read").await;
        things::scope(&tenant, None, "kept").await;
        let client = things::client(&tenant, &["orders:read", "kept"]).await;
        let _ = tenant.delete(&format!("/api/resources/{id}")).send().await.expect(204);
        let listed = tenant.get(&format!("/api/resources/{id}/scopes")).send().await.expect(200);
        assert_eq!((listed.json(), listed.header("total-number")), (json!([]), "0"));
        let _ = tenant.get(&format!("/api/admin/{{tid}}/scopes/{scope}")).send().await.expect(404);
        let _ = tenant.get(&format!("/api/admin/{{tid}}/services/{id}")).send().await.expect(404);
        assert_eq!(things::scopes_of_client(&tenant, &client).await, json!(["kept"]));
    })
    .await;
}

#[tokio::test]
async fn a_resource_is_the_service_that_acp_shows_and_the_other_way_round() {
    on_both(async |tenant| {
        let resource = things::resource(&tenant).await;
        let read = things::resource_scope(&tenant, &resource, "orders:read").await;
        let service = tenant.get(&format!("/api/admin/{{tid}}/services/{resource}")).send().await.expect(200).json();
        assert_eq!((&service["name"], &service["authorization_server_id"]), (&json!("Orders"), &json!("default")));
        assert_eq!((&service["scopes"][0]["id"], &service["scopes"][0]["name"]), (&json!(read), &json!("orders:read")));

        let service = things::service(&tenant).await;
        let scope = things::scope(&tenant, Some(&service), "orders:write").await;
        let path = format!("/api/resources/{service}");
        let shown = tenant.get(&path).send().await.expect(200).json();
        let expected = json!({"tenantId": tenant.id, "id": service, "name": "Orders", "isDefault": false,
            "indicator": format!("urn:authplane:service:{service}"), "accessTokenTtl": 3600});
        assert_eq!(shown, expected);
        let scopes = tenant.get(&format!("{path}/scopes")).send().await.expect(200).json();
        assert_eq!((&scopes[0]["id"], &scopes[0]["resourceId"]), (&json!(scope), &json!(service)));

        // What one dialect changes, the other shows.
        let _ = tenant.patch(&path).json(json!({"name": "Renamed"})).send().await.expect(200);
        let admin = format!("/api/admin/{{tid}}/services/{service}");
        assert_eq!(tenant.get(&admin).send().await.json()["name"], "Renamed");
        let _ = tenant.put(&admin).json(json!({"name": "Back"})).send().await.expect(200);
        assert_eq!(tenant.get(&path).send().await.json()["name"], "Back");
        let _ = tenant.delete(&admin).send().await.expect(204);
        let _ = tenant.get(&path).send().await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn services_of_other_servers_are_no_resources() {
    on_both(async |tenant| {
        let new = json!({"name": "Elsewhere", "authorization_server_id": "developer"});
        let service = tenant.post("/api/admin/{tid}/services").json(new).send().await.expect(201).json();
        let path = format!("/api/resources/{}", service["id"].as_str().unwrap());
        for call in [tenant.get(&path), tenant.patch(&path).json(json!({"name": "a"})), tenant.delete(&path)] {
            assert_eq!(call.send().await.expect(404).json()["code"], "entity.not_exists_with_id");
        }
        assert_eq!(tenant.get(&format!("{path}/scopes")).send().await.expect(200).json(), json!([]));
        let listed = tenant.get("/api/resources").send().await.json();
        assert!(!listed.to_string().contains("Elsewhere"), "{listed}");
    })
    .await;
}

#[tokio::test]
async fn every_change_leaves_an_audit_event_and_refused_ones_leave_none() {
    on_both(async |tenant| {
        let id = things::resource(&tenant).await;
        let path = format!("/api/resources/{id}");
        let _ = tenant.patch(&path).json(json!({"name": "Renamed"})).send().await.expect(200);
        let _ = tenant.patch(&path).json(json!({"name": ""})).send().await.expect(400);
        let _ = tenant.delete(&path).send().await.expect(204);
        let _ = tenant.delete(&path).send().await.expect(404);
        let events = tenant.audit_events().await.into_iter().filter(|(_, object)| *object == id);
        let actions: Vec<String> = events.map(|(action, _)| action).collect();
        assert_eq!(actions, ["service.remove", "service.change", "service.create"]);
    })
    .await;
}

/// The codes and names of fields that a refused body is told about: `guard.invalid_input` with its issues.
pub(in crate::it) fn issue_path(body: &Value) -> Value {
    assert_eq!(body["code"], "guard.invalid_input", "{body}");
    assert_eq!(body["data"]["name"], "ZodError", "{body}");
    body["data"]["issues"][0]["path"].clone()
}

const SEE: &[&str] = &["resources:read", "resources:write"];
const CHANGE: &[&str] = &["resources:write"];

const RESOURCES: &str = "/api/resources";

/// The path of a new one.
async fn one(tenant: &Tenant) -> String {
    format!("{RESOURCES}/{}", things::resource(tenant).await)
}

/// Creation with an indicator that is taken.
async fn again(tenant: &Tenant) -> Call {
    let indicator = indicator();
    things::resource_called(tenant, &indicator).await;
    tenant.post(RESOURCES).json(json!({"name": "Again", "indicator": indicator}))
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_resources",
        scopes: SEE,
        good: |tenant| ready(tenant.get(RESOURCES)),
        provoke: &[(400, |tenant, _| ready(tenant.get(&format!("{RESOURCES}?page=0"))))],
    },
    Row {
        id: "create_resource",
        scopes: CHANGE,
        good: |tenant| ready(tenant.post(RESOURCES).json(json!({"name": "Orders", "indicator": indicator()}))),
        provoke: &[(422, |tenant, _| Box::pin(again(tenant)))],
    },
    Row {
        id: "get_resource",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_resource",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.patch(&one(tenant).await).json(json!({"name": "Renamed"})) }),
        provoke: &[],
    },
    Row {
        id: "update_resource_is_default",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                tenant.patch(&format!("{}/is-default", one(tenant).await)).json(json!({"isDefault": true}))
            })
        },
        provoke: &[],
    },
    Row {
        id: "delete_resource",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&one(tenant).await) }),
        provoke: &[],
    },
];

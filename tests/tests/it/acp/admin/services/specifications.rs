//! `/api/admin/{tid}/services/{sid}/apis/import`, and the removal of what was imported.

mod again;
pub(in crate::it) mod documents;
mod hostile;

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::OnceLock;

use authplane_client::types;
use authplane_domain::Freshness;
use authplane_domain::catalogue::api;
use authplane_tests::server::DOCUMENTS;
use authplane_tests::tenant::texts;
use authplane_tests::{Call, Tenant, on_both};
use serde_json::{Value, json};

use crate::it::acp::admin::field_of;
use crate::it::nets::{Row, ready};
use crate::it::things::{self, fresh};

/// A document with a bit of everything; its ids are those of the whole tenant.
fn pets(policy: &str) -> Value {
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Pets", "version": "1"},
        "x-policies": [{"id": policy, "policy_name": "Staff", "validators": [{"name": "true"}]}],
        "security": [{"oauth": ["pets:read"]}],
        "paths": {
            "/pets": {
                "summary": "All of them",
                "parameters": [],
                "get": {"responses": {}, "x-data-classifications": ["pii", "health"]},
                "post": {"responses": {}, "x-policy": policy},
            },
            "/pets/{id}": {"get": {"responses": {}, "x-policy": "nist-aal-1"}, "x-note": {"get": {}}},
            "x-not-a-path": {"get": {}},
        },
        "components": {"securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "key"},
            "oauth": {"type": "oauth2", "flows": {
                "clientCredentials": {"tokenUrl": "https://a.example", "scopes": {"pets:read": "See pets", "pets:write": ""}},
                "authorizationCode": {"scopes": {"pets:write": "Change pets", "openid": "Who it is"}},
            }},
        }},
    })
}

fn text_at(service: &str) -> String {
    format!("/api/admin/{{tid}}/services/{service}/apis/import/text")
}

fn apis_of(service: &str) -> String {
    format!("/api/admin/{{tid}}/services/{service}/apis")
}

/// The import of a document.
pub(in crate::it) fn text(tenant: &Tenant, service: &str, document: impl Into<Vec<u8>>) -> Call {
    tenant.post(&text_at(service)).body("text/plain", document)
}

async fn import(tenant: &Tenant, service: &str, document: &Value) -> Value {
    text(tenant, service, document.to_string()).send().await.expect(200).json()
}

async fn listed(tenant: &Tenant, service: &str) -> Value {
    tenant.get(&apis_of(service)).send().await.expect(200).json()["apis"].clone()
}

/// Method, path, position, policy and classifications of each.
fn told(apis: &Value) -> Vec<String> {
    let tell = |api: &Value| {
        let words = |member: &str| api[member].as_str().unwrap_or_default().to_owned();
        let classes: Vec<_> =
            api["data_classifications"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        format!("{} {} {} {}{:?}", api["position"], words("method"), words("path"), words("policy_id"), classes)
    };
    apis.as_array().unwrap().iter().map(tell).collect()
}

fn ids(list: &Value) -> Vec<String> {
    texts(list, "id")
}

/// Everything that an import could change.
async fn snapshot(tenant: &Tenant, service: &str) -> Value {
    let mut all = vec![listed(tenant, service).await];
    for path in [format!("/api/admin/{{tid}}/services/{service}"), "/api/admin/{tid}/policies".to_owned()] {
        all.push(tenant.get(&path).send().await.expect(200).json());
    }
    json!([all, tenant.audit_events().await.len()])
}

#[tokio::test]
async fn the_sdk_imports_a_text_a_file_and_from_a_url_and_removes() {
    on_both(async |tenant| {
        let (client, tid, sid) = (tenant.client().await, &tenant.id, things::service(&tenant).await);
        let document = pets(&fresh("staff")).to_string();
        let call = client.import_specification_from_text().tid(tid).sid(&sid).gateway_type("pyron");
        let imported = call.body(document.clone()).send().await.unwrap().into_inner();
        assert_eq!((imported.created_apis.len(), imported.created_scopes.len()), (3, 2));
        let call = client.import_specification_from_file().tid(tid).sid(&sid).body(document);
        let again = call.send().await.unwrap().into_inner();
        assert_eq!(again.created_apis[0].id, imported.created_apis[0].id);
        let call = client.import_specification_from_url().tid(tid).sid(&sid).body(published());
        let other = call.send().await.unwrap().into_inner();
        assert_eq!((other.created_apis.len(), other.removed_apis.len()), (1, 3));
        let removed = client.remove_specification().tid(tid).sid(&sid).send().await.unwrap().into_inner();
        assert_eq!(removed.removed_apis.len(), 1);
        let body = types::AcpApiRequest::builder().service_id(&sid).method("GET").path("/by/hand");
        client.create_api().tid(tid).body(body).send().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_document_becomes_apis_in_its_order_scopes_and_policies() {
    on_both(async |tenant| {
        let (service, policy) = (things::service(&tenant).await, fresh("staff"));
        let imported = import(&tenant, &service, &pets(&policy)).await;
        let expected = [
            r#"1 GET /pets ["pii", "health"]"#.to_owned(),
            format!("2 POST /pets {policy}[]"),
            "3 GET /pets/{id} nist-aal-1[]".to_owned(),
        ];
        assert_eq!(told(&imported["created_apis"]), expected);
        assert_eq!(imported["created_apis"], listed(&tenant, &service).await);
        let api = &imported["created_apis"][0];
        assert_eq!(
            (&api["service_id"], &api["server_id"], &api["can_have_policy"]),
            (&json!(service), &json!("default"), &json!(true))
        );
        let scopes = &imported["created_scopes"];
        let mut said: Vec<_> = texts(scopes, "name").into_iter().zip(texts(scopes, "description")).collect();
        said.sort();
        let expected = [("pets:read", "See pets"), ("pets:write", "Change pets")];
        assert_eq!(said, expected.map(|(name, description)| (name.to_owned(), description.to_owned())));
        // That of OpenID Connect is nobody's else.
        assert_eq!(texts(&imported["ignored_scopes"], "name"), ["openid"]);
        assert_eq!(imported["created_policies"][0]["policy_name"], "Staff");
        for empty in ["removed_apis", "ignored_apis", "removed_policies", "not_removed_policies", "ignored_policies"] {
            assert_eq!(imported[empty], json!([]), "{empty}");
        }
        let shown = tenant.get(&format!("/api/admin/{{tid}}/services/{service}")).send().await.expect(200).json();
        assert_eq!((&shown["with_specification"], &shown["scopes"]), (&json!(true), scopes));
        let made = tenant.get(&format!("/api/admin/{{tid}}/policies/{policy}")).send().await.expect(200).json();
        assert_eq!(made, imported["created_policies"][0]);
        let events = tenant.audit_events().await;
        for (action, count) in [("api.create", 3), ("scope.create", 2), ("policy.create", 1), ("service.change", 1)] {
            assert_eq!(events.iter().filter(|(known, _)| known == action).count(), count, "{action}");
        }
    })
    .await;
}

#[tokio::test]
async fn where_a_document_says_that_it_is_served_changes_no_path() {
    on_both(async |tenant| {
        let policy = fresh("staff");
        let mut rows = Vec::new();
        for servers in [
            None,
            Some(json!([])),
            Some(json!([{"url": "/"}])),
            Some(json!([{"url": "v1"}])),
            Some(json!([{"url": "https://a.example/base"}, {"url": "https://b.example/other"}])),
            Some(json!([{"url": "https://{host}/{base}", "variables": {"host": {"default": "a.example"}, "base": {"default": "v2"}}}])),
        ] {
            let mut document = pets(&policy);
            if let Some(servers) = servers {
                document["paths"]["/pets"]["servers"].clone_from(&servers);
                document["paths"]["/pets"]["get"]["servers"].clone_from(&servers);
                document["servers"] = servers;
            }
            let service = things::service(&tenant).await;
            import(&tenant, &service, &document).await;
            rows.push(told(&listed(&tenant, &service).await));
        }
        assert!(rows.iter().all(|row| row == &rows[0]), "{rows:?}");
        assert_eq!(rows[0].len(), 3);
    })
    .await;
}

#[tokio::test]
async fn scopes_come_from_every_flow_and_from_openid_connect_and_stay() {
    on_both(async |tenant| {
        let (service, other) = (things::service(&tenant).await, things::service(&tenant).await);
        let document = json!({
            "openapi": "3.1.0",
            "security": [{}, {"oidc": ["a", "openid"]}],
            "paths": {"/": {"get": {"security": [{"oidc": ["b"]}, {"http": ["role"]}, {"nobody": ["c"]}, {"alias": ["d"]}]}, "post": {"security": []}}},
            "components": {"securitySchemes": {
                "oidc": {"type": "openIdConnect", "openIdConnectUrl": "https://a.example"},
                "http": {"type": "http", "scheme": "bearer"},
                "default": {"type": "oauth2", "flows": {"implicit": {"scopes": {"x": "X"}}, "password": {"scopes": {"y": null}}, "x-more": 1}},
                "alias": {"$ref": "#/components/securitySchemes/default"},
            }},
        });
        let imported = import(&tenant, &service, &document).await;
        let mut names = texts(&imported["created_scopes"], "name");
        names.sort();
        assert_eq!(names, ["a", "b", "d", "x", "y"]);
        assert_eq!(texts(&imported["ignored_scopes"], "name"), ["openid"]);
        // Each service has its own, and what is said of them by hand stays.
        let id = &ids(&imported["created_scopes"])[0];
        let set = json!({"name": texts(&imported["created_scopes"], "name")[0], "description": "Mine"});
        let _ = tenant.put(&format!("/api/admin/{{tid}}/scopes/{id}")).json(set).send().await.expect(200);
        let again = import(&tenant, &service, &document).await;
        assert_eq!(again["created_scopes"], json!([]));
        assert!(texts(&again["ignored_scopes"], "description").contains(&"Mine".to_owned()));
        assert_eq!(texts(&import(&tenant, &other, &document).await["created_scopes"], "name").len(), 5);
        let _ = tenant.delete(&apis_of(&service)).send().await.expect(200);
        let shown = tenant.get(&format!("/api/admin/{{tid}}/services/{service}")).send().await.expect(200).json();
        assert_eq!(shown["scopes"].as_array().unwrap().len(), 5);
    })
    .await;
}

#[tokio::test]
async fn references_lead_within_the_document_and_nowhere_else() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let document = json!({
            "openapi": "3.1.0",
            "paths": {
                "/a": {"$ref": "#/paths/~1b~1%7Bid%7D", "post": {"x-data-classifications": ["own"]}},
                "/b/{id}": {"$ref": "#/components/pathItems/C~0d%20e"},
                "/c": {"get": {"$ref": "other.yaml#/operation", "responses": {"200": {"$ref": "https://a.example/x"}}}},
            },
            "components": {
                "pathItems": {"C~d e": {"get": {}, "post": {}}},
                "schemas": {"A": {"$ref": "#/components/schemas/A"}, "B": {"properties": {"b": {"$ref": "elsewhere.json"}}}},
            },
        });
        let imported = import(&tenant, &service, &document).await;
        let told = told(&imported["created_apis"]);
        assert_eq!(told, [r#"1 POST /a ["own"]"#, "2 GET /a []", "3 GET /b/{id} []", "4 POST /b/{id} []", "5 GET /c []"]);
        for (item, scheme, place) in [
            (json!({"$ref": "#/paths/~1x"}), Value::Null, "/paths/~1x/$ref"),
            (json!({"$ref": "#/components/pathItems/a"}), Value::Null, "/paths/~1x/$ref"),
            (json!({"$ref": "#/components/pathItems/none"}), Value::Null, "/paths/~1x/$ref"),
            (json!({"$ref": "#/components/schemas/A"}), Value::Null, "/paths/~1x/$ref"),
            (json!({"$ref": "#/paths/%ff"}), Value::Null, "/paths/~1x/$ref"),
            (json!({"$ref": "#"}), Value::Null, "/paths/~1x/$ref"),
            (json!({"$ref": "other.yaml"}), Value::Null, "/paths/~1x/$ref"),
            (json!({"$ref": "https://169.254.169.254/latest"}), Value::Null, "/paths/~1x/$ref"),
            (json!({"get": {}}), json!({"$ref": "#/components/securitySchemes/s"}), "/components/securitySchemes/s/$ref"),
            (json!({"get": {}}), json!({"$ref": "http://127.0.0.1/"}), "/components/securitySchemes/s/$ref"),
        ] {
            let document = json!({
                "openapi": "3.1.0", "paths": {"/x": item},
                "components": {"securitySchemes": {"s": scheme}, "pathItems": {
                    "a": {"$ref": "#/components/pathItems/b"}, "b": {"$ref": "#/components/pathItems/a"}}},
            });
            let answer = text(&tenant, &service, document.to_string()).send().await.expect(422);
            assert_eq!(field_of(&answer), place, "{document} {}", answer.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_specification_closes_the_service_to_hands_until_it_is_removed() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let gateway = things::gateway_of(&tenant, "default", "pyron").await["id"].clone();
        let path = format!("/api/admin/{{tid}}/services/{service}");
        let _ = tenant.put(&path).json(json!({"name": "Pets", "gateway_id": gateway})).send().await.expect(200);
        assert_eq!(
            tenant.delete(&apis_of(&service)).send().await.expect(404).json()["details"]["thing"],
            "specification"
        );
        let imported = import(&tenant, &service, &pets(&fresh("staff"))).await;
        let api = format!("/api/admin/{{tid}}/apis/{}", ids(&imported["created_apis"])[0]);
        let new = json!({"service_id": service, "method": "GET", "path": "/by/hand"});
        let _ = tenant.post("/api/admin/{tid}/apis").json(&new).send().await.expect(400);
        let _ = tenant.delete(&api).send().await.expect(403);
        let set = json!({"policy_id": "block", "data_classifications": ["mine"]});
        assert_eq!(tenant.put(&api).json(set).send().await.expect(200).json()["policy_id"], "block");
        assert_eq!(tenant.get(&path).send().await.json()["gateway_id"], gateway);

        let removed = tenant.delete(&apis_of(&service)).send().await.expect(200).json();
        assert_eq!(removed["removed_apis"].as_array().unwrap().len(), 3);
        assert_eq!(removed["removed_policies"].as_array().unwrap().len(), 1);
        let shown = tenant.get(&path).send().await.expect(200).json();
        assert_eq!((&shown["with_specification"], &shown["gateway_id"]), (&json!(false), &json!("")));
        assert_eq!(listed(&tenant, &service).await, json!([]));
        let _ = tenant.delete(&apis_of(&service)).send().await.expect(404);
        let _ = tenant.post("/api/admin/{tid}/apis").json(&new).send().await.expect(201);
    })
    .await;
}

#[tokio::test]
async fn built_in_services_have_no_specification() {
    on_both(async |tenant| {
        for built_in in ["management-api", "oauth2-default", "gateway", "control-plane", "profile-default"] {
            let _ = text(&tenant, built_in, pets(&fresh("staff")).to_string()).send().await.expect(400);
            assert_eq!(field_of(&tenant.delete(&apis_of(built_in)).send().await.expect(422)), "sid");
        }
    })
    .await;
}

#[tokio::test]
async fn of_amazons_gateway_the_authorizers_decide_what_can_have_a_policy() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let guarded = json!([{"lambda": []}]);
        let document = json!({
            "openapi": "3.0.1",
            "paths": {
                "/guarded": {"get": {"security": guarded, "x-policy": "nist-aal-1"}, "x-amazon-apigateway-any-method": {"security": guarded}},
                "/open": {"get": {}, "options": {"security": [{"key": []}]}},
            },
            "components": {"securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "x-api-key"},
                "lambda": {"type": "apiKey", "in": "header", "name": "Unused", "x-amazon-apigateway-authtype": "custom",
                    "x-amazon-apigateway-authorizer": {"type": "request"}},
            }},
        });
        let of_amazon = format!("{}?gateway_type=aws", text_at(&service));
        let send = |document: &Value| tenant.post(&of_amazon).body("text/plain", document.to_string()).send();
        let imported = send(&document).await.expect(200).json();
        let flags = |imported: &Value| -> Vec<String> {
            let flag = |api: &Value| format!("{} {} {}", api["method"].as_str().unwrap(), api["path"].as_str().unwrap(), api["can_have_policy"]);
            imported["created_apis"].as_array().unwrap().iter().map(flag).collect()
        };
        let mut expected: Vec<String> = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"].map(|method| format!("{method} /guarded true")).into();
        expected.extend(["GET /open false".to_owned(), "OPTIONS /open false".to_owned()]);
        assert_eq!(flags(&imported), expected);
        let free = format!("/api/admin/{{tid}}/apis/{}", ids(&imported["created_apis"])[7]);
        assert_eq!(field_of(&tenant.put(&free).json(json!({"policy_id": "block"})).send().await.expect(422)), "policy_id");

        let mut unguarded = document.clone();
        unguarded["paths"]["/open"]["get"]["x-policy"] = json!("nist-aal-1");
        assert_eq!(field_of(&send(&unguarded).await.expect(422)), "/paths/~1open/get/x-policy");
        let greedy = json!({"openapi": "3.0.1", "paths": {"/{proxy+}": {"get": {}}}});
        assert_eq!(field_of(&send(&greedy).await.expect(422)), "/paths/~1{proxy+}");

        // Any other gateway asks before all of them, and doesn't know Amazon's extensions.
        let imported = import(&tenant, &service, &document).await;
        assert_eq!(flags(&imported), ["GET /guarded true", "GET /open true", "OPTIONS /open true"]);
        let _ = tenant.put(&free).json(json!({"policy_id": "block"})).send().await.expect(200);
        // Where there can be none any more, there is none.
        assert_eq!(send(&document).await.expect(200).json()["created_apis"][7]["policy_id"], "");
    })
    .await;
}

#[tokio::test]
async fn the_gateways_type_is_one_that_there_is_and_that_of_the_services_gateway() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let document = pets(&fresh("staff")).to_string();
        let send = |gateway_type: &str| {
            let path = format!("{}?gateway_type={gateway_type}", text_at(&service));
            tenant.post(&path).body("text/plain", document.clone()).send()
        };
        for known in ["pyron", "aws", "azure", "istio", "kong", "apigeex", "apigeeedge", "standalone", ""] {
            let answer = send(known).await;
            assert!(answer.status == 200 || known == "aws", "{known}: {}", answer.text());
        }
        for unknown in ["nginx", "AWS", "aws%20", "%00"] {
            let answer = send(unknown).await;
            assert!(answer.status == 422 || (unknown == "%00" && answer.status == 400), "{}", answer.text());
            assert_eq!(field_of(&answer), "gateway_type");
        }
        let gateway = things::gateway_of(&tenant, "default", "kong").await["id"].clone();
        let path = format!("/api/admin/{{tid}}/services/{service}");
        let _ = tenant.put(&path).json(json!({"name": "Pets", "gateway_id": gateway})).send().await.expect(200);
        assert_eq!(field_of(&send("istio").await.expect(409)), "gateway_type");
        for fits in ["kong", ""] {
            let _ = send(fits).await.expect(200);
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_document_brings_along_asks_for_the_rights_to_make_it() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let plain = json!({"openapi": "3.1.0", "paths": {"/": {"get": {}}}});
        let mut with_scopes = pets(&fresh("staff"));
        with_scopes.as_object_mut().unwrap().remove("x-policies");
        with_scopes["paths"]["/pets"]["post"]["x-policy"] = json!("block");
        let mut with_policies = plain.clone();
        with_policies["x-policies"] = json!([{"id": fresh("policy")}]);
        let both = pets(&fresh("staff"));
        for (scopes, allowed) in [
            (&["services:write"][..], &[true, false, false, false][..]),
            (&["services:write", "scopes:write"], &[true, true, false, false]),
            (&["services:write", "policies:write"], &[true, false, true, false]),
            (&["services:write", "scopes:write", "policies:write"], &[true, true, true, true]),
            (&["scopes:write", "policies:write", "services:read"], &[false, false, false, false]),
        ] {
            let token = tenant.narrow_token(scopes).await;
            for (document, allowed) in [&plain, &with_scopes, &with_policies, &both].into_iter().zip(allowed) {
                let before = snapshot(&tenant, &service).await;
                let answer = text(&tenant, &service, document.to_string()).bearer(&token).send().await;
                assert_eq!(answer.status, if *allowed { 200 } else { 403 }, "{scopes:?} {document} {}", answer.text());
                if !allowed {
                    assert_eq!(snapshot(&tenant, &service).await, before);
                }
            }
        }
        let new = json!({"name": "Mine", "authorization_server_id": "system"});
        let of_system =
            tenant.post("/api/admin/{tid}/services").json(new).send().await.expect(201).json()["id"].clone();
        let of_system = of_system.as_str().unwrap();
        let narrow = tenant.narrow_token(&["services:write"]).await;
        let _ = text(&tenant, of_system, plain.to_string()).bearer(&narrow).send().await.expect(403);
        let _ = text(&tenant, of_system, plain.to_string()).send().await.expect(200);
        let _ = tenant.delete(&apis_of(of_system)).bearer(&narrow).send().await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn who_may_not_write_policies_removes_none_that_an_import_made() {
    on_both(async |tenant| {
        let (service, policy) = (things::service(&tenant).await, fresh("staff"));
        let plain = json!({"openapi": "3.1.0", "paths": {"/": {"get": {}}}});
        let path = format!("/api/admin/{{tid}}/policies/{policy}");
        let narrow = tenant.narrow_token(&["services:write"]).await;
        let made = import(&tenant, &service, &pets(&policy)).await["created_policies"].clone();
        let imported = text(&tenant, &service, plain.to_string()).bearer(&narrow).send().await.expect(200).json();
        assert_eq!((&imported["removed_policies"], &imported["not_removed_policies"]), (&json!([]), &made));
        let _ = tenant.get(&path).send().await.expect(200);
        // It is the import's still: whoever may removes it.
        assert_eq!(import(&tenant, &service, &plain).await["removed_policies"], made);
        let _ = tenant.get(&path).send().await.expect(404);

        let made = import(&tenant, &service, &pets(&policy)).await["created_policies"].clone();
        let removed = tenant.delete(&apis_of(&service)).bearer(&narrow).send().await.expect(200).json();
        assert_eq!((&removed["removed_policies"], &removed["not_removed_policies"]), (&json!([]), &made));
        let _ = tenant.get(&path).send().await.expect(200);
    })
    .await;
}

/// The template and the policy of the API that a request is for.
async fn found(
    tenant: &Tenant,
    service: &str,
    method: &'static str,
    path: &'static str,
) -> Option<(String, Option<String>)> {
    let (id, service) = (tenant.id.clone(), service.to_owned());
    let found = tenant.server.with_store(|store| async move {
        let matcher = api::matcher(&store, Freshness::Exact, &id, &service).await.unwrap();
        matcher.find(method, path).map(|found| (found.api.path.clone(), found.api.policy_id.clone()))
    });
    found.await
}

/// Nearly every real document has such neighbours, and in any order.
#[tokio::test]
async fn the_concrete_path_is_found_whichever_stands_first_in_the_document() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let paths = ["/{kind}/findByStatus", "/pet/{id}", "/pet/findByStatus", "/pet/{id}/photos", "/pet/{id}/{what}"];
        let unlucky = paths.to_vec();
        let lucky = paths.into_iter().rev().collect();
        for order in [unlucky, lucky] {
            // As text: a map of paths would have an order of its own.
            let items: Vec<_> = order.iter().map(|path| format!(r#""{path}":{{"get":{{}}}}"#)).collect();
            let document = format!(r#"{{"openapi":"3.0.3","paths":{{{}}}}}"#, items.join(","));
            let imported = text(&tenant, &service, document).send().await.expect(200).json();
            assert_eq!(texts(&imported["created_apis"], "path"), order, "the order of the document");
            for (path, expected) in [
                ("/pet/findByStatus", "/pet/findByStatus"),
                ("/pet/1", "/pet/{id}"),
                ("/dog/findByStatus", "/{kind}/findByStatus"),
                ("/pet/findByStatus/photos", "/pet/{id}/photos"),
                ("/pet/1/tags", "/pet/{id}/{what}"),
            ] {
                let found = found(&tenant, &service, "GET", path).await.map(|(path, _)| path);
                assert_eq!(found.as_deref(), Some(expected), "{path} where {order:?} is the order");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn templates_that_differ_in_their_variables_alone_stand_beside_each_other_for_other_methods() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let document = |other: &str| {
            format!(r#"{{"openapi":"3.0.3","paths":{{"/a/{{x}}":{{"get":{{}}}},"/a/{{y}}":{{"{other}":{{}}}}}}}}"#)
        };
        let imported = text(&tenant, &service, document("post")).send().await.expect(200).json();
        assert_eq!(told(&imported["created_apis"]), ["1 GET /a/{x} []", "2 POST /a/{y} []"]);
        for (method, expected) in [("GET", Some("/a/{x}")), ("POST", Some("/a/{y}")), ("PUT", None)] {
            let found = found(&tenant, &service, method, "/a/1").await.map(|(path, _)| path);
            assert_eq!(found.as_deref(), expected, "{method}");
        }
        let before = snapshot(&tenant, &service).await;
        let refused = text(&tenant, &service, document("get")).send().await.expect(422);
        assert_eq!(field_of(&refused), "/paths/~1a~1{y}");
        assert!(refused.json()["error"].as_str().unwrap().contains(r#""/a/{x}" for GET"#), "{}", refused.text());
        assert_eq!(snapshot(&tenant, &service).await, before);
    })
    .await;
}

/// Whoever decides about requests knows at once.
#[tokio::test]
async fn requests_are_for_what_was_imported_last() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let found = async |path: &'static str| found(&tenant, &service, "GET", path).await;
        assert_eq!(found("/pets/1").await, None);
        let document =
            |path: &str, policy: &str| json!({"openapi": "3.1.0", "paths": {path: {"get": {"x-policy": policy}}}});
        for (path, policy) in [("/pets/{id}", "nist-aal-1"), ("/pets/{id}", "block"), ("/pets/{name}", "block")] {
            import(&tenant, &service, &document(path, policy)).await;
            assert_eq!(found("/pets/1").await, Some((path.to_owned(), Some(policy.to_owned()))));
        }
        import(&tenant, &service, &document("/dogs/{id}", "block")).await;
        assert_eq!(found("/pets/1").await, None);
        assert!(found("/dogs/1").await.is_some());
        let _ = tenant.delete(&apis_of(&service)).send().await.expect(200);
        assert_eq!(found("/dogs/1").await, None);
    })
    .await;
}

/// Where a document is that can be fetched by the servers under test. It is there as long as the process.
fn published() -> String {
    static PUBLISHED: OnceLock<String> = OnceLock::new();
    let publish = || {
        let listener = TcpListener::bind((DOCUMENTS, 0)).unwrap();
        let url = format!("http://{}/openapi.yaml", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let _ = stream.read(&mut [0; 4096]);
                let document = "openapi: 3.1.0\npaths:\n  /published:\n    get: {}\n";
                let head =
                    format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", document.len());
                let _ = stream.write_all(format!("{head}{document}").as_bytes());
            }
        });
        url
    };
    PUBLISHED.get_or_init(publish).clone()
}

const BOUNDARY: &str = "multipart/form-data; boundary=x";

/// A form with one part.
fn form(part: &str, value: &str) -> String {
    format!("--x\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"a\"\r\n\r\n{value}\r\n--x--\r\n")
}

/// Whoever may write services may import it.
fn good_document() -> String {
    json!({"openapi": "3.1.0", "paths": {"/pets": {"get": {}, "post": {}}}}).to_string()
}

/// An import by a form.
async fn by_form(tenant: &Tenant, way: &str, value: &str) -> Call {
    let path = format!("/api/admin/{{tid}}/services/{}/apis/import/{way}", things::service(tenant).await);
    tenant.post(&path).body(BOUNDARY, form(way, value))
}

/// An import into a service whose gateway is of another type.
async fn of_another_gateway(tenant: &Tenant, good: Call) -> Call {
    let service = good.path().split('/').nth(5).unwrap().to_owned();
    let gateway = things::gateway_of(tenant, "default", "kong").await["id"].clone();
    let path = format!("/api/admin/{{tid}}/services/{service}");
    let _ = tenant.put(&path).json(json!({"name": "Pets", "gateway_id": gateway})).send().await.expect(200);
    let path = format!("{}?gateway_type=istio", good.path());
    good.at(&path)
}

pub(in crate::it) const LARGE: usize = 16 * 1024 * 1024 + 1;

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "remove_specification",
        scopes: &["services:write"],
        good: |tenant| {
            Box::pin(async move {
                let service = things::service(tenant).await;
                let _ = import(tenant, &service, &pets(&fresh("staff"))).await;
                tenant.delete(&apis_of(&service))
            })
        },
        provoke: &[(422, |tenant, _| ready(tenant.delete(&apis_of("profile-default"))))],
    },
    Row {
        id: "import_specification_from_file",
        scopes: &["services:write"],
        good: |tenant| Box::pin(async move { by_form(tenant, "file", &good_document()).await }),
        provoke: &[
            (400, |_, good| ready(good.body(BOUNDARY, "--x"))),
            (409, |tenant, good| Box::pin(of_another_gateway(tenant, good))),
            (413, |_, good| ready(good.body(BOUNDARY, form("file", &"a".repeat(LARGE))))),
            (422, |_, good| ready(good.body(BOUNDARY, form("file", "swagger: 2.0")))),
        ],
    },
    Row {
        id: "import_specification_from_text",
        scopes: &["services:write"],
        good: |tenant| Box::pin(async move { text(tenant, &things::service(tenant).await, good_document()) }),
        provoke: &[
            (400, |_, good| ready(good.body("text/plain", b"\xff".to_vec()))),
            (409, |tenant, good| Box::pin(of_another_gateway(tenant, good))),
            (413, |_, good| ready(good.body("text/plain", vec![b'a'; LARGE]))),
            (422, |_, good| ready(good.body("text/plain", "swagger: 2.0"))),
        ],
    },
    Row {
        id: "import_specification_from_url",
        scopes: &["services:write"],
        good: |tenant| Box::pin(async move { by_form(tenant, "url", &published()).await }),
        provoke: &[
            (400, |_, good| ready(good.body(BOUNDARY, "--x"))),
            (409, |tenant, good| Box::pin(of_another_gateway(tenant, good))),
            (413, |_, good| ready(good.body(BOUNDARY, form("url", &"a".repeat(100_000))))),
            (422, |_, good| ready(good.body(BOUNDARY, form("url", "ftp://a.example/")))),
        ],
    },
];

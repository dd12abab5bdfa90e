//! `/api/system/configuration`.

mod acp_dump;
mod attacks;
mod columns;
mod faults;
mod forms;
mod pruning;
mod refusals;
mod updates;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use authplane_tests::tenant::installation_token;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Answer, Call, Database, Settings, Tenant, TestServer, on_both};
use http::Method;
use serde_json::{Value, json};

use crate::it::acp::admin::services::specifications::documents::document;
use crate::it::acp::admin::services::specifications::{self, LARGE};
use crate::it::events::{Refused, Refusing};
use crate::it::lost_updates::everything;
use crate::it::nets::{Provoke, Row};
use crate::it::things::{self, fresh};

const CONFIGURATION: &str = "/api/system/configuration";

/// Somebody who may do everything in an installation.
pub(in crate::it) struct Installer {
    server: TestServer,
    token: String,
}

impl Installer {
    pub(in crate::it) async fn of(server: &TestServer) -> Self {
        Self { server: server.clone(), token: installation_token(server, &["all"]).await }
    }

    fn call(&self, method: Method, query: &str) -> Call {
        self.server.call(method, &format!("{CONFIGURATION}{query}")).bearer(&self.token)
    }

    pub(super) async fn export_text(&self, query: &str) -> String {
        self.call(Method::GET, query).send().await.expect(200).text()
    }

    pub(in crate::it) async fn export(&self, tenant: &str) -> Value {
        serde_json::from_str(&self.export_text(&format!("?tid={tenant}")).await).unwrap()
    }

    pub(super) async fn put(&self, query: &str, dump: &Value) -> Answer {
        self.call(Method::PUT, query).json(dump.clone()).send().await
    }

    pub(in crate::it) async fn apply(&self, query: &str, dump: &Value) -> Answer {
        self.call(Method::POST, query).json(dump.clone()).send().await
    }
}

/// An installation of its own, on the same kind of database.
async fn elsewhere(database: Database) -> Installer {
    Installer::of(&TestServer::start(Settings { database, ..Settings::default() }).await).await
}

const UPSTREAM_SECRET: &str = "marked upstream secret 0123456789 abcdef";

/// A tenant with something of every kind, and every secret that there can be.
pub(in crate::it) async fn furnish(tenant: &Tenant) {
    let policy = things::policy(tenant, &json!([{"name": "false", "conf": {}}])).await;
    let consent = json!({
        "id": "newsletter", "name": "Newsletter", "update_existing_grants": "keepCurrent", "can_be_withdrawn": true, "description": "Monthly",
        "internal_services": [{"name": "Mail", "purposes": [{"name": "Marketing", "primary": true}]}], "pii_categories": [{"name": "Contact"}]
    });
    let made = tenant.post("/api/admin/{tid}/consents").json(&consent).send().await.expect(201).json();
    // In its second version.
    let _ = tenant.put("/api/admin/{tid}/consents/newsletter").json(made).send().await.expect(201);
    let action = json!({"id": "subscribe", "name": "Subscribe", "consents": [{"id": "newsletter", "required": true}]});
    let _ = tenant.post("/api/admin/{tid}/actions").json(action).send().await.expect(201);
    let server = json!({
        "id": "shop", "name": "Shop", "key_type": "ecdsa", "access_token_ttl": "5m0s", "user_policy_id": policy, "enable_dynamic_client_registration": true,
        "profiles": ["default"], "secret": "marked server secret 0123456789 abcdefgh", "rotated_secrets": ["marked former secret 0123456789 abcdefgh"],
        "authentications": {"methods": [
            {"id": "people", "name": "People", "method": "static", "static": {"users": [
                {"username": USER, "password": PASSWORD, "authentication_context": {"email": "ada@example.com", "nothing": null}}
            ]}},
            {"id": "corp", "name": "Corp", "method": "oidc", "oidc": {
                "issuer_url": "https://corp.example", "client_id": "here", "client_secret": UPSTREAM_SECRET, "redirect_url": ""
            }, "mappings": [{"source": "mail", "target": "email"}], "attributes": [{"name": "mail", "description": "Mail"}]}
        ]}
    });
    let _ = tenant.post("/api/admin/{tid}/servers").json(server).send().await.expect(201);
    let service = things::resource(tenant).await;
    things::resource_scope(tenant, &service, "read:orders").await;
    let _ = tenant
        .patch(&format!("/api/resources/{service}/is-default"))
        .json(json!({"isDefault": true}))
        .send()
        .await
        .expect(200);
    things::scope(tenant, None, "alone").await;
    let pets = things::service(tenant).await;
    let specification = r#"{"openapi": "3.1.0", "x-policies": [
        {"id": "keepers", "language": "cedar", "definition": "permit (principal, action, resource);"}
    ], "paths": {"/pets/{id}": {
        "parameters": [{"name": "id", "in": "path", "required": true}], "get": {"x-policy": "keepers", "x-data-classifications": ["pii"]}
    }}}"#;
    let import = format!("/api/admin/{{tid}}/services/{pets}/apis/import/text");
    let _ = tenant.post(&import).body("text/plain", specification).send().await.expect(200);
    let api = json!({"service_id": service, "method": "GET", "path": "/orders/{id}", "policy_id": policy, "data_classifications": ["pii", "money"]});
    let _ = tenant.post("/api/admin/{tid}/apis").json(api).send().await.expect(201);
    let claim = json!({"name": "department", "mapping": "department", "type": "access_token", "authorization_server_id": "shop", "scopes": ["openid"]});
    let _ = tenant.post("/api/admin/{tid}/claims").json(claim).send().await.expect(201);
    let gateway = things::gateway_of(tenant, "shop", "standalone").await;
    let guarded = json!({"name": "Guarded", "authorization_server_id": "shop", "gateway_id": gateway["id"]});
    let _ = tenant.post("/api/admin/{tid}/services").json(guarded).send().await.expect(201);
    let client = json!({
        "client_id": "till", "client_name": "Till", "authorization_server_id": "shop", "client_secret": "marked client secret 0123456789 abcdefgh",
        "grant_types": ["authorization_code", "refresh_token", "client_credentials"], "redirect_uris": ["https://till.example/back"], "scopes": ["openid", "email"],
        "privacy": {"scopes": {"email": {"purpose": "mail", "pii_categories": [{"name": "mail"}]}}}, "client_secret_expires_at": 4_000_000_000_u64
    });
    let _ = tenant.post("/api/admin/{tid}/clients").json(client).send().await.expect(201);
    let _ = tenant.post("/api/admin/{tid}/clients/till/rotateSecret").send().await.expect(200);
    let registration = json!({"redirect_uris": ["https://native.example/back"], "client_name": "Native", "post_logout_redirect_uris": ["https://native.example/out"]});
    let _ = tenant
        .call(Method::POST, "/{tid}/shop/oauth2/register")
        .anonymous()
        .json(registration)
        .send()
        .await
        .expect(201);
    things::api_client(tenant, "robot").await;
    let scope = things::resource_scope(tenant, &service, "write:orders").await;
    let role =
        json!({"name": "Writers", "description": "Write orders", "type": "MachineToMachine", "scopeIds": [scope]});
    let role = tenant.post("/api/roles").json(role).send().await.expect(200).json();
    let having = format!("/api/applications/{}/roles", things::robot(tenant).await);
    let _ = tenant.post(&having).json(json!({"roleIds": [role["id"]]})).send().await.expect(201);
    // Nobody has its secret any more.
    let hashed = json!({
        "client_id": "hashed", "tenant_id": tenant.id, "authorization_server_id": "shop", "grant_types": ["client_credentials"],
        "client_hashed_secret": "sha-256:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
    });
    let _ = Installer::of(&tenant.server).await.put("", &json!({"clients": [hashed]})).await.expect(204);
    let _ = tenant.get("/api/admin/{tid}/tenant").send().await.expect(200);
}

#[tokio::test]
async fn what_is_exported_is_exported_again_where_it_was_imported() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        for secrets in ["clear", "omitted"] {
            let there = elsewhere(tenant.server.database()).await;
            let query = format!("?tid={}&secrets={secrets}", tenant.id);
            let first = here.export_text(&query).await;
            let _ = there.put("", &serde_json::from_str(&first).unwrap()).await.expect(204);
            assert_same(&first, &there.export_text(&query).await);
        }
    })
    .await;
}

#[tokio::test]
async fn an_installation_that_has_begun_takes_over_what_another_one_has() {
    for database in Database::tested() {
        let here = elsewhere(database).await;
        let there = elsewhere(database).await;
        let first = here.export_text("?all=true").await;
        let dump: Value = serde_json::from_str(&first).unwrap();
        // What is built in has ids of its own in each.
        let refused = there.put("", &dump).await.expect(409).json();
        assert!(refused["details"]["conflicts"].as_array().unwrap().len() > 100, "{refused}");
        let _ = there.put("?mode=update", &dump).await.expect(204);
        // All but the tenant whose clients the tests enter both by.
        let of_default = here.export_text("?tid=default").await;
        assert_same(&of_default, &there.export_text("?tid=default").await);
        let again = there.apply("?mode=fail", &dump).await.expect(200).json();
        assert_eq!((&again["changes"], &again["notes"]), (&json!([]), &json!([])));
    }
}

/// The same letter by letter; told by the first place where it isn't.
fn assert_same(first: &str, second: &str) {
    if first == second {
        return;
    }
    let at = first.bytes().zip(second.bytes()).position(|(a, b)| a != b).unwrap_or(0);
    let around = |text: &str| {
        let (from, to) = (at.saturating_sub(300), Ord::min(at + 200, text.len()));
        String::from_utf8_lossy(&text.as_bytes()[from..to]).into_owned()
    };
    panic!("they differ at {at}:\n{}\n--\n{}", around(first), around(second));
}

#[tokio::test]
async fn any_order_of_rows_is_the_same_configuration() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let query = format!("?tid={}", tenant.id);
        let first = here.export_text(&query).await;
        let mut dump: Value = serde_json::from_str(&first).unwrap();
        reverse(&mut dump);
        let there = elsewhere(tenant.server.database()).await;
        let _ = there.put("", &dump).await.expect(204);
        assert_same(&first, &there.export_text(&query).await);
    })
    .await;
}

/// Turns the lists of rows round.
fn reverse(dump: &mut Value) {
    for (_, list) in dump.as_object_mut().unwrap() {
        match list {
            Value::Array(rows) => {
                rows.reverse();
                for row in rows {
                    if let Some(Value::Array(scopes)) = row.get_mut("scopes")
                        && scopes.iter().all(Value::is_object)
                    {
                        scopes.reverse();
                    }
                }
            }
            Value::Object(_) => reverse(list),
            _ => {}
        }
    }
}

#[tokio::test]
async fn a_dry_run_says_what_changes_and_changes_nothing() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let query = format!("?tid={}", tenant.id);
        let before = here.export_text(&query).await;
        let mut dump: Value = serde_json::from_str(&before).unwrap();
        let till = dump["clients"].as_array().unwrap().iter().position(|client| client["client_id"] == "till").unwrap();
        dump["clients"][till]["client_name"] = "Another till".into();
        dump["clients"][till]["client_secret"] = "another secret, also of a good length 123".into();
        let id = fresh("new");
        let policies = dump["policies"].as_array_mut().unwrap();
        policies.push(json!({
            "id": id, "policy_name": "New", "tenant_id": tenant.id, "validators": [], "authplane": {"created_at": "2026-01-02T03:04:05Z"}
        }));
        let difference = here.apply("?mode=update&dry_run=true", &dump).await.expect(200).json();
        assert_eq!(difference["written"], false);
        let changes = difference["changes"].as_array().unwrap();
        assert_eq!(changes.len(), 2, "{difference}");
        assert_eq!(
            (&changes[0]["action"], &changes[0]["kind"], &changes[0]["id"]),
            (&"create".into(), &"policy".into(), &Value::from(id))
        );
        let patch = json!([
            {"op": "replace", "path": "/client_name", "value": "Another till"},
            {"op": "replace", "path": "/client_hashed_secret", "value": "another secret"},
            {"op": "replace", "path": "/client_secret", "value": "another secret"}
        ]);
        assert_eq!((&changes[1]["pointer"], &changes[1]["patch"]), (&format!("/clients/{till}").into(), &patch));
        assert_eq!(
            difference["summary"][1],
            format!(
                "change client \"till\" of tenant {:?}: /client_name, /client_hashed_secret, /client_secret",
                tenant.id
            )
        );
        assert_same(&before, &here.export_text(&query).await);
        // And so it is when it is done, after which nothing is left to do.
        let done = here.apply("?mode=update", &dump).await.expect(200).json();
        assert_eq!((&done["written"], &done["changes"]), (&true.into(), &difference["changes"]));
        let again = here.apply("?mode=update", &dump).await.expect(200).json();
        assert_eq!(again["changes"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn an_import_that_makes_and_changes_many_things_leaves_all_their_events_or_nothing() {
    for database in Database::tested() {
        println!("on {database:?}");
        // Nobody else is at work there.
        let server = TestServer::start(Settings { database, ..Settings::default() }).await;
        let tenant = Tenant::new(&server).await;
        furnish(&tenant).await;
        let here = Installer::of(&server).await;
        let mut dump = here.export(&tenant.id).await;
        dump["policies"][0]["policy_name"] = "Otherwise".into();
        dump["clients"][0]["description"] = "Otherwise".into();
        dump["claims"][0]["mapping"] = "otherwise".into();
        let shop = dump["servers"].as_array().unwrap().iter().position(|server| server["id"] == "shop").unwrap();
        dump["servers"][shop]["name"] = "Otherwise".into();
        let new = json!({"id": fresh("new"), "policy_name": "New", "tenant_id": tenant.id, "validators": []});
        dump["policies"].as_array_mut().unwrap().push(new);
        let refusing = Refusing::of(&server).await;
        let before = everything(&server).await;
        for refused in Refused::by(database) {
            refusing.refuse(*refused).await;
            let answer = here.put("?mode=update", &dump).await;
            refusing.refuse_nothing().await;
            assert_eq!(answer.status, 500, "with {refused:?} refused: {}", answer.text());
            assert!(everything(&server).await == before, "something of it is there with {refused:?} refused");
        }
        let events = refusing.events().await;
        let _ = here.put("?mode=update", &dump).await.expect(204);
        assert_eq!(refusing.events().await, events + 5, "one for each");
    }
}

#[tokio::test]
async fn modes_fail_ignore_and_update() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let query = format!("?tid={}", tenant.id);
        let before = here.export_text(&query).await;
        let mut dump: Value = serde_json::from_str(&before).unwrap();
        let (policy, client) = (dump["policies"][0]["id"].clone(), dump["clients"][0]["client_id"].clone());
        dump["tenants"][0]["name"] = "Otherwise".into();
        dump["policies"][0]["policy_name"] = "Otherwise".into();
        dump["clients"][0]["description"] = "Otherwise".into();
        let shop = dump["servers"].as_array().unwrap().iter().position(|server| server["id"] == "shop").unwrap();
        dump["servers"][shop]["name"] = "Otherwise".into();
        dump["servers"][shop]["issuer_url"] = "https://elsewhere.example/shop".into();
        dump["claims"].as_array_mut().unwrap().push(json!({
            "id": fresh("claim"), "tenant_id": tenant.id, "authorization_server_id": "shop", "name": "new", "mapping": "new", "type": "id_token", "scopes": []
        }));
        let refused = here.put("", &dump).await.expect(409).json();
        let told: Vec<&Value> = refused["details"]["conflicts"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
        let id = Value::from(tenant.id.as_str());
        assert_eq!(told, [&id, &policy, &"shop".into(), &client], "all of them, not the first alone");
        assert_same(&before, &here.export_text(&query).await);
        let ignored = here.apply("?mode=ignore", &dump).await.expect(200).json();
        let actions: Vec<&str> = ignored["changes"].as_array().unwrap().iter().map(|one| one["action"].as_str().unwrap()).collect();
        assert_eq!(actions, ["skip", "skip", "skip", "skip", "create"]);
        assert_eq!(ignored["notes"], json!([]), "rows that stay as they are have nothing to tell");
        let after = here.export(&tenant.id).await;
        assert_ne!(after["tenants"][0]["name"], "Otherwise");
        assert_ne!(after["policies"][0]["policy_name"], "Otherwise");
        let updated = here.apply("?mode=update", &dump).await.expect(200).json();
        assert_eq!(updated["notes"][0]["code"], "issuer_replaced", "{updated}");
        let after = here.export(&tenant.id).await;
        let renamed = [&after["tenants"][0]["name"], &after["policies"][0]["policy_name"], &after["clients"][0]["description"]];
        assert_eq!(renamed, ["Otherwise"; 3]);
    })
    .await;
}

#[tokio::test]
async fn only_what_an_import_made_is_pruned_and_only_of_kinds_that_the_dump_has() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let row = |id: &str| json!({"id": id, "policy_name": id, "tenant_id": tenant.id, "validators": []});
        let brought = json!({"policies": [row("brought-1"), row("brought-2"), row("brought-3")]});
        let _ = here.put("", &brought).await.expect(204);
        let ids = async || {
            let dump = here.export(&tenant.id).await;
            let ids = dump["policies"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned());
            ids.collect::<Vec<String>>()
        };
        let all = ids().await;
        // A kind that isn't there says nothing, and without being asked nothing goes.
        let _ = here.apply("?prune=true", &json!({"tenants": [{"id": tenant.id, "name": "x"}], "claims": []})).await.expect(409);
        let _ = here.apply("?prune=true", &json!({"claims": []})).await.expect(200);
        let _ = here.apply("", &json!({"policies": [row("brought-1")]})).await.expect(200);
        assert_eq!(ids().await, all);
        // Made by hand under the same id since.
        let _ = tenant.delete("/api/admin/{tid}/policies/brought-3").send().await.expect(204);
        let _ = tenant.post("/api/admin/{tid}/policies").json(json!({"id": "brought-3", "policy_name": "Mine"})).send().await.expect(201);
        let pruned = here.apply("?prune=true", &json!({"policies": [row("brought-1")]})).await.expect(200).json();
        let removed: Vec<&Value> = pruned["changes"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
        assert_eq!(removed, ["brought-2"], "{pruned}");
        let left: Vec<String> = all.into_iter().filter(|id| id != "brought-2").collect();
        assert_eq!(ids().await, left);
        // What others use stays, and so does everything else then.
        let tenants = here.export(&tenant.id).await["tenants"].clone();
        let scope = json!({"id": fresh("scope"), "tenant_id": tenant.id, "authorization_server_id": "shop", "name": "guarded", "user_policy_id": "brought-1"});
        let _ = here.put("", &json!({"scopes_without_service": [scope]})).await.expect(204);
        let used = here.apply("?prune=true", &json!({"tenants": tenants, "policies": []})).await.expect(422).json();
        assert!(used["error"].as_str().unwrap().contains("brought-1"), "{used}");
    })
    .await;
}

#[tokio::test]
async fn secrets_that_a_dump_lacks_stay_or_are_made_and_told() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let text = here.export_text(&format!("?tid={}&secrets=omitted", tenant.id)).await;
        for secret in ["marked", "argon2", "private_key\":\"", UPSTREAM_SECRET] {
            assert!(!text.contains(secret), "{secret} is in it");
        }
        let dump: Value = serde_json::from_str(&text).unwrap();
        let clear = here.export_text(&format!("?tid={}", tenant.id)).await;
        let kept = here.apply("", &dump).await.expect(200).json();
        assert_eq!((&kept["changes"], &kept["notes"]), (&json!([]), &json!([])));
        assert_same(&clear, &here.export_text(&format!("?tid={}", tenant.id)).await);
        let there = elsewhere(tenant.server.database()).await;
        let made = there.apply("", &dump).await.expect(200).json();
        let codes = |code: &str| made["notes"].as_array().unwrap().iter().filter(|note| note["code"] == code).count();
        assert_eq!((codes("new_password"), codes("no_upstream_secret")), (1, 1));
        let mut notes = made["notes"].as_array().unwrap().iter();
        let robot = &dump["authplane"]["api_clients"][0]["id"];
        let of_robot = format!("the api client {robot}:");
        assert!(
            notes.any(|note| note["code"] == "new_secret" && note["message"].as_str().unwrap().contains(&of_robot))
        );
        let dump = there.export(&tenant.id).await;
        for client in dump["clients"].as_array().unwrap() {
            let is_public = client["token_endpoint_auth_method"] == "none";
            assert_eq!(client["client_secret"].as_str().unwrap().is_empty(), is_public, "{client}");
            let is_told = |note: &Value| {
                let named = format!("{:?}", client["client_id"].as_str().unwrap());
                note["code"] == "new_secret" && note["message"].as_str().unwrap().contains(&named)
            };
            // That of an API client is told of that.
            if !client["audience"][0].as_str().unwrap_or_default().starts_with("privx") {
                assert_eq!(made["notes"].as_array().unwrap().iter().any(is_told), !is_public, "{client}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_specification_made_goes_elsewhere_and_is_the_same_there() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let kubernetes = document("kubernetes.io.json");
        let _ = specifications::text(&tenant, &service, kubernetes.clone()).send().await.expect(200);
        let here = Installer::of(&tenant.server).await;
        let query = format!("?tid={}&secrets=omitted", tenant.id);
        let first = here.export_text(&query).await;
        let dump: Value = serde_json::from_str(&first).unwrap();
        assert_eq!(dump["apis"].as_array().unwrap().len(), 845);
        let there = elsewhere(tenant.server.database()).await;
        let _ = there.put("", &dump).await.expect(204);
        assert_same(&first, &there.export_text(&query).await);
        let again = there.apply("", &dump).await.expect(200).json();
        assert_eq!((&again["changes"], &again["notes"]), (&json!([]), &json!([])));
    })
    .await;
}

#[tokio::test]
async fn one_changed_client_is_as_many_statements_however_many_there_are() {
    for database in Database::tested() {
        let installer = elsewhere(database).await;
        let tenant = Tenant::new(&installer.server).await;
        let sent = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&sent);
        let count = move |_: &sea_orm::Statement| {
            counter.fetch_add(1, Ordering::Relaxed);
        };
        installer.server.with_store(|store| async move { store.observe_statements(count) }).await;
        let client = |number: usize, name: &str| {
            json!({"client_id": format!("client-{number}"), "client_name": name, "tenant_id": tenant.id, "authorization_server_id": "default",
                   "client_secret": format!("a secret of a good length, number {number:06}")})
        };
        let mut counts = Vec::new();
        for total in [10, 1_000] {
            let all: Vec<Value> = (0..total).map(|number| client(number, "Client")).collect();
            let _ = installer.put("?mode=update", &json!({"clients": all})).await.expect(204);
            sent.store(0, Ordering::Relaxed);
            let one = client(0, &format!("Changed {total}"));
            let done = installer.apply("?mode=update", &json!({"clients": [one]})).await.expect(200).json();
            assert_eq!(done["changes"].as_array().unwrap().len(), 1);
            counts.push(sent.load(Ordering::Relaxed));
        }
        assert!(counts[1] <= counts[0] + 2, "{counts:?}");
    }
}

/// What is there otherwise, and what can't be.
const REFUSED: &[(u16, Provoke)] = &[
    (409, |tenant, good| {
        Box::pin(async move {
            let block = json!({"id": "block", "policy_name": "Otherwise", "tenant_id": tenant.id});
            good.json(json!({"policies": [block]}))
        })
    }),
    (413, |_, good| Box::pin(async move { good.body("application/json", vec![b'a'; LARGE]) })),
    (422, |tenant, good| {
        Box::pin(async move { good.json(json!({"policies": [{"id": "nameless", "tenant_id": tenant.id}]})) })
    }),
];

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "export_configuration",
        scopes: &[],
        good: |tenant| {
            Box::pin(
                async move { Installer::of(&tenant.server).await.call(Method::GET, &format!("?tid={}", tenant.id)) },
            )
        },
        provoke: &[
            (400, |_, good| Box::pin(async move { good.at("/api/system/configuration?all=perhaps") })),
            (404, |_, good| Box::pin(async move { good.at("/api/system/configuration?tid=nobody") })),
            (422, |_, good| Box::pin(async move { good.at("/api/system/configuration?tid=no+id") })),
        ],
    },
    Row {
        id: "import_configuration",
        scopes: &[],
        good: |tenant| {
            Box::pin(async move {
                let policy = json!({"id": fresh("policy"), "policy_name": "Strict", "tenant_id": tenant.id});
                Installer::of(&tenant.server).await.call(Method::PUT, "").json(json!({"policies": [policy]}))
            })
        },
        provoke: REFUSED,
    },
    Row {
        id: "apply_configuration",
        scopes: &[],
        good: |tenant| {
            Box::pin(async move {
                let policy = json!({"id": fresh("policy"), "policy_name": "Strict", "tenant_id": tenant.id});
                Installer::of(&tenant.server).await.call(Method::POST, "").json(json!({"policies": [policy]}))
            })
        },
        provoke: REFUSED,
    },
];

//! `/api/applications/{id}/secrets`: several at once.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::environment::{Clock as _, ManualClock};
use authplane_tests::tenant::texts;
use authplane_tests::{Credentials, Database, Settings, Tenant, TestServer, on_both};
use chrono::{DateTime, TimeDelta};
use http::Method;
use serde_json::{Value, json};

use super::{CHANGE, SEE, application, new, now, path_of};
use crate::it::acp::system::configuration::Installer;
use crate::it::nets::Row;

fn secrets_of(application: &Value) -> String {
    format!("{}/secrets", path_of(application))
}

async fn listed(tenant: &Tenant, application: &Value) -> Value {
    tenant.get(&secrets_of(application)).send().await.expect(200).json()
}

async fn add(tenant: &Tenant, application: &Value, body: Value) -> Value {
    tenant.post(&secrets_of(application)).json(body).send().await.expect(201).json()
}

/// Does this secret get the application a token?
async fn proves(tenant: &Tenant, application: &Value, secret: &Value) -> bool {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let machine = Credentials { id: text(&application["id"]), secret: text(secret), server: DEFAULT.to_owned() };
    match tenant.ask_for_token(&machine, None, &[]).await.status {
        200 => true,
        401 => false,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn confidential_types_begin_with_the_secret_that_they_show_and_others_have_none() {
    on_both(async |tenant| {
        for kind in ["Traditional", "MachineToMachine"] {
            let made = application(&tenant, new(kind)).await;
            let list = listed(&tenant, &made).await;
            assert_eq!(list.as_array().unwrap().len(), 1);
            let expected = json!({"tenantId": tenant.id, "applicationId": made["id"], "name": "Default secret", "value": made["secret"],
                "createdAt": list[0]["createdAt"], "expiresAt": null});
            assert_eq!(list[0], expected);
            assert!((list[0]["createdAt"].as_i64().unwrap() - made["createdAt"].as_i64().unwrap()).abs() < 60_000);
        }
        for kind in ["SPA", "Native"] {
            let made = application(&tenant, new(kind)).await;
            assert_eq!(listed(&tenant, &made).await, json!([]));
            let refused = tenant.post(&secrets_of(&made)).json(json!({"name": "a"})).send().await.expect(422).json();
            assert_eq!(refused["code"], "entity.db_constraint_violated");
            let legacy = tenant.delete(&format!("{}/legacy-secret", path_of(&made))).send().await.expect(400).json();
            assert_eq!(legacy["code"], "application.no_legacy_secret_found");
        }
    })
    .await;
}

#[tokio::test]
async fn several_hold_at_once_and_taking_one_away_leaves_the_others_and_the_tokens() {
    on_both(async |tenant| {
        let made = application(&tenant, new("MachineToMachine")).await;
        let summer = add(&tenant, &made, json!({"name": "Summer"})).await;
        let winter = add(&tenant, &made, json!({"name": "Winter", "expiresAt": null})).await;
        let is_one = |value: &Value| value.as_str().unwrap().len() == 32;
        assert!(is_one(&summer["value"]) && is_one(&winter["value"]) && summer["value"] != winter["value"]);
        assert_eq!(texts(&listed(&tenant, &made).await, "name"), ["Default secret", "Winter", "Summer"]);
        for secret in [&made["secret"], &summer["value"], &winter["value"]] {
            assert!(proves(&tenant, &made, secret).await);
        }
        // By each method that there is for secrets.
        let path = format!("/{}/default/oauth2/introspect", tenant.id);
        let token = {
            let machine = Credentials {
                id: made["id"].as_str().unwrap().to_owned(),
                secret: summer["value"].as_str().unwrap().to_owned(),
                server: DEFAULT.to_owned(),
            };
            tenant.ask_for_token(&machine, None, &[]).await.expect(200).json()["access_token"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        let renamed = tenant.patch(&format!("{}/Summer", secrets_of(&made))).json(json!({"name": "Autumn"}));
        let renamed = renamed.send().await.expect(200).json();
        assert_eq!((&renamed["name"], &renamed["value"]), (&json!("Autumn"), &summer["value"]));
        assert!(proves(&tenant, &made, &summer["value"]).await);
        let deleted = tenant.delete(&format!("{}/Autumn", secrets_of(&made))).send().await.expect(204);
        assert_eq!(deleted.text(), "");
        assert!(!proves(&tenant, &made, &summer["value"]).await);
        assert!(proves(&tenant, &made, &winter["value"]).await && proves(&tenant, &made, &made["secret"]).await);
        let introspect = tenant.server.call(Method::POST, &path);
        let introspect = introspect.basic(made["id"].as_str().unwrap(), winter["value"].as_str().unwrap());
        assert_eq!(introspect.form(&[("token", &token)]).send().await.expect(200).json()["active"], true);
        assert_eq!(now(&tenant, &made).await["secret"], made["secret"]);
    })
    .await;
}

#[tokio::test]
async fn names_are_unique_and_the_servers_own_are_nobody_elses() {
    on_both(async |tenant| {
        let made = application(&tenant, new("Traditional")).await;
        let other = application(&tenant, new("Traditional")).await;
        add(&tenant, &made, json!({"name": "Summer"})).await;
        add(&tenant, &other, json!({"name": "Summer"})).await;
        add(&tenant, &made, json!({"name": "Winter ❄ / 2"})).await;
        for name in [".", ".."] {
            let _ = tenant.post(&secrets_of(&made)).json(json!({"name": name})).send().await.expect(400);
        }
        add(&tenant, &made, json!({"name": "❄".repeat(256)})).await;
        for name in ["Default secret until then", "Default secret before 1"] {
            let _ = tenant.post(&secrets_of(&made)).json(json!({"name": name})).send().await.expect(400);
        }
        add(&tenant, &made, json!({"name": "Default secrets of ours"})).await;
        for name in ["Summer", "Default secret"] {
            let code =
                tenant.post(&secrets_of(&made)).json(json!({"name": name})).send().await.expect(422).json()["code"]
                    .clone();
            assert_eq!(code, "application.secret_name_exists");
            let path = format!("{}/Winter%20%E2%9D%84%20%2F%202", secrets_of(&made));
            let code = tenant.patch(&path).json(json!({"name": name})).send().await.expect(422).json()["code"].clone();
            assert_eq!(code, "application.secret_name_exists");
        }
        // The first may have another name, and that is given to no other.
        let summer = format!("{}/Summer", secrets_of(&made));
        let _ = tenant.patch(&summer).json(json!({"name": "Default secret"})).send().await.expect(422);
        let first = format!("{}/Default%20secret", secrets_of(&made));
        let _ = tenant.patch(&first).json(json!({"name": "First"})).send().await.expect(200);
        let _ = tenant.post(&secrets_of(&made)).json(json!({"name": "Default secret"})).send().await.expect(422);
        assert_eq!(listed(&tenant, &made).await[0]["name"], "First");
        let code = |answer: Value| answer["code"].clone();
        let unknown = format!("{}/Unknown", secrets_of(&made));
        let renamed = tenant.patch(&unknown).json(json!({"name": "a"})).send().await.expect(404).json();
        assert_eq!(code(renamed), "entity.not_exists");
        assert_eq!(code(tenant.delete(&unknown).send().await.expect(404).json()), "entity.not_found");
        let nowhere = "/api/applications/unknown/secrets";
        assert_eq!(code(tenant.get(nowhere).send().await.expect(404).json()), "entity.not_exists_with_id");
        let made = tenant.post(nowhere).json(json!({"name": "a"})).send().await.expect(404).json();
        assert_eq!(code(made), "entity.relation_foreign_key_not_found");
    })
    .await;
}

#[tokio::test]
async fn a_secret_that_ends_proves_nothing_from_then_on() {
    for database in Database::tested() {
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let server = TestServer::start(Settings { database, ..Settings::default() }.with_clock(&clock)).await;
        let tenant = Tenant::new(&server).await;
        let made = application(&tenant, new("MachineToMachine")).await;
        let at = (clock.now() + TimeDelta::minutes(2)).timestamp_millis();
        let soon = add(&tenant, &made, json!({"name": "Soon", "expiresAt": at})).await;
        assert_eq!(soon["expiresAt"], at);
        clock.advance(TimeDelta::seconds(119));
        assert!(proves(&tenant, &made, &soon["value"]).await);
        clock.advance(TimeDelta::seconds(1));
        assert!(!proves(&tenant, &made, &soon["value"]).await);
        assert!(proves(&tenant, &made, &made["secret"]).await);
        // It is shown as long as it is there.
        assert_eq!(texts(&listed(&tenant, &made).await, "name"), ["Default secret", "Soon"]);
    }
}

#[tokio::test]
async fn only_a_secret_that_has_a_name_and_does_not_end_yet_is_made() {
    on_both(async |tenant| {
        let made = application(&tenant, new("MachineToMachine")).await;
        let now = tenant.server.context().store.now().timestamp_millis();
        for (body, code) in [
            (json!({"name": "Past", "expiresAt": now - 1000}), "request.invalid_input"),
            (json!({"name": "Past", "expiresAt": 0}), "request.invalid_input"),
            (json!({"name": ""}), "guard.invalid_input"),
            (json!({"name": " "}), "guard.invalid_input"),
            (json!({"name": null}), "guard.invalid_input"),
            (json!({"name": "x".repeat(257)}), "guard.invalid_input"),
            (json!({}), "guard.invalid_input"),
            (json!({"name": "a", "expiresAt": "2030-01-01"}), "guard.invalid_input"),
            (json!({"name": "a", "expiresAt": i64::MAX}), "guard.invalid_input"),
            (json!({"name": "a", "expiresAt": -1}), "guard.invalid_input"),
        ] {
            let refused = tenant.post(&secrets_of(&made)).json(&body).send().await.expect(400).json();
            assert_eq!(refused["code"], code, "{body}");
        }
        assert_eq!(listed(&tenant, &made).await.as_array().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_application_has_so_many_and_no_more_whichever_way_they_come() {
    on_both(async |tenant| {
        let made = application(&tenant, new("Traditional")).await;
        let client = format!("/api/admin/{{tid}}/clients/{}", made["id"].as_str().unwrap());
        for number in 0..16 {
            add(&tenant, &made, json!({"name": format!("s{number}")})).await;
        }
        // Renamed and rotated out, the first would be the 17th, and pushes none of them out.
        let first = format!("{}/Default%20secret", secrets_of(&made));
        let _ = tenant.patch(&first).json(json!({"name": "First"})).send().await.expect(200);
        let one_more = || tenant.post(&secrets_of(&made)).json(json!({"name": "one more"})).send();
        let _ = one_more().await.expect(400);
        for _ in 0..3 {
            let _ = tenant.post(&format!("{client}/rotateSecret")).send().await.expect(200);
        }
        let names = texts(&listed(&tenant, &made).await, "name");
        assert_eq!(names.len(), 1 + 2 + 16, "{names:?}");
        assert!((0..16).all(|number| names.contains(&format!("s{number}"))), "{names:?}");
        let rotated = names.iter().find(|name| name.starts_with("Default secret until")).unwrap().replace(' ', "%20");
        let path = format!("{}/{}", secrets_of(&made), rotated.replace('+', "%2B"));
        let _ = tenant.patch(&path).json(json!({"name": "one more"})).send().await.expect(400);
        // All of them are brought back.
        let installer = Installer::of(&tenant.server).await;
        let (before, dump) = (listed(&tenant, &made).await, installer.export(&tenant.id).await);
        let _ = tenant.delete(&path_of(&made)).send().await.expect(204);
        let _ = installer.apply("", &dump).await.expect(200);
        assert_eq!(listed(&tenant, &made).await, before);
        let _ = tenant.delete(&format!("{}/s3", secrets_of(&made))).send().await.expect(204);
        let _ = one_more().await.expect(201);
    })
    .await;
}

/// What was taken away isn't brought back, nor made anew, by what says nothing of it.
#[tokio::test]
async fn an_application_without_the_secret_that_it_shows_is_brought_back_without() {
    on_both(async |tenant| {
        let made = application(&tenant, new("Traditional")).await;
        let _ = tenant.delete(&format!("{}/legacy-secret", path_of(&made))).send().await.expect(200);
        let installer = Installer::of(&tenant.server).await;
        let dump = installer.export(&tenant.id).await;
        add(&tenant, &made, json!({"name": "Later"})).await;
        let _ = installer.apply("?mode=update", &dump).await.expect(200);
        assert_eq!(listed(&tenant, &made).await, json!([]));
        let mut without_secrets = dump.clone();
        for client in without_secrets["clients"].as_array_mut().unwrap() {
            let client = client.as_object_mut().unwrap();
            client.remove("client_secret");
            client.remove("client_hashed_secret");
            client.remove("rotated_secrets");
            client["authplane"].as_object_mut().unwrap().remove("secrets");
            client["client_name"] = json!("Renamed");
        }
        let _ = installer.apply("?mode=update", &without_secrets).await.expect(200);
        assert_eq!((listed(&tenant, &made).await, &now(&tenant, &made).await["name"]), (json!([]), &json!("Renamed")));
    })
    .await;
}

#[tokio::test]
async fn without_the_one_that_it_shows_an_application_goes_on_with_its_others_in_both_dialects() {
    on_both(async |tenant| {
        let made = application(&tenant, new("MachineToMachine")).await;
        let summer = add(&tenant, &made, json!({"name": "Summer"})).await;
        let client = format!("/api/admin/{{tid}}/clients/{}", made["id"].as_str().unwrap());
        let seen = tenant.get(&client).send().await.expect(200).json();
        assert_eq!((&seen["client_secret"], &seen["rotated_secrets"]), (&made["secret"], &json!([summer["value"]])));
        let without = tenant.delete(&format!("{}/legacy-secret", path_of(&made))).send().await.expect(200).json();
        assert!(without["secret"].as_str().unwrap().starts_with("#internal:"), "{without}");
        assert!(!proves(&tenant, &made, &made["secret"]).await && !proves(&tenant, &made, &without["secret"]).await);
        assert!(proves(&tenant, &made, &summer["value"]).await);
        let again = tenant.delete(&format!("{}/legacy-secret", path_of(&made))).send().await.expect(400).json();
        assert_eq!(again["code"], "application.no_legacy_secret_found");
        // It has a first one again when that is asked for by its name.
        let first = add(&tenant, &made, json!({"name": "Default secret"})).await;
        assert_eq!(now(&tenant, &made).await["secret"], first["value"]);
        assert!(proves(&tenant, &made, &first["value"]).await);
        let _ = tenant.delete(&format!("{}/Default%20secret", secrets_of(&made))).send().await.expect(204);
        // Neither dialect makes one by a change of something else.
        let _ = tenant.patch(&path_of(&made)).json(json!({"name": "Renamed"})).send().await.expect(200);
        let mut seen = tenant.get(&client).send().await.expect(200).json();
        assert_eq!((&seen["client_secret"], &seen["client_name"]), (&json!(""), &json!("Renamed")));
        seen["client_uri"] = json!("https://home.example/");
        let _ = tenant.put(&client).json(&seen).send().await.expect(200);
        assert_eq!(texts(&listed(&tenant, &made).await, "name"), ["Summer"]);
        // ACP's rotation gives it one again, and leaves those that have names.
        let rotate = format!("{client}/rotateSecret");
        let rotated = tenant.post(&rotate).send().await.expect(200).json();
        for _ in 0..3 {
            let _ = tenant.post(&rotate).send().await.expect(200);
        }
        let names = texts(&listed(&tenant, &made).await, "name");
        assert!(names.len() == 4 && names.contains(&"Summer".to_owned()) && names[0] == "Default secret", "{names:?}");
        assert!(!proves(&tenant, &made, &rotated["secret"]).await && proves(&tenant, &made, &summer["value"]).await);
        let _ = tenant.post(&format!("{client}/revokeRotatedSecrets")).send().await.expect(204);
        assert_eq!(texts(&listed(&tenant, &made).await, "name"), ["Default secret"]);
        // Who proves itself by a key needs none, until it does.
        let mut key = tenant.get(&client).send().await.expect(200).json();
        key["token_endpoint_auth_method"] = json!("private_key_jwt");
        let _ = tenant.put(&client).json(&key).send().await.expect(200);
        let _ = tenant.delete(&format!("{}/legacy-secret", path_of(&made))).send().await.expect(200);
        key["token_endpoint_auth_method"] = json!("client_secret_basic");
        key.as_object_mut().unwrap().remove("client_secret");
        let again = tenant.put(&client).json(&key).send().await.expect(200).json();
        assert!(proves(&tenant, &made, &again["client_secret"]).await);
    })
    .await;
}

#[tokio::test]
async fn values_are_hidden_from_whoever_may_not_see_the_secret_of_the_application() {
    on_both(async |tenant| {
        let reader = tenant.narrow_token(&["applications:read"]).await;
        let writer = tenant.narrow_token(&["applications:write"]).await;
        let plain = application(&tenant, new("MachineToMachine")).await;
        let admin = application(&tenant, new("MachineToMachine")).await;
        let _ = tenant.patch(&path_of(&admin)).json(json!({"isAdmin": true})).send().await.expect(200);
        for (token, application, is_shown) in
            [(&reader, &plain, false), (&writer, &plain, true), (&writer, &admin, false), (&tenant.token, &admin, true)]
        {
            let list =
                tenant.server.call(Method::GET, &secrets_of(application)).bearer(token).send().await.expect(200).json();
            assert_eq!(list[0]["value"], if is_shown { application["secret"].clone() } else { json!("N/A") });
        }
        let path = secrets_of(&admin);
        let first = format!("{path}/Default%20secret");
        for call in [
            tenant.server.call(Method::POST, &path).json(json!({"name": "Mine"})),
            tenant.server.call(Method::PATCH, &first).json(json!({"name": "Mine"})),
            tenant.server.call(Method::DELETE, &first),
            tenant.server.call(Method::DELETE, &format!("{}/legacy-secret", path_of(&admin))),
        ] {
            let _ = call.bearer(&writer).send().await.expect(403);
        }
        assert_eq!(texts(&listed(&tenant, &admin).await, "name"), ["Default secret"]);
    })
    .await;
}

/// The path of the secrets of a new application that has one called `Summer`.
async fn some(tenant: &Tenant) -> String {
    let made = application(tenant, new("Traditional")).await;
    add(tenant, &made, json!({"name": "Summer"})).await;
    secrets_of(&made)
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_application_secrets",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&some(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "create_application_secret",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.post(&some(tenant).await).json(json!({"name": "Winter"})) }),
        provoke: &[(422, |tenant, _| {
            Box::pin(async move { tenant.post(&some(tenant).await).json(json!({"name": "Summer"})) })
        })],
    },
    Row {
        id: "update_application_secret",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(
                async move { tenant.patch(&format!("{}/Summer", some(tenant).await)).json(json!({"name": "Winter"})) },
            )
        },
        provoke: &[(422, |tenant, _| {
            Box::pin(async move {
                tenant.patch(&format!("{}/Summer", some(tenant).await)).json(json!({"name": "Default secret"}))
            })
        })],
    },
    Row {
        id: "delete_application_secret",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&format!("{}/Summer", some(tenant).await)) }),
        provoke: &[],
    },
    Row {
        id: "delete_application_legacy_secret",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move { tenant.delete(&some(tenant).await.replace("/secrets", "/legacy-secret")) })
        },
        provoke: &[],
    },
];

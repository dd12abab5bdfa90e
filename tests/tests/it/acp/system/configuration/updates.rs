//! What was given out goes on when a dump changes what it hangs on.

use authplane_tests::landing::Landing;
use authplane_tests::relying_party::{AuthorizationResponse, Tokens, application};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer};
use serde_json::{Value, json};

use super::{Installer, elsewhere, furnish};
use crate::it::openid::logout::is_signed_in;
use crate::it::security::{ADA, agent, with_users_on_both};
use crate::it::things::{self, fresh};

#[tokio::test]
async fn tokens_consents_and_sessions_outlive_an_update() {
    with_users_on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let app = RelyingParty::web(&tenant, &["openid", "email", "offline_access"]).await;
        let request = app.request().with("scope", "openid email offline_access");
        let mut agent = agent(&tenant);
        let tokens = app.sign_in(&mut agent, &request, ADA).await;

        let mut dump = here.export(&tenant.id).await;
        for (list, member) in [("clients", "client_name"), ("servers", "name")] {
            for row in dump[list].as_array_mut().unwrap() {
                row[member] = "Renamed".into();
            }
        }
        // Of another installation, what is built in has other ids.
        let mut text = dump.to_string();
        for service in dump["services"].as_array().unwrap() {
            for scope in service["scopes"].as_array().unwrap() {
                let id = scope["id"].as_str().unwrap();
                text = text.replace(&format!("{id:?}"), &format!("\"{id}-elsewhere\""));
            }
        }
        let dump: Value = serde_json::from_str(&text).unwrap();
        let done = here.apply("?mode=update", &dump).await.expect(200).json();
        let changed = |kind: &str| done["changes"].as_array().unwrap().iter().any(|one| one["kind"] == kind);
        assert!(changed("scope") && changed("client") && changed("authorization_server"), "{}", done["summary"]);

        let _ = app.userinfo(&tokens.access_token).await.expect(200);
        let second = Tokens::from(&app.refresh(tokens.refresh_token()).await);
        let _ = app.userinfo(&second.access_token).await.expect(200);
        // Signed in as before, and asked for nothing that was given already.
        let silent = app.request().with("scope", "openid email").with("prompt", "none");
        let left = agent.get(&silent.url()).await.left();
        let _ = app.exchange(AuthorizationResponse::from(&left).code(&app, &silent), &silent).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_scope_that_a_dump_makes_another_one_is_asked_for_once_more() {
    with_users_on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let id = things::scope(&tenant, None, "alone").await;
        let app = RelyingParty::web(&tenant, &["openid", "alone"]).await;
        let mut agent = agent(&tenant);
        let _ = app.sign_in(&mut agent, &app.request().with("scope", "openid alone"), ADA).await;
        let silent = async |scope: &str| {
            let request = app.request().with("scope", scope).with("prompt", "none");
            let left = agent.clone().get(&request.url()).await.left();
            AuthorizationResponse::from(&left).get("error").map(str::to_owned)
        };
        assert_eq!(silent("openid alone").await, None);
        let scope = |name: &str| on_default(&tenant, json!({"id": id, "name": name, "display_name": name}));
        let _ = here.put("?mode=update", &json!({"scopes_without_service": [scope("everything")]})).await.expect(204);
        assert_eq!(silent("openid everything").await.as_deref(), Some("consent_required"));
        // Nor does it come back with its name.
        let _ = here.put("?mode=update", &json!({"scopes_without_service": [scope("alone")]})).await.expect(204);
        assert_eq!(silent("openid alone").await.as_deref(), Some("consent_required"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn applications_hear_of_users_whom_a_dump_signs_out_and_of_a_dry_run_nothing() {
    for database in Database::tested() {
        println!("on {database:?}");
        let settings = Settings { database, ..Settings::default() }.with("outgoing_allowed", "127.0.0.1");
        let tenant = Tenant::with_users(&TestServer::start(settings).await).await;
        let (here, landing) = (Installer::of(&tenant.server).await, Landing::start().await);
        let mut details = application(&["openid"]);
        details.metadata.backchannel_logout_uri = landing.url("/out");
        let app = RelyingParty::register(&tenant, details).await;
        let mut agent = agent(&tenant);
        let _ = app.sign_in(&mut agent, &app.request(), ADA).await;

        let mut dump = here.export(&tenant.id).await;
        let servers = dump["servers"].as_array_mut().unwrap();
        let default = servers.iter_mut().find(|server| server["id"] == "default").unwrap();
        default["authplane"].as_object_mut().unwrap().remove("password_hashes");
        let users = default["authentications"]["methods"][0]["static"]["users"].as_array_mut().unwrap();
        let ada = users.iter_mut().find(|user| user["username"] == ADA.0).unwrap();
        ada["password"] = "another password of hers".into();
        let looked = here.apply("?mode=update&dry_run=true", &dump).await.expect(200).json();
        assert_eq!(looked["changes"].as_array().unwrap().len(), 1, "{looked}");
        assert!(is_signed_in(&agent, &app).await);
        // Nor is anybody signed out where it stays as it is.
        let _ = here.apply("?mode=ignore", &dump).await.expect(200);
        assert!(is_signed_in(&agent, &app).await);
        let _ = here.apply("?mode=update", &dump).await.expect(200);
        assert!(landing.next("/out").await.form().iter().any(|(name, _)| name == "logout_token"));
        assert!(!is_signed_in(&agent, &app).await);
        assert!(landing.waiting().is_empty(), "once, and before it was done nothing");
        tenant.server.stop().await;
    }
}

#[tokio::test]
async fn what_a_tenant_had_removed_of_its_beginnings_is_not_there_after_a_move() {
    with_users_on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let before = here.export(&tenant.id).await;
        let mut claims = before["claims"].as_array().unwrap().iter();
        let claim = claims.find(|claim| claim["authorization_server_id"] == "default").unwrap();
        let path = format!("/api/admin/{{tid}}/claims/{}", claim["id"].as_str().unwrap());
        let _ = tenant.delete(&path).send().await.expect(204);
        let _ = tenant.delete("/api/admin/{tid}/policies/nist-aal-2").send().await.expect(204);
        let there = elsewhere(tenant.server.database()).await;
        let dump = here.export(&tenant.id).await;
        let _ = there.put("", &dump).await.expect(204);
        let after = there.export(&tenant.id).await;
        assert_eq!((&after["claims"], &after["policies"]), (&dump["claims"], &dump["policies"]));
    })
    .await;
}

/// A row of the default server.
fn on_default(tenant: &Tenant, mut row: Value) -> Value {
    row["tenant_id"] = tenant.id.as_str().into();
    row["authorization_server_id"] = "default".into();
    row
}

#[tokio::test]
async fn what_is_left_as_it_is_under_another_id_is_still_what_the_dump_means() {
    with_users_on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let id = things::scope(&tenant, None, "alone").await;
        let scope = on_default(&tenant, json!({"id": fresh("scope"), "name": "alone", "display_name": "Otherwise"}));
        let client = on_default(&tenant, json!({"client_id": "reader", "authplane": {"scope_ids": [scope["id"]]}}));
        let dump = json!({"scopes_without_service": [scope], "clients": [client]});
        let done = here.apply("?mode=ignore", &dump).await.expect(200).json();
        let actions: Vec<&Value> = done["changes"].as_array().unwrap().iter().map(|one| &one["action"]).collect();
        assert_eq!(actions, ["skip", "create"]);
        let dump = here.export(&tenant.id).await;
        let reader = dump["clients"].as_array().unwrap().iter().find(|client| client["client_id"] == "reader").unwrap();
        assert_eq!(reader["authplane"]["scope_ids"], json!([id]));
    })
    .await;
}

#[tokio::test]
async fn what_a_dump_has_under_its_own_id_is_not_something_else_of_its_former_name_too() {
    with_users_on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let of = |mut row: Value, members: Value| {
            row.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
            on_default(&tenant, row)
        };
        let scope = |id: &str, name: &str| of(json!({"id": id, "name": name}), json!({}));
        let claim = |id: &str, name: &str| {
            of(json!({"id": id, "name": name}), json!({"mapping": "m", "type": "id_token", "scopes": []}))
        };
        let service = of(json!({"id": "mine", "name": "Mine"}), json!({}));
        let api = |id: &str, path: &str| {
            json!({"id": id, "service_id": "mine", "tenant_id": tenant.id, "method": "GET", "path": path})
        };
        let role = |id: &str, name: &str| json!({"id": id, "tenant_id": tenant.id, "name": name, "type": "User"});
        let first = json!({
            "services": [service], "scopes_without_service": [scope("one", "former")], "claims": [claim("one", "former")],
            "apis": [api("one", "/former")], "authplane": {"roles": [role("one", "former")]}
        });
        let _ = here.put("", &first).await.expect(204);
        // Whichever comes first.
        let second = json!({
            "scopes_without_service": [scope("two", "former"), scope("one", "later")],
            "claims": [claim("two", "former"), claim("one", "later")],
            "apis": [api("two", "/former"), api("one", "/later")],
            "authplane": {"roles": [role("two", "former"), role("one", "later")]}
        });
        let done = here.apply("?mode=update", &second).await.expect(200).json();
        let actions: Vec<&Value> = done["changes"].as_array().unwrap().iter().map(|one| &one["action"]).collect();
        assert_eq!(actions, ["create", "change"].repeat(4), "{done}");
        let again = here.apply("", &second).await.expect(200).json();
        assert_eq!(again["changes"], json!([]), "{again}");
    })
    .await;
}

#[tokio::test]
async fn a_service_that_is_only_called_like_a_built_in_one_is_another_one() {
    with_users_on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let dump = here.export(&tenant.id).await;
        let mut services = dump["services"].as_array().unwrap().iter();
        let built_in = services.find(|service| service["id"] == "profile-default").unwrap();
        let called_so = |id: &str| on_default(&tenant, json!({"id": id, "name": built_in["name"], "scopes": []}));
        // The dump has the built-in one under its id here; then it has none, and the first that is called so is it.
        for (services, created) in [
            (json!([called_so("mine"), built_in]), "mine"),
            (json!([called_so("theirs"), called_so("another")]), "another"),
        ] {
            let done = here.apply("?mode=update", &json!({"services": services})).await.expect(200).json();
            let changes = done["changes"].as_array().unwrap();
            let told: Vec<_> = changes.iter().map(|one| (&one["action"], &one["id"])).collect();
            assert_eq!(told, [(&"create".into(), &created.into())], "{done}");
        }
        // And it stays that.
        let mut mine = called_so("mine");
        mine["description"] = "Mine".into();
        let services = json!([mine, called_so("theirs")]);
        let done = here.apply("?mode=update", &json!({"services": services})).await.expect(200).json();
        let told: Vec<_> = done["changes"].as_array().unwrap().iter().map(|one| (&one["action"], &one["id"])).collect();
        assert_eq!(told, [(&"change".into(), &"mine".into())], "{done}");
    })
    .await;
}

#[tokio::test]
async fn a_policy_is_still_its_specifications_after_a_dump_that_does_not_say_so_and_changes_nothing_of_it() {
    with_users_on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let mut dump = here.export(&tenant.id).await;
        let mut policies = dump["policies"].as_array_mut().unwrap().iter_mut();
        let keepers = policies.find(|policy| policy["id"] == "keepers").unwrap();
        let beside = keepers.as_object_mut().unwrap().remove("authplane").unwrap();
        assert!(beside["specification_of"].is_string(), "{beside}");
        let keepers = keepers.clone();
        let done = here.apply("", &json!({"policies": [keepers]})).await.expect(200).json();
        assert_eq!(done["changes"], json!([]), "{done}");
    })
    .await;
}

#[tokio::test]
async fn api_clients_have_their_roles_under_whatever_ids_and_also_those_that_are_no_more() {
    with_users_on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        furnish(&tenant).await;
        let role =
            |id: &str, name: &str| json!({"id": id, "tenant_id": tenant.id, "name": name, "type": "MachineToMachine"});
        let robot = json!({"id": "robot", "tenant_id": tenant.id, "name": "Robot", "role_ids": ["one", "gone"]});
        let rest = json!({"roles": [role("one", "One"), role("gone", "Gone")], "api_clients": [robot]});
        let _ = here.put("", &json!({"authplane": rest})).await.expect(204);
        let roles_of_robot = async || {
            let dump = here.export(&tenant.id).await;
            let mut robots = dump["authplane"]["api_clients"].as_array().unwrap().iter();
            robots.find(|robot| robot["id"] == "robot").unwrap()["role_ids"].clone()
        };
        // Another id of the same role.
        let _ = here.put("?mode=update", &json!({"authplane": {"roles": [role("another", "One")]}})).await.expect(204);
        assert_eq!(roles_of_robot().await, json!(["another", "gone"]));
        // What was removed since it still names, and so does an export, which changes nothing where it is from.
        let mut dump = here.export(&tenant.id).await;
        dump["authplane"]["roles"].as_array_mut().unwrap().retain(|role| role["id"] != "gone");
        let pruned = here.apply("?prune=true", &dump).await.expect(200).json();
        assert_eq!(pruned["changes"][0]["id"], "gone", "{pruned}");
        let again = here.apply("", &here.export(&tenant.id).await).await.expect(200).json();
        assert_eq!(again["changes"], json!([]));
        assert_eq!(roles_of_robot().await, json!(["another", "gone"]));
    })
    .await;
}

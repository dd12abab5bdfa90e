//! What nobody gains, or loses, by a dump.

use authplane_tests::users::USER;
use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

use super::{Installer, elsewhere, furnish};
use crate::it::things::fresh;

/// A row of an export.
fn row<'a>(dump: &'a Value, list: &str, id: &str) -> &'a Value {
    let member = if list == "clients" { "client_id" } else { "id" };
    dump[list].as_array().unwrap().iter().find(|row| row[member] == id).unwrap()
}

#[tokio::test]
async fn a_client_of_the_installation_without_scopes_can_do_nothing() {
    on_both(async |tenant| {
        let installer = elsewhere(tenant.server.database()).await;
        let client = json!({"client_id": "quiet", "tenant_id": "system", "authorization_server_id": "system", "grant_types": ["client_credentials"]});
        let done = installer.apply("", &json!({"clients": [client]})).await.expect(200).json();
        let codes: Vec<&Value> = done["notes"].as_array().unwrap().iter().map(|note| &note["code"]).collect();
        assert!(codes.contains(&&"administrator_without_scopes".into()), "{done}");
        let system = installer.export("system").await;
        assert_eq!(row(&system, "clients", "quiet")["authplane"]["limited"], true);
        // Nor by being brought in once more, by a dump that says nothing of that.
        let again = json!({"clients": [{
            "client_id": "quiet", "client_name": "Quiet", "tenant_id": "system", "authorization_server_id": "system", "grant_types": ["client_credentials"]
        }]});
        let _ = installer.apply("?mode=update&administrators=true", &again).await.expect(200);
        let system = installer.export("system").await;
        let quiet = row(&system, "clients", "quiet");
        assert_eq!((&quiet["client_name"], &quiet["authplane"]["limited"]), (&"Quiet".into(), &true.into()));
    })
    .await;
}

#[tokio::test]
async fn a_client_of_the_admin_server_that_is_somebodys_is_no_administrator_even_if_old_ones_are() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let client = |id: &str, more: Value| {
            let mut row = json!({"client_id": id, "tenant_id": tenant.id, "authorization_server_id": "admin"});
            row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            row
        };
        // A developer's, and one that registered itself.
        let registered = json!({"authplane": {"metadata": {"dynamically_registered": true}}});
        let clients = [client("doras", json!({"developer_id": "dora"})), client("registered", registered)];
        let done = here.apply("?administrators=true", &json!({"clients": clients})).await.expect(200).json();
        assert!(done["notes"].as_array().unwrap().iter().all(|note| note["code"] == "new_secret"), "{done}");
        let dump = here.export(&tenant.id).await;
        for id in ["doras", "registered"] {
            assert_eq!(row(&dump, "clients", id)["authplane"]["limited"], true, "{id}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_built_in_client_stays_as_it_was_built() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let before = here.export(&tenant.id).await;
        let built_in = before["clients"].as_array().unwrap().iter().find(|client| client["system"] == true).unwrap();
        let mut client = built_in.clone();
        client["client_name"] = "Mine".into();
        client["grant_types"] = json!(["authorization_code", "client_credentials"]);
        client["redirect_uris"] = json!(["https://mine.example/back"]);
        client["authplane"]["limited"] = (client["authplane"]["limited"] != true).into();
        client["client_secret_expires_at"] = 4_000_000_000_u64.into();
        let scope = json!({"id": "mine", "tenant_id": tenant.id, "name": "mine", "authorization_server_id": client["authorization_server_id"]});
        client["authplane"]["scope_ids"] = json!(["mine"]);
        let dump = json!({"scopes_without_service": [scope], "clients": [client]});
        let done = here.apply("?mode=update", &dump).await.expect(200).json();
        let changed: Vec<&Value> = done["changes"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
        assert_eq!(changed, ["mine"], "the scope alone");
        let after = here.export(&tenant.id).await;
        assert_eq!(before["clients"], after["clients"]);
    })
    .await;
}

#[tokio::test]
async fn the_name_of_a_scope_gives_a_client_no_more_than_it_has_under_that_name() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let of = |mut row: Value| {
            row["tenant_id"] = tenant.id.as_str().into();
            row["authorization_server_id"] = "default".into();
            row
        };
        let service = |id: &str| {
            let scope = json!({"id": format!("read-{id}"), "name": "read", "authorization_server_id": "default"});
            of(json!({"id": id, "name": id, "scopes": [scope]}))
        };
        let client = of(json!({"client_id": "reader", "authplane": {"scope_ids": ["read-mine"]}}));
        let dump = json!({"services": [service("mine"), service("theirs")], "clients": [client]});
        let _ = here.put("", &dump).await.expect(204);
        // ACP knows scopes by their names alone.
        let renamed = of(json!({"client_id": "reader", "client_name": "Reader", "scopes": ["read"]}));
        let _ = here.put("?mode=update", &json!({"clients": [renamed]})).await.expect(204);
        let dump = here.export(&tenant.id).await;
        let reader = row(&dump, "clients", "reader");
        assert_eq!(
            (&reader["client_name"], &reader["authplane"]["scope_ids"]),
            (&"Reader".into(), &json!(["read-mine"]))
        );
    })
    .await;
}

#[tokio::test]
async fn a_public_client_has_no_secret_whatever_a_dump_says() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let client = json!({
            "client_id": "public", "tenant_id": tenant.id, "authorization_server_id": "default", "token_endpoint_auth_method": "none",
            "client_secret": "a secret of a length that is enough", "rotated_secrets": ["another secret of a length that is enough"]
        });
        let done = here.apply("", &json!({"clients": [client]})).await.expect(200).json();
        assert_eq!(done["notes"], json!([]), "{done}");
        let dump = here.export(&tenant.id).await;
        let public = row(&dump, "clients", "public");
        assert_eq!((&public["client_secret"], &public["rotated_secrets"]), (&"".into(), &json!([])), "{public}");
    })
    .await;
}

#[tokio::test]
async fn scopes_of_built_in_services_cannot_be_taken_out_of_them() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let before = here.export(&tenant.id).await;
        for (service, server) in [("control-plane", "admin"), ("profile-default", "default")] {
            let scope = &row(&before, "services", service)["scopes"][0];
            let moved = json!({"id": scope["id"], "tenant_id": tenant.id, "authorization_server_id": server, "name": scope["name"]});
            let dump = json!({"scopes_without_service": [moved]});
            let refused = here.put("?mode=update", &dump).await.expect(422).json();
            assert_eq!(refused["details"]["field"], "/scopes_without_service/0/id", "{refused}");
            // Nor is one called otherwise.
            let mut service = row(&before, "services", service).clone();
            service["scopes"][0]["name"] = "mine".into();
            let refused = here.put("?mode=update", &json!({"services": [service]})).await.expect(422).json();
            assert_eq!(refused["details"]["field"], "/services/0/scopes/0/id", "{refused}");
        }
        assert_eq!(before, here.export(&tenant.id).await);
    })
    .await;
}

async fn with_new_default(tenant: &Tenant, here: &Installer) -> Value {
    let id = fresh("service");
    let _ = here.export(&tenant.id).await;
    json!({"services": [{
        "id": id, "name": "New", "tenant_id": tenant.id, "authorization_server_id": "default", "authplane": {"is_default": true}
    }]})
}

#[tokio::test]
async fn a_new_default_service_changes_the_one_that_there_is_and_says_so() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let dump = with_new_default(&tenant, &here).await;
        let refused = here.put("", &dump).await.expect(409).json();
        assert_eq!(refused["details"]["conflicts"].as_array().unwrap().len(), 1, "{refused}");
        let ignored = here.apply("?mode=ignore&dry_run=true", &dump).await.expect(200).json();
        assert_eq!(ignored["changes"][0]["patch"][0]["value"]["authplane"]["is_default"], false, "{ignored}");
        let done = here.apply("?mode=update", &dump).await.expect(200).json();
        let actions: Vec<&Value> = done["changes"].as_array().unwrap().iter().map(|one| &one["action"]).collect();
        assert_eq!(actions, ["create", "change"], "{done}");
        let defaults = here.export(&tenant.id).await;
        let defaults = defaults["services"].as_array().unwrap().iter();
        assert_eq!(defaults.filter(|service| service["authplane"]["is_default"] == true).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_older_export_takes_no_keys_away_and_back() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let mut dump = here.export(&tenant.id).await;
        let shop = dump["servers"].as_array_mut().unwrap().iter_mut().find(|server| server["id"] == "shop").unwrap();
        // As it was when another one followed it; and a list of none.
        shop["authplane"]["keys"][0]["published_until"] = "2100-01-01T00:00:00Z".into();
        let done = here.apply("?mode=update", &dump).await.expect(200).json();
        assert_eq!(done["changes"], json!([]));
        let shop = dump["servers"].as_array_mut().unwrap().iter_mut().find(|server| server["id"] == "shop").unwrap();
        shop["authplane"]["keys"] = json!([]);
        let done = here.apply("?mode=update", &dump).await.expect(200).json();
        assert_eq!(done["changes"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn an_api_client_gets_nobodys_name() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        for id in [USER, "till"] {
            let robot = json!({"id": id, "tenant_id": tenant.id, "name": "Robot"});
            let refused = here.put("", &json!({"authplane": {"api_clients": [robot]}})).await.expect(422).json();
            assert_eq!(refused["details"]["field"], "/authplane/api_clients/0/id");
        }
    })
    .await;
}

#[tokio::test]
async fn pruning_takes_nobodys_client_and_nothing_that_a_hand_hung_on_what_goes() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let tenants = here.export(&tenant.id).await["tenants"].clone();
        let mine = json!({"client_id": fresh("mine"), "tenant_id": tenant.id, "authorization_server_id": "default", "developer_id": "dora"});
        let registered = json!({
            "client_id": fresh("registered"), "tenant_id": tenant.id, "authorization_server_id": "default",
            "authplane": {"metadata": {"dynamically_registered": true}}
        });
        let server = json!({"id": "brought", "tenant_id": tenant.id, "name": "Brought"});
        let _ = here.put("", &json!({"clients": [mine, registered], "servers": [server]})).await.expect(204);
        let pruned = here.apply("?prune=true", &json!({"tenants": tenants, "clients": []})).await.expect(200).json();
        assert_eq!(pruned["changes"], json!([]));
        let service = json!({"name": "By hand", "authorization_server_id": "brought"});
        let service = tenant.post("/api/admin/{tid}/services").json(service).send().await.expect(201).json();
        let without = json!({"tenants": tenants, "servers": []});
        let refused = here.apply("?prune=true", &without).await.expect(422).json();
        assert!(refused["error"].as_str().unwrap().contains(service["id"].as_str().unwrap()), "{refused}");
        let _ = tenant.delete(&format!("/api/admin/{{tid}}/services/{}", service["id"].as_str().unwrap())).send().await;
        let pruned = here.apply("?prune=true", &without).await.expect(200).json();
        assert_eq!((&pruned["changes"][0]["action"], &pruned["changes"][0]["id"]), (&"remove".into(), &"brought".into()));
    })
    .await;
}

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
    })
    .await;
}

#[tokio::test]
async fn scopes_of_built_in_services_cannot_be_taken_out_of_them() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let dump = here.export(&tenant.id).await;
        for (service, server) in [("control-plane", "admin"), ("profile-default", "default")] {
            let scope = &row(&dump, "services", service)["scopes"][0];
            let moved = json!({"id": scope["id"], "tenant_id": tenant.id, "authorization_server_id": server, "name": scope["name"]});
            let dump = json!({"scopes_without_service": [moved]});
            let refused = here.put("?mode=update", &dump).await.expect(422).json();
            assert_eq!(refused["details"]["field"], "/scopes_without_service/0/id", "{refused}");
        }
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
async fn pruning_takes_no_developers_client_and_nothing_that_a_hand_hung_on_what_goes() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let tenants = here.export(&tenant.id).await["tenants"].clone();
        let mine = json!({"client_id": fresh("mine"), "tenant_id": tenant.id, "authorization_server_id": "default", "developer_id": "dora"});
        let server = json!({"id": "brought", "tenant_id": tenant.id, "name": "Brought"});
        let _ = here.put("", &json!({"clients": [mine], "servers": [server]})).await.expect(204);
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

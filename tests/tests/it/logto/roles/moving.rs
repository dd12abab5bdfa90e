//! Roles, what they give and who has them, in a dump and out of it again.

use authplane_tests::on_both;
use authplane_tests::tenant::texts;
use serde_json::{Value, json};

use super::{ROLES, id_of, of_machines, path_of, role, scope};
use crate::it::acp::system::configuration::Installer;
use crate::it::things;

#[tokio::test]
async fn a_dump_brings_roles_with_their_scopes_and_their_applications() {
    on_both(async |tenant| {
        let (_, readable) = scope(&tenant, "orders:read").await;
        let known = role(&tenant, of_machines(&[&readable])).await;
        let people = role(&tenant, json!({"name": "People", "description": "x", "isDefault": true})).await;
        let machine = things::robot(&tenant).await;
        let list = format!("{}/applications", path_of(&known));
        let _ = tenant.post(&list).json(json!({"applicationIds": [machine]})).send().await.expect(201);
        let dump = Installer::of(&tenant.server).await.export(&tenant.id).await;
        let roles = dump["authplane"]["roles"].as_array().unwrap();
        let dumped = roles.iter().find(|role| role["id"] == known["id"]).unwrap();
        assert_eq!(
            (&dumped["scopes"], &dumped["authplane"]["scope_ids"]),
            (&json!(["orders:read"]), &json!([readable]))
        );
        let dumped = roles.iter().find(|role| role["id"] == people["id"]).unwrap();
        assert_eq!((&dumped["type"], &dumped["authplane"]["is_default"]), (&json!("User"), &json!(true)));
        let client =
            dump["clients"].as_array().unwrap().iter().find(|client| client["client_id"] == json!(machine)).unwrap();
        assert_eq!(client["authplane"]["role_ids"], json!([known["id"]]));

        let _ = tenant.delete(&path_of(&known)).send().await.expect(204);
        let _ = tenant.delete(&path_of(&people)).send().await.expect(204);
        let _ = Installer::of(&tenant.server).await.apply("?mode=update", &dump).await.expect(200);
        assert_eq!(tenant.get(&path_of(&known)).send().await.expect(200).json(), known);
        assert_eq!(tenant.get(&path_of(&people)).send().await.expect(200).json(), people);
        assert_eq!(texts(&tenant.get(&list).send().await.expect(200).json(), "id"), [machine]);
        let scopes = tenant.get(&format!("{}/scopes", path_of(&known))).send().await.expect(200).json();
        assert_eq!(texts(&scopes, "id"), [readable]);
    })
    .await;
}

#[tokio::test]
async fn a_scope_that_a_dump_takes_out_of_its_api_is_given_by_no_role_any_more() {
    on_both(async |tenant| {
        let (_, readable) = scope(&tenant, "orders:read").await;
        let known = role(&tenant, of_machines(&[&readable])).await;
        let mut dump = Installer::of(&tenant.server).await.export(&tenant.id).await;
        let mut taken = Value::Null;
        for service in dump["services"].as_array_mut().unwrap() {
            let scopes = service["scopes"].as_array_mut().unwrap();
            if let Some(at) = scopes.iter().position(|scope| scope["id"] == json!(readable)) {
                taken = scopes.remove(at);
            }
        }
        taken["service_id"] = json!("");
        dump["scopes_without_service"].as_array_mut().unwrap().push(taken);
        let here = dump["authplane"]["roles"].as_array_mut().unwrap();
        here.retain(|role| role["id"] != known["id"]);
        let _ = Installer::of(&tenant.server).await.apply("?mode=update", &dump).await.expect(200);
        assert_eq!(tenant.get(&format!("{}/scopes", path_of(&known))).send().await.expect(200).json(), json!([]));
        let again = Installer::of(&tenant.server).await.export(&tenant.id).await;
        let _ = Installer::of(&tenant.server).await.apply("?mode=update", &again).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_client_of_a_dump_with_roles_is_limited_at_once_and_has_no_internal_one() {
    on_both(async |tenant| {
        let known = role(&tenant, of_machines(&[])).await;
        let client = |roles: Value| json!({"clients": [{
            "client_id": "brought", "client_name": "Brought", "tenant_id": tenant.id, "authorization_server_id": "default",
            "grant_types": ["client_credentials"], "authplane": {"role_ids": roles}
        }]});
        let installer = Installer::of(&tenant.server).await;
        let refused = installer.apply("?mode=update", &client(json!(["internal-admin"]))).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/clients/0/authplane/role_ids", "{refused}");
        let _ = installer.apply("?mode=fail", &client(json!([known["id"]]))).await.expect(200);
        let again = installer.apply("?mode=fail", &client(json!([known["id"]]))).await.expect(200).json();
        assert_eq!(again["unchanged"], 1, "{again}");
    })
    .await;
}

/// As the release before wrote them: names alone.
#[tokio::test]
async fn names_of_an_earlier_dump_mean_what_they_opened_then() {
    on_both(async |tenant| {
        // What has the name of a built-in scope gives nothing of that.
        let _ = scope(&tenant, "apiClientsManage").await;
        let (_, readable) = scope(&tenant, "orders:read").await;
        let mut dump = Installer::of(&tenant.server).await.export(&tenant.id).await;
        let earlier = |id: &str, scopes: Value| json!({"id": id, "tenant_id": tenant.id, "name": id, "description": "", "type": "MachineToMachine", "scopes": scopes});
        dump["authplane"]["roles"] = json!([
            earlier("managers", json!(["apiClientsManage", "nowhere"])), earlier("administrators", json!(["all"])), earlier("readers", json!(["orders:read"]))
        ]);
        let _ = Installer::of(&tenant.server).await.apply("?mode=update", &dump).await.expect(200);
        for (id, resource, scope) in [
            ("managers", "local-user-store", None), ("administrators", "management-api", None), ("readers", "", Some(readable.as_str())),
        ] {
            let given = tenant.get(&format!("{ROLES}/{id}/scopes")).send().await.expect(200).json();
            assert_eq!(given.as_array().unwrap().len(), 1, "{given}");
            assert!(resource.is_empty() || given[0]["resource"]["id"] == json!(resource), "{given}");
            assert!(scope.is_none_or(|scope| id_of(&given[0]) == scope), "{given}");
        }
    })
    .await;
}

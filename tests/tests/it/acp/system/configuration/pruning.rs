//! `prune`: of each kind goes what an import made and the dump lacks, where it has the list.

use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

use super::{Installer, assert_same, furnish};

/// One row of each kind, which refer to each other; the server is the first of all to which the others hang.
fn one_of_each(tenant: &str) -> Value {
    let of = |mut row: Value| {
        row["tenant_id"] = tenant.into();
        row
    };
    let on = |mut row: Value| {
        row["authorization_server_id"] = "brought-server".into();
        of(row)
    };
    json!({
        "policies": [of(json!({"id": "brought-policy", "policy_name": "Brought", "validators": []}))],
        "servers": [of(json!({"id": "brought-server", "name": "Brought"}))],
        "services": [on(json!({"id": "brought-service", "name": "Brought", "scopes": [
            {"id": "brought-scope-of-service", "name": "of-service", "authorization_server_id": "brought-server"}
        ]}))],
        "scopes_without_service": [on(json!({"id": "brought-scope", "name": "alone"}))],
        "clients": [
            on(json!({"client_id": "brought-client", "grant_types": ["client_credentials"]})),
            of(json!({"client_id": "brought-door", "authorization_server_id": "system", "grant_types": ["client_credentials"]}))
        ],
        "claims": [on(json!({"id": "brought-claim", "name": "brought", "mapping": "m", "type": "id_token", "scopes": []}))],
        "apis": [of(json!({"id": "brought-api", "service_id": "brought-service", "method": "GET", "path": "/brought"}))],
        "authplane": {
            "gateways": [on(json!({"id": "brought-gateway", "name": "Brought", "type": "standalone", "client_id": "brought-door"}))],
            "roles": [of(json!({"id": "brought-role", "name": "Brought", "type": "MachineToMachine", "scopes": []}))],
            "api_clients": [of(json!({"id": "brought-api-client", "name": "Brought", "role_ids": ["brought-role"]}))]
        }
    })
}

async fn pruned(here: &Installer, tenant: &Tenant, mut lists: Value) -> Vec<String> {
    // The tenant as it is: so the dump is of this one.
    lists["tenants"] = here.export(&tenant.id).await["tenants"].clone();
    let done = here.apply("?mode=update&prune=true", &lists).await.expect(200).json();
    let changes = done["changes"].as_array().unwrap();
    assert!(changes.iter().all(|one| one["action"] == "remove"), "{done}");
    let mut gone: Vec<String> = changes.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
    gone.sort_unstable();
    gone
}

#[tokio::test]
async fn of_each_kind_goes_what_an_import_made_and_nothing_else() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        // Another import's, which isn't to be told from that of this test.
        let _ = tenant.delete("/api/admin/{tid}/clients/hashed").send().await.expect(204);
        let query = format!("?tid={}", tenant.id);
        let by_hand = here.export_text(&query).await;
        let _ = here.apply("", &one_of_each(&tenant.id)).await.expect(200);
        let all = here.export_text(&query).await;

        // A list that isn't there says nothing; and nothing goes unless somebody asks for it.
        assert_eq!(pruned(&here, &tenant, json!({})).await, [""; 0]);
        let everything = json!({
            "policies": [], "servers": [], "services": [], "scopes_without_service": [], "clients": [], "claims": [], "apis": [],
            "authplane": {"gateways": [], "roles": [], "api_clients": []}
        });
        let _ = here.apply("", &everything).await.expect(200);
        assert_same(&all, &here.export_text(&query).await);

        // Those of services are in the lists of these alone.
        let service = |scopes: Option<Value>| {
            let mut dump = json!({"services": [one_of_each(&tenant.id)["services"][0]]});
            let row = dump["services"][0].as_object_mut().unwrap();
            row.remove("scopes");
            row.extend(scopes.map(|scopes| ("scopes".to_owned(), scopes)));
            dump
        };
        assert_eq!(pruned(&here, &tenant, service(None)).await, [""; 0]);
        for (lists, gone) in [
            (json!({"authplane": {"api_clients": []}}), "brought-api-client"),
            (json!({"authplane": {"roles": []}}), "brought-role"),
            (json!({"apis": []}), "brought-api"),
            (json!({"claims": []}), "brought-claim"),
            (json!({"authplane": {"gateways": []}}), "brought-gateway"),
            (json!({"clients": []}), "brought-client"),
            (json!({"scopes_without_service": []}), "brought-scope"),
            (service(Some(json!([]))), "brought-scope-of-service"),
            (json!({"services": []}), "brought-service"),
            (json!({"servers": []}), "brought-server"),
            (json!({"policies": []}), "brought-policy"),
        ] {
            assert_eq!(pruned(&here, &tenant, lists.clone()).await, [gone], "{lists}");
            assert_eq!(pruned(&here, &tenant, lists).await, [""; 0], "what is gone is gone");
        }
        assert_same(&by_hand, &here.export_text(&query).await);
    })
    .await;
}

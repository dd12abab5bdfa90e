//! `prune`: of each kind goes what an import made and the dump lacks, where it has the list.

use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

use super::{Installer, assert_same, elsewhere, furnish};

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
        "consents": [of(json!({"id": "brought-consent", "name": "Brought", "update_existing_grants": "explicitAll"}))],
        "consent_actions": [of(json!({"id": "brought-action", "name": "Brought", "consents": [{"id": "brought-consent", "required": true}]}))],
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
            "policies": [], "servers": [], "services": [], "scopes_without_service": [], "clients": [], "claims": [], "apis": [], "consents": [], "consent_actions": [],
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
            (json!({"consent_actions": []}), "brought-action"),
            (json!({"consents": []}), "brought-consent"),
            (json!({"policies": []}), "brought-policy"),
        ] {
            assert_eq!(pruned(&here, &tenant, lists.clone()).await, [gone], "{lists}");
            assert_eq!(pruned(&here, &tenant, lists).await, [""; 0], "what is gone is gone");
        }
        assert_same(&by_hand, &here.export_text(&query).await);
    })
    .await;
}

#[tokio::test]
async fn what_hangs_on_a_row_goes_with_it_only_where_it_is_listed() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let _ = here.apply("", &one_of_each(&tenant.id)).await.expect(200);
        let query = format!("?tid={}", tenant.id);
        let all = here.export_text(&query).await;
        let tenants = here.export(&tenant.id).await["tenants"].clone();
        let lists = || {
            json!({
                "tenants": tenants, "servers": [], "services": [], "scopes_without_service": [], "claims": [], "apis": [], "clients": [],
                "authplane": {"gateways": []}
            })
        };
        // Where one of its lists isn't there, rows would go along that nobody was told of.
        for (list, hanging) in [
            ("services", "brought-service"), ("scopes_without_service", "brought-scope"), ("claims", "brought-claim"),
            ("clients", "brought-client"), ("authplane", "brought-gateway"), ("apis", "brought-api"),
        ] {
            let mut dump = lists();
            dump.as_object_mut().unwrap().remove(list);
            let refused = here.apply("?mode=update&prune=true", &dump).await.expect(422).json();
            assert!(refused["error"].as_str().unwrap().contains(hanging), "{refused}");
        }
        assert_same(&all, &here.export_text(&query).await);
        // Where they are, all of it is told, and the client of a gateway goes with that.
        let done = here.apply("?mode=update&prune=true", &lists()).await.expect(200).json();
        let mut gone: Vec<&str> =
            done["changes"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        gone.sort_unstable();
        let expected = [
            "brought-api", "brought-claim", "brought-client", "brought-gateway", "brought-scope", "brought-scope-of-service", "brought-server",
            "brought-service", "hashed",
        ];
        assert_eq!(gone, expected, "{done}");
        assert!(!here.export_text(&query).await.contains("brought-door"));
    })
    .await;
}

#[tokio::test]
async fn a_dump_of_some_tenants_takes_nothing_from_others() {
    on_both(async |tenant| {
        let installer = elsewhere(tenant.server.database()).await;
        let row = |id: &str, tenant: &str| json!({"id": id, "policy_name": id, "tenant_id": tenant, "validators": []});
        let tenants = ["one", "two", "three"].map(|id| json!({"id": id, "name": id}));
        let all = ["p", "q"].map(|id| ["one", "two", "three", "default"].map(|tenant| row(id, tenant))).concat();
        let _ = installer.put("", &json!({"tenants": tenants, "policies": all})).await.expect(204);
        // Of a tenant beside those that it names, a dump says only what it says.
        let rows = [("p", "one"), ("q", "one"), ("p", "two"), ("q", "two"), ("p", "three")]
            .map(|(id, tenant)| row(id, tenant));
        let dump = json!({"tenants": tenants[..2], "policies": rows});
        let done = installer.apply("?mode=update&prune=true", &dump).await.expect(200).json();
        assert_eq!(done["changes"], json!([]), "{done}");
        // Whose a row is has to be said then.
        let nobodys = json!({"tenants": tenants[..2], "policies": [{"id": "p", "policy_name": "p"}]});
        let refused = installer.apply("?mode=update&prune=true", &nobodys).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/policies/0/tenant_id", "{refused}");
        // Without a list of tenants it is about those that its rows name.
        let done = installer
            .apply("?mode=update&prune=true", &json!({"policies": [row("p", "three")]}))
            .await
            .expect(200)
            .json();
        let gone: Vec<_> = done["changes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["tenant_id"].clone(), one["id"].clone()))
            .collect();
        assert_eq!(gone, [("three".into(), "q".into())]);
        // Without rows either it is about the usual one.
        let done = installer.apply("?prune=true", &json!({"policies": []})).await.expect(200).json();
        let gone: Vec<_> =
            done["changes"].as_array().unwrap().iter().map(|one| (&one["tenant_id"], &one["id"])).collect();
        assert_eq!(gone, [(&"default".into(), &"p".into()), (&"default".into(), &"q".into())]);
    })
    .await;
}

#[tokio::test]
async fn scopes_go_with_their_service_and_are_told() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let _ = here.apply("", &one_of_each(&tenant.id)).await.expect(200);
        // No list of scopes has those of services.
        let gone = pruned(&here, &tenant, json!({"services": [], "apis": []})).await;
        assert_eq!(gone, ["brought-api", "brought-scope-of-service", "brought-service"]);
    })
    .await;
}

#[tokio::test]
async fn a_service_that_a_hand_made_outlives_its_gateway() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let _ = here.apply("", &one_of_each(&tenant.id)).await.expect(200);
        let service =
            json!({"name": "Mine", "authorization_server_id": "brought-server", "gateway_id": "brought-gateway"});
        let made = tenant.post("/api/admin/{tid}/services").json(service).send().await.expect(201).json();
        assert_eq!(made["gateway_id"], "brought-gateway");
        assert_eq!(pruned(&here, &tenant, json!({"authplane": {"gateways": []}})).await, ["brought-gateway"]);
        let path = format!("/api/admin/{{tid}}/services/{}", made["id"].as_str().unwrap());
        assert_eq!(tenant.get(&path).send().await.expect(200).json()["gateway_id"], "");
    })
    .await;
}

#[tokio::test]
async fn what_an_import_made_is_pruned_also_after_another_one_gave_it_another_id_or_time() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let claim = |id: &str, time: &str| {
            json!({"claims": [{
                "id": id, "tenant_id": tenant.id, "authorization_server_id": "default", "name": "mine", "mapping": "mine",
                "type": "id_token", "scopes": [], "authplane": {"created_at": time}
            }]})
        };
        for (id, time) in
            [("one", "2026-01-02T03:04:05Z"), ("another", "2026-01-02T03:04:05Z"), ("another", "2025-01-02T03:04:05Z")]
        {
            let done = here.apply("?mode=update", &claim(id, time)).await.expect(200).json();
            assert_eq!(done["changes"].as_array().unwrap().len(), 1, "{done}");
        }
        assert_eq!(pruned(&here, &tenant, json!({"claims": []})).await, ["another"]);
    })
    .await;
}

#[tokio::test]
async fn what_a_server_that_was_brought_began_with_is_pruned_like_what_came_with_it() {
    on_both(async |tenant| {
        let there = elsewhere(tenant.server.database()).await;
        let server = json!({"id": "brought", "tenant_id": tenant.id, "name": "Brought"});
        let here = Installer::of(&tenant.server).await;
        let _ = here.put("", &json!({"servers": [server]})).await.expect(204);
        let mut dump = here.export(&tenant.id).await;
        let of_server = |dump: &Value| {
            let claims = dump["claims"].as_array().unwrap().iter();
            claims.filter(|claim| claim["authorization_server_id"] == "brought").cloned().collect::<Vec<_>>()
        };
        let usual = of_server(&dump);
        assert!(usual.len() > 1);
        let _ = there.put("", &dump).await.expect(204);
        dump["claims"].as_array_mut().unwrap().retain(|claim| claim["id"] != usual[0]["id"]);
        let done = there.apply("?prune=true", &dump).await.expect(200).json();
        let gone: Vec<&Value> = done["changes"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
        assert_eq!(gone, [&usual[0]["id"]]);
        assert_eq!(of_server(&there.export(&tenant.id).await), usual[1..]);
    })
    .await;
}

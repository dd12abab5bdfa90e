//! `/api/developer/{tid}/servers`.

use authplane_tests::tenant::texts;
use authplane_tests::users::{OTHER_USER, USER};
use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

use super::{SERVERS, policy_for, server_with, token_of};
use crate::it::nets::{Row, UNKNOWN};
use crate::it::things;

async fn get(tenant: &Tenant, user: &str, server: &str) -> Value {
    let path = format!("{SERVERS}/{server}");
    tenant.get(&path).bearer(&token_of(tenant, user).await).send().await.expect(200).json()
}

#[tokio::test]
async fn the_sdk_lists_servers_and_reads_one() {
    on_both(async |tenant| {
        let shop = server_with(&tenant, json!({})).await;
        let token = token_of(&tenant, USER).await;
        let client = tenant.client_of(&token).await;
        let listed = client.list_servers_for_developer().tid(&tenant.id).send().await.unwrap().into_inner();
        let ids: Vec<&str> = listed.servers.iter().map(|server| server.id.as_str()).collect();
        assert_eq!(ids, ["default", &shop], "those of the system aren't there");
        let found = client.get_server_for_developer().tid(&tenant.id).aid(&shop).send().await.unwrap().into_inner();
        assert_eq!((found.name.as_str(), &found.issuer_url), ("Shop", &tenant.server.issuer(&tenant.id, &shop)));
        assert_eq!(found.grant_types.len(), listed.servers[1].grant_types.len());
    })
    .await;
}

#[tokio::test]
async fn servers_of_the_system_and_of_nobody_are_not_there() {
    on_both(async |tenant| {
        let token = token_of(&tenant, USER).await;
        for id in ["admin", "developer", "system", UNKNOWN, "a%2Fb", "%00"] {
            let answer = tenant.get(&format!("{SERVERS}/{id}")).bearer(&token).send().await.expect(404);
            assert!(!answer.text().contains("scope_name"), "{id}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_developer_sees_the_scopes_that_their_clients_may_have() {
    on_both(async |tenant| {
        let shop = server_with(&tenant, json!({})).await;
        let partners = policy_for(&tenant, "partners").await;
        let service = json!({"name": "Orders", "authorization_server_id": shop, "description": "What was ordered"});
        let service = tenant.post("/api/admin/{tid}/services").json(service).send().await.expect(201).json();
        for (name, policy) in [("orders:read", ""), ("orders:write", partners.as_str()), ("orders:delete", "block")] {
            let scope = json!({
                "name": name, "authorization_server_id": shop, "service_id": service["id"], "developer_policy_id": policy,
                "display_name": "Orders", "description": "About orders"
            });
            let _ = tenant.post("/api/admin/{tid}/scopes").json(scope).send().await.expect(201);
        }
        let usual = ["email", "phone", "address", "profile", "openid", "offline_access"];
        let ada = get(&tenant, USER, &shop).await;
        assert_eq!(texts(&ada["scopes"], "scope_name"), [&usual[..], &["orders:read", "orders:write"]].concat());
        let read = &ada["scopes"][6];
        let shown = ["scope_display_name", "scope_description", "service_id", "service_name", "service_description"]
            .map(|member| read[member].as_str().unwrap());
        assert_eq!(shown, ["Orders", "About orders", service["id"].as_str().unwrap(), "Orders", "What was ordered"]);
        assert_eq!(read["with_service"], true);
        let otto = get(&tenant, OTHER_USER, &shop).await;
        assert_eq!(texts(&otto["scopes"], "scope_name"), [&usual[..], &["orders:read"]].concat());
        // What opens the installation is nobody's, whatever a policy says.
        let listed = tenant.get("/api/admin/{tid}/servers/default/scopes").send().await.expect(200).json();
        let scopes = listed["scopes"].as_array().unwrap();
        for name in ["all", "introspect_tokens", "manage_consents"] {
            let scope = scopes.iter().find(|scope| scope["name"] == name).unwrap();
            let path = format!("/api/admin/{{tid}}/scopes/{}", scope["id"].as_str().unwrap());
            let open = json!({"name": name, "display_name": scope["display_name"], "developer_policy_id": ""});
            let _ = tenant.put(&path).json(open).send().await;
        }
        let seen = texts(&get(&tenant, USER, "default").await["scopes"], "scope_name");
        assert!(!seen.iter().any(|name| ["all", "introspect_tokens", "resources:read"].contains(&name.as_str())), "{seen:?}");
    })
    .await;
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_servers_for_developer",
        scopes: &[],
        good: |tenant| Box::pin(async move { tenant.get(SERVERS).bearer(&token_of(tenant, USER).await) }),
        provoke: &[],
    },
    Row {
        id: "get_server_for_developer",
        scopes: &[],
        good: |tenant| {
            Box::pin(async move {
                let server = things::authorization_server(tenant).await;
                tenant.get(&format!("{SERVERS}/{server}")).bearer(&token_of(tenant, USER).await)
            })
        },
        provoke: &[],
    },
];

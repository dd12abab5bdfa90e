//! Things that tests need before they begin, each made by a call that is proven elsewhere.

use std::sync::atomic::{AtomicU32, Ordering};

use authplane_tests::Tenant;
use serde_json::{Value, json};

/// A text that no other call in this process returns.
pub(crate) fn fresh(prefix: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("{prefix}-{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

fn id_of(body: &Value, member: &str) -> String {
    body[member].as_str().unwrap_or_else(|| panic!("no {member} in {body}")).to_owned()
}

/// An API resource; its id.
pub(crate) async fn resource(tenant: &Tenant) -> String {
    resource_called(tenant, &format!("https://{}.example", fresh("resource"))).await
}

/// An API resource with this indicator; its id.
pub(crate) async fn resource_called(tenant: &Tenant, indicator: &str) -> String {
    let new = json!({"name": "Orders", "indicator": indicator});
    id_of(&tenant.post("/api/resources").json(new).send().await.expect(201).json(), "id")
}

/// A scope of an API resource; its id.
pub(crate) async fn resource_scope(tenant: &Tenant, resource: &str, name: &str) -> String {
    let path = format!("/api/resources/{resource}/scopes");
    id_of(&tenant.post(&path).json(json!({"name": name})).send().await.expect(201).json(), "id")
}

/// A service of the default server; its id.
pub(crate) async fn service(tenant: &Tenant) -> String {
    let new = json!({"name": "Orders"});
    id_of(&tenant.post("/api/admin/{tid}/services").json(new).send().await.expect(201).json(), "id")
}

/// A scope of the default server; its id.
pub(crate) async fn scope(tenant: &Tenant, service: Option<&str>, name: &str) -> String {
    let new = json!({"name": name, "service_id": service.unwrap_or_default()});
    id_of(&tenant.post("/api/admin/{tid}/scopes").json(new).send().await.expect(201).json(), "id")
}

/// A machine of the default server with these scopes, as the ACP dialect shows it.
pub(crate) async fn client(tenant: &Tenant, scopes: &[&str]) -> Value {
    let new = json!({"authorization_server_id": "default", "grant_types": ["client_credentials"], "scopes": scopes});
    tenant.post("/api/admin/{tid}/clients").json(new).send().await.expect(201).json()
}

/// The scopes that a client may have, as they are now.
pub(crate) async fn scopes_of_client(tenant: &Tenant, client: &Value) -> Value {
    let path = format!("/api/admin/{{tid}}/clients/{}", id_of(client, "client_id"));
    tenant.get(&path).send().await.expect(200).json()["scopes"].clone()
}

/// A regular authorization server with keys that are made quickly; its id.
pub(crate) async fn authorization_server(tenant: &Tenant) -> String {
    let new = json!({"name": "Customers", "key_type": "ecdsa"});
    id_of(&tenant.post("/api/admin/{tid}/servers").json(new).send().await.expect(201).json(), "id")
}

/// A policy with these validators; its id.
pub(crate) async fn policy(tenant: &Tenant, validators: &Value) -> String {
    let new = json!({"id": fresh("policy"), "policy_name": "A policy", "validators": validators});
    id_of(&tenant.post("/api/admin/{tid}/policies").json(new).send().await.expect(201).json(), "id")
}

/// An API client without roles; its id.
pub(crate) async fn api_client(tenant: &Tenant, name: &str) -> String {
    let path = "/local-user-store/api/v1/api-clients";
    id_of(&tenant.post(path).json(json!({"name": name})).send().await.expect(201).json(), "id")
}

/// An API client with its secrets.
pub(crate) async fn api_client_with_secrets(tenant: &Tenant, id: &str) -> Value {
    tenant.get(&format!("/local-user-store/api/v1/api-clients/{id}")).send().await.expect(200).json()
}

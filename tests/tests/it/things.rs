//! Things that tests need before they begin, each made by a call that is proven elsewhere, or through the store.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};

use authplane_domain::catalogue::authorization_server::{self, NewServer, ServerDetails, SigningAlgorithm};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::authentication::{Custom, Method, MethodKind, NewMethod};
use authplane_tests::relying_party::application;
use authplane_tests::users::{METHOD, PASSWORD, USER, static_method};
use authplane_tests::{RelyingParty, Tenant, UserAgent};
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

/// An application that asks for tokens in its own name; its id.
pub(crate) async fn robot(tenant: &Tenant) -> String {
    let new = json!({"name": "Robot", "type": "MachineToMachine"});
    id_of(&tenant.post("/api/applications").json(new).send().await.expect(200).json(), "id")
}

/// A service of the default server; its id.
pub(crate) async fn service(tenant: &Tenant) -> String {
    let new = json!({"name": "Orders"});
    id_of(&tenant.post("/api/admin/{tid}/services").json(new).send().await.expect(201).json(), "id")
}

/// A gateway of a regular authorization server, of this type, as its creation shows it.
pub(crate) async fn gateway_of(tenant: &Tenant, server: &str, gateway_type: &str) -> Value {
    let new = json!({"name": "Door", "server_id": server, "type": gateway_type});
    tenant.post("/api/admin/{tid}/gateways").json(new).send().await.expect(201).json()
}

/// A gateway of a server of its own; its id.
pub(crate) async fn gateway(tenant: &Tenant) -> String {
    let server = authorization_server(tenant).await;
    id_of(&gateway_of(tenant, &server, "standalone").await, "id")
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

/// A regular authorization server; its id.
pub(crate) async fn authorization_server(tenant: &Tenant) -> String {
    authorization_server_with(tenant, ServerDetails { name: "Customers".to_owned(), ..ServerDetails::default() }).await
}

/// An authorization server that is like this, with keys that are made quickly; its id.
pub(crate) async fn authorization_server_with(tenant: &Tenant, details: ServerDetails) -> String {
    let id = tenant.id.clone();
    let new = NewServer { key_algorithm: SigningAlgorithm::ES256, details, ..NewServer::default() };
    let make = async move |store| authorization_server::create(&Acting::new(&store, &id, Actor::system()), new).await;
    tenant.server.with_store(move |store| async move { make(store).await }).await.expect("a server is made").id
}

/// A policy with these validators; its id.
pub(crate) async fn policy(tenant: &Tenant, validators: &Value) -> String {
    let new = json!({"id": fresh("policy"), "policy_name": "A policy", "validators": validators});
    id_of(&tenant.post("/api/admin/{tid}/policies").json(new).send().await.expect(201).json(), "id")
}

/// A policy with this text; its id.
pub(crate) async fn policy_in_cedar(tenant: &Tenant, text: &str) -> String {
    let new = json!({"id": fresh("policy"), "policy_name": "A policy", "language": "cedar", "definition": text});
    id_of(&tenant.post("/api/admin/{tid}/policies").json(new).send().await.expect(201).json(), "id")
}

/// A user who signed in and gave an application something.
pub(crate) struct User {
    /// The authorization server, which is the user's own.
    pub(crate) server: String,
    /// The application.
    pub(crate) client: String,
    /// What it got.
    pub(crate) access_token: String,
}

/// A user of a server of its own who gave an application these scopes.
pub(crate) async fn user(tenant: &Tenant, scopes: &[&str]) -> User {
    let server = authorization_server(tenant).await;
    tenant.set_methods(&server, vec![static_method(METHOD, &[(USER, PASSWORD, json!({}))])]).await;
    let application = RelyingParty::register_at(tenant, &server, application(scopes)).await;
    let request = application.request().with("scope", &scopes.join(" "));
    let tokens = application.sign_in(&mut UserAgent::new(tenant.server.url()), &request, (USER, PASSWORD)).await;
    User { server, client: application.client.id, access_token: tokens.access_token }
}

/// A login that waits for a custom login page.
pub(crate) struct Login {
    /// `login_id`.
    pub(crate) id: String,
    /// `login_state`.
    pub(crate) state: String,
}

/// A login at a server of its own, whose only method is a custom login page.
pub(crate) async fn login(tenant: &Tenant) -> Login {
    let server = authorization_server(tenant).await;
    tenant.set_methods(&server, vec![custom_method("own", "https://login.example/")]).await;
    let application = RelyingParty::register_at(tenant, &server, application(&["openid"])).await;
    let mut browser = UserAgent::new(tenant.server.url());
    let sent = browser.get(&application.request().url()).await.left().to;
    let parameter =
        |name: &str| sent.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned());
    Login { id: parameter("login_id").expect("login_id"), state: parameter("login_state").expect("login_state") }
}

impl Login {
    /// The page says that a user called `ada` signed in.
    pub(crate) async fn sign_in(&self, tenant: &Tenant) {
        let token = tenant.token_of("system", &["manage_logins"], &[]).await;
        let accept = tenant.post(&format!("/api/system/{{tid}}/logins/{}/accept", self.id)).bearer(&token);
        let _ = accept.json(json!({"login_state": self.state, "subject": "ada"})).send().await.expect(200);
    }
}

/// An authentication method that is a page of the operator's own.
pub(crate) fn custom_method(id: &str, login_url: &str) -> NewMethod {
    let method = Method {
        id: id.to_owned(),
        name: format!("Method {id}"),
        disabled: false,
        mappings: Vec::new(),
        attributes: Vec::new(),
        kind: MethodKind::Custom(Custom::new(login_url.to_owned())),
        stamp: 0,
    };
    NewMethod { method, client_secret: None, passwords: HashMap::new(), password_hashes: HashMap::new() }
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

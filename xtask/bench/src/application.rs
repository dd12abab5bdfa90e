//! What most callers of an authorization server are: a machine that is registered at an ordinary one, with a scope of somebody's API.

use serde_json::{Value, json};

use crate::Result;
use crate::http::{Answer, Endpoint, Request};
use crate::installation::{Installation, access_token, member};
use crate::journey::{Journey, Repeated};

/// Path of the issuer: the tenant's default server.
pub(crate) const ISSUER: &str = "/default/default";
const INDICATOR: &str = "https://orders.example";
const SCOPE: &str = "orders:read";

/// A client of the default server that may ask for a scope.
#[derive(Debug)]
pub(crate) struct Application {
    /// `host:port` of the protocol surface.
    authority: String,
    client_id: String,
    client_secret: String,
    /// The API whose scope it has.
    pub(crate) service: String,
    /// That scope.
    pub(crate) scope: String,
    /// What the service answers: a method at a path.
    pub(crate) api: String,
}

impl Application {
    /// Registers one, with an API and a scope of its own.
    pub(crate) async fn register(installation: &Installation) -> Result<Self> {
        let token = installation.token().await?;
        let post = async |path: &str, body: Value| -> Result<Value> {
            let control = Endpoint { authority: installation.server.control_authority.clone(), path: path.to_owned() };
            Request::post_json(control, &body).bearer(&token).send_ok().await?.json()
        };
        let service = post("/api/resources", json!({ "name": "Orders", "indicator": INDICATOR })).await?;
        let service = member(&service, "id")?.to_owned();
        let scope = post(&format!("/api/resources/{service}/scopes"), json!({ "name": SCOPE })).await?;
        let api = json!({ "service_id": service, "method": "GET", "path": "/orders/{id}" });
        let api = post("/api/admin/default/apis", api).await?;
        let client = json!({
            "client_name": "Bench machine", "authorization_server_id": "default", "grant_types": ["client_credentials"], "scopes": [SCOPE],
        });
        let client = post("/api/admin/default/clients", client).await?;
        Ok(Self {
            authority: installation.server.authority.clone(),
            client_id: member(&client, "client_id")?.to_owned(),
            client_secret: member(&client, "client_secret")?.to_owned(),
            service,
            scope: member(&scope, "id")?.to_owned(),
            api: member(&api, "id")?.to_owned(),
        })
    }

    /// The same one, of a server that was started anew.
    pub(crate) fn at(self, installation: &Installation) -> Self {
        Self { authority: installation.server.authority.clone(), ..self }
    }

    /// Its `client_id`.
    pub(crate) fn client_id(&self) -> &str {
        &self.client_id
    }

    /// The client-credentials request (RFC 6749 §4.4) with a scope that most of them are.
    pub(crate) fn token_request(&self) -> Request {
        self.ask_for_token(&[])
    }

    /// The same for a resource that is named (RFC 8707 §2).
    pub(crate) fn token_request_for_resource(&self) -> Request {
        self.ask_for_token(&[("resource", INDICATOR)])
    }

    fn ask_for_token(&self, more: &[(&str, &str)]) -> Request {
        let fields = [&[("grant_type", "client_credentials"), ("scope", SCOPE)], more].concat();
        self.post("/oauth2/token", &fields)
    }

    /// One access token.
    pub(crate) async fn token(&self) -> Result<String> {
        access_token(&self.token_request().send_ok().await?)
    }

    /// The introspection of one token by its own client (RFC 7662 §2.1), made once already.
    pub(crate) async fn introspection_request(&self) -> Result<Request> {
        let request = self.post("/oauth2/introspect", &[("token", &self.token().await?)]);
        must_be_active(&request.send_ok().await?)?;
        Ok(request)
    }

    /// What it does again and again without a user.
    pub(crate) fn journey(&self, repeated: Repeated) -> Journey {
        Journey {
            repeated,
            issuer: ISSUER.to_owned(),
            client_id: self.client_id.clone(),
            client_secret: self.client_secret.clone(),
            redirect_uri: String::new(),
            username: String::new(),
            password: String::new(),
        }
    }

    /// The discovery document of its server (OpenID Connect Discovery §4).
    pub(crate) fn discovery_request(&self) -> Request {
        Request::get(self.endpoint("/.well-known/openid-configuration"))
    }

    /// The key set of its server, from the discovery document.
    pub(crate) async fn keys_request(&self) -> Result<Request> {
        let document = self.discovery_request().send_ok().await?.json()?;
        Ok(Request::get(Endpoint::parse(member(&document, "jwks_uri")?)?.on(&self.authority)))
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Request {
        Request::post_form(self.endpoint(path), fields).basic(&self.client_id, &self.client_secret)
    }

    fn endpoint(&self, path: &str) -> Endpoint {
        Endpoint { authority: self.authority.clone(), path: format!("{ISSUER}{path}") }
    }
}

/// RFC 7662 §2.2.
pub(crate) fn must_be_active(answer: &Answer) -> Result<()> {
    let introspection = answer.json()?;
    if introspection["active"] != Value::Bool(true) {
        return Err(format!("a new token is not active: {introspection}").into());
    }
    Ok(())
}

//! Signing in at another provider: at a second Authplane server, and at a fake one that a test can make say anything.

mod directory;
mod fake;
mod provider;
mod refusals;
mod sign_in;

use std::collections::HashMap;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::sign_in::authentication::{Method, MethodKind, NewMethod, Oidc, UpstreamClient};
use authplane_tests::relying_party::{AuthorizationRequest, application};
use authplane_tests::user_agent::Outcome;
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use serde_json::{Value, json};

use self::fake::{CLIENT_ID, CLIENT_SECRET, Fake, Key};
use super::SCOPES;

/// Id of the method that leads to the provider.
pub(super) const METHOD: &str = "upstream";
/// The access token that the fake provider gives.
const ACCESS_TOKEN: &str = "an opaque access token";
/// Who signs in there.
const SUBJECT: &str = "somebody there";

/// A server that may fetch from this machine.
async fn relying_server(database: Database) -> TestServer {
    TestServer::start(Settings { database, ..Settings::default() }.with("outgoing_allowed", "127.0.0.1")).await
}

/// A method that leads to a provider, without userinfo, mappings and a redirect URI of its own.
pub(super) fn method(id: &str, issuer: &str, client_id: &str) -> (Method, Oidc) {
    let settings = Oidc {
        issuer_url: issuer.to_owned(),
        client: UpstreamClient::new(client_id.to_owned(), None, Vec::new()),
        get_user_info: false,
    };
    let method = Method {
        id: id.to_owned(),
        name: format!("Method {id}"),
        disabled: false,
        mappings: Vec::new(),
        attributes: Vec::new(),
        kind: MethodKind::Oidc(settings.clone()),
        stamp: 0,
    };
    (method, settings)
}

pub(super) fn new(method: Method, secret: Option<&str>) -> NewMethod {
    NewMethod {
        method,
        client_secret: secret.map(str::to_owned),
        passwords: HashMap::new(),
        password_hashes: HashMap::new(),
    }
}

/// A tenant whose default server sends its users to a fake provider, and an application that needs no consent.
struct World {
    tenant: Tenant,
    fake: Fake,
    key: Key,
    application: RelyingParty,
}

/// What the user was sent to the provider with.
struct Sent {
    parameters: HashMap<String, String>,
}

impl std::ops::Index<&str> for Sent {
    type Output = str;

    fn index(&self, name: &str) -> &str {
        self.parameters.get(name).unwrap_or_else(|| panic!("no {name} in {:?}", self.parameters))
    }
}

impl World {
    async fn new(server: &TestServer) -> Self {
        let (tenant, fake, key) = (Tenant::new(server).await, Fake::start().await, Key::p256("one"));
        fake.script().keys.push(key.jwk());
        let details = ClientDetails { trusted: true, ..application(&SCOPES) };
        let application = RelyingParty::register(&tenant, details).await;
        let world = Self { tenant, fake, key, application };
        world.set(|_, _| {}).await;
        world
    }

    /// Sets the method up, but for these changes.
    async fn set(&self, change: impl FnOnce(&mut Method, &mut Oidc)) {
        let (mut method, mut settings) = method(METHOD, &self.fake.issuer(), CLIENT_ID);
        change(&mut method, &mut settings);
        method.kind = MethodKind::Oidc(settings);
        self.tenant.set_methods(DEFAULT, vec![new(method, Some(CLIENT_SECRET))]).await;
    }

    fn agent(&self) -> UserAgent {
        UserAgent::new(self.tenant.server.url())
    }

    fn now(&self) -> i64 {
        self.application.clock.now().timestamp()
    }

    /// The application sends the user, whom the server sends on to the provider at once.
    async fn depart(&self, agent: &mut UserAgent, request: &AuthorizationRequest) -> Sent {
        let left = agent.get(&request.url()).await.left();
        assert!(left.to.as_str().starts_with(&self.fake.landing.url("/authorize?of=the+provider&")), "{}", left.to);
        let step = left.history.last().unwrap();
        assert_eq!((step.status, step.headers["cache-control"].to_str().unwrap()), (302, "no-store"));
        let parameters: HashMap<_, _> = left.to.query_pairs().into_owned().collect();
        assert_eq!(parameters.len(), left.to.query_pairs().count(), "{}", left.to);
        Sent { parameters }
    }

    /// The claims of a right ID token.
    fn claims(&self, sent: &Sent) -> Value {
        let now = self.now();
        json!({
            "iss": self.fake.issuer(), "sub": SUBJECT, "aud": CLIENT_ID, "exp": now + 300, "iat": now,
            "nonce": sent["nonce"],
        })
    }

    /// From now on a code is exchanged for this ID token.
    fn give(&self, id_token: &str) {
        let token = json!({"access_token": ACCESS_TOKEN, "token_type": "Bearer", "id_token": id_token});
        self.fake.script().token = (200, token);
    }

    /// The same, signed in the usual way.
    fn give_claims(&self, claims: &Value) {
        self.give(&self.key.sign(&json!({"alg": "ES256", "typ": "JWT", "kid": self.key.kid}), claims));
    }

    /// The provider sends the user back with these parameters.
    async fn come_back(&self, agent: &mut UserAgent, sent: &Sent, parameters: &[(&str, &str)]) -> Outcome {
        agent.get_from_elsewhere(&self.fake.issuer(), &back(sent, parameters)).await
    }

    /// Signs in with the usual claims, changed so.
    async fn sign_in(&self, agent: &mut UserAgent, change: impl FnOnce(&mut Value)) -> Outcome {
        let sent = self.depart(agent, &self.application.request()).await;
        let mut claims = self.claims(&sent);
        change(&mut claims);
        self.give_claims(&claims);
        self.come_back(agent, &sent, &[("code", "a code"), ("state", &sent["state"])]).await
    }
}

/// The address that the provider sends the user back to.
fn back(sent: &Sent, parameters: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    format!("{}?{query}", &sent["redirect_uri"])
}

/// Has the browser a session?
fn is_signed_in(agent: &UserAgent) -> bool {
    agent.cookies.kept().iter().any(|cookie| cookie.name.contains("session"))
}

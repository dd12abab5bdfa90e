//! Whoever is deactivated at any level gets nothing by any grant, and what they had is worth nothing; and who comes after them under the same name is
//! somebody else.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::{self, DEFAULT, NewServer, ServerDetails, SigningAlgorithm};
use authplane_domain::clients::client::{self, ClientAuthentication, ClientDetails, NewClient};
use authplane_domain::environment::ManualClock;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::installation::tenant::{self, NewTenant};
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, Tokens, application};
use authplane_tests::user_agent::Outcome;
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, context, static_method};
use authplane_tests::{Answer, Call, Credentials, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use chrono::{DateTime, TimeDelta};
use http::Method;
use serde_json::json;

use super::{ADA, agent, code, remove_client, with_users_on_both};
use crate::it::devices::{self, Device};
use crate::it::oauth::jwt::Key;
use crate::it::things::fresh;

const SCOPE: &str = "openid offline_access";
const EXCHANGE: &str = "urn:ietf:params:oauth:grant-type:token-exchange";
const BEARER: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const ACCESS_TOKEN: &str = "urn:ietf:params:oauth:token-type:access_token";

/// The levels of the tree, from its leaf to its root.
const LEVELS: &[&str] = &["nothing", "user", "password method", "method", "client", "server", "tenant"];

/// Everything that a client can hold of a user.
struct Held {
    tenant: Tenant,
    server: String,
    application: RelyingParty,
    key: Key,
    browser: UserAgent,
    code: (String, AuthorizationRequest),
    tokens: Tokens,
    of_client: String,
    device: Device,
}

impl Held {
    async fn new(on: &TestServer) -> Self {
        let tenant = Tenant::new(on).await;
        let server = every_grant(&tenant, None).await;
        tenant.set_methods(&server, vec![static_method(METHOD, &[(USER, PASSWORD, context())])]).await;
        let key = Key::new("ES256");
        let details = ClientDetails { jwks: Some(key.jwks("1")), ..every_grant_of_a_client() };
        let application = RelyingParty::register_at(&tenant, &server, details).await;
        let mut browser = agent(&tenant);
        let request = application.request().with("scope", SCOPE);
        let tokens = application.sign_in(&mut browser, &request, ADA).await;
        let request = application.request().with("scope", SCOPE);
        let code = (code(&application, &mut browser, &request).await, request);
        let device = Device::begin(&application, SCOPE).await;
        device.approve(&mut browser, ADA).await;
        let machine = application.call("oauth2/token", &[("grant_type", "client_credentials")]).send().await;
        let of_client = Tokens::from(&machine).access_token;
        Self { tenant, server, application, key, browser, code, tokens, of_client, device }
    }

    async fn deactivate(&self, level: &str) {
        let (tenant, server) = (self.tenant.id.clone(), self.server.clone());
        match level {
            "nothing" => {}
            "user" => {
                let nobody = static_method(METHOD, &[(OTHER_USER, PASSWORD, json!({}))]);
                self.tenant.set_methods(&self.server, vec![nobody]).await;
            }
            "password method" => self.tenant.set_methods(&self.server, Vec::new()).await,
            "method" => {
                let mut method = static_method(METHOD, &[(USER, PASSWORD, context())]);
                method.method.disabled = true;
                self.tenant.set_methods(&self.server, vec![method]).await;
            }
            "client" => remove_client(&self.tenant, &self.application.client).await,
            "server" => {
                let remove = async move |store| {
                    authorization_server::remove(&Acting::new(&store, &tenant, Actor::system()), &server)
                        .await
                        .unwrap();
                };
                self.tenant.server.with_store(move |store| async move { remove(store).await }).await;
            }
            other => {
                assert_eq!(other, "tenant");
                let remove = async move |store| tenant::remove(&store, &Actor::system(), &tenant).await.unwrap();
                self.tenant.server.with_store(move |store| async move { remove(store).await }).await;
            }
        }
    }

    /// An assertion about the user, signed by the client.
    fn assertion(&self) -> String {
        let now = self.application.clock.now().timestamp();
        let claims = json!({
            "iss": self.application.client.id, "sub": USER, "aud": self.application.issuer, "exp": now + 60,
            "jti": fresh("jti"),
        });
        self.key.sign(&json!({"alg": "ES256", "kid": "1"}), &claims)
    }

    async fn token(&self, fields: &[(&str, &str)]) -> Answer {
        self.application.call("oauth2/token", fields).send().await
    }

    /// Does the browser's session get a code?
    async fn is_signed_in(&self) -> bool {
        let request = self.application.request().with("prompt", "none");
        match self.browser.clone().get(&request.url()).await {
            Outcome::Left(left) => AuthorizationResponse::from(&left).get("code").is_some(),
            Outcome::Page(_) => false,
        }
    }

    /// Does a token introspect as active, whoever may ask?
    async fn is_active(&self, token: &str) -> bool {
        let answer = self.application.call("oauth2/introspect", &[("token", token)]).send().await;
        match answer.status {
            200 => answer.json()["active"] == true,
            status => {
                assert!([401, 404].contains(&status), "{}", answer.text());
                false
            }
        }
    }

    /// Everything that is about the user, by name, and whether it worked.
    async fn by_user(&self) -> Vec<(&'static str, bool)> {
        let access_token = self.tokens.access_token.as_str();
        let exchange = [
            ("grant_type", EXCHANGE),
            ("subject_token", access_token),
            ("subject_token_type", ACCESS_TOKEN),
            ("scope", "openid"),
        ];
        let assertion = self.assertion();
        let password = [("grant_type", "password"), ("username", USER), ("password", PASSWORD), ("scope", "openid")];
        vec![
            ("a session", self.is_signed_in().await),
            ("userinfo", worked(&self.application.userinfo(access_token).await)),
            ("introspection", self.is_active(access_token).await),
            ("introspection of a refresh token", self.is_active(self.tokens.refresh_token()).await),
            ("token exchange", worked(&self.token(&exchange).await)),
            (
                "jwt-bearer",
                worked(&self.token(&[("grant_type", BEARER), ("assertion", &assertion), ("scope", "openid")]).await),
            ),
            ("password", worked(&self.token(&password).await)),
            ("refresh", worked(&self.application.refresh(self.tokens.refresh_token()).await)),
            ("code", worked(&self.application.exchange(&self.code.0, &self.code.1).await)),
            ("device", worked(&self.device.ask().await)),
        ]
    }

    async fn by_client(&self) -> Vec<(&'static str, bool)> {
        vec![
            ("client credentials", worked(&self.token(&[("grant_type", "client_credentials")]).await)),
            ("introspection of the client's own", self.is_active(&self.of_client).await),
        ]
    }
}

/// Refusals are the dialect's, never a failure.
#[track_caller]
fn worked(answer: &Answer) -> bool {
    assert!(matches!(answer.status, 200 | 400 | 401 | 404), "{}: {}", answer.status, answer.text());
    answer.status == 200
}

/// A server of the tenant that offers everything; its id.
async fn every_grant(tenant: &Tenant, id: Option<String>) -> String {
    let tenant_id = tenant.id.clone();
    let grant_types = authorization_server::GRANT_TYPES.map(str::to_owned).into();
    let details = ServerDetails { name: "Everything".to_owned(), grant_types, ..ServerDetails::default() };
    let new = NewServer { id, key_algorithm: SigningAlgorithm::ES256, details, ..NewServer::default() };
    let make = async move |store| {
        authorization_server::create(&Acting::new(&store, &tenant_id, Actor::system()), new).await.unwrap()
    };
    tenant.server.with_store(move |store| async move { make(store).await }).await.id
}

fn every_grant_of_a_client() -> ClientDetails {
    let grant_types = authorization_server::GRANT_TYPES.map(str::to_owned).into();
    ClientDetails { trusted: true, grant_types: Some(grant_types), ..application(&["openid", "offline_access"]) }
}

#[tokio::test]
async fn cve_2025_64521_cve_2024_46999_each_level_that_is_deactivated_ends_every_grant() {
    with_users_on_both(async |shared| {
        for level in LEVELS {
            println!("without {level}");
            let held = Held::new(&shared.server).await;
            held.deactivate(level).await;
            let user_is_there = *level == "nothing";
            for (what, works) in held.by_user().await {
                assert_eq!(works, user_is_there, "{what} without {level}");
            }
            let client_is_there = !["client", "server", "tenant"].contains(level);
            for (what, works) in held.by_client().await {
                assert_eq!(works, client_is_there, "{what} without {level}");
            }
            // Where whatever was deactivated is shown.
            let pages = ["oauth2/authorize?client_id=x", "login", "consent", ".well-known/openid-configuration"];
            for page in pages {
                let answer = Call::new(Method::GET, format!("{}/{page}", held.application.issuer)).send().await;
                let exists = !["server", "tenant"].contains(level);
                assert!(answer.status < 500 && (exists || answer.status == 404), "{page} without {level}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn cve_2025_64521_who_is_removed_while_they_are_asked_gives_nothing() {
    with_users_on_both(async |tenant| {
        let details = ClientDetails {
            grant_types: Some(vec!["authorization_code".to_owned(), "implicit".to_owned()]),
            response_types: Some(vec!["code".to_owned(), "id_token".to_owned()]),
            ..application(&["openid"])
        };
        let application = RelyingParty::register(&tenant, details).await;
        let mut browser = agent(&tenant);
        let request = application.request().with("response_type", "code id_token");
        let page = browser.get(&request.url()).await.page().expect(200);
        let question = browser.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await;
        let question = question.page().expect(200);
        tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[(OTHER_USER, PASSWORD, json!({}))])]).await;
        assert_eq!(browser.get(question.url.as_str()).await.page().status, 400);
        let answer = browser.submit(question.form(), &[("decision", "allow")]).await.page();
        assert_eq!(answer.status, 400, "{answer}");
    })
    .await;
}

/// A server whose clock stands still until it is moved.
async fn with_clock(database: Database) -> (TestServer, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let settings = Settings { database, ..Settings::default() }.with_clock(&clock);
    (TestServer::start(settings).await, clock)
}

async fn client_with_id(tenant: &Tenant, server: &str, id: &str) -> RelyingParty {
    let secret = "a-secret-that-the-successor-has-as-well".to_owned();
    let tenant_id = tenant.id.clone();
    let new = NewClient {
        id: Some(id.to_owned()),
        server_id: server.to_owned(),
        secret: Some(secret.clone()),
        details: application(&["openid", "offline_access"]),
        ..NewClient::default()
    };
    let make = async move |store| client::create(&Acting::new(&store, &tenant_id, Actor::system()), new).await.unwrap();
    let made = tenant.server.with_store(move |store| async move { make(store).await }).await;
    let credentials = Credentials { id: id.to_owned(), secret, server: server.to_owned() };
    RelyingParty::of(tenant, credentials, ClientAuthentication::default(), made.redirect_uris[0].clone())
}

/// What of a predecessor's must not work for its successor.
async fn assert_nothing_inherited(
    application: &RelyingParty,
    browser: &UserAgent,
    tokens: &Tokens,
    code: &(String, AuthorizationRequest),
    what: &str,
) {
    assert!(!worked(&application.refresh(tokens.refresh_token()).await), "{what}");
    assert!(!worked(&application.exchange(&code.0, &code.1).await), "{what}");
    let _ = application.userinfo(&tokens.access_token).await.expect(401);
    for token in [&tokens.access_token, tokens.refresh_token()] {
        assert_eq!(application.introspect(token).await, json!({"active": false}), "{what}");
    }
    // Nobody has consented to the successor.
    let request = application.request().with("scope", SCOPE).with("prompt", "none");
    let left = browser.clone().get(&request.url()).await.left();
    let response = AuthorizationResponse::from(&left);
    let error = response.error(application, &request).0;
    assert!(["login_required", "consent_required"].contains(&error), "{what}: {error}");
}

#[tokio::test]
async fn cve_2026_55670_who_comes_after_under_the_same_name_inherits_nothing() {
    for database in Database::tested() {
        let (on, clock) = with_clock(database).await;
        for what in ["client", "server", "tenant"] {
            println!("{what} on {database:?}");
            let mut tenant = Tenant::new(&on).await;
            let server = every_grant(&tenant, Some("recycled".to_owned())).await;
            let people = || vec![static_method(METHOD, &[(USER, PASSWORD, context())])];
            tenant.set_methods(&server, people()).await;
            let application = client_with_id(&tenant, &server, "recycled-client").await;
            let mut browser = agent(&tenant);
            let request = application.request().with("scope", SCOPE);
            let tokens = application.sign_in(&mut browser, &request, ADA).await;
            let request = application.request().with("scope", SCOPE);
            let code = (code(&application, &mut browser, &request).await, request);
            // Times in tokens are whole seconds.
            clock.advance(TimeDelta::seconds(1));
            let id = tenant.id.clone();
            match what {
                "client" => remove_client(&tenant, &application.client).await,
                "server" => {
                    let server = server.clone();
                    let remove = async move |store| {
                        authorization_server::remove(&Acting::new(&store, &id, Actor::system()), &server)
                            .await
                            .unwrap();
                    };
                    on.with_store(move |store| async move { remove(store).await }).await;
                }
                _ => {
                    let again = async move |store| {
                        tenant::remove(&store, &Actor::system(), &id).await.unwrap();
                        let key_algorithm = SigningAlgorithm::ES256;
                        let new = NewTenant {
                            id: Some(id),
                            name: "The successor".to_owned(),
                            key_algorithm,
                            ..NewTenant::default()
                        };
                        tenant::create(&store, &Actor::system(), new).await.unwrap().tenant.id
                    };
                    let id = on.with_store(move |store| async move { again(store).await }).await;
                    assert_eq!(id, tenant.id);
                    tenant = Tenant::with_id(&on, id).await;
                }
            }
            if what != "client" {
                let _ = every_grant(&tenant, Some(server.clone())).await;
                tenant.set_methods(&server, people()).await;
            }
            let successor = client_with_id(&tenant, &server, "recycled-client").await;
            assert_nothing_inherited(&successor, &browser, &tokens, &code, what).await;
        }
        on.stop().await;
    }
}

/// A person leaves, and another one gets the name.
#[tokio::test]
async fn cve_2026_55670_a_new_user_of_a_former_ones_name_is_somebody_else() {
    for database in Database::tested() {
        println!("on {database:?}");
        let (on, clock) = with_clock(database).await;
        let tenant = Tenant::new(&on).await;
        let server = every_grant(&tenant, None).await;
        let people = |name| vec![static_method(METHOD, &[(name, PASSWORD, context())])];
        tenant.set_methods(&server, people(USER)).await;
        let application = RelyingParty::register_at(&tenant, &server, application(&["openid", "offline_access"])).await;
        let mut browser = agent(&tenant);
        let request = application.request().with("scope", SCOPE);
        let tokens = application.sign_in(&mut browser, &request, ADA).await;
        let request = application.request().with("scope", SCOPE);
        let code = (code(&application, &mut browser, &request).await, request);
        clock.advance(TimeDelta::seconds(1));
        // Any other change leaves them who they are.
        tenant.set_methods(&server, people(USER)).await;
        let _ = application.userinfo(&tokens.access_token).await.expect(200);
        tenant.set_methods(&server, people(OTHER_USER)).await;
        clock.advance(TimeDelta::seconds(1));
        tenant.set_methods(&server, people(USER)).await;
        assert_nothing_inherited(&application, &browser, &tokens, &code, "user").await;
        // Who has the name now signs in like anybody, and is asked what the former one was asked.
        let request = application.request().with("scope", SCOPE);
        let mut browser = agent(&tenant);
        let page = browser.get(&request.url()).await.page().expect(200);
        let question = browser.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await;
        let question = question.page().expect(200);
        let left = browser.submit(question.form(), &[("decision", "allow")]).await.left();
        let tokens = application.tokens(&left, &request).await;
        let _ = application.userinfo(&tokens.access_token).await.expect(200);
        on.stop().await;
    }
}

/// The device grant of the toolkit is the one that the servers here offer.
#[test]
fn every_grant_is_one_of_those_that_are_tried() {
    let tried = [
        "authorization_code",
        "implicit",
        "client_credentials",
        "refresh_token",
        "password",
        devices::GRANT,
        EXCHANGE,
        BEARER,
    ];
    assert_eq!(authorization_server::GRANT_TYPES, tried, "a new grant belongs into Held");
}

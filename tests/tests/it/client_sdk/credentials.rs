//! Every way to a token that the SDK has, against a real server.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use authplane_client::oauth::{AuthorizationServer, Caller};
use authplane_client::{Client, ClientBuilder, Credentials, Error, Secret, SigningKey, Step, types};
use authplane_domain::catalogue::authorization_server::{self, ADMIN, ServerChanges, ServerDetails};
use authplane_domain::clients::client::{ClientAuthentication, ClientDetails};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::relying_party::application;
use authplane_tests::users::{METHOD, PASSWORD, USER, static_method};
use authplane_tests::{RelyingParty, Tenant, UserAgent, on_both};
use serde_json::{Value, json};

use super::canned::{Clock, refusal};
use super::keys::Key;
use crate::it::devices::GRANT;

const ADA: (&str, &str) = (USER, PASSWORD);

/// A builder without credentials.
fn builder(tenant: &Tenant) -> ClientBuilder {
    Client::builder(tenant.server.control_url())
        .configure_http_client(authplane_tests::http::configure)
        .tenant(&tenant.id)
}

/// A machine that manages the tenant, registered to authenticate in this way; its id and secret.
async fn machine(tenant: &Tenant, method: &str, more: &Value) -> (String, String) {
    let mut registration = json!({
        "client_name": "Machine", "authorization_server_id": ADMIN, "grant_types": ["client_credentials"],
        "scopes": ["all"], "token_endpoint_auth_method": method,
    });
    registration.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let created = tenant.post("/api/admin/{tid}/clients").json(registration).send().await.expect(201).json();
    let text = |name: &str| created[name].as_str().unwrap_or_default().to_owned();
    (text("client_id"), text("client_secret"))
}

/// Manages, and authenticates at every endpoint that clients authenticate at, both by the operations and by hand.
async fn works(tenant: &Tenant, credentials: &Credentials) {
    let client = builder(tenant).credentials(credentials.clone()).build().await.unwrap();
    client.list_resources().send().await.unwrap();
    let token = client.access_token().await.unwrap().unwrap();
    let ask = || types::TokenQuery::builder().token(token.expose());
    let seen = client.introspect().tid(&tenant.id).aid(ADMIN).body(ask()).send().await.unwrap();
    assert!(seen.active, "{credentials:?}");

    let server = AuthorizationServer::discover(&tenant.server.issuer(&tenant.id, ADMIN)).await.unwrap();
    let seen = server.introspect(Caller::Client(credentials), &token).await.unwrap();
    assert_eq!(seen.client_id.as_deref(), Some(credentials.client_id()));
    server.revoke(Caller::Client(credentials), &token).await.unwrap();
    assert!(!server.introspect(Caller::Client(credentials), &token).await.unwrap().active);
    // Refused now, so renewed.
    client.list_resources().send().await.unwrap();
}

/// Is refused its token, by the step that says so.
async fn refused(tenant: &Tenant, credentials: Credentials) {
    let client = builder(tenant).credentials(credentials).build().await.unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    assert_eq!(refusal(&error), ("invalid_client", Some(Step::ClientCredentials)));
    assert!(error.request_id().is_some() && error.to_string().contains("client_credentials: 401"), "{error}");
}

#[tokio::test]
async fn a_secret_goes_where_it_was_asked_to_go_and_nowhere_else() {
    on_both(async |tenant| {
        let (id, secret) = machine(&tenant, "client_secret_basic", &json!({})).await;
        works(&tenant, &Credentials::new(&id, secret.clone())).await;
        refused(&tenant, Credentials::client_secret_post(&id, secret)).await;
        let (id, secret) = machine(&tenant, "client_secret_post", &json!({})).await;
        works(&tenant, &Credentials::client_secret_post(&id, secret.clone())).await;
        refused(&tenant, Credentials::new(&id, secret)).await;
        refused(&tenant, Credentials::client_secret_post(&id, "another")).await;
    })
    .await;
}

#[tokio::test]
async fn a_private_key_authenticates_in_each_form_that_it_is_kept_in() {
    on_both(async |tenant| {
        for algorithm in ["RS256", "ES256", "EdDSA"] {
            let key = Key::new(algorithm);
            let jwks = json!({"jwks": {"keys": [key.public("1")]}});
            let (id, _) = machine(&tenant, "private_key_jwt", &jwks).await;
            let forms = [
                SigningKey::from_pem(&key.pem()).unwrap(),
                SigningKey::from_pem(&key.pem()).unwrap().with_key_id("1"),
                SigningKey::from_jwk(&key.private("1").to_string()).unwrap(),
            ];
            for form in forms {
                works(&tenant, &Credentials::private_key_jwt(&id, form)).await;
            }
            let another = SigningKey::from_pem(&Key::new(algorithm).pem()).unwrap();
            refused(&tenant, Credentials::private_key_jwt(&id, another)).await;
        }
        let key = Key::new("RS256");
        let mut private = key.private("1");
        private["alg"] = json!("PS256");
        let jwks = json!({"jwks": {"keys": [key.public("1")]}});
        let (id, _) = machine(&tenant, "private_key_jwt", &jwks).await;
        works(&tenant, &Credentials::private_key_jwt(&id, SigningKey::from_jwk(&private.to_string()).unwrap())).await;
    })
    .await;
}

#[test]
fn what_is_no_private_key_is_refused_without_being_shown() {
    let key = Key::new("ES256");
    let other_curve = json!({"kty": "EC", "crv": "P-384", "x": "s3cr3t", "y": "s3cr3t", "d": "s3cr3t"});
    let mut other_algorithm = key.private("1");
    other_algorithm["alg"] = json!("RS256");
    let mut other_half = key.private("1");
    other_half["x"] = Key::new("ES256").public("1")["x"].clone();
    let jwks =
        [key.public("1"), other_curve, other_algorithm, other_half, json!("s3cr3t"), json!({"kty": 7, "d": "s3cr3t"})];
    let broken = key.pem().replace("PRIVATE KEY", "PUBLIC KEY");
    let pems = ["", "s3cr3t", broken.as_str(), "-----BEGIN PRIVATE KEY-----\nczNjcjN0\n-----END PRIVATE KEY-----\n"];
    let refused = jwks.iter().map(|jwk| SigningKey::from_jwk(&jwk.to_string()));
    for refused in refused.chain(pems.iter().map(|pem| SigningKey::from_pem(pem))) {
        let error = refused.unwrap_err();
        assert!(matches!(error, Error::Configuration(_)), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error:?}");
    }
}

/// Lets devices and users in at the server for administrators.
async fn open_to_users(tenant: &Tenant) {
    let id = tenant.id.clone();
    let mut details = ServerDetails { name: "Administrators".to_owned(), ..ServerDetails::default() };
    details.grant_types.push(GRANT.to_owned());
    let changes = ServerChanges { details, ..ServerChanges::default() };
    let change = async move |store: authplane_domain::Store| {
        authorization_server::change(&Acting::new(&store, &id, Actor::system()), ADMIN, changes).await
    };
    tenant.server.with_store(move |store| async move { change(store).await }).await.unwrap();
    tenant.set_methods(ADMIN, vec![static_method(METHOD, &[(USER, PASSWORD, json!({}))])]).await;
}

/// An application by which users manage: on a device, and in a browser.
async fn of_users(tenant: &Tenant, method: ClientAuthentication) -> RelyingParty {
    let grant_types = ["authorization_code", "refresh_token", GRANT].map(str::to_owned).to_vec();
    let scopes = ["openid", "all", "offline_access"];
    let details =
        ClientDetails { grant_types: Some(grant_types), token_endpoint_auth_method: method, ..application(&scopes) };
    RelyingParty::register_at(tenant, ADMIN, details).await
}

/// What a program is given by callbacks.
#[derive(Clone)]
struct Given<T>(Arc<Mutex<Vec<T>>>);

impl<T: Clone + Send + 'static> Given<T> {
    fn new() -> Self {
        Self(Arc::default())
    }

    fn keep(&self) -> impl Fn(T) + Send + Sync + 'static {
        let given = self.clone();
        move |new| given.0.lock().unwrap().push(new)
    }

    fn all(&self) -> Vec<T> {
        self.0.lock().unwrap().clone()
    }
}

#[tokio::test]
async fn a_refresh_token_goes_on_with_the_one_that_replaced_it_which_is_handed_out() {
    on_both(async |tenant| {
        open_to_users(&tenant).await;
        let application = of_users(&tenant, ClientAuthentication::None).await;
        let request = application.request().with("scope", "openid all offline_access");
        let mut agent = UserAgent::new(tenant.server.url());
        let first = application.sign_in(&mut agent, &request, ADA).await.refresh_token().to_owned();

        let (clock, given) = (Clock::new(), Given::<Secret>::new());
        let credentials = Credentials::public(&application.client.id);
        let builder = || builder(&tenant).refresh_token(credentials.clone(), first.clone());
        let client = builder().on_refresh_token(given.keep()).time_source(clock.source()).build().await.unwrap();
        client.list_resources().send().await.unwrap();
        let told = client.userinfo().tid(&tenant.id).aid(ADMIN).send().await.unwrap().into_inner();
        assert_eq!(told.sub, USER);
        clock.advance(Duration::from_hours(24));
        client.list_resources().send().await.unwrap();

        let given = given.all();
        assert_eq!(given.len(), 2, "one for each renewal");
        assert!(given[0] != given[1] && given.iter().all(|token| token.expose() != first));
        // A program that starts again goes on with the last one.
        let again = self::builder(&tenant).refresh_token(credentials.clone(), given[1].clone()).build().await.unwrap();
        again.list_resources().send().await.unwrap();
        // The first one is used up, which is told as it is.
        let late = builder().build().await.unwrap();
        let error = late.list_resources().send().await.unwrap_err();
        assert_eq!(refusal(&error), ("invalid_grant", Some(Step::RefreshToken)));
    })
    .await;
}

#[tokio::test]
async fn a_command_line_waits_until_its_user_has_let_it_in_and_needs_them_no_more() {
    on_both(async |tenant| {
        open_to_users(&tenant).await;
        let application = of_users(&tenant, ClientAuthentication::ClientSecretBasic).await;
        let credentials = Credentials::new(&application.client.id, application.client.secret.clone());
        let (clock, kept, prompts) = (Clock::new(), Given::<Secret>::new(), Given::new());
        let client = builder(&tenant)
            .device_flow(credentials.clone(), prompts.keep())
            .on_refresh_token(kept.keep())
            .scopes(["openid", "all", "offline_access"])
            .time_source(clock.source())
            .build()
            .await
            .unwrap();
        assert_eq!(prompts.all().len(), 0, "nobody is asked before a token is needed");

        // Two calls wait for the same user.
        let call = || {
            let client = client.clone();
            tokio::spawn(async move { client.list_resources().send().await.map(|_| ()) })
        };
        let calls = [call(), call()];
        let prompt = loop {
            match prompts.all().first() {
                Some(prompt) => break prompt.clone(),
                None => tokio::time::sleep(Duration::from_millis(10)).await,
            }
        };
        assert_eq!(prompt.verification_uri, format!("{}/device", application.issuer));
        let complete = format!("{}?user_code={}", prompt.verification_uri, prompt.user_code);
        assert_eq!(prompt.verification_uri_complete.as_deref(), Some(complete.as_str()));
        assert_eq!(prompt.expires_in, Duration::from_mins(10));
        decide(&tenant, &prompt.verification_uri, &prompt.user_code, "allow").await;
        for call in calls {
            call.await.unwrap().unwrap();
        }
        assert_eq!((prompts.all().len(), kept.all().len()), (1, 1));

        // The session goes on by itself.
        clock.advance(Duration::from_hours(24));
        client.list_resources().send().await.unwrap();
        assert_eq!((prompts.all().len(), kept.all().len()), (1, 2));
        let stored = kept.all().pop().unwrap();
        let next_start = builder(&tenant).refresh_token(credentials, stored).build().await.unwrap();
        next_start.list_resources().send().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_user_who_refuses_is_an_error_of_the_step_that_waited() {
    on_both(async |tenant| {
        open_to_users(&tenant).await;
        let application = of_users(&tenant, ClientAuthentication::None).await;
        let server = AuthorizationServer::discover(&application.issuer).await.unwrap();
        let (credentials, none) = (Credentials::public(&application.client.id), [""; 0]);
        let flow = server.begin_device_flow(&credentials, &none, &["all"]).await.unwrap();
        let prompt = flow.prompt().clone();
        decide(&tenant, &prompt.verification_uri, &prompt.user_code, "deny").await;
        let error = flow.token().await.unwrap_err();
        assert_eq!(refusal(&error), ("access_denied", Some(Step::DeviceToken)));

        let error = server.begin_device_flow(&credentials, &none, &["nobody:knows"]).await.unwrap_err();
        assert_eq!(refusal(&error), ("invalid_scope", Some(Step::DeviceAuthorization)));
        let client = builder(&tenant).device_flow(Credentials::public("nobody"), |_| {}).build().await.unwrap();
        let error = client.list_resources().send().await.unwrap_err();
        assert_eq!(refusal(&error), ("invalid_client", Some(Step::DeviceAuthorization)));
    })
    .await;
}

/// A user enters the code, signs in and decides.
async fn decide(tenant: &Tenant, page: &str, code: &str, decision: &str) {
    let mut agent = UserAgent::new(tenant.server.url());
    let page = agent.get(page).await.page().expect(200);
    let entered = agent.submit(page.form(), &[("user_code", code)]).await;
    let is_question = |page: &authplane_tests::user_agent::Page| page.form_with("decision").is_some();
    let question = agent.walk(entered, ADA.0, ADA.1, is_question).await.page().expect(200);
    let decided = agent.submit(question.form(), &[("decision", decision)]).await.page();
    assert_eq!(decided.status, 200, "{decided}");
}

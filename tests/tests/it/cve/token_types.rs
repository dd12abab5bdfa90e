//! GHSA-7fpj-9hr8-28vh: what was made for one purpose was taken for another. Everything that this server hands out, or that a client signs for it, is
//! brought to everything that takes such a thing.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{ClientAuthentication, ClientDetails};
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, application};
use authplane_tests::user_agent::{Cookie, Outcome};
use authplane_tests::{Answer, Call, Credentials, RelyingParty, Tenant, UserAgent};
use http::Method;
use serde_json::{Value, json};

use super::{ADA, agent, change_server, code, with_users_on_both};
use crate::it::devices::{self, Device};
use crate::it::oauth::jwt::Key;
use crate::it::things::fresh;

const SCOPES: [&str; 2] = ["openid", "offline_access"];
const ASSERTION: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const BEARER: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const EXCHANGE: &str = "urn:ietf:params:oauth:grant-type:token-exchange";
const ACCESS_TOKEN: &str = "urn:ietf:params:oauth:token-type:access_token";

/// What takes something, and what it takes. Those that use it up come last.
const CONSUMERS: &[(&str, &[&str])] = &[
    ("userinfo", &["a user's access token"]),
    ("what users gave", &[]),
    ("ACP's API", &["an administrator's access token"]),
    ("Logto's API", &["an administrator's access token"]),
    ("the local user store's API", &["an administrator's access token"]),
    ("ACP's system API", &[]),
    ("a bearer at introspection", &[]),
    ("a bearer at revocation", &[]),
    ("introspection", &["a user's access token", "a client's access token", "a refresh token"]),
    ("the subject of an exchange", &["a user's access token"]),
    ("a hint", &["an ID token"]),
    ("a request object", &["a request object"]),
    ("a registration", &["a registration access token"]),
    ("a session", &["a session cookie"]),
    ("client authentication", &["a client's assertion"]),
    ("an assertion", &["an assertion about a user"]),
    ("a refresh", &["a refresh token"]),
    ("a code", &["a code"]),
    ("a device", &["a device code"]),
];

struct World {
    tenant: Tenant,
    application: RelyingParty,
    /// The client whose assertions authenticate it.
    signing: Credentials,
    request: AuthorizationRequest,
    registration: String,
    session: Cookie,
    made: Vec<(&'static str, String)>,
}

impl World {
    async fn new(tenant: Tenant) -> Self {
        change_server(&tenant, DEFAULT, |server| {
            server.grant_types.extend([devices::GRANT, BEARER, EXCHANGE].map(str::to_owned));
            server.enable_dynamic_client_registration = true;
        })
        .await;
        let key = Key::new("ES256");
        let jwks = Some(key.jwks("1"));
        let grants = ["authorization_code", "refresh_token", "client_credentials", devices::GRANT, BEARER, EXCHANGE];
        let details = ClientDetails {
            trusted: true,
            grant_types: Some(grants.map(str::to_owned).into()),
            jwks: jwks.clone(),
            ..application(&SCOPES)
        };
        let application = RelyingParty::register(&tenant, details.clone()).await;
        let token_endpoint_auth_method = ClientAuthentication::PrivateKeyJwt;
        let signing = tenant.register(DEFAULT, ClientDetails { token_endpoint_auth_method, ..details }).await;

        let mut browser = agent(&tenant);
        let request = application.request().with("scope", "openid offline_access");
        let tokens = application.sign_in(&mut browser, &request, ADA).await;
        let cookie =
            |kind: &str| browser.cookies.kept().iter().find(|cookie| cookie.name.contains(kind)).unwrap().clone();
        let (session, of_browser) = (cookie("session"), cookie("browser"));
        let own = application.call("oauth2/token", &[("grant_type", "client_credentials")]).send().await.expect(200);
        let metadata = json!({"client_name": "Album", "redirect_uris": ["https://album.example/callback"]});
        let registered = Call::new(Method::POST, format!("{}/oauth2/register", application.issuer)).json(metadata);
        let registered = registered.send().await.expect(201).json();
        let device = Device::begin(&application, "openid").await;
        device.approve(&mut browser, ADA).await;
        let mut other = agent(&tenant);
        let waiting = other.get(&request.url()).await.page().expect(200);
        let now = application.clock.now().timestamp();
        let sign = |claims: &Value| key.sign(&json!({"alg": "ES256", "kid": "1"}), claims);
        let about = |iss: &str, sub: &str| {
            let (aud, jti) = (&application.issuer, fresh("jti"));
            sign(&json!({"iss": iss, "sub": sub, "aud": aud, "exp": now + 60, "iat": now, "jti": jti}))
        };
        let object: serde_json::Map<_, _> =
            request.parameters().into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
        let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("{value}")).to_owned();
        let made = vec![
            ("a user's access token", tokens.access_token.clone()),
            ("a client's access token", text(&own.json()["access_token"])),
            ("an administrator's access token", tenant.token.clone()),
            ("an ID token", tokens.id_token().to_owned()),
            ("a refresh token", tokens.refresh_token().to_owned()),
            ("a registration access token", text(&registered["registration_access_token"])),
            ("a registered client's secret", text(&registered["client_secret"])),
            ("a session cookie", session.value.clone()),
            ("a browser's cookie", of_browser.value),
            ("a form's token", waiting.form().value("csrf").to_owned()),
            ("a login_id", waiting.form().value("login_id").to_owned()),
            ("a login_state", waiting.form().value("login_state").to_owned()),
            ("a client's assertion", about(&signing.id, &signing.id)),
            ("an assertion about a user", about(&application.client.id, ADA.0)),
            ("a request object", sign(&object.into())),
            ("a code", code(&application, &mut browser, &request).await),
            ("a device code", device.device_code().to_owned()),
            ("a user code", device.user_code().to_owned()),
        ];
        let registration = text(&registered["registration_client_uri"]);
        Self { tenant, application, signing, request, registration, session, made }
    }

    /// Does the consumer take it for what it takes?
    async fn takes(&self, consumer: &str, token: &str) -> bool {
        let Self { tenant, application, .. } = self;
        let form = |fields: &[(&str, &str)]| application.call("oauth2/token", fields).send();
        let get = |path: &str| tenant.get(path).bearer(token).send();
        let bearer = |endpoint: &str| {
            let url = format!("{}/{endpoint}", application.issuer);
            Call::new(Method::POST, url).bearer(token).form(&[("token", "x")]).send()
        };
        let answer = match consumer {
            "userinfo" => application.userinfo(token).await,
            "what users gave" => get("/{tid}/default/clients").await,
            "ACP's API" => get("/api/admin/{tid}/servers").await,
            "Logto's API" => get("/api/resources").await,
            "the local user store's API" => get("/local-user-store/api/v1/api-clients").await,
            "ACP's system API" => get("/api/system/{tid}/logins/x").await,
            "a bearer at introspection" => bearer("oauth2/introspect").await,
            "a bearer at revocation" => bearer("oauth2/revoke").await,
            "introspection" => {
                let answer = application.call("oauth2/introspect", &[("token", token)]).send().await.expect(200);
                return answer.json()["active"] == true;
            }
            "the subject of an exchange" => {
                let fields = [
                    ("grant_type", EXCHANGE),
                    ("subject_token", token),
                    ("subject_token_type", ACCESS_TOKEN),
                    ("scope", "openid"),
                ];
                form(&fields).await
            }
            "a hint" | "a request object" => {
                let name = if consumer == "a hint" { "id_token_hint" } else { "request" };
                let mut browser = self.browser(&self.session.value);
                let outcome = browser.get(&self.request.clone().with(name, token).url()).await;
                let Outcome::Left(left) = outcome else { panic!("{consumer}: {outcome:?}") };
                return AuthorizationResponse::from(&left).get("code").is_some();
            }
            "a registration" => Call::new(Method::GET, self.registration.clone()).bearer(token).send().await,
            "a session" => {
                let silent = application.request().with("prompt", "none");
                let left = self.browser(token).get(&silent.url()).await.left();
                return AuthorizationResponse::from(&left).get("code").is_some();
            }
            "client authentication" => {
                let fields = [
                    ("grant_type", "client_credentials"),
                    ("client_id", self.signing.id.as_str()),
                    ("client_assertion_type", ASSERTION),
                    ("client_assertion", token),
                ];
                let url = format!("{}/oauth2/token", application.issuer);
                Call::new(Method::POST, url).form(&fields).send().await
            }
            "an assertion" => form(&[("grant_type", BEARER), ("assertion", token), ("scope", "openid")]).await,
            "a refresh" => application.refresh(token).await,
            "a code" => application.exchange(token, &self.request).await,
            "a device" => form(&[("grant_type", devices::GRANT), ("device_code", token)]).await,
            other => panic!("{other}"),
        };
        worked(&answer, consumer)
    }

    fn browser(&self, session: &str) -> UserAgent {
        let mut browser = agent(&self.tenant);
        browser.cookies.plant(Cookie { value: session.to_owned(), ..self.session.clone() });
        browser
    }
}

#[track_caller]
fn worked(answer: &Answer, consumer: &str) -> bool {
    assert!(matches!(answer.status, 200 | 400 | 401 | 403 | 404), "{consumer}: {}: {}", answer.status, answer.text());
    answer.status == 200
}

#[tokio::test]
async fn ghsa_7fpj_9hr8_28vh_everything_is_taken_where_it_belongs_and_nowhere_else() {
    with_users_on_both(async |tenant| {
        let world = World::new(tenant).await;
        let is_taken = |taken: &[&str], name: &str| taken.contains(&name);
        for (consumer, taken) in CONSUMERS {
            for (name, token) in world.made.iter().filter(|(name, _)| !is_taken(taken, name)) {
                assert!(!world.takes(consumer, token).await, "{consumer} takes {name}");
            }
        }
        // Nothing of it did any harm, so each is still good for what it is for.
        for (consumer, taken) in CONSUMERS {
            for (name, token) in world.made.iter().filter(|(name, _)| is_taken(taken, name)) {
                assert!(world.takes(consumer, token).await, "{consumer} does not take {name}");
            }
        }
    })
    .await;
}

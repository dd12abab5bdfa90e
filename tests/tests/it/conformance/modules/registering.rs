//! Clients that register themselves (OpenID Connect Dynamic Client Registration 1.0).

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{ClientAuthentication, ClientDetails, Jwks};
use authplane_tests::relying_party::Assertion;
use authplane_tests::{Answer, Call, Credentials, RelyingParty};
use http::Method;
use serde_json::{Map, Value, json};

use super::{Plan, Run, details_for};
use crate::it::conformance::provider::Provider;
use crate::it::oauth::jwt::Key;
use crate::it::things::fresh;

/// Registers a client as the clients of the plan are.
pub(super) async fn register(plan: &Plan, provider: &Provider, mut details: ClientDetails) -> RelyingParty {
    let mut assertion = None;
    if details.token_endpoint_auth_method == ClientAuthentication::PrivateKeyJwt && details.jwks_uri.is_none() {
        let key = Arc::new(Key::new("ES256"));
        let set = details.jwks.get_or_insert_with(|| Jwks { keys: Vec::new() });
        set.keys.extend(key.jwks("authentication").keys);
        assertion = Some(assertion_by(&key, "authentication", token_endpoint));
    }
    let client = if plan.dynamic {
        let answer = attempt(provider, &metadata_of(&details)).await;
        client_of(provider, &details, &check_registration(&answer))
    } else {
        RelyingParty::register(&provider.tenant, details).await
    };
    RelyingParty { assertion, ..client }
}

/// Sends a registration, whatever the answer may be.
pub(super) async fn attempt(provider: &Provider, metadata: &Value) -> Answer {
    let endpoint = provider.metadata().await["registration_endpoint"].as_str().expect("an endpoint").to_owned();
    Call::new(Method::POST, endpoint).json(metadata).send().await
}

/// The error that a registration of the plan, changed so, is refused with.
pub(super) async fn refusal(run: &Run, change: impl FnOnce(&mut ClientDetails)) -> String {
    let mut details = details_for(run.plan, run.response_type);
    details.token_endpoint_auth_method = ClientAuthentication::ClientSecretBasic;
    change(&mut details);
    let answer = attempt(&run.provider, &metadata_of(&details)).await.expect(400);
    assert_eq!((answer.header("content-type"), answer.header("cache-control")), ("application/json", "no-store"));
    let body = answer.json();
    let description = body["error_description"].as_str().unwrap_or_default();
    assert!(!description.contains(['\r', '\n', '\t']), "{description:?}");
    body["error"].as_str().unwrap_or_else(|| panic!("no error in {body}")).to_owned()
}

/// Section 3.2 there: what the answer to a registration must have.
#[track_caller]
fn check_registration(answer: &Answer) -> Value {
    let body = answer.clone().expect(201).json();
    assert_eq!((answer.header("content-type"), answer.header("cache-control")), ("application/json", "no-store"));
    for name in ["client_id", "registration_access_token", "registration_client_uri"] {
        assert!(body[name].as_str().is_some_and(|text| !text.is_empty()), "{name} in {body}");
    }
    assert!(body.get("client_secret").is_none() || body["client_secret_expires_at"].is_u64(), "{body}");
    body
}

/// Registers, and gives what was sent and what came back.
pub(super) async fn registered(run: &Run, change: impl FnOnce(&mut ClientDetails)) -> (RelyingParty, Value) {
    let mut details = details_for(run.plan, run.response_type);
    change(&mut details);
    let body = check_registration(&attempt(&run.provider, &metadata_of(&details)).await);
    (client_of(&run.provider, &details, &body), body)
}

fn client_of(provider: &Provider, details: &ClientDetails, registration: &Value) -> RelyingParty {
    let text = |name: &str| registration[name].as_str().unwrap_or_default().to_owned();
    assert_eq!(registration["redirect_uris"], json!(details.redirect_uris), "{registration}");
    assert_eq!(registration["token_endpoint_auth_method"], json!(details.token_endpoint_auth_method));
    let client = Credentials { id: text("client_id"), secret: text("client_secret"), server: DEFAULT.to_owned() };
    RelyingParty::of(&provider.tenant, client, details.token_endpoint_auth_method, details.redirect_uris[0].clone())
}

/// What a client with these details says of itself.
fn metadata_of(details: &ClientDetails) -> Value {
    let Ok(Value::Object(members)) = serde_json::to_value(details) else { panic!("{details:?} is no object") };
    let is_said = |value: &Value| ![json!(null), json!(""), json!([]), json!(false), json!(0)].contains(value);
    let said = members.into_iter().filter(|(_, value)| is_said(value)).map(|(name, value)| match name.as_str() {
        "name" => ("client_name".to_owned(), value),
        "scopes" => ("scope".to_owned(), json!(details.scopes.join(" "))),
        // Its words are those of one combination.
        "response_types" => (name, json!([details.response_types.as_ref().expect("they are there").join(" ")])),
        "token_endpoint_signing_alg" => ("token_endpoint_auth_signing_alg".to_owned(), value),
        _ => (name, value),
    });
    said.collect::<Map<_, _>>().into()
}

/// OpenID Connect Core §9: whom an assertion should be for.
pub(super) fn token_endpoint(client: &RelyingParty) -> String {
    format!("{}/oauth2/token", client.issuer)
}

/// Assertions by a key of this name, for the audience that `audience` names.
pub(super) fn assertion_by(key: &Arc<Key>, kid: &str, audience: fn(&RelyingParty) -> String) -> Assertion {
    let (key, header) = (Arc::clone(key), json!({"alg": "ES256", "kid": kid}));
    Arc::new(move |client| {
        let (id, now) = (&client.client.id, client.clock.now().timestamp());
        let claims = json!({
            "iss": id, "sub": id, "aud": audience(client), "iat": now, "exp": now + 60, "jti": fresh("assertion"),
        });
        key.sign(&header, &claims)
    })
}

//! Keys of clients and of the provider.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use authplane_domain::clients::client::ClientDetails;
use authplane_tests::RelyingParty;
use authplane_tests::landing::{Landing, Reply};
use serde_json::{Value, json};

use super::codes::{offline, refresh};
use super::registering::{assertion_by, token_endpoint};
use super::requests::by_reference;
use super::responses::oidcc_idtoken_signature;
use super::{Run, Verdict};
use crate::it::oauth::jwt::{self, Key};

const DAY: i64 = 24 * 3600;

/// A client that wants RS256 gets it.
pub(in crate::it::conformance) async fn oidcc_idtoken_rs256(run: &Run) -> Verdict {
    let change = |algorithm: &mut String| "RS256".clone_into(algorithm);
    let run = run.with_client(|details| change(&mut details.metadata.id_token_signed_response_alg)).await;
    oidcc_idtoken_signature(&run).await
}

/// Userinfo as a JWT (OpenID Connect Core §5.3.2).
pub(in crate::it::conformance) async fn oidcc_userinfo_rs256(run: &Run) -> Verdict {
    if !run.has_access_token() {
        return Verdict::NotApplicable;
    }
    let change = |algorithm: &mut String| "RS256".clone_into(algorithm);
    let run = run.with_client(|details| change(&mut details.metadata.userinfo_signed_response_alg)).await;
    let authorized = run.sign_in(&mut run.agent(), &run.request().with("scope", "openid email")).await;
    let answer = run.client.userinfo(authorized.access_token().unwrap()).await.expect(200);
    assert_eq!(answer.header("content-type"), "application/jwt");
    let token = answer.text();
    let (header, claims) = jwt::read(&token);
    assert_eq!(header["alg"], "RS256");
    assert!(jwt::verify(&run.provider.key_set().await, &token), "{header}");
    assert_eq!((&claims["iss"], &claims["aud"]), (&json!(run.client.issuer), &json!(run.client.client.id)));
    assert_eq!(claims["sub"], authorized.claims()["sub"]);
    assert_eq!(claims["email"], authplane_tests::users::context()["email"]);
    Verdict::Passed
}

/// A request object with a signature, by reference.
pub(in crate::it::conformance) async fn oidcc_request_uri_signed_rs256(run: &Run) -> Verdict {
    let key = Key::new("RS256");
    let register = |details: &mut ClientDetails| {
        details.jwks = Some(key.jwks("objects"));
        "RS256".clone_into(&mut details.metadata.request_object_signing_alg);
    };
    by_reference(run, register, |claims| {
        let mut claims = claims.clone();
        claims["iss"] = claims["client_id"].clone();
        key.sign(&json!({"alg": "RS256", "kid": "objects", "typ": "oauth-authz-req+jwt"}), &claims)
    })
    .await
}

/// The same without a signature, which the client announced.
pub(in crate::it::conformance) async fn oidcc_request_uri_unsigned(run: &Run) -> Verdict {
    let register = |details: &mut ClientDetails| {
        "none".clone_into(&mut details.metadata.request_object_signing_alg);
    };
    by_reference(run, register, super::unsigned).await
}

/// An assertion may be for the issuer instead of the token endpoint.
pub(in crate::it::conformance) async fn oidcc_ensure_client_assertion_with_iss_aud_succeeds(run: &Run) -> Verdict {
    if !run.has("code") {
        return Verdict::NotApplicable;
    }
    let publisher = Publisher::start().await;
    let run = publisher.client(run, |client| client.issuer.clone()).await;
    let _ = run.sign_in(&mut run.agent(), &run.request()).await;
    Verdict::Passed
}

/// A client that publishes its keys, one at a time.
struct Publisher {
    place: Landing,
    published: Arc<Mutex<Value>>,
    keys: [(Arc<Key>, &'static str); 2],
}

impl Publisher {
    async fn start() -> Self {
        let keys = [(Arc::new(Key::new("ES256")), "first"), (Arc::new(Key::new("ES256")), "second")];
        let published = Arc::new(Mutex::new(Value::Null));
        let shown = Arc::clone(&published);
        let place = Landing::answering(move |_| {
            let set = shown.lock().unwrap_or_else(PoisonError::into_inner).to_string();
            Reply::ok("application/jwk-set+json", set)
        })
        .await;
        let publisher = Self { place, published, keys };
        publisher.publish(0);
        publisher
    }

    fn publish(&self, index: usize) {
        let (key, kid) = &self.keys[index];
        *self.published.lock().unwrap_or_else(PoisonError::into_inner) = json!({"keys": [key.jwk(kid)]});
    }

    /// A client that authenticates with the first key.
    async fn client(&self, run: &Run, audience: fn(&RelyingParty) -> String) -> Run {
        let mut run = run.with_client(|details| details.jwks_uri = Some(self.place.url("/keys"))).await;
        run.client.assertion = Some(assertion_by(&self.keys[0].0, self.keys[0].1, audience));
        run
    }
}

/// Keys that lie where the client says.
pub(in crate::it::conformance) async fn oidcc_registration_jwks_uri(run: &Run) -> Verdict {
    let publisher = Publisher::start().await;
    let run = publisher.client(run, token_endpoint).await;
    let _ = run.sign_in(&mut run.agent(), &run.request()).await;
    if run.has("code") {
        assert_eq!(publisher.place.next("/keys").await.method, "GET");
    }
    Verdict::Passed
}

/// A client that changes its key is believed at once (OpenID Connect Core §10.1.1).
pub(in crate::it::conformance) async fn oidcc_refresh_token_rp_key_rotation(run: &Run) -> Verdict {
    if !run.has("code") {
        return Verdict::NotApplicable;
    }
    let publisher = Publisher::start().await;
    let mut run = publisher.client(run, token_endpoint).await;
    let tokens = run.sign_in(&mut run.agent(), &offline(&run)).await.tokens.expect("tokens");
    publisher.publish(1);
    let (key, kid) = &publisher.keys[1];
    let before = run.client.assertion.replace(assertion_by(key, kid, token_endpoint));
    let tokens = refresh(&run, &tokens).await;
    // Whoever has the former key has nothing any more.
    let former = RelyingParty { assertion: before, ..run.client.clone() };
    let refused = former.refresh(tokens.refresh_token()).await.expect(401).json();
    assert_eq!(refused["error"], "invalid_client");
    let _ = refresh(&run, &tokens).await;
    Verdict::Passed
}

fn kids(set: &Value) -> BTreeSet<String> {
    let keys = set["keys"].as_array().expect("keys");
    let kids: BTreeSet<String> = keys.iter().map(|key| key["kid"].as_str().expect("a kid").to_owned()).collect();
    assert_eq!(kids.len(), keys.len(), "RFC 7517 section 4.5: {set}");
    kids
}

/// The provider's next key is published before it signs, and the one before it stays (OpenID Connect Core section
/// 10.1.1).
pub(in crate::it::conformance) async fn oidcc_server_rotate_keys(run: &Run) -> Verdict {
    let run = run.with_clock().await;
    let kid = |token: &str| jwt::read(token).0["kid"].as_str().expect("a kid").to_owned();
    let first = run.sign_in(&mut run.agent(), &run.request()).await;
    let before = kids(&run.provider.key_set().await);
    assert!(before.contains(&kid(first.id_token())));
    // Three months, less the day for which the next key is known before.
    run.provider.wait(89 * DAY);
    let between = kids(&run.provider.key_set().await);
    assert!(between.is_superset(&before) && between.len() == before.len() + 1, "{before:?} {between:?}");
    run.provider.wait(DAY);
    let second = run.sign_in(&mut run.agent(), &run.request()).await;
    let set = run.provider.key_set().await;
    assert_eq!(kids(&set), between);
    assert!(between.contains(&kid(second.id_token())) && !before.contains(&kid(second.id_token())));
    assert!(jwt::verify(&set, first.id_token()) && jwt::verify(&set, second.id_token()));
    Verdict::Passed
}

//! A request object is as good as its signature, and says no more than it may.

use authplane_domain::clients::client::{ClientDetails, ClientMetadata};
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, application};
use authplane_tests::user_agent::Outcome;
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use serde_json::{Map, Value, json};

use super::{ADA, agent, code, with_users_on_both};
use crate::it::oauth::jwt::{self, Key};
use crate::it::things::fresh;

type Change = fn(&mut Value, i64);

/// What alone makes a request object one that isn't taken.
const WRONG: &[(&str, Change)] = &[
    ("another issuer", |claims, _| claims["iss"] = json!("somebody")),
    ("an issuer that is no text", |claims, _| claims["iss"] = json!(7)),
    ("another client", |claims, _| claims["client_id"] = json!("somebody")),
    ("another audience", |claims, _| claims["aud"] = json!("https://elsewhere.example")),
    ("an audience but for a slash", |claims, _| {
        claims["aud"] = json!(format!("{}/", claims["aud"].as_str().unwrap()));
    }),
    ("the token endpoint as audience", |claims, _| {
        claims["aud"] = json!(format!("{}/oauth2/token", claims["aud"].as_str().unwrap()));
    }),
    ("no audience in the list", |claims, _| claims["aud"] = json!([])),
    ("an audience that is no text", |claims, _| claims["aud"] = json!({"0": claims["aud"]})),
    ("expired", |claims, now| claims["exp"] = json!(now - 60)),
    ("an expiry that is no number", |claims, _| claims["exp"] = json!("tomorrow")),
    ("not yet valid", |claims, now| claims["nbf"] = json!(now + 60)),
    ("from the future", |claims, now| claims["iat"] = json!(now + 60)),
    ("a subject, as an assertion of the client's has", |claims, _| claims["sub"] = claims["iss"].clone()),
    ("an object in it", |claims, _| claims["request"] = json!("x")),
    ("a reference in it", |claims, _| claims["request_uri"] = json!("https://app.example/request")),
    ("another response type", |claims, _| claims["response_type"] = json!("token")),
];

struct Signer {
    client: RelyingParty,
    key: Key,
}

impl Signer {
    /// An application that is registered to sign its request objects.
    async fn new(tenant: &Tenant, algorithm: &str) -> Self {
        let key = Key::new("ES256");
        let details = ClientDetails {
            trusted: true,
            jwks: Some(key.jwks("1")),
            metadata: ClientMetadata { request_object_signing_alg: algorithm.to_owned(), ..ClientMetadata::default() },
            ..application(&["openid"])
        };
        Self { client: RelyingParty::register(tenant, details).await, key }
    }

    /// What an object says that is right, with all that the request says.
    fn claims(&self, request: &AuthorizationRequest) -> Value {
        let now = self.client.clock.now().timestamp();
        let mut claims: Map<_, _> =
            request.parameters().into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
        claims.insert("iss".to_owned(), json!(self.client.client.id));
        claims.insert("aud".to_owned(), json!(self.client.issuer));
        claims.insert("exp".to_owned(), json!(now + 60));
        claims.insert("iat".to_owned(), json!(now));
        claims.insert("jti".to_owned(), json!(fresh("jti")));
        claims.into()
    }

    fn sign(&self, claims: &Value) -> String {
        self.key.sign(&json!({"alg": "ES256", "kid": "1", "typ": "oauth-authz-req+jwt"}), claims)
    }

    /// Is a request with this object refused, as such, in the answer to the application?
    async fn refuses(&self, agent: &mut UserAgent, request: &AuthorizationRequest, object: &str, what: &str) {
        let outcome = agent.get(&request.clone().with("request", object).url()).await;
        let Outcome::Left(left) = outcome else { panic!("{what}: {outcome:?}") };
        let response = AuthorizationResponse::from(&left);
        assert_eq!(response.error(&self.client, request).0, "invalid_request_object", "{what}");
    }
}

/// A JWE (RFC 7516) as far as anybody can tell who doesn't have its key, with this in the place of the ciphertext.
fn encrypted(header: &Value, content: &str) -> String {
    let parts = [&header.to_string(), "the encrypted key", "initialization", content, "the tag"];
    parts.map(jwt::encode).join(".")
}

#[tokio::test]
async fn cve_2026_9793_encryption_does_not_stand_for_a_signature() {
    with_users_on_both(async |tenant| {
        for algorithm in ["ES256", "any", ""] {
            let signer = Signer::new(&tenant, algorithm).await;
            let mut agent = agent(&tenant);
            let request = signer.client.request();
            let claims = signer.claims(&request);
            let plain = claims.to_string();
            let unsigned = jwt::compact(&json!({"alg": "none"}), &claims, |_| Vec::new());
            let signed = signer.sign(&claims);
            for alg in ["dir", "RSA-OAEP", "RSA1_5", "ECDH-ES", "PBES2-HS256+A128KW", "A128KW", "none"] {
                for content in [&plain, &unsigned, &signed] {
                    for header in [
                        json!({"alg": alg, "enc": "A128GCM"}),
                        json!({"alg": alg, "enc": "A128CBC-HS256", "cty": "JWT", "zip": "DEF"}),
                        json!({"alg": alg, "enc": "none", "p2c": 2_000_000_000, "p2s": "c2FsdA"}),
                    ] {
                        signer.refuses(&mut agent, &request, &encrypted(&header, content), alg).await;
                    }
                }
            }
            // Serialized otherwise, or with other numbers of parts.
            let parts: Vec<&str> = signed.split('.').collect();
            let json = json!({"protected": parts[0], "payload": parts[1], "signature": parts[2]}).to_string();
            for object in [plain.as_str(), &json, &format!("{signed}."), &format!("{signed}.."), parts[1], ".", "...."]
            {
                signer.refuses(&mut agent, &request, object, object).await;
            }
            let left = agent.sign_in(&request.clone().with("request", &signed).url(), ADA.0, ADA.1).await;
            let _ = AuthorizationResponse::from(&left).code(&signer.client, &request);
        }
    })
    .await;
}

#[tokio::test]
async fn cve_2026_55669_each_wrong_claim_of_a_request_object_alone_refuses_it() {
    with_users_on_both(async |tenant| {
        let signer = Signer::new(&tenant, "ES256").await;
        let mut agent = agent(&tenant);
        let request = signer.client.request();
        let now = signer.client.clock.now().timestamp();
        for (what, change) in WRONG {
            let mut claims = signer.claims(&request);
            change(&mut claims, now);
            signer.refuses(&mut agent, &request, &signer.sign(&claims), what).await;
        }
        let claims = signer.claims(&request);
        let sign = |header: Value| signer.key.sign(&header, &claims);
        let none = jwt::compact(&json!({"alg": "none"}), &claims, |_| Vec::new());
        let other = Key::new("ES256");
        for (what, object) in [
            ("unsigned", none),
            ("signed and called unsigned", sign(json!({"alg": "none", "kid": "1"}))),
            ("another key", other.sign(&json!({"alg": "ES256", "kid": "1"}), &claims)),
            ("a key that comes along", other.sign(&json!({"alg": "ES256", "jwk": other.jwk("1")}), &claims)),
            ("an unknown key", sign(json!({"alg": "ES256", "kid": "2"}))),
            ("another algorithm", sign(json!({"alg": "RS256", "kid": "1"}))),
            ("an access token's type", sign(json!({"alg": "ES256", "kid": "1", "typ": "at+jwt"}))),
            ("a logout token's type", sign(json!({"alg": "ES256", "kid": "1", "typ": "logout+jwt"}))),
            ("a critical extension", sign(json!({"alg": "ES256", "kid": "1", "crit": ["exp"]}))),
            ("compressed", sign(json!({"alg": "ES256", "kid": "1", "zip": "DEF"}))),
        ] {
            signer.refuses(&mut agent, &request, &object, what).await;
        }
        let outer = request.clone().with("request", &signer.sign(&claims));
        let _ = code(&signer.client, &mut agent, &outer).await;
    })
    .await;
}

/// What a request object leaves open, the parameters beside it may say; what it says, they may not change.
#[tokio::test]
async fn cve_2026_9793_parameters_beside_a_signed_object_do_not_change_it() {
    with_users_on_both(async |tenant| {
        let signer = Signer::new(&tenant, "ES256").await;
        let request = signer.client.request();
        let object = signer.sign(&signer.claims(&request));
        let outer = request
            .clone()
            .with("request", &object)
            .with("scope", "openid offline_access introspect_tokens")
            .with("redirect_uri", "https://evil.example/")
            .with("code_challenge", &"A".repeat(43))
            .with("nonce", "another")
            .with("state", "another");
        let left = agent(&tenant).sign_in(&outer.url(), ADA.0, ADA.1).await;
        let tokens = signer.client.tokens(&left, &request).await;
        assert_eq!(tokens.body["scope"], "openid");
        let _ = signer.client.verify_id_token(tokens.id_token(), Some(&request.nonce), None, None).await;
    })
    .await;
}

/// A secret that is over proves nothing, wherever it is shown.
#[tokio::test]
async fn a_secret_that_has_expired_signs_no_request_object() {
    with_users_on_both(async |tenant| {
        let now = tenant.server.context().now().timestamp();
        for (expires_at, is_taken) in [(0, true), (now + 1000, true), (now - 1, false)] {
            let metadata = ClientMetadata { request_object_signing_alg: "any".to_owned(), ..ClientMetadata::default() };
            let details = ClientDetails {
                trusted: true,
                client_secret_expires_at: expires_at,
                metadata,
                ..application(&["openid"])
            };
            let signer = Signer { client: RelyingParty::register(&tenant, details).await, key: Key::new("ES256") };
            let request = signer.client.request();
            let secret =
                aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, signer.client.client.secret.as_bytes());
            let object = jwt::compact(&json!({"alg": "HS256"}), &signer.claims(&request), |input| {
                aws_lc_rs::hmac::sign(&secret, input).as_ref().to_vec()
            });
            let mut agent = agent(&tenant);
            if is_taken {
                let left = agent.sign_in(&request.clone().with("request", &object).url(), ADA.0, ADA.1).await;
                assert!(AuthorizationResponse::from(&left).get("code").is_some(), "{}", left.to);
            } else {
                signer.refuses(&mut agent, &request, &object, "expired").await;
            }
        }
    })
    .await;
}

/// What can't be read isn't what was never asked for: the tokens would be for more than was meant.
#[tokio::test]
async fn a_resource_of_a_request_object_that_is_no_text_is_refused() {
    with_users_on_both(async |tenant| {
        let signer = Signer::new(&tenant, "ES256").await;
        let request = signer.client.request();
        for resource in
            [json!(7), json!({"0": "https://a.example"}), json!(["https://a.example", 7]), json!([null]), json!(true)]
        {
            let mut claims = signer.claims(&request);
            claims["resource"] = resource.clone();
            let outcome = agent(&tenant).get(&request.clone().with("request", &signer.sign(&claims)).url()).await;
            let Outcome::Left(left) = outcome else { panic!("{resource}: {outcome:?}") };
            assert_eq!(
                AuthorizationResponse::from(&left).error(&signer.client, &request).0,
                "invalid_target",
                "{resource}"
            );
        }
    })
    .await;
}

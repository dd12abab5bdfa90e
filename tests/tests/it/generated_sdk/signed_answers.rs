//! Userinfo as JSON and as a signed JWT: the SDK gives the same.

use authplane_client::{Client, Error};
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::http::configure;
use authplane_tests::relying_party::application;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::{Said, speaking};
use crate::it::oauth::jwt;
use crate::it::openid::with_users_on_both;

/// A user's access token for an application that is registered with this `userinfo_signed_response_alg`, and the
/// application.
async fn signed_in(tenant: &Tenant, algorithm: &str) -> (RelyingParty, String) {
    let mut details = application(&["openid", "email"]);
    algorithm.clone_into(&mut details.metadata.userinfo_signed_response_alg);
    let application = RelyingParty::register(tenant, details).await;
    let request = application.request().with("scope", "openid email");
    let tokens = application.sign_in(&mut UserAgent::new(tenant.server.url()), &request, (USER, PASSWORD)).await;
    (application, tokens.access_token)
}

async fn with_token(url: &str, token: &str) -> Client {
    Client::builder(url).configure_http_client(configure).access_token(token).build().await.unwrap()
}

#[tokio::test]
async fn the_sdk_reads_userinfo_whether_it_is_signed_or_not() {
    with_users_on_both(async |tenant| {
        let set = jwt::key_set(&tenant, DEFAULT).await;
        let algorithm = set["keys"][0]["alg"].as_str().unwrap();
        for registered in ["", algorithm] {
            let (application, token) = signed_in(&tenant, registered).await;
            let client = with_token(tenant.server.url(), &token).await;
            let by_get = client.userinfo().tid(&tenant.id).aid(DEFAULT).send().await.unwrap();
            let by_post = client.userinfo_by_post().tid(&tenant.id).aid(DEFAULT).send().await.unwrap().into_inner();
            let media_type = by_get.headers()["content-type"].to_str().unwrap().to_owned();
            assert_eq!(media_type, if registered.is_empty() { "application/json" } else { "application/jwt" });
            for told in [by_get.into_inner(), by_post] {
                assert!(!told.sub.is_empty());
                assert_eq!(told.email.as_deref(), Some("ada@people.example"), "{media_type}");
                let aud = if registered.is_empty() { Value::Null } else { json!(application.client.id) };
                assert_eq!(told.extra.get("aud").unwrap_or(&Value::Null), &aud);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_the_authorization_server_did_not_sign_is_none() {
    with_users_on_both(async |tenant| {
        let own = jwt::key_set(&tenant, DEFAULT).await;
        let algorithm = own["keys"][0]["alg"].as_str().unwrap();
        let (_, token) = signed_in(&tenant, algorithm).await;
        let path = format!("/{{tid}}/{DEFAULT}/userinfo");
        let signed = tenant.get(&path).bearer(&token).send().await.expect(200).text();
        let other = jwt::key_set(&Tenant::new(&tenant.server).await, DEFAULT).await;
        let issuer = tenant.server.issuer(&tenant.id, DEFAULT);
        let metadata = tenant.get(&format!("/{{tid}}/{DEFAULT}/.well-known/openid-configuration")).send().await;
        let metadata = metadata.expect(200).json();
        assert_eq!(metadata["issuer"], issuer);

        let [header, payload, signature] = signed.split('.').collect::<Vec<_>>()[..] else { panic!("{signed}") };
        let encoded = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let mut claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).unwrap()).unwrap();
        claims["email"] = json!("eve@people.example");
        let forged = format!("{header}.{}.{signature}", encoded(&claims));
        let unsigned = format!("{}.{}.", encoded(&json!({"alg": "none"})), encoded(&claims));
        // By a key that is among the server's then.
        let key = jwt::Key::new("ES256");
        let its = json!({"keys": [key.jwk("k")]});
        let but = |member: &str, value: &str| {
            let mut its = its.clone();
            its["keys"][0][member] = json!(value);
            its
        };
        let by = |header: &Value, member: &str, value: Value| {
            let mut claims = claims.clone();
            claims[member] = value;
            key.sign(header, &claims)
        };
        let plain = json!({"alg": "ES256", "kid": "k"});
        let typed = |typ: &str| json!({"alg": "ES256", "kid": "k", "typ": typ});
        let audience = claims["aud"].clone();
        let understood = json!({"alg": "ES256", "kid": "k", "crit": ["x"], "x": 1});
        let critical = format!("{}.{payload}.{signature}", encoded(&json!({"alg": algorithm, "crit": ["x"]})));
        for (what, issuer, keys, answer, is_read) in [
            ("as it is", &issuer, &own, &signed, true),
            ("changed", &issuer, &own, &forged, false),
            ("not signed", &issuer, &own, &unsigned, false),
            ("with what must be understood", &issuer, &own, &critical, false),
            (
                "with what must be understood, by its key",
                &issuer,
                &its,
                &by(&understood, "aud", audience.clone()),
                false,
            ),
            ("by another's key", &issuer, &other, &signed, false),
            ("of another issuer", &format!("{issuer}x"), &own, &signed, false),
            ("no JWT", &issuer, &own, &"e30".to_owned(), false),
            ("without a type", &issuer, &its, &by(&plain, "aud", audience.clone()), true),
            ("of its type", &issuer, &its, &by(&typed("jwt"), "aud", audience.clone()), true),
            ("without a key's name", &issuer, &its, &by(&json!({"alg": "ES256"}), "aud", audience.clone()), true),
            ("under another name", &issuer, &but("kid", "j"), &by(&plain, "aud", audience.clone()), false),
            ("by a key for something else", &issuer, &but("use", "enc"), &by(&plain, "aud", audience.clone()), false),
            (
                "by a key of another algorithm",
                &issuer,
                &but("alg", "ES384"),
                &by(&plain, "aud", audience.clone()),
                false,
            ),
            ("an access token", &issuer, &its, &by(&typed("at+jwt"), "aud", audience), false),
            ("for several", &issuer, &its, &by(&plain, "aud", json!(["a", "b"])), true),
            ("for nobody", &issuer, &its, &by(&plain, "aud", Value::Null), false),
            ("for an empty name", &issuer, &its, &by(&plain, "aud", json!("")), false),
            ("for an empty list", &issuer, &its, &by(&plain, "aud", json!([])), false),
            ("for numbers", &issuer, &its, &by(&plain, "aud", json!([1])), false),
        ] {
            let (mut metadata, keys, answer) = (metadata.clone(), keys.clone(), answer.clone());
            metadata["issuer"] = json!(issuer);
            let url = speaking(move |path, _| match path.rsplit('/').next() {
                Some("jwks.json") => Said::json(&keys),
                Some("openid-configuration") => Said::json(&metadata),
                _ => Said { headers: "content-type: application/jwt\r\n".to_owned(), body: answer.clone() },
            })
            .await;
            let client = with_token(&url, "any").await;
            let told = client.userinfo().tid(&tenant.id).aid(DEFAULT).send().await;
            match told {
                Ok(told) => assert!(is_read, "{what}: {:?}", told.into_inner()),
                Err(error) => {
                    assert!(!is_read && matches!(error, Error::Unreadable(_)), "{what}: {error}");
                    assert!(!format!("{error} {error:?}").contains(payload), "{what}");
                }
            }
        }
    })
    .await;
}

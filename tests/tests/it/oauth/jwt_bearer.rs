//! Assertions as grants (RFC 7523 §2.1): what a client may say, of whom, and how often.

use std::sync::atomic::{AtomicU32, Ordering};

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT};
use authplane_domain::catalogue::scope;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::ClientDetails;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::relying_party::claims_of;
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, static_method};
use authplane_tests::{Answer, Credentials, Database, Tenant, TestServer};
use futures::future::join_all;
use http::Method;
use serde_json::{Value, json};

use super::{
    TOKEN, access_token, api, change_server, jwt, machine_with, now, offer_all_grants, post, refused, register,
};
use crate::it::things;

const GRANT: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const SCOPES: [&str; 4] = ["openid", "email", "offline_access", "orders:read"];

/// A client with a key of its own.
struct App {
    key: jwt::Key,
    credentials: Credentials,
    issuer: String,
}

impl App {
    async fn new(tenant: &Tenant, trusted: bool) -> Self {
        Self::with(tenant, |details| details.trusted = trusted).await
    }

    async fn with(tenant: &Tenant, change: impl FnOnce(&mut ClientDetails)) -> Self {
        let key = jwt::Key::new("EdDSA");
        let jwks = Some(key.jwks("1"));
        let mut details = ClientDetails { jwks, grant_types: Some(vec![GRANT.to_owned()]), ..machine_with(&SCOPES) };
        change(&mut details);
        let credentials = register(tenant, DEFAULT, details).await;
        Self { key, credentials, issuer: tenant.server.issuer(&tenant.id, DEFAULT) }
    }

    /// Claims of an assertion about somebody.
    fn claims(&self, tenant: &Tenant, sub: &str) -> Value {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let jti = format!("a-{}", COUNT.fetch_add(1, Ordering::Relaxed));
        json!({"iss": self.credentials.id, "sub": sub, "aud": self.issuer, "exp": now(tenant) + 60, "jti": jti})
    }

    fn sign(&self, claims: &Value) -> String {
        self.key.sign(&json!({"alg": "EdDSA", "kid": "1"}), claims)
    }

    fn about(&self, tenant: &Tenant, sub: &str) -> String {
        self.sign(&self.claims(tenant, sub))
    }

    /// Asks with an assertion, whatever the answer may be.
    async fn ask(&self, tenant: &Tenant, assertion: &str, more: &[(&str, &str)]) -> Answer {
        let mut fields = vec![("grant_type", GRANT), ("assertion", assertion)];
        fields.extend(more);
        let Credentials { id, secret, .. } = &self.credentials;
        post(tenant, DEFAULT, TOKEN).basic(id, secret).form(&fields).send().await
    }
}

async fn with_users_on_both(case: impl AsyncFn(Tenant)) {
    for database in Database::tested() {
        println!("on {database:?}");
        let tenant = Tenant::with_users(&TestServer::shared(database).await).await;
        offer_all_grants(&tenant).await;
        api(&tenant, "https://orders.example", None, &["orders:read"]).await;
        case(tenant).await;
    }
}

#[tokio::test]
async fn about_itself_a_client_gets_its_own_token() {
    with_users_on_both(async |tenant| {
        let app = App::new(&tenant, false).await;
        let more = [("scope", "orders:read"), ("resource", "https://orders.example")];
        let answer = app.ask(&tenant, &app.about(&tenant, &app.credentials.id), &more).await.expect(200);
        assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));
        let body = answer.json();
        for name in ["refresh_token", "id_token", "issued_token_type"] {
            assert!(body.get(name).is_none(), "{body}");
        }
        let claims = claims_of(&access_token(answer));
        assert_eq!((&claims["sub"], &claims["client_id"]), (&json!(app.credentials.id), &json!(app.credentials.id)));
        assert_eq!((&claims["scope"], &claims["aud"]), (&json!("orders:read"), &json!("https://orders.example")));
        for name in ["gid", "auth_time", "amr", "act"] {
            assert!(claims.get(name).is_none(), "{claims}");
        }
        // A client's own token has no scopes about users.
        let bare = claims_of(&access_token(app.ask(&tenant, &app.about(&tenant, &app.credentials.id), &[]).await));
        assert!(bare.get("scope").is_none(), "{bare}");
    })
    .await;
}

#[tokio::test]
async fn about_a_user_only_a_trusted_client_may_speak_and_says_nothing_of_how_they_signed_in() {
    with_users_on_both(async |tenant| {
        let trusted = App::new(&tenant, true).await;
        let answer =
            trusted.ask(&tenant, &trusted.about(&tenant, USER), &[("scope", "openid email")]).await.expect(200);
        assert!(answer.json().get("refresh_token").is_none(), "{}", answer.text());
        let token = access_token(answer);
        let claims = claims_of(&token);
        assert_eq!((&claims["sub"], &claims["client_id"]), (&json!(USER), &json!(trusted.credentials.id)));
        assert!(claims.get("amr").is_none() && claims.get("acr").is_none(), "{claims}");
        let userinfo = tenant.server.call(Method::GET, &format!("/{}/default/userinfo", tenant.id)).bearer(&token);
        let userinfo = userinfo.send().await.expect(200).json();
        assert_eq!(userinfo, json!({"sub": USER, "email": "ada@people.example", "email_verified": true}));

        let untrusted = App::new(&tenant, false).await;
        for (app, sub, more) in [
            (&untrusted, USER, &[][..]),
            (&untrusted, "nobody", &[]),
            (&untrusted, trusted.credentials.id.as_str(), &[]),
            (&trusted, "nobody", &[]),
            (&trusted, "", &[]),
            (&trusted, "USER", &[]),
            (&trusted, "user ", &[]),
            (&trusted, untrusted.credentials.id.as_str(), &[]),
            // Nobody is spoken for so long.
            (&trusted, USER, &[("scope", "openid offline_access")]),
        ] {
            refused(app.ask(&tenant, &app.about(&tenant, sub), more).await, 400, "invalid_grant");
        }
        refused(trusted.ask(&tenant, &trusted.about(&tenant, USER), &[("scope", "phone")]).await, 400, "invalid_scope");

        // The token lives as long as the user.
        tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[(OTHER_USER, PASSWORD, json!({}))])]).await;
        assert!(!super::is_active(&tenant, &trusted.credentials, &token).await);
        refused(trusted.ask(&tenant, &trusted.about(&tenant, USER), &[]).await, 400, "invalid_grant");
        let mut disabled = static_method(METHOD, &[(USER, PASSWORD, json!({}))]);
        disabled.method.disabled = true;
        tenant.set_methods(DEFAULT, vec![disabled]).await;
        refused(trusted.ask(&tenant, &trusted.about(&tenant, USER), &[]).await, 400, "invalid_grant");
    })
    .await;
}

#[tokio::test]
async fn assertion_51_each_wrong_claim_alone_is_refused() {
    with_users_on_both(async |tenant| {
        let app = App::new(&tenant, true).await;
        let other = App::new(&tenant, true).await;
        let (id, now) = (app.credentials.id.clone(), now(&tenant));
        for change in [
            json!({"iss": other.credentials.id}),
            json!({"iss": null}),
            json!({"iss": app.issuer}),
            json!({"sub": null}),
            json!({"sub": 7}),
            json!({"aud": null}),
            json!({"aud": []}),
            json!({"aud": "https://elsewhere.example"}),
            json!({"aud": tenant.server.issuer(&tenant.id, ADMIN)}),
            json!({"aud": format!("{}/", app.issuer)}),
            json!({"aud": format!("{}/oauth2/authorize", app.issuer)}),
            json!({"aud": format!("{}/oauth2/token/", app.issuer)}),
            json!({"exp": null}),
            json!({"exp": now - 120}),
            json!({"exp": 0}),
            json!({"exp": now + 48 * 3600}),
            json!({"exp": i64::MAX}),
            json!({"exp": "tomorrow"}),
            json!({"nbf": now + 120}),
            json!({"iat": now + 120}),
            json!({"jti": null}),
            json!({"jti": ""}),
            json!({"jti": 7}),
        ] {
            let mut claims = app.claims(&tenant, &id);
            for (name, value) in change.as_object().unwrap() {
                claims[name] = value.clone();
            }
            let answer = app.ask(&tenant, &app.sign(&claims), &[]).await;
            assert_eq!(answer.json()["error"], "invalid_grant", "{change}");
            refused(answer, 400, "invalid_grant");
        }
        for aud in [json!(format!("{}/oauth2/token", app.issuer)), json!(["https://x.example", app.issuer])] {
            let mut claims = app.claims(&tenant, &id);
            claims["aud"] = aud;
            access_token(app.ask(&tenant, &app.sign(&claims), &[]).await);
        }
        refused(app.ask(&tenant, "", &[]).await, 400, "invalid_request");
        refused(app.ask(&tenant, &app.about(&tenant, &id), &[("assertion", "x")]).await, 400, "invalid_request");
    })
    .await;
}

#[tokio::test]
async fn assertion_51_and_58_the_signature_is_the_clients_own_and_the_type_is_an_assertions() {
    with_users_on_both(async |tenant| {
        let app = App::new(&tenant, true).await;
        let other = App::new(&tenant, true).await;
        let id = app.credentials.id.clone();
        let claims = || app.claims(&tenant, &id);
        let with = |header: Value| app.key.sign(&header, &claims());
        access_token(app.ask(&tenant, &with(json!({"alg": "EdDSA", "typ": "JWT"})), &[]).await);
        access_token(app.ask(&tenant, &with(json!({"alg": "EdDSA"})), &[]).await);
        let hmac = |key: &[u8]| {
            jwt::compact(&json!({"alg": "HS256"}), &claims(), |input| {
                let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, key);
                aws_lc_rs::hmac::sign(&key, input).as_ref().to_vec()
            })
        };
        let (of_server, kid) = jwt::stolen_key(&tenant, DEFAULT).await;
        for (assertion, why) in [
            (other.key.sign(&json!({"alg": "EdDSA", "kid": "1"}), &claims()), "another client's key"),
            (of_server.sign(&json!({"alg": "ES256", "kid": kid}), &claims()), "the server's own key"),
            (jwt::compact(&json!({"alg": "none"}), &claims(), |_| Vec::new()), "no signature"),
            (hmac(app.key.jwk("1").to_string().as_bytes()), "the public key as a secret"),
            (hmac(app.credentials.secret.as_bytes()), "the secret"),
            (with(json!({"alg": "ES256", "kid": "1"})), "another algorithm's name"),
            (with(json!({"alg": "EdDSA", "kid": "2"})), "an unknown key"),
            (with(json!({"alg": "EdDSA", "typ": "at+jwt"})), "an access token"),
            (with(json!({"alg": "EdDSA", "typ": "client-authentication+jwt"})), "an authentication"),
            (with(json!({"alg": "EdDSA", "typ": "oauth-authz-req+jwt"})), "a request object"),
            (with(json!({"alg": "EdDSA", "crit": ["x"], "x": 1})), "an extension that must be understood"),
            ("garbage".to_owned(), "garbage"),
        ] {
            let answer = app.ask(&tenant, &assertion, &[]).await;
            assert_eq!(answer.json()["error"], "invalid_grant", "{why}");
        }
        // Tokens of this very server say a lot, but nothing that counts here.
        let token = access_token(app.ask(&tenant, &app.about(&tenant, &id), &[]).await);
        refused(app.ask(&tenant, &token, &[]).await, 400, "invalid_grant");
        // One that is registered for one algorithm uses no other.
        let picky = App::with(&tenant, |details| details.token_endpoint_signing_alg = Some("ES256".to_owned())).await;
        let about = picky.about(&tenant, &picky.credentials.id);
        refused(picky.ask(&tenant, &about, &[]).await, 400, "invalid_grant");
    })
    .await;
}

#[tokio::test]
async fn assertion_51_an_assertion_works_once_however_many_try_at_once() {
    with_users_on_both(async |tenant| {
        let app = App::new(&tenant, true).await;
        for sub in [app.credentials.id.as_str(), USER] {
            let assertion = app.about(&tenant, sub);
            // What is refused for another reason isn't used up.
            refused(app.ask(&tenant, &assertion, &[("scope", "nobody:knows")]).await, 400, "invalid_scope");
            let answers = join_all((0..10).map(|_| app.ask(&tenant, &assertion, &[]))).await;
            let won = answers.iter().filter(|answer| answer.status == 200).count();
            assert_eq!(won, 1, "{:?}", answers.iter().map(|answer| answer.status).collect::<Vec<_>>());
            for lost in answers.into_iter().filter(|answer| answer.status != 200) {
                refused(lost, 400, "invalid_grant");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn only_where_it_is_offered_to_clients_that_are_registered_for_it() {
    with_users_on_both(async |tenant| {
        let app = App::new(&tenant, true).await;
        let without = App::with(&tenant, |details| {
            details.grant_types = Some(vec!["client_credentials".to_owned()]);
        })
        .await;
        let about = without.about(&tenant, &without.credentials.id);
        refused(without.ask(&tenant, &about, &[]).await, 400, "unauthorized_client");
        let about = app.about(&tenant, &app.credentials.id);
        let wrong = post(&tenant, DEFAULT, TOKEN).basic(&app.credentials.id, "wrong");
        refused(wrong.form(&[("grant_type", GRANT), ("assertion", &about)]).send().await, 401, "invalid_client");
        change_server(&tenant, |_| ()).await;
        refused(app.ask(&tenant, &about, &[]).await, 400, "unsupported_grant_type");
    })
    .await;
}

#[tokio::test]
async fn ghsa_7qjx_gp9h_65qj_policies_count_for_users_who_are_spoken_for() {
    with_users_on_both(async |tenant| {
        let app = App::new(&tenant, true).await;
        let admins = json!([{"name": "identity-context", "conf": {"fields": [{"field": "groups", "comparator": "contains", "value": "admins"}]}}]);
        let policy = things::policy(&tenant, &admins).await;
        let tid = tenant.id.clone();
        let user_policy_id = Some(Some(policy.clone()));
        let guard = async move |store: authplane_domain::Store| {
            let id = scope::of_server_by_name(&store, ServerKey { tenant: &tid, id: DEFAULT }, &["orders:read"]).await?["orders:read"][0].id.clone();
            let changes = scope::ScopeChanges { user_policy_id, ..scope::ScopeChanges::default() };
            scope::change(&Acting::new(&store, &tid, Actor::system()), &id, changes).await
        };
        tenant.server.with_store(move |store| async move { guard(store).await }).await.unwrap();
        let more = [("scope", "orders:read"), ("resource", "https://orders.example")];
        access_token(app.ask(&tenant, &app.about(&tenant, USER), &more).await);
        refused(app.ask(&tenant, &app.about(&tenant, OTHER_USER), &more).await, 400, "invalid_grant");
        access_token(app.ask(&tenant, &app.about(&tenant, OTHER_USER), &[]).await);
        change_server(&tenant, |details| {
            details.grant_types.push(GRANT.to_owned());
            details.user_policy_id = Some(policy);
        })
        .await;
        access_token(app.ask(&tenant, &app.about(&tenant, USER), &[]).await);
        refused(app.ask(&tenant, &app.about(&tenant, OTHER_USER), &[]).await, 400, "invalid_grant");
        // About itself it is no user.
        access_token(app.ask(&tenant, &app.about(&tenant, &app.credentials.id), &[]).await);
    })
    .await;
}

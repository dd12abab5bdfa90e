//! `private_key_jwt` and `client_secret_jwt` (RFC 7523, OpenID Connect Core §9).

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT};
use authplane_domain::clients::client::{ClientAuthentication, ClientDetails};
use authplane_tests::{Answer, Credentials, Database, Settings, Tenant, TestServer, on_both};
use sea_orm::{ConnectionTrait as _, DatabaseBackend, Statement, TransactionTrait as _};
use serde_json::{Value, json};

use super::jwt::{self, Key};
use super::{INTROSPECT, TOKEN, access_token, change_server, machine, post, refused, register};
use crate::it::things::fresh;

const KIND: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A client with a key, at the default server.
pub(super) struct App {
    pub(super) credentials: Credentials,
    key: Key,
    algorithm: &'static str,
}

impl App {
    pub(super) async fn new(tenant: &Tenant, algorithm: &'static str) -> Self {
        Self::with(tenant, algorithm, ClientDetails::default()).await
    }

    async fn with(tenant: &Tenant, algorithm: &'static str, details: ClientDetails) -> Self {
        let key = Key::new(algorithm);
        let details = ClientDetails {
            token_endpoint_auth_method: ClientAuthentication::PrivateKeyJwt,
            grant_types: machine().grant_types,
            jwks: Some(key.jwks("1")),
            ..details
        };
        Self { credentials: register(tenant, DEFAULT, details).await, key, algorithm }
    }

    fn header(&self) -> Value {
        json!({"alg": self.algorithm, "kid": "1", "typ": "JWT"})
    }

    fn claims(&self, tenant: &Tenant) -> Value {
        let now = super::now(tenant);
        let (id, aud) = (&self.credentials.id, tenant.server.issuer(&tenant.id, DEFAULT));
        json!({"iss": id, "sub": id, "aud": aud, "exp": now + 60, "iat": now, "jti": fresh("jti")})
    }

    pub(super) fn assertion(&self, tenant: &Tenant) -> String {
        self.key.sign(&self.header(), &self.claims(tenant))
    }

    fn changed(&self, tenant: &Tenant, change: &Value) -> String {
        let mut claims = self.claims(tenant);
        for (name, value) in change.as_object().unwrap() {
            if value.is_null() {
                claims.as_object_mut().unwrap().remove(name);
            } else {
                claims[name] = value.clone();
            }
        }
        self.key.sign(&self.header(), &claims)
    }
}

pub(super) async fn ask(tenant: &Tenant, assertion: &str) -> Answer {
    let form = [("grant_type", "client_credentials"), ("client_assertion_type", KIND), ("client_assertion", assertion)];
    post(tenant, DEFAULT, TOKEN).form(&form).send().await
}

#[tokio::test]
async fn a_signed_assertion_authenticates_with_every_algorithm_that_discovery_names() {
    on_both(async |tenant| {
        for algorithm in ["ES256", "RS256", "EdDSA", "PS256"] {
            let app = App::new(&tenant, algorithm).await;
            let token = access_token(ask(&tenant, &app.assertion(&tenant)).await);
            assert_eq!(jwt::read(&token).1["sub"], app.credentials.id.as_str());
            // The client's id beside it is fine, if it is the same.
            let assertion = app.assertion(&tenant);
            let mut form = vec![
                ("grant_type", "client_credentials"),
                ("client_assertion_type", KIND),
                ("client_assertion", &assertion),
            ];
            form.push(("client_id", &app.credentials.id));
            access_token(post(&tenant, DEFAULT, TOKEN).form(&form).send().await);
            let without_kid = app.key.sign(&json!({"alg": algorithm}), &app.claims(&tenant));
            access_token(ask(&tenant, &without_kid).await);
        }
    })
    .await;
}

#[tokio::test]
async fn issuer_and_token_endpoint_are_audiences_alone_or_among_others() {
    on_both(async |tenant| {
        let app = App::new(&tenant, "EdDSA").await;
        let issuer = tenant.server.issuer(&tenant.id, DEFAULT);
        for aud in [
            json!(issuer),
            json!(format!("{issuer}/oauth2/token")),
            json!([issuer]),
            json!(["https://x.example", issuer]),
            json!(format!("{issuer}/oauth2/introspect")),
            json!(format!("{issuer}/oauth2/revoke")),
        ] {
            access_token(ask(&tenant, &app.changed(&tenant, &json!({"aud": aud}))).await);
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_51_under_oauth_2_1_the_issuer_alone_and_as_a_single_string_is_the_audience() {
    on_both(async |tenant| {
        change_server(&tenant, |details| details.profiles = vec!["oauth21".to_owned()]).await;
        let app = App::new(&tenant, "EdDSA").await;
        let issuer = tenant.server.issuer(&tenant.id, DEFAULT);
        access_token(ask(&tenant, &app.assertion(&tenant)).await);
        for aud in [
            json!([issuer]),
            json!([issuer, "https://x.example"]),
            json!([]),
            json!(format!("{issuer}/oauth2/token")),
            json!([format!("{issuer}/oauth2/token")]),
        ] {
            let assertion = app.changed(&tenant, &json!({"aud": aud}));
            refused(ask(&tenant, &assertion).await, 401, "invalid_client");
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_51_each_wrong_claim_alone_is_refused() {
    on_both(async |tenant| {
        let app = App::new(&tenant, "EdDSA").await;
        let other = App::new(&tenant, "EdDSA").await;
        let now = super::now(&tenant);
        let issuer = tenant.server.issuer(&tenant.id, DEFAULT);
        for change in [
            json!({"iss": other.credentials.id}),
            json!({"iss": null}),
            json!({"iss": issuer}),
            json!({"sub": other.credentials.id}),
            json!({"sub": null}),
            json!({"sub": 7}),
            json!({"aud": null}),
            json!({"aud": []}),
            json!({"aud": "https://elsewhere.example"}),
            json!({"aud": tenant.server.issuer(&tenant.id, ADMIN)}),
            json!({"aud": format!("{issuer}/")}),
            json!({"aud": issuer.to_uppercase()}),
            json!({"aud": format!("{issuer}/oauth2/token/")}),
            json!({"aud": {"0": issuer}}),
            json!({"exp": null}),
            json!({"exp": now - 120}),
            json!({"exp": 0}),
            json!({"exp": -1}),
            json!({"exp": now + 48 * 3600}),
            json!({"exp": i64::MAX}),
            json!({"exp": "tomorrow"}),
            json!({"nbf": now + 61}),
            json!({"iat": now + 61}),
            json!({"nbf": now + 3600}),
            json!({"iat": now + 3600}),
            json!({"jti": null}),
            json!({"jti": ""}),
            json!({"jti": 7}),
        ] {
            refused(ask(&tenant, &app.changed(&tenant, &change)).await, 401, "invalid_client");
        }
        let assertion = app.assertion(&tenant);
        let foreign = [
            ("grant_type", "client_credentials"),
            ("client_assertion_type", KIND),
            ("client_assertion", assertion.as_str()),
            ("client_id", other.credentials.id.as_str()),
        ];
        refused(post(&tenant, DEFAULT, TOKEN).form(&foreign).send().await, 401, "invalid_client");
        for kind in ["", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer", "jwt"] {
            let form = [
                ("grant_type", "client_credentials"),
                ("client_assertion_type", kind),
                ("client_assertion", &assertion),
            ];
            refused(post(&tenant, DEFAULT, TOKEN).form(&form).send().await, 400, "invalid_request");
        }
        // None of the refusals used it up.
        access_token(ask(&tenant, &assertion).await);
    })
    .await;
}

#[tokio::test]
async fn assertion_51_and_58_the_signature_is_the_clients_own_with_an_algorithm_of_its_key() {
    on_both(async |tenant| {
        let app = App::new(&tenant, "ES256").await;
        let claims = || app.claims(&tenant);
        let secret = app.key.jwk("1").to_string();
        let hmac = |input: &[u8]| {
            let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, secret.as_bytes());
            aws_lc_rs::hmac::sign(&key, input).as_ref().to_vec()
        };
        for token in [
            jwt::compact(&json!({"alg": "none"}), &claims(), |_| Vec::new()),
            jwt::compact(&json!({"alg": "none", "kid": "1"}), &claims(), |_| vec![0; 64]),
            jwt::compact(&json!({"alg": "HS256", "kid": "1"}), &claims(), hmac),
            jwt::compact(&json!({"alg": "ES256", "kid": "1"}), &claims(), |_| vec![0; 64]),
            Key::new("ES256").sign(&app.header(), &claims()),
            Key::new("EdDSA").sign(&json!({"alg": "EdDSA", "kid": "1"}), &claims()),
            app.key.sign(&json!({"alg": "ES384", "kid": "1"}), &claims()),
            app.key.sign(&json!({"alg": "RS256", "kid": "1"}), &claims()),
            app.key.sign(&json!({"alg": "ES256", "kid": "2"}), &claims()),
            app.key.sign(&json!({"alg": "ES256", "kid": "1", "crit": ["exp"]}), &claims()),
            app.key.sign(&json!({"alg": "ES256", "kid": "1", "typ": "at+jwt"}), &claims()),
            app.key
                .sign(&json!({"alg": "ES256", "kid": "1", "jwk": Key::new("ES256").jwk("1"), "b64": false}), &claims()),
            // A key that comes along isn't believed.
            {
                let own = Key::new("ES256");
                own.sign(&json!({"alg": "ES256", "kid": "9", "jwk": own.jwk("9")}), &claims())
            },
            format!("{}x", app.assertion(&tenant)),
            "a.b.c".to_owned(),
            "..".to_owned(),
            // Encrypted and compressed tokens (RFC 7516), and a header that is nested until a parser's stack is used up.
            "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d".to_owned(),
            app.key.sign(&json!({"alg": "ES256", "kid": "1", "zip": "DEF"}), &claims()),
            app.key.sign(&json!({"alg": "ES256", "kid": "1", "enc": "A256GCM"}), &claims()),
            nested(&app, &claims()),
            "\u{e9}".to_owned(),
            "x".repeat(20_000),
        ] {
            refused(ask(&tenant, &token).await, 401, "invalid_client");
        }
        for typ in [json!("jwt"), json!("client-authentication+jwt"), Value::Null] {
            let mut header = app.header();
            header["typ"] = typ;
            access_token(ask(&tenant, &app.key.sign(&header, &claims())).await);
        }
        let only = ClientDetails { token_endpoint_signing_alg: Some("PS256".to_owned()), ..ClientDetails::default() };
        let app = App::with(&tenant, "RS256", only).await;
        refused(ask(&tenant, &app.assertion(&tenant)).await, 401, "invalid_client");
        access_token(ask(&tenant, &app.key.sign(&json!({"alg": "PS256", "kid": "1"}), &app.claims(&tenant))).await);
    })
    .await;
}

#[tokio::test]
async fn assertion_51_an_assertion_works_once_however_many_try_at_once() {
    on_both(async |tenant| {
        let app = App::new(&tenant, "EdDSA").await;
        let assertion = app.assertion(&tenant);
        let answers = futures::future::join_all((0..20).map(|_| ask(&tenant, &assertion))).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        for answer in answers.into_iter().filter(|answer| answer.status != 200) {
            refused(answer, 401, "invalid_client");
        }
        // At another endpoint it is used up too, and in another signature under the same id.
        let form = [("token", "x"), ("client_assertion_type", KIND), ("client_assertion", &assertion)];
        refused(post(&tenant, DEFAULT, INTROSPECT).form(&form).send().await, 401, "invalid_client");
        let jti = jwt::read(&assertion).1["jti"].clone();
        refused(ask(&tenant, &app.changed(&tenant, &json!({"jti": jti}))).await, 401, "invalid_client");
        // Another client may use the same id.
        let other = App::new(&tenant, "EdDSA").await;
        access_token(ask(&tenant, &other.changed(&tenant, &json!({"jti": jti}))).await);
        let form = [("token", "x"), ("client_assertion_type", KIND), ("client_assertion", &app.assertion(&tenant))];
        let _ = post(&tenant, DEFAULT, INTROSPECT).form(&form).send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn assertion_46_a_token_of_the_server_itself_is_no_assertion() {
    on_both(async |tenant| {
        let app = App::new(&tenant, "ES256").await;
        let token = access_token(ask(&tenant, &app.assertion(&tenant)).await);
        refused(ask(&tenant, &token).await, 401, "invalid_client");
        refused(ask(&tenant, &tenant.token).await, 401, "invalid_client");
        // Not even when the server's key stands among the client's.
        let (key, kid) = jwt::stolen_key(&tenant, DEFAULT).await;
        let details = ClientDetails {
            token_endpoint_auth_method: ClientAuthentication::PrivateKeyJwt,
            jwks: Some(key.jwks(&kid)),
            ..machine()
        };
        let confused = register(&tenant, DEFAULT, details).await;
        let now = super::now(&tenant);
        let claims = json!({
            "iss": confused.id, "sub": confused.id, "aud": tenant.server.issuer(&tenant.id, DEFAULT),
            "exp": now + 60, "iat": now, "jti": fresh("jti"),
        });
        refused(
            ask(&tenant, &key.sign(&json!({"alg": "ES256", "kid": kid, "typ": "at+jwt"}), &claims)).await,
            401,
            "invalid_client",
        );
    })
    .await;
}

/// Signed, but with a header of four thousand brackets.
fn nested(app: &App, claims: &Value) -> String {
    let header = format!("{{\"alg\":\"ES256\",\"kid\":\"1\",\"x\":{}{}}}", "[".repeat(4000), "]".repeat(4000));
    let signed = app.key.sign(&json!({"alg": "ES256", "kid": "1"}), claims);
    let (_, rest) = signed.split_once('.').unwrap();
    format!("{}.{rest}", jwt::encode(header))
}

#[tokio::test]
async fn clocks_may_differ_by_some_seconds() {
    on_both(async |tenant| {
        let app = App::new(&tenant, "EdDSA").await;
        let now = super::now(&tenant);
        for change in [json!({"nbf": now + 8}), json!({"iat": now + 8}), json!({"exp": now - 8}), json!({"iat": null})]
        {
            access_token(ask(&tenant, &app.changed(&tenant, &change)).await);
        }
    })
    .await;
}

/// An assertion with a message authentication code.
fn sealed(secret: &str, header: &Value, claims: &Value) -> String {
    jwt::compact(header, claims, |input| {
        let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, secret.as_bytes());
        aws_lc_rs::hmac::sign(&key, input).as_ref().to_vec()
    })
}

#[tokio::test]
async fn assertion_51_a_client_may_seal_its_assertion_with_its_secret() {
    on_both(async |tenant| {
        let sealing =
            || ClientDetails { token_endpoint_auth_method: ClientAuthentication::ClientSecretJwt, ..machine() };
        let app = register(&tenant, DEFAULT, sealing()).await;
        let issuer = tenant.server.issuer(&tenant.id, DEFAULT);
        let claims_of = |id: &str| {
            let now = super::now(&tenant);
            json!({"iss": id, "sub": id, "aud": issuer, "exp": now + 60, "iat": now, "jti": fresh("jti")})
        };
        let claims = || claims_of(&app.id);
        let header = json!({"alg": "HS256", "typ": "JWT"});
        let assertion = sealed(&app.secret, &header, &claims());
        let token = access_token(ask(&tenant, &assertion).await);
        assert_eq!(jwt::read(&token).1["sub"], app.id.as_str());
        refused(ask(&tenant, &assertion).await, 401, "invalid_client");
        access_token(ask(&tenant, &sealed(&app.secret, &json!({"alg": "HS256", "kid": "any"}), &claims())).await);
        let own = Key::new("ES256");
        for wrong in [
            sealed("another", &header, &claims()),
            sealed("", &header, &claims()),
            sealed(&app.secret.to_uppercase(), &header, &claims()),
            sealed(&app.secret, &json!({"alg": "none"}), &claims()),
            sealed(&app.secret, &json!({"alg": "HS384"}), &claims()),
            sealed(&app.secret, &json!({"alg": "hs256"}), &claims()),
            sealed(&app.secret, &json!({"alg": "RS256"}), &claims()),
            sealed(&app.secret, &json!({"alg": "HS256", "typ": "at+jwt"}), &claims()),
            sealed(&app.secret, &header, &claims_of("nobody")),
            sealed(&app.secret, &header, &json!({"iss": app.id, "sub": app.id})),
            own.sign(&json!({"alg": "ES256", "jwk": own.jwk("1")}), &claims()),
            jwt::compact(&header, &claims(), |_| Vec::new()),
        ] {
            refused(ask(&tenant, &wrong).await, 401, "invalid_client");
        }
        // A secret that is known doesn't stand for a key that is registered, nor another method's secret for this one.
        let of_basic = register(&tenant, DEFAULT, machine()).await;
        refused(
            ask(&tenant, &sealed(&of_basic.secret, &header, &claims_of(&of_basic.id))).await,
            401,
            "invalid_client",
        );
        let signing = App::new(&tenant, "ES256").await;
        let secret = &signing.credentials.secret;
        refused(ask(&tenant, &sealed(secret, &header, &signing.claims(&tenant))).await, 401, "invalid_client");
        let expired = ClientDetails { client_secret_expires_at: 1, ..sealing() };
        let expired = register(&tenant, DEFAULT, expired).await;
        refused(ask(&tenant, &sealed(&expired.secret, &header, &claims_of(&expired.id))).await, 401, "invalid_client");
        let only = ClientDetails { token_endpoint_signing_alg: Some("HS256".to_owned()), ..sealing() };
        let only = register(&tenant, DEFAULT, only).await;
        access_token(ask(&tenant, &sealed(&only.secret, &header, &claims_of(&only.id))).await);
        let never = ClientDetails { token_endpoint_signing_alg: Some("PS256".to_owned()), ..sealing() };
        let never = register(&tenant, DEFAULT, never).await;
        refused(ask(&tenant, &sealed(&never.secret, &header, &claims_of(&never.id))).await, 401, "invalid_client");
        access_token(ask(&tenant, &sealed(&app.secret, &header, &claims())).await);
    })
    .await;
}

/// What is used up is written down, and who is asked may have been told otherwise until that is done. PostgreSQL alone can be held there: in SQLite nobody could
/// revoke anything meanwhile.
#[tokio::test]
async fn a_secret_that_is_revoked_while_its_assertion_is_used_up_proves_nothing() {
    for database in Database::tested() {
        if database != Database::Postgres {
            continue;
        }
        let tenant = Tenant::new(&TestServer::start(Settings { database, ..Settings::default() }).await).await;
        let details = ClientDetails { token_endpoint_auth_method: ClientAuthentication::ClientSecretJwt, ..machine() };
        let app = register(&tenant, DEFAULT, details).await;
        let secrets = |what: &str| tenant.post(&format!("/api/admin/{{tid}}/clients/{}/{what}", app.id)).send();
        let current = secrets("rotateSecret").await.expect(200).json()["secret"].as_str().unwrap().to_owned();
        let assertion = |secret: &str| {
            let (now, aud) = (super::now(&tenant), tenant.server.issuer(&tenant.id, DEFAULT));
            let claims = json!({"iss": app.id, "sub": app.id, "aud": aud, "exp": now + 60, "jti": fresh("jti")});
            sealed(secret, &json!({"alg": "HS256"}), &claims)
        };
        access_token(ask(&tenant, &assertion(&app.secret)).await);
        let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
        // Rotated away, it goes on; revoked, it doesn't.
        for (what, is_taken) in [("rotateSecret", true), ("revokeRotatedSecrets", false)] {
            let holding = connection.begin().await.unwrap();
            holding.execute_unprepared("LOCK TABLE used_assertions IN EXCLUSIVE MODE").await.unwrap();
            let assertion = assertion(&current);
            let meanwhile = async {
                let waiting = "SELECT 1 FROM pg_locks WHERE relation = 'used_assertions'::regclass AND NOT granted";
                let waiting = Statement::from_string(DatabaseBackend::Postgres, waiting);
                while connection.query_one_raw(waiting.clone()).await.unwrap().is_none() {
                    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                }
                assert!(secrets(what).await.is_success());
                holding.commit().await.unwrap();
            };
            let (answer, ()) = tokio::join!(ask(&tenant, &assertion), meanwhile);
            if is_taken {
                access_token(answer);
            } else {
                refused(answer, 401, "invalid_client");
            }
        }
        connection.close().await.unwrap();
    }
}

#[tokio::test]
async fn assertion_62_codes_made_with_wrong_secrets_are_guesses_too() {
    let server = TestServer::start(Settings::default()).await;
    let tenant = Tenant::new(&server).await;
    let details = ClientDetails { token_endpoint_auth_method: ClientAuthentication::ClientSecretJwt, ..machine() };
    let app = register(&tenant, DEFAULT, details).await;
    let now = super::now(&tenant);
    let header = json!({"alg": "HS256"});
    let claims = || {
        let aud = tenant.server.issuer(&tenant.id, DEFAULT);
        json!({"iss": app.id, "sub": app.id, "aud": aud, "exp": now + 60, "jti": fresh("jti")})
    };
    for _ in 0..20 {
        refused(ask(&tenant, &sealed("wrong", &header, &claims())).await, 401, "invalid_client");
    }
    refused(ask(&tenant, &sealed("wrong", &header, &claims())).await, 429, "temporarily_unavailable");
    access_token(ask(&tenant, &sealed(&app.secret, &header, &claims())).await);
}

//! A server that has the issuer, the keys and the clients of another system: what is called by that name, and the tokens that were given out there.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{self, ClientAuthentication, ClientDetails};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::landing::Landing;
use authplane_tests::redirects::REGISTERED;
use authplane_tests::relying_party::{AuthorizationResponse, application, claims_of};
use authplane_tests::users::{PASSWORD, static_method};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use http::Method;
use serde_json::{Value, json};

use super::{INTROSPECT, REVOKE, TOKEN, jwt, machine_with, register};
use crate::it::acp::system::configuration::Installer;
use crate::it::client_sdk::keys::Key;
use crate::it::domain::password_hashes::{HASHES, with_hashes};
use crate::it::openid::logout::{is_signed_in, logout};

const KID: &str = "289182991";
/// The id that [`with_hashes`] gives its method.
const STAFF: &str = "staff";
const ADA: &str = "ada";

/// A tenant whose default server came from elsewhere.
struct Moved {
    tenant: Tenant,
    issuer: String,
    key: jwt::Key,
}

impl Moved {
    /// Runs a case in one, on both databases.
    async fn on_both(case: impl AsyncFn(Moved)) {
        for database in Database::tested() {
            println!("on {database:?}");
            let settings = Settings { database, ..Settings::default() }.with("outgoing_allowed", "127.0.0.1");
            let server = TestServer::start(settings).await;
            case(Self::to(Tenant::new(&server).await).await).await;
            server.stop().await;
        }
    }

    async fn to(tenant: Tenant) -> Self {
        tenant.set_methods(DEFAULT, vec![with_hashes(&[(ADA, HASHES[1]), ("bob", HASHES[3])])]).await;
        let (key, issuer) = (Key::new("ES256"), format!("https://old.example.com/{}/default", tenant.id));
        let moved = Self { issuer, key: jwt::Key::from_pkcs8("ES256", &key.pkcs8()), tenant };
        moved.import(json!({"issuer_url": moved.issuer, "jwks": {"keys": [key.private(KID)]}})).await;
        moved
    }

    /// Brings its server in once more, with these members.
    async fn import(&self, members: Value) {
        let mut server =
            self.tenant.get(&format!("/api/admin/{{tid}}/servers/{DEFAULT}")).send().await.expect(200).json();
        // What is said of them stays.
        for member in ["authentications", "jwks"] {
            server.as_object_mut().unwrap().remove(member);
        }
        server.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        let installer = Installer::of(&self.tenant.server).await;
        let dump = json!({"servers": [server]});
        let done = installer.apply("?mode=update&keep_issuers=true", &dump).await.expect(200).json();
        assert_eq!(done["changes"].as_array().unwrap().len(), 1, "{done}");
    }

    /// From now on it has the issuer that is made of our address.
    async fn lose_issuer(&self) {
        self.import(json!({"issuer_url": ""})).await;
    }

    fn acting(&self) -> Acting {
        Acting::new(&self.tenant.server.context().store, &self.tenant.id, Actor::system())
    }

    async fn with_store<F>(&self, work: impl FnOnce(authplane_domain::Store) -> F)
    where
        F: Future<Output = authplane_domain::Result<()>> + Send + 'static,
    {
        self.tenant.server.with_store(work).await.unwrap();
    }

    fn now(&self) -> i64 {
        self.tenant.server.context().now().timestamp()
    }

    /// What a token of the former system says that was given to a client.
    fn of_client(&self, client: &str) -> Value {
        let now = self.now();
        json!({
            "iss": self.issuer, "sub": client, "aud": [client, "https://orders.example"], "exp": now + 600, "iat": now,
            "nbf": now, "jti": format!("jti-of-{client}"), "scp": ["orders:read", "orders:write"], "tid": self.tenant.id,
            "aid": DEFAULT, "st": "public",
        })
    }

    /// What one says that was given to a client for a user.
    fn of_user(&self, client: &str, user: &str) -> Value {
        let mut claims = self.of_client(client);
        claims["jti"] = json!(format!("jti-of-{user}"));
        claims["sub"] = json!(user);
        claims["idp"] = json!(STAFF);
        claims["amr"] = json!(["pwd"]);
        claims
    }

    fn sign(&self, claims: &Value) -> String {
        self.key.sign(&json!({"alg": "ES256", "kid": KID, "typ": "JWT"}), claims)
    }
}

fn with(claims: &Value, name: &str, value: Value) -> Value {
    let mut claims = claims.clone();
    claims[name] = value;
    claims
}

fn without(claims: &Value, name: &str) -> Value {
    let mut claims = claims.clone();
    claims.as_object_mut().unwrap().remove(name);
    claims
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_that_names_the_issuer_names_its_own_and_endpoints_are_ours() {
    Moved::on_both(async |moved| {
        let tenant = &moved.tenant;
        let base = tenant.server.issuer(&tenant.id, DEFAULT);
        for path in ["openid-configuration", "oauth-authorization-server"] {
            let url = format!("/{}/{DEFAULT}/.well-known/{path}", tenant.id);
            let metadata = tenant.server.call(Method::GET, &url).send().await.expect(200).json();
            assert_eq!(metadata["issuer"], moved.issuer);
            for (name, value) in metadata.as_object().unwrap() {
                let is_address = name.ends_with("_endpoint") || name == "jwks_uri";
                assert!(!is_address || value.as_str().unwrap().starts_with(&format!("{base}/")), "{name}: {value}");
            }
        }
        let landing = Landing::start().await;
        let mut details = application(&["openid", "offline_access"]);
        details.metadata.backchannel_logout_uri = landing.url("/back");
        details.metadata.post_logout_redirect_uris = vec![REGISTERED.to_owned()];
        details.metadata.userinfo_signed_response_alg = String::new();
        let application =
            RelyingParty { issuer: moved.issuer.clone(), ..RelyingParty::register(tenant, details).await };
        let mut agent = UserAgent::new(tenant.server.url());
        let authorize = format!("{base}/oauth2/authorize");
        let request = application.request().with("scope", "openid offline_access").at(&authorize);
        // RFC 9207.
        let left = agent.sign_in(&request.url(), ADA, PASSWORD).await;
        assert_eq!(AuthorizationResponse::from(&left).get("iss"), Some(moved.issuer.as_str()));
        let tokens = application.tokens(&left, &request).await;
        for token in [tokens.access_token.as_str(), tokens.id_token()] {
            assert_eq!(claims_of(token)["iss"], moved.issuer);
            assert_eq!(jwt::read(token).0["kid"], KID);
        }
        for token in [tokens.access_token.as_str(), tokens.refresh_token()] {
            let said = application.introspect(token).await;
            assert_eq!((&said["active"], &said["iss"]), (&json!(true), &json!(moved.issuer)));
        }
        let _ = application.userinfo(&tokens.access_token).await.expect(200);
        // The way it is shown to administrators, who may write it back.
        let server = format!("/api/admin/{{tid}}/servers/{DEFAULT}");
        let mut shown = tenant.get(&server).send().await.expect(200).json();
        assert_eq!(shown["issuer_url"], moved.issuer);
        shown["name"] = json!("Another");
        for member in ["jwks", "authentications"] {
            shown.as_object_mut().unwrap().remove(member);
        }
        let after = tenant.put(&server).json(&shown).send().await.expect(200).json();
        assert_eq!((&after["issuer_url"], &after["name"]), (&json!(moved.issuer), &json!("Another")));
        // A hint of its own, and what the application hears.
        let parameters = [("id_token_hint", tokens.id_token()), ("post_logout_redirect_uri", REGISTERED)];
        let address = logout(&RelyingParty { issuer: base.clone(), ..application }, &parameters);
        let _ = agent.get(&address).await.left();
        let form = landing.next("/back").await.form();
        assert_eq!(claims_of(&form[0].1)["iss"], moved.issuer);
        // And no longer, once it is called by another name.
        moved.lose_issuer().await;
        let machine = register(tenant, DEFAULT, machine_with(&["introspect_tokens"])).await;
        let machine = RelyingParty::of(tenant, machine, ClientAuthentication::ClientSecretBasic, "");
        assert_eq!(machine.introspect(&tokens.access_token).await, json!({"active": false}));
    })
    .await;
}

#[tokio::test]
async fn an_assertion_may_be_addressed_to_the_own_issuer_and_to_what_is_made_of_our_address() {
    Moved::on_both(async |moved| {
        let tenant = &moved.tenant;
        let key = jwt::Key::new("ES256");
        let details = ClientDetails {
            token_endpoint_auth_method: ClientAuthentication::PrivateKeyJwt,
            jwks: Some(key.jwks("1")),
            ..machine_with(&[])
        };
        let client = register(tenant, DEFAULT, details).await;
        let base = tenant.server.issuer(&tenant.id, DEFAULT);
        let tried = async |audience: &str, jti: &str| {
            let claims = json!({
                "iss": client.id, "sub": client.id, "aud": audience, "exp": moved.now() + 60, "iat": moved.now(), "jti": jti,
            });
            let assertion = key.sign(&json!({"alg": "ES256", "kid": "1"}), &claims);
            let fields = [
                ("grant_type", "client_credentials"),
                ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                ("client_assertion", &assertion),
            ];
            super::post(tenant, DEFAULT, TOKEN).form(&fields).send().await.status
        };
        let own = &moved.issuer;
        for (number, audience) in
            [own.clone(), format!("{own}/{TOKEN}"), base.clone(), format!("{base}/{TOKEN}")].iter().enumerate()
        {
            assert_eq!(tried(audience, &number.to_string()).await, 200, "{audience}");
        }
        for (number, audience) in [format!("{own}/"), "https://old.example.com".to_owned()].iter().enumerate() {
            assert_eq!(tried(audience, &format!("no-{number}")).await, 401, "{audience}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_token_that_the_issuer_gave_out_elsewhere_says_what_it_says() {
    Moved::on_both(async |moved| {
        let tenant = &moved.tenant;
        let client = register(tenant, DEFAULT, machine_with(&["introspect_tokens"])).await;
        let asker = RelyingParty::of(tenant, client.clone(), ClientAuthentication::ClientSecretBasic, "");
        let claims = moved.of_client(&client.id);
        assert_eq!(
            asker.introspect(&moved.sign(&claims)).await,
            json!({
                "active": true, "scope": "orders:read orders:write", "client_id": client.id, "token_type": "Bearer",
                "exp": claims["exp"], "iat": claims["iat"], "nbf": claims["nbf"], "sub": client.id, "aud": claims["aud"],
                "iss": moved.issuer, "jti": claims["jti"], "tenant_id": tenant.id, "server_id": DEFAULT,
                "ext": {"st": "public"},
            })
        );
        let of_user = moved.of_user(&client.id, ADA);
        let said = asker.introspect(&moved.sign(&of_user)).await;
        let [active, sub, amr] = ["active", "sub", "amr"].map(|name| said[name].clone());
        assert_eq!((active, sub, amr), (json!(true), json!(ADA), json!(["pwd"])));
        assert_eq!(said["ext"], json!({"st": "public", "idp": STAFF}));
        // Without a type, too.
        let untyped = moved.key.sign(&json!({"alg": "ES256", "kid": KID}), &claims);
        assert_eq!(asker.introspect(&untyped).await["active"], true);
        // Clients that it doesn't concern hear nothing.
        let stranger = register(tenant, DEFAULT, machine_with(&[])).await;
        let stranger = RelyingParty::of(tenant, stranger, ClientAuthentication::ClientSecretBasic, "");
        assert_eq!(stranger.introspect(&moved.sign(&claims)).await, json!({"active": false}));
    })
    .await;
}

#[tokio::test]
async fn a_token_from_elsewhere_counts_only_if_all_of_it_is_right() {
    Moved::on_both(async |moved| {
        let tenant = &moved.tenant;
        let client = register(tenant, DEFAULT, machine_with(&["introspect_tokens"])).await;
        let asker = RelyingParty::of(tenant, client.clone(), ClientAuthentication::ClientSecretBasic, "");
        let (claims, of_user, now) = (moved.of_client(&client.id), moved.of_user(&client.id, ADA), moved.now());
        let wrong: Vec<(&str, Value)> = vec![
            ("another issuer", with(&claims, "iss", json!("https://old.example.com"))),
            ("ours", with(&claims, "iss", json!(tenant.server.issuer(&tenant.id, DEFAULT)))),
            ("another tenant", with(&claims, "tid", json!("other"))),
            ("another server", with(&claims, "aid", json!("other"))),
            ("another kind of subject", with(&claims, "st", json!("pairwise"))),
            ("no kind of subject", without(&claims, "st")),
            ("no scopes, as an ID token", without(&claims, "scp")),
            ("no id", without(&claims, "jti")),
            ("expired", with(&claims, "exp", json!(now))),
            ("not yet", with(&claims, "nbf", json!(now + 60))),
            ("from the future", with(&claims, "iat", json!(now + 60))),
            ("before there was the client", with(&claims, "iat", json!(now - 3600))),
            ("no such client", moved.of_client("nobody")),
            ("a user without a method", without(&of_user, "idp")),
            ("no such method", with(&of_user, "idp", json!("other"))),
            ("no such user", with(&of_user, "sub", json!("eve"))),
            ("a user, and no client", with(&of_user, "aud", json!(["https://orders.example"]))),
        ];
        for (what, claims) in wrong {
            assert_eq!(asker.introspect(&moved.sign(&claims)).await, json!({"active": false}), "{what}");
        }
        let header = |typ: &str| json!({"alg": "ES256", "kid": KID, "typ": typ});
        for typ in ["at+jwt", "logout+jwt"] {
            let token = moved.key.sign(&header(typ), &claims);
            assert_eq!(asker.introspect(&token).await, json!({"active": false}), "{typ}");
        }
        let forged = jwt::Key::new("ES256").sign(&header("JWT"), &claims);
        assert_eq!(asker.introspect(&forged).await, json!({"active": false}), "forged");
        // At a server that has no other issuer, nothing is of that form.
        moved.lose_issuer().await;
        for issuer in [moved.issuer.clone(), tenant.server.issuer(&tenant.id, DEFAULT)] {
            let token = moved.sign(&with(&claims, "iss", json!(issuer)));
            assert_eq!(asker.introspect(&token).await, json!({"active": false}), "{issuer}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_ends_a_token_from_elsewhere() {
    Moved::on_both(async |moved| {
        let tenant = &moved.tenant;
        let asker = register(tenant, DEFAULT, machine_with(&["introspect_tokens"])).await;
        let asker = RelyingParty::of(tenant, asker, ClientAuthentication::ClientSecretBasic, "");
        let [client, other] =
            [register(tenant, DEFAULT, machine_with(&[])).await, register(tenant, DEFAULT, machine_with(&[])).await];
        let is_active = async |claims: &Value| asker.introspect(&moved.sign(claims)).await["active"] == true;
        let [own, of_ada, of_bob, of_other] = [
            moved.of_client(&client.id),
            moved.of_user(&client.id, ADA),
            moved.of_user(&client.id, "bob"),
            moved.of_client(&other.id),
        ];
        for claims in [&own, &of_ada, &of_bob, &of_other] {
            assert!(is_active(claims).await, "{claims}");
        }
        // Revoked by its client, and not by another.
        let token = moved.sign(&own);
        let revoke = async |by: &authplane_tests::Credentials| {
            super::post(tenant, DEFAULT, REVOKE)
                .basic(&by.id, &by.secret)
                .form(&[("token", token.as_str())])
                .send()
                .await
                .status
        };
        assert_eq!((revoke(&other).await, is_active(&own).await), (400, true));
        assert_eq!((revoke(&client).await, is_active(&own).await), (200, false));
        // A new hash is the same password. Another password ends it, and so does a user's going.
        let signed_in = RelyingParty::web(tenant, &["openid"]).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let _ = agent.sign_in(&signed_in.request().url(), ADA, PASSWORD).await;
        assert!(is_active(&of_ada).await);
        let kept = with_hashes(&[(ADA, HASHES[1]), ("bob", HASHES[3])]);
        let mut changed = kept.clone();
        changed.password_hashes.clear();
        changed.passwords.insert(ADA.to_owned(), "another".to_owned());
        tenant.set_methods(DEFAULT, vec![changed]).await;
        assert_eq!((is_active(&of_ada).await, is_active(&of_bob).await), (false, true));
        tenant.set_methods(DEFAULT, vec![static_method(STAFF, &[(ADA, "another", json!({}))])]).await;
        assert!(!is_active(&of_bob).await);
        // Whoever has the name since is somebody else.
        tenant.set_methods(DEFAULT, vec![static_method(STAFF, &[("bob", "another", json!({}))])]).await;
        assert!(!is_active(&of_bob).await);
        tenant.set_methods(DEFAULT, vec![kept.clone()]).await;
        assert!(is_active(&of_bob).await);
        let mut disabled = kept;
        disabled.method.disabled = true;
        tenant.set_methods(DEFAULT, vec![disabled]).await;
        assert!(!is_active(&of_bob).await);
        // A client that is gone.
        assert!(is_active(&of_other).await);
        let (acting, id) = (moved.acting(), other.id.clone());
        moved.with_store(async move |_| client::remove(&acting, &id).await).await;
        assert!(!is_active(&of_other).await);
    })
    .await;
}

#[tokio::test]
async fn a_token_from_elsewhere_opens_nothing_and_signs_nobody_out() {
    Moved::on_both(async |moved| {
        let tenant = &moved.tenant;
        let mut details = application(&["openid", "profile"]);
        details.metadata.post_logout_redirect_uris = vec![REGISTERED.to_owned()];
        details.grant_types.as_mut().unwrap().push("urn:ietf:params:oauth:grant-type:token-exchange".to_owned());
        let application = RelyingParty::register(tenant, details).await;
        let control = tenant.server.control_url().to_owned();
        let mut claims = moved.of_user(&application.client.id, ADA);
        claims["scp"] = json!(["openid", "profile", "all", "introspect_tokens"]);
        claims["aud"] = json!([application.client.id, control, format!("https://{}.logto.app/api", tenant.id)]);
        let token = moved.sign(&claims);
        assert_eq!(application.introspect(&token).await["active"], true);
        assert_eq!(application.userinfo(&token).await.status, 401);
        for path in [
            "/api/resources".to_owned(),
            format!("/api/admin/{}/servers", tenant.id),
            format!("/api/system/{}/scope-grants", tenant.id),
        ] {
            let status = tenant.server.call(Method::GET, &path).bearer(&token).send().await.status;
            assert!([401, 404].contains(&status), "{path}: {status}");
        }
        let asked =
            super::post(tenant, DEFAULT, INTROSPECT).bearer(&token).form(&[("token", token.as_str())]).send().await;
        assert_eq!(asked.status, 401);
        let exchange = [
            ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
            ("subject_token", token.as_str()),
            ("subject_token_type", "urn:ietf:params:oauth:token-type:access_token"),
        ];
        assert_eq!(application.call(TOKEN, &exchange).send().await.status, 400);
        // As a hint it would, with the same type as ID tokens, and for one application.
        claims["aud"] = json!(application.client.id);
        let token = moved.sign(&claims);
        let mut agent = UserAgent::new(tenant.server.url());
        let _ = agent.sign_in(&application.request().url(), ADA, PASSWORD).await;
        let _ = agent
            .get(&logout(&application, &[("id_token_hint", &token), ("post_logout_redirect_uri", REGISTERED)]))
            .await;
        assert!(is_signed_in(&agent, &application).await);
        claims.as_object_mut().unwrap().remove("scp");
        let hint = moved.sign(&claims);
        let _ = agent
            .get(&logout(&application, &[("id_token_hint", &hint), ("post_logout_redirect_uri", REGISTERED)]))
            .await;
        assert!(!is_signed_in(&agent, &application).await, "an ID token of the former system is a hint");
    })
    .await;
}

//! The token endpoint: what a token says, who can check it, and what is no token request.

use authplane_client::oauth::{AuthorizationServer, Credentials as SdkCredentials};
use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, DEVELOPER, SYSTEM, SigningAlgorithm};
use authplane_domain::clients::client::{self, NewClient};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::installation::tenant::{self, NewTenant};
use authplane_tests::{Call, Credentials, Database, Settings, Tenant, TestServer, on_both};
use http::{HeaderName, Method};
use oauth2::basic::BasicClient;
use oauth2::{ClientId, ClientSecret, Scope, TokenResponse as _, TokenUrl};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

use super::{
    TOKEN, access_token, api, change_server, guessed_too_often, jwt, machine, machine_with, post, refused, register,
};
use crate::it::nets::{Making, Row, UNKNOWN, ready};
use crate::it::things;

const GRANT: (&str, &str) = ("grant_type", "client_credentials");

#[tokio::test]
async fn a_token_says_what_rfc_9068_asks_and_nothing_of_it_comes_from_the_caller() {
    on_both(async |tenant| {
        api(&tenant, "https://orders.example", None, &["orders:read", "orders:write"]).await;
        let app = register(&tenant, DEFAULT, machine_with(&["orders:read", "orders:write"])).await;
        let form = [GRANT, ("scope", "orders:read"), ("resource", "https://orders.example"), ("sub", "admin"), ("iss", "x"), ("aud", "y")];
        let answer = post(&tenant, DEFAULT, TOKEN).basic(&app.id, &app.secret).form(&form).send().await.expect(200);
        assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));
        assert_eq!(answer.header("content-type"), "application/json");
        let body = answer.json();
        assert_eq!((&body["token_type"], &body["expires_in"], &body["scope"]), (&json!("Bearer"), &json!(3600), &json!("orders:read")));
        assert!(body.get("refresh_token").is_none(), "RFC 6749 section 4.4.3");

        let token = body["access_token"].as_str().unwrap();
        let (header, claims) = jwt::read(token);
        assert_eq!((&header["typ"], &header["alg"]), (&json!("at+jwt"), &json!("ES256")));
        assert!(header.as_object().unwrap().keys().all(|name| ["typ", "alg", "kid"].contains(&name.as_str())));
        let now = super::now(&tenant);
        let iat = claims["iat"].as_i64().unwrap();
        assert!((now - 60..=now).contains(&iat));
        assert_eq!(claims["exp"].as_i64().unwrap() - iat, 3600);
        let expected = json!({
            "iss": tenant.server.issuer(&tenant.id, DEFAULT), "sub": app.id, "client_id": app.id, "aud": "https://orders.example",
            "scope": "orders:read", "scp": ["orders:read"], "tid": tenant.id, "aid": DEFAULT,
            "iat": iat, "exp": iat + 3600, "jti": claims["jti"],
        });
        assert_eq!(claims, expected);
        assert!(jwt::verify(&jwt::key_set(&tenant, DEFAULT).await, token));
    })
    .await;
}

#[tokio::test]
async fn a_client_has_no_scope_of_its_namesake_in_another_tenant() {
    on_both(async |tenant| {
        let other = Tenant::new(&tenant.server).await;
        // The built-in scope has the same id in every tenant of earlier releases, and so has this client.
        let alike = format!(
            "UPDATE scopes SET id = 'management-api-all' \
             WHERE service_id = 'management-api' AND name = 'all' AND tenant_id IN ('{}', '{}')",
            tenant.id, other.id
        );
        let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
        // A role gives it, under its id.
        let given = format!("DELETE FROM role_scopes WHERE tenant_id IN ('{}', '{}')", tenant.id, other.id);
        assert!(connection.execute_unprepared(&given).await.unwrap().rows_affected() > 0);
        assert_eq!(connection.execute_unprepared(&alike).await.unwrap().rows_affected(), 2);
        connection.close().await.unwrap();
        let namesake = async |tenant: &Tenant, scopes: &[&str]| {
            let (id, details) = (tenant.id.clone(), machine_with(scopes));
            let make = async move |store: authplane_domain::Store| {
                let (server_id, name) = (DEFAULT.to_owned(), Some("namesake".to_owned()));
                let new = NewClient { id: name, server_id, details, ..NewClient::default() };
                let made = client::create(&Acting::new(&store, &id, Actor::system()), new).await?;
                let secret = client::open_secret(&store, &made)?.unwrap_or_default();
                Ok::<_, authplane_domain::Error>(Credentials { id: made.id, secret, server: DEFAULT.to_owned() })
            };
            tenant.server.with_store(move |store| async move { make(store).await }).await.unwrap()
        };
        let rich = namesake(&tenant, &["all"]).await;
        let poor = namesake(&other, &[]).await;
        let management = |tenant: &Tenant| format!("https://{}.logto.app/api", tenant.id);
        access_token(tenant.ask_for_token(&rich, Some("all"), &[&management(&tenant)]).await);
        refused(other.ask_for_token(&poor, Some("all"), &[&management(&other)]).await, 400, "invalid_scope");
    })
    .await;
}

#[tokio::test]
async fn no_token_outlives_the_key_that_it_is_checked_by() {
    for database in Database::tested() {
        println!("on {database:?}");
        let settings = Settings { database, ..Settings::default() }.with("key_overlap_hours", "1");
        let server = TestServer::start(settings).await;
        let tenant = Tenant::new(&server).await;
        change_server(&tenant, |details| details.access_token_ttl = 7200).await;
        let app = register(&tenant, DEFAULT, machine()).await;
        let body = tenant.ask_for_token(&app, None, &[]).await.expect(200).json();
        assert_eq!(body["expires_in"], 3600);
        let (_, claims) = jwt::read(body["access_token"].as_str().unwrap());
        assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 3600);
        server.stop().await;
    }
}

#[tokio::test]
async fn every_algorithm_is_checked_by_the_published_keys() {
    let server = TestServer::shared(Database::Sqlite).await;
    for algorithm in [SigningAlgorithm::RS256, SigningAlgorithm::ES256, SigningAlgorithm::EdDSA] {
        let new = NewTenant { name: "t".to_owned(), key_algorithm: algorithm, ..NewTenant::default() };
        let make = async move |store: authplane_domain::Store| {
            tenant::create(&store, &Actor::system(), new).await.unwrap().tenant.id
        };
        let id = server.with_store(move |store| async move { make(store).await }).await;
        let tenant = Tenant::with_id(&server, id).await;
        let app = register(&tenant, DEFAULT, machine()).await;
        let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
        assert_eq!(jwt::read(&token).0["alg"], algorithm.as_str());
        assert!(jwt::verify(&jwt::key_set(&tenant, DEFAULT).await, &token));
        assert!(!jwt::verify(&jwt::key_set(&tenant, SYSTEM).await, &token), "each server has keys of its own");
        let (input, _) = token.rsplit_once('.').unwrap();
        let other = access_token(tenant.ask_for_token(&app, None, &[]).await);
        let swapped = format!("{input}.{}", other.rsplit_once('.').unwrap().1);
        assert!(!jwt::verify(&jwt::key_set(&tenant, DEFAULT).await, &swapped));
    }
}

#[tokio::test]
async fn the_oauth2_crate_and_the_sdk_get_their_tokens() {
    on_both(async |tenant| {
        api(&tenant, "https://orders.example", None, &["orders:read"]).await;
        let app = register(&tenant, DEFAULT, machine_with(&["orders:read"])).await;
        let issuer = tenant.server.issuer(&tenant.id, DEFAULT);
        let client = BasicClient::new(ClientId::new(app.id.clone()))
            .set_client_secret(ClientSecret::new(app.secret.clone()))
            .set_token_uri(TokenUrl::new(format!("{issuer}/{TOKEN}")).unwrap());
        let http = authplane_tests::http::client();
        let send = |request: oauth2::HttpRequest| async {
            let response = http.execute(request.try_into()?).await?;
            let mut answer = http::Response::builder().status(response.status());
            *answer.headers_mut().unwrap() = response.headers().clone();
            Ok::<_, reqwest::Error>(answer.body(response.bytes().await?.to_vec()).unwrap())
        };
        let request = client.exchange_client_credentials().add_scope(Scope::new("orders:read".to_owned()));
        let token = request.add_extra_param("resource", "https://orders.example").request_async(&send).await.unwrap();
        assert_eq!(token.expires_in().unwrap().as_secs(), 3600);
        assert_eq!(jwt::read(token.access_token().secret()).1["scope"], "orders:read");

        let server = AuthorizationServer::discover(&issuer).await.unwrap();
        let credentials = SdkCredentials::new(app.id.clone(), app.secret.clone());
        let token =
            server.client_credentials(&credentials, &["https://orders.example"], &["orders:read"]).await.unwrap();
        assert_eq!(jwt::read(token.access_token.expose()).1["aud"], "https://orders.example");
        assert_eq!(token.scopes, ["orders:read"]);
    })
    .await;
}

#[tokio::test]
async fn assertion_28_token_ids_are_128_random_bits() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..20 {
            let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
            let jti = jwt::read(&token).1["jti"].as_str().unwrap().to_owned();
            assert!(jwt::decode(&jti).len() >= 16);
            assert!(seen.insert(jti));
        }
    })
    .await;
}

#[tokio::test]
async fn tokens_of_every_server_are_for_that_server_alone() {
    on_both(async |tenant| {
        for server in [ADMIN, DEFAULT, DEVELOPER, SYSTEM] {
            let app = register(&tenant, server, machine()).await;
            let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
            let (_, claims) = jwt::read(&token);
            assert_eq!(claims["iss"], tenant.server.issuer(&tenant.id, server).as_str());
            for other in [ADMIN, DEFAULT, DEVELOPER, SYSTEM] {
                let verified = jwt::verify(&jwt::key_set(&tenant, other).await, &token);
                assert_eq!(verified, other == server);
                let form = [GRANT];
                let answer = post(&tenant, other, TOKEN).basic(&app.id, &app.secret).form(&form).send().await;
                assert_eq!(answer.status, if other == server { 200 } else { 401 });
            }
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_55_no_header_of_a_request_ends_up_in_a_token_or_a_link() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let issuer = tenant.server.issuer(&tenant.id, DEFAULT);
        let hostile = |mut call: authplane_tests::Call| {
            for (name, value) in [
                ("host", "evil.example"),
                ("x-forwarded-host", "evil.example"),
                ("x-forwarded-proto", "https"),
                ("x-forwarded-prefix", "/evil"),
                ("forwarded", "host=evil.example;proto=https"),
                ("x-original-url", "/evil"),
            ] {
                call = call.header(HeaderName::from_static(name), value);
            }
            call
        };
        let call = post(&tenant, DEFAULT, TOKEN).basic(&app.id, &app.secret).form(&[GRANT]);
        let token = access_token(hostile(call).send().await);
        assert_eq!(jwt::read(&token).1["iss"], issuer.as_str());
        for path in [
            format!("/{}/default/.well-known/openid-configuration", tenant.id),
            format!("/.well-known/oauth-authorization-server/{}/default", tenant.id),
            "/.well-known/oauth-protected-resource".to_owned(),
        ] {
            let answer = hostile(tenant.server.call(Method::GET, &path)).send().await.expect(200);
            assert!(!answer.text().contains("evil"), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_no_token_request_is_refused_in_the_shape_of_rfc_6749() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let ask = || post(&tenant, DEFAULT, TOKEN).basic(&app.id, &app.secret);
        let form = "application/x-www-form-urlencoded";
        refused(ask().form(&[]).send().await, 400, "invalid_request");
        refused(ask().body(form, "").send().await, 400, "invalid_request");
        refused(ask().form(&[("grant_type", "")]).send().await, 400, "invalid_request");
        refused(ask().body(form, "grant_type=client_credentials&scope=%FF").send().await, 400, "invalid_request");
        refused(ask().body(form, "grant_type=client_credentials&scope=a%00").send().await, 400, "invalid_request");
        refused(ask().json(json!({"grant_type": "client_credentials"})).send().await, 415, "invalid_request");
        refused(ask().body("", "grant_type=client_credentials").send().await, 415, "invalid_request");
        refused(ask().body("multipart/form-data; boundary=x", "--x--").send().await, 415, "invalid_request");
        let endless = format!("grant_type=client_credentials&scope={}", "a".repeat(2 * 1024 * 1024));
        refused(ask().body(form, endless).send().await, 413, "invalid_request");
        for method in [Method::GET, Method::PUT, Method::DELETE, Method::PATCH] {
            let path = format!("/{}/default/oauth2/token", tenant.id);
            let answer = tenant.server.call(method, &path).send().await;
            assert_eq!(answer.header("allow"), "OPTIONS, POST");
            refused(answer, 405, "invalid_request");
        }
        for (id, server) in
            [(tenant.id.as_str(), "nobody"), ("nobody", DEFAULT), (&tenant.id, "%00"), ("a%2Fb", DEFAULT)]
        {
            let call = tenant.server.call(Method::POST, &format!("/{id}/{server}/oauth2/token"));
            refused(call.basic(&app.id, &app.secret).form(&[GRANT]).send().await, 404, "not_found");
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_15_a_repeated_parameter_is_refused_and_only_resource_may_repeat() {
    on_both(async |tenant| {
        api(&tenant, "https://a.example", None, &[]).await;
        api(&tenant, "https://b.example", None, &[]).await;
        let app = register(&tenant, DEFAULT, machine()).await;
        let ask = |form: &[(&str, &str)]| post(&tenant, DEFAULT, TOKEN).basic(&app.id, &app.secret).form(form).send();
        for name in ["grant_type", "scope", "client_id", "client_secret", "client_assertion", "client_assertion_type"] {
            let form = [GRANT, (name, "client_credentials"), (name, "client_credentials")];
            let form = if name == "grant_type" { &form[1..] } else { &form[..] };
            let description = refused(ask(form).await, 400, "invalid_request");
            assert!(description.contains(name), "{description}");
        }
        let token =
            access_token(ask(&[GRANT, ("resource", "https://a.example"), ("resource", "https://b.example")]).await);
        assert_eq!(jwt::read(&token).1["aud"], json!(["https://a.example", "https://b.example"]));
    })
    .await;
}

#[tokio::test]
async fn assertion_16_unknown_parameters_are_ignored_also_when_they_repeat() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let form = [GRANT, ("audience", "x"), ("unknown", "1"), ("unknown", "2"), ("redirect_uri", "javascript:1")];
        let token = access_token(post(&tenant, DEFAULT, TOKEN).basic(&app.id, &app.secret).form(&form).send().await);
        assert_eq!(jwt::read(&token).1["aud"], Value::from(app.id));
    })
    .await;
}

#[tokio::test]
async fn assertion_45_credentials_in_the_query_string_count_for_nothing() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let query = format!("client_id={}&client_secret={}&grant_type=client_credentials", app.id, app.secret);
        let path = format!("/{}/default/oauth2/token?{query}", tenant.id);
        refused(tenant.server.call(Method::POST, &path).form(&[]).send().await, 400, "invalid_request");
        refused(tenant.server.call(Method::POST, &path).form(&[GRANT]).send().await, 401, "invalid_client");
        for path in
            ["/api/resources", "/api/admin/{tid}/servers/default/services", "/local-user-store/api/v1/api-clients"]
        {
            let path = format!("{}?access_token={}", path.replace("{tid}", &tenant.id), tenant.token);
            let answer = tenant.server.call(Method::GET, &path).send().await;
            assert!([401, 405].contains(&answer.status), "{path}: {}", answer.status);
        }
    })
    .await;
}

/// A machine of the developers' server asks.
async fn good(tenant: &Tenant) -> Call {
    let machine = tenant.add_client(DEVELOPER, &[]).await;
    post(tenant, DEVELOPER, TOKEN).basic(&machine.id, &machine.secret).form(&[GRANT])
}

/// As Logto's SDKs ask.
async fn good_as_of_logto(tenant: &Tenant) -> Call {
    let machine = tenant.add_client(DEFAULT, &["all"]).await;
    let resource = format!("https://{}.logto.app/api", tenant.id);
    let credentials = [("client_id", machine.id.as_str()), ("client_secret", machine.secret.as_str())];
    let asked = [GRANT, ("resource", resource.as_str()), ("scope", "all")];
    tenant.post("/oidc/token").anonymous().form(&[&credentials[..], &asked].concat())
}

/// As `PrivX`'s SDKs ask.
async fn good_as_of_local_user_store(tenant: &Tenant) -> Call {
    let id = things::api_client(tenant, "Night jobs").await;
    let shown = things::api_client_with_secrets(tenant, &id).await;
    let text = |member: &str| shown[member].as_str().unwrap_or_default();
    let call = tenant.post("/auth/api/v1/oauth/token");
    let call = call.basic(text("oauth_client_id"), text("oauth_client_secret"));
    call.form(&[("grant_type", "password"), ("username", text("id")), ("password", text("secret"))])
}

/// Doors without a tenant in their path take it from the resource.
fn of_no_tenant(_: &Tenant, good: Call) -> Making<'_> {
    ready(good.basic(UNKNOWN, "wrong").form(&[GRANT, ("resource", "https://nobody.logto.app/api")]))
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "token", scopes: &[], good: |tenant| Box::pin(good(tenant)), provoke: &[(429, guessed_too_often)] },
    Row {
        id: "logto_token",
        scopes: &[],
        good: |tenant| Box::pin(good_as_of_logto(tenant)),
        provoke: &[(404, of_no_tenant), (429, guessed_too_often)],
    },
    Row {
        id: "local_user_store_token",
        scopes: &[],
        good: |tenant| Box::pin(good_as_of_local_user_store(tenant)),
        provoke: &[(404, of_no_tenant), (429, guessed_too_often)],
    },
];

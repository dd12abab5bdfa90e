//! Introspection (RFC 7662): who hears what of which token.

use std::sync::Arc;

use authplane_client::Secret;
use authplane_client::oauth::{AuthorizationServer, Caller, Credentials as SdkCredentials};
use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, DEVELOPER};
use authplane_domain::clients::client::{ClientDetails, SubjectType};
use authplane_domain::environment::ManualClock;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::relying_party::{Tokens, application, claims_of};
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, static_method};
use authplane_tests::{Call, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent, on_both};
use chrono::{DateTime, TimeDelta};
use serde_json::{Value, json};

use super::{
    INTROSPECT, access_token, api, guessed_too_often, introspect, is_active, jwt, machine, machine_with, post, refused,
    register,
};
use crate::it::nets::Row;

#[tokio::test]
async fn a_client_hears_everything_of_its_own_token() {
    on_both(async |tenant| {
        api(&tenant, "https://orders.example", None, &["orders:read"]).await;
        let app = register(&tenant, DEFAULT, machine_with(&["orders:read"])).await;
        let token = access_token(tenant.ask_for_token(&app, Some("orders:read"), &["https://orders.example"]).await);
        let call = post(&tenant, DEFAULT, INTROSPECT).basic(&app.id, &app.secret);
        let answer = call.form(&[("token", &token), ("token_type_hint", "refresh_token")]).send().await.expect(200);
        assert_eq!((answer.header("cache-control"), answer.header("content-type")), ("no-store", "application/json"));
        let (_, claims) = jwt::read(&token);
        let expected = json!({
            "active": true, "scope": "orders:read", "client_id": app.id, "token_type": "Bearer", "exp": claims["exp"],
            "iat": claims["iat"], "nbf": claims["iat"], "sub": app.id, "aud": ["https://orders.example"], "iss": tenant.server.issuer(&tenant.id, DEFAULT),
            "jti": claims["jti"], "tenant_id": tenant.id, "server_id": DEFAULT,
        });
        assert_eq!(answer.json(), expected);

        let server = AuthorizationServer::discover(&tenant.server.issuer(&tenant.id, DEFAULT)).await.unwrap();
        let credentials = SdkCredentials::new(app.id.clone(), app.secret.clone());
        let said = server.introspect(Caller::Client(&credentials), &Secret::from(token)).await.unwrap();
        assert!(said.active && said.is_for("https://orders.example") && said.has_scope("orders:read"));
        assert!(!said.is_for("https://elsewhere.example") && !said.has_scope("orders:write"));
    })
    .await;
}

#[tokio::test]
async fn assertion_47_only_whom_a_token_concerns_hears_of_it() {
    on_both(async |tenant| {
        let api_client = register(&tenant, DEFAULT, machine()).await;
        let details = ClientDetails { audience: Some(vec![api_client.id.clone()]), ..machine() };
        let app = register(&tenant, DEFAULT, details).await;
        let stranger = register(&tenant, DEFAULT, machine()).await;
        let inspector = register(&tenant, DEFAULT, machine_with(&["introspect_tokens"])).await;
        let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
        assert!(is_active(&tenant, &app, &token).await, "its holder");
        assert!(is_active(&tenant, &api_client, &token).await, "its audience");
        assert!(is_active(&tenant, &inspector, &token).await, "who may ask about all");
        assert_eq!(introspect(&tenant, &stranger, &token).await, json!({"active": false}));
        assert_eq!(introspect(&tenant, &stranger, "garbage").await, json!({"active": false}));
    })
    .await;
}

#[tokio::test]
async fn a_bearer_with_the_scope_may_ask_and_one_without_it_may_not() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
        let ask = |bearer: String, server: &'static str| {
            post(&tenant, server, INTROSPECT).bearer(&bearer).form(&[("token", &token)]).send()
        };
        let allowed = tenant.token_of(DEFAULT, &["introspect_tokens"], &[]).await;
        let said = ask(allowed.clone(), DEFAULT).await.expect(200).json();
        assert_eq!((&said["active"], &said["client_id"]), (&json!(true), &json!(app.id)));
        let other_scope = tenant.token_of(DEFAULT, &["revoke_tokens"], &[]).await;
        let answer = ask(other_scope, DEFAULT).await;
        assert!(answer.header("www-authenticate").contains("insufficient_scope"));
        refused(answer, 401, "insufficient_scope");
        refused(ask(token.clone(), DEFAULT).await, 401, "insufficient_scope");
        // Of another server or tenant, or no token at all.
        let elsewhere = tenant.token_of(DEVELOPER, &["introspect_tokens"], &[]).await;
        refused(ask(elsewhere, DEFAULT).await, 401, "invalid_token");
        let stranger = Tenant::new(&tenant.server).await.token_of(DEFAULT, &["introspect_tokens"], &[]).await;
        refused(ask(stranger, DEFAULT).await, 401, "invalid_token");
        refused(ask("garbage".to_owned(), DEFAULT).await, 401, "invalid_token");
        refused(ask(allowed, ADMIN).await, 401, "invalid_token");
        let call =
            post(&tenant, DEFAULT, INTROSPECT).header(http::header::AUTHORIZATION, "Bearer").form(&[("token", "x")]);
        refused(call.send().await, 401, "invalid_client");
    })
    .await;
}

#[tokio::test]
async fn whoever_does_not_say_who_asks_or_what_is_refused() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let call = || post(&tenant, DEFAULT, INTROSPECT);
        refused(call().form(&[("token", "x")]).send().await, 401, "invalid_client");
        refused(call().basic(&app.id, "wrong").form(&[("token", "x")]).send().await, 401, "invalid_client");
        refused(call().basic(&app.id, &app.secret).form(&[]).send().await, 400, "invalid_request");
        refused(call().basic(&app.id, &app.secret).form(&[("token", "")]).send().await, 400, "invalid_request");
        refused(
            call().basic(&app.id, &app.secret).form(&[("token", "a"), ("token", "b")]).send().await,
            400,
            "invalid_request",
        );
        refused(call().basic(&app.id, &app.secret).json(json!({"token": "x"})).send().await, 400, "invalid_request");
        let nowhere = tenant.server.call(http::Method::POST, &format!("/{}/nobody/{INTROSPECT}", tenant.id));
        refused(nowhere.basic(&app.id, &app.secret).form(&[("token", "x")]).send().await, 404, "not_found");
    })
    .await;
}

#[tokio::test]
async fn assertion_49_a_truncated_recased_padded_or_changed_token_is_not_active() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
        assert!(is_active(&tenant, &app, &token).await);
        let mut changed = vec![
            token.to_lowercase(),
            token.to_uppercase(),
            format!("{token}="),
            format!("{token}A"),
            format!(" {token}"),
            format!("{token} "),
            format!("Bearer {token}"),
            token.replace('.', ".."),
            token[..token.rfind('.').unwrap()].to_owned(),
            format!("{}.", &token[..token.rfind('.').unwrap()]),
            "x".repeat(20_000),
            "\u{e9}".to_owned(),
        ];
        changed.extend((1..token.len()).step_by(37).map(|length| token[..length].to_owned()));
        changed.extend((0..token.len()).step_by(17).map(|at| {
            let other = if token.as_bytes()[at] == b'A' { "B" } else { "A" };
            format!("{}{other}{}", &token[..at], &token[at + 1..])
        }));
        for token in changed {
            assert!(!is_active(&tenant, &app, &token).await, "{token}");
        }
        assert!(is_active(&tenant, &app, &token).await, "the genuine one still is");
    })
    .await;
}

#[tokio::test]
async fn assertions_46_and_58_only_access_tokens_of_this_very_server_are_active() {
    on_both(async |tenant| {
        let inspector = register(&tenant, DEFAULT, machine_with(&["introspect_tokens"])).await;
        let app = register(&tenant, DEFAULT, machine()).await;
        let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
        let (header, claims) = jwt::read(&token);
        let (key, kid) = jwt::stolen_key(&tenant, DEFAULT).await;
        assert_eq!(header["kid"], kid.as_str());
        let with = |name: &str, value: Value, of: &Value| {
            let mut changed = of.clone();
            changed[name] = value;
            changed
        };
        // The key itself makes tokens that count; so what follows fails for the reason that it names.
        assert!(is_active(&tenant, &inspector, &key.sign(&header, &with("jti", json!("other"), &claims))).await);
        let stranger = Tenant::new(&tenant.server).await;
        let elsewhere = tenant.server.issuer(&stranger.id, DEFAULT);
        for (name, header, claims) in [
            ("typ JWT: an ID token", with("typ", json!("JWT"), &header), claims.clone()),
            ("typ logout+jwt", with("typ", json!("logout+jwt"), &header), claims.clone()),
            ("no typ", with("typ", Value::Null, &header), claims.clone()),
            ("another issuer", header.clone(), with("iss", json!(elsewhere), &claims)),
            ("another tenant", header.clone(), with("tid", json!(stranger.id), &claims)),
            ("another server", header.clone(), with("aid", json!(ADMIN), &claims)),
            ("a slash in the tenant", header.clone(), with("tid", json!(format!("{}/default", tenant.id)), &claims)),
            ("expired", header.clone(), with("exp", json!(super::now(&tenant) - 1), &claims)),
            ("a client that isn't", header.clone(), with("client_id", json!("nobody"), &claims)),
            ("no audience", header.clone(), with("aud", Value::Null, &claims)),
            ("no exp", header.clone(), with("exp", Value::Null, &claims)),
            ("another algorithm's name", with("alg", json!("RS256"), &header), claims.clone()),
            ("an unknown key", with("kid", json!("1"), &header), claims.clone()),
        ] {
            assert!(!is_active(&tenant, &inspector, &key.sign(&header, &claims)).await, "{name}");
        }
        for alg in ["none", "None", "HS256"] {
            let header = with("alg", json!(alg), &header);
            let unsigned = jwt::compact(&header, &claims, |_| Vec::new());
            assert!(!is_active(&tenant, &inspector, &unsigned).await, "{alg}");
            let hmac = jwt::compact(&header, &claims, |input| {
                let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, key.jwk(&kid).to_string().as_bytes());
                aws_lc_rs::hmac::sign(&key, input).as_ref().to_vec()
            });
            assert!(!is_active(&tenant, &inspector, &hmac).await, "{alg}");
        }
        let foreign_key = jwt::Key::new("ES256").sign(&header, &claims);
        assert!(!is_active(&tenant, &inspector, &foreign_key).await);
        // Genuine tokens, asked about in the wrong place.
        let of_stranger = stranger.token_of(DEFAULT, &["email"], &[]).await;
        assert!(!is_active(&tenant, &inspector, &of_stranger).await);
        assert!(!is_active(&tenant, &inspector, &tenant.token).await, "of another server of the tenant");
    })
    .await;
}

#[tokio::test]
async fn a_token_dies_with_its_client_its_tenant_and_at_its_hour() {
    for database in authplane_tests::Database::tested() {
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let settings = Settings { database, ..Settings::default() }.with_clock(&clock);
        let server = TestServer::start(settings).await;
        let tenant = Tenant::new(&server).await;
        api(&tenant, "urn:short", Some(60), &[]).await;
        let inspector = register(&tenant, DEFAULT, machine_with(&["introspect_tokens"])).await;
        let app = register(&tenant, DEFAULT, machine()).await;
        let short = access_token(tenant.ask_for_token(&app, None, &["urn:short"]).await);
        clock.advance(TimeDelta::milliseconds(59_999));
        assert!(is_active(&tenant, &inspector, &short).await);
        clock.advance(TimeDelta::milliseconds(1));
        assert!(!is_active(&tenant, &inspector, &short).await, "in the very second that exp names");

        let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
        assert!(is_active(&tenant, &inspector, &token).await);
        let (tid, id) = (tenant.id.clone(), app.id.clone());
        authplane_domain::clients::client::remove(&Acting::new(&server.context().store, &tid, Actor::system()), &id)
            .await
            .unwrap();
        assert!(!is_active(&tenant, &inspector, &token).await, "its client is gone");
        server.stop().await;
    }
}

/// Tokens of a user who lets an application come back by itself.
async fn offline(application: &RelyingParty) -> Tokens {
    let mut agent = UserAgent::new(&application.issuer);
    let request = application.request().with("scope", "openid offline_access");
    application.sign_in(&mut agent, &request, (USER, PASSWORD)).await
}

#[tokio::test]
async fn a_users_token_says_how_they_signed_in_and_their_refresh_token_what_was_given() {
    for database in Database::tested() {
        let tenant = Tenant::with_users(&TestServer::shared(database).await).await;
        let app = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        let tokens = offline(&app).await;
        let claims = claims_of(&tokens.access_token);
        let issuer = tenant.server.issuer(&tenant.id, DEFAULT);
        assert_eq!(
            app.introspect(&tokens.access_token).await,
            json!({
                "active": true, "scope": "openid offline_access", "client_id": app.client.id, "token_type": "Bearer",
                "exp": claims["exp"], "iat": claims["iat"], "nbf": claims["iat"], "sub": USER, "username": USER, "aud": [app.client.id], "iss": issuer,
                "jti": claims["jti"], "auth_time": claims["auth_time"], "amr": ["pwd"], "tenant_id": tenant.id, "server_id": DEFAULT,
            })
        );
        let said = app.introspect(tokens.refresh_token()).await;
        let issued = said["iat"].as_i64().unwrap();
        assert!((super::now(&tenant) - issued).abs() < 60);
        assert_eq!(
            said,
            json!({
                "active": true, "scope": "openid offline_access", "client_id": app.client.id, "exp": issued + 30 * 24 * 3600,
                "iat": issued, "sub": USER, "username": USER, "iss": issuer, "auth_time": claims["auth_time"], "amr": ["pwd"],
                "tenant_id": tenant.id, "server_id": DEFAULT,
            })
        );
        // The hint says where to look first, and there is one place.
        for hint in ["access_token", "refresh_token", "nonsense"] {
            let call = app.call(INTROSPECT, &[("token", tokens.refresh_token()), ("token_type_hint", hint)]);
            assert_eq!(call.send().await.expect(200).json()["active"], true);
        }
        let next = Tokens::from(&app.refresh(tokens.refresh_token()).await);
        assert_eq!(app.introspect(tokens.refresh_token()).await, json!({"active": false}), "it was used");
        assert_eq!(app.introspect(next.refresh_token()).await["active"], true);
    }
}

/// ACP's `ext`: what the server was told to put into access tokens, and nothing that tokens say by themselves.
#[tokio::test]
async fn the_servers_own_claims_of_access_tokens_are_told_apart() {
    for database in Database::tested() {
        let tenant = Tenant::with_users(&TestServer::shared(database).await).await;
        for (name, mapping) in [("department", "groups"), ("home.town", "address.locality")] {
            let claim =
                json!({"authorization_server_id": DEFAULT, "name": name, "mapping": mapping, "type": "access_token"});
            let _ = tenant.post("/api/admin/{tid}/claims").json(claim).send().await.expect(201);
        }
        let app = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        let tokens = offline(&app).await;
        let said = app.introspect(&tokens.access_token).await;
        let ext = json!({"department": ["admins", "people"], "home": {"town": "Berlin"}});
        assert_eq!((&said["ext"], &said["username"]), (&ext, &json!(USER)));
        assert_eq!(app.introspect(tokens.refresh_token()).await.get("ext"), None);
    }
}

/// Who is to know users by names that only they have for them doesn't hear what others call them.
#[tokio::test]
async fn a_client_with_pairwise_subjects_hears_no_names_of_users() {
    for database in Database::tested() {
        let tenant = Tenant::with_users(&TestServer::shared(database).await).await;
        let mut details = application(&["openid", "offline_access"]);
        details.metadata.subject_type = SubjectType::Pairwise;
        let app = RelyingParty::register(&tenant, details).await;
        let tokens = offline(&app).await;
        for token in [tokens.access_token.as_str(), tokens.refresh_token()] {
            let said = app.introspect(token).await;
            assert!(said["active"] == true && said["sub"] != USER, "{said}");
            assert_eq!(said.get("username"), None);
        }
    }
}

#[tokio::test]
async fn assertion_47_a_refresh_token_concerns_its_client_and_who_may_ask_about_all() {
    for database in Database::tested() {
        let tenant = Tenant::with_users(&TestServer::shared(database).await).await;
        let app = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        let details =
            ClientDetails { audience: Some(vec!["https://everything.example".to_owned()]), ..application(&["openid"]) };
        let stranger = RelyingParty::register(&tenant, details).await;
        let tokens = offline(&app).await;
        let token = tokens.refresh_token();
        assert_eq!(stranger.introspect(token).await, json!({"active": false}));
        let inspector = register(&tenant, DEFAULT, machine_with(&["introspect_tokens"])).await;
        assert!(is_active(&tenant, &inspector, token).await);
        let bearer = tenant.token_of(DEFAULT, &["introspect_tokens"], &[]).await;
        let ask = |server, bearer: &str| post(&tenant, server, INTROSPECT).bearer(bearer).form(&[("token", token)]);
        assert_eq!(ask(DEFAULT, &bearer).send().await.expect(200).json()["active"], true);
        // At another server, or another tenant's, it is none.
        let elsewhere = tenant.token_of(DEVELOPER, &["introspect_tokens"], &[]).await;
        assert_eq!(ask(DEVELOPER, &elsewhere).send().await.expect(200).json(), json!({"active": false}));
        let other = Tenant::new(&tenant.server).await;
        let foreign = register(&other, DEFAULT, machine_with(&["introspect_tokens"])).await;
        assert_eq!(introspect(&other, &foreign, token).await, json!({"active": false}));
        // Who can't prove who they are hears nothing, not even of their own.
        let public = RelyingParty::public(&tenant, &["openid", "offline_access"]).await;
        let of_public = offline(&public).await;
        let call = public.call(INTROSPECT, &[("token", of_public.refresh_token())]);
        refused(call.send().await, 401, "invalid_client");
        assert!(is_active(&tenant, &inspector, of_public.refresh_token()).await);
    }
}

#[tokio::test]
async fn a_refresh_token_is_active_as_long_as_it_could_be_used() {
    for database in Database::tested() {
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let server = TestServer::start(Settings { database, ..Settings::default() }.with_clock(&clock)).await;
        let tenant = Tenant::with_users(&server).await;
        super::change_server(&tenant, |details| details.refresh_token_ttl = 1000).await;
        let app = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        let tokens = offline(&app).await;
        clock.advance(TimeDelta::seconds(999));
        assert_eq!(app.introspect(tokens.refresh_token()).await["active"], true);
        clock.advance(TimeDelta::seconds(1));
        assert_eq!(app.introspect(tokens.refresh_token()).await, json!({"active": false}));

        let tokens = offline(&app).await;
        let given = app.call(super::REVOKE, &[("token", &tokens.access_token)]);
        let _ = given.send().await.expect(200);
        assert_eq!(app.introspect(tokens.refresh_token()).await["active"], true, "only the access token went");
        tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[(OTHER_USER, PASSWORD, json!({}))])]).await;
        assert_eq!(app.introspect(tokens.refresh_token()).await, json!({"active": false}));
        server.stop().await;
    }
}

/// A machine of the developers' server asks about what is no token.
async fn good(tenant: &Tenant) -> Call {
    let machine = tenant.add_client(DEVELOPER, &[]).await;
    post(tenant, DEVELOPER, INTROSPECT).basic(&machine.id, &machine.secret).form(&[("token", "garbage")])
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "introspect",
    scopes: &["introspect_tokens"],
    good: |tenant| Box::pin(good(tenant)),
    provoke: &[(429, guessed_too_often)],
}];

//! Authorization codes and proof keys.

use std::collections::BTreeSet;

use authplane_domain::clients::client::{ClientAuthentication, ClientDetails};
use authplane_tests::relying_party::{Tokens, application, challenge};
use authplane_tests::{Answer, Database, RelyingParty, Settings, Tenant, TestServer};
use chrono::TimeDelta;

use super::{ADA, agent, code, response, with_clock_on_both, with_users_on_both};
use crate::it::devices::{Device, GRANT, details as device_details};
use crate::it::oauth::change_server;

#[track_caller]
fn refused(answer: &Answer, error: &str) {
    let answer = answer.clone().expect(400);
    assert_eq!(answer.json()["error"], error, "{}", answer.text());
}

#[tokio::test]
async fn assertions_17_and_18_a_code_works_once_and_the_second_use_ends_all_that_came_of_it() {
    with_users_on_both(async |tenant| {
        for application in [
            RelyingParty::web(&tenant, &["openid", "offline_access"]).await,
            RelyingParty::public(&tenant, &["openid", "offline_access"]).await,
        ] {
            let mut agent = agent(&tenant);
            let request = application.request().with("scope", "openid offline_access");
            let code = code(&application, &mut agent, &request).await;
            let first = Tokens::from(&application.exchange(&code, &request).await);
            let second = Tokens::from(&application.refresh(first.refresh_token()).await);
            let other = application.ask_again(&mut agent, &request).await;
            let before = tenant.audit_events().await.len();
            for _again in 0..2 {
                refused(&application.exchange(&code, &request).await, "invalid_grant");
                for tokens in [&first, &second] {
                    let _ = application.userinfo(&tokens.access_token).await.expect(401);
                    refused(&application.refresh(tokens.refresh_token()).await, "invalid_grant");
                }
            }
            let events = tenant.audit_events().await;
            assert_eq!((events.len(), &*events[0].0), (before + 1, "authorization_grant.change"), "it is told once");
            // What the same user gave on another occasion has nothing to do with it.
            let _ = application.userinfo(&other.access_token).await.expect(200);
            let _ = application.refresh(other.refresh_token()).await.expect(200);
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_20_the_redirect_uri_of_the_token_request_is_that_of_the_authorization_request() {
    with_users_on_both(async |tenant| {
        let uri = "https://only.example/callback";
        let details =
            ClientDetails { redirect_uris: vec![uri.to_owned()], trusted: true, ..application(&["openid", "orders"]) };
        let _ = crate::it::things::scope(&tenant, None, "orders").await;
        let app = RelyingParty::register(&tenant, details).await;
        let mut agent = agent(&tenant);
        let exchange = async |code: &str, verifier: &str, redirect_uri: Option<&str>| {
            let mut fields = vec![("grant_type", "authorization_code"), ("code", code), ("code_verifier", verifier)];
            fields.extend(redirect_uri.map(|uri| ("redirect_uri", uri)));
            app.call("oauth2/token", &fields).send().await
        };
        let request = app.request();
        let named = code(&app, &mut agent, &request).await;
        for wrong in [
            None,
            Some("https://only.example/"),
            Some("https://evil.example/callback"),
            Some("HTTPS://only.example/callback"),
        ] {
            refused(&exchange(&named, &request.verifier, wrong).await, "invalid_grant");
        }
        let _ = exchange(&named, &request.verifier, Some(uri)).await.expect(200);
        // RFC 6749 §4.1.1: where there is only one, it needn't be named. If it is named later, it is that one.
        let request = app.request().without("redirect_uri").with("scope", "orders");
        let unnamed = code(&app, &mut agent, &request).await;
        refused(&exchange(&unnamed, &request.verifier, Some("https://evil.example/callback")).await, "invalid_grant");
        let _ = exchange(&unnamed, &request.verifier, None).await.expect(200);
        let unnamed = code(&app, &mut agent, &request).await;
        let _ = exchange(&unnamed, &request.verifier, Some(uri)).await.expect(200);
        // OAuth 2.1 has no such parameter; where it comes all the same, it must be right.
        change_server(&tenant, |details| details.profiles = vec!["oauth21".to_owned()]).await;
        let request = app.request();
        let named = code(&app, &mut agent, &request).await;
        refused(&exchange(&named, &request.verifier, Some("https://only.example/")).await, "invalid_grant");
        let _ = exchange(&named, &request.verifier, None).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn assertions_21_and_22_who_needs_a_proof_key_gets_no_code_without_one() {
    with_users_on_both(async |tenant| {
        let web = RelyingParty::web(&tenant, &["openid"]).await;
        let public = RelyingParty::public(&tenant, &["openid"]).await;
        let hybrid = ClientDetails {
            token_endpoint_auth_method: ClientAuthentication::None,
            grant_types: Some(vec!["authorization_code".to_owned(), "implicit".to_owned()]),
            response_types: Some(vec!["code".to_owned(), "id_token".to_owned()]),
            ..application(&["openid"])
        };
        let hybrid = RelyingParty::register(&tenant, hybrid).await;
        let mut agent = agent(&tenant);
        for app in [&web, &public, &hybrid] {
            let _ = app.sign_in(&mut agent, &app.request(), ADA).await;
        }
        let mut ask = async |app: &RelyingParty, response_type: &str| {
            let request = app.request().without_challenge().with("response_type", response_type);
            let answered = response(agent.get(&request.url()).await);
            assert_eq!(answered.get("code").is_some(), answered.get("error").is_none());
            answered.get("error").map(str::to_owned)
        };
        assert_eq!(ask(&public, "code").await.as_deref(), Some("invalid_request"));
        assert_eq!(ask(&hybrid, "code id_token").await.as_deref(), Some("invalid_request"));
        assert_eq!(ask(&web, "code").await, None, "this server leaves it to clients with a secret");
        change_server(&tenant, |details| details.enforce_pkce = true).await;
        assert_eq!(ask(&web, "code").await.as_deref(), Some("invalid_request"));
        change_server(&tenant, |details| details.profiles = vec!["oauth21".to_owned()]).await;
        assert_eq!(ask(&web, "code").await.as_deref(), Some("invalid_request"));
    })
    .await;
}

#[tokio::test]
async fn assertions_23_24_25_and_26_a_proof_key_is_asked_for_where_one_was_promised_and_only_then() {
    with_users_on_both(async |tenant| {
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let mut agent = agent(&tenant);
        let exchange = async |code: &str, verifier: Option<&str>| {
            let mut fields =
                vec![("grant_type", "authorization_code"), ("code", code), ("redirect_uri", &app.redirect_uri)];
            fields.extend(verifier.map(|verifier| ("code_verifier", verifier)));
            app.call("oauth2/token", &fields).send().await
        };
        let request = app.request();
        let promised = code(&app, &mut agent, &request).await;
        let (upper, challenged) = (request.verifier.to_uppercase(), challenge(&request.verifier));
        // The challenge itself is what `plain` would take.
        for wrong in [None, Some(""), Some("x"), Some(&*upper), Some(&*challenged), Some(&request.verifier[1..])] {
            refused(&exchange(&promised, wrong).await, "invalid_grant");
        }
        let _ = exchange(&promised, Some(&request.verifier)).await.expect(200);
        let request = app.request().without_challenge();
        let unpromised = code(&app, &mut agent, &request).await;
        refused(&exchange(&unpromised, Some(&request.verifier)).await, "invalid_grant");
        let _ = exchange(&unpromised, None).await.expect(200);

        // The alphabet and the length of RFC 7636 §4.1, although these challenges are made of those verifiers.
        for (verifier, good) in [
            ("a".repeat(42), false),
            ("a".repeat(43), true),
            ("-._~".repeat(32), true),
            ("a".repeat(129), false),
            ("a".repeat(1000), false),
            (format!("{}+", "a".repeat(50)), false),
            (format!("{}ü", "a".repeat(50)), false),
            (format!("{} ", "a".repeat(50)), false),
        ] {
            let request = app.request().with("code_challenge", &challenge(&verifier));
            let code = code(&app, &mut agent, &request).await;
            let answer = exchange(&code, Some(&verifier)).await;
            if good { drop(answer.expect(200)) } else { refused(&answer, "invalid_grant") }
        }
        for (challenge, method) in [
            (Some("a".repeat(43)), Some("plain")),
            (Some("a".repeat(43)), None),
            (Some("a".repeat(43)), Some("s256")),
            (Some("a".repeat(42)), Some("S256")),
            (Some("a".repeat(44)), Some("S256")),
            (Some("=".repeat(43)), Some("S256")),
            (None, Some("S256")),
        ] {
            let mut request = app.request().without_challenge();
            for (name, value) in [("code_challenge", challenge.as_deref()), ("code_challenge_method", method)] {
                request = value.map_or(request.clone(), |value| request.clone().with(name, value));
            }
            let answered = response(agent.get(&request.url()).await);
            assert_eq!(answered.error(&app, &request).0, "invalid_request", "{challenge:?} {method:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_27_a_code_lives_ten_minutes_at_most_and_one_in_oauth_2_1() {
    with_clock_on_both(async |tenant, clock| {
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let mut agent = agent(&tenant);
        for (profile, seconds) in [(None, 600), (Some("oauth21"), 60)] {
            change_server(&tenant, |details| details.profiles = profile.map(str::to_owned).into_iter().collect()).await;
            let request = app.request();
            let code_in_time = code(&app, &mut agent, &request).await;
            clock.advance(TimeDelta::seconds(seconds - 1));
            let _ = app.exchange(&code_in_time, &request).await.expect(200);
            let request = app.request();
            let late = code(&app, &mut agent, &request).await;
            clock.advance(TimeDelta::seconds(seconds));
            refused(&app.exchange(&late, &request).await, "invalid_grant");
        }
        // A server may be stricter.
        change_server(&tenant, |details| details.authorization_code_ttl = 10).await;
        let request = app.request();
        let late = code(&app, &mut agent, &request).await;
        clock.advance(TimeDelta::seconds(10));
        refused(&app.exchange(&late, &request).await, "invalid_grant");
    })
    .await;
}

#[tokio::test]
async fn assertion_28_what_opens_something_is_long_random_and_not_stored() {
    let server = TestServer::start(Settings { database: Database::Sqlite, ..Settings::default() }).await;
    let tenant = Tenant::with_users(&server).await;
    change_server(&tenant, |details| details.grant_types.push(GRANT.to_owned())).await;
    let app = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
    let television = RelyingParty::register(&tenant, device_details(&["openid"])).await;
    let mut secrets = BTreeSet::new();
    let mut count = 0;
    for _ in 0..5 {
        let mut agent = agent(&tenant);
        let request = app.request().with("scope", "openid offline_access");
        let code = code(&app, &mut agent, &request).await;
        let tokens = Tokens::from(&app.exchange(&code, &request).await);
        let next = Tokens::from(&app.refresh(tokens.refresh_token()).await);
        let device = Device::begin(&television, "openid").await;
        let mut made = vec![
            code,
            tokens.refresh_token().to_owned(),
            next.refresh_token().to_owned(),
            device.device_code().to_owned(),
            tokens.access_token.clone(),
        ];
        made.extend(agent.cookies.kept().iter().map(|cookie| cookie.value.clone()));
        assert_eq!(made.len(), 8, "three cookies");
        for secret in made {
            // 256 bits in base64url.
            assert!(secret.len() >= 43, "{secret}");
            count += 1;
            secrets.insert(secret);
        }
    }
    assert_eq!(secrets.len(), count);
    let mut stored = Vec::new();
    for entry in std::fs::read_dir(server.data_dir()).unwrap() {
        stored.extend(std::fs::read(entry.unwrap().path()).unwrap());
    }
    let contains = |text: &str| stored.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(contains(&app.client.id), "where the search looks, something is");
    for secret in &secrets {
        assert!(!contains(secret), "{secret} is stored");
    }
    server.stop().await;
}

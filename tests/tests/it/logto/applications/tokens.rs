//! What types and settings of applications mean at the token endpoint.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientAuthentication;
use authplane_tests::relying_party::{REDIRECT_URI, Tokens, claims_of};
use authplane_tests::user_agent::Outcome;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Credentials, RelyingParty, Tenant, UserAgent};
use serde_json::{Value, json};

use super::{application, path_of};
use crate::it::openid::logout::{is_signed_in, logout};
use crate::it::openid::with_users_on_both;

/// A new application whose users come back to [`REDIRECT_URI`].
async fn with_redirect(tenant: &Tenant, kind: &str, custom: Value) -> Value {
    let metadata = json!({"redirectUris": [REDIRECT_URI], "postLogoutRedirectUris": []});
    let body = json!({"name": "Shop", "type": kind, "oidcClientMetadata": metadata, "customClientMetadata": custom});
    application(tenant, body).await
}

/// The same as one that signs users in.
fn relying_party(tenant: &Tenant, application: &Value) -> RelyingParty {
    let is_public = ["Native", "SPA"].contains(&application["type"].as_str().unwrap());
    let authentication = if is_public { ClientAuthentication::None } else { ClientAuthentication::ClientSecretBasic };
    let text = |member: &str| application[member].as_str().unwrap().to_owned();
    let client = Credentials { id: text("id"), secret: text("secret"), server: DEFAULT.to_owned() };
    RelyingParty::of(tenant, client, authentication, REDIRECT_URI)
}

async fn sign_in(tenant: &Tenant, app: &RelyingParty, scope: &str) -> Tokens {
    let request = app.request().with("scope", scope);
    app.sign_in(&mut UserAgent::new(tenant.server.url()), &request, (USER, PASSWORD)).await
}

#[tokio::test]
async fn applications_with_users_sign_them_in_and_machines_ask_in_their_own_name() {
    with_users_on_both(async |tenant| {
        for kind in ["Native", "SPA", "Traditional"] {
            let app = relying_party(&tenant, &with_redirect(&tenant, kind, json!({})).await);
            let tokens = sign_in(&tenant, &app, "openid offline_access profile email").await;
            assert_eq!(
                app.userinfo(&tokens.access_token).await.expect(200).json()["email"],
                "ada@people.example",
                "{kind}"
            );
            assert!(tokens.refresh_token.is_some(), "{kind}");
            let machine = app.call("oauth2/token", &[("grant_type", "client_credentials")]).send().await.expect(400);
            assert_eq!(machine.json()["error"], "unauthorized_client", "{kind}");
            // Who keeps no secret shows by PKCE that the code is its own (RFC 9700 §2.1.1).
            if kind != "Traditional" {
                let without = app.request().without_challenge();
                let mut agent = UserAgent::new(tenant.server.url());
                let left = agent.get(&without.url()).await.left();
                assert!(left.to.as_str().contains("error=invalid_request"), "{kind}: {}", left.to);
            }
        }
        let machine = with_redirect(&tenant, "MachineToMachine", json!({})).await;
        let app = relying_party(&tenant, &machine);
        let _ = app.call("oauth2/token", &[("grant_type", "client_credentials")]).send().await.expect(200);
        let mut agent = UserAgent::new(tenant.server.url());
        let left = agent.get(&app.request().url()).await.left();
        assert!(left.to.as_str().contains("error=unauthorized_client"), "{}", left.to);
    })
    .await;
}

#[tokio::test]
async fn users_of_a_third_party_are_asked_and_those_of_the_tenants_own_are_not() {
    with_users_on_both(async |tenant| {
        for is_third_party in [false, true] {
            let metadata = json!({"redirectUris": [REDIRECT_URI], "postLogoutRedirectUris": []});
            let body = json!({"name": "Shop", "type": "Traditional", "isThirdParty": is_third_party, "oidcClientMetadata": metadata});
            let app = relying_party(&tenant, &application(&tenant, body).await);
            let mut agent = UserAgent::new(tenant.server.url());
            let request = app.request();
            let page = agent.get(&request.url()).await.page().expect(200);
            let outcome = agent.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await;
            assert_eq!(matches!(outcome, Outcome::Page(_)), is_third_party, "{outcome:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn lifetimes_are_those_of_the_application_and_else_the_servers() {
    with_users_on_both(async |tenant| {
        for (custom, id_token, refresh_token) in [
            (json!({}), 3600, 30 * 86_400),
            (json!({"idTokenTtl": 60}), 60, 30 * 86_400),
            (json!({"refreshTokenTtl": 120}), 3600, 120),
            (json!({"refreshTokenTtlInDays": 2}), 3600, 2 * 86_400),
            (json!({"refreshTokenTtlInDays": 2, "refreshTokenTtl": 120}), 3600, 2 * 86_400),
        ] {
            let app = relying_party(&tenant, &with_redirect(&tenant, "Traditional", custom.clone()).await);
            let tokens = sign_in(&tenant, &app, "openid offline_access").await;
            let claims = claims_of(tokens.id_token.as_deref().unwrap());
            assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), id_token, "{custom}");
            let refresh = app.introspect(tokens.refresh_token.as_deref().unwrap()).await;
            let left = refresh["exp"].as_i64().unwrap() - app.clock.now().timestamp();
            assert!((refresh_token - 60..=refresh_token).contains(&left), "{custom}: {refresh}");
        }
        // It has ended at once, and says so.
        let app = relying_party(&tenant, &with_redirect(&tenant, "Traditional", json!({"refreshTokenTtl": 0})).await);
        let tokens = sign_in(&tenant, &app, "openid offline_access").await;
        let refresh = tokens.refresh_token.unwrap();
        assert_eq!(app.introspect(&refresh).await["active"], false);
        assert_eq!(app.refresh(&refresh).await.expect(400).json()["error"], "invalid_grant");
    })
    .await;
}

#[tokio::test]
async fn a_refresh_token_is_exchanged_for_another_unless_a_client_with_a_secret_keeps_it() {
    with_users_on_both(async |tenant| {
        for (kind, custom, rotates) in [
            ("Traditional", json!({}), true),
            ("Traditional", json!({"rotateRefreshToken": true}), true),
            ("Traditional", json!({"rotateRefreshToken": false}), false),
            ("SPA", json!({"rotateRefreshToken": false}), true),
        ] {
            let app = relying_party(&tenant, &with_redirect(&tenant, kind, custom.clone()).await);
            let tokens = sign_in(&tenant, &app, "openid offline_access").await;
            let refresh = tokens.refresh_token.unwrap();
            for _ in 0..2 {
                // Within the grace the one before is answered with the same successor.
                let again = app.refresh(&refresh).await.expect(200).json();
                assert_eq!(again["refresh_token"] != json!(refresh), rotates, "{kind} {custom}");
                assert!(again["access_token"].is_string() && again["id_token"].is_string());
                if kind == "Traditional" {
                    assert_eq!(app.introspect(&refresh).await["active"], !rotates, "{kind} {custom}");
                }
            }
            if !rotates {
                // It ends all the same.
                let _ = app.call("oauth2/revoke", &[("token", &refresh)]).send().await.expect(200);
                assert_eq!(app.refresh(&refresh).await.expect(400).json()["error"], "invalid_grant");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_client_that_is_set_to_keep_its_refresh_token_keeps_the_one_that_it_has_by_then() {
    with_users_on_both(async |tenant| {
        let made = with_redirect(&tenant, "Traditional", json!({})).await;
        let app = relying_party(&tenant, &made);
        let first = sign_in(&tenant, &app, "openid offline_access").await.refresh_token.unwrap();
        let second = app.refresh(&first).await.expect(200).json()["refresh_token"].clone();
        let keep = json!({"customClientMetadata": {"rotateRefreshToken": false}});
        let _ = tenant.patch(&path_of(&made)).json(keep).send().await.expect(200);
        // Its answer was lost, and it tries again: both ways lead to the second.
        for token in [first.as_str(), second.as_str().unwrap()] {
            assert_eq!(app.refresh(token).await.expect(200).json()["refresh_token"], second);
        }
    })
    .await;
}

#[tokio::test]
async fn refresh_tokens_come_without_having_been_asked_for_where_an_application_always_gets_them() {
    with_users_on_both(async |tenant| {
        for (kind, always, comes) in
            [("SPA", true, true), ("Traditional", true, true), ("SPA", false, false), ("Native", true, false)]
        {
            let made = with_redirect(&tenant, kind, json!({"alwaysIssueRefreshToken": always})).await;
            let app = relying_party(&tenant, &made);
            let tokens = sign_in(&tenant, &app, "openid").await;
            assert_eq!(tokens.refresh_token.is_some(), comes, "{kind} {always}");
            if let Some(refresh) = tokens.refresh_token {
                let again = app.refresh(&refresh).await.expect(200).json();
                assert_eq!(again["scope"].as_str().unwrap_or("openid"), "openid", "and it is for nothing more");
                let _ = tenant.delete(&path_of(&made)).send().await.expect(204);
                let _ = app.refresh(again["refresh_token"].as_str().unwrap()).await.expect(401);
            }
        }
    })
    .await;
}

/// Ends what nobody agreed to go on without them.
#[tokio::test]
async fn such_a_refresh_token_ends_with_the_session_and_one_for_offline_access_does_not() {
    with_users_on_both(async |tenant| {
        for rotates in [true, false] {
            for (scope, goes_on) in [("openid", false), ("openid offline_access", true)] {
                let custom = json!({"alwaysIssueRefreshToken": true, "rotateRefreshToken": rotates});
                let app = relying_party(&tenant, &with_redirect(&tenant, "Traditional", custom).await);
                let request = app.request().with("scope", scope);
                let mut agent = UserAgent::new(tenant.server.url());
                let tokens = app.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
                let hint = tokens.id_token.clone().unwrap();
                let refresh = app.refresh(tokens.refresh_token.as_deref().unwrap()).await.expect(200).json();
                sign_out(&mut agent, &app, &hint).await;
                assert_eq!(app.introspect(refresh["refresh_token"].as_str().unwrap()).await["active"], goes_on);
                // The one before too, which is good for a while where an answer was lost.
                for token in [tokens.refresh_token.as_deref().unwrap(), refresh["refresh_token"].as_str().unwrap()] {
                    let answer = app.refresh(token).await;
                    assert_eq!(answer.status, if goes_on { 200 } else { 400 }, "{scope} {rotates}: {}", answer.text());
                }
            }
        }
    })
    .await;
}

async fn sign_out(agent: &mut UserAgent, app: &RelyingParty, hint: &str) {
    let _ = agent.get(&logout(app, &[("id_token_hint", hint)])).await;
    assert!(!is_signed_in(agent, app).await);
}

#[tokio::test]
async fn whoever_was_asked_for_offline_access_and_said_no_has_said_so() {
    with_users_on_both(async |tenant| {
        let metadata = json!({"redirectUris": [REDIRECT_URI], "postLogoutRedirectUris": []});
        let app = application(
            &tenant,
            json!({"name": "Shop", "type": "Traditional", "isThirdParty": true,
            "oidcClientMetadata": metadata, "customClientMetadata": {"alwaysIssueRefreshToken": true}}),
        )
        .await;
        let app = relying_party(&tenant, &app);
        let no = [("decision", "allow"), ("scope", "")];
        for (scope, entries, comes) in [
            ("openid offline_access", &no[..], false),
            ("openid offline_access", &no[..1], true),
            ("openid", &no[..1], true),
        ] {
            let request = app.request().with("scope", scope).with("prompt", "consent");
            let mut agent = UserAgent::new(tenant.server.url());
            let page = agent.get(&request.url()).await.page().expect(200);
            let consent = agent.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await.page();
            let left = agent.submit(consent.form_with("decision").unwrap(), entries).await.left();
            let tokens = app.tokens(&left, &request).await;
            assert_eq!(tokens.refresh_token.is_some(), comes, "{scope} {entries:?}");
        }
    })
    .await;
}

//! Revocation (RFC 7009).

use authplane_client::Secret;
use authplane_client::oauth::{AuthorizationServer, Caller, Credentials as SdkCredentials};
use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, DEVELOPER};
use authplane_tests::relying_party::Tokens;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Call, Credentials, Database, RelyingParty, Tenant, TestServer, UserAgent, on_both};
use serde_json::json;

use super::{REVOKE, access_token, guessed_too_often, is_active, machine, machine_with, post, refused, register};
use crate::it::nets::Row;

async fn revoke(tenant: &Tenant, who: &Credentials, token: &str) -> authplane_tests::Answer {
    post(tenant, &who.server, REVOKE).basic(&who.id, &who.secret).form(&[("token", token)]).send().await
}

#[tokio::test]
async fn assertion_48_a_revoked_token_is_dead_everywhere_at_once_and_its_siblings_live() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
        let sibling = access_token(tenant.ask_for_token(&app, None, &[]).await);
        assert!(is_active(&tenant, &app, &token).await, "and it was asked about before");
        let answer = revoke(&tenant, &app, &token).await.expect(200);
        assert!(answer.body.is_empty());
        assert!(!is_active(&tenant, &app, &token).await);
        assert!(is_active(&tenant, &app, &sibling).await);
        let _ = revoke(&tenant, &app, &token).await.expect(200);

        // At the management API too.
        let machine = register(&tenant, ADMIN, machine_with(&["all"])).await;
        let token = access_token(tenant.ask_for_token(&machine, Some("all"), &[]).await);
        let _ = tenant.get("/api/resources").bearer(&token).send().await.expect(200);
        let _ = revoke(&tenant, &machine, &token).await.expect(200);
        let _ = tenant.get("/api/resources").bearer(&token).send().await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn the_sdk_gives_tokens_back() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let token = Secret::from(access_token(tenant.ask_for_token(&app, None, &[]).await));
        let server = AuthorizationServer::discover(&tenant.server.issuer(&tenant.id, DEFAULT)).await.unwrap();
        let credentials = SdkCredentials::new(app.id.clone(), app.secret.clone());
        let caller = Caller::Client(&credentials);
        assert!(server.introspect(caller, &token).await.unwrap().active);
        server.revoke(caller, &token).await.unwrap();
        assert!(!server.introspect(caller, &token).await.unwrap().active);
    })
    .await;
}

#[tokio::test]
async fn a_token_of_another_client_is_refused_and_lives_on() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let other = register(&tenant, DEFAULT, machine_with(&["introspect_tokens"])).await;
        let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
        refused(revoke(&tenant, &other, &token).await, 400, "unauthorized_client");
        assert!(is_active(&tenant, &app, &token).await);
        // At another server or another tenant's it isn't even a token.
        let elsewhere = register(&tenant, DEVELOPER, machine()).await;
        let _ = revoke(&tenant, &elsewhere, &token).await.expect(200);
        let stranger = Tenant::new(&tenant.server).await;
        let theirs = register(&stranger, DEFAULT, machine()).await;
        let _ = revoke(&stranger, &theirs, &token).await.expect(200);
        assert!(is_active(&tenant, &app, &token).await);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_valid_token_is_answered_with_success() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
        for nothing in ["garbage", "a.b.c", &token[..token.len() - 1], &token.to_lowercase(), &"x".repeat(20_000)] {
            let _ = revoke(&tenant, &app, nothing).await.expect(200);
        }
        assert!(is_active(&tenant, &app, &token).await);
    })
    .await;
}

#[tokio::test]
async fn a_bearer_with_the_scope_revokes_every_token_of_its_server() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let token = access_token(tenant.ask_for_token(&app, None, &[]).await);
        let by = |bearer: String| post(&tenant, DEFAULT, REVOKE).bearer(&bearer).form(&[("token", &token)]).send();
        let inspector = tenant.token_of(DEFAULT, &["introspect_tokens"], &[]).await;
        refused(by(inspector).await, 401, "insufficient_scope");
        refused(by("garbage".to_owned()).await, 401, "invalid_token");
        let elsewhere = tenant.token_of(DEVELOPER, &["revoke_tokens"], &[]).await;
        refused(by(elsewhere).await, 401, "invalid_token");
        assert!(is_active(&tenant, &app, &token).await);
        let allowed = tenant.token_of(DEFAULT, &["revoke_tokens"], &[]).await;
        let _ = by(allowed.clone()).await.expect(200);
        assert!(!is_active(&tenant, &app, &token).await);
        // Also itself, and then no more.
        let itself = post(&tenant, DEFAULT, REVOKE).bearer(&allowed).form(&[("token", &allowed)]);
        let _ = itself.send().await.expect(200);
        refused(by(allowed).await, 401, "invalid_token");
    })
    .await;
}

#[tokio::test]
async fn whoever_does_not_say_who_asks_or_what_is_refused() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, machine()).await;
        let call = || post(&tenant, DEFAULT, REVOKE);
        refused(call().form(&[("token", "x")]).send().await, 401, "invalid_client");
        refused(call().basic(&app.id, &app.secret).form(&[]).send().await, 400, "invalid_request");
        refused(call().basic(&app.id, &app.secret).json(["x"]).send().await, 400, "invalid_request");
        let nowhere = tenant.server.call(http::Method::POST, &format!("/nobody/default/{REVOKE}"));
        refused(nowhere.basic(&app.id, &app.secret).form(&[("token", "x")]).send().await, 404, "not_found");
    })
    .await;
}

async fn with_users_on_both(case: impl AsyncFn(Tenant)) {
    for database in Database::tested() {
        println!("on {database:?}");
        case(Tenant::with_users(&TestServer::shared(database).await).await).await;
    }
}

/// Tokens of a user who lets an application come back by itself.
async fn offline(tenant: &Tenant, application: &RelyingParty) -> Tokens {
    let mut agent = UserAgent::new(tenant.server.url());
    let request = application.request().with("scope", "openid offline_access");
    application.sign_in(&mut agent, &request, (USER, PASSWORD)).await
}

/// Is nothing left of an authorization?
async fn assert_dead(application: &RelyingParty, tokens: &[&Tokens]) {
    for tokens in tokens {
        let _ = application.userinfo(&tokens.access_token).await.expect(401);
        refused(application.refresh(tokens.refresh_token()).await, 400, "invalid_grant");
    }
}

#[tokio::test]
async fn a_refresh_token_takes_everything_of_its_authorization_along() {
    with_users_on_both(async |tenant| {
        for application in [
            RelyingParty::web(&tenant, &["openid", "offline_access"]).await,
            RelyingParty::public(&tenant, &["openid", "offline_access"]).await,
        ] {
            // The current one, and one that was used before: whoever gives it back wants it to end (RFC 7009 §2.1).
            for older in [false, true] {
                let first = offline(&tenant, &application).await;
                let second = Tokens::from(&application.refresh(first.refresh_token()).await);
                let other = offline(&tenant, &application).await;
                let given = if older { first.refresh_token() } else { second.refresh_token() };
                for _again in 0..2 {
                    let fields = [("token", given), ("token_type_hint", "access_token")];
                    let answer = application.call(REVOKE, &fields).send().await.expect(200);
                    assert!(answer.body.is_empty());
                    assert_dead(&application, &[&first, &second]).await;
                }
                let _ = application.userinfo(&other.access_token).await.expect(200);
                let _ = application.refresh(other.refresh_token()).await.expect(200);
            }
        }
        let revocations =
            tenant.audit_events().await.into_iter().filter(|(action, _)| action.contains("authorization_grant"));
        assert_eq!(revocations.count(), 4, "each of them once");
    })
    .await;
}

#[tokio::test]
async fn an_access_token_of_a_user_goes_alone() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        let first = offline(&tenant, &application).await;
        let second = Tokens::from(&application.refresh(first.refresh_token()).await);
        let _ = application.call(REVOKE, &[("token", &first.access_token)]).send().await.expect(200);
        let _ = application.userinfo(&first.access_token).await.expect(401);
        assert_eq!(application.introspect(&first.access_token).await, json!({"active": false}));
        let _ = application.userinfo(&second.access_token).await.expect(200);
        let _ = application.refresh(second.refresh_token()).await.expect(200);
        // An ID token opens nothing, so there is nothing to revoke.
        let _ = application.call(REVOKE, &[("token", second.id_token())]).send().await.expect(200);
        let _ = application.userinfo(&second.access_token).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_refresh_token_of_another_client_is_refused_and_a_forged_one_ends_nothing() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        let tokens = offline(&tenant, &application).await;
        let token = tokens.refresh_token();
        let other = RelyingParty::web(&tenant, &["openid"]).await;
        refused(other.call(REVOKE, &[("token", token)]).send().await, 400, "unauthorized_client");
        // A public client, which anybody can say to be, learns nothing of it.
        let public = RelyingParty::public(&tenant, &["openid"]).await;
        let answers = [token, "garbage"].map(|token| public.call(REVOKE, &[("token", token)]).send());
        let [of_token, of_garbage] = futures::future::join_all(answers).await.try_into().unwrap();
        assert_eq!((of_token.status, of_token.body), (200, of_garbage.body));
        let of_access_token = public.call(REVOKE, &[("token", &tokens.access_token)]).send().await;
        assert_eq!((of_access_token.status, of_garbage.status), (200, 200));
        assert_eq!(application.introspect(&tokens.access_token).await["active"], true);
        // Elsewhere it isn't even a token.
        let developer = register(&tenant, DEVELOPER, machine()).await;
        let _ = revoke(&tenant, &developer, token).await.expect(200);
        let stranger = Tenant::new(&tenant.server).await;
        let theirs = register(&stranger, DEFAULT, machine()).await;
        let _ = revoke(&stranger, &theirs, token).await.expect(200);
        let without_right = tenant.token_of(DEFAULT, &["introspect_tokens"], &[]).await;
        let call = post(&tenant, DEFAULT, REVOKE).bearer(&without_right).form(&[("token", token)]);
        refused(call.send().await, 401, "insufficient_scope");
        for at in (0..token.len()).step_by(7).chain([token.len() - 1]) {
            let letter = if token.as_bytes()[at] == b'A' { "B" } else { "A" };
            let forged = format!("{}{letter}{}", &token[..at], &token[at + 1..]);
            let _ = application.call(REVOKE, &[("token", &forged)]).send().await.expect(200);
        }
        let _ = application.userinfo(&tokens.access_token).await.expect(200);
        let tokens = Tokens::from(&application.refresh(token).await);

        let allowed = tenant.token_of(DEFAULT, &["revoke_tokens"], &[]).await;
        let call = post(&tenant, DEFAULT, REVOKE).bearer(&allowed).form(&[("token", tokens.refresh_token())]);
        let _ = call.send().await.expect(200);
        assert_dead(&application, &[&tokens]).await;
    })
    .await;
}

/// A machine of the developers' server asks about what is no token.
async fn good(tenant: &Tenant) -> Call {
    let machine = tenant.add_client(DEVELOPER, &[]).await;
    post(tenant, DEVELOPER, REVOKE).basic(&machine.id, &machine.secret).form(&[("token", "garbage")])
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "revoke",
    scopes: &["revoke_tokens"],
    good: |tenant| Box::pin(good(tenant)),
    provoke: &[(429, guessed_too_often)],
}];

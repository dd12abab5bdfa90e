//! Refresh tokens over time, and in the wrong hands.

use std::time::Duration;

use authplane_tests::process::{PATIENCE, Replicas, Server};
use authplane_tests::relying_party::{Tokens, claims_of};
use authplane_tests::{Answer, RelyingParty, Tenant};
use chrono::TimeDelta;
use serde_json::json;

use super::{ADA, agent, with_clock_on_both, with_users_on_both};
use crate::it::oauth::change_server;
use crate::it::openid::logout;

const SCOPES: [&str; 4] = ["openid", "email", "profile", "offline_access"];

#[track_caller]
fn refused(answer: &Answer, error: &str) {
    let answer = answer.clone().expect(400);
    assert_eq!(answer.json()["error"], error, "{}", answer.text());
}

async fn offline(tenant: &Tenant, application: &RelyingParty) -> Tokens {
    let request = application.request().with("scope", "openid email offline_access");
    application.sign_in(&mut agent(tenant), &request, ADA).await
}

async fn refresh(application: &RelyingParty, tokens: &Tokens) -> Tokens {
    Tokens::from(&application.refresh(tokens.refresh_token()).await)
}

#[tokio::test]
async fn assertions_36_and_37_each_refresh_token_is_used_once_and_its_reuse_ends_the_family() {
    with_clock_on_both(async |tenant, clock| {
        for application in [RelyingParty::public(&tenant, &SCOPES).await, RelyingParty::web(&tenant, &SCOPES).await] {
            // The last but one after the grace, an older one, and one whose successor was used within the grace.
            for reused in ["previous", "older", "within the grace"] {
                let first = offline(&tenant, &application).await;
                let second = refresh(&application, &first).await;
                assert_ne!(first.refresh_token(), second.refresh_token());
                let mut last = second.clone();
                match reused {
                    "previous" => clock.advance(TimeDelta::seconds(10)),
                    "older" => {
                        last = refresh(&application, &second).await;
                        clock.advance(TimeDelta::seconds(10));
                        last = refresh(&application, &last).await;
                    }
                    _ => last = refresh(&application, &second).await,
                }
                let before = tenant.audit_events().await.len();
                refused(&application.refresh(first.refresh_token()).await, "invalid_grant");
                for tokens in [&first, &second, &last] {
                    let _ = application.userinfo(&tokens.access_token).await.expect(401);
                    refused(&application.refresh(tokens.refresh_token()).await, "invalid_grant");
                }
                let events = tenant.audit_events().await;
                assert_eq!((events.len(), &*events[0].0), (before + 1, "authorization_grant.change"), "{reused}");
            }
            // Within the grace, an answer that was lost is given again: the same successor, for as long as nobody used that.
            let first = offline(&tenant, &application).await;
            let second = refresh(&application, &first).await;
            clock.advance(TimeDelta::seconds(9));
            let again = refresh(&application, &first).await;
            assert_eq!(again.refresh_token(), second.refresh_token());
            let _ = refresh(&application, &second).await;
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_33_a_refresh_never_gives_more_than_the_user_gave() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &SCOPES).await;
        // The user leaves out what they don't like.
        let request = application.request().with("scope", "openid email profile offline_access");
        let mut agent = agent(&tenant);
        let outcome = agent.get(&request.url()).await;
        let consent = agent.walk(outcome, ADA.0, ADA.1, |page| page.form_with("decision").is_some()).await.page();
        let fields: Vec<_> = consent.form().fill(&[("decision", "allow")]);
        let kept = fields.iter().filter(|(_, value)| value != "profile");
        let kept: Vec<_> = kept.map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let left = agent.post(consent.form().action.as_str(), &kept).await.left();
        let tokens = application.tokens(&left, &request).await;
        assert_eq!(tokens.body["scope"], "openid email offline_access");
        // A form that asks for more than the request is no way to more, either.
        let request = application.request().with("scope", "openid").with("prompt", "consent");
        let consent = agent.get(&request.url()).await.page();
        let mut more: Vec<_> = consent.form().fill(&[("decision", "allow")]);
        more.push(("scope".to_owned(), "profile".to_owned()));
        let more: Vec<_> = more.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let left = agent.post(consent.form().action.as_str(), &more).await.left();
        assert_eq!(application.tokens(&left, &request).await.body["scope"], "openid");

        let with_scope = async |token: &str, scope: &str| {
            let fields = [("grant_type", "refresh_token"), ("refresh_token", token), ("scope", scope)];
            application.call("oauth2/token", &fields).send().await
        };
        for more in
            ["openid profile", "profile", "phone", "nobody:knows", "OPENID", "openid email profile offline_access"]
        {
            refused(&with_scope(tokens.refresh_token(), more).await, "invalid_scope");
        }
        let narrow = Tokens::from(&with_scope(tokens.refresh_token(), "openid").await);
        assert_eq!(
            (&narrow.body["scope"], &claims_of(&narrow.access_token)["scope"]),
            (&json!("openid"), &json!("openid"))
        );
        assert!(application.userinfo(&narrow.access_token).await.expect(200).json().get("email").is_none());
        // Narrowing is for the one token (RFC 6749 §6).
        let wide = refresh(&application, &narrow).await;
        assert_eq!(wide.body["scope"], "openid email offline_access");
    })
    .await;
}

#[tokio::test]
async fn assertion_40_whoever_was_let_come_back_offline_does_so_after_the_user_signed_out() {
    with_users_on_both(async |tenant| {
        let application = logout::album(&tenant).await;
        let mut agent = agent(&tenant);
        let request = application.request().with("scope", "openid offline_access");
        let tokens = application.sign_in(&mut agent, &request, ADA).await;
        let _ =
            agent.get(&logout::logout(&application, &[("id_token_hint", tokens.id_token())])).await.page().expect(200);
        assert!(!logout::is_signed_in(&agent, &application).await);
        // `offline_access` says so (OpenID Connect Core §11): no refresh token here is bound to a session, and none is given without it.
        let _ = refresh(&application, &tokens).await;
        let request = application.request();
        assert_eq!(application.sign_in(&mut agent, &request, ADA).await.refresh_token, None);
    })
    .await;
}

/// The line of its log in which a server says that a client presented somebody else's refresh token.
async fn line_about(server: &Server, client: &str) -> String {
    let found = async {
        loop {
            let written = server.written();
            let is_it = |line: &&str| line.contains("presented by another client") && line.contains(client);
            if let Some(line) = written.lines().find(is_it) {
                return line.to_owned();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(PATIENCE, found).await.unwrap_or_else(|_| panic!("{}", server.written()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn assertion_41_a_refresh_token_of_another_client_is_worth_nothing_and_somebody_hears_of_it() {
    let mut replicas = Replicas::start().await;
    replicas.tenant = replicas.tenant.and_users().await;
    let tenant = &replicas.tenant;
    let owner = RelyingParty::web(tenant, &SCOPES).await;
    let thieves = [RelyingParty::web(tenant, &SCOPES).await, RelyingParty::public(tenant, &SCOPES).await];
    let tokens = offline(tenant, &owner).await;
    for thief in thieves {
        let base = thief.issuer.replacen(tenant.server.url(), replicas.one.url(), 1);
        let thief = RelyingParty { base, ..thief };
        refused(&thief.refresh(tokens.refresh_token()).await, "invalid_grant");
        let line = line_about(&replicas.one, &thief.client.id).await;
        let written = replicas.one.written();
        assert!(line.contains("\"warn\"") && line.contains("request_id"), "{line}");
        assert!(!written.contains(tokens.refresh_token()), "the token itself is not written");
    }
    // Nobody else can spoil it for its owner.
    let _ = refresh(&owner, &tokens).await;
}

#[tokio::test]
async fn assertion_42_a_refresh_token_that_nobody_uses_expires() {
    with_clock_on_both(async |tenant, clock| {
        change_server(&tenant, |details| details.refresh_token_ttl = 86_400).await;
        let application = RelyingParty::web(&tenant, &SCOPES).await;
        let mut tokens = offline(&tenant, &application).await;
        for _ in 0..3 {
            clock.advance(TimeDelta::seconds(86_399));
            tokens = refresh(&application, &tokens).await;
        }
        clock.advance(TimeDelta::seconds(86_400));
        refused(&application.refresh(tokens.refresh_token()).await, "invalid_grant");
        // A server that is made stricter means the tokens that are there, too.
        let tokens = offline(&tenant, &application).await;
        clock.advance(TimeDelta::seconds(600));
        change_server(&tenant, |details| details.refresh_token_ttl = 600).await;
        refused(&application.refresh(tokens.refresh_token()).await, "invalid_grant");
    })
    .await;
}

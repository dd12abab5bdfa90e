//! What users do leaves events: who signed in, who did not, what they consented to, and that they signed out.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::installation::audit::{self, AuditEvent};
use authplane_tests::relying_party::application;
use authplane_tests::users::{METHOD, PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use serde_json::json;

use super::logout::logout;
use super::with_users_on_both;
use crate::it::oauth::change_server;

/// Events of users since `before`, the oldest first.
async fn since(tenant: &Tenant, before: usize) -> Vec<AuditEvent> {
    let mut events = audit::list(&tenant.server.context().store, &tenant.id, 1000).await.unwrap();
    events.reverse();
    let of_users = |event: &AuditEvent| ["user", "consent"].contains(&&*event.object_type);
    events.into_iter().filter(of_users).skip(before).collect()
}

/// Action, actor, type of the object and its id.
fn told(event: &AuditEvent) -> [&str; 4] {
    [&event.action, &event.actor, &event.object_type, &event.object_id]
}

#[tokio::test]
async fn sign_ins_failures_consents_and_sign_outs_leave_events_without_what_was_typed() {
    const TYPED: &str = "my-secret-in-the-wrong-field";
    with_users_on_both(async |tenant| {
        let app = RelyingParty::register(&tenant, application(&["openid", "profile"])).await;
        let id = app.client.id.as_str();
        let request = app.request().with("scope", "openid profile");
        let mut agent = UserAgent::new(tenant.server.url());
        let page = agent.get(&request.url()).await.page().expect(200);
        for (name, password) in [(USER, "wrong-password"), (TYPED, PASSWORD), ("", PASSWORD)] {
            let again = agent.submit(page.form(), &[("username", name), ("password", password)]).await.page();
            assert!(!again.forms().is_empty(), "{again}");
        }
        let page = agent.submit(page.form(), &[("username", USER), ("password", PASSWORD)]).await.page().expect(200);
        let refused = agent.submit(page.form(), &[("decision", "deny")]).await.left();
        assert!(refused.to.query().unwrap_or_default().contains("access_denied"), "{}", refused.to);
        let page = agent.get(&request.url()).await.page().expect(200);
        let scopes = [("decision", "allow"), ("scope", "profile")];
        let left = agent.submit(page.form(), &scopes).await.left();
        let tokens = app.tokens(&left, &request).await;
        // A link that asks for a sign-out is no sign-out.
        let _ = agent.get(&logout(&app, &[])).await.page().expect(200);
        let _ = agent.get(&logout(&app, &[("id_token_hint", tokens.id_token())])).await.page().expect(200);

        let events = since(&tenant, 0).await;
        let expected = [
            ["user.sign_in_failure", "unknown", "user", USER],
            ["user.sign_in_failure", "unknown", "user", "unknown"],
            ["user.sign_in_failure", "unknown", "user", "unknown"],
            ["user.sign_in", USER, "user", USER],
            ["consent.refuse", USER, "consent", id],
            ["consent.give", USER, "consent", id],
            ["user.sign_out", USER, "user", USER],
        ];
        assert_eq!(events.iter().map(told).collect::<Vec<_>>(), expected);
        for event in &events {
            assert!(event.address.is_some() && !event.request_id.is_empty() && event.before.is_none(), "{event:?}");
            assert_eq!(event.after.as_ref().unwrap()["server_id"], DEFAULT);
        }
        let known = |index: usize, name: &str| events[index].after.as_ref().unwrap()[name].clone();
        assert_eq!((known(0, "method_id"), known(3, "method_id")), (json!(METHOD), json!(METHOD)));
        assert_eq!((known(3, "client_id"), known(5, "scopes")), (json!(id), json!(["openid", "profile"])));
        assert!(known(3, "session_id").is_string() && known(3, "session_id") == known(6, "session_id"));
        let everything = format!("{events:?}");
        for typed in [TYPED, PASSWORD, "wrong-password"] {
            assert!(!everything.contains(typed), "{typed}");
        }
        // Without a question, neither is there an answer to it; who is known needs no new sign-in.
        let before = events.len();
        let _ = app.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
        let _ = agent.get(&request.clone().with("prompt", "none").url()).await.left();
        let events = since(&tenant, before).await;
        assert_eq!(events.iter().map(told).collect::<Vec<_>>(), [["user.sign_in", USER, "user", USER]]);
    })
    .await;
}

#[tokio::test]
async fn the_password_grant_leaves_events_and_machines_leave_none() {
    with_users_on_both(async |tenant| {
        change_server(&tenant, |server| server.grant_types.push("password".to_owned())).await;
        let mut details = application(&["openid"]);
        details.grant_types = Some(vec!["password".to_owned(), "client_credentials".to_owned()]);
        let app = RelyingParty::register(&tenant, details).await;
        for (password, status) in [("wrong", 400), (PASSWORD, 200)] {
            let asked = [("grant_type", "password"), ("username", USER), ("password", password), ("scope", "openid")];
            let _ = app.call("oauth2/token", &asked).send().await.expect(status);
        }
        let own = app.call("oauth2/token", &[("grant_type", "client_credentials")]).send().await.expect(200).json();
        let _ = app.introspect(own["access_token"].as_str().unwrap()).await;
        let events = since(&tenant, 0).await;
        let expected = [["user.sign_in_failure", "unknown", "user", USER], ["user.sign_in", USER, "user", USER]];
        assert_eq!(events.iter().map(told).collect::<Vec<_>>(), expected);
        assert_eq!(events[1].after.as_ref().unwrap()["client_id"], *app.client.id);
    })
    .await;
}

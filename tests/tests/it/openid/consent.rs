//! What a user is asked, and what their answer counts for: for the user whom the page was shown to, for what it said, and until they say otherwise.

use authplane_tests::relying_party::{AuthorizationResponse, application, claims_of};
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{RelyingParty, UserAgent};
use serde_json::json;

use super::silent::{administrators, guard_scope, guard_server};
use super::with_users_on_both;

/// A policy that a user no longer passes refuses them also where they were asked before: at the page, and when they answer.
#[tokio::test]
async fn who_is_refused_after_they_were_asked_gives_nothing() {
    with_users_on_both(async |tenant| {
        let policy = administrators(&tenant).await;
        let mut details = application(&["openid", "email"]);
        details.grant_types.get_or_insert_default().push("implicit".to_owned());
        details.response_types = Some(["code", "id_token"].map(str::to_owned).into());
        let app = RelyingParty::register(&tenant, details).await;
        for guarded in ["the server", "openid"] {
            for again in ["the page", "the form"] {
                let request = app.request().with("scope", "openid email").with("response_type", "code id_token");
                let mut agent = UserAgent::new(tenant.server.url());
                let outcome = agent.get(&request.url()).await;
                let is_question = |page: &authplane_tests::user_agent::Page| page.form_with("decision").is_some();
                let page = agent.walk(outcome, OTHER_USER, PASSWORD, is_question).await.page().expect(200);
                guard_server(&tenant, (guarded == "the server").then(|| policy.clone())).await;
                guard_scope(&tenant, "openid", (guarded == "openid").then(|| policy.clone())).await;
                let form = page.form_with("decision").unwrap();
                let left = match again {
                    "the page" => agent.get(page.url.as_str()).await.left(),
                    _ => agent.submit(form, &[("decision", "allow")]).await.left(),
                };
                let response = AuthorizationResponse::from(&left);
                assert_eq!(response.error(&app, &request).0, "access_denied", "{guarded} guarded, {again}");
                // It is over.
                guard_server(&tenant, None).await;
                guard_scope(&tenant, "openid", None).await;
                let _ = agent.submit(form, &[("decision", "allow")]).await.page().expect(400);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_counts_for_the_user_whom_it_was_shown_to() {
    with_users_on_both(async |tenant| {
        let app = RelyingParty::web(&tenant, &["openid", "email"]).await;
        for decision in ["allow", "deny"] {
            let request = app.request().with("scope", "openid email").with("prompt", "consent");
            let mut agent = UserAgent::new(tenant.server.url());
            let is_question = |page: &authplane_tests::user_agent::Page| page.form_with("decision").is_some();
            let outcome = agent.get(&request.url()).await;
            let first = agent.walk(outcome, USER, PASSWORD, is_question).await.page().expect(200);
            assert!(first.words().contains("Ada Example"), "{first}");
            let login_id = first.form_with("decision").unwrap().value("login_id").to_owned();
            // In another tab.
            let outcome = agent.get(&format!("{}/login?login_id={login_id}", app.issuer)).await;
            let second = agent.walk(outcome, OTHER_USER, PASSWORD, is_question).await.page().expect(200);
            assert!(second.words().contains("Otto Other"), "{second}");
            let refused = agent.submit(first.form_with("decision").unwrap(), &[("decision", decision)]).await.page();
            assert_eq!((refused.status, refused.forms().len()), (400, 0), "{refused}");
            let left = agent.submit(second.form_with("decision").unwrap(), &[("decision", "allow")]).await.left();
            let tokens = app.tokens(&left, &request).await;
            assert_eq!(claims_of(tokens.id_token())["sub"], json!(OTHER_USER));
            // Who signs in again is still the same user, and what they were shown is still theirs.
            let request = app.request().with("scope", "openid email").with("prompt", "consent");
            let page = agent.get(&request.url()).await.page().expect(200);
            let form = page.form_with("decision").unwrap();
            let again = format!("{}/login?login_id={}", app.issuer, form.value("login_id"));
            let outcome = agent.get(&again).await;
            let _ = agent.walk(outcome, OTHER_USER, PASSWORD, is_question).await.page().expect(200);
            let _ = app.tokens(&agent.submit(form, &[("decision", "allow")]).await.left(), &request).await;
        }
    })
    .await;
}

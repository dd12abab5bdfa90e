//! What is missing counts against whoever sends it, and nobody keeps what isn't theirs.

use authplane_tests::relying_party::{AuthorizationResponse, application};
use authplane_tests::user_agent::Page;
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{Call, RelyingParty, UserAgent};
use http::Method;

use super::silent::{administrators, guard_scope, guard_server};
use super::with_users_on_both;

#[tokio::test]
async fn a_consent_without_a_clear_word_is_a_refusal() {
    with_users_on_both(async |tenant| {
        let app = RelyingParty::web(&tenant, &["openid", "email"]).await;
        for decision in [None, Some(""), Some("Allow"), Some("allow "), Some("maybe")] {
            let request = app.request().with("scope", "openid email");
            let mut browser = UserAgent::new(tenant.server.url());
            let outcome = browser.get(&request.url()).await;
            let question =
                browser.walk(outcome, USER, PASSWORD, |page| page.form_with("decision").is_some()).await.page();
            let form = question.form_with("decision").unwrap();
            let mut fields = form.fill(&[]);
            fields.retain(|(name, _)| name != "decision");
            fields.extend(decision.map(|decision| ("decision".to_owned(), decision.to_owned())));
            let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let left = browser.post(form.action.as_str(), &fields).await.left();
            let query = left.to.query().unwrap();
            assert!(query.contains("error=access_denied") && !query.contains("code="), "{decision:?}: {query}");
        }
    })
    .await;
}

/// A policy is asked when the user's word is taken, not only when they are asked for it.
#[tokio::test]
async fn whom_a_policy_refuses_by_the_time_that_they_consent_has_consented_to_nothing() {
    with_users_on_both(async |tenant| {
        let policy = administrators(&tenant).await;
        for (guarded, response_type) in [("the server", "code"), ("the server", "id_token"), ("openid", "id_token")] {
            let mut details = application(&["openid"]);
            details.grant_types = Some(["authorization_code", "implicit"].map(str::to_owned).into());
            details.response_types = Some(["code", "id_token"].map(str::to_owned).into());
            let app = RelyingParty::register(&tenant, details).await;
            let request = app.request().with("response_type", response_type);
            let mut browser = UserAgent::new(tenant.server.url());
            let outcome = browser.get(&request.url()).await;
            let is_question = |page: &Page| page.form_with("decision").is_some();
            let question = browser.walk(outcome, OTHER_USER, PASSWORD, is_question).await.page().expect(200);

            guard_server(&tenant, (guarded == "the server").then(|| policy.clone())).await;
            guard_scope(&tenant, "openid", (guarded == "openid").then(|| policy.clone())).await;
            let left = browser.submit(question.form(), &[("decision", "allow")]).await.left();
            let error = AuthorizationResponse::from(&left);
            assert_eq!(error.error(&app, &request).0, "access_denied", "{response_type}, {guarded} guarded");
            guard_server(&tenant, None).await;
            guard_scope(&tenant, "openid", None).await;
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_keeps_what_userinfo_says() {
    with_users_on_both(async |tenant| {
        for signed in ["", "ES256"] {
            let mut details = application(&["openid"]);
            details.metadata.userinfo_signed_response_alg = signed.to_owned();
            let app = RelyingParty::register(&tenant, details).await;
            let mut browser = UserAgent::new(tenant.server.url());
            let token = app.sign_in(&mut browser, &app.request(), (USER, PASSWORD)).await.access_token;
            for method in [Method::GET, Method::POST] {
                let call = Call::new(method, format!("{}/userinfo", app.base)).bearer(&token);
                assert_eq!(call.send().await.expect(200).header("cache-control"), "no-store");
            }
        }
    })
    .await;
}

//! What is missing counts against whoever sends it, and nobody keeps what isn't theirs.

use authplane_tests::relying_party::application;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Call, RelyingParty, UserAgent};
use http::Method;

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

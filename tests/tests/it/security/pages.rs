//! What pages and redirects tell browsers, and others.

use authplane_tests::relying_party::application;
use authplane_tests::user_agent::{Page, Step};
use authplane_tests::users::USER;
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use http::Method;
use url::Url;

use super::{ADA, agent, with_users_on_both};
use crate::it::devices::{Device, application_on_devices, let_in};
use crate::it::openid::logout;

/// Everything on the way to here.
fn assert_careful(history: &[Step]) {
    for step in history {
        let header = |name: &str| step.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        assert_eq!(header("referrer-policy"), "no-referrer", "{step:?}");
        assert_eq!(header("cache-control"), "no-store", "{step:?}");
        if (300..400).contains(&step.status) {
            let expected: &[u16] = if step.method == Method::POST { &[303] } else { &[302, 303] };
            assert!(expected.contains(&step.status), "{step:?}");
        } else {
            let policy = header("content-security-policy");
            for directive in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"] {
                assert!(policy.contains(directive), "{directive}: {policy}");
            }
            assert!(!policy.contains("unsafe-inline") && !policy.contains("unsafe-eval"), "{policy}");
            assert_eq!((header("x-frame-options"), header("x-content-type-options")), ("DENY", "nosniff"), "{step:?}");
        }
    }
}

/// A page that loads nothing from anybody else.
fn assert_alone(page: &Page) {
    assert_careful(&page.history);
    for (element, attribute) in
        [("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "src")]
    {
        for url in page.all(element).filter_map(|element| element.attribute(attribute)) {
            let url: Url = page.url.join(url).unwrap();
            assert_eq!(url.origin(), page.url.origin(), "{url} on {page}");
        }
    }
}

#[tokio::test]
async fn assertions_9_10_and_11_every_step_of_a_flow_keeps_to_itself_and_posts_are_answered_303() {
    with_users_on_both(async |tenant| {
        let_in(&tenant).await;
        let app = RelyingParty::web(&tenant, &["openid", "email"]).await;
        let mut agent = agent(&tenant);
        let request = app.request().with("scope", "openid email");
        // Nobody is let in.
        let refused = agent.get(&request.clone().with("client_id", "nobody").url()).await.page().expect(400);
        assert_alone(&refused);
        let posted = agent.post(&format!("{}/oauth2/authorize", app.issuer), &[("client_id", "nobody")]).await.page();
        assert_alone(&posted.expect(400));
        for path in ["login?login_id=x", "consent?login_id=x", "login/people?login_id=x", "login/cancel?login_id=x"] {
            assert_alone(&agent.get(&format!("{}/{path}", app.issuer)).await.page().expect(400));
        }
        // Sign-in and consent, by GET and by POST.
        let endpoint = format!("{}/oauth2/authorize", app.issuer);
        for by_post in [false, true] {
            let request = app.request().with("scope", "openid email").with("prompt", "login consent");
            let outcome = if by_post {
                agent.post(&endpoint, &request.parameters()).await
            } else {
                agent.get(&request.url()).await
            };
            let login = outcome.page().expect(200);
            assert_alone(&login);
            let wrong = agent.submit(login.form(), &[("username", USER), ("password", "wrong")]).await.page();
            assert_alone(&wrong.expect(400));
            let consent = agent.submit(login.form(), &[("username", USER), ("password", ADA.1)]).await.page();
            assert_alone(&consent.expect(200));
            let request = app.request().with("scope", "openid email").with("prompt", "consent");
            let consent = agent.get(&request.url()).await.page().expect(200);
            let decision = if by_post { "deny" } else { "allow" };
            let left = agent.submit(consent.form(), &[("decision", decision)]).await.left();
            assert_careful(&left.history);
            assert_eq!(left.history.last().map(|step| (step.method.clone(), step.status)), Some((Method::POST, 303)));
        }
        // Answers without a page.
        for request in [app.request().with("prompt", "none"), app.request().with("scope", "openid nobody phone")] {
            assert_careful(&agent.get(&request.url()).await.left().history);
            let left = agent.post(&endpoint, &request.parameters()).await.left();
            assert_eq!(left.history.last().map(|step| step.status), Some(303));
            assert_careful(&left.history);
        }
        let form = app.request().with("response_mode", "form_post").with("prompt", "none");
        let carried = agent.get(&form.url()).await.page().expect(200);
        assert_careful(&carried.history);
        // Devices.
        let television = application_on_devices(&tenant, &["openid"]).await;
        let device = Device::begin(&television, "openid").await;
        assert_alone(&agent.get(device.page()).await.page().expect(200));
        let question = device.question(&mut agent, ADA).await;
        assert_alone(&question);
        let done = agent.submit(question.form(), &[("decision", "allow")]).await.page().expect(200);
        assert_alone(&done);
        sign_out(&tenant, &mut agent).await;
    })
    .await;
}

async fn sign_out(tenant: &Tenant, agent: &mut UserAgent) {
    let mut details = application(&["openid"]);
    details.metadata.post_logout_redirect_uris = vec!["https://app.example/bye".to_owned()];
    let app = RelyingParty::register(tenant, details).await;
    let tokens = app.sign_in(agent, &app.request(), ADA).await;
    let question = agent.get(&logout::logout(&app, &[])).await.page().expect(200);
    assert_alone(&question);
    let stayed = agent.submit(question.form(), &[("decision", "stay")]).await.page().expect(200);
    assert_alone(&stayed);
    let evil = [("post_logout_redirect_uri", "https://evil.example/")];
    assert_alone(&agent.get(&logout::logout(&app, &evil)).await.page().expect(400));
    let hint = [("id_token_hint", tokens.id_token()), ("post_logout_redirect_uri", "https://app.example/bye")];
    let left = agent.post(&logout::endpoint(&app), &hint).await.left();
    assert_careful(&left.history);
    assert_alone(&agent.get(&logout::logout(&app, &[])).await.page().expect(200));
}

//! Forms and cookies: what comes from the user's own browser, and from a page that it was shown.

use authplane_tests::user_agent::{Outcome, Page};
use authplane_tests::users::{OTHER_USER, USER};
use authplane_tests::{RelyingParty, Settings, Tenant, TestServer, UserAgent};

use super::{ADA, agent, with_users_on_both};

/// The fields of a page's form, filled in, with another token against forgery, or none.
fn fields(page: &Page, entries: &[(&str, &str)], csrf: Option<&str>) -> Vec<(String, String)> {
    let mut fields = page.form().fill(entries);
    fields.retain(|(name, _)| name != "csrf");
    fields.extend(csrf.map(|csrf| ("csrf".to_owned(), csrf.to_owned())));
    fields
}

async fn post(agent: &mut UserAgent, page: &Page, fields: &[(String, String)]) -> Outcome {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    agent.post(page.form().action.as_str(), &fields).await
}

/// Nothing happens: neither is somebody signed in, nor does anything reach the application.
#[track_caller]
fn assert_refused(outcome: Outcome, why: &str) {
    let page = outcome.page();
    assert_eq!((page.status, page.forms().len()), (400, 0), "{why}: {page}");
    let set = page.headers.get_all("set-cookie").iter().any(|cookie| cookie.to_str().unwrap().contains("session"));
    assert!(!set, "{why}");
}

#[tokio::test]
async fn assertion_59_sign_in_and_consent_count_only_from_the_page_and_the_browser_that_they_were_asked_in() {
    with_users_on_both(async |tenant| {
        let app = RelyingParty::web(&tenant, &["openid", "email"]).await;
        let request = || app.request().with("scope", "openid email");
        let (mut agent, mut other) = (agent(&tenant), agent(&tenant));
        let password = [("username", USER), ("password", ADA.1)];
        let login = agent.get(&request().url()).await.page().expect(200);
        let second = agent.get(&request().url()).await.page().expect(200);
        let elsewhere = other.get(&request().url()).await.page().expect(200);
        let tokens_of_others =
            [second.form().value("csrf"), elsewhere.form().value("csrf"), "x", "", login.form().value("login_state")];
        for csrf in tokens_of_others.into_iter().map(Some).chain([None]) {
            assert_refused(post(&mut agent, &login, &fields(&login, &password, csrf)).await, "another token");
        }
        let right = fields(&login, &password, Some(login.form().value("csrf")));
        assert_refused(post(&mut other, &login, &right).await, "another browser");
        assert_refused(post(&mut super::agent(&tenant), &login, &right).await, "a browser without cookies");
        let right_pairs: Vec<_> = right.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let forged = agent
            .clone()
            .post_from_elsewhere("https://evil.example/", login.form().action.as_str(), &right_pairs)
            .await;
        assert_refused(forged, "a page of somebody else: the cookie stays at home");
        let consent = post(&mut agent, &login, &right).await.page().expect(200);
        assert!(consent.form_with("decision").is_some(), "{consent}");

        let allow = [("decision", "allow")];
        for csrf in [Some(second.form().value("csrf")), Some("x"), Some(""), None] {
            assert_refused(post(&mut agent, &consent, &fields(&consent, &allow, csrf)).await, "another token");
        }
        let right = fields(&consent, &allow, Some(consent.form().value("csrf")));
        assert_refused(post(&mut other, &consent, &right).await, "another browser");
        let right_pairs: Vec<_> = right.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let forged = agent
            .clone()
            .post_from_elsewhere("https://evil.example/", consent.form().action.as_str(), &right_pairs)
            .await;
        assert_refused(forged, "a page of somebody else");
        let _ = post(&mut agent, &consent, &right).await.left();
        // And once.
        assert_refused(post(&mut agent, &consent, &right).await, "again");
    })
    .await;
}

#[tokio::test]
async fn assertion_59_cookies_are_kept_from_scripts_other_sites_and_other_hosts() {
    for (public_url, is_secure) in [(None, false), (Some("https://as.example"), true)] {
        let mut settings = Settings::default();
        if let Some(url) = public_url {
            settings = settings.with("public_url", url);
        }
        let server = TestServer::start(settings).await;
        let tenant = Tenant::with_users(&server).await;
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let origin = public_url.unwrap_or(server.url());
        let issuer = format!("{origin}/{}/default", tenant.id);
        let request = app.request().at(&format!("{issuer}/oauth2/authorize"));
        let mut agent = UserAgent::new(origin);
        agent.connect_to(server.url());
        let left = agent.sign_in(&request.url(), OTHER_USER, ADA.1).await;
        assert!(left.to.query().unwrap().contains("code="), "{}", left.to);
        let received = agent.cookies.received();
        assert!(received.len() >= 2, "{received:?}");
        for cookie in received {
            assert_eq!(cookie.refused, None, "{cookie:?}");
            assert!(cookie.http_only && cookie.domain.is_none(), "{cookie:?}");
            assert_eq!((cookie.same_site.as_deref(), cookie.secure), (Some("Lax"), is_secure), "{cookie:?}");
            assert_eq!(cookie.name.starts_with("__Host-"), is_secure, "{cookie:?}");
            let path = if is_secure { "/".to_owned() } else { format!("/{}/default", tenant.id) };
            assert_eq!(cookie.path, path, "{cookie:?}");
        }
        server.stop().await;
    }
}

//! Sign-ins that are begun by one and finished by another, sessions that outlive their user, and pages that are visited out of order.

use authplane_tests::relying_party::{AuthorizationResponse, Tokens, application, claims_of};
use authplane_tests::user_agent::{Cookie, Jar, Outcome, Page};
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant, UserAgent};

use super::{ADA, agent, with_users_on_both};

const OTTO: (&str, &str) = (OTHER_USER, PASSWORD);

fn session(agent: &UserAgent) -> Option<Cookie> {
    agent.cookies.kept().iter().find(|cookie| cookie.name.contains("session")).cloned()
}

/// The code or the error that a browser gets without being asked anything.
async fn silently(agent: &mut UserAgent, application: &RelyingParty) -> Result<Tokens, String> {
    let request = application.request().with("prompt", "none");
    let left = agent.get(&request.url()).await.left();
    let response = AuthorizationResponse::from(&left);
    match response.get("error") {
        Some(error) => Err(error.to_owned()),
        None => Ok(Tokens::from(&application.exchange(response.code(application, &request), &request).await)),
    }
}

/// Does a browser that has nothing but this cookie come in?
async fn opens(tenant: &Tenant, cookie: &Cookie, application: &RelyingParty) -> bool {
    let mut other = agent(tenant);
    other.cookies.plant(cookie.clone());
    match silently(&mut other, application).await {
        Ok(_) => true,
        Err(error) => {
            assert_eq!(error, "login_required");
            false
        }
    }
}

async fn sign_in_page(agent: &mut UserAgent, url: &str) -> Page {
    agent.get(url).await.page().expect(200)
}

fn sid(tokens: &Tokens) -> (String, String) {
    let claims = claims_of(tokens.id_token());
    (claims["sub"].as_str().unwrap().to_owned(), claims["sid"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn cve_2026_7507_what_one_browser_began_no_other_finishes() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &["openid", "email"]).await;
        let (mut attacker, mut victim) = (agent(&tenant), agent(&tenant));
        let request = application.request().with("scope", "openid email");
        let begun = sign_in_page(&mut attacker, &request.url()).await;
        for prepared in [false, true] {
            if prepared {
                // The victim has a sign-in of its own, and with it a cookie.
                let own = sign_in_page(&mut victim, &application.request().url()).await;
                assert_ne!(own.form().value("csrf"), begun.form().value("csrf"));
            }
            assert_eq!(victim.get(begun.url.as_str()).await.page().status, 400);
            let entries = [("username", USER), ("password", PASSWORD)];
            let outcome = victim.submit(begun.form(), &entries).await.page();
            assert_eq!(outcome.status, 400, "{outcome}");
            assert!(session(&victim).is_none(), "nobody signed in");
        }
        // Signed in by the attacker's own hand up to the question, it is the attacker's all the same.
        let entries = [("username", OTHER_USER), ("password", PASSWORD)];
        let question = attacker.submit(begun.form(), &entries).await.page().expect(200);
        assert_eq!(victim.get(question.url.as_str()).await.page().status, 400);
        assert_eq!(victim.submit(question.form(), &[("decision", "allow")]).await.page().status, 400);
        // Nor does a sign-in that the attacker's page makes the victim send.
        let fields = [("login_id", begun.form().value("login_id")), ("username", OTHER_USER), ("password", PASSWORD)];
        let action = begun.form().action.as_str();
        let outcome = victim.post_from_elsewhere("https://evil.example/", action, &fields).await.page();
        assert_eq!(outcome.status, 400, "{outcome}");
        assert_eq!(silently(&mut victim, &application).await.unwrap_err(), "login_required");
        let left = attacker.submit(question.form(), &[("decision", "allow")]).await.left();
        let _ = application.tokens(&left, &request).await;
    })
    .await;
}

#[tokio::test]
async fn cve_2024_28197_each_sign_in_has_a_cookie_of_its_own_and_no_earlier_one_opens_anything() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &["openid"]).await;
        let mut browser = agent(&tenant);
        // A cookie that somebody planted doesn't become the session's.
        let _ = application.sign_in(&mut browser, &application.request(), ADA).await;
        let template = session(&browser).unwrap();
        let mut fixed = agent(&tenant);
        let planted = Cookie { value: "A".repeat(43), ..template.clone() };
        fixed.cookies.plant(planted.clone());
        let _ = application.sign_in(&mut fixed, &application.request(), ADA).await;
        assert_ne!(session(&fixed).unwrap().value, planted.value);
        assert!(!opens(&tenant, &planted, &application).await);

        let mut seen = vec![template];
        for user in [ADA, OTTO, ADA] {
            let request = application.request().with("prompt", "login");
            let outcome = browser.get(&request.url()).await;
            let left = browser.walk(outcome, user.0, user.1, |_| false).await.left();
            let _ = application.tokens(&left, &request).await;
            let now = session(&browser).unwrap();
            assert!(opens(&tenant, &now, &application).await);
            for former in &seen {
                assert_ne!(former.value, now.value);
                assert!(!opens(&tenant, former, &application).await);
            }
            seen.push(now);
        }
    })
    .await;
}

#[tokio::test]
async fn cve_2025_12390_who_comes_after_somebody_whose_cookies_are_gone_gets_nothing_of_theirs() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &["openid"]).await;
        let mut browser = agent(&tenant);
        let of_ada = application.sign_in(&mut browser, &application.request(), ADA).await;
        // Half way through the next one of Ada's, the cookies go: all of them, or the session's alone.
        let pending = application.request().with("prompt", "consent");
        let question = browser.get(&pending.url()).await.page().expect(200);
        for all in [false, true] {
            if all {
                browser.cookies = Jar::default();
            } else {
                let name = session(&browser).unwrap().name;
                browser.cookies.remove(&name);
            }
            let of_otto = application.sign_in(&mut browser, &application.request(), OTTO).await;
            let ((ada, sid_of_ada), (otto, sid_of_otto)) = (sid(&of_ada), sid(&of_otto));
            assert_eq!((ada.as_str(), otto.as_str()), (USER, OTHER_USER));
            assert_ne!(sid_of_ada, sid_of_otto);
            assert_eq!(sid(&silently(&mut browser, &application).await.unwrap()), (otto, sid_of_otto));
        }
        // The question that Ada was asked isn't Otto's to answer.
        let outcome = browser.submit(question.form(), &[("decision", "allow")]).await.page();
        assert_eq!(outcome.status, 400, "{outcome}");
    })
    .await;
}

#[tokio::test]
async fn ghsa_c9h6_v78w_52wj_a_session_never_changes_its_user() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::web(&tenant, &["openid", "email"]).await;
        let mut browser = agent(&tenant);
        let of_ada = sid(&application.sign_in(&mut browser, &application.request(), ADA).await);
        // Ada signs in again, and turns back.
        let again = application.request().with("prompt", "login");
        let page = sign_in_page(&mut browser, &again.url()).await;
        let cancel = page.links().into_iter().find(|href| href.contains("cancel")).unwrap().to_owned();
        let left = browser.follow(&page, &cancel).await.left();
        assert_eq!(AuthorizationResponse::from(&left).error(&application, &again).0, "access_denied");
        assert_eq!(sid(&silently(&mut browser, &application).await.unwrap()), of_ada);

        // A question to Ada is open in one tab while Otto signs in in another, and then says no.
        let question = application.request().with("scope", "openid email").with("prompt", "consent");
        let question = browser.get(&question.url()).await.page().expect(200);
        let again = application.request().with("scope", "openid email").with("prompt", "login");
        let page = sign_in_page(&mut browser, &again.url()).await;
        let entries = [("username", OTHER_USER), ("password", PASSWORD)];
        let of_otto = browser.submit(page.form(), &entries).await.page().expect(200);
        let left = browser.submit(of_otto.form(), &[("decision", "deny")]).await.left();
        assert_eq!(AuthorizationResponse::from(&left).error(&application, &again).0, "access_denied");
        let outcome = browser.submit(question.form(), &[("decision", "allow")]).await.page();
        assert_eq!(outcome.status, 400, "{outcome}");
        let otto = application.sign_in(&mut browser, &application.request(), OTTO).await;
        let (sub, id) = sid(&otto);
        assert_eq!(sub, OTHER_USER);
        assert_ne!(id, of_ada.1);
        // And back: the id that Ada's session had doesn't come again either.
        let request = application.request().with("prompt", "login");
        let outcome = browser.get(&request.url()).await;
        let left = browser.walk(outcome, USER, PASSWORD, |_| false).await.left();
        let (sub, new) = sid(&application.tokens(&left, &request).await);
        assert_eq!(sub, USER);
        assert!(new != id && new != of_ada.1);
    })
    .await;
}

#[tokio::test]
async fn cve_2026_94218_no_page_of_a_sign_in_can_be_visited_out_of_order() {
    with_users_on_both(async |tenant| {
        let application = RelyingParty::register(&tenant, application(&["openid", "email"])).await;
        let mut browser = agent(&tenant);
        let request = application.request().with("scope", "openid email");
        let page = sign_in_page(&mut browser, &request.url()).await;
        let form = page.form();
        let (id, csrf, state) = (form.value("login_id"), form.value("csrf"), form.value("login_state"));
        let at = |path: &str| format!("{}/{path}", application.issuer);
        let with_id = |path: &str| format!("{}/{path}?login_id={id}", application.issuer);
        let gets = [
            with_id("consent"),
            with_id(&format!("login/{METHOD}/callback")),
            with_id(&format!("login/{METHOD}/return")),
            format!("{}&state={state}&code=x", with_id(&format!("login/{METHOD}/callback"))),
            format!("{}&login_verifier={state}", with_id("login")),
        ];
        let fields =
            [("login_id", id), ("csrf", csrf), ("login_state", state), ("decision", "allow"), ("scope", "email")];
        let posts = [at("consent"), at("login/unknown"), at("login/cancel"), at("device")];
        // Before anybody signed in: with everything that a browser that began has.
        for url in &gets[..4] {
            let outcome = browser.get(url).await;
            let Outcome::Page(page) = outcome else { panic!("{url} led away: {outcome:?}") };
            assert!((400..500).contains(&page.status), "{url}: {page}");
        }
        for url in &posts {
            let outcome = browser.post(url, &fields).await;
            let Outcome::Page(page) = outcome else { panic!("{url} led away: {outcome:?}") };
            assert!((400..500).contains(&page.status) || page.form_with("decision").is_none(), "{url}: {page}");
        }
        assert!(session(&browser).is_none());

        let entries = [("username", USER), ("password", PASSWORD)];
        let question = browser.submit(page.form(), &entries).await.page().expect(200);
        let left = browser.submit(question.form(), &[("decision", "allow")]).await.left();
        let tokens = application.tokens(&left, &request).await;

        // After it: everything once more, in the same browser and another one.
        let cancel = page.links().into_iter().find(|href| href.contains("cancel")).unwrap().to_owned();
        for mut browser in [browser.clone(), agent(&tenant)] {
            for url in gets.iter().chain([&with_id("login"), &with_id(&format!("login/{METHOD}"))]) {
                let outcome = browser.get(url).await;
                let Outcome::Page(page) = outcome else { panic!("{url} led away: {outcome:?}") };
                assert!((400..500).contains(&page.status), "{url}: {page}");
            }
            let sign_in = browser.submit(page.form(), &entries).await.page();
            let consent = browser.submit(question.form(), &[("decision", "allow")]).await.page();
            let cancelled = browser.follow(&page, &cancel).await.page();
            for page in [sign_in, consent, cancelled] {
                assert_eq!(page.status, 400, "{page}");
            }
        }
        // None of it undid what was done.
        let _ = application.userinfo(&tokens.access_token).await.expect(200);
    })
    .await;
}

//! The pages in a real browser: what a person sees, and what only a browser enforces.

use authplane_domain::client::ClientDetails;
use authplane_tests::browser::{Browser, DESKTOP, TELEPHONE};
use authplane_tests::landing::Landing;
use authplane_tests::relying_party::application;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Database, RelyingParty, Tenant, TestServer};

use super::SCOPES;

const ALLOW: &str = "button[name=decision][value=allow]";

async fn application_at(tenant: &Tenant, landing: &Landing) -> RelyingParty {
    let redirect_uris = vec![landing.url("/callback")];
    RelyingParty::register(tenant, ClientDetails { redirect_uris, ..application(&SCOPES) }).await
}

#[tokio::test]
async fn a_person_signs_in_and_consents_with_the_keyboard_and_without_a_complaint_of_the_browser() {
    let tenant = Tenant::with_users(&TestServer::shared(Database::Sqlite).await).await;
    let landing = Landing::start().await;
    let application = application_at(&tenant, &landing).await;
    let browser = Browser::open().await;
    let request = application.request().with("scope", &SCOPES.join(" "));

    browser.goto(&request.url()).await;
    assert_eq!(browser.run("return document.activeElement.name").await, "username");
    for (size, name) in [(TELEPHONE, "telephone"), (DESKTOP, "desktop")] {
        browser.resize(size).await;
        assert_eq!(browser.run("return document.documentElement.scrollWidth <= innerWidth").await, true, "{name}");
        browser.take_pictures(&format!("sign-in-{name}")).await;
    }
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    browser.sign_in(USER, "wrong").await;
    browser.find("[role=alert]").await;
    // That the password was wrong is its status too, which the browser notes.
    assert!(browser.complaints().await.iter().all(|complaint| complaint.contains("status of 400")));
    browser.take_pictures("sign-in-refused").await;
    // Enter sends the form.
    browser.fill("input[name=password]", &format!("{PASSWORD}\u{e007}")).await;
    browser.find(ALLOW).await;
    for (size, name) in [(TELEPHONE, "telephone"), (DESKTOP, "desktop")] {
        browser.resize(size).await;
        assert_eq!(browser.run("return document.documentElement.scrollWidth <= innerWidth").await, true, "{name}");
        browser.take_pictures(&format!("consent-{name}")).await;
    }
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    browser.click(ALLOW).await;
    let callback = landing.next("/callback").await;
    let parameters: Vec<_> = callback.url.query_pairs().into_owned().collect();
    assert!(parameters.contains(&("state".to_owned(), request.state.clone())), "{parameters:?}");
    assert_eq!(callback.header("referer"), "", "nobody learns where the user came from");
    let code = parameters.iter().find(|(name, _)| name == "code").map(|(_, code)| code.clone()).unwrap();
    let _ = application.exchange(&code, &request).await.expect(200);

    // Signed in and asked: straight back.
    browser.goto(&application.request().with("scope", "openid").url()).await;
    browser.wait_for_url(&landing.url("/callback?")).await;
}

#[tokio::test]
async fn a_form_posts_itself_to_the_application_under_the_policy_of_its_page() {
    let tenant = Tenant::with_users(&TestServer::shared(Database::Sqlite).await).await;
    let landing = Landing::start().await;
    let application = application_at(&tenant, &landing).await;
    let browser = Browser::open_with("de-DE").await;
    let request = application.request().with("response_mode", "form_post");
    browser.goto(&request.url()).await;
    assert_eq!(browser.run("return document.documentElement.lang").await, "de");
    browser.sign_in(USER, PASSWORD).await;
    browser.click(ALLOW).await;
    let callback = landing.next("/callback").await;
    assert_eq!((callback.method.as_str(), callback.url.query()), ("POST", None));
    let form = callback.form();
    assert!(form.contains(&("state".to_owned(), request.state.clone())), "{form:?}");
    assert!(form.contains(&("iss".to_owned(), application.issuer.clone())), "{form:?}");
    browser.wait_for_url(&landing.url("/callback")).await;
}

//! How answers get to the application, and what a person sees where they can't.

use authplane_tests::browser::Browser;
use authplane_tests::users::{PASSWORD, USER};
use serde_json::json;

use super::{ALLOW, World, expect_no_complaint, expect_no_complaint_but, take_pictures};

/// The application gets its answer by POST.
async fn expect_form(world: &World, state: &str) {
    let callback = world.landing.next("/callback").await;
    assert_eq!((callback.method.as_str(), callback.url.query()), ("POST", None));
    let form = callback.form();
    assert!(form.contains(&("state".to_owned(), state.to_owned())), "{form:?}");
    assert!(form.contains(&("iss".to_owned(), world.application.issuer.clone())), "{form:?}");
    world.browser.wait_for_url(&world.landing.url("/callback")).await;
}

#[tokio::test]
async fn a_form_posts_itself_to_the_application_under_the_policy_of_its_page() {
    let mut world = World::new().await;
    world.browser = Browser::open_with("de-DE").await;
    let World { application, browser, .. } = &world;
    let request = application.request().with("response_mode", "form_post").with("scope", "openid profile email");
    browser.goto(&request.url()).await;
    assert_eq!(browser.run("return document.documentElement.lang").await, "de");
    take_pictures(browser, "sign-in-german").await;
    browser.sign_in(USER, PASSWORD).await;
    browser.find(ALLOW).await;
    take_pictures(browser, "consent-german").await;
    browser.click(ALLOW).await;
    expect_form(&world, &request.state).await;
    expect_no_complaint(browser).await;
}

#[tokio::test]
async fn everything_works_without_scripts() {
    let world = World::new().await;
    let World { application, browser, .. } = &world;
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({"value": true})).await;
    let request = application.request().with("response_mode", "form_post");
    browser.goto(&request.url()).await;
    browser.sign_in(USER, PASSWORD).await;
    browser.click(ALLOW).await;
    browser.find("input[type=hidden][name=code]").await;
    take_pictures(browser, "form-post-without-scripts").await;
    browser.click("form button").await;
    expect_form(&world, &request.state).await;
    expect_no_complaint(browser).await;
}

#[tokio::test]
async fn a_person_who_cannot_be_sent_back_is_told_why() {
    let world = World::new().await;
    let World { application, browser, .. } = &world;
    browser.goto(&application.request().with("redirect_uri", &world.landing.url("/elsewhere")).url()).await;
    assert!(browser.words().await.contains("redirect_uri"), "{}", browser.words().await);
    expect_no_complaint_but(browser, "400").await;
    take_pictures(browser, "error").await;

    // A page that was sent once and is opened again.
    browser.goto(&application.request().url()).await;
    let page = browser.url().await;
    browser.sign_in(USER, PASSWORD).await;
    browser.click(ALLOW).await;
    browser.wait_for_url(&world.landing.url("/callback")).await;
    browser.goto(page.as_str()).await;
    expect_no_complaint_but(browser, "400").await;
    take_pictures(browser, "error-over").await;

    browser.goto(&format!("{}/nobody/nothing/oauth2/authorize", world.tenant.server.url())).await;
    expect_no_complaint_but(browser, "404").await;
    assert!(browser.words().await.contains("There is nothing here"), "{}", browser.words().await);
    take_pictures(browser, "error-nothing-here").await;
    assert!(world.landing.waiting().iter().all(|request| request.url.path() != "/elsewhere"));
}

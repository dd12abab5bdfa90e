//! Signing in with a password, and consent.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::users::{OTHER_USER, PASSWORD, USER, static_method};
use serde_json::json;

use super::{ALLOW, CANCEL, DENY, World, expect_no_complaint, expect_no_complaint_but, parameter, take_pictures};
use crate::it::openid::SCOPES;

#[tokio::test]
async fn a_person_signs_in_and_consents_with_the_keyboard_and_without_a_complaint_of_the_browser() {
    let world = World::new().await;
    let World { application, browser, landing, .. } = &world;
    let request = application.request().with("scope", &SCOPES.join(" "));
    browser.goto(&request.url()).await;
    let _ = browser.find("input[name=username]:focus").await;
    take_pictures(browser, "sign-in").await;
    // The content security policy lets the logo in.
    assert_eq!(browser.run("return document.querySelector('img').naturalWidth > 0").await, true);
    browser.sign_in(USER, "wrong").await;
    browser.find("[role=alert]").await;
    expect_no_complaint_but(browser, "400").await;
    let _ = browser.find("input[name=password]:focus").await;
    take_pictures(browser, "sign-in-refused").await;
    // Enter sends the form.
    browser.fill("input[name=password]", &format!("{PASSWORD}\u{e007}")).await;
    browser.find(ALLOW).await;
    take_pictures(browser, "consent").await;
    browser.click(ALLOW).await;
    let callback = landing.next("/callback").await;
    assert_eq!(callback.header("referer"), "", "nobody learns where the user came from");
    let parameters: Vec<_> = callback.url.query_pairs().into_owned().collect();
    assert_eq!(parameter(&parameters, "state"), request.state);
    let _ = application.exchange(parameter(&parameters, "code"), &request).await.expect(200);

    // Signed in and asked: straight back.
    let again = application.request().with("scope", "openid");
    browser.goto(&again.url()).await;
    assert_eq!(parameter(&world.answer().await, "state"), again.state);
    expect_no_complaint(browser).await;
}

#[tokio::test]
async fn a_person_unticks_what_the_application_need_not_know() {
    let world = World::new().await;
    let World { application, browser, .. } = &world;
    let request = application.request().with("scope", "openid profile email");
    browser.goto(&request.url()).await;
    browser.sign_in(USER, PASSWORD).await;
    // On the words beside the box.
    browser.click("label.scope:has(input[value=email]) .title").await;
    browser.click(ALLOW).await;
    let code = parameter(&world.answer().await, "code").to_owned();
    let tokens = application.exchange(&code, &request).await.expect(200).json();
    assert_eq!(tokens["scope"], "openid profile");
    expect_no_complaint(browser).await;
}

#[tokio::test]
async fn a_person_refuses_and_the_application_hears_it() {
    let world = World::new().await;
    let World { application, browser, .. } = &world;
    let request = application.request().with("scope", "openid email");
    browser.goto(&request.url()).await;
    browser.sign_in(USER, PASSWORD).await;
    browser.click(DENY).await;
    let answer = world.answer().await;
    assert_eq!((parameter(&answer, "error"), parameter(&answer, "state")), ("access_denied", request.state.as_str()));
    assert!(!answer.iter().any(|(name, _)| name == "code"));

    // Who is somebody else signs in as that, and turns back there too.
    browser.goto(&application.request().url()).await;
    browser.click(".somebody-else a").await;
    browser.find("input[name=password]").await;
    browser.click(CANCEL).await;
    assert_eq!(parameter(&world.answer().await, "error"), "access_denied");
    expect_no_complaint(browser).await;
}

#[tokio::test]
async fn a_person_chooses_among_two_lists_of_users() {
    let world = World::new().await;
    let World { application, browser, tenant, .. } = &world;
    let mut staff = static_method("staff", &[(USER, PASSWORD, json!({"name": "Ada Example"}))]);
    "Staff".clone_into(&mut staff.method.name);
    let mut guests = static_method("guests", &[(OTHER_USER, PASSWORD, json!({"name": "Otto Example"}))]);
    "Guests".clone_into(&mut guests.method.name);
    tenant.set_methods(DEFAULT, vec![staff, guests]).await;
    browser.goto(&application.request().url()).await;
    assert_eq!(browser.count(".methods a").await, 2);
    browser.click(".methods li:first-child a").await;
    browser.find("input[name=password]").await;
    browser.click(".elsewhere li:first-child a").await;
    browser.click(".methods li:last-child a").await;
    // The wrong list doesn't know her.
    browser.sign_in(USER, PASSWORD).await;
    browser.find("[role=alert]").await;
    expect_no_complaint_but(browser, "400").await;
    take_pictures(browser, "sign-in-one-of-several").await;
    browser.sign_in(OTHER_USER, PASSWORD).await;
    browser.wait_for_words("Otto Example").await;
    browser.click(ALLOW).await;
    assert!(!parameter(&world.answer().await, "code").is_empty());
    expect_no_complaint(browser).await;
}

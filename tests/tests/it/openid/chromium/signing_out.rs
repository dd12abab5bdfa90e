//! Signing out, and the applications' pages that hear of it in hidden frames.

use std::collections::HashMap;

use authplane_tests::RelyingParty;
use authplane_tests::relying_party::AuthorizationRequest;
use authplane_tests::users::{PASSWORD, USER};

use super::{ALLOW, World, expect_no_complaint, parameter, shop, take_pictures};
use crate::it::openid::logout::{endpoint, logout};

const STAY: &str = "button[name=decision][value=stay]";
const SIGN_OUT: &str = "button[name=decision][value=sign_out]";

/// Signs in at this application, or is signed in already, and gives its ID token.
async fn sign_in(world: &World, application: &RelyingParty) -> String {
    let (browser, request) = (&world.browser, application.request());
    browser.goto(&request.url()).await;
    if browser.count("input[name=password]").await > 0 {
        browser.sign_in(USER, PASSWORD).await;
    }
    browser.find(&format!("{ALLOW}, #said")).await;
    if browser.count(ALLOW).await > 0 {
        browser.click(ALLOW).await;
    }
    id_token(world, application, &request).await
}

async fn id_token(world: &World, application: &RelyingParty, request: &AuthorizationRequest) -> String {
    let answer = world.answer().await;
    let tokens = application.exchange(parameter(&answer, "code"), request).await.expect(200).json();
    tokens["id_token"].as_str().unwrap().to_owned()
}

/// Is this browser's user known without a question?
async fn is_signed_in(world: &World) -> bool {
    let request = world.application.request().with("prompt", "none");
    world.browser.goto(&request.url()).await;
    let answer = world.answer().await;
    let error = answer.iter().find(|(name, _)| name == "error");
    assert!(error.is_none_or(|(_, error)| error == "login_required"), "{answer:?}");
    error.is_none()
}

#[tokio::test]
async fn a_person_is_asked_stays_and_then_signs_out() {
    let world = World::new().await;
    let browser = &world.browser;
    let _ = sign_in(&world, &world.application).await;
    let url = logout(&world.application, &[("client_id", &world.application.client.id)]);
    browser.goto(&url).await;
    browser.find(SIGN_OUT).await;
    take_pictures(browser, "sign-out").await;
    browser.click(STAY).await;
    browser.wait_for_words("You are still signed in").await;
    take_pictures(browser, "sign-out-stayed").await;
    assert!(is_signed_in(&world).await);
    browser.goto(&url).await;
    browser.click(SIGN_OUT).await;
    browser.wait_for_words("You are signed out").await;
    take_pictures(browser, "signed-out").await;
    assert!(!is_signed_in(&world).await);

    // Nobody is signed in, so nobody was asked: a link that leads on.
    let back = world.landing.url("/signed-out");
    let parameters = [("client_id", world.application.client.id.as_str()), ("post_logout_redirect_uri", &back)];
    browser.goto(&logout(&world.application, &parameters)).await;
    take_pictures(browser, "signed-out-with-a-way-back").await;
    browser.click("a.button").await;
    browser.wait_for_url(&back).await;

    // With what only the application has, straight back.
    let id_token = sign_in(&world, &world.application).await;
    let parameters = [("id_token_hint", id_token.as_str()), ("post_logout_redirect_uri", &back), ("state", "s")];
    browser.goto(&logout(&world.application, &parameters)).await;
    assert_eq!(browser.wait_for_url(&back).await.query(), Some("state=s"));
    assert!(!is_signed_in(&world).await);
    expect_no_complaint(browser).await;
}

#[tokio::test]
async fn the_applications_hear_of_it_in_frames_and_the_person_goes_on() {
    let world = World::with(|details, landing| details.metadata.frontchannel_logout_uri = landing.url("/heard")).await;
    let browser = &world.browser;
    let mut details = shop(&world.landing);
    details.metadata.frontchannel_logout_uri = world.landing.url("/heard-too?a=b");
    let second = RelyingParty::register(&world.tenant, details).await;
    let back = world.landing.url("/signed-out");
    // By itself after a moment; and at once, by the button, where the moment is made to last for the pictures.
    for waits in [true, false] {
        let id_token = sign_in(&world, &world.application).await;
        let _ = sign_in(&world, &second).await;
        if waits {
            let parameters = [("id_token_hint", id_token.as_str()), ("post_logout_redirect_uri", &back)];
            browser.goto(&logout(&world.application, &parameters)).await;
            browser.wait_for_url(&back).await;
        } else {
            browser.goto(&format!("{}?ui_locales=en", endpoint(&world.application))).await;
            browser.click(SIGN_OUT).await;
            browser.wait_for_words("Your applications are being told").await;
            browser.run("window.stop()").await;
            take_pictures(browser, "signing-out").await;
            browser.click("a.button").await;
            browser.wait_for_words("You are signed out").await;
        }
        let heard = world.landing.next("/heard").await;
        let parameters: HashMap<_, _> = heard.url.query_pairs().into_owned().collect();
        assert_eq!((&*parameters["iss"], parameters["sid"].is_empty()), (&*world.application.issuer, false));
        let too = world.landing.next("/heard-too").await;
        let parameters_too: HashMap<_, _> = too.url.query_pairs().into_owned().collect();
        assert_eq!((&*parameters_too["a"], &parameters_too["sid"]), ("b", &parameters["sid"]));
        for heard in [heard, too] {
            assert_eq!((heard.header("sec-fetch-dest"), heard.header("referer")), ("iframe", ""));
        }
        assert!(!is_signed_in(&world).await);
    }
    expect_no_complaint(browser).await;
}

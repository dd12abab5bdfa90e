//! The account page: on a desk and on a telephone, light and dark, by mouse and by keyboard.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::browser::Browser;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{RelyingParty, UserAgent};
use serde_json::json;

use super::{CANCEL, World, expect_no_complaint, expect_no_complaint_but, take_pictures};
use crate::it::acp::admin::consents;
use crate::it::devices::details;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

/// Goes on from what has the focus with the Tab key, up to what says this, and presses Enter there.
async fn press(browser: &Browser, wanted: &str) {
    for _ in 0..40 {
        let focused = "return document.activeElement.textContent.trim()";
        browser.find("body").await;
        let active = browser.client().active_element().await.unwrap();
        if browser.run(focused).await.as_str().is_some_and(|said| said.starts_with(wanted)) {
            let outline = browser.run("return getComputedStyle(document.activeElement).outlineStyle").await;
            assert_eq!(outline, "solid", "it is seen where the focus is");
            active.send_keys(ENTER).await.unwrap();
            return;
        }
        active.send_keys(TAB).await.unwrap();
    }
    panic!("no {wanted:?} by keyboard: {}", browser.words().await);
}

#[tokio::test]
async fn a_person_sees_to_their_account() {
    let world = World::new().await;
    let (browser, tenant) = (&world.browser, &world.tenant);
    let account = format!("{}/account", tenant.server.issuer(&tenant.id, DEFAULT));
    // What there is to see: two applications, consents of all kinds, another browser.
    let mut elsewhere = UserAgent::new(tenant.server.url());
    let request = world.application.request().with("scope", "openid profile email offline_access");
    let _ = world.application.sign_in(&mut elsewhere, &request, (USER, PASSWORD)).await;
    let mut television = details(&["openid", "profile"]);
    television.redirect_uris = vec!["https://tv.example/callback".to_owned()];
    television.grant_types = Some(vec!["authorization_code".to_owned()]);
    let television = RelyingParty::register(tenant, television).await;
    let _ = television.sign_in(&mut elsewhere, &television.request(), (USER, PASSWORD)).await;
    for (id, name, can_be_withdrawn) in
        [("newsletter", "Newsletter", true), ("terms", "Terms of use", false), ("research", "Market research", true)]
    {
        let mut consent = consents::whole(id);
        (consent["name"], consent["can_be_withdrawn"]) = (json!(name), json!(can_be_withdrawn));
        let _ = tenant.post("/api/admin/{tid}/consents").json(&consent).send().await.expect(201);
    }

    browser.goto(&account).await;
    browser.find("input[name=password]").await;
    take_pictures(browser, "account-sign-in").await;
    browser.click(CANCEL).await;
    browser.wait_for_words("You did not sign in").await;
    take_pictures(browser, "account-not-signed-in").await;
    press(browser, "Sign in to your account").await;
    browser.sign_in(USER, PASSWORD).await;
    browser.wait_for_words("You are signed in as Ada Example").await;
    take_pictures(browser, "account").await;

    // By keyboard alone.
    press(browser, "Consents").await;
    browser.wait_for_words("Market research").await;
    press(browser, "Give consent: Newsletter").await;
    browser.wait_for_words("You gave your consent").await;
    browser.client().refresh().await.unwrap();
    browser.wait_for_words("You gave your consent").await;
    press(browser, "Give consent: Terms of use").await;
    browser.wait_for_words("It cannot be withdrawn here").await;
    take_pictures(browser, "account-consents").await;
    press(browser, "Withdraw: Newsletter").await;
    browser.wait_for_words("You withdrew your consent").await;
    press(browser, "Back to your account").await;
    press(browser, "Applications with access").await;
    browser.wait_for_words("Television").await;
    take_pictures(browser, "account-applications").await;
    press(browser, "Remove access: Television").await;
    browser.wait_for_words("The access was removed").await;
    assert!(!browser.words().await.contains("Television"));
    take_pictures(browser, "account-applications-removed").await;
    press(browser, "Back to your account").await;
    press(browser, "History").await;
    browser.wait_for_words("You gave: Newsletter").await;
    take_pictures(browser, "account-events").await;
    press(browser, "Back to your account").await;
    press(browser, "Sessions and devices").await;
    browser.wait_for_words("Another browser").await;
    take_pictures(browser, "account-sessions").await;
    press(browser, "Sign out there: ").await;
    browser.wait_for_words("Signed out there").await;
    assert!(!browser.words().await.contains("Another browser"));
    expect_no_complaint(browser).await;
    press(browser, "Sign out everywhere").await;
    browser.wait_for_words("You are signed out").await;
    expect_no_complaint(browser).await;
}

#[tokio::test]
async fn what_cannot_be_withdrawn_is_explained_in_the_language_of_the_browser() {
    let world = World::new().await;
    let tenant = &world.tenant;
    let mut consent = consents::whole("terms");
    (consent["name"], consent["can_be_withdrawn"]) = (json!("Nutzungsbedingungen"), json!(false));
    let _ = tenant.post("/api/admin/{tid}/consents").json(&consent).send().await.expect(201);
    let browser = Browser::open_with("de-DE").await;
    browser.goto(&format!("{}/account/consents", tenant.server.issuer(&tenant.id, DEFAULT))).await;
    browser.sign_in(USER, PASSWORD).await;
    browser.wait_for_words("Einwilligungen").await;
    // Whoever makes a button of their own.
    browser.run("document.querySelector('button[name=granted]').value = 'false'").await;
    browser.click("button[name=granted]").await;
    browser.wait_for_words("kann hier nicht widerrufen werden").await;
    expect_no_complaint_but(&browser, "422").await;
    take_pictures(&browser, "account-consents-final-german").await;
}

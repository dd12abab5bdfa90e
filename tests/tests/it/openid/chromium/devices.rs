//! The pages on which a device is let in (RFC 8628 §3.3).

use authplane_tests::RelyingParty;
use authplane_tests::users::{PASSWORD, USER};

use super::{ALLOW, DENY, World, expect_no_complaint, expect_no_complaint_but, take_pictures};
use crate::it::devices::{Device, details};

#[tokio::test]
async fn a_person_lets_a_device_in_and_keeps_another_out() {
    let world = World::new().await;
    let browser = &world.browser;
    let mut television = details(&["openid", "profile", "email", "offline_access"]);
    television.metadata.texts.logo_uri = world.landing.url("/logo.svg");
    let television = RelyingParty::register(&world.tenant, television).await;
    let device = Device::begin(&television, "openid profile email offline_access").await;
    browser.goto(device.page()).await;
    let _ = browser.find("input[name=user_code]:focus").await;
    take_pictures(browser, "device-code").await;
    browser.fill("input[name=user_code]", "BBBB-BBBB").await;
    browser.click("form button").await;
    browser.find("[role=alert]").await;
    expect_no_complaint_but(browser, "400").await;
    take_pictures(browser, "device-code-unknown").await;
    // Enter sends it, in whatever case.
    browser.fill("input[name=user_code]", &format!("{}\u{e007}", device.user_code().to_lowercase())).await;
    browser.find("input[name=password]").await;
    let words = browser.words().await;
    assert!(words.contains("Television") && words.contains("Cancel") && !words.contains("go back"), "{words}");
    take_pictures(browser, "device-sign-in").await;
    browser.sign_in(USER, PASSWORD).await;
    assert_eq!(browser.text("dd.code").await, device.user_code());
    take_pictures(browser, "device-confirm").await;
    device.hears("authorization_pending").await;
    browser.click(ALLOW).await;
    browser.wait_for_words("Your device is connected").await;
    take_pictures(browser, "device-connected").await;
    let _ = device.ask().await.expect(200);

    // Signed in, and by the link of a QR code.
    let device = Device::begin(&television, "openid").await;
    browser.goto(device.page_with_code()).await;
    assert_eq!(browser.run("return document.querySelector('input[name=user_code]').value").await, device.user_code());
    browser.click("form button").await;
    browser.click(DENY).await;
    browser.wait_for_words("The device was not connected").await;
    take_pictures(browser, "device-not-connected").await;
    device.hears("access_denied").await;
    expect_no_complaint(browser).await;
}

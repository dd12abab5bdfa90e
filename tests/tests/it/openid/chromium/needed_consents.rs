//! The consents that policies miss, as a person gives them.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{ClientPrivacy, PiiCategory, ScopePrivacy};
use authplane_tests::users::{PASSWORD, USER};
use serde_json::json;

use super::{ALLOW, DENY, World, expect_no_complaint, parameter, take_pictures};
use crate::it::access::Edge;
use crate::it::openid::needed_consents::{action, asking, ledger};
use crate::it::openid::silent::guard_server;

/// A shop that says what for, on a server that needs an action.
async fn world(trusted: bool, language: &str) -> World {
    let (world, policy) = world_with_policy(trusted, language).await;
    guard_server(&world.tenant, Some(policy)).await;
    world
}

/// The same before the server needs it, and the policy that does.
async fn world_with_policy(trusted: bool, language: &str) -> (World, String) {
    let world = World::reading(language, |details, _| {
        let said = ScopePrivacy {
            pii_categories: ["Contact", "Mailbox"].map(|name| PiiCategory { name: name.to_owned() }).into(),
            purpose: "So that answers reach you".to_owned(),
        };
        details.metadata.privacy = Some(ClientPrivacy { scopes: [("email".to_owned(), said)].into() });
        details.trusted = trusted;
    })
    .await;
    action(&world.tenant, "order", &[("Newsletter", false), ("Terms", true)]).await;
    let policy = asking(&world.tenant, json!({"action": "order"}), &[]).await;
    (world, policy)
}

#[tokio::test]
async fn a_person_gives_what_is_missing_with_the_keyboard_and_the_browser_insists_on_what_is_needed() {
    let world = world(false, "en-US").await;
    let World { application, browser, .. } = &world;
    let request = application.request().with("scope", "openid email");
    browser.goto(&request.url()).await;
    browser.sign_in(USER, PASSWORD).await;
    browser.find(ALLOW).await;
    take_pictures(browser, "consent-and-consents").await;
    // The browser stays, and shows which box.
    browser.click(ALLOW).await;
    assert_eq!(browser.count("input[name=consent]:invalid").await, 1);
    // The space bar ticks it, and Enter presses the button.
    let focused = browser.find("input[name=consent]:required:focus").await;
    focused.send_keys(" ").await.unwrap();
    assert_eq!(browser.count("input[name=consent]:checked").await, 1);
    browser.find(ALLOW).await.send_keys("\u{e007}").await.unwrap();
    let answer = world.answer().await;
    let tokens = application.exchange(parameter(&answer, "code"), &request).await.expect(200).json();
    assert_eq!(tokens["scope"], "openid email");
    let given = ledger(&world.tenant).await;
    assert_eq!((given.len(), &given[0][1], &given[0][4]), (1, &json!("Terms"), &json!("en")));
    expect_no_complaint(browser).await;
}

#[tokio::test]
async fn a_person_is_asked_for_consents_alone_in_german_and_can_turn_back_without_ticking() {
    let world = world(true, "de").await;
    let World { application, browser, .. } = &world;
    let request = application.request().with("scope", "openid email");
    browser.goto(&request.url()).await;
    browser.sign_in(USER, PASSWORD).await;
    browser.wait_for_words("Nötig, um fortzufahren").await;
    let words = browser.words().await;
    for shown in [
        "Bevor es mit Paper Shop weitergeht",
        "Hauptzweck",
        "Zweck: So that answers reach you",
        "Daten: Contact, Mailbox",
    ] {
        assert!(words.contains(shown), "{shown}: {words}");
    }
    take_pictures(browser, "agreement").await;
    browser.click(DENY).await;
    assert_eq!(parameter(&world.answer().await, "error"), "access_denied");
    assert_eq!(ledger(&world.tenant).await.len(), 0);

    browser.goto(&application.request().url()).await;
    // On the words beside the box.
    browser.click("label.scope:has(input:required) .title").await;
    browser.click(ALLOW).await;
    assert!(!parameter(&world.answer().await, "code").is_empty());
    let given = ledger(&world.tenant).await;
    assert_eq!((given.len(), &given[0][4]), (1, &json!("de")));
    expect_no_complaint(browser).await;
}

#[tokio::test]
async fn what_was_given_opens_the_service_until_it_is_withdrawn_on_the_account_page() {
    let (world, policy) = world_with_policy(true, "en-US").await;
    let World { application, browser, tenant, .. } = &world;
    guard_server(tenant, Some(policy.clone())).await;
    let edge = Edge::of(tenant).await;
    let _ = edge.api("POST", "/orders", Some(&policy)).await;
    let request = application.request().with("scope", "openid offline_access");
    browser.goto(&request.url()).await;
    browser.sign_in(USER, PASSWORD).await;
    browser.click("label.scope:has(input:required) .title").await;
    browser.click(ALLOW).await;
    let tokens = application.exchange(parameter(&world.answer().await, "code"), &request).await.expect(200).json();
    let [access, refresh] = ["access_token", "refresh_token"].map(|token| tokens[token].as_str().unwrap());
    let _ = edge.ask("POST", "/orders", Some(access)).await.expect(200);

    browser.goto(&format!("{}/account/consents", tenant.server.issuer(&tenant.id, DEFAULT))).await;
    browser.wait_for_words("Given on").await;
    browser.click("button[name=granted][value=false]").await;
    browser.wait_for_words("You withdrew your consent").await;
    take_pictures(browser, "account-consents-withdrawn").await;

    // The token is as valid as it was, and the very next request is refused; so is the application, until it asks the person again.
    let refused = edge.ask("POST", "/orders", Some(access)).await.expect(403).json();
    assert_eq!(refused["details"]["failure"][0]["validator"], "consent", "{refused}");
    let refreshed = application
        .call("oauth2/token", &[("grant_type", "refresh_token"), ("refresh_token", refresh)])
        .send()
        .await
        .expect(400)
        .json();
    assert_eq!(refreshed["error"], "invalid_grant");
    browser.goto(&request.clone().with("prompt", "none").url()).await;
    assert_eq!(parameter(&world.answer().await, "error"), "consent_required");
    browser.goto(&request.url()).await;
    browser.wait_for_words("Needed to go on").await;
    expect_no_complaint(browser).await;
}

//! The reference page in a real browser, as the README tells people to use it.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use authplane_tests::browser::{Browser, Scheme, TELEPHONE};
use authplane_tests::document::Family;
use authplane_tests::process::PATIENCE;
use authplane_tests::{Document, Settings, Tenant, TestServer};
use serde_json::Value;

/// Waits until a script says something.
async fn wait_for(browser: &Browser, script: &str) -> Value {
    let begun = Instant::now();
    loop {
        let said = browser.run(script).await;
        if !matches!(said, Value::Null | Value::Bool(false)) {
            return said;
        }
        let open = "const block = document.querySelector('.opblock.is-open') || document.body; return block.innerText";
        assert!(begun.elapsed() < PATIENCE, "{script}: {}", browser.run(open).await);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn after_the_readme_s_steps_every_management_operation_can_be_tried() {
    let server = TestServer::start(Settings::default()).await;
    let tenant = Tenant::with_id(&server, "default").await;
    let browser = Browser::open().await;
    browser.goto(&format!("{}/reference", server.url())).await;
    browser.click(".btn.authorize").await;

    // The dialog begins with the scheme that people need, and with everything that it can ask for.
    browser.find(".modal-ux-content .auth-container").await;
    let beginning = "const dialog = document.querySelector('.modal-ux-content'); return dialog.scrollTop === 0 && \
                     dialog.querySelector('.auth-container h4').innerText.startsWith('admin')";
    wait_for(&browser, beginning).await;
    let chosen = "return [...document.querySelector('.auth-container').querySelectorAll('.scopes input:checked')]\
                  .map((box) => box.dataset.value)";
    assert_eq!(browser.run(chosen).await, serde_json::json!(["all"]));
    browser.fill(".auth-container input[data-name=clientId]", &tenant.administrator.id).await;
    browser.fill(".auth-container input[data-name=clientSecret]", &tenant.administrator.secret).await;
    browser.click(".auth-container .auth-btn-wrapper .authorize").await;
    wait_for(&browser, "return [...document.querySelectorAll('.auth-container button')].some((button) => button.innerText === 'Logout')").await;
    browser.click(".modal-ux-header .close-modal").await;

    let mut many = 0;
    for operation in Document::canonical().operations() {
        if !operation.schemes().any(|scheme| scheme == "admin") {
            continue;
        }
        let tag = operation.object["tags"][0].as_str().unwrap();
        let block = format!("document.getElementById('operations-{tag}-{}')", operation.id);
        wait_for(&browser, &format!("return {block} !== null")).await;
        browser.run(&format!("{block}.querySelector('.opblock-summary-control').click()")).await;
        // Shared answers are filled in when an operation is opened, and only then can it be executed.
        let resolved = format!("{block}.querySelector('.response[data-code=\"500\"] .response-col_description')");
        let resolved = format!("{resolved} && {resolved}.innerText.includes('The server failed')");
        wait_for(&browser, &format!("return {block}.querySelector('.execute') !== null && {resolved}")).await;
        // Nobody but people can choose a file.
        let choose = format!(
            "const input = {block}.querySelector('input[type=file]'); if (!input) return; const data = new DataTransfer(); \
             data.items.add(new File(['openapi: 3.0.3'], 'openapi.yaml')); input.files = data.files; \
             input.dispatchEvent(new Event('change', {{bubbles: true}}))"
        );
        browser.run(&choose).await;
        browser.run(&format!("{block}.querySelector('.execute').click()")).await;
        let script = format!(
            "const cell = {block}.querySelector('.live-responses-table tbody .response-col_status'); return cell && cell.innerText"
        );
        let shown = wait_for(&browser, &script).await;
        let shown = shown.as_str().unwrap();
        let status: u16 = shown.split_whitespace().next().and_then(|status| status.parse().ok()).unwrap_or_default();
        assert!(status != 401 && status != 403 && (200..500).contains(&status), "{}: {shown}", operation.id);
        browser.run(&format!("{block}.querySelector('.opblock-summary-control').click()")).await;
        many += 1;
    }
    assert!(many > 45, "{many}");
}

#[test]
fn one_token_opens_every_management_operation_and_any_may_be_pasted() {
    for operation in Document::canonical().operations() {
        let schemes: BTreeSet<&str> = operation.schemes().collect();
        match operation.family() {
            Some(Family::AcpSystem) => assert_eq!(schemes, BTreeSet::from(["bearer", "system"]), "{}", operation.id),
            Some(Family::AcpDeveloper) => {
                assert_eq!(schemes, BTreeSet::from(["bearer", "developer"]), "{}", operation.id);
            }
            Some(Family::AcpSetup) => assert_eq!(schemes, BTreeSet::from(["bearer", "setup"]), "{}", operation.id),
            Some(_) => assert_eq!(schemes, BTreeSet::from(["admin", "bearer"]), "{}", operation.id),
            None => assert!(!schemes.contains("admin"), "{}", operation.id),
        }
    }
}

#[tokio::test]
async fn the_page_is_grouped_by_dialect_fits_a_telephone_and_is_dark_for_those_who_like_it() {
    let server = TestServer::start(Settings::default()).await;
    let browser = Browser::open().await;
    browser.goto(&format!("{}/reference", server.url())).await;
    browser.find("#operations-tag-servers").await;
    let headings = "return [...document.querySelectorAll('.opblock-tag-section')]\
                    .map((section) => getComputedStyle(section, '::before').content).filter((text) => text !== 'none')";
    let headings = wait_for(&browser, headings).await;
    let groups = Document::canonical().root()["x-tagGroups"].as_array().unwrap().clone();
    let names: Vec<String> = groups.iter().map(|group| group["name"].to_string()).collect();
    assert_eq!(headings, serde_json::json!(names));

    browser.resize((TELEPHONE.0 + 100, TELEPHONE.1)).await;
    let fits = "return document.documentElement.scrollWidth <= window.innerWidth";
    wait_for(&browser, fits).await;
    browser.run("document.querySelector('#operations-clients-create_client .opblock-summary-control').click()").await;
    browser.find("#operations-clients-create_client .execute").await;
    assert_eq!(browser.run(fits).await, true, "with an operation open");

    let background = "return getComputedStyle(document.documentElement).backgroundColor";
    browser.prefer(Scheme::Light).await;
    let light = browser.run(background).await;
    browser.prefer(Scheme::Dark).await;
    assert_ne!(browser.run(background).await, light);
    browser.take_pictures("reference").await;
}

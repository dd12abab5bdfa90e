//! The pages in a real browser: what a person sees, and what only a browser enforces. The pictures of all pages are in `target/screenshots`.

mod account;
mod answers;
mod devices;
mod federation;
mod needed_consents;
mod sign_in;
mod signing_out;

use authplane_domain::clients::client::{ClientDetails, ClientMetadata, ClientTexts};
use authplane_tests::browser::{Browser, DESKTOP, TELEPHONE};
use authplane_tests::landing::{Landing, Reply, Request};
use authplane_tests::relying_party::application;
use authplane_tests::{Database, RelyingParty, Tenant, TestServer};

use super::SCOPES;
use crate::it::devices::let_in_as;

const ALLOW: &str = "button[name=decision][value=allow]";
const DENY: &str = "button[name=decision][value=deny]";
/// The second link below a sign-in form, or the only one, leads back to the application.
const CANCEL: &str = ".elsewhere li:last-child a";

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="10" fill="#c2410c"/><path d="M13 17h22l-3 16H16z" fill="#fff"/></svg>"##;

/// The place of the application: it has a logo too.
async fn place() -> Landing {
    let answer = |request: &Request| match request.url.path() {
        "/logo.svg" => Reply::ok("image/svg+xml", LOGO),
        _ => Reply::page("Arrived"),
    };
    Landing::answering(answer).await
}

/// An application that tells everything about itself.
fn shop(landing: &Landing) -> ClientDetails {
    let metadata = ClientMetadata {
        texts: ClientTexts {
            description: String::new(),
            client_uri: landing.url("/about"),
            logo_uri: landing.url("/logo.svg"),
            policy_uri: landing.url("/privacy"),
            tos_uri: landing.url("/terms"),
        },
        post_logout_redirect_uris: vec![landing.url("/signed-out")],
        ..ClientMetadata::default()
    };
    let redirect_uris = vec![landing.url("/callback")];
    ClientDetails { name: "Paper Shop".to_owned(), redirect_uris, metadata, ..application(&SCOPES) }
}

/// A tenant with users whose server has a name and lets devices in, an application there, and a person's browser.
struct World {
    tenant: Tenant,
    landing: Landing,
    application: RelyingParty,
    browser: Browser,
}

impl World {
    async fn new() -> Self {
        Self::with(|_, _| ()).await
    }

    /// With other details of the application.
    async fn with(change: impl FnOnce(&mut ClientDetails, &Landing)) -> Self {
        Self::reading("en-US", change).await
    }

    /// The same, with a browser of somebody who reads this language.
    async fn reading(language: &str, change: impl FnOnce(&mut ClientDetails, &Landing)) -> Self {
        let tenant = Tenant::with_users(&TestServer::shared(Database::Sqlite).await).await;
        let_in_as(&tenant, |details| "Nordlicht".clone_into(&mut details.name)).await;
        let landing = place().await;
        let mut details = shop(&landing);
        change(&mut details, &landing);
        let application = RelyingParty::register(&tenant, details).await;
        Self { tenant, landing, application, browser: Browser::open_with(language).await }
    }

    /// Parameters of the next answer that the browser brings to the application.
    async fn answer(&self) -> Vec<(String, String)> {
        self.landing.next("/callback").await.url.query_pairs().into_owned().collect()
    }
}

fn parameter<'a>(parameters: &'a [(String, String)], name: &str) -> &'a str {
    let found = parameters.iter().find(|(known, _)| known == name);
    found.map_or_else(|| panic!("no {name} in {parameters:?}"), |(_, value)| value)
}

/// Takes pictures of the page on a telephone and on a desk; it needs no sideways scrolling on either, and the browser has nothing to complain of.
async fn take_pictures(browser: &Browser, name: &str) {
    for (size, place) in [(TELEPHONE, "telephone"), (DESKTOP, "desktop")] {
        browser.resize(size).await;
        let fits = browser.run("return document.documentElement.scrollWidth <= innerWidth").await;
        assert_eq!(fits, true, "{name} on a {place}");
        browser.take_pictures(&format!("{name}-{place}")).await;
    }
    expect_no_complaint(browser).await;
}

async fn expect_no_complaint(browser: &Browser) {
    expect_no_complaint_but(browser, "").await;
}

/// A refusal has its status, which the browser notes; the rest of what it complains of would be mistakes of ours.
async fn expect_no_complaint_but(browser: &Browser, status: &str) {
    let expected = format!("the server responded with a status of {status}");
    let complaints = browser.complaints().await;
    let unexpected: Vec<_> =
        complaints.iter().filter(|complaint| status.is_empty() || !complaint.contains(&expected)).collect();
    assert!(unexpected.is_empty(), "{unexpected:?}");
}

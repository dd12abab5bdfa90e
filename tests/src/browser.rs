//! A real browser: Chromium, driven through its `WebDriver`.
//!
//! `chromedriver` and Chromium are those on the PATH; `cargo xtask test` installs them where it can. One driver serves all
//! tests that run at the same time, started by the first and stopped with the last; every test has a browser of its own,
//! with a profile of its own that nobody else sees.

pub mod driver;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::sync::{Semaphore, SemaphorePermit};
use url::{ParseError, Url};

use self::driver::Driver;
use crate::database::Folder;
use crate::process::PATIENCE;

/// Size of a window in the beginning, in CSS pixels.
pub const DESKTOP: (u32, u32) = (1100, 800);
/// Size of a small telephone's, in CSS pixels.
pub const TELEPHONE: (u32, u32) = (320, 640);

/// Browsers are large: this many run at once.
static PERMITS: Semaphore = Semaphore::const_new(2);

/// A browser. It is closed when this is dropped.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    session: String,
    driver: Arc<Driver>,
    // Gone after the browser that writes into it.
    _profile: Folder,
    _permit: SemaphorePermit<'static>,
}

/// What its user prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Browser {
    /// A new browser without history.
    ///
    /// # Panics
    /// When there is none on this machine.
    pub async fn open() -> Self {
        Self::open_with("en-US").await
    }

    /// The same, for a person who speaks this language.
    ///
    /// # Panics
    /// When there is none on this machine.
    pub async fn open_with(language: &str) -> Self {
        let permit = PERMITS.acquire().await.expect("nobody closes it");
        let driver = tokio::task::spawn_blocking(Driver::shared).await.expect("it doesn't panic");
        let driver = driver.unwrap_or_else(|error| panic!("{error}"));
        let profile = Folder::new();
        let arguments = [
            "--headless=new".to_owned(),
            // Chromium's own walls need rights that neither root nor a container has; it only visits our own pages.
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--disable-background-networking".to_owned(),
            "--no-first-run".to_owned(),
            "--hide-scrollbars".to_owned(),
            // Nothing beyond this machine is asked for, also when a page or the browser itself wants it.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost".to_owned(),
            format!("--user-data-dir={}", profile.path().display()),
            format!("--window-size={},{}", DESKTOP.0, DESKTOP.1),
            format!("--lang={language}"),
            format!("--accept-lang={language}"),
        ];
        let capabilities = json!({
            "goog:chromeOptions": {"args": arguments, "prefs": {"intl.accept_languages": language}},
            "goog:loggingPrefs": {"browser": "ALL"},
        });
        let capabilities = capabilities.as_object().cloned().unwrap_or_default();
        let url = format!("http://127.0.0.1:{}/", driver.port());
        let opened = Client::with_capabilities_and_connector(&url, &capabilities, HttpConnector::new()).await;
        let client = opened.unwrap_or_else(|error| panic!("the browser doesn't start: {error}"));
        let session = client.session_id().await.ok().flatten().expect("a session has an id");
        let browser = Self { client, session, driver, _profile: profile, _permit: permit };
        browser.prefer(Scheme::Light).await;
        // As if its window were the one in front: else nothing in it looks as if it had the focus.
        browser.devtools("Emulation.setFocusEmulationEnabled", json!({"enabled": true})).await;
        browser
    }

    /// Its remote control, for whatever has no function of its own here.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Goes to an address and waits until the page is there.
    ///
    /// # Panics
    /// When it doesn't come.
    pub async fn goto(&self, url: &str) {
        self.client.goto(url).await.unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    /// Where it is.
    ///
    /// # Panics
    /// When the browser is gone.
    pub async fn url(&self) -> Url {
        self.client.current_url().await.expect("the browser is there")
    }

    /// Waits until it is at an address that begins so, and gives the whole of it.
    ///
    /// # Panics
    /// When it doesn't get there.
    pub async fn wait_for_url(&self, beginning: &str) -> Url {
        let wait = async {
            loop {
                let url = self.url().await;
                if url.as_str().starts_with(beginning) {
                    return url;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        if let Ok(url) = tokio::time::timeout(PATIENCE, wait).await {
            return url;
        }
        panic!("at {} and not at {beginning}…: {}", self.url().await, self.words().await)
    }

    /// Waits for the first element that a CSS selector finds.
    ///
    /// # Panics
    /// When there is none.
    pub async fn find(&self, selector: &str) -> Element {
        match self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await {
            Ok(element) => element,
            Err(error) => panic!("no {selector} at {}: {error}: {}", self.url().await, self.words().await),
        }
    }

    /// Waits until the page says this.
    ///
    /// # Panics
    /// When it doesn't.
    pub async fn wait_for_words(&self, words: &str) {
        let script = "return document.body ? document.body.innerText : ''";
        let wait = async {
            // A page that goes away in the middle has no answer.
            while !self.client.execute(script, Vec::new()).await.is_ok_and(|said| said.to_string().contains(words)) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let waited = tokio::time::timeout(PATIENCE, wait).await;
        assert!(waited.is_ok(), "no {words:?} at {}: {}", self.url().await, self.words().await);
    }

    /// How many elements a CSS selector finds now.
    ///
    /// # Panics
    /// When it is no selector.
    pub async fn count(&self, selector: &str) -> usize {
        self.client.find_all(Locator::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}")).len()
    }

    /// What a person reads of an element.
    ///
    /// # Panics
    /// When it isn't there.
    pub async fn text(&self, selector: &str) -> String {
        self.find(selector).await.text().await.unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    /// What a person reads of the page.
    ///
    /// # Panics
    /// When the browser is gone.
    pub async fn words(&self) -> String {
        let words = self.run("return document.body ? document.body.innerText : ''").await;
        words.as_str().unwrap_or_default().to_owned()
    }

    /// Types a text into a field in place of what it holds.
    ///
    /// # Panics
    /// When it isn't there or takes no text.
    pub async fn fill(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        let filled = async {
            field.clear().await?;
            field.send_keys(text).await
        };
        filled.await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Clicks on an element.
    ///
    /// # Panics
    /// When it isn't there or something is in the way.
    pub async fn click(&self, selector: &str) {
        self.find(selector).await.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Fills in and sends the sign-in page.
    ///
    /// # Panics
    /// When it isn't that page.
    pub async fn sign_in(&self, username: &str, password: &str) {
        self.fill("input[name=username]", username).await;
        self.fill("input[name=password]", password).await;
        self.click("form button:not([type=button])").await;
    }

    /// Value of an expression in the page, such as `return document.title`.
    ///
    /// # Panics
    /// When it throws.
    pub async fn run(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// What its user prefers from now on.
    ///
    /// # Panics
    /// When the browser is gone.
    pub async fn prefer(&self, scheme: Scheme) {
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme.name()},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await;
    }

    /// Another size of the window in CSS pixels, such as [`TELEPHONE`].
    ///
    /// # Panics
    /// When the browser is gone.
    pub async fn resize(&self, (width, height): (u32, u32)) {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Takes pictures of the whole page, one in each scheme: `target/screenshots/<name>-light.png` and `…-dark.png`.
    ///
    /// # Panics
    /// When they can't be taken or written.
    pub async fn take_pictures(&self, name: &str) {
        let folder = screenshots();
        std::fs::create_dir_all(&folder).expect("target can be written");
        for scheme in [Scheme::Dark, Scheme::Light] {
            self.prefer(scheme).await;
            let path = folder.join(format!("{name}-{}.png", scheme.name()));
            std::fs::write(&path, self.picture().await).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }

    /// A picture of the whole page, as PNG.
    ///
    /// # Panics
    /// When it can't be taken.
    pub async fn picture(&self) -> Vec<u8> {
        let size = &self.devtools("Page.getLayoutMetrics", json!({})).await["cssContentSize"];
        let clip = json!({"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1});
        let how = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
        let taken = self.devtools("Page.captureScreenshot", how).await;
        STANDARD.decode(taken["data"].as_str().unwrap_or_default()).expect("a picture in Base64")
    }

    /// What the browser has complained about since this was last asked: errors of scripts, blocked and missing content.
    ///
    /// # Panics
    /// When the browser is gone.
    pub async fn complaints(&self) -> Vec<String> {
        let entries = self.client.issue_cmd(BrowserLog).await.expect("the browser tells");
        let entries = entries.as_array().cloned().unwrap_or_default();
        let messages = entries.iter().map(|entry| entry["message"].as_str().unwrap_or_default());
        // Its own first page, which a test that switches scripts off interrupts, is none of ours.
        messages.filter(|message| !message.starts_with("chrome://")).map(str::to_owned).collect()
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Panics
    /// When it refuses.
    pub async fn devtools(&self, command: &'static str, parameters: Value) -> Value {
        let answer = self.client.issue_cmd(DevTools { command, parameters }).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The test's runtime may be over, so this doesn't wait for it. A browser that won't close ends with its driver.
        let _ = self.driver.delete_session(&self.session);
    }
}

/// `target/screenshots`.
fn screenshots() -> PathBuf {
    let own = std::env::current_exe().expect("a process knows its executable");
    own.ancestors().nth(3).expect("cargo puts it three folders deep").join("screenshots")
}

/// Chromium's own protocol, through its driver.
#[derive(Debug)]
struct DevTools {
    command: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({"cmd": self.command, "params": self.parameters}).to_string()))
    }
}

/// What the browser would write to its console.
#[derive(Debug)]
struct BrowserLog;

impl WebDriverCompatibleCommand for BrowserLog {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({"type": "browser"}).to_string()))
    }
}

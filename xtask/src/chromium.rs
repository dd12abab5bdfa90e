//! The browser of the tests: Chromium and its `WebDriver`, found on the PATH or installed.

use crate::machine::{install_missing, is_there};

/// The program that the tests start. It finds the browser by itself.
const DRIVER: &str = "chromedriver";
/// What the browser is called, as far as its driver knows.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Makes sure that both are there.
pub(crate) fn ensure() -> Result<(), String> {
    // Debian's driver brings the browser of exactly its version along.
    install_missing(&[(DRIVER, "chromium-driver")])?;
    if !BROWSERS.into_iter().any(is_there) {
        install_missing(&[(BROWSERS[0], "chromium")])?;
    }
    if is_there(DRIVER) { Ok(()) } else { Err(format!("Debian's package chromium-driver brought no {DRIVER}")) }
}

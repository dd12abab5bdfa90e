//! The browser of the tests: Chromium and its `WebDriver`, found on the PATH or installed.

use std::process::Command;

use crate::machine::install_debian_package;
use crate::run::first_line;

/// The program that the tests start. It finds the browser by itself.
const DRIVER: &str = "chromedriver";
/// What the browser is called, as far as its driver knows.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Makes sure that both are there.
pub(crate) fn ensure() -> Result<(), String> {
    // Debian's driver brings the browser of exactly its version along.
    let needed = [(is_there(DRIVER), "chromium-driver"), (BROWSERS.into_iter().any(is_there), "chromium")];
    for (is_there, package) in needed {
        if !is_there {
            install_debian_package(package)?;
        }
    }
    if is_there(DRIVER) { Ok(()) } else { Err(format!("Debian's package chromium-driver brought no {DRIVER}")) }
}

fn is_there(program: &str) -> bool {
    first_line(Command::new(program).arg("--version")).is_some()
}

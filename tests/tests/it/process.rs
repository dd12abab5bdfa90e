//! The binary itself: what a person or a supervisor sees of it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use authplane_tests::Call;
use authplane_tests::process::{PATIENCE, Server, command, run, serve, serve_at};
use http::Method;
use serde_json::Value;

mod commands;
mod configuration;
mod crash;
mod descriptors;
mod draining;
mod erasing;
mod failing;
mod full_disk;
mod housekeeping;
mod ledger_verification;
mod listeners;
mod signals;
mod starting;
mod tour;

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The administrator's credentials as the file says them.
fn credentials(folder: &Path) -> Value {
    serde_json::from_slice(&fs::read(folder.join("admin-credentials.json")).unwrap()).unwrap()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// A token of the administrator's.
async fn administrator_token(folder: &Path) -> String {
    token_of(&credentials(folder)).await
}

/// A token of whoever these credentials are of: the administrator's, or under `installation` those of the one who administers that.
async fn token_of(credentials: &Value) -> String {
    let member = |name: &str| credentials[name].as_str().unwrap();
    let call = Call::new(Method::POST, member("token_endpoint")).basic(member("client_id"), member("client_secret"));
    let answer = call.form(&[("grant_type", "client_credentials"), ("scope", "all")]).send().await.expect(200);
    answer.json()["access_token"].as_str().unwrap().to_owned()
}

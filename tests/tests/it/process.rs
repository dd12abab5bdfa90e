//! The binary itself: what a person or a supervisor sees of it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use authplane_tests::{Answer, Call};
use http::Method;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, Command};

mod commands;
mod crash;
mod draining;
mod failing;
mod housekeeping;
mod listeners;
mod starting;

/// Longer than anything here takes on the slowest machine; nothing is measured.
const PATIENCE: Duration = Duration::from_mins(1);

/// Beside the test's own executable, where cargo put it in the same build.
fn binary() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let folder = own.parent().and_then(Path::parent).unwrap();
    let path = std::env::var_os("AUTHPLANE_TEST_BINARY").map_or_else(|| folder.join("authplane"), PathBuf::from);
    assert!(path.exists(), "{} is missing: build the workspace", path.display());
    path
}

/// A command with nothing of this process's environment that could be a setting.
fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(binary());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("AUTHPLANE_") {
            command.env_remove(name);
        }
    }
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    command
}

/// Runs a command to its end.
async fn run(arguments: &[&str]) -> Output {
    tokio::time::timeout(PATIENCE, command(arguments).output()).await.expect("it ends").unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A server that runs.
struct Server {
    child: Child,
    /// The ready line.
    ready: Value,
    /// What it has written to both streams so far.
    written: Arc<Mutex<String>>,
    readers: Vec<tokio::task::JoinHandle<()>>,
}

/// `serve` on a port of its own, with these further flags.
fn serve(folder: &Path, more: &[&str]) -> Command {
    serve_at("127.0.0.1:0", folder, more)
}

fn serve_at(address: &str, folder: &Path, more: &[&str]) -> Command {
    let folder = folder.to_str().unwrap();
    let mut arguments = vec!["serve", "--data-dir", folder, "--listen", address, "--signing-algorithm", "ES256"];
    arguments.extend(more);
    command(&arguments)
}

impl Server {
    async fn start(folder: &Path) -> Self {
        Self::from(serve(folder, &[])).await
    }

    /// Waits for the ready line.
    async fn from(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let written = Arc::new(Mutex::new(String::new()));
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut stderr = child.stderr.take().unwrap();
        let log = Arc::clone(&written);
        let errors = tokio::spawn(async move {
            let mut buffer = vec![0; 8192];
            while let Ok(length @ 1..) = stderr.read(&mut buffer).await {
                log.lock().unwrap().push_str(&text(&buffer[..length]));
            }
        });
        let mut line = String::new();
        let read = tokio::time::timeout(PATIENCE, stdout.read_line(&mut line)).await.expect("it becomes ready");
        if read.unwrap() == 0 {
            let _ = tokio::time::timeout(PATIENCE, errors).await;
            panic!("it ended before it was ready: {}", written.lock().unwrap());
        }
        written.lock().unwrap().push_str(&line);
        let log = Arc::clone(&written);
        let output = tokio::spawn(async move {
            let mut rest = String::new();
            while let Ok(1..) = stdout.read_line(&mut rest).await {
                log.lock().unwrap().push_str(&std::mem::take(&mut rest));
            }
        });
        let ready = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"));
        Self { child, ready, written, readers: vec![errors, output] }
    }

    fn url(&self) -> &str {
        self.ready["url"].as_str().unwrap()
    }

    fn control(&self) -> &str {
        self.ready["control"].as_str().unwrap()
    }

    fn pid(&self) -> String {
        self.child.id().unwrap().to_string()
    }

    /// Sends a signal by its name.
    async fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.pid()]).status().await.unwrap();
        assert!(sent.success());
    }

    /// Waits for its end; the status and everything that it wrote.
    async fn end(mut self) -> (ExitStatus, String) {
        let status = tokio::time::timeout(PATIENCE, self.child.wait()).await.expect("it ends").unwrap();
        for reader in self.readers.drain(..) {
            tokio::time::timeout(PATIENCE, reader).await.expect("its streams end").unwrap();
        }
        let written = self.written.lock().unwrap().clone();
        (status, written)
    }

    async fn stop(self) -> (ExitStatus, String) {
        self.signal("TERM").await;
        self.end().await
    }

    async fn get(&self, path: &str) -> Answer {
        Call::new(Method::GET, format!("{}{path}", self.control())).send().await
    }
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
    let credentials = credentials(folder);
    let member = |name: &str| credentials[name].as_str().unwrap();
    let call = Call::new(Method::POST, member("token_endpoint")).basic(member("client_id"), member("client_secret"));
    let answer = call.form(&[("grant_type", "client_credentials"), ("scope", "all")]).send().await.expect(200);
    answer.json()["access_token"].as_str().unwrap().to_owned()
}

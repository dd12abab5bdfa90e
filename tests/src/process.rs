//! The binary itself, and servers of it that share a database.

use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Output, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::Method;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;

use crate::database::Folder;
use crate::{Answer, Call, Database, Settings, Tenant, TestServer};

/// Longer than anything here takes on the slowest machine; nothing is measured.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// The binary under test: that of `AUTHPLANE_TEST_BINARY`, else the one that cargo put beside the tests' own executable
/// in the same build.
///
/// # Panics
/// When it isn't there.
#[must_use]
pub fn binary() -> PathBuf {
    let own = std::env::current_exe().expect("a process knows its executable");
    let folder = own.parent().and_then(Path::parent).expect("cargo puts it two folders deep");
    let path = std::env::var_os("AUTHPLANE_TEST_BINARY").map_or_else(|| folder.join("authplane"), PathBuf::from);
    assert!(path.exists(), "{} is missing: build the workspace", path.display());
    path
}

/// A command with nothing of this process's environment that could be a setting. It ends when it is dropped.
#[must_use]
pub fn command(arguments: &[&str]) -> Command {
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
///
/// # Panics
/// When it doesn't end.
pub async fn run(arguments: &[&str]) -> Output {
    let output = tokio::time::timeout(PATIENCE, command(arguments).output()).await.expect("it ends");
    output.expect("it can be run")
}

/// `serve` on a port of its own, with these further flags.
#[must_use]
pub fn serve(folder: &Path, more: &[&str]) -> Command {
    serve_at("127.0.0.1:0", folder, more)
}

/// `serve` at this address, with these further flags.
#[must_use]
pub fn serve_at(address: &str, folder: &Path, more: &[&str]) -> Command {
    let folder = folder.to_string_lossy();
    let mut arguments = vec!["serve", "--data-dir", &folder, "--listen", address, "--signing-algorithm", "ES256"];
    arguments.extend(more);
    let mut command = command(&arguments);
    // Nobody has to be told where to go instead.
    command.env("AUTHPLANE_SHUTDOWN_DELAY_SECONDS", "0");
    command
}

/// A server that runs.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// The ready line.
    pub ready: Value,
    written: Arc<Mutex<String>>,
    readers: Vec<JoinHandle<()>>,
}

impl Server {
    /// Starts one with this data folder and waits for its ready line.
    ///
    /// # Panics
    /// When it doesn't become ready.
    pub async fn start(folder: &Path) -> Self {
        Self::from(serve(folder, &[])).await
    }

    /// Starts what the command says and waits for its ready line.
    ///
    /// # Panics
    /// When it doesn't become ready.
    pub async fn from(mut command: Command) -> Self {
        let mut child = command.spawn().expect("it can be run");
        let written = Arc::new(Mutex::new(String::new()));
        let mut stdout = BufReader::new(child.stdout.take().expect("its output is read"));
        let mut stderr = child.stderr.take().expect("its errors are read");
        let log = Arc::clone(&written);
        let errors = tokio::spawn(async move {
            let mut buffer = vec![0; 8192];
            while let Ok(length @ 1..) = stderr.read(&mut buffer).await {
                append(&log, &String::from_utf8_lossy(&buffer[..length]));
            }
        });
        let mut line = String::new();
        let read = tokio::time::timeout(PATIENCE, stdout.read_line(&mut line)).await.expect("it becomes ready");
        if read.expect("its output can be read") == 0 {
            let _ = tokio::time::timeout(PATIENCE, errors).await;
            panic!("it ended before it was ready: {}", text(&written));
        }
        append(&written, &line);
        let log = Arc::clone(&written);
        let output = tokio::spawn(async move {
            let mut rest = String::new();
            while let Ok(1..) = stdout.read_line(&mut rest).await {
                append(&log, &std::mem::take(&mut rest));
            }
        });
        let ready = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"));
        Self { child, ready, written, readers: vec![errors, output] }
    }

    /// Base of the public listener's URLs.
    ///
    /// # Panics
    /// When the ready line doesn't tell.
    #[must_use]
    pub fn url(&self) -> &str {
        self.ready["url"].as_str().expect("the ready line tells the URL")
    }

    /// Base of the control surface's URLs.
    ///
    /// # Panics
    /// When the ready line doesn't tell.
    #[must_use]
    pub fn control(&self) -> &str {
        self.ready["control"].as_str().expect("the ready line tells the control surface's URL")
    }

    /// What it has written to both streams so far.
    #[must_use]
    pub fn written(&self) -> String {
        text(&self.written)
    }

    /// The number of its process.
    ///
    /// # Panics
    /// When it has ended.
    #[must_use]
    pub fn pid(&self) -> String {
        self.child.id().expect("it runs").to_string()
    }

    /// Sends a signal by its name, such as `TERM`.
    ///
    /// # Panics
    /// When it has ended.
    pub async fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.pid()]).status().await;
        assert!(sent.expect("there is kill").success());
    }

    /// Waits for its end; the status and everything that it wrote.
    ///
    /// # Panics
    /// When it doesn't end.
    pub async fn end(mut self) -> (ExitStatus, String) {
        let status = tokio::time::timeout(PATIENCE, self.child.wait()).await.expect("it ends");
        for reader in self.readers.drain(..) {
            let read = tokio::time::timeout(PATIENCE, reader).await.expect("its streams end");
            read.expect("its streams are read");
        }
        (status.expect("it has a status"), self.written())
    }

    /// Asks it to end and waits for that.
    ///
    /// # Panics
    /// When it doesn't end.
    pub async fn stop(self) -> (ExitStatus, String) {
        self.signal("TERM").await;
        self.end().await
    }

    /// Asks the control surface, anonymously.
    pub async fn get(&self, path: &str) -> Answer {
        Call::new(Method::GET, format!("{}{path}", self.control())).send().await
    }
}

/// Two servers in processes of their own, on one PostgreSQL database and behind one public URL, as two replicas are.
///
/// That URL is of a third, in the tests' own process, which made the database: through it a test prepares what it needs.
/// `RelyingParty::base` and [`UserAgent::connect_to`](crate::UserAgent::connect_to) say which replica is asked.
#[derive(Debug)]
pub struct Replicas {
    /// The one.
    pub one: Server,
    /// The other.
    pub other: Server,
    /// A tenant of theirs.
    pub tenant: Tenant,
    folders: [Folder; 2],
}

impl Replicas {
    /// Starts them.
    ///
    /// # Panics
    /// When there is no PostgreSQL, or one doesn't start.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts them with these variables in their environment.
    ///
    /// # Panics
    /// When there is no PostgreSQL, or one doesn't start.
    pub async fn start_with(variables: &[(&str, &str)]) -> Self {
        let settings = Settings { database: Database::Postgres, ..Settings::default() };
        let server = TestServer::start(settings).await;
        let folders = [Folder::new(), Folder::new()];
        let key = server.data_dir().join("master.key");
        let key = key.to_string_lossy();
        let start = async |folder: &Folder| {
            let flags = ["--database-url", server.database_url(), "--public-url", server.url()];
            let mut command = serve(folder.path(), &flags);
            command.env("AUTHPLANE_MASTER_KEY_FILE", &*key).env("AUTHPLANE_REQUEST_LOG", "off");
            command.envs(variables.iter().copied());
            Server::from(command).await
        };
        let (one, other) = tokio::join!(start(&folders[0]), start(&folders[1]));
        let tenant = Tenant::new(&server).await;
        Self { one, other, tenant, folders }
    }

    /// Where each really listens, in the order `one`, `other`.
    ///
    /// # Panics
    /// When a ready line doesn't tell.
    #[must_use]
    pub fn urls(&self) -> [&str; 2] {
        [self.one.url(), self.other.url()]
    }

    /// Their data folders, in the order `one`, `other`.
    #[must_use]
    pub fn folders(&self) -> [&Path; 2] {
        [self.folders[0].path(), self.folders[1].path()]
    }
}

fn append(log: &Mutex<String>, written: &str) {
    log.lock().unwrap_or_else(PoisonError::into_inner).push_str(written);
}

fn text(log: &Mutex<String>) -> String {
    log.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

//! Servers under test: the whole product, on a port of its own on the loopback.

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, mpsc};

use authplane::config::Config;
use authplane::context::Context;
use authplane::log::Log;
use authplane::server::{Options, Running};
use authplane_domain::environment::ManualClock;
use authplane_domain::{Environment, Store};
use http::Method;

use crate::database::Folder;
use crate::observer::{self, Contract, ServerNumber};
use crate::{Call, Database};

/// A running server. Clones are the same server.
#[derive(Clone)]
pub struct TestServer(Arc<Inner>);

struct Inner {
    url: String,
    control_url: String,
    context: Context,
    database: Database,
    database_url: String,
    /// Where everything of the server runs. Connections of the store belong to it, so only it may use the store.
    runtime: tokio::runtime::Handle,
    running: Mutex<Option<Running>>,
    folder: Folder,
    number: ServerNumber,
}

/// An address of this machine that servers under test may fetch from, where a test doesn't say otherwise. No test has another use for it.
pub const DOCUMENTS: &str = "127.9.9.9";

/// What a server of a test's own is like.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Its database.
    pub database: Database,
    /// Its clock; the machine's when absent.
    pub clock: Option<Arc<ManualClock>>,
    /// Keys of `config.default.toml` with their values, over those that all tests share.
    pub config: Vec<(&'static str, String)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { database: Database::Sqlite, clock: None, config: Vec::new() }
    }
}

impl Settings {
    /// With a clock that stands until the test moves it.
    #[must_use]
    pub fn with_clock(mut self, clock: &Arc<ManualClock>) -> Self {
        self.clock = Some(Arc::clone(clock));
        self
    }

    /// With another value of a setting.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.config.push((key, value.into()));
        self
    }
}

impl TestServer {
    /// The server that all tests of this process share, started by the first that asks. A test must not change what is
    /// outside of its own tenant.
    ///
    /// # Panics
    /// When it didn't start.
    pub async fn shared(database: Database) -> Self {
        static SQLITE: OnceLock<Result<TestServer, String>> = OnceLock::new();
        static POSTGRES: OnceLock<Result<TestServer, String>> = OnceLock::new();
        let place = match database {
            Database::Sqlite => &SQLITE,
            Database::Postgres => &POSTGRES,
        };
        // Others wait for the first in threads that may block.
        let started = tokio::task::spawn_blocking(move || place.get_or_init(|| start_in_background(database))).await;
        match started {
            Ok(Ok(server)) => server.clone(),
            Ok(Err(error)) => panic!("the shared server on {database:?} didn't start: {error}"),
            Err(error) => panic!("the shared server on {database:?} didn't start: {error}"),
        }
    }

    /// Starts a server for this test alone, on the test's own runtime.
    ///
    /// # Panics
    /// When it doesn't start.
    pub async fn start(settings: Settings) -> Self {
        launch(settings).await.unwrap_or_else(|error| panic!("the server didn't start: {error}"))
    }

    /// Base of the public listener's URLs.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.0.url
    }

    /// Base of the control surface's URLs.
    #[must_use]
    pub fn control_url(&self) -> &str {
        &self.0.control_url
    }

    /// Issuer of an authorization server.
    #[must_use]
    pub fn issuer(&self, tenant: &str, server: &str) -> String {
        format!("{}/{tenant}/{server}", self.0.url)
    }

    /// Its database.
    #[must_use]
    pub fn database(&self) -> Database {
        self.0.database
    }

    /// URL of its database, for tests that damage it.
    #[must_use]
    pub fn database_url(&self) -> &str {
        &self.0.database_url
    }

    /// Which server it is, to the [`observer`].
    #[must_use]
    pub fn number(&self) -> ServerNumber {
        self.0.number
    }

    /// Its data folder.
    #[must_use]
    pub fn data_dir(&self) -> &Path {
        self.0.folder.path()
    }

    /// What its handlers use.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.0.context
    }

    /// Does something with the store where the server runs.
    ///
    /// # Panics
    /// When `work` does.
    pub async fn with_store<T, F>(&self, work: impl FnOnce(Store) -> F) -> T
    where
        T: Send + 'static,
        F: Future<Output = T> + Send + 'static,
    {
        let done = self.0.runtime.spawn(work(self.0.context.store.clone())).await;
        done.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()))
    }

    /// An anonymous call of a path.
    pub fn call(&self, method: Method, path: &str) -> Call {
        Call::new(method, format!("{}{path}", self.0.url))
    }

    /// Stops it gracefully.
    ///
    /// # Panics
    /// When it was stopped before, or requests under way did not end.
    pub async fn stop(&self) {
        let running = self.0.running.lock().unwrap_or_else(PoisonError::into_inner).take();
        running.expect("it is running").stop().await.expect("it drains");
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        observer::assert_no_contradiction_on_drop(self.number);
    }
}

impl std::fmt::Debug for TestServer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("TestServer").field("url", &self.0.url).finish_non_exhaustive()
    }
}

/// On a runtime of its own, which outlives the test that happened to start it.
fn start_in_background(database: Database) -> Result<TestServer, String> {
    let (started, outcome) = mpsc::channel();
    let run = move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        match runtime {
            Ok(runtime) => runtime.block_on(async {
                let _ = started.send(launch(Settings { database, ..Settings::default() }).await);
                std::future::pending::<()>().await;
            }),
            Err(error) => drop(started.send(Err(error.to_string()))),
        }
    };
    std::thread::Builder::new().name("server".to_owned()).spawn(run).map_err(|error| error.to_string())?;
    outcome.recv().map_err(|_| "the thread that starts it panicked".to_owned())?
}

async fn launch(settings: Settings) -> Result<TestServer, String> {
    let folder = Folder::new();
    let database_url = settings.database.try_create(folder.path()).await?;
    let mut config = vec![
        ("listen", Some("127.0.0.1:0".to_owned())),
        ("data_dir", Some(folder.path().display().to_string())),
        ("database_url", Some(database_url.clone())),
        // Made in no time, unlike RSA's.
        ("signing_algorithm", Some("ES256".to_owned())),
        ("request_log", Some("off".to_owned())),
        ("outgoing_allowed", Some(DOCUMENTS.to_owned())),
    ];
    for (key, value) in settings.config {
        config.retain(|(known, _)| *known != key);
        config.push((key, Some(value)));
    }
    let config = Config::load(None, |_| None, &config).map_err(|error| error.to_string())?;
    let mut environment = Environment::system();
    if let Some(clock) = settings.clock {
        environment.clock = clock;
    }
    let contract = Contract::new(authplane::server::operation_ids());
    let number = contract.server();
    let options = Options { config, environment, log: Log::discard(), observer: Some(Arc::new(contract)) };
    let running = authplane::server::start(options).await.map_err(|error| error.to_string())?;
    Ok(TestServer(Arc::new(Inner {
        url: running.url.clone(),
        control_url: running.control_url.clone(),
        context: running.context.clone(),
        database: settings.database,
        database_url,
        runtime: tokio::runtime::Handle::current(),
        running: Mutex::new(Some(running)),
        folder,
        number,
    })))
}

//! Starting and stopping: [locks] the data folder, binds the listeners, prepares the database behind them, [keeps it clean](housekeeping) and
//! says when it is lost.

mod database_watch;
pub mod housekeeping;
pub mod locks;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use authplane_domain::catalogue::authorization_server::SigningAlgorithm;
use authplane_domain::installation::first_start::{self, FirstStart};
use authplane_domain::installation::reconciliation;
use authplane_domain::storage::seal::MasterKeys;
use authplane_domain::{Environment, Error as DomainError, Store};
use http::StatusCode;
use locks::{Lock, LockError};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::config::Config;
use crate::context::{Context, Origin, Shared};
use crate::edge::front::{self, Front, Observation, Observer, Unreadable};
use crate::edge::listener::Bounds;
use crate::edge::peer::{Swept, Traffic};
use crate::edge::{Listener, Surface};
use crate::log::{Level, Log};
use crate::{access, api, credentials, health, oauth, pages};

/// How often the database is asked again while it can't be reached.
const RETRY: Duration = Duration::from_millis(500);

/// Connections at a time at a control listener.
const CONTROL_CONNECTIONS: usize = 256;

/// How long the database may take to say good-bye.
const CLOSING: Duration = Duration::from_secs(2);

/// What a server is started with.
#[derive(Debug)]
pub struct Options {
    /// Settings.
    pub config: Config,
    /// Time and randomness.
    pub environment: Environment,
    /// Where lines go.
    pub log: Log,
    /// Hears of every request besides the metrics; for tests.
    pub observer: Option<Arc<dyn Observer>>,
}

impl std::fmt::Debug for dyn Observer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Observer")
    }
}

/// Why a server doesn't start, for the person who started it.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Another process has what this one needs, or it can't be made.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// A listener can't be bound.
    #[error("can't listen on {address}: {reason}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        reason: String,
    },
    /// The database, the master key or the first start.
    #[error(transparent)]
    Domain(#[from] DomainError),
    /// A mistake in the source: two operations with one path.
    #[error("the routes are inconsistent: {0}")]
    Routes(String),
}

/// A server that listens. Dropping it without [`Running::stop`] leaves requests under way without an answer.
pub struct Running {
    /// Base URL of the public listener.
    pub url: String,
    /// Base URL of the control listener; the same where there is one listener.
    pub control_url: String,
    /// What its handlers use.
    pub context: Context,
    prepared: watch::Receiver<Option<Result<(), DomainError>>>,
    listeners: Vec<(Arc<Front<Context>>, Listener)>,
    tasks: Vec<JoinHandle<()>>,
    _lock: Lock,
}

/// Operations of the public surface.
#[must_use]
pub fn public_surfaces() -> Vec<Surface<Context>> {
    vec![
        oauth::surface(),
        api::acp::public::client_access::surface(),
        api::acp::public::privacy::surface(),
        access::surface(),
        access::v1::surface(),
        pages::style::surface(),
    ]
}

/// Operations of the control surface.
#[must_use]
pub fn control_surfaces() -> Vec<Surface<Context>> {
    vec![
        api::acp::surface(),
        api::acp::alive::surface(),
        api::logto::surface(),
        api::local_user_store::surface(),
        oauth::protected_resource::surface(),
        health::surface(),
        health::metrics_surface(),
        pages::reference::surface(),
    ]
}

fn all_surfaces() -> Vec<Surface<Context>> {
    let mut surfaces = control_surfaces();
    surfaces.extend(public_surfaces());
    surfaces
}

/// Ids of all operations, in the order in which a server with one listener counts them.
#[must_use]
pub fn operation_ids() -> Arc<[String]> {
    front::operation_ids(&all_surfaces())
}

/// Starts a server and waits until it is ready.
///
/// # Errors
/// [`StartError`]; the server is stopped again.
pub async fn start(options: Options) -> Result<Running, StartError> {
    let running = launch(options).await?;
    running.prepared().await?;
    Ok(running)
}

/// Starts a server that listens at once and becomes ready when its database is: at once, or whenever that can be reached.
///
/// # Errors
/// [`StartError`] for what waiting can't mend.
pub async fn launch(options: Options) -> Result<Running, StartError> {
    let Options { config, environment, log, observer } = options;
    let lock = locks::lock(&config)?;
    let keys = master_keys(&config, &environment)?;
    let store = Store::connect(&config.database_url(), environment, keys).await?;
    log_unreadable_rows(&store, &log);
    let context: Context = Arc::new(Shared::new(store, config, log, operation_ids()));

    let control_listen = context.config.control_listen;
    let (public_bounds, control_bounds) = bounds(&context.config);
    let offset = front::operation_ids(&control_surfaces()).len();
    let public = if control_listen.is_some() { (public_surfaces(), offset) } else { (all_surfaces(), 0) };
    let mut listeners = vec![listen(&context, context.config.listen, public, observer.clone(), public_bounds)?];
    if let Some(address) = control_listen {
        listeners.push(listen(&context, address, (control_surfaces(), 0), observer, control_bounds)?);
    }
    let url = url_of(listeners[0].1.address());
    let control_url = listeners.last().map_or_else(|| url.clone(), |(_, listener)| url_of(listener.address()));
    context.bind(origin_of(&context.config, &url, &control_url));
    for doubt in context.doubts() {
        context.log.event(context.now(), Level::Warn, doubt, &[]);
    }

    let (sender, prepared) = watch::channel(None);
    let preparing = tokio::spawn(prepare(Arc::clone(&context), sender));
    let housekeeping = tokio::spawn(housekeeping::run(Arc::clone(&context)));
    let writing_uses = tokio::spawn(housekeeping::write_uses(Arc::clone(&context)));
    let watching = tokio::spawn(database_watch::run(Arc::clone(&context)));
    Ok(Running {
        url,
        control_url,
        context,
        prepared,
        listeners,
        tasks: vec![preparing, housekeeping, writing_uses, watching],
        _lock: lock,
    })
}

impl Running {
    /// Waits until the server is ready.
    ///
    /// # Errors
    /// What waiting longer can't mend: a migration that fails, a master key that doesn't fit.
    pub async fn prepared(&self) -> Result<(), StartError> {
        let mut prepared = self.prepared.clone();
        match prepared.wait_for(Option::is_some).await.map(|result| result.clone()) {
            Ok(Some(result)) => Ok(result?),
            _ => Err(StartError::Domain(DomainError::internal("the server was stopped"))),
        }
    }

    /// Says that requests belong elsewhere, and goes on answering them: `/health/ready` is 503, and connections end with their next answer.
    pub fn leave(&self) {
        self.context.leave();
        for (front, _) in &self.listeners {
            front.leave();
        }
    }

    /// Takes no more connections, lets requests under way end, and closes the database. Connections on which no request was under way when the
    /// configured time was over are closed without one.
    ///
    /// # Errors
    /// When requests didn't end within the configured time; they were cut off.
    pub async fn stop(self) -> Result<(), String> {
        // Who waits for a change is answered now.
        self.context.leave();
        let deadline = Duration::from_secs(u64::from(self.context.config.drain_seconds));
        let (fronts, listeners): (Vec<_>, Vec<_>) = self.listeners.into_iter().unzip();
        let closing = futures::future::join_all(listeners.into_iter().map(Listener::close));
        let drained = tokio::time::timeout(deadline, closing).await;
        let cut_off: usize = if drained.is_err() { fronts.iter().map(|front| front.in_flight()).sum() } else { 0 };
        for task in &self.tasks {
            task.abort();
        }
        if drained.is_err() && cut_off == 0 {
            let message = "connections without a complete request were closed";
            self.context.log.event(self.context.now(), Level::Warn, message, &[]);
        }
        let closing = async {
            housekeeping::write_last_uses(&self.context).await;
            self.context.store.close().await
        };
        let closed = tokio::time::timeout(CLOSING, closing).await;
        self.context.log.flush();
        if cut_off > 0 {
            return Err(format!("{cut_off} requests under way did not end in time"));
        }
        // What was answered is on the disk; a host that vanished is not waited for.
        closed.unwrap_or(Ok(())).map_err(|error| error.to_string())
    }
}

/// What is left out of a list is told here, since whoever asked for the list can't do anything about it.
fn log_unreadable_rows(store: &Store, log: &Log) {
    let (log, clock) = (log.clone(), Arc::clone(&store.environment().clock));
    store.observe_unreadable_rows(move |row| {
        let fields =
            [("table", row.table.clone().into()), ("id", row.id.clone().into()), ("error", row.error.clone().into())];
        log.event(clock.now(), Level::Error, "a row can't be read, and is left out of a list", &fields);
    });
}

/// What links are made of: as configured, else the addresses of the listeners.
fn origin_of(config: &Config, url: &str, control_url: &str) -> Origin {
    let given = |url: &Option<url::Url>| url.as_ref().map(|url| url.origin().ascii_serialization());
    let public = given(&config.public_url).unwrap_or_else(|| url.to_owned());
    let usual = if config.control_listen.is_some() { control_url.to_owned() } else { public.clone() };
    Origin { control: given(&config.control_url).unwrap_or(usual), public }
}

/// What links will be made of by a server with these settings, as far as they say.
#[must_use]
pub fn configured_origin(config: &Config) -> Origin {
    let url = url_of(config.listen);
    let control_url = config.control_listen.map_or_else(|| url.clone(), url_of);
    origin_of(config, &url, &control_url)
}

fn url_of(address: SocketAddr) -> String {
    // An address that means "all" is none that a link could have.
    let host = match address {
        SocketAddr::V4(address) if address.ip().is_unspecified() => "127.0.0.1".to_owned(),
        SocketAddr::V6(address) if address.ip().is_unspecified() => "[::1]".to_owned(),
        SocketAddr::V4(address) => address.ip().to_string(),
        SocketAddr::V6(address) => format!("[{}]", address.ip()),
    };
    format!("http://{host}:{}", address.port())
}

/// Numbers the operations of one listener as [`operation_ids`] does.
struct Numbered {
    context: Context,
    offset: usize,
    also: Option<Arc<dyn Observer>>,
}

impl Observer for Numbered {
    fn observe(&self, observation: &Observation<'_>) {
        let numbered =
            Observation { operation: observation.operation.map(|index| index + self.offset), ..*observation };
        self.context.metrics.observe(&numbered);
        if observation.answer.status == StatusCode::SERVICE_UNAVAILABLE {
            self.context.unavailable.count.fetch_add(1, Ordering::Relaxed);
            self.context.unavailable.noticed.notify_one();
        }
        if let Some(also) = &self.also {
            also.observe(&numbered);
        }
    }

    fn swept(&self, swept: Swept) {
        self.context.metrics.swept(swept);
    }

    fn unreadable(&self, unreadable: &Unreadable<'_>) {
        self.context.metrics.unreadable(unreadable);
    }
}

fn listen(
    context: &Context,
    address: SocketAddr,
    (surfaces, offset): (Vec<Surface<Context>>, usize),
    also: Option<Arc<dyn Observer>>,
    bounds: Bounds,
) -> Result<(Arc<Front<Context>>, Listener), StartError> {
    let observer = Arc::new(Numbered { context: Arc::clone(context), offset, also });
    let deadline = Duration::from_secs(u64::from(context.config.request_deadline_seconds));
    let front = Front::new(Arc::clone(context), surfaces, oauth::error::DIALECT, observer, deadline)
        .map_err(|error| StartError::Routes(error.to_string()))?
        .gated_by(|context| context.prepared())
        .behind(Arc::clone(&context.trusted_proxies));
    let front = Arc::new(front);
    let listener = Listener::start(Arc::clone(&front), address, bounds)
        .map_err(|error| StartError::Listen { address, reason: error.to_string() })?;
    Ok((front, listener))
}

/// What peers may take of the machine, at the public and at the control listener. The room for bytes is one for both.
fn bounds(config: &Config) -> (Bounds, Bounds) {
    let public = Bounds {
        connections: config.max_connections,
        silence: Duration::from_secs(u64::from(config.connection_idle_seconds)),
        taking: Duration::from_secs(u64::from(config.answer_timeout_seconds)),
        traffic: Arc::new(Traffic::new(config.traffic_memory_mib.saturating_mul(1024 * 1024))),
    };
    // Of its own, so that it answers whatever becomes of the public one.
    let control = Bounds { connections: public.connections.min(CONTROL_CONNECTIONS), ..public.clone() };
    (public, control)
}

/// Migrates, makes what a first start makes, and opens the gate; again and again while the database can't be reached.
async fn prepare(context: Context, sender: watch::Sender<Option<Result<(), DomainError>>>) {
    let mut reported = false;
    let result = loop {
        match prepare_once(&context).await {
            Err(error @ DomainError::Unavailable(_)) => {
                if !reported {
                    context.log.event(
                        context.now(),
                        Level::Warn,
                        "waiting for the database",
                        &[("error", error.to_string().into())],
                    );
                    reported = true;
                }
                tokio::time::sleep(RETRY).await;
            }
            result => break result,
        }
    };
    if result.is_ok() {
        context.prepared.store(true, Ordering::Release);
    }
    sender.send_replace(Some(result));
}

async fn prepare_once(context: &Context) -> Result<(), DomainError> {
    let store = &context.store;
    store.migrate().await?;
    let installation =
        first_start::first_start(store, FirstStart { key_algorithm: signing_algorithm(&context.config) }).await?;
    let added = reconciliation::reconcile(store).await?;
    if !added.is_empty() {
        let fields = [("rows", added.len().into())];
        context.log.event(context.now(), Level::Info, "what this release builds in was added", &fields);
    }
    store.load_revocations().await?;
    let administrator = match installation.administrator {
        Some(administrator) => Some(administrator),
        // A crash between the database and the file leaves no file behind; who removed it wants none.
        None if credentials::is_missing(&context.config.data_dir)
            && credentials::was_never_written(&context.config.data_dir) =>
        {
            first_start::administrator(store).await?
        }
        None => None,
    };
    // After what is built in was added: its scope may be among that.
    let of_installation = first_start::installation_administrator(store).await?;
    let (data_dir, origin) = (&context.config.data_dir, context.origin());
    if let Some(administrator) = administrator {
        credentials::write(data_dir, origin, &administrator, of_installation.as_ref())
            .map_err(DomainError::internal)?;
    } else if let Err(error) = credentials::complete(data_dir, origin, of_installation.as_ref()) {
        // It may be where nothing can be written; the server needs nothing of it.
        let fields = [("error", error.to_string().into())];
        context.log.event(
            context.now(),
            Level::Warn,
            "the file of the administrator's credentials has addresses of an earlier start",
            &fields,
        );
    }
    // Last, because what failed before it is tried again, and one listener is enough.
    store.start_listener();
    Ok(())
}

/// The algorithm as configured; the configuration was checked when it was loaded.
#[must_use]
pub fn signing_algorithm(config: &Config) -> SigningAlgorithm {
    match config.signing_algorithm.as_str() {
        "ES256" => SigningAlgorithm::ES256,
        "EdDSA" => SigningAlgorithm::EdDSA,
        _ => SigningAlgorithm::RS256,
    }
}

/// The keys that seal secrets: from the setting, from the named file, or from the data folder, where the first start makes one.
///
/// # Errors
/// When there is none or it is malformed; the text doesn't repeat it.
pub fn master_keys(config: &Config, environment: &Environment) -> Result<MasterKeys, StartError> {
    if let Some(text) = &config.master_key {
        return Ok(MasterKeys::from_base64_list(&text.0)?);
    }
    let path = config.master_key_file.clone().unwrap_or_else(|| config.data_dir.join("master.key"));
    if config.master_key_file.is_some() && !path.exists() {
        return Err(StartError::Domain(DomainError::invalid(
            "master_key_file",
            format!("{} does not exist", path.display()),
        )));
    }
    Ok(MasterKeys::load_or_create(&path, &*environment.random)?)
}

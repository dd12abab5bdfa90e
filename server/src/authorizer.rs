//! `authplane authorizer`: decides beside a proxy, by what it pulls from the control plane.
//!
//! ```text
//!   client ──► nginx · Caddy · Envoy · Pyron ──► service
//!                        │ asks at the doors
//!                   authorizer ──► control plane: configuration (waits for changes), introspection, keys
//! ```
//!
//! - [`settings`]: where the control plane is, and how long it may be away.
//! - [`control_plane`]: all that is asked of it. [`context`]: what all requests share.
//! - [`keeping`]: pulls the configuration again as soon as it changes, and says in the log when nobody answers.
//! - [`in_force`]: what is decided by, and how old it is. [`presence`]: whether the control plane is there, and whether it tells what tokens are.
//! - [`sources`]: that, as [`crate::decisions`] asks for it. A token is verified here, and then introspected, for each request; while the control plane is away, what it
//!   says itself counts, until the configuration or the last introspection is too old, and from then on nothing passes.
//! - [`doors`]: where proxies ask. [`health`]: how it is.
//!
//! It has no database and keeps no file. It believes its proxy, so nobody else may reach it: it listens on the loopback, unless it is told otherwise.

pub mod context;
pub mod control_plane;
mod doors;
mod health;
pub mod in_force;
mod keeping;
pub mod presence;
pub mod settings;
mod sources;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use authplane_domain::Environment;
use chrono::TimeDelta;
use quick_cache::sync::Cache;
use tokio::sync::{Mutex, Notify};
use tokio::task::JoinHandle;

use self::context::Authorizer;
use self::control_plane::ControlPlane;
use self::in_force::InForce;
use self::presence::Presence;
use self::settings::Settings;
use crate::config::ConfigError;
use crate::edge::front::{self, Front};
use crate::edge::listener::Bounds;
use crate::edge::peer::Traffic;
use crate::edge::{Listener, Surface};
use crate::log::{Level, Log};
use crate::metrics::Metrics;

/// Revoked tokens that are remembered, for when nobody can be asked.
const REFUSED_TOKENS: usize = 8192;
/// A proxy has given up by then.
const DEADLINE: Duration = Duration::from_secs(5);
/// What connections may hold of memory.
const TRAFFIC: usize = 8 * 1024 * 1024;

/// Why an authorizer doesn't start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The settings name no control plane.
    #[error(transparent)]
    Settings(#[from] ConfigError),
    /// The listener can't be bound.
    #[error("can't listen on {address}: {reason}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        reason: String,
    },
    /// A mistake in the source: two operations with one path.
    #[error("the routes are inconsistent: {0}")]
    Routes(String),
}

/// An authorizer that listens. Dropping it leaves requests under way without an answer.
pub struct Running {
    /// Where it listens.
    pub url: String,
    /// What its requests share.
    pub authorizer: Arc<Authorizer>,
    front: Arc<Front<Arc<Authorizer>>>,
    listener: Listener,
    keeping: JoinHandle<()>,
}

impl std::fmt::Debug for Running {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Running").field("url", &self.url).finish_non_exhaustive()
    }
}

fn surfaces() -> Vec<Surface<Arc<Authorizer>>> {
    vec![doors::surface(), health::surface(), health::metrics_surface()]
}

/// Listens, and begins to pull. Nothing passes before there is a configuration: see [`Authorizer::ready`].
///
/// # Errors
/// [`StartError`]. That the control plane is away is none.
pub fn launch(settings: Settings, environment: &Environment, log: Log) -> Result<Running, StartError> {
    let clock = Arc::clone(&environment.clock);
    let in_force = InForce::within(TimeDelta::seconds(settings.max_age_seconds.into()));
    let operation_ids = front::operation_ids(&surfaces());
    let mut metrics = Metrics::new(operation_ids, log.clone(), settings.request_log, Arc::clone(&clock));
    health::describe(&mut metrics);
    let authorizer = Arc::new(Authorizer {
        control_plane: ControlPlane::of(&settings, Arc::clone(&clock))?,
        settings,
        clock,
        log,
        metrics,
        in_force,
        refused_tokens: Cache::new(REFUSED_TOKENS),
        presence: Presence::default(),
        keys_wanted_at: Mutex::default(),
        installed: Notify::new(),
    });
    let observer = Arc::new(health::Observing(Arc::clone(&authorizer)));
    let front = Front::new(Arc::clone(&authorizer), surfaces(), doors::DIALECT, observer, DEADLINE);
    let front = Arc::new(front.map_err(|error| StartError::Routes(error.to_string()))?);
    let address = authorizer.settings.listen;
    let bounds = Bounds {
        connections: usize::try_from(authorizer.settings.max_connections).unwrap_or(usize::MAX),
        traffic: Arc::new(Traffic::new(TRAFFIC)),
        ..Bounds::default()
    };
    let listener = Listener::start(Arc::clone(&front), address, bounds)
        .map_err(|error| StartError::Listen { address, reason: error.to_string() })?;
    if authorizer.settings.is_in_the_clear() {
        authorizer.say(
            Level::Warn,
            "the control plane is asked over plain http: the secret can be read on the way",
            &[],
        );
    }
    if !listener.address().ip().is_loopback() {
        let message = "it listens on more than the loopback: nobody but the proxy may reach it";
        authorizer.say(Level::Warn, message, &[("listen", listener.address().to_string().into())]);
    }
    let keeping = tokio::spawn(keeping::keep(Arc::clone(&authorizer)));
    Ok(Running { url: format!("http://{}", listener.address()), authorizer, front, listener, keeping })
}

impl Running {
    /// Takes no more connections, and lets requests under way end.
    ///
    /// # Errors
    /// When they didn't within the configured time.
    pub async fn stop(self) -> Result<(), String> {
        let Self { authorizer, front, listener, keeping, .. } = self;
        front.leave();
        let deadline = Duration::from_secs(authorizer.settings.drain_seconds.into());
        let closed = tokio::time::timeout(deadline, listener.close()).await;
        keeping.abort();
        let cut_off = if closed.is_err() { front.in_flight() } else { 0 };
        authorizer.log.flush();
        if cut_off > 0 { Err(format!("{cut_off} requests under way did not end in time")) } else { Ok(()) }
    }
}

//! What every handler may use.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::storage::store::Store;
use authplane_domain::tokens::signing_key::Rotation;
use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Semaphore;

use crate::config::Config;
use crate::guessing::SecretGuesses;
use crate::log::Log;
use crate::metrics::Metrics;
use crate::outgoing::kept::Kept;
use crate::outgoing::provider_metadata::ProviderMetadata;
use crate::outgoing::{Outgoing, SystemResolver};
use crate::throttle::Throttle;
use crate::tokens::jws::Verifier;
use crate::tokens::verified_tokens::VerifiedTokens;

/// Key sets that are kept.
const KEY_SETS: usize = 1024;
/// Documents of identity providers that are kept.
const PROVIDERS: usize = 256;

/// Shared by all requests of one server. Cloning is cheap.
pub type Context = Arc<Shared>;

/// The parts of a [`Context`].
#[derive(Debug)]
pub struct Shared {
    /// Database and the cache in front of it.
    pub store: Store,
    /// Settings.
    pub config: Config,
    origin: OnceLock<Origin>,
    /// How signing keys follow one another.
    pub rotation: Rotation,
    /// Access tokens whose signature was checked before.
    pub verified_tokens: VerifiedTokens,
    /// Fetches what others publish.
    pub outgoing: Outgoing,
    /// Keys that clients and identity providers publish, by tenant, owner and URL.
    pub published_keys: Kept<[Verifier], [String; 3]>,
    /// What identity providers say of themselves, by URL.
    pub providers: Kept<ProviderMetadata>,
    /// Wrong secrets of clients.
    pub secret_guesses: SecretGuesses,
    /// Authorization requests, and devices, that addresses began.
    pub begun: Throttle,
    /// How many passwords may be checked at once: each takes a core, and 19 MiB.
    pub password_checks: Semaphore,
    /// The log.
    pub log: Log,
    /// What Prometheus scrapes.
    pub metrics: Metrics,
    /// Migrations and the first start are done.
    pub(crate) prepared: AtomicBool,
}

impl Shared {
    /// Puts the parts together; not yet prepared, and not yet told where it listens.
    #[must_use]
    pub fn new(store: Store, config: Config, log: Log, operation_ids: Arc<[String]>) -> Self {
        let clock = Arc::clone(&store.environment().clock);
        let metrics = Metrics::new(operation_ids, log.clone(), config.request_log, Arc::clone(&clock));
        let rotation = Rotation {
            interval: TimeDelta::days(i64::from(config.key_rotation_days)),
            publish_ahead: TimeDelta::hours(i64::from(config.key_publish_ahead_hours)),
            overlap: TimeDelta::hours(i64::from(config.key_overlap_hours)),
        };
        let begun = Throttle::new(config.authorizations_per_address);
        let outgoing = Outgoing::new(config.outgoing_allowed.clone(), Arc::new(SystemResolver));
        Self {
            store,
            config,
            rotation,
            verified_tokens: VerifiedTokens::default(),
            outgoing,
            published_keys: Kept::new(Arc::clone(&clock), KEY_SETS),
            providers: Kept::new(Arc::clone(&clock), PROVIDERS),
            secret_guesses: SecretGuesses::default(),
            begun,
            password_checks: Semaphore::new(std::thread::available_parallelism().map_or(2, usize::from)),
            log,
            metrics,
            origin: OnceLock::new(),
            prepared: AtomicBool::new(false),
        }
    }

    /// What issuers and links are made of. Empty until the listeners are bound; nothing but health is answered before.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        static UNBOUND: Origin = Origin { public: String::new(), control: String::new() };
        self.origin.get().unwrap_or(&UNBOUND)
    }

    pub(crate) fn bind(&self, origin: Origin) {
        // The first word counts; there is no second one.
        let _ = self.origin.set(origin);
    }

    /// Are migrations and the first start done?
    #[must_use]
    pub fn prepared(&self) -> bool {
        self.prepared.load(Ordering::Acquire)
    }

    /// The time, as the clock that was handed in tells it.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.store.now()
    }

    /// Can requests be answered? False while migrating, and without a database.
    pub async fn ready(&self) -> bool {
        self.prepared() && self.store.ping().await.is_ok()
    }
}

/// The bases of all URLs that the server speaks of itself. Never taken from a request (a hostile `Host` must not end up in a link).
#[derive(Debug, Clone)]
pub struct Origin {
    /// Base of issuers and of the protocol surface, without a trailing slash.
    pub public: String,
    /// Base of the control surface, without a trailing slash; also its resource identifier (RFC 9728 §1.2, RFC 8707).
    pub control: String,
}

impl Origin {
    /// Issuer of an authorization server: `{public}/{tid}/{aid}`, ACP's form.
    #[must_use]
    pub fn issuer(&self, server: ServerKey<'_>) -> String {
        format!("{}/{}/{}", self.public, server.tenant, server.id)
    }

    /// Is `issuer` the one of this authorization server? Compares without building it.
    #[must_use]
    pub fn is_issuer(&self, issuer: &str, server: ServerKey<'_>) -> bool {
        let rest = issuer.strip_prefix(self.public.as_str()).and_then(|rest| rest.strip_prefix('/'));
        rest.and_then(|rest| rest.strip_prefix(server.tenant)).and_then(|rest| rest.strip_prefix('/'))
            == Some(server.id)
    }
}

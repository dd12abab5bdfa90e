//! What every handler may use.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use arc_swap::ArcSwap;
use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::storage::store::Store;
use authplane_domain::tokens::signing_key::Rotation;
use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::{Notify, watch};

use crate::config::Config;
use crate::edge::client_address::TrustedProxies;
use crate::fair_queue::FairQueue;
use crate::guessing::SecretGuesses;
use crate::lately::Lately;
use crate::limits::Limits;
use crate::log::Log;
use crate::long_polls::LongPolls;
use crate::metrics::Metrics;
use crate::outgoing::kept::Kept;
use crate::outgoing::provider_metadata::ProviderMetadata;
use crate::outgoing::together::Together;
use crate::outgoing::{Fetched, Outgoing, OutgoingError, SystemResolver};
use crate::password_checks::PasswordChecks;
use crate::throttle::Throttle;
use crate::tokens::jws::Verifier;
use crate::tokens::verified_tokens::VerifiedTokens;

/// Key sets that are kept.
const KEY_SETS: usize = 1024;
/// Request objects that are fetched at a time, each by one.
const REQUEST_OBJECTS: usize = 1024;
/// Documents of identity providers that are kept.
const PROVIDERS: usize = 256;

/// Specifications that are fetched and read at a time, and those that wait for it.
const IMPORTS: usize = 2;
const IMPORTS_WAITING: usize = 64;
/// Policies that are tested at once, and those that wait for it.
const POLICY_TESTS: usize = 2;
const POLICY_TESTS_WAITING: usize = 64;

/// Gateways of which it is remembered when their activity was noted.
const NOTED_GATEWAYS: usize = 4096;

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
    /// Request objects on their way, by tenant, client and URL.
    pub request_objects: Together<[String; 3], Result<Fetched, OutgoingError>>,
    /// Request objects that addresses had fetched.
    pub fetched: Throttle,
    /// Wrong secrets of clients.
    pub secret_guesses: SecretGuesses,
    /// Authorization requests, and devices, that addresses began.
    pub begun: Throttle,
    /// Specifications that are fetched and read, and those that wait for it: each may be large, and of one tenant there may be many.
    pub imports: Arc<FairQueue>,
    /// Policies that are tested, and those that wait for it: each may be as much work as a policy can be.
    pub policy_tests: Arc<FairQueue>,
    /// Passwords that are checked, and those that wait for it.
    pub password_checks: PasswordChecks,
    /// How often somebody may be wrong. Others may take their place at any time.
    pub limits: ArcSwap<Limits>,
    /// Whose word on addresses counts. Others may take their place at any time.
    pub trusted_proxies: Arc<ArcSwap<TrustedProxies>>,
    /// The log.
    pub log: Log,
    /// What Prometheus scrapes.
    pub metrics: Metrics,
    /// Migrations and the first start are done.
    pub(crate) prepared: AtomicBool,
    /// Gateways that wait for their configuration to change.
    pub waiting_gateways: Arc<LongPolls>,
    /// Gateways whose activity was noted lately.
    pub noted_gateways: Lately<[String; 2]>,
    /// Whether the process was told to end.
    leaving: watch::Sender<bool>,
    /// The settings that were taken over last.
    reloaded: Mutex<Option<Config>>,
    /// Requests that were answered 503, and a word for whoever looks why.
    pub(crate) unavailable: Unavailable,
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
        let [begun, fetched] = [(); 2].map(|()| Throttle::new(config.authorizations_per_address));
        let outgoing = Outgoing::new(config.outgoing_allowed.clone(), Arc::new(SystemResolver));
        let password_checks = PasswordChecks::new(config.password_checks, config.password_queue);
        Self {
            limits: ArcSwap::from_pointee(Limits::of(&config)),
            trusted_proxies: Arc::new(ArcSwap::from_pointee(config.trusted_proxies.clone())),
            password_checks,
            imports: Arc::new(FairQueue::new(IMPORTS, IMPORTS_WAITING)),
            policy_tests: Arc::new(FairQueue::new(POLICY_TESTS, POLICY_TESTS_WAITING)),
            store,
            config,
            rotation,
            verified_tokens: VerifiedTokens::default(),
            outgoing,
            published_keys: Kept::new(Arc::clone(&clock), KEY_SETS),
            providers: Kept::new(Arc::clone(&clock), PROVIDERS),
            request_objects: Together::new(REQUEST_OBJECTS),
            fetched,
            secret_guesses: SecretGuesses::default(),
            begun,
            log,
            metrics,
            origin: OnceLock::new(),
            prepared: AtomicBool::new(false),
            waiting_gateways: Arc::default(),
            noted_gateways: Lately::new(NOTED_GATEWAYS),
            leaving: watch::Sender::new(false),
            reloaded: Mutex::default(),
            unavailable: Unavailable::default(),
        }
    }

    /// What issuers and links are made of. Empty until the listeners are bound; nothing but health is answered before.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        static UNBOUND: Origin = Origin { public: String::new(), control: String::new() };
        self.origin.get().unwrap_or(&UNBOUND)
    }

    pub(crate) fn bind(&self, origin: Origin) {
        self.outgoing.is_reached_at(&[&origin.public, &origin.control]);
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

    /// Takes over what other settings say of limits, proxies and the request log. The rest is as it was at the start.
    pub fn reload(&self, config: &Config) -> Reloaded {
        self.limits.store(Arc::new(Limits::of(config)));
        self.trusted_proxies.store(Arc::new(config.trusted_proxies.clone()));
        self.begun.allow(config.authorizations_per_address);
        self.fetched.allow(config.authorizations_per_address);
        self.metrics.log_requests(config.request_log);
        let mut reloaded = self.reloaded.lock().unwrap_or_else(PoisonError::into_inner);
        let before = reloaded.replace(config.clone());
        let before = before.as_ref().unwrap_or(&self.config);
        let taken = before.differences(config).into_iter().filter(|key| RELOADABLE.contains(&key.as_str())).collect();
        let kept = self.config.differences(config).into_iter().filter(|key| !RELOADABLE.contains(&key.as_str()));
        Reloaded { taken, kept: kept.collect() }
    }

    /// Notes that the process was told to end: from now on requests belong elsewhere.
    pub(crate) fn leave(&self) {
        self.leaving.send_replace(true);
    }

    /// Waits until the process is told to end: nothing that can be asked again elsewhere may hold that up.
    pub async fn left(&self) {
        // It ends only with the sender, which is ours.
        let _ = self.leaving.subscribe().wait_for(|leaving| *leaving).await;
    }

    /// What the settings say that can't be all there is to say; for whoever starts the server, and whoever looks after it.
    #[must_use]
    pub fn doubts(&self) -> Vec<&'static str> {
        // The server itself speaks plain http.
        let is_behind_proxy = self.config.public_url.as_ref().is_some_and(|url| url.scheme() == "https");
        let mut doubts = Vec::new();
        if is_behind_proxy && self.trusted_proxies.load().is_empty() {
            doubts.push(
                "public_url is https, so there is a proxy in front, but trusted_proxies is empty: \
                 whoever comes through the proxy is counted together with everybody else",
            );
        }
        doubts
    }

    /// Should requests be sent here? False while migrating, without a database, and when the process was told to end.
    pub async fn ready(&self) -> bool {
        self.prepared() && !*self.leaving.borrow() && self.store.probe().await.is_ok()
    }
}

/// Settings that may change while the server runs.
const RELOADABLE: [&str; 16] = [
    "authorizations_per_address",
    "consent_acts",
    "consent_acts_seconds",
    "registrations",
    "registrations_seconds",
    "request_log",
    "secret_rotations",
    "secret_rotations_seconds",
    "trusted_proxies",
    "wrong_passwords_per_account",
    "wrong_passwords_per_address",
    "wrong_passwords_seconds",
    "wrong_secrets",
    "wrong_secrets_seconds",
    "wrong_user_codes",
    "wrong_user_codes_seconds",
];

/// What became of settings that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reloaded {
    /// They are in force.
    pub taken: Vec<String>,
    /// They are not, until the next start.
    pub kept: Vec<String>,
}

/// Answers of 503.
#[derive(Debug, Default)]
pub(crate) struct Unavailable {
    /// How many there were.
    pub(crate) count: AtomicU64,
    /// Told of each.
    pub(crate) noticed: Notify,
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
    /// What is before the paths of an authorization server's endpoints: `{public}/{tid}/{aid}`, ACP's form. It is its issuer, too, unless it has one of its own.
    #[must_use]
    pub fn base(&self, server: ServerKey<'_>) -> String {
        format!("{}/{}/{}", self.public, server.tenant, server.id)
    }

    /// Issuer of an authorization server: its name in tokens and documents, and nothing that a path is ever put behind.
    #[must_use]
    pub fn issuer(&self, server: &AuthorizationServer) -> String {
        server.issuer_url.clone().unwrap_or_else(|| self.base(server.key()))
    }

    /// Is `issuer` the one of this authorization server? Compares without building it.
    #[must_use]
    pub fn is_issuer(&self, issuer: &str, server: &AuthorizationServer) -> bool {
        if let Some(own) = &server.issuer_url {
            return issuer == own;
        }
        let server = server.key();
        let rest = issuer.strip_prefix(self.public.as_str()).and_then(|rest| rest.strip_prefix('/'));
        rest.and_then(|rest| rest.strip_prefix(server.tenant)).and_then(|rest| rest.strip_prefix('/'))
            == Some(server.id)
    }
}

//! The OpenID provider under test.

use std::sync::{Arc, OnceLock, mpsc};

use authplane_domain::Environment;
use authplane_domain::catalogue::authorization_server::{
    self, DEFAULT, ServerChanges, ServerDetails, SigningAlgorithm,
};
use authplane_domain::environment::ManualClock;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::installation::tenant::{self, NewTenant};
use authplane_tests::{Database, Settings, Tenant, TestServer};
use chrono::TimeDelta;
use http::Method;
use serde_json::Value;

/// A tenant, that of the first start if nothing else is said. Its server `default` knows two users, offers everything that there is, lets clients
/// register themselves, and calls this machine.
#[derive(Debug)]
pub(super) struct Provider {
    /// The tenant.
    pub(super) tenant: Tenant,
    clock: Option<Arc<ManualClock>>,
}

impl Provider {
    /// The one that all tests share. It signs with RS256, as clients expect by default.
    pub(super) async fn shared(database: Database) -> Arc<Self> {
        static SQLITE: OnceLock<Arc<Provider>> = OnceLock::new();
        static POSTGRES: OnceLock<Arc<Provider>> = OnceLock::new();
        let place = match database {
            Database::Sqlite => &SQLITE,
            Database::Postgres => &POSTGRES,
        };
        // Others wait for the first in threads that may block.
        let start = move || Arc::clone(place.get_or_init(|| start_in_background(database)));
        tokio::task::spawn_blocking(start).await.expect("the provider starts")
    }

    /// One of a test's own, with a clock that stands until the test moves it.
    pub(super) async fn with_clock() -> Arc<Self> {
        let clock = Arc::new(ManualClock::new(Environment::system().clock.now()));
        let provider = Self::start(Settings::default().with_clock(&clock), Some(Arc::clone(&clock))).await;
        Arc::new(provider)
    }

    /// One of a test's own with these settings.
    pub(super) async fn with(settings: Settings) -> Arc<Self> {
        Arc::new(Self::start(settings, None).await)
    }

    /// One of a test's own at the server of the shared one: another tenant.
    pub(super) async fn apart(database: Database) -> Arc<Self> {
        let server = Self::shared(database).await.tenant.server.clone();
        let make = async |store: authplane_domain::Store| {
            let name = "A test's own".to_owned();
            let new = NewTenant { name, key_algorithm: SigningAlgorithm::RS256, ..NewTenant::default() };
            tenant::create(&store, &Actor::system(), new).await.map(|created| created.tenant.id)
        };
        let id = server.with_store(move |store| async move { make(store).await }).await.expect("a tenant is made");
        Arc::new(Self::of(&server, id, None).await)
    }

    async fn start(settings: Settings, clock: Option<Arc<ManualClock>>) -> Self {
        let server = TestServer::start(settings.with("outgoing_allowed", "127.0.0.1")).await;
        Self::of(&server, "default".to_owned(), clock).await
    }

    async fn of(server: &TestServer, tenant: String, clock: Option<Arc<ManualClock>>) -> Self {
        let tenant = Tenant::with_id(server, tenant).await.and_users().await;
        let details = ServerDetails {
            name: "Example provider".to_owned(),
            enable_dynamic_client_registration: true,
            ..ServerDetails::default()
        };
        let changes = ServerChanges { details, ..ServerChanges::default() };
        let id = tenant.id.clone();
        let change = async move |store: authplane_domain::Store| {
            authorization_server::change(&Acting::new(&store, &id, Actor::system()), DEFAULT, changes).await.map(|_| ())
        };
        let changed = server.with_store(move |store| async move { change(store).await }).await;
        changed.expect("the details are right");
        Self { tenant, clock }
    }

    /// Lets this time pass.
    ///
    /// # Panics
    /// When it is shared.
    #[track_caller]
    pub(super) fn wait(&self, seconds: i64) {
        let clock = self.clock.as_ref().expect("a clock of the test's own");
        clock.advance(TimeDelta::seconds(seconds));
    }

    /// Does time pass at the test's will?
    pub(super) fn has_clock(&self) -> bool {
        self.clock.is_some()
    }

    /// What it says of itself, unchecked.
    pub(super) async fn metadata(&self) -> Value {
        self.get(".well-known/openid-configuration").await
    }

    /// Its public keys, unchecked.
    pub(super) async fn key_set(&self) -> Value {
        self.get(".well-known/jwks.json").await
    }

    async fn get(&self, path: &str) -> Value {
        let path = format!("/{}/{DEFAULT}/{path}", self.tenant.id);
        self.tenant.server.call(Method::GET, &path).send().await.expect(200).json()
    }
}

/// On a runtime of its own, which outlives the test that happened to start it.
fn start_in_background(database: Database) -> Arc<Provider> {
    let (started, outcome) = mpsc::channel();
    let run = move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        runtime.expect("a runtime starts").block_on(async {
            let settings = Settings { database, ..Settings::default() }.with("signing_algorithm", "RS256");
            let _ = started.send(Provider::with(settings).await);
            std::future::pending::<()>().await;
        });
    };
    std::thread::Builder::new().name("provider".to_owned()).spawn(run).expect("a thread starts");
    outcome.recv().expect("the provider starts")
}

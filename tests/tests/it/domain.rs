//! The conformance suite of the domain: the same cases on SQLite and on PostgreSQL.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::{AuthorizationServer, DEFAULT, SigningAlgorithm};
use authplane_domain::catalogue::scope::{self, NewScope, Scope};
use authplane_domain::catalogue::service::{self, NewService, Service};
use authplane_domain::environment::{ManualClock, SystemRandom};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::installation::housekeeping::EXPIRING;
use authplane_domain::installation::tenant::{self, NewTenant};
use authplane_domain::storage::seal::MasterKeys;
use authplane_domain::tokens::signing_key::{Rotation, ensure_rotated};
use authplane_domain::{Environment, Store};
use authplane_tests::Database;
use authplane_tests::database::Folder;
use chrono::{DateTime, TimeDelta, Utc};

mod assertions;
mod atomicity;
mod audit;
mod authentications;
mod brought_digests;
mod brought_keys;
mod caching;
mod catalogue;
mod client_secrets;
mod clients;
mod consents;
mod device_authorizations;
mod escalation;
mod expiry;
mod furnished;
mod idempotent_answers;
mod in_parts;
mod installation;
mod isolation;
pub(crate) mod ledger;
pub(crate) mod line;
mod listening;
mod login_requests;
mod matcher;
mod migrations;
mod one_connection;
mod outage;
pub(crate) mod password_hashes;
mod persons;
mod pooled;
mod preconditions;
mod reconciliation;
mod removal;
mod revocation;
mod rotation;
mod sealing;
mod searching;
mod servers;

pub(crate) const MASTER_KEY: &str = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

const ROTATION: Rotation =
    Rotation { interval: TimeDelta::days(90), publish_ahead: TimeDelta::hours(24), overlap: TimeDelta::hours(48) };

/// Somebody with a request.
fn actor() -> Actor {
    Actor { subject: "tester".to_owned(), request_id: "request-1".to_owned(), address: None }
}

/// Somebody with a request, in a tenant.
fn acting(store: &Store, tenant: &str) -> Acting {
    Acting::new(store, tenant, actor())
}

/// A database of its own, a store on it, and the clock of both.
struct World {
    database: Database,
    url: String,
    clock: Arc<ManualClock>,
    store: Store,
    // Removed when the world goes.
    _folder: Folder,
}

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

impl World {
    /// An empty database without a schema.
    async fn empty(database: Database) -> Self {
        let folder = Folder::new();
        let url = database.create(folder.path()).await;
        let clock = Arc::new(ManualClock::new(noon()));
        let store = connect(&url, &clock, MASTER_KEY).await;
        Self { database, url, clock, store, _folder: folder }
    }

    async fn new(database: Database) -> Self {
        let world = Self::empty(database).await;
        world.store.migrate().await.unwrap();
        world
    }

    /// Another store on the same database: a second replica, or this one after a restart.
    async fn replica(&self) -> Store {
        connect(&self.url, &self.clock, MASTER_KEY).await
    }

    async fn tenant(&self, id: &str) {
        make_tenant(&self.store, id, SigningAlgorithm::EdDSA).await;
    }
}

async fn connect(url: &str, clock: &Arc<ManualClock>, master_keys: &str) -> Store {
    let environment = Environment { clock: Arc::clone(clock) as _, random: Arc::new(SystemRandom) };
    Store::connect(url, environment, MasterKeys::from_base64_list(master_keys).unwrap()).await.unwrap()
}

/// A tenant whose servers have their first keys.
async fn make_tenant(store: &Store, id: &str, key_algorithm: SigningAlgorithm) {
    for server in make_tenant_without_keys(store, id, key_algorithm).await {
        ensure_rotated(store, server.key(), &ROTATION).await.unwrap();
    }
}

/// A tenant as it is made: nobody has asked its servers for a key yet.
async fn make_tenant_without_keys(
    store: &Store,
    id: &str,
    key_algorithm: SigningAlgorithm,
) -> Vec<AuthorizationServer> {
    let new =
        NewTenant { id: Some(id.to_owned()), name: format!("Tenant {id}"), key_algorithm, ..NewTenant::default() };
    tenant::create(store, &actor(), new).await.unwrap().servers
}

/// Runs a case on an empty, migrated database of each kind.
async fn on_both(case: impl AsyncFn(World)) {
    for database in Database::tested() {
        println!("on {database:?}");
        Box::pin(case(World::new(database).await)).await;
    }
}

fn new_service(id: &str) -> NewService {
    NewService {
        id: Some(id.to_owned()),
        server_id: DEFAULT.to_owned(),
        name: format!("Service {id}"),
        ..NewService::default()
    }
}

async fn make_service(store: &Store, tenant: &str, id: &str) -> Service {
    service::create(&acting(store, tenant), new_service(id)).await.unwrap()
}

fn new_scope(service_id: &str, name: &str) -> NewScope {
    NewScope {
        server_id: DEFAULT.to_owned(),
        service_id: Some(service_id.to_owned()),
        name: name.to_owned(),
        ..NewScope::default()
    }
}

async fn make_scope(store: &Store, tenant: &str, service_id: &str, name: &str) -> Scope {
    scope::create(&acting(store, tenant), new_scope(service_id, name)).await.unwrap()
}

/// The columns of each table, as the database tells.
async fn schema(world: &World) -> BTreeMap<String, Vec<String>> {
    use sea_orm::{ConnectionTrait, DbBackend, Statement, TryGetable};
    let connection = sea_orm::Database::connect(&world.url).await.unwrap();
    let (backend, columns) = match world.database {
        Database::Sqlite => (
            DbBackend::Sqlite,
            "SELECT m.name AS name, c.name AS column FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'",
        ),
        Database::Postgres => (
            DbBackend::Postgres,
            "SELECT table_name::text AS name, column_name::text AS column FROM information_schema.columns WHERE table_schema = 'public'",
        ),
    };
    let mut schema: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in connection.query_all_raw(Statement::from_string(backend, columns)).await.unwrap() {
        let column = String::try_get(&row, "", "column").unwrap();
        schema.entry(String::try_get(&row, "", "name").unwrap()).or_default().push(column);
    }
    connection.close().await.unwrap();
    schema
}

/// The tables that have a column.
async fn tables_with(world: &World, column: &str) -> BTreeSet<String> {
    let schema = schema(world).await.into_iter();
    let tables: BTreeSet<String> =
        schema.filter(|(_, columns)| columns.iter().any(|known| known == column)).map(|(table, _)| table).collect();
    assert!(!tables.is_empty(), "{column}");
    tables
}

/// Clears away what has expired of a table.
async fn purge(store: &Store, table: &str, batch: u64) -> u64 {
    let rows = EXPIRING.iter().find(|rows| rows.table() == table).unwrap();
    rows.purge(store, batch).await.unwrap()
}

/// Everything that a database holds, table by table, as text: to see that nothing has changed.
async fn everything(world: &World) -> String {
    everything_in(world.database, &world.url).await
}

pub(crate) async fn everything_in(database: Database, url: &str) -> String {
    use sea_orm::{ConnectionTrait, DbBackend, Statement, TryGetable};
    let connection = sea_orm::Database::connect(url).await.unwrap();
    let (backend, tables) = match database {
        Database::Sqlite => (DbBackend::Sqlite, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"),
        Database::Postgres => (
            DbBackend::Postgres,
            "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
        ),
    };
    let mut text = String::new();
    for row in connection.query_all_raw(Statement::from_string(backend, tables)).await.unwrap() {
        let table = String::try_get(&row, "", "name").unwrap();
        let (row_as_text, order) = match database {
            Database::Sqlite => {
                let columns = format!("SELECT name FROM pragma_table_info('{table}') ORDER BY name");
                let columns = connection.query_all_raw(Statement::from_string(backend, columns)).await.unwrap();
                let quoted: Vec<String> =
                    columns.iter().map(|c| format!("quote(\"{}\")", String::try_get(c, "", "name").unwrap())).collect();
                (quoted.join(" || '|' || "), "1")
            }
            Database::Postgres => ("to_jsonb(t)::text".to_owned(), "1"),
        };
        let rows = format!("SELECT {row_as_text} AS line FROM \"{table}\" t ORDER BY {order}");
        text = format!("{text}== {table}\n");
        for row in connection.query_all_raw(Statement::from_string(backend, rows)).await.unwrap() {
            text.push_str(&String::try_get(&row, "", "line").unwrap());
            text.push('\n');
        }
    }
    connection.close().await.unwrap();
    text
}

/// Runs one statement past the domain, as a hostile hand or a restored backup would.
async fn tamper(world: &World, statement: &str) -> u64 {
    use sea_orm::ConnectionTrait;
    let connection = sea_orm::Database::connect(&world.url).await.unwrap();
    let changed = connection.execute_unprepared(statement).await.unwrap().rows_affected();
    connection.close().await.unwrap();
    changed
}

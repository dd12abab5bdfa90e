//! The database, the cache in front of it, and the transactions that keep both honest.

mod changes;
mod connect;
mod generations;
mod insertions;
mod last_uses;
mod listener;
mod revocations;
mod space;
mod statements;
mod transaction;

use std::future::Future;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use aws_lc_rs::hmac;
use chrono::{DateTime, SubsecRound, Utc};
use sea_orm::{ConnectionTrait as _, DatabaseConnection};

pub use self::changes::Changes;
use self::last_uses::LastUses;
pub(crate) use self::revocations::FEW as FEW_REVOCATIONS;
use self::revocations::Revocations;
pub(crate) use self::transaction::Transaction;
use crate::storage::cache::{Area, Cache, Freshness, Kind, Known, Version};
use crate::storage::migration;
use crate::storage::seal::{MasterKeys, Sealed};
use crate::storage::unreadable::Unreadable;
use crate::tokens::signing_key::Turns;
use crate::{Environment, Error, Result};

/// Connections of one process to PostgreSQL.
const CONNECTIONS: u32 = 8;
/// Whoever asks whether the database is there wants to know soon.
const PING_TIMEOUT: Duration = Duration::from_secs(1);
/// Writing is tried no more often than this, however often somebody asks.
const WRITE_INTERVAL: Duration = Duration::from_secs(5);

/// Which database engine holds the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// A file that belongs to this process alone.
    Sqlite,
    /// A server that several replicas share.
    PostgreSql,
}

/// What every function of this crate works on. Clones share everything.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    backend: Backend,
    source: connect::Source,
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    /// On `SQLite` one connection of its own: searches run callers' patterns, and only searches may wait for them.
    searcher: DatabaseConnection,
    cache: Arc<Cache>,
    /// On `SQLite`: creations.
    insertions: Option<insertions::Insertions>,
    /// On `SQLite`: held by whoever writes, so that the two connections that do never wait for each other in `SQLite`'s own way, which is to sleep.
    gate: Arc<tokio::sync::Mutex<()>>,
    statements: statements::Statements,
    unreadable: Unreadable,
    environment: Environment,
    master_keys: MasterKeys,
    /// The `created_at` given out last, in microseconds.
    last_created: AtomicI64,
    /// Whether somebody tells this process what other replicas commit.
    notified: AtomicBool,
    /// On `SQLite`: revoked tokens. See [`crate::tokens::revoked_token`].
    revocations: RwLock<Revocations>,
    key_turns: Turns,
    last_write: LastWrite,
    /// Uses of clients' secrets that aren't written yet.
    last_uses: LastUses,
}

/// When [`Store::probe`] last wrote.
#[derive(Default)]
struct LastWrite(Mutex<Option<Instant>>);

impl LastWrite {
    fn is_due(&self) -> bool {
        let last = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        last.is_none_or(|last| last.elapsed() >= WRITE_INTERVAL)
    }

    fn happened(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Store").field("backend", &self.0.backend).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens `sqlite:/path/to/file.db?mode=rwc` or `postgres://user:password@host/database`.
    ///
    /// PostgreSQL needn't be up: until it is, every operation answers [`Error::Unavailable`] and then recovers by itself.
    ///
    /// # Errors
    /// [`Error::Invalid`] (field `database_url`) for an URL of neither kind; [`Error::Unavailable`] when the file can't be opened.
    pub async fn connect(database_url: &str, environment: Environment, master_keys: MasterKeys) -> Result<Self> {
        Self::connect_by(CONNECTIONS, database_url, environment, master_keys).await
    }

    /// As [`Self::connect`], with at most so many connections to PostgreSQL at a time besides the listener's.
    ///
    /// # Errors
    /// As [`Self::connect`].
    pub async fn connect_by(
        connections: u32,
        database_url: &str,
        environment: Environment,
        master_keys: MasterKeys,
    ) -> Result<Self> {
        let connect::Opened { source, mut reader, mut writer, mut searcher, insertions } =
            connect::open(connections, database_url).await?;
        let statements = statements::Statements::default();
        for connection in [&mut reader, &mut writer, &mut searcher] {
            statements.follow(connection);
        }
        let cache = Arc::new(Cache::new());
        let gate = Arc::new(tokio::sync::Mutex::new(()));
        let insertions = match insertions {
            Some(options) => Some(insertions::Insertions::start(options, Arc::clone(&cache), Arc::clone(&gate)).await?),
            None => None,
        };
        Ok(Self(Arc::new(Inner {
            backend: source.backend(),
            source,
            reader,
            writer,
            searcher,
            cache,
            insertions,
            gate,
            statements,
            unreadable: Unreadable::default(),
            environment,
            master_keys,
            last_created: AtomicI64::new(0),
            notified: AtomicBool::new(false),
            revocations: RwLock::default(),
            key_turns: Turns::default(),
            last_write: LastWrite::default(),
            last_uses: LastUses::default(),
        })))
    }

    /// Which engine it is.
    #[must_use]
    pub fn backend(&self) -> Backend {
        self.0.backend
    }

    /// Asks the database for a sign of life, for a second at most.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it gives none.
    pub async fn ping(&self) -> Result<()> {
        let pinged = tokio::time::timeout(PING_TIMEOUT, self.0.reader.ping()).await;
        Ok(pinged.map_err(|_| Error::Unavailable(format!("no answer within {PING_TIMEOUT:?}")))??)
    }

    /// As [`Self::ping`], and asks whether it can be written to: a disk that is full or read-only reads as well as any. `SQLite` only, and again no sooner than
    /// a few seconds after it could; of PostgreSQL, its own supervisor knows better.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it can't.
    pub async fn probe(&self) -> Result<()> {
        self.ping().await?;
        if self.backend() == Backend::Sqlite && self.0.last_write.is_due() {
            let write = async {
                let _gate = self.0.gate.lock().await;
                // Writes a page, and changes nothing: nobody uses this number.
                self.0.writer.execute_unprepared("PRAGMA user_version = 0").await
            };
            // Whoever is busy with something longer is well.
            if let Ok(written) = tokio::time::timeout(PING_TIMEOUT, write).await {
                written?;
                self.0.last_write.happened();
            }
        }
        Ok(())
    }

    /// Brings the schema up to date. Safe when several replicas start at once: one works, the others wait for it.
    ///
    /// # Errors
    /// [`Error::Unavailable`] without database, [`Error::Internal`] when a step fails.
    pub async fn migrate(&self) -> Result<()> {
        match &self.0.source {
            // The one connection that writes: a pool of several would leave some without foreign keys after a step that suspends them.
            connect::Source::Sqlite => {
                migration::up(&self.0.writer, self.now()).await?;
                self.compact_if_small().await
            }
            connect::Source::PostgreSql(options) => connect::migrate_locked(options, self.now()).await,
        }
    }

    /// The names of the migration steps that the database hasn't seen yet.
    ///
    /// # Errors
    /// [`Error::Unavailable`] without database.
    pub async fn pending_migrations(&self) -> Result<Vec<String>> {
        let pending = migration::pending(&self.0.reader).await?;
        Ok(pending.into_iter().map(str::to_owned).collect())
    }

    /// Follows the commits of other replicas from now on; does nothing on `SQLite`. Until it is called, [`Freshness::Notified`] is
    /// [`Freshness::Exact`] on PostgreSQL. Call it once, within a tokio runtime.
    pub fn start_listener(&self) {
        if let connect::Source::PostgreSql(options) = &self.0.source {
            listener::start(options.clone(), &self.0);
        }
    }

    /// Closes every connection after its current statement.
    ///
    /// # Errors
    /// [`Error::Internal`] when a connection refuses.
    pub async fn close(&self) -> Result<()> {
        if let Some(insertions) = &self.0.insertions {
            insertions.close().await;
        }
        self.0.writer.close_by_ref().await?;
        self.0.searcher.close_by_ref().await?;
        Ok(self.0.reader.close_by_ref().await?)
    }

    /// The time, to the microsecond that the databases keep.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.0.environment.clock.now().trunc_subsecs(6)
    }

    /// Time and randomness.
    #[must_use]
    pub fn environment(&self) -> &Environment {
        &self.0.environment
    }

    /// Seals a secret for the place that `context` names.
    ///
    /// # Errors
    /// [`Error::Internal`] without randomness.
    pub fn seal(&self, context: &str, plaintext: &[u8]) -> Result<Sealed> {
        self.0.master_keys.seal(&*self.0.environment.random, context, plaintext)
    }

    /// Opens what was sealed for `context`.
    ///
    /// # Errors
    /// [`Error::Internal`] when the master key is missing or the value was changed or moved.
    pub fn open(&self, context: &str, sealed: &Sealed) -> Result<Vec<u8>> {
        self.0.master_keys.open(context, sealed)
    }

    /// What versions of rows are made with: the same in all replicas, and unknown to others.
    ///
    /// # Errors
    /// [`Error::Internal`] without a master key.
    pub(crate) fn version_key(&self) -> Result<&hmac::Key> {
        self.0.master_keys.version_key()
    }

    /// As [`Store::open`], for text.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_text(&self, context: &str, sealed: &Sealed) -> Result<String> {
        self.0.master_keys.open_text(context, sealed)
    }

    /// The value of this kind under `id`, from the cache or from `load`. Errors aren't kept.
    ///
    /// Also for what the server derives from several rows (key rings, documents), as long as `kind` names all areas that it reads.
    ///
    /// # Errors
    /// Those of `load`.
    pub async fn cached<T, F, L>(
        &self,
        freshness: Freshness,
        tenant: &str,
        kind: Kind<T>,
        id: &str,
        load: F,
    ) -> Result<Arc<T>>
    where
        T: Send + Sync + 'static,
        F: FnOnce() -> L,
        L: Future<Output = Result<T>>,
    {
        let load = || async { load().await.map(Some) };
        let found = self.cached_option(freshness, tenant, kind, id, load).await?;
        found.ok_or_else(|| Error::internal("a kind of values that are always there was asked for one that may not be"))
    }

    /// As [`Store::cached`] for what may not exist. Absence is kept too, where it displaces no value: whoever asks for many things that
    /// aren't there only makes the cache forget others that aren't.
    ///
    /// An absence that the server's own work meets on every request must not be displaced by strangers' questions either: cache an
    /// `Option` by [`Store::cached`] then.
    ///
    /// # Errors
    /// Those of `load`.
    pub async fn cached_option<T, F, L>(
        &self,
        freshness: Freshness,
        tenant: &str,
        kind: Kind<T>,
        id: &str,
        load: F,
    ) -> Result<Option<Arc<T>>>
    where
        T: Send + Sync + 'static,
        F: FnOnce() -> L,
        L: Future<Output = Result<Option<T>>>,
    {
        // Before the load: what is committed while it runs makes the result stale.
        let Some(version) = self.version(freshness, tenant, kind).await? else {
            return Ok(load().await?.map(Arc::new));
        };
        match self.0.cache.get(tenant, kind, id, version) {
            Some(Known::Present(value)) => return Ok(Some(value)),
            Some(Known::Absent) => return Ok(None),
            None => {}
        }
        let value = load().await?.map(Arc::new);
        self.0.cache.insert(tenant, kind, id, version, value.clone());
        Ok(value)
    }

    /// As [`Store::cached_option`] for several ids: `load` gets the places of those that aren't known, and gives a value or none for each of them, in
    /// their order.
    ///
    /// # Errors
    /// Those of `load`.
    pub async fn cached_options<T, F, L>(
        &self,
        freshness: Freshness,
        tenant: &str,
        kind: Kind<T>,
        ids: &[String],
        load: F,
    ) -> Result<Vec<Option<Arc<T>>>>
    where
        T: Send + Sync + 'static,
        F: FnOnce(Vec<usize>) -> L,
        L: Future<Output = Result<Vec<Option<T>>>>,
    {
        let cacheable = self.is_cacheable(freshness);
        let version = self.0.cache.version(tenant, kind);
        let mut values = vec![None; ids.len()];
        let mut missing = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            match if cacheable { self.0.cache.get(tenant, kind, id, version) } else { None } {
                Some(Known::Present(value)) => values[index] = Some(value),
                Some(Known::Absent) => {}
                None => missing.push(index),
            }
        }
        if missing.is_empty() {
            return Ok(values);
        }
        for (index, value) in missing.clone().into_iter().zip(load(missing).await?) {
            let value = value.map(Arc::new);
            if cacheable {
                self.0.cache.insert(tenant, kind, &ids[index], version, value.clone());
            }
            values[index] = value;
        }
        Ok(values)
    }

    /// What a cached value must be of to be good, unless it has to be loaded anyway.
    async fn version<T>(&self, freshness: Freshness, tenant: &str, kind: Kind<T>) -> Result<Option<Version>> {
        if self.is_cacheable(freshness) {
            Ok(Some(self.0.cache.version(tenant, kind)))
        } else if freshness == Freshness::Exact && kind.is_many() && !tenant.is_empty() {
            Ok(Some(Version::of_database(self.generation(tenant, kind.all_areas()).await?)))
        } else {
            Ok(None)
        }
    }

    fn is_cacheable(&self, freshness: Freshness) -> bool {
        match (self.0.backend, freshness) {
            (Backend::Sqlite, _) => true,
            (Backend::PostgreSql, Freshness::Exact) => false,
            (Backend::PostgreSql, Freshness::Notified) => self.0.notified.load(Ordering::Acquire),
        }
    }

    pub(crate) fn reader(&self) -> &DatabaseConnection {
        &self.0.reader
    }

    /// For conditions of [`Search`](crate::storage::search::Search).
    pub(crate) fn searcher(&self) -> &DatabaseConnection {
        &self.0.searcher
    }

    /// For single statements on rows that no cache holds. Everything else goes through [`Store::begin`].
    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.0.writer
    }

    pub(super) fn unreadable(&self) -> &Unreadable {
        &self.0.unreadable
    }

    pub(crate) fn revocations(&self) -> &RwLock<Revocations> {
        &self.0.revocations
    }

    pub(crate) fn last_uses(&self) -> &LastUses {
        &self.0.last_uses
    }

    pub(crate) fn key_turns(&self) -> &Turns {
        &self.0.key_turns
    }

    /// What is cached of `areas` is loaded anew: another replica was seen to have changed them before its notification came.
    pub(crate) fn forget(&self, tenant: &str, areas: Area) {
        self.0.cache.bump(tenant, areas);
    }

    /// The `created_at` of a new row: now, but later than the one before, so that lists are in creation order within a microsecond
    /// too and under a clock that stands. A clock that was set back wins after a second.
    pub(crate) fn created_at(&self) -> DateTime<Utc> {
        let now = self.now().timestamp_micros();
        let next = |last: i64| if last >= now && last - now < 1_000_000 { last + 1 } else { now };
        let last = &self.0.last_created;
        let given = last.fetch_update(Ordering::AcqRel, Ordering::Acquire, |last| Some(next(last))).map_or(now, next);
        DateTime::from_timestamp_micros(given).unwrap_or_default()
    }
}

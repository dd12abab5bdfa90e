//! Opens the pools, with the settings that durability and speed rest on.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sea_orm::DatabaseConnection;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, Executor};

use super::Backend;
use crate::storage::migration;
use crate::{Error, Result};

/// "authplan": every Authplane that shares a database takes the same lock.
const MIGRATION_LOCK: i64 = 0x6175_7468_706c_616e;
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

pub(super) enum Source {
    Sqlite,
    PostgreSql(Box<PgConnectOptions>),
}

impl Source {
    pub(super) fn backend(&self) -> Backend {
        match self {
            Self::Sqlite => Backend::Sqlite,
            Self::PostgreSql(_) => Backend::PostgreSql,
        }
    }
}

/// The source, and what to read and to write through.
pub(super) struct Opened {
    pub(super) source: Source,
    pub(super) reader: DatabaseConnection,
    pub(super) writer: DatabaseConnection,
    /// What to search through.
    pub(super) searcher: DatabaseConnection,
    /// Of the connection that is for creations alone.
    pub(super) insertions: Option<SqliteConnectOptions>,
}

pub(super) async fn open(connections: u32, database_url: &str) -> Result<Opened> {
    if database_url.starts_with("sqlite:") {
        open_sqlite(database_url).await
    } else if database_url.starts_with("postgres://") || database_url.starts_with("postgresql://") {
        // The parser's own message may quote the password.
        let options = PgConnectOptions::from_str(database_url)
            .map_err(|_| {
                Error::invalid("database_url", "not a PostgreSQL URL: postgres://user:password@host:5432/database")
            })?
            .application_name("authplane")
            .disable_statement_logging();
        let pool = postgres_pool(connections).connect_lazy_with(options.clone());
        let connection = DatabaseConnection::from(pool);
        Ok(Opened {
            source: Source::PostgreSql(Box::new(options)),
            reader: connection.clone(),
            searcher: connection.clone(),
            writer: connection,
            insertions: None,
        })
    } else {
        Err(Error::invalid("database_url", "must start with sqlite: or postgres://"))
    }
}

async fn open_sqlite(database_url: &str) -> Result<Opened> {
    if database_url.contains(":memory:") || database_url.contains("mode=memory") {
        return Err(Error::invalid(
            "database_url",
            "a database in memory can't be shared between connections; name a file",
        ));
    }
    let options = SqliteConnectOptions::from_str(database_url)
        .map_err(|error| Error::invalid("database_url", error.to_string()))?
        // Counts for a file that is made now; an earlier one must be written anew first: see `space`.
        .auto_vacuum(SqliteAutoVacuum::Incremental)
        .journal_mode(SqliteJournalMode::Wal)
        // What was answered with success survives a power cut. Nothing here is so short-lived that NORMAL would do.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY_TIMEOUT)
        .foreign_keys(true)
        .statement_cache_capacity(256)
        .pragma("cache_size", "-4096")
        .pragma("temp_store", "memory")
        // What is removed is overwritten, also where pages are split: whoever is erased is in no page that is free.
        .pragma("secure_delete", "on")
        .with_regexp()
        .disable_statement_logging();
    if database_url.split_once('?').is_some_and(|(_, query)| query.split('&').any(|pair| pair == "mode=rwc")) {
        create_for_owner(options.get_filename())?;
    }
    // One writer: SQLite has no more, and in its queue nobody is ever told that the database is busy.
    let writer = sqlite_pool(1).acquire_timeout(Duration::from_secs(10)).connect_with(options.clone()).await?;
    let reading = options.clone().create_if_missing(false).pragma("query_only", "on");
    let reader = sqlite_pool(2).acquire_timeout(BUSY_TIMEOUT).connect_lazy_with(reading.clone());
    let searcher = sqlite_pool(1).acquire_timeout(BUSY_TIMEOUT).connect_lazy_with(reading);
    Ok(Opened {
        source: Source::Sqlite,
        reader: reader.into(),
        writer: writer.into(),
        searcher: searcher.into(),
        insertions: Some(options),
    })
}

/// Makes the file, unless there is one, readable by its owner alone, before `SQLite` would make it as the umask has it. `SQLite` gives the files
/// that it puts beside it the same mode.
fn create_for_owner(path: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    match options.open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(Error::Unavailable(format!("{}: {error}", path.display())))
        }
        _ => Ok(()),
    }
}

/// Connections to a file neither die nor age.
fn sqlite_pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
}

fn postgres_pool(connections: u32) -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(3))
        .idle_timeout(Duration::from_mins(10))
        .test_before_acquire(true)
        .after_connect(|connection, _| {
            Box::pin(async move {
                connection.execute("SET statement_timeout = '10s'").await?;
                Ok(())
            })
        })
}

/// Runs the migrations under an advisory lock, on connections without a statement timeout: a step may take its time, and
/// waiting for another replica's step too.
pub(super) async fn migrate_locked(options: &PgConnectOptions, now: DateTime<Utc>) -> Result<()> {
    let mut guard = options.connect().await?;
    sqlx::query("SELECT pg_advisory_lock($1)").bind(MIGRATION_LOCK).execute(&mut guard).await?;
    let pool: PgPool = PgPoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_secs(3))
        .connect_with(options.clone())
        .await?;
    let migrated = migration::up(&DatabaseConnection::from(pool.clone()), now).await;
    pool.close().await;
    // The end of the connection ends the lock, also where a proxy pools connections and an unlock would reach another one.
    let closed = guard.close().await;
    migrated?;
    Ok(closed?)
}

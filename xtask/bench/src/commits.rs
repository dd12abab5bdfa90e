//! The raw commit rate of the embedded database: what one writer can do when nothing else is asked of it.

use std::path::Path;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _};

use crate::Result;

/// What one process measured.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub(crate) struct CommitRate {
    /// Transactions of one row each, per second.
    pub(crate) commits_per_second: f64,
    /// The 99th percentile of one transaction, in microseconds.
    pub(crate) p99_us: f64,
}

/// Inserts one row per transaction into a new database in `folder` for `seconds` and prints the rate as JSON.
///
/// The connection has the settings of the server's writer, and the row the size of an API resource.
pub(crate) fn measure(folder: &Path, seconds: f64) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let rate = runtime.block_on(insert(folder, seconds))?;
    println!("{}", serde_json::to_string(&rate)?);
    Ok(())
}

async fn insert(folder: &Path, seconds: f64) -> Result<CommitRate> {
    let mut connection = SqliteConnectOptions::new()
        .filename(folder.join("commits.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(5))
        .foreign_keys(true)
        .disable_statement_logging()
        .connect()
        .await?;
    sqlx::query(
        "CREATE TABLE resource (id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, name TEXT NOT NULL, \
         indicator TEXT NOT NULL, settings TEXT NOT NULL, created_at INTEGER NOT NULL)",
    )
    .execute(&mut connection)
    .await?;
    let settings = "s".repeat(160);
    let limit = Duration::from_secs_f64(seconds);
    let mut microseconds = Vec::new();
    let mut number = 0_i64;
    let started = Instant::now();
    while started.elapsed() < limit {
        let before = Instant::now();
        number += 1;
        // A multiplication by an odd constant spreads the keys over the tree, as random identifiers are spread.
        let key = number.wrapping_mul(0x5E37_79B9_7F4A_7C15);
        // Outside of an explicit transaction each statement is one.
        sqlx::query("INSERT INTO resource VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .bind(format!("{key:016x}{number:05}"))
            .bind("default")
            .bind(format!("bench resource {number}"))
            .bind(format!("https://bench.example/{number}"))
            .bind(&settings)
            .bind(number)
            .execute(&mut connection)
            .await?;
        microseconds.push(before.elapsed().as_secs_f64() * 1e6);
    }
    let elapsed = started.elapsed().as_secs_f64();
    connection.close().await?;
    microseconds.sort_by(f64::total_cmp);
    let p99_us = microseconds[microseconds.len() * 99 / 100];
    Ok(CommitRate { commits_per_second: microseconds.len() as f64 / elapsed, p99_us })
}

//! What a server takes: rows, pages, files, memory.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Row as _};

use crate::Result;
use crate::server::{Server, resident_kib};

const AUDIT_LOG: &str = "audit_events";

/// At one time.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct State {
    /// By table.
    rows: BTreeMap<String, u64>,
    /// Bytes of the pages of the database that hold something.
    pub(crate) used_bytes: u64,
    /// Bytes of the database's file and of the log in front of it.
    pub(crate) file_bytes: u64,
    /// The process's memory.
    pub(crate) resident_kib: u64,
}

impl State {
    /// Of a server that runs, as it is now.
    pub(crate) async fn of(server: &Server, data: &Path) -> Result<Self> {
        let file = data.join("authplane.db");
        let mut connection = SqliteConnectOptions::new()
            .filename(&file)
            .read_only(true)
            .disable_statement_logging()
            .connect()
            .await
            .map_err(|error| format!("{}: {error}", file.display()))?;
        let tables = sqlx::query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .fetch_all(&mut connection)
            .await?;
        let mut rows = BTreeMap::new();
        for table in tables {
            let table: String = table.try_get(0)?;
            let count = number(&mut connection, format!("SELECT count(*) FROM \"{table}\"")).await?;
            rows.insert(table, count);
        }
        let mut pragma = [0; 3];
        for (value, name) in pragma.iter_mut().zip(["page_count", "freelist_count", "page_size"]) {
            *value = number(&mut connection, format!("PRAGMA {name}")).await?;
        }
        let [pages, free, page_size] = pragma;
        connection.close().await?;
        let length = |path: &Path| std::fs::metadata(path).map_or(0, |metadata| metadata.len());
        Ok(Self {
            rows,
            used_bytes: (pages - free) * page_size,
            file_bytes: length(&file) + length(&data.join("authplane.db-wal")),
            resident_kib: resident_kib(server.pid)?,
        })
    }

    /// Events in the audit log.
    pub(crate) fn events(&self) -> u64 {
        self.rows.get(AUDIT_LOG).copied().unwrap_or_default()
    }

    /// Rows of all other tables.
    pub(crate) fn other_rows(&self) -> u64 {
        self.rows.values().sum::<u64>() - self.events()
    }
}

async fn number(connection: &mut SqliteConnection, question: String) -> Result<u64> {
    let row = sqlx::query(AssertSqlSafe(question)).fetch_one(connection).await?;
    Ok(u64::try_from(row.try_get::<i64, _>(0)?)?)
}

//! A change, its audit events and the end of whatever was cached of it, all or nothing.

use std::ops::Deref;
use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::OwnedMutexGuard;

use super::{Backend, Store, listener};
use crate::storage::cache::Area;
use crate::{Error, Result};

/// An open transaction on the rows of one tenant. Dropping it rolls back.
pub(crate) struct Transaction {
    inner: DatabaseTransaction,
    store: Store,
    tenant: String,
    areas: Area,
    // Declared last: given back when the transaction is over.
    gate: Option<OwnedMutexGuard<()>>,
}

impl Deref for Transaction {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.inner
    }
}

/// Invalidates when it goes, however that comes: also when the commit fails half-way and nobody knows what the database did.
struct Invalidate {
    store: Store,
    tenant: String,
    areas: Area,
}

impl Drop for Invalidate {
    fn drop(&mut self) {
        self.store.0.cache.bump(&self.tenant, self.areas);
    }
}

impl Store {
    /// Opens a transaction that will write `areas` of `tenant`. `SQLite` takes its write lock at once: a transaction that begins by
    /// reading could otherwise find, when it wants to write, that somebody else did.
    pub(crate) async fn begin(&self, tenant: &str, areas: Area) -> Result<Transaction> {
        Ok(self.begin_raw(tenant, areas).await?)
    }

    pub(super) async fn begin_raw(&self, tenant: &str, areas: Area) -> std::result::Result<Transaction, DbErr> {
        let gate = match self.0.backend {
            Backend::Sqlite => Some(Arc::clone(&self.0.gate).lock_owned().await),
            Backend::PostgreSql => None,
        };
        let options = TransactionOptions {
            sqlite_transaction_mode: match self.0.backend {
                Backend::Sqlite => Some(SqliteTransactionMode::Immediate),
                Backend::PostgreSql => None,
            },
            ..TransactionOptions::default()
        };
        let inner = self.0.writer.begin_with_options(options).await?;
        Ok(Transaction { inner, store: self.clone(), tenant: tenant.to_owned(), areas, gate })
    }
}

impl Transaction {
    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn tenant(&self) -> &str {
        &self.tenant
    }

    /// Commits, tells the other replicas, and invalidates what this process has cached.
    pub(crate) async fn commit(self) -> Result<()> {
        let Self { inner, store, tenant, areas, gate } = self;
        if store.0.backend == Backend::PostgreSql && areas != Area::NONE {
            // PostgreSQL delivers it when, and only if, the transaction commits.
            let values = [listener::CHANNEL.into(), listener::payload(&tenant, areas).into()];
            inner
                .execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, "SELECT pg_notify($1, $2)", values))
                .await?;
        }
        let invalidate = Invalidate { store, tenant, areas };
        // A task of its own: a caller that goes away in the middle can't separate the commit from the invalidation after it.
        let commit = tokio::spawn(async move {
            let committed = inner.commit().await;
            drop(invalidate);
            drop(gate);
            committed
        });
        Ok(commit.await.map_err(Error::internal)??)
    }
}

//! A change, its audit events and the end of whatever was cached of it, all or nothing.

use std::ops::Deref;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use sea_orm::sea_query::Values;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbErr, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use tokio::sync::OwnedMutexGuard;

use super::{Backend, Store, generations};
use crate::installation::acting::Acting;
use crate::storage::cache::Area;
use crate::storage::row::Precondition;
use crate::{Error, Result};

/// An open transaction of one actor on the rows of one tenant. Dropping it rolls back.
pub(crate) struct Transaction {
    inner: DatabaseTransaction,
    acting: Acting,
    /// Whether the precondition was asked about.
    checked: AtomicBool,
    /// What it has written so far.
    areas: AtomicU32,
    /// What is run before the commit, in this order.
    put_off: Mutex<Vec<Statement>>,
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

impl Acting {
    /// Opens a transaction. `SQLite` takes its write lock at once: a transaction that begins by
    /// reading could otherwise find, when it wants to write, that somebody else did.
    pub(crate) async fn begin(&self) -> Result<Transaction> {
        Ok(self.begin_raw().await?)
    }

    pub(super) async fn begin_raw(&self) -> std::result::Result<Transaction, DbErr> {
        let store = &self.store().0;
        let gate = match store.backend {
            Backend::Sqlite => Some(Arc::clone(&store.gate).lock_owned().await),
            Backend::PostgreSql => None,
        };
        let options = TransactionOptions {
            sqlite_transaction_mode: match store.backend {
                Backend::Sqlite => Some(SqliteTransactionMode::Immediate),
                Backend::PostgreSql => None,
            },
            ..TransactionOptions::default()
        };
        let inner = store.writer.begin_with_options(options).await?;
        Ok(Transaction {
            inner,
            acting: self.clone(),
            checked: AtomicBool::new(false),
            areas: AtomicU32::new(Area::NONE.bits()),
            put_off: Mutex::default(),
            gate,
        })
    }
}

/// The statements as one; `None` of none.
fn in_one_text(statements: Vec<Statement>) -> Option<Statement> {
    let db_backend = statements.first()?.db_backend;
    let (mut texts, mut values) = (Vec::with_capacity(statements.len()), Vec::new());
    for statement in statements {
        texts.push(statement.sql);
        values.extend(statement.values.into_iter().flat_map(|Values(values)| values));
    }
    Some(Statement { sql: texts.join(";"), values: Some(Values(values)), db_backend })
}

impl Transaction {
    pub(crate) fn store(&self) -> &Store {
        self.acting.store()
    }

    /// The one tenant whose rows it reads and writes.
    pub(crate) fn tenant(&self) -> &str {
        self.acting.tenant()
    }

    /// Who asked for it.
    pub(crate) fn acting(&self) -> &Acting {
        &self.acting
    }

    /// What is cached of `areas` is stale when it commits.
    pub(crate) fn touch(&self, areas: Area) {
        self.areas.fetch_or(areas.bits(), Ordering::AcqRel);
    }

    /// Runs one of the last changes: this transaction reads none of it again, and nobody asks what it found. `SQLite` runs it before the commit, with others in one
    /// text: each that is sent to a connection costs two switches between threads.
    pub(crate) async fn run_last(&self, statement: Statement) -> std::result::Result<(), DbErr> {
        match self.store().0.backend {
            Backend::Sqlite => self.put_off.lock().unwrap_or_else(PoisonError::into_inner).push(statement),
            Backend::PostgreSql => {
                self.inner.execute_raw(statement).await?;
            }
        }
        Ok(())
    }

    /// What the caller believes of the row that is to change, once.
    pub(crate) fn take_precondition(&self) -> Option<&Precondition> {
        self.acting.precondition().filter(|_| !self.checked.swap(true, Ordering::AcqRel))
    }

    /// Commits, tells the other replicas, and invalidates what this process has cached.
    pub(crate) async fn commit(mut self) -> Result<()> {
        let put_off = std::mem::take(self.put_off.get_mut().unwrap_or_else(PoisonError::into_inner));
        if let Some(all) = in_one_text(put_off) {
            self.inner.execute_raw(all).await?;
        }
        let Self { inner, acting, checked: _, areas, put_off: _, gate } = self;
        let (store, tenant) = (acting.store().clone(), acting.tenant().to_owned());
        let areas = Area::from_bits(areas.into_inner());
        if store.0.backend == Backend::PostgreSql && areas != Area::NONE {
            inner.execute_raw(generations::count_and_tell(&tenant, areas)).await?;
        }
        acting.begins_to_change();
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

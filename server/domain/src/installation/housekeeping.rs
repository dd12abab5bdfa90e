//! What is cleared away in time: every table whose rows expire.

use futures::future::BoxFuture;

use crate::installation::idempotent_answer;
use crate::sign_in::{attempt, device_authorization, login_request, session};
use crate::storage::expiring::{self, Expiring};
use crate::tokens::{assertion, authorization_grant, revoked_token};
use crate::{Result, Store};

/// A table whose rows expire.
#[derive(Clone, Copy)]
pub struct ExpiringRows {
    table: fn() -> &'static str,
    purge: for<'a> fn(&'a Store, u64) -> BoxFuture<'a, Result<u64>>,
}

/// All of them. A table with a column `expires_at` that isn't among them fails a test.
pub const EXPIRING: [ExpiringRows; 8] = [
    ExpiringRows::of::<revoked_token::Entity>(),
    ExpiringRows::of::<assertion::Entity>(),
    ExpiringRows::of::<login_request::Entity>(),
    ExpiringRows::of::<device_authorization::Entity>(),
    ExpiringRows::of::<session::Entity>(),
    ExpiringRows::of::<authorization_grant::Entity>(),
    ExpiringRows::of::<attempt::Entity>(),
    ExpiringRows::of::<idempotent_answer::Entity>(),
];

impl ExpiringRows {
    const fn of<E: Expiring>() -> Self {
        Self { table: || E::default().table_name(), purge: |store, batch| Box::pin(expiring::purge::<E>(store, batch)) }
    }

    /// The table's name.
    #[must_use]
    pub fn table(&self) -> &'static str {
        (self.table)()
    }

    /// Clears away about `batch` rows that have expired. Returns how many; call again while it is `batch` or more.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn purge(&self, store: &Store, batch: u64) -> Result<u64> {
        (self.purge)(store, batch).await
    }
}

impl std::fmt::Debug for ExpiringRows {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("ExpiringRows").field("table", &self.table()).finish_non_exhaustive()
    }
}

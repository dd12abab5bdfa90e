//! Rows that end by themselves: how they are cleared away, once for all of them.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::{Result, Store};

/// A table whose rows nobody needs some time after they have expired.
pub(crate) trait Expiring: EntityTrait {
    /// What tells its rows apart within a tenant.
    const KEY: Self::Column;
    /// When a row expires, in seconds since the epoch.
    const EXPIRES_AT: Self::Column;
    /// Seconds that a row is kept after that.
    const KEPT: i64 = 0;

    /// What expired before `time` is gone, also where it is held in memory.
    fn forgotten(_store: &Store, _time: i64) {}
}

/// Clears away about `batch` rows that have expired. Returns how many; call again while it is `batch` or more.
pub(crate) async fn purge<E: Expiring>(store: &Store, batch: u64) -> Result<u64> {
    let time = store.now().timestamp() - E::KEPT;
    let expired = || E::EXPIRES_AT.lt(time);
    let some = E::find().select_only().column(E::KEY).filter(expired()).limit(batch).into_query();
    // Asked twice: other tenants may have rows with such a key that haven't expired, and so may this one by now.
    let purged = E::delete_many().filter(E::KEY.in_subquery(some)).filter(expired()).exec(store.writer()).await?;
    E::forgotten(store, time);
    Ok(purged.rows_affected)
}

//! PostgreSQL's own count of what was changed, for replicas that made something of many rows and want to know whether it still holds.
//!
//! The cache of a process counts what the process committed and what it was told of; that is late by as long as a notification takes. Here each transaction
//! adds one, as it commits, to a number per tenant and area, and whoever reads the sum of some areas before it loads rows of them knows, by the same sum, that
//! what it made of these rows is what it would make again. Rows of `generations` are locked by the last statement before a commit and no sooner, always in
//! the same order: nobody waits with one for anything else.

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::{Backend, Store, Transaction, listener};
use crate::storage::cache::Area;
use crate::{Error, Result};

/// The last statement of a transaction: counts its change, and tells the other replicas of it when, and only if, it commits.
///
/// A number begins with the time, in microseconds: that of a tenant that is made again is none that the former one had. A tenant that has just gone gets no
/// number, which nobody would clear away.
const COUNT_AND_TELL: &str = "\
    WITH counted AS ( \
    INSERT INTO generations (tenant_id, area, number) \
    SELECT $1, area, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint FROM generate_series(0, 31) AS area \
    WHERE ($2 >> area) & 1 = 1 AND EXISTS (SELECT 1 FROM tenants WHERE id = $1) ORDER BY area \
    ON CONFLICT (tenant_id, area) DO UPDATE SET number = generations.number + 1) \
    SELECT pg_notify($3, $4)";

/// Numbers only grow, so their sum does.
const SUM: &str = "\
    SELECT COALESCE(SUM(number), 0)::bigint AS number FROM generations WHERE tenant_id = $1 AND ($2 >> area) & 1 = 1";

pub(super) fn count_and_tell(tenant: &str, areas: Area) -> Statement {
    let payload = listener::payload(tenant, areas);
    let values = [tenant.into(), i64::from(areas.bits()).into(), listener::CHANNEL.into(), payload.into()];
    Statement::from_sql_and_values(DbBackend::Postgres, COUNT_AND_TELL, values)
}

impl Transaction {
    /// The last of what a tenant that goes has. What this transaction changes is not counted any more.
    pub(crate) async fn forget_generations(&self) -> Result<()> {
        if self.store().backend() == Backend::PostgreSql {
            let sql = "DELETE FROM generations WHERE tenant_id = $1";
            let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [self.tenant().into()]);
            self.execute_raw(statement).await?;
        }
        Ok(())
    }
}

impl Store {
    /// The number of changes that were committed in these areas of a tenant; it has no beginning, only its change means something.
    pub(super) async fn generation(&self, tenant: &str, areas: Area) -> Result<u64> {
        let values = [tenant.into(), i64::from(areas.bits()).into()];
        let statement = Statement::from_sql_and_values(DbBackend::Postgres, SUM, values);
        let row =
            self.reader().query_one_raw(statement).await?.ok_or_else(|| Error::internal("a sum without a row"))?;
        Ok(row.try_get::<i64>("", "number")?.cast_unsigned())
    }
}

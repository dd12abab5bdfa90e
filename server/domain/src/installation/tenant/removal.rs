//! How a tenant goes: at once for everybody who asks for it, and its rows in batches, so that nobody else waits for them.
//!
//! Its row is marked first. From then on neither it nor its authorization servers are found, and through these goes everything that is asked of a tenant: its
//! tokens, users and clients get nothing any more, on other replicas as soon as they hear of it. Then its rows go, those first on which no others hang,
//! and its own row last, which takes along what was written by whoever was in the middle of it. A crash in between leaves rows that nobody finds;
//! housekeeping goes on with them.

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement};

use super::{Column, DEFAULT, Entity, SYSTEM, THING};
use crate::installation::acting::Acting;
use crate::installation::audit::{self, Actor, Change};
use crate::storage::cache::Area;
use crate::storage::store::{Backend, Transaction};
use crate::{Error, Result, Store, validate};

/// The tables of what tenants have, those before others that these hang on. What is missing here goes with the tenant's own row, and not in batches; a test
/// looks for it. Audit events outlive their tenant; its generations go with its row.
pub const TABLES: [&str; 40] = [
    "imported",
    "data_classifications",
    "apis",
    "specification_policies",
    "removed_consents",
    "consent_grants",
    "consents_of_actions",
    "consent_actions",
    "privacy_consents",
    "client_scopes",
    "client_roles",
    "role_scopes",
    "client_secrets",
    "session_clients",
    "consents",
    "scope_grants",
    "device_authorizations",
    "login_requests",
    "authorization_grants",
    "sessions",
    "attempts",
    "idempotent_answers",
    "revoked_tokens",
    "used_assertions",
    "users",
    "api_clients",
    "roles",
    "claims",
    "scopes",
    "services",
    "gateways",
    "clients",
    "signing_keys",
    "authorization_servers",
    "policies",
    "ledger_events",
    "ledger_subjects",
    "ledger_heads",
    "ledger_keys",
    "tenant_keys",
];
/// Rows that go in one transaction.
const BATCH: u64 = 1_000;
/// Batches that whoever removes a tenant waits for: most tenants are gone by then, and their ids can be given again.
const AT_ONCE: usize = 20;

/// That there is such a tenant, and nobody has removed it: for a condition.
pub(crate) fn is_there(tenant: Expr) -> Expr {
    let there: SelectStatement = Query::select()
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::Id)).eq(tenant))
        .and_where(Expr::col((Entity, Column::RemovedAt)).is_null())
        .to_owned();
    Expr::exists(there)
}

/// Removes a tenant and everything in it but its audit events. Nothing of it is found once this has answered; the rows of a large one go later.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`built_in`) for the tenants `system` and `default`, which hold the installation's own
/// clients; [`Error::Unavailable`] without database.
pub async fn remove(store: &Store, actor: &Actor, id: &str) -> Result<()> {
    remove_by(&Acting::new(store, "", actor.clone()), id).await
}

/// As [`remove`], for somebody who acts in another tenant.
///
/// # Errors
/// As [`remove`].
pub async fn remove_by(acting: &Acting, id: &str) -> Result<()> {
    if matches!(id, SYSTEM | DEFAULT) {
        return Err(Error::refused("built_in", "the installation needs this tenant"));
    }
    if !validate::is_plausible_id(id) {
        return Err(Error::not_found(THING, id));
    }
    let (store, transaction) = (acting.store(), acting.elsewhere(id).begin().await?);
    let before = super::lock(&transaction).await?;
    super::check_precondition(&transaction, &before).await?;
    transaction.touch(Area::TENANTS);
    Entity::update_many()
        .col_expr(Column::RemovedAt, Expr::value(store.now()))
        .filter(Column::Id.eq(id))
        .exec(&*transaction)
        .await?;
    audit::record(&transaction, Change::removed(THING, id, &before)).await?;
    transaction.commit().await?;
    for _ in 0..AT_ONCE {
        // What fails from here on is left for housekeeping: the tenant is gone.
        if !matches!(clear_away_of(store, id, BATCH).await, Ok(true)) {
            break;
        }
    }
    Ok(())
}

/// Clears away about `batch` rows of tenants that were removed. Says whether any may be left: call again then.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn clear_away(store: &Store, batch: u64) -> Result<bool> {
    let oldest = Entity::find().select_only().column(Column::Id).filter(Column::RemovedAt.is_not_null());
    let oldest: Option<String> = oldest.order_by_asc(Column::RemovedAt).into_tuple().one(store.reader()).await?;
    let Some(id) = oldest else { return Ok(false) };
    clear_away_of(store, &id, batch).await?;
    // There may be another one.
    Ok(true)
}

/// The same of one tenant, with its own row when there is nothing else.
async fn clear_away_of(store: &Store, id: &str, batch: u64) -> Result<bool> {
    let transaction = Acting::new(store, id, Actor::system()).begin().await?;
    let mut room = batch;
    for table in TABLES {
        room = room.saturating_sub(remove_some(&transaction, table, room).await?);
        if room == 0 {
            transaction.commit().await?;
            return Ok(true);
        }
    }
    // What was read of its rows while they went is stale now, before somebody makes another tenant of its name.
    transaction.touch(Area::TENANTS);
    let gone = Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::RemovedAt.is_not_null());
    gone.exec(&*transaction).await?;
    transaction.forget_generations().await?;
    transaction.commit().await?;
    Ok(false)
}

/// Up to `most` rows of a table that are of the transaction's tenant.
async fn remove_some(transaction: &Transaction, table: &str, most: u64) -> Result<u64> {
    // Each database has a name of its own for where a row is. Keys are all different.
    let sql = match transaction.store().backend() {
        Backend::Sqlite => {
            format!("DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} WHERE tenant_id = $1 LIMIT $2)")
        }
        Backend::PostgreSql => format!(
            "DELETE FROM {table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM {table} WHERE tenant_id = $1 LIMIT $2))"
        ),
    };
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let values = [transaction.tenant().into(), most.into()];
    let statement = Statement::from_sql_and_values(transaction.get_database_backend(), sql, values);
    Ok(transaction.execute_raw(statement).await?.rows_affected())
}

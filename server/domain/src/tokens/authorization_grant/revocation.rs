//! How grants end: by a condition of columns that need no parser, so that nothing which a client put into one keeps it from ending.

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait};
use serde::Serialize;

use super::entity::Column;
use super::{Entity, THING, mark};
use crate::installation::acting::Acting;
use crate::installation::audit::{self, Change};
use crate::sign_in::scope_grant::{self, Given};
use crate::storage::row;
use crate::storage::seal::Sealed;
use crate::storage::store::Transaction;
use crate::tokens::revoked_token;
use crate::{Result, Store};

/// What has to be known of a grant for it to end: columns that need no parser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Revocable {
    /// The tenant.
    pub tenant_id: String,
    /// Its id.
    pub id: String,
    /// The server that made it.
    pub server_id: String,
    /// The client that has it.
    pub client_id: String,
    /// The user.
    pub subject: String,
    /// The session that it was given in.
    pub session_id: Option<String>,
    #[serde(skip)]
    pub(super) seed: Option<Sealed>,
    pub(super) generation: i32,
    /// Seconds since the epoch.
    pub revoked_at: Option<i64>,
}

impl Revocable {
    const COLUMNS: [Column; 9] = [
        Column::TenantId,
        Column::Id,
        Column::ServerId,
        Column::ClientId,
        Column::Subject,
        Column::SessionId,
        Column::Seed,
        Column::Generation,
        Column::RevokedAt,
    ];
}

/// What is needed of a grant to revoke it.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn find_revocable(store: &Store, tenant: &str, id: &str) -> Result<Option<Revocable>> {
    if !row::can_exist(tenant, id) {
        return Ok(None);
    }
    let select = Entity::find_by_id((tenant.to_owned(), id.to_owned())).select_only().columns(Revocable::COLUMNS);
    Ok(select.into_model().one(store.reader()).await?)
}

/// Revokes a grant with all its tokens, from now on and on every replica. Again is no error.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database: it may have been revoked then.
pub async fn revoke(acting: &Acting, id: &str, longest_token: i64) -> Result<()> {
    let transaction = acting.begin().await?;
    for grant in end(&transaction, Column::Id.eq(id), longest_token).await? {
        let after = Revocable { revoked_at: Some(acting.store().now().timestamp()), ..grant.clone() };
        audit::record(&transaction, Change::changed(THING, &grant.id, &grant, &after)).await?;
    }
    transaction.commit().await
}

/// A user takes back from a client everything that they gave it at a server: remembered scopes, grants, tokens. Nothing given is no error.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn take_back(acting: &Acting, given: Given<'_>, longest_token: i64) -> Result<()> {
    let transaction = acting.begin().await?;
    transaction.execute_raw(scope_grant::taken_back(acting.store(), acting.tenant(), given)).await?;
    let of_user = Column::Subject
        .eq(given.subject)
        .and(Column::ClientId.eq(given.client_id))
        .and(Column::ServerId.eq(given.server_id));
    for grant in end(&transaction, of_user, longest_token).await? {
        audit::record(&transaction, Change::removed(THING, &grant.id, &grant)).await?;
    }
    transaction.commit().await
}

/// Revokes what fits and isn't revoked, by condition alone: no row is read before, and nothing that one holds can keep it from ending.
async fn end(transaction: &Transaction, condition: Expr, longest_token: i64) -> Result<Vec<Revocable>> {
    let (store, tenant) = (transaction.store(), transaction.tenant());
    let now = store.now().timestamp();
    let mut update = Entity::update_many()
        .col_expr(Column::RevokedAt, Some(now).into())
        .filter(Column::TenantId.eq(tenant))
        .filter(Column::RevokedAt.is_null())
        .filter(condition)
        .into_query();
    update.returning(Query::returning().columns(Revocable::COLUMNS));
    let mut ended = Vec::new();
    for row in transaction.query_all_raw(store.dialect().build(&update)).await? {
        let grant = Revocable { revoked_at: None, ..Revocable::from_query_result(&row, "")? };
        let mark = revoked_token::revocation(store, tenant, &mark(&grant.id), now + longest_token);
        transaction.execute_raw(mark).await?;
        ended.push(grant);
    }
    Ok(ended)
}

//! The end of everything that users gave at a server, whatever clients have it.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryTrait};

use super::entity::{Column, Entity};
use super::mark;
use crate::Result;
use crate::storage::store::Transaction;
use crate::tokens::revoked_token;

/// Ends all grants that these users have given at a server: neither their codes nor their refresh tokens are good for anything. By condition, not one by one: a
/// row that can't be read doesn't keep the others. Their ids.
pub(crate) async fn end_all(transaction: &Transaction, server_id: &str, subjects: &[&str]) -> Result<Vec<String>> {
    let store = transaction.store();
    let mut ending = Entity::update_many()
        .col_expr(Column::RevokedAt, Some(store.now().timestamp()).into())
        .filter(Column::TenantId.eq(transaction.tenant()))
        .filter(Column::ServerId.eq(server_id))
        .filter(Column::Subject.is_in(subjects.iter().copied()))
        .filter(Column::RevokedAt.is_null())
        .into_query();
    ending.returning_col(Column::Id);
    let ended = transaction.query_all_raw(store.dialect().build(&ending)).await?;
    ended.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}

/// Ends the access tokens of grants as well, for as long as any of them may live.
pub(crate) async fn end_tokens(transaction: &Transaction, grants: &[String], longest_token: i64) -> Result<()> {
    let (store, tenant) = (transaction.store(), transaction.tenant());
    let until = store.now().timestamp() + longest_token;
    for id in grants {
        transaction.execute_raw(revoked_token::revocation(store, tenant, &mark(id), until)).await?;
    }
    Ok(())
}

//! What imports made in a tenant. Another import may remove it, if it is asked to; what a hand made stays.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};

use super::thing::{Configured, Kind};
use crate::Result;
use crate::storage::parts::parts;
use crate::storage::store::Transaction;

const TABLE: &str = "imported";

/// Something that an import made. With the time at which it was made, so that it isn't taken for another one that a hand makes later under the same id.
pub(super) struct Made {
    pub(super) kind: Kind,
    pub(super) id: String,
    pub(super) created_at: DateTime<Utc>,
}

pub(super) async fn note(transaction: &Transaction, made: &[Made]) -> Result<()> {
    for part in parts(made) {
        let mut insertion = Query::insert();
        insertion.into_table(TABLE).columns(["tenant_id", "thing", "id", "created_at"]);
        for made in part {
            insertion.values_panic([
                transaction.tenant().into(),
                made.kind.thing().into(),
                made.id.as_str().into(),
                made.created_at.into(),
            ]);
        }
        let again = OnConflict::columns(["tenant_id", "thing", "id"]).update_column("created_at").to_owned();
        transaction.execute(insertion.on_conflict(again)).await?;
    }
    Ok(())
}

/// The ids of the things of a kind that imports made, with the times at which they were made.
pub(super) async fn of_kind(transaction: &Transaction, kind: Kind) -> Result<HashMap<String, DateTime<Utc>>> {
    let of_kind = Query::select()
        .columns(["id", "created_at"])
        .from(TABLE)
        .and_where(Expr::col("tenant_id").eq(transaction.tenant()))
        .and_where(Expr::col("thing").eq(kind.thing()))
        .to_owned();
    let mut made = HashMap::new();
    for row in transaction.query_all(&of_kind).await? {
        made.insert(row.try_get("", "id")?, row.try_get("", "created_at")?);
    }
    Ok(made)
}

/// What an import made is that still when another one gives it another id, or another time of its making.
pub(super) async fn follow<R: Configured>(transaction: &Transaction, changed: &[(&str, &R)]) -> Result<()> {
    if changed.is_empty() {
        return Ok(());
    }
    let made = of_kind(transaction, R::KIND).await?;
    for (former, row) in changed {
        let is_other = |known: &DateTime<Utc>| *former != row.id() || *known != row.made_at();
        if made.get(*former).is_some_and(is_other) {
            forget(transaction, R::KIND, &[*former]).await?;
            let made = Made { kind: R::KIND, id: row.id().to_owned(), created_at: row.made_at() };
            note(transaction, &[made]).await?;
        }
    }
    Ok(())
}

pub(super) async fn forget(transaction: &Transaction, kind: Kind, ids: &[&str]) -> Result<()> {
    for part in parts(ids) {
        let gone = Query::delete()
            .from_table(TABLE)
            .and_where(Expr::col("tenant_id").eq(transaction.tenant()))
            .and_where(Expr::col("thing").eq(kind.thing()))
            .and_where(Expr::col("id").is_in(part.iter().copied()))
            .to_owned();
        transaction.execute(&gone).await?;
    }
    Ok(())
}

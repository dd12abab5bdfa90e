//! The classifications of APIs once more, by themselves, so that those with one of them are found without looking at the others.

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};

use super::{Api, Owner};
use crate::Result;
use crate::storage::store::Transaction;

const TABLE: &str = "data_classifications";

/// The ids of the APIs that have one of these.
pub(super) fn of_any<'a>(tenant: &str, owner: Owner<'_>, names: impl Iterator<Item = &'a str>) -> SelectStatement {
    let owned = match owner {
        Owner::Service(id) => Expr::col("service_id").eq(id),
        Owner::Server(id) => Expr::col("server_id").eq(id),
    };
    Query::select()
        .column("api_id")
        .from(TABLE)
        .and_where(Expr::col("tenant_id").eq(tenant))
        .and_where(owned)
        .and_where(Expr::col("name").is_in(names))
        .to_owned()
}

/// Those of a new API.
pub(super) async fn insert(transaction: &Transaction, api: &Api) -> Result<()> {
    if api.data_classifications.is_empty() {
        return Ok(());
    }
    let mut insertion = Query::insert();
    insertion.into_table(TABLE).columns(["tenant_id", "api_id", "name", "server_id", "service_id"]);
    for name in api.data_classifications.iter() {
        insertion.values_panic([
            api.tenant_id.as_str().into(),
            api.id.as_str().into(),
            name.as_str().into(),
            api.server_id.as_str().into(),
            api.service_id.as_str().into(),
        ]);
    }
    transaction.execute(&insertion).await?;
    Ok(())
}

/// Those that an API has now.
pub(super) async fn replace(transaction: &Transaction, before: &Api, after: &Api) -> Result<()> {
    if before.data_classifications == after.data_classifications {
        return Ok(());
    }
    let removal = Query::delete()
        .from_table(TABLE)
        .and_where(Expr::col("tenant_id").eq(after.tenant_id.as_str()))
        .and_where(Expr::col("api_id").eq(after.id.as_str()))
        .to_owned();
    transaction.execute(&removal).await?;
    insert(transaction, after).await
}

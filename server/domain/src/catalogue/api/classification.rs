//! The classifications of APIs once more, by themselves, so that those with one of them are found without looking at the others.

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};

use super::{Api, Owner};
use crate::Result;
use crate::storage::parts::parts;
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
    insert_all(transaction, &[api]).await
}

/// Those that an API has now.
pub(super) async fn replace(transaction: &Transaction, before: &Api, after: &Api) -> Result<()> {
    replace_all(transaction, &[(before, after)], &[]).await
}

/// Those that several APIs have now, before which they had others, and those of several that are new.
pub(crate) async fn replace_all(transaction: &Transaction, changed: &[(&Api, &Api)], new: &[&Api]) -> Result<()> {
    let differ = |(before, after): &&(&Api, &Api)| before.data_classifications != after.data_classifications;
    let changed: Vec<&Api> = changed.iter().filter(differ).map(|(_, after)| *after).collect();
    for part in parts(&changed) {
        let removal = Query::delete()
            .from_table(TABLE)
            .and_where(Expr::col("tenant_id").eq(transaction.tenant()))
            .and_where(Expr::col("api_id").is_in(part.iter().map(|api| api.id.as_str())))
            .to_owned();
        transaction.execute(&removal).await?;
    }
    insert_all(transaction, &[&changed[..], new].concat()).await
}

async fn insert_all(transaction: &Transaction, apis: &[&Api]) -> Result<()> {
    let names: Vec<(&Api, &str)> =
        apis.iter().flat_map(|api| api.data_classifications.iter().map(|name| (*api, name.as_str()))).collect();
    for part in parts(&names) {
        let mut insertion = Query::insert();
        insertion.into_table(TABLE).columns(["tenant_id", "api_id", "name", "server_id", "service_id"]);
        for (api, name) in part {
            insertion.values_panic([
                api.tenant_id.as_str().into(),
                api.id.as_str().into(),
                (*name).into(),
                api.server_id.as_str().into(),
                api.service_id.as_str().into(),
            ]);
        }
        transaction.execute(&insertion).await?;
    }
    Ok(())
}

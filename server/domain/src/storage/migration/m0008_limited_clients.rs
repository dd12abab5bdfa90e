//! Clients that were given scopes once are limited to them for good. Those that have some now, or registered themselves, begin as such.

use sea_orm::DbErr;
use sea_orm::sea_query::{Cond, Expr, ExprTrait, Query, Table};

use super::SchemaManager;
use super::columns::boolean;

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let column = Table::alter().table("clients").add_column(boolean("limited").default(false)).to_owned();
    manager.alter_table(column).await?;
    let given = Query::select()
        .expr(Expr::val(1))
        .from("client_scopes")
        .and_where(Expr::col(("client_scopes", "tenant_id")).equals(("clients", "tenant_id")))
        .and_where(Expr::col(("client_scopes", "client_id")).equals(("clients", "id")))
        .to_owned();
    // SQLite says 1 where PostgreSQL says true.
    let registered = Expr::cust("CAST(metadata ->> 'dynamically_registered' AS text) IN ('1', 'true')");
    let limited = Query::update()
        .table("clients")
        .value("limited", true)
        .cond_where(Cond::any().add(Expr::exists(given)).add(Expr::col("developer_id").is_not_null()).add(registered))
        .to_owned();
    manager.execute(limited).await
}

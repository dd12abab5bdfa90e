//! Facts about the installation as a whole.

use sea_orm::DbErr;
use sea_orm::sea_query::Table;

use super::SchemaManager;
use super::columns::text;

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let installation =
        Table::create().table("installation").col(text("key").primary_key()).col(text("value")).to_owned();
    manager.create_table(installation).await
}

//! Facts about the installation as a whole.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text;

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let installation =
        Table::create().table("installation").col(text("key").primary_key()).col(text("value")).to_owned();
    manager.create_table(installation).await
}

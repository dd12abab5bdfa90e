//! What an import of a configuration made: what another one may remove.

use sea_orm::DbErr;
use sea_orm::sea_query::{Index, Table};

use super::columns::{text, timestamp_with_time_zone};
use super::{SchemaManager, to_tenant};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let imported = Table::create()
        .table("imported")
        .col(text("tenant_id"))
        .col(text("thing"))
        .col(text("id"))
        .col(timestamp_with_time_zone("created_at"))
        .primary_key(Index::create().col("tenant_id").col("thing").col("id"))
        .foreign_key(&mut to_tenant("imported"))
        .to_owned();
    manager.create_table(imported).await
}

//! What users gave of the consents that a tenant asks for.

use sea_orm::DbErr;
use sea_orm::sea_query::{Index, Table};

use super::columns::{big_integer, boolean, text, timestamp_with_time_zone};
use super::{SchemaManager, index, to_tenant};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // Without reference to the consent: with one of a million grants as many rows would go in one transaction.
    let grants = Table::create()
        .table("consent_grants")
        .col(text("tenant_id"))
        .col(text("subject"))
        .col(text("lineage"))
        .col(text("id"))
        .col(text("act_id"))
        .col(big_integer("version"))
        .col(text("grant_type"))
        .col(boolean("granted"))
        .col(timestamp_with_time_zone("given_at"))
        .col(big_integer("collected_at"))
        .primary_key(Index::create().col("tenant_id").col("subject").col("lineage"))
        .foreign_key(&mut to_tenant("consent_grants"))
        .to_owned();
    manager.create_table(grants).await?;
    manager.create_index(index("consent_grants_by_lineage", "consent_grants", &["tenant_id", "lineage"])).await?;
    // Of consents that are no more.
    let removed = Table::create()
        .table("removed_consents")
        .col(text("tenant_id"))
        .col(text("lineage"))
        .col(timestamp_with_time_zone("removed_at"))
        .primary_key(Index::create().col("tenant_id").col("lineage"))
        .foreign_key(&mut to_tenant("removed_consents"))
        .to_owned();
    manager.create_table(removed).await?;
    manager.create_index(index("removed_consents_by_time", "removed_consents", &["removed_at"])).await
}

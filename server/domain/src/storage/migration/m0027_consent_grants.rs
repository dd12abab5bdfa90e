//! What users gave of the consents that a tenant asks for.

use sea_orm::DbErr;
use sea_orm::sea_query::{Expr, Index, Query, Table};

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
    // With the subject, so that it tells all that clearing away asks for: else SQLite goes through all grants of the tenant.
    let by_lineage = index("consent_grants_by_lineage", "consent_grants", &["tenant_id", "lineage", "subject"]);
    manager.create_index(by_lineage).await?;
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
    manager.create_index(index("removed_consents_by_time", "removed_consents", &["removed_at"])).await?;
    let lost = boolean("lost_required").default(false).take();
    manager.alter_table(Table::alter().table("consent_actions").add_column(lost).to_owned()).await?;
    // `valid_from` is what administrators say.
    let made_at = timestamp_with_time_zone("version_made_at").default("1970-01-01T00:00:00+00:00").take();
    manager.alter_table(Table::alter().table("privacy_consents").add_column(made_at).to_owned()).await?;
    let later = Expr::cust("CASE WHEN valid_from > created_at THEN valid_from ELSE created_at END");
    manager.execute(Query::update().table("privacy_consents").value("version_made_at", later).to_owned()).await
}

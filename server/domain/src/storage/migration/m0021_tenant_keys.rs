//! Keys of tenants, and tenants that are being removed. Clients are found by the developer who made them.

use sea_orm::sea_query::Table;
use sea_orm::{ConnectionTrait, DbErr};

use super::columns::{binary, json_binary, text, timestamp_with_time_zone_null};
use super::{SchemaManager, index, owned_by_tenant};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let removed_at = Table::alter().table("tenants").add_column(timestamp_with_time_zone_null("removed_at")).to_owned();
    manager.alter_table(removed_at).await?;
    let succeeds = Table::alter().table("tenants").add_column(timestamp_with_time_zone_null("succeeds")).to_owned();
    manager.alter_table(succeeds).await?;
    manager.create_index(index("tenants_by_created_at", "tenants", &["created_at", "id"])).await?;
    let connection = manager.get_connection();
    // Hardly ever is there one.
    let removed = "CREATE INDEX tenants_by_removed_at ON tenants (removed_at) WHERE removed_at IS NOT NULL";
    connection.execute_unprepared(removed).await?;

    let keys = owned_by_tenant("tenant_keys")
        .col(text("algorithm"))
        .col(json_binary("public_jwk"))
        .col(binary("private_key"))
        .to_owned();
    manager.create_table(keys).await?;

    // Most clients have none.
    let by_developer = "CREATE INDEX clients_by_developer ON clients (tenant_id, developer_id, created_at, id) WHERE developer_id IS NOT NULL";
    connection.execute_unprepared(by_developer).await.map(drop)
}

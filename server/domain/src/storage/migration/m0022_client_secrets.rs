//! Secrets of clients are rows of their own, so that a client can have several for a while. What there was of each moves there as it is: it was sealed for its client,
//! and is so still. It doesn't stay where it was, or what is revoked later would be kept for ever; replicas of the release before can't serve beside this one.

use sea_orm::sea_query::{Index, Table};
use sea_orm::{ConnectionTrait, DbBackend, DbErr};

use super::columns::{binary_null, text, timestamp_with_time_zone, timestamp_with_time_zone_null};
use super::{SchemaManager, to_parent};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let secrets = Table::create()
        .table("client_secrets")
        .col(text("tenant_id"))
        .col(text("client_id"))
        .col(text("name"))
        .col(text("standing"))
        .col(binary_null("secret"))
        .col(binary_null("digest"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("ends_at"))
        .col(timestamp_with_time_zone_null("last_used_at"))
        .primary_key(Index::create().col("tenant_id").col("client_id").col("name"))
        .foreign_key(&mut to_parent("client_secrets", "client_id", "clients"))
        .to_owned();
    manager.create_table(secrets).await?;
    let connection = manager.get_connection();
    // A client has one at a time that it is shown with.
    let current = "CREATE UNIQUE INDEX client_secrets_unique_current ON client_secrets (tenant_id, client_id) WHERE standing = 'current'";
    connection.execute_unprepared(current).await?;
    // Any number of seconds could stand there: what is beyond the year 9999 is its end.
    let ends_at = match manager.get_database_backend() {
        DbBackend::Postgres => "to_timestamp(LEAST(client_secret_expires_at, 253402300799))",
        _ => "strftime('%Y-%m-%dT%H:%M:%S+00:00', MIN(client_secret_expires_at, 253402300799), 'unixepoch')",
    };
    let known = format!(
        "INSERT INTO client_secrets (tenant_id, client_id, name, standing, secret, created_at, ends_at) \
         SELECT tenant_id, id, 'Default secret', 'current', secret, created_at, \
         CASE WHEN client_secret_expires_at = 0 THEN NULL ELSE {ends_at} END FROM clients WHERE secret IS NOT NULL"
    );
    connection.execute_unprepared(&known).await?;
    for column in ["secret", "client_secret_expires_at"] {
        manager.alter_table(Table::alter().table("clients").drop_column(column).to_owned()).await?;
    }
    Ok(())
}

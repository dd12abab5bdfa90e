//! Signing keys; what was revoked; what was used up.

use sea_orm::DbErr;
use sea_orm::sea_query::{Index, Table};

use super::columns::{
    big_integer, binary, integer, json_binary, text, timestamp_with_time_zone, timestamp_with_time_zone_null,
};
use super::{SchemaManager, index, owned_by_tenant, to_parent, to_tenant};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let signing_keys = owned_by_tenant("signing_keys")
        .col(text("server_id"))
        .col(text("algorithm"))
        .col(json_binary("public_jwk"))
        .col(integer("generation"))
        .col(timestamp_with_time_zone("signs_from"))
        .col(timestamp_with_time_zone_null("published_until"))
        .col(binary("private_key"))
        .foreign_key(&mut to_parent("signing_keys", "server_id", "authorization_servers"))
        .to_owned();
    manager.create_table(signing_keys).await?;
    let unique = ["tenant_id", "server_id", "generation"];
    manager.create_index(index("signing_keys_unique_generation", "signing_keys", &unique).unique().take()).await?;

    for (name, by_expiry) in
        [("revoked_tokens", "revoked_tokens_by_expiry"), ("used_assertions", "used_assertions_by_expiry")]
    {
        let table = Table::create()
            .table(name)
            .col(text("tenant_id"))
            .col(text("digest"))
            .col(big_integer("expires_at"))
            .primary_key(Index::create().col("tenant_id").col("digest"))
            .foreign_key(&mut to_tenant(name))
            .to_owned();
        manager.create_table(table).await?;
        manager.create_index(index(by_expiry, name, &["expires_at"])).await?;
    }
    Ok(())
}

//! Users of a tenant, beside the static ones that stand in the methods of its servers. What is compared without case stands in a column of its own, as the server
//! writes it: no two databases know the same letters.

use sea_orm::DbErr;
use sea_orm::sea_query::{Index, Table};

use super::columns::{
    big_integer, boolean, json_binary, json_binary_null, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null,
};
use super::{SchemaManager, index, to_tenant};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let users = Table::create()
        .table("users")
        .col(text("tenant_id"))
        .col(text("id"))
        .col(text_null("username"))
        .col(text_null("primary_email"))
        .col(text_null("email_key"))
        .col(text_null("primary_phone"))
        .col(text_null("name"))
        .col(text_null("avatar"))
        .col(json_binary("profile"))
        .col(json_binary("custom_data"))
        .col(json_binary_null("password"))
        .col(boolean("is_suspended"))
        .col(big_integer("stamp"))
        .col(timestamp_with_time_zone_null("last_sign_in_at"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .primary_key(Index::create().col("tenant_id").col("id"))
        .foreign_key(&mut to_tenant("users"))
        .to_owned();
    manager.create_table(users).await?;
    manager.create_index(index("users_by_created_at", "users", &["tenant_id", "created_at", "id"])).await?;
    for (name, column) in [
        ("users_unique_username", "username"),
        ("users_unique_email_key", "email_key"),
        ("users_unique_primary_phone", "primary_phone"),
    ] {
        // Of those that have none there may be many: no null is another one.
        manager.create_index(index(name, "users", &["tenant_id", column]).unique().take()).await?;
    }
    Ok(())
}

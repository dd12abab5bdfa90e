//! Tenants, authorization servers, audit events.

use sea_orm::DbErr;
use sea_orm::sea_query::{Index, Table};

use super::columns::{
    big_integer, binary, boolean, json_binary, json_binary_null, text, text_null, timestamp_with_time_zone,
};
use super::{SchemaManager, index, owned_by_tenant};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let tenants = Table::create()
        .table("tenants")
        .col(text("id").primary_key())
        .col(text("name"))
        .col(text_null("url"))
        .col(json_binary("authentication_context_settings"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned();
    manager.create_table(tenants).await?;

    let servers = owned_by_tenant("authorization_servers")
        .col(text("name"))
        .col(boolean("system"))
        .col(text("key_algorithm"))
        .col(big_integer("access_token_ttl"))
        .col(big_integer("authorization_code_ttl"))
        .col(big_integer("id_token_ttl"))
        .col(big_integer("refresh_token_ttl"))
        .col(big_integer("cookie_max_age"))
        .col(json_binary("grant_types"))
        .col(boolean("enforce_pkce"))
        .col(boolean("enable_dynamic_client_registration"))
        .col(json_binary("profiles"))
        .col(text_null("developer_policy_id"))
        .col(text_null("user_policy_id"))
        .col(text_null("issuer_url"))
        .col(text("logo_uri"))
        .col(json_binary("authentications"))
        .col(binary("secret"))
        .col(binary("rotated_secrets"))
        .to_owned();
    manager.create_table(servers).await?;

    // No foreign key: what happened stays known when the tenant is gone.
    let audit_events = Table::create()
        .table("audit_events")
        .col(text("tenant_id"))
        .col(text("id"))
        .col(timestamp_with_time_zone("at"))
        .col(text("actor"))
        .col(text("action"))
        .col(text("object_type"))
        .col(text("object_id"))
        .col(json_binary_null("before"))
        .col(json_binary_null("after"))
        .col(text("request_id"))
        .primary_key(Index::create().col("tenant_id").col("id"))
        .to_owned();
    manager.create_table(audit_events).await?;
    manager.create_index(index("audit_events_by_time", "audit_events", &["tenant_id", "at", "id"])).await
}

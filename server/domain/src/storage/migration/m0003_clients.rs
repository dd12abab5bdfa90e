//! Clients, the scopes they may have, API clients.

use sea_orm::DbErr;
use sea_orm::sea_query::{Index, Table};

use super::columns::{
    big_integer, binary, binary_null, boolean, json_binary, json_binary_null, text, text_null, timestamp_with_time_zone,
};
use super::{SchemaManager, index, owned_by_tenant, to_parent};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let clients = owned_by_tenant("clients")
        .col(text("server_id"))
        .col(text("name"))
        .col(text("token_endpoint_auth_method"))
        .col(json_binary("grant_types"))
        .col(json_binary("response_types"))
        .col(json_binary("redirect_uris"))
        .col(json_binary("audience"))
        .col(json_binary_null("jwks"))
        .col(text_null("jwks_uri"))
        .col(text_null("token_endpoint_signing_alg"))
        .col(boolean("trusted"))
        .col(boolean("system"))
        .col(text_null("developer_id"))
        .col(big_integer("client_id_issued_at"))
        .col(big_integer("client_secret_expires_at"))
        .col(json_binary("metadata"))
        .col(binary_null("secret"))
        .foreign_key(&mut to_parent("clients", "server_id", "authorization_servers"))
        .to_owned();
    manager.create_table(clients).await?;
    let order = ["tenant_id", "server_id", "created_at", "id"];
    manager.create_index(index("clients_by_server", "clients", &order)).await?;
    // For doors whose address names no tenant.
    manager.create_index(index("clients_by_id", "clients", &["id"])).await?;

    let client_scopes = Table::create()
        .table("client_scopes")
        .col(text("tenant_id"))
        .col(text("client_id"))
        .col(text("scope_id"))
        .primary_key(Index::create().col("tenant_id").col("client_id").col("scope_id"))
        .foreign_key(&mut to_parent("client_scopes", "client_id", "clients"))
        .foreign_key(&mut to_parent("client_scopes", "scope_id", "scopes"))
        .to_owned();
    manager.create_table(client_scopes).await?;
    manager.create_index(index("client_scopes_by_scope", "client_scopes", &["tenant_id", "scope_id"])).await?;

    let api_clients = owned_by_tenant("api_clients")
        .col(text("name"))
        .col(json_binary("role_ids"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(text("updated_by"))
        .col(text("author"))
        .col(binary("secret"))
        .to_owned();
    manager.create_table(api_clients).await?;
    for (name, column) in [
        ("api_clients_by_name", "name"),
        ("api_clients_by_created_at", "created_at"),
        ("api_clients_by_updated_at", "updated_at"),
        ("api_clients_by_author", "author"),
    ] {
        manager.create_index(index(name, "api_clients", &["tenant_id", column, "id"])).await?;
    }
    Ok(())
}

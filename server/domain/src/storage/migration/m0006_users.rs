//! Users at work: their sessions, what they are signing in for, what they gave to whom, and who guesses.

use sea_orm::DbErr;
use sea_orm::sea_query::{Index, Table};

use super::columns::{big_integer, big_integer_null, binary_null, integer, json_binary, text, text_null};
use super::{SchemaManager, index, owned_by_tenant, to_parent, to_tenant};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    sessions(manager).await?;
    login_requests(manager).await?;
    authorization_grants(manager).await?;
    scope_grants(manager).await?;
    device_authorizations(manager).await?;

    let attempts = Table::create()
        .table("attempts")
        .col(text("tenant_id"))
        .col(text("digest"))
        .col(integer("failures"))
        .col(big_integer("expires_at"))
        .primary_key(Index::create().col("tenant_id").col("digest"))
        .foreign_key(&mut to_tenant("attempts"))
        .to_owned();
    manager.create_table(attempts).await?;
    manager.create_index(index("attempts_by_expiry", "attempts", &["expires_at"])).await
}

async fn sessions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let sessions = owned_by_tenant("sessions")
        .col(text("server_id"))
        .col(text("digest"))
        .col(text("subject"))
        .col(json_binary("authentication"))
        .col(big_integer("expires_at"))
        .foreign_key(&mut to_parent("sessions", "server_id", "authorization_servers"))
        .to_owned();
    manager.create_table(sessions).await?;
    let unique = ["tenant_id", "digest"];
    manager.create_index(index("sessions_unique_digest", "sessions", &unique).unique().take()).await?;
    manager.create_index(index("sessions_by_subject", "sessions", &["tenant_id", "subject"])).await?;
    manager.create_index(index("sessions_by_expiry", "sessions", &["expires_at"])).await?;

    let clients = Table::create()
        .table("session_clients")
        .col(text("tenant_id"))
        .col(text("session_id"))
        .col(text("client_id"))
        .primary_key(Index::create().col("tenant_id").col("session_id").col("client_id"))
        .foreign_key(&mut to_parent("session_clients", "session_id", "sessions"))
        .foreign_key(&mut to_parent("session_clients", "client_id", "clients"))
        .to_owned();
    manager.create_table(clients).await?;
    manager.create_index(index("session_clients_by_client", "session_clients", &["tenant_id", "client_id"])).await
}

async fn login_requests(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let login_requests = owned_by_tenant("login_requests")
        .col(text("server_id"))
        .col(text("client_id"))
        .col(text("state"))
        .col(text("browser"))
        .col(json_binary("request"))
        .col(json_binary("progress"))
        .col(text_null("verifier"))
        .col(binary_null("upstream"))
        .col(big_integer("expires_at"))
        .foreign_key(&mut to_parent("login_requests", "server_id", "authorization_servers"))
        .foreign_key(&mut to_parent("login_requests", "client_id", "clients"))
        .to_owned();
    manager.create_table(login_requests).await?;
    manager.create_index(index("login_requests_by_client", "login_requests", &["tenant_id", "client_id"])).await?;
    manager.create_index(index("login_requests_by_expiry", "login_requests", &["expires_at"])).await
}

async fn authorization_grants(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let grants = owned_by_tenant("authorization_grants")
        .col(text("server_id"))
        .col(text("client_id"))
        .col(text("subject"))
        .col(text_null("session_id"))
        .col(json_binary("scopes"))
        .col(json_binary("data"))
        .col(text_null("code_digest"))
        .col(big_integer("code_expires_at"))
        .col(big_integer_null("code_used_at"))
        .col(binary_null("seed"))
        .col(integer("generation"))
        .col(big_integer("rotated_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("revoked_at"))
        .foreign_key(&mut to_parent("authorization_grants", "server_id", "authorization_servers"))
        .foreign_key(&mut to_parent("authorization_grants", "client_id", "clients"))
        .to_owned();
    manager.create_table(grants).await?;
    let unique = ["tenant_id", "code_digest"];
    let unique = index("authorization_grants_unique_code_digest", "authorization_grants", &unique).unique().take();
    manager.create_index(unique).await?;
    let subject = ["tenant_id", "subject", "client_id"];
    manager.create_index(index("authorization_grants_by_subject", "authorization_grants", &subject)).await?;
    let client = ["tenant_id", "client_id"];
    manager.create_index(index("authorization_grants_by_client", "authorization_grants", &client)).await?;
    manager.create_index(index("authorization_grants_by_expiry", "authorization_grants", &["expires_at"])).await
}

async fn scope_grants(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let scope_grants = Table::create()
        .table("scope_grants")
        .col(text("tenant_id"))
        .col(text("subject"))
        .col(text("server_id"))
        .col(text("client_id"))
        .col(text("scope_name"))
        .col(text("language"))
        .col(big_integer("given_at"))
        .primary_key(
            Index::create().col("tenant_id").col("subject").col("server_id").col("client_id").col("scope_name"),
        )
        .foreign_key(&mut to_parent("scope_grants", "server_id", "authorization_servers"))
        .foreign_key(&mut to_parent("scope_grants", "client_id", "clients"))
        .to_owned();
    manager.create_table(scope_grants).await?;
    manager.create_index(index("scope_grants_by_client", "scope_grants", &["tenant_id", "client_id"])).await
}

async fn device_authorizations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let device_authorizations = owned_by_tenant("device_authorizations")
        .col(text("server_id"))
        .col(text("client_id"))
        .col(text("digest"))
        .col(text("user_code"))
        .col(json_binary("request"))
        .col(text("state"))
        .col(text_null("grant_id"))
        .col(integer("interval"))
        .col(big_integer("polled_at"))
        .col(big_integer("expires_at"))
        .foreign_key(&mut to_parent("device_authorizations", "server_id", "authorization_servers"))
        .foreign_key(&mut to_parent("device_authorizations", "client_id", "clients"))
        .to_owned();
    manager.create_table(device_authorizations).await?;
    for (name, unique) in [
        ("device_authorizations_unique_digest", ["tenant_id", "server_id", "digest"]),
        ("device_authorizations_unique_user_code", ["tenant_id", "server_id", "user_code"]),
    ] {
        manager.create_index(index(name, "device_authorizations", &unique).unique().take()).await?;
    }
    let client = ["tenant_id", "client_id"];
    manager.create_index(index("device_authorizations_by_client", "device_authorizations", &client)).await?;
    manager.create_index(index("device_authorizations_by_expiry", "device_authorizations", &["expires_at"])).await
}

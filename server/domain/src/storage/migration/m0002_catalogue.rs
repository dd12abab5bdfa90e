//! Policies, services, scopes, claims, roles.

use sea_orm::{ConnectionTrait, DbErr};

use super::columns::{big_integer_null, boolean, json_binary, text, text_null};
use super::{SchemaManager, index, owned_by_tenant, reference, to_parent};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let policies = owned_by_tenant("policies").col(text("name")).col(json_binary("validators")).to_owned();
    manager.create_table(policies).await?;

    services(manager).await?;
    scopes(manager).await?;

    let claims = owned_by_tenant("claims")
        .col(text("server_id"))
        .col(text("name"))
        .col(text("mapping"))
        .col(text("claim_type"))
        .col(json_binary("scopes"))
        .foreign_key(&mut to_parent("claims", "server_id", "authorization_servers"))
        .to_owned();
    manager.create_table(claims).await?;
    let unique = ["tenant_id", "server_id", "claim_type", "name"];
    manager.create_index(index("claims_unique_name", "claims", &unique).unique().take()).await?;
    let order = ["tenant_id", "server_id", "created_at", "id"];
    manager.create_index(index("claims_by_server", "claims", &order)).await?;

    let roles = owned_by_tenant("roles")
        .col(text("name"))
        .col(text("description"))
        .col(text("role_type"))
        .col(json_binary("scopes"))
        .to_owned();
    manager.create_table(roles).await?;
    manager.create_index(index("roles_unique_name", "roles", &["tenant_id", "name"]).unique().take()).await
}

async fn services(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let services = owned_by_tenant("services")
        .col(text("server_id"))
        .col(text("name"))
        .col(text("description"))
        .col(text_null("gateway_id"))
        .col(text("indicator"))
        .col(boolean("is_default"))
        .col(big_integer_null("access_token_ttl"))
        .col(boolean("with_specification"))
        .col(boolean("system"))
        .foreign_key(&mut to_parent("services", "server_id", "authorization_servers"))
        .to_owned();
    manager.create_table(services).await?;
    let unique = ["tenant_id", "indicator"];
    manager.create_index(index("services_unique_indicator", "services", &unique).unique().take()).await?;
    let order = ["tenant_id", "server_id", "created_at", "id"];
    manager.create_index(index("services_by_server", "services", &order)).await?;
    let one_default = "CREATE UNIQUE INDEX services_unique_is_default ON services (tenant_id) WHERE is_default";
    manager.get_connection().execute_unprepared(one_default).await?;
    Ok(())
}

async fn scopes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let scopes = owned_by_tenant("scopes")
        .col(text("server_id"))
        .col(text_null("service_id"))
        .col(text("name"))
        .col(text("display_name"))
        .col(text_null("description"))
        .col(text_null("developer_policy_id"))
        .col(text_null("user_policy_id"))
        .foreign_key(&mut to_parent("scopes", "server_id", "authorization_servers"))
        .foreign_key(&mut to_parent("scopes", "service_id", "services"))
        .foreign_key(&mut reference("scopes", "developer_policy_id", "policies"))
        .foreign_key(&mut reference("scopes", "user_policy_id", "policies"))
        .to_owned();
    manager.create_table(scopes).await?;
    let unique = ["tenant_id", "server_id", "service_id", "name"];
    manager.create_index(index("scopes_of_services_unique_name", "scopes", &unique).unique().take()).await?;
    // NULL differs from NULL in the index above.
    let without_service = "CREATE UNIQUE INDEX scopes_of_servers_unique_name \
                           ON scopes (tenant_id, server_id, name) WHERE service_id IS NULL";
    manager.get_connection().execute_unprepared(without_service).await?;
    let order = ["tenant_id", "server_id", "created_at", "id"];
    manager.create_index(index("scopes_by_server", "scopes", &order)).await?;
    let order = ["tenant_id", "service_id", "created_at", "id"];
    manager.create_index(index("scopes_by_service", "scopes", &order)).await
}

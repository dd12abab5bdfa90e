//! Roles give scopes by their ids, and applications have roles. What a role gave by names becomes what these names meant where they opened anything: at the local user
//! store, else at the management API, else at whatever API of the tenant's default server has a scope called so. The names don't stay, or there would be two truths;
//! replicas of the release before can't serve API clients beside this one.

use sea_orm::sea_query::{Index, Table};
use sea_orm::{ConnectionTrait, DbBackend, DbErr};

use super::columns::text;
use super::{SchemaManager, index, to_parent};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let is_default = "ALTER TABLE roles ADD COLUMN is_default BOOLEAN NOT NULL DEFAULT FALSE";
    connection.execute_unprepared(is_default).await?;
    manager.create_index(index("roles_by_created_at", "roles", &["tenant_id", "created_at", "id"])).await?;

    let role_scopes = Table::create()
        .table("role_scopes")
        .col(text("tenant_id"))
        .col(text("role_id"))
        .col(text("scope_id"))
        .primary_key(Index::create().col("tenant_id").col("role_id").col("scope_id"))
        .foreign_key(&mut to_parent("role_scopes", "role_id", "roles"))
        .foreign_key(&mut to_parent("role_scopes", "scope_id", "scopes"))
        .to_owned();
    manager.create_table(role_scopes).await?;
    manager.create_index(index("role_scopes_by_scope", "role_scopes", &["tenant_id", "scope_id"])).await?;

    let client_roles = Table::create()
        .table("client_roles")
        .col(text("tenant_id"))
        .col(text("client_id"))
        .col(text("role_id"))
        .primary_key(Index::create().col("tenant_id").col("client_id").col("role_id"))
        .foreign_key(&mut to_parent("client_roles", "client_id", "clients"))
        .foreign_key(&mut to_parent("client_roles", "role_id", "roles"))
        .to_owned();
    manager.create_table(client_roles).await?;
    let by_role = ["tenant_id", "role_id", "client_id"];
    manager.create_index(index("client_roles_by_role", "client_roles", &by_role)).await?;

    let (each, name) = match manager.get_database_backend() {
        DbBackend::Sqlite => ("json_each(roles.scopes) AS named", "named.value"),
        _ => ("jsonb_array_elements_text(roles.scopes) AS named(value)", "named.value"),
    };
    let rank = |scope: &str| {
        format!("CASE {scope}.service_id WHEN 'local-user-store' THEN 0 WHEN 'management-api' THEN 1 ELSE 2 END")
    };
    let is_meant = |scope: &str| {
        format!(
            "{scope}.tenant_id = roles.tenant_id AND {scope}.server_id = 'default' AND {scope}.name = {name} \
             AND {scope}.service_id IS NOT NULL"
        )
    };
    let links = format!(
        "INSERT INTO role_scopes (tenant_id, role_id, scope_id) \
         SELECT DISTINCT roles.tenant_id, roles.id, scopes.id FROM roles CROSS JOIN {each} JOIN scopes ON {} \
         WHERE NOT EXISTS (SELECT 1 FROM scopes AS better WHERE {} AND {} < {})",
        is_meant("scopes"),
        is_meant("better"),
        rank("better"),
        rank("scopes"),
    );
    connection.execute_unprepared(&links).await?;
    // They were had by API clients alone, whatever they said that they were for; and those of users can't give what opens the installation.
    let opening = "UPDATE roles SET role_type = 'MachineToMachine' WHERE EXISTS (SELECT 1 FROM role_scopes JOIN scopes \
                   ON scopes.tenant_id = role_scopes.tenant_id AND scopes.id = role_scopes.scope_id \
                   WHERE role_scopes.tenant_id = roles.tenant_id AND role_scopes.role_id = roles.id \
                   AND scopes.service_id IN ('management-api', 'local-user-store', 'oauth2-default'))";
    connection.execute_unprepared(opening).await?;
    let described = "UPDATE scopes SET description = 'Everything at the management API' \
                     WHERE service_id = 'management-api' AND name = 'all' AND description IS NULL";
    connection.execute_unprepared(described).await?;
    manager.alter_table(Table::alter().table("roles").drop_column("scopes").to_owned()).await
}

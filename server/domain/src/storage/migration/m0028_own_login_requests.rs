//! The server itself may want somebody to sign in, for pages of its own: then a login request has no client.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};

use super::columns::{big_integer, binary_null, json_binary, text, text_null};
use super::{SchemaManager, index, owned_by_tenant, to_parent};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if manager.get_database_backend() == DbBackend::Postgres {
        let nullable = "ALTER TABLE login_requests ALTER COLUMN client_id DROP NOT NULL";
        return connection.execute_unprepared(nullable).await.map(drop);
    }
    // SQLite changes no column. Nothing refers to these rows.
    let anew = owned_by_tenant("login_requests_anew")
        .col(text("server_id"))
        .col(text_null("client_id"))
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
    manager.create_table(anew).await?;
    let columns = "tenant_id, id, created_at, server_id, client_id, state, browser, request, progress, verifier, upstream, expires_at";
    let rows = format!("INSERT INTO login_requests_anew ({columns}) SELECT {columns} FROM login_requests");
    for statement in [&rows, "DROP TABLE login_requests", "ALTER TABLE login_requests_anew RENAME TO login_requests"] {
        connection.execute_unprepared(statement).await?;
    }
    manager.create_index(index("login_requests_by_client", "login_requests", &["tenant_id", "client_id"])).await?;
    manager.create_index(index("login_requests_by_expiry", "login_requests", &["expires_at"])).await
}

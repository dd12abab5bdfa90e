//! A client is an application of Logto's dialect too: its kind, by which lists are asked for, and what only that dialect says of it.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};

use super::{SchemaManager, index};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let (json, native) = match manager.get_database_backend() {
        DbBackend::Sqlite => ("TEXT", "json_extract(metadata, '$.application_type')"),
        _ => ("JSONB", "metadata ->> 'application_type'"),
    };
    for column in ["kind TEXT NOT NULL DEFAULT 'Traditional'", &format!("application {json} NOT NULL DEFAULT '{{}}'")] {
        connection.execute_unprepared(&format!("ALTER TABLE clients ADD COLUMN {column}")).await?;
    }
    // As `ApplicationKind::settled` has it of a client that nobody chose a kind for.
    let grant = |grant: &str| format!("CAST(grant_types AS TEXT) LIKE '%\"{grant}\"%'");
    let [code, implicit, password, refresh, device] =
        ["authorization_code", "implicit", "password", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"]
            .map(grant);
    let (public, machine) = ("token_endpoint_auth_method = 'none'", grant("client_credentials"));
    let uris = "CAST(redirect_uris AS TEXT)";
    // In a list of URIs no quotation mark stands but around them.
    let all = format!("(length({uris}) - length(replace({uris}, '\"', ''))) / 2");
    let by_http = format!("(length({uris}) - length(replace({uris}, '\"http', ''))) / 5");
    let kind = format!(
        "CASE WHEN {public} AND ({native} = 'native' OR {device} OR {all} > {by_http}) THEN 'Native' \
         WHEN {public} THEN 'SPA' \
         WHEN {machine} AND NOT ({code} OR {implicit} OR {password} OR {refresh} OR {device}) THEN 'MachineToMachine' \
         ELSE 'Traditional' END"
    );
    connection.execute_unprepared(&format!("UPDATE clients SET kind = {kind}")).await?;
    let order = ["tenant_id", "server_id", "kind", "created_at", "id"];
    manager.create_index(index("clients_by_kind", "clients", &order)).await
}

//! Gateways. Until now a service's `gateway_id` was any text, which named nothing: there were no gateways. What was written there is taken away, because from
//! now on it is the id of one, and a service that is read and written back must name one that is there.

use sea_orm::{ConnectionTrait, DbErr};

use super::columns::{text, timestamp_with_time_zone_null};
use super::{SchemaManager, index, owned_by_tenant, reference, to_parent};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let gateways = owned_by_tenant("gateways")
        .col(text("server_id"))
        .col(text("client_id"))
        .col(text("name"))
        .col(text("description"))
        .col(text("type"))
        .col(timestamp_with_time_zone_null("last_active"))
        .foreign_key(&mut to_parent("gateways", "server_id", "authorization_servers"))
        // A gateway takes its client along, and never the other way round.
        .foreign_key(&mut reference("gateways", "client_id", "clients"))
        .to_owned();
    manager.create_table(gateways).await?;
    let order = ["tenant_id", "server_id", "created_at", "id"];
    manager.create_index(index("gateways_by_server", "gateways", &order)).await?;
    let unique = ["tenant_id", "client_id"];
    manager.create_index(index("gateways_unique_client_id", "gateways", &unique).unique().take()).await?;
    let connection = manager.get_connection();
    let one_of_amazon =
        "CREATE UNIQUE INDEX gateways_unique_type ON gateways (tenant_id, server_id, type) WHERE type = 'aws'";
    connection.execute_unprepared(one_of_amazon).await?;
    connection.execute_unprepared("UPDATE services SET gateway_id = NULL WHERE gateway_id IS NOT NULL").await?;
    // Most services have none.
    let by_gateway = "CREATE INDEX services_by_gateway ON services (tenant_id, gateway_id, created_at, id) WHERE gateway_id IS NOT NULL";
    connection.execute_unprepared(by_gateway).await.map(drop)
}

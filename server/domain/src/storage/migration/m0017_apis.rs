//! APIs of services, with their classifications.

use sea_orm::sea_query::{Index, Table};
use sea_orm::{ConnectionTrait, DbErr};

use super::columns::{big_integer, boolean, json_binary, text, text_null};
use super::{SchemaManager, index, owned_by_tenant, reference, to_parent};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let apis = owned_by_tenant("apis")
        .col(text("server_id"))
        .col(text("service_id"))
        .col(text("method"))
        .col(text("path"))
        .col(text("form"))
        .col(big_integer("position"))
        .col(boolean("can_have_policy"))
        .col(text_null("policy_id"))
        .col(json_binary("data_classifications"))
        .col(boolean("classified"))
        .foreign_key(&mut to_parent("apis", "server_id", "authorization_servers"))
        .foreign_key(&mut to_parent("apis", "service_id", "services"))
        .foreign_key(&mut reference("apis", "policy_id", "policies"))
        .to_owned();
    manager.create_table(apis).await?;
    let unique = ["tenant_id", "service_id", "method", "form"];
    manager.create_index(index("apis_unique_form", "apis", &unique).unique().take()).await?;
    let of_service = ["tenant_id", "service_id", "position", "created_at", "id"];
    manager.create_index(index("apis_by_service", "apis", &of_service)).await?;
    let of_server = ["tenant_id", "server_id", "service_id", "position", "created_at", "id"];
    manager.create_index(index("apis_by_server", "apis", &of_server)).await?;
    // Those without any are asked for by themselves; and whoever removes a policy asks who has it.
    let unclassified = ["tenant_id", "service_id", "classified", "position", "created_at", "id"];
    manager.create_index(index("apis_by_classified", "apis", &unclassified)).await?;
    let of_policy = "CREATE INDEX apis_by_policy ON apis (tenant_id, policy_id) WHERE policy_id IS NOT NULL";
    manager.get_connection().execute_unprepared(of_policy).await?;

    let classifications = Table::create()
        .table("data_classifications")
        .col(text("tenant_id"))
        .col(text("api_id"))
        .col(text("name"))
        .col(text("server_id"))
        .col(text("service_id"))
        .primary_key(Index::create().col("tenant_id").col("api_id").col("name"))
        .foreign_key(&mut to_parent("data_classifications", "api_id", "apis"))
        .to_owned();
    manager.create_table(classifications).await?;
    let of_service = ["tenant_id", "service_id", "name", "api_id"];
    manager.create_index(index("data_classifications_by_service", "data_classifications", &of_service)).await?;
    let of_server = ["tenant_id", "server_id", "name", "api_id"];
    manager.create_index(index("data_classifications_by_server", "data_classifications", &of_server)).await
}

//! What an imported specification said of each API, so that the next import tells what was set by hand; and which policies it made.

use sea_orm::DbErr;
use sea_orm::sea_query::{Index, Table};

use super::columns::{json_binary_null, text, text_null};
use super::{SchemaManager, index, to_parent};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    for column in [text_null("document_policy_id"), json_binary_null("document_classifications")] {
        manager.alter_table(Table::alter().table("apis").add_column(column).take()).await?;
    }
    let policies = Table::create()
        .table("specification_policies")
        .col(text("tenant_id"))
        .col(text("policy_id"))
        .col(text("service_id"))
        .primary_key(Index::create().col("tenant_id").col("policy_id"))
        .foreign_key(&mut to_parent("specification_policies", "policy_id", "policies"))
        .foreign_key(&mut to_parent("specification_policies", "service_id", "services"))
        .to_owned();
    manager.create_table(policies).await?;
    let of_service = ["tenant_id", "service_id", "policy_id"];
    manager.create_index(index("specification_policies_by_service", "specification_policies", &of_service)).await
}

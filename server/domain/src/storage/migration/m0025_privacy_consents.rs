//! Consents that a tenant asks its users for, and the actions that need them.

use sea_orm::DbErr;
use sea_orm::sea_query::{Index, Table};

use super::columns::{big_integer, boolean, json_binary, text, timestamp_with_time_zone};
use super::{SchemaManager, index, owned_by_tenant, to_parent};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let consents = owned_by_tenant("privacy_consents")
        .col(text("name"))
        .col(text("description"))
        .col(boolean("can_be_withdrawn"))
        .col(json_binary("internal_services"))
        .col(json_binary("third_party_services"))
        .col(json_binary("pii_categories"))
        .col(text("update_existing_grants"))
        .col(timestamp_with_time_zone("valid_from"))
        .col(big_integer("version"))
        .col(json_binary("carried"))
        .col(text("lineage"))
        .to_owned();
    manager.create_table(consents).await?;
    let order = ["tenant_id", "created_at", "id"];
    manager.create_index(index("privacy_consents_by_creation", "privacy_consents", &order)).await?;

    let actions = owned_by_tenant("consent_actions")
        .col(text("name"))
        .col(text("description"))
        .col(json_binary("consents"))
        .to_owned();
    manager.create_table(actions).await?;
    manager.create_index(index("consent_actions_by_creation", "consent_actions", &order)).await?;
    let named = ["tenant_id", "name", "created_at", "id"];
    manager.create_index(index("consent_actions_by_name", "consent_actions", &named)).await?;

    let consents_of_actions = Table::create()
        .table("consents_of_actions")
        .col(text("tenant_id"))
        .col(text("action_id"))
        .col(text("consent_id"))
        .primary_key(Index::create().col("tenant_id").col("action_id").col("consent_id"))
        .foreign_key(&mut to_parent("consents_of_actions", "action_id", "consent_actions"))
        .foreign_key(&mut to_parent("consents_of_actions", "consent_id", "privacy_consents"))
        .to_owned();
    manager.create_table(consents_of_actions).await?;
    let of_consent = ["tenant_id", "consent_id", "action_id"];
    manager.create_index(index("consents_of_actions_by_consent", "consents_of_actions", &of_consent)).await
}

//! The privacy ledger: what users consented to and took back, in an order that nobody can change unnoticed.

use sea_orm::DbErr;
use sea_orm::sea_query::{Index, Table, TableCreateStatement};

use super::columns::{big_integer, binary, json_binary, text, timestamp_with_time_zone};
use super::{SchemaManager, index, to_tenant};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let events = of_tenant("ledger_events")
        .col(big_integer("number"))
        .col(text("id"))
        .col(timestamp_with_time_zone("at"))
        .col(text("pseudonym"))
        .col(binary("payload"))
        .col(text("signature"))
        .primary_key(Index::create().col("tenant_id").col("number"))
        .to_owned();
    manager.create_table(events).await?;
    let by_pseudonym = index("ledger_events_by_pseudonym", "ledger_events", &["tenant_id", "pseudonym", "number"]);
    manager.create_index(by_pseudonym).await?;
    manager.create_index(index("ledger_events_by_at", "ledger_events", &["tenant_id", "at", "number"])).await?;

    let subjects = of_tenant("ledger_subjects")
        .col(text("subject"))
        .col(text("pseudonym"))
        .col(binary("key"))
        .primary_key(Index::create().col("tenant_id").col("subject"))
        .to_owned();
    manager.create_table(subjects).await?;
    let mut by_pseudonym = index("ledger_subjects_unique_pseudonym", "ledger_subjects", &["tenant_id", "pseudonym"]);
    manager.create_index(by_pseudonym.unique().to_owned()).await?;

    let heads = of_tenant("ledger_heads")
        .col(big_integer("number"))
        .col(binary("hash"))
        .primary_key(Index::create().col("tenant_id"))
        .to_owned();
    manager.create_table(heads).await?;

    let keys = of_tenant("ledger_keys")
        .col(text("kid"))
        // Whoever brings keys may give a `kid` a second time.
        .col(text("thumbprint"))
        .col(json_binary("public_jwk"))
        .col(binary("sealed_jwk"))
        .primary_key(Index::create().col("tenant_id").col("kid").col("thumbprint"))
        .to_owned();
    manager.create_table(keys).await
}

fn of_tenant(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).col(text("tenant_id")).foreign_key(&mut to_tenant(name)).to_owned()
}

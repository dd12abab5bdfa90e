//! How often what lists are made of was changed, on PostgreSQL: replicas ask this before they show again what they made of it. `SQLite` belongs to one process,
//! which counts for itself.

use sea_orm::sea_query::{Index, Table};
use sea_orm::{DbBackend, DbErr};

use super::SchemaManager;
use super::columns::{big_integer, integer, text};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    if manager.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let generations = Table::create()
        .table("generations")
        // Without reference to the tenants: a transaction that counts must not wait for one that changes its tenant.
        .col(text("tenant_id"))
        .col(integer("area"))
        .col(big_integer("number"))
        .primary_key(Index::create().col("tenant_id").col("area"))
        .to_owned();
    manager.create_table(generations).await
}

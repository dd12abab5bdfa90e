//! Facts about the installation as a whole.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// On `SQLite` too: a step that a crash cuts off leaves nothing behind.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let installation =
            Table::create().table("installation").col(text("key").primary_key()).col(text("value")).to_owned();
        manager.create_table(installation).await
    }
}

//! Whoever asks what the ledger has of a name means everybody who has it, or had it: also those whose [keys](crate::sign_in::person::Person::key) begin with a number.

use sea_orm::{ConnectionTrait, DbErr};

use super::SchemaManager;
use crate::sign_in::person;

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let name = person::name_in(manager.get_database_backend(), "subject");
    let index = format!("CREATE INDEX ledger_subjects_by_name ON ledger_subjects (tenant_id, ({name}))");
    manager.get_connection().execute_unprepared(&index).await.map(drop)
}

//! Scopes of a server are looked up by their names, whatever service they belong to.

use sea_orm::DbErr;

use super::{SchemaManager, index};

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_index(index("scopes_by_name", "scopes", &["tenant_id", "server_id", "name"])).await
}

//! Registration access tokens are random and kept as digests. A client from before has none, and keeps the token that its server derives.

use sea_orm::DbErr;
use sea_orm::sea_query::Table;

use super::SchemaManager;
use super::columns::text_null;

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let clients = Table::alter().table("clients").add_column(text_null("registration_digest")).to_owned();
    manager.alter_table(clients).await
}

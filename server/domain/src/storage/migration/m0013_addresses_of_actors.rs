//! Where the request came from that an audit event is about.

use sea_orm::DbErr;
use sea_orm::sea_query::Table;

use super::SchemaManager;
use super::columns::text_null;

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let events = Table::alter().table("audit_events").add_column(text_null("address")).to_owned();
    manager.alter_table(events).await
}

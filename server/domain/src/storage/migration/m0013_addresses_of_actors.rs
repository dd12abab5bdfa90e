//! Where the request came from that an audit event is about.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text_null;

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let events = Table::alter().table("audit_events").add_column(text_null("address")).to_owned();
    manager.alter_table(events).await
}

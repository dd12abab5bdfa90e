//! Audit events are looked for by who asked, by the thing, by what happened to it and by the request, each in the order of time.

use sea_orm::DbErr;

use super::{SchemaManager, index};

const TABLE: &str = "audit_events";

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    for (name, column) in [
        ("audit_events_by_actor", "actor"),
        ("audit_events_by_object", "object_id"),
        ("audit_events_by_action", "action"),
        ("audit_events_by_request", "request_id"),
    ] {
        manager.create_index(index(name, TABLE, &["tenant_id", column, "at", "id"])).await?;
    }
    Ok(())
}

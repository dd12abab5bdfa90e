//! Who changed what: one event per change, written in the change's own transaction.

use std::net::IpAddr;

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Statement};
use serde::Serialize;

pub use self::entity::Model as AuditEvent;
use crate::error::Error;
use crate::installation::acting::Acting;
use crate::storage::store::Transaction;
use crate::{Result, Store, identifier};

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    /// One change. It outlives its tenant.
    #[derive(Clone, Debug, PartialEq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_events")]
    pub struct Model {
        /// The tenant it happened in.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// The event's own id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// When.
        pub at: DateTimeUtc,
        /// Whose token asked for it: its subject, or `system`.
        pub actor: String,
        /// `service.create`, `service.change`, `service.remove`, …
        pub action: String,
        /// `service`, `scope`, `client`, …
        pub object_type: String,
        /// Its id.
        pub object_id: String,
        /// How it was, without secrets.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        pub before: Option<Json>,
        /// How it is now, without secrets.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        pub after: Option<Json>,
        /// The request that did it.
        pub request_id: String,
        /// Where that came from; absent where it is the server itself, or happened before this was written down.
        pub address: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who asks for a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The subject of the caller's token.
    pub subject: String,
    /// The request's id.
    pub request_id: String,
    /// Where the request came from.
    pub address: Option<IpAddr>,
}

impl Actor {
    /// The server itself: first start, rotation of keys.
    #[must_use]
    pub fn system() -> Self {
        Self { subject: "system".to_owned(), request_id: String::new(), address: None }
    }
}

/// The newest `limit` events of a tenant, newest first.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list(store: &Store, tenant: &str, limit: u64) -> Result<Vec<AuditEvent>> {
    Ok(entity::Entity::find()
        .filter(entity::Column::TenantId.eq(tenant))
        .order_by_desc(entity::Column::At)
        .order_by_desc(entity::Column::Id)
        .limit(limit)
        .all(store.reader())
        .await?)
}

/// What happened to an object; `None` for its state before it was there, or after it is gone.
pub(crate) struct Change<'a, T> {
    pub(crate) object_type: &'static str,
    pub(crate) object_id: &'a str,
    pub(crate) before: Option<&'a T>,
    pub(crate) after: Option<&'a T>,
}

impl<'a, T> Change<'a, T> {
    pub(crate) fn created(object_type: &'static str, object_id: &'a str, after: &'a T) -> Self {
        Self { object_type, object_id, before: None, after: Some(after) }
    }

    pub(crate) fn changed(object_type: &'static str, object_id: &'a str, before: &'a T, after: &'a T) -> Self {
        Self { object_type, object_id, before: Some(before), after: Some(after) }
    }

    pub(crate) fn removed(object_type: &'static str, object_id: &'a str, before: &'a T) -> Self {
        Self { object_type, object_id, before: Some(before), after: None }
    }
}

/// Writes the event. What may not be read again isn't serialized by `T`.
pub(crate) async fn record<T: Serialize>(transaction: &Transaction, change: Change<'_, T>) -> Result<()> {
    let event = event(transaction.acting(), &change)?;
    entity::Entity::insert(event.into_active_model()).exec_without_returning(&**transaction).await?;
    Ok(())
}

/// The event as a statement, for [`Store::insert`].
pub(crate) fn insertion<T: Serialize>(acting: &Acting, change: &Change<'_, T>) -> Result<Statement> {
    let event = event(acting, change)?;
    Ok(entity::Entity::insert(event.into_active_model()).build(acting.store().dialect()))
}

fn event<T: Serialize>(acting: &Acting, change: &Change<'_, T>) -> Result<AuditEvent> {
    let (store, actor) = (acting.store(), acting.actor());
    let verb = match (change.before.is_some(), change.after.is_some()) {
        (false, _) => "create",
        (true, true) => "change",
        (true, false) => "remove",
    };
    let state = |state: Option<&T>| state.map(serde_json::to_value).transpose().map_err(Error::internal);
    Ok(AuditEvent {
        tenant_id: acting.tenant().to_owned(),
        id: identifier::xid(store.environment())?,
        at: store.created_at(),
        actor: actor.subject.clone(),
        action: format!("{}.{verb}", change.object_type),
        object_type: change.object_type.to_owned(),
        object_id: change.object_id.to_owned(),
        before: state(change.before)?,
        after: state(change.after)?,
        request_id: actor.request_id.clone(),
        address: actor.address.map(|address| address.to_string()),
    })
}

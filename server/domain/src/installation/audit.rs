//! Who changed what: one event per change, written in the change's own transaction.

pub mod part;

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter, QueryOrder, QueryResult,
    QuerySelect, QueryTrait, Statement,
};
use serde::Serialize;

pub use self::entity::Model as AuditEvent;
pub(crate) use self::entity::{Column, Entity};
use crate::error::Error;
use crate::installation::acting::Acting;
use crate::storage::parts::parts;
use crate::storage::store::Transaction;
use crate::storage::unreadable::{self, Read};
use crate::{Result, Store, identifier};

mod entity {
    use schemars::JsonSchema;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    /// Something that was done, or that somebody failed to do.
    // It outlives its tenant.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, DeriveEntityModel)]
    #[schemars(rename = "AcpAuditEvent")]
    #[sea_orm(table_name = "audit_events")]
    pub struct Model {
        /// Id of the tenant that it happened in.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Id of the event.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The time at which it happened, as the server that did it has it.
        pub at: DateTimeUtc,
        /// Who: the subject of the token that asked for it, the user who signed in or out, `system` for the server itself, and `unknown` where nobody proved who they are.
        pub actor: String,
        /// What was done to which kind of thing: `client.create`, `client.change`, `client.remove`, `user.sign_in`, `user.sign_in_failure`, `user.sign_out`,
        /// `consent.give`, `consent.refuse` and so on.
        // What users do is listed in `sign_in::trail`.
        pub action: String,
        /// The kind of thing: the first part of the action.
        pub object_type: String,
        /// Id of the thing.
        pub object_id: String,
        /// How the thing was before, without its secrets; absent where it wasn't there.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub before: Option<Json>,
        /// How the thing is after it, without its secrets, or what else is known; absent where it is gone.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub after: Option<Json>,
        /// Id of the request that did it, as its answer's `X-Request-Id` has it; empty where it was the server itself.
        pub request_id: String,
        /// Where the request came from; absent where it was the server itself.
        // Or where it happened before this was written down.
        #[serde(skip_serializing_if = "Option::is_none")]
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
    let select = entity::Entity::find()
        .filter(entity::Column::TenantId.eq(tenant))
        .order_by_desc(entity::Column::At)
        .order_by_desc(entity::Column::Id)
        .limit(limit);
    unreadable::all(store, store.reader(), select).await
}

/// The ids of up to `limit` events of the transaction's tenant behind one of them, in their order.
pub(crate) async fn ids(
    transaction: &Transaction,
    condition: Condition,
    after: &str,
    limit: u64,
) -> Result<Vec<String>> {
    let some = Entity::find().select_only().column(Column::Id).filter(condition);
    let some = some.filter(Column::TenantId.eq(transaction.tenant())).filter(Column::Id.gt(after));
    Ok(some.order_by_asc(Column::Id).limit(limit).into_tuple().all(&**transaction).await?)
}

/// The time of the newest event of the transaction's tenant, or of another one that had its id.
pub(crate) async fn newest(transaction: &Transaction) -> Result<Option<DateTime<Utc>>> {
    let of_id = entity::Entity::find().select_only().column(entity::Column::At);
    let of_id = of_id.filter(entity::Column::TenantId.eq(transaction.tenant())).order_by_desc(entity::Column::At);
    Ok(of_id.into_tuple().one(&**transaction).await?)
}

/// How long events are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Retention {
    /// Days, or for ever.
    pub days: Option<u32>,
    /// The newest so many of all tenants, or all of them.
    pub events: Option<u64>,
}

impl Retention {
    /// The time up to which events may go now, if any may.
    ///
    /// # Errors
    /// [`Error::Unavailable`] without database.
    pub async fn ends(self, store: &Store) -> Result<Option<DateTime<Utc>>> {
        let by_age = self.days.map(|days| store.now() - TimeDelta::days(i64::from(days)));
        let by_number = match self.events {
            // Along the index of times, which is all that is looked at.
            Some(events) => {
                let newest_first = entity::Entity::find().select_only().column(entity::Column::At);
                let next = newest_first.order_by_desc(entity::Column::At).offset(events).limit(1);
                next.into_tuple::<DateTime<Utc>>().one(store.reader()).await?
            }
            None => None,
        };
        Ok(Ord::max(by_age, by_number))
    }
}

/// Clears away about `batch` of the events up to a time, the oldest first. Returns how many; call again while it is `batch`.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn purge(store: &Store, until: DateTime<Utc>, batch: u64) -> Result<u64> {
    use entity::{Column, Entity};
    let some = Entity::find()
        .select_only()
        .columns([Column::TenantId, Column::Id])
        .filter(Column::At.lte(until))
        .order_by_asc(Column::At)
        .limit(batch)
        .into_query();
    let key = Expr::tuple([Expr::col(Column::TenantId), Expr::col(Column::Id)]);
    Ok(Entity::delete_many().filter(key.in_subquery(some)).exec(store.writer()).await?.rows_affected)
}

/// Where an export goes on.
#[derive(Clone, Debug)]
pub struct Position {
    at: DateTime<Utc>,
    tenant_id: String,
    id: String,
}

/// A part of the log, oldest first.
#[derive(Clone, Debug)]
pub struct Export {
    /// Its events.
    pub events: Vec<AuditEvent>,
    /// Where the next part begins; `None` when this was the last one.
    pub following: Option<Position>,
}

struct Exported {
    position: Position,
    event: Read<AuditEvent>,
}

impl FromQueryResult for Exported {
    fn from_query_result(row: &QueryResult, prefix: &str) -> std::result::Result<Self, DbErr> {
        let position = Position {
            at: row.try_get(prefix, "at")?,
            tenant_id: row.try_get(prefix, "tenant_id")?,
            id: row.try_get(prefix, "id")?,
        };
        Ok(Self { position, event: Read::from_query_result(row, prefix)? })
    }
}

/// The next events of one tenant or of all, behind `after`, and not before `since`. One that can't be read is left out.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn export(
    store: &Store,
    tenant: Option<&str>,
    since: Option<DateTime<Utc>>,
    after: Option<&Position>,
    limit: u64,
) -> Result<Export> {
    use entity::{Column, Entity};
    let mut select = Entity::find();
    if let Some(tenant) = tenant {
        select = select.filter(Column::TenantId.eq(tenant));
    }
    if let Some(since) = since {
        select = select.filter(Column::At.gte(since));
    }
    if let Some(Position { at, tenant_id, id }) = after {
        let key = Expr::tuple([Expr::col(Column::TenantId), Expr::col(Column::Id)]);
        let behind = key.gt(Expr::tuple([Expr::value(tenant_id), Expr::value(id)]));
        // The first condition is what an index is good for.
        select = select.filter(Column::At.gte(*at)).filter(Column::At.gt(*at).or(behind));
    }
    for column in [Column::At, Column::TenantId, Column::Id] {
        select = select.order_by_asc(column);
    }
    let mut rows = select.limit(limit).into_model::<Exported>().all(store.reader()).await?;
    let next = if rows.len() as u64 == limit { rows.last().map(|row| row.position.clone()) } else { None };
    let events = rows.drain(..).filter_map(|row| unreadable::readable::<Entity>(store, row.event)).collect();
    Ok(Export { events, following: next })
}

/// What happened to an object; `None` for its state before it was there, or after it is gone.
pub(crate) struct Change<'a, T> {
    pub(crate) object_type: &'static str,
    pub(crate) verb: &'static str,
    pub(crate) object_id: &'a str,
    pub(crate) before: Option<&'a T>,
    pub(crate) after: Option<&'a T>,
}

impl<'a, T> Change<'a, T> {
    pub(crate) fn created(object_type: &'static str, object_id: &'a str, after: &'a T) -> Self {
        Self { object_type, verb: "create", object_id, before: None, after: Some(after) }
    }

    pub(crate) fn changed(object_type: &'static str, object_id: &'a str, before: &'a T, after: &'a T) -> Self {
        Self { object_type, verb: "change", object_id, before: Some(before), after: Some(after) }
    }

    pub(crate) fn removed(object_type: &'static str, object_id: &'a str, before: &'a T) -> Self {
        Self { object_type, verb: "remove", object_id, before: Some(before), after: None }
    }

    /// Something that leaves no object, with what is known of it.
    pub(crate) fn happened(object_type: &'static str, verb: &'static str, object_id: &'a str, known: &'a T) -> Self {
        Self { object_type, verb, object_id, before: None, after: Some(known) }
    }
}

/// Writes the event. What may not be read again isn't serialized by `T`.
pub(crate) async fn record<T: Serialize>(transaction: &Transaction, change: Change<'_, T>) -> Result<()> {
    let event = event(transaction.acting(), &change)?;
    entity::Entity::insert(event.into_active_model()).exec_without_returning(&**transaction).await?;
    Ok(())
}

/// Writes the events of many changes, in their order. They hold each thing twice: few are in memory at a time.
pub(crate) async fn record_all<T: Serialize + Sync>(
    transaction: &Transaction,
    changes: &[Change<'_, T>],
) -> Result<()> {
    for part in parts(changes) {
        let events = part.iter().map(|change| event(transaction.acting(), change)).collect::<Result<Vec<_>>>()?;
        let rows = events.into_iter().map(IntoActiveModel::into_active_model);
        entity::Entity::insert_many(rows).exec_without_returning(&**transaction).await?;
    }
    Ok(())
}

/// The event as a statement, for [`Store::insert`].
pub(crate) fn insertion<T: Serialize>(acting: &Acting, change: &Change<'_, T>) -> Result<Statement> {
    let event = event(acting, change)?;
    Ok(entity::Entity::insert(event.into_active_model()).build(acting.store().dialect()))
}

fn event<T: Serialize>(acting: &Acting, change: &Change<'_, T>) -> Result<AuditEvent> {
    let (store, actor) = (acting.store(), acting.actor());
    let state = |state: Option<&T>| state.map(serde_json::to_value).transpose().map_err(Error::internal);
    Ok(AuditEvent {
        tenant_id: acting.tenant().to_owned(),
        id: identifier::xid(store.environment())?,
        at: store.created_at(),
        actor: actor.subject.clone(),
        action: format!("{}.{}", change.object_type, change.verb),
        object_type: change.object_type.to_owned(),
        object_id: change.object_id.to_owned(),
        before: state(change.before)?,
        after: state(change.after)?,
        request_id: actor.request_id.clone(),
        address: actor.address.map(|address| address.to_string()),
    })
}

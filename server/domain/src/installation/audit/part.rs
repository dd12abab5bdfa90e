//! Parts of a tenant's events, for whoever asks over the network: filtered, in either order, and never at the cost of rows that aren't given.
//!
//! One condition of a [`Filter`] leads to its rows along an index, in their order. What others there are is asked of those rows alone, of so many at a time: a part
//! may have fewer events than could be given, even none, and say that the log goes on behind it.

use std::fmt;
use std::ops::ControlFlow;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Utc};
use sea_orm::sea_query::{BinOper, Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::entity::{Column, Entity};
use super::{AuditEvent, Exported, Position};
use crate::storage::unreadable;
use crate::{Result, Store};

/// Rows that one question looks at where no index leads to those alone that are meant.
pub const LOOKED_AT: u64 = 5_000;
/// Rows that are in memory at once: one may have what two requests at their largest have.
const AT_ONCE: u64 = 32;
/// More than any id has.
const LONGEST_ID: usize = 128;

/// Which events are meant: those that all of it is true of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Who asked for the change.
    pub actor: Option<String>,
    /// What kind of thing it was.
    pub object_type: Option<String>,
    /// Its id.
    pub object_id: Option<String>,
    /// What happened to it: the part of the action behind the kind.
    pub change: Option<String>,
    /// The request that did it.
    pub request_id: Option<String>,
    /// Not before.
    pub from: Option<DateTime<Utc>>,
    /// But before.
    pub to: Option<DateTime<Utc>>,
}

/// In which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// For whoever looks what happened.
    NewestFirst,
    /// For whoever takes all of it.
    OldestFirst,
}

/// Where a part ended. It is a time and an id, so that one which somebody made up, or has from elsewhere, leads to no other events than any other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    at: DateTime<Utc>,
    id: String,
}

/// It is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is no cursor")]
pub struct NoCursor;

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{}", self.at.timestamp_micros(), self.id)
    }
}

impl FromStr for Cursor {
    type Err = NoCursor;

    fn from_str(text: &str) -> std::result::Result<Self, NoCursor> {
        let (at, id) = text.split_once('-').ok_or(NoCursor)?;
        let is_of_id = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if !at.bytes().all(|byte| byte.is_ascii_hexdigit())
            || !(1..=LONGEST_ID).contains(&id.len())
            || !id.bytes().all(is_of_id)
        {
            return Err(NoCursor);
        }
        let at = i64::from_str_radix(at, 16).ok().and_then(DateTime::from_timestamp_micros).ok_or(NoCursor)?;
        // SQLite keeps times as texts, in which later years would be earlier ones.
        if at.year() > 9999 { Err(NoCursor) } else { Ok(Self { at, id: id.to_owned() }) }
    }
}

/// How far a part went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Where the next part begins; `None` when nothing is behind this one now.
    pub next: Option<Cursor>,
    /// Where this one ended. What happens later is behind it, if the oldest come first. `None` when nothing was looked at.
    pub end: Option<Cursor>,
}

/// Calls `each` with the events that are meant and are behind `after`, one by one, until `limit` were given or `each` has enough of them. One that can't be read is
/// left out.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database, and those of `each`.
pub async fn for_each(
    store: &Store,
    tenant: &str,
    filter: &Filter,
    order: Order,
    after: Option<&Cursor>,
    limit: u64,
    mut each: impl FnMut(AuditEvent) -> Result<ControlFlow<()>> + Send,
) -> Result<Part> {
    let (lead, others) = filter.conditions();
    let all = ordered(Entity::find().filter(Column::TenantId.eq(tenant)).filter(lead), order);
    let behind = |select: Select<Entity>, after: Option<&Cursor>| match (after, order) {
        (None, _) => select,
        (Some(after), Order::NewestFirst) => select.filter(place().lt(after.place())),
        (Some(after), Order::OldestFirst) => select.filter(place().gt(after.place())),
    };
    let mut meant = all.clone();
    let mut bound = None;
    if let Some(others) = others {
        bound = bound_of(store, behind(all, after)).await?;
        if let Some(bound) = &bound {
            meant = meant.filter(match order {
                Order::NewestFirst => place().gte(bound.place()),
                Order::OldestFirst => place().lte(bound.place()),
            });
        }
        meant = meant.filter(others);
    }
    let (mut given, mut end) = (0, after.cloned());
    let mut is_enough = limit == 0;
    loop {
        // One more than is given tells whether there are more.
        let count = Ord::min(AT_ONCE, (limit - given).saturating_add(1));
        let select = behind(meant.clone(), end.as_ref()).limit(count);
        let rows = select.into_model::<Exported>().all(store.reader()).await?;
        let is_last = (rows.len() as u64) < count;
        for Exported { position: Position { at, id, .. }, event } in rows {
            if is_enough {
                return Ok(Part { next: end.clone(), end });
            }
            given += 1;
            end = Some(Cursor { at, id });
            is_enough = given == limit;
            if let Some(event) = unreadable::readable::<Entity>(store, event) {
                is_enough |= each(event)?.is_break();
            }
        }
        if is_last {
            return Ok(Part { end: bound.clone().or(end), next: bound });
        }
    }
}

/// The last row that may be looked at; `None` where there are fewer.
async fn bound_of(store: &Store, select: Select<Entity>) -> Result<Option<Cursor>> {
    let last = select.select_only().columns([Column::At, Column::Id]).offset(LOOKED_AT - 1).limit(1);
    let last = last.into_tuple::<(DateTime<Utc>, String)>().one(store.reader()).await?;
    Ok(last.map(|(at, id)| Cursor { at, id }))
}

fn ordered(select: Select<Entity>, order: Order) -> Select<Entity> {
    match order {
        Order::NewestFirst => select.order_by_desc(Column::At).order_by_desc(Column::Id),
        Order::OldestFirst => select.order_by_asc(Column::At).order_by_asc(Column::Id),
    }
}

/// Compared as one value, so that an index leads there.
fn place() -> Expr {
    Expr::tuple([Expr::col(Column::At), Expr::col(Column::Id)])
}

impl Cursor {
    fn place(&self) -> Expr {
        Expr::tuple([Expr::val(self.at), Expr::val(self.id.as_str())])
    }
}

impl Filter {
    /// What an index leads along, and what else there is.
    fn conditions(&self) -> (Condition, Option<Condition>) {
        let Self { actor, object_type, object_id, change, request_id, from, to } = self;
        let action = object_type.as_ref().zip(change.as_ref()).map(|(kind, change)| format!("{kind}.{change}"));
        // The first leads: the fewer rows it could have, the earlier.
        let exact = [
            (Column::RequestId, request_id.as_ref()),
            (Column::ObjectId, object_id.as_ref()),
            (Column::Actor, actor.as_ref()),
            (Column::Action, action.as_ref()),
        ];
        let mut exact = exact.into_iter().filter_map(|(column, value)| Some((column, value?)));
        let mut lead = Condition::all();
        if let Some((column, value)) = exact.next() {
            lead = lead.add(column.eq(value));
        }
        lead = lead.add_option(from.map(|from| Column::At.gte(from)));
        lead = lead.add_option(to.map(|to| Column::At.lt(to)));

        let mut others = Condition::all();
        for (column, value) in exact {
            others = others.add(followed_by(column, "").eq(value));
        }
        match (object_type, change) {
            (Some(kind), None) => others = others.add(followed_by(Column::ObjectType, "").eq(kind)),
            (None, Some(change)) => {
                let of_any_kind = followed_by(Column::ObjectType, &format!(".{change}"));
                others = others.add(Expr::col(Column::Action).eq(of_any_kind));
            }
            _ => {}
        }
        (lead, (!others.is_empty()).then_some(others))
    }
}

/// The column's text with another behind it. What is compared with that is looked for along no index, so that none is taken but the one that leads.
fn followed_by(column: Column, end: &str) -> Expr {
    Expr::col(column).binary(BinOper::Custom("||"), Expr::val(end))
}

//! Lists of any length, a part at a time, each behind the last row of the one before: few rows are in memory at once, and what is made or removed meanwhile
//! neither repeats nor hides others. As [elsewhere](super::unreadable), a row that can't be read is left out.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QueryResult, QuerySelect, Select, Value};

use super::row::Keyed;
use super::unreadable::{self, Read};
use crate::{Result, Store};

/// How many rows are in memory at once while a list is told: few, since one alone may have 64 KiB.
const PART: u64 = 64;

/// A column by which a list is sorted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sorted {
    Text(&'static str),
    Number(&'static str),
    Time(&'static str),
}

/// A row whose lists have an order. No two rows have the same place.
pub(crate) trait InOrder: Keyed {
    /// What counts first comes first.
    const ORDER: &'static [Sorted];
}

/// The rows that `all` selects, in their order.
pub(crate) fn in_order<R: InOrder>(all: Select<R::Entity>) -> Select<R::Entity> {
    R::ORDER.iter().fold(all, |select, sorted| select.order_by_asc(Expr::col(sorted.column())))
}

/// Rows in their order, a part at a time. Each part is of its own moment.
#[derive(Debug)]
pub struct Parts<R: Keyed> {
    store: Store,
    all: Select<R::Entity>,
    /// The place of the last row; `None` before the first part.
    last: Option<Vec<Value>>,
    is_over: bool,
}

#[expect(private_bounds, reason = "which rows have an order is this crate's affair")]
impl<R: InOrder> Parts<R> {
    /// The rows that `all` selects.
    pub(crate) fn of(store: &Store, all: Select<R::Entity>) -> Self {
        Self { store: store.clone(), all: in_order::<R>(all).limit(PART), last: None, is_over: false }
    }

    /// Nothing.
    pub(crate) fn none(store: &Store) -> Self {
        Self { is_over: true, ..Self::of(store, R::Entity::find()) }
    }

    /// The next rows. None of a part may be readable, so there may be more behind an empty one: see [`Parts::are_over`].
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn next(&mut self) -> Result<Vec<R>> {
        if self.is_over {
            return Ok(Vec::new());
        }
        let part = match &self.last {
            Some(last) => self.all.clone().filter(behind::<R>(last)),
            None => self.all.clone(),
        };
        let part = part.into_model::<Placed<R>>().all(self.store.reader()).await?;
        self.is_over = (part.len() as u64).cmp(&PART) == Ordering::Less;
        let mut rows = Vec::with_capacity(part.len());
        for Placed { place, row } in part {
            self.last = Some(place);
            rows.extend(unreadable::readable::<R::Entity>(&self.store, row));
        }
        Ok(rows)
    }

    /// Is nothing left?
    #[must_use]
    pub fn are_over(&self) -> bool {
        self.is_over
    }
}

impl Sorted {
    fn column(self) -> &'static str {
        match self {
            Self::Text(column) | Self::Number(column) | Self::Time(column) => column,
        }
    }

    fn value(self, row: &QueryResult, prefix: &str) -> std::result::Result<Value, DbErr> {
        Ok(match self {
            Self::Text(column) => row.try_get::<String>(prefix, column)?.into(),
            Self::Number(column) => row.try_get::<i64>(prefix, column)?.into(),
            Self::Time(column) => row.try_get::<DateTime<Utc>>(prefix, column)?.into(),
        })
    }
}

/// A row with its place, which can be read also where the rest can't: the list goes on behind it.
struct Placed<R> {
    place: Vec<Value>,
    row: Read<R>,
}

impl<R: InOrder> FromQueryResult for Placed<R> {
    fn from_query_result(row: &QueryResult, prefix: &str) -> std::result::Result<Self, DbErr> {
        let place = R::ORDER.iter().map(|sorted| sorted.value(row, prefix)).collect::<std::result::Result<_, _>>()?;
        Ok(Self { place, row: Read::from_query_result(row, prefix)? })
    }
}

/// Those of the list that come behind this one. Compared as one value each, so that the index leads there.
fn behind<R: InOrder>(last: &[Value]) -> Expr {
    let columns = Expr::tuple(R::ORDER.iter().map(|sorted| Expr::col(sorted.column())));
    columns.gt(Expr::tuple(last.iter().cloned().map(Expr::val)))
}

//! Lists in pages: one statement brings the rows of the page and the number of all rows.

use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, SubQueryStatement};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, Order, QueryOrder, QueryResult, QuerySelect, QueryTrait, Select,
};

use crate::storage::unreadable::{self, Read};
use crate::{Result, Store};

/// Which part of a list is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// At most this many rows.
    pub limit: u64,
    /// After leaving out this many.
    pub offset: u64,
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows of this part, in the list's order.
    pub items: Vec<T>,
    /// The number of rows in the whole list.
    pub total: u64,
}

impl<T> Page<T> {
    /// The same page of something else.
    pub fn map<U>(self, convert: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(convert).collect(), total: self.total }
    }

    pub(crate) fn weight(&self) -> u64 {
        self.items.len() as u64
    }
}

const TOTAL: &str = "total_of_list";

struct Counted<M> {
    model: Read<M>,
    total: i64,
}

impl<M: FromQueryResult> FromQueryResult for Counted<M> {
    fn from_query_result(row: &QueryResult, prefix: &str) -> std::result::Result<Self, sea_orm::DbErr> {
        Ok(Self { model: Read::from_query_result(row, prefix)?, total: row.try_get(prefix, TOTAL)? })
    }
}

/// Loads the part of `select` that `window` asks for, or all of it. A row that can't be read is counted and left out. `select` has its filters but no order and no limit yet.
pub(crate) async fn load<E: EntityTrait>(
    store: &Store,
    connection: &impl ConnectionTrait,
    select: Select<E>,
    order: &[(E::Column, Order)],
    window: Option<Window>,
) -> Result<Page<E::Model>> {
    let ordered =
        order.iter().fold(select.clone(), |select, (column, direction)| select.order_by(*column, direction.clone()));
    let Some(window) = window else {
        let items = unreadable::all(store, connection, ordered).await?;
        return Ok(Page { total: items.len() as u64, items });
    };
    let count = select.select_only().expr_as(Expr::col(Asterisk).count(), TOTAL);
    let total = Expr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(count.clone().into_query())));
    let rows = ordered
        .expr_as(total, TOTAL)
        // Both databases count rows with 63 bits.
        .limit(Ord::min(window.limit, i64::MAX as u64))
        .offset(Ord::min(window.offset, i64::MAX as u64))
        .into_model::<Counted<E::Model>>()
        .all(connection)
        .await?;
    let total = match rows.first() {
        Some(row) => row.total,
        // Past the end, or an empty window: no row carries the number.
        None if window.offset > 0 || window.limit == 0 => {
            count.into_tuple::<i64>().one(connection).await?.unwrap_or_default()
        }
        None => 0,
    };
    let items = rows.into_iter().filter_map(|row| unreadable::readable::<E>(store, row.model)).collect();
    Ok(Page { items, total: u64::try_from(total).unwrap_or_default() })
}

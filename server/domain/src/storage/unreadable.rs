//! Lists in which one row that can't be read hides no other: it is left out, and whoever keeps the log hears of it.
//!
//! Found by itself, such a row is an error as before: nobody takes it for one that isn't there.

use std::sync::OnceLock;

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryResult, Select};

use crate::{Result, Store};

type Observer = Box<dyn Fn(&UnreadableRow) + Send + Sync>;

/// Where the one observer will be, if there is one.
#[derive(Default)]
pub(super) struct Unreadable(OnceLock<Observer>);

/// A row that was left out of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableRow {
    /// Its table.
    pub table: String,
    /// Its id.
    pub id: String,
    /// What the database or the parser says. For the log.
    pub error: String,
}

/// A row as far as it can be read.
pub(crate) struct Read<M>(std::result::Result<M, UnreadableRow>);

impl<M: FromQueryResult> FromQueryResult for Read<M> {
    fn from_query_result(row: &QueryResult, prefix: &str) -> std::result::Result<Self, DbErr> {
        let unreadable = |error: DbErr| UnreadableRow {
            table: String::new(),
            id: row.try_get(prefix, "id").unwrap_or_default(),
            error: error.to_string(),
        };
        Ok(Self(M::from_query_result(row, prefix).map_err(unreadable)))
    }
}

impl Store {
    /// Calls `observer` with each row that is left out of a list because it can't be read. The first observer stays.
    pub fn observe_unreadable_rows(&self, observer: impl Fn(&UnreadableRow) + Send + Sync + 'static) {
        let _ = self.unreadable().0.set(Box::new(observer));
    }
}

/// The rows that can be read.
pub(crate) async fn all<E: EntityTrait>(
    store: &Store,
    connection: &impl ConnectionTrait,
    select: Select<E>,
) -> Result<Vec<E::Model>> {
    let rows = select.into_model::<Read<E::Model>>().all(connection).await?;
    Ok(rows.into_iter().filter_map(|row| readable::<E>(store, row)).collect())
}

/// The row, if it can be read.
pub(crate) fn readable<E: EntityTrait>(store: &Store, row: Read<E::Model>) -> Option<E::Model> {
    let unreadable = |row: UnreadableRow| {
        tell(store, &UnreadableRow { table: E::default().table_name().to_owned(), ..row });
    };
    row.0.map_err(unreadable).ok()
}

/// Tells the observer of a row.
pub(crate) fn tell(store: &Store, row: &UnreadableRow) {
    if let Some(observer) = store.unreadable().0.get() {
        observer(row);
    }
}

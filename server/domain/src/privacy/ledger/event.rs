//! An event as the database holds it: whose it is, and what it says, is sealed.

use std::sync::Arc;

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, SubQueryStatement};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, Order, QueryResult, QueryTrait};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

pub(super) use self::entity::Model as Row;
use self::entity::{Column, Entity};
use super::Filter;
use super::subject::{self, Known};
use super::subject_key::SubjectKey;
use crate::environment::Random;
use crate::storage::parts::parts;
use crate::storage::seal::Sealed;
use crate::storage::store::Transaction;
use crate::{Error, Result, Store};

mod entity {
    #![expect(unreachable_pub, reason = "sea-orm derives public items, which can't be made of private ones")]
    use sea_orm::entity::prelude::*;

    use crate::storage::seal::Sealed;

    /// Something that a user consented to, or took back.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "ledger_events")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// From 1 on, without gaps.
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        /// Chosen by chance.
        pub id: String,
        /// Not before that of the event before.
        pub at: DateTimeUtc,
        /// What its subject is called.
        pub pseudonym: String,
        /// What only the subject's key opens: a `Content`.
        pub payload: Sealed,
        /// Of the hash (RFC 7515, appendix F).
        pub signature: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is sealed of an event.
#[derive(Serialize, Deserialize)]
pub struct Content {
    /// Whose it is.
    pub subject: String,
    /// What it says, in its canonical form (RFC 8785).
    pub payload: Box<RawValue>,
    /// The tenant's signature of that: a compact JWS without payload (RFC 7515, appendix F). Outside, it would tell whoever guesses a payload whether it was that.
    pub payload_signature: String,
}

/// What is somebody's own stands in no log.
impl std::fmt::Debug for Content {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Content").finish_non_exhaustive()
    }
}

impl Content {
    pub(super) fn seal(&self, random: &dyn Random, key: &SubjectKey, (tenant, number): (&str, i64)) -> Result<Sealed> {
        let text = serde_json::to_vec(self).map_err(Error::internal)?;
        key.seal(random, &context(tenant, number), &text)
    }

    fn open(key: &SubjectKey, row: &Row) -> Result<Self> {
        let context = context(&row.tenant_id, row.number);
        let text = key.open(&context, &row.payload.0)?;
        // The parser's own message may quote it.
        serde_json::from_slice(&text).map_err(|_| Error::internal(format!("{context}: not a payload")))
    }
}

fn context(tenant: &str, number: i64) -> String {
    format!("ledger_event:{tenant}:{number}")
}

/// An event with the row of its subject, unless that was erased.
pub(super) struct Found {
    pub(super) row: Row,
    subject: Option<Arc<Known>>,
}

impl Found {
    /// Is it somebody's still?
    pub(super) fn has_subject(&self) -> bool {
        self.subject.is_some()
    }

    /// What it says; `None` when its subject was erased.
    ///
    /// # Errors
    /// [`Error::Internal`] when it, or the row of its subject, was changed.
    pub(super) fn content(&self, store: &Store) -> Result<Option<Content>> {
        let Some(known) = &self.subject else { return Ok(None) };
        let content = Content::open(known.key(store, &self.row.tenant_id)?, &self.row)?;
        if content.subject == known.subject {
            Ok(Some(content))
        } else {
            let context = context(&self.row.tenant_id, self.row.number);
            Err(Error::internal(format!("{context}: its subject has another name now")))
        }
    }
}

impl Row {
    fn read(tenant: &str, number: i64, row: &QueryResult) -> std::result::Result<Self, DbErr> {
        Ok(Self {
            tenant_id: tenant.to_owned(),
            number,
            id: row.try_get("", "id")?,
            at: row.try_get("", "at")?,
            pseudonym: row.try_get("", "pseudonym")?,
            payload: Sealed(row.try_get("", "payload")?),
            signature: row.try_get("", "signature")?,
        })
    }
}

/// A row by its number; an error where the rest of it can't be read.
pub(super) type Numbered = (i64, std::result::Result<Found, DbErr>);

/// The events of a tenant that have the next `count` numbers behind `after`.
pub(super) async fn next(store: &Store, tenant: &str, after: i64, count: i64) -> Result<Vec<Numbered>> {
    let mut select = of_tenant(tenant);
    // Whatever the database believes of its tables, it looks at no more than these.
    select
        .and_where(Expr::col(Column::Number).gt(after))
        .and_where(Expr::col(Column::Number).lte(after.saturating_add(count)));
    found(store, tenant, select.order_by(Column::Number, Order::Asc)).await
}

/// Up to `limit` events of a tenant behind `after`, in the order of their numbers.
pub(super) async fn list(
    store: &Store,
    tenant: &str,
    (after, limit): (i64, u64),
    (filter, pseudonyms): (&Filter, &[String]),
) -> Result<Vec<Numbered>> {
    let mut select = of_tenant(tenant);
    select.and_where(Expr::col(Column::Number).gt(after));
    let from = filter.from.map(|from| Expr::col(Column::At).gte(from));
    let to = filter.to.map(|to| Expr::col(Column::At).lt(to));
    if let [first, others @ ..] = pseudonyms {
        // Nobody has so many that looking at all of them takes long.
        select.and_where(match others {
            [] => Expr::col(Column::Pseudonym).eq(first.as_str()),
            _ => Expr::col(Column::Pseudonym).is_in(pseudonyms.iter().map(String::as_str)),
        });
        for is_then in [from, to].into_iter().flatten() {
            select.and_where(is_then);
        }
    } else {
        // Times are in the order of numbers: one index tells where they begin and end, and the other leads through what is between.
        if let Some(first) = from.map(|from| edge(tenant, from, Order::Asc)) {
            select.and_where(Expr::col(Column::Number).gte(first));
        }
        if let Some(last) = to.map(|to| edge(tenant, to, Order::Desc)) {
            select.and_where(Expr::col(Column::Number).lte(last));
        }
    }
    found(store, tenant, select.order_by(Column::Number, Order::Asc).limit(Ord::min(limit, i64::MAX as u64))).await
}

/// Up to `limit` events of a pseudonym in a tenant before the number `before`, the newest first.
pub(super) async fn newest(
    store: &Store,
    tenant: &str,
    pseudonym: &str,
    (before, limit): (i64, u64),
) -> Result<Vec<Numbered>> {
    let mut select = of_tenant(tenant);
    select
        .and_where(Expr::col(Column::Pseudonym).eq(pseudonym))
        .and_where(Expr::col(Column::Number).lt(before))
        .order_by(Column::Number, Order::Desc)
        .limit(Ord::min(limit, i64::MAX as u64));
    found(store, tenant, &select).await
}

fn of_tenant(tenant: &str) -> SelectStatement {
    Query::select()
        .columns([Column::Number, Column::Id, Column::At, Column::Pseudonym, Column::Payload, Column::Signature])
        .from(Entity)
        .and_where(Expr::col(Column::TenantId).eq(tenant))
        .to_owned()
}

async fn found(store: &Store, tenant: &str, select: &SelectStatement) -> Result<Vec<Numbered>> {
    let rows = store.reader().query_all(select).await?;
    let numbered = |row: &QueryResult| {
        let number = row.try_get("", "number")?;
        Ok((number, Row::read(tenant, number, row)))
    };
    let rows = rows.iter().map(numbered).collect::<std::result::Result<Vec<_>, DbErr>>()?;
    let pseudonyms = rows.iter().filter_map(|(_, row)| row.as_ref().ok()).map(|row| row.pseudonym.as_str());
    let subjects = subject::called(store, tenant, pseudonyms.collect()).await?;
    let found = |row: Row| Found { subject: subjects.get(&row.pseudonym).cloned(), row };
    Ok(rows.into_iter().map(|(number, row)| (number, row.map(found))).collect())
}

/// The number of the first event, or the last, of those that fit; null where none does.
fn edge(tenant: &str, fits: Expr, order: Order) -> Expr {
    let select: SelectStatement = Query::select()
        .column(Column::Number)
        .from(Entity)
        .and_where(Expr::col(Column::TenantId).eq(tenant))
        .and_where(fits)
        .order_by(Column::At, order.clone())
        .order_by(Column::Number, order)
        .limit(1)
        .to_owned();
    Expr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(select)))
}

/// An event of the transaction's tenant.
pub(super) async fn find(transaction: &Transaction, number: i64) -> Result<Option<Row>> {
    let key = (transaction.tenant().to_owned(), number);
    Ok(Entity::find_by_id(key).one(&**transaction).await?)
}

pub(super) async fn insert(transaction: &Transaction, rows: &[Row]) -> Result<()> {
    for part in parts(rows) {
        let rows = part.iter().cloned().map(IntoActiveModel::into_active_model);
        transaction.run_last(Entity::insert_many(rows).build(transaction.store().dialect())).await?;
    }
    Ok(())
}

/// The number that is out of the order: the first one behind `last`, or one below 1.
pub(super) async fn stray(store: &Store, tenant: &str, last: i64) -> Result<Option<i64>> {
    for is_stray in [Expr::col(Column::Number).gt(last), Expr::col(Column::Number).lt(1)] {
        let select = Query::select()
            .column(Column::Number)
            .from(Entity)
            .and_where(Expr::col(Column::TenantId).eq(tenant))
            .and_where(is_stray)
            .order_by(Column::Number, Order::Asc)
            .limit(1)
            .to_owned();
        if let Some(row) = store.reader().query_one(&select).await? {
            return Ok(Some(row.try_get("", "number")?));
        }
    }
    Ok(None)
}

/// Of the tenant's subjects behind one of them, up to `count` in their order: the last one, and whether all of them have events. `None` behind the last of all.
pub(super) async fn of_subjects(
    store: &Store,
    tenant: &str,
    after: &str,
    count: u64,
) -> Result<Option<(String, bool)>> {
    let event = Query::select()
        .column((Entity, Column::Number))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::TenantId)).equals((subject::Entity, subject::Column::TenantId)))
        .and_where(Expr::col((Entity, Column::Pseudonym)).equals((subject::Entity, subject::Column::Pseudonym)))
        .limit(1)
        .to_owned();
    let select = Query::select()
        .column((subject::Entity, subject::Column::Subject))
        .expr_as(Expr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(event))), "event")
        .from(subject::Entity)
        .and_where(Expr::col((subject::Entity, subject::Column::TenantId)).eq(tenant))
        .and_where(Expr::col((subject::Entity, subject::Column::Subject)).gt(after))
        .order_by((subject::Entity, subject::Column::Subject), Order::Asc)
        .limit(count)
        .to_owned();
    let (mut last, mut have_events) = (None, true);
    for row in store.reader().query_all(&select).await? {
        last = Some(row.try_get("", "subject")?);
        have_events &= row.try_get::<Option<i64>>("", "event")?.is_some();
    }
    Ok(last.map(|last| (last, have_events)))
}

//! An event as the database holds it: whose it is, and what it says, is sealed.

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, SubQueryStatement};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, Order, QueryResult};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

pub(super) use self::entity::Model as Row;
use self::entity::{Column, Entity};
use super::subject_key::SubjectKey;
use super::{Filter, subject};
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
pub(super) struct Content {
    pub(super) subject: String,
    pub(super) payload: Box<RawValue>,
    /// Of the payload's canonical form. Outside, it would tell whoever guesses a payload whether it was that.
    pub(super) payload_signature: String,
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
    subject: Option<(String, Sealed)>,
}

impl Found {
    /// What it says; `None` when its subject was erased.
    ///
    /// # Errors
    /// [`Error::Internal`] when it, or the row of its subject, was changed.
    pub(super) fn content(&self, store: &Store) -> Result<Option<Content>> {
        let Some((subject, key)) = &self.subject else { return Ok(None) };
        let key = subject::open_key(store, &self.row.tenant_id, &self.row.pseudonym, key)?;
        let content = Content::open(&key, &self.row)?;
        if content.subject == *subject {
            Ok(Some(content))
        } else {
            let context = context(&self.row.tenant_id, self.row.number);
            Err(Error::internal(format!("{context}: its subject has another name now")))
        }
    }

    fn read(tenant: &str, number: i64, row: &QueryResult) -> std::result::Result<Self, DbErr> {
        let subject: Option<String> = row.try_get("", "subject")?;
        let key: Option<Vec<u8>> = row.try_get("", "key")?;
        Ok(Self {
            row: Row {
                tenant_id: tenant.to_owned(),
                number,
                id: row.try_get("", "id")?,
                at: row.try_get("", "at")?,
                pseudonym: row.try_get("", "pseudonym")?,
                payload: Sealed(row.try_get("", "payload")?),
                signature: row.try_get("", "signature")?,
            },
            subject: subject.zip(key.map(Sealed)),
        })
    }
}

/// A row by its number; an error where the rest of it can't be read.
pub(super) type Numbered = (i64, std::result::Result<Found, DbErr>);

/// Up to `limit` events of a tenant behind `after`, in the order of their numbers.
pub(super) async fn behind(
    store: &Store,
    tenant: &str,
    (after, limit): (i64, u64),
    (filter, pseudonym): (&Filter, Option<&str>),
) -> Result<Vec<Numbered>> {
    let is_subject = Expr::col((subject::Entity, subject::Column::TenantId))
        .equals((Entity, Column::TenantId))
        .and(Expr::col((subject::Entity, subject::Column::Pseudonym)).equals((Entity, Column::Pseudonym)));
    let mut select = Query::select();
    for column in [Column::Number, Column::Id, Column::At, Column::Pseudonym, Column::Payload, Column::Signature] {
        select.column((Entity, column));
    }
    select
        .column((subject::Entity, subject::Column::Subject))
        .column((subject::Entity, subject::Column::Key))
        .from(Entity)
        .left_join(subject::Entity, is_subject)
        .and_where(Expr::col((Entity, Column::TenantId)).eq(tenant))
        .and_where(Expr::col((Entity, Column::Number)).gt(after));
    if let Some(pseudonym) = pseudonym {
        select.and_where(Expr::col((Entity, Column::Pseudonym)).eq(pseudonym));
    }
    // Times are in the order of numbers, so that the one index leads to where the other begins.
    if let Some(from) = filter.from {
        let first = edge(tenant, Expr::col(Column::At).gte(from), Order::Asc);
        select.and_where(Expr::col((Entity, Column::Number)).gte(first));
    }
    if let Some(to) = filter.to {
        let last = edge(tenant, Expr::col(Column::At).lt(to), Order::Desc);
        select.and_where(Expr::col((Entity, Column::Number)).lte(last));
    }
    select.order_by((Entity, Column::Number), Order::Asc).limit(Ord::min(limit, i64::MAX as u64));
    let rows = store.reader().query_all(&select).await?;
    let numbered = |row: &QueryResult| {
        let number = row.try_get("", "number")?;
        Ok((number, Found::read(tenant, number, row)))
    };
    rows.iter().map(numbered).collect()
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
        Entity::insert_many(rows).exec_without_returning(&**transaction).await?;
    }
    Ok(())
}

/// A subject of the tenant that has a pseudonym and no event, as none ever has that was written by [`append`](super::append).
pub(super) async fn has_stray_subject(store: &Store, tenant: &str) -> Result<bool> {
    let event = Query::select()
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::TenantId)).equals((subject::Entity, subject::Column::TenantId)))
        .and_where(Expr::col((Entity, Column::Pseudonym)).equals((subject::Entity, subject::Column::Pseudonym)))
        .to_owned();
    let stray = Query::select()
        .column(subject::Column::Pseudonym)
        .from(subject::Entity)
        .and_where(Expr::col((subject::Entity, subject::Column::TenantId)).eq(tenant))
        .and_where(Expr::exists(event).not())
        .limit(1)
        .to_owned();
    Ok(store.reader().query_one(&stray).await?.is_some())
}

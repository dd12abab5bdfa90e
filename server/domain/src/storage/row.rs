//! The life of a row, once for all of them: found, made, locked, replaced, removed.
//!
//! Each change writes its audit event and notes in its transaction what it makes stale, so nobody who changes a row has to think of either.

use std::sync::Arc;

use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::{Expr, ExprTrait, IntoCondition};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, IntoActiveModel, Iterable, ModelTrait,
    PrimaryKeyTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, SqlErr, Statement, Value,
};
use serde::Serialize;

use crate::installation::acting::Acting;
use crate::installation::audit::{self, Change};
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::store::Transaction;
use crate::storage::unreadable;
use crate::{Error, Result, Store, error, validate};

/// Bytes of a version's digest: two versions of a row aren't the same by chance.
const VERSION_LENGTH: usize = 18;

/// A model whose key is the tenant and an id: it can be found.
pub trait Keyed:
    ModelTrait<Entity: EntityTrait<Model = Self, PrimaryKey: PrimaryKeyTrait<ValueType = (String, String)>>>
    + FromQueryResult
{
}

impl<M> Keyed for M where
    M: ModelTrait<Entity: EntityTrait<Model = M, PrimaryKey: PrimaryKeyTrait<ValueType = (String, String)>>>
        + FromQueryResult
{
}

/// A row that is administered: its changes are audited, and what was cached of it ends with them.
pub trait Row:
    Keyed
    + IntoActiveModel<<<Self as ModelTrait>::Entity as EntityTrait>::ActiveModel>
    + Serialize
    + PartialEq
    + Send
    + Sync
{
    /// What it is called in errors and in the audit log, in snake case.
    const THING: &'static str;
    /// What a change of it makes stale. Kinds of cached values name it, and those of the rows whose removal takes this one along.
    const AREA: Area;

    /// Whose removal takes it along, as thing and id: what is gone when the database says that a parent is.
    fn parent(&self) -> (&'static str, &str);

    /// Its id.
    fn id(&self) -> &str;

    /// What its creation makes stale: usually nothing that is made of rows which were there.
    fn area_of_creation(&self) -> Area {
        Self::AREA.created()
    }

    /// What else the database keeps unique of it, as field and value.
    fn unique(&self) -> Vec<(&'static str, &str)> {
        Vec::new()
    }

    /// What is sealed or digested in rows that are a part of it, and serialized nowhere.
    fn hidden(&self) -> Vec<&[u8]> {
        Vec::new()
    }

    /// Another text, without a dot, whenever anything that is administered of it is another, secrets too: what its entity tags begin with. Made with a key, so that
    /// nobody can try out what they aren't shown of it.
    ///
    /// # Errors
    /// [`Error::Internal`] when it can't be serialized.
    fn version(&self, store: &Store) -> Result<String> {
        let mut version = Version::begin(store)?;
        let mut row = serde_json::to_value(self).map_err(Error::internal)?;
        // Each database keeps the members of an object in an order of its own, and it is the same row.
        row.sort_all_objects();
        version.add(&serde_json::to_vec(&row).map_err(Error::internal)?);
        // Sealed secrets are all that is kept in bytes, and serialized nowhere. Each sealing has a nonce of its own.
        for column in <<Self as ModelTrait>::Entity as EntityTrait>::Column::iter() {
            if let Value::Bytes(Some(sealed)) = self.get(column) {
                version.add(&sealed);
            }
        }
        for hidden in self.hidden() {
            version.add(hidden);
        }
        Ok(version.end())
    }
}

/// A version that is being made of all that counts of a thing.
pub(crate) struct Version(hmac::Context);

impl Version {
    pub(crate) fn begin(store: &Store) -> Result<Self> {
        Ok(Self(hmac::Context::with_key(store.version_key()?)))
    }

    pub(crate) fn add(&mut self, part: &[u8]) {
        // With its length, so that no two rows of parts are the same bytes.
        self.0.update(&(part.len() as u64).to_be_bytes());
        self.0.update(part);
    }

    pub(crate) fn end(self) -> String {
        URL_SAFE_NO_PAD.encode(&self.0.sign().as_ref()[..VERSION_LENGTH])
    }
}

/// What a caller believes of a row who changes it (`If-Match`, RFC 9110 §13.1.1). Whichever it is, it is not so of a row that isn't there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Precondition {
    /// That it is there.
    Exists,
    /// That it has one of these [`Row::version`]s.
    HasVersion(Vec<String>),
}

impl Precondition {
    pub(crate) fn check<R: Row>(&self, store: &Store, row: &R) -> Result<()> {
        self.is_met_by(|| row.version(store)).and_then(|met| if met { Ok(()) } else { Err(failed(row)) })
    }

    /// Is it so of what is there, and has this version?
    pub(crate) fn is_met_by(&self, version: impl FnOnce() -> Result<String>) -> Result<bool> {
        match self {
            Self::Exists => Ok(true),
            Self::HasVersion(versions) => Ok(versions.contains(&version()?)),
        }
    }
}

fn failed<R: Row>(row: &R) -> Error {
    Error::PreconditionFailed { thing: R::THING, id: row.id().to_owned() }
}

/// The row of a tenant with this id.
pub(crate) async fn find<R: Keyed>(connection: &impl ConnectionTrait, tenant: &str, id: &str) -> Result<Option<R>> {
    if !can_exist(tenant, id) {
        return Ok(None);
    }
    Ok(<R::Entity as EntityTrait>::find_by_id(key(tenant, id)).one(connection).await?)
}

/// As [`find`], through the cache.
pub(crate) async fn find_cached<R: Keyed + Sync + 'static>(
    store: &Store,
    freshness: Freshness,
    tenant: &str,
    kind: Kind<R>,
    id: &str,
) -> Result<Option<Arc<R>>> {
    if !can_exist(tenant, id) {
        return Ok(None);
    }
    store.cached_option(freshness, tenant, kind, id, || find(store.reader(), tenant, id)).await
}

/// The rows of a tenant that fit and can be read, in the order of their creation.
pub(crate) async fn list<R: Keyed>(store: &Store, tenant: &str, condition: impl IntoCondition) -> Result<Vec<R>> {
    let select = <R::Entity as EntityTrait>::find().filter(Expr::col("tenant_id").eq(tenant)).filter(condition);
    let in_order = select.order_by_asc(Expr::col("created_at")).order_by_asc(Expr::col("id"));
    unreadable::all(store, store.reader(), in_order).await
}

/// Whether there can be such a row: finders that ask the cache first ask this before, so that it never hears of what can't be.
pub(crate) fn can_exist(tenant: &str, id: &str) -> bool {
    validate::is_plausible_id(tenant) && validate::is_plausible_id(id)
}

/// The row as it is in this transaction, which nobody else changes before it ends.
pub(crate) async fn locked<R: Row>(transaction: &Transaction, id: &str) -> Result<R> {
    let gone = || Error::not_found(R::THING, id);
    if !can_exist(transaction.tenant(), id) {
        return Err(gone());
    }
    let select = <R::Entity as EntityTrait>::find_by_id(key(transaction.tenant(), id)).lock_exclusive();
    select.one(&**transaction).await?.ok_or_else(gone)
}

/// Makes a row for which nothing is read under a lock. On `SQLite` it goes to the disk together with others that wait.
pub(crate) async fn create<R: Row>(acting: &Acting, row: &R) -> Result<()> {
    create_with(acting, row, Vec::new()).await
}

/// As [`create`], with rows that hang on it.
pub(crate) async fn create_with<R: Row>(acting: &Acting, row: &R, others: Vec<Statement>) -> Result<()> {
    if acting.precondition().is_some() {
        return Err(failed(row));
    }
    let store = acting.store();
    acting.begins_to_change();
    let insertion = <R::Entity as EntityTrait>::insert(row.clone().into_active_model()).build(store.dialect());
    let mut statements = vec![insertion];
    statements.extend(others);
    statements.push(audit::insertion(acting, &Change::created(R::THING, row.id(), row))?);
    store.insert(acting.tenant(), row.area_of_creation(), statements).await.map_err(|error| violated(error, row))
}

/// Makes a row.
pub(crate) async fn insert<R: Row>(transaction: &Transaction, row: &R) -> Result<()> {
    write(transaction, row).await?;
    created(transaction, row).await
}

/// The first half of [`insert`], for a row that its event shows with what is made after it.
pub(crate) async fn write<R: Row>(transaction: &Transaction, row: &R) -> Result<()> {
    if transaction.take_precondition().is_some() {
        return Err(failed(row));
    }
    transaction.touch(row.area_of_creation());
    let insertion = <R::Entity as EntityTrait>::insert(row.clone().into_active_model());
    // Boxed, as below: rows are large, and they are in there several times.
    let written = Box::pin(insertion.exec_without_returning(&**transaction)).await;
    written.map_err(|error| violated(error, row))?;
    Ok(())
}

/// The second half of [`insert`].
pub(crate) async fn created<R: Row>(transaction: &Transaction, row: &R) -> Result<()> {
    audit::record(transaction, Change::created(R::THING, row.id(), row)).await
}

/// Makes rows that come along with another one, under whose event they are.
pub(crate) async fn insert_along<R: Row>(transaction: &Transaction, rows: Vec<R>) -> Result<()> {
    for row in &rows {
        transaction.touch(row.area_of_creation());
    }
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    <R::Entity as EntityTrait>::insert_many(rows).exec_without_returning(&**transaction).await?;
    Ok(())
}

/// Puts `after` in the place of `before`, which is [`locked`]. The caller's precondition is held against the first row that is made, replaced or
/// removed. Who finds that the row is already what it shall become needn't come here: then the change was made before (RFC 9110 §13.1.1).
pub(crate) async fn replace<R: Row>(transaction: &Transaction, before: &R, after: &R) -> Result<()> {
    check_precondition(transaction, before)?;
    transaction.touch(R::AREA);
    let update = <R::Entity as EntityTrait>::update(after.clone().into_active_model().reset_all());
    Box::pin(update.exec(&**transaction)).await.map_err(|error| violated(error, after))?;
    audit::record(transaction, Change::changed(R::THING, before.id(), before, after)).await
}

/// A whole change of a row on which nothing else depends: what `change` makes of it. What stays as it was is not written.
pub(crate) async fn change<R: Row>(
    acting: &Acting,
    id: &str,
    change: impl FnOnce(&R) -> Result<R> + Send,
) -> Result<R> {
    let transaction = acting.begin().await?;
    let before: R = locked(&transaction, id).await?;
    let after = change(&before)?;
    if after == before {
        return Ok(before);
    }
    replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// A whole removal of a row, unless `check` refuses it.
pub(crate) async fn delete<R: Row>(
    acting: &Acting,
    id: &str,
    check: impl FnOnce(&R) -> Result<()> + Send,
) -> Result<()> {
    let transaction = acting.begin().await?;
    let before: R = locked(&transaction, id).await?;
    check(&before)?;
    remove(&transaction, &before).await?;
    transaction.commit().await
}

/// Removes a row, which is [`locked`], and all that the database says goes along.
pub(crate) async fn remove<R: Row>(transaction: &Transaction, before: &R) -> Result<()> {
    check_precondition(transaction, before)?;
    transaction.touch(R::AREA);
    let removal = <R::Entity as EntityTrait>::delete_by_id(key(transaction.tenant(), before.id()));
    removal.exec(&**transaction).await.map_err(|error| match error.sql_err() {
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => {
            Error::refused("in_use", format!("something that is still there uses this {}", R::THING))
        }
        _ => error.into(),
    })?;
    audit::record(transaction, Change::removed(R::THING, before.id(), before)).await
}

/// What the caller believes of the row, which is [`locked`]: for a change that begins with others.
pub(crate) fn check_precondition<R: Row>(transaction: &Transaction, before: &R) -> Result<()> {
    transaction.take_precondition().map_or(Ok(()), |precondition| precondition.check(transaction.store(), before))
}

/// What a violated constraint means: a parent that was there when we looked is gone now, or a value is taken.
fn violated<R: Row>(error: DbErr, row: &R) -> Error {
    let (parent, parent_id) = row.parent();
    match error::parent_gone(error, parent, parent_id) {
        Ok(gone) => gone,
        Err(error) => {
            let mut fields = row.unique();
            fields.push(("id", row.id()));
            error::unique(error, R::THING, &fields)
        }
    }
}

fn key(tenant: &str, id: &str) -> (String, String) {
    (tenant.to_owned(), id.to_owned())
}

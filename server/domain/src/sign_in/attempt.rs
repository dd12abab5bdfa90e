//! Failures of those who may be guessing, counted for every replica at once: passwords and user codes have few enough bits to be guessed.

use aws_lc_rs::digest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryTrait, Statement};

pub(crate) use self::entity::Entity;
use self::entity::{Column, Model};
use crate::installation::acting::Acting;
use crate::sign_in::trail;
use crate::storage::cache::Area;
use crate::storage::expiring::Expiring;
use crate::{Error, Result, Store, error};

#[expect(unreachable_pub, reason = "sea-orm derives public items, which can't be made of private ones")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "attempts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Of what is guessed at: a name can be any text.
        #[sea_orm(primary_key, auto_increment = false)]
        pub digest: String,
        pub failures: i32,
        /// Seconds since the epoch.
        pub expires_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Expiring for Entity {
    const KEY: Column = Column::Digest;
    const EXPIRES_AT: Column = Column::ExpiresAt;
}

/// What is guessed at, and how often one may be wrong.
#[derive(Clone, Copy, Debug)]
pub struct Limit<'a> {
    /// What it is counted for: `password:{server}:{method}:{name}`, `address:{server}:{address}`, … Never a secret.
    pub key: &'a str,
    /// Failures that are allowed,
    pub failures: i32,
    /// in so many seconds from the first.
    pub seconds: i64,
}

/// Seconds until one may try again; `None` when one may now.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn retry_after(store: &Store, tenant: &str, limits: &[Limit<'_>]) -> Result<Option<i64>> {
    let now = store.now().timestamp();
    let digests: Vec<String> = limits.iter().map(|limit| digest_of(limit.key)).collect();
    let rows = Entity::find()
        .filter(Column::TenantId.eq(tenant))
        .filter(Column::Digest.is_in(&digests))
        .filter(Column::ExpiresAt.gt(now))
        .all(store.reader())
        .await?;
    let reached = |(limit, digest): (&Limit<'_>, &String)| {
        let row = rows.iter().find(|row| row.digest == *digest)?;
        (row.failures >= limit.failures).then_some(row.expires_at - now)
    };
    Ok(limits.iter().zip(&digests).filter_map(reached).max())
}

/// Counts a failure against each limit.
///
/// # Errors
/// [`Error::NotFound`] for an unknown tenant; [`Error::Unavailable`] without database.
pub async fn failed(store: &Store, tenant: &str, limits: &[Limit<'_>]) -> Result<()> {
    write(store, tenant, counted(store, tenant, limits)).await
}

/// As [`failed`], of a password at a sign-in method, with its [event](trail): `username` is that of a user of the method, if it was one's.
///
/// # Errors
/// Those of [`failed`].
pub async fn password_failed(
    acting: &Acting,
    limits: &[Limit<'_>],
    server_id: &str,
    method_id: &str,
    username: Option<&str>,
) -> Result<()> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let mut statements = counted(store, tenant, limits);
    statements.push(trail::sign_in_failed(acting, server_id, method_id, None, username)?);
    write(store, tenant, statements).await
}

fn counted(store: &Store, tenant: &str, limits: &[Limit<'_>]) -> Vec<Statement> {
    let now = store.now().timestamp();
    let counted = limits.iter().map(|limit| {
        let expires_at = now + limit.seconds;
        let row = Model { tenant_id: tenant.to_owned(), digest: digest_of(limit.key), failures: 1, expires_at };
        let over = || Expr::col((Entity, Column::ExpiresAt)).lte(now);
        let again = OnConflict::columns([Column::TenantId, Column::Digest])
            .value(
                Column::Failures,
                CaseStatement::new().case(over(), 1).finally(Expr::col((Entity, Column::Failures)).add(1)),
            )
            .value(
                Column::ExpiresAt,
                CaseStatement::new().case(over(), expires_at).finally(Expr::col((Entity, Column::ExpiresAt))),
            )
            .to_owned();
        Entity::insert(row.into_active_model()).on_conflict(again).build(store.dialect())
    });
    counted.collect()
}

async fn write(store: &Store, tenant: &str, statements: Vec<Statement>) -> Result<()> {
    store
        .write(tenant, Area::NONE, statements)
        .await
        .map_err(|error| error::parent_gone(error, "tenant", tenant).unwrap_or_else(Error::from))?;
    Ok(())
}

fn digest_of(key: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, key.as_bytes()))
}

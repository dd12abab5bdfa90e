//! Failures of those who may be guessing, counted for every replica at once: passwords and user codes have few enough bits to be guessed.

use aws_lc_rs::digest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryTrait, Statement};

pub(crate) use self::entity::Entity;
use self::entity::{ActiveModel, Column, Model};
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

/// Counts one against each limit before it is known what comes of it, or none where a limit is reached: then it says the seconds until one may. However many
/// arrive together, no more are let through than a limit allows, since it is the counting that decides.
///
/// # Errors
/// [`Error::NotFound`] for an unknown tenant; [`Error::Unavailable`] without database.
pub async fn take(store: &Store, tenant: &str, limits: &[Limit<'_>]) -> Result<Option<i64>> {
    // Who is refused anyway costs a read and no write.
    if let Some(seconds) = retry_after(store, tenant, limits).await? {
        return Ok(Some(Ord::max(seconds, 1)));
    }
    for (place, limit) in limits.iter().enumerate() {
        let over = Expr::col((Entity, Column::ExpiresAt)).lte(store.now().timestamp());
        let mut again = counting(store, limit);
        again.action_and_where(over.or(Expr::col((Entity, Column::Failures)).lt(limit.failures)));
        let mut taking = Entity::insert(first(store, tenant, limit)).on_conflict(again).into_query();
        // Returns nothing where the row stays as it is.
        taking.returning_col(Column::Digest);
        if write(store, tenant, vec![store.dialect().build(&taking)]).await? == 0 {
            give_back(store, tenant, &limits[..place]).await?;
            let seconds = retry_after(store, tenant, std::slice::from_ref(limit)).await?;
            // Its time may be over since.
            return Ok(Some(Ord::max(seconds.unwrap_or_default(), 1)));
        }
    }
    Ok(None)
}

/// Uncounts what was [taken](take) and turned out to be no failure.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn give_back(store: &Store, tenant: &str, limits: &[Limit<'_>]) -> Result<()> {
    if limits.is_empty() {
        return Ok(());
    }
    let digests = limits.iter().map(|limit| digest_of(limit.key));
    let giving_back = Entity::update_many()
        .col_expr(Column::Failures, Expr::col(Column::Failures).sub(1))
        .filter(Column::TenantId.eq(tenant))
        .filter(Column::Digest.is_in(digests))
        .filter(Column::Failures.gt(0))
        .filter(Column::ExpiresAt.gt(store.now().timestamp()))
        .build(store.dialect());
    write(store, tenant, vec![giving_back]).await?;
    Ok(())
}

/// Counts a failure against each limit, with the [event](trail) of a password at a sign-in method: `username` is that of a user of the method, if it was one's. What was
/// counted before doesn't matter here: who comes has been looked at already.
///
/// # Errors
/// [`Error::NotFound`] for an unknown tenant; [`Error::Unavailable`] without database.
pub async fn password_failed(
    acting: &Acting,
    limits: &[Limit<'_>],
    server_id: &str,
    method_id: &str,
    username: Option<&str>,
) -> Result<()> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let mut statements: Vec<Statement> = limits
        .iter()
        .map(|limit| {
            let again = counting(store, limit);
            Entity::insert(first(store, tenant, limit)).on_conflict(again).build(store.dialect())
        })
        .collect();
    statements.push(trail::sign_in_failed(acting, server_id, method_id, None, username)?);
    write(store, tenant, statements).await?;
    Ok(())
}

/// The row of the first that is counted.
fn first(store: &Store, tenant: &str, limit: &Limit<'_>) -> ActiveModel {
    let expires_at = store.now().timestamp() + limit.seconds;
    let digest = digest_of(limit.key);
    Model { tenant_id: tenant.to_owned(), digest, failures: 1, expires_at }.into_active_model()
}

/// One more where there is a row, from the beginning where its time is over.
fn counting(store: &Store, limit: &Limit<'_>) -> OnConflict {
    let now = store.now().timestamp();
    let over = || Expr::col((Entity, Column::ExpiresAt)).lte(now);
    OnConflict::columns([Column::TenantId, Column::Digest])
        .value(
            Column::Failures,
            CaseStatement::new().case(over(), 1).finally(Expr::col((Entity, Column::Failures)).add(1)),
        )
        .value(
            Column::ExpiresAt,
            CaseStatement::new().case(over(), now + limit.seconds).finally(Expr::col((Entity, Column::ExpiresAt))),
        )
        .to_owned()
}

/// How many rows were returned.
async fn write(store: &Store, tenant: &str, statements: Vec<Statement>) -> Result<usize> {
    let written = store.write(tenant, Area::NONE, statements).await;
    written.map_err(|error| error::parent_gone(error, "tenant", tenant).unwrap_or_else(Error::from))
}

fn digest_of(key: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, key.as_bytes()))
}

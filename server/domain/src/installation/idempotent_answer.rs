//! Answers that are kept for whoever asks the same again, for all replicas at once. What is the same, and for how long it counts, the caller says.

use std::time::Duration;

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryTrait, Statement};

pub(crate) use self::entity::Entity;
use self::entity::{Column, Model};
use crate::storage::cache::Area;
use crate::storage::expiring::Expiring;
use crate::{Error, Result, Store, error, identifier, validate};

#[expect(unreachable_pub, reason = "sea-orm derives public items, which can't be made of private ones")]
mod entity {
    use sea_orm::entity::prelude::*;

    use crate::storage::seal::Sealed;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "idempotent_answers")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Of who asks, and by which key.
        #[sea_orm(primary_key, auto_increment = false)]
        pub digest: String,
        /// Of what is asked. The request itself isn't kept.
        pub fingerprint: String,
        /// Which of those that had the key one after another carries it out, or did.
        pub claim: String,
        /// Once it is carried out. It may hold a secret.
        pub answer: Option<Sealed>,
        /// Seconds since the epoch, the last in which it counts.
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

/// What a claim of a key came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyClaim {
    /// The key is the caller's, who holds it under this name.
    Held(String),
    /// Somebody else holds it, and has no answer yet.
    HeldByAnother,
    /// There is an answer: this.
    Answered(Vec<u8>),
    /// The key was claimed for something with another fingerprint.
    Mismatched,
}

/// Claims a key for as long as `held_for`, unless somebody has it. Of several replicas that claim one at once, one gets [`KeyClaim::Held`].
///
/// # Errors
/// [`Error::NotFound`] for an unknown tenant; [`Error::Unavailable`] without database; [`Error::Internal`] for an answer that can't be opened.
pub async fn claim(
    store: &Store,
    tenant: &str,
    digest: &str,
    fingerprint: &str,
    held_for: Duration,
) -> Result<KeyClaim> {
    if !validate::is_plausible_id(tenant) {
        return Err(Error::not_found("tenant", tenant));
    }
    // Whoever waits for an answer, or gets one, writes nothing.
    if let Some(known) = found(store, tenant, digest, fingerprint).await? {
        return Ok(known);
    }
    let claim = identifier::secret(store.environment())?;
    let row = Model {
        tenant_id: tenant.to_owned(),
        digest: digest.to_owned(),
        fingerprint: fingerprint.to_owned(),
        claim: claim.clone(),
        answer: None,
        expires_at: expiry(store, held_for),
    };
    // One statement, so that nobody comes between looking and claiming: a row that has expired is taken over, any other stays as it is.
    let taken_over = OnConflict::columns([Column::TenantId, Column::Digest])
        .update_columns([Column::Fingerprint, Column::Claim, Column::Answer, Column::ExpiresAt])
        .action_and_where(Expr::col((Entity, Column::ExpiresAt)).lt(store.now().timestamp()))
        .to_owned();
    let mut claiming = Entity::insert(row.into_active_model()).on_conflict(taken_over).into_query();
    // Returns nothing where the row stays.
    claiming.returning_col(Column::Claim);
    let claimed = write(store, tenant, store.dialect().build(&claiming)).await;
    if claimed.map_err(|error| error::parent_gone(error, "tenant", tenant).unwrap_or_else(Error::from))? {
        return Ok(KeyClaim::Held(claim));
    }
    // Given up since, where there is none: whoever waits asks again.
    Ok(found(store, tenant, digest, fingerprint).await?.unwrap_or(KeyClaim::HeldByAnother))
}

/// What has become of a key, if it counts.
async fn found(store: &Store, tenant: &str, digest: &str, fingerprint: &str) -> Result<Option<KeyClaim>> {
    let found = Entity::find_by_id((tenant.to_owned(), digest.to_owned())).one(store.reader()).await?;
    let Some(found) = found.filter(|found| found.expires_at >= store.now().timestamp()) else { return Ok(None) };
    Ok(Some(match &found.answer {
        _ if found.fingerprint != fingerprint => KeyClaim::Mismatched,
        None => KeyClaim::HeldByAnother,
        Some(sealed) => KeyClaim::Answered(store.open(&place(tenant, digest, &found.claim), sealed)?),
    }))
}

/// Keeps the answer of the one who holds the key, for as long as `kept_for`. `false` when that is another one by now, whose affair the answer is then.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn keep(
    store: &Store,
    tenant: &str,
    digest: &str,
    claim: &str,
    answer: &[u8],
    kept_for: Duration,
) -> Result<bool> {
    let sealed = store.seal(&place(tenant, digest, claim), answer)?;
    let mut keeping = Entity::update_many()
        .col_expr(Column::Answer, Expr::value(Some(sealed.0)))
        .col_expr(Column::ExpiresAt, Expr::value(expiry(store, kept_for)))
        .filter(held(tenant, digest, claim))
        .into_query();
    keeping.returning_col(Column::Claim);
    Ok(write(store, tenant, store.dialect().build(&keeping)).await?)
}

/// Gives up the key: whoever comes next gets it. Without effect when another one holds it by now.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn release(store: &Store, tenant: &str, digest: &str, claim: &str) -> Result<()> {
    let releasing = Entity::delete_many().filter(held(tenant, digest, claim)).build(store.dialect());
    write(store, tenant, releasing).await?;
    Ok(())
}

/// A whole second more rather than a part of one less.
fn expiry(store: &Store, duration: Duration) -> i64 {
    store.now().timestamp().saturating_add_unsigned(duration.as_secs())
}

fn held(tenant: &str, digest: &str, claim: &str) -> Condition {
    Condition::all().add(Column::TenantId.eq(tenant)).add(Column::Digest.eq(digest)).add(Column::Claim.eq(claim))
}

/// Runs a statement on a row that no cache holds, and says whether it returned one.
async fn write(store: &Store, tenant: &str, statement: Statement) -> std::result::Result<bool, DbErr> {
    Ok(store.write(tenant, Area::NONE, vec![statement]).await? > 0)
}

/// Where an answer is sealed for: also for its claim, so that none is taken for the one before it.
fn place(tenant: &str, digest: &str, claim: &str) -> String {
    format!("idempotent_answer:{tenant}:{digest}:{claim}")
}

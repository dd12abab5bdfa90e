//! Access tokens that were revoked before they expired (RFC 7009).
//!
//! Every introspection asks. On `SQLite` the answer comes from a set in memory, which is exact because this process is the only one that
//! writes; on PostgreSQL from one lookup by primary key, because a revocation must count in every replica at once. Whoever has tokens can revoke any number of
//! them, so the set has a size: beyond it `SQLite` is asked like PostgreSQL, until enough of them have expired.

use std::sync::PoisonError;

use aws_lc_rs::digest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait, Statement};

pub(crate) use self::entity::Entity;
use self::entity::{Column, Model};
use crate::installation::acting::Acting;
use crate::installation::audit::Actor;
use crate::storage::cache::Area;
use crate::storage::expiring::Expiring;
use crate::storage::store::{Backend, FEW_REVOCATIONS};
use crate::{Error, Result, Store, error, validate};

#[expect(unreachable_pub, reason = "sea-orm derives public items, which can't be made of private ones")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "revoked_tokens")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Of tenant and `jti`: a caller's `jti` may be any text of any length.
        #[sea_orm(primary_key, auto_increment = false)]
        pub digest: String,
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

    fn forgotten(store: &Store, time: i64) {
        store.revocations().write().unwrap_or_else(PoisonError::into_inner).forget(time);
    }
}

impl Store {
    /// Reads the revocations into memory, on `SQLite`, unless there are very many; does nothing on PostgreSQL. Until it is called, each question is a query. After
    /// there were too many it is called again from time to time, with longer in between than any write takes.
    ///
    /// # Errors
    /// [`Error::Unavailable`] without database.
    pub async fn load_revocations(&self) -> Result<()> {
        if self.backend() == Backend::PostgreSql {
            return Ok(());
        }
        let known = || self.revocations().write().unwrap_or_else(PoisonError::into_inner);
        if !known().can_be_completed() {
            return Ok(());
        }
        // The writer: what isn't written yet is known, what was written before is read.
        let transaction = Acting::new(self, "", Actor::system()).begin().await?;
        let alive = Entity::find().filter(Column::ExpiresAt.gt(self.now().timestamp()));
        let rows: Vec<Model> = alive.limit(FEW_REVOCATIONS as u64 + 1).all(&*transaction).await?;
        if rows.len() <= FEW_REVOCATIONS {
            known().complete(rows.iter().filter_map(|row| {
                let digest = URL_SAFE_NO_PAD.decode(&row.digest).ok()?;
                Some((digest.try_into().ok()?, row.expires_at))
            }));
        }
        transaction.commit().await
    }
}

/// Revokes a token until `expires_at` (seconds since the epoch), when it is dead anyway. Again is no error.
///
/// # Errors
/// [`Error::NotFound`] for an unknown tenant; [`Error::Unavailable`] without database: it may have been revoked then.
pub async fn revoke(store: &Store, tenant: &str, jti: &str, expires_at: i64) -> Result<()> {
    if !validate::is_plausible_id(tenant) {
        return Err(Error::not_found("tenant", tenant));
    }
    store
        .write(tenant, Area::NONE, vec![revocation(store, tenant, jti, expires_at)])
        .await
        .map_err(|error| error::parent_gone(error, "tenant", tenant).unwrap_or_else(Error::from))?;
    Ok(())
}

/// As [`revoke`], as a statement for [`Store::write`]. In memory it counts from now on.
pub(crate) fn revocation(store: &Store, tenant: &str, jti: &str, expires_at: i64) -> Statement {
    let digest = digest_of(tenant, jti);
    // Before the write: a caller that goes away in between leaves a token revoked too much, never too little.
    if store.backend() == Backend::Sqlite {
        store.revocations().write().unwrap_or_else(PoisonError::into_inner).insert(digest, expires_at);
    }
    let row = Model { tenant_id: tenant.to_owned(), digest: URL_SAFE_NO_PAD.encode(digest), expires_at };
    let again = OnConflict::columns([Column::TenantId, Column::Digest]).do_nothing().to_owned();
    Entity::insert(row.into_active_model()).on_conflict(again).build(store.dialect())
}

/// Whether a token was revoked.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn is_revoked(store: &Store, tenant: &str, jti: &str) -> Result<bool> {
    is_any_revoked(store, tenant, &[jti]).await
}

/// Whether one of these was revoked, in one question.
pub(crate) async fn is_any_revoked(store: &Store, tenant: &str, jtis: &[&str]) -> Result<bool> {
    let digests: Vec<[u8; 32]> = jtis.iter().map(|jti| digest_of(tenant, jti)).collect();
    if let Some(known) = store.revocations().read().unwrap_or_else(PoisonError::into_inner).any(&digests) {
        return Ok(known);
    }
    if !validate::is_plausible_id(tenant) {
        return Ok(false);
    }
    let digests: Vec<String> = digests.iter().map(|digest| URL_SAFE_NO_PAD.encode(digest)).collect();
    let found = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Digest.is_in(digests));
    Ok(found.limit(1).one(store.reader()).await?.is_some())
}

fn digest_of(tenant: &str, jti: &str) -> [u8; 32] {
    let mut context = digest::Context::new(&digest::SHA256);
    context.update(tenant.as_bytes());
    context.update(&[0]);
    context.update(jti.as_bytes());
    let mut bytes = [0; 32];
    bytes.copy_from_slice(context.finish().as_ref());
    bytes
}

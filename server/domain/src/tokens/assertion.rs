//! Client assertions that were used, so that none is used twice (RFC 7523 §3, item 7).

use aws_lc_rs::digest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, IntoActiveModel, QueryTrait};

pub(crate) use self::entity::Entity;
use self::entity::{Column, Model};
use crate::storage::cache::Area;
use crate::storage::expiring::Expiring;
use crate::{Error, Result, Store, error, validate};

#[expect(unreachable_pub, reason = "sea-orm derives public items, which can't be made of private ones")]
mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "used_assertions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Of tenant, client and `jti`: a caller's `jti` may be any text of any length.
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
}

/// An assertion, by whose it is and what it is called.
#[derive(Clone, Copy, Debug)]
pub struct Assertion<'a> {
    /// The client that made it.
    pub client_id: &'a str,
    /// Its own name for it.
    pub jti: &'a str,
}

/// Claims an assertion for its one use. `false` when it was used before; of several replicas that claim one at once, one gets `true`.
/// `expires_at` (seconds since the epoch) is when it may be forgotten, because it is refused for its age then.
///
/// # Errors
/// [`Error::NotFound`] for an unknown tenant; [`Error::Unavailable`] without database.
pub async fn claim(store: &Store, tenant: &str, assertion: Assertion<'_>, expires_at: i64) -> Result<bool> {
    if !validate::is_plausible_id(tenant) {
        return Err(Error::not_found("tenant", tenant));
    }
    let mut context = digest::Context::new(&digest::SHA256);
    context.update(tenant.as_bytes());
    context.update(&[0]);
    context.update(assertion.client_id.as_bytes());
    context.update(&[0]);
    context.update(assertion.jti.as_bytes());
    let digest = URL_SAFE_NO_PAD.encode(context.finish());
    let row = Model { tenant_id: tenant.to_owned(), digest, expires_at };
    let again = OnConflict::columns([Column::TenantId, Column::Digest]).do_nothing().to_owned();
    let mut query = Entity::insert(row.into_active_model()).on_conflict(again).into_query();
    // Returns nothing where the row was there.
    query.returning_col(Column::Digest);
    let claimed = store.write(tenant, Area::NONE, vec![store.dialect().build(&query)]).await;
    Ok(claimed.map_err(|error| error::parent_gone(error, "tenant", tenant).unwrap_or_else(Error::from))? == 1)
}

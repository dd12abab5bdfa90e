//! Whether a user may sign in, and since when: what every token of theirs asks, so it is kept in memory until a user is suspended or removed.

use std::sync::Arc;

use sea_orm::{EntityTrait, QuerySelect};

use super::{Column, Entity};
use crate::sign_in::session::Authentication;
use crate::storage::cache::{self, Area, Freshness};
use crate::storage::row;
use crate::{Result, Store};

const STANDING: cache::Kind<Standing> = cache::Kind::of_rows(Area::USERS.with(Area::TENANTS));

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Standing {
    is_suspended: bool,
    stamp: i64,
}

/// That a tenant has users: that it has none ends with any that is made.
const ANY: cache::Kind<()> = cache::Kind::of_rows(Area::USERS.with(Area::TENANTS));

/// Has the tenant users, so that they can sign in?
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub(crate) async fn has_users(store: &Store, tenant: &str) -> Result<bool> {
    let load = || async { Ok(super::any(store.reader(), tenant).await?.then_some(())) };
    Ok(store.cached_option(Freshness::Notified, tenant, ANY, tenant, load).await?.is_some())
}

/// Could whoever signed in so still do it?
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub(crate) async fn still_signs_in(store: &Store, tenant: &str, user: &Authentication) -> Result<bool> {
    let standing = find(store, tenant, &user.subject).await?;
    Ok(standing.is_some_and(|standing| !standing.is_suspended && standing.stamp == user.stamp))
}

async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Arc<Standing>>> {
    if !row::can_exist(tenant, id) {
        return Ok(None);
    }
    let load = || async {
        let row = Entity::find_by_id((tenant.to_owned(), id.to_owned()));
        let row = row.select_only().columns([Column::IsSuspended, Column::Stamp]).into_tuple::<(bool, i64)>();
        let found = row.one(store.reader()).await?;
        Ok(found.map(|(is_suspended, stamp)| Standing { is_suspended, stamp }))
    };
    store.cached_option(Freshness::Notified, tenant, STANDING, id, load).await
}

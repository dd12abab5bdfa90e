//! A password whose hash isn't made as new ones are is hashed anew when it is known: when its user has just signed in with it.
//!
//! It is the same password. Nobody is signed out, a device that knows the account still does, and what was shown of the server before may still be changed by whoever
//! saw it. So this is no change that anybody made, and no event of the audit log.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::password::{self, PasswordMemory};
use super::settings::{MethodKind, StaticUser};
use super::stored_hash::StoredHash;
use super::{check, methods};
use crate::catalogue::authorization_server::{self, AuthorizationServer};
use crate::catalogue::server_key::ServerKey;
use crate::installation::acting::Acting;
use crate::installation::audit::Actor;
use crate::storage::row::{self, Row as _};
use crate::{Error, Result, Store};

/// A new hash of the password that a user has.
pub struct Renewal {
    username: String,
    verified: String,
    hash: String,
}

impl std::fmt::Debug for Renewal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Renewal").field("username", &self.username).finish_non_exhaustive()
    }
}

impl StaticUser {
    /// Whether the hash of the password is made as new ones are.
    #[must_use]
    pub fn is_hashed_as_new(&self) -> bool {
        StoredHash::parse(&self.password_hash).is_ok_and(|hash| hash.is_as_new())
    }
}

/// Hashes the password that a user has just been [verified](super::Methods::sign_in) with. It computes for a few dozen milliseconds, as that did.
///
/// # Errors
/// [`Error::Internal`] without randomness.
pub fn hash_anew(store: &Store, user: &StaticUser, password: &str, memory: &mut PasswordMemory) -> Result<Renewal> {
    let hash = password::hash(password, &password::new_salt(store)?, memory)?;
    Ok(Renewal { username: user.username.clone(), verified: user.password_hash.clone(), hash })
}

/// Puts the new hash in the place of the one that was verified. Where that isn't the user's any more, because somebody changed it meanwhile, it says `false` and
/// leaves everything as it is.
///
/// # Errors
/// [`Error::NotFound`] for a server that is gone; [`Error::Invalid`] when there is no room for it; [`Error::Unavailable`] without database.
pub async fn keep(store: &Store, server: ServerKey<'_>, method_id: &str, renewal: Renewal) -> Result<bool> {
    let transaction = Acting::new(store, server.tenant, Actor::system()).begin().await?;
    // Who administers the server waits, or has been waited for: what they wrote is read here.
    let row: AuthorizationServer = row::locked(&transaction, server.id).await?;
    let mut methods = methods(&row)?;
    let method = methods.0.iter_mut().find(|method| method.id == method_id);
    let Some(MethodKind::Static(settings)) = method.map(|method| &mut method.kind) else { return Ok(false) };
    let user = settings.users.iter_mut().find(|user| user.username == renewal.username);
    let Some(user) = user.filter(|user| user.password_hash == renewal.verified) else { return Ok(false) };
    user.put_hash(renewal.hash);
    let authentications = serde_json::to_value(&methods).map_err(Error::internal)?;
    check::length(&authentications)?;
    transaction.touch(AuthorizationServer::AREA);
    authorization_server::Entity::update_many()
        .col_expr(authorization_server::Column::Authentications, Expr::value(authentications))
        .filter(authorization_server::Column::TenantId.eq(server.tenant))
        .filter(authorization_server::Column::Id.eq(server.id))
        .exec(&*transaction)
        .await?;
    transaction.commit().await?;
    Ok(true)
}

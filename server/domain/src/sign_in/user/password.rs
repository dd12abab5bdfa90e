//! The password of a user: how it is kept, and how it is looked at.
//!
//! Whoever moves here brings digests that other systems made. One that was right is [made anew](keep) as our own are: it is the same password, so no session ends by
//! it, and it is no event of the audit log.

use aws_lc_rs::hmac;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use super::identifiers::canonical;
pub use super::kept_password::UserPassword;
use super::{Column, Entity, ID_LENGTH, User};
use crate::installation::acting::Acting;
use crate::installation::audit::Actor;
use crate::sign_in::authentication::{
    DigestAlgorithm, PASSWORD_LENGTH, PasswordMemory, brought_digest, verify_unknown_user,
};
use crate::storage::cache::Area;
use crate::storage::row;
use crate::{Error, Result, Store};

/// A password as an administrator gives it.
#[derive(Clone)]
pub enum NewPassword {
    /// The password itself.
    Plain(String),
    /// What another system kept of it.
    Digest(DigestAlgorithm, String),
}

impl std::fmt::Debug for NewPassword {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("NewPassword")
    }
}

impl NewPassword {
    /// # Errors
    /// [`Error::Invalid`] for a password that can't be one; [`Error::Refused`] (`value_too_long`) for a digest.
    pub(super) fn check(&self) -> Result<()> {
        match self {
            Self::Plain(password) if password.is_empty() || password.len() > PASSWORD_LENGTH => {
                Err(Error::invalid("password", format!("must have 1 to {PASSWORD_LENGTH} bytes")))
            }
            Self::Digest(_, digest) if digest.chars().count() > super::identifiers::LENGTH => {
                let most = super::identifiers::LENGTH;
                let message = format!("passwordDigest must have at most {most} characters");
                Err(Error::refused("value_too_long", message))
            }
            _ => Ok(()),
        }
    }

    /// As it is kept. A password is hashed on a thread of its own, a few dozen milliseconds.
    pub(super) async fn kept(self, store: &Store) -> Result<UserPassword> {
        let password = match self {
            Self::Plain(password) => password,
            Self::Digest(algorithm, digest) => return UserPassword::new(store, algorithm.stored(&digest)),
        };
        let of_hash = store.clone();
        let hash = move || brought_digest::hash(&of_hash, &password, &mut PasswordMemory::default());
        UserPassword::new(store, tokio::task::spawn_blocking(hash).await.map_err(Error::internal)??)
    }
}

impl User {
    /// Has the user a password?
    #[must_use]
    pub fn has_password(&self) -> bool {
        self.password.is_some()
    }

    /// Of the password, for [known devices](crate::sign_in::known_device): `None` where there is none.
    #[must_use]
    pub fn password_mark(&self) -> Option<[u8; 16]> {
        self.password.as_ref()?.mark()
    }

    /// Whether the hash of the password is made as new ones are.
    #[must_use]
    pub fn is_hashed_as_new(&self) -> bool {
        self.password.as_ref().is_none_or(UserPassword::is_as_new)
    }
}

/// Somebody whose hash a password is held against that is given for a name which nobody has, or for one that has no password: always the same for the same name,
/// and whom, only the server knows. So such names are as quick and as slow as others are (security assertion 63).
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn stand_in(store: &Store, tenant: &str, typed: &str) -> Result<Option<UserPassword>> {
    let digest = hmac::sign(
        store.version_key()?,
        &[b"stand-in:", tenant.as_bytes(), b":", canonical(typed).as_bytes()].concat(),
    );
    let place: String = digest
        .as_ref()
        .iter()
        .take(ID_LENGTH)
        .map(|byte| char::from_digit(u32::from(byte % 36), 36).unwrap_or('0'))
        .collect();
    let next = Entity::find().select_only().column(Column::Password).filter(Column::TenantId.eq(tenant));
    let next = next.filter(Column::Id.gte(place)).order_by_asc(Column::Id).limit(1);
    let found = next.into_tuple::<Option<UserPassword>>().one(store.reader()).await?;
    Ok(found.flatten())
}

/// Is it the password of this user? It computes for a few dozen milliseconds and takes 19 MiB meanwhile, or for about a second and up to 64 MiB where another
/// system made the hash: call it on a thread where that hurts nobody (`tokio::task::spawn_blocking`), on not too many of them at once.
#[must_use]
pub fn is_right(
    user: Option<&User>,
    stand_in: Option<&UserPassword>,
    password: &str,
    memory: &mut PasswordMemory,
) -> bool {
    if let Some(known) = user.and_then(|user| user.password.as_ref()) {
        return known.is(password, memory);
    }
    match stand_in {
        // Black-boxed, or a compiler could find out that nobody wants to know.
        Some(other) => {
            std::hint::black_box(other.is(password, memory));
        }
        None => verify_unknown_user(password, memory),
    }
    false
}

/// Hashes a password that was right as new ones are. It computes for a few dozen milliseconds.
///
/// # Errors
/// [`Error::Internal`] without randomness.
pub fn hash_anew(store: &Store, password: &str, memory: &mut PasswordMemory) -> Result<String> {
    brought_digest::hash(store, password, memory)
}

/// Puts another hash of the same password in the place of the one that `verified` was right by. Where somebody changed the password meanwhile, it says `false` and
/// leaves everything as it is.
///
/// # Errors
/// [`Error::NotFound`] for a user who is gone; [`Error::Unavailable`] without database.
pub async fn keep(store: &Store, verified: &User, hash: String) -> Result<bool> {
    let transaction = Acting::new(store, verified.tenant_id.as_str(), Actor::system()).begin().await?;
    let known: User = row::locked(&transaction, &verified.id).await?;
    let Some(password) = known.password.clone().filter(|_| known.password == verified.password) else {
        return Ok(false);
    };
    let renewed = serde_json::to_value(password.hashed_anew(hash)).map_err(Error::internal)?;
    let renewal = Entity::update_many().col_expr(Column::Password, Expr::value(renewed));
    let of_user = renewal.filter(Column::TenantId.eq(&known.tenant_id)).filter(Column::Id.eq(&known.id));
    of_user.exec(&*transaction).await?;
    transaction.commit().await?;
    Ok(true)
}

/// Gives a user another password. Whoever is signed in stays so (Logto users, A4); devices that knew the account don't any more.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a password that can't be one; [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, id: &str, password: String) -> Result<User> {
    let password = NewPassword::Plain(password);
    password.check()?;
    if super::find(acting.store(), acting.tenant(), id).await?.is_none() {
        return Err(Error::not_found(super::THING, id));
    }
    let kept = password.kept(acting.store()).await?;
    let transaction = acting.begin().await?;
    let before: User = row::locked(&transaction, id).await?;
    let after = User { password: Some(kept), updated_at: super::written_at(acting.store()), ..before.clone() };
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// Notes that a user signed in now.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn signed_in(store: &Store, user: &User) -> Result<()> {
    let now = super::written_at(store);
    let note = Entity::update_many()
        .col_expr(Column::LastSignInAt, Expr::value(now))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .filter(Column::TenantId.eq(&user.tenant_id))
        .filter(Column::Id.eq(&user.id));
    store.write(&user.tenant_id, Area::NONE, vec![note.build(store.dialect())]).await?;
    Ok(())
}

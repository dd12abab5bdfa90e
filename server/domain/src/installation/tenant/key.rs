//! The keys of a tenant itself, apart from those of its authorization servers. What is written down for its users is signed with them.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Map, Value};

pub use self::entity::Model as TenantKey;
use self::entity::{Column, Entity};
use super::THING;
use crate::catalogue::authorization_server::SigningAlgorithm;
use crate::clients::client::Jwks;
use crate::installation::acting::Acting;
use crate::installation::audit::Actor;
use crate::storage::cache::Area;
use crate::storage::row::{self, Row};
use crate::storage::store::Transaction;
use crate::tokens::signing_key::{GeneratedKey, PrivateKey, generate, read_private_jwk};
use crate::{Error, Result, Store, identifier, validate};

/// The members of a JWK that are nobody's but the owner's (RFC 7518 §6.2.2, §6.3.2 and §6.4, RFC 8037 §2).
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    use crate::catalogue::authorization_server::SigningAlgorithm;
    use crate::storage::seal::Sealed;

    /// A key, with its private part sealed.
    #[derive(Clone, Debug, PartialEq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "tenant_keys")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// The `kid`.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// What it is for.
        pub algorithm: SigningAlgorithm,
        /// Its public part (RFC 7517), with `kid`, `use` and `alg`.
        #[sea_orm(column_type = "JsonBinary")]
        pub public_jwk: Json,
        /// When it was made.
        pub created_at: DateTimeUtc,
        /// PKCS #8.
        #[serde(skip)]
        pub private_key: Sealed,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for TenantKey {
    const THING: &'static str = "tenant_key";
    const AREA: Area = Area::KEYS;

    fn parent(&self) -> (&'static str, &str) {
        (THING, &self.tenant_id)
    }

    fn id(&self) -> &str {
        &self.id
    }
}

/// The public keys of a tenant, the first of which is made when it is asked for first.
///
/// # Errors
/// [`Error::NotFound`] for an unknown tenant; [`Error::Unavailable`] without database.
pub async fn published(store: &Store, tenant: &str, algorithm: SigningAlgorithm) -> Result<Jwks> {
    Ok(shown(&found_or_made(store, tenant, algorithm).await?))
}

/// A key of a tenant, opened.
#[derive(Clone, Debug, PartialEq)]
pub struct TenantSigningKey {
    /// Its `kid`.
    pub id: String,
    /// What it signs.
    pub algorithm: SigningAlgorithm,
    /// The public key of `private_key`, with `use`, `alg` and `kid` (RFC 7517 §4).
    pub public_jwk: Value,
    /// The private key.
    pub private_key: PrivateKey,
}

/// The key that a tenant signs with: its first one. Others came along with it, for what they signed elsewhere. Made when there is none.
///
/// # Errors
/// [`Error::NotFound`] for an unknown tenant; [`Error::Internal`] when a master key is missing, or the public key isn't that of the private one;
/// [`Error::Unavailable`] without database.
pub async fn signing(store: &Store, tenant: &str, algorithm: SigningAlgorithm) -> Result<TenantSigningKey> {
    let found = found_or_made(store, tenant, algorithm).await?;
    let key = found.into_iter().next().ok_or_else(|| Error::internal("a tenant's key was neither found nor made"))?;
    let opened = GeneratedKey::of_pkcs8(key.algorithm, open(store, &key)?).map_err(Error::internal)?;
    let public_jwk = derived(&opened, &key)?;
    let TenantKey { id, algorithm, .. } = key;
    Ok(TenantSigningKey { id, algorithm, public_jwk, private_key: PrivateKey::new(opened.pkcs8) })
}

/// The public key of the private one, which alone is sealed: whoever can write to the database could put one of their own beside it.
fn derived(opened: &GeneratedKey, key: &TenantKey) -> Result<Value> {
    let mut public_jwk = opened.public_jwk.clone();
    public_jwk.insert("kid".to_owned(), key.id.clone().into());
    if public_jwk.iter().any(|(name, value)| key.public_jwk.get(name) != Some(value)) {
        let place = context(&key.tenant_id, &key.id);
        return Err(Error::internal(format!("{place}: the public key isn't that of the private one")));
    }
    Ok(Value::Object(public_jwk))
}

async fn found_or_made(store: &Store, tenant: &str, algorithm: SigningAlgorithm) -> Result<Vec<TenantKey>> {
    let found = of_tenant(store.reader(), tenant).await?;
    if !found.is_empty() {
        return Ok(found);
    }
    // Before anything is locked: it takes its time.
    let generated = generate(algorithm).await?;
    let transaction = Acting::new(store, tenant, Actor::system()).begin().await?;
    super::lock(&transaction).await?;
    let found = of_tenant(&*transaction, tenant).await?;
    if !found.is_empty() {
        return Ok(found);
    }
    let key = seal(store, tenant, None, generated)?;
    row::insert(&transaction, &key).await?;
    transaction.commit().await?;
    Ok(vec![key])
}

/// Does a key show what is its owner's alone?
#[must_use]
pub fn has_private_part(jwk: &Map<String, Value>) -> bool {
    PRIVATE.iter().any(|member| jwk.contains_key(*member))
}

pub(crate) async fn of_tenant(connection: &impl ConnectionTrait, tenant: &str) -> Result<Vec<TenantKey>> {
    let of_tenant = Entity::find().filter(Column::TenantId.eq(tenant));
    Ok(of_tenant.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).all(connection).await?)
}

/// The ids of the keys that a tenant has.
pub(super) async fn ids(connection: &impl ConnectionTrait, tenant: &str) -> Result<Vec<String>> {
    Ok(of_tenant(connection, tenant).await?.into_iter().map(|key| key.id).collect())
}

fn shown(keys: &[TenantKey]) -> Jwks {
    Jwks { keys: keys.iter().filter_map(|key| key.public_jwk.as_object().cloned()).collect() }
}

/// Keys that somebody brings along.
#[derive(Default)]
pub(super) enum Brought {
    /// None: those that are there stay.
    #[default]
    Nothing,
    /// Public ones. Whoever writes back what was shown changes nothing; any others are of no use.
    Public(Vec<Map<String, Value>>),
    /// Whole ones.
    Private(Vec<(Option<String>, GeneratedKey)>),
}

impl Brought {
    /// # Errors
    /// [`Error::Invalid`] (`jwks` and the place in it) unless each key, or none, has all of its private parts, and they fit.
    pub(super) async fn read(jwks: Option<Jwks>) -> Result<Self> {
        let Some(jwks) = jwks.filter(|jwks| !jwks.keys.is_empty()) else { return Ok(Self::Nothing) };
        jwks.check_count()?;
        let keys = jwks.keys;
        if !keys.iter().any(has_private_part) {
            return Ok(Self::Public(keys));
        }
        let mut ids = HashSet::new();
        for (index, key) in keys.iter().enumerate() {
            if let Some(kid) = key.get("kid") {
                let kid = kid.as_str().unwrap_or_default();
                let checked = validate::plausible_id("kid", kid);
                checked.map_err(|error| refused(index, &format!("the kid isn't one: {error}")))?;
                if !ids.insert(kid) {
                    return Err(refused(index, "another key has the same kid"));
                }
            }
        }
        // On a thread of its own: large keys take a while to be looked at.
        let read = move || {
            let each = keys.iter().enumerate().map(|(index, key)| {
                let kid = key.get("kid").and_then(Value::as_str).map(str::to_owned);
                read_private_jwk(key).map(|imported| (kid, imported)).map_err(|why| refused(index, why))
            });
            each.collect::<Result<Vec<_>>>()
        };
        Ok(Self::Private(tokio::task::spawn_blocking(read).await.map_err(Error::internal)??))
    }

    /// Puts them in the place of those that the transaction's tenant has.
    ///
    /// # Errors
    /// [`Error::Invalid`] (`jwks`) for public keys that aren't these; [`Error::Unavailable`] without database.
    pub(super) async fn replace(self, transaction: &Transaction) -> Result<()> {
        let tenant = transaction.tenant();
        match self {
            Self::Nothing => Ok(()),
            Self::Public(keys) => {
                let known = shown(&of_tenant(&**transaction, tenant).await?).keys;
                match keys.iter().position(|key| !known.contains(key)) {
                    Some(index) => Err(refused(index, "the private parts are missing")),
                    None if keys.len() == known.len() => Ok(()),
                    None => {
                        Err(Error::invalid("jwks", "the tenant has others too, and whole keys alone can replace them"))
                    }
                }
            }
            Self::Private(keys) => {
                for before in of_tenant(&**transaction, tenant).await? {
                    row::remove(transaction, &before).await?;
                }
                for (kid, key) in keys {
                    row::insert(transaction, &seal(transaction.store(), tenant, kid, key)?).await?;
                }
                Ok(())
            }
        }
    }
}

/// The private part of a key: PKCS #8.
pub(crate) fn open(store: &Store, key: &TenantKey) -> Result<Vec<u8>> {
    store.open(&context(&key.tenant_id, &key.id), &key.private_key)
}

/// Puts these in the place of all that a tenant has.
pub(crate) async fn replace_all(transaction: &Transaction, tenant: &str, keys: &[TenantKey]) -> Result<()> {
    transaction.touch(TenantKey::AREA);
    Entity::delete_many().filter(Column::TenantId.eq(tenant)).exec(&**transaction).await?;
    if keys.is_empty() {
        return Ok(());
    }
    row::insert_along(transaction, keys.to_vec()).await
}

fn context(tenant: &str, id: &str) -> String {
    format!("tenant_key:{tenant}:{id}")
}

pub(crate) fn seal(store: &Store, tenant: &str, kid: Option<String>, key: GeneratedKey) -> Result<TenantKey> {
    let GeneratedKey { algorithm, mut public_jwk, pkcs8 } = key;
    let id = kid.map_or_else(|| identifier::key_id(store.environment()), Ok)?;
    public_jwk.insert("kid".to_owned(), id.clone().into());
    Ok(TenantKey {
        tenant_id: tenant.to_owned(),
        algorithm,
        public_jwk: Value::Object(public_jwk),
        created_at: store.created_at(),
        private_key: store.seal(&context(tenant, &id), &pkcs8)?,
        id,
    })
}

fn refused(index: usize, why: &str) -> Error {
    Error::invalid(format!("jwks.keys[{index}]"), why)
}

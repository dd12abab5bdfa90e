//! The keys of a tenant itself, apart from those of its authorization servers. What is written down for its users is signed with them.

use std::collections::HashSet;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPairComponents, PublicKeyComponents};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Map, Value};

use self::entity::{Column, Entity, Model as TenantKey};
use super::THING;
use crate::catalogue::authorization_server::SigningAlgorithm;
use crate::clients::client::Jwks;
use crate::installation::acting::Acting;
use crate::installation::audit::Actor;
use crate::storage::cache::Area;
use crate::storage::row::{self, Row};
use crate::storage::store::Transaction;
use crate::tokens::signing_key::{GeneratedKey, generate};
use crate::{Error, Result, Store, identifier, validate};

/// Longest modulus of an RSA key in bytes, 4096 bits.
const LONGEST_MODULUS: usize = 512;
/// The members of a JWK that are nobody's but the owner's (RFC 7518 §6.2.2, §6.3.2 and §6.4, RFC 8037 §2).
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

#[expect(unreachable_pub, reason = "sea-orm derives public items, which can't be made of private ones")]
mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    use crate::catalogue::authorization_server::SigningAlgorithm;
    use crate::storage::seal::Sealed;

    #[derive(Clone, Debug, PartialEq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "tenant_keys")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// The `kid`.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub algorithm: SigningAlgorithm,
        #[sea_orm(column_type = "JsonBinary")]
        pub public_jwk: Json,
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
    let found = of_tenant(store.reader(), tenant).await?;
    if !found.is_empty() {
        return Ok(shown(&found));
    }
    // Before anything is locked: it takes its time.
    let generated = generate(algorithm).await?;
    let transaction = Acting::new(store, tenant, Actor::system()).begin().await?;
    super::lock(&transaction).await?;
    let found = of_tenant(&*transaction, tenant).await?;
    if !found.is_empty() {
        return Ok(shown(&found));
    }
    let key = seal(store, tenant, None, generated)?;
    row::insert(&transaction, &key).await?;
    transaction.commit().await?;
    Ok(shown(&[key]))
}

/// Does a key show what is its owner's alone?
#[must_use]
pub fn has_private_part(jwk: &Map<String, Value>) -> bool {
    PRIVATE.iter().any(|member| jwk.contains_key(*member))
}

async fn of_tenant(connection: &impl ConnectionTrait, tenant: &str) -> Result<Vec<TenantKey>> {
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
                import(key).map(|imported| (kid, imported)).map_err(|why| refused(index, why))
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

fn seal(store: &Store, tenant: &str, kid: Option<String>, key: GeneratedKey) -> Result<TenantKey> {
    let GeneratedKey { algorithm, mut public_jwk, pkcs8 } = key;
    let id = kid.map_or_else(|| identifier::key_id(store.environment()), Ok)?;
    public_jwk.insert("kid".to_owned(), id.clone().into());
    Ok(TenantKey {
        tenant_id: tenant.to_owned(),
        algorithm,
        public_jwk: Value::Object(public_jwk),
        created_at: store.created_at(),
        private_key: store.seal(&format!("tenant_key:{tenant}:{id}"), &pkcs8)?,
        id,
    })
}

fn refused(index: usize, why: &str) -> Error {
    Error::invalid(format!("jwks.keys[{index}]"), why)
}

/// A key with all of its private parts, which belong to the public ones.
fn import(jwk: &Map<String, Value>) -> std::result::Result<GeneratedKey, &'static str> {
    const INCOMPLETE: &str = "a member is missing, or isn't base64url, or doesn't fit the others";
    let text = |name: &str| jwk.get(name).and_then(Value::as_str);
    let member = |name: &str| URL_SAFE_NO_PAD.decode(text(name).unwrap_or_default()).map_err(|_| INCOMPLETE);
    let (algorithm, public, pkcs8): (_, &[&str], Vec<u8>) = match (text("kty"), text("crv")) {
        (Some("RSA"), _) if jwk.contains_key("oth") => return Err("keys of more than two primes aren't taken"),
        (Some("RSA"), _) => {
            let n = member("n")?;
            if n.len() > LONGEST_MODULUS {
                return Err("RSA keys must have at most 4096 bits");
            }
            let pair = aws_lc_rs::rsa::KeyPair::from_components(&KeyPairComponents {
                public_key: PublicKeyComponents { n, e: member("e")? },
                d: member("d")?,
                p: member("p")?,
                q: member("q")?,
                dP: member("dp")?,
                dQ: member("dq")?,
                qInv: member("qi")?,
            });
            let pkcs8: Pkcs8V1Der<'_> = pair.map_err(|_| INCOMPLETE)?.as_der().map_err(|_| INCOMPLETE)?;
            (SigningAlgorithm::RS256, &["kty", "n", "e"], pkcs8.as_ref().to_vec())
        }
        (Some("EC"), Some("P-256")) => {
            let (x, y) = (member("x")?, member("y")?);
            // RFC 7518 §6.2.1.2: always the full length.
            if x.len() != 32 || y.len() != 32 {
                return Err(INCOMPLETE);
            }
            // SEC 1 §2.3.3, uncompressed: 4, then both coordinates.
            let point = [&[4][..], &x, &y].concat();
            let curve = &ECDSA_P256_SHA256_FIXED_SIGNING;
            let pair = EcdsaKeyPair::from_private_key_and_public_key(curve, &member("d")?, &point);
            let pkcs8 = pair.map_err(|_| INCOMPLETE)?.to_pkcs8v1().map_err(|_| INCOMPLETE)?;
            (SigningAlgorithm::ES256, &["kty", "crv", "x", "y"], pkcs8.as_ref().to_vec())
        }
        (Some("OKP"), Some("Ed25519")) => {
            let pair = Ed25519KeyPair::from_seed_and_public_key(&member("d")?, &member("x")?);
            let pkcs8 = pair.map_err(|_| INCOMPLETE)?.to_pkcs8().map_err(|_| INCOMPLETE)?;
            (SigningAlgorithm::EdDSA, &["kty", "crv", "x"], pkcs8.as_ref().to_vec())
        }
        _ => return Err("must be an RSA key, or one on P-256 or Ed25519"),
    };
    if text("use").is_some_and(|usage| usage != "sig") {
        return Err("must be for signatures");
    }
    if text("alg").is_some_and(|alg| alg != algorithm.as_str()) {
        return Err("this server signs with RS256, ES256 and EdDSA");
    }
    let mut public_jwk: Map<String, Value> =
        public.iter().filter_map(|name| Some(((*name).to_owned(), jwk.get(*name)?.clone()))).collect();
    public_jwk.insert("use".to_owned(), "sig".into());
    public_jwk.insert("alg".to_owned(), algorithm.as_str().into());
    Ok(GeneratedKey { algorithm, public_jwk, pkcs8 })
}

//! Signing keys of the servers, and when they sign.
//!
//! Every key has a generation and a time from which it signs. Which key signs is a function of these rows and the time alone: the
//! one with the latest such time that has come. So replicas agree without talking. A successor is written down some time before it
//! signs, so that everybody who fetches the key set has it when the first token comes; the key before it stays in the set until
//! its last token is dead.
//!
//! The servers that a tenant starts with get their first key when it is needed first: four RSA keys take longer to make than everything else
//! of a new tenant together.

mod generate;
mod private_jwk;
mod turns;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;

use self::entity::Entity;
pub use self::entity::Model as KeyRow;
use self::entity::Model as Row;
pub(crate) use self::generate::{GeneratedKey, generate};
pub(crate) use self::private_jwk::read_private_jwk;
pub(crate) use self::turns::Turns;
use crate::catalogue::authorization_server::{self, AuthorizationServer, SigningAlgorithm};
use crate::catalogue::server_key::ServerKey;
use crate::installation::acting::Acting;
use crate::installation::audit::Actor;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::row;
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, identifier};

/// How much earlier than it was made the first key of a server signs, unless the server is younger: clocks of replicas differ.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(5);

const RING: Kind<KeyRing> = Kind::new(Area::KEYS.with(Area::SERVERS).with(Area::TENANTS));

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    use crate::catalogue::authorization_server::SigningAlgorithm;
    use crate::storage::seal::Sealed;

    /// A key, with its private part sealed.
    #[derive(Clone, Debug, PartialEq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "signing_keys")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// The `kid`.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The server that signs with it.
        pub server_id: String,
        /// What it is for.
        pub algorithm: SigningAlgorithm,
        /// Its public part (RFC 7517), with `kid`, `use` and `alg`.
        #[sea_orm(column_type = "JsonBinary")]
        pub public_jwk: Json,
        /// 1 for the first key of a server.
        pub generation: i32,
        /// When it begins to sign.
        pub signs_from: DateTimeUtc,
        /// When it leaves the key set; `None` as long as it has no successor.
        pub published_until: Option<DateTimeUtc>,
        /// When it was made.
        pub created_at: DateTimeUtc,
        /// PKCS #8, sealed.
        #[serde(skip)]
        pub private_key: Sealed,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl row::Row for Row {
    const THING: &'static str = "signing_key";
    const AREA: Area = Area::KEYS;

    fn parent(&self) -> (&'static str, &str) {
        ("authorization_server", &self.server_id)
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn unique(&self) -> Vec<(&'static str, &str)> {
        vec![("generation", "")]
    }
}

/// A private key in PKCS #8, opened. It is neither printed nor serialized.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateKey(Vec<u8>);

impl PrivateKey {
    pub(crate) fn new(pkcs8: Vec<u8>) -> Self {
        Self(pkcs8)
    }

    /// PKCS #8, DER.
    #[must_use]
    pub fn pkcs8(&self) -> &[u8] {
        &self.0
    }
}

impl std::fmt::Debug for PrivateKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("(private key)")
    }
}

/// One key of a server.
#[derive(Clone, Debug, PartialEq)]
pub struct SigningKey {
    /// Its `kid`.
    pub id: String,
    /// What it signs.
    pub algorithm: SigningAlgorithm,
    /// The public key with `use`, `alg` and `kid` (RFC 7517 §4).
    pub public_jwk: Value,
    /// 1 for a server's first key.
    pub generation: i32,
    /// When it begins to sign.
    pub signs_from: DateTime<Utc>,
    /// When it leaves the key set; `None` as long as it has no successor.
    pub published_until: Option<DateTime<Utc>>,
    /// The private key.
    pub private_key: PrivateKey,
}

/// The keys of a server, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyRing {
    keys: Vec<SigningKey>,
}

impl KeyRing {
    /// The key that signs at `now`.
    #[must_use]
    pub fn signing(&self, now: DateTime<Utc>) -> Option<&SigningKey> {
        self.keys.iter().rev().find(|key| key.signs_from <= now)
    }

    /// The keys that the key set shows at `now`, the future one included.
    pub fn published(&self, now: DateTime<Utc>) -> impl Iterator<Item = &SigningKey> {
        self.keys.iter().filter(move |key| key.published_until.is_none_or(|until| now < until))
    }

    /// Whether the next key, or the first, has to be written down.
    fn is_due(&self, now: DateTime<Utc>, rotation: &Rotation) -> bool {
        self.keys.last().is_none_or(|latest| now >= latest.signs_from + rotation.interval - rotation.publish_ahead)
    }

    /// Whether there is nothing to write down and nothing to remove.
    fn is_settled(&self, now: DateTime<Utc>, rotation: &Rotation) -> bool {
        let expired = self.keys.iter().any(|key| key.published_until.is_some_and(|until| until <= now));
        !expired && !self.is_due(now, rotation)
    }

    /// The published key with this `kid`: for checking a token.
    #[must_use]
    pub fn verifying(&self, kid: &str, now: DateTime<Utc>) -> Option<&SigningKey> {
        self.published(now).find(|key| key.id == kid)
    }
}

/// How keys follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// How long a key signs.
    pub interval: TimeDelta,
    /// How long before it signs a key is published: longer than anybody caches a key set.
    pub publish_ahead: TimeDelta,
    /// How long after its last signature a key stays published: longer than any token lives.
    pub overlap: TimeDelta,
}

/// The keys of a server; an empty ring for an unknown one. Ask the ring with the time of the request.
///
/// # Errors
/// [`Error::Unavailable`] without database; [`Error::Internal`] when a master key is missing.
pub async fn published(store: &Store, server: ServerKey<'_>) -> Result<Arc<KeyRing>> {
    store
        .cached(Freshness::Notified, server.tenant, RING, server.id, || async {
            let rows = Entity::find()
                .filter(entity::Column::TenantId.eq(server.tenant))
                .filter(entity::Column::ServerId.eq(server.id))
                .order_by_asc(entity::Column::Generation)
                .all(store.reader())
                .await?;
            let open = |row: Row| {
                let private_key = PrivateKey::new(store.open(&context(&row.tenant_id, &row.id), &row.private_key)?);
                let Row { id, algorithm, public_jwk, generation, signs_from, published_until, .. } = row;
                Ok(SigningKey { id, algorithm, public_jwk, generation, signs_from, published_until, private_key })
            };
            Ok(KeyRing { keys: rows.into_iter().map(open).collect::<Result<_>>()? })
        })
        .await
}

/// Writes down the next key of a server when its time has come, the first one too, and removes those whose last token is dead. Does nothing
/// otherwise; any number of replicas may call it at any time. Of those who call it in one process for one server, one makes the key and the
/// others wait for it. Returns whether something changed.
///
/// # Errors
/// [`Error::NotFound`] for an unknown server; [`Error::Unavailable`] without database.
pub async fn ensure_rotated(store: &Store, server: ServerKey<'_>, rotation: &Rotation) -> Result<bool> {
    let found = authorization_server::find(store, server.tenant, server.id).await?;
    let found = found.ok_or_else(|| Error::not_found("authorization_server", server.id))?;
    if published(store, server).await?.is_settled(store.now(), rotation) {
        return Ok(false);
    }
    // A task of its own: who hangs up meanwhile hasn't had a key made in vain.
    let (store, rotation) = (store.clone(), *rotation);
    tokio::spawn(async move { rotate(&store, &found, &rotation).await }).await.map_err(Error::internal)?
}

async fn rotate(store: &Store, found: &AuthorizationServer, rotation: &Rotation) -> Result<bool> {
    let server = found.key();
    let _turn = store.key_turns().of(server).await;
    let ring = published(store, server).await?;
    let now = store.now();
    if ring.is_settled(now, rotation) {
        return Ok(false);
    }
    // Outside of the transaction: making an RSA key takes a while.
    let generated = if ring.is_due(now, rotation) { Some(generate(found.key_algorithm).await?) } else { None };

    let transaction = Acting::new(store, server.tenant, Actor::system()).begin().await?;
    transaction.touch(<Row as row::Row>::AREA);
    let of_server = || {
        let select = entity::Column::TenantId.eq(server.tenant);
        select.and(entity::Column::ServerId.eq(server.id))
    };
    Entity::delete_many()
        .filter(of_server())
        .filter(entity::Column::PublishedUntil.lte(now))
        .exec(&*transaction)
        .await?;
    if let Some(generated) = generated {
        let latest =
            Entity::find().filter(of_server()).order_by_desc(entity::Column::Generation).one(&*transaction).await?;
        if latest.as_ref().map(|latest| &latest.id) != ring.keys.last().map(|latest| &latest.id) {
            return Ok(overtaken(store, server));
        }
        let (generation, signs_from) = match &latest {
            // After a long sleep the next key is published ahead all the same.
            Some(latest) => {
                let signs_from = Ord::max(latest.signs_from + rotation.interval, now + rotation.publish_ahead);
                (latest.generation + 1, signs_from)
            }
            None => (1, found.created_at.clamp(now - CLOCKS_DIFFER, now)),
        };
        let row = seal(store, server, generation, signs_from, generated)?;
        match row::insert(&transaction, &row).await {
            Err(Error::Conflict { .. }) => return Ok(overtaken(store, server)),
            inserted => inserted?,
        }
        if let Some(latest) = latest {
            Entity::update_many()
                .col_expr(entity::Column::PublishedUntil, Expr::value(signs_from + rotation.overlap))
                .filter(entity::Column::TenantId.eq(server.tenant))
                .filter(entity::Column::Id.eq(latest.id))
                .exec(&*transaction)
                .await?;
        }
    }
    transaction.commit().await?;
    Ok(true)
}

/// Another replica was faster, and this process hasn't been told yet: without its key there may be none that signs.
fn overtaken(store: &Store, server: ServerKey<'_>) -> bool {
    store.forget(server.tenant, <Row as row::Row>::AREA);
    true
}

/// The keys of all servers of a tenant, those of each the oldest first.
pub(crate) async fn of_tenant(connection: &impl ConnectionTrait, tenant: &str) -> Result<Vec<Row>> {
    let of_tenant = Entity::find().filter(entity::Column::TenantId.eq(tenant));
    let in_order = of_tenant.order_by_asc(entity::Column::ServerId).order_by_asc(entity::Column::Generation);
    Ok(in_order.order_by_asc(entity::Column::Id).all(connection).await?)
}

/// The private part of a key: PKCS #8.
pub(crate) fn open(store: &Store, row: &Row) -> Result<Vec<u8>> {
    store.open(&context(&row.tenant_id, &row.id), &row.private_key)
}

/// Puts these in the place of all that a server has.
pub(crate) async fn replace_all(transaction: &Transaction, server: ServerKey<'_>, rows: &[Row]) -> Result<()> {
    transaction.touch(<Row as row::Row>::AREA);
    Entity::delete_many()
        .filter(entity::Column::TenantId.eq(server.tenant))
        .filter(entity::Column::ServerId.eq(server.id))
        .exec(&**transaction)
        .await?;
    if rows.is_empty() {
        return Ok(());
    }
    row::insert_along(transaction, rows.to_vec()).await
}

/// The row of a new key.
pub(crate) fn seal(
    store: &Store,
    server: ServerKey<'_>,
    generation: i32,
    signs_from: DateTime<Utc>,
    generated: GeneratedKey,
) -> Result<Row> {
    let id = identifier::key_id(store.environment())?;
    Ok(Row { generation, signs_from, ..row(store, server, id, generated)? })
}

/// The row of a key with this id, the first of its server and for now.
pub(crate) fn row(store: &Store, server: ServerKey<'_>, id: String, generated: GeneratedKey) -> Result<Row> {
    let GeneratedKey { algorithm, mut public_jwk, pkcs8 } = generated;
    public_jwk.insert("kid".to_owned(), id.clone().into());
    Ok(Row {
        tenant_id: server.tenant.to_owned(),
        server_id: server.id.to_owned(),
        algorithm,
        public_jwk: Value::Object(public_jwk),
        generation: 1,
        signs_from: store.now(),
        published_until: None,
        created_at: store.created_at(),
        private_key: store.seal(&context(server.tenant, &id), &pkcs8)?,
        id,
    })
}

fn context(tenant: &str, id: &str) -> String {
    format!("signing_key:{tenant}:{id}")
}

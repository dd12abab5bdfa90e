//! Keys that a server signed with when it was another system. Whoever moves here brings them: tokens that were signed with them still count, and resource servers that
//! have kept the key set know the key that signs.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::{GeneratedKey, Row, context, read_private_jwk};
use crate::catalogue::authorization_server::AuthorizationServer;
use crate::catalogue::server_key::ServerKey;
use crate::installation::acting::Acting;
use crate::storage::row;
use crate::{Error, Result, Store, validate};

/// A key pair with its place among the keys of a server.
#[derive(Clone)]
pub struct BroughtKey {
    /// The whole key, with its `kid`, which tokens name: RSA of 2048 to 4096 bits, P-256 or Ed25519.
    pub jwk: Map<String, Value>,
    /// 1 for the first; the next that the server makes follows the highest.
    pub generation: i32,
    /// When it begins to sign, or has begun.
    pub signs_from: DateTime<Utc>,
    /// When it leaves the key set, and tokens that it signed count no longer; `None` for the last one.
    pub published_until: Option<DateTime<Utc>>,
}

impl std::fmt::Debug for BroughtKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("BroughtKey").field("generation", &self.generation).finish_non_exhaustive()
    }
}

impl BroughtKey {
    /// Its row in a server. On a thread where it hurts nobody: large keys take a while to be looked at.
    pub(crate) fn into_row(self, store: &Store, server: ServerKey<'_>) -> Result<Row> {
        let Self { jwk, generation, signs_from, published_until } = self;
        let id = jwk.get("kid").and_then(Value::as_str).unwrap_or_default().to_owned();
        validate::plausible_id("kid", &id)?;
        if generation < 1 {
            return Err(Error::invalid("generation", "must be 1 or more"));
        }
        if published_until.is_some_and(|until| until <= signs_from) {
            return Err(Error::invalid("published_until", "must be after the key begins to sign"));
        }
        let read = read_private_jwk(&jwk).map_err(|why| Error::invalid("jwk", why))?;
        let GeneratedKey { algorithm, mut public_jwk, pkcs8 } = read;
        public_jwk.insert("kid".to_owned(), id.clone().into());
        Ok(Row {
            tenant_id: server.tenant.to_owned(),
            server_id: server.id.to_owned(),
            algorithm,
            public_jwk: Value::Object(public_jwk),
            generation,
            signs_from,
            published_until,
            created_at: store.created_at(),
            private_key: store.seal(&context(server.tenant, &id), &pkcs8)?,
            id,
        })
    }
}

/// Gives a server a key that it signed with elsewhere.
///
/// # Errors
/// [`Error::NotFound`] for an unknown server; [`Error::Invalid`] for what is no such key (`jwk`, `kid`) or no place for it (`generation`, `published_until`);
/// [`Error::Conflict`] where the server has a key of that generation, or the tenant one with that `kid`; [`Error::Unavailable`] without database.
pub async fn bring(acting: &Acting, server_id: &str, key: BroughtKey) -> Result<()> {
    let (store, tenant, server_id) = (acting.store().clone(), acting.tenant().to_owned(), server_id.to_owned());
    let read = move || key.into_row(&store, ServerKey { tenant: &tenant, id: &server_id }).map(|key| (key, server_id));
    let (key, server_id) = tokio::task::spawn_blocking(read).await.map_err(Error::internal)??;
    let transaction = acting.begin().await?;
    let _server: AuthorizationServer = row::locked(&transaction, &server_id).await?;
    row::insert(&transaction, &key).await?;
    transaction.commit().await
}

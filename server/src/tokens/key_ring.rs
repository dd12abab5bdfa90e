//! The keys of one authorization server, parsed, as they are at this moment.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::{self, AuthorizationServer};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::storage::cache::{Area, Freshness, Kind};
use authplane_domain::tokens::signing_key;
use authplane_domain::{Error, Result};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::jws::{Signer, Verifier};
use crate::context::Shared;

const KEY_RING: Kind<KeyRing> = Kind::new(Area::KEYS.with(Area::SERVERS).with(Area::TENANTS));

/// All keys of one authorization server that are still of use.
#[derive(Debug)]
pub struct KeyRing {
    keys: Vec<Key>,
    jwks: Bytes,
    /// Until then `jwks` is what is published, and no key has to be made.
    settled_until: DateTime<Utc>,
}

#[derive(Debug)]
struct Key {
    signs_from: DateTime<Utc>,
    published_until: Option<DateTime<Utc>>,
    signer: Arc<Signer>,
    verifier: Verifier,
    jwk: Value,
}

impl KeyRing {
    /// The key that signs: the one whose time came last. A pure function of time, so that replicas agree without talking.
    #[must_use]
    pub fn signer(&self, now: DateTime<Utc>) -> Option<&Arc<Signer>> {
        self.keys.iter().filter(|key| key.signs_from <= now).max_by_key(|key| key.signs_from).map(|key| &key.signer)
    }

    /// The keys that tokens may have been signed with.
    pub fn verifiers(&self, now: DateTime<Utc>) -> impl Iterator<Item = &Verifier> {
        self.keys.iter().filter(move |key| is_published(key, now)).map(|key| &key.verifier)
    }

    /// The members of the JWK set, each as it is published.
    pub fn published(&self, now: DateTime<Utc>) -> impl Iterator<Item = &Map<String, Value>> {
        self.keys.iter().filter(move |key| is_published(key, now)).filter_map(|key| key.jwk.as_object())
    }

    /// The JWK set to publish (RFC 7517 §5): the key that signs, its predecessor while tokens of it live, its successor before it signs.
    #[must_use]
    pub fn jwks(&self, now: DateTime<Utc>) -> Bytes {
        if now < self.settled_until { self.jwks.clone() } else { write_jwks(&self.keys, now) }
    }
}

fn is_published(key: &Key, now: DateTime<Utc>) -> bool {
    key.published_until.is_none_or(|until| now < until)
}

fn write_jwks(keys: &[Key], now: DateTime<Utc>) -> Bytes {
    let published: Vec<&Value> = keys.iter().filter(|key| is_published(key, now)).map(|key| &key.jwk).collect();
    Bytes::from(json!({"keys": published}).to_string())
}

/// The key ring of an authorization server; makes the next key when its time has come, and the first when it is asked for.
///
/// # Errors
/// `NotFound` for an unknown server, `Unavailable` without a database.
pub async fn of(context: &Shared, server: ServerKey<'_>) -> Result<Arc<KeyRing>> {
    let load = || load(context, server);
    let ring = context.store.cached(Freshness::Notified, server.tenant, KEY_RING, server.id, load).await?;
    if context.now() < ring.settled_until {
        return Ok(ring);
    }
    signing_key::ensure_rotated(&context.store, server, &context.rotation).await?;
    context.store.cached(Freshness::Notified, server.tenant, KEY_RING, server.id, load).await
}

/// The key that an authorization server signs with now.
///
/// # Errors
/// Those of [`of`].
pub async fn signer(context: &Shared, server: &AuthorizationServer) -> Result<Arc<Signer>> {
    let ring = of(context, server.key()).await?;
    ring.signer(context.now()).cloned().ok_or_else(|| Error::internal("no key signs at this time"))
}

async fn load(context: &Shared, server: ServerKey<'_>) -> Result<KeyRing> {
    if authorization_server::find(&context.store, server.tenant, server.id).await?.is_none() {
        return Err(Error::not_found("authorization_server", server.id));
    }
    let ring = signing_key::published(&context.store, server).await?;
    let now = context.now();
    let rows: Vec<_> = ring.published(now).collect();
    let mut keys = Vec::with_capacity(rows.len());
    for row in rows {
        let signer = Signer::new(&row.id, row.algorithm, row.private_key.pkcs8()).map_err(Error::internal)?;
        let verifier = row
            .public_jwk
            .as_object()
            .and_then(Verifier::from_jwk)
            .ok_or_else(|| Error::internal("a stored public key is malformed"))?;
        keys.push(Key {
            signs_from: row.signs_from,
            published_until: row.published_until,
            signer: Arc::new(signer),
            verifier,
            jwk: row.public_jwk.clone(),
        });
    }
    let retired = keys.iter().filter_map(|key| key.published_until).filter(|until| *until > now);
    // Without any key the first one is due.
    let newest = keys.iter().map(|key| key.signs_from).max();
    let due = newest.map_or(now, |newest| newest + context.rotation.interval - context.rotation.publish_ahead);
    let settled_until = retired.chain([due]).min().unwrap_or(due);
    Ok(KeyRing { jwks: write_jwks(&keys, now), keys, settled_until })
}

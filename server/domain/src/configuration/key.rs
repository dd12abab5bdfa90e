//! Keys that a dump brings along.

use std::collections::HashSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::beside::KeyBeside;
use crate::catalogue::authorization_server::{AuthorizationServer, SigningAlgorithm};
use crate::installation::tenant::key::{self, TenantKey, has_private_part};
use crate::storage::store::Transaction;
use crate::tokens::signing_key::{self, GeneratedKey, KeyRow, read_private_jwk};
use crate::{Error, Result, Store, identifier, validate};

/// Keys of one thing.
const MOST: usize = 16;

/// Keys as a dump has them.
#[derive(Clone, Default)]
pub enum BroughtKeys {
    /// None with private parts: what is there stays.
    #[default]
    Nothing,
    /// As this server writes them.
    Own(Vec<KeyBeside>),
    /// A set of private JWKs (RFC 7517), the one that signs first.
    Jwks(Vec<Map<String, Value>>),
}

impl std::fmt::Debug for BroughtKeys {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("BroughtKeys")
    }
}

impl BroughtKeys {
    /// Those of `own` where it says any, else those of a key set if they are private.
    #[must_use]
    pub fn of(own: Option<Vec<KeyBeside>>, jwks: Option<Vec<Map<String, Value>>>) -> Self {
        match (own, jwks) {
            (Some(own), _) if !own.is_empty() => Self::Own(own),
            (_, Some(keys)) if keys.iter().any(has_private_part) => Self::Jwks(keys),
            _ => Self::Nothing,
        }
    }

    /// Reads them, on a thread of its own: large keys take a while to be looked at.
    ///
    /// # Errors
    /// [`Error::Invalid`] naming the key.
    pub(super) async fn read(self) -> Result<Option<Vec<ReadKey>>> {
        if matches!(self, Self::Nothing) {
            return Ok(None);
        }
        tokio::task::spawn_blocking(move || self.read_now()).await.map_err(Error::internal)?.map(Some)
    }

    fn read_now(self) -> Result<Vec<ReadKey>> {
        let read = match self {
            Self::Nothing => Vec::new(),
            Self::Own(keys) => each("authplane/keys", keys, own)?,
            Self::Jwks(keys) => each("jwks/keys", keys, |at, jwk| {
                let kid = jwk.get("kid").and_then(Value::as_str).map(str::to_owned);
                let generated = read_private_jwk(&jwk)?;
                Ok(ReadKey {
                    at,
                    kid,
                    generated,
                    generation: None,
                    signs_from: None,
                    published_until: None,
                    created_at: None,
                })
            })?,
        };
        let mut known = HashSet::new();
        for key in &read {
            let Some(kid) = &key.kid else { continue };
            validate::plausible_id("kid", kid).map_err(|error| Error::invalid(key.at.clone(), error.to_string()))?;
            if !known.insert(kid) {
                return Err(Error::invalid(key.at.clone(), "another key has the same kid"));
            }
        }
        Ok(read)
    }
}

fn each<T>(
    at: &str,
    keys: Vec<T>,
    read: impl Fn(String, T) -> std::result::Result<ReadKey, &'static str>,
) -> Result<Vec<ReadKey>> {
    if keys.len() > MOST {
        return Err(Error::invalid(at.to_owned(), format!("must have at most {MOST} keys")));
    }
    let read = keys.into_iter().enumerate().map(|(index, key)| {
        let at = format!("{at}/{index}");
        read(at.clone(), key).map_err(|why| Error::invalid(at, why))
    });
    read.collect()
}

/// A key that was read, without a place yet.
pub(super) struct ReadKey {
    /// Where it stands in its row.
    at: String,
    kid: Option<String>,
    generated: GeneratedKey,
    generation: Option<i32>,
    signs_from: Option<DateTime<Utc>>,
    published_until: Option<DateTime<Utc>>,
    created_at: Option<DateTime<Utc>>,
}

/// Both parts belong together, or nobody could verify what the key signs.
fn own(at: String, key: KeyBeside) -> std::result::Result<ReadKey, &'static str> {
    let KeyBeside { public, private_key, created_at, generation, signs_from, published_until } = key;
    let text = |name: &str| public.get(name).and_then(Value::as_str);
    let kid = text("kid").ok_or("the kid is missing")?.to_owned();
    let pkcs8 = STANDARD.decode(private_key).map_err(|_| "the private part isn't base64")?;
    if generation.is_some_and(|generation| generation < 1) {
        return Err("the generation must be 1 or more");
    }
    if let (Some(from), Some(until)) = (signs_from, published_until)
        && until <= from
    {
        return Err("published_until must be after signs_from");
    }
    let algorithm = public.get("alg").and_then(|alg| SigningAlgorithm::deserialize(alg).ok());
    let algorithm = algorithm.ok_or("the alg must be RS256, ES256 or EdDSA")?;
    let generated = GeneratedKey::of_pkcs8(algorithm, pkcs8)?;
    if ["kty", "crv", "n", "e", "x", "y"].iter().any(|name| public.get(*name) != generated.public_jwk.get(*name)) {
        return Err("the parts don't belong together");
    }
    Ok(ReadKey { at, kid: Some(kid), generated, generation, signs_from, published_until, created_at })
}

/// The rows of a server's keys, which take the place of those that it has, unless they are among these.
pub(super) fn of_server(
    store: &Store,
    server: &AuthorizationServer,
    read: Vec<ReadKey>,
    before: &[KeyRow],
) -> Result<Vec<KeyRow>> {
    if read.iter().any(|read| before.iter().any(|known| Some(&known.id) == read.kid.as_ref())) {
        // They are this server's own, as they were: what became of them since, and which came after them, is known better here.
        return Ok(before.to_vec());
    }
    let (now, number) = (store.now(), i32::try_from(read.len()).map_err(Error::internal)?);
    // As long as what a former key signed is good, whatever of it lives longest.
    let longest = TimeDelta::seconds(Ord::max(server.access_token_ttl, server.id_token_ttl));
    let mut rows = Vec::with_capacity(read.len());
    for (index, read) in (0..).zip(read) {
        let ReadKey { at: _, kid, generated, generation, signs_from, published_until, created_at } = read;
        let id = kid.map_or_else(|| identifier::key_id(store.environment()), Ok)?;
        // A set from elsewhere: the first one signs, and the others are there for what they signed.
        let is_foreign = generation.is_none();
        let until = is_foreign && index > 0;
        let mut row = signing_key::row(store, server.key(), id, generated)?;
        row.generation = generation.unwrap_or(number - index);
        row.signs_from = signs_from.unwrap_or_else(|| now - TimeDelta::seconds(i64::from(index)));
        row.published_until = published_until.or_else(|| until.then_some(now + longest));
        row.created_at = created_at.unwrap_or(row.created_at);
        rows.push(row);
    }
    rows.sort_by(|a, b| (a.generation, &a.id).cmp(&(b.generation, &b.id)));
    if let Some(twice) = rows.windows(2).find(|pair| pair[0].generation == pair[1].generation) {
        return Err(Error::invalid("authplane/keys", format!("two keys have the generation {}", twice[0].generation)));
    }
    Ok(rows)
}

/// The rows of a tenant's own keys, the oldest first.
pub(super) fn of_tenant(
    store: &Store,
    tenant: &str,
    read: Vec<ReadKey>,
    before: &[TenantKey],
) -> Result<Vec<TenantKey>> {
    let mut rows = Vec::with_capacity(read.len());
    for read in read {
        let known = before.iter().find(|known| Some(&known.id) == read.kid.as_ref());
        let mut row = key::seal(store, tenant, read.kid, read.generated)?;
        row.created_at = read.created_at.or(known.map(|known| known.created_at)).unwrap_or(row.created_at);
        if let Some(known) = known.filter(|known| known.public_jwk == row.public_jwk) {
            row.private_key = known.private_key.clone();
        }
        rows.push(row);
    }
    rows.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
    Ok(rows)
}

/// Writes those of a server, where they are others than before.
pub(super) async fn replace_of_server(
    transaction: &Transaction,
    server: &AuthorizationServer,
    before: &[KeyRow],
    after: &[KeyRow],
) -> Result<()> {
    if before == after {
        return Ok(());
    }
    signing_key::replace_all(transaction, server.key(), after).await
}

/// As a dump has it.
///
/// # Errors
/// [`Error::Internal`] when the master key is missing.
pub fn opened_of_server(store: &Store, row: &KeyRow) -> Result<KeyBeside> {
    Ok(KeyBeside {
        public: row.public_jwk.as_object().cloned().unwrap_or_default(),
        private_key: STANDARD.encode(signing_key::open(store, row)?),
        created_at: Some(row.created_at),
        generation: Some(row.generation),
        signs_from: Some(row.signs_from),
        published_until: row.published_until,
    })
}

/// As a dump has it.
///
/// # Errors
/// [`Error::Internal`] when the master key is missing.
pub fn opened_of_tenant(store: &Store, row: &TenantKey) -> Result<KeyBeside> {
    Ok(KeyBeside {
        public: row.public_jwk.as_object().cloned().unwrap_or_default(),
        private_key: STANDARD.encode(key::open(store, row)?),
        created_at: Some(row.created_at),
        generation: None,
        signs_from: None,
        published_until: None,
    })
}

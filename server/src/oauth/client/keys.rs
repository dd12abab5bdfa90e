//! The public keys of others: of clients, registered with the client (`jwks`) or fetched from where it publishes them (`jwks_uri`, RFC 7591 §2), and of identity
//! providers that users sign in at.
//!
//! Fetched keys are kept as long as the answer says, within bounds. A signature that names a key that isn't among them is the sign of a rotation: they are
//! fetched again, at most once a minute for each of them, since anybody can name a key. A fetch that fails leaves the keys as they were; whoever publishes them
//! may be away for a while. Requests that want the same keys at the same time wait for one fetch.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use authplane_domain::clients::client::Client;
use quick_cache::sync::Cache;
use serde_json::{Value, json};
use url::Url;

use crate::context::Context;
use crate::log::Level;
use crate::outgoing::OutgoingError;
use crate::tokens::InvalidToken;
use crate::tokens::jws::{Compact, Verifier};

/// Sets of fetched keys that are kept.
const REMEMBERED: usize = 1024;
/// Longest key set that is read, in bytes.
const LONGEST: usize = 256 * 1024;
/// Most keys of a set that are looked at.
const MOST_KEYS: usize = 64;
/// Seconds that keys are kept: at least, at most, and when the answer doesn't say.
const LEAST_AGE: i64 = 60;
const MOST_AGE: i64 = 3600;
const USUAL_AGE: i64 = 600;
/// Seconds between two fetches because of an unknown key.
const REFETCH: i64 = 60;
/// Seconds between two attempts at keys that couldn't be fetched.
const RETRY: i64 = 10;

/// Keys that were fetched, by tenant, owner (a client's id or a provider's issuer) and URL.
pub struct ClientKeys(Cache<Name, Arc<Remote>>);

type Name = (String, String, String);

impl Default for ClientKeys {
    fn default() -> Self {
        Self(Cache::new(REMEMBERED))
    }
}

impl std::fmt::Debug for ClientKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClientKeys").field("len", &self.0.len()).finish()
    }
}

/// The keys at one URL.
#[derive(Default)]
struct Remote {
    state: Mutex<State>,
    /// Held by the one who fetches.
    fetching: tokio::sync::Mutex<()>,
}

/// What is known of them; times are seconds since the epoch.
#[derive(Clone, Default)]
struct State {
    keys: Arc<[Verifier]>,
    /// Fetches that succeeded.
    generation: u64,
    fresh_until: i64,
    /// A fetch failed, and none is tried before then.
    retry_at: i64,
    /// No fetch because of an unknown key before then.
    refetch_at: i64,
}

/// Why keys are fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Occasion {
    /// There are none, or they are old.
    Stale,
    /// A signature names another one.
    UnknownKey,
}

/// Checks that a client signed something, with a key that is its own now.
///
/// # Errors
/// [`InvalidToken`] when no key of the client's fits, also when its keys can't be fetched.
pub async fn verify(context: &Context, client: &Client, compact: &Compact<'_>) -> Result<(), InvalidToken> {
    let Some(uri) = client.jwks_uri.as_deref() else {
        return compact.verify(&keys_of(client.jwks.as_ref()));
    };
    verify_fetched(context, (client.tenant_id.clone(), client.id.clone(), uri.to_owned()), compact).await
}

/// Checks that an identity provider signed something, with a key that is published at `uri` now. The keys are remembered for each tenant, so that no tenant's
/// users use up the fetches of another's.
///
/// # Errors
/// [`InvalidToken`] when no key there fits, also when the keys can't be fetched.
pub async fn verify_of_provider(
    context: &Context,
    tenant: &str,
    issuer: &str,
    uri: &str,
    compact: &Compact<'_>,
) -> Result<(), InvalidToken> {
    verify_fetched(context, (tenant.to_owned(), issuer.to_owned(), uri.to_owned()), compact).await
}

async fn verify_fetched(context: &Context, name: Name, compact: &Compact<'_>) -> Result<(), InvalidToken> {
    let fresh = || Ok::<_, std::convert::Infallible>(Arc::default());
    let Ok(remote) = context.client_keys.0.get_or_insert_with(&name, fresh);
    let state = remote.current(context, &name, Occasion::Stale, remote.snapshot().generation).await;
    if compact.verify(&*state.keys).is_ok() {
        return Ok(());
    }
    // Where a named key is known, a signature that doesn't fit it is wrong, whatever else is published.
    if compact.names_one_of(&state.keys) {
        return Err(InvalidToken);
    }
    let state = remote.current(context, &name, Occasion::UnknownKey, state.generation).await;
    compact.verify(&*state.keys)
}

impl Remote {
    fn snapshot(&self) -> State {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// The keys, fetched before if there is occasion for it and nobody else has done so since the caller saw `generation`.
    async fn current(self: &Arc<Self>, context: &Context, name: &Name, occasion: Occasion, generation: u64) -> State {
        let state = self.snapshot();
        if !state.is_due(context.now().timestamp(), occasion, generation) {
            return state;
        }
        let (remote, context, name) = (Arc::clone(self), Arc::clone(context), name.clone());
        // In a task of its own: a caller that hangs up must not take along what others wait for.
        let fetching = tokio::spawn(async move {
            let _alone = remote.fetching.lock().await;
            if remote.snapshot().is_due(context.now().timestamp(), occasion, generation) {
                remote.fetch(&context, &name, occasion).await;
            }
        });
        // It fails only with the runtime.
        let _ = fetching.await;
        self.snapshot()
    }

    async fn fetch(&self, context: &Context, (tenant, owner, uri): &Name, occasion: Occasion) {
        let started = context.now().timestamp();
        if occasion == Occasion::UnknownKey {
            self.change(|state| state.refetch_at = started + REFETCH);
        }
        match download(context, uri).await {
            Ok((keys, max_age)) => self.change(|state| {
                state.keys = keys.into();
                state.generation += 1;
                state.fresh_until = started + max_age;
                state.retry_at = 0;
            }),
            Err(problem) => {
                self.change(|state| state.retry_at = started + RETRY);
                let fields = [("tenant", json!(tenant)), ("owner", json!(owner)), ("problem", json!(problem))];
                context.log.event(context.now(), Level::Warn, "published keys can't be fetched", &fields);
            }
        }
    }
}

impl State {
    fn is_due(&self, now: i64, occasion: Occasion, generation: u64) -> bool {
        let wanted = match occasion {
            Occasion::Stale => self.fresh_until <= now,
            Occasion::UnknownKey => self.refetch_at <= now,
        };
        wanted && self.generation == generation && self.retry_at <= now
    }
}

/// The keys of the set at a URL, and the seconds that they may be kept.
async fn download(context: &Context, uri: &str) -> Result<(Vec<Verifier>, i64), String> {
    let url = Url::parse(uri).map_err(|error| error.to_string())?;
    let accept = "application/jwk-set+json, application/json";
    let fetched =
        context.outgoing.get(&url, accept, LONGEST).await.map_err(|error: OutgoingError| error.to_string())?;
    if !fetched.status.is_success() {
        return Err(format!("the status is {}", fetched.status.as_u16()));
    }
    let set: Value = serde_json::from_slice(&fetched.body).map_err(|_| "the answer is no JSON".to_owned())?;
    if !set["keys"].is_array() {
        return Err("the answer is no key set".to_owned());
    }
    Ok((keys_of(Some(&set)), age(fetched.max_age)))
}

fn age(max_age: Option<Duration>) -> i64 {
    max_age.map_or(USUAL_AGE, |age| i64::try_from(age.as_secs()).unwrap_or(MOST_AGE).clamp(LEAST_AGE, MOST_AGE))
}

fn keys_of(set: Option<&Value>) -> Vec<Verifier> {
    let keys = set.and_then(|set| set["keys"].as_array()).into_iter().flatten();
    keys.take(MOST_KEYS).filter_map(Verifier::from_jwk).collect()
}

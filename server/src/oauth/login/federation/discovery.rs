//! What identity providers say of themselves (OpenID Connect Discovery §4).
//!
//! Documents are kept as long as the answer says, for an hour at most. Whoever wants the same one at the same time waits for one fetch, and a provider that
//! didn't answer isn't asked again for some seconds: beginning to sign in takes no credentials, and mustn't be a way to have this server bother others.

use std::sync::{Arc, Mutex, PoisonError};

use quick_cache::sync::Cache;
use serde::Deserialize;
use url::Url;

use crate::context::Context;
use crate::oauth::login::federation::provider::{Provider, ProviderError};
use crate::outgoing::Outgoing;

/// Documents that are kept.
const REMEMBERED: usize = 256;
/// Longest document that is read, in bytes.
const LONGEST: usize = 64 * 1024;
/// Seconds that a document is kept: at least, at most, and when the answer doesn't say.
const LEAST_AGE: i64 = 60;
const MOST_AGE: i64 = 3600;
const USUAL_AGE: i64 = 600;
/// Seconds between two attempts at a document that couldn't be fetched.
const RETRY: i64 = 10;

/// The members of a document that matter here.
#[derive(Clone, Debug, Deserialize)]
pub struct Metadata {
    /// Who it is.
    pub issuer: String,
    /// Where users are sent.
    pub authorization_endpoint: Url,
    /// Where codes are exchanged.
    pub token_endpoint: Url,
    /// Where its keys are.
    pub jwks_uri: Url,
    /// Where it tells more about users.
    pub userinfo_endpoint: Option<Url>,
    /// How clients may authenticate; `client_secret_basic` when absent.
    pub token_endpoint_auth_methods_supported: Option<Vec<String>>,
    /// RFC 9207 §3.
    authorization_response_iss_parameter_supported: Option<bool>,
}

/// The documents that were fetched, by their URL.
pub struct Providers(Cache<String, Arc<Slot>>);

impl Default for Providers {
    fn default() -> Self {
        Self(Cache::new(REMEMBERED))
    }
}

impl std::fmt::Debug for Providers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Providers").field("len", &self.0.len()).finish()
    }
}

/// What is at one URL.
#[derive(Default)]
struct Slot {
    known: Mutex<Option<Known>>,
    /// Held by the one who fetches.
    fetching: tokio::sync::Mutex<()>,
}

#[derive(Clone)]
struct Known {
    found: Result<Arc<Metadata>, ProviderError>,
    /// Seconds since the epoch.
    until: i64,
}

impl Metadata {
    /// Does it announce that its answers say who it is?
    #[must_use]
    pub fn announces_issuer(&self) -> bool {
        self.authorization_response_iss_parameter_supported == Some(true)
    }

    fn check(&self, outgoing: &Outgoing) -> Result<(), ProviderError> {
        let mut fetched = vec![("token_endpoint", &self.token_endpoint), ("jwks_uri", &self.jwks_uri)];
        fetched.extend(self.userinfo_endpoint.as_ref().map(|url| ("userinfo_endpoint", url)));
        for (name, url) in fetched {
            let checked = outgoing.check(url);
            checked.map_err(|refusal| ProviderError::new(format!("its {name} can't be used: {refusal}")))?;
        }
        // Only the user's browser goes there, which may be inside of a network that this server isn't to look into.
        let authorize = &self.authorization_endpoint;
        if authorize.scheme() != "https" && outgoing.check(authorize).is_err() {
            return Err(ProviderError::new("its authorization_endpoint is not https"));
        }
        Ok(())
    }
}

impl Slot {
    fn known(&self, now: i64) -> Option<Result<Arc<Metadata>, ProviderError>> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().filter(|known| known.until > now).map(|known| known.found.clone())
    }
}

/// What a provider says of itself, if it is who it should be.
///
/// # Errors
/// [`ProviderError`] when there is no document, or one of somebody else, or one with endpoints that mustn't be used.
pub async fn of(context: &Context, provider: &Provider<'_>) -> Result<Arc<Metadata>, ProviderError> {
    let url = provider.discovery_url()?;
    let fresh = || Ok::<_, std::convert::Infallible>(Arc::default());
    let Ok(slot) = context.providers.0.get_or_insert_with(url.as_str(), fresh);
    let metadata = current(context, &slot, &url).await?;
    // OpenID Connect Discovery §4.3. For each method anew: another one may have the same address.
    if !provider.is_called(&metadata.issuer) {
        return Err(ProviderError::new("its discovery document is another issuer's"));
    }
    Ok(metadata)
}

async fn current(context: &Context, slot: &Slot, url: &Url) -> Result<Arc<Metadata>, ProviderError> {
    if let Some(found) = slot.known(context.now().timestamp()) {
        return found;
    }
    let _alone = slot.fetching.lock().await;
    let now = context.now().timestamp();
    if let Some(found) = slot.known(now) {
        return found;
    }
    let (found, age) = match fetch(&context.outgoing, url).await {
        Ok((metadata, age)) => (Ok(Arc::new(metadata)), age),
        Err(error) => (Err(error), RETRY),
    };
    let known = Known { found: found.clone(), until: now + age };
    *slot.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(known);
    found
}

/// The document, and the seconds that it may be kept.
async fn fetch(outgoing: &Outgoing, url: &Url) -> Result<(Metadata, i64), ProviderError> {
    let fetched = outgoing.get(url, "application/json", LONGEST).await;
    let fetched = fetched.map_err(|error| ProviderError::new(format!("no discovery document: {error}")))?;
    if !fetched.status.is_success() {
        let status = fetched.status.as_u16();
        return Err(ProviderError::new(format!("no discovery document: the status is {status}")));
    }
    let metadata: Metadata = serde_json::from_slice(&fetched.body)
        .map_err(|_| ProviderError::new("its discovery document can't be read"))?;
    metadata.check(outgoing)?;
    let age = fetched.max_age.map_or(USUAL_AGE, |age| i64::try_from(age.as_secs()).unwrap_or(MOST_AGE));
    Ok((metadata, age.clamp(LEAST_AGE, MOST_AGE)))
}

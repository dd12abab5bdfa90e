//! The public keys of others: of clients, registered with the client (`jwks`) or fetched from where it publishes them (`jwks_uri`, RFC 7591 §2), and of identity
//! providers that users sign in at.
//!
//! Fetched keys are [kept](crate::outgoing::kept). A signature that names a key that isn't among them is the sign of a rotation: they are fetched again, at most
//! once a minute for each of them, since anybody can name a key.

use std::sync::Arc;

use authplane_domain::clients::client::Client;
use serde_json::{Map, Value, json};
use url::Url;

use crate::context::Context;
use crate::edge::json;
use crate::log::Level;
use crate::outgoing::kept::Outcome;
use crate::outgoing::{NamedBy, OutgoingError};
use crate::tokens::InvalidToken;
use crate::tokens::jws::{Compact, Verifier};

/// Longest key set that is read, in bytes.
const LONGEST: usize = 256 * 1024;
/// Most keys of a set that are looked at.
const MOST_KEYS: usize = 64;
/// Whose keys: tenant, owner (a client's id or a provider's issuer) and URL.
type Name = [String; 3];

/// Checks that a client signed something, with a key that is its own now.
///
/// # Errors
/// [`InvalidToken`] when no key of the client's fits, also when its keys can't be fetched.
pub async fn verify(context: &Context, client: &Client, compact: &Compact<'_>) -> Result<(), InvalidToken> {
    let Some(uri) = client.jwks_uri.as_deref() else {
        return compact.verify(&verifiers(client.jwks.iter().flat_map(|set| &set.keys)));
    };
    let name = [client.tenant_id.clone(), client.id.clone(), uri.to_owned()];
    verify_fetched(context, NamedBy::Client, name, compact).await
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
    let name = [tenant.to_owned(), issuer.to_owned(), uri.to_owned()];
    verify_fetched(context, NamedBy::Provider, name, compact).await
}

async fn verify_fetched(
    context: &Context,
    named: NamedBy,
    name: Name,
    compact: &Compact<'_>,
) -> Result<(), InvalidToken> {
    let fetch = || {
        let (context, name) = (Arc::clone(context), name.clone());
        move || async move { fetch(&context, named, &name).await }
    };
    let known = context.published_keys.current(&name, fetch()).await;
    let keys = known.document.as_deref().unwrap_or_default();
    if compact.verify(keys).is_ok() {
        return Ok(());
    }
    // Where a named key is known, a signature that doesn't fit it is wrong, whatever else is published.
    if compact.names_one_of(keys) {
        return Err(InvalidToken);
    }
    let known = context.published_keys.again(&name, &known, fetch()).await;
    compact.verify(known.document.as_deref().unwrap_or_default())
}

async fn fetch(context: &Context, named: NamedBy, name: &Name) -> Outcome<[Verifier]> {
    let [tenant, owner, uri] = name;
    let outcome = download(context, named, uri).await;
    if let Err(problem) = &outcome {
        let fields = [("tenant", json!(tenant)), ("owner", json!(owner)), ("problem", json!(problem))];
        context.log.event(context.now(), Level::Warn, "published keys can't be fetched", &fields);
    }
    outcome
}

/// The keys of the set at a URL.
async fn download(context: &Context, named: NamedBy, uri: &str) -> Outcome<[Verifier]> {
    let url = Url::parse(uri).map_err(|error| error.to_string())?;
    let accept = "application/jwk-set+json, application/json";
    let fetched =
        context.outgoing.get(named, &url, accept, LONGEST).await.map_err(|error: OutgoingError| error.to_string())?;
    if !fetched.status.is_success() {
        return Err(format!("the status is {}", fetched.status.as_u16()));
    }
    let set: Value = json::read(&fetched.body).map_err(|_| "the answer is no JSON".to_owned())?;
    let keys = set["keys"].as_array().ok_or_else(|| "the answer is no key set".to_owned())?;
    Ok((verifiers(keys.iter().filter_map(Value::as_object)).into(), fetched.max_age))
}

fn verifiers<'a>(keys: impl Iterator<Item = &'a Map<String, Value>>) -> Vec<Verifier> {
    keys.take(MOST_KEYS).filter_map(Verifier::from_jwk).collect()
}

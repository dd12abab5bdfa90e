//! Finds out what an identity provider says of itself (OpenID Connect Discovery §4), and whether it is who it should be.

use std::sync::Arc;

use crate::context::Context;
use crate::oauth::login::federation::provider::{Provider, ProviderError};
use crate::outgoing::provider_metadata::ProviderMetadata;

/// What a provider says of itself, if it is who it should be.
///
/// # Errors
/// [`ProviderError`] when there is no document, or one of somebody else, or one with endpoints that mustn't be used.
pub async fn of(context: &Context, provider: &Provider<'_>) -> Result<Arc<ProviderMetadata>, ProviderError> {
    let url = provider.discovery_url()?;
    let (name, outgoing) = (url.to_string(), Arc::clone(context));
    let known =
        context.providers.current(&name, || async move { ProviderMetadata::fetch(&outgoing.outgoing, &url).await });
    let known = known.await;
    // What it said before counts no longer when it says something else now, or nothing.
    if let Some(problem) = known.problem {
        return Err(ProviderError::new(problem));
    }
    let metadata = known.document.ok_or_else(|| ProviderError::new("no discovery document"))?;
    // OpenID Connect Discovery §4.3. For each method anew: another one may have the same address.
    if !provider.is_called(&metadata.issuer) {
        return Err(ProviderError::new("its discovery document is another issuer's"));
    }
    Ok(metadata)
}

//! What an OpenID provider says of itself (OpenID Connect Discovery §3), as far as its clients need it.

use std::sync::Arc;

use serde::Deserialize;
use url::Url;

use super::kept::Outcome;
use super::{NamedBy, Outgoing};
use crate::edge::json;

/// Longest document that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// The members of a document that matter here.
#[derive(Clone, Debug, Deserialize)]
pub struct ProviderMetadata {
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

impl ProviderMetadata {
    /// Does it announce that its answers say who it is?
    #[must_use]
    pub fn announces_issuer(&self) -> bool {
        self.authorization_response_iss_parameter_supported == Some(true)
    }

    /// Fetches a document, and refuses one with endpoints that mustn't be used. Whose it is, is for the caller to look at.
    ///
    /// # Errors
    /// What to log.
    pub async fn fetch(outgoing: &Outgoing, url: &Url) -> Outcome<Self> {
        let fetched = outgoing.get(NamedBy::Provider, url, "application/json", LONGEST).await;
        let fetched = fetched.map_err(|error| format!("no discovery document: {error}"))?;
        if !fetched.status.is_success() {
            return Err(format!("no discovery document: the status is {}", fetched.status.as_u16()));
        }
        let metadata: Self =
            json::read(&fetched.body).map_err(|_| "its discovery document can't be read".to_owned())?;
        metadata.check(outgoing)?;
        Ok((Arc::new(metadata), fetched.max_age))
    }

    fn check(&self, outgoing: &Outgoing) -> Result<(), String> {
        let mut fetched = vec![("token_endpoint", &self.token_endpoint), ("jwks_uri", &self.jwks_uri)];
        fetched.extend(self.userinfo_endpoint.as_ref().map(|url| ("userinfo_endpoint", url)));
        for (name, url) in fetched {
            outgoing.check(NamedBy::Provider, url).map_err(|refusal| format!("its {name} can't be used: {refusal}"))?;
        }
        // Only the user's browser goes there, which may be inside of a network that this server isn't to look into.
        let authorize = &self.authorization_endpoint;
        if authorize.scheme() != "https" && outgoing.check(NamedBy::Provider, authorize).is_err() {
            return Err("its authorization_endpoint is not https".to_owned());
        }
        Ok(())
    }
}

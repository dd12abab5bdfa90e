//! This server as a client of OAuth 2.0, through the `oauth2` crate: the authorization request and the exchange of its code (RFC 6749 §4.1, RFC 7636).
//!
//! The crate for OpenID Connect on top of it would bring a second cryptography library into the process, only to verify ID tokens. [`super::id_token`] does that
//! with what access tokens are verified with.

use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse, BasicTokenType,
};
use oauth2::{
    AuthType, AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointNotSet, EndpointSet,
    ExtraTokenFields, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    StandardRevocableToken, StandardTokenResponse, TokenResponse as _, TokenUrl,
};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::oauth::login::federation::provider::ProviderError;
use crate::oauth::login::federation::shown;
use crate::outgoing::provider_metadata::ProviderMetadata;
use crate::outgoing::{Outgoing, OutgoingError};

/// What OpenID Connect adds to the answer (OpenID Connect Core §3.1.3.3).
#[derive(Debug, Serialize, Deserialize)]
struct IdTokenField {
    id_token: Option<String>,
}

impl ExtraTokenFields for IdTokenField {}

type Client = oauth2::Client<
    BasicErrorResponse,
    StandardTokenResponse<IdTokenField, BasicTokenType>,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// This server as it is registered at a provider.
#[derive(Clone, Copy, Debug)]
pub struct Registration<'a> {
    /// The provider.
    pub metadata: &'a ProviderMetadata,
    /// This server there.
    pub client_id: &'a str,
    /// Where users come back to.
    pub redirect_uri: &'a str,
}

/// What a code is exchanged for.
pub struct Tokens {
    /// Opaque to us, but for what mappings take from it.
    pub access_token: String,
    /// Not verified yet.
    pub id_token: String,
}

impl Registration<'_> {
    fn client(&self) -> Result<Client, ProviderError> {
        let redirect_uri = RedirectUrl::new(self.redirect_uri.to_owned());
        let redirect_uri = redirect_uri.map_err(|_| ProviderError::new("the redirect URI is not a URL"))?;
        Ok(oauth2::Client::new(ClientId::new(self.client_id.to_owned()))
            .set_auth_uri(AuthUrl::from_url(self.metadata.authorization_endpoint.clone()))
            .set_token_uri(TokenUrl::from_url(self.metadata.token_endpoint.clone()))
            .set_redirect_uri(redirect_uri))
    }

    /// Where the user is sent, with these parameters besides.
    ///
    /// # Errors
    /// [`ProviderError`] when the redirect URI isn't one.
    pub fn authorization_url(
        &self,
        scopes: &[&str],
        state: &str,
        nonce: &str,
        verifier: &str,
        more: &[(&'static str, String)],
    ) -> Result<Url, ProviderError> {
        let client = self.client()?;
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.to_owned()));
        let mut request = client
            .authorize_url(|| CsrfToken::new(state.to_owned()))
            .add_scopes(scopes.iter().map(|scope| Scope::new((*scope).to_owned())))
            .set_pkce_challenge(challenge)
            .add_extra_param("nonce", nonce);
        for (name, value) in more {
            request = request.add_extra_param(*name, value.as_str());
        }
        Ok(request.url().0)
    }

    /// Exchanges a code.
    ///
    /// # Errors
    /// [`ProviderError`] when the provider gives no tokens for it.
    pub async fn exchange(
        &self,
        outgoing: &Outgoing,
        secret: Option<String>,
        code: &str,
        verifier: &str,
    ) -> Result<Tokens, ProviderError> {
        let mut client = self.client()?;
        if let Some(secret) = secret {
            client = client.set_auth_type(self.auth_type()?).set_client_secret(ClientSecret::new(secret));
        }
        let exchange = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .set_pkce_verifier(PkceCodeVerifier::new(verifier.to_owned()));
        let answer = exchange.request_async(outgoing).await.map_err(|error| refused(&error))?;
        // RFC 6749 §7.1: a token of a type that isn't understood must not be used.
        if *answer.token_type() != BasicTokenType::Bearer {
            return Err(ProviderError::new("its access token is of another type than Bearer"));
        }
        let id_token = answer.extra_fields().id_token.clone();
        let id_token = id_token.ok_or_else(|| ProviderError::new("it gives no ID token"))?;
        Ok(Tokens { access_token: answer.access_token().secret().clone(), id_token })
    }

    /// How the secret is sent (OpenID Connect Discovery §3: by HTTP Basic, unless the provider says something else).
    fn auth_type(&self) -> Result<AuthType, ProviderError> {
        let Some(supported) = &self.metadata.token_endpoint_auth_methods_supported else {
            return Ok(AuthType::BasicAuth);
        };
        let supports = |method: &str| supported.iter().any(|supported| supported == method);
        if supports("client_secret_basic") {
            Ok(AuthType::BasicAuth)
        } else if supports("client_secret_post") {
            Ok(AuthType::RequestBody)
        } else {
            Err(ProviderError::new("it takes no client secrets"))
        }
    }
}

fn refused(error: &RequestTokenError<OutgoingError, BasicErrorResponse>) -> ProviderError {
    ProviderError::new(match error {
        RequestTokenError::ServerResponse(answer) => {
            format!("it refuses the code with the error {}", shown(answer.error().as_ref()))
        }
        RequestTokenError::Request(error) => format!("the code can't be exchanged: {error}"),
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
            "the answer of its token endpoint can't be read".to_owned()
        }
    })
}

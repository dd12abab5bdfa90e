//! `grant_type=client_credentials` (RFC 6749 §4.4): the client acts for itself.

use crate::context::Context;
use crate::oauth::audience::{self, Target};
use crate::oauth::error::OAuthError;
use crate::oauth::token::TokenRequest;
use authplane_domain::authorization_server::AuthorizationServer;
use authplane_domain::client::ClientCredentials;

/// The value of `grant_type`.
pub const NAME: &str = "client_credentials";

/// Decides what the client's token is for.
///
/// # Errors
/// `unauthorized_client` when the server or the client isn't set to this grant, and those of [`audience::resolve`].
pub async fn authorize<'a>(
    context: &Context,
    server: &AuthorizationServer,
    client: &'a ClientCredentials,
    request: &TokenRequest,
) -> Result<Target<'a>, OAuthError> {
    let offered = server.grant_types.0.iter().any(|grant| grant == NAME);
    if !offered {
        return Err(OAuthError::unsupported_grant_type("this authorization server does not offer client_credentials"));
    }
    if !client.client.grant_types.0.iter().any(|grant| grant == NAME) {
        return Err(OAuthError::unauthorized_client("this client is not registered for client_credentials"));
    }
    audience::resolve(context, server, client, &request.resource, request.scope.as_deref()).await
}

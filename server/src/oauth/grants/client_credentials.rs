//! `grant_type=client_credentials` (RFC 6749 §4.4): the client acts for itself.

use crate::oauth::client::authentication::is_public;
use crate::oauth::error::OAuthError;
use crate::oauth::grants::{Decision, Exchange};
use crate::oauth::issue::audience::{self, Whose};

/// The value of `grant_type`.
pub const NAME: &str = "client_credentials";

/// Decides what the client's token is for.
///
/// # Errors
/// `unauthorized_client` when the client isn't set to this grant or can't prove who it is, `unsupported_grant_type` when the server isn't, and those of
/// [`audience::resolve`].
pub async fn authorize<'a>(exchange: &Exchange<'a>) -> Result<Decision<'a>, OAuthError> {
    exchange.require_grant(NAME)?;
    let Exchange { context, server, client, form, .. } = *exchange;
    // RFC 6749 §4.4: confidential clients only.
    if is_public(&client.client) {
        return Err(OAuthError::unauthorized_client("a public client can't act for itself"));
    }
    let target =
        audience::resolve(context, server, client, Whose::Client, &form.resource, form.scope.as_deref()).await?;
    Ok(Decision { target, user: None, issued_token_type: None })
}

//! `grant_type=urn:ietf:params:oauth:grant-type:device_code` (RFC 8628 §3.4): a device asks whether its user has decided.

use authplane_domain::sign_in::device_authorization::{self, DeviceAuthorization, Poll, State};
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant};

use crate::oauth::error::OAuthError;
use crate::oauth::grants::{Decision, Exchange, ForUser};
use crate::oauth::issue::audience::{self, Whose};

/// The value of `grant_type`.
pub const NAME: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// Gives the device what its user agreed to, once. Nobody hears anything about the code of another client.
///
/// # Errors
/// `authorization_pending` and `slow_down` until the user has decided; `access_denied` when they refused; `expired_token` when they took too long; `invalid_grant`
/// for a code that isn't this client's or was used, or whose user or consent is gone by now; those of [`audience::resolve`].
pub async fn redeem<'a>(exchange: &Exchange<'a>) -> Result<Decision<'a>, OAuthError> {
    exchange.require_grant(NAME)?;
    let Exchange { context, server, client, form, .. } = *exchange;
    let store = &context.store;
    let code = exchange.required("device_code", &form.device_code)?;
    let found = device_authorization::find_by_device_code(store, &server.tenant_id, &server.id, code).await?;
    let found = found.filter(|found| found.client_id == client.client.id).ok_or_else(invalid_code)?;
    let grant = agreed(exchange, &found).await?;
    exchange.require_user(&grant).await?;
    let resources = exchange.resources_of(&grant.details.resources)?;
    let scope = grant.scopes.join(" ");
    let target = audience::resolve(context, server, client, Whose::User, &resources, Some(&scope)).await?;
    if !device_authorization::redeem(store, &found).await? {
        return Err(invalid_code());
    }
    let refresh_token = authorization_grant::refresh_token(store, &grant, 1)?;
    Ok(Decision { target, user: Some(ForUser { grant, refresh_token, nonce: None }), issued_token_type: None })
}

/// What the user agreed to, if they did (RFC 8628 §3.5).
async fn agreed(exchange: &Exchange<'_>, found: &DeviceAuthorization) -> Result<AuthorizationGrant, OAuthError> {
    let store = &exchange.context.store;
    match found.state {
        State::Redeemed => return Err(invalid_code()),
        State::Denied => return Err(OAuthError::device("access_denied", "the user refused")),
        State::Pending | State::Approved if found.expires_at <= exchange.context.now().timestamp() => {
            return Err(OAuthError::device("expired_token", "the device code has expired: begin anew"));
        }
        State::Pending => {
            return Err(match device_authorization::poll(store, found).await? {
                Poll::Pending => OAuthError::device("authorization_pending", "the user has not decided yet"),
                Poll::SlowDown => OAuthError::device(
                    "slow_down",
                    "wait longer before you ask again: the interval is 5 seconds more now",
                ),
            });
        }
        State::Approved => {}
    }
    let id = found.grant_id.as_deref().unwrap_or_default();
    let grant = authorization_grant::find(store, &found.tenant_id, id).await?;
    grant.filter(|grant| grant.revoked_at.is_none()).ok_or_else(invalid_code)
}

fn invalid_code() -> OAuthError {
    OAuthError::invalid_grant("the device code is not valid for this client, or was used")
}

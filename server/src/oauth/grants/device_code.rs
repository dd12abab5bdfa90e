//! `grant_type=urn:ietf:params:oauth:grant-type:device_code` (RFC 8628 §3.4): a device asks whether its user has decided.

use authplane_domain::sign_in::device_authorization::{self, DeviceAuthorization, Poll, State};
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant};

use crate::oauth::error::OAuthError;
use crate::oauth::grants::pipeline::{Asked, Grant, Policies, Subject, TokenCall};
use crate::oauth::issue::audience::Target;

/// The value of `grant_type`.
pub const NAME: &str = authplane_domain::clients::client::DEVICE_CODE;

/// A device whose user agreed.
pub(crate) struct Proof {
    device: DeviceAuthorization,
    grant: AuthorizationGrant,
}

impl Grant for Proof {
    const PUBLIC_CLIENTS: bool = true;

    /// `authorization_pending` and `slow_down` until the user has decided; `access_denied` when they refused; `expired_token` when they took too long;
    /// `invalid_grant` for a code that isn't this client's or was used, or whose consent is gone by now. Nobody hears anything about the code of another client.
    async fn prove(call: &TokenCall<'_>) -> Result<Self, OAuthError> {
        let server = call.server();
        let code = call.required("device_code", &call.form.device_code)?;
        let store = &call.context.store;
        let found = device_authorization::find_by_device_code(store, server.key(), code).await?;
        let device = found.filter(|found| found.client_id == call.client.client.id).ok_or_else(invalid_code)?;
        Ok(Self { grant: agreed(call, &device).await?, device })
    }

    fn asked<'s>(&'s self, call: &TokenCall<'s>) -> Result<Asked<'s>, OAuthError> {
        call.asked_of(&self.grant, self.grant.scopes.iter().map(String::as_str).collect())
    }

    async fn subject<'s>(&'s self, _: &TokenCall<'s>, _: &Target<'_>) -> Result<Subject<'s>, OAuthError> {
        Ok(Subject::Authorized { grant: &self.grant, policies: Policies::AtAuthorization, nonce: None })
    }

    /// Once.
    async fn claim(&self, call: &TokenCall<'_>) -> Result<Option<String>, OAuthError> {
        let store = &call.context.store;
        if !device_authorization::redeem(store, &self.device).await? {
            return Err(invalid_code());
        }
        Ok(authorization_grant::refresh_token(store, &self.grant, 1)?)
    }
}

/// What the user agreed to, if they did (RFC 8628 §3.5).
async fn agreed(call: &TokenCall<'_>, found: &DeviceAuthorization) -> Result<AuthorizationGrant, OAuthError> {
    let store = &call.context.store;
    match found.state {
        State::Redeemed => return Err(invalid_code()),
        State::Denied => return Err(OAuthError::device("access_denied", "the user refused")),
        State::Pending | State::Approved if found.expires_at <= call.context.now().timestamp() => {
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

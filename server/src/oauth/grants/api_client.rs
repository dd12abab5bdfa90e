//! `grant_type=password` as PrivX's API clients use it: the shared OAuth client authenticates, the API client's id and secret stand for a user's name and
//! password. There are no users behind it, and it exists at that dialect's door only: the token endpoints of authorization servers don't offer it.

use std::sync::Arc;

use authplane_domain::clients::api_client::{self, ApiClientCredentials};
use aws_lc_rs::constant_time::verify_slices_are_equal;

use crate::caller::LOCAL_USER_STORE_AUDIENCE;
use crate::oauth::error::OAuthError;
use crate::oauth::grants::pipeline::{Asked, Grant, Subject, TokenCall};
use crate::oauth::issue::audience::Target;
use crate::tokens::verify::digest;

/// The value of `grant_type`.
pub const NAME: &str = "password";

/// Seconds that a token of this grant lives (local user store).
const LIFETIME: i64 = 300;

/// An API client whose secret was right.
pub(crate) struct Proof(Arc<ApiClientCredentials>);

impl Grant for Proof {
    const PUBLIC_CLIENTS: bool = false;

    /// `invalid_request` without name and password, `invalid_grant` when they don't hold, `temporarily_unavailable` (429) after too many that didn't: everybody
    /// has the shared client, so its secret keeps nobody from guessing.
    async fn prove(call: &TokenCall<'_>) -> Result<Self, OAuthError> {
        let (Some(id), Some(secret)) = (&call.form.username, &call.form.password) else {
            return Err(OAuthError::invalid_request("username and password are required"));
        };
        let found = api_client::credentials(&call.context.store, &call.server().tenant_id, id).await?;
        // As for clients: the same work and the same answer whether there is such an API client or not.
        let is_right = || match &found {
            Some(found) => found.secret_matches(secret),
            None => verify_slices_are_equal(&digest(secret), &[0; 32]).is_ok(),
        };
        let (context, now) = (call.context, call.context.now().timestamp());
        let guesser = context.secret_guesses.guesser_of_api_client(&call.server().tenant_id, id, call.address);
        let allowance = context.limits.load().wrong_secrets;
        let equal = context.secret_guesses.attempt(guesser, now, allowance, is_right);
        let equal = equal.map_err(|blocked| OAuthError::too_many_failures(blocked.seconds))?;
        let found = found.filter(|_| equal);
        Ok(Self(found.ok_or_else(|| OAuthError::invalid_grant("username and password do not hold"))?))
    }

    /// `invalid_scope` when more is asked for than the roles give.
    fn asked<'s>(&'s self, call: &TokenCall<'s>) -> Result<Asked<'s>, OAuthError> {
        let given = &self.0.scopes;
        let scopes = match call.form.scope {
            None => given.iter().map(String::as_str).collect(),
            Some(_) => call.scopes(),
        };
        if !scopes.iter().all(|scope| given.iter().any(|known| known == scope)) {
            return Err(OAuthError::invalid_scope("the API client's roles do not give a requested scope"));
        }
        let audience = vec![LOCAL_USER_STORE_AUDIENCE.to_owned()];
        Ok(Asked::Fixed(Target { audience, scopes, lifetime: LIFETIME, services: None }))
    }

    async fn subject<'s>(&'s self, _: &TokenCall<'s>, _: &Target<'_>) -> Result<Subject<'s>, OAuthError> {
        Ok(Subject::ApiClient(&self.0.api_client.id))
    }

    async fn claim(&self, _: &TokenCall<'_>) -> Result<Option<String>, OAuthError> {
        Ok(None)
    }
}

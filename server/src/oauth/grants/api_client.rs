//! `grant_type=password` as PrivX's API clients use it: the shared OAuth client authenticates, the API client's id and secret stand for a user's name and
//! password. There are no users behind it, and it exists at that dialect's door only: the token endpoints of authorization servers don't offer it.

use authplane_domain::clients::api_client;
use aws_lc_rs::constant_time::verify_slices_are_equal;

use crate::caller::LOCAL_USER_STORE_AUDIENCE;
use crate::context::Context;
use crate::oauth::error::OAuthError;
use crate::oauth::token::TokenRequest;
use crate::tokens::verify::digest;

/// The value of `grant_type`.
pub const NAME: &str = "password";

/// Seconds that a token of this grant lives (local user store).
pub const LIFETIME: i64 = 300;

/// What an API client's token says.
#[derive(Debug)]
pub struct ApiClientGrant {
    /// The API client.
    pub subject: String,
    /// The scopes that its roles give.
    pub scopes: Vec<String>,
}

/// Checks the API client's id and secret, and finds out what its roles give.
///
/// # Errors
/// `invalid_request` without name and password, `invalid_grant` when they don't hold, `invalid_scope` when more is asked for than the roles give.
pub async fn authorize(context: &Context, tenant: &str, request: &TokenRequest) -> Result<ApiClientGrant, OAuthError> {
    let (Some(id), Some(secret)) = (&request.username, &request.password) else {
        return Err(OAuthError::invalid_request("username and password are required"));
    };
    let found = api_client::credentials(&context.store, tenant, id).await?;
    // As for clients: the same work and the same answer whether there is such an API client or not.
    let equal = match &found {
        Some(found) => found.secret_matches(secret),
        None => verify_slices_are_equal(&digest(secret), &[0; 32]).is_ok(),
    };
    let found =
        found.filter(|_| equal).ok_or_else(|| OAuthError::invalid_grant("username and password do not hold"))?;
    let given = &found.scopes;
    let scopes = match request.scope.as_deref() {
        None => given.clone(),
        Some(wanted) => {
            let wanted: Vec<String> = wanted.split(' ').filter(|scope| !scope.is_empty()).map(str::to_owned).collect();
            if !wanted.iter().all(|scope| given.contains(scope)) {
                return Err(OAuthError::invalid_scope("the API client's roles do not give a requested scope"));
            }
            wanted
        }
    };
    Ok(ApiClientGrant { subject: id.clone(), scopes })
}

/// `aud` of these tokens.
#[must_use]
pub fn audience() -> Vec<String> {
    vec![LOCAL_USER_STORE_AUDIENCE.to_owned()]
}

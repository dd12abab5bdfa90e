//! Making an access token (RFC 9068 §2).

use authplane_domain::Error;
use authplane_domain::catalogue::authorization_server::AuthorizationServer;

use super::claims::{AudienceRef, NewClaims, UserClaims};
use super::jws::{self, Signer};
use crate::context::Shared;

/// What a token is made of.
#[derive(Debug)]
pub struct NewAccessToken<'a> {
    /// Identifies it.
    pub jti: &'a str,
    /// The client that gets it.
    pub client_id: &'a str,
    /// `sub`.
    pub subject: &'a str,
    /// `aud`.
    pub audience: &'a [String],
    /// What was granted.
    pub scopes: &'a [&'a str],
    /// Seconds that it lives.
    pub lifetime: i64,
    /// The user that it stands for, if one does.
    pub user: Option<UserClaims<'a>>,
}

/// Why there is no token.
#[derive(Debug, thiserror::Error)]
pub enum NoToken {
    /// It would be longer than anyone takes.
    #[error("a token for so much would be longer than anyone takes: ask for fewer resources or scopes")]
    TooLong,
    /// The server failed.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// Seconds that a token for `lifetime` lives: one that outlived its key's publication could not be checked any more, whatever a resource or a server is set to.
#[must_use]
pub fn bounded(context: &Shared, lifetime: i64) -> i64 {
    lifetime.min(context.rotation.overlap.num_seconds())
}

/// Signs a token.
///
/// # Errors
/// [`NoToken`].
pub fn make(
    context: &Shared,
    server: &AuthorizationServer,
    signer: &Signer,
    new: &NewAccessToken<'_>,
) -> Result<String, NoToken> {
    let now = context.now().timestamp();
    let scope = new.scopes.join(" ");
    let claims = NewClaims {
        iss: &context.origin().issuer(server),
        sub: new.subject,
        aud: AudienceRef::new(new.audience),
        exp: now + bounded(context, new.lifetime),
        iat: now,
        jti: new.jti,
        client_id: new.client_id,
        scope: (!scope.is_empty()).then_some(scope.as_str()),
        scp: new.scopes,
        tid: &server.tenant_id,
        aid: &server.id,
        user: new.user,
    };
    let payload = serde_json::to_vec(&claims).map_err(Error::internal)?;
    let token = signer.sign_access_token(&payload).map_err(Error::internal)?;
    if token.len() > jws::LONGEST { Err(NoToken::TooLong) } else { Ok(token) }
}

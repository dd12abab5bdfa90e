//! `grant_type=authorization_code` (RFC 6749 §4.1.3, RFC 7636 §4.5).

use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant};

use crate::oauth::authorize::proof_key;
use crate::oauth::error::OAuthError;
use crate::oauth::grants::{Decision, Exchange, ForUser};
use crate::oauth::issue::audience::{self, Whose};
use crate::oauth::issue::user_tokens;

/// The value of `grant_type`.
pub const NAME: &str = "authorization_code";

/// Exchanges a code. Everything is checked before it is used up, so that nobody but its client can spoil it (security assertion 19).
///
/// # Errors
/// `invalid_grant` for a code that isn't this client's, was used, has expired, or came with another redirect URI or verifier; those of [`audience::resolve`].
pub async fn redeem<'a>(exchange: &Exchange<'a>) -> Result<Decision<'a>, OAuthError> {
    exchange.require_grant(NAME)?;
    let Exchange { context, server, client, form, .. } = *exchange;
    let code = exchange.required("code", &form.code)?;
    let found = authorization_grant::find_by_code(&context.store, &server.tenant_id, code).await?;
    let found = found.filter(|grant| grant.server_id == server.id && grant.client_id == client.client.id);
    let grant = found.ok_or_else(invalid_code)?;
    if grant.code_used_at.is_some() {
        return Err(used_again(exchange, &grant).await?);
    }
    check_redirect_uri(exchange, &grant)?;
    proof_key::check(grant.details.code_challenge.as_deref(), form.code_verifier.as_deref())?;
    exchange.require_user(&grant).await?;
    let granted = grant.details.resources.clone();
    let resources = exchange.resources_of(&granted)?;
    let scope = grant.scopes.join(" ");
    let target = audience::resolve(context, server, client, Whose::User, &resources, Some(&scope)).await?;
    if !authorization_grant::redeem(
        &context.store,
        &grant,
        user_tokens::needed_for(context, server, grant.is_refreshable()),
    )
    .await?
    {
        let now = authorization_grant::find(&context.store, &server.tenant_id, &grant.id).await?;
        return Err(match now.filter(|now| now.code_used_at.is_some()) {
            Some(now) => used_again(exchange, &now).await?,
            None => invalid_code(),
        });
    }
    let refresh_token = authorization_grant::refresh_token(&context.store, &grant, 1)?;
    let nonce = grant.details.nonce.clone();
    Ok(Decision { target, user: Some(ForUser { grant, refresh_token, nonce }), issued_token_type: None })
}

/// RFC 9700 §4.2.4: whoever has a code a second time may not be who had it the first time. Everything that came of it ends.
async fn used_again(exchange: &Exchange<'_>, grant: &AuthorizationGrant) -> Result<OAuthError, OAuthError> {
    if grant.revoked_at.is_none() {
        let actor = Actor { subject: grant.client_id.clone(), request_id: exchange.request_id.to_owned() };
        let longest = exchange.context.rotation.overlap.num_seconds();
        let acting = Acting::new(&exchange.context.store, &grant.tenant_id, actor);
        authorization_grant::revoke(&acting, grant, longest).await?;
    }
    Ok(invalid_code())
}

/// RFC 6749 §4.1.3: the same as in the authorization request, if that had one. OAuth 2.1 has no such parameter any more: the proof key does better.
fn check_redirect_uri(exchange: &Exchange<'_>, grant: &AuthorizationGrant) -> Result<(), OAuthError> {
    let (requested, presented) = (grant.details.redirect_uri.as_deref(), exchange.form.redirect_uri.as_deref());
    let fits = match (requested, presented) {
        (Some(requested), Some(presented)) => requested == presented,
        (Some(_), None) => exchange.profile.proof_key_for_all,
        (None, None) => true,
        // It was the only one that is registered.
        (None, Some(presented)) => exchange.client.client.redirect_uris.has(presented),
    };
    if fits { Ok(()) } else { Err(OAuthError::invalid_grant("redirect_uri differs from the authorization request's")) }
}

fn invalid_code() -> OAuthError {
    OAuthError::invalid_grant("the code is not valid for this client, was used, or has expired")
}

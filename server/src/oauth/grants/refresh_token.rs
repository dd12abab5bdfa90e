//! `grant_type=refresh_token` (RFC 6749 §6), with rotation (RFC 9700 §4.14.2).
//!
//! Each token works once. Whoever presents the one before within the grace gets the same successor again: its answer was lost, or it asked twice at once.
//! Any other token that was used before means that two have it, and ends the whole authorization.

use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant, RefreshToken, Standing};

use crate::log::Level;
use crate::oauth::error::OAuthError;
use crate::oauth::grants::{Decision, Exchange, ForUser};
use crate::oauth::issue::audience::{self, Whose};
use crate::oauth::issue::user_tokens;

/// The value of `grant_type`.
pub const NAME: &str = "refresh_token";

/// Exchanges a refresh token for its successor and an access token.
///
/// # Errors
/// `invalid_grant` for a token that isn't this client's, was used, revoked, idle for too long, or whose user or consent is gone; `invalid_scope` for more than was
/// granted; those of [`audience::resolve`] where the client lost a scope or a resource.
pub async fn refresh<'a>(exchange: &Exchange<'a>) -> Result<Decision<'a>, OAuthError> {
    exchange.require_grant(NAME)?;
    let Exchange { context, server, client, form, .. } = *exchange;
    let presented = exchange.required("refresh_token", &form.refresh_token)?;
    let presented = RefreshToken::parse(presented).ok_or_else(invalid_token)?;
    let grant = find(exchange, &presented).await?;
    let lost = is_lost_answer(exchange, &presented, &grant).await?;
    if grant.rotated_at + server.refresh_token_ttl <= context.now().timestamp() {
        return Err(invalid_token());
    }
    exchange.require_user(&grant).await?;

    let scope = narrowed(form.scope.as_deref(), &grant)?;
    let resources = exchange.resources_of(&grant.details.resources)?;
    let target = audience::resolve(context, server, client, Whose::User, &resources, Some(&scope)).await?;
    exchange.require_policies(&grant.details.authentication, &target.scopes).await?;

    let successor = if lost {
        grant.generation
    } else if authorization_grant::rotate(
        &context.store,
        &grant,
        user_tokens::needed_for(context, server, grant.is_refreshable()),
    )
    .await?
    {
        grant.generation + 1
    } else {
        // Somebody was faster: then this is the token before, or the authorization has ended.
        let now = find(exchange, &presented).await?;
        is_lost_answer(exchange, &presented, &now).await?;
        now.generation
    };
    let refresh_token = authorization_grant::refresh_token(&context.store, &grant, successor)?;
    // OpenID Connect Core §12.2: the ID token of a refresh has no nonce.
    Ok(Decision { target, user: Some(ForUser { grant, refresh_token, nonce: None }), issued_token_type: None })
}

/// The grant of a token, if it is this client's and hasn't been revoked.
async fn find(exchange: &Exchange<'_>, presented: &RefreshToken) -> Result<AuthorizationGrant, OAuthError> {
    let Exchange { context, server, client, .. } = *exchange;
    let grant = authorization_grant::find(&context.store, &server.tenant_id, &presented.grant_id).await?;
    let grant = grant.filter(|grant| grant.server_id == server.id && grant.revoked_at.is_none());
    let grant = grant.ok_or_else(invalid_token)?;
    if grant.client_id != client.client.id {
        // Security assertion 41.
        let details = [
            ("grant", grant.id.as_str().into()),
            ("client", client.client.id.as_str().into()),
            ("request_id", exchange.request_id.into()),
        ];
        context.log.event(context.now(), Level::Warn, "a refresh token was presented by another client", &details);
        return Err(invalid_token());
    }
    Ok(grant)
}

/// `false` for the current token, `true` for the one before within the grace.
async fn is_lost_answer(
    exchange: &Exchange<'_>,
    presented: &RefreshToken,
    grant: &AuthorizationGrant,
) -> Result<bool, OAuthError> {
    let context = exchange.context;
    let grace = i64::from(context.config.refresh_token_grace_seconds);
    let reused = match presented.standing(&context.store, grant)? {
        Standing::Current if grant.generation > 0 => return Ok(false),
        Standing::Previous if context.now().timestamp() - grant.rotated_at < grace => return Ok(true),
        Standing::Previous | Standing::Reused => grant.generation > 1,
        Standing::Current | Standing::Forged => false,
    };
    if reused {
        let actor = Actor { subject: grant.client_id.clone(), request_id: exchange.request_id.to_owned() };
        let longest = context.rotation.overlap.num_seconds();
        let acting = Acting::new(&context.store, &grant.tenant_id, actor);
        authorization_grant::revoke(&acting, grant, longest).await?;
    }
    Err(invalid_token())
}

/// RFC 6749 §6: what was granted, or a part of it.
fn narrowed(asked: Option<&str>, grant: &AuthorizationGrant) -> Result<String, OAuthError> {
    let Some(asked) = asked else { return Ok(grant.scopes.join(" ")) };
    let mut scopes = asked.split(' ').filter(|scope| !scope.is_empty());
    if scopes.all(|scope| grant.scopes.has(scope)) {
        Ok(asked.to_owned())
    } else {
        Err(OAuthError::invalid_scope("a requested scope was not granted"))
    }
}

fn invalid_token() -> OAuthError {
    OAuthError::invalid_grant("the refresh token is not valid for this client, was used, revoked, or has expired")
}

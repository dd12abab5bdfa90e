//! `grant_type=refresh_token` (RFC 6749 §6), with rotation (RFC 9700 §4.14.2).
//!
//! Each token works once. Whoever presents the one before within the grace gets the same successor again: its answer was lost, or it asked twice at once.
//! Any other token that was used before means that two have it, and ends the whole authorization. A client that keeps a secret may be set to keep its token, too.

use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant, RefreshToken, Standing};

use crate::log::Level;
use crate::oauth::error::OAuthError;
use crate::oauth::grants::pipeline::{Asked, Grant, Policies, Subject, TokenCall};
use crate::oauth::issue::audience::Target;
use crate::oauth::issue::user_tokens;

/// The value of `grant_type`.
pub const NAME: &str = "refresh_token";

/// A refresh token of this client's that holds.
pub(crate) struct Proof {
    presented: RefreshToken,
    grant: AuthorizationGrant,
    /// It is the one before, and its successor is given again.
    lost_answer: bool,
}

impl Grant for Proof {
    const PUBLIC_CLIENTS: bool = true;

    /// `invalid_grant` for a token that isn't this client's, was used, revoked or idle for too long.
    async fn prove(call: &TokenCall<'_>) -> Result<Self, OAuthError> {
        let presented = call.required("refresh_token", &call.form.refresh_token)?;
        let presented = RefreshToken::parse(presented).ok_or_else(invalid_token)?;
        let grant = find(call, &presented).await?;
        let lost_answer = is_lost_answer(call, &presented, &grant).await?;
        if grant.rotated_at + call.client.client.refresh_token_ttl(call.server()) <= call.context.now().timestamp() {
            return Err(invalid_token());
        }
        if !authorization_grant::session_allows(&call.context.store, &grant).await? {
            return Err(invalid_token());
        }
        Ok(Self { presented, grant, lost_answer })
    }

    /// RFC 6749 §6: what was granted, or a part of it. `invalid_scope` for more.
    fn asked<'s>(&'s self, call: &TokenCall<'s>) -> Result<Asked<'s>, OAuthError> {
        let scopes = match call.form.scope {
            None => self.grant.scopes.iter().map(String::as_str).collect(),
            Some(_) => call.scopes(),
        };
        if !scopes.iter().all(|scope| self.grant.scopes.has(scope)) {
            return Err(OAuthError::invalid_scope("a requested scope was not granted"));
        }
        call.asked_of(&self.grant, scopes)
    }

    async fn subject<'s>(&'s self, _: &TokenCall<'s>, _: &Target<'_>) -> Result<Subject<'s>, OAuthError> {
        // OpenID Connect Core §12.2: the ID token of a refresh has no nonce.
        Ok(Subject::Authorized { grant: &self.grant, policies: Policies::Now, nonce: None })
    }

    async fn claim(&self, call: &TokenCall<'_>) -> Result<Option<String>, OAuthError> {
        let (context, grant) = (call.context, &self.grant);
        let client = &call.client.client;
        let needed_for = user_tokens::needed_for(context, call.server(), client, grant.is_refreshable());
        let successor = if self.lost_answer {
            grant.generation
        } else if !client.rotates_refresh_tokens() {
            if !authorization_grant::keep(&context.store, grant, needed_for).await? {
                return Err(invalid_token());
            }
            grant.generation
        } else if authorization_grant::rotate(&context.store, grant, needed_for).await? {
            grant.generation + 1
        } else {
            // Somebody was faster: then this is the token before. Or the authorization has ended, or the session.
            let now = find(call, &self.presented).await?;
            if !is_lost_answer(call, &self.presented, &now).await? {
                return Err(invalid_token());
            }
            now.generation
        };
        Ok(authorization_grant::refresh_token(&context.store, grant, successor)?)
    }
}

/// The grant of a token, if it is this client's and hasn't been revoked.
async fn find(call: &TokenCall<'_>, presented: &RefreshToken) -> Result<AuthorizationGrant, OAuthError> {
    let (context, server, client) = (call.context, call.server(), &call.client.client);
    let grant = authorization_grant::find(&context.store, &server.tenant_id, &presented.grant_id).await?;
    let grant = grant.filter(|grant| grant.server_id == server.id && grant.revoked_at.is_none());
    let grant = grant.ok_or_else(invalid_token)?;
    if grant.client_id != client.id {
        // Security assertion 41.
        let details = [
            ("grant", grant.id.as_str().into()),
            ("client", client.id.as_str().into()),
            ("request_id", call.request_id.into()),
        ];
        context.log.event(context.now(), Level::Warn, "a refresh token was presented by another client", &details);
        return Err(invalid_token());
    }
    Ok(grant)
}

/// `false` for the current token, `true` for the one before within the grace.
async fn is_lost_answer(
    call: &TokenCall<'_>,
    presented: &RefreshToken,
    grant: &AuthorizationGrant,
) -> Result<bool, OAuthError> {
    let context = call.context;
    let grace = i64::from(context.config.refresh_token_grace_seconds);
    let reused = match presented.standing(&context.store, grant)? {
        Standing::Current if grant.generation > 0 => return Ok(false),
        Standing::Previous if context.now().timestamp() - grant.rotated_at < grace => return Ok(true),
        Standing::Previous | Standing::Reused => grant.generation > 1,
        Standing::Current | Standing::Forged => false,
    };
    if reused {
        let actor = Actor {
            subject: grant.client_id.clone(),
            request_id: call.request_id.to_owned(),
            address: Some(call.address),
        };
        let longest = context.rotation.overlap.num_seconds();
        let acting = Acting::new(&context.store, &grant.tenant_id, actor);
        authorization_grant::revoke(&acting, &grant.id, longest).await?;
    }
    Err(invalid_token())
}

fn invalid_token() -> OAuthError {
    OAuthError::invalid_grant("the refresh token is not valid for this client, was used, revoked, or has expired")
}

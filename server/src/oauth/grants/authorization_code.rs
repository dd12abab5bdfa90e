//! `grant_type=authorization_code` (RFC 6749 §4.1.3, RFC 7636 §4.5).

use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant};

use crate::oauth::authorize::proof_key;
use crate::oauth::error::OAuthError;
use crate::oauth::grants::pipeline::{Asked, Grant, Policies, Subject, TokenCall};
use crate::oauth::issue::audience::Target;
use crate::oauth::issue::user_tokens;

/// The value of `grant_type`.
pub const NAME: &str = "authorization_code";

/// A code of this client's that holds.
pub(crate) struct Proof(AuthorizationGrant);

impl Grant for Proof {
    const PUBLIC_CLIENTS: bool = true;

    /// `invalid_grant` for a code that isn't this client's, was used, has expired, or came with another redirect URI or verifier. Everything is checked before it is
    /// used up, so that nobody but its client can spoil it (security assertion 19).
    async fn prove(call: &TokenCall<'_>) -> Result<Self, OAuthError> {
        let (server, client) = (call.server(), &call.client.client);
        let code = call.required("code", &call.form.code)?;
        let found = authorization_grant::find_by_code(&call.context.store, &server.tenant_id, code).await?;
        let found = found.filter(|grant| grant.server_id == server.id && grant.client_id == client.id);
        let grant = found.ok_or_else(invalid_code)?;
        if grant.code_used_at.is_some() {
            return Err(used_again(call, &grant).await?);
        }
        check_redirect_uri(call, &grant)?;
        proof_key::check(grant.details.code_challenge.as_deref(), call.form.code_verifier.as_deref())?;
        Ok(Self(grant))
    }

    fn asked<'s>(&'s self, call: &TokenCall<'s>) -> Result<Asked<'s>, OAuthError> {
        call.asked_of(&self.0, self.0.scopes.iter().map(String::as_str).collect())
    }

    async fn subject<'s>(&'s self, _: &TokenCall<'s>, _: &Target<'_>) -> Result<Subject<'s>, OAuthError> {
        let (grant, nonce) = (&self.0, self.0.details.nonce.as_deref());
        Ok(Subject::Authorized { grant, policies: Policies::AtAuthorization, nonce })
    }

    async fn claim(&self, call: &TokenCall<'_>) -> Result<Option<String>, OAuthError> {
        let (context, grant) = (call.context, &self.0);
        let needed_for = user_tokens::needed_for(context, call.server(), &call.client.client, grant.is_refreshable());
        if !authorization_grant::redeem(&context.store, grant, needed_for).await? {
            let now = authorization_grant::find(&context.store, &grant.tenant_id, &grant.id).await?;
            return Err(match now.filter(|now| now.code_used_at.is_some()) {
                Some(now) => used_again(call, &now).await?,
                None => invalid_code(),
            });
        }
        Ok(authorization_grant::refresh_token(&context.store, grant, 1)?)
    }
}

/// RFC 9700 §4.2.4: whoever has a code a second time may not be who had it the first time. Everything that came of it ends.
async fn used_again(call: &TokenCall<'_>, grant: &AuthorizationGrant) -> Result<OAuthError, OAuthError> {
    if grant.revoked_at.is_none() {
        let actor = Actor {
            subject: grant.client_id.clone(),
            request_id: call.request_id.to_owned(),
            address: Some(call.address),
        };
        let longest = call.context.rotation.overlap.num_seconds();
        let acting = Acting::new(&call.context.store, &grant.tenant_id, actor);
        authorization_grant::revoke(&acting, &grant.id, longest).await?;
    }
    Ok(invalid_code())
}

/// RFC 6749 §4.1.3: the same as in the authorization request, if that had one. OAuth 2.1 has no such parameter any more: the proof key does better.
fn check_redirect_uri(call: &TokenCall<'_>, grant: &AuthorizationGrant) -> Result<(), OAuthError> {
    let (requested, presented) = (grant.details.redirect_uri.as_deref(), call.form.redirect_uri.as_deref());
    let fits = match (requested, presented) {
        (Some(requested), Some(presented)) => requested == presented,
        (Some(_), None) => call.issuer.profile.proof_key_for_all,
        (None, None) => true,
        // It was the only one that is registered.
        (None, Some(presented)) => call.client.client.redirect_uris.has(presented),
    };
    if fits { Ok(()) } else { Err(OAuthError::invalid_grant("redirect_uri differs from the authorization request's")) }
}

fn invalid_code() -> OAuthError {
    OAuthError::invalid_grant("the code is not valid for this client, was used, or has expired")
}

//! Token revocation (RFC 7009).

use std::sync::Arc;

use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::tokens::authorization_grant::{self, RefreshToken, Standing};
use authplane_domain::tokens::revoked_token;
use serde_json::json;

use crate::context::Context;
use crate::edge::answer::EmptyOk;
use crate::edge::endpoint as dropshot;
use crate::edge::form::OptionalForm;
use crate::edge::{Request, Surface};
use crate::oauth::browser::cors;
use crate::oauth::client::authentication::{AuthenticatedClient, Purpose, is_public};
use crate::oauth::error::OAuthError;
use crate::oauth::introspect::{Asker, TokenQuery, asked};
use crate::oauth::issuer::Issuer;
use crate::tokens::former_token;
use crate::tokens::verify::{self, Verified, VerifyError};

/// The scope that lets a bearer revoke every token of its authorization server (ACP).
pub const SCOPE: &str = "revoke_tokens";

/// Revoke a token
///
/// From the answer on an access token is dead at introspection, userinfo and the management APIs; a refresh token takes the whole authorization that it comes from
/// with it, access tokens too. The caller is the client that it was issued to, or a bearer with the
/// scope `revoke_tokens`. A token that isn't valid anyway is answered with 200, so that nothing can be learned from trying.
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/oauth2/revoke", tags = ["oauth"], operation_id = "revoke", content_type = "application/x-www-form-urlencoded" }]
async fn revoke(
    request: Request<Context>,
    issuer: Issuer,
    form: OptionalForm<TokenQuery>,
) -> Result<EmptyOk, OAuthError> {
    let context = Arc::clone(request.context());
    let query = asked(form)?;
    let asker = Asker::of(&request, &issuer, &query, Purpose::Revocation, SCOPE).await?;
    if let Some(token) = RefreshToken::parse(&query.token) {
        return revoke_authorization(&request, &issuer, &asker, &token).await;
    }
    let claims = match verify::access_token(&context, &query.token).await {
        Ok(Verified { claims, .. }) if issuer.issued(&claims) => claims,
        Ok(_) => return Ok(EmptyOk),
        Err(VerifyError::Invalid(_)) => match former_token::verify(&context, &issuer.server, &query.token).await {
            Ok(former) => Arc::new(former.claims),
            Err(VerifyError::Invalid(_)) => return Ok(EmptyOk),
            Err(VerifyError::Domain(error)) => return Err(error.into()),
        },
        Err(VerifyError::Domain(error)) => return Err(error.into()),
    };
    if let Asker::Client(client) = &asker
        && client.client.id != claims.client_id
    {
        return another_clients(client);
    }
    revoked_token::revoke(&context.store, &claims.tid, &claims.jti, claims.exp).await?;
    Ok(EmptyOk)
}

/// RFC 7009 §2.1. An older token of the authorization counts as well: whoever gives it back wants it to end.
async fn revoke_authorization(
    request: &Request<Context>,
    issuer: &Issuer,
    asker: &Asker,
    token: &RefreshToken,
) -> Result<EmptyOk, OAuthError> {
    let (context, server) = (request.context(), &issuer.server);
    let grant = authorization_grant::find_revocable(&context.store, &server.tenant_id, &token.grant_id).await?;
    let Some(grant) = grant.filter(|grant| grant.server_id == server.id && grant.revoked_at.is_none()) else {
        return Ok(EmptyOk);
    };
    if token.standing_to(&context.store, &grant)? == Standing::Forged {
        return Ok(EmptyOk);
    }
    if let Asker::Client(client) = asker
        && client.client.id != grant.client_id
    {
        return another_clients(client);
    }
    let actor = Actor {
        subject: grant.client_id.clone(),
        request_id: request.id().to_owned(),
        address: Some(request.client_address()),
    };
    let acting = Acting::new(&context.store, &grant.tenant_id, actor);
    authorization_grant::revoke(&acting, &grant.id, context.rotation.overlap.num_seconds()).await?;
    Ok(EmptyOk)
}

/// RFC 7009 §2.1: the request is refused and the client is told. But anybody can call himself a public client: such a one is told the same of a token that lives
/// as of one that doesn't.
fn another_clients(client: &AuthenticatedClient) -> Result<EmptyOk, OAuthError> {
    if is_public(&client.client) {
        return Ok(EmptyOk);
    }
    Err(OAuthError::unauthorized_client("the token was issued to another client"))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    cors::preflight(surface, "revoke_preflight", "/{tid}/{aid}/oauth2/revoke", "POST");
    surface
        .register(cors::open(revoke))
        .errors(&[400, 401, 404, 429])
        .request_example(json!({"token": "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9…"}))
        .security(json!({"client_basic": []}))
        .security(json!({"issuer": [SCOPE]}));
}

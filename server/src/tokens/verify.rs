//! Recognising an access token that this installation issued (RFC 9068 §4).

use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::{authorization_server, service};
use authplane_domain::clients::api_client;
use authplane_domain::clients::client::{self, AllowedScope, ClientCredentials};
use authplane_domain::sign_in::authentication;
use authplane_domain::storage::cache::Freshness;
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant};
use authplane_domain::tokens::revoked_token;

use super::claims::Claims;
use super::jws::Compact;
use super::{InvalidToken, key_ring};
use crate::context::Shared;

/// Why a token isn't honoured.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// The token is at fault.
    #[error(transparent)]
    Invalid(#[from] InvalidToken),
    /// The database is.
    #[error(transparent)]
    Domain(#[from] DomainError),
}

/// SHA-256 of a text, as a key.
#[must_use]
pub fn digest(text: &str) -> [u8; 32] {
    let mut key = [0; 32];
    key.copy_from_slice(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, text.as_bytes()).as_ref());
    key
}

/// A valid access token, with the client that it was issued to as it is now.
#[derive(Debug, Clone)]
pub struct Verified {
    /// What the token says, without scopes that its client had when it asked in its own name, and has no longer.
    pub claims: Arc<Claims>,
    /// Its client.
    pub client: Arc<ClientCredentials>,
    /// What the user gave, in a user's token. Only what never changes of it may be believed.
    pub grant: Option<Arc<AuthorizationGrant>>,
}

/// A valid access token of any server of this installation.
///
/// # Errors
/// [`VerifyError::Invalid`] for anything else: another type of token, another issuer, a wrong signature, expired, revoked, of a client, API client or server
/// that is gone or was made anew since.
pub async fn access_token(context: &Shared, token: &str) -> Result<Verified, VerifyError> {
    let key = digest(token);
    let claims = match context.verified_tokens.get(&key) {
        Some(claims) => claims,
        None => {
            let claims = Arc::new(check_signature(context, token).await?);
            context.verified_tokens.insert(key, Arc::clone(&claims));
            claims
        }
    };
    if claims.exp <= context.now().timestamp() {
        return Err(InvalidToken.into());
    }
    let store = &context.store;
    let server = authorization_server::find(store, &claims.tid, &claims.aid).await?.ok_or(InvalidToken)?;
    // What its keys' server is called, which may have another name since the signature was checked.
    if !context.origin().is_issuer(&claims.iss, &server) {
        return Err(InvalidToken.into());
    }
    let client = client::credentials(store, &claims.tid, Some(&claims.aid), &claims.client_id).await?;
    // A client that was made after the token was issued is another one that took over the id.
    let client = client.filter(|client| client.client.client_id_issued_at <= claims.iat).ok_or(InvalidToken)?;
    let grant = match &claims.gid {
        Some(gid) => Some(user_grant(context, &claims, gid).await?),
        None => {
            if claims.sub != claims.client_id && !still_has_scopes(context, &claims).await? {
                return Err(InvalidToken.into());
            }
            if revoked_token::is_revoked(store, &claims.tid, &claims.jti).await? {
                return Err(InvalidToken.into());
            }
            None
        }
    };
    let claims = if grant.is_none() && claims.sub == claims.client_id {
        without_lost_scopes(context, claims, &client).await?
    } else {
        claims
    };
    Ok(Verified { claims, client, grant })
}

/// A user's token lives as long as the grant that it comes from, and the user's way to sign in.
async fn user_grant(context: &Shared, claims: &Claims, gid: &str) -> Result<Arc<AuthorizationGrant>, VerifyError> {
    let store = &context.store;
    let grant = authorization_grant::find_unchanging(store, &claims.tid, gid).await?;
    let grant = grant.filter(|grant| grant.client_id == claims.client_id && grant.server_id == claims.aid);
    let grant = grant.ok_or(InvalidToken)?;
    let methods = authentication::of_server(store, claims.server()).await?;
    let user = &grant.details.authentication;
    if !authentication::still_signs_in(store, &claims.tid, &methods, user).await? {
        return Err(InvalidToken.into());
    }
    if authorization_grant::is_revoked(store, &claims.jti, &grant).await? {
        return Err(InvalidToken.into());
    }
    Ok(grant)
}

/// Where the subject isn't the client, it is an API client: it must still be there, and its roles must still give what the token says.
async fn still_has_scopes(context: &Shared, claims: &Claims) -> Result<bool, VerifyError> {
    let found = api_client::credentials(&context.store, &claims.tid, &claims.sub).await?;
    Ok(found.is_some_and(|found| claims.scopes().all(|scope| found.scopes.iter().any(|given| given == scope))))
}

/// What a client's own token says, without what was taken from the client since, be it a scope or the role that gave it.
async fn without_lost_scopes(
    context: &Shared,
    claims: Arc<Claims>,
    client: &ClientCredentials,
) -> Result<Arc<Claims>, VerifyError> {
    let is_called = |allowed: &AllowedScope, scope: &str| allowed.name == scope;
    let is_of_audience =
        |allowed: &AllowedScope| allowed.indicator.as_ref().is_some_and(|own| claims.aud.contains(own));
    // As a rule it has what it was given, for the resource that it asked for.
    let has_all = claims
        .scopes()
        .all(|scope| client.scopes.iter().any(|allowed| is_called(allowed, scope) && is_of_audience(allowed)));
    if has_all {
        return Ok(claims);
    }
    // Whatever resource they belong to, a client's scopes are in tokens that are for no resource (RFC 8707); in others only those of the resources.
    let mut is_for_resource = false;
    // No resource is called like these two, so nothing has to be looked up of most tokens.
    let is_no_resource = |audience: &&String| **audience == claims.client_id || **audience == context.origin().control;
    for audience in claims.aud.iter().filter(|audience| !is_no_resource(audience)) {
        let found = service::find_by_indicator(&context.store, Freshness::Notified, &claims.tid, audience).await?;
        is_for_resource |= found.is_some_and(|found| found.server_id == claims.aid);
    }
    let is_held = |scope: &&str| {
        let holds = |allowed: &AllowedScope| is_called(allowed, scope) && (!is_for_resource || is_of_audience(allowed));
        client.scopes.iter().any(holds)
    };
    if claims.scopes().all(|scope| is_held(&scope)) {
        return Ok(claims);
    }
    let held: Vec<&str> = claims.scopes().filter(is_held).collect();
    let scope = Some(held.join(" ")).filter(|scope| !scope.is_empty());
    Ok(Arc::new(Claims { scope, ..Claims::clone(&claims) }))
}

async fn check_signature(context: &Shared, token: &str) -> Result<Claims, VerifyError> {
    let compact = Compact::parse(token)?;
    // The payload says whose key to check it with; it is believed only if that key's server is the issuer that it names.
    let claims = unchecked_claims(&compact)?;
    check_with_keys(context, &compact, claims.server()).await?;
    Ok(claims)
}

/// What an access token says whose signature is yet to be checked.
///
/// # Errors
/// [`InvalidToken`] for any other token.
pub fn unchecked_claims(compact: &Compact<'_>) -> Result<Claims, InvalidToken> {
    // RFC 9068 §2.1: nothing but an access token carries this type, so no other token of ours can pass for one.
    let typ = compact.header.typ.as_deref().unwrap_or_default();
    if !typ.eq_ignore_ascii_case("at+jwt") && !typ.eq_ignore_ascii_case("application/at+jwt") {
        return Err(InvalidToken);
    }
    serde_json::from_slice(&compact.payload).map_err(|_| InvalidToken)
}

/// Is it signed with a key of this server?
pub(super) async fn check_with_keys(
    context: &Shared,
    compact: &Compact<'_>,
    server: ServerKey<'_>,
) -> Result<(), VerifyError> {
    let ring = match key_ring::of(context, server).await {
        Ok(ring) => ring,
        Err(DomainError::NotFound { .. }) => return Err(InvalidToken.into()),
        Err(error) => return Err(error.into()),
    };
    Ok(compact.verify(ring.verifiers(context.now()))?)
}

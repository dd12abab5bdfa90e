//! Access tokens that a server's issuer gave out when it was another system: Cloudentity ACP's, release 1.1.
//!
//! A server that has an issuer of its own, and the keys of that issuer, is asked about tokens that were given out there and are still being carried about. They are of
//! another form than ours: any JWT (no `at+jwt`), without `client_id`, and behind a user's there is no authorization of ours. What this server says of them
//! is what they say, as long as
//!
//! - the signature is of a key of the server that is still published, the issuer is exactly the server's own, and tenant and server are these;
//! - they have what an access token has and nothing else that was signed with the same keys: ID tokens and signed userinfo of ours have no `scp`, and never will, since
//!   it is a [reserved](authplane_domain::catalogue::claim::is_reserved) name (RFC 8725 §3.11);
//! - they have not expired, and nobody revoked them here;
//! - their client is there, and was before they were given out: of a client's own it is the subject; of a user's it is in the audience, and where it isn't nobody
//!   could tell whose the token is, so that counts for nothing;
//! - a user of theirs [could still sign in](authplane_domain::sign_in::authentication::still_known).
//!
//! Tokens of ours that stand for a user live no longer than the authorization that they come from, which a sign-out ends. These come from none, so a sign-out
//! doesn't reach them: they end by themselves, soon, since nobody makes them any more; by being revoked; and all at once with their key or the server's issuer.
//!
//! Therefore they open nothing. The management APIs, userinfo and the token endpoint ask [`verify::access_token`], which knows no such token; only
//! introspection and revocation come here.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::clients::client::{self, ClientCredentials};
use authplane_domain::sign_in::authentication;
use authplane_domain::tokens::revoked_token;
use serde::Deserialize;

use super::InvalidToken;
use super::claims::{Claims, Times, one_or_many};
use super::jws::Compact;
use super::verify::{self, VerifyError};
use crate::context::Shared;
use crate::edge::json;

/// What such a token says.
#[derive(Debug, Deserialize)]
struct Said {
    iss: String,
    sub: String,
    #[serde(deserialize_with = "one_or_many")]
    aud: Vec<String>,
    exp: i64,
    iat: i64,
    #[serde(default)]
    nbf: Option<i64>,
    jti: String,
    /// The scopes.
    scp: Vec<String>,
    tid: String,
    aid: String,
    /// The kind of subject.
    st: String,
    /// The method by which the user signed in; absent in a client's own.
    #[serde(default)]
    idp: Option<String>,
    #[serde(default)]
    acr: Option<String>,
    #[serde(default)]
    amr: Vec<String>,
}

/// A token that counts.
#[derive(Debug)]
pub struct FormerToken {
    /// What it says, in the words of ours.
    pub claims: Claims,
    /// From when on it counts, seconds since the epoch.
    pub nbf: i64,
}

/// A valid access token that this server's issuer gave out elsewhere.
///
/// # Errors
/// [`VerifyError::Invalid`] for anything else.
pub async fn verify(context: &Shared, server: &AuthorizationServer, token: &str) -> Result<FormerToken, VerifyError> {
    let Some(issuer) = &server.issuer_url else { return Err(InvalidToken.into()) };
    let compact = Compact::parse(token)?;
    if compact.header.typ.as_deref().is_some_and(|typ| !typ.eq_ignore_ascii_case("jwt")) {
        return Err(InvalidToken.into());
    }
    verify::check_with_keys(context, &compact, server.key()).await?;
    let said: Said = json::read(&compact.payload).map_err(|_| InvalidToken)?;
    // Subjects of another kind are made of a secret that nobody brought: whose they are can't be told.
    if said.iss != *issuer || (&said.tid, &said.aid) != (&server.tenant_id, &server.id) || said.st != "public" {
        return Err(InvalidToken.into());
    }
    let now = context.now().timestamp();
    let times = Times { exp: None, nbf: said.nbf, iat: Some(said.iat) };
    if said.exp <= now || times.check(now, None).is_err() {
        return Err(InvalidToken.into());
    }
    let client = client_of(context, server, &said).await?;
    if revoked_token::is_revoked(&context.store, &server.tenant_id, &said.jti).await? {
        return Err(InvalidToken.into());
    }
    let Said { iss, sub, aud, exp, iat, nbf, jti, scp, tid, aid, st: _, idp: _, acr, amr } = said;
    let (client_id, scope) = (client.client.id.clone(), Some(scp.join(" ")));
    let claims = Claims {
        iss,
        sub,
        aud,
        exp,
        iat,
        jti,
        client_id,
        scope,
        tid,
        aid,
        gid: None,
        auth_time: None,
        acr,
        amr,
        act: None,
    };
    Ok(FormerToken { claims, nbf: nbf.unwrap_or(iat) })
}

/// The client that it was given to.
async fn client_of(
    context: &Shared,
    server: &AuthorizationServer,
    said: &Said,
) -> Result<Arc<ClientCredentials>, VerifyError> {
    let user_of = said.idp.as_deref().filter(|idp| !idp.is_empty());
    if let Some(method) = user_of {
        let methods = authentication::of_server(&context.store, server.key()).await?;
        if !authentication::still_known(&methods, method, &said.sub) {
            return Err(InvalidToken.into());
        }
    }
    let candidates = if user_of.is_some() { said.aud.as_slice() } else { std::slice::from_ref(&said.sub) };
    for id in candidates {
        let client = client::credentials(&context.store, &server.tenant_id, Some(&server.id), id).await?;
        // One that was made after the token was given out is another one that took over the id. Clients that are brought keep when they were made.
        if let Some(client) = client.filter(|client| client.client.client_id_issued_at <= said.iat) {
            return Ok(client);
        }
    }
    Err(InvalidToken.into())
}

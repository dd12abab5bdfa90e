//! `id_token_hint`: an ID token that this server issued, brought back to say which user, client or session is meant (OpenID Connect Core §3.1.2.1,
//! RP-Initiated Logout 1.0 §2). It opens nothing.

use authplane_domain::Result;
use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::context::Shared;
use crate::edge::json;
use crate::tokens::claims::one_or_many;
use crate::tokens::jws::Compact;
use crate::tokens::key_ring;

/// What a hint says.
#[derive(Debug, Clone, Deserialize)]
pub struct Hint {
    iss: String,
    /// When it expires. Signed userinfo, which has the same type, doesn't: whoever may read that must not sign its user out.
    pub exp: i64,
    /// The user, as the client knows them.
    pub sub: String,
    /// The client.
    #[serde(deserialize_with = "one_or_many")]
    pub aud: Vec<String>,
    /// The session.
    #[serde(default)]
    pub sid: Option<String>,
    /// No ID token has any: an access token that the issuer signed when it was another system has the same type, and whoever was sent that must not sign its user out.
    #[serde(default)]
    scp: Option<IgnoredAny>,
}

/// Reads a hint; `None` for anything that isn't an ID token of this server. One that has expired still says who was meant.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn read(context: &Shared, server: &AuthorizationServer, token: &str) -> Result<Option<Hint>> {
    let Ok(compact) = Compact::parse(token) else { return Ok(None) };
    // Neither an access token nor a logout token has this type.
    if compact.header.typ.as_deref().is_none_or(|typ| !typ.eq_ignore_ascii_case("jwt")) {
        return Ok(None);
    }
    let ring = key_ring::of(context, server.key()).await?;
    if compact.verify(ring.verifiers(context.now())).is_err() {
        return Ok(None);
    }
    let Ok(hint) = json::read::<Hint>(&compact.payload) else { return Ok(None) };
    let is_ours = context.origin().is_issuer(&hint.iss, server);
    Ok(Some(hint).filter(|hint| is_ours && hint.scp.is_none()))
}

//! Believing the ID token of another provider (OpenID Connect Core §3.1.3.7).

use authplane_domain::catalogue::authorization_server::SigningAlgorithm;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::context::Context;
use crate::oauth::client::keys;
use crate::oauth::login::federation::provider::ProviderError;
use crate::oauth::login::federation::{LEEWAY, object};
use crate::tokens::claims::one_or_many;
use crate::tokens::id_token::half_hash;
use crate::tokens::jws::Compact;

/// Algorithms that are taken. Neither `none` nor HMAC: whoever knows the client secret would be the provider.
const ALGORITHMS: [&str; 4] = ["RS256", "PS256", "ES256", "EdDSA"];
/// OpenID Connect Core §2.
const LONGEST_SUBJECT: usize = 255;

/// What the token must say.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// The tenant whose user signs in.
    pub tenant: &'a str,
    /// The provider.
    pub issuer: &'a str,
    /// Where its keys are.
    pub jwks_uri: &'a str,
    /// This server there.
    pub client_id: &'a str,
    /// What was sent along with the user.
    pub nonce: &'a str,
    /// What came along with the token.
    pub access_token: &'a str,
}

#[derive(Deserialize)]
struct Checked {
    iss: String,
    sub: String,
    #[serde(deserialize_with = "one_or_many")]
    aud: Vec<String>,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nbf: Option<i64>,
    nonce: Option<String>,
    at_hash: Option<String>,
}

/// The claims of a token that was checked.
///
/// # Errors
/// [`ProviderError`] for the first thing that is wrong.
pub async fn verify(
    context: &Context,
    id_token: &str,
    expected: &Expected<'_>,
) -> Result<Map<String, Value>, ProviderError> {
    let malformed = || ProviderError::new("its ID token is malformed, too long or encrypted");
    let compact = Compact::parse(id_token).map_err(|_| malformed())?;
    let algorithm = compact.header.alg.as_str();
    if !ALGORITHMS.contains(&algorithm) {
        return Err(ProviderError::new("its ID token is signed with an algorithm that isn't taken"));
    }
    // RFC 8725 §3.11: a token that says it is another kind is none of this.
    if compact.header.typ.as_deref().is_some_and(|typ| !typ.eq_ignore_ascii_case("JWT")) {
        return Err(ProviderError::new("its ID token says that it is another type of token"));
    }
    keys::verify_of_provider(context, expected.tenant, expected.issuer, expected.jwks_uri, &compact)
        .await
        .map_err(|_| ProviderError::new("the signature of its ID token fits none of its keys"))?;
    let claims = object(&compact.payload, "its ID token")?;
    let checked = Checked::deserialize(&claims);
    let checked = checked.map_err(|_| ProviderError::new("a claim of its ID token is missing or malformed"))?;
    match wrong(&checked, expected, algorithm, context.now().timestamp()) {
        None => Ok(claims),
        Some(claim) => Err(ProviderError::new(format!("{claim} of its ID token is wrong"))),
    }
}

/// The first claim that is.
fn wrong(claims: &Checked, expected: &Expected<'_>, algorithm: &str, now: i64) -> Option<&'static str> {
    if claims.iss != expected.issuer {
        return Some("iss");
    }
    if !claims.aud.iter().any(|audience| audience == expected.client_id) {
        return Some("aud");
    }
    // One that is for several says whom it was issued to; and where it says so, it must be us.
    let is_ours = match &claims.azp {
        Some(azp) => azp == expected.client_id,
        None => claims.aud.len() == 1,
    };
    if !is_ours {
        return Some("azp");
    }
    if claims.exp <= now - LEEWAY {
        return Some("exp");
    }
    if claims.iat > now + LEEWAY {
        return Some("iat");
    }
    if claims.nbf.is_some_and(|nbf| nbf > now + LEEWAY) {
        return Some("nbf");
    }
    if claims.nonce.as_deref() != Some(expected.nonce) {
        return Some("nonce");
    }
    if claims.sub.is_empty() || claims.sub.len() > LONGEST_SUBJECT {
        return Some("sub");
    }
    let with = if algorithm == "EdDSA" { SigningAlgorithm::EdDSA } else { SigningAlgorithm::ES256 };
    if claims.at_hash.as_ref().is_some_and(|hash| *hash != half_hash(with, expected.access_token)) {
        return Some("at_hash");
    }
    None
}

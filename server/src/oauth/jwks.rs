//! The JWK set of an authorization server (RFC 7517 §5).

use http::StatusCode;
use http::header::{ACCEPT, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, VARY};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Path, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::browser::cors;
use crate::oauth::error::OAuthError;
use crate::tokens::key_ring;

/// The media type of key sets (RFC 7517 §8.5.2).
const JWK_SET: &str = "application/jwk-set+json";

/// Public keys of an authorization server (RFC 7517).
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct JwkSet {
    /// Each a JWK: `kty`, `kid`, `use`, `alg` and the members of its kind.
    pub keys: Vec<Map<String, Value>>,
}

/// Get the public keys of an authorization server
///
/// The key that signs now, its successor from well before it signs, and its predecessors until the last token of theirs has expired.
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/.well-known/jwks.json", tags = ["discovery"], operation_id = "get_jwks" }]
async fn get_jwks(request: Request<Context>, path: Path<IssuerPath>) -> Result<Prepared<JwkSet>, OAuthError> {
    let context = request.context();
    let ring = key_ring::of(context, path.0.server()).await?;
    let media_type = if asks_for_its_own(&request) { JWK_SET } else { "application/json" };
    let answer = Answer::bytes(StatusCode::OK, media_type, ring.jwks(context.now())).with_static(VARY, "accept");
    Ok(Prepared::new(cacheable(answer)))
}

/// RFC 7517 §8.5.2 registers a media type that many clients, all generated ones among them, refuse as they know `application/json` alone. So it has to be named.
fn asks_for_its_own(request: &Request<Context>) -> bool {
    let accepted = request.header(ACCEPT).unwrap_or_default();
    accepted
        .split(',')
        .any(|range| range.split(';').next().is_some_and(|range| range.trim().eq_ignore_ascii_case(JWK_SET)))
}

/// Public documents may be read by scripts of any page, and kept for five minutes: far less than a key is published ahead.
pub(super) fn cacheable(answer: Answer) -> Answer {
    answer.with_static(CACHE_CONTROL, "public, max-age=300").with_static(ACCESS_CONTROL_ALLOW_ORIGIN, "*")
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(cors::open(get_jwks)).errors(&[404]).response_also(JWK_SET).response_example(json!({"keys": [{
        "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": "1",
        "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"
    }]}));
}

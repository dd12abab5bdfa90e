//! Assertions that a client makes (RFC 7523 §3): to authenticate with, or as a grant. What is common to both is checked here, and what is good for one use never
//! counts for the other.

use authplane_domain::clients::client::Client;
use authplane_domain::tokens::assertion::{self, Assertion};
use authplane_domain::{Error as DomainError, Result as DomainResult};
use serde::Deserialize;

use crate::context::Shared;
use crate::edge::json;
use crate::oauth::issue::profile::AssertionAudience;
use crate::oauth::issuer::Issuer;
use crate::tokens::InvalidToken;
use crate::tokens::claims::{LEEWAY, Times};
use crate::tokens::jws::Compact;

/// Longest life of an assertion in seconds; its `jti` is remembered that long.
const LONGEST: i64 = 3600;

/// What an assertion is for.
#[derive(Debug)]
pub struct Use {
    /// What it may call itself (`typ`), if it does.
    pub types: &'static [&'static str],
    /// The endpoints that take it, below the issuer.
    pub endpoints: &'static [&'static str],
    /// Goes before its `jti` where that is remembered: each use counts by itself.
    pub counted_as: &'static str,
}

/// RFC 7523 §3.
#[derive(Debug, Deserialize)]
pub struct Claims {
    /// Who made it: the client.
    pub iss: String,
    /// Whom it is about.
    pub sub: String,
    aud: Audience,
    exp: i64,
    #[serde(default)]
    nbf: Option<i64>,
    #[serde(default)]
    iat: Option<i64>,
    jti: String,
}

/// RFC 7519 §4.1.3.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

/// What an assertion says, before anything of it is believed.
///
/// # Errors
/// [`InvalidToken`] when it isn't one.
pub fn claims(compact: &Compact<'_>) -> Result<Claims, InvalidToken> {
    json::read(&compact.payload).map_err(|_| InvalidToken)
}

/// Checks all of an assertion but its signature and whether it was used before: what is addressed to somebody else, or old, isn't worth fetching keys for.
///
/// # Errors
/// [`InvalidToken`].
pub fn check(
    context: &Shared,
    issuer: &Issuer,
    client: &Client,
    compact: &Compact<'_>,
    used: &Use,
) -> Result<Claims, InvalidToken> {
    let header = &compact.header;
    // Nothing that this server signs may come back as an assertion, nor what a client signs for something else.
    if header.typ.as_deref().is_some_and(|typ| !used.types.iter().any(|known| known.eq_ignore_ascii_case(typ))) {
        return Err(InvalidToken);
    }
    if !issuer.profile.client_algorithms.contains(&header.alg.as_str())
        || client.token_endpoint_signing_alg.as_deref().is_some_and(|only| only != header.alg)
    {
        return Err(InvalidToken);
    }
    let claims = claims(compact)?;
    let times = Times { exp: Some(claims.exp), nbf: claims.nbf, iat: claims.iat };
    times.check(context.now().timestamp(), Some(LONGEST)).map_err(|_| InvalidToken)?;
    if claims.iss == client.id
        && !claims.jti.is_empty()
        && claims.aud.is(&issuer.url(context), &issuer.base(context), issuer.profile.assertion_audience, used)
    {
        Ok(claims)
    } else {
        Err(InvalidToken)
    }
}

/// RFC 7523 §3 item 7: one use, on whichever replica. `false` when it was used before.
///
/// # Errors
/// [`DomainError::Unavailable`] without database.
pub async fn use_up(context: &Shared, client: &Client, claims: &Claims, used: &Use) -> DomainResult<bool> {
    let jti = [used.counted_as, &claims.jti].concat();
    let used = Assertion { client_id: &client.id, jti: &jti };
    let first = assertion::claim(&context.store, &client.tenant_id, used, claims.exp + LEEWAY).await;
    match first {
        // One that is too long to be remembered.
        Err(DomainError::Invalid { .. }) => Ok(false),
        other => other,
    }
}

impl Audience {
    /// Endpoints have the address that they have, and the one that they had where the issuer is: clients go on to send to that one, which leads here.
    fn is(&self, issuer: &str, base: &str, rule: AssertionAudience, used: &Use) -> bool {
        let is_at = |aud: &str, place: &str| {
            aud.strip_prefix(place).is_some_and(|rest| rest.is_empty() || used.endpoints.contains(&rest))
        };
        let is_ours = |aud: &String| is_at(aud, issuer) || is_at(aud, base);
        match (rule, self) {
            (AssertionAudience::IssuerOnly, Self::One(aud)) => aud == issuer,
            (AssertionAudience::IssuerOnly, Self::Many(_)) => false,
            (AssertionAudience::Any, Self::One(aud)) => is_ours(aud),
            (AssertionAudience::Any, Self::Many(many)) => many.iter().any(is_ours),
        }
    }
}

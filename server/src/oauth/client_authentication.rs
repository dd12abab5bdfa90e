//! Who asks: client authentication at the token, introspection and revocation endpoints (RFC 6749 §2.3, RFC 7523 §2.2).

use super::error::OAuthError;
use crate::context::Context;
use crate::edge::Request;
use crate::tokens::claims::one_or_many;
use crate::tokens::jws::{Compact, Verifier};
use crate::tokens::verify::digest;
use authplane_domain::client::{self, ClientAuthentication, ClientCredentials};
use authplane_domain::{Error as DomainError, assertion};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use std::borrow::Cow;
use std::sync::Arc;

/// The one type of assertion (RFC 7523 §2.2).
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// Seconds that the clocks of two machines may differ.
const LEEWAY: i64 = 30;
/// Longest life of an assertion in seconds; its `jti` is remembered that long.
const LONGEST_ASSERTION: i64 = 3600;

/// What a request presents, before anything of it is believed.
pub enum Presented<'a> {
    /// `client_secret_basic` (RFC 6749 §2.3.1).
    Basic(Cow<'a, str>, Cow<'a, str>),
    /// `client_secret_post`.
    Post(&'a str, &'a str),
    /// `private_key_jwt`.
    Assertion(Option<&'a str>, &'a str),
}

/// Whether a secret may come another way than registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// One method per client: the registered one.
    Registered,
    /// Logto's door takes a secret in the header and in the form alike (Logto behaviour §2).
    EitherSecret,
}

/// The members of a form by which a client authenticates, the same at all endpoints.
#[derive(Clone, Copy)]
pub struct FormCredentials<'a> {
    /// `client_id`.
    pub client_id: Option<&'a str>,
    /// `client_secret`.
    pub client_secret: Option<&'a str>,
    /// `client_assertion_type`.
    pub client_assertion_type: Option<&'a str>,
    /// `client_assertion`.
    pub client_assertion: Option<&'a str>,
}

/// Finds what the request presents; more than one thing is refused (RFC 6749 §2.3).
///
/// # Errors
/// `invalid_request` for two methods at once or a malformed one, `invalid_client` for none.
pub fn presented<'a>(request: &Request<Context>, form: FormCredentials<'a>) -> Result<Presented<'a>, OAuthError> {
    let basic = match request.headers().get(http::header::AUTHORIZATION) {
        Some(header) => Some(basic(header.to_str().map_err(|_| OAuthError::invalid_client())?)?),
        None => None,
    };
    let FormCredentials { client_id, client_secret, client_assertion_type, client_assertion } = form;
    match (basic, client_secret, client_assertion) {
        (Some((id, secret)), None, None) => {
            if client_id.is_some_and(|other| other != id) {
                return Err(OAuthError::invalid_request("client_id differs from the one in the Authorization header"));
            }
            Ok(Presented::Basic(id, secret))
        }
        (None, Some(secret), None) => match client_id {
            Some(id) => Ok(Presented::Post(id, secret)),
            None => Err(OAuthError::invalid_request("client_id is required with client_secret")),
        },
        (None, None, Some(assertion)) => {
            if client_assertion_type != Some(JWT_BEARER) {
                return Err(OAuthError::invalid_request(format!("client_assertion_type must be {JWT_BEARER}")));
            }
            Ok(Presented::Assertion(client_id, assertion))
        }
        (None, None, None) => Err(OAuthError::invalid_client()),
        _ => Err(OAuthError::invalid_request("the client must authenticate in one way only")),
    }
}

/// RFC 6749 §2.3.1: both parts are form-encoded before they are joined and encoded in Base64.
fn basic(header: &str) -> Result<(Cow<'static, str>, Cow<'static, str>), OAuthError> {
    let (scheme, encoded) = header.split_once(' ').ok_or_else(OAuthError::invalid_client)?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(OAuthError::invalid_client());
    }
    let decoded = STANDARD.decode(encoded.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let decoded = decoded.ok_or_else(|| OAuthError::invalid_request("the Authorization header is malformed"))?;
    let (id, secret) =
        decoded.split_once(':').ok_or_else(|| OAuthError::invalid_request("the Authorization header is malformed"))?;
    Ok((form_decoded(id)?, form_decoded(secret)?))
}

fn form_decoded(text: &str) -> Result<Cow<'static, str>, OAuthError> {
    if !text.contains(['%', '+']) {
        return Ok(Cow::Owned(text.to_owned()));
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_encoding::percent_decode_str(&spaced).decode_utf8();
    match decoded {
        Ok(text) if !text.contains('\0') => Ok(Cow::Owned(text.into_owned())),
        _ => Err(OAuthError::invalid_request("the Authorization header is malformed")),
    }
}

impl Presented<'_> {
    /// The client's id, as claimed.
    ///
    /// # Errors
    /// `invalid_client` when an assertion can't be read.
    pub fn client_id(&self) -> Result<Cow<'_, str>, OAuthError> {
        match self {
            Self::Basic(id, _) => Ok(Cow::Borrowed(id)),
            Self::Post(id, _) | Self::Assertion(Some(id), _) => Ok(Cow::Borrowed(id)),
            Self::Assertion(None, assertion) => {
                let claims = assertion_claims(&Compact::parse(assertion).map_err(|_| OAuthError::invalid_client())?)?;
                Ok(Cow::Owned(claims.sub))
            }
        }
    }

    /// Checks the claim. Unknown clients, clients of another server, wrong secrets and wrong methods can't be told apart in the answer.
    ///
    /// # Errors
    /// `invalid_client`; `temporarily_unavailable` without a database.
    pub async fn authenticate(
        &self,
        context: &Context,
        tenant: &str,
        server: &str,
        strictness: Strictness,
    ) -> Result<Arc<ClientCredentials>, OAuthError> {
        let id = self.client_id()?;
        let found = client::credentials(&context.store, tenant, Some(server), &id).await?;
        match self {
            Self::Basic(_, secret) => {
                check_secret(context, found, secret, ClientAuthentication::ClientSecretBasic, strictness)
            }
            Self::Post(_, secret) => {
                check_secret(context, found, secret, ClientAuthentication::ClientSecretPost, strictness)
            }
            Self::Assertion(_, assertion) => {
                let found = found.ok_or_else(OAuthError::invalid_client)?;
                check_assertion(context, tenant, server, &found, assertion).await?;
                Ok(found)
            }
        }
    }
}

fn check_secret(
    context: &Context,
    found: Option<Arc<ClientCredentials>>,
    secret: &str,
    method: ClientAuthentication,
    strictness: Strictness,
) -> Result<Arc<ClientCredentials>, OAuthError> {
    // The comparison takes the same time for a client that doesn't exist.
    let equal = match &found {
        Some(found) => found.secret_matches(secret),
        None => verify_slices_are_equal(&digest(secret), &[0; 32]).is_ok(),
    };
    let found = found.filter(|_| equal).ok_or_else(OAuthError::invalid_client)?;
    let registered = found.client.token_endpoint_auth_method;
    let is_secret =
        matches!(registered, ClientAuthentication::ClientSecretBasic | ClientAuthentication::ClientSecretPost);
    if registered != method && !(strictness == Strictness::EitherSecret && is_secret) {
        return Err(OAuthError::invalid_client());
    }
    let expires_at = found.client.client_secret_expires_at;
    // RFC 7591 §3.2.1: 0 means never.
    if expires_at != 0 && expires_at <= context.now().timestamp() {
        return Err(OAuthError::invalid_client());
    }
    Ok(found)
}

/// RFC 7523 §3.
#[derive(Debug, Deserialize)]
struct AssertionClaims {
    iss: String,
    sub: String,
    #[serde(deserialize_with = "one_or_many")]
    aud: Vec<String>,
    exp: i64,
    #[serde(default)]
    nbf: Option<i64>,
    #[serde(default)]
    iat: Option<i64>,
    jti: String,
}

fn assertion_claims(compact: &Compact<'_>) -> Result<AssertionClaims, OAuthError> {
    serde_json::from_slice(&compact.payload).map_err(|_| OAuthError::invalid_client())
}

async fn check_assertion(
    context: &Context,
    tenant: &str,
    server: &str,
    found: &ClientCredentials,
    assertion: &str,
) -> Result<(), OAuthError> {
    let client = &found.client;
    if client.token_endpoint_auth_method != ClientAuthentication::PrivateKeyJwt {
        return Err(OAuthError::invalid_client());
    }
    let compact = Compact::parse(assertion).map_err(|_| OAuthError::invalid_client())?;
    // Nothing that this server signs may come back as an assertion.
    if compact
        .header
        .typ
        .as_deref()
        .is_some_and(|typ| !typ.eq_ignore_ascii_case("jwt") && !typ.eq_ignore_ascii_case("client-authentication+jwt"))
    {
        return Err(OAuthError::invalid_client());
    }
    if client.token_endpoint_signing_alg.as_deref().is_some_and(|only| only != compact.header.alg) {
        return Err(OAuthError::invalid_client());
    }
    let keys: Vec<Verifier> = client
        .jwks
        .as_ref()
        .and_then(|jwks| jwks["keys"].as_array())
        .map(|keys| keys.iter().filter_map(Verifier::from_jwk).collect())
        .unwrap_or_default();
    compact.verify(&keys).map_err(|_| OAuthError::invalid_client())?;
    let claims = assertion_claims(&compact)?;
    let now = context.now().timestamp();
    let issuer = context.origin().issuer(tenant, server);
    let addressed =
        claims.aud.iter().any(|aud| *aud == issuer || aud.strip_prefix(issuer.as_str()) == Some("/oauth2/token"));
    let timely = claims.exp > now - LEEWAY
        && claims.exp <= now + LONGEST_ASSERTION
        && claims.nbf.is_none_or(|nbf| nbf <= now + LEEWAY)
        && claims.iat.is_none_or(|iat| iat <= now + LEEWAY);
    if claims.iss != client.id || claims.sub != client.id || !addressed || !timely || claims.jti.is_empty() {
        return Err(OAuthError::invalid_client());
    }
    // RFC 7523 §3 item 7: one use, on whichever replica.
    let first = assertion::claim(&context.store, tenant, &client.id, &claims.jti, claims.exp + LEEWAY).await.map_err(
        |error| match error {
            DomainError::Invalid { .. } => OAuthError::invalid_client(),
            error => error.into(),
        },
    )?;
    if first { Ok(()) } else { Err(OAuthError::invalid_client()) }
}

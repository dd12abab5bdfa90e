//! Request objects (OpenID Connect Core §6, RFC 9101): an authorization request as a JWT, by value or by reference.
//!
//! A signed one is checked with the client's keys, or with its secret (HS256). An unsigned one says no more than plain parameters, so it is taken from clients
//! that are not registered for an algorithm. References are fetched only where the client registered them: else anybody could have this server call anybody.
//! Encrypted ones are refused.

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::clients::client::ClientCredentials;
use serde::Deserialize;
use serde_json::{Map, Value};
use url::Url;

use crate::context::Context;
use crate::edge::json;
use crate::oauth::authorize::parameters::{Parameters, Unacceptable};
use crate::oauth::client::keys;
use crate::oauth::issue::profile::Profile;
use crate::outgoing::{NamedBy, OutgoingError};
use crate::tokens::InvalidToken;
use crate::tokens::claims::{Times, Untimely, one_or_many};
use crate::tokens::jws::{self, Compact};

/// Types that a request object may say it is (RFC 9101 §10.8); others are somebody's token for something else.
const TYPES: [&str; 2] = ["jwt", "oauth-authz-req+jwt"];

/// Has the request an object? One that can't be read is there, too: a request that repeats it isn't one without it (security assertion 15).
#[must_use]
pub fn is_there(parameters: &Parameters) -> bool {
    ["request", "request_uri"].into_iter().any(|name| !matches!(parameters.single(name), Ok(None)))
}

/// Must it be fetched? Then it is counted before: anybody can ask, and a fetch costs more than the question.
#[must_use]
pub fn is_elsewhere(parameters: &Parameters) -> bool {
    matches!(parameters.single("request_uri"), Ok(Some(_)))
}

/// Would an object that was taken for the one be taken for the other?
#[must_use]
pub fn is_taken_alike(one: &ClientCredentials, other: &ClientCredentials) -> bool {
    let has_same_secrets = one.secrets == other.secrets;
    let (one, other) = (&one.client, &other.client);
    has_same_secrets
        && one.created_at == other.created_at
        && one.metadata.request_uris == other.metadata.request_uris
        && one.metadata.request_object_signing_alg == other.metadata.request_object_signing_alg
        && one.jwks == other.jwks
        && one.jwks_uri == other.jwks_uri
}

/// The claims of the object that stand for parameters.
///
/// # Errors
/// `invalid_request_object`, `invalid_request_uri`, `invalid_request`.
pub async fn read(
    context: &Context,
    server: &AuthorizationServer,
    client: &ClientCredentials,
    parameters: &Parameters,
) -> Result<Map<String, Value>, Unacceptable> {
    let token = match (parameters.single("request")?, parameters.single("request_uri")?) {
        (Some(token), None) => token,
        (None, Some(uri)) => fetch(context, client, &uri).await?,
        // OpenID Connect Core §6.
        _ => return Err(Unacceptable::new("request and request_uri can't be used together")),
    };
    let compact = Compact::parse(&token).map_err(|_| invalid("the request object is malformed or encrypted"))?;
    check_signature(context, server, client, &compact).await?;
    // A NUL is refused with its parameter, as in a form: which one it is decides whether there is somewhere to send the refusal.
    let claims: Map<String, Value> =
        json::read_with_any_text(&compact.payload).map_err(|_| invalid("the request object is malformed"))?;
    check_claims(context, server, client, &claims, parameters)?;
    Ok(claims)
}

fn failed(description: &str) -> Unacceptable {
    Unacceptable::with("invalid_request_uri", description)
}

/// RFC 9101 §5.2, with the registration that §10.4 asks for.
async fn fetch(context: &Context, client: &ClientCredentials, uri: &str) -> Result<String, Unacceptable> {
    // OpenID Connect Core §6.2: a fragment is the digest of what is there, and needn't be the registered one.
    let bare = |uri: &str| uri.split_once('#').map_or(uri, |(bare, _)| bare).to_owned();
    if !client.client.metadata.request_uris.iter().any(|registered| bare(registered) == bare(uri)) {
        return Err(failed("request_uri is not one that the client is registered with"));
    }
    let url = Url::parse(&bare(uri)).map_err(|_| failed("request_uri is malformed"))?;
    let name = [client.client.tenant_id.clone(), client.client.id.clone(), url.to_string()];
    let accept = "application/oauth-authz-req+jwt, application/jwt";
    // From there and nowhere else: what redirects could lead each request to the next one.
    let get = || context.outgoing.get_directly(NamedBy::Client, &url, accept, jws::LONGEST);
    let fetched = context.request_objects.fetch(&name, get).await;
    let fetched = fetched.map_err(|error| match error {
        // Anybody can ask: which part of the way failed would tell them of this server's network.
        OutgoingError::Unreachable(_) | OutgoingError::Unsendable(_) | OutgoingError::Refused(_) => {
            failed("request_uri can't be fetched")
        }
        error => failed(&format!("request_uri can't be fetched: {error}")),
    })?;
    if !fetched.status.is_success() {
        return Err(failed("request_uri can't be fetched: there is nothing"));
    }
    String::from_utf8(fetched.body.to_vec())
        .map(|text| text.trim().to_owned())
        .map_err(|_| failed("what request_uri leads to is no request object"))
}

async fn check_signature(
    context: &Context,
    server: &AuthorizationServer,
    client: &ClientCredentials,
    compact: &Compact<'_>,
) -> Result<(), Unacceptable> {
    let algorithm = compact.header.alg.as_str();
    let profile = Profile::of(server);
    if compact.header.typ.as_deref().is_some_and(|typ| !TYPES.iter().any(|known| known.eq_ignore_ascii_case(typ))) {
        return Err(invalid("typ of the request object is another token's"));
    }
    // ACP: `any` and nothing at all let the client choose.
    let registered = client.client.metadata.request_object_signing_alg.as_str();
    if !matches!(registered, "" | "any") && registered != algorithm {
        return Err(invalid("the request object is not signed with the registered algorithm"));
    }
    if algorithm == "none" {
        return if profile.unsigned_request_objects && compact.is_unsigned() {
            Ok(())
        } else {
            Err(invalid("the request object must be signed"))
        };
    }
    if !profile.client_algorithms.contains(&algorithm) {
        return Err(invalid("the request object is signed with an algorithm that isn't taken"));
    }
    let verified = if algorithm == "HS256" {
        let secrets = client.open_secrets(&context.store).unwrap_or_default();
        if secrets.is_empty() {
            return Err(invalid("the client has no secret, or it has expired"));
        }
        let signs = |(_, clear): &(_, String)| compact.verify_hmac(clear.as_bytes()).is_ok();
        secrets
            .iter()
            .find(|secret| signs(secret))
            .map(|(secret, _)| client.note_use(&context.store, secret))
            .ok_or(InvalidToken)
    } else {
        keys::verify(context, &client.client, compact).await
    };
    verified.map_err(|_| invalid("the signature of the request object does not hold"))
}

fn check_claims(
    context: &Context,
    server: &AuthorizationServer,
    client: &ClientCredentials,
    claims: &Map<String, Value>,
    parameters: &Parameters,
) -> Result<(), Unacceptable> {
    #[derive(Deserialize)]
    struct Audience(#[serde(deserialize_with = "one_or_many")] Vec<String>);

    let time = |name: &str| match claims.get(name) {
        None => Ok(None),
        Some(value) => value.as_i64().map(Some).ok_or_else(|| invalid("a time of the request object is malformed")),
    };
    let times = Times { exp: time("exp")?, nbf: time("nbf")?, iat: time("iat")? };
    times.check(context.now().timestamp(), None).map_err(|untimely| match untimely {
        Untimely::Early => invalid("the request object is from the future"),
        Untimely::Expired | Untimely::TooLong => invalid("the request object has expired"),
    })?;
    let is_client = |value: &Value| value.as_str() == Some(client.client.id.as_str());
    if ["iss", "client_id"].iter().any(|name| claims.get(*name).is_some_and(|value| !is_client(value))) {
        return Err(invalid("the request object is another client's"));
    }
    // RFC 9101 §4: it must not be an object in an object, and not a client's assertion (which has a subject).
    if ["request", "request_uri", "sub"].iter().any(|name| claims.contains_key(*name)) {
        return Err(invalid("the request object has a claim that it must not have"));
    }
    if let Some(audience) = claims.get("aud") {
        let (issuer, base) = (context.origin().issuer(server), context.origin().base(server.key()));
        let is_ours = |aud: &String| {
            [&issuer, &base].into_iter().any(|place| {
                aud.strip_prefix(place.as_str()).is_some_and(|rest| matches!(rest, "" | "/oauth2/authorize"))
            })
        };
        let audience =
            Audience::deserialize(audience).map_err(|_| invalid("aud of the request object is malformed"))?;
        if !audience.0.iter().any(is_ours) {
            return Err(invalid("the request object is for somebody else"));
        }
    }
    // OpenID Connect Core §6.1: what both must have must be the same.
    for name in ["response_type", "client_id"] {
        let outside = parameters.single(name)?;
        let inside = claims.get(name).and_then(Value::as_str);
        if let (Some(outside), Some(inside)) = (outside, inside)
            && outside != inside
        {
            return Err(invalid("the request object differs from the request"));
        }
    }
    Ok(())
}

/// `invalid_request_object`.
#[must_use]
pub fn invalid(description: &str) -> Unacceptable {
    Unacceptable::with("invalid_request_object", description)
}

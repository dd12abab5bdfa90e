//! Finds the authorization server of a control plane, and the endpoints of an authorization server.

use std::time::Instant;

use reqwest::header::ACCEPT;
use reqwest::{Method, Request, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use url::{Host, Url};

use crate::answer;
use crate::call;
use crate::error::Error;
use crate::retry::{Repetition, Transport};
use crate::step::Step;

/// What an authorization server says of itself (RFC 8414 §2): the members that this crate uses.
#[derive(Debug, Clone, Deserialize)]
#[non_exhaustive]
pub struct Metadata {
    /// The issuer, exactly as its tokens name it.
    pub issuer: String,
    /// Where tokens are obtained (RFC 6749 §3.2).
    pub token_endpoint: Option<Url>,
    /// Where tokens are looked up (RFC 7662).
    pub introspection_endpoint: Option<Url>,
    /// Where tokens are given back (RFC 7009).
    pub revocation_endpoint: Option<Url>,
    /// Where the device flow begins (RFC 8628 §4).
    pub device_authorization_endpoint: Option<Url>,
    /// The keys that its tokens are signed with (RFC 7517).
    pub jwks_uri: Option<Url>,
}

/// What a protected resource says of itself (RFC 9728 §2).
#[derive(Deserialize)]
struct ProtectedResource {
    resource: String,
    #[serde(default)]
    authorization_servers: Vec<String>,
}

/// The issuer whose tokens the control plane at `base` takes (RFC 9728 §3).
///
/// # Errors
/// [`Error::Discovery`] if there is no such document, it speaks for another resource, or it names no issuer.
pub(crate) async fn issuer_of(transport: &Transport, base: &Url) -> Result<String, Error> {
    let location = well_known(base, "oauth-protected-resource");
    let Some(document) = fetch::<ProtectedResource>(transport, &location, transport.deadline()).await? else {
        return Err(Error::Discovery(format!(
            "there is no protected resource metadata at {location}; name the issuer with `.issuer(…)` or `.tenant(…)`"
        )));
    };
    // RFC 9728 §3.3: a document that speaks for another resource must not be used.
    if !same_resource(&document.resource, base) {
        return Err(Error::Discovery(format!(
            "{location} speaks for the resource {}, not for {base}",
            document.resource
        )));
    }
    document
        .authorization_servers
        .into_iter()
        .next()
        .ok_or_else(|| Error::Discovery(format!("{location} names no authorization server")))
}

/// The metadata of an issuer, from the form of RFC 8414 §3.1 or else from that of OpenID Connect Discovery §4.
///
/// # Errors
/// [`Error::Discovery`] if neither exists, or it speaks for another issuer, or an endpoint would take secrets
/// over plain HTTP; [`Error::Configuration`] if `issuer` is not a URL that can be used.
pub(crate) async fn metadata_of(transport: &Transport, issuer: &str) -> Result<Metadata, Error> {
    let url = parse_url(issuer, "the issuer")?;
    require_secure(transport, &url)?;
    let forms = [well_known(&url, "oauth-authorization-server"), appended(&url, ".well-known/openid-configuration")];
    // Both together are one call.
    let deadline = transport.deadline();
    for location in &forms {
        let Some(metadata) = fetch::<Metadata>(transport, location, deadline).await? else { continue };
        // RFC 8414 §3.3: identical, character by character.
        if metadata.issuer != issuer {
            return Err(Error::Discovery(format!(
                "{location} speaks for the issuer {}, not for {issuer}",
                metadata.issuer
            )));
        }
        let endpoints = [
            &metadata.token_endpoint,
            &metadata.introspection_endpoint,
            &metadata.revocation_endpoint,
            &metadata.device_authorization_endpoint,
        ];
        for endpoint in endpoints.into_iter().flatten() {
            require_secure(transport, endpoint)?;
        }
        return Ok(metadata);
    }
    Err(Error::Discovery(format!("{issuer} has no metadata, neither at {} nor at {}", forms[0], forms[1])))
}

/// Reads the absolute `http:` or `https:` URL of a control plane or an issuer, which has neither query nor fragment (RFC 8414
/// §2). The error says `what` it is and quotes nothing: what can't be read may hold a password.
///
/// # Errors
/// [`Error::Configuration`] if it is none.
pub(crate) fn parse_url(text: &str, what: &str) -> Result<Url, Error> {
    let refused = |why: &str| Error::Configuration(format!("{what} {why}"));
    let url = Url::parse(text).map_err(|error| refused(&format!("is not a URL: {error}")))?;
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
        return Err(refused("is not an http or https URL"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refused("must not hold credentials"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(refused("must have no query and no fragment"));
    }
    Ok(url)
}

/// Secrets and tokens travel over TLS (RFC 6749 §3.2, RFC 6750 §5.3); a loopback needs none.
///
/// # Errors
/// [`Error::Configuration`] for plain HTTP to another host, unless the caller allowed that.
pub(crate) fn require_secure(transport: &Transport, url: &Url) -> Result<(), Error> {
    if url.scheme() == "https" || transport.limits().plain_http || is_loopback(url) {
        return Ok(());
    }
    let origin = url.origin().ascii_serialization();
    Err(Error::Configuration(format!("{origin} would be sent secrets over plain HTTP; use https")))
}

/// Is it this machine, for sure? Names below `localhost` are whatever the resolver says.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// RFC 8414 §3.1 and RFC 9728 §3.1: the well-known part goes between the host and the path.
fn well_known(url: &Url, name: &str) -> Url {
    let mut location = url.clone();
    location.set_query(None);
    location.set_fragment(None);
    location.set_path(&format!("/.well-known/{name}{}", url.path().trim_end_matches('/')));
    location
}

fn appended(url: &Url, suffix: &str) -> Url {
    let mut location = url.clone();
    location.set_query(None);
    location.set_fragment(None);
    location.set_path(&format!("{}/{suffix}", url.path().trim_end_matches('/')));
    location
}

/// RFC 9728 §3.3 compares the identifiers as they are; a slash at the end of a bare origin is no difference of URLs.
fn same_resource(stated: &str, base: &Url) -> bool {
    Url::parse(stated).is_ok_and(|stated| {
        stated.origin() == base.origin()
            && stated.path().trim_end_matches('/') == base.path().trim_end_matches('/')
            && stated.query() == base.query()
    })
}

/// `None` where the server has no such document.
async fn fetch<T: DeserializeOwned>(
    transport: &Transport,
    location: &Url,
    deadline: Instant,
) -> Result<Option<T>, Error> {
    let mut request = Request::new(Method::GET, location.clone());
    request.headers_mut().insert(ACCEPT, reqwest::header::HeaderValue::from_static("application/json"));
    let answered = async {
        let sent = transport.send(request, Repetition::Harmless, deadline);
        Ok::<_, Error>(call::is_answered(sent.await?).await)
    };
    let response = call::step(Step::Discovery, answered).await?;
    match response.status() {
        StatusCode::OK => {
            let body = response.bytes().await?;
            let document = serde_json::from_slice(&body)
                .map_err(|error| Error::Discovery(format!("{location} can't be understood: {error}")))?;
            Ok(Some(document))
        }
        StatusCode::NOT_FOUND => Ok(None),
        _ => Err(Error::unexpected(answer::read(response).await.0)),
    }
}

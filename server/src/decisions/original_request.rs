//! What request a proxy asks about, where it says so in headers: nginx, Caddy, Traefik and ingress-nginx.

use http::HeaderMap;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};

/// Where the method stands, of which each name may be there.
const METHODS: [HeaderName; 2] =
    [HeaderName::from_static("x-forwarded-method"), HeaderName::from_static("x-original-method")];
/// Where path and query stand. That of ingress-nginx is the whole URL.
const TARGETS: [HeaderName; 3] = [
    HeaderName::from_static("x-forwarded-uri"),
    HeaderName::from_static("x-original-uri"),
    HeaderName::from_static("x-original-url"),
];
/// The user's `Authorization`, where that of the call itself is the gateway's.
pub const USERS_AUTHORIZATION: HeaderName = HeaderName::from_static("x-forwarded-authorization");

/// A request as its client sent it.
#[derive(Clone, Debug)]
pub struct OriginalRequest {
    /// Its method.
    pub method: String,
    /// Its path, and its query if it has one.
    pub target: String,
    /// Its headers.
    pub headers: HeaderMap,
}

/// Why it isn't known what is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Untold {
    /// None of the headers that say it is there.
    #[error("none of {} is there", .0.join(", "))]
    Missing(&'static [&'static str]),
    /// One is there twice, or two say different things: whoever can add one decides.
    #[error("{} say more than one thing", .0.join(", "))]
    Contradictory(&'static [&'static str]),
}

/// As people write them.
const METHOD_NAMES: &[&str] = &["X-Forwarded-Method", "X-Original-Method"];
const TARGET_NAMES: &[&str] = &["X-Forwarded-Uri", "X-Original-Uri", "X-Original-Url"];

impl OriginalRequest {
    /// Reads it from the headers of the proxy's own request, which its client's are among. The address of that request is never what is asked about. `users` is where
    /// the user's `Authorization` stands, and nothing else is taken for it.
    ///
    /// # Errors
    /// [`Untold`]: nothing is assumed.
    pub fn told_by(headers: &HeaderMap, users: &HeaderName) -> Result<Self, Untold> {
        let method = one_of(headers, &METHODS, METHOD_NAMES, str::to_owned)?;
        let target = one_of(headers, &TARGETS, TARGET_NAMES, path_and_query)?;
        let mut headers = headers.clone();
        let told: Vec<HeaderValue> = headers.get_all(users).iter().filter(|value| !value.is_empty()).cloned().collect();
        headers.remove(AUTHORIZATION);
        headers.remove(USERS_AUTHORIZATION);
        for value in told {
            headers.append(AUTHORIZATION, value);
        }
        Ok(Self { method, target, headers })
    }
}

/// What the headers of these names say, all of them the same. An empty one says nothing: that is how nginx takes one away.
fn one_of(
    headers: &HeaderMap,
    names: &[HeaderName],
    written: &'static [&'static str],
    read: impl Fn(&str) -> String,
) -> Result<String, Untold> {
    let mut told: Option<String> = None;
    for name in names {
        let mut values = headers.get_all(name).iter();
        let (Some(value), None) = (values.next(), values.next()) else {
            if headers.contains_key(name) {
                return Err(Untold::Contradictory(written));
            }
            continue;
        };
        if value.is_empty() {
            continue;
        }
        let value = read(value.to_str().map_err(|_| Untold::Contradictory(written))?);
        if told.as_ref().is_some_and(|told| *told != value) {
            return Err(Untold::Contradictory(written));
        }
        told = Some(value);
    }
    told.ok_or(Untold::Missing(written))
}

/// Of a URL, what follows its host.
fn path_and_query(target: &str) -> String {
    let Some((_, rest)) = target.split_once("://").filter(|_| !target.starts_with('/')) else {
        return target.to_owned();
    };
    match rest.find(['/', '?']) {
        Some(at) if rest[at..].starts_with('/') => rest[at..].to_owned(),
        Some(at) => format!("/{}", &rest[at..]),
        None => "/".to_owned(),
    }
}

//! URIs that a browser is sent to on a client's behalf: which may be registered, and when a presented one is the registered one
//! (RFC 6749 §3.1.2, RFC 8252 §7 and 8.4, RFC 9700 §2.1 and 4.1.3).
//!
//! Both stand here, because one relies on the other: what is compared byte for byte later must be free of everything that browsers, proxies and
//! frameworks read in different ways. So registration takes the plain form of a URI only, and says what is wrong with any other.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use url::Url;

/// The kind of a client (OpenID Connect Dynamic Client Registration §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ApplicationType {
    /// It runs on a server or in a browser: `https` only.
    Web,
    /// It runs on its user's machine: a claimed `https` URI, a private-use scheme, or `http` to that machine (RFC 8252 §7).
    Native,
}

/// Longest URI in bytes.
pub const LONGEST: usize = 2048;

/// RFC 3986 §2: visible ASCII without these. Browsers take a backslash for a slash.
const NEVER_IN_URIS: &[u8] = b"\"<>\\^`{|}";
/// Schemes that browsers act on by themselves. None could be registered anyway, having no dot; these are named for what they are.
const ACTIVE_SCHEMES: [&str; 8] =
    ["about", "blob", "data", "file", "filesystem", "javascript", "vbscript", "view-source"];
/// Addresses of the user's own machine, in the only spellings that RFC 8252 §7.3 has.
const LOOPBACK_ORIGINS: [&str; 2] = ["http://127.0.0.1", "http://[::1]"];
/// Section 8.3 there: it may lead elsewhere, so it is compared like any other host.
const LOCALHOST: &str = "localhost";

/// May this URI be registered for redirects, after authorization or after logout?
///
/// `None` is a client whose kind nobody told, because an administrator registered it in a dialect that has no word for it: both kinds of URIs are taken.
///
/// # Errors
/// What is wrong with it, for people.
pub fn check(uri: &str, application_type: Option<ApplicationType>) -> Result<(), &'static str> {
    let parts = Parts::parse(uri)?;
    match parts.scheme {
        "https" => parts.check_web(uri),
        "http" => {
            parts.check_web(uri)?;
            if !parts.is_loopback() {
                return Err(
                    "must use https: only the user's own machine (127.0.0.1, [::1], localhost) is reached by http",
                );
            }
            match application_type {
                // RFC 9700 §2.6.
                Some(ApplicationType::Web) => {
                    Err("must use https: http to the user's own machine is for native applications")
                }
                Some(ApplicationType::Native) | None => Ok(()),
            }
        }
        _ => {
            parts.check_private_use(uri)?;
            match application_type {
                Some(ApplicationType::Web) => Err("must use https: other schemes are for native applications"),
                Some(ApplicationType::Native) | None => Ok(()),
            }
        }
    }
}

/// May this URI be registered as an endpoint of a client that a browser, or this server, calls with something in it: `initiate_login_uri` and the
/// logout URIs? `https`, or `http` to the own machine.
///
/// # Errors
/// What is wrong with it, for people.
pub fn check_endpoint(uri: &str) -> Result<(), &'static str> {
    let parts = Parts::parse(uri)?;
    match parts.scheme {
        "https" => parts.check_web(uri),
        "http" => {
            parts.check_web(uri)?;
            if parts.is_loopback() { Ok(()) } else { Err("must use https") }
        }
        _ => Err("must use https"),
    }
}

/// Is the presented URI one of the registered ones? Byte for byte, but for the port of a loopback address (RFC 8252 §7.3): the system chooses
/// it when a native application begins to listen.
#[must_use]
pub fn matches(registered: &[String], presented: &str) -> bool {
    registered.iter().any(|registered| registered == presented || differs_in_loopback_port(registered, presented))
}

fn differs_in_loopback_port(registered: &str, presented: &str) -> bool {
    LOOPBACK_ORIGINS.iter().any(|origin| {
        let behind = |uri| without_port(str::strip_prefix(uri, origin)?);
        match (behind(registered), behind(presented)) {
            // Nothing but a path or a query can follow, so the host ended where it seems to.
            (Some(registered), Some(presented)) => {
                registered == presented && matches!(registered.bytes().next(), None | Some(b'/' | b'?'))
            }
            _ => false,
        }
    })
}

/// `rest` behind its port, if it has one. `None` for a colon without a port that exists.
fn without_port(rest: &str) -> Option<&str> {
    let Some(digits) = rest.strip_prefix(':') else { return Some(rest) };
    let end = digits.find(|character: char| !character.is_ascii_digit()).unwrap_or(digits.len());
    let (port, rest) = digits.split_at(end);
    is_port(port).then_some(rest)
}

/// As it is written in RFC 3986 §6.2.3's plain form: no zeros before it.
fn is_port(port: &str) -> bool {
    !port.starts_with('0') && port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok()
}

/// Does only a program on the user's machine receive what is sent to this URI, by `http` to it or by a private-use scheme?
#[must_use]
pub fn is_native(uri: &str) -> bool {
    Parts::parse(uri).is_ok_and(|parts| match parts.scheme {
        "https" => false,
        "http" => parts.is_loopback(),
        _ => true,
    })
}

/// The host of an `https` URI in lower case, for sector identifiers (OpenID Connect Core §8.1); none for one that [`is_native`].
#[must_use]
pub fn host(uri: &str) -> Option<String> {
    let parts =
        Parts::parse(uri).ok().filter(|parts| matches!(parts.scheme, "http" | "https") && !parts.is_loopback())?;
    Some(parts.host.to_ascii_lowercase())
}

/// Scheme, host and port as they are written: `https://client.example:8443`. None for a URI without a host.
#[must_use]
pub fn origin(uri: &str) -> Option<&str> {
    let parts = Parts::parse(uri).ok()?;
    if parts.host.is_empty() { None } else { uri.get(..parts.scheme.len() + "://".len() + parts.authority.len()) }
}

/// RFC 3986 §2: browsers take others too, and make of them what they like.
pub(crate) fn check_characters(uri: &str) -> Result<(), &'static str> {
    if uri.bytes().any(|byte| !byte.is_ascii_graphic() || NEVER_IN_URIS.contains(&byte)) {
        return Err(
            "must hold the characters of a URI only: internationalized hosts in Punycode, everything else percent-encoded",
        );
    }
    Ok(())
}

/// RFC 3986 §3, of a URI whose characters have been checked.
struct Parts<'a> {
    scheme: &'a str,
    /// Behind the scheme's colon.
    rest: &'a str,
    /// Empty where there is none.
    authority: &'a str,
    host: &'a str,
    port: Option<&'a str>,
    path: &'a str,
}

impl<'a> Parts<'a> {
    fn parse(uri: &'a str) -> Result<Self, &'static str> {
        if uri.len() > LONGEST {
            return Err("is too long");
        }
        if uri.contains('#') {
            // RFC 6749 §3.1.2.
            return Err("must not have a fragment");
        }
        check_characters(uri)?;
        check_encoding(uri)?;
        let (scheme, rest) = uri.split_once(':').ok_or("must be an absolute URI")?;
        let is_scheme = scheme.bytes().next().is_some_and(|first| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
        if !is_scheme {
            return Err("must be an absolute URI");
        }
        if ACTIVE_SCHEMES.iter().any(|active| scheme.eq_ignore_ascii_case(active)) {
            return Err("must not have a scheme that a browser runs or opens by itself");
        }
        let (authority, path) = match rest.strip_prefix("//") {
            Some(behind) => behind.split_at(behind.find(['/', '?']).unwrap_or(behind.len())),
            None => ("", rest),
        };
        let path = path.split('?').next().unwrap_or_default();
        if authority.contains('@') {
            return Err("must not have user information before its host");
        }
        if authority.contains('*') || path.contains('*') {
            return Err("must be one URI: there are no patterns");
        }
        let bracket = authority.find(']').map_or(0, |at| at + 1);
        let (host, port) = match authority.get(bracket..).and_then(|behind| behind.find(':')) {
            Some(colon) => (&authority[..bracket + colon], Some(&authority[bracket + colon + 1..])),
            None => (authority, None),
        };
        check_path(path)?;
        Ok(Self { scheme, rest, authority, host, port, path })
    }

    fn is_loopback(&self) -> bool {
        let is_host = |origin: &&str| origin.strip_prefix("http://") == Some(self.host);
        LOOPBACK_ORIGINS.iter().any(is_host) || self.host.eq_ignore_ascii_case(LOCALHOST)
    }

    /// `http` and `https`.
    fn check_web(&self, uri: &str) -> Result<(), &'static str> {
        if !self.rest.starts_with("//") || self.host.is_empty() {
            return Err("must name its host behind `//`");
        }
        if self.port.is_some_and(|port| !is_port(port)) {
            return Err("must have a port between 1 and 65535 behind the colon, or no colon");
        }
        // What browsers make of the host must be what stands there: no 0x7f.1, 2130706433, full-width letters or encoded dots.
        let read = Url::parse(uri).ok();
        let read = read.as_ref().and_then(Url::host_str).ok_or("must have a host that exists")?;
        if read != self.host.to_ascii_lowercase() || read.split('.').any(str::is_empty) {
            return Err(
                "must have its host in the plain form: a name, an IPv4 address of four decimals, or a short IPv6 address",
            );
        }
        Ok(())
    }

    /// RFC 8252 §7.1: a scheme that its owner's domain name makes unique, in reverse order.
    fn check_private_use(&self, uri: &str) -> Result<(), &'static str> {
        if matches!(self.scheme.to_ascii_lowercase().as_str(), "http" | "https") {
            return Err("must have its scheme in lower case");
        }
        if !self.scheme.contains('.') || self.scheme.split('.').any(str::is_empty) {
            return Err(
                "must use https, or a scheme of the application's own that is a domain name in reverse order, such as com.example.app",
            );
        }
        if !self.rest.starts_with('/') {
            return Err("must have a path behind the scheme, such as com.example.app:/callback");
        }
        if (self.path.is_empty() && self.authority.is_empty()) || Url::parse(uri).is_err() {
            return Err("must have something behind the scheme that browsers can read");
        }
        Ok(())
    }
}

/// RFC 3986 §2.1, and no control characters in that disguise.
fn check_encoding(uri: &str) -> Result<(), &'static str> {
    for behind in uri.split('%').skip(1) {
        let digits = behind.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match byte {
            None => return Err("must have two hexadecimal digits behind every %"),
            Some(byte) if byte.is_ascii_control() => {
                return Err("must not hold control characters, encoded ones neither");
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Steps back up a path are gone from what a browser asks for, and with parameters behind them from what some servers see: a path has none, however
/// they are written. Neither has it encoded separators, which some decode before they look.
fn check_path(path: &str) -> Result<(), &'static str> {
    let lower = path.to_ascii_lowercase();
    if ["%2e", "%2f", "%3b", "%5c", "%25"].iter().any(|encoded| lower.contains(encoded)) {
        return Err("must not have encoded dots, slashes, semicolons, backslashes or percent signs in its path");
    }
    let is_step = |segment: &str| matches!(segment.split(';').next(), Some("." | ".."));
    if path.split('/').any(is_step) {
        return Err("must not have `.` or `..` in its path");
    }
    Ok(())
}

//! A browser's cookies (RFC 6265 and its successor's draft), as far as a server on the loopback can set them.

use chrono::{DateTime, Utc};
use url::Url;

/// A cookie as a server sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cookie {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// The host that set it, and the only one that gets it.
    pub host: String,
    /// The path that it is for; that of the request up to its last slash when the server gives none.
    pub path: String,
    /// `Domain`, if given.
    pub domain: Option<String>,
    /// Seconds that it lives from now; `None` until the browser is closed. From `Max-Age`, else `Expires`.
    pub max_age: Option<i64>,
    /// Kept from scripts.
    pub http_only: bool,
    /// Kept from plain HTTP.
    pub secure: bool,
    /// `Strict`, `Lax` or `None`, as the server wrote it.
    pub same_site: Option<String>,
    /// Why a browser throws it away, if it does.
    pub refused: Option<&'static str>,
}

impl Cookie {
    /// Reads a `Set-Cookie` of the answer to a request of `url`.
    #[must_use]
    pub fn parse(header: &str, url: &Url, now: DateTime<Utc>) -> Self {
        let mut parts = header.split(';');
        let pair = parts.next().unwrap_or_default();
        let (name, value) = pair.split_once('=').unwrap_or(("", pair));
        let mut cookie = Self {
            name: name.trim().to_owned(),
            value: value.trim().to_owned(),
            host: url.host_str().unwrap_or_default().to_owned(),
            path: default_path(url),
            domain: None,
            max_age: None,
            http_only: false,
            secure: false,
            same_site: None,
            refused: None,
        };
        let mut expires = None;
        let mut has_path = false;
        for attribute in parts {
            let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
            let value = value.trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "path" if value.starts_with('/') => {
                    value.clone_into(&mut cookie.path);
                    has_path = true;
                }
                "domain" if !value.is_empty() => cookie.domain = Some(value.trim_start_matches('.').to_owned()),
                "max-age" => cookie.max_age = value.parse().ok(),
                "expires" => {
                    let at = DateTime::parse_from_rfc2822(value).ok();
                    expires = at.map(|at| (at.to_utc() - now).num_seconds());
                }
                "httponly" => cookie.http_only = true,
                "secure" => cookie.secure = true,
                "samesite" => cookie.same_site = Some(value.to_owned()),
                _ => {}
            }
        }
        cookie.max_age = cookie.max_age.or(expires);
        cookie.refused = cookie.reason_to_refuse(url, has_path);
        cookie
    }

    fn reason_to_refuse(&self, url: &Url, has_path: bool) -> Option<&'static str> {
        let is_host = self.name.starts_with("__Host-");
        if self.name.is_empty() {
            Some("it has no name")
        } else if self.secure && url.scheme() != "https" {
            Some("Secure over plain HTTP")
        } else if (is_host || self.name.starts_with("__Secure-")) && !self.secure {
            Some("the prefix of its name needs Secure")
        } else if is_host && (self.domain.is_some() || !has_path || self.path != "/") {
            Some("__Host- needs Path=/ and no Domain")
        } else if self.domain.as_ref().is_some_and(|domain| *domain != self.host) {
            Some("Domain of somebody else")
        } else if self.same_site.as_deref().is_some_and(|site| site.eq_ignore_ascii_case("none")) && !self.secure {
            Some("SameSite=None needs Secure")
        } else {
            None
        }
    }

    /// Whether it goes along with a request of `url`. `is_cross_site`: something of another site asks; then only a
    /// navigation by GET gets cookies, and none that are `Strict` (RFC 6265bis §5.6.7.1).
    fn is_sent(&self, url: &Url, is_cross_site: bool, is_get: bool) -> bool {
        let allowed = match self.same_site.as_deref().map(str::to_ascii_lowercase).as_deref() {
            Some("none") => true,
            Some("strict") => !is_cross_site,
            // Without the attribute browsers treat it as Lax.
            _ => !is_cross_site || is_get,
        };
        allowed
            && url.host_str() == Some(self.host.as_str())
            && (!self.secure || url.scheme() == "https")
            && path_matches(&self.path, url.path())
    }
}

/// The cookies that a browser has.
#[derive(Clone, Debug, Default)]
pub struct Jar {
    kept: Vec<Cookie>,
    received: Vec<Cookie>,
}

impl Jar {
    /// What it has now.
    #[must_use]
    pub fn kept(&self) -> &[Cookie] {
        &self.kept
    }

    /// Everything that servers sent so far, refused ones and removals included.
    #[must_use]
    pub fn received(&self) -> &[Cookie] {
        &self.received
    }

    /// The kept one of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Cookie> {
        self.kept.iter().find(|cookie| cookie.name == name)
    }

    /// Takes a cookie in: it replaces the one of the same name, host and path, or removes it when its time is over.
    pub fn take(&mut self, cookie: Cookie) {
        self.received.push(cookie.clone());
        if cookie.refused.is_some() {
            return;
        }
        self.kept.retain(|kept| (&kept.name, &kept.host, &kept.path) != (&cookie.name, &cookie.host, &cookie.path));
        if cookie.max_age.is_none_or(|seconds| seconds > 0) {
            self.kept.push(cookie);
        }
    }

    /// Puts this one into the jar, whoever set it: for what an attacker would do.
    pub fn plant(&mut self, cookie: Cookie) {
        self.kept.retain(|kept| (&kept.name, &kept.host, &kept.path) != (&cookie.name, &cookie.host, &cookie.path));
        self.kept.push(cookie);
    }

    /// Removes all of this name.
    pub fn remove(&mut self, name: &str) {
        self.kept.retain(|cookie| cookie.name != name);
    }

    /// The browser is closed: what has no lifetime is gone.
    pub fn close(&mut self) {
        self.kept.retain(|cookie| cookie.max_age.is_some());
    }

    /// Seconds pass.
    pub fn pass(&mut self, seconds: i64) {
        for cookie in &mut self.kept {
            cookie.max_age = cookie.max_age.map(|left| left - seconds);
        }
        self.kept.retain(|cookie| cookie.max_age.is_none_or(|left| left > 0));
    }

    /// Value of the `Cookie` header of a request, empty when none goes along.
    #[must_use]
    pub fn header(&self, url: &Url, is_cross_site: bool, is_get: bool) -> String {
        let mut sent: Vec<&Cookie> =
            self.kept.iter().filter(|cookie| cookie.is_sent(url, is_cross_site, is_get)).collect();
        // Longer paths first (RFC 6265 §5.4).
        sent.sort_by_key(|cookie| std::cmp::Reverse(cookie.path.len()));
        let pairs: Vec<String> = sent.iter().map(|cookie| format!("{}={}", cookie.name, cookie.value)).collect();
        pairs.join("; ")
    }
}

/// RFC 6265 §5.1.4.
fn default_path(url: &Url) -> String {
    match url.path().rsplit_once('/') {
        Some(("", _)) | None => "/".to_owned(),
        Some((folder, _)) => folder.to_owned(),
    }
}

/// RFC 6265 §5.1.4.
fn path_matches(cookie: &str, request: &str) -> bool {
    request.strip_prefix(cookie).is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || cookie.ends_with('/'))
}

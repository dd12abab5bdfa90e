//! What ties a user's browser to what happens here: three cookies, and a token in each form.
//!
//! The *browser* cookie says that this is the browser in which an authorization request began; it is worth nothing by itself. The *session* cookie says who is
//! signed in; it is a new one after each sign-in. The *device* cookie lets the [owner of a locked account](authplane_domain::sign_in::known_device) enter their
//! password all the same. Where the server is reached by https, all have the prefix `__Host-` (RFC 6265bis §4.1.3.2), so that no
//! other host, nor anybody on the way, can plant one. Such cookies know no paths: the names tell the authorization servers apart.

use std::fmt::Write as _;

use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::{Result, identifier};
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::header::COOKIE;

use crate::context::Context;
use crate::edge::Request;

/// The longest value of ours, and more.
const LONGEST: usize = 128;

/// The cookies of one authorization server.
#[derive(Debug, Clone)]
pub struct Cookies {
    secure: bool,
    /// Of tenant and server.
    suffix: String,
    path: String,
}

impl Cookies {
    /// Those of a server.
    #[must_use]
    pub fn of(context: &Context, server: ServerKey<'_>) -> Self {
        let secure = context.origin().public.starts_with("https:");
        let mut suffix = identifier::digest(&format!("{}/{}", server.tenant, server.id));
        suffix.truncate(12);
        let path = if secure { "/".to_owned() } else { format!("/{}/{}", server.tenant, server.id) };
        Self { secure, suffix, path }
    }

    /// The browser's cookie, if it sent one.
    #[must_use]
    pub fn browser(&self, request: &Request<Context>) -> Option<String> {
        self.read(request, "browser")
    }

    /// The session's cookie, if there is one.
    #[must_use]
    pub fn session(&self, request: &Request<Context>) -> Option<String> {
        self.read(request, "session")
    }

    /// The value of `Set-Cookie` for a browser; the cookie goes when the browser is closed.
    #[must_use]
    pub fn set_browser(&self, value: &str) -> String {
        self.write("browser", value, None)
    }

    /// The value of `Set-Cookie` for a session that lasts so many seconds.
    #[must_use]
    pub fn set_session(&self, value: &str, seconds: i64) -> String {
        self.write("session", value, Some(seconds))
    }

    /// The text by which an account knows the device, if there is one.
    #[must_use]
    pub fn device(&self, request: &Request<Context>) -> Option<String> {
        self.read(request, "device")
    }

    /// The value of `Set-Cookie` for a device that the account which signed in there last knows for so many seconds.
    #[must_use]
    pub fn set_device(&self, value: &str, seconds: i64) -> String {
        self.write("device", value, Some(seconds))
    }

    /// The value of `Set-Cookie` by which a browser is nobody's device any more.
    #[must_use]
    pub fn clear_device(&self) -> String {
        self.write("device", "", Some(0))
    }

    /// The value of `Set-Cookie` that ends a session.
    #[must_use]
    pub fn clear_session(&self) -> String {
        self.write("session", "", Some(0))
    }

    /// Whether the browser sent anything for the browser's or the session's cookie, be it of use or not. What it didn't send it may have all the same.
    #[must_use]
    pub fn has_sent_any(&self, request: &Request<Context>) -> bool {
        ["browser", "session"].into_iter().any(|kind| sent(request, &self.name(kind)).next().is_some())
    }

    /// The values of `Set-Cookie` that make the browser one that was never here, as far as it sent something that says otherwise.
    pub fn forget(&self, request: &Request<Context>, new_browser: &str) -> Vec<String> {
        let is_sent = |kind: &str| sent(request, &self.name(kind)).next().is_some();
        let session = is_sent("session").then(|| self.clear_session());
        session.into_iter().chain(is_sent("browser").then(|| self.set_browser(new_browser))).collect()
    }

    fn name(&self, kind: &str) -> String {
        let prefix = if self.secure { "__Host-" } else { "" };
        format!("{prefix}authplane-{kind}-{}", self.suffix)
    }

    /// `Lax`: applications send users here by links and redirects, never by forms that need the session.
    fn write(&self, kind: &str, value: &str, seconds: Option<i64>) -> String {
        let mut cookie = format!("{}={value}; Path={}; HttpOnly; SameSite=Lax", self.name(kind), self.path);
        if let Some(seconds) = seconds {
            // Writing to a String can't fail.
            let _ = write!(cookie, "; Max-Age={seconds}");
        }
        if self.secure {
            cookie.push_str("; Secure");
        }
        cookie
    }

    /// `None` also where there are two of the name: one of them isn't ours, and nobody can say which.
    fn read(&self, request: &Request<Context>, kind: &str) -> Option<String> {
        let name = self.name(kind);
        let mut values = sent(request, &name);
        let value = values.next().filter(|value| !value.is_empty() && value.len() <= LONGEST)?;
        if values.next().is_some() { None } else { Some(value.to_owned()) }
    }
}

/// All values that the request has for a name.
fn sent<'r>(request: &'r Request<Context>, name: &'r str) -> impl Iterator<Item = &'r str> {
    let cookies = request.headers().get_all(COOKIE).iter().filter_map(|header| header.to_str().ok());
    let pairs = cookies.flat_map(|header| header.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(move |(known, _)| *known == name).map(|(_, value)| value)
}

/// A new value for a browser's cookie.
///
/// # Errors
/// [`authplane_domain::Error::Internal`] without randomness.
pub fn new_browser(context: &Context) -> Result<String> {
    identifier::secret(context.store.environment())
}

/// What a form carries to show that it comes from a page that this browser was given (RFC 6819 §4.4.1.8). Nobody without the cookie can make it, and it is good
/// for one purpose only.
#[must_use]
pub fn form_token(browser: &str, purpose: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, browser.as_bytes());
    URL_SAFE_NO_PAD.encode(hmac::sign(&key, purpose.as_bytes()))
}

/// Is this the form's token?
#[must_use]
pub fn is_form_token(presented: &str, browser: &str, purpose: &str) -> bool {
    let key = hmac::Key::new(hmac::HMAC_SHA256, browser.as_bytes());
    let Ok(tag) = URL_SAFE_NO_PAD.decode(presented) else { return false };
    // In constant time.
    hmac::verify(&key, purpose.as_bytes(), &tag).is_ok()
}

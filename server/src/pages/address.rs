//! What may become a link, an image, a frame or the target of a form.

use std::fmt;
use std::sync::LazyLock;

use url::{Host, Url};

/// Schemes that a browser runs or opens by itself instead of handing the address to a server or to an application.
const NOT_AN_APPLICATION: [&str; 10] =
    ["about", "blob", "data", "file", "filesystem", "intent", "jar", "javascript", "vbscript", "view-source"];

/// Stands for the server's origin where only a path is known.
static OWN: LazyLock<Option<Url>> = LazyLock::new(|| Url::parse("https://own.invalid/").ok());

/// What an address is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// A link, an image or a frame that somebody configured or registered: a page of the web.
    Web,
    /// The way back to an application, which may have a scheme of its own (RFC 8252 §7.1). The caller compared it with what was registered.
    Application,
    /// A path or an address of this server, made by the caller.
    Own,
}

/// An address that was checked. Templates write no other ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    text: String,
    origin: Option<String>,
}

impl Address {
    /// The address, if it is fit for the use; what isn't is left out of the page.
    ///
    /// Escaping keeps a value inside its attribute, but not a browser from running it: `javascript:` in a link is a script of this server, with the user's
    /// session (as in CVE-2026-29192). A list of what is good can't be got around by capital letters, tabs or new schemes (CVE-2026-9086). The address is
    /// written as the parser understood it, which follows the same standard as browsers do: nothing is read in two ways.
    pub(super) fn checked(text: &str, purpose: Use) -> Option<Self> {
        if purpose == Use::Own && text.starts_with('/') {
            // `//host`, `/\host` and `/<tab>/host` are other servers, which the parser tells.
            let base = OWN.as_ref()?;
            let url = base.join(text).ok().filter(|url| url.origin() == base.origin())?;
            return Some(Self { text: url[url::Position::BeforePath..].to_owned(), origin: None });
        }
        let url = Url::parse(text).ok()?;
        let is_fit = match (purpose, url.scheme()) {
            (Use::Web, "https") => is_plain(&url),
            (Use::Web, "http") => is_plain(&url) && is_loopback(&url),
            (Use::Own, scheme) => matches!(scheme, "http" | "https"),
            (Use::Application, scheme) => !NOT_AN_APPLICATION.contains(&scheme),
            (Use::Web, _) => false,
        };
        is_fit.then(|| Self { origin: Some(url.origin().ascii_serialization()), text: url.into() })
    }

    /// A link, an image or a frame; see [`Use::Web`].
    pub(super) fn web(text: Option<&str>) -> Option<Self> {
        Self::checked(text?, Use::Web)
    }

    /// A place of this server; see [`Use::Own`].
    pub(super) fn own(text: &str) -> Option<Self> {
        Self::checked(text, Use::Own)
    }

    /// The origin, for the content security policy; `None` for a path.
    pub(super) fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// No name and password, which make one host look like another, and a host that means itself also in a content security policy, where `;` begins a
/// directive, `,` a policy, and `*` is every host. The URL standard lets a host have all three.
fn is_plain(url: &Url) -> bool {
    let is_bare = url.username().is_empty() && url.password().is_none();
    let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    is_bare && url.host().is_some_and(|host| !matches!(host, Host::Domain(name) if !is_name(name)))
}

/// Nobody listens between a browser and its own machine, so `http` is good enough there: for development.
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

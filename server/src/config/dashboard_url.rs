//! Where a dashboard is: an address that is one for all, or has the tenant and the authorization server in it.

use authplane_domain::catalogue::server_key::ServerKey;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

/// All but the unreserved characters of RFC 3986 §2.3, so that an id stays what it is wherever it stands.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// An `http` or `https` URL in which `{tid}` stands for the tenant and `{aid}` for the authorization server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DashboardUrl(String);

/// The text is no such URL.
#[derive(Debug, thiserror::Error)]
#[error("a dashboard's address must be an http(s) URL, in which {{tid}} and {{aid}} are the only braces")]
pub struct InvalidDashboardUrl;

impl std::str::FromStr for DashboardUrl {
    type Err = InvalidDashboardUrl;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url = Self(text.to_owned());
        let filled = url.of(ServerKey { tenant: "t", id: "a" });
        let is_web = Url::parse(&filled).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        if is_web && !filled.contains(['{', '}']) { Ok(url) } else { Err(InvalidDashboardUrl) }
    }
}

impl DashboardUrl {
    /// Where the dashboard of an authorization server is.
    #[must_use]
    pub fn of(&self, server: ServerKey<'_>) -> String {
        let encoded = |id: &str| utf8_percent_encode(id, RESERVED).to_string();
        self.0.replace("{tid}", &encoded(server.tenant)).replace("{aid}", &encoded(server.id))
    }
}

//! The steps on the way to a token.

use std::fmt;

/// A request of an authorization server, as errors and spans name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// The metadata of a control plane (RFC 9728) or of an issuer (RFC 8414) is looked up. Only spans name it.
    Discovery,
    /// The client's own credentials are exchanged for a token (RFC 6749 §4.4).
    ClientCredentials,
    /// A refresh token is exchanged for a token (RFC 6749 §6).
    RefreshToken,
    /// The device flow begins (RFC 8628 §3.1).
    DeviceAuthorization,
    /// The device flow waits for its user (RFC 8628 §3.4).
    DeviceToken,
    /// A token is looked up (RFC 7662).
    Introspection,
    /// A token is given back (RFC 7009).
    Revocation,
}

impl Step {
    /// Its name, such as `refresh_token`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Discovery => "discovery",
            Self::ClientCredentials => "client_credentials",
            Self::RefreshToken => "refresh_token",
            Self::DeviceAuthorization => "device_authorization",
            Self::DeviceToken => "device_token",
            Self::Introspection => "introspection",
            Self::Revocation => "revocation",
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

//! The words of [`GRANT_TYPES`](crate::catalogue::authorization_server::GRANT_TYPES) as the document lists them. What is kept, and what comes and goes, are texts.

use schemars::JsonSchema;

/// A way in which a client asks for tokens.
#[derive(Clone, Copy, Debug, JsonSchema)]
#[schemars(rename = "GrantType", rename_all = "snake_case")]
pub enum GrantType {
    /// With a code that a user brought back from the authorization endpoint (RFC 6749 §4.1).
    AuthorizationCode,
    /// By the authorization endpoint itself, which answers with tokens (RFC 6749 §4.2).
    Implicit,
    /// In its own name (RFC 6749 §4.4).
    ClientCredentials,
    /// With a refresh token (RFC 6749 §6).
    RefreshToken,
    /// With a user's name and password (RFC 6749 §4.3).
    Password,
    /// With the code of a device whose user agrees elsewhere (RFC 8628).
    #[schemars(rename = "urn:ietf:params:oauth:grant-type:device_code")]
    DeviceCode,
    /// With another token (RFC 8693).
    #[schemars(rename = "urn:ietf:params:oauth:grant-type:token-exchange")]
    TokenExchange,
    /// With an assertion that stands for a user (RFC 7523).
    #[schemars(rename = "urn:ietf:params:oauth:grant-type:jwt-bearer")]
    JwtBearer,
}

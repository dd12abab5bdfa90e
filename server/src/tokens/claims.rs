//! The claims of an access token: RFC 9068 §2.2, with what ACP adds (`tid`, `aid`, `scp`).

use serde::{Deserialize, Serialize};

/// The payload as it is signed.
#[derive(Debug, Serialize)]
pub struct NewClaims<'a> {
    /// Issuer: the authorization server's identifier.
    pub iss: &'a str,
    /// The client itself, for grants without a user (RFC 9068 §2.2).
    pub sub: &'a str,
    /// One audience or several.
    pub aud: AudienceRef<'a>,
    /// Expiry, seconds since the epoch.
    pub exp: i64,
    /// Time of issue, seconds since the epoch.
    pub iat: i64,
    /// Identifies the token.
    pub jti: &'a str,
    /// The client that it was issued to.
    pub client_id: &'a str,
    /// Scopes, separated by spaces; absent when none was granted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<&'a str>,
    /// The same as a list, for ACP's clients.
    pub scp: &'a [&'a str],
    /// Tenant (ACP).
    pub tid: &'a str,
    /// Authorization server (ACP).
    pub aid: &'a str,
}

/// `aud`: a single string where there is one, as RFC 7519 §4.1.3 allows and most resource servers expect.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum AudienceRef<'a> {
    /// One.
    One(&'a str),
    /// Several.
    Many(&'a [String]),
}

impl<'a> AudienceRef<'a> {
    /// Picks the form by the number.
    #[must_use]
    pub fn new(audience: &'a [String]) -> Self {
        match audience {
            [one] => Self::One(one),
            many => Self::Many(many),
        }
    }
}

/// The payload as it is read back.
#[derive(Debug, Clone, Deserialize)]
pub struct Claims {
    /// Issuer.
    pub iss: String,
    /// Subject.
    pub sub: String,
    /// Audience.
    #[serde(deserialize_with = "one_or_many")]
    pub aud: Vec<String>,
    /// Expiry, seconds since the epoch.
    pub exp: i64,
    /// Time of issue, seconds since the epoch.
    pub iat: i64,
    /// Identifies the token.
    pub jti: String,
    /// The client that it was issued to.
    pub client_id: String,
    /// Scopes, separated by spaces.
    #[serde(default)]
    pub scope: Option<String>,
    /// Tenant.
    pub tid: String,
    /// Authorization server.
    pub aid: String,
}

impl Claims {
    /// The scopes, one by one.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        self.scope.as_deref().unwrap_or_default().split(' ').filter(|scope| !scope.is_empty())
    }
}

pub(crate) fn one_or_many<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
    }
    Ok(match OneOrMany::deserialize(deserializer)? {
        OneOrMany::One(one) => vec![one],
        OneOrMany::Many(many) => many,
    })
}

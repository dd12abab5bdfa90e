//! The claims of an access token: RFC 9068 §2.2, with what ACP adds (`tid`, `aid`, `scp`).

use authplane_domain::catalogue::server_key::ServerKey;
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
    /// What is known of the user that it stands for; absent in a client's own.
    #[serde(flatten)]
    pub user: Option<UserClaims<'a>>,
}

/// What a user's access token says besides (RFC 9068 §2.2.1, RFC 8693 §4.1).
#[derive(Debug, Clone, Copy, Serialize)]
pub struct UserClaims<'a> {
    /// The authorization grant that it comes from: private, so that all tokens of a grant can be revoked at once.
    pub gid: &'a str,
    /// When the user signed in, seconds since the epoch.
    pub auth_time: i64,
    /// The authentication context class that was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acr: Option<&'a str>,
    /// The means that were used.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub amr: &'a [String],
    /// Who acts for the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<&'a serde_json::Value>,
    /// The server's claims of access tokens. None of the names above is among them.
    #[serde(flatten)]
    pub claims: &'a serde_json::Map<String, serde_json::Value>,
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
    /// The authorization grant, in a user's token.
    #[serde(default)]
    pub gid: Option<String>,
    /// When the user signed in, seconds since the epoch.
    #[serde(default)]
    pub auth_time: Option<i64>,
    /// The authentication context class that was reached.
    #[serde(default)]
    pub acr: Option<String>,
    /// The means that were used.
    #[serde(default)]
    pub amr: Vec<String>,
    /// Who acts for the user.
    #[serde(default)]
    pub act: Option<serde_json::Value>,
}

impl Claims {
    /// The authorization server that says it issued the token.
    #[must_use]
    pub fn server(&self) -> ServerKey<'_> {
        ServerKey { tenant: &self.tid, id: &self.aid }
    }

    /// The scopes, one by one.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        self.scope.as_deref().unwrap_or_default().split(' ').filter(|scope| !scope.is_empty())
    }
}

/// Seconds that the clock of whoever made a token may differ from this server's.
pub const LEEWAY: i64 = 30;

/// When a token that somebody else made counts (RFC 7519 §4.1.4 to §4.1.6), in seconds since the epoch.
#[derive(Debug, Clone, Copy, Default)]
pub struct Times {
    /// Until then.
    pub exp: Option<i64>,
    /// From then on.
    pub nbf: Option<i64>,
    /// Since then.
    pub iat: Option<i64>,
}

/// Why a token doesn't count now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untimely {
    /// It has expired.
    Expired,
    /// Its time is still to come.
    Early,
    /// It would count for longer than such tokens may, or doesn't say for how long.
    TooLong,
}

impl Times {
    /// Does the token count now? With `longest`, only if it also expires in so many seconds.
    ///
    /// # Errors
    /// [`Untimely`] if not.
    pub fn check(&self, now: i64, longest: Option<i64>) -> Result<(), Untimely> {
        if self.exp.is_some_and(|exp| exp <= now - LEEWAY) {
            Err(Untimely::Expired)
        } else if [self.nbf, self.iat].into_iter().flatten().any(|begins| begins > now + LEEWAY) {
            Err(Untimely::Early)
        } else if longest.is_some_and(|longest| self.exp.is_none_or(|exp| exp > now + longest)) {
            Err(Untimely::TooLong)
        } else {
            Ok(())
        }
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

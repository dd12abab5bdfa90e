//! Members of a client that belong together, and are written alike wherever a client is shown or kept.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Error;

/// What a client says of itself to people; each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ClientTexts {
    /// What the application does, for people; may be empty.
    #[schemars(length(max = 8192))]
    pub description: String,
    /// Address of its home page; may be empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    pub client_uri: String,
    /// Address of its logo, which consent pages show; may be empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    pub logo_uri: String,
    /// Address of its privacy policy, which consent pages link to; may be empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    pub policy_uri: String,
    /// Address of its terms of service, which consent pages link to; may be empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    pub tos_uri: String,
}

/// The certificate that a client authenticates with (RFC 8705 §2.1.2 and 3.4); each member may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ClientCertificate {
    /// DNS name that its certificate must have. Kept, and not looked at here; may be empty.
    #[schemars(length(max = 2048))]
    pub tls_client_auth_san_dns: String,
    /// Mail address that its certificate must have. Kept, and not looked at here; may be empty.
    #[schemars(length(max = 2048))]
    pub tls_client_auth_san_email: String,
    /// IP address that its certificate must have. Kept, and not looked at here; may be empty.
    #[schemars(length(max = 2048))]
    pub tls_client_auth_san_ip: String,
    /// URI that its certificate must have. Kept, and not looked at here; may be empty.
    #[schemars(length(max = 2048))]
    pub tls_client_auth_san_uri: String,
    /// Distinguished name that its certificate must have. Kept, and not looked at here; may be empty.
    #[schemars(length(max = 2048))]
    pub tls_client_auth_subject_dn: String,
    /// Whether its tokens are bound to its certificate. That is not offered: `true` is refused.
    pub tls_client_certificate_bound_access_tokens: bool,
}

/// A set of JSON Web Keys (RFC 7517), of a client or of a tenant.
// RFC 7517 §5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, FromJsonQueryResult)]
#[schemars(rename = "AcpJwks")]
pub struct Jwks {
    /// Public keys, each a JWK with at least `kty`.
    #[schemars(length(max = 16))]
    pub keys: Vec<Map<String, Value>>,
}

impl Jwks {
    /// Keys that one can have: those in use, those before and those to come. Whoever names none has all of them tried.
    const MOST_KEYS: usize = 16;

    /// # Errors
    /// [`Error::Invalid`] (`jwks`) for more keys than one can have.
    pub(crate) fn check_count(&self) -> crate::Result<()> {
        if self.keys.len() <= Self::MOST_KEYS {
            return Ok(());
        }
        Err(Error::invalid("jwks", format!("must have at most {} keys", Self::MOST_KEYS)))
    }
}

/// What personal data a client takes, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "AcpClientPrivacy")]
pub struct ClientPrivacy {
    /// What each scope means for privacy, by the name of the scope.
    #[serde(default)]
    pub scopes: BTreeMap<String, ScopePrivacy>,
}

/// What personal data a scope gives, and why it is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "AcpScopePrivacyInformation")]
pub struct ScopePrivacy {
    /// The kinds of personal data that it gives.
    #[serde(default)]
    pub pii_categories: Vec<PiiCategory>,
    /// What the data is needed for.
    #[serde(default)]
    pub purpose: String,
}

/// A kind of personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "AcpPiiCategory")]
pub struct PiiCategory {
    /// Name of the kind, such as `email`.
    pub name: String,
}

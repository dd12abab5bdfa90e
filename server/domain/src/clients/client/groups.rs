//! Members of a client that belong together, and are written alike wherever a client is shown or kept.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What a client says of itself to people; each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ClientTexts {
    /// For people.
    #[schemars(length(max = 8192))]
    pub description: String,
    /// Home page.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    pub client_uri: String,
    /// Logo.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    pub logo_uri: String,
    /// Privacy policy.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    pub policy_uri: String,
    /// Terms of service.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    pub tos_uri: String,
}

/// The certificate that a client authenticates with (RFC 8705 §2.1.2 and 3.4); each member may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ClientCertificate {
    /// DNS name in its certificate.
    #[schemars(length(max = 2048))]
    pub tls_client_auth_san_dns: String,
    /// Mail address in its certificate.
    #[schemars(length(max = 2048))]
    pub tls_client_auth_san_email: String,
    /// IP address in its certificate.
    #[schemars(length(max = 2048))]
    pub tls_client_auth_san_ip: String,
    /// URI in its certificate.
    #[schemars(length(max = 2048))]
    pub tls_client_auth_san_uri: String,
    /// Subject of its certificate.
    #[schemars(length(max = 2048))]
    pub tls_client_auth_subject_dn: String,
    /// Its tokens are bound to its certificate: not offered, `true` is refused.
    pub tls_client_certificate_bound_access_tokens: bool,
}

/// A JWK set.
// RFC 7517 §5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, FromJsonQueryResult)]
#[schemars(rename = "AcpJwks")]
pub struct Jwks {
    /// Public keys, each a JWK with at least `kty`.
    pub keys: Vec<Map<String, Value>>,
}

/// What personal data a client takes, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "AcpClientPrivacy")]
pub struct ClientPrivacy {
    /// By scope.
    #[serde(default)]
    pub scopes: BTreeMap<String, ScopePrivacy>,
}

/// What personal data a scope gives, and why it is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "AcpScopePrivacyInformation")]
pub struct ScopePrivacy {
    /// Kinds of personal data.
    #[serde(default)]
    pub pii_categories: Vec<PiiCategory>,
    /// Why.
    #[serde(default)]
    pub purpose: String,
}

/// A kind of personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "AcpPiiCategory")]
pub struct PiiCategory {
    /// Its name.
    pub name: String,
}

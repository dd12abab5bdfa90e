//! How the dialect shows an authorization server, and how it takes one.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::{
    AuthorizationServer, NewServer, ServerChanges, ServerDetails, ServerSecrets, SigningAlgorithm,
};
use authplane_domain::clients::client::Jwks;
use authplane_domain::identifier::IdForm;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::authentications::AcpAuthentications;
use super::duration;
use crate::api::acp::admin::filled;

/// What keys are made for.
#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AcpKeyType {
    /// RSA 2048; tokens are signed with RS256.
    Rsa,
    /// P-256; tokens are signed with ES256.
    Ecdsa,
    /// Ed25519; tokens are signed with EdDSA.
    Eddsa,
}

/// An authorization server.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpServer {
    /// Made by the server when a creation gives none.
    id: String,
    /// For people.
    name: String,
    /// Tenant.
    tenant_id: String,
    /// One of `admin`, `developer` and `system`, whose tokens open this API.
    system: bool,
    /// What its keys are made for.
    key_type: AcpKeyType,
    /// Its public keys, the coming one included.
    jwks: Jwks,
    /// The issuer of its tokens.
    #[schemars(url)]
    issuer_url: String,
    /// Its picture.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    logo_uri: String,
    /// Life of access tokens.
    #[schemars(regex(pattern = r"^([0-9]+h)?([0-9]+m)?[0-9]+s$"))]
    access_token_ttl: String,
    /// Life of authorization codes.
    #[schemars(regex(pattern = r"^([0-9]+h)?([0-9]+m)?[0-9]+s$"))]
    authorization_code_ttl: String,
    /// Life of ID tokens.
    #[schemars(regex(pattern = r"^([0-9]+h)?([0-9]+m)?[0-9]+s$"))]
    id_token_ttl: String,
    /// Life of refresh tokens.
    #[schemars(regex(pattern = r"^([0-9]+h)?([0-9]+m)?[0-9]+s$"))]
    refresh_token_ttl: String,
    /// Life of the login cookie.
    #[schemars(regex(pattern = r"^([0-9]+h)?([0-9]+m)?[0-9]+s$"))]
    cookie_max_age: String,
    /// The grants that it knows.
    #[schemars(
        title = "one of: authorization_code | implicit | client_credentials | refresh_token | password | urn:ietf:params:oauth:grant-type:device_code | urn:ietf:params:oauth:grant-type:token-exchange | urn:ietf:params:oauth:grant-type:jwt-bearer"
    )]
    grant_types: Vec<String>,
    /// Every code needs a proof key.
    enforce_pkce: bool,
    /// Clients may register themselves.
    enable_dynamic_client_registration: bool,
    /// Sets of restrictions.
    #[schemars(title = "one of: default | oauth21")]
    profiles: Vec<String>,
    /// Policy that decides whether a developer's client may be registered here; empty where there is none.
    developer_policy_id: String,
    /// Policy that decides whether a user gets a token here; empty where there is none.
    user_policy_id: String,
    /// How its users prove who they are. Passwords aren't told.
    authentications: AcpAuthentications,
    /// Hashes opaque tokens and codes. Shown to those alone who may do everything, and not in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
    /// Former secrets, newest first. Shown as `secret` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    rotated_secrets: Option<Vec<String>>,
}

/// The authorization servers of a tenant.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpServers {
    /// In the order of their creation; their secrets are left out.
    pub(super) servers: Vec<AcpServer>,
}

/// What an authorization server is made from, or replaced by. Lengths of time are written as Go does: `1h30m0s`.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpServerRequest {
    /// Taken at creation only; made by the server when absent.
    id: Option<String>,
    /// For people; required.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    name: Option<String>,
    /// Accepted and ignored: the path decides.
    tenant_id: Option<String>,
    /// Accepted and ignored: no other server becomes one of the system.
    system: Option<bool>,
    /// Taken at creation only; `rsa` when absent.
    key_type: Option<AcpKeyType>,
    /// Public keys are accepted and ignored: the server makes and rotates its keys. Private ones are refused.
    jwks: Option<Jwks>,
    /// Empty, or the issuer that the server has anyway.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    issuer_url: Option<String>,
    /// An http or https URL.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    logo_uri: Option<String>,
    /// `1h0m0s` when absent.
    #[schemars(regex(
        pattern = r"^([1-9][0-9]{0,4}h([0-9]{1,2}m)?([0-9]{1,2}s)?|[1-9][0-9]{0,4}m([0-9]{1,2}s)?|[1-9][0-9]{0,4}s)?$"
    ))]
    access_token_ttl: Option<String>,
    /// `10m0s` when absent, which is the longest.
    #[schemars(regex(pattern = r"^(10m(0s)?|[1-9]m([1-5]?[0-9]s)?|([1-9][0-9]?|[1-5][0-9]{2}|600)s)?$"))]
    authorization_code_ttl: Option<String>,
    /// `1h0m0s` when absent.
    #[schemars(regex(
        pattern = r"^([1-9][0-9]{0,4}h([0-9]{1,2}m)?([0-9]{1,2}s)?|[1-9][0-9]{0,4}m([0-9]{1,2}s)?|[1-9][0-9]{0,4}s)?$"
    ))]
    id_token_ttl: Option<String>,
    /// `720h0m0s` when absent.
    #[schemars(regex(
        pattern = r"^([1-9][0-9]{0,4}h([0-9]{1,2}m)?([0-9]{1,2}s)?|[1-9][0-9]{0,4}m([0-9]{1,2}s)?|[1-9][0-9]{0,4}s)?$"
    ))]
    refresh_token_ttl: Option<String>,
    /// `1h0m0s` when absent.
    #[schemars(regex(
        pattern = r"^([1-9][0-9]{0,4}h([0-9]{1,2}m)?([0-9]{1,2}s)?|[1-9][0-9]{0,4}m([0-9]{1,2}s)?|[1-9][0-9]{0,4}s)?$"
    ))]
    cookie_max_age: Option<String>,
    /// `authorization_code`, `implicit`, `client_credentials` and `refresh_token` when absent.
    #[schemars(
        title = "one of: authorization_code | implicit | client_credentials | refresh_token | password | urn:ietf:params:oauth:grant-type:device_code | urn:ietf:params:oauth:grant-type:token-exchange | urn:ietf:params:oauth:grant-type:jwt-bearer"
    )]
    grant_types: Option<Vec<String>>,
    /// Every code needs a proof key.
    enforce_pkce: Option<bool>,
    /// Clients may register themselves.
    enable_dynamic_client_registration: Option<bool>,
    /// `default` or `oauth21`; none when absent.
    #[schemars(title = "one of: default | oauth21")]
    profiles: Option<Vec<String>>,
    /// Policy that decides whether a developer's client may be registered here.
    developer_policy_id: Option<String>,
    /// Policy that decides whether a user gets a token here.
    user_policy_id: Option<String>,
    /// How its users prove who they are; kept when absent at a change.
    authentications: Option<AcpAuthentications>,
    /// At least 32 characters; made by the server when absent at creation, kept when absent at a change.
    #[schemars(length(min = 32, max = 512))]
    secret: Option<String>,
    /// Former secrets, newest first; kept when absent at a change.
    #[schemars(length(max = 10))]
    #[schemars(inner(length(min = 32, max = 512)))]
    rotated_secrets: Option<Vec<String>>,
}

/// What of a server isn't in its row.
pub(super) struct Surroundings {
    pub(super) issuer_url: String,
    pub(super) keys: Vec<Map<String, Value>>,
    pub(super) authentications: AcpAuthentications,
    /// For those who may see them.
    pub(super) secrets: Option<ServerSecrets>,
}

impl AcpServer {
    /// The server as this dialect shows it.
    pub(super) fn of(server: &AuthorizationServer, surroundings: Surroundings) -> Self {
        let Surroundings { issuer_url, keys, authentications, secrets } = surroundings;
        let (secret, rotated_secrets) = secrets.map(|secrets| (secrets.current, secrets.rotated)).unzip();
        Self {
            id: server.id.clone(),
            name: server.name.clone(),
            tenant_id: server.tenant_id.clone(),
            system: server.system,
            key_type: server.key_algorithm.into(),
            jwks: Jwks { keys },
            issuer_url,
            logo_uri: server.logo_uri.clone(),
            access_token_ttl: duration::format(server.access_token_ttl),
            authorization_code_ttl: duration::format(server.authorization_code_ttl),
            id_token_ttl: duration::format(server.id_token_ttl),
            refresh_token_ttl: duration::format(server.refresh_token_ttl),
            cookie_max_age: duration::format(server.cookie_max_age),
            grant_types: server.grant_types.0.clone(),
            enforce_pkce: server.enforce_pkce,
            enable_dynamic_client_registration: server.enable_dynamic_client_registration,
            profiles: server.profiles.0.clone(),
            developer_policy_id: server.developer_policy_id.clone().unwrap_or_default(),
            user_policy_id: server.user_policy_id.clone().unwrap_or_default(),
            authentications,
            secret,
            rotated_secrets,
        }
    }
}

impl AcpServerRequest {
    /// What a new server is made of. `issuer_of` tells the issuer of a server with an id.
    pub(super) fn into_new(mut self, issuer_of: impl Fn(&str) -> String) -> Result<NewServer, DomainError> {
        let id = filled(self.id.take());
        self.check_fixed(id.as_deref().map(issuer_of).as_deref())?;
        let methods = self.authentications.take().unwrap_or_default().into_methods()?;
        Ok(NewServer {
            id,
            id_form: IdForm::Xid,
            key_algorithm: self.key_type.map_or_else(SigningAlgorithm::default, SigningAlgorithm::from),
            secret: filled(self.secret.take()),
            rotated_secrets: self.rotated_secrets.take().unwrap_or_default(),
            methods,
            details: self.into_details()?,
        })
    }

    /// What the server with this issuer is replaced by.
    pub(super) fn into_changes(mut self, issuer: &str) -> Result<ServerChanges, DomainError> {
        self.check_fixed(Some(issuer))?;
        let methods = self.authentications.take().map(AcpAuthentications::into_methods).transpose()?;
        Ok(ServerChanges {
            secret: filled(self.secret.take()),
            rotated_secrets: self.rotated_secrets.take(),
            methods,
            details: self.into_details()?,
        })
    }

    /// What only this installation decides may be repeated, but not decided otherwise.
    fn check_fixed(&self, issuer: Option<&str>) -> Result<(), DomainError> {
        if self.issuer_url.as_deref().is_some_and(|url| !url.is_empty() && Some(url) != issuer) {
            return Err(DomainError::invalid("issuer_url", "is made of the server's public URL; leave it empty"));
        }
        let is_private = |key: &Map<String, Value>| ["d", "k", "p", "q"].iter().any(|member| key.contains_key(*member));
        if self.jwks.as_ref().is_some_and(|jwks| jwks.keys.iter().any(is_private)) {
            return Err(DomainError::invalid(
                "jwks",
                "the server makes and rotates its keys; private ones aren't taken",
            ));
        }
        Ok(())
    }

    fn into_details(self) -> Result<ServerDetails, DomainError> {
        let usual = ServerDetails::default();
        let ttl = |field, text: Option<String>, usual| match filled(text) {
            Some(text) => duration::parse(field, &text),
            None => Ok(usual),
        };
        Ok(ServerDetails {
            name: self.name.unwrap_or_default(),
            access_token_ttl: ttl("access_token_ttl", self.access_token_ttl, usual.access_token_ttl)?,
            authorization_code_ttl: ttl(
                "authorization_code_ttl",
                self.authorization_code_ttl,
                usual.authorization_code_ttl,
            )?,
            id_token_ttl: ttl("id_token_ttl", self.id_token_ttl, usual.id_token_ttl)?,
            refresh_token_ttl: ttl("refresh_token_ttl", self.refresh_token_ttl, usual.refresh_token_ttl)?,
            cookie_max_age: ttl("cookie_max_age", self.cookie_max_age, usual.cookie_max_age)?,
            grant_types: self.grant_types.unwrap_or(usual.grant_types),
            enforce_pkce: self.enforce_pkce.unwrap_or(usual.enforce_pkce),
            enable_dynamic_client_registration: self
                .enable_dynamic_client_registration
                .unwrap_or(usual.enable_dynamic_client_registration),
            profiles: self.profiles.unwrap_or(usual.profiles),
            developer_policy_id: filled(self.developer_policy_id),
            user_policy_id: filled(self.user_policy_id),
            logo_uri: self.logo_uri.unwrap_or_default(),
        })
    }
}

impl From<SigningAlgorithm> for AcpKeyType {
    fn from(algorithm: SigningAlgorithm) -> Self {
        match algorithm {
            SigningAlgorithm::RS256 => Self::Rsa,
            SigningAlgorithm::ES256 => Self::Ecdsa,
            SigningAlgorithm::EdDSA => Self::Eddsa,
        }
    }
}

impl From<AcpKeyType> for SigningAlgorithm {
    fn from(kind: AcpKeyType) -> Self {
        match kind {
            AcpKeyType::Rsa => Self::RS256,
            AcpKeyType::Ecdsa => Self::ES256,
            AcpKeyType::Eddsa => Self::EdDSA,
        }
    }
}

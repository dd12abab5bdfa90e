//! How the dialect shows an authorization server, and how it takes one.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::{
    AuthorizationServer, NewServer, ServerChanges, ServerDetails, ServerSecrets, SigningAlgorithm,
};
use authplane_domain::clients::client::GrantType;
use authplane_domain::configuration::beside::ServerBeside;
use authplane_domain::configuration::wanted::{BroughtIssuer, BroughtKeys, WantedServer};
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

/// Whether clients may register themselves, in the words of ACP 1.6.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpDynamicClientRegistration {
    /// Clients may register themselves, without an administrator.
    enabled: bool,
}

/// The keys of an authorization server (RFC 7517), as many as its rotation keeps published.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
pub struct AcpServerJwks {
    /// Public keys, each a JWK with at least `kty`.
    keys: Vec<Map<String, Value>>,
}

/// An authorization server: an issuer of tokens with clients, scopes, keys and users of its own.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpServer {
    /// Id of the authorization server, the last part of its issuer. Made by the server when a creation gives none.
    id: String,
    /// Name of the authorization server, as its pages show it.
    name: String,
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// It is `admin`, `developer` or `system`, whose tokens open the management APIs.
    system: bool,
    /// What its keys are made for, and with it what its tokens are signed with.
    key_type: AcpKeyType,
    /// Its public keys, with the one that signs next.
    jwks: AcpServerJwks,
    /// Its issuer, as `iss` of its tokens says it. Empty in a dump, where it is made of the address of the installation.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    issuer_url: String,
    /// Address of the picture that its pages show; may be empty.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    logo_uri: String,
    /// How long access tokens live.
    #[schemars(regex(pattern = r"^([0-9]+h)?([0-9]+m)?[0-9]+s$"))]
    access_token_ttl: String,
    /// How long authorization codes live, ten minutes at most.
    #[schemars(regex(pattern = r"^([0-9]+h)?([0-9]+m)?[0-9]+s$"))]
    authorization_code_ttl: String,
    /// How long ID tokens live.
    #[schemars(regex(pattern = r"^([0-9]+h)?([0-9]+m)?[0-9]+s$"))]
    id_token_ttl: String,
    /// How long refresh tokens live.
    #[schemars(regex(pattern = r"^([0-9]+h)?([0-9]+m)?[0-9]+s$"))]
    refresh_token_ttl: String,
    /// How long a browser stays signed in.
    #[schemars(regex(pattern = r"^([0-9]+h)?([0-9]+m)?[0-9]+s$"))]
    cookie_max_age: String,
    /// The ways in which its clients can ask for tokens.
    #[schemars(with = "Vec<GrantType>")]
    grant_types: Vec<String>,
    /// Every authorization code needs a proof key (RFC 7636).
    enforce_pkce: bool,
    /// Clients may register themselves, without an administrator.
    enable_dynamic_client_registration: bool,
    /// Whether clients may register themselves, in the words of ACP 1.6: the same as `enable_dynamic_client_registration`.
    dynamic_client_registration: AcpDynamicClientRegistration,
    /// Named sets of restrictions: `oauth21` is OAuth 2.1 strictly, `default` what its other settings say.
    #[schemars(title = "one of: default | oauth21")]
    profiles: Vec<String>,
    /// Id of the policy that decides whether a developer's client may be registered here; empty where there is none.
    developer_policy_id: String,
    /// Id of the policy that decides whether a user gets a token here; empty where there is none.
    user_policy_id: String,
    /// How its users prove who they are. Passwords are never shown.
    authentications: AcpAuthentications,
    /// The key that opaque tokens and codes are hashed with. Shown to those alone who may do everything, and not in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
    /// Former secrets that still count, newest first. Shown to those who are shown `secret`.
    #[serde(skip_serializing_if = "Option::is_none")]
    rotated_secrets: Option<Vec<String>>,
}

/// The authorization servers of a tenant.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpServers {
    /// In the order of their creation. Their secrets are left out.
    pub(super) servers: Vec<AcpServer>,
}

/// What an authorization server is made from, or replaced by. Lengths of time are written as Go does, `1h30m0s`; fractions such as `1.5h` are taken too, and
/// each is at least a second.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpServerRequest {
    /// Id of the authorization server, the last part of its issuer. Taken at creation only, and made by the server when absent.
    id: Option<String>,
    /// Name of the authorization server, as its pages show it.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"\S"))]
    name: Option<String>,
    /// Accepted and ignored, since the path says which tenant it is.
    tenant_id: Option<String>,
    /// Accepted and ignored, since no other server becomes one of the system.
    system: Option<bool>,
    /// What its keys are made for. Taken at creation only; `rsa` when absent.
    key_type: Option<AcpKeyType>,
    /// Public keys are accepted and ignored, since the server makes and rotates its keys. Private ones are refused.
    jwks: Option<AcpServerJwks>,
    /// Empty, or the issuer that the server has anyway: it is made of its address and ids.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    issuer_url: Option<String>,
    /// Address of the picture that its pages show, an http or https URL; may be empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    logo_uri: Option<String>,
    #[schemars(regex(
        pattern = r"^([1-9][0-9]{0,4}h([0-9]{1,2}m)?([0-9]{1,2}s)?|[1-9][0-9]{0,4}m([0-9]{1,2}s)?|[1-9][0-9]{0,4}s)?$"
    ))]
    /// How long access tokens live; `1h0m0s` when absent.
    access_token_ttl: Option<String>,
    /// How long authorization codes live; `10m0s` when absent, which is the longest.
    #[schemars(regex(pattern = r"^(10m(0s)?|[1-9]m([1-5]?[0-9]s)?|([1-9][0-9]?|[1-5][0-9]{2}|600)s)?$"))]
    authorization_code_ttl: Option<String>,
    #[schemars(regex(
        pattern = r"^([1-9][0-9]{0,4}h([0-9]{1,2}m)?([0-9]{1,2}s)?|[1-9][0-9]{0,4}m([0-9]{1,2}s)?|[1-9][0-9]{0,4}s)?$"
    ))]
    /// How long ID tokens live; `1h0m0s` when absent.
    id_token_ttl: Option<String>,
    #[schemars(regex(
        pattern = r"^([1-9][0-9]{0,4}h([0-9]{1,2}m)?([0-9]{1,2}s)?|[1-9][0-9]{0,4}m([0-9]{1,2}s)?|[1-9][0-9]{0,4}s)?$"
    ))]
    /// How long refresh tokens live; `720h0m0s` when absent.
    refresh_token_ttl: Option<String>,
    #[schemars(regex(
        pattern = r"^([1-9][0-9]{0,4}h([0-9]{1,2}m)?([0-9]{1,2}s)?|[1-9][0-9]{0,4}m([0-9]{1,2}s)?|[1-9][0-9]{0,4}s)?$"
    ))]
    /// How long a browser stays signed in; `1h0m0s` when absent.
    cookie_max_age: Option<String>,
    /// The ways in which its clients can ask for tokens; `authorization_code`, `implicit`, `client_credentials` and `refresh_token` when absent.
    #[schemars(with = "Option<Vec<GrantType>>")]
    grant_types: Option<Vec<String>>,
    /// Every authorization code needs a proof key (RFC 7636).
    enforce_pkce: Option<bool>,
    /// Clients may register themselves, without an administrator.
    enable_dynamic_client_registration: Option<bool>,
    /// Whether clients may register themselves, in the words of ACP 1.6. Where it and `enable_dynamic_client_registration` are given and differ, the one counts
    /// that isn't as it was.
    dynamic_client_registration: Option<AcpDynamicClientRegistration>,
    /// Named sets of restrictions: `oauth21` is OAuth 2.1 strictly, `default` what its other settings say. None when absent.
    #[schemars(title = "one of: default | oauth21")]
    profiles: Option<Vec<String>>,
    /// Id of the policy that decides whether a developer's client may be registered here.
    developer_policy_id: Option<String>,
    /// Id of the policy that decides whether a user gets a token here.
    user_policy_id: Option<String>,
    /// How its users prove who they are; kept when absent in a change.
    authentications: Option<AcpAuthentications>,
    /// The key that opaque tokens and codes are hashed with, at least 32 characters. When absent, a creation makes one and a change keeps the one there is.
    #[schemars(length(min = 32, max = 512))]
    secret: Option<String>,
    /// Former secrets that still count, newest first; kept when absent in a change.
    #[schemars(length(max = 10))]
    #[schemars(inner(length(min = 32, max = 512)))]
    rotated_secrets: Option<Vec<String>>,
}

/// What of a server isn't in its row.
pub(in crate::api::acp) struct Surroundings {
    pub(in crate::api::acp) issuer_url: String,
    pub(in crate::api::acp) keys: Vec<Map<String, Value>>,
    pub(in crate::api::acp) authentications: AcpAuthentications,
    /// For those who may see them.
    pub(in crate::api::acp) secrets: Option<ServerSecrets>,
}

impl AcpServer {
    /// The server as this dialect shows it.
    pub(in crate::api::acp) fn of(server: &AuthorizationServer, surroundings: Surroundings) -> Self {
        let Surroundings { issuer_url, keys, authentications, secrets } = surroundings;
        let (secret, rotated_secrets) = secrets.map(|secrets| (secrets.current, secrets.rotated)).unzip();
        Self {
            id: server.id.clone(),
            name: server.name.clone(),
            tenant_id: server.tenant_id.clone(),
            system: server.system,
            key_type: server.key_algorithm.into(),
            jwks: AcpServerJwks { keys },
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
            dynamic_client_registration: AcpDynamicClientRegistration {
                enabled: server.enable_dynamic_client_registration,
            },
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
            details: self.into_details(false)?,
        })
    }

    /// What the server with this issuer is replaced by.
    pub(super) fn into_changes(
        mut self,
        known: &AuthorizationServer,
        issuer: &str,
    ) -> Result<ServerChanges, DomainError> {
        self.check_fixed(Some(issuer))?;
        let methods = self.authentications.take().map(AcpAuthentications::into_methods).transpose()?;
        Ok(ServerChanges {
            secret: filled(self.secret.take()),
            rotated_secrets: self.rotated_secrets.take(),
            methods,
            details: self.into_details(known.enable_dynamic_client_registration)?,
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

    /// Whoever reads a server, changes one of the two words for it and puts it back sends both; then the one that was changed counts.
    fn registration(&self, was_enabled: bool) -> Option<bool> {
        let told = self.dynamic_client_registration.map(|registration| registration.enabled);
        match (self.enable_dynamic_client_registration, told) {
            (Some(one), Some(other)) if one != other => Some(!was_enabled),
            (one, other) => one.or(other),
        }
    }

    /// `was_enabled` tells of the registration as it is: not at all, for a server that is made.
    fn into_details(self, was_enabled: bool) -> Result<ServerDetails, DomainError> {
        let usual = ServerDetails::default();
        let enable_dynamic_client_registration =
            self.registration(was_enabled).unwrap_or(usual.enable_dynamic_client_registration);
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
            enable_dynamic_client_registration,
            profiles: self.profiles.unwrap_or(usual.profiles),
            developer_policy_id: filled(self.developer_policy_id),
            user_policy_id: filled(self.user_policy_id),
            logo_uri: self.logo_uri.unwrap_or_default(),
        })
    }
}

impl AcpServerRequest {
    /// As a dump has it. `issuer` is what it is here.
    pub(in crate::api::acp) fn into_wanted(
        mut self,
        issuer: &str,
        beside: Option<ServerBeside>,
    ) -> Result<WantedServer, DomainError> {
        let ServerBeside { created_at, keys, password_hashes } = beside.unwrap_or_default();
        let methods = self.authentications.take().map(AcpAuthentications::into_methods).transpose();
        let methods = methods.map_err(|error| match error {
            DomainError::Invalid { field, message } => {
                DomainError::invalid(format!("authentications/{field}"), message)
            }
            other => other,
        })?;
        let methods = methods.map(|mut methods| {
            for method in &mut methods {
                method.take_hashes(password_hashes.get(&method.method.id));
            }
            methods
        });
        Ok(WantedServer {
            key_algorithm: self.key_type.map(SigningAlgorithm::from),
            issuer: match self.issuer_url.take() {
                None => BroughtIssuer::Nothing,
                Some(url) if url.is_empty() || url == issuer => BroughtIssuer::Computed,
                Some(url) => BroughtIssuer::Own(url),
            },
            methods,
            // Without the current one, an empty list says only that the dump has none.
            rotated_secrets: self
                .rotated_secrets
                .take()
                .filter(|rotated| self.secret.as_ref().is_some_and(|secret| !secret.is_empty()) || !rotated.is_empty()),
            secret: filled(self.secret.take()),
            keys: BroughtKeys::of(keys, self.jwks.take().map(|jwks| jwks.keys)),
            created_at,
            details: self.into_details(false)?,
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

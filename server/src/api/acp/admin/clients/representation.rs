//! How the dialect shows a client, and how it takes one.

use authplane_domain::Error as DomainError;
use authplane_domain::clients::client::{Client, ClientAuthentication, ClientDetails, ClientMetadata};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::api::acp::admin::filled;
use crate::api::acp::error::AcpError;
use crate::edge::extract::deserialize_parts;

/// How a client authenticates at the token endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AcpClientAuthentication {
    /// Its secret in the `Authorization` header.
    ClientSecretBasic,
    /// Its secret in the form.
    ClientSecretPost,
    /// An assertion authenticated with its secret.
    ClientSecretJwt,
    /// An assertion signed with its key.
    PrivateKeyJwt,
    /// A self-signed certificate.
    SelfSignedTlsClientAuth,
    /// A certificate of a known authority.
    TlsClientAuth,
    /// Not at all: a public client.
    None,
}

/// A JWK set.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct AcpJwks {
    /// Public keys, each a JWK with at least `kty`.
    pub(in crate::api::acp) keys: Vec<Map<String, Value>>,
}

/// What personal data a client takes, and why.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct AcpClientPrivacy {
    /// By scope.
    #[serde(default)]
    scopes: std::collections::BTreeMap<String, AcpScopePrivacyInformation>,
}

/// What personal data a scope gives, and why it is needed.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct AcpScopePrivacyInformation {
    /// Kinds of personal data.
    #[serde(default)]
    pii_categories: Vec<AcpPiiCategory>,
    /// Why.
    #[serde(default)]
    purpose: String,
}

/// A kind of personal data.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct AcpPiiCategory {
    /// Its name.
    name: String,
}

/// The members of a client that say what it is, the same in requests and answers. Empty texts mean none.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpClientDescription {
    /// For people.
    client_name: String,
    /// For people.
    description: String,
    /// Home page.
    client_uri: String,
    /// Logo.
    logo_uri: String,
    /// Privacy policy.
    policy_uri: String,
    /// Terms of service.
    tos_uri: String,
    /// Where answers to authorization requests may go.
    redirect_uris: Vec<String>,
    /// Where request objects may come from.
    request_uris: Vec<String>,
    /// Where its public keys are.
    jwks_uri: String,
    /// A document with the redirect URIs that share pairwise subjects.
    sector_identifier_uri: String,
    /// Algorithm of its request objects: `any`, `none`, `RS256`, `ES256` or `PS256`.
    request_object_signing_alg: String,
    /// Algorithm of its userinfo answers: `none`, `RS256` or `ES256`.
    userinfo_signed_response_alg: String,
    /// Algorithm of its assertions.
    token_endpoint_signing_alg: String,
    /// DNS name in its certificate.
    tls_client_auth_san_dns: String,
    /// Mail address in its certificate.
    tls_client_auth_san_email: String,
    /// IP address in its certificate.
    tls_client_auth_san_ip: String,
    /// URI in its certificate.
    tls_client_auth_san_uri: String,
    /// Subject of its certificate.
    tls_client_auth_subject_dn: String,
    /// Its tokens are bound to its certificate: not offered, `true` is refused.
    tls_client_certificate_bound_access_tokens: bool,
    /// It can't keep a secret.
    public: bool,
    /// Its users aren't asked for consent.
    trusted: bool,
    /// When its secret expires, seconds since the epoch; 0 is never.
    client_secret_expires_at: i64,
    /// What personal data it takes, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    privacy: Option<AcpClientPrivacy>,
    /// Its public keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    jwks: Option<AcpJwks>,
}

/// A client.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpClient {
    /// Made by the server when a creation gives none.
    client_id: String,
    /// Empty for a public client, and for one that a developer made.
    client_secret: String,
    /// When it was made, seconds since the epoch.
    client_id_issued_at: i64,
    /// Tenant.
    tenant_id: String,
    /// Authorization server.
    authorization_server_id: String,
    /// The developer who made it; empty when an administrator did.
    developer_id: String,
    /// Built in: can be neither changed nor deleted.
    system: bool,
    /// `authorization_code`, `implicit`, `client_credentials`, `refresh_token`, `password`, or one of those that are named by URNs: device code, token exchange,
    /// JWT bearer.
    grant_types: Vec<String>,
    /// `code`, `token`, `id_token`.
    response_types: Vec<String>,
    /// How it authenticates.
    token_endpoint_auth_method: AcpClientAuthentication,
    /// Audience of its tokens where no resource is asked for.
    audience: Vec<String>,
    /// The scopes that it may ask for.
    scopes: Vec<String>,
    /// The same, separated by spaces.
    scope: String,
    #[serde(flatten)]
    description: AcpClientDescription,
}

/// The clients of an authorization server.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpClients {
    /// In the order of their creation; their secrets are left out.
    pub(super) clients: Vec<AcpClient>,
}

/// What a client is made from, or replaced by. Members that only the server sets are accepted and ignored.
#[derive(JsonSchema)]
pub struct AcpClientRequest {
    #[serde(flatten)]
    pub(super) registration: AcpClientRegistration,
    #[serde(flatten)]
    description: AcpClientDescription,
}

impl<'de> Deserialize<'de> for AcpClientRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_parts(deserializer).map(|(registration, description)| Self { registration, description })
    }
}

/// The members of a request that answers show in another form.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct AcpClientRegistration {
    /// Taken at creation only; made by the server when absent.
    pub(super) client_id: Option<String>,
    /// At least 32 characters; made by the server when absent at creation, kept when absent at a change.
    pub(super) client_secret: Option<String>,
    /// Taken at creation only; required.
    pub(super) authorization_server_id: Option<String>,
    /// `authorization_code` when absent.
    grant_types: Option<Vec<String>>,
    /// `code` when absent and the client uses codes.
    response_types: Option<Vec<String>>,
    /// `client_secret_basic` when absent, `none` for a public client.
    token_endpoint_auth_method: Option<AcpClientAuthentication>,
    /// The client's own id when absent.
    audience: Option<Vec<String>>,
    /// Names of scopes of its server.
    scopes: Option<Vec<String>>,
    /// The same, separated by spaces; counts where `scopes` is absent.
    scope: Option<String>,
}

impl From<AcpClientAuthentication> for ClientAuthentication {
    fn from(method: AcpClientAuthentication) -> Self {
        match method {
            AcpClientAuthentication::ClientSecretBasic => Self::ClientSecretBasic,
            AcpClientAuthentication::ClientSecretPost => Self::ClientSecretPost,
            AcpClientAuthentication::ClientSecretJwt => Self::ClientSecretJwt,
            AcpClientAuthentication::PrivateKeyJwt => Self::PrivateKeyJwt,
            AcpClientAuthentication::SelfSignedTlsClientAuth => Self::SelfSignedTlsClientAuth,
            AcpClientAuthentication::TlsClientAuth => Self::TlsClientAuth,
            AcpClientAuthentication::None => Self::None,
        }
    }
}

impl From<ClientAuthentication> for AcpClientAuthentication {
    fn from(method: ClientAuthentication) -> Self {
        match method {
            ClientAuthentication::ClientSecretBasic => Self::ClientSecretBasic,
            ClientAuthentication::ClientSecretPost => Self::ClientSecretPost,
            ClientAuthentication::ClientSecretJwt => Self::ClientSecretJwt,
            ClientAuthentication::PrivateKeyJwt => Self::PrivateKeyJwt,
            ClientAuthentication::SelfSignedTlsClientAuth => Self::SelfSignedTlsClientAuth,
            ClientAuthentication::TlsClientAuth => Self::TlsClientAuth,
            ClientAuthentication::None => Self::None,
        }
    }
}

impl AcpClientDescription {
    fn of(client: &Client) -> Result<Self, DomainError> {
        let ClientMetadata {
            description,
            client_uri,
            logo_uri,
            policy_uri,
            tos_uri,
            privacy,
            request_uris,
            sector_identifier_uri,
            request_object_signing_alg,
            userinfo_signed_response_alg,
            tls_client_auth_san_dns,
            tls_client_auth_san_email,
            tls_client_auth_san_ip,
            tls_client_auth_san_uri,
            tls_client_auth_subject_dn,
            tls_client_certificate_bound_access_tokens,
            public,
            // The dialect has no words for the rest: see `AcpClientRequest::into_details`.
            ..
        } = client.metadata.clone();
        Ok(Self {
            client_name: client.name.clone(),
            description,
            client_uri,
            logo_uri,
            policy_uri,
            tos_uri,
            redirect_uris: client.redirect_uris.0.clone(),
            request_uris,
            jwks_uri: client.jwks_uri.clone().unwrap_or_default(),
            sector_identifier_uri,
            request_object_signing_alg,
            userinfo_signed_response_alg,
            token_endpoint_signing_alg: client.token_endpoint_signing_alg.clone().unwrap_or_default(),
            tls_client_auth_san_dns,
            tls_client_auth_san_email,
            tls_client_auth_san_ip,
            tls_client_auth_san_uri,
            tls_client_auth_subject_dn,
            tls_client_certificate_bound_access_tokens,
            public,
            trusted: client.trusted,
            client_secret_expires_at: client.client_secret_expires_at,
            privacy: privacy.map(serde_json::from_value).transpose().map_err(DomainError::internal)?,
            jwks: client.jwks.clone().map(serde_json::from_value).transpose().map_err(DomainError::internal)?,
        })
    }
}

impl AcpClientRequest {
    /// What the domain makes of it. `kept` is the client as it is: what the dialect has no words for stays as it is, or a client that is read and written
    /// back would lose it.
    pub(super) fn into_details(self, kept: ClientMetadata) -> Result<ClientDetails, AcpError> {
        self.refuse_certificates()?;
        let Self { registration, description } = self;
        let AcpClientRegistration {
            client_id: _,
            client_secret: _,
            authorization_server_id: _,
            grant_types,
            response_types,
            token_endpoint_auth_method,
            audience,
            scopes,
            scope,
        } = registration;
        let AcpClientDescription {
            client_name,
            description,
            client_uri,
            logo_uri,
            policy_uri,
            tos_uri,
            redirect_uris,
            request_uris,
            jwks_uri,
            sector_identifier_uri,
            request_object_signing_alg,
            userinfo_signed_response_alg,
            token_endpoint_signing_alg,
            tls_client_auth_san_dns,
            tls_client_auth_san_email,
            tls_client_auth_san_ip,
            tls_client_auth_san_uri,
            tls_client_auth_subject_dn,
            tls_client_certificate_bound_access_tokens,
            public,
            trusted,
            client_secret_expires_at,
            privacy,
            jwks,
        } = description;
        let usual = if public { AcpClientAuthentication::None } else { AcpClientAuthentication::ClientSecretBasic };
        let scopes =
            scopes.unwrap_or_else(|| scope.unwrap_or_default().split_whitespace().map(str::to_owned).collect());
        Ok(ClientDetails {
            name: client_name,
            token_endpoint_auth_method: token_endpoint_auth_method.unwrap_or(usual).into(),
            grant_types,
            response_types,
            redirect_uris,
            audience,
            jwks: jwks.map(serde_json::to_value).transpose().map_err(DomainError::internal)?,
            jwks_uri: filled(Some(jwks_uri)),
            token_endpoint_signing_alg: filled(Some(token_endpoint_signing_alg)),
            trusted,
            client_secret_expires_at,
            scopes,
            metadata: ClientMetadata {
                description,
                client_uri,
                logo_uri,
                policy_uri,
                tos_uri,
                privacy: privacy.map(serde_json::to_value).transpose().map_err(DomainError::internal)?,
                request_uris,
                sector_identifier_uri,
                request_object_signing_alg,
                userinfo_signed_response_alg,
                tls_client_auth_san_dns,
                tls_client_auth_san_email,
                tls_client_auth_san_ip,
                tls_client_auth_san_uri,
                tls_client_auth_subject_dn,
                tls_client_certificate_bound_access_tokens,
                public,
                ..kept
            },
        })
    }
}

impl AcpClientRequest {
    /// Nobody looks at certificates yet: a client that is told to use one would get no token, and one whose tokens are to be bound to it bearer tokens.
    fn refuse_certificates(&self) -> Result<(), DomainError> {
        let method = &self.registration.token_endpoint_auth_method;
        if matches!(
            method,
            Some(AcpClientAuthentication::TlsClientAuth | AcpClientAuthentication::SelfSignedTlsClientAuth)
        ) {
            return Err(DomainError::invalid("token_endpoint_auth_method", "certificates are not looked at here"));
        }
        if self.description.tls_client_certificate_bound_access_tokens {
            let message = "tokens are not bound to certificates here";
            return Err(DomainError::invalid("tls_client_certificate_bound_access_tokens", message));
        }
        Ok(())
    }
}

impl AcpClient {
    /// The client as this dialect shows it.
    pub(super) fn of(client: &Client, secret: Option<String>) -> Result<Self, DomainError> {
        Ok(Self {
            client_id: client.id.clone(),
            client_secret: secret.unwrap_or_default(),
            client_id_issued_at: client.client_id_issued_at,
            tenant_id: client.tenant_id.clone(),
            authorization_server_id: client.server_id.clone(),
            developer_id: client.developer_id.clone().unwrap_or_default(),
            system: client.system,
            grant_types: client.grant_types.0.clone(),
            response_types: client.response_types.0.clone(),
            token_endpoint_auth_method: client.token_endpoint_auth_method.into(),
            audience: client.audience.0.clone(),
            scope: client.scopes.join(" "),
            scopes: client.scopes.clone(),
            description: AcpClientDescription::of(client)?,
        })
    }
}

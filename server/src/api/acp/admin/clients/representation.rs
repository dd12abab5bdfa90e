//! How the dialect shows a client, and how it takes one.

use authplane_domain::Error as DomainError;
use authplane_domain::clients::client::{
    Client, ClientAuthentication, ClientCertificate, ClientDetails, ClientMetadata, ClientPrivacy, ClientTexts, Jwks,
};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::api::acp::admin::filled;
use crate::edge::extract::Members;

/// The members of a client that say what it is, the same in requests and answers. Empty texts mean none.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpClientDescription {
    /// For people.
    #[schemars(length(max = 512))]
    client_name: String,
    /// Where answers to authorization requests may go.
    #[schemars(length(max = 256))]
    #[schemars(inner(url))]
    redirect_uris: Vec<String>,
    /// Where request objects may come from.
    #[schemars(length(max = 256))]
    #[schemars(inner(url))]
    request_uris: Vec<String>,
    /// Where its public keys are.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    jwks_uri: String,
    /// A document with the redirect URIs that share pairwise subjects.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    sector_identifier_uri: String,
    /// Algorithm of its request objects: `any`, `none`, `RS256`, `ES256` or `PS256`.
    #[schemars(regex(pattern = r"^(any|none|RS256|ES256|PS256|EdDSA)?$"))]
    request_object_signing_alg: String,
    /// Algorithm of its userinfo answers: `none`, `RS256` or `ES256`.
    #[schemars(regex(pattern = r"^(none|RS256|ES256|EdDSA)?$"))]
    userinfo_signed_response_alg: String,
    /// Algorithm of its assertions.
    #[schemars(regex(pattern = r"^(RS256|ES256|PS256|EdDSA|HS256)?$"))]
    token_endpoint_signing_alg: String,
    /// It can't keep a secret.
    public: bool,
    /// Its users aren't asked for consent.
    trusted: bool,
    /// When its secret expires, seconds since the epoch; 0 is never.
    #[schemars(range(min = 0))]
    client_secret_expires_at: i64,
    /// What personal data it takes, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    privacy: Option<ClientPrivacy>,
    /// Its public keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    jwks: Option<Jwks>,
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
    #[schemars(
        title = "one of: authorization_code | implicit | client_credentials | refresh_token | password | urn:ietf:params:oauth:grant-type:device_code | urn:ietf:params:oauth:grant-type:token-exchange | urn:ietf:params:oauth:grant-type:jwt-bearer"
    )]
    grant_types: Vec<String>,
    /// `code`, `token`, `id_token`.
    #[schemars(title = "one of: code | token | id_token")]
    response_types: Vec<String>,
    /// How it authenticates.
    token_endpoint_auth_method: ClientAuthentication,
    /// Audience of its tokens where no resource is asked for.
    audience: Vec<String>,
    /// The scopes that it may ask for.
    scopes: Vec<String>,
    /// The same, separated by spaces.
    scope: String,
    #[serde(flatten)]
    description: AcpClientDescription,
    #[serde(flatten)]
    texts: ClientTexts,
    #[serde(flatten)]
    certificate: ClientCertificate,
}

/// The clients of an authorization server.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpClients {
    /// In the order of their creation; their secrets are left out.
    pub(super) clients: Vec<AcpClient>,
}

/// What a client is made from, or replaced by. Members that only the server sets are accepted and ignored.
#[derive(Clone, JsonSchema)]
pub struct AcpClientRequest {
    #[serde(flatten)]
    pub(super) registration: AcpClientRegistration,
    #[serde(flatten)]
    description: AcpClientDescription,
    #[serde(flatten)]
    texts: ClientTexts,
    #[serde(flatten)]
    certificate: ClientCertificate,
}

impl<'de> Deserialize<'de> for AcpClientRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = Members::read(deserializer)?;
        Ok(Self {
            registration: members.part()?,
            description: members.part()?,
            texts: members.part()?,
            certificate: members.part()?,
        })
    }
}

/// The members of a request that answers show in another form.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct AcpClientRegistration {
    /// Taken at creation only; made by the server when absent.
    pub(super) client_id: Option<String>,
    /// At least 32 characters; made by the server when absent at creation, kept when absent at a change.
    #[schemars(length(min = 32, max = 512))]
    pub(super) client_secret: Option<String>,
    /// Taken at creation only; required.
    pub(super) authorization_server_id: Option<String>,
    /// `authorization_code` when absent.
    #[schemars(
        title = "one of: authorization_code | implicit | client_credentials | refresh_token | password | urn:ietf:params:oauth:grant-type:device_code | urn:ietf:params:oauth:grant-type:token-exchange | urn:ietf:params:oauth:grant-type:jwt-bearer"
    )]
    grant_types: Option<Vec<String>>,
    /// `code` when absent and the client uses codes.
    #[schemars(title = "one of: code | token | id_token")]
    response_types: Option<Vec<String>>,
    /// `client_secret_basic` when absent, `none` for a public client.
    token_endpoint_auth_method: Option<ClientAuthentication>,
    /// The client's own id when absent.
    #[schemars(length(max = 256))]
    audience: Option<Vec<String>>,
    /// Names of scopes of its server.
    #[schemars(length(max = 256))]
    scopes: Option<Vec<String>>,
    /// The same, separated by spaces; counts where `scopes` is absent.
    scope: Option<String>,
}

impl AcpClientDescription {
    fn of(client: &Client) -> Self {
        let ClientMetadata {
            privacy,
            request_uris,
            sector_identifier_uri,
            request_object_signing_alg,
            userinfo_signed_response_alg,
            public,
            // `AcpClient` shows `texts` and `certificate`. The dialect has no words for the rest: see `AcpClientRequest::into_details`.
            ..
        } = client.metadata.clone();
        Self {
            client_name: client.name.clone(),
            redirect_uris: client.redirect_uris.0.clone(),
            request_uris,
            jwks_uri: client.jwks_uri.clone().unwrap_or_default(),
            sector_identifier_uri,
            request_object_signing_alg,
            userinfo_signed_response_alg,
            token_endpoint_signing_alg: client.token_endpoint_signing_alg.clone().unwrap_or_default(),
            public,
            trusted: client.trusted,
            client_secret_expires_at: client.client_secret_expires_at,
            privacy,
            jwks: client.jwks.clone(),
        }
    }
}

impl AcpClientRequest {
    /// What the domain makes of it. `kept` is the client as it is: what the dialect has no words for stays as it is, or a client that is read and written
    /// back would lose it.
    pub(super) fn into_details(self, kept: ClientMetadata) -> Result<ClientDetails, DomainError> {
        self.refuse_certificates()?;
        let Self { registration, description, texts, certificate } = self;
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
            redirect_uris,
            request_uris,
            jwks_uri,
            sector_identifier_uri,
            request_object_signing_alg,
            userinfo_signed_response_alg,
            token_endpoint_signing_alg,
            public,
            trusted,
            client_secret_expires_at,
            privacy,
            jwks,
        } = description;
        let usual = if public { ClientAuthentication::None } else { ClientAuthentication::ClientSecretBasic };
        let scopes =
            scopes.unwrap_or_else(|| scope.unwrap_or_default().split_whitespace().map(str::to_owned).collect());
        Ok(ClientDetails {
            name: client_name,
            token_endpoint_auth_method: token_endpoint_auth_method.unwrap_or(usual),
            grant_types,
            response_types,
            redirect_uris,
            audience,
            jwks,
            jwks_uri: filled(Some(jwks_uri)),
            token_endpoint_signing_alg: filled(Some(token_endpoint_signing_alg)),
            trusted,
            client_secret_expires_at,
            scopes,
            decided_scopes: None,
            metadata: ClientMetadata {
                texts,
                privacy,
                request_uris,
                sector_identifier_uri,
                request_object_signing_alg,
                userinfo_signed_response_alg,
                certificate,
                public,
                ..kept
            },
        })
    }

    /// Nobody looks at certificates yet: a client that is told to use one would get no token, and one whose tokens are to be bound to it bearer tokens.
    fn refuse_certificates(&self) -> Result<(), DomainError> {
        let method = &self.registration.token_endpoint_auth_method;
        if matches!(method, Some(ClientAuthentication::TlsClientAuth | ClientAuthentication::SelfSignedTlsClientAuth)) {
            return Err(DomainError::invalid("token_endpoint_auth_method", "certificates are not looked at here"));
        }
        if self.certificate.tls_client_certificate_bound_access_tokens {
            let message = "tokens are not bound to certificates here";
            return Err(DomainError::invalid("tls_client_certificate_bound_access_tokens", message));
        }
        Ok(())
    }
}

impl AcpClient {
    /// The client as this dialect shows it.
    pub(super) fn of(client: &Client, secret: Option<String>) -> Self {
        Self {
            client_id: client.id.clone(),
            client_secret: secret.unwrap_or_default(),
            client_id_issued_at: client.client_id_issued_at,
            tenant_id: client.tenant_id.clone(),
            authorization_server_id: client.server_id.clone(),
            developer_id: client.developer_id.clone().unwrap_or_default(),
            system: client.system,
            grant_types: client.grant_types.0.clone(),
            response_types: client.response_types.0.clone(),
            token_endpoint_auth_method: client.token_endpoint_auth_method,
            audience: client.audience.0.clone(),
            scope: client.scopes.join(" "),
            scopes: client.scopes.clone(),
            description: AcpClientDescription::of(client),
            texts: client.metadata.texts.clone(),
            certificate: client.metadata.certificate.clone(),
        }
    }
}

//! How the dialect shows a client, and how it takes one.

use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::clients::client::{
    self, Client, ClientAuthentication, ClientCertificate, ClientDetails, ClientMetadata, ClientPrivacy, ClientTexts,
    GrantType, Jwks, Standing,
};
use authplane_domain::configuration::beside::{ClientBeside, SecretBeside};
use authplane_domain::configuration::wanted::{BroughtSecret, WantedClient};
use authplane_domain::storage::store::Store;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::api::acp::admin::{filled, required};
use crate::edge::extract::Members;

/// The members of a client that say what it is, the same in requests and answers. Empty texts mean none.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpClientDescription {
    /// Name of the application, as consent pages and lists show it; may be empty.
    #[schemars(length(max = 512))]
    client_name: String,
    /// Addresses that answers to authorization requests may be sent to. One is compared letter by letter with the `redirect_uri` of a request.
    #[schemars(length(max = 256))]
    #[schemars(inner(url, length(max = 2048)))]
    redirect_uris: Vec<String>,
    /// Addresses that request objects may be fetched from (OpenID Connect Core §6.2).
    #[schemars(length(max = 256))]
    #[schemars(inner(url))]
    request_uris: Vec<String>,
    /// Address of its public keys, for keys that change. Empty for none; not together with `jwks`.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    jwks_uri: String,
    /// Address of a JSON array with the redirect URIs of all clients that know a user by the same pairwise subject; may be empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    sector_identifier_uri: String,
    /// Algorithm that its request objects must be signed with: `none`, `RS256`, `ES256`, `PS256` or `EdDSA`. `any` and an empty text leave it open.
    #[schemars(regex(pattern = r"^(any|none|RS256|ES256|PS256|EdDSA)?$"))]
    request_object_signing_alg: String,
    /// Algorithm that userinfo's answers to it are signed with: the one of the authorization server's keys (`RS256`, `ES256` or `EdDSA`). Answers are plain
    /// JSON for `none` and an empty text.
    #[schemars(regex(pattern = r"^(none|RS256|ES256|EdDSA)?$"))]
    userinfo_signed_response_alg: String,
    /// Algorithm that its assertions at the token endpoint must be signed with: `RS256`, `ES256`, `PS256` or `EdDSA`, or `HS256` for `client_secret_jwt`. An
    /// empty text leaves it open.
    #[schemars(regex(pattern = r"^(RS256|ES256|PS256|EdDSA|HS256)?$"))]
    token_endpoint_signing_alg: String,
    /// It runs where it can't keep a secret, such as in a browser or on a phone.
    public: bool,
    /// Users aren't asked for their consent to what it may do.
    trusted: bool,
    /// When its secret expires, in seconds since the epoch; 0 means never.
    #[schemars(range(min = 0, max = 253_402_300_799_i64))]
    client_secret_expires_at: i64,
    /// What personal data it takes, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    privacy: Option<ClientPrivacy>,
    /// Its public keys, such as those that its assertions are signed with. Not together with `jwks_uri`.
    #[serde(skip_serializing_if = "Option::is_none")]
    jwks: Option<Jwks>,
}

/// An OAuth client: an application that asks for tokens.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpClient {
    /// Id of the client, as `client_id` in its requests. Made by the server when a creation gives none.
    client_id: String,
    /// What it proves itself with at the token endpoint. Empty for a public client, for one that a developer made, in lists, and for callers who may not see
    /// it.
    client_secret: String,
    /// SHA-256 of `client_secret`, as `sha-256:` and 43 characters of base64url without padding (RFC 4648 §5): also where nobody has the secret itself. Empty
    /// where `client_secret` isn't shown, and left out of lists. An export may have it sealed, as `age-encryption.org/v1:` and base64.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^(sha-256:[0-9A-Za-z_-]{43}|age-encryption\.org/v1:[0-9A-Za-z+/]+=*)?$"))]
    client_hashed_secret: Option<String>,
    /// What it proved itself with before, and can yet, the newest first: see `rotate_client_secret`. Empty where `client_secret` isn't shown.
    rotated_secrets: Vec<String>,
    /// When it was made, in seconds since the epoch.
    client_id_issued_at: i64,
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the authorization server that it asks for tokens.
    authorization_server_id: String,
    /// Who registered it, where that was a developer; empty when it was an administrator.
    developer_id: String,
    /// It is built in and can be neither changed nor deleted.
    system: bool,
    /// The ways in which it may ask for tokens.
    #[schemars(with = "Vec<GrantType>")]
    grant_types: Vec<String>,
    /// What it may ask for at the authorization endpoint; combinations such as `code id_token` are made of these.
    #[schemars(title = "one of: code | token | id_token")]
    response_types: Vec<String>,
    /// How it authenticates at the token endpoint.
    token_endpoint_auth_method: ClientAuthentication,
    /// Audience of its tokens where a request names no resource.
    audience: Vec<String>,
    /// Names of the scopes that it may ask for.
    scopes: Vec<String>,
    /// What `scopes` has, in one text with spaces between the names.
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
    /// In the order of their creation. Their secrets are left out.
    pub(in crate::api::acp) clients: Vec<AcpClient>,
}

/// What a client is made from, or replaced by. Members that only the server sets are accepted and ignored.
#[derive(Clone, JsonSchema)]
pub struct AcpClientRequest {
    #[serde(flatten)]
    pub(in crate::api::acp) registration: AcpClientRegistration,
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
pub(in crate::api::acp) struct AcpClientRegistration {
    /// Id of the client, as `client_id` in its requests. Taken at creation only, and made by the server when absent.
    pub(in crate::api::acp) client_id: Option<String>,
    /// What it proves itself with, at least 32 characters. When absent, a creation makes one and a change keeps the one there is.
    #[schemars(length(min = 32, max = 512))]
    pub(in crate::api::acp) client_secret: Option<String>,
    /// Id of the authorization server that it asks for tokens. Required at creation, ignored in a change.
    pub(in crate::api::acp) authorization_server_id: Option<String>,
    /// The ways in which it may ask for tokens; `authorization_code` when absent.
    #[schemars(with = "Option<Vec<GrantType>>")]
    grant_types: Option<Vec<String>>,
    /// What it may ask for at the authorization endpoint; `code` when absent and it may use `authorization_code`.
    #[schemars(title = "one of: code | token | id_token")]
    response_types: Option<Vec<String>>,
    /// How it authenticates at the token endpoint. When absent, `none` for a public client and `client_secret_basic` for any other. Certificates are not
    /// offered.
    token_endpoint_auth_method: Option<ClientAuthentication>,
    /// Audience of its tokens where a request names no resource; its own id when absent.
    #[schemars(length(max = 256))]
    #[schemars(inner(length(max = 2048)))]
    audience: Option<Vec<String>>,
    /// Names of the scopes that it may ask for, all of them of its authorization server.
    #[schemars(length(max = 256))]
    scopes: Option<Vec<String>>,
    /// The scopes in one text with spaces between the names. Counts where `scopes` is absent.
    scope: Option<String>,
    /// Accepted and ignored, since the server sets it.
    client_id_issued_at: Option<i64>,
    /// Accepted and ignored: `client_secret` says what the secret is.
    client_hashed_secret: Option<String>,
    /// Accepted and ignored, since the server sets it.
    developer_id: Option<String>,
    /// Accepted and ignored: see `rotate_client_secret`.
    rotated_secrets: Option<Vec<String>>,
    /// Accepted and ignored, since nobody makes built-in clients.
    system: Option<bool>,
    /// Accepted and ignored, since the path says which tenant it is.
    tenant_id: Option<String>,
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
    pub(in crate::api::acp) fn into_details(self, kept: ClientMetadata) -> Result<ClientDetails, DomainError> {
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
            client_id_issued_at: _,
            client_hashed_secret: _,
            developer_id: _,
            rotated_secrets: _,
            system: _,
            tenant_id: _,
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

/// What stands before a digest in [`AcpClient::client_hashed_secret`].
const DIGEST: &str = "sha-256:";

/// The form of [`AcpClient::client_hashed_secret`].
fn hashed(digest: Option<[u8; 32]>) -> String {
    digest.map(|digest| format!("{DIGEST}{}", URL_SAFE_NO_PAD.encode(digest))).unwrap_or_default()
}

/// The digest that a text in the form of [`AcpClient::client_hashed_secret`] holds.
fn digest(text: &str) -> Option<[u8; 32]> {
    URL_SAFE_NO_PAD.decode(text.strip_prefix(DIGEST)?).ok()?.try_into().ok()
}

/// A secret of a dump: in clear, or as its digest where nobody has more.
fn brought(text: String) -> BroughtSecret {
    digest(&text).map_or(BroughtSecret::Clear(text), BroughtSecret::Digest)
}

impl AcpClientRequest {
    /// As a dump has it.
    pub(in crate::api::acp) fn into_wanted(
        mut self,
        beside: Option<ClientBeside>,
    ) -> Result<WantedClient, DomainError> {
        let registration = &mut self.registration;
        let server_id = required("authorization_server_id", registration.authorization_server_id.take())?;
        let developer_id = filled(registration.developer_id.take());
        let client_id_issued_at = registration.client_id_issued_at.take();
        let hashed = filled(registration.client_hashed_secret.take());
        let secret = match (filled(registration.client_secret.take()), hashed) {
            (Some(clear), _) => Some(BroughtSecret::Clear(clear)),
            (None, Some(hashed)) => {
                let unknown =
                    || DomainError::invalid("client_hashed_secret", "must be sha-256: and 43 characters of base64url");
                Some(BroughtSecret::Digest(digest(&hashed).ok_or_else(unknown)?))
            }
            (None, None) => None,
        };
        let rotated = registration.rotated_secrets.take();
        let beside = beside.unwrap_or_default();
        // An answer without secrets has an empty list of them too.
        let rotated = rotated.filter(|rotated| secret.is_some() || !rotated.is_empty());
        Ok(WantedClient {
            server_id,
            details: Arc::new(move |kept| self.clone().into_details(kept)),
            developer_id,
            client_id_issued_at,
            secret,
            rotated_secrets: rotated.map(|rotated| rotated.into_iter().map(brought).collect()),
            beside,
        })
    }
}

impl AcpClient {
    /// The client as a dump has it, with its secrets: of those that nobody has, their digests.
    pub(in crate::api::acp) fn dumped(
        store: &Store,
        client: &Client,
    ) -> Result<(Self, Vec<SecretBeside>), DomainError> {
        let current = client.secrets.iter().filter(|secret| secret.standing == Standing::Current);
        let now = store.now();
        let rotated = client.rotated_secrets(now);
        let mut secrets = Vec::new();
        let mut shown = Vec::new();
        for secret in current.chain(rotated) {
            let (clear, digest) = client::open_or_digest(store, secret)?;
            shown.push((secret.standing, clear, digest));
            secrets.push(SecretBeside {
                name: Some(secret.name.clone()),
                created_at: Some(secret.created_at),
                // ACP says it of the current one.
                ends_at: secret.ends_at.filter(|_| secret.standing != Standing::Current),
            });
        }
        let mut dumped = Self { client_hashed_secret: Some(String::new()), ..Self::of(client) };
        for (standing, clear, digest) in shown {
            if standing == Standing::Current {
                dumped.client_hashed_secret = Some(hashed(Some(digest)));
                dumped.client_secret = clear.unwrap_or_default();
            } else {
                dumped.rotated_secrets.push(clear.unwrap_or_else(|| hashed(Some(digest))));
            }
        }
        Ok((dumped, secrets))
    }

    /// The client as this dialect shows it to whoever may see its secrets.
    pub(in crate::api::acp) fn with_secrets(store: &Store, client: &Client) -> Result<Self, DomainError> {
        Ok(Self {
            client_secret: client::open_secret(store, client)?.unwrap_or_default(),
            client_hashed_secret: Some(hashed(client::secret_digest(store, client)?)),
            rotated_secrets: client::open_rotated_secrets(store, client)?,
            ..Self::of(client)
        })
    }

    /// The client as this dialect shows it to others.
    pub(in crate::api::acp) fn without_secrets(client: &Client) -> Self {
        Self { client_hashed_secret: Some(String::new()), ..Self::of(client) }
    }

    /// The client as this dialect shows it in lists.
    pub(in crate::api::acp) fn of(client: &Client) -> Self {
        Self {
            client_id: client.id.clone(),
            client_secret: String::new(),
            client_hashed_secret: None,
            rotated_secrets: Vec::new(),
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

//! `/api/admin/{tid}/clients`: OAuth clients.

use super::{ServerPath, TenantPath, filled};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, FULL_SCOPE, Permission};
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::{Lenient, deserialize_parts};
use crate::edge::{Body, Created, JsonReply, NoContent, Path, Rejection, Request, Surface};
use crate::oauth::audience::opens_control_surface;
use authplane_domain::client::{self, Client, ClientAuthentication, ClientDetails, ClientMetadata, NewClient};
use authplane_domain::identifier::IdForm;
use authplane_domain::scope::{self, Scope};
use authplane_domain::store::Store;
use authplane_domain::{Error as DomainError, authorization_server, service};
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["clients:read", "clients:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["clients:write"];
}

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
    keys: Vec<Map<String, Value>>,
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
    /// Its tokens are bound to its certificate.
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
    /// `authorization_code`, `implicit`, `client_credentials`, `refresh_token`, `password`.
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
    clients: Vec<AcpClient>,
}

/// What a client is made from, or replaced by. Members that only the server sets are accepted and ignored.
#[derive(JsonSchema)]
pub struct AcpClientRequest {
    #[serde(flatten)]
    registration: AcpClientRegistration,
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
struct AcpClientRegistration {
    /// Taken at creation only; made by the server when absent.
    client_id: Option<String>,
    /// At least 32 characters; made by the server when absent at creation, kept when absent at a change.
    client_secret: Option<String>,
    /// Taken at creation only; required.
    authorization_server_id: Option<String>,
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

#[derive(Debug, Deserialize, JsonSchema)]
struct ClientPath {
    /// Tenant.
    tid: String,
    /// Client.
    cid: String,
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
    fn into_details(self) -> Result<ClientDetails, AcpError> {
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
            },
        })
    }
}

impl AcpClient {
    fn of(client: &Client, secret: Option<String>) -> Result<Self, DomainError> {
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

    /// With its secret, unless a developer made it (that one is nobody else's, ACP behaviour §3), or it could do more with it than the caller can.
    async fn shown_to<P>(store: &Store, caller: &Caller<P>, client: &Client) -> Result<Self, DomainError> {
        let hidden = client.developer_id.is_some()
            || !caller.holds("clients:write")
            || (!caller.is_full()
                && is_privileged(store, &client.tenant_id, &client.server_id, &client.scopes).await?);
        let secret = if hidden { None } else { client::open_secret(store, client)? };
        Self::of(client, secret)
    }
}

/// Could a client of this server with these scopes do something on the control surface?
async fn is_privileged(store: &Store, tenant: &str, server_id: &str, scopes: &[String]) -> Result<bool, DomainError> {
    let server = authorization_server::find(store, tenant, server_id).await?;
    if server.is_some_and(|server| server.system) {
        return Ok(true);
    }
    let by_name = scope::of_server_by_name(store, tenant, server_id).await?;
    let opens = |known: &Scope| {
        known
            .service_id
            .as_deref()
            .is_some_and(|service| opens_control_surface(service) || *service == service::oauth2_id(server_id))
    };
    Ok(scopes.iter().any(|name| by_name.get(name).is_some_and(|known| known.iter().any(opens))))
}

/// Who may do only a part must not make, change or take over a client that may do more.
async fn refuse_escalation<P>(
    store: &Store,
    caller: &Caller<P>,
    tenant: &str,
    server_id: &str,
    scopes: &[String],
) -> Result<(), AcpError> {
    if !caller.is_full() && is_privileged(store, tenant, server_id, scopes).await? {
        return Err(Rejection::Forbidden { scopes: vec![FULL_SCOPE] }.into());
    }
    Ok(())
}

/// The same for a client that is there already.
async fn refuse_takeover<P>(store: &Store, caller: &Caller<P>, tenant: &str, id: &str) -> Result<(), AcpError> {
    if caller.is_full() {
        return Ok(());
    }
    match client::find(store, tenant, id).await? {
        Some(found) => refuse_escalation(store, caller, tenant, &found.server_id, &found.scopes).await,
        None => Err(AcpError::not_found("client", id)),
    }
}

/// List the clients of an authorization server
///
/// In the order of their creation. Their secrets are left out: read one client to see its secret.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/servers/{aid}/clients", tags = ["clients"] }]
async fn list_clients(
    request: Request<Context>,
    _caller: Caller<Read>,
    path: Path<ServerPath>,
) -> Result<JsonReply<AcpClients>, AcpError> {
    let store = &request.context().store;
    let ServerPath { tid, aid } = path.0;
    if authorization_server::find(store, &tid, &aid).await?.is_none() {
        return Err(AcpError::not_found("authorization_server", &aid));
    }
    let listed = client::list_of_server(store, &tid, &aid).await?;
    let clients = listed.iter().map(|client| AcpClient::of(client, None)).collect::<Result<_, _>>()?;
    Ok(JsonReply(AcpClients { clients }))
}

/// Create a client
///
/// Id and secret are made by the server when the body gives none. The client may be given scopes of its own authorization server only.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/clients", tags = ["clients"] }]
async fn create_client(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<TenantPath>,
    body: Result<Body<AcpClientRequest, Lenient>, Rejection>,
) -> Result<Created<AcpClient>, AcpError> {
    let store = &request.context().store;
    // The operation declares no 400, so a malformed body counts among the values that can't be accepted.
    let body =
        body.map_err(|rejection| AcpError::from(rejection).with_status(StatusCode::UNPROCESSABLE_ENTITY))?.into_inner();
    let server_id = filled(body.registration.authorization_server_id.clone());
    let server_id = server_id.ok_or_else(|| DomainError::invalid("authorization_server_id", "is required"))?;
    let new = NewClient {
        id: filled(body.registration.client_id.clone()),
        id_form: IdForm::Xid,
        server_id,
        secret: filled(body.registration.client_secret.clone()),
        developer_id: None,
        system: false,
        details: body.into_details()?,
    };
    refuse_escalation(store, &caller, &path.0.tid, &new.server_id, &new.details.scopes).await?;
    let created = client::create(store, &path.0.tid, &caller.actor(&request), new).await?;
    // Who made it sees its secret.
    let secret = client::open_secret(store, &created)?;
    Ok(Created(AcpClient::of(&created, secret)?))
}

/// Get a client with its secret
///
/// The secret is shown to callers who may also change the client; one that opens the control surface only to those who may do everything.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/clients/{cid}", tags = ["clients"] }]
async fn get_client(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ClientPath>,
) -> Result<JsonReply<AcpClient>, AcpError> {
    let store = &request.context().store;
    let ClientPath { tid, cid } = path.0;
    let found = client::find(store, &tid, &cid).await?.ok_or_else(|| AcpError::not_found("client", &cid))?;
    Ok(JsonReply(AcpClient::shown_to(store, &caller, &found).await?))
}

/// Replace a client
///
/// Everything but the ids is replaced: what the body leaves out returns to its default. The secret stays when the body gives none. Built-in clients can't be
/// changed.
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/clients/{cid}", tags = ["clients"] }]
async fn update_client(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ClientPath>,
    body: Body<AcpClientRequest, Lenient>,
) -> Result<JsonReply<AcpClient>, AcpError> {
    let store = &request.context().store;
    let ClientPath { tid, cid } = path.0;
    refuse_takeover(store, &caller, &tid, &cid).await?;
    let body = body.into_inner();
    let secret = filled(body.registration.client_secret.clone());
    let details = body.into_details()?;
    if !caller.is_full()
        && let Some(known) = client::find(store, &tid, &cid).await?
    {
        refuse_escalation(store, &caller, &tid, &known.server_id, &details.scopes).await?;
    }
    let changed = client::change(store, &tid, &caller.actor(&request), &cid, details, secret).await;
    Ok(JsonReply(AcpClient::shown_to(store, &caller, &changed.map_err(AcpError::of_update)?).await?))
}

/// Delete a client
///
/// Its tokens are no longer honoured here. Built-in clients can't be deleted.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/clients/{cid}", tags = ["clients"] }]
async fn delete_client(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ClientPath>,
) -> Result<NoContent, AcpError> {
    let store = &request.context().store;
    let ClientPath { tid, cid } = path.0;
    refuse_takeover(store, &caller, &tid, &cid).await?;
    client::remove(store, &tid, &caller.actor(&request), &cid).await?;
    Ok(NoContent)
}

pub(in crate::api::acp) fn register(surface: &mut Surface<Context>) {
    let request = json!({
        "client_name": "Order robot", "authorization_server_id": "default", "grant_types": ["client_credentials"], "scopes": ["orders:read"]
    });
    surface.register(list_clients).errors(&[401, 403, 404]);
    surface.register(create_client).errors(&[401, 403, 404, 409, 422]).request_example(request.clone());
    surface.register(get_client).errors(&[401, 403, 404]);
    surface.register(update_client).errors(&[400, 401, 403, 404, 422]).request_example(request);
    surface.register(delete_client).errors(&[400, 401, 403, 404]);
}

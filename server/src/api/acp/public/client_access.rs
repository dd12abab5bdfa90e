//! What a user has given to which clients, and taking it back (ACP): for applications in which users see to that themselves.
//!
//! Who asks is the user that the access token stands for, and nobody else can be asked about: the subject comes from the token's grant, never from the request.
//! Only an administrator gives a client the scopes for it.

use std::collections::BTreeSet;
use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::scope::{self, ScopeWithService};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service;
use authplane_domain::clients::client::{self, Client};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::scope_grant::{self, Given, ScopeGrant};
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant};
use http::StatusCode;
use http::header::CACHE_CONTROL;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::api::acp::error::AcpError;
use crate::caller;
use crate::context::Context;
use crate::edge::answer::{NoContent, Prepared};
use crate::edge::endpoint as dropshot;
use crate::edge::rejection::Unauthenticated;
use crate::edge::{Answer, Dialect, Path, Rejection, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::browser::cors;
use crate::tokens::{audience, verify};

/// The scope that lets a bearer see to which clients their user gave what.
pub const LIST_SCOPE: &str = "list_clients_with_access";
/// The scope that lets a bearer take back what their user gave to a client.
pub const REVOKE_SCOPE: &str = "revoke_client_access";

/// ACP's errors on the protocol surface. The paths are among those of [`crate::oauth::error::DIALECT`].
pub(super) const DIALECT: Dialect = Dialect::of::<AcpError>(&[]);

#[derive(Debug, Deserialize, JsonSchema)]
struct ClientPath {
    /// Tenant.
    tid: String,
    /// Authorization server.
    aid: String,
    /// Client.
    cid: String,
}

/// To which clients a user gave what.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpClientsWithAccess {
    /// The clients in the order of their ids.
    clients: Vec<AcpClientWithAccess>,
    /// What is known of the scopes that any of them was given. A scope that no longer exists isn't among them.
    scopes: Vec<AcpPublicScope>,
}

/// A client and what it was given.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpClientWithAccess {
    /// The client that was given access.
    client: AcpClientDetails,
    /// The scopes in the order of their names.
    granted_scopes: Vec<AcpGrantedScope>,
}

/// A client, as its users know it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpClientDetails {
    /// Id of the client, as `client_id`.
    id: String,
    /// Name of the application; may be empty.
    name: String,
    /// Address of its home page; may be empty.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    client_uri: String,
    /// Address of its logo; may be empty.
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    logo_uri: String,
}

/// A scope that a client was given.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpGrantedScope {
    /// Name of the scope that was given.
    scope_name: String,
    /// What was granted of a scope with a variable part. There are none, so this is what `scope_name` has.
    granted_scope_name: String,
    /// Always `false`, since no scope has a variable part.
    is_dynamic: bool,
}

/// A scope and its service, as users may know them.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpPublicScope {
    /// Id of the scope, which isn't its name.
    scope_id: String,
    /// Name of the scope, as clients ask for it.
    scope_name: String,
    /// Name of the scope for people; may be empty.
    scope_display_name: String,
    /// What the scope allows; may be empty.
    scope_description: String,
    /// Whether it belongs to a service.
    with_service: bool,
    /// Id of the service that it belongs to; empty without one.
    service_id: String,
    /// Name of the service that it belongs to; empty without one.
    service_name: String,
    /// What the service is for; may be empty.
    service_description: String,
}

impl AcpClientWithAccess {
    fn of(client: Client, given: &[ScopeGrant]) -> Self {
        let granted = |given: &ScopeGrant| AcpGrantedScope {
            scope_name: given.scope_name.clone(),
            granted_scope_name: given.scope_name.clone(),
            is_dynamic: false,
        };
        Self {
            client: AcpClientDetails {
                id: client.id,
                name: client.name,
                client_uri: client.metadata.texts.client_uri,
                logo_uri: client.metadata.texts.logo_uri,
            },
            granted_scopes: given.iter().map(granted).collect(),
        }
    }
}

impl AcpPublicScope {
    /// The scope as users and developers see it.
    pub(in crate::api::acp) fn of(listed: &ScopeWithService) -> Self {
        let ScopeWithService { scope, service } = listed;
        let of_service = service.as_ref();
        Self {
            scope_id: scope.id.clone(),
            scope_name: scope.name.clone(),
            scope_display_name: scope.display_name.clone(),
            scope_description: scope.description.clone().unwrap_or_default(),
            with_service: service.is_some(),
            service_id: of_service.map(|service| service.id.clone()).unwrap_or_default(),
            service_name: of_service.map(|service| service.name.clone()).unwrap_or_default(),
            service_description: of_service.map(|service| service.description.clone()).unwrap_or_default(),
        }
    }
}

/// The grant of the user whose access token this is, of the very server of the path, with a scope that an administrator gave to the client.
async fn grant_of(
    request: &Request<Context>,
    server: ServerKey<'_>,
    scope: &'static str,
) -> Result<Arc<AuthorizationGrant>, AcpError> {
    user_grant(request, server, scope, &service::oauth2_id(server.id)).await
}

/// The same, of a scope of this built-in service of the server.
pub(super) async fn user_grant(
    request: &Request<Context>,
    server: ServerKey<'_>,
    scope: &'static str,
    service_id: &str,
) -> Result<Arc<AuthorizationGrant>, AcpError> {
    let context = request.context();
    let verified = verify::access_token(context, caller::bearer(request)?).await;
    let verified = verified.map_err(|error| caller::rejection(context, &error))?;
    let claims = &verified.claims;
    let invalid = || AcpError::from(Rejection::Unauthenticated(Unauthenticated::Invalid));
    if claims.tid != server.tenant || claims.aid != server.id {
        return Err(invalid());
    }
    // A client's own token stands for nobody.
    let grant = verified.grant.as_ref().ok_or_else(invalid)?;
    // The name alone says nothing: any API may have a scope called so.
    let is_named = claims.scopes().any(|held| held == scope) && verified.client.holds(service_id, scope);
    if !is_named || !audience::of(context, server, &verified).await?.includes(service_id) {
        return Err(Rejection::Forbidden { scopes: vec![scope] }.into());
    }
    Ok(Arc::clone(grant))
}

/// List the clients that a user has given access
///
/// With what they were given: what the user consented to, and what trusted clients have without being consented to. The caller is a bearer of a user's access token
/// with the scope `list_clients_with_access`; a client's own token stands for nobody.
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/clients", tags = ["oauth"] }]
async fn list_clients_with_access(
    request: Request<Context>,
    path: Path<IssuerPath>,
) -> Result<Prepared<AcpClientsWithAccess>, AcpError> {
    let store = &request.context().store;
    let server = path.0.server();
    if authorization_server::find(store, server.tenant, server.id).await?.is_none() {
        return Err(DomainError::not_found("authorization_server", server.id).into());
    }
    let grant = grant_of(&request, server, LIST_SCOPE).await?;
    let by_client = scope_grant::by_client(store, server, &grant.subject).await?;
    let mut clients = Vec::with_capacity(by_client.len());
    let mut names = BTreeSet::new();
    // One that was deleted in between has nothing any more.
    for client in client::named(store, server.tenant, by_client.keys().map(String::as_str)).await? {
        let Some(given) = by_client.get(&client.id) else { continue };
        names.extend(given.iter().map(|given| given.scope_name.as_str()));
        clients.push(AcpClientWithAccess::of(client, given));
    }
    let known = scope::list_of_server(store, server).await?;
    let scopes =
        known.iter().filter(|listed| names.contains(listed.scope.name.as_str())).map(AcpPublicScope::of).collect();
    let answer =
        Answer::json(StatusCode::OK, &AcpClientsWithAccess { clients, scopes }).map_err(DomainError::internal)?;
    // What one user has given is nobody else's business, and not the same a moment later.
    Ok(Prepared::new(answer.with_static(CACHE_CONTROL, "no-store")))
}

/// Revoke a client's access to a user
///
/// Takes back everything that the user of the access token gave the client: from the answer on its tokens are dead, and it has to ask for consent again. The
/// caller is a bearer of a user's access token with the scope `revoke_client_access`. Where nothing was given, nothing is taken back, and that is no error.
#[dropshot::endpoint { method = DELETE, path = "/{tid}/{aid}/clients/{cid}", tags = ["oauth"] }]
async fn revoke_client_access(request: Request<Context>, path: Path<ClientPath>) -> Result<NoContent, AcpError> {
    let ClientPath { tid, aid, cid } = &path.0;
    let grant = grant_of(&request, ServerKey { tenant: tid, id: aid }, REVOKE_SCOPE).await?;
    let context = request.context();
    let actor = Actor {
        subject: grant.subject.clone(),
        request_id: request.id().to_owned(),
        address: Some(request.client_address()),
    };
    let longest_token = context.rotation.overlap.num_seconds();
    let acting = Acting::new(&context.store, tid, actor);
    let given = Given { server_id: aid, subject: &grant.subject, client_id: cid };
    authorization_grant::take_back(&acting, given, longest_token).await?;
    Ok(NoContent)
}

/// These operations, for the public listener.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT);
    cors::preflight(&mut surface, "list_clients_with_access_preflight", "/{tid}/{aid}/clients", "GET");
    cors::preflight(&mut surface, "revoke_client_access_preflight", "/{tid}/{aid}/clients/{cid}", "DELETE");
    surface
        .register(cors::open(list_clients_with_access))
        .errors(&[401, 403, 404])
        .response_example(json!({
            "clients": [{
                "client": {
                    "id": "bsq6b0ol1qs3a4tq2a10", "name": "Album", "client_uri": "https://album.example",
                    "logo_uri": "https://album.example/logo.png"
                },
                "granted_scopes": [{"scope_name": "email", "granted_scope_name": "email", "is_dynamic": false}]
            }],
            "scopes": [{
                "scope_id": "bsq6b0ol1qs3a4tq2a20", "scope_name": "email", "scope_display_name": "Email", "scope_description": "", "with_service": true,
                "service_id": "bsq6b0ol1qs3a4tq2a30", "service_name": "Profile", "service_description": ""
            }]
        }))
        .security(json!({"issuer": [LIST_SCOPE]}));
    surface.register(cors::open(revoke_client_access)).errors(&[401, 403]).security(json!({"issuer": [REVOKE_SCOPE]}));
    surface
}

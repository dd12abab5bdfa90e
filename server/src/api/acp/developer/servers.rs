//! `/api/developer/{tid}/servers`: where a developer can make clients, and what these can ask for.

use authplane_domain::catalogue::authorization_server::{self, AuthorizationServer};
use authplane_domain::clients::client::GrantType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Develop, Judged, regular_server};
use crate::api::acp::admin::{ServerPath, TenantPath};
use crate::api::acp::error::AcpError;
use crate::api::acp::public::client_access::AcpPublicScope;
use crate::caller::Caller;
use crate::context::{Context, Shared};
use crate::edge::endpoint as dropshot;
use crate::edge::{JsonReply, Path, Request, Surface};

/// An authorization server, as developers see it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpDeveloperServer {
    /// Id of the authorization server, the last part of its issuer.
    id: String,
    /// Name of the authorization server, as its pages show it.
    name: String,
    /// Its issuer, as `iss` of its tokens says it.
    #[schemars(url)]
    issuer_url: String,
    /// The ways in which its clients can ask for tokens.
    #[schemars(with = "Vec<GrantType>")]
    grant_types: Vec<String>,
}

/// An authorization server with the scopes that a developer's clients may have.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpDeveloperServerWithScopes {
    #[serde(flatten)]
    server: AcpDeveloperServer,
    /// The scopes that the calling developer's clients may have, in the order of their creation.
    scopes: Vec<AcpPublicScope>,
}

/// The authorization servers of a tenant, as developers see them.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpDeveloperServers {
    /// In the order of their creation, without those of the system.
    servers: Vec<AcpDeveloperServer>,
}

impl AcpDeveloperServer {
    fn of(context: &Shared, server: &AuthorizationServer) -> Self {
        Self {
            id: server.id.clone(),
            name: server.name.clone(),
            issuer_url: context.origin().issuer(server),
            grant_types: server.grant_types.0.clone(),
        }
    }
}

/// List the authorization servers for a developer
///
/// In the order of their creation, without those of the system: no developer has clients there.
#[dropshot::endpoint { method = GET, path = "/api/developer/{tid}/servers", tags = ["developer"] }]
async fn list_servers_for_developer(
    request: Request<Context>,
    caller: Caller<Develop>,
    _path: Path<TenantPath>,
) -> Result<JsonReply<AcpDeveloperServers>, AcpError> {
    let context = request.context();
    let listed = authorization_server::list(&context.store, caller.tenant()).await?;
    let regular = listed.iter().filter(|server| !server.system);
    Ok(JsonReply(AcpDeveloperServers {
        servers: regular.map(|server| AcpDeveloperServer::of(context, server)).collect(),
    }))
}

/// Get an authorization server with the scopes that a developer's clients may have
///
/// Those whose policy for developers lets the caller through.
#[dropshot::endpoint { method = GET, path = "/api/developer/{tid}/servers/{aid}", tags = ["developer"] }]
async fn get_server_for_developer(
    request: Request<Context>,
    caller: Caller<Develop>,
    path: Path<ServerPath>,
) -> Result<JsonReply<AcpDeveloperServerWithScopes>, AcpError> {
    let context = request.context();
    let server = regular_server(context, &caller, &path.0.aid).await?;
    let scopes = Judged::of(&request, &caller).await?.scopes(context, &server).await?;
    Ok(JsonReply(AcpDeveloperServerWithScopes {
        server: AcpDeveloperServer::of(context, &server),
        scopes: scopes.iter().map(AcpPublicScope::of).collect(),
    }))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let server = json!({
        "id": "default", "name": "Default", "issuer_url": "http://127.0.0.1:8080/default/default",
        "grant_types": ["authorization_code", "implicit", "client_credentials", "refresh_token"]
    });
    let mut with_scopes = server.clone();
    with_scopes["scopes"] = json!([{
        "scope_id": "bsq6b0ol1qs3a4tq2a20", "scope_name": "email", "scope_display_name": "Email", "scope_description": "", "with_service": true,
        "service_id": "bsq6b0ol1qs3a4tq2a30", "service_name": "Profile", "service_description": ""
    }]);
    surface.register(list_servers_for_developer).errors(&[404]).response_example(json!({"servers": [server]}));
    surface.register(get_server_for_developer).errors(&[404]).response_example(with_scopes);
}

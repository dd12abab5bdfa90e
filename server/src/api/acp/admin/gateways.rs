//! `/api/admin/{tid}/gateways`: what stands before services and asks whether a request may pass, each with a client of its own.

mod package;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::{self, SYSTEM};
use authplane_domain::catalogue::gateway::{self, Gateway, GatewayTexts, GatewayType, NewGateway};
use authplane_domain::clients::client::{self, Client};
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::store::Store;
use chrono::{DateTime, Utc};
use http::StatusCode;
use http::header::CONTENT_DISPOSITION;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::clients::representation::AcpClient;
use super::{ServerPath, TenantPath, clients, required};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::{Context, Shared};
use crate::edge::answer::Binary;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{
    Answer, Body, Created, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged,
};

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["gateways:read", "gateways:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["gateways:write"];
}
/// The package has the secret of a client of the `system` server in it: it is for those alone who may do everything.
struct Credentials;
impl Permission for Credentials {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &[];
}

/// A gateway: what stands before services and asks whether a request may pass.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpGateway {
    /// Id of the gateway. Made by the server.
    id: String,
    /// Name of the gateway, for people.
    name: String,
    /// What the gateway is for; may be empty.
    description: String,
    /// What kind of gateway it is.
    #[schemars(
        with = "String",
        title = "one of: pyron | aws | azure | istio | kong | apigeex | apigeeedge | standalone"
    )]
    #[serde(rename = "type")]
    gateway_type: GatewayType,
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the authorization server whose services it may guard.
    authorization_server_id: String,
    /// Id of its client, which belongs to the tenant's `system` server.
    client_id: String,
    /// When it fetched its configuration last. Absent until it does so for the first time.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_active: Option<DateTime<Utc>>,
}

/// A gateway and what it needs to fetch its configuration.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpGatewayWithClient {
    #[serde(flatten)]
    gateway: AcpGateway,
    /// Its client. The secret is shown to callers who may do everything.
    client: AcpClient,
    /// Issuer that its client asks for tokens: that of the tenant's `system` server.
    #[schemars(url)]
    issuer_url: String,
    /// Where it fetches its configuration: the base of the management API's paths.
    #[schemars(url)]
    server_url: String,
}

/// The gateways of an authorization server.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpGateways {
    /// In the order of their creation.
    gateways: Vec<AcpGateway>,
}

/// What a gateway is made from.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpCreateGatewayRequest {
    /// Name of the gateway, for people.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    name: Option<String>,
    /// What the gateway is for; may be empty.
    #[schemars(length(max = 8192))]
    description: Option<String>,
    /// Id of the authorization server whose services it may guard.
    #[schemars(title = "required")]
    server_id: Option<String>,
    /// What kind of gateway it is. An authorization server has at most one of the type `aws`.
    #[schemars(
        with = "Option<String>",
        title = "required, one of: pyron | aws | azure | istio | kong | apigeex | apigeeedge | standalone"
    )]
    #[serde(rename = "type")]
    gateway_type: Option<GatewayType>,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct GatewayPath {
    #[serde(flatten)]
    _tenant: TenantPath,
    /// Gateway.
    gw: String,
}

impl AcpGateway {
    /// As a dump has it: without what it did here.
    pub(in crate::api::acp) fn dumped(gateway: &Gateway) -> Self {
        Self { last_active: None, ..Self::of(gateway) }
    }

    fn of(gateway: &Gateway) -> Self {
        Self {
            id: gateway.id.clone(),
            name: gateway.name.clone(),
            description: gateway.description.clone(),
            gateway_type: gateway.gateway_type,
            tenant_id: gateway.tenant_id.clone(),
            authorization_server_id: gateway.server_id.clone(),
            client_id: gateway.client_id.clone(),
            last_active: gateway.last_active,
        }
    }
}

/// The gateway with its client, whose secret is shown to whom [`clients`] shows it.
async fn shown_to<P>(
    context: &Shared,
    caller: &Caller<P>,
    gateway: &Gateway,
    client: &Client,
) -> Result<AcpGatewayWithClient, DomainError> {
    Ok(AcpGatewayWithClient {
        gateway: AcpGateway::of(gateway),
        client: clients::shown_to(&context.store, caller, client).await?,
        issuer_url: context.origin().base(caller.server(SYSTEM)),
        server_url: context.origin().control.clone(),
    })
}

/// The gateway that is there, and its client. What belongs to a server of the system is changed by those alone who may do everything.
async fn existing<P>(store: &Store, caller: &Caller<P>, id: &str) -> Result<(Gateway, Client), AcpError> {
    let found = gateway::find(store, caller.tenant(), id).await?;
    let found = found.ok_or_else(|| AcpError::not_found("gateway", id))?;
    // It was removed at this moment.
    let client = client::find(store, caller.tenant(), &found.client_id).await?;
    let client = client.ok_or_else(|| AcpError::not_found("gateway", id))?;
    Ok((Gateway::clone(&found), client))
}

async fn require_full<P>(store: &Store, caller: &Caller<P>, id: &str) -> Result<(), AcpError> {
    let found = gateway::find(store, caller.tenant(), id).await?;
    let found = found.ok_or_else(|| AcpError::not_found("gateway", id))?;
    Ok(caller.require_full_if(authorization_server::is_of_system(store, found.server_key()).await?)?)
}

/// List the gateways of an authorization server
///
/// In the order of their creation; none for an authorization server that doesn't exist.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/servers/{aid}/gateways", tags = ["gateways"] }]
async fn list_gateways(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ServerPath>,
) -> Result<JsonReply<AcpGateways>, AcpError> {
    let listed = gateway::list_of_server(&request.context().store, caller.server(&path.0.aid)).await?;
    Ok(JsonReply(AcpGateways { gateways: listed.iter().map(AcpGateway::of).collect() }))
}

/// Create a gateway
///
/// With a client of its own on the tenant's `system` server, which may fetch the gateway's configuration and nothing else.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/gateways", tags = ["gateways"] }]
async fn create_gateway(
    request: Request<Context>,
    caller: Caller<Write>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpCreateGatewayRequest, Lenient>,
) -> Result<Tagged<Created<AcpGatewayWithClient>>, AcpError> {
    let context = request.context();
    let body = body.into_inner();
    let new = NewGateway {
        server_id: required("server_id", body.server_id)?,
        name: required("name", body.name)?,
        description: body.description.unwrap_or_default(),
        gateway_type: body.gateway_type.ok_or_else(|| DomainError::invalid("type", "is required"))?,
    };
    let server = caller.server(&new.server_id);
    caller.require_full_if(authorization_server::is_of_system(&context.store, server).await?)?;
    let (gateway, client) = gateway::create(&caller.acting(&request), new).await?;
    Ok(Tagged {
        reply: Created(shown_to(context, &caller, &gateway, &client).await?),
        version: gateway.version(&request.context().store)?,
    })
}

/// Get a gateway with its client
///
/// The client's secret is shown to callers who may do everything.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/gateways/{gw}", tags = ["gateways"] }]
async fn get_gateway(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<GatewayPath>,
) -> Result<Tagged<JsonReply<AcpGatewayWithClient>>, AcpError> {
    let context = request.context();
    let (gateway, client) = existing(&context.store, &caller, &path.0.gw).await?;
    Ok(Tagged {
        reply: JsonReply(shown_to(context, &caller, &gateway, &client).await?),
        version: gateway.version(&request.context().store)?,
    })
}

/// Replace name and description of a gateway
///
/// Its client gets the name too. Everything else stays as it was made.
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/gateways/{gw}", tags = ["gateways"] }]
async fn update_gateway(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<GatewayPath>,
    seen: IfMatch,
    body: Body<GatewayTexts, Lenient>,
) -> Result<Tagged<JsonReply<AcpGateway>>, AcpError> {
    require_full(&request.context().store, &caller, &path.0.gw).await?;
    let changed = gateway::change(&caller.acting_if(&request, &seen), &path.0.gw, body.into_inner()).await?;
    Ok(Tagged { reply: JsonReply(AcpGateway::of(&changed)), version: changed.version(&request.context().store)? })
}

/// Delete a gateway
///
/// Its client goes with it, and the services that it guarded are guarded by none.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/gateways/{gw}", tags = ["gateways"] }]
async fn delete_gateway(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<GatewayPath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    require_full(&request.context().store, &caller, &path.0.gw).await?;
    gateway::remove(&caller.acting_if(&request, &seen), &path.0.gw).await?;
    Ok(NoContent)
}

/// Get what starts a gateway's authorizer
///
/// A zip archive with the credentials of its client, and configuration of an authorizer and of the proxies before it. Only for the types `pyron` and
/// `standalone`.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/gateways/{gw}/package", tags = ["gateways"] }]
async fn get_gateway_package(
    request: Request<Context>,
    caller: Caller<Credentials>,
    path: Path<GatewayPath>,
) -> Result<Binary, AcpError> {
    let context = request.context();
    let (gateway, client) = existing(&context.store, &caller, &path.0.gw).await?;
    if !gateway.gateway_type.has_package() {
        return Err(DomainError::refused("no_package", "a gateway of this type has no package").into());
    }
    let shown = shown_to(context, &caller, &gateway, &client).await?;
    let secret = client::open_secret(&context.store, &client)?.unwrap_or_default();
    let archive = package::archive(&package::Values {
        name: &gateway.name,
        id: &gateway.id,
        issuer_url: &shown.issuer_url,
        server_url: &shown.server_url,
        client_id: &client.id,
        client_secret: &secret,
    });
    let archive = archive.map_err(DomainError::internal)?;
    let named = format!("attachment; filename=\"gateway-{}.zip\"", gateway.id);
    let answer = Answer::bytes(StatusCode::OK, Binary::CONTENT_TYPE, archive);
    Ok(Binary(answer.with(CONTENT_DISPOSITION, named).no_store()))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("gateways", "Gateways: what stands before services and asks whether a request may pass (ACP).");
    let request = json!({
        "name": "Shop window", "description": "Before the orders", "server_id": "default", "type": "standalone"
    });
    let gateway = json!({
        "id": "bsq6b0ol1qs3a4tq2a10", "name": "Shop window", "description": "Before the orders", "type": "standalone", "tenant_id": "default",
        "authorization_server_id": "default", "client_id": "bsq6b0ol1qs3a4tq2a1g", "last_active": "2026-01-01T12:00:00Z"
    });
    let with_client = |mut gateway: Value| {
        let mut client = clients::example();
        client["client_secret"] = json!("the-secret-that-only-the-gateway-has");
        client["client_name"] = json!("Shop window");
        client["authorization_server_id"] = json!("system");
        client["scopes"] = json!(["read_gateway_configuration"]);
        client["scope"] = json!("read_gateway_configuration");
        gateway["client"] = client;
        gateway["issuer_url"] = json!("http://127.0.0.1:8080/default/system");
        gateway["server_url"] = json!("http://127.0.0.1:8080");
        gateway
    };
    let mut created = gateway.clone();
    if let Some(members) = created.as_object_mut() {
        members.remove("last_active");
    }
    surface.register(list_gateways).response_example(json!({"gateways": [gateway]}));
    let create = surface.register(create_gateway).errors(&[404, 409, 422]);
    create.request_example(request).response_example(with_client(created));
    surface.register(get_gateway).errors(&[404]).response_example(with_client(gateway.clone()));
    let update = surface.register(update_gateway).errors(&[400, 404, 422]);
    update
        .request_example(json!({"name": "Shop window", "description": "Before the orders"}))
        .response_example(gateway);
    surface.register(delete_gateway).errors(&[404]);
    surface.register(get_gateway_package).errors(&[400, 404]);
}

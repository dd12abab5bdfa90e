//! `/api/admin/{tid}/services`: a service groups scopes and APIs. The same thing is Logto's API resource.

pub mod specifications;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::gateway::{self, Gateway};
use authplane_domain::catalogue::service::{self, NewService, Service, ServiceChanges};
use authplane_domain::catalogue::{authorization_server, scope};
use authplane_domain::configuration::beside::ServiceBeside;
use authplane_domain::configuration::wanted::WantedService;
use authplane_domain::identifier::IdForm;
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::store::Store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::scopes::AcpScope;
use super::{ServerPath, TenantPath, filled, required};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, Created, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["services:read", "services:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["services:write"];
}

/// A service: an API with scopes. It is what the Logto dialect calls an API resource.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpService {
    /// Id of the service. Made by the server when a creation gives none.
    pub id: String,
    /// Name of the service, for people.
    pub name: String,
    /// What the service is for; may be empty.
    pub description: String,
    /// Id of the tenant that it belongs to.
    pub tenant_id: String,
    /// Id of the authorization server whose clients may be given its scopes.
    pub authorization_server_id: String,
    /// Id of the gateway that guards it; empty where there is none.
    pub gateway_id: String,
    /// Whether its APIs were imported from a specification.
    pub with_specification: bool,
}

/// A service as lists show it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpServiceWithProtection {
    #[serde(flatten)]
    service: AcpService,
    /// Whether its gateway is of the type `aws`.
    protected_by_lambda_authorizer: bool,
}

/// A service with its scopes.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpServiceWithScopes {
    #[serde(flatten)]
    service: AcpService,
    /// Whether its gateway is of the type `aws`.
    protected_by_lambda_authorizer: bool,
    /// Its scopes, in the order of their creation.
    scopes: Vec<AcpScope>,
}

/// The services of an authorization server.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpServices {
    /// In the order of their creation.
    services: Vec<AcpServiceWithProtection>,
}

/// What a service is made from, or replaced by.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpServiceRequest {
    /// Id of the service. Taken at creation only, and made by the server when absent.
    id: Option<String>,
    /// Name of the service, for people.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"\S"))]
    name: Option<String>,
    /// What the service is for; may be empty.
    #[schemars(length(max = 8192))]
    description: Option<String>,
    /// Accepted and ignored, since the path says which tenant it is.
    tenant_id: Option<String>,
    /// Id of the authorization server whose clients may be given its scopes. Taken at creation only; `default` when absent.
    authorization_server_id: Option<String>,
    /// Id of the gateway that guards it, one of its authorization server's.
    #[schemars(length(max = 128))]
    #[schemars(regex(pattern = r"^[^\s/?#%]*$"))]
    gateway_id: Option<String>,
    /// Accepted and ignored, since only an import sets it.
    with_specification: Option<bool>,
}

impl AcpServiceRequest {
    /// As a dump has it.
    pub(in crate::api::acp) fn into_wanted(self, beside: Option<ServiceBeside>) -> Result<WantedService, DomainError> {
        let Self { id: _, name, description, tenant_id: _, authorization_server_id, gateway_id, with_specification } =
            self;
        Ok(WantedService {
            server_id: required("authorization_server_id", authorization_server_id)?,
            name: name.unwrap_or_default(),
            description: description.unwrap_or_default(),
            gateway_id: filled(gateway_id),
            with_specification: with_specification.unwrap_or_default(),
            beside,
        })
    }
}

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct ServicePath {
    #[serde(flatten)]
    _tenant: TenantPath,
    /// Service.
    pub(super) sid: String,
}

impl AcpService {
    /// The service as this dialect shows it.
    #[must_use]
    pub fn of(service: &Service) -> Self {
        Self {
            id: service.id.clone(),
            name: service.name.clone(),
            description: service.description.clone(),
            tenant_id: service.tenant_id.clone(),
            authorization_server_id: service.server_id.clone(),
            gateway_id: service.gateway_id.clone().unwrap_or_default(),
            with_specification: service.with_specification,
        }
    }
}

/// The services of the system's servers are for those who may do everything.
pub(super) async fn require_full<P>(store: &Store, caller: &Caller<P>, id: &str) -> Result<(), AcpError> {
    let found = service::find(store, caller.tenant(), id).await?.ok_or_else(|| AcpError::not_found("service", id))?;
    Ok(caller.require_full_if(authorization_server::is_of_system(store, caller.server(&found.server_id)).await?)?)
}

async fn is_protected(store: &Store, service: &Service) -> Result<bool, DomainError> {
    let Some(id) = &service.gateway_id else { return Ok(false) };
    let gateway = gateway::find(store, &service.tenant_id, id).await?;
    Ok(gateway.as_deref().is_some_and(Gateway::is_lambda_authorizer))
}

/// List the services of an authorization server
///
/// In the order of their creation, the built-in ones first.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/servers/{aid}/services", tags = ["services"] }]
async fn list_services(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ServerPath>,
) -> Result<JsonReply<AcpServices>, AcpError> {
    let store = &request.context().store;
    let aid = path.0.aid;
    if authorization_server::find(store, caller.tenant(), &aid).await?.is_none() {
        return Err(AcpError::not_found("authorization_server", &aid));
    }
    let listed = service::list_of_server(store, caller.server(&aid)).await?;
    let gateways = gateway::list_of_server(store, caller.server(&aid)).await?;
    let of_amazon = gateways.iter().find(|gateway| gateway.is_lambda_authorizer()).map(|gateway| &gateway.id);
    let services = listed.items.iter().map(|service| AcpServiceWithProtection {
        service: AcpService::of(service),
        protected_by_lambda_authorizer: service.gateway_id.is_some() && service.gateway_id.as_ref() == of_amazon,
    });
    Ok(JsonReply(AcpServices { services: services.collect() }))
}

/// Create a service
///
/// The id is made by the server when the body gives none.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/services", tags = ["services"] }]
async fn create_service(
    request: Request<Context>,
    caller: Caller<Write>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpServiceRequest, Lenient>,
) -> Result<Tagged<Created<AcpService>>, AcpError> {
    let body = body.into_inner();
    let store = &request.context().store;
    let server_id = filled(body.authorization_server_id).unwrap_or_else(|| authorization_server::DEFAULT.to_owned());
    caller.require_full_if(authorization_server::is_of_system(store, caller.server(&server_id)).await?)?;
    let id = filled(body.id);
    // Else the server that needs it couldn't be made.
    caller.require_full_if(id.as_deref().is_some_and(service::is_id_of_built_in))?;
    let new = NewService {
        id,
        id_form: IdForm::Xid,
        server_id,
        name: body.name.unwrap_or_default(),
        description: body.description.unwrap_or_default(),
        gateway_id: filled(body.gateway_id),
        indicator: None,
        access_token_ttl: None,
    };
    let created = service::create(&caller.acting(&request), new).await?;
    Ok(Tagged { reply: Created(AcpService::of(&created)), version: created.version(&request.context().store)? })
}

/// Get a service with its scopes
///
/// The scopes are in the order of their creation.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/services/{sid}", tags = ["services"] }]
async fn get_service(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ServicePath>,
) -> Result<Tagged<JsonReply<AcpServiceWithScopes>>, AcpError> {
    let store = &request.context().store;
    let sid = path.0.sid;
    let found =
        service::find(store, caller.tenant(), &sid).await?.ok_or_else(|| AcpError::not_found("service", &sid))?;
    let scopes = scope::page_of_service(store, caller.tenant(), &sid, None, None).await?;
    let shown = AcpServiceWithScopes {
        service: AcpService::of(&found),
        protected_by_lambda_authorizer: is_protected(store, &found).await?,
        scopes: scopes.items.iter().map(AcpScope::of).collect(),
    };
    Ok(Tagged { reply: JsonReply(shown), version: found.version(&request.context().store)? })
}

/// Replace a service
///
/// Everything but the ids is replaced: what the body leaves out is emptied. Built-in services can't be changed.
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/services/{sid}", tags = ["services"] }]
async fn update_service(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ServicePath>,
    seen: IfMatch,
    body: Body<AcpServiceRequest, Lenient>,
) -> Result<Tagged<JsonReply<AcpService>>, AcpError> {
    require_full(&request.context().store, &caller, &path.0.sid).await?;
    let body = body.into_inner();
    let changes = ServiceChanges {
        name: Some(body.name.unwrap_or_default()),
        description: Some(body.description.unwrap_or_default()),
        gateway_id: Some(filled(body.gateway_id)),
        access_token_ttl: None,
    };
    let changed = service::change(&caller.acting_if(&request, &seen), &path.0.sid, changes).await?;
    Ok(Tagged { reply: JsonReply(AcpService::of(&changed)), version: changed.version(&request.context().store)? })
}

/// Delete a service
///
/// Its scopes go with it, and so does every permission for them. Built-in services can't be deleted.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/services/{sid}", tags = ["services"] }]
async fn delete_service(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ServicePath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    require_full(&request.context().store, &caller, &path.0.sid).await?;
    service::remove(&caller.acting_if(&request, &seen), &path.0.sid).await?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface
        .tag("services", "Services: the APIs that tokens are for, which are API resources in the Logto dialect (ACP).");
    let service = json!({
        "id": "bsq6b0ol1qs3a4tq2a10", "name": "Orders", "description": "Order management", "tenant_id": "default",
        "authorization_server_id": "default", "gateway_id": "", "with_specification": false
    });
    let mut listed = service.clone();
    listed["protected_by_lambda_authorizer"] = json!(false);
    let mut with_scopes = listed.clone();
    with_scopes["scopes"] = json!([]);
    let request = json!({"name": "Orders", "description": "Order management", "authorization_server_id": "default"});
    surface.register(list_services).errors(&[404]).response_example(json!({"services": [listed]}));
    let create = surface.register(create_service).errors(&[400, 404, 409, 422]);
    create.request_example(request.clone()).response_example(service.clone());
    surface.register(get_service).errors(&[404]).response_example(with_scopes);
    surface.register(update_service).errors(&[400, 404, 422]).request_example(request).response_example(service);
    surface.register(delete_service).errors(&[400, 404]);
    specifications::register(surface);
}

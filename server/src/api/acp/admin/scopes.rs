//! `/api/admin/{tid}/scopes`: what clients may ask for.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::control_surface::opens_installation;
use authplane_domain::catalogue::scope::{self, NewScope, Scope, ScopeChanges};
use authplane_domain::catalogue::service::{self, Service};
use authplane_domain::configuration::beside::TimeBeside;
use authplane_domain::configuration::wanted::WantedScope;
use authplane_domain::identifier::IdForm;
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::store::Store;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::json;

use super::services::AcpService;
use super::{ServerPath, TenantPath, filled, required};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::{Lenient, Members};
use crate::edge::{Body, Created, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["scopes:read", "scopes:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["scopes:write"];
}

/// A scope: something that clients can be allowed to do.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpScope {
    /// Id of the scope, which isn't its name. Made by the server when a creation gives none.
    pub id: String,
    /// What clients ask for, in `scope` of their requests.
    pub name: String,
    /// Name of the scope for people, as the consent page shows it; may be empty.
    pub display_name: String,
    /// What the scope allows, as the consent page says it; may be empty.
    pub description: String,
    /// Id of the tenant that it belongs to.
    pub tenant_id: String,
    /// Id of the authorization server whose clients may be given it.
    pub authorization_server_id: String,
    /// Id of the policy that decides whether a developer's client may be given the scope; empty where there is none.
    pub developer_policy_id: String,
    /// Id of the policy that decides whether a user may grant the scope; empty where there is none.
    pub user_policy_id: String,
}

/// A scope with the service it belongs to.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpScopeWithService {
    #[serde(flatten)]
    scope: AcpScope,
    /// Whether it belongs to a service.
    with_service: bool,
    /// The service that it belongs to; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    service: Option<AcpService>,
}

/// The scopes of an authorization server.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpScopes {
    /// In the order of their creation.
    scopes: Vec<AcpScopeWithService>,
}

/// What a scope is replaced by.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpScopeRequest {
    /// Id of the scope, which isn't its name. Taken at creation only, and made by the server when absent.
    id: Option<String>,
    /// What clients ask for, in `scope` of their requests: without white space.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"^\S+$"))]
    name: Option<String>,
    /// Name of the scope for people, as the consent page shows it; may be empty.
    #[schemars(length(max = 8192))]
    display_name: Option<String>,
    /// What the scope allows, as the consent page says it; may be empty.
    #[schemars(length(max = 8192))]
    description: Option<String>,
    /// Accepted and ignored, since the path says which tenant it is.
    tenant_id: Option<String>,
    /// Id of the authorization server whose clients may be given it. Taken at creation only; the service's when absent, else `default`.
    authorization_server_id: Option<String>,
    /// Id of the policy that decides whether a developer's client may be given the scope.
    developer_policy_id: Option<String>,
    /// Id of the policy that decides whether a user may grant the scope.
    user_policy_id: Option<String>,
}

/// What a scope is made from.
#[derive(Debug, JsonSchema)]
pub struct AcpNewScope {
    #[serde(flatten)]
    scope: AcpScopeRequest,
    #[serde(flatten)]
    membership: AcpScopeMembership,
}

/// Where a new scope belongs.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
struct AcpScopeMembership {
    /// Id of the service that it belongs to; none when absent.
    service_id: Option<String>,
}

impl AcpScopeRequest {
    /// As a dump has it, where a scope of a service stands within it.
    pub(in crate::api::acp) fn into_wanted(
        self,
        service: Option<(&str, &str)>,
        beside: Option<TimeBeside>,
    ) -> Result<WantedScope, DomainError> {
        let Self {
            id: _,
            name,
            display_name,
            description,
            tenant_id: _,
            authorization_server_id,
            developer_policy_id,
            user_policy_id,
        } = self;
        let server_id = filled(authorization_server_id).or(service.map(|(_, server_id)| server_id.to_owned()));
        Ok(WantedScope {
            server_id: required("authorization_server_id", server_id)?,
            service_id: service.map(|(id, _)| id.to_owned()),
            name: name.unwrap_or_default(),
            display_name: display_name.unwrap_or_default(),
            description: filled(description),
            developer_policy_id: filled(developer_policy_id),
            user_policy_id: filled(user_policy_id),
            beside: beside.unwrap_or_default(),
        })
    }
}

impl<'de> Deserialize<'de> for AcpNewScope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = Members::read(deserializer)?;
        Ok(Self { scope: members.part()?, membership: members.part()? })
    }
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ScopePath {
    #[serde(flatten)]
    _tenant: TenantPath,
    /// Scope.
    scp: String,
}

impl AcpScope {
    /// The scope as this dialect shows it.
    #[must_use]
    pub fn of(scope: &Scope) -> Self {
        Self {
            id: scope.id.clone(),
            name: scope.name.clone(),
            display_name: scope.display_name.clone(),
            description: scope.description.clone().unwrap_or_default(),
            tenant_id: scope.tenant_id.clone(),
            authorization_server_id: scope.server_id.clone(),
            developer_policy_id: scope.developer_policy_id.clone().unwrap_or_default(),
            user_policy_id: scope.user_policy_id.clone().unwrap_or_default(),
        }
    }
}

impl AcpScopeWithService {
    /// The scope with its service as this dialect shows them.
    pub(in crate::api::acp) fn of(scope: &Scope, service: Option<&Service>) -> Self {
        Self { scope: AcpScope::of(scope), with_service: service.is_some(), service: service.map(AcpService::of) }
    }
}

/// Who holds a scope of a system server, or one that opens the tokens of others, has a right here: such scopes are for those who may do everything.
async fn require_full<P>(store: &Store, caller: &Caller<P>, id: &str) -> Result<(), AcpError> {
    let found = scope::find(store, caller.tenant(), id).await?.ok_or_else(|| AcpError::not_found("scope", id))?;
    let opens = found.service_id.as_deref().is_some_and(|service| opens_installation(service, &found.server_id));
    let guarded = opens || authorization_server::is_of_system(store, caller.server(&found.server_id)).await?;
    Ok(caller.require_full_if(guarded)?)
}

/// List the scopes of an authorization server
///
/// In the order of their creation, the built-in ones first; an unknown server has none.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/servers/{aid}/scopes", tags = ["scopes"] }]
async fn list_scopes(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ServerPath>,
) -> Result<JsonReply<AcpScopes>, AcpError> {
    let listed = scope::list_of_server(&request.context().store, caller.server(&path.0.aid)).await?;
    let scopes = listed.iter().map(|listed| AcpScopeWithService::of(&listed.scope, listed.service.as_ref())).collect();
    Ok(JsonReply(AcpScopes { scopes }))
}

/// Create a scope
///
/// The id is made by the server when the body gives none. A name may stand once in a service, and once among the scopes without one.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/scopes", tags = ["scopes"] }]
async fn create_scope(
    request: Request<Context>,
    caller: Caller<Write>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpNewScope, Lenient>,
) -> Result<Tagged<Created<AcpScope>>, AcpError> {
    let store = &request.context().store;
    let AcpNewScope { scope: body, membership } = body.into_inner();
    let service_id = filled(membership.service_id);
    let server_id = match (filled(body.authorization_server_id), &service_id) {
        (Some(server), _) => server,
        (None, Some(id)) => {
            let service =
                service::find(store, caller.tenant(), id).await?.ok_or_else(|| AcpError::not_found("service", id))?;
            service.server_id.clone()
        }
        (None, None) => authorization_server::DEFAULT.to_owned(),
    };
    let opens = service_id.as_deref().is_some_and(|service| opens_installation(service, &server_id));
    let guarded = opens || authorization_server::is_of_system(store, caller.server(&server_id)).await?;
    caller.require_full_if(guarded)?;
    let new = NewScope {
        id: filled(body.id),
        id_form: IdForm::Xid,
        server_id,
        service_id,
        name: body.name.unwrap_or_default(),
        display_name: body.display_name.unwrap_or_default(),
        description: filled(body.description),
        developer_policy_id: filled(body.developer_policy_id),
        user_policy_id: filled(body.user_policy_id),
    };
    let created = scope::create(&caller.acting(&request), new).await?;
    Ok(Tagged { reply: Created(AcpScope::of(&created)), version: created.version(&request.context().store)? })
}

/// Get a scope with its service
///
/// The service is left out where the scope belongs to none.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/scopes/{scp}", tags = ["scopes"] }]
async fn get_scope(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ScopePath>,
) -> Result<Tagged<JsonReply<AcpScopeWithService>>, AcpError> {
    let store = &request.context().store;
    let scp = path.0.scp;
    let found = scope::find(store, caller.tenant(), &scp).await?.ok_or_else(|| AcpError::not_found("scope", &scp))?;
    let service = match &found.service_id {
        Some(id) => service::find(store, caller.tenant(), id).await?,
        None => None,
    };
    Ok(Tagged {
        reply: JsonReply(AcpScopeWithService::of(&found, service.as_deref())),
        version: found.version(&request.context().store)?,
    })
}

/// Replace a scope
///
/// Everything but the ids and the service is replaced: what the body leaves out is emptied. Built-in scopes can't be changed.
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/scopes/{scp}", tags = ["scopes"] }]
async fn update_scope(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ScopePath>,
    seen: IfMatch,
    body: Body<AcpScopeRequest, Lenient>,
) -> Result<Tagged<JsonReply<AcpScope>>, AcpError> {
    require_full(&request.context().store, &caller, &path.0.scp).await?;
    let body = body.into_inner();
    let changes = ScopeChanges {
        name: Some(body.name.unwrap_or_default()),
        display_name: Some(body.display_name.unwrap_or_default()),
        description: Some(filled(body.description)),
        service_id: None,
        developer_policy_id: Some(filled(body.developer_policy_id)),
        user_policy_id: Some(filled(body.user_policy_id)),
    };
    let changed = scope::change(&caller.acting_if(&request, &seen), &path.0.scp, changes).await?;
    Ok(Tagged { reply: JsonReply(AcpScope::of(&changed)), version: changed.version(&request.context().store)? })
}

/// Delete a scope
///
/// Clients that were given it lose it. Built-in scopes can't be deleted.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/scopes/{scp}", tags = ["scopes"] }]
async fn delete_scope(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ScopePath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    require_full(&request.context().store, &caller, &path.0.scp).await?;
    scope::remove(&caller.acting_if(&request, &seen), &path.0.scp).await?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("scopes", "Scopes: what clients may ask for (ACP).");
    let scope = json!({
        "id": "bsq6b0ol1qs3a4tq2a1g", "name": "orders:read", "display_name": "Read orders", "description": "See orders", "tenant_id": "default",
        "authorization_server_id": "default", "developer_policy_id": "block", "user_policy_id": ""
    });
    let mut with_service = scope.clone();
    with_service["with_service"] = json!(true);
    with_service["service"] = json!({
        "id": "bsq6b0ol1qs3a4tq2a10", "name": "Orders", "description": "Order management", "tenant_id": "default",
        "authorization_server_id": "default", "gateway_id": "", "with_specification": false
    });
    let request = json!({"name": "orders:read", "display_name": "Read orders", "description": "See orders"});
    let mut new = request.clone();
    new["service_id"] = json!("bsq6b0ol1qs3a4tq2a10");
    surface.register(list_scopes).response_example(json!({"scopes": [with_service]}));
    surface.register(create_scope).errors(&[400, 404, 409, 422]).request_example(new).response_example(scope.clone());
    surface.register(get_scope).errors(&[404]).response_example(with_service);
    surface.register(update_scope).errors(&[400, 404, 422]).request_example(request).response_example(scope);
    surface.register(delete_scope).errors(&[404]);
}

//! `/api/resources/{resourceId}/scopes`: the scopes of an API resource.

use authplane_domain::catalogue::scope::{self, NewScope, Scope, ScopeChanges};
use authplane_domain::catalogue::service::{self, Service};
use authplane_domain::identifier::IdForm;
use authplane_domain::storage::cache::{Area, Kind};
use authplane_domain::storage::row::Row as _;
use authplane_domain::{Error as DomainError, Page, Result as DomainResult};
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{CANNOT_MODIFY, Read, Write, check_name, is_resource, resource};
use crate::api::logto::error::{Codes, LogtoError};
use crate::api::logto::nullable;
use crate::api::logto::paging::{PageQuery, WrittenPage, header_objects, written_page};
use crate::api::logto::search::{self, SearchQuery};
use crate::api::patch::{Patch, not_null};
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, Created, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};

const PAGES: Kind<WrittenPage> = WrittenPage::of(Area::CATALOGUE.with(Area::SERVERS));
const OF_CREATION: Codes = Codes { taken: "scope.name_exists", refused: CANNOT_MODIFY, ..Codes::USUAL };
const OF_CHANGE: Codes = Codes { missing: "entity.not_exists", ..OF_CREATION };
const OF_DELETION: Codes = Codes { missing: "entity.not_found", ..OF_CREATION };

/// A scope of an API resource: something that clients can be allowed to do with it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoResourceScope")]
pub struct ResourceScope {
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the scope, which isn't its name. Made by the server.
    id: String,
    /// Id of the API resource that it belongs to.
    resource_id: String,
    /// What clients ask for, in `scope` of their requests; unique in the API resource.
    name: String,
    /// What the scope allows, for people; null where nothing is said.
    #[schemars(schema_with = "nullable::text")]
    description: Option<String>,
    /// When it was made, in milliseconds since the epoch.
    created_at: i64,
}

/// What a scope of an API resource is made from.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoCreateResourceScopeRequest")]
pub struct CreateResourceScopeRequest {
    /// Accepted and ignored, since the tenant is the token's.
    #[expect(dead_code, reason = "clients send it, the token decides")]
    tenant_id: Option<String>,
    /// What clients ask for, in `scope` of their requests: without white space, unique in the API resource.
    #[schemars(length(min = 1, max = 256))]
    #[schemars(regex(pattern = r"^\S+$"))]
    name: String,
    /// What the scope allows, for people.
    #[schemars(length(max = 8192))]
    description: Option<String>,
}

/// What changes of a scope of an API resource.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoUpdateResourceScopeRequest")]
pub struct UpdateResourceScopeRequest {
    /// Accepted and ignored, since the tenant is the token's.
    #[expect(dead_code, reason = "clients send it, the token decides")]
    tenant_id: Option<String>,
    /// What clients ask for, in `scope` of their requests; kept when absent.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(min = 1, max = 256), regex(pattern = r"^\S+$"))]
    name: Option<String>,
    /// What the scope allows, for people. Kept when absent; null and an empty text take it away.
    #[serde(default)]
    #[schemars(length(max = 8192))]
    description: Patch<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ScopesPath {
    /// Resource.
    resource_id: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ScopePath {
    /// Resource.
    resource_id: String,
    /// Scope.
    scope_id: String,
}

impl ResourceScope {
    pub(in crate::api::logto) fn of(scope: Scope) -> Self {
        let Scope { tenant_id, id, service_id, name, description, created_at, .. } = scope;
        Self {
            tenant_id,
            id,
            resource_id: service_id.unwrap_or_default(),
            name,
            // Empty texts are stored as null upstream (Logto behaviour §1).
            description: description.filter(|text| !text.is_empty()),
            created_at: created_at.timestamp_millis(),
        }
    }
}

/// Scopes of the management API stay as they are, whatever is asked of them.
fn check_changeable(service: &Service) -> DomainResult<()> {
    if service.is_control_surface() {
        return Err(DomainError::refused("management_api", "the management API's scopes can't be changed"));
    }
    Ok(())
}

/// Is it a scope of this very resource?
async fn has_scope(context: &Context, service: &Service, scope_id: &str) -> DomainResult<bool> {
    let found = scope::find(&context.store, &service.tenant_id, scope_id).await?;
    Ok(found.is_some_and(|found| found.service_id.as_deref() == Some(&service.id)))
}

fn check_scope_name(name: &str) -> Result<(), LogtoError> {
    check_name("name", name)?;
    if name.chars().count() > 256 {
        return Err(LogtoError::invalid_input("name", "must have at most 256 characters", false));
    }
    if name.contains(char::is_whitespace) {
        return Err(LogtoError::new(
            StatusCode::BAD_REQUEST,
            "scope.name_with_space",
            "a scope's name must not contain white space",
        ));
    }
    Ok(())
}

/// List the scopes of an API resource
///
/// Always one page, in the order of creation; an unknown resource has no scopes.
#[dropshot::endpoint { method = GET, path = "/api/resources/{resourceId}/scopes", tags = ["resources"] }]
async fn list_resource_scopes(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ScopesPath>,
    paging: PageQuery,
    search: SearchQuery,
) -> Result<Prepared<Vec<ResourceScope>>, LogtoError> {
    let (store, tenant, id) = (&request.context().store, caller.tenant(), &path.0.resource_id);
    let (paging, search) = (paging.0?, search.0?);
    let search = (!search.terms.is_empty()).then_some(&search);
    let load = async |window| {
        if !service::find(store, tenant, id).await?.is_some_and(|found| is_resource(&found)) {
            return Ok(Page { items: Vec::new(), total: 0 });
        }
        let page = scope::page_of_service(store, tenant, id, window, search).await?;
        Ok(Page::clone(&page).map(ResourceScope::of))
    };
    written_page(&request, tenant, PAGES, paging, load).await.map_err(search::refused)
}

/// Create a scope of an API resource
///
/// A name may stand once in an API resource. Clients can ask for the scope when they were given it.
#[dropshot::endpoint { method = POST, path = "/api/resources/{resourceId}/scopes", tags = ["resources"] }]
async fn create_resource_scope(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ScopesPath>,
    body: Body<CreateResourceScopeRequest>,
) -> Result<Tagged<Created<ResourceScope>>, LogtoError> {
    let context = request.context();
    let CreateResourceScopeRequest { tenant_id: _, name, description } = body.into_inner();
    check_scope_name(&name)?;
    let service = resource(context, caller.tenant(), &path.0.resource_id).await?;
    let new = NewScope {
        id: None,
        id_form: IdForm::Logto,
        server_id: service.server_id.clone(),
        service_id: Some(service.id.clone()),
        display_name: name.clone(),
        name,
        description: description.filter(|text| !text.is_empty()),
        developer_policy_id: None,
        user_policy_id: None,
    };
    let created = scope::create(&caller.acting(&request), new).await.map_err(|error| OF_CREATION.error(error))?;
    Ok(Tagged { version: created.version(&request.context().store)?, reply: Created(ResourceScope::of(created)) })
}

/// Change a scope of an API resource
///
/// An empty body changes nothing.
#[dropshot::endpoint { method = PATCH, path = "/api/resources/{resourceId}/scopes/{scopeId}", tags = ["resources"] }]
async fn update_resource_scope(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ScopePath>,
    seen: IfMatch,
    body: Body<UpdateResourceScopeRequest>,
) -> Result<Tagged<JsonReply<ResourceScope>>, LogtoError> {
    let (context, scope_id) = (request.context(), &path.0.scope_id);
    let UpdateResourceScopeRequest { tenant_id: _, name, description } = body.into_inner();
    let service = resource(context, caller.tenant(), &path.0.resource_id).await?;
    check_changeable(&service).map_err(|error| OF_CHANGE.error(error))?;
    if let Some(name) = &name {
        check_scope_name(name)?;
    }
    if !has_scope(context, &service, scope_id).await? {
        // Upstream finds the name taken before it misses the scope.
        let scopes = scope::page_of_service(&context.store, caller.tenant(), &service.id, None, None).await?;
        let taken = name.filter(|name| scopes.items.iter().any(|scope| scope.name == *name));
        return Err(OF_CHANGE.error(match taken {
            Some(value) => DomainError::Conflict { thing: "scope", field: "name", value },
            None => DomainError::not_found("scope", scope_id),
        }));
    }
    let description = description.into_change().map(|text| text.filter(|text| !text.is_empty()));
    let changes = ScopeChanges { name, description, ..ScopeChanges::default() };
    let changed = scope::change(&caller.acting_if(&request, &seen), scope_id, changes).await;
    let changed = changed.map_err(|error| OF_CHANGE.error(error))?;
    Ok(Tagged { version: changed.version(&request.context().store)?, reply: JsonReply(ResourceScope::of(changed)) })
}

/// Delete a scope of an API resource
///
/// Clients that were given it lose it.
#[dropshot::endpoint { method = DELETE, path = "/api/resources/{resourceId}/scopes/{scopeId}", tags = ["resources"] }]
async fn delete_resource_scope(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ScopePath>,
    seen: IfMatch,
) -> Result<NoContent, LogtoError> {
    let (context, scope_id) = (request.context(), &path.0.scope_id);
    let service = resource(context, caller.tenant(), &path.0.resource_id).await?;
    check_changeable(&service).map_err(|error| OF_DELETION.error(error))?;
    if !has_scope(context, &service, scope_id).await? {
        return Err(OF_DELETION.error(DomainError::not_found("scope", scope_id)));
    }
    let removed = scope::remove(&caller.acting_if(&request, &seen), scope_id).await;
    removed.map_err(|error| OF_DELETION.error(error))?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let scope = json!({"tenantId": "default", "id": "s0f8b1d6h3j7l2n9p4r5t", "resourceId": "r1cx9m2k4v7n0q3t5w8yz", "name": "orders:read", "description": "See orders", "createdAt": 1_767_225_600_000_i64});
    let [total_number, link] = header_objects();
    let list = surface.register(list_resource_scopes).errors(&[400]).response_example(json!([scope]));
    list.response_header(total_number.0, total_number.1).response_header(link.0, link.1);
    surface
        .register(create_resource_scope)
        .errors(&[400, 404, 422])
        .request_example(json!({"name": "orders:read", "description": "See orders"}))
        .response_example(scope.clone());
    surface
        .register(update_resource_scope)
        .errors(&[400, 404, 422])
        .request_example(json!({"description": "See all orders"}))
        .response_example(scope);
    surface.register(delete_resource_scope).errors(&[400, 404]);
}

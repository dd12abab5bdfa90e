//! `/api/roles/{id}/scopes`: the scopes that a role gives.

use authplane_domain::Page;
use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::scope::ScopeWithService;
use authplane_domain::clients::role::{self, MOST_SCOPES, RoleScopes};
use authplane_domain::storage::cache::{Area, Kind};
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::store::Store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::refusal::RoleCodes;
use super::representation::check_some_ids;
use super::{Read, RolePath, Write, found};
use crate::api::logto::error::LogtoError;
use crate::api::logto::paging::{PageQuery, WrittenPage, header_objects, written_page};
use crate::api::logto::resources::scopes::ResourceScope;
use crate::api::logto::resources::{Resource, default_server};
use crate::api::logto::search::{self, SearchQuery};
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, Created, IfMatch, NoContent, Path, Request, Surface, Tagged};

const PAGES: Kind<WrittenPage> = WrittenPage::of(Area::ROLES.with(Area::CATALOGUE).with(Area::SERVERS));
const OF_CREATION: RoleCodes = RoleCodes::taken("role.scope_exists");

/// A scope that a role gives, with the API resource that it belongs to.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LogtoScopeWithResource")]
struct ScopeWithResource {
    #[serde(flatten)]
    scope: ResourceScope,
    /// The API resource that it belongs to.
    resource: Resource,
}

/// Scopes that a role shall give.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoScopeIdsRequest")]
struct ScopeIdsRequest {
    /// Ids of scopes of API resources.
    #[schemars(length(min = 1, max = 1024), inner(length(min = 1)))]
    scope_ids: Vec<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct RoleScopePath {
    /// Role.
    id: String,
    /// Scope.
    scope_id: String,
}

/// Refuses a caller who may do only a part where one of the scopes opens more.
pub(super) async fn refuse_more(store: &Store, caller: &Caller<Write>, ids: &[String]) -> Result<(), LogtoError> {
    let more = !caller.is_full() && role::any_opens_installation(store, caller.tenant(), ids).await?;
    Ok(caller.require_full_if(more)?)
}

/// `None` where the resource was removed at this moment, and the scope with it.
fn shown(given: ScopeWithService, server: &AuthorizationServer) -> Option<ScopeWithResource> {
    let ScopeWithService { scope, service } = given;
    Some(ScopeWithResource { scope: ResourceScope::of(scope), resource: Resource::of(service?, server) })
}

/// List the scopes of a role
///
/// In the order of their creation. All of them when neither `page` nor `page_size` is given; else one page, with `Total-Number` and `Link`.
#[dropshot::endpoint { method = GET, path = "/api/roles/{id}/scopes", tags = ["roles"] }]
async fn list_role_scopes(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<RolePath>,
    paging: PageQuery,
    search: SearchQuery,
) -> Result<Prepared<Vec<ScopeWithResource>>, LogtoError> {
    let (context, tenant, id) = (request.context(), caller.tenant(), &path.0.id);
    let (paging, search) = (paging.0?.optional(), search.0?);
    let load = async |window| {
        found(context, &caller, id).await?;
        let wanted = RoleScopes { window, search: search.clone() };
        let given = role::scopes_of(&context.store, tenant, id, &wanted).await?;
        if given.items.is_empty() {
            return Ok(Page { items: Vec::new(), total: given.total });
        }
        let server = default_server(context, tenant).await?;
        let items = given.items.into_iter().filter_map(|given| shown(given, &server)).collect();
        Ok(Page { items, total: given.total })
    };
    written_page(&request, tenant, PAGES, paging, load).await.map_err(search::refused)
}

/// Give a role scopes
///
/// Besides those that it has, one of which can't be given again. The answer is all of them.
#[dropshot::endpoint { method = POST, path = "/api/roles/{id}/scopes", tags = ["roles"] }]
async fn create_role_scope(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<RolePath>,
    body: Body<ScopeIdsRequest>,
) -> Result<Tagged<Created<Vec<ResourceScope>>>, LogtoError> {
    let (context, id) = (request.context(), &path.0.id);
    let ScopeIdsRequest { scope_ids } = body.into_inner();
    check_some_ids("scopeIds", &scope_ids, MOST_SCOPES)?;
    super::refuse_more(context, &caller, id).await?;
    refuse_more(&context.store, &caller, &scope_ids).await?;
    let added = role::add_scopes(&caller.acting(&request), id, &scope_ids).await;
    let added = added.map_err(|error| OF_CREATION.error(error))?;
    let given = role::scopes_of(&context.store, caller.tenant(), id, &RoleScopes::default()).await?;
    let all = given.items.into_iter().map(|given| ResourceScope::of(given.scope)).collect();
    Ok(Tagged { version: added.version(&context.store)?, reply: Created(all) })
}

/// Take a scope from a role
///
/// Whoever has the role gets no token with the scope any more, unless they have it otherwise.
#[dropshot::endpoint { method = DELETE, path = "/api/roles/{id}/scopes/{scopeId}", tags = ["roles"] }]
async fn delete_role_scope(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<RoleScopePath>,
    seen: IfMatch,
) -> Result<NoContent, LogtoError> {
    let (context, RoleScopePath { id, scope_id }) = (request.context(), &path.0);
    super::refuse_more(context, &caller, id).await?;
    let removed = role::remove_scope(&caller.acting_if(&request, &seen), id, scope_id).await;
    removed.map_err(|error| RoleCodes::TAKING.error(error))?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let scope = json!({"tenantId": "default", "id": "s0f8b1d6h3j7l2n9p4r5t", "resourceId": "r1cx9m2k4v7n0q3t5w8yz", "name": "orders:read", "description": "See orders", "createdAt": 1_767_225_600_000_i64});
    let mut with_resource = scope.clone();
    with_resource["resource"] = json!({"tenantId": "default", "id": "r1cx9m2k4v7n0q3t5w8yz", "name": "Orders", "indicator": "https://orders.example", "isDefault": false, "accessTokenTtl": 3600});
    let [total_number, link] = header_objects();
    let list = surface.register(list_role_scopes).errors(&[400, 404]).response_example(json!([with_resource]));
    list.response_header(total_number.0, total_number.1).response_header(link.0, link.1);
    // Without them it answers everything: a generated client that sends defaults would see a part.
    list.parameter("page", json!({"default": null})).parameter("page_size", json!({"default": null}));
    surface
        .register(create_role_scope)
        .errors(&[400, 404, 422])
        .request_example(json!({"scopeIds": ["s0f8b1d6h3j7l2n9p4r5t"]}))
        .response_example(json!([scope]));
    surface.register(delete_role_scope).errors(&[400, 404]);
}

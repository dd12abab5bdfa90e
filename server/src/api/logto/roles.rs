//! `/api/roles`: roles. A role gives scopes of API resources to whoever has it: to users, or to applications that ask for tokens in their own name.

mod applications;
pub(super) mod refusal;
pub(super) mod representation;
mod scopes;

use authplane_domain::Error as DomainError;
use authplane_domain::clients::role::{self, Role as DomainRole, RoleFilter, RoleType};
use authplane_domain::storage::cache::{Area, Kind};
use authplane_domain::storage::row::Row as _;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use self::refusal::RoleCodes;
use self::representation::{CreateRoleRequest, Role, RoleWithFeatured, UpdateRoleRequest, example};
use super::error::LogtoError;
use super::paging::{PageQuery, WrittenPage, header_objects, written_page};
use super::search::{self, SearchQuery};
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, IfMatch, JsonReply, NoContent, Path, Query, Request, Surface, Tagged};

const PAGES: Kind<WrittenPage> = WrittenPage::of(Area::ROLES.with(Area::CLIENTS).with(Area::SERVERS));
const OF_CREATION: RoleCodes = RoleCodes::taken("role.name_in_use");

struct Read;
impl Permission for Read {
    const API: Api = Api::Logto;
    const SCOPES: &'static [&'static str] = &["roles:read", "roles:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::Logto;
    const SCOPES: &'static [&'static str] = &["roles:write"];
}

#[derive(Debug, Deserialize, JsonSchema)]
struct RolePath {
    /// Role.
    id: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ListRolesQuery {
    /// Id of a user: leaves out the roles that they have.
    #[expect(dead_code, reason = "no user has roles yet, so none is left out")]
    exclude_user_id: Option<String>,
    /// Id of an application: leaves out the roles that it has.
    exclude_application_id: Option<String>,
    /// Who those can have that are wanted.
    #[serde(rename = "type")]
    role_type: Option<RoleType>,
}

/// The role.
async fn found<P>(context: &Context, caller: &Caller<P>, id: &str) -> Result<DomainRole, DomainError> {
    let found = role::find(&context.store, caller.tenant(), id).await?;
    found.ok_or_else(|| DomainError::not_found("role", id))
}

/// Refuses a caller who may do only a part where the role opens more: whoever has it would be whoever changes it.
async fn refuse_more(context: &Context, caller: &Caller<Write>, id: &str) -> Result<(), LogtoError> {
    let more = !caller.is_full() && role::opens_installation(&context.store, caller.tenant(), &[id.to_owned()]).await?;
    Ok(caller.require_full_if(more)?)
}

/// List roles
///
/// Always one page, in the order of creation, with how many have each and the first few of them. Internal ones are left out.
#[dropshot::endpoint { method = GET, path = "/api/roles", tags = ["roles"] }]
async fn list_roles(
    request: Request<Context>,
    caller: Caller<Read>,
    query: Query<ListRolesQuery>,
    paging: PageQuery,
    search: SearchQuery,
) -> Result<Prepared<Vec<RoleWithFeatured>>, LogtoError> {
    let (store, tenant) = (&request.context().store, caller.tenant());
    let ListRolesQuery { exclude_user_id: _, exclude_application_id, role_type } = query.0;
    let (paging, search) = (paging.0?, search.0?);
    let without_application = exclude_application_id.filter(|id| !id.is_empty());
    let filter = RoleFilter { role_type, without_application, search, ..RoleFilter::default() };
    let load = async |window| {
        let page = role::page(store, tenant, &filter, window).await?;
        let ids: Vec<&str> = page.items.iter().map(|role| role.id.as_str()).collect();
        let mut holders = role::holders(store, tenant, &ids).await?;
        Ok(page.map(|role| {
            let of_role = holders.remove(&role.id).unwrap_or_default();
            RoleWithFeatured::of(role, of_role)
        }))
    };
    written_page(&request, tenant, PAGES, paging, load).await.map_err(search::refused)
}

/// Create a role
///
/// For users, unless its type says otherwise. Scopes of the management API are for roles of applications alone.
#[dropshot::endpoint { method = POST, path = "/api/roles", tags = ["roles"] }]
async fn create_role(
    request: Request<Context>,
    caller: Caller<Write>,
    body: Body<CreateRoleRequest>,
) -> Result<Tagged<JsonReply<Role>>, LogtoError> {
    let store = &request.context().store;
    let new = body.into_inner().into_new()?;
    scopes::refuse_more(store, &caller, &new.scope_ids).await?;
    let created = role::create(&caller.acting(&request), new).await.map_err(|error| OF_CREATION.error(error))?;
    Ok(Tagged { version: created.version(store)?, reply: JsonReply(Role::of(created)) })
}

/// Get a role
///
/// Its scopes, and who has it, are lists of their own.
#[dropshot::endpoint { method = GET, path = "/api/roles/{id}", tags = ["roles"] }]
async fn get_role(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<RolePath>,
) -> Result<Tagged<JsonReply<Role>>, LogtoError> {
    let context = request.context();
    let found = found(context, &caller, &path.0.id).await?;
    Ok(Tagged { version: found.version(&context.store)?, reply: JsonReply(Role::of(found)) })
}

/// Change a role
///
/// What it is called, and whether users who are new have it. Its type never changes. An empty body changes nothing.
#[dropshot::endpoint { method = PATCH, path = "/api/roles/{id}", tags = ["roles"] }]
async fn update_role(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<RolePath>,
    seen: IfMatch,
    body: Body<UpdateRoleRequest>,
) -> Result<Tagged<JsonReply<Role>>, LogtoError> {
    let (context, id) = (request.context(), &path.0.id);
    let changes = body.into_inner().into_changes()?;
    refuse_more(context, &caller, id).await?;
    let changed = role::change(&caller.acting_if(&request, &seen), id, changes).await;
    let changed = changed.map_err(|error| OF_CREATION.error(error))?;
    Ok(Tagged { version: changed.version(&context.store)?, reply: JsonReply(Role::of(changed)) })
}

/// Delete a role
///
/// Whoever had it has it no longer, and gets no scopes by it.
#[dropshot::endpoint { method = DELETE, path = "/api/roles/{id}", tags = ["roles"] }]
async fn delete_role(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<RolePath>,
    seen: IfMatch,
) -> Result<NoContent, LogtoError> {
    let (context, id) = (request.context(), &path.0.id);
    refuse_more(context, &caller, id).await?;
    let removed = role::remove(&caller.acting_if(&request, &seen), id).await;
    removed.map_err(|error| RoleCodes::TAKING.error(error))?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("roles", "Roles, which give scopes of API resources to users and applications (Logto).");
    let role = example();
    let mut with_featured = role.clone();
    with_featured["usersCount"] = json!(0);
    with_featured["featuredUsers"] = json!([]);
    with_featured["applicationsCount"] = json!(1);
    with_featured["featuredApplications"] =
        json!([{"id": "a1cx9m2k4v7n0q3t5w8yz", "name": "Order robot", "type": "MachineToMachine"}]);
    let [total_number, link] = header_objects();
    let list = surface.register(list_roles).errors(&[400]).response_example(json!([with_featured]));
    list.response_header(total_number.0, total_number.1).response_header(link.0, link.1);
    list.parameter("excludeUserId", json!({"example": "u1cx9m2k4v7n"}))
        .parameter("excludeApplicationId", json!({"example": "a1cx9m2k4v7n0q3t5w8yz"}))
        .parameter("type", json!({"example": "MachineToMachine"}));
    surface
        .register(create_role)
        .errors(&[400, 404, 422])
        .request_example(
            json!({"name": "Order robots", "description": "Read and write orders", "type": "MachineToMachine"}),
        )
        .response_example(role.clone());
    surface.register(get_role).errors(&[400, 404]).response_example(role.clone());
    surface
        .register(update_role)
        .errors(&[400, 404, 422])
        .request_example(json!({"description": "Read and write all orders"}))
        .response_example(role);
    surface.register(delete_role).errors(&[400, 404]);
    scopes::register(surface);
    applications::register(surface);
}

//! `/api/applications/{applicationId}/roles`: the roles of an application that asks for tokens in its own name.

use authplane_domain::Error as DomainError;
use authplane_domain::clients::application;
use authplane_domain::clients::client::{self, MOST_ROLES};
use authplane_domain::clients::role::{self, RoleFilter};
use authplane_domain::storage::cache::{Area, Kind};
use authplane_domain::storage::row::Row as _;
use http::StatusCode;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::Read;
use super::change::{Refused, Write, change};
use crate::api::logto::error::LogtoError;
use crate::api::logto::paging::{PageQuery, WrittenPage, header_objects, written_page};
use crate::api::logto::roles::refusal::RoleCodes;
use crate::api::logto::roles::representation::{Role, check_ids, example};
use crate::api::logto::search::{self, SearchQuery};
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::answer::{EmptyCreated, EmptyOk, Prepared};
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, IfMatch, NoContent, Path, Request, Surface, Tagged};

const PAGES: Kind<WrittenPage> = WrittenPage::of(Area::ROLES.with(Area::CLIENTS).with(Area::SERVERS));
const OF_ASSIGNMENT: RoleCodes = RoleCodes::taken("application.role_exists");
/// Where it is the database that finds it upstream.
const OF_REPLACEMENT: RoleCodes = RoleCodes { wrong_type: "entity.db_constraint_violated", ..RoleCodes::USUAL };

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct RolesPath {
    /// Application.
    application_id: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct RolePath {
    /// Application.
    application_id: String,
    /// Role.
    role_id: String,
}

/// Roles that an application shall have.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoRoleIdsRequest")]
struct RoleIdsRequest {
    /// Ids of roles of type `MachineToMachine`.
    #[schemars(length(max = 256), inner(length(min = 1)))]
    role_ids: Vec<String>,
}

impl RoleIdsRequest {
    fn into_ids(self) -> Result<Vec<String>, LogtoError> {
        check_ids("roleIds", &self.role_ids, MOST_ROLES)?;
        Ok(self.role_ids)
    }
}

/// Refuses a caller who may do only a part where one of the roles opens more.
async fn refuse_more(context: &Context, caller: &Caller<Write>, ids: &[String]) -> Result<(), Refused> {
    let more = !caller.is_full() && role::opens_installation(&context.store, caller.tenant(), ids).await?;
    Ok(caller.require_full_if(more)?)
}

/// List the roles of an application
///
/// Always one page, in the order of creation. Internal ones are left out. Only applications of type `MachineToMachine` have roles.
#[dropshot::endpoint { method = GET, path = "/api/applications/{applicationId}/roles", tags = ["applications"] }]
async fn list_application_roles(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<RolesPath>,
    paging: PageQuery,
    search: SearchQuery,
) -> Result<Prepared<Vec<Role>>, LogtoError> {
    let (store, tenant, id) = (&request.context().store, caller.tenant(), &path.0.application_id);
    let (paging, search) = (paging.0?, search.0?);
    let load = async |window| {
        let found = application::find(store, tenant, id).await?;
        let found = found.ok_or_else(|| DomainError::not_found("application", id))?;
        client::check_can_have_roles(&found)?;
        let filter = RoleFilter { of_application: Some(id.clone()), search, ..RoleFilter::default() };
        Ok(role::page(store, tenant, &filter, window).await?.map(Role::of))
    };
    written_page(&request, tenant, PAGES, paging, load).await.map_err(|error| match error {
        DomainError::Invalid { .. } => search::refused(error),
        error => RoleCodes::USUAL.error(error),
    })
}

/// Give an application roles
///
/// Besides those that it has, one of which can't be given again.
#[dropshot::endpoint { method = POST, path = "/api/applications/{applicationId}/roles", tags = ["applications"] }]
async fn assign_application_roles(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<RolesPath>,
    body: Body<RoleIdsRequest>,
) -> Result<Tagged<EmptyCreated>, LogtoError> {
    let context = request.context();
    let ids = body.into_inner().into_ids()?;
    let changed = change(&request, &caller, None, &path.0.application_id, |acting, found| {
        let (caller, ids) = (&caller, &ids);
        async move {
            client::check_can_have_roles(&found)?;
            refuse_more(context, caller, ids).await?;
            let changed = client::add_roles(&acting, &found.id, ids).await?;
            // What is wrong with the application comes before.
            if ids.is_empty() {
                let message = "roleIds must not be empty";
                return Err(LogtoError::new(StatusCode::UNPROCESSABLE_ENTITY, "entity.invalid_input", message).into());
            }
            Ok(changed)
        }
    });
    let changed = changed.await.map_err(|refused| refused.or_else(|error| OF_ASSIGNMENT.error(error)))?;
    Ok(Tagged { version: changed.version(&context.store)?, reply: EmptyCreated })
}

/// Replace the roles of an application
///
/// Those that the body leaves out are taken away.
#[dropshot::endpoint { method = PUT, path = "/api/applications/{applicationId}/roles", tags = ["applications"] }]
async fn replace_application_roles(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<RolesPath>,
    seen: IfMatch,
    body: Body<RoleIdsRequest>,
) -> Result<Tagged<EmptyOk>, LogtoError> {
    let context = request.context();
    let ids = body.into_inner().into_ids()?;
    let changed = change(&request, &caller, Some(&seen), &path.0.application_id, |acting, found| {
        let (caller, ids) = (&caller, &ids);
        async move {
            client::check_can_have_roles(&found)?;
            refuse_more(context, caller, ids).await?;
            Ok(client::set_roles(&acting, &found.id, ids).await?)
        }
    });
    let changed = changed.await.map_err(|refused| refused.or_else(|error| OF_REPLACEMENT.error(error)))?;
    Ok(Tagged { version: changed.version(&context.store)?, reply: EmptyOk })
}

/// Take a role from an application
///
/// Its next token has no scope by the role, and those that it has say so at once.
#[dropshot::endpoint { method = DELETE, path = "/api/applications/{applicationId}/roles/{roleId}", tags = ["applications"] }]
async fn delete_application_role(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<RolePath>,
    seen: IfMatch,
) -> Result<NoContent, LogtoError> {
    let RolePath { application_id, role_id } = path.0;
    let changed = change(&request, &caller, Some(&seen), &application_id, |acting, found| {
        let role_id = &role_id;
        async move {
            client::check_can_have_roles(&found)?;
            Ok(client::remove_role(&acting, &found.id, role_id).await?)
        }
    });
    changed.await.map_err(|refused| refused.or_else(|error| RoleCodes::USUAL.error(error)))?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let ids = json!({"roleIds": ["r7cx9m2k4v7n0q3t5w8yz"]});
    let [total_number, link] = header_objects();
    let list = surface.register(list_application_roles).errors(&[400, 404, 422]).response_example(json!([example()]));
    list.response_header(total_number.0, total_number.1).response_header(link.0, link.1);
    surface.register(assign_application_roles).errors(&[400, 404, 422]).request_example(ids.clone());
    surface.register(replace_application_roles).errors(&[400, 404, 422]).request_example(ids);
    surface.register(delete_application_role).errors(&[400, 404, 422]);
}

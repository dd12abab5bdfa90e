//! `/api/roles/{id}/applications`: the applications that have a role.

use std::collections::BTreeSet;

use authplane_domain::Error as DomainError;
use authplane_domain::clients::application::{self, ApplicationFilter};
use authplane_domain::clients::client;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::refusal::RoleCodes;
use super::representation::check_some_ids;
use super::{Read, RolePath, Write, found, refuse_more};
use crate::api::client_rights::may_do_more;
use crate::api::logto::applications::change::change;
use crate::api::logto::applications::representation::{Application, example};
use crate::api::logto::applications::shown;
use crate::api::logto::error::LogtoError;
use crate::api::logto::paging::{PageQuery, header_objects, page};
use crate::api::logto::search::{self, SearchQuery};
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::answer::{EmptyCreated, Prepared};
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, IfMatch, NoContent, Path, Request, Surface};

/// Applications that are given a role at once.
const MOST: usize = 256;
/// Times that they are looked at again because somebody else changed one meanwhile.
const TRIES: usize = 3;
const OF_CREATION: RoleCodes = RoleCodes::taken("role.application_exists");

/// Applications that shall have a role.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoApplicationIdsRequest")]
struct ApplicationIdsRequest {
    /// Ids of applications of type `MachineToMachine`.
    #[schemars(length(min = 1, max = 256), inner(length(min = 1)))]
    application_ids: Vec<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct RoleApplicationPath {
    /// Role.
    id: String,
    /// Application.
    application_id: String,
}

/// List the applications that have a role
///
/// Always one page, the newest first. Their secrets are shown to callers who may change applications.
#[dropshot::endpoint { method = GET, path = "/api/roles/{id}/applications", tags = ["roles"] }]
async fn list_role_applications(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<RolePath>,
    paging: PageQuery,
    search: SearchQuery,
) -> Result<Prepared<Vec<Application>>, LogtoError> {
    let (context, id) = (request.context(), &path.0.id);
    let (paging, search) = (paging.0?, search.0?);
    found(context, &caller, id).await?;
    let filter = ApplicationFilter { with_role: Some(id.clone()), search, ..ApplicationFilter::default() };
    let having = application::page(&context.store, caller.tenant(), &filter, paging.window()).await;
    let having = having.map_err(search::refused)?;
    Ok(page(&request, paging, &shown::all(context, &caller, &having.items).await?, having.total)?)
}

/// Give a role to applications
///
/// All of them, or none. One that has it can't be given it again.
#[dropshot::endpoint { method = POST, path = "/api/roles/{id}/applications", tags = ["roles"] }]
async fn create_role_application(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<RolePath>,
    body: Body<ApplicationIdsRequest>,
) -> Result<EmptyCreated, LogtoError> {
    let (context, id) = (request.context(), &path.0.id);
    let ApplicationIdsRequest { application_ids } = body.into_inner();
    check_some_ids("applicationIds", &application_ids, MOST)?;
    let application_ids: BTreeSet<String> = application_ids.into_iter().collect();
    found(context, &caller, id).await?;
    refuse_more(context, &caller, id).await?;
    let mut tries = 0..TRIES;
    loop {
        let mut seen = Vec::with_capacity(application_ids.len());
        for id in &application_ids {
            let found = application::find(&context.store, caller.tenant(), id).await?;
            let found = found.ok_or_else(|| DomainError::not_found("application", id))?;
            caller.require_full_if(!caller.is_full() && may_do_more(&context.store, &found).await?)?;
            seen.push(found);
        }
        match client::add_role_to(&caller.acting(&request), id, &seen).await {
            Err(DomainError::PreconditionFailed { .. }) if tries.next().is_some() => {}
            // Nobody said what they believe of any.
            Err(DomainError::PreconditionFailed { .. }) => {
                return Err(DomainError::Unavailable("others change the applications".to_owned()).into());
            }
            done => {
                done.map_err(|error| OF_CREATION.error(error))?;
                return Ok(EmptyCreated);
            }
        }
    }
}

/// Take a role from an application
///
/// Its next token has no scope by the role, and those that it has say so at once.
#[dropshot::endpoint { method = DELETE, path = "/api/roles/{id}/applications/{applicationId}", tags = ["roles"] }]
async fn delete_role_application(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<RoleApplicationPath>,
    seen: IfMatch,
) -> Result<NoContent, LogtoError> {
    let (context, RoleApplicationPath { id, application_id }) = (request.context(), &path.0);
    refuse_more(context, &caller, id).await?;
    let taken = change(&request, &caller, Some(&seen), application_id, async |acting, found| {
        Ok(client::remove_role(&acting, &found.id, id).await?)
    });
    taken.await.map_err(|refused| refused.or_else(|error| RoleCodes::TAKING.error(error)))?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let [total_number, link] = header_objects();
    let list = surface.register(list_role_applications).errors(&[400, 404]).response_example(json!([example()]));
    list.response_header(total_number.0, total_number.1).response_header(link.0, link.1);
    surface
        .register(create_role_application)
        .errors(&[400, 404, 422])
        .request_example(json!({"applicationIds": ["a1cx9m2k4v7n0q3t5w8yz"]}));
    surface.register(delete_role_application).errors(&[400, 404]);
}

//! `/api/applications`: applications. One is a client of the tenant's default authorization server.

pub(super) mod change;
mod custom_data;
mod filter;
pub(super) mod representation;
mod roles;
mod secrets;
pub(super) mod shown;

use authplane_domain::Error as DomainError;
use authplane_domain::clients::application::{self, DEMO_APP, NewApplication};
use authplane_domain::clients::client;
use authplane_domain::storage::row::Row as _;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use self::change::{Write, change};
use self::filter::FilterQuery;
use self::representation::{
    Application, ApplicationWithAdmin, CreateApplicationRequest, UpdateApplicationRequest, example, named,
};
use self::shown::shown;
use super::error::{Codes, LogtoError};
use super::paging::{PageQuery, header_objects, page};
use super::search;
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};
use crate::oauth::client::sector_identifier;

const OF_CREATION: Codes = Codes { refused: "application.invalid_third_party_application_type", ..Codes::USUAL };
const OF_CHANGE: Codes = Codes { missing: "entity.not_exists", ..Codes::USUAL };

pub(super) struct Read;
impl Permission for Read {
    const API: Api = Api::Logto;
    const SCOPES: &'static [&'static str] = &["applications:read", "applications:write"];
}

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct ApplicationPath {
    /// Application.
    id: String,
}

/// List applications
///
/// The newest first. All of them when neither `page` nor `page_size` is given; else one page, with `Total-Number` and `Link`.
#[dropshot::endpoint { method = GET, path = "/api/applications", tags = ["applications"] }]
async fn list_applications(
    request: Request<Context>,
    caller: Caller<Read>,
    filter: FilterQuery,
    paging: PageQuery,
) -> Result<Prepared<Vec<Application>>, LogtoError> {
    let (context, tenant) = (request.context(), caller.tenant());
    let (paging, filter) = (paging.0?.optional(), filter.0?);
    let found = application::page(&context.store, tenant, &filter, paging.window()).await.map_err(search::refused)?;
    Ok(page(&request, paging, &shown::all(context, &caller, &found.items).await?, found.total)?)
}

/// Create an application
///
/// Its type decides how it gets tokens: Native and SPA keep no secret and use PKCE, Traditional has a secret and users, `MachineToMachine` asks for tokens in its
/// own name. Protected ones need a proxy, which is not configured here.
#[dropshot::endpoint { method = POST, path = "/api/applications", tags = ["applications"] }]
async fn create_application(
    request: Request<Context>,
    caller: Caller<Write>,
    body: Body<CreateApplicationRequest>,
) -> Result<Tagged<JsonReply<Application>>, LogtoError> {
    let context = request.context();
    let body = body.into_inner();
    body.check()?;
    super::resources::default_server(context, caller.tenant()).await?;
    let protected = body.check_protected();
    let new: NewApplication = body.into();
    new.check().map_err(|error| OF_CREATION.error(named(error)))?;
    protected?;
    let created = application::create(&caller.acting(&request), new).await;
    let created = created.map_err(|error| OF_CREATION.error(named(error)))?;
    let version = created.version(&context.store)?;
    // Who made it sees its secret.
    let secret = client::open_secret(&context.store, &created)?;
    Ok(Tagged { reply: JsonReply(Application::of(&created, secret, false)), version })
}

/// Get an application
///
/// With its secret, for callers who may also change it. `demo-app` is built in.
#[dropshot::endpoint { method = GET, path = "/api/applications/{id}", tags = ["applications"] }]
async fn get_application(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ApplicationPath>,
) -> Result<Tagged<JsonReply<ApplicationWithAdmin>>, LogtoError> {
    let (context, id) = (request.context(), &path.0.id);
    let Some(found) = application::find(&context.store, caller.tenant(), id).await? else {
        if id == DEMO_APP {
            let demo = ApplicationWithAdmin::demo(caller.tenant());
            return Ok(Tagged { reply: JsonReply(demo), version: DEMO_APP.to_owned() });
        }
        return Err(DomainError::not_found("application", id).into());
    };
    let shown = ApplicationWithAdmin::of(shown(context, &caller, &found).await?, found.administers);
    Ok(Tagged { reply: JsonReply(shown), version: found.version(&context.store)? })
}

/// Change an application
///
/// What is given replaces what is there; of both kinds of metadata, member by member. Type, secret and whether it is a third party's never change. An empty body
/// changes nothing.
#[dropshot::endpoint { method = PATCH, path = "/api/applications/{id}", tags = ["applications"] }]
async fn update_application(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ApplicationPath>,
    seen: IfMatch,
    body: Body<UpdateApplicationRequest>,
) -> Result<Tagged<JsonReply<Application>>, LogtoError> {
    let (context, id) = (request.context(), &path.0.id);
    let body = body.into_inner();
    body.check()?;
    let changes = body.clone().into_changes();
    changes.check().map_err(named)?;
    let changed = change(&request, &caller, Some(&seen), id, |acting, found| {
        let (caller, body, changes) = (&caller, &body, changes.clone());
        async move {
            caller.require_full_if(changes.is_admin.is_some())?;
            body.check_protected()?;
            sector_identifier::check_change(context, &found, &changes.details(&found)).await?;
            Ok(client::change_application(&acting, &found.id, changes).await.map_err(named)?)
        }
    });
    let changed = changed.await.map_err(|refused| refused.with(OF_CHANGE))?;
    let reply = JsonReply(shown(context, &caller, &changed).await?);
    Ok(Tagged { reply, version: changed.version(&context.store)? })
}

/// Delete an application
///
/// Its tokens are no longer honoured here.
#[dropshot::endpoint { method = DELETE, path = "/api/applications/{id}", tags = ["applications"] }]
async fn delete_application(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ApplicationPath>,
    seen: IfMatch,
) -> Result<NoContent, LogtoError> {
    let removed = change(&request, &caller, Some(&seen), &path.0.id, async |acting, found| {
        Ok(client::remove(&acting, &found.id).await?)
    });
    removed.await.map_err(|refused| refused.with(Codes::USUAL))?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface
        .tag("applications", "Applications, the OAuth clients of the tenant's default authorization server (Logto).");
    let application = example();
    let mut with_admin = application.clone();
    with_admin["isAdmin"] = json!(false);
    let [total_number, link] = header_objects();
    let list = surface.register(list_applications).errors(&[400]).response_example(json!([application]));
    list.response_header(total_number.0, total_number.1).response_header(link.0, link.1);
    // Without them it answers everything: a generated client that sends defaults would see a part.
    list.parameter("page", json!({"default": null})).parameter("page_size", json!({"default": null}));
    surface
        .register(create_application)
        .errors(&[400, 422, 501])
        .request_example(json!({"name": "Order robot", "type": "MachineToMachine"}))
        .response_example(application.clone());
    surface.register(get_application).errors(&[400, 404]).response_example(with_admin);
    surface
        .register(update_application)
        .errors(&[400, 404, 422])
        .request_example(json!({"description": "Orders at night", "customData": {"team": "orders"}}))
        .response_example(application);
    surface.register(delete_application).errors(&[400, 404, 422]);
    secrets::register(surface);
    custom_data::register(surface);
    roles::register(surface);
}

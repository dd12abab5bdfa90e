//! `/api/resources`: API resources. One is a service of the tenant's default authorization server; its indicator is the audience of its
//! tokens (RFC 8707).

pub mod scopes;

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::{self, AuthorizationServer};
use authplane_domain::catalogue::control_surface::opens_management;
use authplane_domain::catalogue::scope::Scope;
use authplane_domain::catalogue::service::{self, NewService, Service, ServiceChanges};
use authplane_domain::identifier::IdForm;
use authplane_domain::storage::cache::{Area, Kind};
use authplane_domain::storage::row::Row as _;
use authplane_domain::{Error as DomainError, Page, Result as DomainResult, whole_number};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use self::scopes::ResourceScope;
use super::error::{Codes, LogtoError};
use super::paging::{PageQuery, WrittenPage, header_objects, written_page};
use super::search::is_truthy;
use crate::api::patch::not_null;
use crate::caller::{Api, Caller, Permission};
use crate::context::{Context, Origin};
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Body, Created, IfMatch, JsonReply, NoContent, Path, Query, Request, Surface, Tagged};

/// Longest life of a token that a resource may ask for, in seconds: ten years, far from where times overflow.
const LONGEST_TTL: i64 = 10 * 365 * 24 * 3600;

const PAGES: Kind<WrittenPage> = WrittenPage::of(Area::CATALOGUE.with(Area::SERVERS));
const OF_CREATION: Codes = Codes { taken: "resource.resource_identifier_in_use", ..Codes::USUAL };
/// Also for the scopes of a resource.
const CANNOT_MODIFY: &str = "resource.cannot_modify_management_api";
const OF_CHANGE: Codes = Codes { refused: CANNOT_MODIFY, ..Codes::USUAL };
const OF_DEFAULT: Codes = Codes { missing: "entity.not_exists", ..Codes::USUAL };
const OF_DELETION: Codes = Codes { refused: "resource.cannot_delete_management_api", ..Codes::USUAL };

struct Read;
impl Permission for Read {
    const API: Api = Api::Logto;
    const SCOPES: &'static [&'static str] = &["resources:read", "resources:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::Logto;
    const SCOPES: &'static [&'static str] = &["resources:write"];
}

/// An API resource: an API with scopes. It is what the ACP dialect calls a service.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoResource")]
pub struct Resource {
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the API resource, made by the server.
    id: String,
    /// Name of the API resource, for people.
    name: String,
    /// What clients ask for it by, and the audience of its tokens. Unique in the tenant; it never changes.
    indicator: String,
    /// Whether tokens are for it where the request names no resource.
    is_default: bool,
    /// How long its tokens live, in seconds.
    access_token_ttl: i64,
}

/// An API resource, with its scopes where they were asked for.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoResourceWithOptionalScopes")]
pub struct ResourceWithOptionalScopes {
    #[serde(flatten)]
    resource: Resource,
    /// Its scopes; present after a creation and with `includeScopes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    scopes: Option<Vec<ResourceScope>>,
}

/// What an API resource is made from.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoCreateResourceRequest")]
pub struct CreateResourceRequest {
    /// Accepted and ignored, since the tenant is the token's.
    #[expect(dead_code, reason = "clients send it, the token decides")]
    tenant_id: Option<String>,
    /// Name of the API resource, for people.
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"\S"))]
    name: String,
    /// What clients ask for it by, and the audience of its tokens: any text that is unique in the tenant, usually its address.
    #[schemars(length(min = 1, max = 2048))]
    indicator: String,
    /// How long its tokens live, in seconds; 3600 when absent.
    #[serde(default, deserialize_with = "whole_number::or_null")]
    #[schemars(range(min = 0, max = 315_360_000))]
    access_token_ttl: Option<i64>,
}

/// What changes of an API resource. Everything else is ignored.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoUpdateResourceRequest")]
pub struct UpdateResourceRequest {
    /// Accepted and ignored, since the tenant is the token's.
    #[expect(dead_code, reason = "clients send it, the token decides")]
    tenant_id: Option<String>,
    /// Name of the API resource, for people; kept when absent.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(min = 1, max = 512), regex(pattern = r"\S"))]
    name: Option<String>,
    /// How long its tokens live, in seconds; kept when absent.
    #[serde(default, deserialize_with = "whole_number::not_null")]
    #[schemars(with = "i64", range(min = 0, max = 315_360_000))]
    access_token_ttl: Option<i64>,
}

/// Whether an API resource is the tenant's default.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoUpdateResourceIsDefaultRequest")]
pub struct UpdateResourceIsDefaultRequest {
    /// True takes it from the one that was; false leaves the tenant without one.
    is_default: bool,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ResourcePath {
    /// Resource.
    id: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ListResourcesQuery {
    /// Adds each resource's scopes: 1, true, y, yes, yep or yeah, in any case.
    include_scopes: Option<String>,
}

impl Resource {
    pub(super) fn of(service: Service, server: &AuthorizationServer) -> Self {
        let Service { tenant_id, id, name, indicator, is_default, access_token_ttl, .. } = service;
        Self {
            tenant_id,
            id,
            name,
            indicator,
            is_default,
            access_token_ttl: access_token_ttl.unwrap_or(server.access_token_ttl),
        }
    }
}

/// The tenant's default authorization server, which this dialect's things are of.
pub(super) async fn default_server(context: &Context, tenant: &str) -> DomainResult<Arc<AuthorizationServer>> {
    let found = authorization_server::find(&context.store, tenant, authorization_server::DEFAULT).await?;
    // Tenants can be made without it.
    found.ok_or_else(|| {
        DomainError::refused(
            "no_default_server",
            "this tenant has no authorization server that API resources and applications could be of",
        )
    })
}

/// Is it an API resource of Logto's: of the default server, and not one of the built-in services that only ACP knows?
fn is_resource(service: &Service) -> bool {
    service.server_id == authorization_server::DEFAULT && (!service.system || service.is_management_api())
}

/// The service, if it is an API resource.
async fn resource(context: &Context, tenant: &str, id: &str) -> DomainResult<Arc<Service>> {
    let found = service::find(&context.store, tenant, id).await?;
    found.filter(|found| is_resource(found)).ok_or_else(|| DomainError::not_found("resource", id))
}

fn check_name(field: &str, name: &str) -> Result<(), LogtoError> {
    if name.is_empty() { Err(LogtoError::invalid_input(field, "must not be empty", false)) } else { Ok(()) }
}

fn check_ttl(ttl: Option<i64>) -> Result<(), LogtoError> {
    match ttl {
        Some(seconds) if !(0..=LONGEST_TTL).contains(&seconds) => Err(LogtoError::invalid_input(
            "accessTokenTtl",
            &format!("must be a whole number from 0 to {LONGEST_TTL}"),
            false,
        )),
        _ => Ok(()),
    }
}

/// List API resources
///
/// In the order of their creation. All of them when neither `page` nor `page_size` is given; else one page, with `Total-Number` and `Link`.
#[dropshot::endpoint { method = GET, path = "/api/resources", tags = ["resources"] }]
async fn list_resources(
    request: Request<Context>,
    caller: Caller<Read>,
    query: Query<ListResourcesQuery>,
    paging: PageQuery,
) -> Result<Prepared<Vec<ResourceWithOptionalScopes>>, LogtoError> {
    let (context, tenant) = (request.context(), caller.tenant());
    let with_scopes = query.0.include_scopes.as_deref().is_some_and(is_truthy);
    let load = async |window| {
        let server = default_server(context, tenant).await?;
        let shown = |service: &Service, scopes| ResourceWithOptionalScopes {
            resource: Resource::of(service.clone(), &server),
            scopes,
        };
        Ok(if with_scopes {
            let page = service::page_with_scopes(&context.store, server.key(), window).await?;
            let scopes = |scopes: &[Scope]| scopes.iter().cloned().map(ResourceScope::of).collect();
            Page::clone(&page).map(|listed| shown(&listed.service, Some(scopes(&listed.scopes))))
        } else {
            let page = service::page(&context.store, server.key(), window).await?;
            Page::clone(&page).map(|listed| shown(&listed, None))
        })
    };
    Ok(written_page(&request, tenant, PAGES, paging.0?.optional(), load).await?)
}

/// Tokens that this server is to take itself, and those that say who issued them, are for its own addresses: no resource is called like one of them.
fn refuse_own(origin: &Origin, indicator: &str) -> Result<(), LogtoError> {
    let is_at = |own: &String| {
        let rest = indicator.get(own.len()..).filter(|_| indicator[..own.len()].eq_ignore_ascii_case(own));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    };
    if [&origin.control, &origin.public].into_iter().any(is_at) {
        return Err(LogtoError::invalid_input("indicator", "is an address of this server", false));
    }
    Ok(())
}

/// Create an API resource
///
/// It has no scopes at first; the body says so.
#[dropshot::endpoint { method = POST, path = "/api/resources", tags = ["resources"] }]
async fn create_resource(
    request: Request<Context>,
    caller: Caller<Write>,
    body: Body<CreateResourceRequest>,
) -> Result<Tagged<Created<ResourceWithOptionalScopes>>, LogtoError> {
    let context = request.context();
    let CreateResourceRequest { tenant_id: _, name, indicator, access_token_ttl } = body.into_inner();
    check_name("name", &name)?;
    check_name("indicator", &indicator)?;
    refuse_own(context.origin(), &indicator)?;
    check_ttl(access_token_ttl)?;
    let server = default_server(context, caller.tenant()).await?;
    let new = NewService {
        id: None,
        id_form: IdForm::Logto,
        server_id: server.id.clone(),
        name,
        description: String::new(),
        gateway_id: None,
        indicator: Some(indicator),
        access_token_ttl: Some(access_token_ttl.unwrap_or(3600)),
    };
    let created = service::create(&caller.acting(&request), new).await.map_err(|error| OF_CREATION.error(error))?;
    let version = created.version(&request.context().store)?;
    let shown = ResourceWithOptionalScopes { resource: Resource::of(created, &server), scopes: Some(Vec::new()) };
    Ok(Tagged { reply: Created(shown), version })
}

/// Get an API resource
///
/// Without its scopes, which are a list of their own.
#[dropshot::endpoint { method = GET, path = "/api/resources/{id}", tags = ["resources"] }]
async fn get_resource(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ResourcePath>,
) -> Result<Tagged<JsonReply<Resource>>, LogtoError> {
    let context = request.context();
    let found = resource(context, caller.tenant(), &path.0.id).await?;
    let server = default_server(context, caller.tenant()).await?;
    Ok(Tagged {
        reply: JsonReply(Resource::of(Service::clone(&found), &server)),
        version: found.version(&request.context().store)?,
    })
}

/// Change an API resource
///
/// Its name and the life of its tokens; the indicator never changes. An empty body changes nothing.
#[dropshot::endpoint { method = PATCH, path = "/api/resources/{id}", tags = ["resources"] }]
async fn update_resource(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ResourcePath>,
    seen: IfMatch,
    body: Body<UpdateResourceRequest>,
) -> Result<Tagged<JsonReply<Resource>>, LogtoError> {
    let context = request.context();
    let UpdateResourceRequest { tenant_id: _, name, access_token_ttl } = body.into_inner();
    if let Some(name) = &name {
        check_name("name", name)?;
    }
    check_ttl(access_token_ttl)?;
    resource(context, caller.tenant(), &path.0.id).await?;
    let server = default_server(context, caller.tenant()).await?;
    let changes = ServiceChanges { name, access_token_ttl: access_token_ttl.map(Some), ..ServiceChanges::default() };
    let changed = service::change(&caller.acting_if(&request, &seen), &path.0.id, changes).await;
    let changed = changed.map_err(|error| OF_CHANGE.error(error))?;
    Ok(Tagged { version: changed.version(&request.context().store)?, reply: JsonReply(Resource::of(changed, &server)) })
}

/// Make an API resource the default, or not
///
/// A token request that names no resource gets a token for the tenant's default one. There is at most one.
#[dropshot::endpoint { method = PATCH, path = "/api/resources/{id}/is-default", tags = ["resources"] }]
async fn update_resource_is_default(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ResourcePath>,
    seen: IfMatch,
    body: Body<UpdateResourceIsDefaultRequest>,
) -> Result<Tagged<JsonReply<Resource>>, LogtoError> {
    let context = request.context();
    resource(context, caller.tenant(), &path.0.id).await.map_err(|error| OF_DEFAULT.error(error))?;
    // What a token request means that names no resource must not become this installation itself by somebody who may change resources only.
    caller.require_full_if(opens_management(&path.0.id))?;
    let server = default_server(context, caller.tenant()).await?;
    let is_default = body.into_inner().is_default;
    let changed = service::set_default(&caller.acting_if(&request, &seen), &path.0.id, is_default).await;
    let changed = changed.map_err(|error| OF_DEFAULT.error(error))?;
    Ok(Tagged { version: changed.version(&request.context().store)?, reply: JsonReply(Resource::of(changed, &server)) })
}

/// Delete an API resource
///
/// Its scopes go with it, and so does every permission for them.
#[dropshot::endpoint { method = DELETE, path = "/api/resources/{id}", tags = ["resources"] }]
async fn delete_resource(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ResourcePath>,
    seen: IfMatch,
) -> Result<NoContent, LogtoError> {
    let context = request.context();
    resource(context, caller.tenant(), &path.0.id).await?;
    let removed = service::remove(&caller.acting_if(&request, &seen), &path.0.id).await;
    removed.map_err(|error| OF_DELETION.error(error))?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("resources", "API resources, the APIs that tokens are for, and their scopes (Logto).");
    let resource = json!({"tenantId": "default", "id": "r1cx9m2k4v7n0q3t5w8yz", "name": "Orders", "indicator": "https://orders.example", "isDefault": false, "accessTokenTtl": 3600});
    let mut with_scopes = resource.clone();
    with_scopes["scopes"] = Value::Array(Vec::new());
    let [total_number, link] = header_objects();

    let list = surface.register(list_resources).errors(&[400]).response_example(json!([resource]));
    list.response_header(total_number.0, total_number.1).response_header(link.0, link.1);
    // Without them it answers everything: a generated client that sends defaults would see a part.
    list.parameter("includeScopes", json!({"example": "true"}));
    list.parameter("page", json!({"default": null})).parameter("page_size", json!({"default": null}));
    surface
        .register(create_resource)
        .errors(&[400, 422])
        .request_example(json!({"name": "Orders", "indicator": "https://orders.example"}))
        .response_example(with_scopes);
    surface.register(get_resource).errors(&[400, 404]).response_example(resource.clone());
    surface
        .register(update_resource)
        .errors(&[400, 404])
        .request_example(json!({"name": "Orders", "accessTokenTtl": 600}))
        .response_example(resource.clone());
    surface
        .register(update_resource_is_default)
        .errors(&[400, 404])
        .request_example(json!({"isDefault": true}))
        .response_example(resource);
    surface.register(delete_resource).errors(&[400, 404]);
    scopes::register(surface);
}

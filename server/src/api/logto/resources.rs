//! `/api/resources`: API resources and their scopes. A resource is a service of the tenant's default authorization server; its indicator is the audience of its
//! tokens (RFC 8707).

use super::error::LogtoError;
use super::paging::{PageQuery, header_objects};
use super::search::{SearchQuery, is_truthy};
use crate::api::patch::Patch;
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::front::entity_tag;
use crate::edge::{Answer, Body, Created, JsonReply, NoContent, Path, Query, Request, Surface};
use authplane_domain::authorization_server::{self, AuthorizationServer};
use authplane_domain::cache::{Area, Kind};
use authplane_domain::identifier::IdForm;
use authplane_domain::scope::{self, NewScope, Scope, ScopeChanges};
use authplane_domain::service::{self, NewService, Service, ServiceChanges};
use authplane_domain::{Error as DomainError, Freshness, Result as DomainResult, Window};
use bytes::Bytes;
use http::StatusCode;
use http::header::{ETAG, HeaderValue};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};
use std::sync::Arc;

/// Longest life of a token that a resource may ask for, in seconds: ten years, far from where times overflow.
const LONGEST_TTL: i64 = 10 * 365 * 24 * 3600;

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

/// An API resource.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Resource {
    /// Tenant.
    tenant_id: String,
    /// Made by the server.
    id: String,
    /// For people.
    name: String,
    /// The audience of its tokens; unique in the tenant, never changed.
    indicator: String,
    /// Is it the one that a token is for when the request names none?
    is_default: bool,
    /// Seconds that its tokens live.
    access_token_ttl: i64,
}

/// An API resource, with its scopes where they were asked for.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ResourceWithOptionalScopes {
    #[serde(flatten)]
    resource: Resource,
    /// Its scopes; present after a creation and with `includeScopes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    scopes: Option<Vec<ResourceScope>>,
}

/// A scope of an API resource.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ResourceScope {
    /// Tenant.
    tenant_id: String,
    /// Made by the server.
    id: String,
    /// The resource it belongs to.
    resource_id: String,
    /// What clients ask for; unique in the resource.
    name: String,
    /// For people; null where there is none.
    #[schemars(schema_with = "nullable_text")]
    description: Option<String>,
    /// Milliseconds since the epoch.
    created_at: i64,
}

/// A new API resource.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateResourceRequest {
    /// Accepted and ignored: the tenant is the token's.
    #[expect(dead_code, reason = "clients send it, the token decides")]
    tenant_id: Option<String>,
    /// For people.
    #[schemars(length(min = 1))]
    name: String,
    /// The audience of its tokens; any text, unique in the tenant.
    #[schemars(length(min = 1))]
    indicator: String,
    /// Seconds that its tokens live; 3600 when absent.
    #[schemars(range(min = 0))]
    access_token_ttl: Option<i64>,
}

/// What changes of an API resource. Everything else is ignored.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct UpdateResourceRequest {
    /// Accepted and ignored.
    #[expect(dead_code, reason = "clients send it, the token decides")]
    tenant_id: Option<String>,
    /// For people.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(length(min = 1))]
    name: Option<String>,
    /// Seconds that its tokens live.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(range(min = 0))]
    access_token_ttl: Option<i64>,
}

/// Whether an API resource is the tenant's default.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct UpdateResourceIsDefaultRequest {
    /// True takes it from the one that was; false leaves the tenant without one.
    is_default: bool,
}

/// A new scope of an API resource.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateResourceScopeRequest {
    /// Accepted and ignored.
    #[expect(dead_code, reason = "clients send it, the token decides")]
    tenant_id: Option<String>,
    /// What clients ask for: no white space, unique in the resource.
    #[schemars(length(min = 1, max = 256))]
    name: String,
    /// For people.
    description: Option<String>,
}

/// What changes of a scope.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct UpdateResourceScopeRequest {
    /// Accepted and ignored.
    #[expect(dead_code, reason = "clients send it, the token decides")]
    tenant_id: Option<String>,
    /// What clients ask for.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(length(min = 1, max = 256))]
    name: Option<String>,
    /// For people; null or empty takes it away.
    #[serde(default)]
    description: Patch<String>,
}

/// A member that is always there, but may be null: a plain option would be one that may be absent.
fn nullable_text(generator: &mut schemars::r#gen::SchemaGenerator) -> schemars::schema::Schema {
    generator.subschema_for::<Option<String>>()
}

/// A field that may be absent, but not null.
fn not_null<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ResourcePath {
    /// Resource.
    id: String,
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

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ListResourcesQuery {
    /// Adds each resource's scopes: 1, true, y, yes, yep or yeah, in any case.
    include_scopes: Option<String>,
}

impl Resource {
    fn of(service: Service, server: &AuthorizationServer) -> Self {
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

impl ResourceScope {
    fn of(scope: Scope) -> Self {
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

async fn default_server(context: &Context, tenant: &str) -> DomainResult<Arc<AuthorizationServer>> {
    let found = authorization_server::find(&context.store, tenant, authorization_server::DEFAULT).await?;
    found.ok_or_else(|| DomainError::not_found("authorization_server", authorization_server::DEFAULT))
}

/// Is it an API resource of Logto's: of the default server, and not one of the built-in services that only ACP knows?
fn is_resource(service: &Service) -> bool {
    service.server_id == authorization_server::DEFAULT && (!service.system || service.is_management_api())
}

/// The service, if it is an API resource.
async fn resource(context: &Context, tenant: &str, id: &str) -> Result<Arc<Service>, LogtoError> {
    let found = service::find(&context.store, tenant, id).await?;
    found.filter(|found| is_resource(found)).ok_or_else(|| LogtoError::not_exists_with_id("resource", id))
}

/// What can't be done to built-in resources has codes of its own.
fn refused(code: &'static str, verb: &str) -> impl Fn(DomainError) -> LogtoError {
    move |error| match error {
        DomainError::Refused { .. } => {
            LogtoError::new(StatusCode::BAD_REQUEST, code, format!("a built-in API resource can't be {verb}"))
        }
        other => other.into(),
    }
}

fn cannot_modify(error: DomainError) -> LogtoError {
    refused("resource.cannot_modify_management_api", "changed")(error)
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
    let context = request.context();
    let paging = paging.0?;
    let window = paging.optional_window();
    let with_scopes = query.0.include_scopes.as_deref().is_some_and(is_truthy);
    let key = format!("{with_scopes} {window:?}");
    let load = || write_page(context, caller.tenant(), window, with_scopes);
    // The bytes are kept, not the rows: a page that is read again costs as much as a file.
    let written = context.store.cached(Freshness::Exact, caller.tenant(), WRITTEN_PAGE, &key, load).await?;
    let answer =
        Answer::bytes(StatusCode::OK, "application/json", written.body.clone()).with(ETAG, written.entity_tag.clone());
    Ok(Prepared::new(if window.is_some() {
        paging.describe(answer, &context.origin().control, request.uri(), written.total)
    } else {
        answer
    }))
}

/// A page as it is sent.
struct WrittenPage {
    body: Bytes,
    entity_tag: HeaderValue,
    total: u64,
}

const WRITTEN_PAGE: Kind<WrittenPage> =
    Kind::new("logto_resources", Area::CATALOGUE.with(Area::SERVERS).with(Area::TENANTS))
        .weighing(|page| 1 + page.body.len() as u64 / 512);

async fn write_page(
    context: &Context,
    tenant: &str,
    window: Option<Window>,
    with_scopes: bool,
) -> DomainResult<WrittenPage> {
    let server = default_server(context, tenant).await?;
    let (items, total) = if with_scopes {
        let page = service::page_with_scopes(&context.store, tenant, &server.id, window).await?;
        let items = page.items.iter().map(|listed| ResourceWithOptionalScopes {
            resource: Resource::of(listed.service.clone(), &server),
            scopes: Some(listed.scopes.iter().cloned().map(ResourceScope::of).collect()),
        });
        (items.collect::<Vec<_>>(), page.total)
    } else {
        let page = service::page(&context.store, tenant, &server.id, window).await?;
        let items = page
            .items
            .iter()
            .map(|listed| ResourceWithOptionalScopes { resource: Resource::of(listed.clone(), &server), scopes: None });
        (items.collect(), page.total)
    };
    let body = Bytes::from(serde_json::to_vec(&items).map_err(DomainError::internal)?);
    Ok(WrittenPage { entity_tag: entity_tag(&body), body, total })
}

/// Create an API resource
///
/// It has no scopes at first; the body says so.
#[dropshot::endpoint { method = POST, path = "/api/resources", tags = ["resources"] }]
async fn create_resource(
    request: Request<Context>,
    caller: Caller<Write>,
    body: Body<CreateResourceRequest>,
) -> Result<Created<ResourceWithOptionalScopes>, LogtoError> {
    let context = request.context();
    let CreateResourceRequest { tenant_id: _, name, indicator, access_token_ttl } = body.into_inner();
    check_name("name", &name)?;
    check_name("indicator", &indicator)?;
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
    let created = service::create(&context.store, caller.tenant(), &caller.actor(&request), new).await?;
    Ok(Created(ResourceWithOptionalScopes { resource: Resource::of(created, &server), scopes: Some(Vec::new()) }))
}

/// Get an API resource
#[dropshot::endpoint { method = GET, path = "/api/resources/{id}", tags = ["resources"] }]
async fn get_resource(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ResourcePath>,
) -> Result<JsonReply<Resource>, LogtoError> {
    let context = request.context();
    let found = resource(context, caller.tenant(), &path.0.id).await?;
    let server = default_server(context, caller.tenant()).await?;
    Ok(JsonReply(Resource::of(Service::clone(&found), &server)))
}

/// Change an API resource
///
/// Its name and the life of its tokens; the indicator never changes. An empty body changes nothing.
#[dropshot::endpoint { method = PATCH, path = "/api/resources/{id}", tags = ["resources"] }]
async fn update_resource(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ResourcePath>,
    body: Body<UpdateResourceRequest>,
) -> Result<JsonReply<Resource>, LogtoError> {
    let context = request.context();
    let UpdateResourceRequest { tenant_id: _, name, access_token_ttl } = body.into_inner();
    if let Some(name) = &name {
        check_name("name", name)?;
    }
    check_ttl(access_token_ttl)?;
    resource(context, caller.tenant(), &path.0.id).await?;
    let server = default_server(context, caller.tenant()).await?;
    let changes = ServiceChanges { name, access_token_ttl: access_token_ttl.map(Some), ..ServiceChanges::default() };
    let changed = service::change(&context.store, caller.tenant(), &caller.actor(&request), &path.0.id, changes)
        .await
        .map_err(cannot_modify)?;
    Ok(JsonReply(Resource::of(changed, &server)))
}

/// Make an API resource the default, or not
///
/// A token request that names no resource gets a token for the tenant's default one. There is at most one.
#[dropshot::endpoint { method = PATCH, path = "/api/resources/{id}/is-default", tags = ["resources"] }]
async fn update_resource_is_default(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ResourcePath>,
    body: Body<UpdateResourceIsDefaultRequest>,
) -> Result<JsonReply<Resource>, LogtoError> {
    let context = request.context();
    let not_exists = || LogtoError::new(StatusCode::NOT_FOUND, "entity.not_exists", "there is no such API resource");
    resource(context, caller.tenant(), &path.0.id)
        .await
        .map_err(|error| if error.code == "entity.not_exists_with_id" { not_exists() } else { error })?;
    let server = default_server(context, caller.tenant()).await?;
    let is_default = body.into_inner().is_default;
    let changed =
        service::set_default(&context.store, caller.tenant(), &caller.actor(&request), &path.0.id, is_default).await;
    let changed = changed
        .map_err(|error| if matches!(error, DomainError::NotFound { .. }) { not_exists() } else { error.into() })?;
    Ok(JsonReply(Resource::of(changed, &server)))
}

/// Delete an API resource
///
/// Its scopes go with it, and so does every permission for them.
#[dropshot::endpoint { method = DELETE, path = "/api/resources/{id}", tags = ["resources"] }]
async fn delete_resource(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ResourcePath>,
) -> Result<NoContent, LogtoError> {
    let context = request.context();
    resource(context, caller.tenant(), &path.0.id).await?;
    let removed = service::remove(&context.store, caller.tenant(), &caller.actor(&request), &path.0.id).await;
    removed.map_err(refused("resource.cannot_delete_management_api", "deleted"))?;
    Ok(NoContent)
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
    let context = request.context();
    let (paging, search) = (paging.0?, search.0?);
    let search = (!search.terms.is_empty()).then_some(&search);
    let is_shown = service::find(&context.store, caller.tenant(), &path.0.resource_id)
        .await?
        .is_some_and(|found| is_resource(&found));
    let (scopes, total) = if is_shown {
        let page =
            scope::page_of_service(&context.store, caller.tenant(), &path.0.resource_id, Some(paging.window()), search)
                .await;
        let page = page.map_err(|error| match error {
            DomainError::Invalid { message, .. } => {
                LogtoError::new(StatusCode::BAD_REQUEST, "request.invalid_input", message)
            }
            other => other.into(),
        })?;
        (page.items.iter().cloned().map(ResourceScope::of).collect(), page.total)
    } else {
        (Vec::new(), 0)
    };
    let answer = Answer::json(StatusCode::OK, &scopes).map_err(DomainError::internal)?;
    Ok(Prepared::new(paging.describe(answer, &context.origin().control, request.uri(), total)))
}

/// Create a scope of an API resource
#[dropshot::endpoint { method = POST, path = "/api/resources/{resourceId}/scopes", tags = ["resources"] }]
async fn create_resource_scope(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ScopesPath>,
    body: Body<CreateResourceScopeRequest>,
) -> Result<Created<ResourceScope>, LogtoError> {
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
    let created =
        scope::create(&context.store, caller.tenant(), &caller.actor(&request), new).await.map_err(cannot_modify)?;
    Ok(Created(ResourceScope::of(created)))
}

/// Change a scope of an API resource
///
/// An empty body changes nothing.
#[dropshot::endpoint { method = PATCH, path = "/api/resources/{resourceId}/scopes/{scopeId}", tags = ["resources"] }]
async fn update_resource_scope(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ScopePath>,
    body: Body<UpdateResourceScopeRequest>,
) -> Result<JsonReply<ResourceScope>, LogtoError> {
    let context = request.context();
    let UpdateResourceScopeRequest { tenant_id: _, name, description } = body.into_inner();
    let service = resource(context, caller.tenant(), &path.0.resource_id).await?;
    if service.is_control_surface() {
        return Err(cannot_modify(DomainError::refused("management_api", "")));
    }
    if let Some(name) = &name {
        check_scope_name(name)?;
    }
    let not_exists = || LogtoError::new(StatusCode::NOT_FOUND, "entity.not_exists", "there is no such scope");
    let found = scope::find(&context.store, caller.tenant(), &path.0.scope_id).await?;
    if found.is_none_or(|found| found.service_id.as_deref() != Some(&service.id)) {
        // Upstream finds the name taken before it misses the scope.
        let scopes = scope::page_of_service(&context.store, caller.tenant(), &service.id, None, None).await?;
        let taken = name.filter(|name| scopes.items.iter().any(|scope| scope.name == *name));
        return Err(taken
            .map_or_else(not_exists, |value| DomainError::Conflict { thing: "scope", field: "name", value }.into()));
    }
    let changes = ScopeChanges {
        name,
        description: match description {
            Patch::Absent => None,
            Patch::Null => Some(None),
            Patch::Value(text) => Some((!text.is_empty()).then_some(text)),
        },
        ..ScopeChanges::default()
    };
    let changed =
        scope::change(&context.store, caller.tenant(), &caller.actor(&request), &path.0.scope_id, changes).await;
    let changed = changed.map_err(|error| {
        if matches!(error, DomainError::NotFound { .. }) { not_exists() } else { cannot_modify(error) }
    })?;
    Ok(JsonReply(ResourceScope::of(changed)))
}

/// Delete a scope of an API resource
///
/// Clients that were given it lose it.
#[dropshot::endpoint { method = DELETE, path = "/api/resources/{resourceId}/scopes/{scopeId}", tags = ["resources"] }]
async fn delete_resource_scope(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ScopePath>,
) -> Result<NoContent, LogtoError> {
    let context = request.context();
    let service = resource(context, caller.tenant(), &path.0.resource_id).await?;
    if service.is_control_surface() {
        return Err(cannot_modify(DomainError::refused("management_api", "")));
    }
    let not_found = || LogtoError::new(StatusCode::NOT_FOUND, "entity.not_found", "there is no such scope");
    let found = scope::find(&context.store, caller.tenant(), &path.0.scope_id).await?;
    if found.is_none_or(|found| found.service_id.as_deref() != Some(&service.id)) {
        return Err(not_found());
    }
    let removed = scope::remove(&context.store, caller.tenant(), &caller.actor(&request), &path.0.scope_id).await;
    removed.map_err(
        |error| if matches!(error, DomainError::NotFound { .. }) { not_found() } else { cannot_modify(error) },
    )?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let resource = json!({"tenantId": "default", "id": "r1cx9m2k4v7n0q3t5w8yz", "name": "Orders", "indicator": "https://orders.example", "isDefault": false, "accessTokenTtl": 3600});
    let mut with_scopes = resource.clone();
    with_scopes["scopes"] = Value::Array(Vec::new());
    let scope = json!({"tenantId": "default", "id": "s0f8b1d6h3j7l2n9p4r5t", "resourceId": "r1cx9m2k4v7n0q3t5w8yz", "name": "orders:read", "description": "See orders", "createdAt": 1_767_225_600_000_i64});
    let [total_number, link] = header_objects();

    let list = surface.register(list_resources).errors(&[400, 401, 403]).response_example(json!([resource]));
    list.response_header(total_number.0, total_number.1.clone()).response_header(link.0, link.1.clone());
    surface
        .register(create_resource)
        .errors(&[400, 401, 403, 422])
        .request_example(json!({"name": "Orders", "indicator": "https://orders.example"}))
        .response_example(with_scopes);
    surface.register(get_resource).errors(&[400, 401, 403, 404]).response_example(resource.clone());
    surface
        .register(update_resource)
        .errors(&[400, 401, 403, 404])
        .request_example(json!({"name": "Orders", "accessTokenTtl": 600}))
        .response_example(resource.clone());
    surface
        .register(update_resource_is_default)
        .errors(&[400, 401, 403, 404])
        .request_example(json!({"isDefault": true}))
        .response_example(resource);
    surface.register(delete_resource).errors(&[400, 401, 403, 404]);
    let list = surface.register(list_resource_scopes).errors(&[400, 401, 403]).response_example(json!([scope]));
    list.response_header(total_number.0, total_number.1).response_header(link.0, link.1);
    surface
        .register(create_resource_scope)
        .errors(&[400, 401, 403, 404, 422])
        .request_example(json!({"name": "orders:read", "description": "See orders"}))
        .response_example(scope.clone());
    surface
        .register(update_resource_scope)
        .errors(&[400, 401, 403, 404, 422])
        .request_example(json!({"description": "See all orders"}))
        .response_example(scope);
    surface.register(delete_resource_scope).errors(&[400, 401, 403, 404]);
}

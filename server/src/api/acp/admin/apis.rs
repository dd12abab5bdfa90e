//! `/api/admin/{tid}/apis`: what services answer, as methods and templated paths.

use std::collections::BTreeMap;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::api::{self, Api, ApiDetails, Classified, NewApi, Owner};
use authplane_domain::configuration::beside::ApiBeside;
use authplane_domain::configuration::wanted::WantedApi;
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::string_list::StringList;
use chrono::DateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::services::{ServicePath, require_full};
use super::{ServerPath, TenantPath, filled, required};
use crate::api::acp::error::AcpError;
use crate::api::acp::in_parts::{self, OneList, Written};
use crate::caller::{Api as CalledApi, Caller, Permission};
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::document::Description;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{
    Body, Created, FromRequest, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Rejection, Request, Surface,
    Tagged,
};

struct Read;
impl Permission for Read {
    const API: CalledApi = CalledApi::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["services:read", "services:write"];
}
struct Write;
impl Permission for Write {
    const API: CalledApi = CalledApi::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["services:write"];
}

/// An API: a method and a path that a service answers.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpApi {
    /// Id of the API. Made by the server when a creation gives none.
    pub id: String,
    /// Id of the tenant that it belongs to.
    pub tenant_id: String,
    /// Id of the authorization server that its service belongs to.
    pub server_id: String,
    /// Id of the service that answers.
    pub service_id: String,
    /// Method of the requests.
    #[schemars(title = "one of: GET | HEAD | POST | PUT | PATCH | DELETE | OPTIONS | TRACE | CONNECT")]
    pub method: String,
    /// Path of the requests, a template as OpenAPI has them: `/pets/{id}`.
    pub path: String,
    /// Its place in lists. It says nothing about which API a request is for.
    pub position: i64,
    /// Whether it may have a policy.
    pub can_have_policy: bool,
    /// Id of the policy that its requests must pass; empty where there is none.
    pub policy_id: String,
    /// What kinds of data it gives or takes, in words of your own.
    pub data_classifications: Vec<String>,
}

/// The APIs of a service.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpApis {
    /// In the order of their positions.
    apis: Vec<AcpApi>,
}

/// The APIs of an authorization server.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpServerApis {
    /// By the ids of the services that have some, in the order of their positions.
    apis_by_services: BTreeMap<String, Vec<AcpApi>>,
}

/// What an API is made from.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpApiRequest {
    /// Id of the API, made by the server when absent.
    id: Option<String>,
    /// Accepted and ignored, since the path says which tenant it is.
    tenant_id: Option<String>,
    /// Accepted and ignored, since the service says which authorization server it is.
    server_id: Option<String>,
    /// Id of the service that answers.
    #[schemars(title = "required")]
    service_id: Option<String>,
    /// Method of the requests.
    #[schemars(title = "required, one of: GET | HEAD | POST | PUT | PATCH | DELETE | OPTIONS | TRACE | CONNECT")]
    method: Option<String>,
    /// Path of the requests, a template as OpenAPI has them: `/pets/{id}`. Of several that a request matches, the one counts that is more concrete, segment by
    /// segment. Another one that differs from it in the names of variables alone can't be made for this method.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 2048))]
    #[schemars(regex(pattern = r"^/[^?#\s]*$"))]
    path: Option<String>,
    /// Its place in lists; behind all others of its service when absent. It says nothing about which API a request is for.
    #[schemars(range(min = 0, max = 1_000_000_000))]
    position: Option<i64>,
    /// Whether it may have a policy; `true` when absent.
    can_have_policy: Option<bool>,
    /// Id of the policy that its requests must pass.
    policy_id: Option<String>,
    /// What kinds of data it gives or takes, in words of your own.
    #[schemars(length(max = 64))]
    #[schemars(inner(length(min = 1, max = 128), regex(pattern = r"\S")))]
    data_classifications: Option<Vec<String>>,
}

impl AcpApiRequest {
    fn into_new(self) -> Result<NewApi, DomainError> {
        Ok(NewApi {
            id: filled(self.id),
            service_id: required("service_id", self.service_id)?,
            method: required("method", self.method)?,
            path: required("path", self.path)?,
            position: self.position,
            can_have_policy: self.can_have_policy.unwrap_or(true),
            details: ApiDetails {
                policy_id: self.policy_id,
                data_classifications: self.data_classifications.unwrap_or_default(),
            },
        })
    }

    /// As a dump has it.
    pub(in crate::api::acp) fn into_wanted(self, beside: Option<ApiBeside>) -> Result<WantedApi, DomainError> {
        Ok(WantedApi { new: self.into_new()?, beside })
    }
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ApiPath {
    #[serde(flatten)]
    _tenant: TenantPath,
    /// API.
    api: String,
}

/// Which APIs of a list are meant. The dialect has no status for what no API could have: there are none of it.
struct Filters(Classified);

impl FromRequest<Context> for Filters {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        let mut classified = Classified::default();
        for (name, value) in form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes()) {
            match &*name {
                "without_data_classifications" => classified.without = value.eq_ignore_ascii_case("true"),
                // Generated clients send an empty one for none.
                "data_classification" if !value.is_empty() => classified.any_of.push(value.into_owned()),
                _ => {}
            }
        }
        Ok(Self(classified))
    }
    fn describe(description: &mut Description) {
        description.raw_parameters.push(json!({
            "name": "without_data_classifications", "in": "query", "required": false, "example": true,
            "description": "Those without any classification. Together with `data_classification`, those that either means.",
            "schema": {"type": "boolean"}
        }));
        description.raw_parameters.push(json!({
            "name": "data_classification", "in": "query", "required": false, "style": "form", "explode": true, "example": ["pii"],
            "description": "Those with this classification; repeated, those with any of them.",
            "schema": {"type": "array", "items": {"type": "string"}}
        }));
    }
}

/// As another process of ours was told of it: what it takes to find it for a request. What else there is of it isn't told.
impl From<AcpApi> for Api {
    fn from(api: AcpApi) -> Self {
        Self {
            tenant_id: api.tenant_id,
            id: api.id,
            server_id: api.server_id,
            service_id: api.service_id,
            method: api.method,
            path: api.path,
            form: String::new(),
            position: api.position,
            can_have_policy: api.can_have_policy,
            policy_id: filled(Some(api.policy_id)),
            data_classifications: StringList::default(),
            classified: false,
            document_policy_id: None,
            document_classifications: None,
            created_at: DateTime::default(),
        }
    }
}

impl From<Api> for AcpApi {
    fn from(api: Api) -> Self {
        let Api {
            tenant_id,
            id,
            server_id,
            service_id,
            method,
            path,
            form: _,
            position,
            can_have_policy,
            policy_id,
            data_classifications,
            classified: _,
            document_policy_id: _,
            document_classifications: _,
            created_at: _,
        } = api;
        Self {
            id,
            tenant_id,
            server_id,
            service_id,
            method,
            path,
            position,
            can_have_policy,
            policy_id: policy_id.unwrap_or_default(),
            data_classifications: data_classifications.0,
        }
    }
}

/// `{"apis_by_services": {"…": […]}}`, of APIs that come service by service.
#[derive(Default)]
struct ByService {
    service_id: String,
}

impl Written<Api> for ByService {
    fn begin(&self) -> &'static str {
        r#"{"apis_by_services":{"#
    }

    fn write(&mut self, api: Api, to: &mut Vec<u8>) -> serde_json::Result<()> {
        if api.service_id == self.service_id {
            to.push(b',');
        } else {
            if !self.service_id.is_empty() {
                to.extend_from_slice(b"],");
            }
            self.service_id.clone_from(&api.service_id);
            serde_json::to_writer(&mut *to, &self.service_id)?;
            to.extend_from_slice(b":[");
        }
        serde_json::to_writer(to, &AcpApi::from(api))
    }

    fn end(&self) -> &'static str {
        if self.service_id.is_empty() { "}}" } else { "]}}" }
    }
}

/// List the APIs of an authorization server
///
/// By service, in the order of their positions. None for an authorization server that isn't there.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/servers/{aid}/apis", tags = ["apis"] }]
async fn list_apis_by_server(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ServerPath>,
    filters: Filters,
) -> Result<Prepared<AcpServerApis>, AcpError> {
    let context = request.context();
    let apis = api::in_parts(&context.store, caller.tenant(), Owner::Server(&path.0.aid), &filters.0);
    Ok(in_parts::answer(context, apis, ByService::default()).await?)
}

/// List the APIs of a service
///
/// In the order of their positions. None for a service that isn't there.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/services/{sid}/apis", tags = ["apis"] }]
async fn list_apis_by_service(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ServicePath>,
    filters: Filters,
) -> Result<Prepared<AcpApis>, AcpError> {
    let context = request.context();
    let apis = api::in_parts(&context.store, caller.tenant(), Owner::Service(&path.0.sid), &filters.0);
    let written =
        OneList::new(r#"{"apis":["#, |api: Api, to: &mut Vec<u8>| serde_json::to_writer(to, &AcpApi::from(api)));
    Ok(in_parts::answer(context, apis, written).await?)
}

/// Create an API
///
/// Of a service that has no specification imported: the APIs of one that has come from there.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/apis", tags = ["apis"] }]
async fn create_api(
    request: Request<Context>,
    caller: Caller<Write>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpApiRequest, Lenient>,
) -> Result<Tagged<Created<AcpApi>>, AcpError> {
    let body = body.into_inner();
    let new = body.into_new()?;
    require_full(&request.context().store, &caller, &new.service_id).await?;
    let created = api::create(&caller.acting(&request), new).await?;
    Ok(Tagged { version: created.version(&request.context().store)?, reply: Created(created.into()) })
}

/// Get an API
///
/// With its policy and its classifications.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/apis/{api}", tags = ["apis"] }]
async fn get_api(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ApiPath>,
) -> Result<Tagged<JsonReply<AcpApi>>, AcpError> {
    let id = path.0.api;
    let found = api::find(&request.context().store, caller.tenant(), &id).await?;
    let found = found.ok_or_else(|| AcpError::not_found("api", &id))?;
    Ok(Tagged { version: found.version(&request.context().store)?, reply: JsonReply(found.into()) })
}

/// Set policy and classifications of an API
///
/// Both are replaced: what the body leaves out is emptied. Nothing else of an API changes. Those of an imported one can be set too, and the next import keeps them.
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/apis/{api}", tags = ["apis"] }]
async fn update_api(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ApiPath>,
    seen: IfMatch,
    body: Body<ApiDetails, Lenient>,
) -> Result<Tagged<JsonReply<AcpApi>>, AcpError> {
    require_full_for(&request, &caller, &path.0.api).await?;
    let changed = api::change(&caller.acting_if(&request, &seen), &path.0.api, body.into_inner()).await?;
    Ok(Tagged { version: changed.version(&request.context().store)?, reply: JsonReply(changed.into()) })
}

/// Delete an API
///
/// One that was made by hand: an imported one goes with its specification.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/apis/{api}", tags = ["apis"] }]
async fn delete_api(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ApiPath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    require_full_for(&request, &caller, &path.0.api).await?;
    api::remove(&caller.acting_if(&request, &seen), &path.0.api).await?;
    Ok(NoContent)
}

/// What is of the system's servers is for those who may do everything.
async fn require_full_for(request: &Request<Context>, caller: &Caller<Write>, id: &str) -> Result<(), AcpError> {
    let store = &request.context().store;
    let found = api::find(store, caller.tenant(), id).await?.ok_or_else(|| AcpError::not_found("api", id))?;
    require_full(store, caller, &found.service_id).await
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("apis", "APIs: the methods and paths that services answer, with their policies (ACP).");
    let api: Value = json!({
        "id": "bsq6b0ol1qs3a4tq2a1g", "tenant_id": "default", "server_id": "default", "service_id": "bsq6b0ol1qs3a4tq2a10", "method": "GET",
        "path": "/pets/{id}", "position": 1, "can_have_policy": true, "policy_id": "nist-aal-2", "data_classifications": ["pii"]
    });
    let by_services = json!({"apis_by_services": {"bsq6b0ol1qs3a4tq2a10": [api]}});
    let request = json!({
        "service_id": "bsq6b0ol1qs3a4tq2a10", "method": "GET", "path": "/pets/{id}", "policy_id": "nist-aal-2", "data_classifications": ["pii"]
    });
    surface.register(list_apis_by_server).response_example(by_services);
    surface.register(list_apis_by_service).response_example(json!({"apis": [api]}));
    surface.register(create_api).errors(&[400, 404, 422]).request_example(request).response_example(api.clone());
    surface.register(get_api).errors(&[404]).response_example(api.clone());
    surface
        .register(update_api)
        .errors(&[400, 404, 422])
        .request_example(json!({"policy_id": "nist-aal-2", "data_classifications": ["pii"]}))
        .response_example(api);
    surface.register(delete_api).errors(&[404]);
}

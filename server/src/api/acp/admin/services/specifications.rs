//! `/api/admin/{tid}/services/{sid}/apis/import`: the APIs of a service come from an OpenAPI document.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::gateway::{self, GatewayType};
use authplane_domain::catalogue::service;
use authplane_domain::catalogue::specification::{self, Imported, OldPolicies, Specification};
use bytes::Bytes;
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use super::{ServicePath, require_full};
use crate::api::acp::admin::apis::AcpApi;
use crate::api::acp::admin::policies::AcpPolicy;
use crate::api::acp::admin::scopes::AcpScope;
use crate::api::acp::error::AcpError;
use crate::api::acp::long_body::{Longest, Once};
use crate::caller::{Api, Caller, Permission};
use crate::context::{Context, Shared};
use crate::edge::client_address::network;
use crate::edge::document::Description;
use crate::edge::endpoint as dropshot;
use crate::edge::{FromRequest, IfMatch, JsonReply, Notes, Path, Query, Rejection, Request, Surface, multipart};
use crate::fair_queue::Turn;
use crate::outgoing::NamedBy;

const ACCEPT: &str = "application/json, application/yaml, application/openapi+json, text/yaml, */*;q=0.1";
const MIB: usize = 1024 * 1024;
/// Longest URL in bytes.
const LONGEST_URL: usize = 8 * 1024;

struct Write;
impl Permission for Write {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["services:write"];
}
/// A document that brings scopes along makes them,
struct WriteScopes;
impl Permission for WriteScopes {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["scopes:write"];
}
/// and so it is with policies.
struct WritePolicies;
impl Permission for WritePolicies {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["policies:write"];
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
struct ImportQuery {
    /// What kind of gateway stands before the service. With `aws` the extensions of Amazon's gateway are read: an operation without an authorizer can have no
    /// policy.
    gateway_type: Option<String>,
}

/// What an import did.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpImportedSpecification {
    /// The APIs that the service has now, in the order of the document. One whose method and template it had before keeps its id.
    created_apis: Vec<AcpApi>,
    /// Always empty: every operation becomes an API.
    ignored_apis: Vec<AcpApi>,
    /// The APIs that the service had, also those that it has again.
    removed_apis: Vec<AcpApi>,
    /// The scopes that were made.
    created_scopes: Vec<AcpScope>,
    /// The scopes that the service, or a built-in service, had by the names of the document's. They stay as they are.
    ignored_scopes: Vec<AcpScope>,
    /// The policies that the document brought along.
    created_policies: Vec<AcpPolicy>,
    /// The policies that had the ids of the document's. They stay as they are.
    ignored_policies: Vec<AcpPolicy>,
    /// The policies that the last import made, also those that this one made again.
    removed_policies: Vec<AcpPolicy>,
    /// The policies that the last import made and that stay, since something else uses them.
    not_removed_policies: Vec<AcpPolicy>,
}

/// What went with a specification.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpRemovedSpecification {
    /// The APIs that the service had.
    removed_apis: Vec<AcpApi>,
    /// The policies that the last import made.
    removed_policies: Vec<AcpPolicy>,
    /// Those of them that stay, since something else uses them.
    not_removed_policies: Vec<AcpPolicy>,
}

/// A document, and what stands around it in a form.
struct OfDocument;
impl Longest for OfDocument {
    fn bytes(context: &Shared) -> usize {
        longest(context).saturating_add(multipart::AROUND)
    }
}

/// A document as the body, whatever its label is.
struct TextBody(Bytes);

/// A document as the part `file` of a form.
struct FileForm(Bytes);

/// Where a document is, as the part `url` of a form.
struct UrlForm(Bytes);

impl FromRequest<Context> for TextBody {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        let limit = longest(request.context());
        request.read_long_body(limit).await.map(Self)
    }
    fn describe(description: &mut Description) {
        description.content_type = "text/plain";
        description.raw_body = Some(json!({"type": "string"}));
        description.errors.push(413);
        description.rejections.push(Rejection::Malformed { message: String::new() });
    }
}

impl FromRequest<Context> for FileForm {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        let limit = longest(request.context());
        multipart::read_part(request, "file", limit).await.map(Self)
    }
    fn describe(description: &mut Description) {
        let document = json!({"type": "string", "format": "binary", "description": "The document."});
        describe_form(description, "file", &document);
    }
}

impl FromRequest<Context> for UrlForm {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        multipart::read_part(request, "url", LONGEST_URL).await.map(Self)
    }
    fn describe(description: &mut Description) {
        describe_form(description, "url", &json!({"type": "string", "description": "Where the document is."}));
    }
}

fn describe_form(description: &mut Description, part: &str, schema: &Value) {
    description.content_type = multipart::MEDIA_TYPE;
    description.raw_body = Some(json!({"type": "object", "required": [part], "properties": {part: schema}}));
    description.errors.extend([413, 415]);
    description.rejections.push(Rejection::Malformed { message: String::new() });
    description.rejections.push(Rejection::field(part, "must not be repeated"));
}

fn longest(context: &Shared) -> usize {
    context.config.specification_mib.saturating_mul(MIB)
}

impl From<Imported> for AcpImportedSpecification {
    fn from(imported: Imported) -> Self {
        let Imported {
            created_apis,
            removed_apis,
            created_policies,
            removed_policies,
            not_removed_policies,
            ignored_policies,
            created_scopes,
            ignored_scopes,
        } = imported;
        Self {
            created_apis: created_apis.into_iter().map(AcpApi::from).collect(),
            ignored_apis: Vec::new(),
            removed_apis: removed_apis.into_iter().map(AcpApi::from).collect(),
            created_scopes: created_scopes.iter().map(AcpScope::of).collect(),
            ignored_scopes: ignored_scopes.iter().map(AcpScope::of).collect(),
            created_policies: created_policies.iter().map(AcpPolicy::of).collect(),
            ignored_policies: ignored_policies.iter().map(AcpPolicy::of).collect(),
            removed_policies: removed_policies.iter().map(AcpPolicy::of).collect(),
            not_removed_policies: not_removed_policies.iter().map(AcpPolicy::of).collect(),
        }
    }
}

/// Remove the specification of a service
///
/// Its APIs go, and so do the policies that the import made unless something else uses them. Its scopes stay. The service has no gateway any more, and its APIs
/// are made by hand again.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/services/{sid}/apis", tags = ["services"] }]
async fn remove_specification(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ServicePath>,
    seen: IfMatch,
) -> Result<JsonReply<AcpRemovedSpecification>, AcpError> {
    require_full(&request.context().store, &caller, &path.0.sid).await?;
    let Imported { removed_apis, removed_policies, not_removed_policies, .. } =
        specification::remove(&caller.acting_if(&request, &seen), &path.0.sid, old_policies(&caller)).await?;
    Ok(JsonReply(AcpRemovedSpecification {
        removed_apis: removed_apis.into_iter().map(AcpApi::from).collect(),
        removed_policies: removed_policies.iter().map(AcpPolicy::of).collect(),
        not_removed_policies: not_removed_policies.iter().map(AcpPolicy::of).collect(),
    }))
}

/// Import an OpenAPI document from a file
///
/// The part `file` of the form is the document. Otherwise as with a text.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/services/{sid}/apis/import/file", tags = ["services"] }]
async fn import_specification_from_file(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ServicePath>,
    _once: Once<OfDocument>,
    query: Query<ImportQuery>,
    file: FileForm,
) -> Result<JsonReply<AcpImportedSpecification>, AcpError> {
    let import = Import::begin(&request, &caller, path.0, query.0).await?;
    import.finish(file.0).await
}

/// Import an OpenAPI document
///
/// OpenAPI 3.0 or 3.1, in JSON or YAML. Its operations become the APIs of the service and take the place of those that it had; its security schemes' scopes and
/// its `x-policies` are made unless they are there. An API whose method and path stay keeps its id, and what was set on it since the last import. Of an
/// operation, `x-policy` names the policy and `x-data-classifications` the kinds of data. All of it happens, or nothing. A document with scopes needs
/// `scopes:write` besides, and one with policies `policies:write`.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/services/{sid}/apis/import/text", tags = ["services"] }]
async fn import_specification_from_text(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ServicePath>,
    _once: Once<OfDocument>,
    query: Query<ImportQuery>,
    text: TextBody,
) -> Result<JsonReply<AcpImportedSpecification>, AcpError> {
    let import = Import::begin(&request, &caller, path.0, query.0).await?;
    import.finish(text.0).await
}

/// Import an OpenAPI document from a URL
///
/// The part `url` of the form says where the document is: an https URL of the public internet, or of a host that the server's settings allow. Nothing that the
/// document refers to is fetched. Otherwise as with a text.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/services/{sid}/apis/import/url", tags = ["services"] }]
async fn import_specification_from_url(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ServicePath>,
    _once: Once<OfDocument>,
    query: Query<ImportQuery>,
    url: UrlForm,
) -> Result<JsonReply<AcpImportedSpecification>, AcpError> {
    let invalid = |message: String| AcpError::from(DomainError::invalid("url", message));
    let import = Import::begin(&request, &caller, path.0, query.0).await?;
    let url = str::from_utf8(&url.0).ok().and_then(|url| Url::parse(url.trim()).ok());
    let url = url.ok_or_else(|| invalid("must be a URL".to_owned()))?;
    let context = request.context();
    let fetched = context.outgoing.get(NamedBy::Provider, &url, ACCEPT, longest(context)).await;
    let fetched = fetched.map_err(|error| invalid(error.to_string()))?;
    if fetched.status != StatusCode::OK {
        return Err(invalid(format!("answered {}", fetched.status.as_u16())));
    }
    import.finish(fetched.body).await
}

/// An import that may be made.
struct Import<'r> {
    request: &'r Request<Context>,
    caller: &'r Caller<Write>,
    service_id: String,
    gateway_type: Option<GatewayType>,
    turn: Turn,
}

impl<'r> Import<'r> {
    /// What is known before the document is, and a turn: each may fetch and read much.
    async fn begin(
        request: &'r Request<Context>,
        caller: &'r Caller<Write>,
        path: ServicePath,
        query: ImportQuery,
    ) -> Result<Self, AcpError> {
        let context = request.context();
        let (store, service_id) = (&context.store, path.sid);
        require_full(store, caller, &service_id).await?;
        let gateway_type = query.gateway_type.filter(|name| !name.is_empty());
        let gateway_type = gateway_type.map(|name| gateway_type_of(&name)).transpose()?;
        if let Some(gateway_type) = gateway_type {
            let service = service::find(store, caller.tenant(), &service_id).await?;
            let gateway = match service.as_ref().and_then(|service| service.gateway_id.as_deref()) {
                Some(id) => gateway::find(store, caller.tenant(), id).await?,
                None => None,
            };
            if gateway.is_some_and(|gateway| gateway.gateway_type != gateway_type) {
                return Err(AcpError::conflict("gateway_type", "the service's gateway is of another type"));
            }
        }
        let turn = context.imports.turn(caller.tenant(), network(request.client_address())).await;
        let turn = turn.map_err(|_| Rejection::unavailable("too many specifications wait to be imported"))?;
        Ok(Self { request, caller, service_id, gateway_type, turn })
    }

    async fn finish(self, document: Bytes) -> Result<JsonReply<AcpImportedSpecification>, AcpError> {
        let Self { request, caller, service_id, gateway_type, turn } = self;
        // The turn is over when everything is written; where nobody waits for it any more, when it is read.
        let read = tokio::task::spawn_blocking(move || match str::from_utf8(&document) {
            Ok(text) => Specification::read(text, gateway_type).map(|read| (read, turn)).map_err(AcpError::from),
            Err(_) => Err(Rejection::Malformed { message: "it is not UTF-8".to_owned() }.into()),
        });
        let (specification, turn) = read.await.map_err(DomainError::internal)??;
        if specification.has_scopes() && !caller.may::<WriteScopes>() {
            return Err(Rejection::Forbidden { scopes: WriteScopes::SCOPES.to_vec() }.into());
        }
        if specification.has_policies() && !caller.may::<WritePolicies>() {
            return Err(Rejection::Forbidden { scopes: WritePolicies::SCOPES.to_vec() }.into());
        }
        let acting = caller.acting(request);
        let imported = specification::import(&acting, &service_id, specification, old_policies(caller)).await?;
        drop(turn);
        Ok(JsonReply(imported.into()))
    }
}

/// Who may not remove a policy doesn't remove one by removing what used it.
fn old_policies(caller: &Caller<Write>) -> OldPolicies {
    if caller.may::<WritePolicies>() { OldPolicies::Go } else { OldPolicies::Stay }
}

fn gateway_type_of(name: &str) -> Result<GatewayType, DomainError> {
    GatewayType::of(name).ok_or_else(|| DomainError::invalid("gateway_type", format!("there is no type {name:?}")))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let api = json!({
        "id": "bsq6b0ol1qs3a4tq2a1g", "tenant_id": "default", "server_id": "default", "service_id": "bsq6b0ol1qs3a4tq2a10", "method": "GET",
        "path": "/pets/{id}", "position": 1, "can_have_policy": true, "policy_id": "staff-only", "data_classifications": ["pii"]
    });
    let scope = json!({
        "id": "bsq6b0ol1qs3a4tq2a1h", "name": "pets:read", "display_name": "", "description": "See pets", "tenant_id": "default",
        "authorization_server_id": "default", "developer_policy_id": "", "user_policy_id": ""
    });
    let policy = json!({
        "id": "staff-only", "policy_name": "Staff only", "tenant_id": "default",
        "validators": [{
            "name": "identity-context",
            "conf": {"fields": [{"field": "groups", "comparator": "contains", "value": "staff"}]},
            "recovery": []
        }]
    });
    let imported = json!({
        "created_apis": [api], "ignored_apis": [], "removed_apis": [], "created_scopes": [scope], "ignored_scopes": [],
        "created_policies": [policy], "ignored_policies": [], "removed_policies": [], "not_removed_policies": []
    });
    let removed = json!({"removed_apis": [api], "removed_policies": [policy], "not_removed_policies": []});
    surface.register(remove_specification).errors(&[400, 404, 409, 422]).response_example(removed);
    let gateway_types = ["pyron", "aws", "azure", "istio", "kong", "apigeex", "apigeeedge", "standalone"];
    let note = |operation: &mut Notes, example: Value| {
        operation.errors(&[400, 404, 409, 422]);
        operation.parameter("gateway_type", json!({"enum": gateway_types, "example": "pyron"}));
        operation.request_example(example).response_example(imported.clone());
    };
    note(surface.register(import_specification_from_file), json!({"file": DOCUMENT}));
    note(surface.register(import_specification_from_text), json!(DOCUMENT));
    note(surface.register(import_specification_from_url), json!({"url": "https://pets.example/openapi.yaml"}));
}

/// What the document shows as an example.
const DOCUMENT: &str = r#"openapi: 3.1.0
info: {title: Pets, version: "1"}
x-policies:
  - id: staff-only
    policy_name: Staff only
    validators:
      - name: identity-context
        conf: {fields: [{field: groups, comparator: contains, value: staff}]}
paths:
  /pets/{id}:
    get:
      x-policy: staff-only
      x-data-classifications: [pii]
      security: [{oauth2: ["pets:read"]}]
      responses: {"200": {description: A pet}}
components:
  securitySchemes:
    oauth2:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://auth.example/token
          scopes: {"pets:read": See pets}
"#;

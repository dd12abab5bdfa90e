//! `/api/admin/{tid}/policies`: checks that clients and users must pass.

pub mod test;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::policy::{self, Policy, Rules, Validator};
use authplane_domain::configuration::beside::PolicyBeside;
use authplane_domain::configuration::wanted::WantedPolicy;
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::store::Store;
use chrono::DateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{TenantPath, filled};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, Created, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["policies:read", "policies:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["policies:write"];
}

/// A policy: checks that users or clients must pass.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpPolicy {
    /// Id of the policy, unique within the tenant.
    id: String,
    /// Name of the policy, for people.
    policy_name: String,
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// The checks, all of which must pass; a policy without any always passes, unless it is in a language.
    validators: Vec<Validator>,
    /// What it is written in, where that isn't validators: `cedar`.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    /// Its text in that language.
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<String>,
    /// The question that is put to it; no language here has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<String>,
}

/// The policies of a tenant.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpPolicies {
    /// In the order of their creation, the built-in ones first.
    policies: Vec<AcpPolicy>,
}

/// What a policy is made from, or replaced by.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpPolicyRequest {
    /// Id of the policy, unique within the tenant. Required at creation; it never changes.
    id: Option<String>,
    /// Name of the policy, for people.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"\S"))]
    policy_name: Option<String>,
    /// Accepted and ignored, since the path says which tenant it is.
    tenant_id: Option<String>,
    /// The checks, all of which must pass; a policy without any always passes.
    #[schemars(length(max = 64))]
    validators: Option<Vec<Validator>>,
    /// What it is written in: `cloudentity`, or nothing, for validators; `cedar` for Cedar.
    #[schemars(regex(pattern = r"^(cloudentity|cedar)?$"))]
    language: Option<String>,
    /// Its text, where it isn't validators.
    #[schemars(length(max = 65536))]
    definition: Option<String>,
    /// A question that is put to it; must be empty, since Cedar has none.
    #[schemars(length(max = 0))]
    query: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct PolicyPath {
    #[serde(flatten)]
    _tenant: TenantPath,
    /// Policy.
    pid: String,
}

impl AcpPolicy {
    /// The policy as this dialect shows it.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        Self {
            id: policy.id.clone(),
            policy_name: policy.name.clone(),
            tenant_id: policy.tenant_id.clone(),
            validators: policy.rules.validators().to_vec(),
            language: policy.rules.program().map(|program| program.language.name().to_owned()),
            definition: policy.rules.program().map(|program| program.definition.clone()),
            query: None,
        }
    }
}

/// As another process of ours was told of it. When it was made isn't told.
impl TryFrom<AcpPolicy> for Policy {
    type Error = DomainError;

    fn try_from(policy: AcpPolicy) -> Result<Self, DomainError> {
        let AcpPolicy { id, policy_name, tenant_id, validators, language, definition, query } = policy;
        let (language, query) = (language.unwrap_or_default(), query.unwrap_or_default());
        let rules = Rules::written(validators, &language, definition.unwrap_or_default(), &query)?;
        let created_at = DateTime::default();
        Ok(Self { tenant_id, id, name: policy_name, rules, created_at })
    }
}

impl AcpPolicyRequest {
    /// As a dump has it.
    ///
    /// # Errors
    /// [`DomainError::Invalid`] for a field that doesn't go with the language.
    pub(in crate::api::acp) fn into_wanted(self, beside: Option<PolicyBeside>) -> Result<WantedPolicy, DomainError> {
        let (_, name, rules) = self.into_parts()?;
        Ok(WantedPolicy { name, rules, beside: beside.unwrap_or_default() })
    }

    /// Id, name and what it demands.
    fn into_parts(self) -> Result<(String, String, Rules), DomainError> {
        let Self { id, policy_name, tenant_id: _, validators, language, definition, query } = self;
        let (language, query) = (language.unwrap_or_default(), query.unwrap_or_default());
        let definition = definition.unwrap_or_default();
        let rules = Rules::written(validators.unwrap_or_default(), &language, definition, &query)?;
        Ok((id.unwrap_or_default(), policy_name.unwrap_or_default(), rules))
    }
}

/// A policy that stands before the control surface is for those who may do everything: others could let themselves through.
async fn require_full<P>(store: &Store, caller: &Caller<P>, id: &str) -> Result<(), AcpError> {
    Ok(caller.require_full_if(policy::guards_control_surface(store, caller.tenant(), id).await?)?)
}

/// List the policies of a tenant
///
/// In the order of their creation.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/policies", tags = ["policies"] }]
async fn list_policies(
    request: Request<Context>,
    caller: Caller<Read>,
    _path: Path<TenantPath>,
) -> Result<JsonReply<AcpPolicies>, AcpError> {
    let listed = policy::list(&request.context().store, caller.tenant()).await?;
    Ok(JsonReply(AcpPolicies { policies: listed.iter().map(AcpPolicy::of).collect() }))
}

/// Create a policy
///
/// Scopes and authorization servers name it by its id. It consists of validators, or of a `definition` in a `language`.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/policies", tags = ["policies"] }]
async fn create_policy(
    request: Request<Context>,
    caller: Caller<Write>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpPolicyRequest, Lenient>,
) -> Result<Tagged<Created<AcpPolicy>>, AcpError> {
    let (id, name, rules) = body.into_inner().into_parts()?;
    let created = policy::create(&caller.acting(&request), id, name, rules).await?;
    Ok(Tagged { reply: Created(AcpPolicy::of(&created)), version: created.version(&request.context().store)? })
}

/// Get a policy
///
/// With all its checks, as they were written.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/policies/{pid}", tags = ["policies"] }]
async fn get_policy(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<PolicyPath>,
) -> Result<Tagged<JsonReply<AcpPolicy>>, AcpError> {
    let pid = path.0.pid;
    let found = policy::find(&request.context().store, caller.tenant(), &pid).await?;
    let found = found.ok_or_else(|| AcpError::not_found("policy", &pid))?;
    Ok(Tagged { reply: JsonReply(AcpPolicy::of(&found)), version: found.version(&request.context().store)? })
}

/// Replace a policy
///
/// It counts at once wherever it is used. A body that names another id than the path is refused (409). One that guards the control surface, such as `block`,
/// can be changed by callers who may do everything.
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/policies/{pid}", tags = ["policies"] }]
async fn update_policy(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<PolicyPath>,
    seen: IfMatch,
    body: Body<AcpPolicyRequest, Lenient>,
) -> Result<Tagged<Created<AcpPolicy>>, AcpError> {
    let store = &request.context().store;
    let pid = path.0.pid;
    require_full(store, &caller, &pid).await?;
    if policy::find(store, caller.tenant(), &pid).await?.is_none() {
        return Err(AcpError::not_found("policy", &pid));
    }
    let (id, name, rules) = body.into_inner().into_parts()?;
    if filled(Some(id)).is_some_and(|id| id != pid) {
        return Err(AcpError::conflict("id", "is another policy's than the path's"));
    }
    let changed = policy::change(&caller.acting_if(&request, &seen), &pid, name, rules).await?;
    // The one update besides those of consents that answers 201 (ACP behaviour, §14).
    Ok(Tagged { reply: Created(AcpPolicy::of(&changed)), version: changed.version(&request.context().store)? })
}

/// Delete a policy
///
/// One that a scope or an authorization server uses can't be deleted.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/policies/{pid}", tags = ["policies"] }]
async fn delete_policy(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<PolicyPath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    let pid = path.0.pid;
    policy::remove(&caller.acting_if(&request, &seen), &pid).await?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("policies", "Policies: checks that clients and users must pass (ACP).");
    let request = json!({
        "id": "staff-only", "policy_name": "Staff only",
        "validators": [{
            "name": "identity-context",
            "conf": {"fields": [{"field": "groups", "comparator": "contains", "value": "staff"}]},
            "recovery": []
        }]
    });
    let mut policy = request.clone();
    policy["tenant_id"] = json!("default");
    surface.register(list_policies).response_example(json!({"policies": [policy]}));
    surface
        .register(create_policy)
        .errors(&[404, 409, 422])
        .request_example(request.clone())
        .response_example(policy.clone());
    surface.register(get_policy).errors(&[404]).response_example(policy.clone());
    surface.register(update_policy).errors(&[404, 409, 422]).request_example(request).response_example(policy);
    surface.register(delete_policy).errors(&[400, 404]);
    test::register(surface);
}

//! `/api/admin/{tid}/policies/test`: what a policy that needn't exist would say.

use std::collections::BTreeMap;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::policy::{self, Recovery, Validator};
use http::{HeaderMap, HeaderName, HeaderValue};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::Read;
use crate::api::acp::admin::{TenantPath, filled};
use crate::api::acp::error::AcpError;
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::client_address::network;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, IdempotencyKey, JsonReply, Path, Rejection, Request, Surface};
use crate::policy::{Facts, Failure, evaluate};

/// Values of headers that a policy can be asked about.
const HEADERS: usize = 256;

/// A policy, and what it is asked about.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpTestPolicyRequest {
    /// The policy that is tried; nothing is kept of it.
    #[schemars(title = "required")]
    policy: Option<AcpPolicyDefinition>,
    /// What it is asked about; nothing when absent.
    input: Option<AcpPolicyInput>,
    /// Id of the authorization server that it is meant for. Policies are their tenant's, so it changes nothing; it must exist.
    server_id: Option<String>,
}

/// What a policy that needn't exist consists of.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpPolicyDefinition {
    /// The checks, all of which must pass; a policy without any always passes.
    #[schemars(length(max = 64))]
    validators: Vec<Validator>,
    /// What it is written in: `cloudentity`, which is the validators. Rego isn't evaluated here.
    #[schemars(regex(pattern = r"^(cloudentity)?$"))]
    language: Option<String>,
    /// Its text in Rego, which isn't evaluated here; must be empty.
    #[schemars(length(max = 0))]
    definition: Option<String>,
    /// The question that is put to it in Rego; must be empty.
    #[schemars(length(max = 0))]
    query: Option<String>,
}

/// What a policy is asked about.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpPolicyInput {
    /// The authentication context, which `identity-context` looks at.
    authn_ctx: Map<String, Value>,
    /// Other contexts. No check looks at them.
    contexts: Map<String, Value>,
    /// The request that is to be let through.
    request: Option<AcpPolicyInputRequest>,
}

/// A request, as far as a policy can ask about it. No check looks at more than its headers.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpPolicyInputRequest {
    /// Method of the request, such as `GET`; no check looks at it.
    method: Option<String>,
    /// Address of the request; no check looks at it.
    url: Option<String>,
    /// Headers of the request, which `header` looks at: each name with all its values, 256 at most together.
    headers: BTreeMap<String, Vec<String>>,
    /// Variables of the request's path; no check looks at them.
    path_params: BTreeMap<String, String>,
    /// Parameters of the request's query, each name with all its values; no check looks at them.
    query_params: BTreeMap<String, Vec<String>>,
}

/// What a policy says.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AcpTestPolicyResponse {
    /// Whether it says yes.
    status: bool,
    /// ACP's word for what the policy says: `AUTHORIZED` or `NOT_AUTHORIZED`.
    result: &'static str,
    /// The checks that failed, in the policy's order.
    failures: Vec<Failure>,
    /// How the failures can be repaired, each way once.
    recovery: Vec<Recovery>,
}

impl AcpPolicyDefinition {
    /// The checks, of which the dialect's evaluator knows each one.
    fn into_validators(self) -> Result<Vec<Validator>, AcpError> {
        let Self { validators, language, definition, query } = self;
        let text = filled(definition).map(|_| "policy.definition").or(filled(query).map(|_| "policy.query"));
        let in_rego = |field| DomainError::invalid(field, "policies in Rego are not evaluated here");
        match (filled(language).as_deref(), text) {
            (None | Some("cloudentity"), None) => {}
            (_, Some(field)) if !validators.is_empty() => {
                return Err(AcpError::conflict(field, "is another policy than the validators"));
            }
            (None | Some("cloudentity"), Some(field)) => return Err(in_rego(field).into()),
            (Some("rego"), _) => return Err(in_rego("policy.language").into()),
            (Some(_), _) => return Err(DomainError::invalid("policy.language", "must be cloudentity").into()),
        }
        policy::check_validators("policy.", &validators)?;
        Ok(validators)
    }
}

impl AcpPolicyInputRequest {
    fn into_headers(self) -> Result<HeaderMap, DomainError> {
        if self.headers.values().map(Vec::len).sum::<usize>() > HEADERS {
            return Err(DomainError::invalid("input.request.headers", format!("at most {HEADERS} values")));
        }
        let mut headers = HeaderMap::new();
        for (name, values) in self.headers {
            let invalid = || DomainError::invalid(format!("input.request.headers.{name}"), "is no header");
            let known = HeaderName::from_bytes(name.as_bytes()).map_err(|_| invalid())?;
            for value in values {
                let value = HeaderValue::from_str(&value).map_err(|_| invalid())?;
                headers.try_append(&known, value).map_err(|_| invalid())?;
            }
        }
        Ok(headers)
    }
}

/// Test a policy
///
/// Asks a policy that needn't exist about a user and a request, with the evaluator that decides about real ones. Nothing is kept of it. Nobody has granted a
/// consent here, so `consent` doesn't pass. A policy in Rego is refused (422), and one that is both (409).
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/policies/test", tags = ["policies"] }]
async fn test_policy(
    request: Request<Context>,
    caller: Caller<Read>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpTestPolicyRequest, Lenient>,
) -> Result<JsonReply<AcpTestPolicyResponse>, AcpError> {
    let AcpTestPolicyRequest { policy, input, server_id } = body.into_inner();
    let policy = policy.ok_or_else(|| DomainError::invalid("policy", "is required"))?;
    if let Some(id) = filled(server_id) {
        let found = authorization_server::find(&request.context().store, caller.tenant(), &id).await?;
        found.ok_or_else(|| AcpError::not_found("authorization_server", &id))?;
    }
    let validators = policy.into_validators()?;
    let AcpPolicyInput { authn_ctx, contexts: _, request: asked } = input.unwrap_or_default();
    let headers = asked.unwrap_or_default().into_headers()?;
    let turn = request.context().policy_tests.turn(caller.tenant(), network(request.client_address())).await;
    let turn = turn.map_err(|_| Rejection::unavailable("too many policies wait to be tested"))?;
    // It may take a core for a while, which is none of those that answer everybody.
    let evaluated = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        evaluate(&validators, Facts::new(&authn_ctx).with_headers(&headers))
    });
    let outcome = evaluated.await.map_err(DomainError::internal)?;
    Ok(JsonReply(AcpTestPolicyResponse {
        status: outcome.authorized,
        result: outcome.result(),
        failures: outcome.failures,
        recovery: outcome.recovery,
    }))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let staff = json!({"field": "groups", "comparator": "contains", "value": "staff"});
    let request = json!({
        "policy": {"validators": [{"name": "identity-context", "conf": {"fields": [staff]}, "recovery": [{"type": "otp", "id": "mail"}]}]},
        "input": {"authn_ctx": {"groups": ["customers"]}, "request": {"headers": {"User-Agent": ["curl"]}}},
        "server_id": "default"
    });
    let response = json!({
        "status": false, "result": "NOT_AUTHORIZED", "recovery": [{"type": "otp", "id": "mail"}],
        "failures": [{"validator": "identity-context", "message": "the requirement is not met", "details": "groups contains"}]
    });
    surface.register(test_policy).errors(&[400, 404, 409, 422]).request_example(request).response_example(response);
    // A policy may be called so, and is still read, replaced and removed.
    surface.beside_variable("/api/admin/{tid}/policies/test");
}

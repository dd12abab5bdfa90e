//! `/api/admin/{tid}/policies/test`: what a policy that needn't exist would say.

use std::collections::BTreeMap;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::policy::{self, Recovery, Rules, Validator};
use http::{HeaderMap, HeaderName, HeaderValue};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::Read;
use crate::api::acp::admin::TenantPath;
use crate::api::acp::error::AcpError;
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::client_address::network;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, IdempotencyKey, JsonReply, Path, Rejection, Request, Surface};
use crate::policy::input::{AUTHORIZE, Act, Kind, Question, RequestLine, Thing, query_of};
use crate::policy::{self as evaluator, Facts, Failure};

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
    /// Id of the authorization server that it is meant for, which must exist. Policies are their tenant's; one in a language is told it.
    server_id: Option<String>,
}

/// What a policy that needn't exist consists of.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpPolicyDefinition {
    /// The checks, all of which must pass; a policy without any always passes.
    #[schemars(length(max = 64))]
    validators: Vec<Validator>,
    /// What it is written in: `cloudentity`, which is the validators, or `cedar`.
    #[schemars(regex(pattern = r"^(cloudentity|cedar)?$"))]
    language: Option<String>,
    /// Its text, where it isn't validators.
    #[schemars(length(max = 65536))]
    definition: Option<String>,
    /// A question that is put to it; must be empty, since Cedar has none.
    #[schemars(length(max = 0))]
    query: Option<String>,
}

/// What a policy is asked about.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpPolicyInput {
    /// The authentication context, which `identity-context` looks at; its `sub` is the user.
    authn_ctx: Map<String, Value>,
    /// Other contexts. No check looks at them; a policy in a language sees them as `context.stated`, and `token` of them as `context.token`.
    contexts: Map<String, Value>,
    /// The request that is to be let through.
    request: Option<AcpPolicyInputRequest>,
}

/// A request, as far as a policy can ask about it. No check looks at more than its headers; a policy in a language looks at all of it, where it has a method.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpPolicyInputRequest {
    /// Method of the request, such as `GET`; what a policy in a language has for the action.
    method: Option<String>,
    /// Address of the request; its path is what a policy in a language has for the API.
    url: Option<String>,
    /// Headers of the request, which `header` looks at: each name with all its values, 256 at most together.
    headers: BTreeMap<String, Vec<String>>,
    /// Variables of the request's path.
    path_params: BTreeMap<String, String>,
    /// Parameters of the request's query, each name with all its values, instead of those of the address.
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
    /// What it demands, which could be a policy.
    fn into_rules(self) -> Result<Rules, AcpError> {
        let Self { validators, language, definition, query } = self;
        let [definition, query] = [definition, query].map(Option::unwrap_or_default);
        let text = [("policy.definition", &definition), ("policy.query", &query)];
        if let Some((field, _)) = text.iter().find(|(_, text)| !validators.is_empty() && !text.is_empty()) {
            return Err(AcpError::conflict(field, "is another policy than the validators"));
        }
        let rules = Rules::written(validators, &language.unwrap_or_default(), definition, &query);
        let rules = rules.and_then(|rules| policy::check_rules(&rules).map(|()| rules));
        Ok(rules.map_err(|error| match error {
            DomainError::Invalid { field, message } => DomainError::invalid(format!("policy.{field}"), message),
            other => other,
        })?)
    }
}

/// What a policy in a language is asked about.
#[derive(Default)]
struct Asked {
    method: String,
    path: String,
    query: String,
    properties: Map<String, Value>,
    contexts: Map<String, Value>,
}

impl Asked {
    fn of(request: &AcpPolicyInputRequest, contexts: Map<String, Value>) -> Self {
        let AcpPolicyInputRequest { method, url, headers: _, path_params, query_params } = request;
        let url = url.as_deref().unwrap_or_default();
        let target = url.split_once("://").map_or(url, |(_, rest)| rest.find(['/', '?']).map_or("", |at| &rest[at..]));
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let query = if query_params.is_empty() {
            query.to_owned()
        } else {
            query_of(query_params.iter().map(|(name, values)| (name.as_str(), values.as_slice())))
        };
        let properties = Map::from_iter([("variables".to_owned(), json!(path_params))]);
        Self { method: method.clone().unwrap_or_default(), path: path.to_owned(), query, properties, contexts }
    }

    fn question<'a>(&'a self, server: &'a str) -> Question<'a> {
        let Self { method, path, query, properties, contexts } = self;
        let at_server = Question {
            token: contexts.get("token").and_then(Value::as_object),
            stated: Some(contexts),
            ..Question::at(AUTHORIZE, server)
        };
        if method.is_empty() {
            return at_server;
        }
        Question {
            action: Act { name: method, properties: None },
            resource: Thing { kind: Kind::Api, id: path, properties: Some(properties) },
            request: Some(RequestLine { method, path, query }),
            ..at_server
        }
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
/// consent here, so `consent` doesn't pass. A policy in Rego is refused (422), and one that is validators and a text (409).
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
    let server_id = server_id.unwrap_or_default();
    if !server_id.is_empty() {
        let found = authorization_server::find(&request.context().store, caller.tenant(), &server_id).await?;
        found.ok_or_else(|| AcpError::not_found("authorization_server", &server_id))?;
    }
    let rules = policy.into_rules()?;
    let AcpPolicyInput { authn_ctx, contexts, request: sent } = input.unwrap_or_default();
    let sent = sent.unwrap_or_default();
    let asked = Asked::of(&sent, contexts);
    let headers = sent.into_headers()?;
    let turn = request.context().policy_tests.turn(caller.tenant(), network(request.client_address())).await;
    let turn = turn.map_err(|_| Rejection::unavailable("too many policies wait to be tested"))?;
    // It may take a core for a while, which is none of those that answer everybody.
    let evaluated = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let facts = Facts::new(&authn_ctx).with_headers(&headers).with_question(asked.question(&server_id));
        evaluator::says(&rules, facts)
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

//! `/{tid}/access/v1/evaluation`: one question, one decision (AuthZEN §6).

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{AccessBody, Asked, AuthzenAction, AuthzenDecision, AuthzenOptions, AuthzenResource, AuthzenSubject};
use crate::access::AccessPath;
use crate::access::asking_gateway::AskingGateway;
use crate::api::acp::error::AcpError;
use crate::context::Context;
use crate::decisions::stated;
use crate::edge::endpoint as dropshot;
use crate::edge::{JsonReply, Path, Request, Surface};

/// A question: whether a subject may do something with a resource.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AuthzenEvaluationRequest {
    /// Who wants to do something.
    #[schemars(title = "required")]
    subject: Option<AuthzenSubject>,
    /// What they want to do.
    #[schemars(title = "required")]
    action: Option<AuthzenAction>,
    /// What they want to do it with.
    #[schemars(title = "required")]
    resource: Option<AuthzenResource>,
    /// What else is said. Policies in a language are told it.
    context: Option<Map<String, Value>>,
    /// How the answer is to be.
    options: Option<AuthzenOptions>,
}

/// Decide about one thing
///
/// OpenID AuthZEN: a gateway, or an application that is set up as one, asks whether somebody may do something. A refusal is 200, too. `resource.type` is the name of a
/// service behind the gateway and `action.name` one of its scopes, whose policy decides; or it is `route`, and the policy of the API decides.
#[dropshot::endpoint { method = POST, path = "/{tid}/access/v1/evaluation", tags = ["gateways"] }]
async fn evaluate_access(
    request: Request<Context>,
    gateway: AskingGateway,
    _path: Path<AccessPath>,
    body: AccessBody<AuthzenEvaluationRequest>,
) -> Result<JsonReply<AuthzenDecision>, AcpError> {
    let AuthzenEvaluationRequest { subject, action, resource, context, options } = &*body;
    let (subject, action, resource) = (subject.as_ref(), action.as_ref(), resource.as_ref());
    let stated = Asked { subject, action, resource, context: context.as_ref() }.stated()?;
    let outcome = stated::decide(request.context(), &gateway.0, &stated).await?;
    let is_explained = options.as_ref().and_then(|options| options.explain).unwrap_or_default();
    Ok(JsonReply(AuthzenDecision::of(outcome, is_explained)))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface
        .register(evaluate_access)
        .errors(&[400])
        .request_example(json!({
            "subject": {"type": "user", "id": "ada", "properties": {"department": "sales"}},
            "action": {"name": "can_update_todo"},
            "resource": {"type": "todo", "id": "17", "properties": {"ownerID": "ada@example.com"}},
            "context": {"time": "2026-01-11T12:00:00Z"}, "options": {"explain": true}
        }))
        .response_example(json!({
            "decision": false,
            "context": {"failure": [{"validator": "cedar", "message": "no permit applies", "details": ""}], "recovery": []}
        }));
}

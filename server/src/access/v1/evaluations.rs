//! `/{tid}/access/v1/evaluations`: many questions at once (AuthZEN §7).

use authplane_domain::Error as DomainError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{AccessBody, Asked, AuthzenAction, AuthzenDecision, AuthzenResource, AuthzenSubject};
use crate::access::AccessPath;
use crate::access::asking_gateway::AskingGateway;
use crate::api::acp::error::AcpError;
use crate::context::Context;
use crate::decisions::stated;
use crate::edge::endpoint as dropshot;
use crate::edge::{JsonReply, Path, Request, Surface};
use crate::policy::input::size_of_members;

/// Most questions of one request.
const MOST: usize = 1000;
/// Most that they may tell together, in bytes of texts and names: what all of them have in common counts for each.
const MOST_TOLD: usize = 4 * 1024 * 1024;

/// Several questions, and what they have in common.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AuthzenEvaluationsRequest {
    /// Who wants to do something, where a question doesn't say it.
    subject: Option<AuthzenSubject>,
    /// What they want to do, where a question doesn't say it.
    action: Option<AuthzenAction>,
    /// What they want to do it with, where a question doesn't say it.
    resource: Option<AuthzenResource>,
    /// What else is said, where a question doesn't say it.
    context: Option<Map<String, Value>>,
    /// The questions. Without any, what stands beside is the only one.
    #[schemars(length(max = 1000))]
    evaluations: Option<Vec<AuthzenEvaluation>>,
    /// How they are to be answered.
    options: Option<AuthzenEvaluationsOptions>,
}

/// A question of several.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AuthzenEvaluation {
    /// Who wants to do something.
    subject: Option<AuthzenSubject>,
    /// What they want to do.
    action: Option<AuthzenAction>,
    /// What they want to do it with.
    resource: Option<AuthzenResource>,
    /// What else is said. Policies in a language are told it.
    context: Option<Map<String, Value>>,
}

/// How several questions are to be answered.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AuthzenEvaluationsOptions {
    /// Which are answered: all, or those up to the first that is denied, or permitted. All when absent.
    #[schemars(title = "one of: execute_all | deny_on_first_deny | permit_on_first_permit")]
    evaluations_semantic: Option<String>,
    /// Whether refusals have a `context` that says what failed. It is ours, not of the specification.
    explain: Option<bool>,
}

/// What is decided of several questions, or of one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AuthzenEvaluationsResponse {
    /// The decisions, in the order of the questions. Absent where there was only what stood beside them.
    #[serde(skip_serializing_if = "Option::is_none")]
    evaluations: Option<Vec<AuthzenDecision>>,
    /// The decision, where there were no questions in a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<bool>,
    /// Why not, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<super::AuthzenDecisionContext>,
}

/// After which decision no more are made.
fn last_decision(semantic: Option<&str>) -> Result<Option<bool>, DomainError> {
    match semantic {
        None | Some("execute_all") => Ok(None),
        Some("deny_on_first_deny") => Ok(Some(false)),
        Some("permit_on_first_permit") => Ok(Some(true)),
        Some(_) => {
            let message = "must be execute_all, deny_on_first_deny or permit_on_first_permit";
            Err(DomainError::invalid("options.evaluations_semantic", message))
        }
    }
}

/// Decide about several things
///
/// OpenID AuthZEN: as many questions as `evaluations` has, at most 1000. What one of them doesn't say stands beside the list, and is taken whole. One that lacks something
/// even so is `false` in its place. Without a list, or with an empty one, the answer is that of a single question.
#[dropshot::endpoint { method = POST, path = "/{tid}/access/v1/evaluations", tags = ["gateways"] }]
async fn evaluate_accesses(
    request: Request<Context>,
    gateway: AskingGateway,
    _path: Path<AccessPath>,
    body: AccessBody<AuthzenEvaluationsRequest>,
) -> Result<JsonReply<AuthzenEvaluationsResponse>, AcpError> {
    let AuthzenEvaluationsRequest { subject, action, resource, context, evaluations, options } = &*body;
    let options = options.as_ref();
    let last = last_decision(
        options.and_then(|options| options.evaluations_semantic.as_deref()).filter(|named| !named.is_empty()),
    )?;
    let is_explained = options.and_then(|options| options.explain).unwrap_or_default();
    let (subject, action, resource) = (subject.as_ref(), action.as_ref(), resource.as_ref());
    let usual = Asked { subject, action, resource, context: context.as_ref() };
    let asked = evaluations.as_deref().unwrap_or_default();
    if asked.is_empty() {
        let outcome = stated::decide(request.context(), &gateway.0, &usual.stated()?).await?;
        let AuthzenDecision { decision, context } = AuthzenDecision::of(outcome, is_explained);
        return Ok(JsonReply(AuthzenEvaluationsResponse { evaluations: None, decision: Some(decision), context }));
    }
    if asked.len() > MOST {
        return Err(DomainError::invalid("evaluations", format!("at most {MOST} items")).into());
    }
    let asked: Vec<Asked<'_>> = asked.iter().map(|one| usual.with(one)).collect();
    check_told(&usual, &asked)?;
    let mut decisions = Vec::with_capacity(asked.len());
    for one in asked {
        let outcome = match one.stated() {
            Ok(stated) => stated::decide(request.context(), &gateway.0, &stated).await?,
            Err(incomplete) => stated::refused("evaluation", &incomplete.to_string()),
        };
        let decision = AuthzenDecision::of(outcome, is_explained);
        let is_last = last == Some(decision.decision);
        decisions.push(decision);
        if is_last {
            break;
        }
        // A policy may take its time, and others wait for this thread.
        tokio::task::yield_now().await;
    }
    Ok(JsonReply(AuthzenEvaluationsResponse { evaluations: Some(decisions), decision: None, context: None }))
}

impl<'a> Asked<'a> {
    fn with(&self, one: &'a AuthzenEvaluation) -> Self {
        Self {
            subject: one.subject.as_ref().or(self.subject),
            action: one.action.as_ref().or(self.action),
            resource: one.resource.as_ref().or(self.resource),
            context: one.context.as_ref().or(self.context),
        }
    }

    /// How much subject, action, resource and context tell.
    fn sizes(&self) -> [usize; 4] {
        self.sizes_beside(&Asked::default(), [0; 4])
    }

    /// The same where some of them are those of `usual`, whose sizes are known.
    fn sizes_beside(&self, usual: &Asked<'_>, of_usual: [usize; 4]) -> [usize; 4] {
        let texts = |texts: [Option<&String>; 2]| texts.into_iter().flatten().map(String::len).sum::<usize>();
        let size = |members: Option<&Map<String, Value>>| members.map(size_of_members).unwrap_or_default();
        let subject =
            |one: &AuthzenSubject| texts([one.kind.as_ref(), one.id.as_ref()]) + size(one.properties.as_ref());
        let action = |one: &AuthzenAction| texts([one.name.as_ref(), None]) + size(one.properties.as_ref());
        let resource =
            |one: &AuthzenResource| texts([one.kind.as_ref(), one.id.as_ref()]) + size(one.properties.as_ref());
        [
            measured(self.subject, usual.subject, of_usual[0], subject),
            measured(self.action, usual.action, of_usual[1], action),
            measured(self.resource, usual.resource, of_usual[2], resource),
            measured(self.context, usual.context, of_usual[3], size_of_members),
        ]
    }
}

/// The size of a part, which is known if it is that of `usual`.
fn measured<T>(one: Option<&T>, usual: Option<&T>, of_usual: usize, size: impl Fn(&T) -> usize) -> usize {
    match (one, usual) {
        (Some(one), Some(usual)) if std::ptr::eq(one, usual) => of_usual,
        (Some(one), _) => size(one),
        (None, _) => 0,
    }
}

/// Whether all questions together are small enough to be told to policies.
fn check_told(usual: &Asked<'_>, asked: &[Asked<'_>]) -> Result<(), DomainError> {
    let of_usual = usual.sizes();
    // What they have in common is counted for each of them, and measured once.
    let size = |one: &Asked<'_>| -> usize { one.sizes_beside(usual, of_usual).into_iter().sum() };
    if asked.iter().map(size).sum::<usize>() > MOST_TOLD {
        let message = format!("must tell at most {MOST_TOLD} bytes together, with what stands beside");
        return Err(DomainError::invalid("evaluations", message));
    }
    Ok(())
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface
        .register(evaluate_accesses)
        .errors(&[400])
        .request_example(json!({
            "subject": {"type": "user", "id": "ada"},
            "action": {"name": "can_update_todo"},
            "evaluations": [
                {"resource": {"type": "todo", "id": "17", "properties": {"ownerID": "ada@example.com"}}},
                {"resource": {"type": "todo", "id": "18", "properties": {"ownerID": "otto@example.com"}}}
            ],
            "options": {"evaluations_semantic": "execute_all"}
        }))
        .response_example(json!({"evaluations": [{"decision": true}, {"decision": false}]}));
}

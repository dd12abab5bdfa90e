//! `/{tid}/access/v1`: the OpenID AuthZEN Authorization API 1.0, whose policy decision point each tenant has.
//!
//! The policy enforcement point is a gateway, and proves it as others do. [What decides](crate::decisions::stated) are the policies of the services behind it. There is
//! no search: policies say yes or no of what they are asked about, and can't tell for whom else they would say yes.

pub mod authzen_configuration;
pub mod evaluation;
pub mod evaluations;

use std::ops::Deref;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::policy::Recovery;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::api::acp::error::AcpError;
use crate::context::Context;
use crate::decisions::stated::{Entity, Stated};
use crate::edge::document::Description;
use crate::edge::extract::{Lenient, parse_any_json, parse_value};
use crate::edge::{Body, Dialect, FromRequest, Rejection, Request, Surface};
use crate::policy::input::Act;
use crate::policy::{Failure, Outcome};

const DIALECT: Dialect = Dialect::of::<AcpError>(&[]).with_callers_request_id();

/// The policy decision points, for the public listener: gateways stand elsewhere.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT);
    evaluation::register(&mut surface);
    evaluations::register(&mut surface);
    authzen_configuration::register(&mut surface);
    surface
}

/// Who wants to do something.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AuthzenSubject {
    /// What they are: `user` or `identity` for a user, `client` for an application.
    #[serde(rename = "type")]
    #[schemars(title = "required")]
    kind: Option<String>,
    /// Who of these: the `sub` of a user, the id of a client.
    #[schemars(title = "required")]
    id: Option<String>,
    /// What else is said of them. Policies in a language are told it; nothing that is stored is changed by it.
    properties: Option<Map<String, Value>>,
}

/// What they want to do.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AuthzenAction {
    /// The name of a scope of the service; for a route, the method.
    #[schemars(title = "required")]
    name: Option<String>,
    /// What else is said of it. Policies in a language are told it.
    properties: Option<Map<String, Value>>,
}

/// What they want to do it with.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AuthzenResource {
    /// The name, or the id, of a service behind the gateway; or `route`.
    #[serde(rename = "type")]
    #[schemars(title = "required")]
    kind: Option<String>,
    /// Which thing of the service; for a route, the template of an API's path, or a path.
    #[schemars(title = "required")]
    id: Option<String>,
    /// What else is said of it. Policies in a language are told it.
    properties: Option<Map<String, Value>>,
}

/// How an answer is to be.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AuthzenOptions {
    /// Whether a refusal has a `context` that says what failed. It is ours, not of the specification.
    explain: Option<bool>,
}

/// What is decided about a question.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AuthzenDecision {
    /// Whether it may be done.
    decision: bool,
    /// Why not, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<AuthzenDecisionContext>,
}

/// Why something may not be done.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AuthzenDecisionContext {
    /// The validators that failed, or the language in which the policy says no, or the part of the question that isn't known.
    failure: Vec<Failure>,
    /// How that can be repaired, each way once.
    recovery: Vec<Recovery>,
}

impl AuthzenDecision {
    fn of(outcome: Outcome, is_explained: bool) -> Self {
        let Outcome { authorized: decision, failures: failure, recovery } = outcome;
        let context = (is_explained && !decision).then_some(AuthzenDecisionContext { failure, recovery });
        Self { decision, context }
    }
}

/// One question: members that it hasn't are `None`.
#[derive(Clone, Copy, Default)]
struct Asked<'a> {
    subject: Option<&'a AuthzenSubject>,
    action: Option<&'a AuthzenAction>,
    resource: Option<&'a AuthzenResource>,
    context: Option<&'a Map<String, Value>>,
}

impl<'a> Asked<'a> {
    /// What is stated, if all is there that must be.
    fn stated(&self) -> Result<Stated<'a>, DomainError> {
        let missing = |field: &'static str| DomainError::invalid(field, "is required");
        let subject = self.subject.ok_or_else(|| missing("subject"))?;
        let action = self.action.ok_or_else(|| missing("action"))?;
        let resource = self.resource.ok_or_else(|| missing("resource"))?;
        Ok(Stated {
            subject: Entity {
                kind: subject.kind.as_deref().ok_or_else(|| missing("subject.type"))?,
                id: subject.id.as_deref().ok_or_else(|| missing("subject.id"))?,
                properties: subject.properties.as_ref(),
            },
            action: Act {
                name: action.name.as_deref().ok_or_else(|| missing("action.name"))?,
                properties: action.properties.as_ref(),
            },
            resource: Entity {
                kind: resource.kind.as_deref().ok_or_else(|| missing("resource.type"))?,
                id: resource.id.as_deref().ok_or_else(|| missing("resource.id"))?,
                properties: resource.properties.as_ref(),
            },
            context: self.context,
        })
    }
}

/// A part of one of several questions that is `null` takes the place of what stands beside them, as any other does (AuthZEN §7.1.1), and says nothing: whoever looked
/// for a resource and found none doesn't ask about another one. Elsewhere a member that is `null` is an absent one.
fn replace_nulls_of_questions(body: &mut Value) {
    for question in body.get_mut("evaluations").and_then(Value::as_array_mut).into_iter().flatten() {
        for part in ["subject", "action", "resource", "context"] {
            if let Some(said) = question.get_mut(part).filter(|said| said.is_null()) {
                *said = json!({});
            }
        }
    }
}

/// A body that must be there and be labelled as JSON: what isn't is 400, as the working group's certification has it.
struct AccessBody<T>(T);

impl<T> Deref for AccessBody<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned + JsonSchema + Send + Sync + 'static> FromRequest<Context> for AccessBody<T> {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        if request.media_type().as_deref() != Some("application/json") {
            return Err(Rejection::Header { name: "Content-Type", message: "must be application/json".to_owned() });
        }
        let bytes = request.read_body().await?;
        let mut value = parse_any_json(&bytes)?;
        replace_nulls_of_questions(&mut value);
        parse_value(value).map(Self)
    }

    fn describe(description: &mut Description) {
        <Body<T, Lenient> as FromRequest<Context>>::describe(description);
        description.body_required = true;
        description.rejections.push(Rejection::Header { name: "Content-Type", message: String::new() });
        description.raw_parameters.push(json!({
            "name": "X-Request-ID", "in": "header", "required": false, "schema": {"type": "string"},
            "description": "The caller's name for this request; the answer has the same."
        }));
    }
}

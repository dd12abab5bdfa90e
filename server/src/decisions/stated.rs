//! May somebody do something? A gateway says who, what and of what; nobody's token is looked at.
//!
//! | `resource.type` | `resource.id`                                       | `action.name` | what decides                          |
//! |-----------------|-----------------------------------------------------|---------------|---------------------------------------|
//! | `route`         | the template or the path of an API behind the gateway | its method    | its policy; without one, everybody may |
//! | anything else: the name or id of a service behind the gateway | any | the name of a scope of the service | its policy for users; without one, nobody may |
//!
//! Subjects are users (`user`, or `identity`, as gateways say), by `sub`, and clients (`client`). Anything that isn't known is refused, never guessed.
//!
//! Validators look at what is stored of a user, and at nothing that the gateway says. A policy in a language is told both, in places of their own: `properties` and
//! `context.stated` are the gateway's, `context.authentication` is ours. Nobody has signed in, so nothing is known of how they did. A validator that would take what
//! isn't known for absent isn't asked, and refuses: some let the absent pass.

use authplane_domain::Result as DomainResult;
use authplane_domain::catalogue::gateway::Gateway;
use authplane_domain::catalogue::gateway::guarded::{self, PolicyOfApi};
use authplane_domain::catalogue::gateway::guarded_scopes::{self, PolicyOfScope};
use authplane_domain::catalogue::policy::Policy;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::credentials;
use authplane_domain::sign_in::person;
use serde_json::{Map, Value};

use super::canonical_path::CanonicalPath;
use super::question::properties_of;
use crate::context::Context;
use crate::oauth::issue::authentication_context::{self, Stored};
use crate::policy::input::{Act, Kind, Question, Thing};
use crate::policy::{self, Facts, Failure, Outcome};

/// What a gateway says, and asks about.
#[derive(Clone, Copy)]
pub struct Stated<'a> {
    /// Who.
    pub subject: Entity<'a>,
    /// What.
    pub action: Act<'a>,
    /// Of what.
    pub resource: Entity<'a>,
    /// What else the gateway says.
    pub context: Option<&'a Map<String, Value>>,
}

/// Somebody or something, as a gateway says it.
#[derive(Clone, Copy)]
pub struct Entity<'a> {
    /// Its type.
    pub kind: &'a str,
    /// Which one of that type.
    pub id: &'a str,
    /// What else the gateway says of it.
    pub properties: Option<&'a Map<String, Value>>,
}

/// The type of a resource that is an API behind the gateway.
const ROUTE: &str = "route";

/// Decides about what a gateway asks.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn decide(context: &Context, gateway: &Gateway, stated: &Stated<'_>) -> DomainResult<Outcome> {
    let kind = match stated.subject.kind {
        "user" | "identity" => Kind::User,
        "client" => Kind::Client,
        _ => return Ok(refused("subject", "there are no subjects of this type")),
    };
    if stated.subject.id.is_empty() {
        return Ok(refused("subject", "it is nobody"));
    }
    let Stated { subject, .. } = stated;
    let known = match kind {
        Kind::User => match authentication_context::stored(&context.store, gateway.server_key(), subject.id).await? {
            Stored::Known(known) => Some(known),
            Stored::Elsewhere => None,
            Stored::Nobody => return Ok(refused("subject", "the authorization server has no such user")),
        },
        _ => {
            let ServerKey { tenant, id } = gateway.server_key();
            if credentials(&context.store, tenant, Some(id), subject.id).await?.is_none() {
                return Ok(refused("subject", "the authorization server has no such client"));
            }
            None
        }
    };
    let asking = Asking { context, gateway, stated, subject: Thing { kind, ..thing(stated.subject) }, known };
    if stated.resource.kind == ROUTE { asking.about_api().await } else { asking.about_scope().await }
}

fn thing(Entity { kind, id, properties }: Entity<'_>) -> Thing<'_> {
    Thing { kind: Kind::Other(kind), id, properties }
}

/// A refusal because of a part of the question.
#[must_use]
pub fn refused(part: &str, message: &str) -> Outcome {
    let failure =
        Failure { validator: part.to_owned(), message: message.to_owned(), details: String::new(), step_up: None };
    Outcome { authorized: false, failures: vec![failure], recovery: Vec::new() }
}

struct Asking<'a> {
    context: &'a Context,
    gateway: &'a Gateway,
    stated: &'a Stated<'a>,
    subject: Thing<'a>,
    /// What is stored of the subject, where anything is.
    known: Option<Map<String, Value>>,
}

impl Asking<'_> {
    async fn about_api(&self) -> DomainResult<Outcome> {
        let guarded = guarded::of_gateway(&self.context.store, self.gateway).await?;
        let (method, route) = (self.stated.action.name, self.stated.resource.id);
        let matched = if route.contains('{') {
            guarded.find_template(method, route)
        } else {
            // A path that could be read in two ways is none of an API.
            CanonicalPath::of(route).map(|path| guarded.find(method, path.as_str())).unwrap_or_default()
        };
        if matched.is_empty() {
            return Ok(refused("resource", "the gateway guards no API for this method and path"));
        }
        for one in &matched {
            let policy = match guarded.policy_of(&one.api) {
                PolicyOfApi::None => continue,
                PolicyOfApi::Missing => return Ok(refused("policy", "the policy does not exist")),
                PolicyOfApi::Some(policy) => policy,
            };
            let properties = properties_of(one);
            let resource = Thing { kind: Kind::Api, id: &one.api.path, properties: Some(&properties) };
            let outcome = self.ask(policy, resource).await?;
            if !outcome.authorized {
                return Ok(outcome);
            }
        }
        Ok(Outcome::authorized())
    }

    async fn about_scope(&self) -> DomainResult<Outcome> {
        let guarded = guarded_scopes::of_gateway(&self.context.store, self.gateway).await?;
        let found = guarded.find(self.stated.resource.kind, self.stated.action.name);
        if found.is_empty() {
            return Ok(refused("action", "no service of this name or id behind the gateway has such a scope"));
        }
        for policy in found {
            let policy = match policy {
                PolicyOfScope::None => return Ok(refused("policy", "the scope has no policy, so nobody may")),
                PolicyOfScope::Missing => return Ok(refused("policy", "the policy does not exist")),
                PolicyOfScope::Some(policy) => policy,
            };
            let outcome = self.ask(policy, thing(self.stated.resource)).await?;
            if !outcome.authorized {
                return Ok(outcome);
            }
        }
        Ok(Outcome::authorized())
    }

    async fn ask(&self, policy: &Policy, resource: Thing<'_>) -> DomainResult<Outcome> {
        let store = &self.context.store;
        let subject = self.subject;
        let only_subject = || Map::from_iter([("sub".to_owned(), Value::from(subject.id))]);
        let validators = policy.rules.validators();
        let mut is_unknown = policy::looks_at_sign_in_or_request(validators);
        let known = match &self.known {
            Some(known) => known.clone(),
            None => {
                is_unknown |= policy::looks_beyond(validators, &["sub"]);
                only_subject()
            }
        };
        if is_unknown {
            return Ok(refused("policy", "it looks at what is not known of somebody who is only named"));
        }
        let question = Question {
            subject: Some(subject),
            action: self.stated.action,
            resource,
            token: None,
            request: None,
            stated: self.stated.context,
        };
        let mut facts = Facts::new(&known).with_question(question);
        let person;
        if subject.kind == Kind::User {
            person = person::called(store, &self.gateway.tenant_id, subject.id).await?.unwrap_or_default().address();
            facts = facts.with_user(&person);
        }
        policy::ask(store, &self.gateway.tenant_id, &policy.rules, facts).await
    }
}

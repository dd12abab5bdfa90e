//! What the authorizer decides by: its configuration, and of a token what the control plane says at that moment.
//!
//! Nobody is asked about a token that isn't one of the server's, signed by one of its keys and not yet expired: what anybody can make costs nobody else anything.
//!
//! While the control plane is away, a token says itself what there is to know. Whether it was revoked isn't known then, unless this authorizer heard of it before.
//! Nobody has granted a consent, and a policy that looks at more of whoever signed in than the token says passes nothing, nor does any in a language, of which nobody
//! knows what it looks at: what isn't known would count as absent, and there are policies that let the absent pass.
//!
//! Where the control plane is there and doesn't say what a token is, nothing is known of the token, and there is no decision.

use std::sync::Arc;

use authplane_domain::catalogue::gateway::guarded::Guarded;
use authplane_domain::catalogue::policy::{self as domain_policy, Policy};
use authplane_domain::{Error as DomainError, Result};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use tokio::time::Instant;

use super::context::Authorizer;
use super::control_plane::{Introspected, Unanswered};
use super::in_force::Rules;
use crate::decisions::question::{Asked, Presented};
use crate::decisions::{self, Identity, Sources, Wanted};
use crate::policy::{self, ConsentQuestion, Facts, Failure, Granted, Outcome};
use crate::tokens::audience::Aim;
use crate::tokens::claims::{Claims, LEEWAY};
use crate::tokens::jws::{Compact, LONGEST};
use crate::tokens::verify;

/// What the token says of the context just as the context does. Not `sub` of a user's: a client may know its users by other names.
const SAID_BY_USERS_TOKEN: [&str; 7] = ["auth_time", "acr", "amr", "client_id", "aud", "scp", "iss"];

/// What one request is decided by.
pub(super) struct Pulled<'a> {
    pub(super) authorizer: &'a Authorizer,
    pub(super) rules: Arc<Rules>,
    pub(super) now: DateTime<Utc>,
}

/// A token that is valid, and what is known of it.
pub(super) struct Known {
    claims: Claims,
    identity: Identity,
    aim: Aim,
    context: Map<String, Value>,
    granted: Granted,
    /// The members of the context that are known; all where the control plane told them, and where no user took part.
    members: Option<&'static [&'static str]>,
}

impl Sources for Pulled<'_> {
    type Token = Known;

    fn guarded(&self) -> &Guarded {
        &self.rules.guarded
    }

    async fn token(&self, token: &str) -> Result<Option<Known>> {
        let Some(claims) = self.verified(token).await? else { return Ok(None) };
        let presence = &self.authorizer.presence;
        let asked_at = Instant::now();
        match self.authorizer.introspect(token).await {
            Ok(Some(told)) if self.is_of_server(&told) => {
                self.rules.note_aim(&claims, &told.services);
                Ok(Some(Known::told(told, claims)))
            }
            Ok(Some(_)) => Ok(None),
            // So that one which was revoked isn't good again as soon as the control plane is away. It is one that was signed here, so nobody has it forget others by
            // making some up.
            Ok(None) => {
                self.authorizer.refused_tokens.insert(verify::digest(token), ());
                Ok(None)
            }
            Err(Unanswered::Away(_)) if presence.is_away_since(asked_at).await => self.by_itself(token, claims),
            Err(Unanswered::Crowded) if presence.is_away() => self.by_itself(token, claims),
            Err(error) => Err(DomainError::Unavailable(error.to_string())),
        }
    }

    fn identity(&self, token: &Known) -> Identity {
        token.identity.clone()
    }

    async fn is_for(&self, token: &Known, service_id: &str) -> Result<bool> {
        Ok(token.aim.includes(service_id))
    }

    async fn ask(&self, policy: &Policy, token: Option<&Known>, wanted: &Wanted<'_>) -> Result<Outcome> {
        if let Some(members) = token.and_then(|token| token.members) {
            let beyond = match &policy.rules {
                domain_policy::Rules::Validators(validators) => {
                    policy::looks_beyond(validators, members).then_some("identity-context")
                }
                domain_policy::Rules::Program(program) => Some(program.language.name()),
            };
            if let Some(validator) = beyond {
                return Ok(unknown(validator));
            }
        }
        let nobody = Map::new();
        let facts = Facts::new(token.map_or(&nobody, |token| &token.context)).with_headers(&wanted.request.headers);
        match &policy.rules {
            domain_policy::Rules::Validators(validators) => {
                let granted = |question: ConsentQuestion<'_>| token.is_some_and(|token| token.granted.has(question));
                Ok(policy::evaluate(validators, facts.with_consents(&granted)))
            }
            domain_policy::Rules::Program(program) => {
                let asked = Asked::of(wanted, token.map(Known::presented));
                policy::ask_program(&self.rules.tenant_id, program, facts.with_question(asked.question())).await
            }
        }
    }
}

/// A policy can't be asked about what isn't known.
fn unknown(validator: &str) -> Outcome {
    let failure = Failure {
        validator: validator.to_owned(),
        message: "what it looks at is not known while the control plane is away".to_owned(),
        details: String::new(),
        step_up: None,
    };
    Outcome { authorized: false, failures: vec![failure], recovery: Vec::new() }
}

impl Pulled<'_> {
    fn is_of_server(&self, told: &Introspected) -> bool {
        told.tenant_id == self.rules.tenant_id && told.server_id == self.rules.server_id
    }

    /// What a token says that nobody can be asked about, as long as it isn't too long ago that anybody could.
    fn by_itself(&self, token: &str, claims: Claims) -> Result<Option<Known>> {
        let age = self.authorizer.presence.introspection_age(self.now);
        if !age.is_some_and(|age| self.authorizer.in_force.is_young(age)) {
            return Err(DomainError::Unavailable("it is too long ago that tokens could be asked about".to_owned()));
        }
        if self.authorizer.refused_tokens.get(&verify::digest(token)).is_some() || claims.exp <= self.now.timestamp() {
            return Ok(None);
        }
        let is_own = claims.gid.is_none();
        // An API client's token is none of its client's own, and its roles may have changed.
        if is_own && claims.sub != claims.client_id {
            return Ok(None);
        }
        let aim = self.aim(&claims);
        Ok(Some(Known::by_itself(claims, is_own, aim)))
    }

    /// A token of the server that is good as far as it says itself (RFC 9068 §4).
    async fn verified(&self, token: &str) -> Result<Option<Claims>> {
        if token.len() > LONGEST {
            return Ok(None);
        }
        let Ok(compact) = Compact::parse(token) else { return Ok(None) };
        let Ok(claims) = verify::unchecked_claims(&compact) else { return Ok(None) };
        let rules = &self.rules;
        let is_of_server =
            claims.tid == rules.tenant_id && claims.aid == rules.server_id && claims.iss == rules.issuer_url;
        // Exactly when it expires is for the control plane's clock to say.
        if !is_of_server || claims.exp <= self.now.timestamp() - LEEWAY {
            return Ok(None);
        }
        let mut keys = self.authorizer.in_force.keys();
        let kid = compact.header.kid.as_deref();
        if !keys.iter().any(|key| key.kid.as_deref() == kid) {
            keys = self.authorizer.keys_beside(&keys).await;
        }
        if keys.is_empty() {
            return Err(DomainError::Unavailable("the keys of the authorization server aren't known".to_owned()));
        }
        Ok(compact.verify(keys.iter()).is_ok().then_some(claims))
    }

    /// For which services it is: those that it names here, and all where the control plane said so of this client and this audience. What else an audience could be
    /// isn't known here: the client itself, what it is registered for, or another resource, which may be called as any of these.
    fn aim(&self, claims: &Claims) -> Aim {
        if self.rules.is_for_all(claims) {
            return Aim::All;
        }
        let named = claims.aud.iter().filter_map(|audience| self.rules.services_by_audience.get(audience));
        Aim::These(named.cloned().collect())
    }
}

impl Known {
    /// Whose it is, as policies in a language are told.
    fn presented(&self) -> Presented<'_> {
        match &self.claims.gid {
            None => Presented::Client(&self.claims),
            Some(_) => {
                let subject = self.context.get("sub").and_then(Value::as_str);
                Presented::User(subject.unwrap_or_default(), &self.claims)
            }
        }
    }

    fn told(told: Introspected, claims: Claims) -> Self {
        Self {
            claims,
            identity: Identity { subject: told.sub, client_id: told.client_id, scope: told.scope },
            aim: Aim::These(told.services),
            context: told.authentication_context,
            granted: Granted { actions: told.granted_actions, consents: told.granted_consents },
            members: None,
        }
    }

    fn by_itself(claims: Claims, is_own: bool, aim: Aim) -> Self {
        let mut context = Map::new();
        if is_own {
            context.insert("sub".to_owned(), Value::from(claims.sub.as_str()));
        } else {
            context.insert("amr".to_owned(), Value::from(claims.amr.clone()));
            if let Some(auth_time) = claims.auth_time {
                context.insert("auth_time".to_owned(), Value::from(auth_time));
            }
            if let Some(acr) = &claims.acr {
                context.insert("acr".to_owned(), Value::from(acr.as_str()));
            }
        }
        decisions::say_of_token(&mut context, &claims);
        Self {
            identity: Identity {
                subject: claims.sub.clone(),
                client_id: claims.client_id.clone(),
                scope: claims.scope.clone().unwrap_or_default(),
            },
            aim,
            context,
            granted: Granted::default(),
            members: (!is_own).then_some(SAID_BY_USERS_TOKEN.as_slice()),
            claims,
        }
    }
}

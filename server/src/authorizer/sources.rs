//! What the authorizer decides by: its configuration, and of a token what the control plane says at that moment.
//!
//! While the control plane is away, a token says itself what there is to know, as far as it can be verified by that: it is a JWT of the server, signed by one of its
//! keys, and hasn't expired. Whether it was revoked isn't known then, unless this authorizer heard of it before. Nobody has granted a consent, and a policy that looks
//! at more of whoever signed in than the token says passes nothing: what isn't known would count as absent, and there are policies that let the absent pass.

use std::sync::Arc;

use authplane_domain::catalogue::gateway::guarded::Guarded;
use authplane_domain::catalogue::policy::{self as domain_policy, Language, Policy};
use authplane_domain::{Error as DomainError, Result};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::context::Authorizer;
use super::control_plane::{Introspected, Unanswered};
use super::in_force::Rules;
use crate::decisions::{self, Identity, Sources, Wanted};
use crate::policy::{self, ConsentQuestion, Facts, Failure, Granted, Outcome};
use crate::tokens::audience::Aim;
use crate::tokens::claims::Claims;
use crate::tokens::jws::{Compact, LONGEST};
use crate::tokens::{InvalidToken, verify};

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
        if token.len() > LONGEST {
            return Ok(None);
        }
        match self.authorizer.control_plane.introspect(token).await {
            Ok(Some(told)) => Ok(self.is_of_server(&told).then(|| Known::told(told))),
            Ok(None) => {
                self.remember_refused(token);
                Ok(None)
            }
            Err(Unanswered::Away(why)) => {
                self.authorizer.note_away(&why);
                Ok(self.by_itself(token))
            }
            // Nothing is known of the token, not even by itself whether it may be believed.
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
        let validators = match &policy.rules {
            domain_policy::Rules::Validators(validators) => validators.as_slice(),
            domain_policy::Rules::Program(program) => return Ok(only_at_control_plane(program.language)),
        };
        if let Some(members) = token.and_then(|token| token.members)
            && policy::looks_beyond(validators, members)
        {
            return Ok(unknown());
        }
        let nobody = Map::new();
        let facts = Facts::new(token.map_or(&nobody, |token| &token.context)).with_headers(&wanted.request.headers);
        let granted = |question: ConsentQuestion<'_>| token.is_some_and(|token| token.granted.has(question));
        Ok(policy::evaluate(validators, facts.with_consents(&granted)))
    }
}

/// Such a policy is told more of a token than the control plane tells here.
fn only_at_control_plane(language: Language) -> Outcome {
    let failure = Failure {
        validator: language.name().to_owned(),
        message: "a policy in this language is asked at the control plane alone".to_owned(),
        details: String::new(),
        step_up: None,
    };
    Outcome { authorized: false, failures: vec![failure], recovery: Vec::new() }
}

/// A policy can't be asked about what isn't known.
fn unknown() -> Outcome {
    let failure = Failure {
        validator: "identity-context".to_owned(),
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

    /// What a token says that nobody can be asked about.
    fn by_itself(&self, token: &str) -> Option<Known> {
        if self.authorizer.refused_tokens.get(&verify::digest(token)).is_some() {
            return None;
        }
        let claims = self.verified(token).ok()?;
        let is_own = claims.gid.is_none();
        // An API client's token is none of its client's own, and its roles may have changed.
        if is_own && claims.sub != claims.client_id {
            return None;
        }
        Some(Known::by_itself(&claims, is_own, self.aim(&claims)))
    }

    /// A token of the server that is good by itself, now (RFC 9068 §4).
    fn verified(&self, token: &str) -> std::result::Result<Claims, InvalidToken> {
        let compact = Compact::parse(token)?;
        let claims = verify::unchecked_claims(&compact)?;
        let rules = &self.rules;
        let is_of_server =
            claims.tid == rules.tenant_id && claims.aid == rules.server_id && claims.iss == rules.issuer_url;
        if !is_of_server || claims.exp <= self.now.timestamp() {
            return Err(InvalidToken);
        }
        compact.verify(self.authorizer.in_force.keys().iter())?;
        Ok(claims)
    }

    /// For which services it is. What else a client is registered for isn't known here, so whatever is called so counts as another resource.
    fn aim(&self, claims: &Claims) -> Aim {
        let others = claims.aud.iter().filter(|audience| **audience != claims.client_id);
        let (mut services, mut is_aimed) = (Vec::new(), false);
        for audience in others {
            is_aimed = true;
            services.extend(self.rules.services_by_audience.get(audience).cloned());
        }
        // A client's id may be a resource's name, too.
        match self.rules.services_by_audience.get(&claims.client_id) {
            Some(service) if claims.aud.contains(&claims.client_id) => {
                is_aimed = true;
                services.push(service.clone());
            }
            _ => {}
        }
        if is_aimed { Aim::These(services) } else { Aim::All }
    }

    /// So that a token which was revoked isn't good again as soon as the control plane is away. Of tokens that are none nothing is remembered, or anybody could have it
    /// forget the others.
    fn remember_refused(&self, token: &str) {
        if self.verified(token).is_ok() {
            self.authorizer.refused_tokens.insert(verify::digest(token), ());
        }
    }
}

impl Known {
    fn told(told: Introspected) -> Self {
        Self {
            identity: Identity { subject: told.sub, client_id: told.client_id, scope: told.scope },
            aim: Aim::These(told.services),
            context: told.authentication_context,
            granted: Granted { actions: told.granted_actions, consents: told.granted_consents },
            members: None,
        }
    }

    fn by_itself(claims: &Claims, is_own: bool, aim: Aim) -> Self {
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
        decisions::say_of_token(&mut context, claims);
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
        }
    }
}

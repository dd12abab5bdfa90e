//! What the control plane itself decides by: its database, and the tokens that it issued.

use std::sync::Arc;

use authplane_domain::Result;
use authplane_domain::catalogue::gateway::Gateway;
use authplane_domain::catalogue::gateway::guarded::{self, Guarded};
use authplane_domain::catalogue::policy::Policy;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::sign_in::person;
use serde_json::{Map, Value};

use super::original_request::OriginalRequest;
use super::question::{Asked, Presented};
use super::{Decision, Identity, Sources, Wanted};
use crate::context::Context;
use crate::oauth::issue::authentication_context;
use crate::policy::{self, Facts, Outcome};
use crate::tokens::audience;
use crate::tokens::verify::{self, Verified, VerifyError};

/// Decides about a request to a gateway. With `service`, it must be for an API of that one.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn decide(
    context: &Context,
    gateway: &Gateway,
    request: &OriginalRequest,
    service: Option<&str>,
) -> Result<Decision> {
    let guarded = guarded::of_gateway(&context.store, gateway).await?;
    super::decide(&OfStore { context, gateway, guarded }, request, service).await
}

struct OfStore<'a> {
    context: &'a Context,
    gateway: &'a Gateway,
    guarded: Arc<Guarded>,
}

impl Sources for OfStore<'_> {
    type Token = Verified;

    fn guarded(&self) -> &Guarded {
        &self.guarded
    }

    async fn token(&self, token: &str) -> Result<Option<Verified>> {
        match verify::access_token(self.context, token).await {
            Ok(verified) if verified.claims.server() == self.gateway.server_key() => Ok(Some(verified)),
            Ok(_) | Err(VerifyError::Invalid(_)) => Ok(None),
            Err(VerifyError::Domain(error)) => Err(error),
        }
    }

    fn identity(&self, Verified { claims, .. }: &Verified) -> Identity {
        Identity {
            subject: claims.sub.clone(),
            client_id: claims.client_id.clone(),
            scope: claims.scope.clone().unwrap_or_default(),
        }
    }

    async fn is_for(&self, token: &Verified, service_id: &str) -> Result<bool> {
        Ok(audience::of(self.context, self.gateway.server_key(), token).await?.includes(service_id))
    }

    async fn ask(&self, policy: &Policy, token: Option<&Verified>, wanted: &Wanted<'_>) -> Result<Outcome> {
        let known = match token {
            Some(token) => known(self.context, self.gateway.server_key(), token).await?,
            None => Map::new(),
        };
        let mut facts = Facts::new(&known).with_headers(&wanted.request.headers);
        // Validators look at none of it.
        let presented = token.map(|Verified { claims, grant, .. }| match grant {
            Some(grant) => Presented::User(&grant.details.authentication.subject, claims),
            None => Presented::Client(claims),
        });
        let asked = policy.rules.program().map(|_| Asked::of(wanted, presented));
        if let Some(asked) = &asked {
            facts = facts.with_question(asked.question());
        }
        let person;
        if let Some(grant) = token.and_then(|token| token.grant.as_ref()) {
            let user = &grant.details.authentication;
            person = person::of(&self.context.store, self.gateway.server_key(), user).await?.address();
            facts = facts.with_user(&person);
        }
        policy::ask(&self.context.store, &self.gateway.tenant_id, &policy.rules, facts).await
    }
}

/// What a policy is told: of the user what the authentication context says today, and what the token says, which nothing else can be called.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn known(context: &Context, server: ServerKey<'_>, token: &Verified) -> Result<Map<String, Value>> {
    let Verified { claims, grant, .. } = token;
    let mut known = match grant {
        Some(grant) => {
            let user = &grant.details.authentication;
            authentication_context::known_now(&context.store, server, user).await?
        }
        None => Map::from_iter([("sub".to_owned(), Value::from(claims.sub.as_str()))]),
    };
    super::say_of_token(&mut known, claims);
    Ok(known)
}

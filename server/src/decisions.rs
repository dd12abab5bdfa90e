//! May this request pass? One answer for all gateways, whichever way they ask.
//!
//! What is asked about is the [original request](original_request::OriginalRequest), whose path has [one spelling](canonical_path::CanonicalPath) or is refused. It
//! is for an API of a service that names the gateway, or it is refused. Its token is looked at as introspection does, each time, so that one that was revoked is
//! refused at once. Then the API's policy is asked, about what is known of the user and the token:
//!
//! | the API has | no token | a valid token |
//! |---|---|---|
//! | no policy | 401 | passes |
//! | a policy | passes where the policy does, which knows of nobody; else 401 | as the policy says |
//! | a policy that is gone | 403 | 403 |
//!
//! A token that isn't valid is 401 everywhere, also where none would do. What the policy refuses is 403; 401 with a challenge (RFC 9470 §3) where all that fails is
//! how the user signed in, which they can mend. Whatever fails on the way (no database, for one) is an error, and no answer that a gateway takes for a yes.

pub mod canonical_path;
pub mod original_request;

use authplane_domain::catalogue::gateway::Gateway;
use authplane_domain::catalogue::gateway::guarded::{self, Guarded, PolicyOfApi};
use authplane_domain::catalogue::policy::Validator;
use authplane_domain::{Error as DomainError, Result as DomainResult};
use http::header::AUTHORIZATION;
use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value};

use self::canonical_path::{Ambiguous, CanonicalPath};
use self::original_request::OriginalRequest;
use crate::context::Context;
use crate::oauth::issue::authentication_context;
use crate::policy::{self, Facts, Outcome};
use crate::tokens::audience;
use crate::tokens::verify::{self, Verified, VerifyError};

/// Headers by which a client asks a service to take its request for one with another method.
const METHOD_OVERRIDES: [&str; 3] = ["x-http-method-override", "x-http-method", "x-method-override"];

/// What a gateway is told.
#[derive(Debug)]
pub enum Decision {
    /// The request may pass.
    Allowed(Box<Identity>),
    /// It may not.
    Refused(Refused),
}

/// Whose request it is, for the service that it goes to. Empty texts where there was no token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// `sub` of the token.
    pub subject: String,
    /// The client that the token was issued to.
    pub client_id: String,
    /// The scopes of the token, separated by spaces.
    pub scope: String,
}

/// Why a request may not pass.
#[derive(Debug)]
pub struct Refused {
    /// What is wrong.
    pub reason: Reason,
    /// What the policy said, where it was asked.
    pub outcome: Option<Outcome>,
}

/// What is wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Its path could be read in two ways.
    #[error("{0}")]
    Path(#[from] Ambiguous),
    /// It asks to be taken for one with another method.
    #[error("a header names another method")]
    MethodOverride,
    /// It has more than one `Authorization`.
    #[error("there is more than one Authorization header")]
    SeveralTokens,
    /// No service behind the gateway has such an API.
    #[error("the gateway guards no API for this method and path")]
    NoApi,
    /// It needs a token.
    #[error("an access token is needed")]
    TokenMissing,
    /// Its token isn't valid here.
    #[error("the access token is not valid here")]
    TokenInvalid,
    /// The API names a policy that can't be asked.
    #[error("the policy of the API can't be asked")]
    PolicyMissing,
    /// The policy says no.
    #[error("the policy of the API refuses it")]
    Policy,
    /// The policy says no, but would not if the user signed in otherwise.
    #[error("the policy of the API wants another authentication")]
    StepUp,
}

impl Refused {
    /// 401 where a token, or another one, could change it; else 403.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self.reason {
            Reason::TokenMissing | Reason::TokenInvalid | Reason::StepUp => StatusCode::UNAUTHORIZED,
            _ => StatusCode::FORBIDDEN,
        }
    }

    /// What goes with 401 (RFC 6750 §3, RFC 9470 §3).
    #[must_use]
    pub fn challenge(&self) -> Option<String> {
        const BEARER: &str = "Bearer realm=\"authplane\"";
        match self.reason {
            Reason::TokenMissing => Some(BEARER.to_owned()),
            Reason::TokenInvalid => Some(format!("{BEARER}, error=\"invalid_token\"")),
            Reason::StepUp => {
                let values = self.outcome.as_ref().map(Outcome::acr_values).unwrap_or_default().join(" ");
                let named = if values.is_empty() { String::new() } else { format!(", acr_values=\"{values}\"") };
                Some(format!("{BEARER}, error=\"insufficient_user_authentication\"{named}"))
            }
            _ => None,
        }
    }
}

impl From<Reason> for Refused {
    fn from(reason: Reason) -> Self {
        Self { reason, outcome: None }
    }
}

/// Why there is no [`Decision::Allowed`].
enum Stopped {
    Refused(Refused),
    Failed(DomainError),
}

impl From<Reason> for Stopped {
    fn from(reason: Reason) -> Self {
        Self::Refused(reason.into())
    }
}

impl From<DomainError> for Stopped {
    fn from(error: DomainError) -> Self {
        Self::Failed(error)
    }
}

/// Decides about a request to a gateway. With `service`, it must be for an API of that one.
///
/// # Errors
/// [`DomainError::Unavailable`] without database.
pub async fn decide(
    context: &Context,
    gateway: &Gateway,
    request: &OriginalRequest,
    service: Option<&str>,
) -> DomainResult<Decision> {
    let guarded = guarded::of_gateway(&context.store, gateway).await?;
    match (Deciding { context, gateway, guarded: &guarded, request, service }).identity().await {
        Ok(identity) => Ok(Decision::Allowed(Box::new(identity))),
        Err(Stopped::Refused(refused)) => Ok(Decision::Refused(refused)),
        Err(Stopped::Failed(error)) => Err(error),
    }
}

struct Deciding<'a> {
    context: &'a Context,
    gateway: &'a Gateway,
    guarded: &'a Guarded,
    request: &'a OriginalRequest,
    service: Option<&'a str>,
}

impl Deciding<'_> {
    async fn identity(&self) -> Result<Identity, Stopped> {
        let path = CanonicalPath::of(&self.request.target).map_err(Reason::from)?;
        let method = self.request.method.as_str();
        let overrides = METHOD_OVERRIDES.iter().flat_map(|name| self.request.headers.get_all(*name));
        if overrides.into_iter().any(|other| other.as_bytes() != method.as_bytes()) {
            return Err(Reason::MethodOverride.into());
        }
        let mut matched = self.guarded.find(method, path.as_str());
        matched.retain(|matched| self.service.is_none_or(|service| matched.api.service_id == service));
        if matched.is_empty() {
            return Err(Reason::NoApi.into());
        }
        let verified = match bearer(&self.request.headers)? {
            Some(token) => Some(self.verified(token).await?),
            None => None,
        };
        for one in &matched {
            if let Some(verified) = &verified
                && !audience::is_for(self.context, self.gateway.server_key(), verified, &one.api.service_id).await?
            {
                return Err(Reason::TokenInvalid.into());
            }
            match self.guarded.policy_of(&one.api) {
                PolicyOfApi::None if verified.is_none() => return Err(Reason::TokenMissing.into()),
                PolicyOfApi::None => {}
                PolicyOfApi::Missing => return Err(Reason::PolicyMissing.into()),
                PolicyOfApi::Some(policy) => self.ask(&policy.validators.0, verified.as_ref()).await?,
            }
        }
        Ok(verified.map(|verified| identity_of(&verified)).unwrap_or_default())
    }

    /// The token, if it is valid now and of the server whose services the gateway guards.
    async fn verified(&self, token: &str) -> Result<Verified, Stopped> {
        match verify::access_token(self.context, token).await {
            Ok(verified) if verified.claims.server() == self.gateway.server_key() => Ok(verified),
            Ok(_) | Err(VerifyError::Invalid(_)) => Err(Reason::TokenInvalid.into()),
            Err(VerifyError::Domain(error)) => Err(error.into()),
        }
    }

    async fn ask(&self, validators: &[Validator], verified: Option<&Verified>) -> Result<(), Stopped> {
        let known = self.known(verified).await?;
        let mut facts = Facts::new(&known).with_headers(&self.request.headers);
        if let Some(grant) = verified.and_then(|verified| verified.grant.as_ref()) {
            facts = facts.with_user(&grant.details.authentication.subject);
        }
        let outcome = policy::ask(&self.context.store, &self.gateway.tenant_id, validators, facts).await?;
        if outcome.authorized {
            return Ok(());
        }
        let reason = if verified.is_none() {
            Reason::TokenMissing
        } else if outcome.wants_other_authentication() {
            Reason::StepUp
        } else {
            Reason::Policy
        };
        Err(Stopped::Refused(Refused { reason, outcome: Some(outcome) }))
    }

    /// What a policy is told: of the user what the authentication context says today, and what the token says, which nothing else can be called.
    async fn known(&self, verified: Option<&Verified>) -> DomainResult<Map<String, Value>> {
        let Some(Verified { claims, grant, .. }) = verified else { return Ok(Map::new()) };
        let mut known = match grant {
            Some(grant) => {
                let server = self.gateway.server_key();
                let user = &grant.details.authentication;
                authentication_context::known_now(&self.context.store, server, user).await?
            }
            None => Map::from_iter([("sub".to_owned(), Value::from(claims.sub.as_str()))]),
        };
        known.insert("client_id".to_owned(), Value::from(claims.client_id.as_str()));
        known.insert("aud".to_owned(), Value::from(claims.aud.clone()));
        known.insert("scp".to_owned(), claims.scopes().map(Value::from).collect());
        known.insert("iss".to_owned(), Value::from(claims.iss.as_str()));
        Ok(known)
    }
}

fn identity_of(Verified { claims, .. }: &Verified) -> Identity {
    Identity {
        subject: claims.sub.clone(),
        client_id: claims.client_id.clone(),
        scope: claims.scope.clone().unwrap_or_default(),
    }
}

/// The token of a request (RFC 6750 §2.1). What isn't a bearer's is somebody else's affair.
fn bearer(headers: &HeaderMap) -> Result<Option<&str>, Reason> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let Some(value) = values.next() else { return Ok(None) };
    if values.next().is_some() {
        return Err(Reason::SeveralTokens);
    }
    match value.to_str().map_err(|_| Reason::TokenInvalid)?.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => Ok(Some(token.trim_start_matches(' '))),
        _ => Ok(None),
    }
}

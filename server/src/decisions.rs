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

//!
//! Where all of this is known from is behind [`Sources`]: the control plane looks into [its database](of_store), an authorizer beside a proxy into what it pulled and
//! what it is told. What is decided by it is decided here, once.

pub mod canonical_path;
pub mod of_store;
pub mod original_request;
pub mod question;
pub mod stated;

use authplane_domain::catalogue::api::matcher::Matched;
use authplane_domain::catalogue::gateway::guarded::{Guarded, PolicyOfApi};
use authplane_domain::catalogue::policy::Policy;
use authplane_domain::{Error as DomainError, Result as DomainResult};
use http::header::AUTHORIZATION;
use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value};

use self::canonical_path::{Ambiguous, CanonicalPath};
use self::original_request::OriginalRequest;
use crate::policy::Outcome;
use crate::tokens::claims::Claims;

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

/// What is known of a gateway, and of who asks it for something.
pub trait Sources: Sync {
    /// A token that is valid.
    type Token: Send + Sync;

    /// What the gateway guards.
    fn guarded(&self) -> &Guarded;

    /// The token, if it is valid now and of the server whose services the gateway guards.
    fn token(&self, token: &str) -> impl Future<Output = DomainResult<Option<Self::Token>>> + Send;

    /// Whose token it is.
    fn identity(&self, token: &Self::Token) -> Identity;

    /// Is it for this service?
    fn is_for(&self, token: &Self::Token, service_id: &str) -> impl Future<Output = DomainResult<bool>> + Send;

    /// What a policy says of a token, or of nobody, and of a request.
    fn ask(
        &self,
        policy: &Policy,
        token: Option<&Self::Token>,
        wanted: &Wanted<'_>,
    ) -> impl Future<Output = DomainResult<Outcome>> + Send;
}

/// A request, and the API that it is for.
pub struct Wanted<'a> {
    /// It itself.
    pub request: &'a OriginalRequest,
    /// The API.
    pub matched: &'a Matched,
    /// The path, in its one spelling.
    pub path: &'a str,
}

/// Decides about a request to a gateway. With `service`, it must be for an API of that one.
///
/// # Errors
/// Whatever keeps the sources from telling; [`DomainError::Unavailable`] without database.
pub async fn decide(
    sources: &impl Sources,
    request: &OriginalRequest,
    service: Option<&str>,
) -> DomainResult<Decision> {
    match identity(sources, request, service).await {
        Ok(identity) => Ok(Decision::Allowed(Box::new(identity))),
        Err(Stopped::Refused(refused)) => Ok(Decision::Refused(refused)),
        Err(Stopped::Failed(error)) => Err(error),
    }
}

async fn identity<S: Sources>(
    sources: &S,
    request: &OriginalRequest,
    service: Option<&str>,
) -> Result<Identity, Stopped> {
    let path = CanonicalPath::of(&request.target).map_err(Reason::from)?;
    let method = request.method.as_str();
    let overrides = METHOD_OVERRIDES.iter().flat_map(|name| request.headers.get_all(*name));
    if overrides.into_iter().any(|other| other.as_bytes() != method.as_bytes()) {
        return Err(Reason::MethodOverride.into());
    }
    let guarded = sources.guarded();
    let mut matched = guarded.find(method, path.as_str());
    matched.retain(|matched| service.is_none_or(|service| matched.api.service_id == service));
    if matched.is_empty() {
        return Err(Reason::NoApi.into());
    }
    let token = match bearer(&request.headers)? {
        Some(token) => Some(sources.token(token).await?.ok_or(Reason::TokenInvalid)?),
        None => None,
    };
    for one in &matched {
        if let Some(token) = &token
            && !sources.is_for(token, &one.api.service_id).await?
        {
            return Err(Reason::TokenInvalid.into());
        }
        match guarded.policy_of(&one.api) {
            PolicyOfApi::None if token.is_none() => return Err(Reason::TokenMissing.into()),
            PolicyOfApi::None => {}
            PolicyOfApi::Missing => return Err(Reason::PolicyMissing.into()),
            PolicyOfApi::Some(policy) => {
                let wanted = Wanted { request, matched: one, path: path.as_str() };
                let outcome = sources.ask(policy, token.as_ref(), &wanted).await?;
                if !outcome.authorized {
                    return Err(Stopped::Refused(refused_by(outcome, token.is_some())));
                }
            }
        }
    }
    Ok(token.map(|token| sources.identity(&token)).unwrap_or_default())
}

fn refused_by(outcome: Outcome, has_token: bool) -> Refused {
    let reason = if !has_token {
        Reason::TokenMissing
    } else if outcome.wants_other_authentication() {
        Reason::StepUp
    } else {
        Reason::Policy
    };
    Refused { reason, outcome: Some(outcome) }
}

/// Adds what a token says, over whatever else is called so.
pub fn say_of_token(known: &mut Map<String, Value>, claims: &Claims) {
    known.insert("client_id".to_owned(), Value::from(claims.client_id.as_str()));
    known.insert("aud".to_owned(), Value::from(claims.aud.clone()));
    known.insert("scp".to_owned(), claims.scopes().map(Value::from).collect());
    known.insert("iss".to_owned(), Value::from(claims.iss.as_str()));
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

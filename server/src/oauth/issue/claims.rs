//! Claims about a user: which of them a client gets, and where they come from (OpenID Connect Core §5.4 and §5.5, ACP behaviour §11).

use std::collections::BTreeMap;

use authplane_domain::catalogue::claim::{self, Claim, ClaimType};
use authplane_domain::tokens::authorization_grant::Details;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::oauth::issue::authentication_context::{look_up, put};

/// `claims` of an authorization request (OpenID Connect Core §5.5).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClaimsRequest {
    /// For userinfo.
    pub userinfo: BTreeMap<String, Option<ClaimRequest>>,
    /// For the ID token.
    pub id_token: BTreeMap<String, Option<ClaimRequest>>,
}

/// How a claim is asked for. Languages of claims (`name#de`) aren't told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClaimRequest {
    /// The client can't do without.
    pub essential: bool,
    /// The one value that it wants.
    pub value: Option<Value>,
    /// The values of which it wants one.
    pub values: Option<Vec<Value>>,
}

impl ClaimRequest {
    /// Is this one of the values that were asked for, if any were?
    #[must_use]
    pub fn accepts(&self, value: &Value) -> bool {
        self.value.as_ref().is_none_or(|only| only == value)
            && self.values.as_ref().is_none_or(|values| values.contains(value))
    }
}

impl ClaimsRequest {
    /// What the authorization request of a grant asked for.
    #[must_use]
    pub fn of(details: &Details) -> Option<Self> {
        details.claims.as_ref().and_then(|claims| Self::deserialize(claims).ok())
    }

    /// The scopes that the requested claims belong to: they need the user's consent as if they had been asked for by name.
    #[must_use]
    pub fn scopes(&self, claims: &[Claim]) -> Vec<String> {
        let mut scopes: Vec<String> = Vec::new();
        for claim in self.defined(claims) {
            // A claim that comes with any of several scopes is covered by the first.
            if let Some(scope) = claim.scopes.first().filter(|scope| !scopes.contains(scope)) {
                scopes.push(scope.clone());
            }
        }
        scopes
    }

    /// Without the claims whose scopes the user didn't consent to, and without those that nobody defined: who defines one later doesn't give it to whom nobody
    /// was asked about.
    #[must_use]
    pub fn consented(mut self, claims: &[Claim], scopes: &[String]) -> Self {
        let allowed = |name: &String| {
            let mut defined = claims.iter().filter(|claim| is_called(claim, name)).peekable();
            defined.peek().is_some()
                && defined
                    .all(|claim| claim.scopes.is_empty() || claim.scopes.iter().any(|scope| scopes.contains(scope)))
        };
        self.userinfo.retain(|name, _| allowed(name));
        self.id_token.retain(|name, _| allowed(name));
        self
    }

    fn defined<'c>(&self, claims: &'c [Claim]) -> impl Iterator<Item = &'c Claim> {
        let names = self.userinfo.keys().chain(self.id_token.keys());
        let asked: Vec<&String> = names.collect();
        claims.iter().filter(move |claim| asked.iter().any(|name| is_called(claim, name)))
    }
}

/// `address.locality` is asked for as `address`.
fn is_called(claim: &Claim, name: &str) -> bool {
    claim.name == name || claim.name.split_once('.').is_some_and(|(parent, _)| parent == name)
}

/// The claims of one kind that come with the granted scopes, or were asked for by name.
#[must_use]
pub fn select(
    claims: &[Claim],
    kind: ClaimType,
    scopes: &[String],
    requested: Option<&BTreeMap<String, Option<ClaimRequest>>>,
    context: &Map<String, Value>,
) -> Map<String, Value> {
    let mut selected = Map::new();
    for claim in claims.iter().filter(|claim| claim.claim_type == kind) {
        let granted = claim.scopes.is_empty() || claim.scopes.iter().any(|scope| scopes.contains(scope));
        let wanted = requested.and_then(|requested| requested.iter().find(|(name, _)| is_called(claim, name)));
        if !granted && wanted.is_none() {
            continue;
        }
        // OpenID Connect Core §5.3.2: what isn't known is left out, not null.
        let Some(value) = look_up(context, &claim.mapping).filter(|value| !value.is_null()) else { continue };
        // OpenID Connect Core §5.5.1: who asks for a value isn't told another one.
        let fits = wanted.and_then(|(_, request)| request.as_ref()).is_none_or(|request| request.accepts(value));
        if fits || granted {
            add(&mut selected, &claim.name, value.clone());
        }
    }
    selected
}

/// `address.locality` becomes a member of `address` (OpenID Connect Core §5.1.1).
fn add(claims: &mut Map<String, Value>, name: &str, value: Value) {
    let first = name.split('.').next().unwrap_or_default();
    if !claim::is_reserved(first) {
        put(claims, name, value);
    }
}

//! Claims about a user: which of them a client gets, and where they come from (OpenID Connect Core §5.4 and §5.5, ACP behaviour §11).

use authplane_domain::authorization_grant::Details;
use authplane_domain::claim::{Claim, ClaimType};
use authplane_domain::session::Authentication;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What tokens say of themselves. No mapping and no claims request can put anything else there (CVE-2024-29892 is the class).
const RESERVED: [&str; 26] = [
    "iss",
    "sub",
    "aud",
    "exp",
    "nbf",
    "iat",
    "jti",
    "auth_time",
    "nonce",
    "acr",
    "amr",
    "azp",
    "at_hash",
    "c_hash",
    "s_hash",
    "sid",
    "client_id",
    "scope",
    "scp",
    "tid",
    "aid",
    "gid",
    "act",
    "cnf",
    "events",
    "may_act",
];

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

    /// Without the claims whose scopes the user didn't consent to.
    #[must_use]
    pub fn consented(mut self, claims: &[Claim], scopes: &[String]) -> Self {
        let allowed = |name: &String| {
            let defined = claims.iter().filter(|claim| is_called(claim, name));
            defined
                .into_iter()
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

/// What is known of a user who signed in: what the method told, and how they did. Claims and policies read it.
#[must_use]
pub fn identity_context(authentication: &Authentication) -> Map<String, Value> {
    let Authentication { subject, method_id: _, auth_time, acr, amr, context } = authentication;
    let mut known = context.clone();
    // A method can tell a lot, but not how it was asked.
    known.insert("sub".to_owned(), Value::from(subject.as_str()));
    known.insert("auth_time".to_owned(), Value::from(*auth_time));
    known.insert("amr".to_owned(), Value::from(amr.clone()));
    if let Some(acr) = acr {
        known.insert("acr".to_owned(), Value::from(acr.as_str()));
    } else {
        known.remove("acr");
    }
    known
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
        let Some(value) = look_up(context, &claim.mapping) else { continue };
        // OpenID Connect Core §5.5.1: who asks for a value isn't told another one.
        let fits = wanted.and_then(|(_, request)| request.as_ref()).is_none_or(|request| request.accepts(value));
        if fits || granted {
            put(&mut selected, &claim.name, value.clone());
        }
    }
    selected
}

/// What stands at a path with dots in the authentication context. A member whose name has the dots itself comes first.
fn look_up<'c>(context: &'c Map<String, Value>, path: &str) -> Option<&'c Value> {
    let found = context.get(path).or_else(|| {
        let (parent, rest) = path.split_once('.')?;
        look_up(context.get(parent)?.as_object()?, rest)
    });
    // OpenID Connect Core §5.3.2: what isn't known is left out, not null.
    found.filter(|value| !value.is_null())
}

/// `address.locality` becomes a member of `address` (OpenID Connect Core §5.1.1).
fn put(claims: &mut Map<String, Value>, name: &str, value: Value) {
    let (first, rest) = match name.split_once('.') {
        Some((parent, rest)) => (parent, Some(rest)),
        None => (name, None),
    };
    if RESERVED.contains(&first) {
        return;
    }
    put_unreserved(claims, first, rest, value);
}

fn put_unreserved(claims: &mut Map<String, Value>, first: &str, rest: Option<&str>, value: Value) {
    let Some(rest) = rest else {
        claims.insert(first.to_owned(), value);
        return;
    };
    let parent = claims.entry(first).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(parent) = parent {
        let (first, rest) = rest.split_once('.').map_or((rest, None), |(first, rest)| (first, Some(rest)));
        put_unreserved(parent, first, rest, value);
    }
}

//! What a policy in a language is told, the same wherever it is asked.
//!
//! | member                   | what it is                                                                                                         |
//! |--------------------------|--------------------------------------------------------------------------------------------------------------------|
//! | `subject`                | `{type, id, properties}`: `user` with its `sub`, `client` with its id, or `anonymous`                              |
//! | `action`                 | `{name, properties}`: the method of a request to a gateway, else what is [asked for](Question::action)             |
//! | `resource`               | `{type, id, properties}`: `api` with the template of its path, `server` with its id, or what a caller says it is   |
//! | `context.authentication` | the authentication context, as the validators see it                                                               |
//! | `context.token`          | `{client_id, scopes, audience, issuer}` of the request's access token; absent without one                          |
//! | `context.request`        | `{method, path, headers, query}` of the request; `headers` and `query` have a list of texts for each name          |
//! | `context.stated`         | what the caller says besides (AuthZEN's `context`)                                                                 |
//!
//! `properties` of a subject, an action and a resource are what a caller says of them, and nothing that is stored here; those of an API are `service`, `api` (its
//! ids) and `variables` (of the path, decoded). Names of headers are in small letters. `method`, `path` and `query` are there where a gateway asks.
//!
//! Nothing in it is an entity or a call of the language, whatever users or callers put into their JSON.
//!
//! # Cedar
//!
//! `principal` is `User::"…"`, `Client::"…"` or `Anonymous::""`, `action` is `Action::"…"`, and `resource` is `Api::"…"`, `Server::"…"` or `Resource::"…"`; the
//! last has `type`. All have `properties`. `context` is the record above. A list is a set; `null` is left out; a number that is neither a `long` nor a `decimal`
//! is a text. Somebody is let through when a `permit` applies, no `forbid` does, **and none of the statements fails**: what isn't always there has to be asked
//! for with `has`. There are no parents, so `in` holds for the thing itself alone.

use std::collections::BTreeMap;

use http::HeaderMap;
use serde_json::{Map, Value, json};

/// What is asked for, and by what it could be decided besides [`Facts`](super::Facts).
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// Who wants it. The user of the authentication context where it isn't said, or nobody.
    pub subject: Option<Thing<'a>>,
    /// What they want: `authorize` (sign in, or give an application a scope) where it isn't said; `register` is a developer's, or a client's that registers itself.
    pub action: Act<'a>,
    /// Of what.
    pub resource: Thing<'a>,
    /// The access token.
    pub token: Option<&'a Map<String, Value>>,
    /// What is known of a request besides its headers.
    pub request: Option<RequestLine<'a>>,
    /// What else the caller says.
    pub stated: Option<&'a Map<String, Value>>,
}

/// What is done.
#[derive(Clone, Copy)]
pub struct Act<'a> {
    /// Its name.
    pub name: &'a str,
    /// What a caller says of it.
    pub properties: Option<&'a Map<String, Value>>,
}

/// Somebody or something.
#[derive(Clone, Copy)]
pub struct Thing<'a> {
    /// What it is.
    pub kind: Kind<'a>,
    /// Which one.
    pub id: &'a str,
    /// What a caller says of it.
    pub properties: Option<&'a Map<String, Value>>,
}

/// What somebody or something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind<'a> {
    /// A user, by `sub`.
    User,
    /// A client, by its id.
    Client,
    /// Nobody that is known.
    Anonymous,
    /// An API behind a gateway, by the template of its path.
    Api,
    /// An authorization server.
    Server,
    /// Whatever a caller means by this name.
    Other(&'a str),
}

/// A request, without its headers.
#[derive(Clone, Copy)]
pub struct RequestLine<'a> {
    /// Its method.
    pub method: &'a str,
    /// Its path, in its one spelling.
    pub path: &'a str,
    /// Its query, as it was sent.
    pub query: &'a str,
}

impl Kind<'_> {
    fn name(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Client => "client",
            Self::Anonymous => "anonymous",
            Self::Api => "api",
            Self::Server => "server",
            Self::Other(_) => "",
        }
    }

    /// As Cedar calls it.
    fn entity_type(self) -> &'static str {
        match self {
            Self::User => "User",
            Self::Client => "Client",
            Self::Anonymous => "Anonymous",
            Self::Api => "Api",
            Self::Server => "Server",
            Self::Other(_) => "Resource",
        }
    }
}

impl<'a> Thing<'a> {
    /// Without properties.
    #[must_use]
    pub fn new(kind: Kind<'a>, id: &'a str) -> Self {
        Self { kind, id, properties: None }
    }

    fn told(self) -> Value {
        let kind = match self.kind {
            Kind::Other(named) => named,
            known => known.name(),
        };
        json!({"type": kind, "id": self.id, "properties": self.properties.cloned().unwrap_or_default()})
    }
}

impl<'a> Question<'a> {
    /// What is asked of policies that stand before an authorization server or its scopes.
    #[must_use]
    pub fn at(action: &'a str, server: &'a str) -> Self {
        Self {
            subject: None,
            action: Act { name: action, properties: None },
            resource: Thing::new(Kind::Server, server),
            token: None,
            request: None,
            stated: None,
        }
    }
}

impl Default for Question<'_> {
    fn default() -> Self {
        Self::at(AUTHORIZE, "")
    }
}

impl std::fmt::Debug for Question<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // It is about a person, as the facts are.
        formatter.debug_struct("Question").finish_non_exhaustive()
    }
}

/// A user is to sign in, or to give an application a scope.
pub const AUTHORIZE: &str = "authorize";
/// A developer is to get to a server or a scope, or a client that registers itself.
pub const REGISTER: &str = "register";

/// Most that a policy is told, measured as [`size_of_members`] does.
const MOST: usize = 128 * 1024;

/// Why a text doesn't let somebody through. Never a value, as in a [`Failure`](super::Failure).
#[derive(Debug)]
pub(super) struct Denied {
    pub(super) message: &'static str,
    pub(super) details: String,
}

impl Denied {
    fn too_large() -> Self {
        Self { message: "there is more to know than a policy is told", details: String::new() }
    }
}

/// What a policy is told.
pub(super) struct Input {
    pub(super) principal: (&'static str, String),
    pub(super) action: String,
    pub(super) resource: (&'static str, String),
    /// How much is told, measured as [`size_of_members`] does.
    pub(super) size: usize,
    /// The table above.
    pub(super) told: Value,
}

impl Input {
    pub(super) fn of(
        question: &Question<'_>,
        known: &Map<String, Value>,
        headers: Option<&HeaderMap>,
    ) -> Result<Self, Denied> {
        let anonymous = Thing::new(Kind::Anonymous, "");
        let of_context = || match known.get("sub").and_then(Value::as_str) {
            Some(subject) => Thing::new(Kind::User, subject),
            None => anonymous,
        };
        let subject = question.subject.unwrap_or_else(of_context);
        // Before anything is copied: who can send much must not have it done.
        let all = [subject.properties, question.action.properties, question.resource.properties, question.token];
        let all = all.into_iter().chain([question.stated, Some(known)]).flatten();
        let mut left = MOST;
        for members in all {
            take(size_of_members(members), &mut left)?;
        }
        let line = question.request;
        let texts = [subject.id, question.action.name, question.resource.id];
        for text in texts.into_iter().chain(line.iter().flat_map(|line| [line.method, line.path, line.query])) {
            take(text.len(), &mut left)?;
        }
        let mut context = Map::new();
        context.insert("authentication".to_owned(), Value::Object(known.clone()));
        for (name, members) in [("token", question.token), ("stated", question.stated)] {
            if let Some(members) = members {
                context.insert(name.to_owned(), Value::Object(members.clone()));
            }
        }
        let mut request = Map::new();
        if let Some(headers) = headers {
            request.insert("headers".to_owned(), told_headers(headers, &mut left)?);
        }
        if let Some(RequestLine { method, path, query }) = line {
            request.insert("method".to_owned(), method.into());
            request.insert("path".to_owned(), path.into());
            request.insert("query".to_owned(), told_query(query, &mut left)?);
        }
        if !request.is_empty() {
            context.insert("request".to_owned(), Value::Object(request));
        }
        let Act { name, properties } = question.action;
        let told = json!({
            "subject": subject.told(),
            "action": {"name": name, "properties": properties.cloned().unwrap_or_default()},
            "resource": question.resource.told(),
            "context": context,
        });
        Ok(Self {
            principal: (subject.kind.entity_type(), subject.id.to_owned()),
            action: name.to_owned(),
            resource: (question.resource.kind.entity_type(), question.resource.id.to_owned()),
            size: MOST - left,
            told,
        })
    }
}

fn take(length: usize, left: &mut usize) -> Result<(), Denied> {
    *left = left.checked_sub(length + OF_VALUE).ok_or_else(Denied::too_large)?;
    Ok(())
}

/// How much a value counts, whatever is in it.
const OF_VALUE: usize = 8;

/// How much these members tell, in bytes of texts and names, with eight for each value.
#[must_use]
pub fn size_of_members(members: &Map<String, Value>) -> usize {
    members.iter().map(|(name, value)| name.len() + size_of(value)).sum()
}

fn size_of(value: &Value) -> usize {
    OF_VALUE
        + match value {
            Value::String(text) => text.len(),
            Value::Array(items) => items.iter().map(size_of).sum(),
            Value::Object(members) => size_of_members(members),
            Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        }
}

/// What is no text is there all the same, with a mark for what can't be read.
fn told_headers(headers: &HeaderMap, left: &mut usize) -> Result<Value, Denied> {
    let mut told: Map<String, Value> = Map::new();
    for (name, value) in headers {
        take(name.as_str().len() + value.len(), left)?;
        let value = Value::from(String::from_utf8_lossy(value.as_bytes()));
        match told.get_mut(name.as_str()) {
            Some(Value::Array(values)) => values.push(value),
            _ => drop(told.insert(name.as_str().to_owned(), Value::Array(vec![value]))),
        }
    }
    Ok(Value::Object(told))
}

/// A query with these parameters, each name with all its values.
#[must_use]
pub fn query_of<'a>(parameters: impl IntoIterator<Item = (&'a str, &'a [String])>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, values) in parameters {
        query.extend_pairs(values.iter().map(|value| (name, value)));
    }
    query.finish()
}

fn told_query(query: &str, left: &mut usize) -> Result<Value, Denied> {
    let mut told: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        take(name.len() + value.len(), left)?;
        told.entry(name.into_owned()).or_default().push(Value::from(value));
    }
    Ok(told.into_iter().map(|(name, values)| (name, Value::Array(values))).collect())
}

//! What a policy in a language is told of a request.

use authplane_domain::catalogue::api::matcher::Matched;
use serde_json::{Map, Value, json};

use super::Wanted;
use crate::policy::input::{Act, Kind, Question, RequestLine, Thing};
use crate::tokens::claims::Claims;

/// Whose request it is.
#[derive(Clone, Copy)]
pub enum Presented<'a> {
    /// A user's, by this token; they are called so here, whatever the token calls them.
    User(&'a str, &'a Claims),
    /// A client's own, by this token.
    Client(&'a Claims),
}

/// A request for an API.
pub struct Asked<'a> {
    subject: (Kind<'static>, &'a str),
    api: &'a str,
    properties: Map<String, Value>,
    token: Option<Map<String, Value>>,
    line: RequestLine<'a>,
}

impl<'a> Asked<'a> {
    /// That of whoever presents a token, or of nobody.
    #[must_use]
    pub fn of(&Wanted { request, matched, path }: &Wanted<'a>, presented: Option<Presented<'a>>) -> Self {
        let (subject, claims) = match presented {
            None => ((Kind::Anonymous, ""), None),
            Some(Presented::User(subject, claims)) => ((Kind::User, subject), Some(claims)),
            Some(Presented::Client(claims)) => ((Kind::Client, claims.client_id.as_str()), Some(claims)),
        };
        let query = request.target.split_once('?').map_or("", |(_, query)| query);
        Self {
            subject,
            api: &matched.api.path,
            properties: properties_of(matched),
            token: claims.map(told),
            line: RequestLine { method: &request.method, path, query },
        }
    }

    /// What a policy is asked.
    #[must_use]
    pub fn question(&self) -> Question<'_> {
        let (kind, id) = self.subject;
        Question {
            subject: Some(Thing::new(kind, id)),
            action: Act { name: self.line.method, properties: None },
            resource: Thing { kind: Kind::Api, id: self.api, properties: Some(&self.properties) },
            token: self.token.as_ref(),
            request: Some(self.line),
            stated: None,
        }
    }
}

/// What is known of an API.
pub(super) fn properties_of(Matched { api, variables }: &Matched) -> Map<String, Value> {
    let variables: Map<String, Value> =
        variables.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str()))).collect();
    Map::from_iter([
        ("service".to_owned(), Value::from(api.service_id.as_str())),
        ("api".to_owned(), Value::from(api.id.as_str())),
        ("variables".to_owned(), Value::Object(variables)),
    ])
}

fn told(claims: &Claims) -> Map<String, Value> {
    let scopes: Vec<&str> = claims.scopes().collect();
    let told = [
        ("client_id", json!(claims.client_id)),
        ("scopes", json!(scopes)),
        ("audience", json!(claims.aud)),
        ("issuer", json!(claims.iss)),
    ];
    told.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

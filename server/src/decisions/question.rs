//! What a policy in a language is told of a request.

use authplane_domain::catalogue::api::matcher::Matched;
use serde_json::{Map, Value, json};

use super::Wanted;
use crate::policy::input::{Act, Kind, Question, RequestLine, Thing};
use crate::tokens::verify::Verified;

/// A request for an API.
pub(super) struct Asked<'a> {
    subject: (Kind<'static>, &'a str),
    api: &'a str,
    properties: Map<String, Value>,
    token: Option<Map<String, Value>>,
    line: RequestLine<'a>,
}

impl<'a> Asked<'a> {
    pub(super) fn of(&Wanted { request, matched, path }: &Wanted<'a>, verified: Option<&'a Verified>) -> Self {
        let subject = match verified {
            None => (Kind::Anonymous, ""),
            Some(Verified { grant: Some(grant), .. }) => (Kind::User, grant.details.authentication.subject.as_str()),
            Some(Verified { claims, .. }) => (Kind::Client, claims.client_id.as_str()),
        };
        let query = request.target.split_once('?').map_or("", |(_, query)| query);
        Self {
            subject,
            api: &matched.api.path,
            properties: properties_of(matched),
            token: verified.map(told),
            line: RequestLine { method: &request.method, path, query },
        }
    }

    pub(super) fn question(&self) -> Question<'_> {
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

fn told(Verified { claims, .. }: &Verified) -> Map<String, Value> {
    let scopes: Vec<&str> = claims.scopes().collect();
    let told = [
        ("client_id", json!(claims.client_id)),
        ("scopes", json!(scopes)),
        ("audience", json!(claims.aud)),
        ("issuer", json!(claims.iss)),
    ];
    told.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

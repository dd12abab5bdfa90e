//! `/{tid}/access/authorize`: what Cloudentity's Pyron asks before it passes a request on (ACP behaviour §10).

use std::collections::BTreeMap;

use authplane_domain::Error as DomainError;
use http::header::HeaderName;
use http::{HeaderMap, HeaderValue};
use schemars::JsonSchema;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::asking_gateway::AskingGateway;
use super::{AccessPath, refusal};
use crate::api::acp::admin::required;
use crate::api::acp::error::AcpError;
use crate::context::Context;
use crate::decisions::original_request::OriginalRequest;
use crate::decisions::{Decision, Identity, of_store};
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, JsonReply, Path, Request, Surface};
use crate::policy::input::query_of;

/// A request that a gateway asks about.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpAuthorizeRequest {
    /// Id of the service whose API it must be for; any service behind the gateway when absent.
    #[schemars(length(max = 128))]
    api_group: Option<String>,
    /// The method of the request.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 64))]
    method: Option<String>,
    /// Its path, as it was sent: escapes are part of it, and a query may stand behind it.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 8192))]
    path: Option<String>,
    /// Its headers with their values; where there is one, it may stand by itself. The access token is in `authorization`.
    #[schemars(with = "Option<BTreeMap<String, Vec<String>>>")]
    headers: Option<BTreeMap<String, OneOrSeveral>>,
    /// Its query, beside what the path has: names with their values; where there is one, it may stand by itself. Policies in a language are told it, and nothing else looks at it.
    #[schemars(with = "Option<BTreeMap<String, Vec<String>>>")]
    query_params: Option<BTreeMap<String, OneOrSeveral>>,
    /// Accepted and ignored: what the path's variables are follows from the path.
    #[schemars(with = "Option<BTreeMap<String, String>>")]
    path_params: Option<IgnoredAny>,
}

/// Values of one name.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrSeveral {
    One(String),
    Several(Vec<String>),
}

impl OneOrSeveral {
    fn values(&self) -> &[String] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Several(values) => values,
        }
    }
}

impl AcpAuthorizeRequest {
    /// The request that is asked about, and the service that it must be for an API of.
    ///
    /// # Errors
    /// [`DomainError::Invalid`] for the first member that can't be one of a request.
    pub fn into_original(self) -> Result<(OriginalRequest, Option<String>), DomainError> {
        let Self { api_group, method, path, headers, query_params, path_params: _ } = self;
        for (field, text, length) in [("api_group", &api_group, 128), ("method", &method, 64), ("path", &path, 8192)] {
            if text.as_ref().is_some_and(|text| text.len() > length) {
                return Err(DomainError::invalid(field, format!("must have at most {length} bytes")));
            }
        }
        let query_params = query_params.unwrap_or_default();
        if count(&query_params) > VALUES {
            return Err(DomainError::invalid("query_params", format!("at most {VALUES} values")));
        }
        let mut target = required("path", path)?;
        let query = query_of(query_params.iter().map(|(name, values)| (name.as_str(), values.values())));
        if !query.is_empty() {
            target.push(if target.contains('?') { '&' } else { '?' });
            target.push_str(&query);
        }
        let original = OriginalRequest {
            method: required("method", method)?,
            target,
            headers: headers_of(&headers.unwrap_or_default())?,
        };
        Ok((original, api_group.filter(|service| !service.is_empty())))
    }
}

/// Most values of headers that a request is asked about with, and most of its query.
const VALUES: usize = 1000;

fn count(told: &BTreeMap<String, OneOrSeveral>) -> usize {
    told.values().map(|values| values.values().len()).sum()
}

fn headers_of(told: &BTreeMap<String, OneOrSeveral>) -> Result<HeaderMap, DomainError> {
    if count(told) > VALUES {
        return Err(DomainError::invalid("headers", format!("at most {VALUES} values")));
    }
    let mut headers = HeaderMap::new();
    for (name, values) in told {
        let invalid = || DomainError::invalid(format!("headers.{name}"), "is no header");
        let known = HeaderName::from_bytes(name.as_bytes()).map_err(|_| invalid())?;
        for value in values.values() {
            let value = HeaderValue::from_str(value).map_err(|_| invalid())?;
            headers.try_append(&known, value).map_err(|_| invalid())?;
        }
    }
    Ok(headers)
}

/// The request may pass.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpAuthorizeResponse {
    /// Always `AUTHORIZED`; a request that may not pass isn't answered so.
    result: String,
    /// The subject of its token; empty without one.
    subject: String,
    /// The client that its token was issued to; empty without one.
    client_id: String,
    /// The scopes of its token, separated by spaces; empty without one.
    scope: String,
}

impl AcpAuthorizeResponse {
    /// For whose request it is.
    #[must_use]
    pub fn of(identity: Identity) -> Self {
        let Identity { subject, client_id, scope } = identity;
        Self { result: "AUTHORIZED".to_owned(), subject, client_id, scope }
    }
}

/// Decide about a request
///
/// As the authorizer of Cloudentity's Pyron is asked: 200 says that the request may pass; every other status that it may not.
#[dropshot::endpoint { method = POST, path = "/{tid}/access/authorize", tags = ["gateways"] }]
async fn authorize_request(
    request: Request<Context>,
    gateway: AskingGateway,
    _path: Path<AccessPath>,
    body: Body<AcpAuthorizeRequest, Lenient>,
) -> Result<JsonReply<AcpAuthorizeResponse>, AcpError> {
    let (original, service) = body.into_inner().into_original()?;
    match of_store::decide(request.context(), &gateway.0, &original, service.as_deref()).await? {
        Decision::Allowed(identity) => Ok(JsonReply(AcpAuthorizeResponse::of(*identity))),
        Decision::Refused(refused) => Err(refusal(&refused)),
    }
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface
        .register(authorize_request)
        .errors(&[422])
        .request_example(json!({
            "api_group": "cfd3lh1oqkgc73f3o8og", "method": "GET", "path": "/orders/17",
            "headers": {"authorization": ["Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9..."]},
            "query_params": {"verbose": ["true"]}, "path_params": {"id": "17"}
        }))
        .response_example(json!({
            "result": "AUTHORIZED", "subject": "ada", "client_id": "shop", "scope": "orders:read"
        }));
}

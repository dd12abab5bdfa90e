//! Which gateway asks.

use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::SYSTEM;
use authplane_domain::catalogue::control_surface::READ_GATEWAY_CONFIGURATION;
use authplane_domain::catalogue::gateway::{self, Gateway};
use authplane_domain::catalogue::service;
use http::StatusCode;
use http::header::AUTHORIZATION;
use serde_json::json;

use crate::caller::{self, Api, Caller, Permission};
use crate::context::Context;
use crate::edge::document::Description;
use crate::edge::rejection::Unauthenticated;
use crate::edge::{FromRequest, Rejection, Request};
use crate::oauth::client::authentication::{Purpose, authenticate};
use crate::oauth::client::credentials::{Credentials, Presented};
use crate::oauth::error::OAuthError;
use crate::oauth::issuer::Issuer;
use crate::tokens::verify::VerifyError;

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpSystem;
    const SCOPES: &'static [&'static str] = &[READ_GATEWAY_CONFIGURATION];
}

/// A gateway that proved which one it is: by a token of its client, or by the client's id and secret (RFC 6749 §2.3.1), since most proxies can't fetch tokens.
pub(super) struct AskingGateway(pub(super) Arc<Gateway>);

/// The same where nobody else is answered 401: a proxy would hand that on to its client, who isn't meant.
pub(super) struct TrustedProxy(pub(super) Arc<Gateway>);

impl FromRequest<Context> for AskingGateway {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        let tenant = request.variable("tid").unwrap_or_default().to_owned();
        let scheme = request.header(AUTHORIZATION).and_then(|header| header.split_once(' ')).map(|(scheme, _)| scheme);
        let client_id = if scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("basic")) {
            client_with_secret(request, &tenant).await?
        } else {
            Caller::<Read>::from_request(request).await?.subject().to_owned()
        };
        match gateway::of_client(&request.context().store, &tenant, &client_id).await {
            Ok(Some(gateway)) => Ok(Self(gateway)),
            // Another client with this scope is no gateway.
            Ok(None) => Err(Rejection::Forbidden { scopes: Vec::new() }),
            Err(error) => Err(caller::rejection(request.context(), &VerifyError::Domain(error))),
        }
    }

    fn describe(description: &mut Description) {
        Caller::<Read>::describe(description);
        description.security.push(json!({"client_basic": []}));
    }
}

impl FromRequest<Context> for TrustedProxy {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        match AskingGateway::from_request(request).await {
            Ok(AskingGateway(gateway)) => Ok(Self(gateway)),
            Err(Rejection::Unauthenticated(_)) => Err(Rejection::Forbidden { scopes: Vec::new() }),
            Err(rejection) => Err(rejection),
        }
    }

    fn describe(description: &mut Description) {
        AskingGateway::describe(description);
        let parameter = |name, example, text| json!({"name": name, "in": "header", "required": false, "example": example, "description": text, "schema": {"type": "string"}});
        description.raw_parameters.extend([
            parameter("X-Forwarded-Method", "GET", "The method of the request that is asked about; or `X-Original-Method`."),
            parameter(
                "X-Forwarded-Uri",
                "/orders/17?verbose=true",
                "Path and query of the request that is asked about; or `X-Original-Uri`, or `X-Original-Url`, which may be a whole URL.",
            ),
            parameter(
                "X-Forwarded-Authorization",
                "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9...",
                "The `Authorization` of the request that is asked about.",
            ),
        ]);
    }
}

/// The id of the client of the tenant's `system` server that shows its secret, and may have the scope.
async fn client_with_secret(request: &Request<Context>, tenant: &str) -> Result<String, Rejection> {
    let context = request.context();
    let invalid = || Rejection::Unauthenticated(Unauthenticated::Invalid);
    let issuer = match Issuer::of(context, tenant, SYSTEM).await {
        Ok(issuer) => issuer,
        Err(DomainError::NotFound { .. }) => return Err(invalid()),
        Err(error) => return Err(caller::rejection(context, &VerifyError::Domain(error))),
    };
    let refusal = |error: OAuthError| match error.status() {
        StatusCode::SERVICE_UNAVAILABLE => Rejection::unavailable("a gateway's client can't be looked up"),
        StatusCode::INTERNAL_SERVER_ERROR => Rejection::Internal,
        _ => invalid(),
    };
    let credentials = Credentials::default();
    let presented = Presented::by(request, &credentials).map_err(refusal)?;
    let purpose = Purpose::Grant("client_credentials");
    let client = authenticate(context, &issuer, &presented, purpose).await.map_err(refusal)?;
    if !client.holds(service::GATEWAY, READ_GATEWAY_CONFIGURATION) {
        return Err(Rejection::Forbidden { scopes: vec![READ_GATEWAY_CONFIGURATION] });
    }
    Ok(client.client.id.clone())
}

//! `/{tid}/access/forward-auth`: what a proxy asks before it passes a request on.

use http::StatusCode;
use http::header::HeaderName;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::json;

use super::asking_gateway::TrustedProxy;
use super::{AccessPath, refusal};
use crate::api::acp::error::AcpError;
use crate::context::Context;
use crate::decisions::original_request::{OriginalRequest, USERS_AUTHORIZATION, Untold};
use crate::decisions::{Decision, Identity, of_store};
use crate::edge::answer::HeadersAlone;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Path, Request, Surface};
use crate::log::Level;

/// What the service behind the proxy is told of whose request it is. All of them are always there: else those that a client made up itself would be left.
const IDENTITY: [(HeaderName, &str, &str); 3] = [
    (
        HeaderName::from_static("x-authplane-subject"),
        "X-Authplane-Subject",
        "Subject of the access token, percent-encoded; empty without one.",
    ),
    (
        HeaderName::from_static("x-authplane-client-id"),
        "X-Authplane-Client-Id",
        "Client of the access token, percent-encoded; empty without one.",
    ),
    (
        HeaderName::from_static("x-authplane-scope"),
        "X-Authplane-Scope",
        "Scopes of the access token, percent-encoded; empty without one.",
    ),
];

/// No text of a user can begin another header, or be read as two.
const NOT_IN_IDENTITY: &AsciiSet = &CONTROLS.add(b'%').add(b',').add(b';').add(b'"').add(b'\\');

/// 200 without a body, and whose request it is.
#[must_use]
pub fn passing(identity: Identity) -> HeadersAlone {
    let Identity { subject, client_id, scope } = identity;
    let answer = Answer::empty(StatusCode::OK).no_store();
    let told = IDENTITY.into_iter().zip([subject, client_id, scope]);
    HeadersAlone(told.fold(answer, |answer, ((name, ..), value)| {
        answer.with(name, utf8_percent_encode(&value, NOT_IN_IDENTITY).to_string())
    }))
}

/// Decide about a proxy's request
///
/// For nginx (`auth_request`), Caddy (`forward_auth`), Traefik and others that pass a request on after a 2xx: 200 says that it may pass, 401 and 403 that it may
/// not, and so does everything else. The request stands in `X-Forwarded-Method` and `X-Forwarded-Uri`, or in `X-Original-Method` and `X-Original-Uri` or
/// `X-Original-Url`; its `Authorization` in `X-Forwarded-Authorization`; its other headers are those of the call. The gateway proves which one it is by the id and
/// secret of its client, or a token of it with the scope `read_gateway_configuration`; a caller who doesn't is answered 403, whatever the headers say.
#[dropshot::endpoint { method = GET, path = "/{tid}/access/forward-auth", tags = ["gateways"] }]
async fn forward_auth(
    request: Request<Context>,
    proxy: TrustedProxy,
    _path: Path<AccessPath>,
) -> Result<HeadersAlone, AcpError> {
    let context = request.context();
    let original = OriginalRequest::told_by(request.headers(), &USERS_AUTHORIZATION);
    let original = original.map_err(|untold| refuse_untold(&request, &proxy, untold))?;
    match of_store::decide(context, &proxy.0, &original, None).await? {
        Decision::Allowed(identity) => Ok(passing(*identity)),
        Decision::Refused(refused) => Err(refusal(&refused)),
    }
}

/// The log says what the proxy has to be set up to send.
fn refuse_untold(request: &Request<Context>, proxy: &TrustedProxy, untold: Untold) -> AcpError {
    let context = request.context();
    let (gateway, why) = (proxy.0.id.clone(), untold.to_string());
    let fields = [("gateway", gateway.into()), ("tenant", proxy.0.tenant_id.clone().into()), ("why", why.into())];
    context.log.event(context.now(), Level::Warn, "a proxy doesn't say what it asks about", &fields);
    AcpError::forbidden(&untold.to_string())
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let note = surface.register(forward_auth).errors(&[401]);
    for (_, name, description) in IDENTITY {
        note.response_header(name, json!({"required": true, "description": description, "schema": {"type": "string"}}));
    }
}

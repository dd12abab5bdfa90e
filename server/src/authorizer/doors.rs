//! Where proxies ask. They are believed in what they say of a request: nobody else reaches the authorizer.
//!
//! | path | who asks | where the request stands |
//! |---|---|---|
//! | `/forward-auth` | nginx (`auth_request`), Caddy (`forward_auth`), Traefik | in `X-Forwarded-…` or `X-Original-…`; its `Authorization` is that of the call |
//! | `/ext-authz` and all below it | Envoy (`ext_authz` by its HTTP service) | the call is the request, its path behind this one |
//! | `/authorize` | Cloudentity's Pyron | in the JSON of the body |

use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::api::METHODS;
use http::Method;
use http::header::AUTHORIZATION;

use super::context::Authorizer;
use super::sources::Pulled;
use crate::access::authorize::{AcpAuthorizeRequest, AcpAuthorizeResponse};
use crate::access::forward_auth::passing;
use crate::access::refusal;
use crate::api::acp::error::AcpError;
use crate::decisions::original_request::OriginalRequest;
use crate::decisions::{self, Decision};
use crate::edge::answer::HeadersAlone;
use crate::edge::endpoint as dropshot;
use crate::edge::endpoint::{ApiEndpoint, ApiEndpointVersions};
use crate::edge::extract::Lenient;
use crate::edge::{Body, Dialect, JsonReply, Request, Surface};
use crate::log::Level;

/// Errors have the shape of those of the control plane's own doors.
pub(super) const DIALECT: Dialect = Dialect::of::<AcpError>(&[]);
/// What Envoy puts before the path of the request that it asks about.
const EXT_AUTHZ: &str = "/ext-authz";

/// Decides by what is in force now; by nothing, nothing passes.
async fn decide(
    authorizer: &Authorizer,
    request: &OriginalRequest,
    service: Option<&str>,
) -> Result<Decision, DomainError> {
    let now = authorizer.now();
    let rules = authorizer.in_force.rules(now);
    let rules = rules.ok_or_else(|| DomainError::Unavailable("there is no configuration to decide by".to_owned()))?;
    decisions::decide(&Pulled { authorizer, rules, now }, request, service).await
}

async fn answer(authorizer: &Authorizer, original: &OriginalRequest) -> Result<HeadersAlone, AcpError> {
    match decide(authorizer, original, None).await? {
        Decision::Allowed(identity) => Ok(passing(*identity)),
        Decision::Refused(refused) => Err(refusal(&refused)),
    }
}

/// Decide about a proxy's request
#[dropshot::endpoint { method = GET, path = "/forward-auth", unpublished = true }]
async fn forward_auth(request: Request<Arc<Authorizer>>) -> Result<HeadersAlone, AcpError> {
    let authorizer = request.context();
    let original = OriginalRequest::told_by(request.headers(), &AUTHORIZATION).map_err(|untold| {
        let fields = [("why", untold.to_string().into())];
        authorizer.say(Level::Warn, "a proxy doesn't say what it asks about", &fields);
        AcpError::forbidden(&untold.to_string())
    })?;
    answer(authorizer, &original).await
}

/// The call is the request that is asked about, but for the beginning of its path.
async fn ext_authz(request: Request<Arc<Authorizer>>) -> Result<HeadersAlone, AcpError> {
    let uri = request.uri();
    let path = uri.path().strip_prefix(EXT_AUTHZ).filter(|path| !path.is_empty()).unwrap_or("/");
    // The query belongs to it: a policy in a language may look at it.
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let original = OriginalRequest {
        method: request.method().as_str().to_owned(),
        target: format!("{path}{query}"),
        headers: request.headers().clone(),
    };
    answer(request.context(), &original).await
}

/// Decide about a request
#[dropshot::endpoint { method = POST, path = "/authorize", unpublished = true }]
async fn authorize(
    request: Request<Arc<Authorizer>>,
    body: Body<AcpAuthorizeRequest, Lenient>,
) -> Result<JsonReply<AcpAuthorizeResponse>, AcpError> {
    let (original, service) = body.into_inner().into_original()?;
    match decide(request.context(), &original, service.as_deref()).await? {
        Decision::Allowed(identity) => Ok(JsonReply(AcpAuthorizeResponse::of(*identity))),
        Decision::Refused(refused) => Err(refusal(&refused)),
    }
}

pub(super) fn surface() -> Surface<Arc<Authorizer>> {
    let mut surface = Surface::new(DIALECT);
    surface.register(forward_auth);
    surface.register(authorize).errors(&[422]);
    // HEAD is routed as GET, and still asked about as HEAD.
    for method in METHODS.iter().filter(|method| **method != "HEAD") {
        let Ok(known) = Method::from_bytes(method.as_bytes()) else { continue };
        for path in [EXT_AUTHZ.to_owned(), format!("{EXT_AUTHZ}/{{path:.*}}")] {
            let id = format!("ext_authz_{}", method.to_ascii_lowercase());
            let versions = ApiEndpointVersions::All;
            let endpoint = ApiEndpoint::new(id, ext_authz, known.clone(), "application/json", &path, versions);
            surface.register(endpoint.visible(false));
        }
    }
    surface
}

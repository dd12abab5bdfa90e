//! `/api/system/{tid}/scope-grants/{login}`: what a page other than ours tells of a user's consent (ACP behaviour §9).
//!
//! It knows the login by the `login_id` and `login_state` of the custom login page, and decides after somebody has signed in; our own consent page is not shown
//! then. Each decision has a `redirect_to` of its own, and the last one counts.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::control_surface::MANAGE_CONSENTS;
use authplane_domain::sign_in::login_request::{LoginRequest, Progress, SignedIn};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::login_session::{AcpLoginSession, allowed_scopes};
use super::{AcpRedirect, AcpRejectRequest, LoginPath, LoginQuery, decide, find, find_to_decide, not_found};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, IdempotencyKey, JsonReply, Path, Query, Request, Surface};

struct ManageConsents;
impl Permission for ManageConsents {
    const API: Api = Api::AcpSystem;
    const SCOPES: &'static [&'static str] = &[MANAGE_CONSENTS];
}

/// What the user consented to at a page of your own.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpAcceptScopeGrantRequest {
    /// Id of the login. Where it is given, it must be that of the path.
    id: Option<String>,
    /// The `login_state` that the page was called with.
    #[schemars(title = "required")]
    #[schemars(length(min = 1))]
    login_state: Option<String>,
    /// Names of requested scopes whose policies the user passes; none when absent.
    granted_scopes: Option<Vec<String>>,
}

/// Who signed in for a login that is still open.
fn signed_in<'a>(login_request: &'a LoginRequest, path: &LoginPath) -> Result<&'a SignedIn, AcpError> {
    match &login_request.progress {
        Progress::SignedIn { by, .. } | Progress::Granted { by, .. } => Ok(by),
        Progress::Waiting | Progress::AtPage { .. } | Progress::Rejected { .. } => Err(not_found(path)),
    }
}

/// Get a scope grant request
///
/// Who asks whom for what: a custom consent page may show it. With `login_state` in the query, it must be the right one.
#[dropshot::endpoint { method = GET, path = "/api/system/{tid}/scope-grants/{login}", tags = ["logins"] }]
async fn get_scope_grant_request(
    request: Request<Context>,
    _caller: Caller<ManageConsents>,
    path: Path<LoginPath>,
    query: Query<LoginQuery>,
) -> Result<JsonReply<AcpLoginSession>, AcpError> {
    let context = request.context();
    let login_request = find(&context.store, &path.0, query.0.login_state.as_deref()).await?;
    signed_in(&login_request, &path.0)?;
    Ok(JsonReply(AcpLoginSession::of(context, &login_request).await?))
}

/// Accept a scope grant request
///
/// Grants some of the requested scopes on behalf of whoever signed in. Send the browser to `redirect_to`.
#[dropshot::endpoint { method = POST, path = "/api/system/{tid}/scope-grants/{login}/accept", tags = ["logins"] }]
async fn accept_scope_grant_request(
    request: Request<Context>,
    _caller: Caller<ManageConsents>,
    path: Path<LoginPath>,
    _once: IdempotencyKey,
    body: Body<AcpAcceptScopeGrantRequest, Lenient>,
) -> Result<JsonReply<AcpRedirect>, AcpError> {
    let context = request.context();
    let body = body.into_inner();
    let login_request =
        find_to_decide(&context.store, &path.0, body.id.as_deref(), body.login_state.as_deref()).await?;
    let authentication = &signed_in(&login_request, &path.0)?.authentication;
    let granted = body.granted_scopes.unwrap_or_default();
    let allowed = allowed_scopes(context, &login_request, authentication).await?;
    if let Some(name) = granted.iter().find(|name| allowed.get(*name) != Some(&true)) {
        let problem = format!("{name:?} was not requested, or a policy keeps the user from granting it");
        return Err(DomainError::invalid("granted_scopes", problem).into());
    }
    let progress = login_request.progress.clone().granted(granted).ok_or_else(|| not_found(&path.0))?;
    Ok(JsonReply(decide(context, &login_request, progress).await?))
}

/// Reject a scope grant request
///
/// Nothing is granted: the client is told the error. Send the browser to `redirect_to`.
#[dropshot::endpoint { method = POST, path = "/api/system/{tid}/scope-grants/{login}/reject", tags = ["logins"] }]
async fn reject_scope_grant_request(
    request: Request<Context>,
    _caller: Caller<ManageConsents>,
    path: Path<LoginPath>,
    _once: IdempotencyKey,
    body: Body<AcpRejectRequest, Lenient>,
) -> Result<JsonReply<AcpRedirect>, AcpError> {
    let context = request.context();
    let body = body.into_inner();
    let login_request =
        find_to_decide(&context.store, &path.0, body.id.as_deref(), body.login_state.as_deref()).await?;
    signed_in(&login_request, &path.0)?;
    let rejected = body.into_rejected()?;
    let progress = login_request.progress.clone().grant_refused(rejected).ok_or_else(|| not_found(&path.0))?;
    Ok(JsonReply(decide(context, &login_request, progress).await?))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let redirect = json!({"redirect_to": "https://login.example/default/default/login/continue?login_id=tTYQ8jNdXuw4zmrmZ7dPWg&login_verifier=the-verifier-of-this-decision"});
    surface
        .register(get_scope_grant_request)
        .errors(&[404])
        .response_example(super::example())
        .parameter("login_state", json!({"example": "the-state-that-the-page-was-called-with"}));
    surface
        .register(accept_scope_grant_request)
        .errors(&[404])
        .request_example(json!({
            "login_state": "the-state-that-the-page-was-called-with", "granted_scopes": ["openid", "profile"]
        }))
        .response_example(redirect.clone());
    surface
        .register(reject_scope_grant_request)
        .errors(&[404])
        .request_example(json!({
            "login_state": "the-state-that-the-page-was-called-with",
            "error": "access_denied", "error_description": "the user does not agree"
        }))
        .response_example(redirect);
}

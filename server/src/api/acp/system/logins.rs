//! `/api/system/{tid}/logins/{login}`: what a custom login page tells of whoever it signs in (ACP behaviour §8).
//!
//! The page is called with `login_id` and `login_state`. It decides once, as long as the user is with it; `redirect_to` then brings the browser back, where
//! the decision counts in the browser that the login began in, and nowhere else.

use authplane_domain::catalogue::control_surface::MANAGE_LOGINS;
use authplane_domain::sign_in::authentication::{self, Method, MethodKind};
use authplane_domain::sign_in::login_request::{LoginRequest, Progress};
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::sign_in::subject;
use authplane_domain::{Error as DomainError, Store};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::login_session::AcpLoginSession;
use super::{AcpRedirect, AcpRejectRequest, LoginPath, LoginQuery, decide, find, find_to_decide, not_found};
use crate::api::acp::error::AcpError;
use crate::api::acp::go_time;
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, IdempotencyKey, JsonReply, Path, Query, Request, Surface};
use crate::oauth::login::mapping;

struct ManageLogins;
impl Permission for ManageLogins {
    const API: Api = Api::AcpSystem;
    const SCOPES: &'static [&'static str] = &[MANAGE_LOGINS];
}

/// Longest class and longest means, in bytes.
const WORD_LENGTH: usize = 255;
/// Most means.
const MOST_MEANS: usize = 32;
/// Largest authentication context, in bytes of JSON: it stands in rows that are read often.
const CONTEXT_LENGTH: usize = 64 * 1024;
/// Seconds that the page's clock may be ahead of ours.
const CLOCK_SKEW: i64 = 60;

/// Who signed in at a login page of your own.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpAcceptLoginRequest {
    /// Id of the login. Where it is given, it must be that of the path.
    id: Option<String>,
    /// The `login_state` that the page was called with.
    #[schemars(title = "required")]
    #[schemars(length(min = 1))]
    login_state: Option<String>,
    /// What the page calls the user. Tokens call them `{method}/{subject}`, with the id of the method, so that they are no other method's user: at most 255
    /// ASCII characters together.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 255))]
    #[schemars(regex(pattern = r"^ *[!-~][ -~]*$"))]
    subject: Option<String>,
    /// When they proved who they are; now when absent.
    #[serde(deserialize_with = "go_time::or_none")]
    auth_time: Option<DateTime<Utc>>,
    /// Authentication context class that they reached.
    #[schemars(length(max = 255))]
    #[schemars(regex(pattern = r"^[ -~]*$"))]
    acr: Option<String>,
    /// Means by which they proved who they are (RFC 8176).
    #[schemars(length(max = 32))]
    #[schemars(inner(length(min = 1, max = 255), regex(pattern = r"^[ -~]+$")))]
    amr: Option<Vec<String>>,
    /// What is known about them. It goes into the authentication context by the method's mappings, and all of it where the method has none.
    authentication_context: Option<Map<String, Value>>,
}

/// The custom method whose page the user is with; `None` when they are somewhere else.
async fn method_of(store: &Store, login_request: &LoginRequest) -> Result<Option<Method>, DomainError> {
    let Progress::AtPage { method: id } = &login_request.progress else { return Ok(None) };
    let methods = authentication::of_server(store, login_request.server_key()).await?;
    let found = methods.enabled().find(|method| method.id == *id);
    Ok(found.filter(|method| matches!(method.kind, MethodKind::Custom(_))).cloned())
}

impl AcpAcceptLoginRequest {
    fn into_authentication(self, method: &Method, now: DateTime<Utc>) -> Result<Authentication, DomainError> {
        let called = self.subject.unwrap_or_default();
        let is_printable = |text: &str| text.bytes().all(|byte| matches!(byte, 0x20..=0x7e));
        let subject = subject::of_page(&method.id, &called);
        let longest = subject::LENGTH - (subject.len() - called.len());
        if called.trim().is_empty() || called.len() > longest || !is_printable(&called) {
            let rule = format!("must have 1 to {longest} printable ASCII characters");
            return Err(DomainError::invalid("subject", rule));
        }
        if !is_printable(&method.id) {
            return Err(DomainError::invalid("subject", "can't be made of the method's id, which is not ASCII"));
        }
        let acr = self.acr.filter(|acr| !acr.is_empty());
        let amr = self.amr.unwrap_or_default();
        if amr.len() > MOST_MEANS {
            return Err(DomainError::invalid("amr", format!("must have at most {MOST_MEANS} members")));
        }
        for (field, word) in acr.iter().map(|acr| ("acr", acr)).chain(amr.iter().map(|means| ("amr", means))) {
            if word.is_empty() || word.len() > WORD_LENGTH || !is_printable(word) {
                let rule = format!("must have 1 to {WORD_LENGTH} printable ASCII characters");
                return Err(DomainError::invalid(field, rule));
            }
        }
        let auth_time = self.auth_time.unwrap_or(now).timestamp();
        if auth_time < 0 || auth_time > now.timestamp() + CLOCK_SKEW {
            return Err(DomainError::invalid("auth_time", "must not be in the future"));
        }
        let told = self.authentication_context.unwrap_or_default();
        if serde_json::to_vec(&told).map_err(DomainError::internal)?.len() > CONTEXT_LENGTH {
            let rule = format!("must have at most {CONTEXT_LENGTH} bytes");
            return Err(DomainError::invalid("authentication_context", rule));
        }
        Ok(Authentication {
            subject,
            method_id: method.id.clone(),
            auth_time: auth_time.min(now.timestamp()),
            acr,
            amr,
            context: mapping::apply(&method.mappings, &told, || told.clone()),
            stamp: method.stamp,
        })
    }
}

/// Get a login
///
/// Who asks for what: a custom login page may show it. With `login_state` in the query, it must be the right one.
#[dropshot::endpoint { method = GET, path = "/api/system/{tid}/logins/{login}", tags = ["logins"] }]
async fn get_login_request(
    request: Request<Context>,
    _caller: Caller<ManageLogins>,
    path: Path<LoginPath>,
    query: Query<LoginQuery>,
) -> Result<JsonReply<AcpLoginSession>, AcpError> {
    let context = request.context();
    let login_request = find(&context.store, &path.0, query.0.login_state.as_deref()).await?;
    Ok(JsonReply(AcpLoginSession::of(context, &login_request).await?))
}

/// Accept a login
///
/// Says who signed in, once, while the user is with the custom login page. Send the browser to `redirect_to`.
#[dropshot::endpoint { method = POST, path = "/api/system/{tid}/logins/{login}/accept", tags = ["logins"] }]
async fn accept_login_request(
    request: Request<Context>,
    _caller: Caller<ManageLogins>,
    path: Path<LoginPath>,
    _once: IdempotencyKey,
    body: Body<AcpAcceptLoginRequest, Lenient>,
) -> Result<JsonReply<AcpRedirect>, AcpError> {
    let context = request.context();
    let body = body.into_inner();
    let login_request =
        find_to_decide(&context.store, &path.0, body.id.as_deref(), body.login_state.as_deref()).await?;
    let method = method_of(&context.store, &login_request).await?.ok_or_else(|| not_found(&path.0))?;
    let authentication = body.into_authentication(&method, context.now())?;
    let progress = login_request.progress.clone().accepted(authentication).ok_or_else(|| not_found(&path.0))?;
    Ok(JsonReply(decide(context, &login_request, progress).await?))
}

/// Reject a login
///
/// Nobody signs in: the client is told the error. Send the browser to `redirect_to`.
#[dropshot::endpoint { method = POST, path = "/api/system/{tid}/logins/{login}/reject", tags = ["logins"] }]
async fn reject_login_request(
    request: Request<Context>,
    _caller: Caller<ManageLogins>,
    path: Path<LoginPath>,
    _once: IdempotencyKey,
    body: Body<AcpRejectRequest, Lenient>,
) -> Result<JsonReply<AcpRedirect>, AcpError> {
    let context = request.context();
    let body = body.into_inner();
    let login_request =
        find_to_decide(&context.store, &path.0, body.id.as_deref(), body.login_state.as_deref()).await?;
    let method = method_of(&context.store, &login_request).await?;
    method.ok_or_else(|| not_found(&path.0))?;
    let rejected = body.into_rejected()?;
    let progress = login_request.progress.clone().refused(rejected).ok_or_else(|| not_found(&path.0))?;
    Ok(JsonReply(decide(context, &login_request, progress).await?))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("logins", "Logins: what login and consent pages of your own tell of their users (ACP).");
    let redirect = json!({"redirect_to": "https://login.example/default/default/login/continue?login_id=tTYQ8jNdXuw4zmrmZ7dPWg&login_verifier=the-verifier-of-this-decision"});
    surface
        .register(get_login_request)
        .errors(&[404])
        .response_example(super::example())
        .parameter("login_state", json!({"example": "the-state-that-the-page-was-called-with"}));
    surface
        .register(accept_login_request)
        .errors(&[404])
        .request_example(json!({
            "login_state": "the-state-that-the-page-was-called-with", "subject": "ada", "amr": ["pwd", "otp"],
            "authentication_context": {"name": "Ada Example", "groups": ["staff"]}
        }))
        .response_example(redirect.clone());
    surface
        .register(reject_login_request)
        .errors(&[404])
        .request_example(json!({
            "login_state": "the-state-that-the-page-was-called-with",
            "error": "access_denied", "error_description": "the user is not known"
        }))
        .response_example(redirect);
}

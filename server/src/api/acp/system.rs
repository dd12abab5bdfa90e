//! The system API of a tenant: `/api/system/{tid}/…`. Its callers hold tokens of the tenant's `system` server, and each operation asks for its scope. And that
//! of the installation, which [`tenants`] are part of.

pub mod configuration;
pub mod consents;
pub mod gateways;
pub mod login_session;
pub mod logins;
pub mod scope_grants;
pub mod tenants;

use authplane_domain::sign_in::login_request::{self, LoginRequest, Progress, Rejected};
use authplane_domain::{Error as DomainError, Store};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::error::AcpError;
use crate::context::Context;
use crate::edge::Surface;

pub(super) fn register(surface: &mut Surface<Context>) {
    logins::register(surface);
    scope_grants::register(surface);
    consents::register(surface);
    tenants::register(surface);
    gateways::register(surface);
    configuration::register(surface);
}

/// The path of a login.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct LoginPath {
    /// Tenant.
    pub tid: String,
    /// Login: the `login_id` that the page was called with.
    pub login: String,
}

/// The query of a login that is only looked at.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct LoginQuery {
    /// The `login_state` that the page was called with. Where it is given, it must be right.
    pub login_state: Option<String>,
}

/// Where the user goes now.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpRedirect {
    /// Address to send the browser to. It is good once, in the browser that the login began in.
    #[schemars(url)]
    pub redirect_to: String,
}

/// Why a page of your own refuses a login or a consent.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpRejectRequest {
    /// Id of the login. Where it is given, it must be that of the path.
    id: Option<String>,
    /// The `login_state` that the page was called with.
    #[schemars(title = "required")]
    #[schemars(length(min = 1))]
    login_state: Option<String>,
    /// Error code that the client is told (RFC 6749 §4.1.2.1); `access_denied` when absent.
    #[schemars(length(max = 64))]
    #[schemars(regex(pattern = r"^[ !#-\[\]-~]*$"))]
    error: Option<String>,
    /// What went wrong, for the client's developers.
    #[schemars(length(max = 512))]
    #[schemars(regex(pattern = r"^[ !#-\[\]-~]*$"))]
    error_description: Option<String>,
    /// Accepted and ignored: clients are told by a redirect, which has no room for it.
    error_cause: Option<String>,
    /// Accepted and ignored: clients are told by a redirect, which has no room for it.
    status_code: Option<i64>,
}

/// Longest `error`, in bytes.
const ERROR_LENGTH: usize = 64;
/// Longest `error_description`, in bytes.
const DESCRIPTION_LENGTH: usize = 512;

impl AcpRejectRequest {
    fn into_rejected(self) -> Result<Rejected, DomainError> {
        let error = self.error.filter(|error| !error.is_empty()).unwrap_or_else(|| "access_denied".to_owned());
        let error_description = self.error_description.unwrap_or_default();
        for (field, text, length) in
            [("error", &error, ERROR_LENGTH), ("error_description", &error_description, DESCRIPTION_LENGTH)]
        {
            // RFC 6749 appendices A.7 and A.8.
            let is_allowed = |byte: u8| matches!(byte, 0x20..=0x7e) && byte != b'"' && byte != b'\\';
            if text.len() > length || !text.bytes().all(is_allowed) {
                let rule = format!("must have at most {length} printable ASCII characters without '\"' and '\\'");
                return Err(DomainError::invalid(field, rule));
            }
        }
        Ok(Rejected { error, error_description })
    }
}

/// The login of a path, for whoever knows its state.
///
/// # Errors
/// 404 for one that isn't there and for another state alike: ids stand in URLs, states are secret.
async fn find(store: &Store, path: &LoginPath, state: Option<&str>) -> Result<LoginRequest, AcpError> {
    let found = login_request::find(store, &path.tid, &path.login).await?;
    let found = found.filter(|found| state.is_none_or(|state| found.has_state(state)));
    found.ok_or_else(|| not_found(path))
}

/// The same for a decision, which can't be made without the state.
async fn find_to_decide(
    store: &Store,
    path: &LoginPath,
    id: Option<&str>,
    state: Option<&str>,
) -> Result<LoginRequest, AcpError> {
    if id.is_some_and(|id| !id.is_empty() && id != path.login) {
        return Err(DomainError::invalid("id", "is not the login of the path").into());
    }
    let Some(state) = state.filter(|state| !state.is_empty()) else {
        return Err(DomainError::invalid("login_state", "must not be empty").into());
    };
    find(store, path, Some(state)).await
}

/// Notes a decision, and says where the browser goes to tell that it is the one that the login began in.
async fn decide(context: &Context, login_request: &LoginRequest, progress: Progress) -> Result<AcpRedirect, AcpError> {
    let verifier = login_request::decide(&context.store, login_request, progress).await?;
    let base = context.origin().base(login_request.server_key());
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("login_id", &login_request.id)
        .append_pair("login_verifier", &verifier)
        .finish();
    Ok(AcpRedirect { redirect_to: format!("{base}/login/continue?{query}") })
}

fn not_found(path: &LoginPath) -> AcpError {
    AcpError::not_found("login_request", &path.login)
}

/// A login whose user is with the custom login page.
fn example() -> serde_json::Value {
    json!({
        "id": "tTYQ8jNdXuw4zmrmZ7dPWg", "tenant_id": "default", "server_id": "default", "client_id": "shop", "idp_id": "own-page",
        "requested_at": "2026-01-02T03:04:05Z",
        "request_url": "https://login.example/default/default/oauth2/authorize?client_id=shop&response_type=code&scope=openid",
        "request_query_params": {"client_id": ["shop"], "response_type": ["code"], "scope": ["openid"]},
        "requested_grant_type": "authorization_code",
        "requested_scopes": [{
            "id": "cfd3lh1oqkgc73f3o8og", "name": "openid", "requested_name": "openid", "display_name": "OpenID", "description": "",
            "tenant_id": "default", "authorization_server_id": "default", "params": [], "with_service": false
        }],
        "requested_audience": [], "requested_acr": [], "requested_claims": {"id_token": {}, "userinfo": {}},
        "subject": "", "acr": "", "amr": [], "authentication_context": {},
        "allowed_scopes": {}, "granted_scopes": [], "granted_audience": [],
        "login_approved": false, "login_rejected": false, "scope_grant_approved": false, "scope_grant_rejected": false
    })
}

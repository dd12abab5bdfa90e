//! A login as pages are told of it: ACP's `LoginSessionResponse` and `ScopeGrantSessionResponse`, which are the same.

use std::collections::BTreeMap;

use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::scope::{self, ScopeWithService};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client;
use authplane_domain::sign_in::login_request::{LoginRequest, Progress, Rejected};
use authplane_domain::sign_in::person;
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::{Error as DomainError, Result};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::acp::admin::servers::duration;
use crate::api::acp::admin::services::AcpService;
use crate::context::Context;
use crate::oauth::authorize::parameters::AuthorizationRequest;
use crate::oauth::authorize::response::ResponseMode;
use crate::oauth::grants::device_code;
use crate::oauth::issue::audience::{self, Whose};
use crate::oauth::issue::authentication_context;
use crate::oauth::issue::claims::{ClaimRequest, ClaimsRequest};
use crate::policy::input::{AUTHORIZE, Question};
use crate::policy::{self, Facts};

/// A login: who asks for what, and what came of it so far.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "the dialect has them so")]
pub struct AcpLoginSession {
    /// Id of the login, as `login_id`.
    id: String,
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the authorization server that the user signs in to.
    server_id: String,
    /// Id of the client that asks.
    client_id: String,
    /// Id of the authentication method that the user was sent to; empty before.
    idp_id: String,
    /// When the client asked for it.
    requested_at: DateTime<Utc>,
    /// The authorization request, as it was understood.
    #[schemars(url)]
    request_url: String,
    /// Parameters of the authorization request, each with its values.
    request_query_params: BTreeMap<String, Vec<String>>,
    /// By which grant the client will get its tokens.
    #[schemars(title = "one of: authorization_code | implicit | urn:ietf:params:oauth:grant-type:device_code")]
    requested_grant_type: String,
    /// Scopes that the client asks for.
    requested_scopes: Vec<AcpRequestedScope>,
    /// Resources that the tokens are to be for.
    requested_audience: Vec<String>,
    /// Authentication context classes that are asked for, best first.
    requested_acr: Vec<String>,
    /// Claims that are asked for by name.
    requested_claims: AcpRequestedClaims,
    /// How long ago the user may have signed in; absent when that doesn't matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^([0-9]+h)?([0-9]+m)?[0-9]+s$"))]
    max_age: Option<String>,
    /// Who signed in, as tokens call them; empty before.
    subject: String,
    /// When the user signed in; absent before.
    #[serde(skip_serializing_if = "Option::is_none")]
    auth_time: Option<DateTime<Utc>>,
    /// Authentication context class that the user reached; empty for none.
    acr: String,
    /// Means by which the user signed in (RFC 8176).
    amr: Vec<String>,
    /// What is known about the user; empty before they signed in.
    authentication_context: Map<String, Value>,
    /// Whether the user passes the policy of each scope; empty before they signed in.
    allowed_scopes: BTreeMap<String, bool>,
    /// Names of the scopes that were granted here.
    granted_scopes: Vec<String>,
    /// Always empty, since audiences are decided when the token is made.
    granted_audience: Vec<String>,
    /// Whether somebody has signed in.
    login_approved: bool,
    /// Whether the login was refused.
    login_rejected: bool,
    /// Whether scopes were granted here.
    scope_grant_approved: bool,
    /// Whether granting scopes was refused.
    scope_grant_rejected: bool,
    /// What the client will be told, when it is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<AcpOAuthError>,
}

/// A scope that is asked for.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpRequestedScope {
    /// Id of the scope, which isn't its name.
    id: String,
    /// Name of the scope, as clients ask for it.
    name: String,
    /// Name of the scope as this client asked for it.
    requested_name: String,
    /// Name of the scope for people; may be empty.
    display_name: String,
    /// What the scope allows; may be empty.
    description: String,
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the authorization server that it belongs to.
    authorization_server_id: String,
    /// Always empty, since scopes have no parameters.
    params: Vec<String>,
    /// Whether it belongs to a service.
    with_service: bool,
    /// The service that it belongs to; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    service: Option<AcpService>,
}

/// Claims that are asked for by name (OpenID Connect Core §5.5).
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct AcpRequestedClaims {
    /// Claims that are asked for in the ID token, by their names.
    id_token: BTreeMap<String, AcpRequestedClaim>,
    /// Claims that are asked for in userinfo's answers, by their names.
    userinfo: BTreeMap<String, AcpRequestedClaim>,
}

/// How a claim is asked for.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct AcpRequestedClaim {
    /// Whether the client can't do without it.
    essential: bool,
    /// The one value that the client wants.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
    /// The values of which the client wants one.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    values: Vec<Value>,
}

/// An error that a client is told (RFC 6749 §4.1.2.1).
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpOAuthError {
    /// Error code of RFC 6749 §4.1.2.1.
    error: String,
    /// What went wrong, for the client's developers; may be empty.
    error_description: String,
    /// Always empty, since there are no hints here.
    error_hint: String,
    /// Always empty, since a page gives none that is kept.
    cause: String,
    /// Status of the refusal, always 403.
    status_code: i64,
}

impl AcpOAuthError {
    fn of(rejected: &Rejected) -> Self {
        Self {
            error: rejected.error.clone(),
            error_description: rejected.error_description.clone(),
            error_hint: String::new(),
            cause: String::new(),
            status_code: 403,
        }
    }
}

impl AcpRequestedClaims {
    fn of(claims: &ClaimsRequest) -> Self {
        let each = |asked: &BTreeMap<String, Option<ClaimRequest>>| {
            let one = |request: &Option<ClaimRequest>| {
                let request = request.clone().unwrap_or_default();
                AcpRequestedClaim {
                    essential: request.essential,
                    value: request.value,
                    values: request.values.unwrap_or_default(),
                }
            };
            asked.iter().map(|(name, request)| (name.clone(), one(request))).collect()
        };
        Self { id_token: each(&claims.id_token), userinfo: each(&claims.userinfo) }
    }
}

impl AcpRequestedScope {
    fn of(listed: &ScopeWithService) -> Self {
        let scope = &listed.scope;
        Self {
            id: scope.id.clone(),
            name: scope.name.clone(),
            requested_name: scope.name.clone(),
            display_name: scope.display_name.clone(),
            description: scope.description.clone().unwrap_or_default(),
            tenant_id: scope.tenant_id.clone(),
            authorization_server_id: scope.server_id.clone(),
            params: Vec::new(),
            with_service: listed.service.is_some(),
            service: listed.service.as_ref().map(AcpService::of),
        }
    }
}

/// The authorization request that a login is for.
///
/// # Errors
/// [`DomainError::Internal`] when the row was damaged.
pub(super) fn authorization_of(login_request: &LoginRequest) -> Result<AuthorizationRequest> {
    AuthorizationRequest::deserialize(&login_request.request).map_err(DomainError::internal)
}

/// The scopes that a login asks for and that its client was given, in the order asked for: of the services that it asks for, as our page shows them.
///
/// # Errors
/// [`DomainError::Unavailable`] without database.
async fn requested_scopes(
    context: &Context,
    login_request: &LoginRequest,
    authorization: &AuthorizationRequest,
) -> Result<Vec<ScopeWithService>> {
    let LoginRequest { tenant_id, server_id, client_id, .. } = login_request;
    let store = &context.store;
    // The account page has none, and asks for nothing.
    let Some(client_id) = client_id else { return Ok(Vec::new()) };
    let Some(client) = client::credentials(store, tenant_id, Some(server_id), client_id).await? else {
        return Ok(Vec::new());
    };
    let Some(server) = authorization_server::find(store, tenant_id, server_id).await? else {
        return Ok(Vec::new());
    };
    let services = audience::services(context, &server, &client, &authorization.resources).await?;
    let known = scope::list_of_server(store, login_request.server_key()).await?;
    let mut requested = Vec::new();
    for name in &authorization.scopes {
        let meant: Vec<&str> = audience::meant(&client, Whose::User, services.as_deref(), name)
            .map(|allowed| allowed.id.as_str())
            .collect();
        requested.extend(known.iter().filter(|listed| meant.contains(&listed.scope.id.as_str())).cloned());
    }
    Ok(requested)
}

/// Which of the scopes that a login asks for its user may grant. Headers aren't among the facts: those of the call aren't the user's.
///
/// # Errors
/// [`DomainError::Unavailable`] without database.
pub(super) async fn allowed_scopes(
    context: &Context,
    login_request: &LoginRequest,
    authentication: &Authentication,
) -> Result<BTreeMap<String, bool>> {
    let requested = requested_scopes(context, login_request, &authorization_of(login_request)?).await?;
    allowed(context, &requested, authentication).await
}

async fn allowed(
    context: &Context,
    requested: &[ScopeWithService],
    authentication: &Authentication,
) -> Result<BTreeMap<String, bool>> {
    let mut allowed: BTreeMap<String, bool> = BTreeMap::new();
    let Some(ScopeWithService { scope: first, .. }) = requested.first() else { return Ok(allowed) };
    let server = ServerKey { tenant: &first.tenant_id, id: &first.server_id };
    let known = authentication_context::known_now(&context.store, server, authentication).await?;
    let person = person::of(&context.store, server, authentication).await?.address();
    for ScopeWithService { scope, .. } in requested {
        let question = Question::at(AUTHORIZE, &scope.server_id);
        let facts = Facts::new(&known).with_user(&person).with_question(question);
        let outcome = policy::check(&context.store, &scope.tenant_id, scope.user_policy_id.as_deref(), facts).await?;
        // Several services may have scopes of one name: the user must pass the policies of them all.
        *allowed.entry(scope.name.clone()).or_insert(true) &= outcome.authorized;
    }
    Ok(allowed)
}

impl AcpLoginSession {
    /// The login as this dialect shows it.
    ///
    /// # Errors
    /// [`DomainError::Unavailable`] without database.
    pub(super) async fn of(context: &Context, login_request: &LoginRequest) -> Result<Self> {
        let authorization = authorization_of(login_request)?;
        let progress = &login_request.progress;
        let requested = requested_scopes(context, login_request, &authorization).await?;
        let authentication = progress.by().map(|by| &by.authentication);
        let granted = authentication.and_then(|known| progress.granted_for(&known.subject));
        let rejected = match progress {
            Progress::Rejected { why, .. } => Some(why),
            _ => None,
        };
        let allowed_scopes = match authentication {
            Some(authentication) => allowed(context, &requested, authentication).await?,
            None => BTreeMap::new(),
        };
        let parameters = parameters(&authorization);
        let base = context.origin().base(login_request.server_key());
        let pairs = parameters.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        Ok(Self {
            id: login_request.id.clone(),
            tenant_id: login_request.tenant_id.clone(),
            server_id: login_request.server_id.clone(),
            client_id: login_request.client_id.clone().unwrap_or_default(),
            idp_id: progress.page().unwrap_or_default().to_owned(),
            requested_at: login_request.created_at,
            request_url: if authorization.is_of_account() {
                authorization.redirect_uri.clone()
            } else {
                format!("{base}/oauth2/authorize?{query}")
            },
            request_query_params: parameters,
            requested_grant_type: grant_type(&authorization).to_owned(),
            requested_scopes: requested.iter().map(AcpRequestedScope::of).collect(),
            requested_audience: authorization.resources.clone(),
            requested_acr: authorization.acr_values.clone(),
            requested_claims: authorization.claims.as_ref().map(AcpRequestedClaims::of).unwrap_or_default(),
            max_age: authorization.max_age.map(duration::format),
            subject: authentication.map(|known| known.subject.clone()).unwrap_or_default(),
            auth_time: authentication.and_then(|known| DateTime::from_timestamp(known.auth_time, 0)),
            acr: authentication.and_then(|known| known.acr.clone()).unwrap_or_default(),
            amr: authentication.map(|known| known.amr.clone()).unwrap_or_default(),
            authentication_context: authentication.map(|known| known.context.clone()).unwrap_or_default(),
            allowed_scopes,
            granted_scopes: granted.unwrap_or_default().to_vec(),
            granted_audience: Vec::new(),
            login_approved: authentication.is_some(),
            login_rejected: rejected.is_some() && authentication.is_none(),
            scope_grant_approved: granted.is_some(),
            scope_grant_rejected: rejected.is_some() && authentication.is_some(),
            error: rejected.map(AcpOAuthError::of),
        })
    }
}

fn grant_type(authorization: &AuthorizationRequest) -> &'static str {
    match authorization.device {
        Some(_) => device_code::NAME,
        None if authorization.response_type.code || authorization.is_of_account() => "authorization_code",
        None => "implicit",
    }
}

/// The parameters of the request. Those that a page has no use for are left out: the proof key's challenge, and the hint's ID token.
fn parameters(authorization: &AuthorizationRequest) -> BTreeMap<String, Vec<String>> {
    if authorization.is_of_account() {
        return BTreeMap::new();
    }
    let words = |words: &[String]| (!words.is_empty()).then(|| words.join(" "));
    let AuthorizationRequest { client_id, redirect_uri, redirect_uri_given, response_type, .. } = authorization;
    let response_mode = match authorization.response_mode {
        ResponseMode::FormPost => Some("form_post"),
        ResponseMode::Fragment => (!response_type.is_front_channel()).then_some("fragment"),
        ResponseMode::Query | ResponseMode::Device | ResponseMode::Account => None,
    };
    let prompt = serde_json::to_value(&authorization.prompt).unwrap_or_default();
    let prompt: Vec<String> =
        prompt.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let claims = authorization.claims.as_ref().and_then(|claims| serde_json::to_string(claims).ok());
    let single = [
        ("client_id", Some(client_id.clone())),
        ("redirect_uri", redirect_uri_given.then(|| redirect_uri.clone())),
        ("response_type", Some(response_type.words().collect::<Vec<_>>().join(" "))),
        ("response_mode", response_mode.map(str::to_owned)),
        ("scope", words(&authorization.scopes)),
        ("state", authorization.state.clone()),
        ("nonce", authorization.nonce.clone()),
        ("prompt", words(&prompt)),
        ("max_age", authorization.max_age.map(|seconds| seconds.to_string())),
        ("login_hint", authorization.login_hint.clone()),
        ("acr_values", words(&authorization.acr_values)),
        ("claims", claims),
        ("ui_locales", authorization.ui_locales.clone()),
    ];
    let mut parameters: BTreeMap<String, Vec<String>> =
        single.into_iter().filter_map(|(name, value)| Some((name.to_owned(), vec![value?]))).collect();
    if !authorization.resources.is_empty() {
        parameters.insert("resource".to_owned(), authorization.resources.clone());
    }
    parameters
}

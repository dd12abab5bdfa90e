//! Devices without a browser (RFC 8628): where they begin, and the page on which their user enters the code that they show.
//!
//! Whoever enters a good code goes through the same sign-in, policies and consent as in an authorization request: the device authorization becomes one, whose
//! answer is [kept for the device](super::authorize::response::ResponseMode::Device). The device asks for it at the token endpoint:
//! [`device_code`](super::grants::device_code).

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::sign_in::attempt::{self, Limit};
use authplane_domain::sign_in::device_authorization::{self, DeviceAuthorization, NewDeviceAuthorization};
use authplane_domain::{Error as DomainError, identifier};
use http::StatusCode;
use http::header::SET_COOKIE;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::client_address::network;
use crate::edge::endpoint as dropshot;
use crate::edge::form::FromForm;
use crate::edge::{Answer, Form, FormFields, Path, Rejection, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::authorize::parameters::AuthorizationRequest;
use crate::oauth::authorize::response::ResponseMode;
use crate::oauth::authorize::{Flow, decision, language_of, party_of_server, server_of};
use crate::oauth::browser::cookies::{self, Cookies};
use crate::oauth::browser::cors;
use crate::oauth::browser::page_error::PageError;
use crate::oauth::client::authentication::{AuthenticatedClient, Purpose, authenticate};
use crate::oauth::client::credentials::{Credentials, Presented};
use crate::oauth::error::OAuthError;
use crate::oauth::grants::{device_code, refresh_token};
use crate::oauth::issue::audience::{self, Whose};
use crate::oauth::issue::profile::Profile;
use crate::oauth::issuer::Issuer;
use crate::oauth::login::form_of;
use crate::pages::Frame;
use crate::pages::device::{EnterCode, UserCodeProblem};

/// Where devices begin, below the issuer.
pub const ENDPOINT: &str = "oauth2/device/authorization";
/// Where users enter codes, below the issuer.
pub const PAGE: &str = "device";

/// The most resources of one request.
const MOST_RESOURCES: usize = 64;
/// What the token of the page's form is good for.
const PURPOSE: &str = "device";

/// What a device asks for.
#[derive(Default, Deserialize, JsonSchema)]
pub struct DeviceAuthorizationRequest {
    /// Scopes that are asked for, separated by spaces.
    pub scope: Option<String>,
    /// Resource that tokens are to be for (RFC 8707); may be repeated.
    #[serde(default)]
    pub resource: Vec<String>,
    /// Who asks.
    #[serde(flatten)]
    pub credentials: Credentials,
}

impl FromForm for DeviceAuthorizationRequest {
    fn from_form(fields: &FormFields<'_>) -> Result<Self, Rejection> {
        Ok(Self {
            scope: fields.single("scope")?.map(str::to_owned),
            resource: fields.all("resource").map(str::to_owned).collect(),
            credentials: Credentials::from_form(fields)?,
        })
    }
}

/// What a device shows its user, and asks with (RFC 8628 §3.2).
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "DeviceAuthorization")]
pub struct DeviceAuthorizationResponse {
    /// What the device asks the token endpoint with. It keeps it to itself.
    pub device_code: String,
    /// What the user enters: two groups of four letters.
    pub user_code: String,
    /// Address of the page on which the user enters the code.
    #[schemars(url)]
    pub verification_uri: String,
    /// Address of that page with the code in it, for a QR code.
    #[schemars(url)]
    pub verification_uri_complete: String,
    /// Seconds until both codes expire.
    pub expires_in: i64,
    /// Seconds to wait between two requests to the token endpoint.
    pub interval: i32,
}

/// Let a device begin
///
/// The device authorization endpoint (RFC 8628 §3.1). The client authenticates as at the token endpoint; a public client only says who it is. Server and client
/// must be set to `urn:ietf:params:oauth:grant-type:device_code`.
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/oauth2/device/authorization", tags = ["oauth"], operation_id = "device_authorization", content_type = "application/x-www-form-urlencoded" }]
async fn authorize_device(
    request: Request<Context>,
    issuer: Issuer,
    form: Form<DeviceAuthorizationRequest>,
) -> Result<Prepared<DeviceAuthorizationResponse>, OAuthError> {
    let (context, form) = (request.context(), form.0);
    let presented = Presented::by(&request, &form.credentials)?;
    let client = authenticate(context, &issuer, &presented, Purpose::Grant(device_code::NAME)).await?;
    let server = &issuer.server;
    let asked = asked(context, &issuer, &client, &form).await?;
    let new = NewDeviceAuthorization {
        server_id: &server.id,
        client_id: &client.client.id,
        request: serde_json::to_value(&asked).map_err(DomainError::internal)?,
    };
    let (address, now) = (request.client_address(), context.now().timestamp());
    let taken = context.begun.take(server.key(), address, now);
    taken.map_err(|too_many| OAuthError::too_many_requests(too_many.seconds))?;
    let created = device_authorization::create(&context.store, &server.tenant_id, new).await?;
    let base = issuer.base(context);
    let user_code = created.device_authorization.shown_user_code();
    let response = DeviceAuthorizationResponse {
        device_code: created.device_code,
        verification_uri: format!("{base}/{PAGE}"),
        verification_uri_complete: format!("{base}/{PAGE}?user_code={user_code}"),
        user_code,
        expires_in: device_authorization::LIFETIME,
        interval: device_authorization::INTERVAL,
    };
    let answer = Answer::json(StatusCode::OK, &response).map_err(DomainError::internal)?;
    // RFC 8628 §3.2 shows one of the headers, RFC 6749 §5.1 asks for both.
    Ok(Prepared::new(answer.no_store()))
}

/// The request as far as the device makes it: what can't be granted is refused to the device, not to the user. `offline_access` is passed over where it can't
/// come to anything (OpenID Connect Core §11), as in authorization requests.
async fn asked(
    context: &Context,
    issuer: &Issuer,
    client: &AuthenticatedClient,
    form: &DeviceAuthorizationRequest,
) -> Result<AuthorizationRequest, OAuthError> {
    let refreshable = issuer.offers(refresh_token::NAME) && client.client.grant_types.has(refresh_token::NAME);
    let mut resources: Vec<String> = Vec::new();
    for resource in &form.resource {
        if !resources.contains(resource) {
            resources.push(resource.clone());
        }
        if resources.len() > MOST_RESOURCES {
            return Err(OAuthError::invalid_target("these are too many resources"));
        }
    }
    let scopes = audience::scopes_of(form.scope.as_deref().unwrap_or_default());
    let scopes: Vec<&str> = scopes.filter(|scope| *scope != "offline_access" || refreshable).collect();
    let target = audience::resolve(context, &issuer.server, client, Whose::User, &resources, &scopes).await?;
    Ok(AuthorizationRequest {
        client_id: client.client.id.clone(),
        response_mode: ResponseMode::Device,
        scopes: target.scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        max_age: client.client.metadata.default_max_age,
        acr_values: client.client.metadata.default_acr_values.clone(),
        resources,
        ..AuthorizationRequest::default()
    })
}

/// Ask for the code that a device shows
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/device", unpublished = true }]
async fn device_page(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let server = server_of_devices(&request, &path.0).await?;
    let asked = async {
        let query = request.query_pairs().find(|(name, _)| name == "user_code").map(|(_, value)| value.into_owned());
        // RFC 8628 §3.3.1: the code is there already, but it is for the user to say that they want it.
        let user_code = query.as_deref().and_then(device_authorization::typed);
        let user_code = user_code.as_deref().map(device_authorization::shown).unwrap_or_default();
        let cookies = Cookies::of(request.context(), server.key());
        if let Some(browser) = cookies.browser(&request) {
            return Ok(ask(&request, &server, &browser, &user_code, None));
        }
        let browser = cookies::new_browser(request.context())?;
        let page = ask(&request, &server, &browser, &user_code, None);
        Ok(page.with(SET_COOKIE, cookies.set_browser(&browser)))
    };
    asked.await.map_err(|error: PageError| error.of_server(&server))
}

/// Take the code that a device shows
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/device", unpublished = true }]
async fn submit_user_code(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let mut request = request;
    let body = form_of(&mut request).await?;
    let server = server_of_devices(&request, &path.0).await?;
    let taken = async {
        let fields = FormFields::parse(&body)?;
        let browser = Cookies::of(request.context(), server.key()).browser(&request);
        let token = fields.single("csrf")?.unwrap_or_default();
        let browser = browser.filter(|browser| cookies::is_form_token(token, browser, PURPOSE));
        let browser = browser.ok_or_else(PageError::other_browser)?;
        let text = fields.single("user_code")?.unwrap_or_default();
        match look_up(&request, &server, &browser, text).await? {
            Ok(found) => begin(&request, &server, &found).await,
            Err(problem) => {
                let again = device_authorization::typed(text).as_deref().map(device_authorization::shown);
                Ok(ask(&request, &server, &browser, &again.unwrap_or_default(), Some(problem)))
            }
        }
    };
    taken.await.map_err(|error: PageError| error.of_server(&server))
}

/// The authorization server of the page, if it lets devices in.
async fn server_of_devices(
    request: &Request<Context>,
    path: &IssuerPath,
) -> Result<Arc<AuthorizationServer>, PageError> {
    let server = server_of(request, path.server()).await?;
    if Profile::of(&server).offers(&server, device_code::NAME) {
        Ok(server)
    } else {
        Err(PageError::not_found().of_server(&server))
    }
}

fn ask(
    request: &Request<Context>,
    server: &AuthorizationServer,
    browser: &str,
    user_code: &str,
    problem: Option<UserCodeProblem>,
) -> Answer {
    let frame = Frame { language: language_of(request, None), server: party_of_server(server), client: None };
    let action = format!("/{}/{}/{PAGE}", server.tenant_id, server.id);
    let token = cookies::form_token(browser, PURPOSE);
    EnterCode { frame, action: &action, hidden: &[("csrf", &token)], user_code, problem }.render()
}

/// Finds the device that waits with a code, with the limits against guessing (RFC 8628 §5.1, security assertions 34 and 62). Each code is counted before it is
/// looked at, so that of guesses that arrive together no more are, and a right one is uncounted.
async fn look_up(
    request: &Request<Context>,
    server: &AuthorizationServer,
    browser: &str,
    text: &str,
) -> Result<Result<DeviceAuthorization, UserCodeProblem>, DomainError> {
    let (store, tenant) = (&request.context().store, &server.tenant_id);
    let address = format!("user_code:{}:{}", server.id, network(request.client_address()));
    let browser = format!("user_code:{}:browser:{}", server.id, identifier::digest(browser));
    let allowance = request.context().limits.load().wrong_user_codes;
    let limit = |key| Limit { key, failures: allowance.most(), seconds: allowance.window() };
    let limits = [limit(address.as_str()), limit(browser.as_str())];
    if let Some(seconds) = attempt::take(store, tenant, &limits).await? {
        return Ok(Err(UserCodeProblem::TooManyAttempts { retry_after_seconds: seconds.unsigned_abs() }));
    }
    let found = match device_authorization::typed(text) {
        Some(code) => device_authorization::find_by_user_code(store, server.key(), &code).await?,
        None => None,
    };
    match found {
        Some(found) if found.waits(request.context().now().timestamp()) => {
            attempt::give_back(store, tenant, &limits).await?;
            Ok(Ok(found))
        }
        Some(_) => Ok(Err(UserCodeProblem::ExpiredCode)),
        None => Ok(Err(UserCodeProblem::UnknownCode)),
    }
}

/// From here on it is an authorization request like any other.
async fn begin(
    request: &Request<Context>,
    server: &Arc<AuthorizationServer>,
    found: &DeviceAuthorization,
) -> Result<Answer, PageError> {
    let asked = AuthorizationRequest::deserialize(&found.request).map_err(DomainError::internal)?;
    let asked = AuthorizationRequest { device: Some(found.id.clone()), ..asked };
    let flow = Flow::resume(request, Arc::clone(server), asked, None).await?;
    decision::begin(&flow).await
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let issuer = "http://127.0.0.1:8080/default/default";
    let example = json!({
        "device_code": "the-code-that-only-the-device-knows",
        "user_code": "WDJB-MJHT",
        "verification_uri": format!("{issuer}/device"),
        "verification_uri_complete": format!("{issuer}/device?user_code=WDJB-MJHT"),
        "expires_in": 600,
        "interval": 5
    });
    cors::preflight(surface, "device_authorization_preflight", "/{tid}/{aid}/oauth2/device/authorization", "POST");
    surface
        .register(cors::open(authorize_device))
        .errors(&[400, 401, 404, 429])
        .request_example(json!({"client_id": "tv", "scope": "openid offline_access"}))
        .response_example(example)
        .security(json!({"client_basic": []}));
    surface.register(device_page);
    surface.register(submit_user_code);
}

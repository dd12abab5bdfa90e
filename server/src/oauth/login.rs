//! Signing in: the pages, and what follows once a method has found out who somebody is.
//!
//! Each method is a file: [`password`] (static users, and the tenant's), [`federation`] (OpenID Connect, Azure, Cognito), [`custom`] (a page of the operator's own). Several
//! enabled methods: the user chooses; one: straight to it (ACP behaviour §8). All end in [`succeed`].

pub mod custom;
pub mod federation;
pub mod mapping;
pub mod password;

use std::sync::Arc;

use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::sign_in::authentication::{self, Method, MethodKind, Methods};
use authplane_domain::sign_in::login_request::{self, LoginRequest, SignedIn};
use authplane_domain::sign_in::session::{self, Authentication};
use http::StatusCode;
use http::header::SET_COOKIE;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, FormFields, Path, Rejection, Request, Surface};
use crate::oauth::authorize::parameters::AuthorizationRequest;
use crate::oauth::authorize::response::see;
use crate::oauth::authorize::{self, Flow, decision, server_of, waiting};
use crate::oauth::browser::cookies::{self, Cookies};
use crate::oauth::browser::page_error::PageError;
use crate::oauth::login::password::Applicant;
use crate::oauth::logout::backchannel::EndingSession;
use crate::pages::choose_method::ChooseMethod;
use crate::pages::sign_in::{SignIn, SignInProblem};

/// The path of an authentication method.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct MethodPath {
    /// Tenant.
    pub tid: String,
    /// Authorization server.
    pub aid: String,
    /// Authentication method.
    pub method: String,
}

impl MethodPath {
    /// The server that the path names.
    #[must_use]
    pub fn server(&self) -> ServerKey<'_> {
        ServerKey { tenant: &self.tid, id: &self.aid }
    }
}

/// A login request with everything that its pages need.
pub struct Login<'a> {
    /// The authorization request that waits.
    pub flow: Flow<'a>,
    /// Its row, which the flow has, too.
    pub login_request: Arc<LoginRequest>,
    /// The browser's cookie, which it belongs to.
    pub browser: String,
    /// How users of the server may sign in.
    pub methods: Arc<Methods>,
}

impl<'a> Login<'a> {
    /// The login request that a page is about, if this is the browser in which it began (CVE-2026-7507 is the class).
    ///
    /// # Errors
    /// [`PageError::expired`], [`PageError::other_browser`]; without database.
    pub async fn of(request: &'a Request<Context>, key: ServerKey<'_>, login_id: &str) -> Result<Self, PageError> {
        let server = server_of(request, key).await?;
        let shown = |error: PageError| error.of_server(&server);
        let context = request.context();
        let found = login_request::find(&context.store, &server.tenant_id, login_id).await.map_err(PageError::from)?;
        let found = found.filter(|found| found.server_id == server.id);
        let login_request = Arc::new(found.ok_or_else(|| shown(PageError::expired()))?);
        let browser = Cookies::of(context, server.key()).browser(request);
        let browser = browser.filter(|browser| login_request.belongs_to(browser));
        let browser = browser.ok_or_else(|| shown(PageError::other_browser()))?;
        let authorization =
            AuthorizationRequest::deserialize(&login_request.request).map_err(|_| shown(PageError::expired()))?;
        let methods = authentication::of_server(&context.store, server.key()).await?;
        let flow = Flow::resume(request, server, authorization, Some(Arc::clone(&login_request))).await?;
        Ok(Self { flow, login_request, browser, methods })
    }

    /// The same for a page whose query has `login_id`.
    ///
    /// # Errors
    /// Those of [`Login::of`].
    pub async fn of_query(request: &'a Request<Context>, key: ServerKey<'_>) -> Result<Self, PageError> {
        let id = request.query_pairs().find(|(name, _)| name == "login_id").map(|(_, value)| value.into_owned());
        Self::of(request, key, &id.unwrap_or_default()).await
    }

    /// The same as everything is now, but for the login request: for whoever has waited for a provider, or for their turn, since they read it.
    async fn again(&self) -> Result<Self, PageError> {
        let Flow { request, authorization, waiting, .. } = &self.flow;
        let server = server_of(request, self.flow.server.key()).await?;
        let methods = authentication::of_server(&request.context().store, server.key()).await?;
        let flow = Flow::resume(request, server, authorization.clone(), waiting.clone()).await?;
        Ok(Self { flow, login_request: Arc::clone(&self.login_request), browser: self.browser.clone(), methods })
    }

    /// An enabled method.
    ///
    /// # Errors
    /// [`PageError::not_found`].
    pub fn method(&self, id: &str) -> Result<&Method, PageError> {
        self.methods.enabled().find(|method| method.id == id).ok_or_else(PageError::not_found)
    }

    /// A path of the server with this login request in its query.
    #[must_use]
    pub fn path(&self, page: &str) -> String {
        let server = &self.flow.server;
        format!("/{}/{}/{page}?login_id={}", server.tenant_id, server.id, self.login_request.id)
    }

    /// What a form carries against forgery. The purpose names the login request, and whatever else the form is about.
    #[must_use]
    pub fn form_token(&self, purpose: &str) -> String {
        cookies::form_token(&self.browser, purpose)
    }

    /// Is the form from a page that this browser was given for this purpose?
    ///
    /// # Errors
    /// [`PageError::other_browser`].
    pub fn check_form(&self, fields: &FormFields<'_>, purpose: &str) -> Result<(), PageError> {
        let token = fields.single("csrf")?.unwrap_or_default();
        if cookies::is_form_token(token, &self.browser, purpose) { Ok(()) } else { Err(PageError::other_browser()) }
    }

    /// Of the form that asks for a password.
    fn sign_in_purpose(&self) -> String {
        format!("login:{}", self.login_request.id)
    }
}

/// The body of a form that a page sent.
///
/// # Errors
/// [`Rejection`] for anything else.
pub async fn form_of(request: &mut Request<Context>) -> Result<bytes::Bytes, Rejection> {
    if request.media_type().as_deref() != Some("application/x-www-form-urlencoded") {
        return Err(Rejection::UnsupportedMediaType { expected: "application/x-www-form-urlencoded" });
    }
    request.read_body().await
}

/// Sign in: choose how, or straight on
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/login", unpublished = true }]
async fn login_page(request: Request<Context>, path: Path<super::IssuerPath>) -> Result<Answer, PageError> {
    let login = Login::of_query(&request, path.0.server()).await?;
    let enabled: Vec<&Method> = login.methods.enabled().collect();
    match enabled[..] {
        [] => Err(login.flow.page(PageError::bad_request(
            "server_error",
            "no authentication method is set up for this authorization server",
        ))),
        [only] => begin(&login, only).await.map_err(|error| login.flow.page(error)),
        _ => {
            let paths: Vec<String> = enabled.iter().map(|method| login.path(&format!("login/{}", method.id))).collect();
            let frame = login.flow.frame();
            let mut methods: Vec<(&str, &str)> = Vec::with_capacity(enabled.len());
            for (method, path) in enabled.iter().zip(&paths) {
                let is_of_users = matches!(method.kind, MethodKind::Users);
                methods.push((if is_of_users { frame.word_for_password() } else { &method.name }, path));
            }
            let cancel = login.path("login/cancel");
            let goes_back = login.flow.authorization.device.is_none();
            Ok(ChooseMethod { frame, methods: &methods, cancel: Some(&cancel), goes_back }.render())
        }
    }
}

/// Sign in with one method
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/login/{method}", unpublished = true }]
async fn login_method_page(request: Request<Context>, path: Path<MethodPath>) -> Result<Answer, PageError> {
    let login = Login::of_query(&request, path.0.server()).await?;
    let started = async { begin(&login, login.method(&path.0.method)?).await };
    started.await.map_err(|error| login.flow.page(error))
}

/// Back to the application without signing in
///
/// A link and no form: whoever makes somebody follow it ends that one's own attempt, which trying again mends.
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/login/cancel", unpublished = true }]
async fn cancel_login(request: Request<Context>, path: Path<super::IssuerPath>) -> Result<Answer, PageError> {
    let login = Login::of_query(&request, path.0.server()).await?;
    let denied = waiting::deny(&login.flow, "access_denied", "the user did not sign in");
    denied.await.map_err(|error| login.flow.page(error))
}

async fn begin(login: &Login<'_>, method: &Method) -> Result<Answer, PageError> {
    match &method.kind {
        MethodKind::Static(_) | MethodKind::Users => Ok(ask_for_password(login, method, None, None)),
        MethodKind::Custom(settings) => custom::send(login, method, settings).await,
        MethodKind::Oidc(_) | MethodKind::Azure(_) | MethodKind::Cognito(_) => federation::begin(login, method).await,
    }
}

fn ask_for_password(
    login: &Login<'_>,
    method: &Method,
    username: Option<&str>,
    problem: Option<SignInProblem>,
) -> Answer {
    if !password::asks_here(method) {
        return see(StatusCode::SEE_OTHER, login.path("login"));
    }
    let server = &login.flow.server;
    let token = login.form_token(&login.sign_in_purpose());
    let state = login.login_request.state_of(&login.browser);
    let hint: Vec<&str> = match &method.kind {
        MethodKind::Static(settings) if settings.hint => {
            settings.users.iter().map(|user| user.username.as_str()).collect()
        }
        _ => Vec::new(),
    };
    let (others, cancel) = (login.path("login"), login.path("login/cancel"));
    SignIn {
        frame: login.flow.frame(),
        action: &format!("/{}/{}/login/{}", server.tenant_id, server.id, method.id),
        hidden: &[("login_id", &login.login_request.id), ("login_state", &state), ("csrf", &token)],
        username: username.or(login.flow.authorization.login_hint.as_deref()).unwrap_or_default(),
        problem,
        by_address: matches!(method.kind, MethodKind::Users),
        hint: &hint,
        other_methods: (login.methods.enabled().count() > 1).then_some(others.as_str()),
        cancel: Some(&cancel),
        goes_back: login.flow.authorization.device.is_none(),
    }
    .render()
}

/// Sign in with user name and password
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/login/{method}", unpublished = true }]
async fn submit_static_login(request: Request<Context>, path: Path<MethodPath>) -> Result<Answer, PageError> {
    let mut request = request;
    let body = form_of(&mut request).await?;
    let fields = FormFields::parse(&body)?;
    let login = Login::of(&request, path.0.server(), fields.single("login_id")?.unwrap_or_default()).await?;
    let signed_in = async {
        login.check_form(&fields, &login.sign_in_purpose())?;
        let method = login.method(&path.0.method)?;
        let username = fields.single("username")?.unwrap_or_default();
        let password = fields.single("password")?.unwrap_or_default();
        let flow = &login.flow;
        let (context, server, cookies) = (flow.context(), &flow.server, Cookies::of(flow.context(), flow.server.key()));
        let device = cookies.device(&request);
        let applicant = Applicant {
            username,
            address: request.client_address(),
            request_id: request.id(),
            device: device.as_deref(),
        };
        match password::check(context, server, method, &[], applicant, password).await? {
            Ok(authentication) => {
                let (key, subject) = (server.key(), &authentication.subject);
                let remembered = password::remember(context, key, method, subject, device.as_deref()).await?;
                let answer = succeed(&login, method, authentication).await?;
                Ok(match remembered {
                    Some((text, seconds)) => answer.with(SET_COOKIE, cookies.set_device(&text, seconds)),
                    None => answer,
                })
            }
            Err(problem) => Ok(ask_for_password(&login, method, Some(username), Some(problem))),
        }
    };
    signed_in.await.map_err(|error| login.flow.page(error))
}

/// Somebody signed in by this method: begins their session, with a new cookie (security assertion 60), and goes on with what they came for.
///
/// # Errors
/// [`PageError::expired`] when the login request was answered before, or while they signed in the method or the client became such that they couldn't any more;
/// without database.
pub async fn succeed(login: &Login<'_>, method: &Method, authentication: Authentication) -> Result<Answer, PageError> {
    let login = &login.again().await?;
    // Whom another provider tells of is nobody that this method has signed in. Users of its own are looked at by themselves.
    let is_same = password::asks_here(method) || login.methods.find(&method.id) == Some(method);
    let flow = &login.flow;
    let (context, server) = (flow.context(), &flow.server);
    let (store, tenant) = (&context.store, &server.tenant_id);
    if !is_same || !authentication::still_signs_in(store, tenant, &login.methods, &authentication).await? {
        return Err(PageError::expired());
    }
    let age = context.now().timestamp().saturating_sub(authentication.auth_time);
    // OpenID Connect Core §3.1.2.1. Providers and custom pages say when they authenticated the user, which may be long ago.
    if flow.authorization.max_age.is_some_and(|max_age| age > max_age.saturating_add(federation::LEEWAY)) {
        let description = "the user was not authenticated again";
        return waiting::deny(flow, "login_required", description).await;
    }
    let former = authorize::session::of_browser(flow).await?;
    let lifetime = server.cookie_max_age;
    let login_request = &login.login_request;
    let departure = match &former {
        // Somebody else sat here before.
        Some(former) if former.subject != authentication.subject => {
            Some(EndingSession::of(context, server, former.clone()).await?)
        }
        _ => None,
    };
    let started =
        session::start(&flow.acting(), &server.id, authentication, lifetime, former.as_ref(), Some(login_request))
            .await?;
    if let Some(departure) = departure {
        drop(departure.tell());
    }
    let cookie = Cookies::of(context, server.key()).set_session(&started.cookie, lifetime);
    let signed_in = SignedIn { authentication: started.session.authentication, session_id: Some(started.session.id) };
    let answer = decision::proceed(flow, signed_in).await?;
    Ok(answer.with(SET_COOKIE, cookie))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(login_page);
    surface.register(cancel_login);
    custom::register(surface);
    federation::register(surface);
    surface.register(login_method_page);
    surface.register(submit_static_login);
}

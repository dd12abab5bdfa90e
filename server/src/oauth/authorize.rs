//! The authorization endpoint (RFC 6749 §3.1, OpenID Connect Core §3): where a client sends a user's browser to ask for something.
//!
//! | step | file |
//! |---|---|
//! | read the parameters | [`parameters`] |
//! | take what is in a request object | [`request_object`] |
//! | find out where the client is told what is wrong | [`way_back`] |
//! | check everything else against client and server | [`check`] |
//! | find out whether the user must sign in, must consent, or has the answer | [`decision`] |
//! | look for a session that will do | [`session`] |
//! | find out what the user may be asked for, and whether they must be | [`offer`] |
//! | find out which consents policies miss, and take what the user gives | [`needed_consent`] |
//! | wait for the user, or give up | [`waiting`] |
//! | make the grant | [`grant`] |
//! | carry the answer | [`response`] |
//!
//! Until client and redirect URI are known to belong together, whatever is wrong is shown on a page; from then on it is the client that is told. What the client
//! is told goes through a [`way_back::WayBack`], and only that check makes one.

pub mod check;
pub mod decision;
pub mod grant;
pub mod needed_consent;
pub mod offer;
pub mod parameters;
pub mod proof_key;
pub mod request_object;
pub mod response;
pub mod session;
pub mod waiting;
pub mod way_back;

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::{self, AuthorizationServer};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::{self, Client, ClientCredentials, ClientTexts};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::login_request::LoginRequest;
use authplane_domain::sign_in::trail;
use http::header::ACCEPT_LANGUAGE;
use parameters::AuthorizationRequest;
use response::AuthorizationResponse;
use way_back::WayBack;

use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, FormFields, Path, Rejection, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::browser::cookies::Cookies;
use crate::oauth::browser::cross_site;
use crate::oauth::browser::page_error::PageError;
use crate::pages::{Frame, Language, Party};

/// An authorization request on its way through sign-in and consent.
pub struct Flow<'a> {
    /// The HTTP request that carries it further.
    pub request: &'a Request<Context>,
    /// The server that is asked.
    pub server: Arc<AuthorizationServer>,
    /// The client that asks; [the server itself](ClientCredentials::of_server_itself) for its account page.
    pub client: Arc<ClientCredentials>,
    /// What for.
    pub authorization: AuthorizationRequest,
    /// The server's issuer.
    pub issuer: String,
    /// Where the answer goes.
    pub way_back: WayBack,
    /// The user's.
    pub language: Language,
    /// Its row, while it waits for its user. The grant that it comes to, or the refusal, ends it.
    pub waiting: Option<Arc<LoginRequest>>,
}

impl<'a> Flow<'a> {
    /// Whoever is at the browser. What they do says in the audit log who they are.
    #[must_use]
    pub fn acting(&self) -> Acting {
        let actor = Actor {
            subject: trail::UNKNOWN.to_owned(),
            request_id: self.request.id().to_owned(),
            address: Some(self.request.client_address()),
        };
        Acting::new(&self.context().store, &self.server.tenant_id, actor)
    }

    /// One for a request that has been checked before.
    ///
    /// # Errors
    /// Without database, and [`PageError::expired`] when the client, or its redirect URI, is gone.
    pub async fn resume(
        request: &'a Request<Context>,
        server: Arc<AuthorizationServer>,
        authorization: AuthorizationRequest,
        waiting: Option<Arc<LoginRequest>>,
    ) -> Result<Self, PageError> {
        let context = request.context();
        let tenant = &server.tenant_id;
        if authorization.is_of_account() {
            return Self::of_account(request, server, authorization, waiting);
        }
        let found = client::credentials(&context.store, tenant, Some(&server.id), &authorization.client_id).await?;
        let client = found.ok_or_else(PageError::expired)?;
        Self::of_client(request, server, client, authorization, waiting)
    }

    /// What the server itself asks, for its [account page](crate::oauth::account).
    ///
    /// # Errors
    /// None but those of a request that isn't [of the account page](AuthorizationRequest::is_of_account).
    pub fn of_account(
        request: &'a Request<Context>,
        server: Arc<AuthorizationServer>,
        authorization: AuthorizationRequest,
        waiting: Option<Arc<LoginRequest>>,
    ) -> Result<Self, PageError> {
        let client = Arc::new(ClientCredentials::of_server_itself(&request.context().store, server.key()));
        Self::of_client(request, server, client, authorization, waiting)
    }

    fn of_client(
        request: &'a Request<Context>,
        server: Arc<AuthorizationServer>,
        client: Arc<ClientCredentials>,
        authorization: AuthorizationRequest,
        waiting: Option<Arc<LoginRequest>>,
    ) -> Result<Self, PageError> {
        let way_back = WayBack::again(&client.client, &authorization)?;
        Ok(Self {
            request,
            client,
            issuer: request.context().origin().issuer(&server),
            language: language_of(request, authorization.ui_locales.as_deref()),
            authorization,
            server,
            way_back,
            waiting,
        })
    }

    /// The server's context.
    #[must_use]
    pub fn context(&self) -> &'a Context {
        self.request.context()
    }

    /// Around its pages.
    #[must_use]
    pub fn frame(&self) -> Frame<'_> {
        let frame = frame(&self.server, &self.client.client, self.language);
        if self.authorization.is_of_account() { frame.without_client() } else { frame }
    }

    /// Carries its answer.
    #[must_use]
    pub fn response(&self) -> AuthorizationResponse<'_> {
        let Self { request, issuer, way_back, .. } = self;
        AuthorizationResponse { request, issuer, way_back, frame: self.frame() }
    }

    /// A refusal, in the user's language.
    #[must_use]
    pub fn page(&self, error: PageError) -> PageError {
        error.of_server(&self.server).in_language(self.language)
    }
}

/// Around the pages of a request.
fn frame<'a>(server: &'a AuthorizationServer, client: &'a Client, language: Language) -> Frame<'a> {
    Frame { language, server: party_of_server(server), client: Some(party_of_client(client)) }
}

/// The server as pages show it.
#[must_use]
pub fn party_of_server(server: &AuthorizationServer) -> Party<'_> {
    Party { logo: filled(&server.logo_uri), ..Party::named(&server.name) }
}

/// The client as pages show it: by its id where it has no name.
#[must_use]
pub fn party_of_client(client: &Client) -> Party<'_> {
    let ClientTexts { description: _, client_uri, logo_uri, policy_uri, tos_uri } = &client.metadata.texts;
    Party {
        name: filled(&client.name).unwrap_or(&client.id),
        logo: filled(logo_uri),
        home: filled(client_uri),
        policy: filled(policy_uri),
        terms: filled(tos_uri),
    }
}

fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// The language of whoever sends the request.
#[must_use]
pub fn language_of(request: &Request<Context>, ui_locales: Option<&str>) -> Language {
    Language::choose(ui_locales, request.header(ACCEPT_LANGUAGE))
}

/// The authorization server of a page's path.
///
/// # Errors
/// [`PageError::not_found`]; without database.
pub async fn server_of(request: &Request<Context>, key: ServerKey<'_>) -> Result<Arc<AuthorizationServer>, PageError> {
    let found = authorization_server::find(&request.context().store, key.tenant, key.id).await?;
    found.ok_or_else(PageError::not_found)
}

/// Ask for authorization
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/oauth2/authorize", unpublished = true }]
async fn authorize(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let query = request.uri().query().unwrap_or_default().to_owned();
    respond(&request, &path.0, query.as_bytes()).await
}

/// Ask for authorization, by POST (OpenID Connect Core §3.1.2.1)
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/oauth2/authorize", unpublished = true }]
async fn authorize_by_post(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let mut request = request;
    if request.media_type().as_deref() != Some("application/x-www-form-urlencoded") {
        return Err(Rejection::UnsupportedMediaType { expected: "application/x-www-form-urlencoded" }.into());
    }
    let body = request.read_body().await?;
    let server = server_of(&request, path.0.server()).await?;
    FormFields::parse(&body).map_err(|rejection| PageError::from(rejection).of_server(&server))?;
    let parameters: Vec<_> = form_urlencoded::parse(&body).collect();
    let parameters: Vec<(&str, &str)> = parameters.iter().map(|(name, value)| (&**name, &**value)).collect();
    let frame = Frame { language: language_of(&request, None), server: party_of_server(&server), client: None };
    let cookies = Cookies::of(request.context(), server.key());
    let endpoint = format!("/{}/{}/oauth2/authorize", server.tenant_id, server.id);
    // Else somebody who is signed in would be asked to sign in, and what they have begun in another tab be lost with the browser's cookie.
    match cross_site::once_more(&request, &cookies, frame, &endpoint, &parameters) {
        Some(answer) => Ok(answer),
        None => respond(&request, &path.0, &body).await,
    }
}

async fn respond(request: &Request<Context>, path: &IssuerPath, encoded: &[u8]) -> Result<Answer, PageError> {
    let server = server_of(request, path.server()).await?;
    let fields = FormFields::parse(encoded).map_err(|rejection| PageError::from(rejection).of_server(&server))?;
    match check::check(request, Arc::clone(&server), &fields).await {
        Ok(flow) => {
            let now = request.context().now().timestamp();
            // From here on something may be kept until its user comes, which nobody might.
            let taken = request.context().begun.take(path.server(), request.client_address(), now);
            taken.map_err(|too_many| flow.page(too_many.into()))?;
            decision::begin(&flow).await.map_err(|error| flow.page(error))
        }
        Err(check::Refused::Client(answer)) => Ok(*answer),
        Err(check::Refused::User(error)) => Err(error.of_server(&server)),
    }
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(authorize);
    surface.register(authorize_by_post);
}

//! Signing out (OpenID Connect RP-Initiated Logout 1.0): of the session at one authorization server, in one browser.
//!
//! | what follows | file |
//! |---|---|
//! | the applications' servers are told | [`backchannel`] |
//! | the applications' pages are told, in the user's browser | [`frontchannel`] |
//!
//! Nobody is signed out by a link that anybody could have made: who brings an ID token of the very session has it from the application that the user signed in
//! to; everybody else is asked first. And nobody is sent on to an address but one that is registered, byte for byte, by a client that is known (security
//! assertions 8 and 61), and not by itself but where a session ended by this very request: anybody can have an ID token of their own, and a client besides
//! where clients register themselves, and a link made of them would lead from here to wherever they like (§6). Others are shown where it goes on.

pub mod backchannel;
pub mod frontchannel;

use std::sync::Arc;
use std::time::Duration;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::clients::client::{self, ClientCredentials};
use authplane_domain::clients::redirect_uri;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::session::{self, Session};
use authplane_domain::{Error as DomainError, Result as DomainResult};
use backchannel::EndingSession;
use http::Method;
use http::header::SET_COOKIE;

use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, FormFields, Path, Rejection, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::authorize::response::redirect;
use crate::oauth::authorize::{language_of, party_of_client, party_of_server, server_of};
use crate::oauth::browser::cookies::{self, Cookies};
use crate::oauth::browser::cross_site;
use crate::oauth::browser::id_token_hint::{self, Hint};
use crate::oauth::browser::page_error::PageError;
use crate::oauth::consent::display_name;
use crate::oauth::issue::subject;
use crate::oauth::login::form_of;
use crate::pages::frontchannel_logout::FrontchannelLogout;
use crate::pages::sign_out::{ConfirmSignOut, SignedOut};
use crate::pages::{Frame, Language};

/// How long a user waits for the applications' servers to be told. Those that take longer are told behind their back.
const PATIENCE: Duration = Duration::from_secs(3);

/// The parameters (§2). `logout_hint` chooses among several sessions of a browser, of which there is one here.
#[derive(Clone, Copy, Default)]
struct Parameters<'a> {
    id_token_hint: Option<&'a str>,
    client_id: Option<&'a str>,
    post_logout_redirect_uri: Option<&'a str>,
    state: Option<&'a str>,
    ui_locales: Option<&'a str>,
}

impl<'a> Parameters<'a> {
    fn read(fields: &'a FormFields<'_>) -> Result<Self, Rejection> {
        fields.single("logout_hint")?;
        Ok(Self {
            id_token_hint: fields.single("id_token_hint")?,
            client_id: fields.single("client_id")?,
            post_logout_redirect_uri: fields.single("post_logout_redirect_uri")?,
            state: fields.single("state")?,
            ui_locales: fields.single("ui_locales")?,
        })
    }

    /// Those that are there, to be sent once more.
    fn pairs(&self) -> impl Iterator<Item = (&'static str, &'a str)> {
        let all = [
            ("id_token_hint", self.id_token_hint),
            ("client_id", self.client_id),
            ("post_logout_redirect_uri", self.post_logout_redirect_uri),
            ("state", self.state),
            ("ui_locales", self.ui_locales),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?)))
    }
}

/// A request to sign out that was checked.
struct Logout<'a> {
    request: &'a Request<Context>,
    server: &'a Arc<AuthorizationServer>,
    parameters: Parameters<'a>,
    language: Language,
    cookies: Cookies,
    hint: Option<Hint>,
    /// Who asks: the client of the hint, or the one that says so.
    client: Option<Arc<ClientCredentials>>,
    /// Where to go on: registered by that client, with `state`.
    next: Option<String>,
}

/// Sign out
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/oauth2/logout", unpublished = true }]
async fn log_out(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let server = server_of(&request, path.0.server()).await?;
    let query = request.uri().query().unwrap_or_default().to_owned();
    respond(&request, &server, query.as_bytes()).await
}

/// Sign out, by POST (§2), or as the page that asks is answered
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/oauth2/logout", unpublished = true }]
async fn log_out_by_post(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let mut request = request;
    let body = form_of(&mut request).await;
    let server = server_of(&request, path.0.server()).await?;
    let body = body.map_err(|rejection| PageError::from(rejection).of_server(&server))?;
    respond(&request, &server, &body).await
}

async fn respond(
    request: &Request<Context>,
    server: &Arc<AuthorizationServer>,
    encoded: &[u8],
) -> Result<Answer, PageError> {
    let refused = |rejection| PageError::from(rejection).of_server(server);
    let fields = FormFields::parse(encoded).map_err(refused)?;
    let parameters = Parameters::read(&fields).map_err(refused)?;
    let language = language_of(request, parameters.ui_locales);
    let answered = async {
        let frame = Frame { language, server: party_of_server(server), client: None };
        let (cookies, pairs) = (Cookies::of(request.context(), server.key()), parameters.pairs().collect::<Vec<_>>());
        if let Some(answer) = cross_site::once_more(request, &cookies, frame, &endpoint(server), &pairs) {
            return Ok(answer);
        }
        Logout::of(request, server, parameters, language).await?.answer(&fields).await
    };
    answered.await.map_err(|error: PageError| error.of_server(server).in_language(language))
}

fn endpoint(server: &AuthorizationServer) -> String {
    format!("/{}/{}/oauth2/logout", server.tenant_id, server.id)
}

impl<'a> Logout<'a> {
    async fn of(
        request: &'a Request<Context>,
        server: &'a Arc<AuthorizationServer>,
        parameters: Parameters<'a>,
        language: Language,
    ) -> Result<Self, PageError> {
        let context = request.context();
        let hint = match parameters.id_token_hint {
            Some(token) => id_token_hint::read(context, server, token).await?,
            None => None,
        };
        let client = client_of(context, server, &parameters, hint.as_ref()).await?;
        let next = next_of(&parameters, hint.as_ref(), client.as_deref())?;
        let cookies = Cookies::of(context, server.key());
        Ok(Self { request, server, parameters, language, cookies, hint, client, next })
    }

    async fn answer(&self, fields: &FormFields<'_>) -> Result<Answer, PageError> {
        let Some((session, cookie)) = self.session().await? else {
            // Who has a cookie of a session that ended elsewhere need not keep it.
            return Ok(self.forget(self.signed_out(false))?);
        };
        let purpose = format!("logout:{}", session.id);
        let asked = match fields.single("csrf")?.filter(|_| self.request.method() == Method::POST) {
            Some(token) if cookies::is_form_token(token, &cookie, &purpose) => true,
            Some(_) => return Err(PageError::other_browser()),
            None => false,
        };
        if asked && fields.single("decision")? != Some("sign_out") {
            let frame = self.frame();
            return Ok(SignedOut { frame: frame.without_client(), stayed: true, continue_to: None }.render());
        }
        if asked || self.is_meant(&session).await? {
            return self.end(session).await;
        }
        Ok(self.ask(&session, &cookies::form_token(&cookie, &purpose)))
    }

    /// The browser's session, with its cookie. It needn't be one that is still good for anything else.
    async fn session(&self) -> DomainResult<Option<(Session, String)>> {
        let Some(cookie) = self.cookies.session(self.request) else { return Ok(None) };
        let (store, server) = (&self.request.context().store, self.server);
        let found = session::find_by_cookie(store, server.key(), &cookie).await?;
        Ok(found.map(|session| (session, cookie)))
    }

    /// Is the hint of this very session (§2: one of another session is suspect)?
    async fn is_meant(&self, session: &Session) -> DomainResult<bool> {
        let (Some(hint), Some(client)) = (&self.hint, &self.client) else { return Ok(false) };
        if hint.sid.as_ref().is_some_and(|sid| *sid != session.id) {
            return Ok(false);
        }
        Ok(subject::of(self.request.context(), &client.client, &session.subject).await? == hint.sub)
    }

    fn ask(&self, session: &Session, form_token: &str) -> Answer {
        let mut hidden: Vec<(&str, &str)> = self.parameters.pairs().collect();
        hidden.push(("csrf", form_token));
        ConfirmSignOut {
            frame: self.frame(),
            action: &endpoint(self.server),
            hidden: &hidden,
            subject: Some(display_name(&session.authentication)),
        }
        .render()
    }

    async fn end(&self, session: Session) -> Result<Answer, PageError> {
        let context = self.request.context();
        let departure = EndingSession::of(context, self.server, session).await?;
        let frames = frontchannel::uris(&departure.issuer(), &departure.session, &departure.clients);
        let actor = Actor {
            subject: departure.session.subject.clone(),
            request_id: self.request.id().to_owned(),
            address: Some(self.request.client_address()),
        };
        let acting = Acting::new(&context.store, &departure.session.tenant_id, actor);
        // On its own: a browser that goes away now mustn't keep a session that has ended from being heard of.
        let ending = tokio::spawn(async move {
            session::end(&acting, &departure.session).await?;
            Ok::<_, DomainError>(departure.tell())
        });
        let telling = ending.await.map_err(DomainError::internal)??;
        // Whether all were told in time, or at all, is in the log: the user is signed out here.
        let _ = tokio::time::timeout(PATIENCE, telling).await;
        if frames.is_empty() {
            return Ok(self.forget(self.signed_out(true))?);
        }
        let frames: Vec<&str> = frames.iter().map(String::as_str).collect();
        // Without session this endpoint says that nobody is signed in.
        let done = match self.parameters.ui_locales {
            Some(locales) => {
                let query = form_urlencoded::Serializer::new(String::new()).append_pair("ui_locales", locales).finish();
                format!("{}?{query}", endpoint(self.server))
            }
            None => endpoint(self.server),
        };
        let next = self.next.as_deref().unwrap_or(&done);
        let frame = if self.next.is_some() { self.frame() } else { self.frame().without_client() };
        Ok(self.forget(FrontchannelLogout { frame, uris: &frames, next }.render())?)
    }

    /// Nobody is signed in any more. Where this request ended no session, of a subject of the hint's or of a user who was asked, it is a link that leads on.
    fn signed_out(&self, goes_on: bool) -> Answer {
        match &self.next {
            Some(next) if goes_on => redirect(self.request, next.clone()),
            next => {
                let frame = if next.is_some() { self.frame() } else { self.frame().without_client() };
                SignedOut { frame, stayed: false, continue_to: next.as_deref() }.render()
            }
        }
    }

    /// The browser is as one that was never here: what began in it before the user signed out doesn't go on. A cookie that it didn't send is left alone: another site's
    /// page may have made it ask, and whether it has one nobody knows then.
    fn forget(&self, answer: Answer) -> DomainResult<Answer> {
        let browser = cookies::new_browser(self.request.context())?;
        let cookies = self.cookies.forget(self.request, &browser);
        Ok(cookies.into_iter().fold(answer, |answer, cookie| answer.with(SET_COOKIE, cookie)))
    }

    fn frame(&self) -> Frame<'_> {
        Frame {
            language: self.language,
            server: party_of_server(self.server),
            client: self.client.as_ref().map(|client| party_of_client(&client.client)),
        }
    }
}

/// The client of the hint, if there is one; else the one that `client_id` names. A hint that doesn't hold names nobody, and nobody is named beside it.
async fn client_of(
    context: &Context,
    server: &AuthorizationServer,
    parameters: &Parameters<'_>,
    hint: Option<&Hint>,
) -> Result<Option<Arc<ClientCredentials>>, PageError> {
    let id = match (hint, parameters.client_id) {
        (Some(hint), Some(id)) if !hint.aud.iter().any(|audience| audience == id) => {
            // §2.
            return Err(PageError::bad_request(
                "invalid_request",
                "id_token_hint was issued to another client than client_id",
            ));
        }
        (Some(_), Some(id)) => Some(id),
        (Some(hint), None) => match &hint.aud[..] {
            [only] => Some(only.as_str()),
            _ => None,
        },
        (None, id) => id.filter(|_| parameters.id_token_hint.is_none()),
    };
    let Some(id) = id else { return Ok(None) };
    Ok(client::credentials(&context.store, &server.tenant_id, Some(&server.id), id).await?)
}

/// §3: only where this client registered it. Anything else is an error, and the user stays here.
fn next_of(
    parameters: &Parameters<'_>,
    hint: Option<&Hint>,
    client: Option<&ClientCredentials>,
) -> Result<Option<String>, PageError> {
    let Some(uri) = parameters.post_logout_redirect_uri else { return Ok(None) };
    let refused = |why: &str| Err(PageError::bad_request("invalid_request", why));
    if hint.is_none() && parameters.id_token_hint.is_some() {
        return refused("id_token_hint is not an ID token of this authorization server");
    }
    let Some(client) = client else {
        return refused(
            "post_logout_redirect_uri needs an id_token_hint, or the client_id of a client of this authorization server",
        );
    };
    if !redirect_uri::matches(&client.client.metadata.post_logout_redirect_uris, uri) {
        return refused("post_logout_redirect_uri is not registered for the client");
    }
    let Some(state) = parameters.state else { return Ok(Some(uri.to_owned())) };
    let state = form_urlencoded::Serializer::new(String::new()).append_pair("state", state).finish();
    let separator = if uri.contains('?') { '&' } else { '?' };
    Ok(Some(format!("{uri}{separator}{state}")))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(log_out);
    surface.register(log_out_by_post);
}

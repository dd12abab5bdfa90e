//! The account page, `/{tid}/{aid}/account`: where a user of the server sees to what is theirs, without an application.
//!
//! | part | file |
//! |---|---|
//! | applications with access | [`applications`] |
//! | consents | [`consents`] |
//! | sessions, and the browser as a known device | [`sessions`] |
//! | what the privacy ledger has of them | [`events`] |
//! | all of it, as JSON | [`data`] |
//!
//! Who isn't signed in here is sent through the sign-in of this very server, as in an authorization request, and comes back: [`Visitor`] is who has. Everything is
//! looked for by tenant, server and subject of the session, so that what a form names is either theirs or nothing. A form counts with the token that its page had,
//! and with a sign-in that isn't long ago; what it did is answered by a redirect, so that nothing is done again by loading the page again.

pub mod applications;
pub mod consents;
pub mod data;
pub mod events;
pub mod sessions;

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::person;
use authplane_domain::sign_in::session::Session;
use http::StatusCode;

use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, FormFields, Path, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::authorize::parameters::AuthorizationRequest;
use crate::oauth::authorize::response::see;
use crate::oauth::authorize::{Flow, language_of, party_of_server, server_of, session, waiting};
use crate::oauth::browser::cookies::{self, Cookies};
use crate::oauth::browser::page_error::PageError;
use crate::oauth::consent::display_name;
use crate::oauth::issue::authentication_context;
use crate::pages::account::{Account, Notice, Overview};
use crate::pages::error::Reason;
use crate::pages::{Frame, Language};
use crate::policy::input::{AUTHORIZE, Question};
use crate::policy::{self, Facts};

/// Where it is, below the issuer.
pub const PAGE: &str = "account";

/// Seconds that a sign-in may be ago for a change, and for everything at once: whoever finds a browser that somebody left signed in may look, and no more.
const RECENT: i64 = 15 * 60;

/// Whoever is signed in, at a page of their account.
struct Visitor<'a> {
    request: &'a Request<Context>,
    server: Arc<AuthorizationServer>,
    session: Session,
    /// Whose consents and events of the privacy ledger are shown: nobody else's who is called so at another server.
    person: String,
    /// The session's, which the tokens of forms are made of.
    cookie: String,
    language: Language,
    form_token: String,
    notice: Option<Notice>,
    root: String,
}

impl<'a> Visitor<'a> {
    /// Who is signed in at the server of the path; else the answer that sends them to sign in and back to `part` of the account page.
    ///
    /// # Errors
    /// [`PageError::not_found`] for an unknown server; a refusal of whom the server's policy refuses; without database.
    async fn of(
        request: &'a Request<Context>,
        path: &IssuerPath,
        part: &str,
    ) -> Result<Result<Self, Box<Answer>>, PageError> {
        let server = server_of(request, path.server()).await?;
        let visitor = Self::at(request, Arc::clone(&server), part).await;
        visitor.map_err(|error: PageError| error.of_server(&server))
    }

    async fn at(
        request: &'a Request<Context>,
        server: Arc<AuthorizationServer>,
        part: &str,
    ) -> Result<Result<Self, Box<Answer>>, PageError> {
        let context = request.context();
        let cookie = Cookies::of(context, server.key()).session(request);
        let flow = sign_in(request, Arc::clone(&server), part, None)?;
        let session = session::of_browser(&flow).await?;
        let Some((session, cookie)) = session.zip(cookie) else {
            return Ok(Err(Box::new(ask_to_sign_in(&flow).await?)));
        };
        if !is_let_in(request, &server, &session).await? {
            return Err(PageError::new(StatusCode::FORBIDDEN, Reason::Refused));
        }
        let person = person::of(&context.store, server.key(), &session.authentication).await?.key();
        let notice = request.query_pairs().find(|(name, _)| name == "notice");
        let root = format!("/{}/{}/{PAGE}", server.tenant_id, server.id);
        Ok(Ok(Self {
            request,
            language: language_of(request, None),
            form_token: cookies::form_token(&cookie, &purpose(&session)),
            notice: notice.and_then(|(_, word)| Notice::of_word(&word)),
            root,
            server,
            session,
            person,
            cookie,
        }))
    }

    /// The same, before anything of theirs is changed or all of it leaves: the form is of a page that they were given. `Err` with the answer that asks them to sign in
    /// again, where that was too long ago.
    ///
    /// # Errors
    /// [`PageError::other_browser`] for a form of somebody else's; without database.
    async fn with_form(self, fields: &FormFields<'_>, part: &str) -> Result<Result<Self, Box<Answer>>, PageError> {
        let token = fields.single("csrf")?.unwrap_or_default();
        if !cookies::is_form_token(token, &self.cookie, &purpose(&self.session)) {
            return Err(PageError::other_browser().of_server(&self.server));
        }
        self.recently(&format!("{part}?notice={}", Notice::SignedInAgain.word())).await
    }

    /// The same, signed in not long ago; else `Err` with the answer that asks them to sign in again, and then leads to `part`.
    ///
    /// # Errors
    /// Without database.
    async fn recently(self, part: &str) -> Result<Result<Self, Box<Answer>>, PageError> {
        let age = self.request.context().now().timestamp().saturating_sub(self.session.authentication.auth_time);
        if age <= RECENT {
            return Ok(Ok(self));
        }
        let asked = async {
            let flow = sign_in(self.request, Arc::clone(&self.server), part, Some(RECENT))?;
            ask_to_sign_in(&flow).await
        };
        Ok(Err(Box::new(asked.await.map_err(|error| self.page(error))?)))
    }

    fn context(&self) -> &'a Context {
        self.request.context()
    }

    fn key(&self) -> ServerKey<'_> {
        self.server.key()
    }

    fn subject(&self) -> &str {
        &self.session.subject
    }

    /// What they do is theirs, in the audit log too.
    fn acting(&self) -> Acting {
        let actor = Actor {
            subject: self.session.subject.clone(),
            request_id: self.request.id().to_owned(),
            address: Some(self.request.client_address()),
        };
        Acting::new(&self.context().store, &self.server.tenant_id, actor)
    }

    /// Seconds that a token lives at most.
    fn longest_token(&self) -> i64 {
        self.context().rotation.overlap.num_seconds()
    }

    fn account(&self) -> Account<'_> {
        let frame = Frame { language: self.language, server: party_of_server(&self.server), client: None };
        Account { frame, root: &self.root, form_token: &self.form_token, notice: self.notice }
    }

    fn sign_out(&self) -> String {
        format!("/{}/{}/oauth2/logout", self.server.tenant_id, self.server.id)
    }

    /// A value of the page's query.
    fn query(&self, name: &str) -> Option<String> {
        self.request.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
    }

    /// Back to a part of the page, after something was done there, or not.
    fn done(&self, part: &str, notice: Option<Notice>) -> Answer {
        let query = notice.map(|notice| format!("?notice={}", notice.word())).unwrap_or_default();
        see(StatusCode::SEE_OTHER, format!("{}{part}{query}", self.root))
    }

    fn page(&self, error: PageError) -> PageError {
        error.of_server(&self.server).in_language(self.language)
    }
}

/// What the token of a form is good for: whatever the user of this session may change.
fn purpose(session: &Session) -> String {
    format!("account:{}", session.id)
}

/// What the server itself asks of whoever wants to see their account.
fn sign_in<'a>(
    request: &'a Request<Context>,
    server: Arc<AuthorizationServer>,
    part: &str,
    max_age: Option<i64>,
) -> Result<Flow<'a>, PageError> {
    let page = format!("{}/{PAGE}{part}", request.context().origin().base(server.key()));
    Flow::of_account(request, server, AuthorizationRequest::of_account(page, max_age), None)
}

/// Sends them to sign in. That is kept until they come, which they might not.
async fn ask_to_sign_in(flow: &Flow<'_>) -> Result<Answer, PageError> {
    let (context, now) = (flow.context(), flow.context().now().timestamp());
    context.begun.take(flow.server.key(), flow.request.client_address(), now)?;
    Ok(waiting::at_page(flow, "login", None).await?)
}

/// Does the server's policy let the user in? Whom it refuses an application is refused here. But what they gave of consents is what they come to see to: whatever it says
/// of that, it can't keep them from giving it.
async fn is_let_in(
    request: &Request<Context>,
    server: &AuthorizationServer,
    session: &Session,
) -> Result<bool, PageError> {
    let store = &request.context().store;
    let policy_id = server.user_policy_id.as_deref();
    if policy_id.is_none() {
        return Ok(true);
    }
    let known = authentication_context::known_now(store, server.key(), &session.authentication).await?;
    let facts = Facts::new(&known).with_headers(request.headers()).with_consents(&|_| true);
    let facts = facts.with_question(Question::at(AUTHORIZE, &server.id));
    Ok(policy::check(store, &server.tenant_id, policy_id, facts).await?.authorized)
}

/// See to one's account
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/account", unpublished = true }]
async fn account_page(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let visitor = match Visitor::of(&request, &path.0, "").await? {
        Ok(visitor) => visitor,
        Err(sign_in) => return Ok(*sign_in),
    };
    let (subject, sign_out) = (display_name(&visitor.session.authentication), visitor.sign_out());
    Ok(Overview { account: visitor.account(), subject, sign_out: &sign_out }.render())
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(account_page);
    applications::register(surface);
    consents::register(surface);
    sessions::register(surface);
    events::register(surface);
    data::register(surface);
}

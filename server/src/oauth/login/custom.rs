//! A login page of the operator's own (ACP behaviour §8).
//!
//! The browser is sent there with `login_id` and `login_state`. The page finds out who the user is and says so by the [system API](crate::api::acp::system::logins),
//! which answers with the URL of [`continue_login`]. What it said counts only there: in the browser that the login began in, with a secret that is good once.

use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::sign_in::authentication::{self, Custom, Method, MethodKind};
use authplane_domain::sign_in::login_request::{self, Progress, Rejected, SignedIn};
use authplane_domain::sign_in::trail::Refusal;
use url::Url;

use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Path, Request, Surface};
use crate::oauth::authorize::response::redirect;
use crate::oauth::authorize::{decision, waiting};
use crate::oauth::browser::page_error::PageError;
use crate::oauth::login::{Login, succeed};
use crate::oauth::{IssuerPath, consent};

/// Sends the browser to the page of a method.
///
/// # Errors
/// [`PageError::expired`] when the login request was answered meanwhile; without database.
pub async fn send(login: &Login<'_>, method: &Method, settings: &Custom) -> Result<Answer, PageError> {
    let login_request = &login.login_request;
    let mut url = Url::parse(&settings.login_url).map_err(DomainError::internal)?;
    let state = login_request.state_of(&login.browser);
    url.query_pairs_mut().append_pair("login_id", &login_request.id).append_pair("login_state", &state);
    let store = &login.flow.context().store;
    login_request::send_to_custom_page(store, login_request, &method.id).await.map_err(over)?;
    Ok(redirect(login.flow.request, url.into()))
}

/// Come back from a custom login page
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/login/continue", unpublished = true }]
async fn continue_login(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let mut login = Login::of_query(&request, path.0.server()).await?;
    let mut verifiers = request.query_pairs().filter(|(name, _)| name == "login_verifier");
    let verifier = verifiers.next().filter(|_| verifiers.next().is_none()).map(|(_, value)| value.into_owned());
    let continued = continued(&mut login, &verifier.unwrap_or_default()).await;
    continued.map_err(|error| login.flow.page(error))
}

/// Goes on with what the page decided.
async fn continued(login: &mut Login<'_>, verifier: &str) -> Result<Answer, PageError> {
    let (context, server) = (login.flow.context(), &login.flow.server);
    if !login_request::come_back(&context.store, &login.login_request, verifier).await? {
        return Err(PageError::expired());
    }
    // What belongs to the secret: the row that was read before may be older.
    let current = login_request::find(&context.store, &server.tenant_id, &login.login_request.id).await?;
    login.login_request = Arc::new(current.ok_or_else(PageError::expired)?);
    login.flow.waiting = Some(Arc::clone(&login.login_request));
    let by = match login.login_request.progress.clone() {
        Progress::Rejected { page, by, why: Rejected { error, error_description } } => {
            let refusal = match &by {
                Some(by) => Refusal::Consent(&by.authentication.subject),
                None => Refusal::SignIn(page.as_deref().unwrap_or_default()),
            };
            return waiting::refuse(&login.flow, refusal, &error, &error_description).await;
        }
        Progress::SignedIn { by, .. } | Progress::Granted { by, .. } => by,
        Progress::Waiting | Progress::AtPage { .. } => return Err(PageError::expired()),
    };
    match by {
        SignedIn { authentication: by_page, session_id: None } => {
            let (store, tenant) = (&login.flow.context().store, &login.flow.server.tenant_id);
            // It may have been disabled, or become another one, while the user was there.
            let method = login.method(&by_page.method_id).map_err(|_| PageError::expired())?;
            if !matches!(method.kind, MethodKind::Custom(_))
                || !authentication::still_signs_in(store, tenant, &login.methods, &by_page).await?
            {
                return Err(PageError::expired());
            }
            succeed(login, method, by_page).await
        }
        // They signed in before, and have consented since.
        SignedIn { session_id: Some(_), .. } => {
            let signed_in = consent::signed_in(login).await?;
            decision::proceed(&login.flow, signed_in).await
        }
    }
}

fn over(error: DomainError) -> PageError {
    match error {
        DomainError::NotFound { .. } => PageError::expired(),
        other => other.into(),
    }
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(continue_login);
}

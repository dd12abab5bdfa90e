//! A request that waits for its user: the way to the page that asks for what is missing, and the end without a grant.

use authplane_domain::sign_in::device_authorization;
use authplane_domain::sign_in::login_request::{self, LoginRequest, NewLoginRequest, SignedIn};
use authplane_domain::sign_in::trail::Refusal;
use authplane_domain::{Error as DomainError, Result as DomainResult};
use http::header::SET_COOKIE;

use crate::edge::Answer;
use crate::oauth::authorize::Flow;
use crate::oauth::authorize::response::redirect;
use crate::oauth::browser::cookies::{self, Cookies};
use crate::oauth::browser::page_error::PageError;

/// Sends the browser to a page of ours. A request that doesn't wait yet is kept from now on, with whoever is signed in already.
///
/// # Errors
/// Without database.
pub async fn at_page(flow: &Flow<'_>, page: &str, signed_in: Option<SignedIn>) -> DomainResult<Answer> {
    let base = flow.context().origin().base(flow.server.key());
    let to =
        |login_request: &LoginRequest| redirect(flow.request, format!("{base}/{page}?login_id={}", login_request.id));
    if let Some(login_request) = &flow.waiting {
        return Ok(to(login_request));
    }
    let cookies = Cookies::of(flow.context(), flow.server.key());
    let browser = cookies.browser(flow.request).map_or_else(|| cookies::new_browser(flow.context()), Ok)?;
    Ok(to(&keep(flow, &browser, signed_in).await?).with(SET_COOKIE, cookies.set_browser(&browser)))
}

/// Keeps the request until the user has done what is missing, bound to the browser's cookie.
async fn keep(flow: &Flow<'_>, browser: &str, signed_in: Option<SignedIn>) -> DomainResult<LoginRequest> {
    let server = &flow.server;
    let new = NewLoginRequest {
        server_id: &server.id,
        client_id: (!flow.authorization.is_of_account()).then_some(&flow.client.client.id),
        browser,
        request: serde_json::to_value(&flow.authorization).map_err(DomainError::internal)?,
        signed_in,
    };
    login_request::create(&flow.context().store, &server.tenant_id, new).await
}

/// Somebody signed in, which is all that the server itself wanted for its account page.
///
/// # Errors
/// [`PageError::expired`] when the login request was answered before; without database.
pub(super) async fn at_account(flow: &Flow<'_>) -> Result<Answer, PageError> {
    if let Some(login_request) = &flow.waiting
        && !login_request::end(&flow.acting(), login_request, None).await?
    {
        return Err(PageError::expired());
    }
    Ok(flow.response().success(&[]))
}

/// Ends the request with an error for the client.
///
/// # Errors
/// Without database.
pub async fn deny(flow: &Flow<'_>, error: &str, description: &str) -> Result<Answer, PageError> {
    end(flow, None, error, description).await
}

/// As [`deny`], because somebody did not sign in or consent, which is an event.
///
/// # Errors
/// Without database.
pub async fn refuse(
    flow: &Flow<'_>,
    refusal: Refusal<'_>,
    error: &str,
    description: &str,
) -> Result<Answer, PageError> {
    end(flow, Some(refusal), error, description).await
}

async fn end(
    flow: &Flow<'_>,
    refusal: Option<Refusal<'_>>,
    error: &str,
    description: &str,
) -> Result<Answer, PageError> {
    if let Some(login_request) = &flow.waiting
        && !login_request::end(&flow.acting(), login_request, refusal).await?
    {
        return Err(PageError::expired());
    }
    if let Some(device) = &flow.authorization.device
        && !device_authorization::deny(&flow.context().store, &flow.server.tenant_id, device).await?
    {
        return Err(PageError::expired());
    }
    Ok(flow.response().error(error, description))
}

//! The session of the browser, and whether it will do for a request.

use authplane_domain::Result as DomainResult;
use authplane_domain::sign_in::authentication;
use authplane_domain::sign_in::session::{self, Session};
use serde_json::Value;

use crate::oauth::authorize::Flow;
use crate::oauth::authorize::parameters::Prompt;
use crate::oauth::browser::cookies::Cookies;
use crate::oauth::issue::subject;

/// The browser's session, if it is as fresh and of whom the request wants it.
pub(super) async fn usable(flow: &Flow<'_>) -> DomainResult<Option<Session>> {
    let asked = &flow.authorization;
    if asked.prompt.iter().any(|prompt| matches!(prompt, Prompt::Login | Prompt::SelectAccount)) {
        return Ok(None);
    }
    let Some(session) = of_browser(flow).await? else { return Ok(None) };
    let age = flow.context().now().timestamp() - session.authentication.auth_time;
    if asked.max_age.is_some_and(|max_age| age > max_age || max_age == 0) {
        return Ok(None);
    }
    if !is_expected(flow, &session.subject).await? || !reaches_class(flow, session.authentication.acr.as_deref()) {
        return Ok(None);
    }
    Ok(Some(session))
}

/// The session of the browser, if its user can still sign in.
///
/// # Errors
/// Without database.
pub async fn of_browser(flow: &Flow<'_>) -> DomainResult<Option<Session>> {
    let (context, server) = (flow.context(), &flow.server);
    let cookies = Cookies::of(context, server.key());
    let Some(cookie) = cookies.session(flow.request) else { return Ok(None) };
    let session = session::find_by_cookie(&context.store, server.key(), &cookie).await?;
    let methods = authentication::of_server(&context.store, server.key()).await?;
    let Some(session) = session else { return Ok(None) };
    let (store, user) = (&context.store, &session.authentication);
    let lasts = authentication::still_signs_in(store, &server.tenant_id, &methods, user).await?;
    Ok(lasts.then_some(session))
}

/// Is it the user of `id_token_hint`, and of the `sub` that `claims` may ask for (OpenID Connect Core §5.5.1)?
pub(super) async fn is_expected(flow: &Flow<'_>, subject: &str) -> DomainResult<bool> {
    let asked = &flow.authorization;
    let by_claims = asked.claims.as_ref().and_then(|claims| claims.id_token.get("sub")).and_then(Option::as_ref);
    if asked.expected_sub.is_none() && by_claims.is_none() {
        return Ok(true);
    }
    let sub = subject::of(flow.context(), &flow.client.client, subject).await?;
    let by_claims = by_claims.is_none_or(|request| request.accepts(&Value::from(sub.as_str())));
    Ok(by_claims && asked.expected_sub.as_ref().is_none_or(|expected| *expected == sub))
}

/// Is the authentication context class one that the request can't do without (OpenID Connect Core §5.5.1.1)? `acr_values` alone are a wish.
pub(super) fn reaches_class(flow: &Flow<'_>, acr: Option<&str>) -> bool {
    let claims = flow.authorization.claims.as_ref();
    let request = claims.and_then(|claims| claims.id_token.get("acr")).and_then(Option::as_ref);
    request.filter(|request| request.essential).is_none_or(|request| match acr {
        Some(acr) => request.accepts(&Value::from(acr)),
        None => request.value.is_none() && request.values.is_none(),
    })
}

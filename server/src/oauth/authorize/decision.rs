//! What an authorization request needs of its user now, and the answer when it needs nothing more.

use authplane_domain::catalogue::{claim, scope};
use authplane_domain::clients::redirect_uri;
use authplane_domain::sign_in::login_request::{self, LoginRequest, NewLoginRequest, SignedIn};
use authplane_domain::sign_in::session::{self, Session};
use authplane_domain::sign_in::{authentication, device_authorization, scope_grant};
use authplane_domain::storage::cache::Freshness;
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant, Details, NewGrant, Remembered};
use authplane_domain::{Error as DomainError, Result as DomainResult};
use http::StatusCode;
use http::header::SET_COOKIE;
use serde_json::Value;

use crate::edge::Answer;
use crate::oauth::authorize::Flow;
use crate::oauth::authorize::parameters::Prompt;
use crate::oauth::authorize::response::see;
use crate::oauth::browser::cookies::{self, Cookies};
use crate::oauth::browser::page_error::PageError;
use crate::oauth::client::authentication::is_public;
use crate::oauth::grants::refresh_token;
use crate::oauth::issue::audience::{self, Whose};
use crate::oauth::issue::claims::ClaimsRequest;
use crate::oauth::issue::profile::Profile;
use crate::oauth::issue::user_tokens::{self, Along, ClaimsFor, Issue};
use crate::oauth::issue::{authentication_context, subject};
use crate::policy::{self, Facts};
use crate::tokens::access_token::NoToken;
use crate::tokens::key_ring;

/// What a user is asked to consent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Scopes that were asked for and whose policies the user passes.
    pub scopes: Vec<String>,
    /// Scopes of claims that were asked for by name: they need consent too, but don't go into the token.
    pub of_claims: Vec<String>,
}

impl Offer {
    /// All of them, those that were asked for first.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        self.scopes.iter().chain(self.of_claims.iter().filter(|name| !self.scopes.contains(name)))
    }
}

/// A request that has just arrived.
///
/// # Errors
/// Without database.
pub async fn begin(flow: &Flow<'_>) -> Result<Answer, PageError> {
    let silent = flow.authorization.prompt.contains(&Prompt::None);
    match usable_session(flow).await? {
        Some(session) => {
            let signed_in = SignedIn { authentication: session.authentication, session_id: Some(session.id) };
            proceed(flow, signed_in, None).await
        }
        None if silent => Ok(flow.target().error("login_required", "the user must sign in")),
        None => {
            let (login_request, browser) = wait(flow, None).await?;
            Ok(to_page(flow, "login", &login_request.id, &browser))
        }
    }
}

/// The browser's session, if it is as fresh and of whom the request wants it.
async fn usable_session(flow: &Flow<'_>) -> DomainResult<Option<Session>> {
    let asked = &flow.authorization;
    if asked.prompt.iter().any(|prompt| matches!(prompt, Prompt::Login | Prompt::SelectAccount)) {
        return Ok(None);
    }
    let Some(session) = session_of(flow).await? else { return Ok(None) };
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
pub async fn session_of(flow: &Flow<'_>) -> DomainResult<Option<Session>> {
    let (context, server) = (flow.context(), &flow.server);
    let cookies = Cookies::of(context, &server.tenant_id, &server.id);
    let Some(cookie) = cookies.session(flow.request) else { return Ok(None) };
    let session = session::find_by_cookie(&context.store, &server.tenant_id, &server.id, &cookie).await?;
    let methods = authentication::of_server(&context.store, &server.tenant_id, &server.id).await?;
    Ok(session.filter(|session| authentication::still_signs_in(&methods, &session.authentication)))
}

/// Is it the user of `id_token_hint`, and of the `sub` that `claims` may ask for (OpenID Connect Core §5.5.1)?
async fn is_expected(flow: &Flow<'_>, subject: &str) -> DomainResult<bool> {
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
fn reaches_class(flow: &Flow<'_>, acr: Option<&str>) -> bool {
    let claims = flow.authorization.claims.as_ref();
    let request = claims.and_then(|claims| claims.id_token.get("acr")).and_then(Option::as_ref);
    request.filter(|request| request.essential).is_none_or(|request| match acr {
        Some(acr) => request.accepts(&Value::from(acr)),
        None => request.value.is_none() && request.values.is_none(),
    })
}

/// Somebody is signed in. Asks for consent where it is missing, else answers.
///
/// # Errors
/// [`PageError::expired`] when the login request was answered before; without database.
pub async fn proceed(
    flow: &Flow<'_>,
    signed_in: SignedIn,
    login_request: Option<&LoginRequest>,
) -> Result<Answer, PageError> {
    let authentication = &signed_in.authentication;
    if !is_expected(flow, &authentication.subject).await? {
        return deny(flow, login_request, "login_required", "another user signed in").await;
    }
    if !reaches_class(flow, authentication.acr.as_deref()) {
        // OpenID Connect Core Unmet Authentication Requirements 1.0 §2.
        let error = "unmet_authentication_requirements";
        return deny(flow, login_request, error, "the sign-in did not reach the class that is essential").await;
    }
    if !passes(flow, authentication, flow.server.user_policy_id.as_deref()).await? {
        return deny(flow, login_request, "access_denied", "a policy of this server refuses the user").await;
    }
    let offer = offer(flow, authentication).await?;
    if flow.authorization.response_type.id_token && !offer.scopes.iter().any(|scope| scope == "openid") {
        return deny(flow, login_request, "access_denied", "a policy refuses the scope openid").await;
    }
    if let Some(login_request) = login_request
        && flow.authorization.device.is_none()
        && let Some(chosen) = login_request.progress.granted_for(&authentication.subject)
    {
        // Another page has asked for consent (ACP behaviour §9). It knows nothing of devices, and shows no code to compare.
        let granted: Vec<String> =
            offer.all().filter(|name| *name == "openid" || chosen.contains(name)).cloned().collect();
        let language = Some(flow.language.tag());
        return grant(flow, &signed_in, Some(login_request), &offer, &granted, language).await;
    }
    if !needs_consent(flow, &offer, &authentication.subject).await? {
        let granted: Vec<String> = offer.all().cloned().collect();
        // What trusted clients get is shown among what the user gave, too (ACP behaviour §9).
        let asked_in = flow.client.client.trusted.then_some("");
        return grant(flow, &signed_in, login_request, &offer, &granted, asked_in).await;
    }
    if flow.authorization.prompt.contains(&Prompt::None) {
        return Ok(flow.target().error("consent_required", "the user must consent"));
    }
    match login_request {
        Some(login_request) => Ok(to(flow, "consent", &login_request.id)),
        None => {
            let (login_request, browser) = wait(flow, Some(signed_in)).await?;
            Ok(to_page(flow, "consent", &login_request.id, &browser))
        }
    }
}

/// What the user may be asked for: scopes whose policies they don't pass aren't offered (ACP behaviour §6).
///
/// # Errors
/// Without database.
pub async fn offer(flow: &Flow<'_>, authentication: &session::Authentication) -> DomainResult<Offer> {
    let (context, server) = (flow.context(), &flow.server);
    let of_claims: Vec<String> = match &flow.authorization.claims {
        Some(claims) => {
            let defined =
                claim::list_of_server(&context.store, Freshness::Notified, &server.tenant_id, &server.id).await?;
            let is_allowed = |name: &String| flow.client.scopes.iter().any(|allowed| allowed.name == *name);
            claims.scopes(&defined).into_iter().filter(is_allowed).collect()
        }
        None => Vec::new(),
    };
    let names: Vec<&str> = flow.authorization.scopes.iter().chain(&of_claims).map(String::as_str).collect();
    let known = scope::of_server_by_name(&context.store, &server.tenant_id, &server.id, &names).await?;
    let mut offer = Offer { scopes: Vec::new(), of_claims: Vec::new() };
    for (asked, offered) in [(&flow.authorization.scopes, &mut offer.scopes), (&of_claims, &mut offer.of_claims)] {
        for name in asked {
            let ids: Vec<&str> = flow.client.scopes.iter().filter(|a| a.name == *name).map(|a| a.id.as_str()).collect();
            let rows = known
                .get(name.as_str())
                .into_iter()
                .flat_map(|rows| rows.iter())
                .filter(|scope| ids.contains(&scope.id.as_str()));
            let mut passed = true;
            for scope in rows {
                passed &= passes(flow, authentication, scope.user_policy_id.as_deref()).await?;
            }
            if passed {
                offered.push(name.clone());
            }
        }
    }
    Ok(offer)
}

async fn passes(
    flow: &Flow<'_>,
    authentication: &session::Authentication,
    policy_id: Option<&str>,
) -> DomainResult<bool> {
    if policy_id.is_none() {
        return Ok(true);
    }
    let server = &flow.server;
    let store = &flow.context().store;
    // A session may be older than what is known of its user.
    let known = authentication_context::known_now(store, &server.tenant_id, &server.id, authentication).await?;
    let facts = Facts::new(&known).with_headers(flow.request.headers());
    Ok(policy::check(store, &server.tenant_id, policy_id, facts).await?.authorized)
}

/// `trusted` clients ask nobody (ACP behaviour §2); others until everything was agreed to before. A request without any scope is asked for each time.
///
/// A device is confirmed always: nothing else tells its user's own apart from that of somebody who sent them a code (RFC 8628 §5.4).
async fn needs_consent(flow: &Flow<'_>, offer: &Offer, subject: &str) -> DomainResult<bool> {
    if flow.authorization.device.is_some() {
        return Ok(true);
    }
    if flow.client.client.trusted {
        return Ok(false);
    }
    if flow.authorization.prompt.contains(&Prompt::Consent) || offer.all().next().is_none() {
        return Ok(true);
    }
    // RFC 8252 §8.6: any program on the user's machine can say that it is this application.
    if is_public(&flow.client.client) && redirect_uri::is_native(&flow.authorization.redirect_uri) {
        return Ok(true);
    }
    let (server, client) = (&flow.server, &flow.client.client);
    let given = scope_grant::names(&flow.context().store, &server.tenant_id, &server.id, subject, &client.id).await?;
    Ok(!offer.all().all(|name| given.contains(name)))
}

/// The user agreed to `granted` of what was offered, or needn't be asked. Makes the grant and answers.
///
/// # Errors
/// [`PageError::expired`] when the login request was answered before, or the session has ended; without database.
pub async fn grant(
    flow: &Flow<'_>,
    signed_in: &SignedIn,
    login_request: Option<&LoginRequest>,
    offer: &Offer,
    granted: &[String],
    asked_in: Option<&'static str>,
) -> Result<Answer, PageError> {
    let (context, server, asked) = (flow.context(), &flow.server, &flow.authorization);
    let client = &flow.client.client;
    let scopes: Vec<String> = offer.scopes.iter().filter(|name| granted.contains(name)).cloned().collect();
    let names: Vec<&str> = scopes.iter().map(String::as_str).collect();
    let target = match audience::resolve(context, server, &flow.client, Whose::User, &asked.resources, &names).await {
        Ok(target) => target,
        Err(error) => {
            return match super::check::oauth_error(flow, error) {
                super::check::Refused::Client(_) if asked.device.is_some() => {
                    deny(flow, login_request, "access_denied", "the client may not have any more what it asked for")
                        .await
                }
                super::check::Refused::Client(answer) => Ok(*answer),
                super::check::Refused::User(error) => Err(error),
            };
        }
    };
    let claims = consented_claims(flow, granted).await?;
    let details = Details {
        authentication: signed_in.authentication.clone(),
        sub: subject::of(context, client, &signed_in.authentication.subject).await?,
        redirect_uri: asked.redirect_uri_given.then(|| asked.redirect_uri.clone()),
        nonce: asked.nonce.clone(),
        code_challenge: asked.code_challenge.clone(),
        claims,
        resources: asked.resources.clone(),
        ..Details::default()
    };
    let remembered = asked_in.map(|language| Remembered { language, scopes: granted.to_vec() });
    let offline = scopes.iter().any(|scope| scope == "offline_access");
    let profile = Profile::of(server);
    let refreshable = offline && profile.offers(server, refresh_token::NAME);
    let new = NewGrant {
        server_id: &server.id,
        client_id: &client.id,
        session_id: signed_in.session_id.as_deref(),
        scopes,
        details,
        code_lifetime: asked.response_type.code.then(|| profile.code_lifetime(server)),
        refreshable,
        // A device gets it with its first answer, and no code before.
        first_refresh_token: asked.device.is_some(),
        needed_for: needed_for(flow, refreshable),
        login_request: login_request.map(|login_request| login_request.id.as_str()),
        device_authorization: asked.device.as_deref(),
        remembered,
    };
    let issued = authorization_grant::issue(&context.store, &server.tenant_id, new).await?;
    answer(flow, &issued.grant, issued.code.as_deref(), &target).await
}

/// Seconds that a grant is needed, besides the life of its code. What becomes of it when a code is redeemed is decided then; a device redeems no code.
fn needed_for(flow: &Flow<'_>, refreshable: bool) -> i64 {
    match flow.authorization.device {
        None => user_tokens::needed_for(flow.context(), &flow.server, false),
        Some(_) => device_authorization::LIFETIME + user_tokens::needed_for(flow.context(), &flow.server, refreshable),
    }
}

async fn consented_claims(flow: &Flow<'_>, granted: &[String]) -> DomainResult<Option<Value>> {
    let Some(claims) = &flow.authorization.claims else { return Ok(None) };
    let (store, server) = (&flow.context().store, &flow.server);
    let defined = claim::list_of_server(store, Freshness::Notified, &server.tenant_id, &server.id).await?;
    let claims: ClaimsRequest = claims.clone().consented(&defined, granted);
    serde_json::to_value(claims).map(Some).map_err(DomainError::internal)
}

/// Everything that the response type asks for (OpenID Connect Core §3.3.2.5).
async fn answer(
    flow: &Flow<'_>,
    grant: &AuthorizationGrant,
    code: Option<&str>,
    target: &audience::Target<'_>,
) -> Result<Answer, PageError> {
    let asked = &flow.authorization;
    let mut parameters: Vec<(&str, &str)> = Vec::with_capacity(6);
    parameters.extend(code.map(|code| ("code", code)));
    if !asked.response_type.is_front_channel() {
        return Ok(flow.target().success(&parameters));
    }
    let (context, server) = (flow.context(), &flow.server);
    let signer = &key_ring::signer(context, server).await?;
    let issue = Issue { context, server, client: &flow.client.client, grant, signer };
    let access_token = if asked.response_type.token {
        let token = issue.access_token(flow.request.id(), target).await;
        Some(token.map_err(|error| match error {
            NoToken::TooLong => PageError::bad_request("invalid_request", NoToken::TooLong.to_string()),
            NoToken::Failed(error) => error.into(),
        })?)
    } else {
        None
    };
    let expires_in = crate::tokens::access_token::bounded(context, target.lifetime).to_string();
    let scope = target.scopes.join(" ");
    if let Some(access_token) = &access_token {
        // RFC 6749 §4.2.2.
        parameters.extend([
            ("access_token", access_token.as_str()),
            ("token_type", "Bearer"),
            ("expires_in", &expires_in),
            ("scope", &scope),
        ]);
    }
    let id_token = if asked.response_type.id_token {
        let along = Along {
            nonce: asked.nonce.as_deref(),
            access_token: access_token.as_deref(),
            code,
            state: asked.state.as_deref(),
        };
        let alone = !asked.response_type.token && !asked.response_type.code;
        let claims_for = if alone { ClaimsFor::IdTokenAlone } else { ClaimsFor::FrontChannel };
        Some(issue.id_token(&along, claims_for).await?)
    } else {
        None
    };
    parameters.extend(id_token.as_deref().map(|id_token| ("id_token", id_token)));
    Ok(flow.target().success(&parameters))
}

/// Ends the request with an error for the client.
///
/// # Errors
/// Without database.
pub async fn deny(
    flow: &Flow<'_>,
    login_request: Option<&LoginRequest>,
    error: &str,
    description: &str,
) -> Result<Answer, PageError> {
    if let Some(login_request) = login_request
        && !login_request::end(&flow.context().store, login_request).await?
    {
        return Err(PageError::expired());
    }
    if let Some(device) = &flow.authorization.device
        && !device_authorization::deny(&flow.context().store, &flow.server.tenant_id, device).await?
    {
        return Err(PageError::expired());
    }
    Ok(flow.target().error(error, description))
}

/// Keeps the request until the user has done what is missing, bound to the browser's cookie, which it may get now.
async fn wait(flow: &Flow<'_>, signed_in: Option<SignedIn>) -> DomainResult<(LoginRequest, String)> {
    let (context, server) = (flow.context(), &flow.server);
    let cookies = Cookies::of(context, &server.tenant_id, &server.id);
    let browser = cookies.browser(flow.request).map_or_else(|| cookies::new_browser(context), Ok)?;
    let new = NewLoginRequest {
        server_id: &server.id,
        client_id: &flow.client.client.id,
        browser: &browser,
        request: serde_json::to_value(&flow.authorization).map_err(DomainError::internal)?,
        signed_in,
    };
    Ok((login_request::create(&context.store, &server.tenant_id, new).await?, browser))
}

fn to_page(flow: &Flow<'_>, page: &str, login_id: &str, browser: &str) -> Answer {
    let server = &flow.server;
    let cookies = Cookies::of(flow.context(), &server.tenant_id, &server.id);
    to(flow, page, login_id).with(SET_COOKIE, cookies.set_browser(browser))
}

fn to(flow: &Flow<'_>, page: &str, login_id: &str) -> Answer {
    let status = if flow.after_post { StatusCode::SEE_OTHER } else { StatusCode::FOUND };
    see(status, format!("{}/{page}?login_id={login_id}", flow.issuer))
}

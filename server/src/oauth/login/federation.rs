//! Users who sign in at another OpenID provider: OpenID Connect in general, Microsoft Entra ID (Azure), Amazon Cognito.
//!
//! | step | file |
//! |---|---|
//! | who the provider is, as data | [`provider`] |
//! | what it says of itself | [`discovery`] |
//! | send the user there, exchange the code | [`exchange`] |
//! | believe its ID token | [`id_token`] |
//! | ask it more | [`userinfo`], [`graph`] |
//! | what is then known of the user | [`identity`] |
//!
//! The answer counts once, in the browser that was sent there, for the method that sent it, while that method is enabled (CVE-2025-46815, CVE-2025-64717). What it
//! is checked against (state, nonce, PKCE verifier, issuer) is sealed in the row of the login request.

pub mod discovery;
pub mod exchange;
pub mod graph;
pub mod id_token;
pub mod identity;
pub mod provider;
pub mod userinfo;

use authplane_domain::sign_in::authentication::{self, Method};
use authplane_domain::sign_in::login_request;
use authplane_domain::sign_in::trail::Refusal;
use authplane_domain::{Error as DomainError, identifier};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use exchange::Registration;
use id_token::Expected;
use identity::Told;
use provider::{Provider, ProviderError};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use url::Url;

use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, FormFields, Path, Request, Surface, json};
use crate::oauth::authorize::parameters::Prompt;
use crate::oauth::authorize::response::redirect;
use crate::oauth::authorize::waiting;
use crate::oauth::browser::page_error::PageError;
use crate::oauth::login::{Login, MethodPath, succeed};
use crate::outgoing::provider_metadata::ProviderMetadata;

/// Seconds that the provider's clock may differ from ours.
pub(crate) const LEEWAY: i64 = 60;
/// The longest error code of a provider that is written to the log, in bytes.
const LONGEST_CODE: usize = 64;

/// What an answer of the provider is checked against. Sealed while the user is there.
#[derive(Debug, Serialize, Deserialize)]
struct Awaited {
    /// The method that the user was sent there by.
    method: String,
    /// The provider that it led to at that time,
    issuer: String,
    /// as which client,
    client_id: String,
    /// and how back.
    redirect_uri: String,
    /// `{login_id}.{random}`.
    state: String,
    nonce: String,
    /// RFC 7636 §4.1.
    verifier: String,
    /// Seconds since the epoch.
    begun: i64,
}

impl Awaited {
    fn has_state(&self, presented: &str) -> bool {
        verify_slices_are_equal(self.state.as_bytes(), presented.as_bytes()).is_ok()
    }
}

/// Sends the user to the provider (OpenID Connect Core §3.1.2.1).
///
/// # Errors
/// [`PageError::identity_provider`] when the provider can't be found; [`PageError::expired`] when the login request is gone; without database.
pub(super) async fn begin(login: &Login<'_>, method: &Method) -> Result<Answer, PageError> {
    let provider = Provider::of(&method.kind).ok_or_else(PageError::not_found)?;
    let (flow, context) = (&login.flow, login.flow.context());
    let metadata = discovery::of(context, &provider).await?;
    let environment = context.store.environment();
    let awaited = Awaited {
        method: method.id.clone(),
        issuer: metadata.issuer.clone(),
        client_id: provider.client.client_id.clone(),
        redirect_uri: match &provider.client.redirect_url {
            Some(registered) => registered.clone(),
            None => callback(&flow.issuer, &method.id)?,
        },
        state: format!("{}.{}", login.login_request.id, identifier::secret(environment)?),
        nonce: identifier::secret(environment)?,
        verifier: identifier::secret(environment)?,
        begun: context.now().timestamp(),
    };
    let remembered = serde_json::to_value(&awaited).map_err(DomainError::internal)?;
    login_request::remember_upstream(&context.store, &login.login_request, &remembered).await?;
    let registration =
        Registration { metadata: &metadata, client_id: &awaited.client_id, redirect_uri: &awaited.redirect_uri };
    let url = registration.authorization_url(
        &provider.scopes(),
        &awaited.state,
        &awaited.nonce,
        &awaited.verifier,
        &wishes(login),
    )?;
    Ok(redirect(flow.request, url.into()))
}

/// Where users of a method come back to, as it is registered at the provider. An id may have characters that are escaped in a URL.
fn callback(issuer: &str, method: &str) -> Result<String, ProviderError> {
    let url = Url::parse(&format!("{issuer}/login/{method}/callback"));
    url.map(String::from).map_err(|_| ProviderError::new("the usual redirect URI is not a URL"))
}

/// What of the client's request is for whoever signs the user in.
fn wishes(login: &Login<'_>) -> Vec<(&'static str, String)> {
    let asked = &login.flow.authorization;
    let mut wishes = Vec::new();
    // Somebody signed in already for this very request: the user wants to be somebody else, and the provider's session would only repeat itself.
    let anew = login.login_request.progress.by().is_some();
    // One value, as not every provider takes several.
    if must_be_fresh(login) || anew {
        wishes.push(("prompt", "login".to_owned()));
    } else if asked.prompt.contains(&Prompt::SelectAccount) {
        wishes.push(("prompt", "select_account".to_owned()));
    }
    wishes.extend(asked.max_age.map(|seconds| ("max_age", seconds.to_string())));
    wishes.extend(asked.login_hint.clone().map(|hint| ("login_hint", hint)));
    wishes.extend(asked.ui_locales.clone().map(|locales| ("ui_locales", locales)));
    if !asked.acr_values.is_empty() {
        wishes.push(("acr_values", asked.acr_values.join(" ")));
    }
    wishes
}

/// Must the user really sign in, and not only be known to the provider?
fn must_be_fresh(login: &Login<'_>) -> bool {
    let asked = &login.flow.authorization;
    asked.prompt.contains(&Prompt::Login) || asked.max_age.is_some()
}

/// Come back from the identity provider
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/login/{method}/callback", unpublished = true }]
async fn finish_federated_login(request: Request<Context>, path: Path<MethodPath>) -> Result<Answer, PageError> {
    let query = request.uri().query().unwrap_or_default().to_owned();
    let fields = FormFields::parse(query.as_bytes())?;
    let state = fields.single("state")?.unwrap_or_default();
    let login_id = state.split_once('.').map_or("", |(login_id, _)| login_id);
    let login = Login::of(&request, path.0.server(), login_id).await?;
    finish(&login, &path.0.method, state, &fields).await.map_err(|error| login.flow.page(error))
}

async fn finish(login: &Login<'_>, method: &str, state: &str, fields: &FormFields<'_>) -> Result<Answer, PageError> {
    let (flow, context) = (&login.flow, login.flow.context());
    // Taken before anything else is looked at: whatever comes of this answer, there is no second one.
    let awaited = login_request::take_upstream(&context.store, &login.login_request).await?;
    let awaited = awaited.ok_or_else(PageError::expired)?;
    let awaited = Awaited::deserialize(awaited).map_err(DomainError::internal)?;
    if !awaited.has_state(state) || awaited.method != method {
        return Err(PageError::expired());
    }
    let method = login.method(method)?;
    let provider = Provider::of(&method.kind).ok_or_else(PageError::not_found)?;
    let metadata = discovery::of(context, &provider).await?;
    if metadata.issuer != awaited.issuer || provider.client.client_id != awaited.client_id {
        // It leads somewhere else by now.
        return Err(PageError::expired());
    }
    check_sender(&metadata, fields.single("iss")?)?;
    if let Some(error) = fields.single("error")? {
        return failed(login, &method.id, error).await;
    }
    let code = fields.single("code")?.ok_or_else(|| ProviderError::new("its answer has no code"))?;
    let told = ask(login, method, &provider, &metadata, &awaited, code).await?;
    if !is_fresh(login, &awaited, told.auth_time()) {
        let description = "the identity provider did not authenticate the user again";
        return waiting::deny(flow, "login_required", description).await;
    }
    let authentication = told.authentication(method, &metadata.issuer, context.now().timestamp())?;
    succeed(login, method, authentication).await
}

/// The provider answers with an error (RFC 6749 §4.1.2.1). That the user doesn't want to is the client's to know; anything else is between the two servers.
async fn failed(login: &Login<'_>, method: &str, error: &str) -> Result<Answer, PageError> {
    if error == "access_denied" {
        let description = "the user did not sign in";
        return waiting::refuse(&login.flow, Refusal::SignIn(method), error, description).await;
    }
    Err(ProviderError::new(format!("it answers with the error {}", shown(error))).into())
}

/// RFC 9207 §2.4: the answer must come from whom the user was sent to, as far as that can be told (mix-up).
fn check_sender(metadata: &ProviderMetadata, issuer: Option<&str>) -> Result<(), ProviderError> {
    match issuer {
        Some(issuer) if issuer != metadata.issuer => {
            Err(ProviderError::new("the answer is another issuer's (RFC 9207)"))
        }
        None if metadata.announces_issuer() => Err(ProviderError::new("the answer lacks the issuer (RFC 9207)")),
        _ => Ok(()),
    }
}

/// Everything that the provider tells of the user whom the code is for.
async fn ask(
    login: &Login<'_>,
    method: &Method,
    provider: &Provider<'_>,
    metadata: &ProviderMetadata,
    awaited: &Awaited,
    code: &str,
) -> Result<Told, PageError> {
    let (context, server) = (login.flow.context(), &login.flow.server);
    let secret = authentication::open_client_secret(&context.store, server.key(), method)?;
    let registration = Registration { metadata, client_id: &awaited.client_id, redirect_uri: &awaited.redirect_uri };
    let tokens = registration.exchange(&context.outgoing, secret, code, &awaited.verifier).await?;
    let expected = Expected {
        tenant: &server.tenant_id,
        issuer: &metadata.issuer,
        jwks_uri: metadata.jwks_uri.as_str(),
        client_id: &awaited.client_id,
        nonce: &awaited.nonce,
        access_token: &tokens.access_token,
    };
    let id_token = id_token::verify(context, &tokens.id_token, &expected).await?;
    let mut told = Told::new(id_token, &tokens.access_token)?;
    if provider.userinfo {
        let endpoint = metadata.userinfo_endpoint.as_ref();
        let endpoint = endpoint.ok_or_else(|| ProviderError::new("it has no userinfo endpoint"))?;
        told.add_userinfo(userinfo::read(&context.outgoing, endpoint, &tokens.access_token).await?)?;
    }
    if let Some(graph) = &provider.graph {
        told.add_directory(graph::read(&context.outgoing, graph, &tokens.access_token).await?)?;
    }
    Ok(told)
}

/// OpenID Connect Core §3.1.2.1: with `prompt=login`, the provider that says when it authenticated the user must have done so since. One that doesn't say was asked
/// to, too. (`max_age` counts for every method: see [`succeed`].)
fn is_fresh(login: &Login<'_>, awaited: &Awaited, auth_time: Option<i64>) -> bool {
    let Some(auth_time) = auth_time else { return true };
    !login.flow.authorization.prompt.contains(&Prompt::Login) || auth_time >= awaited.begun - LEEWAY
}

/// An error code (RFC 6749 §4.1.2.1) for the log, where it is one.
fn shown(code: &str) -> &str {
    let is_code = code.len() <= LONGEST_CODE && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_code { code } else { "(unreadable)" }
}

/// A JSON object of an answer.
fn object(bytes: &[u8], what: &str) -> Result<Map<String, Value>, ProviderError> {
    json::read(bytes).map_err(|_| ProviderError::new(format!("{what} can't be read")))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(finish_federated_login);
}

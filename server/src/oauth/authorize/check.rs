//! Checks an authorization request against its client and its server.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::scope;
use authplane_domain::clients::client::{self, ClientCredentials};
use authplane_domain::clients::redirect_uri;

use crate::context::Context;
use crate::edge::{Answer, FormFields, Request};
use crate::oauth::authorize::parameters::{AuthorizationRequest, Parameters, ResponseType, Unacceptable};
use crate::oauth::authorize::response::ResponseMode;
use crate::oauth::authorize::{Flow, language_of, request_object};
use crate::oauth::browser::id_token_hint;
use crate::oauth::browser::page_error::PageError;
use crate::oauth::error::OAuthError;
use crate::oauth::grants::{authorization_code, refresh_token};
use crate::oauth::issue::audience::{self, Whose};
use crate::oauth::issue::profile::Profile;

/// Why a request goes no further.
pub enum Refused {
    /// Nobody can be sent back: the user is told.
    User(PageError),
    /// The client is told.
    Client(Box<Answer>),
}

impl From<PageError> for Refused {
    fn from(error: PageError) -> Self {
        Self::User(error)
    }
}

impl From<authplane_domain::Error> for Refused {
    fn from(error: authplane_domain::Error) -> Self {
        Self::User(error.into())
    }
}

/// What is wrong with the way back is shown to the user, in the words of RFC 6749.
fn shown(unacceptable: Unacceptable) -> PageError {
    PageError::bad_request(unacceptable.error, unacceptable.description)
}

/// Reads a request and checks all of it.
///
/// # Errors
/// [`Refused`].
pub async fn check<'a>(
    request: &'a Request<Context>,
    server: Arc<AuthorizationServer>,
    fields: &FormFields<'_>,
) -> Result<Flow<'a>, Refused> {
    let context = request.context();
    let mut parameters = Parameters::of(fields);
    let client = client_of(context, &server, &parameters).await?;
    let mut flow = Flow {
        request,
        issuer: context.origin().issuer(&server.tenant_id, &server.id),
        language: language_of(request, None),
        after_post: request.method() == http::Method::POST,
        authorization: AuthorizationRequest { client_id: client.client.id.clone(), ..AuthorizationRequest::default() },
        server,
        client,
    };
    if request_object::is_there(&parameters) {
        let object = request_object::read(context, &flow.server, &flow.client, &parameters).await;
        match object {
            Ok(object) => parameters.put_over(object),
            Err(error) => {
                // The client can be told, if the parameters outside of the object say where it is.
                find_way_back(&mut flow, &parameters)?;
                flow.authorization.state = parameters.single("state").ok().flatten();
                return Err(refuse(&flow, &error));
            }
        }
    }
    find_way_back(&mut flow, &parameters)?;
    let mut filled = flow.authorization.clone();
    let outcome = parameters.fill(&mut filled);
    // State first: also a refusal has to carry it.
    filled.state = filled.state.or_else(|| parameters.single("state").ok().flatten());
    flow.authorization = filled;
    outcome.map_err(|error| refuse(&flow, &error))?;
    flow.language = language_of(request, flow.authorization.ui_locales.as_deref());
    check_response_type(&flow, &parameters).map_err(|error| refuse(&flow, &error))?;
    check_protection(&flow).map_err(|error| refuse(&flow, &error))?;
    flow.authorization.scopes = scopes(&flow).await?.map_err(|error| refuse(&flow, &error))?;
    check_resources(&flow).await?;
    if let Some(hint) = parameters.single("id_token_hint").map_err(|error| refuse(&flow, &error))? {
        let hint = id_token_hint::read(context, &flow.server, &hint).await?;
        let hint = hint.filter(|hint| hint.aud.contains(&flow.client.client.id));
        let unacceptable = || Unacceptable::new("id_token_hint is no ID token of this client's");
        flow.authorization.expected_sub = Some(hint.ok_or_else(|| refuse(&flow, &unacceptable()))?.sub);
    }
    let metadata = &flow.client.client.metadata;
    flow.authorization.max_age = flow.authorization.max_age.or(metadata.default_max_age);
    // OpenID Connect Dynamic Client Registration §2: whatever the request itself says of `acr` goes before.
    let asks_for_class = flow.authorization.claims.as_ref().is_some_and(|claims| claims.id_token.contains_key("acr"));
    if flow.authorization.acr_values.is_empty() && !asks_for_class {
        flow.authorization.acr_values.clone_from(&metadata.default_acr_values);
    }
    Ok(flow)
}

fn refuse(flow: &Flow<'_>, unacceptable: &Unacceptable) -> Refused {
    Refused::Client(Box::new(flow.target().error(unacceptable.error, &unacceptable.description)))
}

async fn client_of(
    context: &Context,
    server: &AuthorizationServer,
    parameters: &Parameters,
) -> Result<Arc<ClientCredentials>, Refused> {
    let id = parameters.single("client_id").map_err(shown)?;
    let id = id.ok_or_else(|| PageError::bad_request("invalid_request", "client_id is required"))?;
    let found = client::credentials(&context.store, &server.tenant_id, Some(&server.id), &id).await?;
    Ok(found.ok_or_else(|| PageError::bad_request("invalid_client", "there is no client with this client_id"))?)
}

/// Redirect URI, response type and response mode: where and how the client is told whatever else there is to tell.
fn find_way_back(flow: &mut Flow<'_>, parameters: &Parameters) -> Result<(), Refused> {
    let registered = &flow.client.client.redirect_uris;
    let asked = parameters.single("redirect_uri").map_err(shown)?;
    flow.authorization.redirect_uri_given = asked.is_some();
    flow.authorization.redirect_uri = match asked {
        Some(uri) if redirect_uri::matches(registered, &uri) => uri,
        Some(_) => {
            let message = "redirect_uri is not one that the client is registered with";
            return Err(PageError::bad_request("invalid_request", message).into());
        }
        // RFC 6749 §3.1.2.3, where OpenID Connect Core §3.1.2.1 doesn't require it.
        None => match &**registered {
            [only] if !asks_for_openid(parameters) => only.clone(),
            _ => return Err(PageError::bad_request("invalid_request", "redirect_uri is required").into()),
        },
    };
    let response_type = parameters.single("response_type").ok().flatten();
    let response_type = response_type.and_then(|text| ResponseType::parse(&text));
    flow.authorization.response_type = response_type.unwrap_or_default();
    // OAuth 2.0 Multiple Response Types §3 and §5: what holds a token goes in the fragment.
    let usual =
        if flow.authorization.response_type.is_front_channel() { ResponseMode::Fragment } else { ResponseMode::Query };
    flow.authorization.response_mode = usual;
    let Ok(Some(mode)) = parameters.single("response_mode") else { return Ok(()) };
    flow.authorization.response_mode = match ResponseMode::parse(&mode) {
        Some(ResponseMode::Query) | None => usual,
        Some(mode) => mode,
    };
    Ok(())
}

fn asks_for_openid(parameters: &Parameters) -> bool {
    let scope = parameters.single("scope").ok().flatten().unwrap_or_default();
    scope.split_ascii_whitespace().any(|scope| scope == "openid")
}

/// Server, client and profile must all know the response type.
fn check_response_type(flow: &Flow<'_>, parameters: &Parameters) -> Result<(), Unacceptable> {
    let Some(text) = parameters.single("response_type")? else {
        return Err(Unacceptable::new("response_type is required"));
    };
    let unsupported = || {
        let message = "this authorization server does not offer this response_type";
        Unacceptable::with("unsupported_response_type", message)
    };
    let response_type = ResponseType::parse(&text).ok_or_else(unsupported)?;
    match parameters.single("response_mode")?.as_deref().map(ResponseMode::parse) {
        Some(None) => return Err(Unacceptable::new("response_mode is none of query, fragment, form_post")),
        Some(Some(ResponseMode::Query)) if response_type.is_front_channel() => {
            return Err(Unacceptable::new("a response with tokens can't be carried in the query"));
        }
        _ => {}
    }
    let profile = Profile::of(&flow.server);
    let client = &flow.client.client;
    let grants = [(response_type.code, authorization_code::NAME), (response_type.is_front_channel(), "implicit")];
    for grant in grants.into_iter().filter_map(|(needed, grant)| needed.then_some(grant)) {
        if !profile.offers(&flow.server, grant) {
            return Err(unsupported());
        }
        if !client.grant_types.has(grant) {
            let message = format!("this client is not registered for {grant}");
            return Err(Unacceptable::with("unauthorized_client", message));
        }
    }
    if response_type.words().any(|word| !client.response_types.has(word)) {
        let message = "this client is not registered for this response_type";
        return Err(Unacceptable::with("unauthorized_client", message));
    }
    Ok(())
}

/// What protects the answer on its way: nonce and proof key.
fn check_protection(flow: &Flow<'_>) -> Result<(), Unacceptable> {
    let asked = &flow.authorization;
    if asked.response_type.id_token {
        if !asked.scopes.iter().any(|scope| scope == "openid") {
            return Err(Unacceptable::with("invalid_scope", "an ID token needs the scope openid"));
        }
        // OpenID Connect Core §3.2.2.1, §3.3.2.11.
        if asked.nonce.is_none() {
            return Err(Unacceptable::new("nonce is required with an ID token"));
        }
    }
    let needs_proof_key = Profile::of(&flow.server).needs_proof_key(&flow.server, &flow.client.client);
    if asked.response_type.code && asked.code_challenge.is_none() && needs_proof_key {
        return Err(Unacceptable::new("code_challenge is required"));
    }
    Ok(())
}

/// The scopes that can be granted. Those that nobody knows are passed over (OpenID Connect Core §3.1.2.1), as is `offline_access` where it can't come to
/// anything (§11 there); those that the client wasn't given are an error.
async fn scopes(flow: &Flow<'_>) -> Result<Result<Vec<String>, Unacceptable>, authplane_domain::Error> {
    let (server, client) = (&flow.server, &flow.client);
    let names: Vec<&str> = flow.authorization.scopes.iter().map(String::as_str).collect();
    let known = scope::of_server_by_name(&flow.context().store, &server.tenant_id, &server.id, &names).await?;
    let refreshable = flow.authorization.response_type.code
        && Profile::of(server).offers(server, refresh_token::NAME)
        && client.client.grant_types.has(refresh_token::NAME);
    let mut scopes = Vec::with_capacity(flow.authorization.scopes.len());
    for name in &flow.authorization.scopes {
        if !known.contains_key(name.as_str()) || (name == "offline_access" && !refreshable) {
            continue;
        }
        if !client.scopes.iter().any(|allowed| allowed.name == *name) {
            let message = "a requested scope is not allowed for this client";
            return Ok(Err(Unacceptable::with("invalid_scope", message)));
        }
        scopes.push(name.clone());
    }
    if flow.authorization.response_type.id_token && !scopes.iter().any(|scope| scope == "openid") {
        return Ok(Err(Unacceptable::with("invalid_scope", "an ID token needs the scope openid")));
    }
    Ok(Ok(scopes))
}

/// Whatever tokens are to be for must be there (RFC 8707 §2.1).
async fn check_resources(flow: &Flow<'_>) -> Result<(), Refused> {
    let asked = &flow.authorization;
    let scopes: Vec<&str> = asked.scopes.iter().map(String::as_str).collect();
    let context = flow.context();
    let resolved = audience::resolve(context, &flow.server, &flow.client, Whose::User, &asked.resources, &scopes).await;
    resolved.map(drop).map_err(|error| oauth_error(flow, error))
}

/// An error of the token endpoint's phases, told here.
pub(super) fn oauth_error(flow: &Flow<'_>, error: OAuthError) -> Refused {
    match error.error.as_str() {
        "invalid_target" | "invalid_scope" | "invalid_request" => {
            let description = error.error_description.unwrap_or_default();
            Refused::Client(Box::new(flow.target().error(&error.error, &description)))
        }
        "temporarily_unavailable" => Refused::User(crate::edge::Rejection::Unavailable.into()),
        _ => Refused::User(crate::edge::Rejection::Internal.into()),
    }
}

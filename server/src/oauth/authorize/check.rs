//! Checks an authorization request against its client and its server.

use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::scope;
use authplane_domain::clients::client::{self, ClientCredentials};

use crate::context::Context;
use crate::edge::{Answer, FormFields, Rejection, Request};
use crate::oauth::authorize::parameters::{AuthorizationRequest, Parameters, ResponseType, Unacceptable};
use crate::oauth::authorize::response::{AuthorizationResponse, ResponseMode};
use crate::oauth::authorize::way_back::WayBack;
use crate::oauth::authorize::{Flow, frame, language_of, request_object, server_of};
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

/// What is wrong with a request whose client can be told, for whom to hear.
pub(super) enum Refusal {
    /// The client.
    Client(Unacceptable),
    /// The user: it isn't the client's fault.
    User(PageError),
}

impl From<Unacceptable> for Refusal {
    fn from(unacceptable: Unacceptable) -> Self {
        Self::Client(unacceptable)
    }
}

impl From<DomainError> for Refusal {
    fn from(error: DomainError) -> Self {
        Self::User(error.into())
    }
}

/// An error of the token endpoint's phases, told here.
impl From<OAuthError> for Refusal {
    fn from(error: OAuthError) -> Self {
        let told = |code| Self::Client(Unacceptable::with(code, error.error_description.unwrap_or_default()));
        match error.error.as_str() {
            "invalid_target" => told("invalid_target"),
            "invalid_scope" => told("invalid_scope"),
            "invalid_request" => told("invalid_request"),
            "temporarily_unavailable" => Self::User(Rejection::unavailable(error.cause.unwrap_or_default()).into()),
            _ => Self::User(Rejection::Internal.into()),
        }
    }
}

/// Reads a request and checks all of it. First where the client is told what is wrong with it, then everything else.
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
    let mut client = client_of(context, &server, &parameters).await?;
    let mut server = server;
    let mut object = Ok(());
    if request_object::is_elsewhere(&parameters) {
        let taken = context.fetched.take(server.key(), request.client_address(), context.now().timestamp());
        taken.map_err(PageError::from)?;
    }
    if request_object::is_there(&parameters) {
        let mut read = request_object::read(context, &server, &client, &parameters).await;
        // The object, and the keys that it was signed with, may have taken a while to come: what counts is what server and client are now.
        let now = client_of(context, &server, &parameters).await?;
        if !request_object::is_taken_alike(&client, &now) {
            read = Err(request_object::invalid("the client was changed while its request object was read"));
        }
        (server, client) = (server_of(request, server.key()).await?, now);
        // The client can be told of an object that can't be taken, if the parameters outside of it say where it is.
        object = read.map(|object| parameters.put_over(object));
    }
    let (response_type, response_mode) = (parameters.response_type(), parameters.response_mode());
    let way_back = WayBack::of_request(
        &client.client,
        &parameters,
        response_type.as_ref().ok().copied(),
        response_mode.as_ref().ok().copied().flatten(),
    )?;
    let language = language_of(request, parameters.single("ui_locales").ok().flatten().as_deref());
    let issuer = context.origin().issuer(&server);
    let checked = async {
        object?;
        let asked = parameters.authorization(&client.client.id, &way_back, response_type)?;
        Unchecked { context, server: &server, client: &client, asked }.check(response_mode?, &parameters).await
    };
    match checked.await {
        Ok(authorization) => {
            Ok(Flow { request, server, client, authorization, way_back, issuer, language, waiting: None })
        }
        Err(Refusal::User(error)) => Err(Refused::User(error)),
        Err(Refusal::Client(unacceptable)) => {
            let frame = frame(&server, &client.client, language);
            let response = AuthorizationResponse { request, issuer: &issuer, way_back: &way_back, frame };
            // Nor does an administrator know those that developers made.
            let is_self_made = client.client.metadata.dynamically_registered || client.client.developer_id.is_some();
            let is_vouched_for = client.client.trusted || !is_self_made;
            let answer = if is_vouched_for || is_silent(&parameters) {
                response.refusal(&unacceptable)
            } else {
                response.refusal_on_page(&unacceptable)
            };
            Err(Refused::Client(Box::new(answer)))
        }
    }
}

/// Whether no page may be shown (OpenID Connect Core §3.1.2.1), which RFC 9700 §4.11.2 makes an exception of.
fn is_silent(parameters: &Parameters) -> bool {
    parameters.single("prompt").ok().flatten().is_some_and(|prompt| prompt == "none")
}

async fn client_of(
    context: &Context,
    server: &AuthorizationServer,
    parameters: &Parameters,
) -> Result<Arc<ClientCredentials>, PageError> {
    let id = parameters.single("client_id")?;
    let id = id.ok_or_else(|| PageError::bad_request("invalid_request", "client_id is required"))?;
    let found = client::credentials(&context.store, &server.tenant_id, Some(&server.id), &id).await?;
    found.ok_or_else(|| PageError::bad_request("invalid_client", "there is no client with this client_id"))
}

/// A request that is well-formed by itself, beside those whom it has to suit.
struct Unchecked<'a> {
    context: &'a Context,
    server: &'a AuthorizationServer,
    client: &'a ClientCredentials,
    asked: AuthorizationRequest,
}

impl Unchecked<'_> {
    async fn check(
        self,
        response_mode: Option<ResponseMode>,
        parameters: &Parameters,
    ) -> Result<AuthorizationRequest, Refusal> {
        self.check_response_type(response_mode)?;
        let scopes = self.scopes().await?;
        self.check_protection(&scopes)?;
        self.check_resources(&scopes).await?;
        let expected_sub = self.expected_sub(parameters).await?;
        let metadata = &self.client.client.metadata;
        let max_age = self.asked.max_age.or(metadata.default_max_age);
        // OpenID Connect Dynamic Client Registration §2: whatever the request itself says of `acr` goes before.
        let asks_for_class = self.asked.claims.as_ref().is_some_and(|claims| claims.id_token.contains_key("acr"));
        let acr_values = if self.asked.acr_values.is_empty() && !asks_for_class {
            metadata.default_acr_values.clone()
        } else {
            self.asked.acr_values.clone()
        };
        Ok(AuthorizationRequest { scopes, max_age, expected_sub, acr_values, ..self.asked })
    }

    /// Server, client and profile must all know the response type.
    fn check_response_type(&self, response_mode: Option<ResponseMode>) -> Result<(), Unacceptable> {
        let response_type = self.asked.response_type;
        if response_mode == Some(ResponseMode::Query) && response_type.is_front_channel() {
            return Err(Unacceptable::new("a response with tokens can't be carried in the query"));
        }
        let profile = Profile::of(self.server);
        let client = &self.client.client;
        let grants = [(response_type.code, authorization_code::NAME), (response_type.is_front_channel(), "implicit")];
        for grant in grants.into_iter().filter_map(|(needed, grant)| needed.then_some(grant)) {
            if !profile.offers(self.server, grant) {
                return Err(ResponseType::unsupported());
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

    /// The scopes that can be granted. Those that nobody knows are passed over (OpenID Connect Core §3.1.2.1), as is `offline_access` where it can't come to
    /// anything (§11 there); those that the client wasn't given are an error.
    async fn scopes(&self) -> Result<Vec<String>, Refusal> {
        let (server, client, asked) = (self.server, self.client, &self.asked);
        let names: Vec<&str> = asked.scopes.iter().map(String::as_str).collect();
        let known = scope::of_server_by_name(&self.context.store, server.key(), &names).await?;
        let refreshable = asked.response_type.code
            && Profile::of(server).offers(server, refresh_token::NAME)
            && client.client.grant_types.has(refresh_token::NAME);
        let can_be = |name: &&String| known.contains_key(name.as_str()) && (*name != "offline_access" || refreshable);
        let scopes: Vec<String> = asked.scopes.iter().filter(can_be).cloned().collect();
        if scopes.iter().any(|name| !client.scopes.iter().any(|allowed| allowed.name == *name)) {
            let message = "a requested scope is not allowed for this client";
            return Err(Unacceptable::with("invalid_scope", message).into());
        }
        Ok(scopes)
    }

    /// What protects the answer on its way: nonce and proof key.
    fn check_protection(&self, scopes: &[String]) -> Result<(), Unacceptable> {
        let asked = &self.asked;
        if asked.response_type.id_token {
            if !scopes.iter().any(|scope| scope == "openid") {
                return Err(Unacceptable::with("invalid_scope", "an ID token needs the scope openid"));
            }
            // OpenID Connect Core §3.2.2.1, §3.3.2.11.
            if asked.nonce.is_none() {
                return Err(Unacceptable::new("nonce is required with an ID token"));
            }
        }
        let needs_proof_key = Profile::of(self.server).needs_proof_key(self.server, &self.client.client);
        if asked.response_type.code && asked.code_challenge.is_none() && needs_proof_key {
            return Err(Unacceptable::new("code_challenge is required"));
        }
        Ok(())
    }

    /// Whatever tokens are to be for must be there (RFC 8707 §2.1).
    async fn check_resources(&self, scopes: &[String]) -> Result<(), Refusal> {
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        audience::resolve(self.context, self.server, self.client, Whose::User, &self.asked.resources, &scopes).await?;
        Ok(())
    }

    /// The user of `id_token_hint` (OpenID Connect Core §3.1.2.1).
    async fn expected_sub(&self, parameters: &Parameters) -> Result<Option<String>, Refusal> {
        let Some(hint) = parameters.single("id_token_hint")? else { return Ok(None) };
        let hint = id_token_hint::read(self.context, self.server, &hint).await?;
        let hint = hint.filter(|hint| hint.aud.contains(&self.client.client.id));
        let hint = hint.ok_or_else(|| Unacceptable::new("id_token_hint is no ID token of this client's"))?;
        Ok(Some(hint.sub))
    }
}

//! The token endpoint (RFC 6749 §3.2) of every authorization server, and the doors of the two dialects that have one without a tenant in its path.

use std::net::IpAddr;
use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::{self, AuthorizationServer};
use authplane_domain::installation::tenant;
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::caller::management_audience;
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::form::FromForm;
use crate::edge::{Answer, Form, FormFields, Path, Rejection, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::browser::cors;
use crate::oauth::client::authentication::{
    AssertionAudience, FormCredentials, Presented, Strictness, is_public, presented,
};
use crate::oauth::error::OAuthError;
use crate::oauth::grants::{
    Decision, Exchange, ForUser, api_client, authorization_code, client_credentials, device_code, jwt_bearer, password,
    refresh_token, token_exchange,
};
use crate::oauth::issue::audience::Target;
use crate::oauth::issue::profile::Profile;
use crate::oauth::issue::user_tokens;
use crate::tokens::access_token::{self, NewAccessToken};
use crate::tokens::key_ring;

/// A token request. Which members it needs depends on `grant_type`.
#[derive(Default, Deserialize, JsonSchema)]
pub struct TokenRequest {
    /// One of the server's `grant_types_supported`; at the local user store's door also `password`.
    pub grant_type: String,
    /// `authorization_code`: the code.
    pub code: Option<String>,
    /// `authorization_code`: as in the authorization request, if it was there.
    pub redirect_uri: Option<String>,
    /// `authorization_code`: what the request's `code_challenge` was made of (RFC 7636 §4.5).
    pub code_verifier: Option<String>,
    /// `refresh_token`: the token.
    pub refresh_token: Option<String>,
    /// `urn:ietf:params:oauth:grant-type:device_code`: the code that the device was given.
    pub device_code: Option<String>,
    /// Scopes asked for, separated by spaces. A client's own token has none when it is absent, a refreshed one all that were granted.
    pub scope: Option<String>,
    /// Resource that the token is for (RFC 8707); may be repeated.
    #[serde(default)]
    pub resource: Vec<String>,
    /// The client, where it isn't in the `Authorization` header.
    pub client_id: Option<String>,
    /// `client_secret_post`.
    pub client_secret: Option<String>,
    /// `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
    pub client_assertion_type: Option<String>,
    /// `private_key_jwt` or `client_secret_jwt`.
    pub client_assertion: Option<String>,
    /// `password`: a user's name; at the local user store's door an API client's id.
    pub username: Option<String>,
    /// `password`: the user's password, or the API client's secret.
    pub password: Option<String>,
    /// `urn:ietf:params:oauth:grant-type:jwt-bearer`: the assertion (RFC 7523 §2.1).
    pub assertion: Option<String>,
    /// `urn:ietf:params:oauth:grant-type:token-exchange`: the token to exchange (RFC 8693 §2.1).
    pub subject_token: Option<String>,
    /// What it is: `urn:ietf:params:oauth:token-type:access_token`.
    pub subject_token_type: Option<String>,
    /// The token of whoever acts for the subject; the client itself when absent.
    pub actor_token: Option<String>,
    /// What that is.
    pub actor_token_type: Option<String>,
    /// What is wanted: `urn:ietf:params:oauth:token-type:access_token`.
    pub requested_token_type: Option<String>,
    /// The same as `resource`, in token exchange; may be repeated.
    #[serde(default)]
    pub audience: Vec<String>,
}

impl TokenRequest {
    fn credentials(&self) -> FormCredentials<'_> {
        FormCredentials {
            client_id: self.client_id.as_deref(),
            client_secret: self.client_secret.as_deref(),
            client_assertion_type: self.client_assertion_type.as_deref(),
            client_assertion: self.client_assertion.as_deref(),
        }
    }
}

impl FromForm for TokenRequest {
    fn from_form(fields: &FormFields<'_>) -> Result<Self, Rejection> {
        let single = |name| Ok::<_, Rejection>(fields.single(name)?.map(str::to_owned));
        Ok(Self {
            grant_type: single("grant_type")?.ok_or_else(|| Rejection::field("grant_type", "is required"))?,
            code: single("code")?,
            redirect_uri: single("redirect_uri")?,
            code_verifier: single("code_verifier")?,
            refresh_token: single("refresh_token")?,
            device_code: single("device_code")?,
            scope: single("scope")?,
            resource: fields.all("resource").map(str::to_owned).collect(),
            client_id: single("client_id")?,
            client_secret: single("client_secret")?,
            client_assertion_type: single("client_assertion_type")?,
            client_assertion: single("client_assertion")?,
            username: single("username")?,
            password: single("password")?,
            assertion: single("assertion")?,
            subject_token: single("subject_token")?,
            subject_token_type: single("subject_token_type")?,
            actor_token: single("actor_token")?,
            actor_token_type: single("actor_token_type")?,
            requested_token_type: single("requested_token_type")?,
            audience: fields.all("audience").map(str::to_owned).collect(),
        })
    }
}

/// A granted token (RFC 6749 §5.1).
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct TokenResponse {
    /// The access token, a JWT (RFC 9068).
    pub access_token: String,
    /// Always `Bearer`.
    pub token_type: String,
    /// Seconds that it lives.
    pub expires_in: i64,
    /// The granted scopes, separated by spaces.
    pub scope: String,
    /// For the next access token, where the user gave `offline_access`; works once.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub refresh_token: Option<String>,
    /// Who the user is (OpenID Connect Core §3.1.3.3), where `openid` was granted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id_token: Option<String>,
    /// What `access_token` is (RFC 8693 §2.2.1); in answers to a token exchange.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub issued_token_type: Option<String>,
}

/// Ask for an access token
///
/// The token endpoint of an authorization server. The client authenticates with its secret in the `Authorization` header (`client_secret_basic`) or in the form
/// (`client_secret_post`), or with an assertion that it signed (`private_key_jwt`) or sealed with its secret (`client_secret_jwt`): in the way it is registered for.
/// A public client (`none`) only says who it is.
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/oauth2/token", tags = ["oauth"], operation_id = "token", content_type = "application/x-www-form-urlencoded" }]
async fn token(
    request: Request<Context>,
    path: Path<IssuerPath>,
    form: Form<TokenRequest>,
) -> Result<Prepared<TokenResponse>, OAuthError> {
    let context = Arc::clone(request.context());
    let IssuerPath { tid, aid } = path.0;
    let server = server(&context, &tid, &aid).await?;
    let presented = presented(&request, form.0.credentials())?;
    respond(&context, &request, &server, &presented, Strictness::Registered, &form.0).await
}

/// Ask for an access token as Logto's clients do
///
/// The token endpoint of the tenant's default authorization server. The tenant is the one of the `resource`, if that is a management API, else the client's.
#[dropshot::endpoint { method = POST, path = "/oidc/token", tags = ["oauth"], operation_id = "logto_token", content_type = "application/x-www-form-urlencoded" }]
async fn logto_token(
    request: Request<Context>,
    form: Form<TokenRequest>,
) -> Result<Prepared<TokenResponse>, OAuthError> {
    let context = Arc::clone(request.context());
    let presented = presented(&request, form.0.credentials())?;
    let tenant = door_tenant(&context, &presented, &form.0).await?;
    let server = server(&context, &tenant, authorization_server::DEFAULT).await?;
    respond(&context, &request, &server, &presented, Strictness::EitherSecret, &form.0).await
}

/// Ask for an access token as the local user store's API clients do
///
/// The shared OAuth client authenticates in the `Authorization` header; with `grant_type=password`, `username` is the API client's id and `password` its secret.
#[dropshot::endpoint { method = POST, path = "/auth/api/v1/oauth/token", tags = ["oauth"], operation_id = "local_user_store_token", content_type = "application/x-www-form-urlencoded" }]
async fn local_user_store_token(
    request: Request<Context>,
    form: Form<TokenRequest>,
) -> Result<Prepared<TokenResponse>, OAuthError> {
    let context = Arc::clone(request.context());
    let presented = presented(&request, form.0.credentials())?;
    let tenant = door_tenant(&context, &presented, &form.0).await?;
    let server = server(&context, &tenant, authorization_server::DEFAULT).await?;
    if form.0.grant_type != api_client::NAME {
        return respond(&context, &request, &server, &presented, Strictness::Registered, &form.0).await;
    }
    let audience = AssertionAudience::Any;
    let client = presented.authenticate(&context, &tenant, &server.id, Strictness::Registered, audience).await?;
    if is_public(&client.client) || !client.client.grant_types.0.iter().any(|grant| grant == api_client::NAME) {
        return Err(OAuthError::unauthorized_client("this client is not registered for password"));
    }
    let granted = api_client::authorize(&context, &tenant, &form.0).await?;
    let scopes = granted.scopes.iter().map(String::as_str).collect();
    let target = Target { audience: api_client::audience(), scopes, lifetime: api_client::LIFETIME };
    let ring = key_ring::of(&context, &server.tenant_id, &server.id).await?;
    let signer = ring.signer(context.now()).ok_or_else(|| DomainError::internal("no key signs at this time"))?;
    let new = NewAccessToken {
        jti: request.id(),
        client_id: &client.client.id,
        subject: &granted.subject,
        audience: &target.audience,
        scopes: &target.scopes,
        lifetime: target.lifetime,
        user: None,
    };
    let access_token = access_token::make(&context, &server, signer, &new)?;
    answer(&context, access_token, &target, None, None)
}

async fn server(context: &Context, tenant: &str, server: &str) -> Result<Arc<AuthorizationServer>, OAuthError> {
    let found = authorization_server::find(&context.store, tenant, server).await?;
    found.ok_or_else(|| DomainError::not_found("authorization_server", server).into())
}

async fn door_tenant(context: &Context, presented: &Presented<'_>, form: &TokenRequest) -> Result<String, OAuthError> {
    let named =
        form.resource.first().and_then(|resource| resource.strip_prefix("https://")?.strip_suffix(".logto.app/api"));
    if let Some(tenant) = named.filter(|tenant| management_audience(tenant) == form.resource[0]) {
        return Ok(tenant.to_owned());
    }
    let client_id = presented.client_id()?;
    tenant::of_client(&context.store, &client_id, &context.config.default_tenant)
        .await?
        .ok_or_else(OAuthError::invalid_client)
}

/// The phases that all grants share.
async fn respond(
    context: &Context,
    request: &Request<Context>,
    server: &AuthorizationServer,
    presented: &Presented<'_>,
    strictness: Strictness,
    form: &TokenRequest,
) -> Result<Prepared<TokenResponse>, OAuthError> {
    let profile = Profile::of(server);
    let audience = profile.assertion_audience;
    let client = presented.authenticate(context, &server.tenant_id, &server.id, strictness, audience).await?;
    if !profile.client_authentication.contains(&client.client.token_endpoint_auth_method) {
        return Err(OAuthError::invalid_client());
    }
    let address: IpAddr = request.remote_addr().ip();
    let exchange = Exchange {
        context,
        request_id: request.id(),
        address,
        headers: request.headers(),
        server,
        profile,
        client: &client,
        form,
    };
    let decision = match form.grant_type.as_str() {
        client_credentials::NAME => client_credentials::authorize(&exchange).await?,
        authorization_code::NAME => authorization_code::redeem(&exchange).await?,
        refresh_token::NAME => refresh_token::refresh(&exchange).await?,
        device_code::NAME => device_code::redeem(&exchange).await?,
        password::NAME => password::authorize(&exchange).await?,
        token_exchange::NAME => token_exchange::exchange(&exchange).await?,
        jwt_bearer::NAME => jwt_bearer::authorize(&exchange).await?,
        _ => return Err(OAuthError::unsupported_grant_type("this authorization server does not offer this grant")),
    };
    tokens(&exchange, decision).await
}

/// Signs what was decided and writes the answer (RFC 6749 §5.1).
async fn tokens(exchange: &Exchange<'_>, decision: Decision<'_>) -> Result<Prepared<TokenResponse>, OAuthError> {
    let Exchange { context, request_id, server, client, .. } = *exchange;
    let Decision { target, user, issued_token_type } = decision;
    let ring = key_ring::of(context, &server.tenant_id, &server.id).await?;
    let signer = ring.signer(context.now()).ok_or_else(|| DomainError::internal("no key signs at this time"))?;
    let Some(ForUser { grant, refresh_token, nonce }) = user else {
        let new = NewAccessToken {
            jti: request_id,
            client_id: &client.client.id,
            subject: &client.client.id,
            audience: &target.audience,
            scopes: &target.scopes,
            lifetime: target.lifetime,
            user: None,
        };
        let access_token = access_token::make(context, server, signer, &new)?;
        return answer(context, access_token, &target, None, issued_token_type);
    };
    let issue = user_tokens::Issue { context, server, client: &client.client, grant: &grant, signer };
    let access_token = issue.access_token(request_id, &target).await?;
    // A token exchange gives what was asked for and nothing else.
    let id_token = if target.scopes.contains(&"openid") && issued_token_type.is_none() {
        let along = user_tokens::IdTokenBinding {
            nonce: nonce.as_deref(),
            access_token: Some(&access_token),
            ..user_tokens::IdTokenBinding::default()
        };
        Some(issue.id_token(&along, user_tokens::ClaimsFor::TokenEndpoint).await?)
    } else {
        None
    };
    answer(context, access_token, &target, Some((refresh_token, id_token)), issued_token_type)
}

fn answer(
    context: &Context,
    access_token: String,
    target: &Target<'_>,
    user: Option<(Option<String>, Option<String>)>,
    issued_token_type: Option<&'static str>,
) -> Result<Prepared<TokenResponse>, OAuthError> {
    let (refresh_token, id_token) = user.unwrap_or_default();
    let response = TokenResponse {
        access_token,
        token_type: "Bearer".to_owned(),
        expires_in: access_token::bounded(context, target.lifetime),
        scope: target.scopes.join(" "),
        refresh_token,
        id_token,
        issued_token_type: issued_token_type.map(str::to_owned),
    };
    let answer = Answer::json(StatusCode::OK, &response).map_err(DomainError::internal)?;
    // RFC 6749 §5.1: both headers on every answer with a token.
    Ok(Prepared::new(answer.no_store()))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let example = json!({"access_token": "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9…", "token_type": "Bearer", "expires_in": 3600, "scope": "orders:read"});
    let request =
        json!({"grant_type": "client_credentials", "scope": "orders:read", "resource": ["https://orders.example"]});
    let basic = json!({"client_basic": []});
    cors::preflight(surface, "token_preflight", "/{tid}/{aid}/oauth2/token", "POST");
    surface
        .register(cors::open(token))
        .errors(&[400, 401, 404, 429])
        .request_example(request.clone())
        .response_example(example.clone())
        .security(basic.clone());
    surface
        .register(logto_token)
        .errors(&[400, 401, 404, 429])
        .request_example(request)
        .response_example(example.clone())
        .security(basic.clone());
    surface
        .register(local_user_store_token)
        .errors(&[400, 401, 404, 429])
        .request_example(json!({"grant_type": "password", "username": "5bf77342-221c-11ee-be56-0242ac120002", "password": "the API client's secret"}))
        .response_example(example)
        .security(basic);
}

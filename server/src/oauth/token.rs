//! The token endpoint (RFC 6749 §3.2) of every authorization server, and the doors of the two dialects that have one without a tenant in its path.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server;
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
use crate::edge::{Answer, Form, FormFields, Rejection, Request, Surface};
use crate::oauth::browser::cors;
use crate::oauth::client::authentication::{AuthenticatedClient, Purpose, authenticate};
use crate::oauth::client::credentials::{Credentials, Presented, Strictness};
use crate::oauth::error::OAuthError;
use crate::oauth::grants::pipeline::{self, TokenCall};
use crate::oauth::grants::{
    api_client, authorization_code, client_credentials, device_code, jwt_bearer, password, refresh_token,
    token_exchange,
};
use crate::oauth::issuer::Issuer;

/// A token request. Which members it needs depends on `grant_type`.
#[derive(Default, Deserialize, JsonSchema)]
pub struct TokenRequest {
    /// How the token is asked for: one of the authorization server's `grant_types_supported`. At the local user store's door `password` is for API clients.
    #[schemars(
        title = "one of: authorization_code | client_credentials | refresh_token | password | urn:ietf:params:oauth:grant-type:device_code | urn:ietf:params:oauth:grant-type:token-exchange | urn:ietf:params:oauth:grant-type:jwt-bearer"
    )]
    pub grant_type: String,
    /// The code that the user brought back. For `authorization_code`.
    pub code: Option<String>,
    /// The redirect URI of the authorization request, if that had one. For `authorization_code`.
    #[schemars(url)]
    pub redirect_uri: Option<String>,
    /// What the authorization request's `code_challenge` was made of (RFC 7636 §4.5). For `authorization_code`.
    pub code_verifier: Option<String>,
    /// The refresh token of an earlier answer. For `refresh_token`.
    pub refresh_token: Option<String>,
    /// The code that the device was given. For `urn:ietf:params:oauth:grant-type:device_code`.
    pub device_code: Option<String>,
    /// Scopes that are asked for, separated by spaces. When absent, a client's own token has none and a refreshed one all that were granted.
    pub scope: Option<String>,
    /// Resource that the token is for (RFC 8707); may be repeated.
    #[serde(default)]
    pub resource: Vec<String>,
    /// Who asks.
    #[serde(flatten)]
    pub credentials: Credentials,
    /// Name of the user, or at the local user store's door id of the API client. For `password`.
    pub username: Option<String>,
    /// Password of the user, or at the local user store's door secret of the API client. For `password`.
    pub password: Option<String>,
    /// The assertion that stands for a user (RFC 7523 §2.1). For `urn:ietf:params:oauth:grant-type:jwt-bearer`.
    pub assertion: Option<String>,
    /// The token to exchange (RFC 8693 §2.1). For `urn:ietf:params:oauth:grant-type:token-exchange`.
    pub subject_token: Option<String>,
    /// What `subject_token` is: always `urn:ietf:params:oauth:token-type:access_token`.
    pub subject_token_type: Option<String>,
    /// The token of whoever acts for the user of `subject_token`; the client itself when absent.
    pub actor_token: Option<String>,
    /// What `actor_token` is: always `urn:ietf:params:oauth:token-type:access_token`.
    pub actor_token_type: Option<String>,
    /// What is wanted in exchange: always `urn:ietf:params:oauth:token-type:access_token`.
    pub requested_token_type: Option<String>,
    /// Who the token is for, in token exchange: another way to say `resource`. May be repeated.
    #[serde(default)]
    pub audience: Vec<String>,
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
            credentials: Credentials::from_form(fields)?,
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
pub struct AccessTokenResponse {
    /// The access token, a JWT (RFC 9068).
    pub access_token: String,
    /// How the token is presented: always `Bearer` (RFC 6750).
    pub token_type: String,
    /// How long the access token lives, in seconds.
    pub expires_in: i64,
    /// Scopes that were granted, separated by spaces.
    pub scope: String,
    /// Gets the next access token, once. There is one where the user gave `offline_access`.
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
    issuer: Issuer,
    form: Form<TokenRequest>,
) -> Result<Prepared<AccessTokenResponse>, OAuthError> {
    let presented = Presented::by(&request, &form.0.credentials)?;
    respond(&request, &issuer, &presented, &form.0).await
}

/// Ask for an access token as Logto's clients do
///
/// The token endpoint of the tenant's default authorization server. The tenant is the one of the `resource`, if that is a management API, else the client's.
#[dropshot::endpoint { method = POST, path = "/oidc/token", tags = ["oauth"], operation_id = "logto_token", content_type = "application/x-www-form-urlencoded" }]
async fn logto_token(
    request: Request<Context>,
    form: Form<TokenRequest>,
) -> Result<Prepared<AccessTokenResponse>, OAuthError> {
    let presented = Presented::by(&request, &form.0.credentials)?;
    let presented = Presented { strictness: Strictness::EitherSecret, ..presented };
    let issuer = issuer_of_door(request.context(), &presented, &form.0).await?;
    respond(&request, &issuer, &presented, &form.0).await
}

/// Ask for an access token as the local user store's API clients do
///
/// The shared OAuth client authenticates in the `Authorization` header; with `grant_type=password`, `username` is the API client's id and `password` its secret.
#[dropshot::endpoint { method = POST, path = "/auth/api/v1/oauth/token", tags = ["oauth"], operation_id = "local_user_store_token", content_type = "application/x-www-form-urlencoded" }]
async fn local_user_store_token(
    request: Request<Context>,
    form: Form<TokenRequest>,
) -> Result<Prepared<AccessTokenResponse>, OAuthError> {
    let presented = Presented::by(&request, &form.0.credentials)?;
    let issuer = issuer_of_door(request.context(), &presented, &form.0).await?;
    if form.0.grant_type != api_client::NAME {
        return respond(&request, &issuer, &presented, &form.0).await;
    }
    let purpose = Purpose::GrantOfDoor(api_client::NAME);
    let client = authenticate(request.context(), &issuer, &presented, purpose).await?;
    pipeline::run::<api_client::Proof>(&call(&request, &issuer, &client, &form.0)).await?.into_answer()
}

/// The tenant's default server. The tenant is the one of the `resource`, if that is a management API, else the client's.
async fn issuer_of_door(
    context: &Context,
    presented: &Presented<'_>,
    form: &TokenRequest,
) -> Result<Issuer, OAuthError> {
    let named =
        form.resource.first().and_then(|resource| resource.strip_prefix("https://")?.strip_suffix(".logto.app/api"));
    let tenant = match named.filter(|tenant| management_audience(tenant) == form.resource[0]) {
        Some(tenant) => tenant.to_owned(),
        None => {
            let client_id = presented.client_id()?;
            let found = tenant::of_client(&context.store, &client_id, &context.config.default_tenant).await?;
            found.ok_or_else(OAuthError::invalid_client)?
        }
    };
    Ok(Issuer::of(context, &tenant, authorization_server::DEFAULT).await?)
}

/// Authenticates the client for its grant, and goes through that.
async fn respond(
    request: &Request<Context>,
    issuer: &Issuer,
    presented: &Presented<'_>,
    form: &TokenRequest,
) -> Result<Prepared<AccessTokenResponse>, OAuthError> {
    let client = authenticate(request.context(), issuer, presented, Purpose::Grant(&form.grant_type)).await?;
    let call = call(request, issuer, &client, form);
    let answer = match form.grant_type.as_str() {
        client_credentials::NAME => pipeline::run::<client_credentials::Proof>(&call).await?,
        authorization_code::NAME => pipeline::run::<authorization_code::Proof>(&call).await?,
        refresh_token::NAME => pipeline::run::<refresh_token::Proof>(&call).await?,
        device_code::NAME => pipeline::run::<device_code::Proof>(&call).await?,
        password::NAME => pipeline::run::<password::Proof>(&call).await?,
        token_exchange::NAME => pipeline::run::<token_exchange::Proof>(&call).await?,
        jwt_bearer::NAME => pipeline::run::<jwt_bearer::Proof>(&call).await?,
        // What a server offers may be no matter of its token endpoint: `implicit`.
        _ => return Err(OAuthError::unsupported_grant_type("there is no such grant at the token endpoint")),
    };
    answer.into_answer()
}

fn call<'a>(
    request: &'a Request<Context>,
    issuer: &'a Issuer,
    client: &'a AuthenticatedClient,
    form: &'a TokenRequest,
) -> TokenCall<'a> {
    TokenCall {
        context: request.context(),
        request_id: request.id(),
        address: request.client_address(),
        headers: request.headers(),
        issuer,
        client,
        form,
    }
}

impl AccessTokenResponse {
    /// RFC 6749 §5.1: both headers on every answer with a token.
    fn into_answer(self) -> Result<Prepared<Self>, OAuthError> {
        let answer = Answer::json(StatusCode::OK, &self).map_err(DomainError::internal)?;
        Ok(Prepared::new(answer.no_store()))
    }
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

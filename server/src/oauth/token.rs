//! The token endpoint (RFC 6749 §3.2) of every authorization server, and the doors of the two dialects that have one without a tenant in its path.

use super::IssuerPath;
use super::audience::Target;
use super::client_authentication::{FormCredentials, Presented, Strictness, presented};
use super::error::OAuthError;
use super::grants::{client_credentials, password};
use crate::caller::management_audience;
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::form::FromForm;
use crate::edge::{Answer, Form, FormFields, Path, Rejection, Request, Surface};
use crate::tokens::claims::{AudienceRef, NewClaims};
use crate::tokens::{jws, key_ring};
use authplane_domain::authorization_server::{self, AuthorizationServer};
use authplane_domain::{Error as DomainError, tenant};
use http::StatusCode;
use http::header::{CACHE_CONTROL, PRAGMA};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::Arc;

/// A token request. Which members it needs depends on `grant_type`.
#[derive(Deserialize, JsonSchema)]
pub struct TokenRequest {
    /// `client_credentials`; at the local user store's door `password`.
    pub grant_type: String,
    /// Scopes asked for, separated by spaces; none when absent.
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
    /// `private_key_jwt`.
    pub client_assertion: Option<String>,
    /// An API client's id, at the local user store's door.
    pub username: Option<String>,
    /// Its secret.
    pub password: Option<String>,
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
            scope: single("scope")?,
            resource: fields.all("resource").map(str::to_owned).collect(),
            client_id: single("client_id")?,
            client_secret: single("client_secret")?,
            client_assertion_type: single("client_assertion_type")?,
            client_assertion: single("client_assertion")?,
            username: single("username")?,
            password: single("password")?,
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
}

/// Ask for an access token
///
/// The token endpoint of an authorization server. The client authenticates with its secret in the `Authorization` header (`client_secret_basic`) or in the form
/// (`client_secret_post`), or with a signed assertion (`private_key_jwt`): in the way it is registered for.
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
    respond(&context, request.id(), &server, &presented, Strictness::Registered, &form.0).await
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
    respond(&context, request.id(), &server, &presented, Strictness::EitherSecret, &form.0).await
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
    if form.0.grant_type != password::NAME {
        return respond(&context, request.id(), &server, &presented, Strictness::Registered, &form.0).await;
    }
    let client = presented.authenticate(&context, &tenant, &server.id, Strictness::Registered).await?;
    if !client.client.grant_types.0.iter().any(|grant| grant == password::NAME) {
        return Err(OAuthError::unauthorized_client("this client is not registered for password"));
    }
    let granted = password::authorize(&context, &tenant, &form.0).await?;
    let scopes = granted.scopes.iter().map(String::as_str).collect();
    let target = Target { audience: password::audience(), scopes, lifetime: password::LIFETIME };
    issue(&context, request.id(), &server, &client.client.id, &granted.subject, target).await
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

async fn respond(
    context: &Context,
    request_id: &str,
    server: &AuthorizationServer,
    presented: &Presented<'_>,
    strictness: Strictness,
    form: &TokenRequest,
) -> Result<Prepared<TokenResponse>, OAuthError> {
    let client = presented.authenticate(context, &server.tenant_id, &server.id, strictness).await?;
    let target = match form.grant_type.as_str() {
        client_credentials::NAME => client_credentials::authorize(context, server, &client, form).await?,
        _ => return Err(OAuthError::unsupported_grant_type("grant_type must be client_credentials")),
    };
    issue(context, request_id, server, &client.client.id, &client.client.id, target).await
}

/// Signs a token and writes the answer (RFC 6749 §5.1).
async fn issue(
    context: &Context,
    request_id: &str,
    server: &AuthorizationServer,
    client_id: &str,
    subject: &str,
    target: Target<'_>,
) -> Result<Prepared<TokenResponse>, OAuthError> {
    let Target { audience, scopes, lifetime } = target;
    let ring = key_ring::of(context, &server.tenant_id, &server.id).await?;
    let now = context.now();
    // Whatever a resource or a server is set to: a token that outlived its key's publication could not be checked any more.
    let lifetime = lifetime.min(context.rotation.overlap.num_seconds());
    let signer = ring.signer(now).ok_or_else(|| DomainError::internal("no key signs at this time"))?;
    let scope = scopes.join(" ");
    let claims = NewClaims {
        iss: &context.origin().issuer(&server.tenant_id, &server.id),
        sub: subject,
        aud: AudienceRef::new(&audience),
        exp: now.timestamp() + lifetime,
        iat: now.timestamp(),
        // Random, unique, and it leads from a token to the line of the log that tells of its issue.
        jti: request_id,
        client_id,
        scope: (!scope.is_empty()).then_some(scope.as_str()),
        scp: &scopes,
        tid: &server.tenant_id,
        aid: &server.id,
    };
    let payload = serde_json::to_vec(&claims).map_err(DomainError::internal)?;
    let access_token = signer.sign_access_token(&payload).map_err(DomainError::internal)?;
    if access_token.len() > jws::LONGEST {
        return Err(OAuthError::invalid_request(
            "a token for so much would be longer than anyone takes: ask for fewer resources or scopes",
        ));
    }
    let response = TokenResponse { access_token, token_type: "Bearer".to_owned(), expires_in: lifetime, scope };
    let answer = Answer::json(StatusCode::OK, &response).map_err(DomainError::internal)?;
    // RFC 6749 §5.1: both headers on every answer with a token.
    Ok(Prepared::new(answer.with_static(CACHE_CONTROL, "no-store").with_static(PRAGMA, "no-cache")))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let example = json!({"access_token": "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9…", "token_type": "Bearer", "expires_in": 3600, "scope": "orders:read"});
    let request =
        json!({"grant_type": "client_credentials", "scope": "orders:read", "resource": ["https://orders.example"]});
    let basic = json!({"client_basic": []});
    surface
        .register(token)
        .errors(&[400, 401, 404])
        .request_example(request.clone())
        .response_example(example.clone())
        .security(basic.clone());
    surface
        .register(logto_token)
        .errors(&[400, 401, 404])
        .request_example(request)
        .response_example(example.clone())
        .security(basic.clone());
    surface
        .register(local_user_store_token)
        .errors(&[400, 401, 404])
        .request_example(json!({"grant_type": "password", "username": "5bf77342-221c-11ee-be56-0242ac120002", "password": "the API client's secret"}))
        .response_example(example)
        .security(basic);
}

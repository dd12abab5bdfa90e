//! Userinfo (OpenID Connect Core §5.3).

use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::claim::{self, ClaimType};
use authplane_domain::storage::cache::Freshness;
use authplane_domain::tokens::authorization_grant::AuthorizationGrant;
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::caller;
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::form::{FromForm, OptionalForm};
use crate::edge::rejection::Unauthenticated;
use crate::edge::{Answer, FormFields, Rejection, Request, Surface};
use crate::oauth::browser::cors;
use crate::oauth::error::OAuthError;
use crate::oauth::issue::authentication_context;
use crate::oauth::issue::claims::{self, ClaimsRequest};
use crate::oauth::issue::standard_claims::{self, KnownClaims};
use crate::oauth::issuer::Issuer;
use crate::tokens::{key_ring, verify};

/// What the client may know of the user.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct UserInfo {
    /// The user, as this client knows them: the same as in the ID token.
    pub sub: String,
    /// Claims of the granted scopes, and those that the authorization request asked for.
    #[serde(flatten)]
    #[schemars(with = "KnownClaims")]
    pub claims: Map<String, Value>,
}

/// The access token of whoever asks, where it isn't in the `Authorization` header (RFC 6750 §2.2).
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub struct AccessTokenForm {
    /// The access token. Leave it out when the `Authorization` header has one.
    pub access_token: Option<String>,
}

impl FromForm for AccessTokenForm {
    fn from_form(fields: &FormFields<'_>) -> Result<Self, Rejection> {
        Ok(Self { access_token: fields.single("access_token")?.map(str::to_owned) })
    }
}

/// Get what a client may know of its user
///
/// The claims of the scopes that the user granted, from the access token of an authorization that includes `openid`. A client that is registered with
/// `userinfo_signed_response_alg` gets them as a signed JWT (`application/jwt`).
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/userinfo", tags = ["oauth"], operation_id = "userinfo" }]
async fn userinfo(request: Request<Context>, issuer: Issuer) -> Result<Prepared<UserInfo>, OAuthError> {
    let token = caller::bearer(&request)?.to_owned();
    respond(request.context(), &issuer, &token).await
}

/// Get what a client may know of its user, by POST
///
/// Answers as by GET. The access token is in the `Authorization` header or, for clients that can't set one, in a form as `access_token` (RFC 6750 §2.2);
/// a request with both is refused.
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/userinfo", tags = ["oauth"], operation_id = "userinfo_by_post", content_type = "application/x-www-form-urlencoded" }]
async fn userinfo_by_post(
    request: Request<Context>,
    issuer: Issuer,
    form: OptionalForm<AccessTokenForm>,
) -> Result<Prepared<UserInfo>, OAuthError> {
    let in_header = request.headers().contains_key(http::header::AUTHORIZATION);
    let in_form = form.0.and_then(|form| form.access_token);
    let token = match (in_header, in_form) {
        // RFC 6750 §2: in one place only.
        (true, Some(_)) => return Err(OAuthError::invalid_request("the access token must come in one way only")),
        (false, Some(token)) => token,
        _ => caller::bearer(&request)?.to_owned(),
    };
    respond(request.context(), &issuer, &token).await
}

async fn respond(context: &Context, issuer: &Issuer, token: &str) -> Result<Prepared<UserInfo>, OAuthError> {
    let verified = verify::access_token(context, token).await.map_err(|error| caller::rejection(context, &error))?;
    let claims = &verified.claims;
    let invalid = || OAuthError::from(Rejection::Unauthenticated(Unauthenticated::Invalid));
    if !issuer.issued(claims) {
        return Err(invalid());
    }
    // A client's own token stands for nobody.
    let grant = verified.grant.as_ref().ok_or_else(invalid)?;
    if !claims.scopes().any(|scope| scope == "openid") {
        return Err(Rejection::Forbidden { scopes: vec!["openid"] }.into());
    }
    let info = info(context, issuer, claims.scopes(), grant).await?;
    let answer = match verified.client.client.metadata.userinfo_signed_response_alg.as_str() {
        "" | "none" => Answer::json(StatusCode::OK, &info).map_err(DomainError::internal)?,
        _ => {
            // Whoever made or changed the client, the domain saw to it that the server signs with this algorithm.
            let signer = key_ring::signer(context, &issuer.server).await?;
            let mut signed = json!({
                "iss": issuer.url(context), "aud": claims.client_id,
                "iat": context.now().timestamp(), "sub": info.sub,
            });
            if let Value::Object(signed) = &mut signed {
                signed.extend(info.claims);
            }
            let jwt = signer.sign("JWT", signed.to_string().as_bytes()).map_err(DomainError::internal)?;
            Answer::bytes(StatusCode::OK, "application/jwt", jwt)
        }
    };
    Ok(Prepared::new(answer.no_store()))
}

/// By the scopes of the token, which may be fewer than those of the grant.
async fn info(
    context: &Context,
    issuer: &Issuer,
    scopes: impl Iterator<Item = &str>,
    grant: &Arc<AuthorizationGrant>,
) -> Result<UserInfo, OAuthError> {
    let server = &issuer.server;
    let defined = claim::list_of_server(&context.store, Freshness::Notified, server.key()).await?;
    let scopes: Vec<String> = scopes.map(str::to_owned).collect();
    let requested = ClaimsRequest::of(&grant.details);
    let requested = requested.as_ref().map(|requested| &requested.userinfo);
    let known = authentication_context::told(&context.store, server.key(), &grant.details.authentication).await?;
    let mut claims = claims::select(&defined, ClaimType::IdToken, &scopes, requested, &known);
    standard_claims::conform(&mut claims);
    Ok(UserInfo { sub: grant.details.sub.clone(), claims })
}

pub(super) fn register(surface: &mut Surface<Context>) {
    cors::preflight(surface, "userinfo_preflight", "/{tid}/{aid}/userinfo", "GET, POST");
    let example =
        json!({"sub": "alice", "name": "Alice Example", "email": "alice@example.com", "email_verified": true});
    surface
        .register(cors::open(userinfo))
        .errors(&[401, 403, 404])
        .response_example(example.clone())
        .response_text("application/jwt")
        .security(json!({"issuer": ["openid"]}));
    surface
        .register(cors::open(userinfo_by_post))
        .errors(&[400, 401, 403, 404])
        .request_example(json!({"access_token": "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9…"}))
        .response_example(example)
        .response_text("application/jwt")
        .security(json!({"issuer": ["openid"]}));
}

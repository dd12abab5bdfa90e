//! Token introspection (RFC 7662), with ACP's additions.

use std::borrow::Cow;
use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::control_surface::INTROSPECT_TOKENS;
use authplane_domain::catalogue::{claim, service};
use authplane_domain::clients::client::{self, ClientCredentials, SubjectType};
use authplane_domain::sign_in::authentication::{self, MethodKind, Methods};
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant, RefreshToken, Standing};
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::caller;
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::form::{FromForm, OptionalForm};
use crate::edge::{Answer, FormFields, Rejection, Request, Surface, json};
use crate::oauth::client::authentication::{AuthenticatedClient, Purpose, authenticate};
use crate::oauth::client::credentials::{Credentials, Presented};
use crate::oauth::error::OAuthError;
use crate::oauth::issuer::Issuer;
use crate::tokens::claims::Claims;
use crate::tokens::former_token::{self, FormerToken};
use crate::tokens::jws::Compact;
use crate::tokens::verify::{self, Verified, VerifyError};

/// The scope that lets a bearer, or a client, ask about every token of its authorization server (ACP).
pub const SCOPE: &str = INTROSPECT_TOKENS;

/// The scope of what a user is called (OpenID Connect Core §5.4).
const PROFILE: &str = "profile";

/// A token to ask about, or to revoke; shared by both endpoints (RFC 7662 §2.1, RFC 7009 §2.1).
#[derive(Deserialize, JsonSchema)]
pub struct TokenQuery {
    /// The access token or refresh token in question.
    pub token: String,
    /// Which of both it is: `access_token` or `refresh_token`. They can't be mistaken for one another, so it changes nothing.
    pub token_type_hint: Option<String>,
    /// Who asks.
    #[serde(flatten)]
    pub credentials: Credentials,
}

impl FromForm for TokenQuery {
    fn from_form(fields: &FormFields<'_>) -> Result<Self, Rejection> {
        let single = |name| Ok::<_, Rejection>(fields.single(name)?.map(str::to_owned));
        Ok(Self {
            token: single("token")?.ok_or_else(|| Rejection::field("token", "is required"))?,
            token_type_hint: single("token_type_hint")?,
            credentials: Credentials::from_form(fields)?,
        })
    }
}

/// What is asked, or 400 where nothing is: neither RFC has a status for a body of another kind, nor has ACP.
pub(super) fn asked(form: OptionalForm<TokenQuery>) -> Result<TokenQuery, OAuthError> {
    form.0.ok_or_else(|| OAuthError::invalid_request("the body must be a form with a token"))
}

/// Who may ask about tokens of an authorization server.
pub(super) enum Asker {
    /// A client that proved who it is.
    Client(AuthenticatedClient),
    /// A bearer of an access token of the same server with the right scope (ACP behaviour §12).
    Bearer,
}

impl Asker {
    /// Finds out who asks: a bearer token in the `Authorization` header, else client authentication.
    pub(super) async fn of(
        request: &Request<Context>,
        issuer: &Issuer,
        query: &TokenQuery,
        purpose: Purpose<'_>,
        scope: &'static str,
    ) -> Result<Self, OAuthError> {
        let context = request.context();
        let header = request.header(http::header::AUTHORIZATION).unwrap_or_default();
        if header.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("bearer ")) {
            if query.credentials.client_secret.is_some() || query.credentials.client_assertion.is_some() {
                return Err(OAuthError::invalid_request("the client must authenticate in one way only"));
            }
            let bearer = verify::access_token(context, caller::bearer(request)?).await;
            let bearer = bearer.map_err(|error| caller::rejection(context, &error))?;
            if !issuer.issued(&bearer.claims) {
                return Err(Rejection::Unauthenticated(crate::edge::rejection::Unauthenticated::Invalid).into());
            }
            // The name alone says nothing: any API may have a scope called so. Nor is it a user's to ask about the tokens of others.
            let is_held = bearer.claims.scopes().any(|held| held == scope) && may(&bearer.client, scope);
            if !is_held || bearer.grant.is_some() {
                // RFC 7662 §2.3 answers this with 401, as ACP does, where RFC 6750 §3.1 would have 403.
                return Err(OAuthError::insufficient_scope(StatusCode::UNAUTHORIZED, &[scope]));
            }
            return Ok(Self::Bearer);
        }
        let presented = Presented::by(request, &query.credentials)?;
        Ok(Self::Client(authenticate(context, issuer, &presented, purpose).await?))
    }

    /// Does the token concern the asker? RFC 7662 §4: a client that isn't in the audience must not learn anything from a token that it came by.
    fn concerned(&self, claims: &Claims) -> bool {
        match self {
            Self::Bearer => true,
            Self::Client(client) => {
                claims.client_id == client.client.id || claims.aud.contains(&client.client.id) || may(client, SCOPE)
            }
        }
    }
}

/// Was the client given this scope of its server's built-in service `OAuth2`?
pub(crate) fn may(client: &ClientCredentials, scope: &str) -> bool {
    client.holds(&service::oauth2_id(&client.client.server_id), scope)
}

/// What the server says of a token. All but `active` is absent unless that is true.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Introspection<'a> {
    /// Whether it is a valid token of this authorization server that the caller may know about.
    pub active: bool,
    /// Scopes that were granted, separated by spaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Cow<'a, str>>,
    /// Id of the client that it was issued to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<&'a str>,
    /// How it is presented: `Bearer`. Absent for a refresh token, which is presented nowhere but at the token endpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token_type: Option<&'a str>,
    /// When it expires, in seconds since the epoch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exp: Option<i64>,
    /// When it was issued, in seconds since the epoch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iat: Option<i64>,
    /// From when on it is valid, in seconds since the epoch: from its issue. Absent for a refresh token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nbf: Option<i64>,
    /// Who it stands for: a user, or the client itself where no user took part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub: Option<&'a str>,
    /// What the user is called by people: the name that they sign in with here, or `preferred_username` of where they came from, if `profile` was granted. Absent
    /// where no user took part, where there is none, and for a client that is to know its users by pairwise subjects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<&'a str>,
    /// The authorization server's own claims of access tokens, as the token says them. Absent where it says none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ext: Option<Map<String, Value>>,
    /// Whom it is for: resources, or the client where it is for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aud: Option<&'a [String]>,
    /// Issuer of the token.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(url)]
    pub iss: Option<&'a str>,
    /// Id of the token itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jti: Option<&'a str>,
    /// When the user signed in, seconds since the epoch (RFC 9470 §6.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth_time: Option<i64>,
    /// Authentication context class that the user reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acr: Option<&'a str>,
    /// How the user signed in (RFC 8176).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amr: Option<&'a [String]>,
    /// Who acts for the user (RFC 8693 §4.1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<&'a Value>,
    /// Id of the tenant that it is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<&'a str>,
    /// Id of the authorization server that issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server_id: Option<&'a str>,
}

impl<'a> Introspection<'a> {
    fn of(claims: &'a Claims, username: Option<&'a str>, ext: Option<Map<String, Value>>) -> Self {
        Self {
            active: true,
            nbf: Some(claims.iat),
            username,
            ext,
            scope: Some(claims.scope.as_deref().unwrap_or_default().into()),
            client_id: Some(&claims.client_id),
            token_type: Some("Bearer"),
            exp: Some(claims.exp),
            iat: Some(claims.iat),
            sub: Some(&claims.sub),
            aud: Some(&claims.aud),
            iss: Some(&claims.iss),
            jti: Some(&claims.jti),
            auth_time: claims.auth_time,
            acr: claims.acr.as_deref(),
            amr: (!claims.amr.is_empty()).then_some(&claims.amr),
            act: claims.act.as_ref(),
            tenant_id: Some(&claims.tid),
            server_id: Some(&claims.aid),
        }
    }

    /// What is said of a valid access token, whose server's methods these are.
    #[must_use]
    pub(crate) fn of_access_token(methods: &'a Methods, verified: &'a Verified, token: &str) -> Self {
        let Verified { claims, client, grant } = verified;
        let Some(grant) = grant else { return Self::of(claims, None, None) };
        let knows_profile = claims.scopes().any(|scope| scope == PROFILE);
        Self::of(claims, username(methods, grant, client, knows_profile), own_claims(token))
    }

    fn of_refresh_token(
        grant: &'a AuthorizationGrant,
        issuer: &'a str,
        expires_at: i64,
        username: Option<&'a str>,
    ) -> Self {
        let user = &grant.details.authentication;
        Self {
            active: true,
            username,
            scope: Some(grant.scopes.join(" ").into()),
            client_id: Some(&grant.client_id),
            exp: Some(expires_at),
            iat: Some(grant.rotated_at),
            sub: Some(&grant.details.sub),
            iss: Some(issuer),
            auth_time: Some(user.auth_time),
            acr: user.acr.as_deref(),
            amr: (!user.amr.is_empty()).then_some(&user.amr),
            tenant_id: Some(&grant.tenant_id),
            server_id: Some(&grant.server_id),
            ..Self::default()
        }
    }
}

/// Ask about a token
///
/// For access tokens and refresh tokens. Says whether a token is valid, and what it says. The caller is a client that authenticates as at the token endpoint and is concerned by the token (it holds it,
/// is in its audience, or has the scope `introspect_tokens`), or a bearer with the scope `introspect_tokens`. Everybody else hears that the token isn't active.
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/oauth2/introspect", tags = ["oauth"], operation_id = "introspect", content_type = "application/x-www-form-urlencoded" }]
async fn introspect(
    request: Request<Context>,
    issuer: Issuer,
    form: OptionalForm<TokenQuery>,
) -> Result<Prepared<Introspection<'static>>, OAuthError> {
    let context = Arc::clone(request.context());
    let query = asked(form)?;
    let asker = Asker::of(&request, &issuer, &query, Purpose::Introspection, SCOPE).await?;
    if let Some(token) = RefreshToken::parse(&query.token) {
        return about_refresh_token(&context, &issuer, &asker, &token).await;
    }
    let verified = match verify::access_token(&context, &query.token).await {
        Ok(verified) if issuer.issued(&verified.claims) && asker.concerned(&verified.claims) => verified,
        Ok(_) => return say(&Introspection::default()),
        Err(VerifyError::Invalid(_)) => return about_former_token(&context, &issuer, &asker, &query.token).await,
        Err(VerifyError::Domain(error)) => return Err(error.into()),
    };
    let methods = authentication::of_server(&context.store, issuer.server.key()).await?;
    say(&Introspection::of_access_token(&methods, &verified, &query.token))
}

/// What the issuer gave out when it was another system says for itself who it is for.
async fn about_former_token(
    context: &Context,
    issuer: &Issuer,
    asker: &Asker,
    token: &str,
) -> Result<Prepared<Introspection<'static>>, OAuthError> {
    let FormerToken { claims, nbf } = match former_token::verify(context, &issuer.server, token).await {
        Ok(former) if asker.concerned(&former.claims) => former,
        Ok(_) | Err(VerifyError::Invalid(_)) => return say(&Introspection::default()),
        Err(VerifyError::Domain(error)) => return Err(error.into()),
    };
    say(&Introspection { nbf: Some(nbf), ..Introspection::of(&claims, None, own_claims(token)) })
}

/// What people call the user of a grant, for whoever may know: a pairwise subject would tell nothing if the name stood beside it, and what a provider calls them
/// is a part of their profile.
fn username<'g>(
    methods: &Methods,
    grant: &'g AuthorizationGrant,
    client: &ClientCredentials,
    knows_profile: bool,
) -> Option<&'g str> {
    if client.client.metadata.subject_type == SubjectType::Pairwise {
        return None;
    }
    let user = &grant.details.authentication;
    match methods.find(&user.method_id).map(|method| &method.kind) {
        Some(MethodKind::Static(_)) => Some(&user.subject),
        _ => user.context.get("preferred_username").and_then(Value::as_str).filter(|_| knows_profile),
    }
}

/// The claims of an access token that its authorization server has defined: all that tokens don't say by themselves.
fn own_claims(token: &str) -> Option<Map<String, Value>> {
    let payload = Compact::parse(token).ok().and_then(|compact| json::read(&compact.payload).ok());
    let mut claims: Map<String, Value> = payload.unwrap_or_default();
    claims.retain(|name, _| !claim::is_reserved(name));
    Some(claims).filter(|claims| !claims.is_empty())
}

/// A refresh token concerns nobody but its client, and whoever may ask about all tokens.
async fn about_refresh_token(
    context: &Context,
    issuer: &Issuer,
    asker: &Asker,
    token: &RefreshToken,
) -> Result<Prepared<Introspection<'static>>, OAuthError> {
    let server = &issuer.server;
    let grant = authorization_grant::find(&context.store, &server.tenant_id, &token.grant_id).await?;
    let shown = |grant: &AuthorizationGrant| {
        grant.server_id == server.id
            && match asker {
                Asker::Bearer => true,
                Asker::Client(client) => client.client.id == grant.client_id || may(client, SCOPE),
            }
    };
    let Some(grant) = grant.filter(|grant| grant.revoked_at.is_none() && shown(grant)) else {
        return say(&Introspection::default());
    };
    let client = client::credentials(&context.store, &server.tenant_id, Some(&server.id), &grant.client_id).await?;
    let Some(client) = client else { return say(&Introspection::default()) };
    let expires_at = grant.rotated_at + client.client.refresh_token_ttl(server);
    let methods = authentication::of_server(&context.store, server.key()).await?;
    let user = &grant.details.authentication;
    let alive = token.standing(&context.store, &grant)? == Standing::Current
        && grant.generation > 0
        && expires_at > context.now().timestamp()
        && authentication::still_signs_in(&context.store, &server.tenant_id, &methods, user).await?
        && authorization_grant::session_allows(&context.store, &grant).await?;
    if !alive {
        return say(&Introspection::default());
    }
    let knows_profile = grant.scopes.has(PROFILE);
    let username = username(&methods, &grant, &client, knows_profile);
    say(&Introspection::of_refresh_token(&grant, &issuer.url(context), expires_at, username))
}

/// RFC 7662 §4: what is true now may not be later.
fn say(introspection: &Introspection<'_>) -> Result<Prepared<Introspection<'static>>, OAuthError> {
    let answer = Answer::json(StatusCode::OK, introspection).map_err(DomainError::internal)?;
    Ok(Prepared::new(answer.no_store()))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface
        .register(introspect)
        .errors(&[400, 401, 404, 429])
        .request_example(json!({"token": "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9…"}))
        .response_example(json!({
            "active": true, "scope": "orders:read", "client_id": "bsq6b0ol1qs3a4tq2a10", "token_type": "Bearer", "exp": 1_767_229_200, "iat": 1_767_225_600,
            "nbf": 1_767_225_600, "sub": "bsq6b0ol1qs3a4tq2a10", "aud": ["https://orders.example"], "iss": "http://127.0.0.1:8080/default/default", "jti": "V3mRBZ7gQ0yb0kQ4v2u1xw",
            "tenant_id": "default", "server_id": "default"
        }))
        .security(json!({"client_basic": []}))
        .security(json!({"issuer": [SCOPE]}));
}

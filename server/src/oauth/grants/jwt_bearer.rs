//! `grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer` (RFC 7523 §2.1): an assertion that a client signed with its own key stands for whom it is about.
//!
//! About itself every client can say that; the token is then its own. About a user only one that an administrator made `trusted`: it could otherwise be anybody.
//! Only static users can be meant, since nobody else's names are known here.

use authplane_domain::Error as DomainError;
use authplane_domain::sign_in::authentication::{self, MethodKind};
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::tokens::assertion;
use authplane_domain::tokens::authorization_grant::{self, Details, NewGrant};
use serde::Deserialize;

use crate::oauth::client::authentication::AssertionAudience;
use crate::oauth::client::keys;
use crate::oauth::error::OAuthError;
use crate::oauth::grants::{Decision, Exchange, ForUser};
use crate::oauth::issue::audience::{self, Whose};
use crate::oauth::issue::{subject, user_tokens};
use crate::oauth::login::mapping;
use crate::tokens::claims::one_or_many;
use crate::tokens::jws::Compact;

/// The value of `grant_type`.
pub const NAME: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/// Seconds that clocks may differ.
const LEEWAY: i64 = 30;
/// Longest life of an assertion in seconds; its `jti` is remembered that long.
const LONGEST: i64 = 3600;

/// RFC 7523 §3.
#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    #[serde(deserialize_with = "one_or_many")]
    aud: Vec<String>,
    exp: i64,
    #[serde(default)]
    nbf: Option<i64>,
    #[serde(default)]
    iat: Option<i64>,
    jti: String,
}

/// Exchanges an assertion.
///
/// # Errors
/// `invalid_grant` for an assertion that doesn't hold, was used, or is about somebody whom the client can't speak for; those of [`audience::resolve`].
pub async fn authorize<'a>(exchange: &Exchange<'a>) -> Result<Decision<'a>, OAuthError> {
    exchange.require_grant(NAME)?;
    let Exchange { context, server, client, form, .. } = *exchange;
    let assertion = exchange.required("assertion", &form.assertion)?;
    let claims = check(exchange, assertion).await?;
    let whose = if claims.sub == client.client.id { Whose::Client } else { Whose::User };
    let target = audience::resolve(context, server, client, whose, &form.resource, form.scope.as_deref()).await?;
    let user = match whose {
        Whose::Client => None,
        Whose::User => {
            let user = vouched_for(exchange, &claims.sub, &target.scopes).await?;
            exchange.require_policies(&user, &target.scopes).await?;
            Some(user)
        }
    };
    use_up(exchange, &claims).await?;
    let user = match user {
        None => None,
        Some(authentication) => {
            let new = NewGrant {
                server_id: &server.id,
                client_id: &client.client.id,
                scopes: target.scopes.iter().map(|scope| (*scope).to_owned()).collect(),
                details: Details {
                    sub: subject::of(context, &client.client, &authentication.subject).await?,
                    authentication,
                    resources: form.resource.clone(),
                    ..Details::default()
                },
                needed_for: user_tokens::needed_for(context, server, false),
                ..NewGrant::default()
            };
            let grant = authorization_grant::issue(&context.store, &server.tenant_id, new).await?.grant;
            Some(ForUser { grant, refresh_token: None, nonce: None })
        }
    };
    Ok(Decision { target, user, issued_token_type: None })
}

async fn check(exchange: &Exchange<'_>, assertion: &str) -> Result<Claims, OAuthError> {
    let Exchange { context, server, client, profile, .. } = *exchange;
    let compact = Compact::parse(assertion).map_err(|_| invalid())?;
    // Nothing that this server signs may come back as an assertion, nor what a client signs to authenticate.
    if compact.header.typ.as_deref().is_some_and(|typ| !typ.eq_ignore_ascii_case("jwt")) {
        return Err(invalid());
    }
    if client.client.token_endpoint_signing_alg.as_deref().is_some_and(|only| only != compact.header.alg) {
        return Err(invalid());
    }
    let claims: Claims = serde_json::from_slice(&compact.payload).map_err(|_| invalid())?;
    let now = context.now().timestamp();
    let issuer = context.origin().issuer(&server.tenant_id, &server.id);
    let addressed = match profile.assertion_audience {
        AssertionAudience::IssuerOnly => claims.aud == [issuer],
        AssertionAudience::Any => claims.aud.iter().any(|aud| {
            aud.strip_prefix(issuer.as_str()).is_some_and(|rest| rest.is_empty() || rest == "/oauth2/token")
        }),
    };
    let timely = claims.exp > now - LEEWAY
        && claims.exp <= now + LONGEST
        && claims.nbf.is_none_or(|nbf| nbf <= now + LEEWAY)
        && claims.iat.is_none_or(|iat| iat <= now + LEEWAY);
    if claims.iss != client.client.id || !addressed || !timely || claims.jti.is_empty() {
        return Err(invalid());
    }
    keys::verify(context, &client.client, &compact).await.map_err(|_| invalid())?;
    Ok(claims)
}

/// The static user of that name, for whom a trusted client may speak. How the user proved anything is not known: `amr` stays empty.
async fn vouched_for(exchange: &Exchange<'_>, name: &str, scopes: &[&str]) -> Result<Authentication, OAuthError> {
    let Exchange { context, server, client, .. } = *exchange;
    if !client.client.trusted || scopes.contains(&"offline_access") {
        return Err(OAuthError::invalid_grant("this client can't speak for users, or not for so long"));
    }
    let methods = authentication::of_server(&context.store, &server.tenant_id, &server.id).await?;
    let found = methods.enabled().find_map(|method| match &method.kind {
        MethodKind::Static(settings) => settings.user(name).map(|user| (method, user)),
        _ => None,
    });
    let (method, user) = found.ok_or_else(invalid)?;
    Ok(Authentication {
        subject: user.username.clone(),
        method_id: method.id.clone(),
        auth_time: context.now().timestamp(),
        acr: None,
        amr: Vec::new(),
        context: mapping::apply(&method.mappings, &user.context, || user.context.clone()),
    })
}

/// RFC 7523 §3 item 7: one use, on whichever replica. Not the same uses as those of client authentication.
async fn use_up(exchange: &Exchange<'_>, claims: &Claims) -> Result<(), OAuthError> {
    let Exchange { context, server, client, .. } = *exchange;
    let jti = format!("jwt-bearer:{}", claims.jti);
    let first = assertion::claim(&context.store, &server.tenant_id, &client.client.id, &jti, claims.exp + LEEWAY).await;
    match first {
        Ok(true) => Ok(()),
        Ok(false) | Err(DomainError::Invalid { .. }) => Err(invalid()),
        Err(error) => Err(error.into()),
    }
}

fn invalid() -> OAuthError {
    OAuthError::invalid_grant("the assertion is not valid here, or was used")
}

//! `grant_type=password` (RFC 6749 §4.3) at servers that are explicitly set to it (security assertion 30). Static users only: nobody else's password is ours to
//! check. The local user store's door has a grant of the same name that means something else: [`password`](crate::oauth::grants::api_client).

use authplane_domain::sign_in::authentication::{self, MethodKind};
use authplane_domain::tokens::authorization_grant::{self, Details, NewGrant};

use crate::oauth::error::OAuthError;
use crate::oauth::grants::{Decision, Exchange, ForUser, refresh_token};
use crate::oauth::issue::audience::{self, Whose};
use crate::oauth::issue::{subject, user_tokens};
use crate::oauth::login::password;
use crate::pages::sign_in::SignInProblem;

/// The value of `grant_type`.
pub const NAME: &str = "password";

/// Checks the user's name and password and makes the grant.
///
/// # Errors
/// `invalid_grant` when they don't hold or a policy refuses the user; `temporarily_unavailable` (429) after too many wrong ones; those of [`audience::resolve`].
pub async fn authorize<'a>(exchange: &Exchange<'a>) -> Result<Decision<'a>, OAuthError> {
    exchange.require_grant(NAME)?;
    let Exchange { context, server, client, form, address, .. } = *exchange;
    let username = exchange.required("username", &form.username)?;
    let password = exchange.required("password", &form.password)?;
    // Before anybody's password is looked at.
    let target = audience::resolve(context, server, client, Whose::User, &form.resource, form.scope.as_deref()).await?;
    let methods = authentication::of_server(&context.store, &server.tenant_id, &server.id).await?;
    let mut refused = None;
    let mut signed_in = None;
    for method in methods.enabled().filter(|method| matches!(method.kind, MethodKind::Static(_))) {
        match password::check(context, server, method, username, password, address).await? {
            Ok(authentication) => {
                signed_in = Some(authentication);
                break;
            }
            Err(problem) => refused = Some(problem),
        }
    }
    let Some(authentication) = signed_in else {
        return Err(match refused {
            Some(SignInProblem::TooManyAttempts { retry_after_seconds }) => {
                OAuthError::too_many_failures(i64::try_from(retry_after_seconds).unwrap_or(i64::MAX))
            }
            _ => OAuthError::invalid_grant("username and password do not hold"),
        });
    };
    exchange.require_policies(&authentication, &target.scopes).await?;
    let scopes: Vec<String> = target.scopes.iter().map(|scope| (*scope).to_owned()).collect();
    let refreshable = target.scopes.contains(&"offline_access")
        && exchange.profile.offers(server, refresh_token::NAME)
        && client.client.grant_types.has(refresh_token::NAME);
    let new = NewGrant {
        server_id: &server.id,
        client_id: &client.client.id,
        scopes,
        details: Details {
            sub: subject::of(context, &client.client, &authentication.subject).await?,
            authentication,
            resources: form.resource.clone(),
            ..Details::default()
        },
        refreshable,
        first_refresh_token: refreshable,
        needed_for: user_tokens::needed_for(context, server, refreshable),
        ..NewGrant::default()
    };
    let grant = authorization_grant::issue(&context.store, &server.tenant_id, new).await?.grant;
    let refresh_token = authorization_grant::refresh_token(&context.store, &grant, 1)?;
    Ok(Decision { target, user: Some(ForUser { grant, refresh_token, nonce: None }), issued_token_type: None })
}

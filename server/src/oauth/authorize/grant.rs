//! Makes the grant of a user's authorization, and the answer that the client gets for it.

use authplane_domain::catalogue::claim;
use authplane_domain::sign_in::consent::AskedScope;
use authplane_domain::sign_in::device_authorization;
use authplane_domain::sign_in::login_request::SignedIn;
use authplane_domain::storage::cache::Freshness;
use authplane_domain::tokens::authorization_grant::{self, AuthorizationGrant, Details, NewGrant, Remembered};
use authplane_domain::{Error as DomainError, Result as DomainResult};
use serde_json::Value;

use crate::edge::Answer;
use crate::oauth::authorize::Flow;
use crate::oauth::authorize::check::Refusal;
use crate::oauth::authorize::offer::Offer;
use crate::oauth::authorize::waiting::deny;
use crate::oauth::browser::page_error::PageError;
use crate::oauth::grants::refresh_token;
use crate::oauth::issue::audience::{self, Whose};
use crate::oauth::issue::claims::ClaimsRequest;
use crate::oauth::issue::profile::Profile;
use crate::oauth::issue::subject;
use crate::oauth::issue::user_tokens::{self, ClaimsFor, IdTokenBinding, Issue};
use crate::tokens::access_token::{self, NoToken};
use crate::tokens::key_ring;

/// The user agreed to `granted` of what was offered, or needn't be asked. Makes the grant and answers.
///
/// # Errors
/// [`PageError::expired`] when the login request was answered before, or the session has ended; without database.
pub async fn grant(
    flow: &Flow<'_>,
    signed_in: &SignedIn,
    offer: &Offer,
    granted: &[String],
    asked_in: Option<&'static str>,
) -> Result<Answer, PageError> {
    let (context, server, asked) = (flow.context(), &flow.server, &flow.authorization);
    let client = &flow.client.client;
    let scopes: Vec<String> = offer.scopes.iter().filter(|name| granted.contains(name)).cloned().collect();
    let names: Vec<&str> = scopes.iter().map(String::as_str).collect();
    let target = audience::resolve(context, server, &flow.client, Whose::User, &asked.resources, &names).await;
    let target = match target.map_err(Refusal::from) {
        Ok(target) => target,
        Err(Refusal::Client(_)) if asked.device.is_some() => {
            return deny(flow, "access_denied", "the client may not have any more what it asked for").await;
        }
        Err(Refusal::Client(unacceptable)) => return Ok(flow.response().refusal(&unacceptable)),
        Err(Refusal::User(error)) => return Err(error),
    };
    let claims = consented_claims(flow, granted).await?;
    let details = Details {
        authentication: signed_in.authentication.clone(),
        sub: subject::of(context, client, &signed_in.authentication.subject).await?,
        redirect_uri: asked.redirect_uri_given.then(|| asked.redirect_uri.clone()),
        nonce: asked.nonce.clone(),
        code_challenge: asked.code_challenge.clone(),
        claims,
        resources: asked.resources.clone(),
        ..Details::default()
    };
    let (given, refused): (Vec<AskedScope>, Vec<AskedScope>) =
        offer.asked().iter().cloned().partition(|asked| granted.contains(&asked.name));
    let remembered = asked_in.map(|language| Remembered { language, scopes: given, refused });
    let offline = scopes.iter().any(|scope| scope == "offline_access") || always_refreshable(flow, offer);
    let profile = Profile::of(server);
    let refreshable = offline && profile.offers(server, refresh_token::NAME);
    let new = NewGrant {
        server_id: &server.id,
        client_id: &client.id,
        session_id: signed_in.session_id.as_deref(),
        scopes,
        details,
        code_lifetime: asked.response_type.code.then(|| profile.code_lifetime(server)),
        refreshable,
        // A device gets it with its first answer, and no code before.
        first_refresh_token: asked.device.is_some(),
        needed_for: needed_for(flow, refreshable),
        login_request: flow.waiting.as_deref(),
        device_authorization: asked.device.as_deref(),
        signs_in: false,
        remembered,
    };
    let issued = authorization_grant::issue(&flow.acting(), new).await?;
    answer(flow, &issued.grant, issued.code.as_deref(), &target).await
}

/// Without `offline_access` no refresh token leaves for a front channel, nor for a client that couldn't use it; and whoever was asked for it and said no has said so.
fn always_refreshable(flow: &Flow<'_>, offer: &Offer) -> bool {
    let client = &flow.client.client;
    if offer.scopes.iter().any(|scope| scope == "offline_access") {
        return false;
    }
    let is_usable = flow.authorization.response_type.code && client.grant_types.has(refresh_token::NAME);
    is_usable && client.always_gets_refresh_tokens()
}

/// Seconds that a grant is needed, besides the life of its code. What becomes of it when a code is redeemed is decided then; a device redeems no code.
fn needed_for(flow: &Flow<'_>, refreshable: bool) -> i64 {
    let client = &flow.client.client;
    let needed_for = |refreshable| user_tokens::needed_for(flow.context(), &flow.server, client, refreshable);
    match flow.authorization.device {
        // Nothing has come of it yet: it lives as long as its code.
        None if !flow.authorization.response_type.is_front_channel() => 0,
        None => needed_for(false),
        Some(_) => device_authorization::LIFETIME + needed_for(refreshable),
    }
}

async fn consented_claims(flow: &Flow<'_>, granted: &[String]) -> DomainResult<Option<Value>> {
    let Some(claims) = &flow.authorization.claims else { return Ok(None) };
    let (store, server) = (&flow.context().store, &flow.server);
    let defined = claim::list_of_server(store, Freshness::Notified, server.key()).await?;
    let claims: ClaimsRequest = claims.clone().consented(&defined, granted);
    serde_json::to_value(claims).map(Some).map_err(DomainError::internal)
}

/// Everything that the response type asks for (OpenID Connect Core §3.3.2.5).
async fn answer(
    flow: &Flow<'_>,
    grant: &AuthorizationGrant,
    code: Option<&str>,
    target: &audience::Target<'_>,
) -> Result<Answer, PageError> {
    let asked = &flow.authorization;
    let mut parameters: Vec<(&str, &str)> = Vec::with_capacity(6);
    parameters.extend(code.map(|code| ("code", code)));
    if !asked.response_type.is_front_channel() {
        return Ok(flow.response().success(&parameters));
    }
    let (context, server) = (flow.context(), &flow.server);
    let signer = &key_ring::signer(context, server).await?;
    let issue = Issue { context, server, client: &flow.client.client, grant, signer };
    let access_token = if asked.response_type.token {
        let token = issue.access_token(flow.request.id(), target).await;
        Some(token.map_err(|error| match error {
            NoToken::TooLong => PageError::bad_request("invalid_request", NoToken::TooLong.to_string()),
            NoToken::Failed(error) => error.into(),
        })?)
    } else {
        None
    };
    let expires_in = access_token::bounded(context, target.lifetime).to_string();
    let scope = target.scopes.join(" ");
    if let Some(access_token) = &access_token {
        // RFC 6749 §4.2.2.
        parameters.extend([
            ("access_token", access_token.as_str()),
            ("token_type", "Bearer"),
            ("expires_in", &expires_in),
            ("scope", &scope),
        ]);
    }
    let id_token = if asked.response_type.id_token {
        let along = IdTokenBinding {
            nonce: asked.nonce.as_deref(),
            access_token: access_token.as_deref(),
            code,
            state: asked.state.as_deref(),
        };
        let alone = !asked.response_type.token && !asked.response_type.code;
        let claims_for = if alone { ClaimsFor::IdTokenAlone } else { ClaimsFor::FrontChannel };
        Some(issue.id_token(&along, claims_for).await?)
    } else {
        None
    };
    parameters.extend(id_token.as_deref().map(|id_token| ("id_token", id_token)));
    Ok(flow.response().success(&parameters))
}

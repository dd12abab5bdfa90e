//! What an authorization request needs of its user now: to sign in, to consent, or nothing more.

use authplane_domain::sign_in::login_request::SignedIn;
use authplane_domain::sign_in::session::Session;

use crate::edge::Answer;
use crate::oauth::authorize::Flow;
use crate::oauth::authorize::grant::grant;
use crate::oauth::authorize::offer::{Offer, asks_for_scopes, may_know, verdict};
use crate::oauth::authorize::parameters::Prompt;
use crate::oauth::authorize::session;
use crate::oauth::authorize::waiting::{at_account, at_page, deny};
use crate::oauth::browser::page_error::PageError;
use crate::policy::Verdict;

/// What a silent request is told that can't be granted before the user has seen a page of ours: the same whoever is signed in, and whether anybody is. To a client
/// that the user has never consented to, anything else would be the answer to a question about the user (`claims` and `id_token_hint` ask who they are, a policy
/// what they may). OpenID Connect Core §3.1.2.6: of `login_required` and `consent_required` it is the former that is also true where nobody is signed in; what
/// the client does next is the same.
const NOTHING_SILENT: &str = "the user must sign in or consent";

/// A request that has just arrived.
///
/// # Errors
/// Without database.
pub async fn begin(flow: &Flow<'_>) -> Result<Answer, PageError> {
    let session = session::usable(flow).await?;
    if flow.authorization.prompt.contains(&Prompt::None) {
        let session = match session {
            Some(session) if may_know(flow, &session.subject).await? => session,
            _ => return Ok(flow.response().error("login_required", NOTHING_SILENT)),
        };
        return proceed(flow, signed_in_by(session)).await;
    }
    match session {
        Some(session) => proceed(flow, signed_in_by(session)).await,
        None => Ok(at_page(flow, "login", None).await?),
    }
}

fn signed_in_by(session: Session) -> SignedIn {
    SignedIn { authentication: session.authentication, session_id: Some(session.id) }
}

/// A refusal that says something of whoever is signed in. Before they have done anything here for this client it isn't told: as somebody else they might get in.
async fn refuse(flow: &Flow<'_>, subject: &str, description: &str) -> Result<Answer, PageError> {
    if flow.waiting.is_none() && !may_know(flow, subject).await? {
        return Ok(at_page(flow, "login", None).await?);
    }
    deny(flow, "access_denied", description).await
}

/// What whoever signed in may be asked for; else the answer that refuses them. Asked whenever something is about to be granted: a policy may say something else by
/// the time at which a page comes back.
///
/// # Errors
/// [`PageError::expired`] when the login request was answered before; without database.
pub async fn offered(flow: &Flow<'_>, signed_in: &SignedIn) -> Result<Result<Offer, Answer>, PageError> {
    let authentication = &signed_in.authentication;
    if flow.authorization.is_of_account() {
        // Nobody asks for anything, whoever calls the page of consent.
        return Err(PageError::expired());
    }
    if !session::is_expected(flow, &authentication.subject).await? {
        return deny(flow, "login_required", "another user signed in").await.map(Err);
    }
    if !session::reaches_class(flow, authentication.acr.as_deref()) {
        // OpenID Connect Core Unmet Authentication Requirements 1.0 §2.
        let error = "unmet_authentication_requirements";
        return deny(flow, error, "the sign-in did not reach the class that is essential").await.map(Err);
    }
    let of_server = match verdict(flow, authentication, flow.server.user_policy_id.as_deref()).await? {
        Verdict::Passes => Vec::new(),
        Verdict::Lacks(missing) => missing,
        Verdict::Refuses => {
            let description = "a policy of this server refuses the user";
            return refuse(flow, &authentication.subject, description).await.map(Err);
        }
    };
    let mut offer = Offer::of(flow, authentication).await?;
    offer.lacking.add_to_everything(of_server);
    if flow.authorization.response_type.id_token {
        if !offer.scopes.iter().any(|scope| scope == "openid") {
            return refuse(flow, &authentication.subject, "a policy refuses the scope openid").await.map(Err);
        }
        offer.lacking.cannot_do_without("openid");
    }
    if let Some(chosen) = granted_by_page(flow, &authentication.subject) {
        let is_chosen = |name: &str| name == "openid" || chosen.iter().any(|chosen| chosen == name);
        if flow.authorization.device.is_some() {
            offer.keep(|name| is_chosen(name));
        } else {
            // The user isn't asked for the sake of what that page has decided against.
            offer.keep_of_lacking(is_chosen);
        }
    }
    Ok(Ok(offer))
}

/// What a page of the operator's own granted on behalf of this user, if it did.
#[must_use]
pub fn granted_by_page<'a>(flow: &'a Flow<'_>, subject: &str) -> Option<&'a [String]> {
    flow.waiting.as_ref()?.progress.granted_for(subject)
}

/// Somebody is signed in. Asks for consent where it is missing, else answers.
///
/// # Errors
/// [`PageError::expired`] when the login request was answered before; without database.
pub async fn proceed(flow: &Flow<'_>, signed_in: SignedIn) -> Result<Answer, PageError> {
    let authentication = &signed_in.authentication;
    if flow.authorization.is_of_account() {
        return at_account(flow).await;
    }
    let offer = match offered(flow, &signed_in).await? {
        Ok(offer) => offer,
        Err(refused) => return Ok(refused),
    };
    if offer.lacking.is_empty() {
        if flow.authorization.device.is_none()
            && let Some(chosen) = granted_by_page(flow, &authentication.subject)
        {
            return grant_as_chosen(flow, &signed_in, &offer, chosen).await;
        }
        if !asks_for_scopes(flow, &offer, &authentication.subject).await? {
            return grant_all(flow, &signed_in, &offer).await;
        }
    }
    if flow.authorization.prompt.contains(&Prompt::None) {
        return Ok(flow.response().error("consent_required", "the user must consent"));
    }
    Ok(at_page(flow, "consent", Some(signed_in)).await?)
}

/// Another page has asked for consent (ACP behaviour §9). It knows nothing of devices, and shows no code to compare.
///
/// # Errors
/// Those of [`grant`].
pub async fn grant_as_chosen(
    flow: &Flow<'_>,
    signed_in: &SignedIn,
    offer: &Offer,
    chosen: &[String],
) -> Result<Answer, PageError> {
    let granted: Vec<String> =
        offer.names().filter(|name| *name == "openid" || chosen.contains(name)).cloned().collect();
    grant(flow, signed_in, offer, &granted, Some(flow.language.tag())).await
}

/// Nobody needs to be asked for scopes.
///
/// # Errors
/// Those of [`grant`].
pub async fn grant_all(flow: &Flow<'_>, signed_in: &SignedIn, offer: &Offer) -> Result<Answer, PageError> {
    let granted: Vec<String> = offer.names().cloned().collect();
    // What trusted clients get is shown among what the user gave, too (ACP behaviour §9).
    let asked_in = flow.client.client.trusted.then_some("");
    grant(flow, signed_in, offer, &granted, asked_in).await
}

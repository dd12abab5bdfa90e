//! Who registers a client, and how often they may.
//!
//! Nobody needs a token, but an address may try only so often without one. Initial access tokens (RFC 7591 §3), which lift that, are access tokens of the server
//! itself that its client was given the scope `register_clients` for. So they are made, end, are revoked and stand in the audit log like all others, and there is
//! nothing more to store. A user's token isn't one: who signs in at an application hasn't been asked.

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::attempt::{self, Limit};
use http::header::AUTHORIZATION;

use crate::caller;
use crate::context::Context;
use crate::edge::client_address::network;
use crate::edge::rejection::Unauthenticated;
use crate::edge::{Rejection, Request};
use crate::oauth::error::OAuthError;
use crate::oauth::introspect;
use crate::tokens::verify::{self, Verified};

/// The scope of the server's built-in service `OAuth2` whose holders register as many clients as they like.
const SCOPE: &str = "register_clients";
/// Who registers a client, in the audit log, when nobody says who they are.
const ANONYMOUS: &str = "dynamic_client_registration";

/// Lets somebody try to register a client.
pub(super) async fn admit(request: &Request<Context>, server: &AuthorizationServer) -> Result<Acting, OAuthError> {
    let registrant = registrant(request, server).await;
    // Whoever presents a token that doesn't hold may be guessing.
    if !registrant.as_ref().is_ok_and(|registrant| registrant.is_unlimited) {
        let key = format!("registration:{}:{}", server.id, network(request.client_address()));
        count(request.context(), server, &key).await?;
    }
    Ok(registrant?.acting)
}

/// Counts an attempt against a limit: that of an address that registers, or of a client that changes its registration.
pub(super) async fn count(context: &Context, server: &AuthorizationServer, key: &str) -> Result<(), OAuthError> {
    let allowance = context.limits.load().registrations;
    let limits = [Limit { key, failures: allowance.most(), seconds: allowance.window() }];
    match attempt::take(&context.store, &server.tenant_id, &limits).await? {
        Some(seconds) => Err(OAuthError::too_many_requests(seconds)),
        None => Ok(()),
    }
}

/// Who registers a client.
struct Registrant {
    acting: Acting,
    /// Whether they may register as many as they like.
    is_unlimited: bool,
}

/// Who registers. A token isn't needed, but one that is sent must hold.
async fn registrant(request: &Request<Context>, server: &AuthorizationServer) -> Result<Registrant, OAuthError> {
    let mut subject = ANONYMOUS.to_owned();
    let mut is_unlimited = false;
    if request.headers().contains_key(AUTHORIZATION) {
        let context = request.context();
        let verified = verify::access_token(context, caller::bearer(request)?).await;
        let Verified { claims, client, grant } = verified.map_err(|error| caller::rejection(context, &error))?;
        if claims.tid != server.tenant_id || claims.aid != server.id {
            return Err(Rejection::Unauthenticated(Unauthenticated::Invalid).into());
        }
        subject.clone_from(&claims.sub);
        is_unlimited = grant.is_none()
            && claims.sub == claims.client_id
            && claims.scopes().any(|scope| scope == SCOPE)
            && introspect::may(&client, SCOPE);
    }
    let actor = Actor { subject, request_id: request.id().to_owned(), address: Some(request.client_address()) };
    let acting = Acting::new(&request.context().store, &server.tenant_id, actor);
    Ok(Registrant { acting, is_unlimited })
}

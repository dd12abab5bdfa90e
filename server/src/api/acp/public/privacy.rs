//! `/{tid}/{aid}/privacy/…`: what a user gave of consents, for applications in which users see to that themselves.
//!
//! Who asks is the user that the access token stands for, and nobody else can be asked about: the subject comes from the token's grant, never from the request.
//! Only an administrator gives a client the scopes for it.

use std::sync::Arc;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::control_surface::{MANAGE_CONSENTS, VIEW_CONSENTS};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service::privacy_id;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::person;
use authplane_domain::tokens::authorization_grant::AuthorizationGrant;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::client_access::{DIALECT, user_grant};
use crate::api::acp::consent_grants::{
    self, AcpConsentGrant, AcpConsentGrantPatchRequest, AcpConsentGrantPatchResponse, AcpConsentGrantRequest,
    AcpConsentsWithGrants, By, ConsentIds, Whose,
};
use crate::api::acp::error::AcpError;
use crate::api::acp::ledger_events::{self, AcpPrivacyLedgerEvents, Span};
use crate::context::Context;
use crate::edge::answer::{Prepared, Unkept};
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, Created, JsonReply, Path, Query, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::browser::cors;

#[derive(Debug, Deserialize, JsonSchema)]
struct ActionPath {
    /// Tenant.
    tid: String,
    /// Authorization server.
    aid: String,
    /// Action, by its id or else by its name.
    action: String,
}

/// The grant of the user whose access token this is, with a scope of the server's built-in service of consents.
async fn grant_of(
    request: &Request<Context>,
    server: ServerKey<'_>,
    scope: &'static str,
) -> Result<Arc<AuthorizationGrant>, AcpError> {
    if authorization_server::find(&request.context().store, server.tenant, server.id).await?.is_none() {
        return Err(DomainError::not_found("authorization_server", server.id).into());
    }
    user_grant(request, server, scope, &privacy_id(server.id)).await
}

fn acting(request: &Request<Context>, tenant: &str, grant: &AuthorizationGrant) -> Acting {
    let actor = Actor {
        subject: grant.subject.clone(),
        request_id: request.id().to_owned(),
        address: Some(request.client_address()),
    };
    Acting::new(&request.context().store, tenant, actor)
}

/// The key of whose consents they are.
async fn person_of(request: &Request<Context>, grant: &AuthorizationGrant) -> Result<String, AcpError> {
    let server = ServerKey { tenant: &grant.tenant_id, id: &grant.server_id };
    Ok(person::of(&request.context().store, server, &grant.details.authentication).await?.key())
}

/// As the client of the token knows the user.
fn whose<'a>(person: &'a str, grant: &'a AuthorizationGrant) -> Whose<'a> {
    Whose { person, known_as: &grant.details.sub }
}

/// List one's consents
///
/// All consents of the tenant, with what the user of the access token gave of each. The token has the scope `view_consents`.
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/privacy/consents", tags = ["consents"] }]
async fn list_user_consents(
    request: Request<Context>,
    path: Path<IssuerPath>,
    ids: ConsentIds,
) -> Result<Unkept<Prepared<AcpConsentsWithGrants>>, AcpError> {
    let server = path.0.server();
    let grant = grant_of(&request, server, VIEW_CONSENTS).await?;
    let person = person_of(&request, &grant).await?;
    Ok(Unkept(consent_grants::list(request.context(), server.tenant, whose(&person, &grant), ids).await?))
}

/// List one's consents of an action
///
/// Those that the action asks for, also those that are given, in its order. The token has the scope `view_consents`.
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/privacy/consents/{action}", tags = ["consents"] }]
async fn list_user_consents_by_action(
    request: Request<Context>,
    path: Path<ActionPath>,
) -> Result<Unkept<Prepared<AcpConsentsWithGrants>>, AcpError> {
    let ActionPath { tid, aid, action } = &path.0;
    let grant = grant_of(&request, ServerKey { tenant: tid, id: aid }, VIEW_CONSENTS).await?;
    let person = person_of(&request, &grant).await?;
    Ok(Unkept(consent_grants::list_by_action(request.context(), tid, whose(&person, &grant), action).await?))
}

/// List one's privacy ledger events
///
/// What the user of the access token gave and took back, in the order in which it was written. The token has the scope `view_consents`.
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/privacy/events", tags = ["consents"] }]
async fn list_privacy_ledger_events(
    request: Request<Context>,
    path: Path<IssuerPath>,
    query: Query<Span>,
) -> Result<Unkept<Prepared<AcpPrivacyLedgerEvents>>, AcpError> {
    let server = path.0.server();
    let grant = grant_of(&request, server, VIEW_CONSENTS).await?;
    let person = person_of(&request, &grant).await?;
    let filter = query.0.filter(Some(person))?;
    let known_as = Some(grant.details.sub.clone());
    Ok(Unkept(ledger_events::answer(request.context(), server.tenant, filter, known_as).await?))
}

/// Give a consent
///
/// In its current version. What is given already is no error. One that was collected before the user said something else is refused (409). The token has the scope
/// `manage_consents`.
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/privacy/consents/grant", tags = ["consents"] }]
async fn grant_consent(
    request: Request<Context>,
    path: Path<IssuerPath>,
    body: Body<AcpConsentGrantRequest, Lenient>,
) -> Result<Unkept<Created<AcpConsentGrant>>, AcpError> {
    let server = path.0.server();
    let grant = grant_of(&request, server, MANAGE_CONSENTS).await?;
    let person = person_of(&request, &grant).await?;
    let acting = acting(&request, server.tenant, &grant);
    let given =
        consent_grants::one(request.context(), &acting, whose(&person, &grant), body.into_inner(), true).await?;
    Ok(Unkept(Created(given)))
}

/// Take a consent back
///
/// 404 for one that wasn't given, 422 for one that can't be withdrawn. The token has the scope `manage_consents`.
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/privacy/consents/revoke", tags = ["consents"] }]
async fn revoke_consent(
    request: Request<Context>,
    path: Path<IssuerPath>,
    body: Body<AcpConsentGrantRequest, Lenient>,
) -> Result<Unkept<JsonReply<AcpConsentGrant>>, AcpError> {
    let server = path.0.server();
    let grant = grant_of(&request, server, MANAGE_CONSENTS).await?;
    let person = person_of(&request, &grant).await?;
    let acting = acting(&request, server.tenant, &grant);
    let taken =
        consent_grants::one(request.context(), &acting, whose(&person, &grant), body.into_inner(), false).await?;
    Ok(Unkept(JsonReply(taken)))
}

/// Give and take back consents
///
/// Several at once, all or none. What is so already is left as it is. The token has the scope `manage_consents`.
#[dropshot::endpoint { method = PATCH, path = "/{tid}/{aid}/privacy/consents", tags = ["consents"] }]
async fn patch_consent_grants(
    request: Request<Context>,
    path: Path<IssuerPath>,
    body: Body<AcpConsentGrantPatchRequest, Lenient>,
) -> Result<Unkept<Created<AcpConsentGrantPatchResponse>>, AcpError> {
    let server = path.0.server();
    let grant = grant_of(&request, server, MANAGE_CONSENTS).await?;
    let person = person_of(&request, &grant).await?;
    let acting = acting(&request, server.tenant, &grant);
    let by_user = (whose(&person, &grant), By::User);
    let done = consent_grants::several(request.context(), &acting, by_user, body.into_inner()).await?;
    Ok(Unkept(Created(done)))
}

/// These operations, for the public listener.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT);
    for (id, path, methods) in [
        ("privacy_consents_preflight", "/{tid}/{aid}/privacy/consents", "GET, PATCH"),
        ("privacy_consents_by_action_preflight", "/{tid}/{aid}/privacy/consents/{action}", "GET"),
        ("privacy_events_preflight", "/{tid}/{aid}/privacy/events", "GET"),
        ("grant_consent_preflight", "/{tid}/{aid}/privacy/consents/grant", "POST"),
        ("revoke_consent_preflight", "/{tid}/{aid}/privacy/consents/revoke", "POST"),
    ] {
        cors::preflight(&mut surface, id, path, methods);
    }
    let (view, manage) = (json!({"issuer": [VIEW_CONSENTS]}), json!({"issuer": [MANAGE_CONSENTS]}));
    let mut of_action = consent_grants::example();
    of_action["required"] = json!(true);
    let one =
        json!({"consent_id": "newsletter", "grant_type": "explicit", "language": "en", "context": {"ip": "192.0.2.7"}});
    let given = json!({
        "consent_id": "newsletter", "consent_grant_act_id": "0192f4a1-6c1e-7d2b-9f3a-5b8e6c7d9a11",
        "given_at": "2026-11-27T09:30:00.123456Z", "grant_type": "explicit", "subject": "ada", "tenant_id": "default", "version": 1
    });
    let (patch, patched) = consent_grants::patch_examples();
    surface
        .register(cors::open(list_user_consents))
        .errors(&[401, 403, 404])
        .response_example(json!({"consents": [consent_grants::example()]}))
        .security(view.clone());
    surface
        .register(cors::open(list_user_consents_by_action))
        .errors(&[401, 403, 404])
        .response_example(json!({"consents": [of_action]}))
        .security(view.clone());
    surface
        .register(cors::open(list_privacy_ledger_events))
        .errors(&[401, 403, 404])
        .response_example(ledger_events::example())
        .parameter("from", json!({"example": 1_795_771_800}))
        .parameter("to", json!({"example": 1_795_858_200}))
        .security(view);
    surface
        .register(cors::open(grant_consent))
        .errors(&[401, 403, 404, 409, 422, 429])
        .request_example(one.clone())
        .response_example(given.clone())
        .security(manage.clone());
    surface
        .register(cors::open(revoke_consent))
        .errors(&[401, 403, 404, 422, 429])
        .request_example(one)
        .response_example(given)
        .security(manage.clone());
    surface
        .register(cors::open(patch_consent_grants))
        .errors(&[401, 403, 404, 409, 422, 429])
        .request_example(patch)
        .response_example(patched)
        .security(manage);
    surface
}

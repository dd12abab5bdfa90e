//! `/api/admin/{tid}/actions`: what users do, and the consents that they need for it.

use authplane_domain::Error as DomainError;
use authplane_domain::configuration::beside::TimeBeside;
use authplane_domain::configuration::wanted::WantedConsentAction;
use authplane_domain::privacy::consent::Consent;
use authplane_domain::privacy::consent_action::{self, ConsentAction, ConsentActionDetails, ConsentOfAction};
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::store::Store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::consents::{AcpConsent, Read, Write};
use super::{TenantPath, filled};
use crate::api::acp::error::AcpError;
use crate::caller::Caller;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, Created, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};

/// An action, in a list.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConsentAction {
    /// Id of the action, unique within the tenant.
    id: String,
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Name of the action. Paths take it in place of the id.
    name: String,
    /// What users do by it; may be empty.
    description: String,
}

/// The actions of a tenant.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConsentActions {
    /// In the order of their creation.
    consent_actions: Vec<AcpConsentAction>,
}

/// A consent that an action asks for.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConsentActionToConsent {
    #[serde(flatten)]
    consent: AcpConsent,
    /// Whether the action is not possible without it.
    required: bool,
}

/// An action: something that users do, and the consents that they need for it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConsentActionWithConsents {
    #[serde(flatten)]
    action: AcpConsentAction,
    /// What it asks for, each as it is now.
    consents: Vec<AcpConsentActionToConsent>,
}

/// What an action is made from, or replaced by.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpConsentActionRequest {
    /// Id of the action, unique within the tenant. Required at creation; it never changes.
    id: Option<String>,
    /// Accepted and ignored, since the path says which tenant it is.
    tenant_id: Option<String>,
    /// Name of the action. Paths take it in place of the id.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"\S"))]
    name: Option<String>,
    /// What users do by it; may be empty.
    #[schemars(length(max = 8192))]
    description: Option<String>,
    /// What it asks for, each consent once.
    #[schemars(length(max = 256))]
    consents: Option<Vec<ConsentOfAction>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ActionPath {
    #[serde(flatten)]
    _tenant: TenantPath,
    /// Action, by its id or else by its name.
    action: String,
}

impl AcpConsentAction {
    fn of(action: &ConsentAction) -> Self {
        Self {
            id: action.id.clone(),
            tenant_id: action.tenant_id.clone(),
            name: action.name.clone(),
            description: action.description.clone(),
        }
    }
}

impl AcpConsentActionWithConsents {
    fn of(action: &ConsentAction, consents: &[(Consent, bool)]) -> Self {
        let shown = |(consent, required): &(Consent, bool)| AcpConsentActionToConsent {
            consent: AcpConsent::of(consent),
            required: *required,
        };
        Self { action: AcpConsentAction::of(action), consents: consents.iter().map(shown).collect() }
    }
}

/// An action in a dump, where consents are a list of their own.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpDumpedConsentAction {
    #[serde(flatten)]
    action: AcpConsentAction,
    /// What it asks for.
    consents: Vec<ConsentOfAction>,
}

impl AcpDumpedConsentAction {
    pub(in crate::api::acp) fn of(action: &ConsentAction) -> Self {
        Self { action: AcpConsentAction::of(action), consents: action.consents.0.clone() }
    }
}

impl AcpConsentActionRequest {
    fn into_details(self) -> ConsentActionDetails {
        ConsentActionDetails {
            name: self.name.unwrap_or_default(),
            description: self.description.unwrap_or_default(),
            consents: self.consents.unwrap_or_default(),
        }
    }

    /// As a dump has it.
    pub(in crate::api::acp) fn into_wanted(self, beside: Option<TimeBeside>) -> WantedConsentAction {
        WantedConsentAction { details: self.into_details(), beside: beside.unwrap_or_default() }
    }
}

async fn named(store: &Store, tenant: &str, action: &str) -> Result<ConsentAction, AcpError> {
    let found = consent_action::find_by_id_or_name(store, tenant, action).await?;
    found.ok_or_else(|| AcpError::not_found("consent_action", action))
}

async fn shown(store: &Store, action: &ConsentAction) -> Result<AcpConsentActionWithConsents, DomainError> {
    Ok(AcpConsentActionWithConsents::of(action, &consent_action::consents(store, action).await?))
}

/// List the actions of a tenant
///
/// In the order of their creation, without the consents that they ask for.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/actions", tags = ["actions"] }]
async fn list_consent_actions(
    request: Request<Context>,
    caller: Caller<Read>,
    _path: Path<TenantPath>,
) -> Result<JsonReply<AcpConsentActions>, AcpError> {
    let listed = consent_action::list(&request.context().store, caller.tenant()).await?;
    Ok(JsonReply(AcpConsentActions { consent_actions: listed.iter().map(AcpConsentAction::of).collect() }))
}

/// Create an action
///
/// Of each of its consents, id and `required` count.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/actions", tags = ["actions"] }]
async fn create_consent_action(
    request: Request<Context>,
    caller: Caller<Write>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpConsentActionRequest, Lenient>,
) -> Result<Tagged<Created<AcpConsentActionWithConsents>>, AcpError> {
    let store = &request.context().store;
    let mut body = body.into_inner();
    let id = super::required("id", body.id.take())?;
    let created = consent_action::create(&caller.acting(&request), id, body.into_details()).await?;
    Ok(Tagged { reply: Created(shown(store, &created).await?), version: created.version(store)? })
}

/// Get an action
///
/// With the consents that it asks for, each as it is now.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/actions/{action}", tags = ["actions"] }]
async fn get_consent_action(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ActionPath>,
) -> Result<Tagged<JsonReply<AcpConsentActionWithConsents>>, AcpError> {
    let store = &request.context().store;
    let found = named(store, caller.tenant(), &path.0.action).await?;
    Ok(Tagged { reply: JsonReply(shown(store, &found).await?), version: found.version(store)? })
}

/// Replace an action
///
/// Everything but its id. A body that names another id than the action has is refused (409).
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/actions/{action}", tags = ["actions"] }]
async fn update_consent_action(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ActionPath>,
    seen: IfMatch,
    body: Body<AcpConsentActionRequest, Lenient>,
) -> Result<Tagged<Created<AcpConsentActionWithConsents>>, AcpError> {
    let store = &request.context().store;
    let found = named(store, caller.tenant(), &path.0.action).await?;
    let mut body = body.into_inner();
    if filled(body.id.take()).is_some_and(|id| id != found.id) {
        return Err(AcpError::conflict("id", "is another action's than the path's"));
    }
    let changed = consent_action::change(&caller.acting_if(&request, &seen), &found.id, body.into_details()).await?;
    // 201, as the updates of consents and policies (ACP behaviour, §14).
    Ok(Tagged { reply: Created(shown(store, &changed).await?), version: changed.version(store)? })
}

/// Delete an action
///
/// The consents that it asked for stay.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/actions/{action}", tags = ["actions"] }]
async fn delete_consent_action(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ActionPath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    let found = named(&request.context().store, caller.tenant(), &path.0.action).await?;
    consent_action::remove(&caller.acting_if(&request, &seen), &found.id).await?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("actions", "Actions: what users do, and the consents that they need for it (ACP).");
    let request = json!({
        "id": "order", "name": "order", "description": "Order something",
        "consents": [{"id": "newsletter", "required": false}]
    });
    let listed = json!({"id": "order", "name": "order", "description": "Order something", "tenant_id": "default"});
    let mut action = listed.clone();
    action["consents"] = json!([{
        "id": "newsletter", "tenant_id": "default", "name": "Newsletter", "description": "We write to you once a month.",
        "can_be_withdrawn": true,
        "internal_services": [{"name": "Mail", "purposes": [{"name": "Marketing", "primary": true}]}],
        "third_party_services": [], "pii_categories": [{"name": "Contact"}], "update_existing_grants": "explicitAll",
        "valid_from": "2026-01-15T08:00:00Z", "version": 1, "required": false
    }]);
    surface.register(list_consent_actions).response_example(json!({"consent_actions": [listed]}));
    surface
        .register(create_consent_action)
        .errors(&[404, 409, 422])
        .request_example(request.clone())
        .response_example(action.clone());
    surface.register(get_consent_action).errors(&[404]).response_example(action.clone());
    surface.register(update_consent_action).errors(&[404, 409, 422]).request_example(request).response_example(action);
    surface.register(delete_consent_action).errors(&[404]);
}

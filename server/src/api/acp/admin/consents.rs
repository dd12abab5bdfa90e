//! `/api/admin/{tid}/consents`: what users are asked to agree to.

use authplane_domain::Error as DomainError;
use authplane_domain::clients::client::PiiCategory;
use authplane_domain::configuration::beside::TimeBeside;
use authplane_domain::configuration::wanted::WantedConsent;
use authplane_domain::privacy::consent::{self, Consent, ConsentDetails, ConsentService, UpdateExistingGrants};
use authplane_domain::storage::row::Row as _;
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{TenantPath, filled};
use crate::api::acp::error::AcpError;
use crate::api::acp::go_time;
use crate::api::acp::in_parts::{self, OneList};
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, Created, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};

pub(super) struct Read;
impl Permission for Read {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["consents:read", "consents:write"];
}
pub(super) struct Write;
impl Permission for Write {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["consents:write"];
}

/// A consent: something that users are asked to agree to.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConsent {
    /// Id of the consent, unique within the tenant.
    pub id: String,
    /// Id of the tenant that it belongs to.
    pub tenant_id: String,
    /// Name of the consent, for people.
    pub name: String,
    /// What users agree to; may be empty.
    pub description: String,
    /// Whether users who gave it can take it back.
    pub can_be_withdrawn: bool,
    /// The tenant's own services that use the data.
    pub internal_services: Vec<ConsentService>,
    /// Others' services that use the data.
    pub third_party_services: Vec<ConsentService>,
    /// What kinds of data it is about.
    pub pii_categories: Vec<PiiCategory>,
    /// What this version means for those who gave an earlier one.
    pub update_existing_grants: UpdateExistingGrants,
    /// Since when it is as it is.
    pub valid_from: DateTime<Utc>,
    /// 1 at first, and one more with each change.
    pub version: i64,
}

/// The consents of a tenant.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConsents {
    /// In the order of their creation.
    consents: Vec<AcpConsent>,
}

/// What a consent is made from, or what its next version is.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpConsentRequest {
    /// Id of the consent, unique within the tenant. Required at creation; it never changes.
    id: Option<String>,
    /// Accepted and ignored, since the path says which tenant it is.
    tenant_id: Option<String>,
    /// Name of the consent, for people.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"\S"))]
    name: Option<String>,
    /// What users agree to; may be empty.
    #[schemars(length(max = 8192))]
    description: Option<String>,
    /// Whether users who gave it can take it back; they can't when it is absent.
    can_be_withdrawn: Option<bool>,
    /// The tenant's own services that use the data.
    #[schemars(length(max = 64))]
    internal_services: Option<Vec<ConsentService>>,
    /// Others' services that use the data.
    #[schemars(length(max = 64))]
    third_party_services: Option<Vec<ConsentService>>,
    /// What kinds of data it is about.
    #[schemars(length(max = 64))]
    pii_categories: Option<Vec<PiiCategory>>,
    /// What this version means for those who gave an earlier one: all have to give it again (`explicitAll`), all have given it (`implicitAll`), or those who gave
    /// it implicitly (`keepCurrent`).
    #[schemars(title = "required")]
    update_existing_grants: Option<UpdateExistingGrants>,
    /// Since when it is so, not in the future; now when absent.
    #[serde(deserialize_with = "go_time::or_none")]
    valid_from: Option<DateTime<Utc>>,
    /// Accepted and ignored: 1 at first, and one more with each change.
    version: Option<i64>,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ConsentPath {
    #[serde(flatten)]
    _tenant: TenantPath,
    /// Consent.
    consent: String,
}

impl AcpConsent {
    /// The consent as this dialect shows it.
    #[must_use]
    pub fn of(consent: &Consent) -> Self {
        Self {
            id: consent.id.clone(),
            tenant_id: consent.tenant_id.clone(),
            name: consent.name.clone(),
            description: consent.description.clone(),
            can_be_withdrawn: consent.can_be_withdrawn,
            internal_services: consent.internal_services.0.clone(),
            third_party_services: consent.third_party_services.0.clone(),
            pii_categories: consent.pii_categories.0.clone(),
            update_existing_grants: consent.update_existing_grants,
            valid_from: consent.valid_from,
            version: consent.version,
        }
    }
}

impl AcpConsentRequest {
    fn into_details(self) -> Result<ConsentDetails, DomainError> {
        let required = || DomainError::invalid("update_existing_grants", "is required");
        Ok(ConsentDetails {
            name: self.name.unwrap_or_default(),
            description: self.description.unwrap_or_default(),
            can_be_withdrawn: self.can_be_withdrawn.unwrap_or_default(),
            internal_services: self.internal_services.unwrap_or_default(),
            third_party_services: self.third_party_services.unwrap_or_default(),
            pii_categories: self.pii_categories.unwrap_or_default(),
            update_existing_grants: self.update_existing_grants.ok_or_else(required)?,
            valid_from: self.valid_from,
        })
    }

    /// As a dump has it.
    pub(in crate::api::acp) fn into_wanted(self, beside: Option<TimeBeside>) -> Result<WantedConsent, DomainError> {
        let version = self.version;
        Ok(WantedConsent { details: self.into_details()?, version, beside: beside.unwrap_or_default() })
    }
}

/// List the consents of a tenant
///
/// In the order of their creation.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/consents", tags = ["consents"] }]
async fn list_consents(
    request: Request<Context>,
    caller: Caller<Read>,
    _path: Path<TenantPath>,
) -> Result<Prepared<AcpConsents>, AcpError> {
    let context = request.context();
    let listed = consent::in_parts(&context.store, caller.tenant());
    let write = |consent: Consent, to: &mut Vec<u8>| serde_json::to_writer(to, &AcpConsent::of(&consent));
    Ok(in_parts::answer(context, listed, OneList::new(r#"{"consents":["#, write)).await?)
}

/// Create a consent
///
/// In its first version. Actions ask for it by its id.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/consents", tags = ["consents"] }]
async fn create_consent(
    request: Request<Context>,
    caller: Caller<Write>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpConsentRequest, Lenient>,
) -> Result<Tagged<Created<AcpConsent>>, AcpError> {
    let mut body = body.into_inner();
    let id = super::required("id", body.id.take())?;
    let created = consent::create(&caller.acting(&request), id, body.into_details()?).await?;
    Ok(Tagged { reply: Created(AcpConsent::of(&created)), version: created.version(&request.context().store)? })
}

/// Get a consent
///
/// In its current version.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/consents/{consent}", tags = ["consents"] }]
async fn get_consent(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ConsentPath>,
) -> Result<Tagged<JsonReply<AcpConsent>>, AcpError> {
    let id = path.0.consent;
    let found = consent::find(&request.context().store, caller.tenant(), &id).await?;
    let found = found.ok_or_else(|| AcpError::not_found("consent", &id))?;
    Ok(Tagged { reply: JsonReply(AcpConsent::of(&found)), version: found.version(&request.context().store)? })
}

/// Make the next version of a consent
///
/// Its version is one more than before, also when nothing else changes. `update_existing_grants` says what that means for those who gave an earlier version, and
/// counts at once, however many they are. A body that names another id than the path is refused (409).
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/consents/{consent}", tags = ["consents"] }]
async fn update_consent(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ConsentPath>,
    seen: IfMatch,
    body: Body<AcpConsentRequest, Lenient>,
) -> Result<Tagged<Created<AcpConsent>>, AcpError> {
    let store = &request.context().store;
    let id = path.0.consent;
    if consent::find(store, caller.tenant(), &id).await?.is_none() {
        return Err(AcpError::not_found("consent", &id));
    }
    let mut body = body.into_inner();
    if filled(body.id.take()).is_some_and(|named| named != id) {
        return Err(AcpError::conflict("id", "is another consent's than the path's"));
    }
    let changed = consent::change(&caller.acting_if(&request, &seen), &id, body.into_details()?).await?;
    // 201, as the updates of actions and policies (ACP behaviour, §14).
    Ok(Tagged { reply: Created(AcpConsent::of(&changed)), version: changed.version(store)? })
}

/// Delete a consent
///
/// Actions ask for it no longer, and who gave it gave nothing. The privacy ledger keeps what happened.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/consents/{consent}", tags = ["consents"] }]
async fn delete_consent(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ConsentPath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    consent::remove(&caller.acting_if(&request, &seen), &path.0.consent).await?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("consents", "Consents: what users are asked to agree to (ACP).");
    let request = json!({
        "id": "newsletter", "name": "Newsletter", "description": "We write to you once a month.", "can_be_withdrawn": true,
        "internal_services": [{"name": "Mail", "purposes": [{"name": "Marketing", "primary": true}]}],
        "third_party_services": [], "pii_categories": [{"name": "Contact"}], "update_existing_grants": "explicitAll"
    });
    let mut consent = request.clone();
    consent["tenant_id"] = json!("default");
    consent["valid_from"] = json!("2026-01-15T08:00:00Z");
    consent["version"] = json!(1);
    surface.register(list_consents).response_example(json!({"consents": [consent]}));
    surface
        .register(create_consent)
        .errors(&[404, 409, 422])
        .request_example(request.clone())
        .response_example(consent.clone());
    surface.register(get_consent).errors(&[404]).response_example(consent.clone());
    consent["version"] = json!(2);
    surface.register(update_consent).errors(&[404, 409, 422]).request_example(request).response_example(consent);
    surface.register(delete_consent).errors(&[404]);
}

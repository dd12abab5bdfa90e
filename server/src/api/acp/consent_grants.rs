//! What users gave of consents, as ACP writes it: to the user below each issuer, and to the system API, which says whose it is.

use authplane_domain::Error as DomainError;
use authplane_domain::installation::acting::Acting;
use authplane_domain::privacy::consent::GrantType;
use authplane_domain::privacy::consent_action;
use authplane_domain::privacy::consent_grant::{
    self, Act, Acted, ConsentGrant, GrantContext, Manner, Permit, Standing, Standings, Wish,
};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::de::IntoDeserializer as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

use super::admin::consents::AcpConsent;
use super::error::AcpError;
use super::in_parts::{self, OneList};
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::document::Description;
use crate::edge::extract::FromRequest;
use crate::edge::{Rejection, Request};
use crate::tokens::tenant_signer;

/// A consent, and what a user gave of it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConsentWithGrant {
    #[serde(flatten)]
    consent: AcpConsent,
    /// Whether it is given, in its current version.
    granted: bool,
    /// How it is given, or was given last; absent for what was never given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", title = "one of: implicit | explicit")]
    grant_type: Option<GrantType>,
    /// When it was given last, or taken back; absent for what was never given.
    #[serde(skip_serializing_if = "Option::is_none")]
    given_at: Option<DateTime<Utc>>,
    /// The version that it is given for, or was given for last; absent for what was never given.
    #[serde(skip_serializing_if = "Option::is_none")]
    grant_version: Option<i64>,
    /// Id of the grant; absent for what was never given.
    #[serde(skip_serializing_if = "Option::is_none")]
    consent_grant_id: Option<String>,
    /// Whether the action that was asked about is not possible without it. Absent where no action was.
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    /// Subject of the user whose it is.
    subject: String,
}

/// Consents, and what a user gave of each.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConsentsWithGrants {
    /// In the order of their creation; those of an action in its order.
    consents: Vec<AcpConsentWithGrant>,
}

/// What was given, or taken back.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConsentGrant {
    /// Id of the consent.
    consent_id: String,
    /// What was given and taken back together has one.
    consent_grant_act_id: String,
    /// When it was given, or taken back.
    given_at: DateTime<Utc>,
    /// How it was given.
    #[schemars(with = "String", title = "one of: implicit | explicit")]
    grant_type: GrantType,
    /// Subject of the user whose it is.
    subject: String,
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// The version of the consent.
    version: i64,
}

/// What a user says of one consent.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpConsentGrantRequest {
    /// Id of the consent.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 128))]
    consent_id: Option<String>,
    /// How it is given; `explicit` when absent.
    #[serde(deserialize_with = "filled_grant_type")]
    #[schemars(with = "Option<String>", title = "one of: implicit | explicit")]
    grant_type: Option<GrantType>,
    /// Where and with what the user was.
    context: Option<GrantContext>,
    /// The language that the user was asked in (BCP 47).
    #[schemars(length(max = 35))]
    language: Option<String>,
    /// When the user said so, in nanoseconds since the epoch, not in the future; now when absent.
    collection_timestamp: Option<i64>,
    /// Id of the action that asked.
    #[schemars(length(max = 128))]
    triggered_by_action: Option<String>,
}

/// What a user says of one of several consents.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpConsentGrantPatch {
    /// Id of the consent.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 128))]
    consent_id: String,
    /// Whether it is given; else it is taken back.
    granted: bool,
    /// How it is given; `explicit` when absent.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "filled_grant_type")]
    #[schemars(with = "Option<String>", title = "one of: implicit | explicit")]
    grant_type: Option<GrantType>,
}

/// What a user says of several consents at once.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpConsentGrantPatchRequest {
    /// The consents, each once.
    #[schemars(length(max = 256))]
    consents: Option<Vec<AcpConsentGrantPatch>>,
    /// Where and with what the user was.
    context: Option<GrantContext>,
    /// The language that the user was asked in (BCP 47).
    #[schemars(length(max = 35))]
    language: Option<String>,
    /// When the user said so, in nanoseconds since the epoch, not in the future; now when absent.
    collection_timestamp: Option<i64>,
    /// Id of the action that asked.
    #[schemars(length(max = 128))]
    triggered_by_action: Option<String>,
}

/// What came of it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConsentGrantPatchResponse {
    /// What was given and taken back together has one.
    #[serde(rename = "ConsentGrantActID")]
    act_id: String,
    /// What is so now.
    consents: Vec<AcpConsentGrantPatch>,
    /// Where and with what the user was.
    context: GrantContext,
    /// The language that the user was asked in; may be empty.
    language: String,
    /// When the user said so, in nanoseconds since the epoch.
    collection_timestamp: i64,
    /// Id of the action that asked; may be empty.
    triggered_by_action: String,
}

/// Which consents are meant; all of them where none is named.
pub(super) struct ConsentIds(Vec<String>);

impl FromRequest<Context> for ConsentIds {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        let named = request.query_pairs().filter(|(name, value)| name == "consent_id" && !value.is_empty());
        Ok(Self(named.map(|(_, value)| value.into_owned()).collect()))
    }
    fn describe(description: &mut Description) {
        description.raw_parameters.push(json!({
            "name": "consent_id", "in": "query", "required": false, "style": "form", "explode": true, "example": ["newsletter"],
            "description": "The consent with this id; repeated, those with any of them. All of them when absent.",
            "schema": {"type": "array", "items": {"type": "string"}}
        }));
    }
}

/// The empty text, as Go's encoder writes what nobody set, is none.
fn filled_grant_type<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<GrantType>, D::Error> {
    let told = Option::<String>::deserialize(deserializer)?.filter(|told| !told.is_empty());
    told.map(|told| GrantType::deserialize(told.into_deserializer())).transpose()
}

/// Neither 0 nor the first moment of the year 1 in the nanoseconds that Go counts for it, beyond what they can count, is when a user said anything: nobody set it.
fn filled_time(told: Option<i64>) -> Option<i64> {
    const GO_ZERO: i64 = -6_795_364_578_871_345_152;
    told.filter(|told| !matches!(*told, 0 | GO_ZERO))
}

impl AcpConsentWithGrant {
    fn of(standing: &Standing, required: Option<bool>, subject: &str) -> Self {
        let Standing { consent, now, grant } = standing;
        let (version, grant_type) = match (now, grant) {
            (Some((version, grant_type)), _) => (Some(*version), Some(*grant_type)),
            (None, Some(grant)) => (Some(grant.version), Some(grant.grant_type)),
            (None, None) => (None, None),
        };
        Self {
            consent: AcpConsent::of(consent),
            granted: now.is_some(),
            grant_type,
            given_at: grant.as_ref().map(|grant| grant.given_at),
            grant_version: version,
            consent_grant_id: grant.as_ref().map(|grant| grant.id.clone()),
            required,
            subject: subject.to_owned(),
        }
    }
}

/// Whose consents are meant, and what they are called where they are shown: to a client with pairwise subjects (OpenID Connect Core §8.1) nobody else's name.
#[derive(Clone, Copy)]
pub(super) struct Whose<'a> {
    /// The [key](authplane_domain::sign_in::person::Person::key); empty for nobody.
    pub(super) person: &'a str,
    pub(super) known_as: &'a str,
}

/// The consents of a tenant, and what a user gave of each.
pub(super) async fn list(
    context: &Context,
    tenant: &str,
    whose: Whose<'_>,
    ids: ConsentIds,
) -> Result<Prepared<AcpConsentsWithGrants>, AcpError> {
    let ids = Some(ids.0).filter(|ids| !ids.is_empty());
    let standings = Standings::of_subject(&context.store, tenant, whose.person, ids.as_deref()).await?;
    shown(context, standings, whose).await
}

/// The consents that an action asks for, and what a user gave of each.
pub(super) async fn list_by_action(
    context: &Context,
    tenant: &str,
    whose: Whose<'_>,
    action: &str,
) -> Result<Prepared<AcpConsentsWithGrants>, AcpError> {
    let found = consent_action::find_by_id_or_name(&context.store, tenant, action).await?;
    let found = found.ok_or_else(|| AcpError::not_found("consent_action", action))?;
    shown(context, Standings::of_action(&context.store, &found, whose.person).await?, whose).await
}

async fn shown(
    context: &Context,
    standings: Standings,
    whose: Whose<'_>,
) -> Result<Prepared<AcpConsentsWithGrants>, AcpError> {
    let known_as = whose.known_as.to_owned();
    let write = move |(standing, required): (Standing, Option<bool>), to: &mut Vec<u8>| {
        serde_json::to_writer(to, &AcpConsentWithGrant::of(&standing, required, &known_as))
    };
    Ok(in_parts::answer(context, standings, OneList::new(r#"{"consents":["#, write)).await?)
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// The user.
    User,
    /// A service, for the user.
    Service,
}

async fn act(
    context: &Context,
    acting: &Acting,
    (person, by): (&str, By),
    act: Act,
    wishes: (&[Wish], Manner),
) -> Result<Acted, AcpError> {
    let permit = match by {
        By::Service => Permit::of_service(),
        By::User => {
            let allowance = context.limits.load().consent_acts;
            let limit = (allowance.most(), allowance.window());
            let permit = Permit::of_user(acting.store(), acting.tenant(), person, limit).await?;
            permit.map_err(AcpError::too_many_requests)?
        }
    };
    let signer = tenant_signer::of(context, acting.tenant()).await?;
    consent_grant::act(acting, &*signer, person, act, wishes, permit).await.map_err(|error| match error {
        DomainError::Conflict { thing: "consent_grant", field, .. } => {
            AcpError::conflict(field, "the user said something else since")
        }
        DomainError::Conflict { thing: "consent", field, .. } => {
            AcpError::conflict(field, "the consent has had another version since")
        }
        error => error.into(),
    })
}

/// Gives one consent, or takes it back, as the user says.
pub(super) async fn one(
    context: &Context,
    acting: &Acting,
    whose: Whose<'_>,
    body: AcpConsentGrantRequest,
    granted: bool,
) -> Result<AcpConsentGrant, AcpError> {
    let AcpConsentGrantRequest {
        consent_id,
        grant_type,
        context: at,
        language,
        collection_timestamp,
        triggered_by_action,
    } = body;
    let consent_id = super::admin::required("consent_id", consent_id)?;
    let wish = Wish::new(consent_id, granted, grant_type.unwrap_or(GrantType::Explicit));
    let said = Act {
        context: at.unwrap_or_default(),
        language: language.unwrap_or_default(),
        collected_at: filled_time(collection_timestamp),
        triggered_by_action: triggered_by_action.unwrap_or_default(),
    };
    let wishes = (std::slice::from_ref(&wish), Manner::One);
    let acted = act(context, acting, (whose.person, By::User), said, wishes).await?;
    let grant = acted.grants.into_iter().next().flatten();
    let grant = grant.ok_or_else(|| DomainError::not_found("consent_grant", wish.consent.clone()))?;
    let ConsentGrant { tenant_id, act_id, version, grant_type, given_at, .. } = grant;
    Ok(AcpConsentGrant {
        consent_id: wish.consent,
        consent_grant_act_id: act_id,
        given_at,
        grant_type,
        subject: whose.known_as.to_owned(),
        tenant_id,
        version,
    })
}

/// Gives several consents and takes others back.
pub(super) async fn several(
    context: &Context,
    acting: &Acting,
    (whose, by): (Whose<'_>, By),
    body: AcpConsentGrantPatchRequest,
) -> Result<AcpConsentGrantPatchResponse, AcpError> {
    let AcpConsentGrantPatchRequest { consents, context: at, language, collection_timestamp, triggered_by_action } =
        body;
    let consents = consents.unwrap_or_default();
    let wish = |patch: &AcpConsentGrantPatch| {
        Wish::new(patch.consent_id.clone(), patch.granted, patch.grant_type.unwrap_or(GrantType::Explicit))
    };
    let wishes: Vec<Wish> = consents.iter().map(wish).collect();
    let said = Act {
        context: at.unwrap_or_default(),
        language: language.unwrap_or_default(),
        collected_at: filled_time(collection_timestamp),
        triggered_by_action: triggered_by_action.unwrap_or_default(),
    };
    let acted = act(context, acting, (whose.person, by), said.clone(), (&wishes, Manner::Several)).await?;
    let now = wishes.into_iter().zip(acted.grants).map(|(wish, grant)| AcpConsentGrantPatch {
        consent_id: wish.consent,
        granted: wish.granted,
        grant_type: grant.map(|grant| grant.grant_type),
    });
    Ok(AcpConsentGrantPatchResponse {
        act_id: acted.act_id,
        consents: now.collect(),
        context: said.context,
        language: said.language,
        collection_timestamp: acted.collected_at,
        triggered_by_action: said.triggered_by_action,
    })
}

/// A consent that was given, for examples.
pub(super) fn example() -> Value {
    json!({
        "id": "newsletter", "tenant_id": "default", "name": "Newsletter", "description": "We write to you once a month.",
        "can_be_withdrawn": true,
        "internal_services": [{"name": "Mail", "purposes": [{"name": "Marketing", "primary": true}]}],
        "third_party_services": [], "pii_categories": [{"name": "Contact"}], "update_existing_grants": "explicitAll",
        "valid_from": "2026-01-15T08:00:00Z", "version": 1, "granted": true, "grant_type": "explicit",
        "given_at": "2026-11-27T09:30:00.123456Z", "grant_version": 1,
        "consent_grant_id": "0192f4a1-6c1e-7d2b-9f3a-5b8e6c7d9a10", "subject": "ada"
    })
}

/// What a user says of several consents, and what is answered to it.
pub(super) fn patch_examples() -> (Value, Value) {
    let request = json!({
        "consents": [{"consent_id": "newsletter", "granted": true, "grant_type": "explicit"}],
        "context": {"device": {"name": "phone"}, "ip": "192.0.2.7", "location": [52.5, 13.4]}, "language": "en",
        "collection_timestamp": 1_795_771_800_123_456_000_i64, "triggered_by_action": "order"
    });
    let mut answer = request.clone();
    answer["ConsentGrantActID"] = json!("0192f4a1-6c1e-7d2b-9f3a-5b8e6c7d9a11");
    (request, answer)
}

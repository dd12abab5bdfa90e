//! What the ledger keeps of an act: ACP's `PrivacyLedgerPayload`.

use serde_json::{Map, Value, json};

use super::ConsentGrant;
use super::act::Act;
use crate::privacy::consent::Consent;
use crate::privacy::ledger::NewEvent;
use crate::{Error, Result};

/// The event of a grant, or of its end, with the consent as it was, and the action that asked for it.
pub(super) fn of(
    consent: &Consent,
    grant: &ConsentGrant,
    (act, action): (&Act, &str),
    collected_at: i64,
) -> Result<NewEvent> {
    let event_type = if grant.granted { "consent_granted" } else { "consent_revoked" };
    let mut event = json!({
        "collection_timestamp": collected_at,
        "consent": snapshot(consent),
        "consent_grant_act_id": grant.act_id,
        "consent_id": consent.id,
        "given_at": grant.given_at,
        "grant_type": grant.grant_type,
        // Whose it is stands beside it, sealed with it: what is signed is shown to clients too, of whom some know the user by another name.
        "subject": "",
        "tenant_id": grant.tenant_id,
        "version": grant.version,
    });
    let context = serde_json::to_value(&act.context).map_err(Error::internal)?;
    let said = [
        ("context", Some(context).filter(|context| context.as_object().is_some_and(|context| !context.is_empty()))),
        ("language", Some(json!(act.language)).filter(|_| !act.language.is_empty())),
        ("triggered_by_action", Some(json!(action)).filter(|_| !action.is_empty())),
    ];
    if let Some(members) = event.as_object_mut() {
        members.extend(said.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    let mut payload = Map::new();
    payload.insert("event_type".to_owned(), json!(event_type));
    payload.insert(event_type.to_owned(), event);
    Ok(NewEvent { subject: grant.subject.clone(), payload: Value::Object(payload) })
}

/// The consent as the dialect shows it.
pub(in crate::privacy) fn snapshot(consent: &Consent) -> Value {
    json!({
        "can_be_withdrawn": consent.can_be_withdrawn,
        "description": consent.description,
        "id": consent.id,
        "internal_services": consent.internal_services.0,
        "name": consent.name,
        "pii_categories": consent.pii_categories.0,
        "tenant_id": consent.tenant_id,
        "third_party_services": consent.third_party_services.0,
        "update_existing_grants": consent.update_existing_grants,
        "valid_from": consent.valid_from,
        "version": consent.version,
    })
}

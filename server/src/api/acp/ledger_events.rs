//! What the privacy ledger holds, as ACP writes it: to administrators by subject, and to each user their own.

use std::ops::RangeInclusive;

use authplane_domain::Error as DomainError;
use authplane_domain::privacy::consent::GrantType;
use authplane_domain::privacy::consent_grant::GrantContext;
use authplane_domain::privacy::ledger::{self, Content, Filter, Reading, SealedEvent};
use authplane_domain::sign_in::person;
use authplane_domain::storage::cache::{Area, Freshness, Kind};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::FutureExt as _;
use futures::future::BoxFuture;
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::admin::consents::AcpConsent;
use super::error::AcpError;
use super::in_parts::{self, OneList, Rows};
use crate::context::Context;
use crate::edge::Answer;
use crate::edge::answer::Prepared;

/// Rows that are read first: few, since one may have 64 KiB, and all of them are kept as long as nobody takes them.
const FIRST: u64 = 8;
/// Bytes that are read at a time, if those that come are as long as those that came.
const PART: u64 = 256 * 1024;
/// Most rows that are read at a time.
const MOST: u64 = 256;

/// What was given, or taken back.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpConsentGrantEvent {
    /// When the user said so, in nanoseconds since the epoch.
    collection_timestamp: i64,
    /// The consent as it was.
    consent: AcpConsent,
    /// What was given and taken back together has one.
    consent_grant_act_id: String,
    /// Id of the consent.
    consent_id: String,
    /// Where and with what the user was. Absent when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    context: Option<GrantContext>,
    /// When it was given, or taken back.
    given_at: DateTime<Utc>,
    /// How it was given.
    #[schemars(with = "String", title = "one of: implicit | explicit")]
    grant_type: GrantType,
    /// The language that the user was asked in. Absent when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    /// Always empty: what is signed names nobody. Whose event it is stands beside the payload.
    subject: String,
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the action that asked. Absent when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    triggered_by_action: Option<String>,
    /// The version of the consent.
    version: i64,
}

/// What happened to a consent: one of the two is there, as `event_type` says.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpPrivacyLedgerPayload {
    /// What happened to the consent.
    #[schemars(title = "one of: consent_granted | consent_revoked")]
    event_type: String,
    /// What was given. Absent in other events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    consent_granted: Option<AcpConsentGrantEvent>,
    /// What was taken back. Absent in other events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    consent_revoked: Option<AcpConsentGrantEvent>,
}

/// An event of the privacy ledger.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpPrivacyLedgerEvent {
    /// Id of the event.
    id: String,
    /// When it was written.
    date: DateTime<Utc>,
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Whose it is; empty when that was erased.
    subject: String,
    /// What happened. Absent when that was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    // As it was signed, to the letter, whatever later versions call its members.
    #[schemars(with = "Option<AcpPrivacyLedgerPayload>")]
    payload: Option<Box<RawValue>>,
    /// The tenant's signature of the payload in its canonical form (RFC 8785): a compact JWS without payload (RFC 7515, appendix F). Empty when that was erased.
    payload_signature: String,
}

/// Events of the privacy ledger.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpPrivacyLedgerEvents {
    /// In the order in which they were written.
    events: Vec<AcpPrivacyLedgerEvent>,
}

/// Which events are wanted.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct Span {
    /// Not before this time: in seconds, milliseconds or nanoseconds since the epoch, as its magnitude says. From the beginning when absent.
    pub from: Option<i64>,
    /// Before this time, as `from`. Up to now when absent.
    pub to: Option<i64>,
}

impl Span {
    /// # Errors
    /// A time that there isn't.
    pub(super) fn filter(&self, subject: Option<String>) -> Result<Filter, AcpError> {
        let time = |field: &'static str, told: Option<i64>| match told {
            // What clients send that have no beginning in mind.
            None | Some(0) => Ok(None),
            Some(told) => match time(told) {
                Some(time) => Ok(Some(time)),
                None => Err(AcpError::from(DomainError::not_found(field, told.to_string()))),
            },
        };
        Ok(Filter { subject, from: time("from", self.from)?, to: time("to", self.to)?, ..Filter::default() })
    }
}

/// The time of so many seconds, milliseconds, microseconds or nanoseconds: which of them it is, its magnitude says, up to the year 5138.
fn time(told: i64) -> Option<DateTime<Utc>> {
    const SECONDS: i64 = 100_000_000_000;
    match told {
        ..0 => None,
        0..SECONDS => DateTime::from_timestamp(told, 0),
        told if told / 1_000 < SECONDS => DateTime::from_timestamp_millis(told),
        told if told / 1_000_000 < SECONDS => DateTime::from_timestamp_micros(told),
        told => Some(DateTime::from_timestamp_nanos(told)),
    }
}

struct Events {
    reading: Reading,
    /// How many are read next.
    part: u64,
}

impl Rows for Events {
    type Row = SealedEvent;

    fn next(&mut self) -> BoxFuture<'_, Result<Vec<SealedEvent>, DomainError>> {
        async {
            let events = self.reading.next(self.part).await?;
            let longest = events.iter().map(SealedEvent::length).max().unwrap_or_default();
            self.part = (PART / (longest as u64).max(1)).clamp(FIRST, MOST);
            Ok(events)
        }
        .boxed()
    }

    fn are_over(&self) -> bool {
        self.reading.is_over()
    }
}

/// Bytes of the lists that are kept: not of those of nobody, whom anybody can be called, and of none that takes much room. A hundred events have about 70 KiB.
const KEPT_LENGTH: RangeInclusive<usize> = 32..=128 * 1024;
/// Lists as they were written, which hold as long as the ledger is as it was. Among the large values, so that people whom somebody asks about displace nothing
/// that tokens need.
const KEPT: Kind<Bytes> = Kind::new(Area::LEDGER.with(Area::TENANTS)).weighing(|list| 256 + list.len() as u64 / 256);

/// Those events of a tenant, however many they are. `known_as` is what the user whose they all are is called here, where that isn't the subject.
pub(super) async fn answer(
    context: &Context,
    tenant: &str,
    filter: Filter,
    known_as: Option<String>,
) -> Result<Prepared<AcpPrivacyLedgerEvents>, AcpError> {
    Ok(Prepared::new(told(context, tenant, filter, known_as).await?))
}

/// As [`answer`], for an administrator, who looks at somebody's again and again. Times are chosen freely, so with one nothing is kept.
pub(super) async fn answer_again(
    context: &Context,
    tenant: &str,
    filter: Filter,
) -> Result<Prepared<AcpPrivacyLedgerEvents>, AcpError> {
    if filter.from.is_some() || filter.to.is_some() {
        return Ok(Prepared::new(of_name(context, tenant, filter).await?));
    }
    let asked = format!("{:?}", filter.subject);
    let mut other = None;
    let write = async || {
        let answer = of_name(context, tenant, filter.clone()).await?;
        if answer.is_whole() && KEPT_LENGTH.contains(&answer.body.len()) {
            // What it was written into may have twice the room.
            return Ok(Some(Bytes::copy_from_slice(&answer.body)));
        }
        other = Some(answer);
        Ok(None)
    };
    let kept = context.store.cached_option(Freshness::Exact, tenant, KEPT, &asked, write).await?;
    Ok(Prepared::new(match (kept, other) {
        // A copy, which counts as what this answer takes until it is read: the one that is kept may be displaced meanwhile.
        (Some(kept), _) => Answer::bytes(StatusCode::OK, "application/json", Bytes::copy_from_slice(&kept)),
        (None, Some(other)) => other,
        (None, None) => of_name(context, tenant, filter).await?,
    }))
}

/// The events of everybody of the filter's name.
async fn of_name(context: &Context, tenant: &str, filter: Filter) -> Result<Answer, DomainError> {
    let also = match &filter.subject {
        Some(name) => ledger::keys_of_name(&context.store, tenant, name).await?,
        None => Vec::new(),
    };
    told(context, tenant, Filter { also, ..filter }, None).await
}

async fn told(
    context: &Context,
    tenant: &str,
    filter: Filter,
    known_as: Option<String>,
) -> Result<Answer, DomainError> {
    let (tenant_id, opening) = (tenant.to_owned(), context.store.clone());
    let written = OneList::new(r#"{"events":["#, move |event: SealedEvent, to: &mut Vec<u8>| {
        let mut shown = AcpPrivacyLedgerEvent {
            id: event.id().to_owned(),
            date: event.at(),
            tenant_id: tenant_id.clone(),
            subject: String::new(),
            payload: None,
            payload_signature: String::new(),
        };
        if let Some(Content { subject, payload, payload_signature }) = event.content(&opening) {
            shown.subject = known_as.clone().unwrap_or_else(|| person::subject_of(&subject).to_owned());
            (shown.payload, shown.payload_signature) = (Some(payload), payload_signature);
        }
        serde_json::to_writer(to, &shown)
    });
    let events = Events { reading: Reading::new(&context.store, tenant, filter, None), part: FIRST };
    in_parts::told(context, events, written).await
}

/// An event, for examples.
pub(super) fn example() -> Value {
    json!({"events": [{
        "id": "d4k0c2s9f1kh5t2m8n60", "date": "2026-11-27T09:30:00.123456Z", "tenant_id": "default", "subject": "ada",
        "payload": {"event_type": "consent_granted", "consent_granted": {
            "collection_timestamp": 1_795_771_800_123_456_000_i64,
            "consent": {
                "id": "newsletter", "tenant_id": "default", "name": "Newsletter", "description": "We write to you once a month.",
                "can_be_withdrawn": true, "internal_services": [], "third_party_services": [], "pii_categories": [],
                "update_existing_grants": "explicitAll", "valid_from": "2026-01-15T08:00:00Z", "version": 1
            },
            "consent_grant_act_id": "0192f4a1-6c1e-7d2b-9f3a-5b8e6c7d9a11", "consent_id": "newsletter",
            "context": {"ip": "192.0.2.7"}, "given_at": "2026-11-27T09:30:00.123456Z", "grant_type": "explicit",
            "language": "en", "subject": "", "tenant_id": "default", "triggered_by_action": "order", "version": 1
        }},
        "payload_signature": "eyJhbGciOiJFZERTQSIsInR5cCI6ImF1dGhwbGFuZS1sZWRnZXItcGF5bG9hZCJ9..c2lnbmF0dXJl"
    }]})
}

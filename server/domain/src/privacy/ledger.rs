//! What users consented to and took back: an append-only log of each tenant, in which nothing can be changed, moved or left out unnoticed, and of which what is
//! a user's own can be forgotten all the same.
//!
//! # How it holds together
//!
//! Events have numbers without gaps. Each is hashed together with the hash and the signature of the one before it ([`chain`]), and the hash is signed with the
//! tenant's own key. So one pass of SHA-256 and a few signatures prove all of them ([`verify`]), and whoever notes a [`Head`] elsewhere can prove later that it is
//! still on the chain.
//!
//! # How it forgets
//!
//! Whose an event is and what it says is sealed with a key of its subject's own; outside stands a pseudonym made by chance. [`erase`] throws away the one row that
//! knows subject, pseudonym and key ([`subject`]). The chain is over what is sealed, and verifies as before.

mod chain;
mod event;
mod head;
mod public_key;
mod reading;
mod subject;
mod subject_key;
mod verification;

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Utc};
use serde_json::Value;
use serde_json::value::RawValue;

use self::chain::Link;
pub use self::chain::{Hash, Head};
pub use self::event::Content;
use self::event::Found;
pub use self::reading::{Reading, SealedEvent};
pub use self::verification::{Broken, Fault, LedgerSignatures, Verified, Whole, verify};
use super::canonical_json;
use crate::installation::acting::Acting;
use crate::installation::audit::{self, Change};
use crate::sign_in::{self, person};
use crate::storage::cache::Area;
use crate::storage::store::Transaction;
use crate::storage::unreadable::{self, UnreadableRow};
use crate::{Error, Result, Store, identifier, validate};

/// Type of the signature of an event's hash (RFC 7515 §4.1.9).
pub const EVENT_TYPE: &str = "authplane-ledger-event";
/// Type of the signature of a payload: neither is ever taken for the other (RFC 8725 §3.11).
pub const PAYLOAD_TYPE: &str = "authplane-ledger-payload";
/// Longest payload in bytes, in its canonical form.
pub const PAYLOAD_LENGTH: usize = 64 * 1024;

/// What a tenant signs with.
pub trait LedgerSigner: Send + Sync {
    /// The key's id.
    fn kid(&self) -> &str;

    /// The key that others check its signatures with (RFC 7517).
    fn public_jwk(&self) -> &Value;

    /// A compact JWS of this type without its payload (RFC 7515, appendix F).
    ///
    /// # Errors
    /// [`Error::Internal`] when the key can't be used.
    fn sign_detached(&self, typ: &str, payload: &[u8]) -> Result<String>;
}

/// What is to be written down.
#[derive(Clone, PartialEq)]
pub struct NewEvent {
    /// Whose it is: the [key](crate::sign_in::person::Person::key).
    pub subject: String,
    /// What it says.
    pub payload: Value,
}

/// What was written down.
#[derive(Clone, PartialEq)]
pub struct LedgerEvent {
    /// From 1 on, without gaps.
    pub number: u64,
    /// Its id.
    pub id: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Whose it is; nobody's any more after erasure.
    pub subject: Option<String>,
    /// What it says; gone after erasure.
    pub payload: Option<Value>,
    /// The tenant's signature of the payload in its canonical form (RFC 8785): a compact JWS without payload (RFC 7515, appendix F).
    pub payload_signature: Option<String>,
}

/// What is somebody's own stands in no log.
impl std::fmt::Debug for NewEvent {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("NewEvent").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for LedgerEvent {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { number, id, at, .. } = self;
        formatter
            .debug_struct("LedgerEvent")
            .field("number", number)
            .field("id", id)
            .field("at", at)
            .finish_non_exhaustive()
    }
}

/// Which events are wanted.
#[derive(Clone, Default, PartialEq)]
pub struct Filter {
    /// Those of this subject: of one [key](crate::sign_in::person::Person::key).
    pub subject: Option<String>,
    /// And those of these, where there is one.
    pub also: Vec<String>,
    /// Not before this time.
    pub from: Option<DateTime<Utc>>,
    /// Before this time.
    pub to: Option<DateTime<Utc>>,
}

/// Writes events in their order, which is part of the transaction's change. Others who append in the tenant wait until it ends, so it comes last in it.
///
/// # Errors
/// [`Error::Invalid`] (`subject`, `payload`); [`Error::NotFound`] for an unknown tenant; [`Error::Internal`] when the chain that is there was cut off;
/// [`Error::Unavailable`] without database.
pub(crate) async fn append(
    transaction: &Transaction,
    signer: &dyn LedgerSigner,
    events: Vec<NewEvent>,
) -> Result<Vec<LedgerEvent>> {
    if events.is_empty() {
        return Ok(Vec::new());
    }
    let (store, tenant) = (transaction.store(), transaction.tenant());
    // Signing takes its time, and nobody waits for it yet.
    let contents = events.iter().map(|event| content(signer, event)).collect::<Result<Vec<_>>>()?;
    let Head { number, mut hash } = head::lock(transaction).await?;
    let mut number = number.cast_signed();
    let (mut signature, mut at) = match number {
        0 => (String::new(), DateTime::<Utc>::MIN_UTC),
        _ => match event::find(transaction, number).await? {
            Some(last) => (last.signature, last.at),
            None => return Err(Error::internal(format!("ledger of {tenant}: the last event, {number}, is missing"))),
        },
    };
    let subjects =
        subject::found_or_made(transaction, events.iter().map(|event| event.subject.as_str()).collect::<BTreeSet<_>>());
    let subjects = subjects.await?;
    public_key::remember(transaction, signer, number + 1).await?;
    let (mut rows, mut written) = (Vec::with_capacity(events.len()), Vec::with_capacity(events.len()));
    for (event, content) in events.into_iter().zip(contents) {
        let subject =
            subjects.get(&event.subject).ok_or_else(|| Error::internal("a subject was neither found nor made"))?;
        number += 1;
        // Replicas' clocks differ, and one may be set back: lists by time and by number are in one order all the same.
        at = Ord::max(at, store.created_at());
        let id = identifier::xid(store.environment())?;
        let payload = content.seal(&*store.environment().random, &subject.key, (tenant, number))?;
        let link = Link {
            tenant,
            hash_before: &hash,
            signature_before: &signature,
            number,
            id: &id,
            at,
            pseudonym: &subject.pseudonym,
            payload: &payload.0,
        };
        hash = link.hash();
        signature = signer.sign_detached(EVENT_TYPE, &hash)?;
        written.push(LedgerEvent {
            number: number.cast_unsigned(),
            id: id.clone(),
            at,
            subject: Some(event.subject),
            payload: Some(event.payload),
            payload_signature: Some(content.payload_signature),
        });
        rows.push(event::Row {
            tenant_id: tenant.to_owned(),
            number,
            id,
            at,
            pseudonym: subject.pseudonym.clone(),
            payload,
            signature: signature.clone(),
        });
    }
    transaction.touch(Area::LEDGER.created());
    event::insert(transaction, &rows).await?;
    head::advance(transaction, number, &hash).await?;
    Ok(written)
}

/// Writes events that go with no other change.
///
/// # Errors
/// [`Error::Invalid`] (`subject`, `payload`); [`Error::NotFound`] for an unknown tenant; [`Error::Internal`] when the chain that is there was cut off;
/// [`Error::Unavailable`] without database.
pub async fn record(acting: &Acting, signer: &dyn LedgerSigner, events: Vec<NewEvent>) -> Result<Vec<LedgerEvent>> {
    let transaction = acting.begin().await?;
    let written = append(&transaction, signer, events).await?;
    transaction.commit().await?;
    Ok(written)
}

/// Up to `limit` events of a tenant behind the number `after`, in the order of their numbers: there are no more when there are none. An unknown subject has none.
///
/// An event that was changed shows neither subject nor payload, as if it were erased; one of which not even id and time can be read is left out. The log names
/// both, and [`verify`] says more.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list(
    store: &Store,
    tenant: &str,
    filter: &Filter,
    after: Option<u64>,
    limit: u64,
) -> Result<Vec<LedgerEvent>> {
    let mut reading = Reading::new(store, tenant, filter.clone(), after);
    let mut sealed = Vec::new();
    while sealed.is_empty() && !reading.is_over() {
        sealed = reading.next(limit).await?;
    }
    Ok(sealed.iter().map(|event| event.open(store)).collect())
}

/// As [`list`], of one subject, and the newest first: up to `limit` events before the number `before`.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn newest(
    store: &Store,
    tenant: &str,
    subject: &str,
    before: Option<u64>,
    limit: u64,
) -> Result<Vec<LedgerEvent>> {
    if !is_plausible(subject) {
        return Ok(Vec::new());
    }
    let Some(pseudonym) = subject::pseudonym(store, tenant, subject).await? else { return Ok(Vec::new()) };
    let mut before = before.and_then(|before| i64::try_from(before).ok()).unwrap_or(i64::MAX);
    loop {
        let rows = event::newest(store, tenant, &pseudonym, (before, limit)).await?;
        let Some((last, _)) = rows.last() else { return Ok(Vec::new()) };
        before = *last;
        let events = readable(store, rows);
        if !events.is_empty() {
            return Ok(events.iter().map(|event| event.open(store)).collect());
        }
    }
}

fn readable(store: &Store, rows: Vec<event::Numbered>) -> Vec<SealedEvent> {
    let readable = rows.into_iter().filter_map(|(number, found)| match found {
        Ok(found) => Some(SealedEvent(found)),
        Err(error) => {
            tell(store, &number.to_string(), error.to_string());
            None
        }
    });
    readable.collect()
}

/// The public keys that events of a tenant were signed with, whatever keys it has by now.
///
/// # Errors
/// [`Error::Internal`] when one was changed; [`Error::Unavailable`] without database.
pub async fn public_keys(store: &Store, tenant: &str) -> Result<Vec<Value>> {
    Ok(public_key::list(store, tenant).await?.into_iter().map(|key| key.public_jwk).collect())
}

/// Throws away what leads from a subject to its events and opens them: the pseudonym that is nobody's from now on, or `None` where there was no event. Events that
/// come later are those of another pseudonym. Whoever calls leaves an audit event, in which the subject doesn't stand either.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub(crate) async fn erase(transaction: &Transaction, subject: &str) -> Result<Option<String>> {
    // Whoever is appending comes before, or finds that there is no such subject any more.
    if !is_plausible(subject) || head::find_locked(transaction).await?.is_none() {
        return Ok(None);
    }
    transaction.touch(Area::LEDGER);
    subject::remove(transaction, subject).await
}

/// Erases a subject from the ledger alone, and leaves an audit event that names the pseudonym. Says whether there was anything.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn erase_subject(acting: &Acting, subject: &str) -> Result<bool> {
    let transaction = acting.begin().await?;
    let Some(pseudonym) = erase(&transaction, subject).await? else { return Ok(false) };
    let change: Change<'_, ()> =
        Change { object_type: "ledger_subject", verb: "erase", object_id: &pseudonym, before: None, after: None };
    audit::record(&transaction, change).await?;
    transaction.commit().await?;
    Ok(true)
}

/// The keys of everybody of this name of whom something was written down, also of those who had it before. For [`Filter::also`].
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn keys_of_name(store: &Store, tenant: &str, name: &str) -> Result<Vec<String>> {
    if !is_plausible(name) {
        return Ok(Vec::new());
    }
    subject::named(store.reader(), tenant, name).await
}

/// As [`keys_of_name`], as a transaction sees it.
pub(super) async fn keys_of_name_in(transaction: &Transaction, name: &str) -> Result<Vec<String>> {
    subject::named(&**transaction, transaction.tenant(), name).await
}

/// Those of these subjects of whom something was written down.
pub(crate) async fn those_with_events(transaction: &Transaction, subjects: &[&str]) -> Result<HashSet<String>> {
    subject::known_of(transaction, subjects).await
}

pub(super) fn is_plausible(subject: &str) -> bool {
    let called = person::subject_of(subject);
    !called.is_empty() && validate::one_line("subject", called, sign_in::subject::LENGTH).is_ok()
}

fn content(signer: &dyn LedgerSigner, event: &NewEvent) -> Result<Content> {
    if !is_plausible(&event.subject) {
        let rule = format!("must have 1 to {} bytes and no control characters", sign_in::subject::LENGTH);
        return Err(Error::invalid("subject", rule));
    }
    let payload = canonical_json::write(&event.payload)?;
    if payload.len() > PAYLOAD_LENGTH {
        return Err(Error::invalid("payload", format!("must have at most {PAYLOAD_LENGTH} bytes")));
    }
    Ok(Content {
        subject: event.subject.clone(),
        payload_signature: signer.sign_detached(PAYLOAD_TYPE, payload.as_bytes())?,
        payload: RawValue::from_string(payload).map_err(Error::internal)?,
    })
}

fn shown(store: &Store, found: &Found) -> LedgerEvent {
    let opened = found.content(store).and_then(|content| {
        let Some(Content { subject, payload, payload_signature }) = content else { return Ok(None) };
        Ok(Some((subject, canonical_json::read(payload.get())?, payload_signature)))
    });
    let opened = opened.unwrap_or_else(|error| {
        tell(store, &found.row.id, error.to_string());
        None
    });
    let (subject, payload, payload_signature) = match opened {
        Some((subject, payload, signature)) => (Some(subject), Some(payload), Some(signature)),
        None => (None, None, None),
    };
    LedgerEvent {
        number: found.row.number.cast_unsigned(),
        id: found.row.id.clone(),
        at: found.row.at,
        subject,
        payload,
        payload_signature,
    }
}

fn tell(store: &Store, id: &str, error: String) {
    unreadable::tell(store, &UnreadableRow { table: "ledger_events".to_owned(), id: id.to_owned(), error });
}

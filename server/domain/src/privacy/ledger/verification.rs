//! Whether the ledger of a tenant is what was written: one pass over all events, a part of them in memory at a time.
//!
//! Each hash covers all events before it and their signatures, so one signature at the end proves everything. One is checked at the end of each part, so that
//! where the chain breaks is looked for in that part alone; and at the last event of each key, which proves what was there before the key changed.

use serde_json::Value;

use super::chain::{BEGINNING, Hash, Head, Link};
use super::event::{self, Found, Numbered, Row};
use super::public_key::{self, LedgerKey};
use super::{EVENT_TYPE, head};
use crate::installation::tenant;
use crate::{Error, Result, Store};

/// Events that are in memory at once.
const PART: i64 = 500;
/// Subjects that are looked at in one question.
const SUBJECTS: u64 = 500;

/// Checks signatures.
pub trait LedgerSignatures: Sync {
    /// Is it a compact JWS without payload (RFC 7515, appendix F), of this type, over this payload, by this key?
    fn is_valid(&self, public_jwk: &Value, typ: &str, payload: &[u8], signature: &str) -> bool;
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Everything is as it was written.
    Whole(Whole),
    /// Something isn't.
    Broken(Broken),
}

/// A ledger in which nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The last event. Its number is that of all events.
    pub head: Head,
    /// Events that nobody can read any more, since their subjects were erased.
    pub unreadable: u64,
}

/// The first place where a ledger isn't what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The event; `None` for what is in the ledger and belongs to none.
    pub number: Option<u64>,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with an event.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There is none of this number, and there are some behind it, or the head says so.
    #[error("it is missing")]
    Missing,
    /// A column holds nothing that it could hold.
    #[error("its row can't be read")]
    Unreadable,
    /// It was changed, moved, exchanged, or signed by somebody else; or the one before it has another signature.
    #[error("it isn't what was signed")]
    Altered,
    /// Its signature names a key that never signed anything here.
    #[error("it is signed with a key that isn't known")]
    UnknownKey,
    /// The public key that its signature names was changed, or wasn't written by this installation.
    #[error("the public key of its signature isn't the one that was written")]
    KeyAltered,
    /// Its signature is by a key that signed nothing yet when it was written.
    #[error("it is signed with a key that came later")]
    LaterKey,
    /// It doesn't open with the key of its subject, or its subject has another name now.
    #[error("the row of its subject isn't the one that was written")]
    SubjectAltered,
    /// It comes behind the head.
    #[error("it was written past the head")]
    BehindHead,
    /// The head has another hash.
    #[error("the head has another hash")]
    HeadAltered,
    /// The head that somebody noted isn't on this chain.
    #[error("it isn't the one that was noted")]
    Unexpected,
    /// An event has a number below 1.
    #[error("an event has no place in the order")]
    StrayEvent,
    /// A subject has a pseudonym and no event.
    #[error("a subject has no event of its pseudonym")]
    StraySubject,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.number {
            Some(number) => write!(formatter, "event {number}: {}", self.fault),
            None => self.fault.fmt(formatter),
        }
    }
}

/// Verifies the ledger of a tenant, and that the head that somebody noted is on it. Takes memory for a few hundred events, however many there are. What is appended
/// meanwhile is verified too.
///
/// # Errors
/// [`Error::NotFound`] for an unknown tenant; [`Error::Unavailable`] without database.
pub async fn verify(
    store: &Store,
    tenant: &str,
    signatures: &dyn LedgerSignatures,
    expected: Option<&Head>,
) -> Result<Verified> {
    let mut walk = Walk::new(store, tenant, signatures, expected);
    let verified = match walk.first_broken().await? {
        None => Verified::Whole(Whole { head: walk.head(), unreadable: walk.unreadable }),
        Some(broken) => Verified::Broken(broken),
    };
    // Nor does a tenant have events that was removed meanwhile.
    if tenant::find(store, tenant).await?.is_none() {
        return Err(Error::not_found("tenant", tenant));
    }
    Ok(verified)
}

struct Walk<'a> {
    store: &'a Store,
    tenant: &'a str,
    signatures: &'a dyn LedgerSignatures,
    expected: Option<&'a Head>,
    /// The last event that is as it was written.
    number: i64,
    hash: Hash,
    signature: String,
    unreadable: u64,
    /// The key of the last signature that was checked.
    keys: Option<(String, Vec<LedgerKey>)>,
}

impl<'a> Walk<'a> {
    fn new(
        store: &'a Store,
        tenant: &'a str,
        signatures: &'a dyn LedgerSignatures,
        expected: Option<&'a Head>,
    ) -> Self {
        let (hash, signature) = (BEGINNING, String::new());
        Self { store, tenant, signatures, expected, number: 0, hash, signature, unreadable: 0, keys: None }
    }

    fn head(&self) -> Head {
        Head { number: self.number.cast_unsigned(), hash: self.hash }
    }

    async fn first_broken(&mut self) -> Result<Option<Broken>> {
        loop {
            // The head first: what it counts was committed with it, and is read then.
            let head = match head::find(self.store.reader(), self.tenant).await {
                Ok(head) => Some(head.unwrap_or(Head { number: 0, hash: BEGINNING })),
                Err(Error::Internal(_)) => None,
                Err(error) => return Err(error),
            };
            let part = event::next(self.store, self.tenant, self.number, PART).await?;
            if !part.is_empty() {
                if let Some(broken) = self.part(part).await? {
                    return Ok(Some(broken));
                }
                continue;
            }
            let stray = event::stray(self.store, self.tenant, self.number).await?;
            if stray != Some(self.number + 1) {
                return self.end(head, stray).await;
            }
            // It came this moment, and is next.
        }
    }

    /// That the last event is the head, which was read before it was seen that nothing is behind that event, and that nothing is anywhere else. `None` for a head
    /// that can't be one.
    async fn end(&self, head: Option<Head>, stray: Option<i64>) -> Result<Option<Broken>> {
        let last = self.head();
        let Some(head) = head else { return Ok(Some(broken(last.number, Fault::HeadAltered))) };
        if head.number > last.number {
            return Ok(Some(broken(last.number + 1, Fault::Missing)));
        }
        if head.number < last.number {
            return Ok(Some(broken(head.number + 1, Fault::BehindHead)));
        }
        if head.hash != last.hash {
            return Ok(Some(broken(last.number, Fault::HeadAltered)));
        }
        match stray {
            Some(number @ 1..) => return Ok(Some(broken(number.cast_unsigned(), Fault::BehindHead))),
            Some(_) => return Ok(Some(Broken { number: None, fault: Fault::StrayEvent })),
            None => {}
        }
        match self.expected {
            Some(expected) if expected.number > last.number => {
                return Ok(Some(broken(expected.number, Fault::Missing)));
            }
            Some(Head { number: 0, hash }) if *hash != BEGINNING => return Ok(Some(broken(0, Fault::Unexpected))),
            _ => {}
        }
        let mut after = String::new();
        while let Some((last, have_events)) = event::of_subjects(self.store, self.tenant, &after, SUBJECTS).await? {
            if !have_events {
                return Ok(Some(Broken { number: None, fault: Fault::StraySubject }));
            }
            after = last;
        }
        Ok(None)
    }

    /// The next events: as many of them as are there and can be read, and then what is wrong with the one behind.
    async fn part(&mut self, part: Vec<Numbered>) -> Result<Option<Broken>> {
        let mut events = Vec::with_capacity(part.len());
        let mut behind = None;
        for (expected, (number, found)) in (self.number + 1..).zip(part) {
            match found {
                _ if number != expected => behind = Some(broken(expected.cast_unsigned(), Fault::Missing)),
                Err(_) => behind = Some(broken(expected.cast_unsigned(), Fault::Unreadable)),
                Ok(found) => {
                    events.push(found);
                    continue;
                }
            }
            break;
        }
        let hashes = self.hashes(&events);
        let mut from = 0;
        for at in 0..events.len() {
            let is_last_of_key =
                events.get(at + 1).is_none_or(|next| header(&next.row.signature) != header(&events[at].row.signature));
            if is_last_of_key {
                for place in self.proving(&events[from..=at]).await? {
                    if let Some(fault) = self.fault(&events[from + place].row, &hashes[from + place]).await? {
                        return self.first_fault(&events[from..=at], &hashes[from..=at], fault).await.map(Some);
                    }
                }
                from = at + 1;
            }
        }
        for (found, hash) in events.iter().zip(&hashes) {
            let number = found.row.number.cast_unsigned();
            if self.expected.is_some_and(|expected| expected.number == number && expected.hash != *hash) {
                return Ok(Some(broken(number, Fault::Unexpected)));
            }
            match found.content(self.store) {
                Ok(Some(_)) => {}
                Ok(None) => self.unreadable += 1,
                Err(_) => return Ok(Some(broken(number, Fault::SubjectAltered))),
            }
        }
        if let (Some(last), Some(hash)) = (events.pop(), hashes.last()) {
            (self.number, self.hash, self.signature) = (last.row.number, *hash, last.row.signature);
        }
        Ok(behind)
    }

    fn hashes(&self, events: &[Found]) -> Vec<Hash> {
        let mut hashes = Vec::with_capacity(events.len());
        let (mut hash, mut signature) = (self.hash, self.signature.as_str());
        for Found { row, .. } in events {
            let link = Link {
                tenant: self.tenant,
                hash_before: &hash,
                signature_before: signature,
                number: row.number,
                id: &row.id,
                at: row.at,
                pseudonym: &row.pseudonym,
                payload: &row.payload.0,
            };
            hash = link.hash();
            signature = &row.signature;
            hashes.push(hash);
        }
        hashes
    }

    /// Which of these events, whose signatures name one key, prove all of them: the last one, and each behind which another key that is called so began to sign.
    async fn proving(&mut self, events: &[Found]) -> Result<Vec<usize>> {
        let (Some(first), Some(last)) = (events.first(), events.last()) else { return Ok(Vec::new()) };
        let before = first.row.number;
        // What is wrong with the keys is found with the last one.
        let keys = match public_key::kid_of(&last.row.signature) {
            Some(kid) => self.called(kid).await.unwrap_or_default(),
            None => &[],
        };
        let begun = keys.iter().filter_map(|key| usize::try_from(key.first - 1 - before).ok());
        let mut places: Vec<usize> = begun.filter(|place| *place < events.len() - 1).collect();
        places.push(events.len() - 1);
        Ok(places)
    }

    /// The last of these events, or one that stands for some of them, has this fault: which is the first one that has any?
    async fn first_fault(&mut self, events: &[Found], hashes: &[Hash], of_last: Fault) -> Result<Broken> {
        for (found, hash) in events.iter().zip(hashes) {
            if let Some(fault) = self.fault(&found.row, hash).await? {
                return Ok(Broken { number: Some(found.row.number.cast_unsigned()), fault });
            }
        }
        Ok(Broken { number: events.last().map(|found| found.row.number.cast_unsigned()), fault: of_last })
    }

    /// What is wrong with the signature of an event that has this hash.
    async fn fault(&mut self, row: &Row, hash: &Hash) -> Result<Option<Fault>> {
        let Some(kid) = public_key::kid_of(&row.signature) else { return Ok(Some(Fault::Altered)) };
        let signatures = self.signatures;
        let keys = match self.called(kid).await {
            Ok([]) => return Ok(Some(Fault::UnknownKey)),
            Ok(keys) => keys,
            Err(Error::Internal(_)) => return Ok(Some(Fault::KeyAltered)),
            Err(error) => return Err(error),
        };
        let mut signed =
            keys.iter().filter(|key| signatures.is_valid(&key.public_jwk, EVENT_TYPE, hash, &row.signature)).peekable();
        if signed.peek().is_none() {
            return Ok(Some(Fault::Altered));
        }
        Ok((!signed.any(|key| key.first <= row.number)).then_some(Fault::LaterKey))
    }

    /// The keys that are called so.
    async fn called(&mut self, kid: String) -> Result<&[LedgerKey]> {
        if self.keys.as_ref().is_none_or(|(known, _)| *known != kid) {
            let keys = public_key::called(self.store, self.tenant, &kid).await?;
            self.keys = Some((kid, keys));
        }
        Ok(self.keys.as_ref().map(|(_, keys)| keys.as_slice()).unwrap_or_default())
    }
}

fn broken(number: u64, fault: Fault) -> Broken {
    Broken { number: Some(number), fault }
}

/// The part of a signature that says whose it is.
fn header(signature: &str) -> &str {
    signature.split_once('.').map_or(signature, |(header, _)| header)
}

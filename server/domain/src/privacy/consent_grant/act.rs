//! Giving consents and taking them back, as many at once as somebody decides on at once.

use std::collections::HashMap;
use std::net::IpAddr;

use schemars::JsonSchema;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{ConsentGrant, LONG_AGO, Standing, event, is_plausible, locked, put};
use crate::installation::acting::Acting;
use crate::installation::audit::{self, Change};
use crate::privacy::consent::{self, Consent, GrantType};
use crate::privacy::ledger::{self, LedgerSigner};
use crate::sign_in::attempt::{self, Limit};
use crate::storage::parts::parts;
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, identifier, validate};

/// Consents of one act.
const MOST: usize = 256;
const LANGUAGE_LENGTH: usize = 35;
/// Of the context, as JSON: the ledger keeps it with the consent.
const CONTEXT_LENGTH: usize = 4 * 1024;
/// Clocks of devices go ahead by no more than this, in nanoseconds.
const AHEAD: i64 = 60 * 1_000_000_000;
/// Nanoseconds of a microsecond.
const MICROSECOND: i64 = 1_000;

/// Where and with what somebody was.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpConsentGrantContext")]
pub struct GrantContext {
    /// What is known of the device.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub device: Map<String, Value>,
    /// Address of the user's device, of version 4 or 6.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ip: String,
    /// Latitude and longitude, in degrees.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 2))]
    pub location: Vec<f64>,
}

/// What is known of an act beside what it does.
#[derive(Clone, Debug, Default)]
pub struct Act {
    /// Where and with what.
    pub context: GrantContext,
    /// The language that it was asked in (BCP 47); may be empty.
    pub language: String,
    /// When the user said so, in nanoseconds since the epoch; now when absent.
    pub collected_at: Option<i64>,
    /// The action that asked; may be empty.
    pub triggered_by_action: String,
}

/// What is wanted of one consent.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The consent's id.
    pub consent: String,
    /// Whether it is given; else it is taken back.
    pub granted: bool,
    /// How it is given.
    pub grant_type: GrantType,
    /// What the user was shown, where that is known: nothing else is given.
    pub shown: Option<Shown>,
    /// The action that asked for it, where that isn't the one of the [`Act`].
    pub triggered_by_action: Option<String>,
}

impl Wish {
    /// For a consent as it is now, whichever version that is.
    #[must_use]
    pub fn new(consent: String, granted: bool, grant_type: GrantType) -> Self {
        Self { consent, granted, grant_type, shown: None, triggered_by_action: None }
    }
}

/// One version of one consent, and of no other that has its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Of the consent.
    pub lineage: String,
    /// Of what it says.
    pub version: i64,
}

impl Shown {
    /// A consent as it is.
    #[must_use]
    pub fn of(consent: &Consent) -> Self {
        Self { lineage: consent.lineage.clone(), version: consent.version }
    }
}

/// How wishes are told of, and what becomes of one that is so already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// One, whose fields stand in the body itself. What wasn't given can't be taken back.
    One,
    /// Several, in a list. What is so already is left as it is.
    Several,
}

/// What came of an act.
#[derive(Clone, Debug)]
pub struct Acted {
    /// What the grants and events of it have in common.
    pub act_id: String,
    /// When the user said so, in nanoseconds since the epoch.
    pub collected_at: i64,
    /// For each wish what is so now, in their order; `None` for what was never given.
    pub grants: Vec<Option<ConsentGrant>>,
}

/// That somebody may act now. What is given and taken back stands in the ledger for good, so it isn't done without end.
#[derive(Debug)]
pub struct Permit(());

impl Permit {
    /// Of a service that the tenant trusts with the consents of its users.
    #[must_use]
    pub fn of_service() -> Self {
        Self(())
    }

    /// Of a user, by their key, who may act so many times (`most`) in so many `seconds` from the first. Where that is reached: the seconds until they may again.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown tenant; [`Error::Unavailable`] without database.
    pub async fn of_user(
        store: &Store,
        tenant: &str,
        person: &str,
        (most, seconds): (i32, i64),
    ) -> Result<std::result::Result<Self, i64>> {
        let limit = Limit { key: &format!("consents:{person}"), failures: most, seconds };
        Ok(attempt::take(store, tenant, &[limit]).await?.map_or(Ok(Self(())), Err))
    }
}

impl Act {
    fn check(&self, now: i64) -> Result<()> {
        let GrantContext { device: _, ip, location } = &self.context;
        if !ip.is_empty() && ip.parse::<IpAddr>().is_err() {
            return Err(Error::invalid("context.ip", "must be an IP address"));
        }
        match location.as_slice() {
            [] => {}
            [latitude, longitude] if latitude.abs() <= 90.0 && longitude.abs() <= 180.0 => {}
            _ => return Err(Error::invalid("context.location", "must be latitude and longitude, in degrees")),
        }
        if serde_json::to_vec(&self.context).map_err(Error::internal)?.len() > CONTEXT_LENGTH {
            return Err(Error::invalid("context", format!("must have at most {CONTEXT_LENGTH} bytes")));
        }
        crate::privacy::canonical_json::write(&Value::Object(self.context.device.clone()))
            .map_err(|_| Error::invalid("context.device", "holds a number that isn't the same everywhere"))?;
        let is_subtag =
            |tag: &str| (1..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_language =
            |tag: &str| (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphabetic());
        let mut tags = self.language.split('-');
        let is_tag =
            self.language.len() <= LANGUAGE_LENGTH && tags.next().is_some_and(is_language) && tags.all(is_subtag);
        if !self.language.is_empty() && !is_tag {
            return Err(Error::invalid("language", "must be a language tag (BCP 47)"));
        }
        check_action(&self.triggered_by_action)?;
        match self.collected_at {
            Some(at) if at < 0 => Err(Error::invalid("collection_timestamp", "must be nanoseconds since 1970")),
            Some(at) if at > now.saturating_add(AHEAD) => {
                Err(Error::invalid("collection_timestamp", "must not be in the future"))
            }
            _ => Ok(()),
        }
    }
}

fn check_action(action: &str) -> Result<()> {
    validate::one_line("triggered_by_action", action, validate::ID_LENGTH)
}

impl Manner {
    fn field(self, index: usize, member: &str) -> String {
        match self {
            Self::One => member.to_owned(),
            Self::Several => format!("consents[{index}].{member}"),
        }
    }
}

/// Gives and takes back, all or nothing, and writes each change to the ledger. What is given already, at least as explicitly, is left as it is.
/// Of what isn't given and is taken back among several, it is kept when the user said so: what they said before can't give it any more.
///
/// # Errors
/// [`Error::Invalid`] for a field, a consent that the tenant doesn't have, or one that can't be withdrawn; [`Error::NotFound`] for one that wasn't given and is to be taken back by itself;
/// [`Error::Conflict`] (`collection_timestamp`) for one that is given by what the user said before they said something else (of a `consent_grant`), or before there was
/// this version (of a `consent`), or (`version`) that isn't what they were shown; [`Error::Unavailable`] without database.
pub async fn act(
    acting: &Acting,
    signer: &dyn LedgerSigner,
    subject: &str,
    act: Act,
    (wishes, manner): (&[Wish], Manner),
    _permit: Permit,
) -> Result<Acted> {
    let store = acting.store();
    let at = store.now();
    // Both databases keep microseconds.
    let now = at.timestamp_micros().saturating_mul(MICROSECOND);
    act.check(now)?;
    if !is_plausible(subject) {
        return Err(Error::invalid("subject", "nobody can be called so"));
    }
    if wishes.len() > MOST {
        return Err(Error::invalid("consents", format!("at most {MOST} items")));
    }
    for (index, wish) in wishes.iter().enumerate() {
        if wishes[..index].iter().any(|before| before.consent == wish.consent) {
            return Err(Error::invalid(manner.field(index, "consent_id"), "stands twice"));
        }
        if let Some(action) = &wish.triggered_by_action {
            check_action(action)?;
        }
    }
    let act_id = identifier::uuid(store.environment())?;
    let collected_at = as_double(act.collected_at.unwrap_or(now));
    let transaction = acting.begin().await?;
    let consents = shared(&transaction, wishes).await?;
    let lineages: Vec<&str> = consents.values().map(|consent| consent.lineage.as_str()).collect();
    let mut known = locked(&transaction, subject, &lineages).await?;
    let (mut changed, mut refused, mut events) = (Vec::new(), Vec::new(), Vec::new());
    let mut grants = Vec::with_capacity(wishes.len());
    for (index, wish) in wishes.iter().enumerate() {
        let found = consents.get(&wish.consent);
        if wish.shown.is_some() && wish.shown != found.map(Shown::of) {
            // Nobody gives what they haven't seen.
            let value = found.map_or_else(String::new, |consent| consent.version.to_string());
            return Err(Error::Conflict { thing: "consent", field: "version", value });
        }
        let Some(consent) = found else {
            let shown = &wish.consent[..wish.consent.floor_char_boundary(validate::ID_LENGTH)];
            let message = format!("there is no consent {shown:?}");
            return Err(Error::invalid(manner.field(index, "consent_id"), message));
        };
        let row = known.remove(&consent.lineage);
        let Standing { consent, now, grant } = Standing::of(consent.clone(), row.clone());
        let is_so = match (now, wish.granted) {
            // Who said so weighs more than who let it happen.
            (Some((_, given)), true) => given == GrantType::Explicit || wish.grant_type == GrantType::Implicit,
            (now, granted) => now.is_some() == granted,
        };
        if is_so {
            if manner == Manner::One && !wish.granted {
                return Err(Error::not_found("consent_grant", wish.consent.clone()));
            }
            // Nothing is taken back, but what was said before that counts no longer.
            let says_more = |row: &ConsentGrant| row.granted || row.collected_at < collected_at;
            if let Some(row) = row.filter(|row| !wish.granted && says_more(row)) {
                let collected_at = Ord::max(collected_at, row.collected_at);
                refused.push(ConsentGrant { granted: false, collected_at, ..row });
            }
            grants.push(grant);
            continue;
        }
        if !wish.granted && !consent.can_be_withdrawn {
            return Err(Error::invalid(manner.field(index, "consent_id"), "it can't be withdrawn"));
        }
        if wish.granted && act.collected_at.is_some() {
            refuse_stale(&consent, row.as_ref(), collected_at)?;
        }
        let after = ConsentGrant {
            tenant_id: transaction.tenant().to_owned(),
            subject: subject.to_owned(),
            lineage: consent.lineage.clone(),
            id: identifier::uuid(store.environment())?,
            act_id: act_id.clone(),
            version: consent.version,
            grant_type: wish.grant_type,
            granted: wish.granted,
            given_at: at,
            // Never earlier than before: a clock that goes ahead would let what it said once count again.
            collected_at: Ord::max(collected_at, row.map_or(LONG_AGO, |row| row.collected_at)),
        };
        let action = wish.triggered_by_action.as_deref().unwrap_or(&act.triggered_by_action);
        events.push(event::of(&consent, &after, (&act, action), collected_at)?);
        changed.push(after.clone());
        grants.push(Some(after));
    }
    let is_changed = !changed.is_empty() || !refused.is_empty();
    if !changed.is_empty() {
        // One, however many consents it is about: the ledger says which.
        let verb = match (changed.iter().any(|grant| grant.granted), changed.iter().all(|grant| grant.granted)) {
            (_, true) => "give",
            (false, _) => "withdraw",
            (true, false) => "change",
        };
        let change: Change<'_, ()> =
            Change { object_type: "consent_grant", verb, object_id: &act_id, before: None, after: None };
        transaction.run_last(audit::insertion(transaction.acting(), &change)?).await?;
        put(&transaction, changed).await?;
    }
    put(&transaction, refused).await?;
    if !events.is_empty() {
        // Last: until the end, others who write to the ledger of the tenant wait.
        ledger::append(&transaction, signer, events).await?;
    }
    if is_changed {
        transaction.commit().await?;
    }
    Ok(Acted { act_id, collected_at: in_few_digits(collected_at), grants })
}

/// What a device had kept for a while must not undo what the user has said since, nor be said of what nobody could read yet. Taking back is always done.
fn refuse_stale(consent: &Consent, grant: Option<&ConsentGrant>, collected_at: i64) -> Result<()> {
    let stale = |thing| Error::Conflict { thing, field: "collection_timestamp", value: collected_at.to_string() };
    // At the very time of a withdrawal: what was taken back by it, once more.
    let is_undone = |grant: &ConsentGrant| {
        if grant.granted { grant.collected_at > collected_at } else { grant.collected_at >= collected_at }
    };
    if grant.is_some_and(is_undone) {
        return Err(stale("consent_grant"));
    }
    if collected_at < as_double(consent.version_made_at.timestamp_micros().saturating_mul(MICROSECOND)) {
        return Err(stale("consent"));
    }
    Ok(())
}

/// The consents of wishes, by their ids, which nobody changes or removes before the transaction ends.
async fn shared(transaction: &Transaction, wishes: &[Wish]) -> Result<HashMap<String, Consent>> {
    let could_be = |id: &&str| validate::is_plausible_id(id);
    let mut ids: Vec<&str> = wishes.iter().map(|wish| wish.consent.as_str()).filter(could_be).collect();
    ids.sort_unstable();
    let mut found = HashMap::new();
    for part in parts(&ids) {
        let select = consent::Entity::find()
            .filter(consent::Column::TenantId.eq(transaction.tenant()))
            .filter(consent::Column::Id.is_in(part.iter().copied()))
            .order_by_asc(consent::Column::Id)
            .lock_shared();
        found.extend(select.all(&**transaction).await?.into_iter().map(|consent| (consent.id.clone(), consent)));
    }
    Ok(found)
}

/// The number that JSON has for it everywhere (RFC 8785 §3.2.2.3): it is signed. At this time of the world that is no more than 128 nanoseconds away.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "what is lost is what this is for")]
fn as_double(nanoseconds: i64) -> i64 {
    nanoseconds as f64 as i64
}

/// The same in as few digits as tell it from others: so it stands in the ledger, and is read there.
#[expect(clippy::cast_precision_loss, reason = "it is a double")]
fn in_few_digits(nanoseconds: i64) -> i64 {
    (nanoseconds as f64).to_string().parse().unwrap_or(nanoseconds)
}

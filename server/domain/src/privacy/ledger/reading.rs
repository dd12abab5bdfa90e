//! Events of a ledger, as many at a time as whoever reads them wants.

use chrono::{DateTime, Utc};

use super::event::{self, Content, Found};
use super::{Filter, LedgerEvent, is_plausible, readable, shown, subject, tell};
use crate::{Result, Store};

/// An event as it is kept. Opened it is several times as long.
pub struct SealedEvent(pub(super) Found);

impl SealedEvent {
    /// From 1 on, without gaps.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.0.row.number.cast_unsigned()
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0.row.id
    }

    /// When it was written.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        self.0.row.at
    }

    /// How long it is as it is sealed, in bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        self.0.row.payload.0.len()
    }

    /// Whose it is and what it says. Nothing once that was erased, nor when it was changed, which the log names.
    #[must_use]
    pub fn content(&self, store: &Store) -> Option<Content> {
        self.0.content(store).unwrap_or_else(|error| {
            tell(store, self.id(), error.to_string());
            None
        })
    }

    pub(super) fn open(&self, store: &Store) -> LedgerEvent {
        shown(store, &self.0)
    }
}

/// The events of a tenant that a filter lets through, in the order of their numbers. Each part is of its own moment.
pub struct Reading {
    store: Store,
    tenant: String,
    filter: Filter,
    /// What the filter's subjects are called, once somebody has looked; none where it names none.
    pseudonyms: Option<Vec<String>>,
    /// The number of the last one that was read.
    after: i64,
    is_over: bool,
}

impl Reading {
    /// From the beginning, or behind the number `after`.
    #[must_use]
    pub fn new(store: &Store, tenant: &str, filter: Filter, after: Option<u64>) -> Self {
        let after = i64::try_from(after.unwrap_or_default()).unwrap_or(i64::MAX);
        Self { store: store.clone(), tenant: tenant.to_owned(), filter, pseudonyms: None, after, is_over: false }
    }

    /// The next ones, up to `limit`. None of them may be readable, so there may be more behind an empty part: see [`Reading::is_over`].
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn next(&mut self, limit: u64) -> Result<Vec<SealedEvent>> {
        if self.pseudonyms.is_none() {
            let pseudonyms = self.called().await?;
            self.is_over |= pseudonyms.is_empty() && self.filter.subject.is_some();
            self.pseudonyms = Some(pseudonyms);
        }
        if self.is_over {
            return Ok(Vec::new());
        }
        let pseudonyms = self.pseudonyms.as_deref().unwrap_or_default();
        let rows = event::list(&self.store, &self.tenant, (self.after, limit), (&self.filter, pseudonyms)).await?;
        self.is_over = rows.is_empty() || (rows.len() as u64) < limit;
        if let Some((last, _)) = rows.last() {
            self.after = *last;
        }
        let mut events = readable(&self.store, rows);
        // Whoever was erased since the first part has no events any more.
        events.retain(|event| self.filter.subject.is_none() || event.0.has_subject());
        Ok(events)
    }

    /// Is nothing left?
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    async fn called(&self) -> Result<Vec<String>> {
        let Filter { subject: Some(subject), also, .. } = &self.filter else { return Ok(Vec::new()) };
        let mut pseudonyms = Vec::new();
        let others = also.iter().filter(|other| *other != subject);
        for subject in std::iter::once(subject).chain(others).filter(|subject| is_plausible(subject)) {
            pseudonyms.extend(subject::pseudonym(&self.store, &self.tenant, subject).await?);
        }
        Ok(pseudonyms)
    }
}

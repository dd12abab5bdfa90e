//! When secrets were used last, until it is written: nobody who proves something by one waits for the database.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};

/// How many wait, of some 200 bytes each. What doesn't fit is noted when it is used again.
const MOST: usize = 64 * 1024;

/// A secret: its tenant, its owner and its name.
pub(crate) type Used = (String, String, String);

/// Those that wait to be written.
#[derive(Debug, Default)]
pub(crate) struct LastUses(Mutex<HashMap<Used, DateTime<Utc>>>);

impl LastUses {
    /// Notes a use.
    pub(crate) fn note(&self, used: Used, at: DateTime<Utc>) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() < MOST || waiting.contains_key(&used) {
            waiting.insert(used, at);
        }
    }

    /// Hands over all of them.
    pub(crate) fn take(&self) -> HashMap<Used, DateTime<Utc>> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

//! What needn't be done again so soon.

use std::fmt;
use std::hash::Hash;

use chrono::{DateTime, TimeDelta, Utc};
use quick_cache::sync::Cache;

/// When things were done last, as far as it is remembered: of those that were done latest.
pub struct Lately<K>(Cache<K, DateTime<Utc>>);

impl<K: Hash + Eq + Clone> Lately<K> {
    /// Remembers so many.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self(Cache::new(most))
    }

    /// Is it due, because it wasn't done within this time? Then it counts as done.
    #[must_use]
    pub fn is_due(&self, key: &K, now: DateTime<Utc>, within: TimeDelta) -> bool {
        // A clock that was set back is none to wait for.
        let is_recent = |at: DateTime<Utc>| at <= now && now - at < within;
        if self.0.get(key).is_some_and(is_recent) {
            return false;
        }
        self.0.insert(key.clone(), now);
        true
    }

    /// It wasn't done after all.
    pub fn forget(&self, key: &K) {
        self.0.remove(key);
    }
}

impl<K> fmt::Debug for Lately<K> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Lately").finish_non_exhaustive()
    }
}

//! Callers who wait for something to change. Each is a request under way, so there are only so many of them, and only so many of one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many wait at a time: an eighth of the requests that may be under way.
const OF_ALL: usize = 512;
/// How many of one.
const OF_ONE: usize = 32;

/// Those who wait.
#[derive(Debug, Default)]
pub struct LongPolls(Mutex<Waiting>);

#[derive(Debug, Default)]
struct Waiting {
    all: usize,
    by_owner: HashMap<String, usize>,
}

/// A place among those who wait, until it is dropped.
#[derive(Debug)]
pub struct LongPoll {
    polls: Arc<LongPolls>,
    owner: String,
}

impl LongPolls {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place, as long as there is one.
    #[must_use]
    pub fn begin(self: &Arc<Self>, owner: String) -> Option<LongPoll> {
        let mut waiting = self.waiting();
        let own = waiting.by_owner.get(&owner).copied().unwrap_or_default();
        if waiting.all >= OF_ALL || own >= OF_ONE {
            return None;
        }
        waiting.all += 1;
        waiting.by_owner.insert(owner.clone(), own + 1);
        Some(LongPoll { polls: Arc::clone(self), owner })
    }
}

impl Drop for LongPoll {
    fn drop(&mut self) {
        let mut waiting = self.polls.waiting();
        waiting.all = waiting.all.saturating_sub(1);
        let left = waiting.by_owner.get_mut(&self.owner).map(|own| {
            *own = own.saturating_sub(1);
            *own
        });
        if left == Some(0) {
            waiting.by_owner.remove(&self.owner);
        }
    }
}

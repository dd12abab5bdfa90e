//! How often one address may make an authorization server write something down without anybody having signed in: authorization requests that wait for their
//! user, and devices that do.
//!
//! What waits is gone after ten minutes, so what one address can make wait is bounded by what it may begin in ten minutes. Counted in memory, on each replica
//! for itself: the limit is there for the disk, which several replicas don't make smaller. It is far above what people do, also those behind one address.

use std::hash::{BuildHasher as _, RandomState};
use std::net::IpAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use authplane_domain::catalogue::server_key::ServerKey;
use quick_cache::sync::Cache;

use crate::edge::client_address::network;

/// Seconds from the first that is counted until all are forgotten.
pub const WINDOW: i64 = 600;
/// How many pairs of server and address are remembered, of some 100 bytes each.
const REMEMBERED: usize = 16 * 1024;

/// Counters of what was begun.
pub struct Throttle {
    most: AtomicU32,
    counters: Cache<u64, Arc<Mutex<Counter>>>,
    /// Seeded anew in each process, so that nobody can prepare two pairs that share a counter.
    hasher: RandomState,
}

#[derive(Debug, Default)]
struct Counter {
    begun: u32,
    /// Seconds since the epoch.
    ends: i64,
}

/// There were too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// Until the next is let through.
    pub seconds: i64,
}

impl std::fmt::Debug for Throttle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Throttle").field("most", &self.most).field("len", &self.counters.len()).finish_non_exhaustive()
    }
}

impl Throttle {
    /// One that lets so many through in [`WINDOW`]; all of them when `most` is 0.
    #[must_use]
    pub fn new(most: u32) -> Self {
        Self { most: AtomicU32::new(most), counters: Cache::new(REMEMBERED), hasher: RandomState::new() }
    }

    /// Lets so many through from now on.
    pub fn allow(&self, most: u32) {
        self.most.store(most, Ordering::Relaxed);
    }

    /// Counts one, unless there were too many.
    ///
    /// # Errors
    /// [`TooMany`].
    pub fn take(&self, server: ServerKey<'_>, address: IpAddr, now: i64) -> Result<(), TooMany> {
        let most = self.most.load(Ordering::Relaxed);
        if most == 0 {
            return Ok(());
        }
        let key = self.hasher.hash_one((server.tenant, server.id, network(address)));
        let fresh = || Ok::<_, std::convert::Infallible>(Arc::default());
        let Ok(counter) = self.counters.get_or_insert_with(&key, fresh);
        let mut counter = counter.lock().unwrap_or_else(PoisonError::into_inner);
        if counter.ends <= now {
            *counter = Counter { begun: 0, ends: now + WINDOW };
        }
        if counter.begun >= most {
            return Err(TooMany { seconds: counter.ends - now });
        }
        counter.begun += 1;
        Ok(())
    }
}

//! The limit to guessing a client's secret: after 20 wrong ones from one address within five minutes, that client can't authenticate from there until the five
//! minutes are over.
//!
//! By client *and* address: by client alone, anybody could lock any client out; by address alone, all clients behind one gateway would pay for one of them. An
//! id that doesn't exist is counted like one that does, so the limit tells nothing. The address is the connection's; what `Forwarded` headers say is not
//! believed. The right secret clears the count, but isn't looked at while the limit holds.
//!
//! The answer is 429 with `Retry-After` (RFC 6585 §4), which is what hosted providers answer at their token endpoints, in RFC 6749's shape with the code that
//! the token endpoint uses for "not now". 401 would tell an automaton that its secret is wrong, which may not be so.
//!
//! Counted in memory, on each replica for itself: a secret of 32 characters isn't guessed in a thousand times as many tries either; the limit is there for the
//! noise, and for the secrets that somebody chose himself. When there are more counters than fit, those that were touched once go first.

use std::hash::{BuildHasher as _, RandomState};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

use quick_cache::sync::Cache;

/// Wrong secrets that are answered as such.
const FAILURES: u32 = 20;
/// Seconds from the first wrong secret until all are forgotten.
const WINDOW: i64 = 300;
/// How many pairs of client and address are remembered, of some 100 bytes each.
const REMEMBERED: usize = 16 * 1024;

/// Counters of wrong secrets.
pub struct SecretGuesses {
    counters: Cache<u64, Arc<Mutex<Counter>>>,
    /// Seeded anew in each process, so that nobody can prepare two pairs that share a counter.
    hasher: RandomState,
}

/// One client at one address.
#[derive(Clone, Copy, Debug)]
pub struct Guesser(u64);

/// There were too many wrong guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// Until the next is looked at.
    pub seconds: i64,
}

#[derive(Debug, Default)]
struct Counter {
    failures: u32,
    /// Seconds since the epoch.
    ends: i64,
}

impl Default for SecretGuesses {
    fn default() -> Self {
        Self { counters: Cache::new(REMEMBERED), hasher: RandomState::new() }
    }
}

impl std::fmt::Debug for SecretGuesses {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SecretGuesses").field("len", &self.counters.len()).finish_non_exhaustive()
    }
}

impl SecretGuesses {
    /// Who tries.
    #[must_use]
    pub fn guesser(&self, tenant: &str, client_id: &str, address: IpAddr) -> Guesser {
        Guesser(self.hasher.hash_one((tenant, client_id, network(address))))
    }

    /// Looks at a guess, unless there were too many wrong ones before; says whether it was right. `is_right` must not wait for anything: guesses that come at the
    /// same time are looked at one after the other.
    ///
    /// # Errors
    /// [`Blocked`] when it wasn't looked at.
    pub fn attempt(&self, guesser: Guesser, now: i64, is_right: impl FnOnce() -> bool) -> Result<bool, Blocked> {
        // Almost nobody has a counter, and gets none for being right.
        let Some(counter) = self.counters.get(&guesser.0) else {
            let right = is_right();
            if !right {
                self.counter(guesser).lock().unwrap_or_else(PoisonError::into_inner).count(now);
            }
            return Ok(right);
        };
        let mut counter = counter.lock().unwrap_or_else(PoisonError::into_inner);
        if counter.failures >= FAILURES && counter.ends > now {
            return Err(Blocked { seconds: counter.ends - now });
        }
        let right = is_right();
        if right {
            self.counters.remove(&guesser.0);
        } else {
            counter.count(now);
        }
        Ok(right)
    }

    fn counter(&self, guesser: Guesser) -> Arc<Mutex<Counter>> {
        let fresh = || Ok::<_, std::convert::Infallible>(Arc::default());
        let Ok(counter) = self.counters.get_or_insert_with(&guesser.0, fresh);
        counter
    }
}

impl Counter {
    fn count(&mut self, now: i64) {
        if self.ends <= now {
            *self = Self { failures: 0, ends: now + WINDOW };
        }
        self.failures = self.failures.saturating_add(1);
    }
}

/// Whoever has an IPv6 address has the 2^64 beside it too.
pub(super) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
    }
}

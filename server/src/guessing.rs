//! The limit to guessing a client's secret: after 20 wrong ones from one address within five minutes, wrong ones are answered 429 until the five minutes are over.
//!
//! By client *and* address: by client alone, anybody could make any client's mistakes look like an attack; by address alone, all clients behind one gateway would
//! pay for one of them. An id that doesn't exist is counted like one that does, so the limit tells nothing. Whose address it is says
//! [`Request::client_address`](crate::edge::Request::client_address).
//!
//! **The right secret is always taken**, also while the limit holds: else whoever shares an address with a client, or with an administrator, could shut them out
//! by being wrong on purpose. So the limit doesn't keep a guesser from being right. It needn't: a secret that the server made has 256 bits and isn't guessed at any
//! pace. What it can't do is protect a secret that somebody chose himself and that is in a dictionary; nothing here would but refusing its owner too.
//!
//! The right secret doesn't clear the count: a guesser beside a busy client would never reach the limit.
//!
//! The answer is 429 with `Retry-After` (RFC 6585 §4), which is what hosted providers answer at their token endpoints, in RFC 6749's shape with the code that
//! the token endpoint uses for "not now". It tells the owner of a misconfigured client, and the log, that somebody is wrong all the time.
//!
//! Counted in memory, on each replica for itself: it is there for the noise. When there are more counters than fit, those that were touched once go first.

use std::hash::{BuildHasher as _, RandomState};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use authplane_domain::catalogue::server_key::ServerKey;
use quick_cache::sync::Cache;

use crate::edge::client_address::network;
use crate::limits::Allowance;

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
    /// Who tries a secret of this client.
    #[must_use]
    pub fn guesser(&self, tenant: &str, client_id: &str, address: IpAddr) -> Guesser {
        Guesser(self.hasher.hash_one(("client", tenant, client_id, network(address))))
    }

    /// Who tries a secret of this API client of a local user store.
    #[must_use]
    pub fn guesser_of_api_client(&self, tenant: &str, id: &str, address: IpAddr) -> Guesser {
        Guesser(self.hasher.hash_one(("api client", tenant, id, network(address))))
    }

    /// Who tries a registration access token of some client of this server.
    #[must_use]
    pub fn guesser_of_registrations(&self, server: ServerKey<'_>, address: IpAddr) -> Guesser {
        Guesser(self.hasher.hash_one(("registration", server.tenant, server.id, network(address))))
    }

    /// Whether a guess was right. A wrong one is counted.
    ///
    /// # Errors
    /// [`Blocked`] when it was wrong, like too many before it.
    pub fn attempt(
        &self,
        guesser: Guesser,
        now: i64,
        allowance: Allowance,
        is_right: impl FnOnce() -> bool,
    ) -> Result<bool, Blocked> {
        if is_right() {
            return Ok(true);
        }
        let counter = self.counter(guesser);
        let mut counter = counter.lock().unwrap_or_else(PoisonError::into_inner);
        if counter.failures >= allowance.number && counter.ends > now {
            return Err(Blocked { seconds: counter.ends - now });
        }
        counter.count(now, allowance);
        Ok(false)
    }

    fn counter(&self, guesser: Guesser) -> Arc<Mutex<Counter>> {
        let fresh = || Ok::<_, std::convert::Infallible>(Arc::default());
        let Ok(counter) = self.counters.get_or_insert_with(&guesser.0, fresh);
        counter
    }
}

impl Counter {
    fn count(&mut self, now: i64, allowance: Allowance) {
        if self.ends <= now {
            *self = Self { failures: 0, ends: now + allowance.window() };
        }
        self.failures = self.failures.saturating_add(1);
    }
}

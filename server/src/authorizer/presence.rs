//! Whether the control plane is there, and whether it answers about tokens.
//!
//! Both are found out apart, since one can fail without the other: a control plane that has too much to do about tokens still tells that the configuration is the same.
//! **It is away** when nothing was answered, neither about a token nor about the configuration, since the question was asked; then tokens may be verified by themselves.
//! What is too slow, or fails, while anything else is answered isn't away, and what it doesn't say of a token is not known.

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::{Notify, Semaphore, SemaphorePermit, watch};
use tokio::time::Instant;

/// How many tokens are asked about at a time: whoever sends many leaves room for the configuration, and doesn't make the control plane slower for others.
pub const AT_A_TIME: usize = 64;
/// How long a token waits for its turn.
const TURN: Duration = Duration::from_millis(300);
/// How long it is waited for what whoever keeps the configuration finds.
const FINDING: Duration = Duration::from_millis(1500);

/// What was found when the control plane was asked for the configuration.
#[derive(Clone, Copy, Debug)]
struct Found {
    at: Instant,
    is_away: bool,
}

/// Whether the control plane is there.
#[derive(Debug)]
pub struct Presence {
    begun: Instant,
    found: watch::Sender<Found>,
    /// Somebody wants to know.
    doubted: Notify,
    /// When anything was answered last, in microseconds since it began.
    heard_at: AtomicU64,
    places: Semaphore,
    /// When it was told last what a token is, in milliseconds since the epoch.
    introspected_at: AtomicI64,
    /// Nobody told when it was asked last.
    is_failing: AtomicBool,
}

impl Default for Presence {
    fn default() -> Self {
        let begun = Instant::now();
        Self {
            begun,
            found: watch::Sender::new(Found { at: begun, is_away: false }),
            doubted: Notify::new(),
            heard_at: AtomicU64::new(0),
            places: Semaphore::new(AT_A_TIME),
            introspected_at: AtomicI64::new(0),
            is_failing: AtomicBool::new(false),
        }
    }
}

impl Presence {
    /// Says what was found now; whether it was otherwise before.
    pub fn found(&self, is_away: bool) -> bool {
        let now = Found { at: Instant::now(), is_away };
        if !is_away {
            self.heard();
        }
        self.found.send_replace(now).is_away != is_away
    }

    /// Something was answered now.
    pub fn heard(&self) {
        let since = u64::try_from(self.begun.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.heard_at.fetch_max(since, Ordering::AcqRel);
    }

    /// As it was found last.
    #[must_use]
    pub fn is_away(&self) -> bool {
        self.found.borrow().is_away
    }

    /// Has it to be found out whether it is there.
    pub fn doubt(&self) {
        self.doubted.notify_one();
    }

    /// Waits until somebody doubts it.
    pub async fn doubted(&self) {
        self.doubted.notified().await;
    }

    /// Whether nothing at all was answered since then, also not to whoever keeps the configuration, who is waited for.
    pub async fn is_away_since(&self, asked_at: Instant) -> bool {
        self.doubt();
        let mut found = self.found.subscribe();
        let found = tokio::time::timeout(FINDING, found.wait_for(|found| found.at >= asked_at)).await;
        let is_away = matches!(found, Ok(Ok(found)) if found.is_away);
        is_away && self.heard_before(asked_at)
    }

    fn heard_before(&self, moment: Instant) -> bool {
        let before = moment.saturating_duration_since(self.begun).as_micros();
        u128::from(self.heard_at.load(Ordering::Acquire)) < before
    }

    /// A place among those who ask about a token; none where too many do.
    pub async fn place(&self) -> Option<SemaphorePermit<'_>> {
        tokio::time::timeout(TURN, self.places.acquire()).await.ok()?.ok()
    }

    /// It was told now what a token is; whether it wasn't before.
    pub fn introspected(&self, now: DateTime<Utc>) -> bool {
        self.heard();
        self.introspected_at.store(now.timestamp_millis(), Ordering::Release);
        self.is_failing.swap(false, Ordering::AcqRel)
    }

    /// It wasn't told now; whether it was before.
    pub fn introspection_failed(&self) -> bool {
        !self.is_failing.swap(true, Ordering::AcqRel)
    }

    /// Whether it wasn't told when it was asked last.
    #[must_use]
    pub fn is_failing(&self) -> bool {
        self.is_failing.load(Ordering::Acquire)
    }

    /// How long ago it was told last what a token is; nothing where it never was.
    #[must_use]
    pub fn introspection_age(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let at = self.introspected_at.load(Ordering::Acquire);
        (at != 0).then(|| TimeDelta::milliseconds(now.timestamp_millis().saturating_sub(at)))
    }
}

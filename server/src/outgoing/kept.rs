//! Documents of others that are kept for a while after they were fetched: key sets, what identity providers say of themselves.
//!
//! A document is kept as long as the answer says, within bounds. Requests that want the same one at the same time wait for one fetch. A fetch that failed isn't
//! repeated for some seconds, and leaves the document as it was: what begins a fetch often takes no credentials, and mustn't be a way to have this server
//! bother others; and whoever publishes the document may be away for a while.

use std::convert::Infallible;
use std::fmt;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use authplane_domain::environment::Clock;
use quick_cache::sync::Cache;

/// Seconds that a document is kept: at least, at most, and when the answer doesn't say.
const LEAST: i64 = 60;
const MOST: i64 = 3600;
const USUAL: i64 = 600;
/// Seconds between two attempts at a document that couldn't be fetched.
const RETRY: i64 = 10;
/// Seconds between two fetches of a document that is fresh, because somebody misses something in it: anybody can.
const AGAIN: i64 = 60;

/// Documents of one kind, by a name that is usually their URL.
pub struct Kept<T: ?Sized, N = String> {
    clock: Arc<dyn Clock>,
    places: Cache<N, Arc<Place<T>>>,
}

/// What a fetch comes to: the document with how long the answer says that it may be kept, or why there is none.
pub type Outcome<T> = Result<(Arc<T>, Option<Duration>), String>;

/// What is known of a document.
pub struct Known<T: ?Sized> {
    /// As it was when it could be fetched last.
    pub document: Option<Arc<T>>,
    /// Why it couldn't be fetched since.
    pub problem: Option<String>,
    /// Fetches that succeeded.
    generation: u64,
    /// Seconds since the epoch, as are the other times.
    fresh_until: i64,
    /// A fetch failed, and none is tried before then.
    retry_at: i64,
    /// No fetch of a fresh document before then.
    again_at: i64,
}

/// Where one document is kept.
struct Place<T: ?Sized> {
    known: Mutex<Known<T>>,
    /// Held by the one who fetches.
    fetching: tokio::sync::Mutex<()>,
}

/// Why a document is fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Occasion {
    /// There is none, or it is old.
    Stale,
    /// Something isn't in it.
    Incomplete,
}

impl<T: ?Sized, N: Eq + Hash> Kept<T, N> {
    /// Keeps the documents that were asked for last, as many as `most`.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, most: usize) -> Self {
        Self { clock, places: Cache::new(most) }
    }
}

impl<T: ?Sized + Send + Sync + 'static, N: Eq + Hash + Clone> Kept<T, N> {
    /// A document, fetched before if there is none or it is old.
    pub async fn current<F>(&self, name: &N, fetch: impl FnOnce() -> F + Send + 'static) -> Known<T>
    where
        F: Future<Output = Outcome<T>> + Send,
    {
        let place = self.place(name);
        let generation = place.known().generation;
        self.after(place, Occasion::Stale, generation, fetch).await
    }

    /// A document in which something wasn't that should be, fetched again if that hasn't happened since it was `seen`, nor just now.
    pub async fn again<F>(&self, name: &N, seen: &Known<T>, fetch: impl FnOnce() -> F + Send + 'static) -> Known<T>
    where
        F: Future<Output = Outcome<T>> + Send,
    {
        self.after(self.place(name), Occasion::Incomplete, seen.generation, fetch).await
    }

    fn place(&self, name: &N) -> Arc<Place<T>> {
        let Ok(place) = self.places.get_or_insert_with(name, || Ok::<_, Infallible>(Arc::default()));
        place
    }

    /// The document after a fetch, if there is occasion for one and nobody else has done so since the caller saw `generation`.
    async fn after<F>(
        &self,
        place: Arc<Place<T>>,
        occasion: Occasion,
        generation: u64,
        fetch: impl FnOnce() -> F + Send + 'static,
    ) -> Known<T>
    where
        F: Future<Output = Outcome<T>> + Send,
    {
        let known = place.known();
        if !known.is_due(self.clock.now().timestamp(), occasion, generation) {
            return known;
        }
        let (filled, clock) = (Arc::clone(&place), Arc::clone(&self.clock));
        // In a task of its own: a caller that hangs up must not take along what others wait for.
        let fetching = tokio::spawn(async move {
            let _alone = filled.fetching.lock().await;
            let started = clock.now().timestamp();
            if filled.known().is_due(started, occasion, generation) {
                if occasion == Occasion::Incomplete {
                    filled.change(|known| known.again_at = started + AGAIN);
                }
                let outcome = fetch().await;
                filled.change(|known| known.put(outcome, started));
            }
        });
        // It fails only with the runtime.
        let _ = fetching.await;
        place.known()
    }
}

impl<T: ?Sized> Place<T> {
    fn known(&self) -> Known<T> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change(&self, change: impl FnOnce(&mut Known<T>)) {
        change(&mut self.known.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl<T: ?Sized> Known<T> {
    fn is_due(&self, now: i64, occasion: Occasion, generation: u64) -> bool {
        let wanted = match occasion {
            Occasion::Stale => self.fresh_until <= now,
            Occasion::Incomplete => self.again_at <= now,
        };
        wanted && self.generation == generation && self.retry_at <= now
    }

    fn put(&mut self, outcome: Outcome<T>, started: i64) {
        match outcome {
            Ok((document, max_age)) => {
                self.document = Some(document);
                self.problem = None;
                self.generation += 1;
                self.fresh_until = started + age(max_age);
                self.retry_at = 0;
            }
            Err(problem) => {
                self.problem = Some(problem);
                self.retry_at = started + RETRY;
            }
        }
    }
}

fn age(max_age: Option<Duration>) -> i64 {
    max_age.map_or(USUAL, |age| i64::try_from(age.as_secs()).unwrap_or(MOST).clamp(LEAST, MOST))
}

impl<T: ?Sized, N: Eq + Hash> fmt::Debug for Kept<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kept").field("len", &self.places.len()).finish_non_exhaustive()
    }
}

impl<T: ?Sized> Default for Place<T> {
    fn default() -> Self {
        Self { known: Mutex::default(), fetching: tokio::sync::Mutex::default() }
    }
}

impl<T: ?Sized> Default for Known<T> {
    fn default() -> Self {
        Self { document: None, problem: None, generation: 0, fresh_until: 0, retry_at: 0, again_at: 0 }
    }
}

impl<T: ?Sized> Clone for Known<T> {
    fn clone(&self) -> Self {
        Self { document: self.document.clone(), problem: self.problem.clone(), ..*self }
    }
}

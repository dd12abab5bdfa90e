//! One fetch at a time of what several ask for together.
//!
//! Nothing is kept here: nobody gets an answer to a question that was put before his own. Who asks while a fetch is under way waits until it is over, and then all
//! who waited get the outcome of the one fetch that follows.

use std::convert::Infallible;
use std::fmt;
use std::hash::Hash;
use std::sync::Arc;
use std::time::Instant;

use quick_cache::sync::Cache;
use tokio::sync::Mutex;

/// Fetches under way, by name.
pub struct Together<N, T> {
    places: Cache<N, Arc<Place<T>>>,
}

/// Held by the one who fetches; in it, when that began and what came of it.
type Place<T> = Mutex<Option<(Instant, T)>>;

impl<N: Eq + Hash + Clone, T: Clone> Together<N, T> {
    /// For as many names at a time as `most`; beyond that the oldest are forgotten, and may be fetched twice at a time.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { places: Cache::new(most) }
    }

    /// What `fetch` comes to, or another one that began after this was called.
    pub async fn fetch<F>(&self, name: &N, fetch: impl FnOnce() -> F + Send) -> T
    where
        F: Future<Output = T> + Send,
    {
        let asked = Instant::now();
        let Ok(place) = self.places.get_or_insert_with(name, || Ok::<_, Infallible>(Arc::default()));
        let mut last = place.lock().await;
        if let Some((_, found)) = last.as_ref().filter(|(began, _)| *began >= asked) {
            return found.clone();
        }
        let began = Instant::now();
        let found = fetch().await;
        // Besides this one there is the cache's: others wait.
        *last = (Arc::strong_count(&place) > 2).then(|| (began, found.clone()));
        found
    }
}

impl<N: Eq + Hash, T> fmt::Debug for Together<N, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Together").field("len", &self.places.len()).finish_non_exhaustive()
    }
}

//! Attempts that are made once for all who need their outcome at the same time.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::{BoxFuture, Shared, WeakShared};

/// An attempt under way. Whoever waits for it drives it on; it ends with the last of them.
pub(crate) type Flight<T> = Shared<BoxFuture<'static, T>>;

/// Where the attempt under way is found, if there is one.
///
/// Weak, so that an attempt whose every caller has gone ends with them. The others go on if the first one leaves.
pub(crate) struct Slot<T>(Option<WeakShared<BoxFuture<'static, T>>>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Clone> Slot<T> {
    /// One that isn't over.
    pub(crate) fn under_way(&self) -> Option<Flight<T>> {
        self.0.as_ref().and_then(WeakShared::upgrade).filter(|flight| flight.peek().is_none())
    }

    /// Begins one. `panicked` is its outcome if it panics: a shared future that does wakes none of those who wait for it, and
    /// takes later ones along. What was said then is the panic hook's to print.
    pub(crate) fn begin(
        &mut self,
        attempt: impl Future<Output = T> + Send + 'static,
        panicked: impl FnOnce() -> T + Send + 'static,
    ) -> Flight<T> {
        let attempt = async { AssertUnwindSafe(attempt).catch_unwind().await.unwrap_or_else(|_| panicked()) };
        let flight = attempt.boxed().shared();
        self.0 = flight.downgrade();
        flight
    }
}

/// Waits for the outcome, no longer than this; `None` if that was too short. The attempt goes on then, for the others and for
/// whoever comes next: if it ended each time, calls in a hurry would never see one that ends well.
pub(crate) async fn within<T: Clone + Send + Sync + 'static>(flight: Flight<T>, limit: Option<Duration>) -> Option<T> {
    let Some(limit) = limit else { return Some(flight.await) };
    match tokio::time::timeout(limit, flight.clone()).await {
        Ok(outcome) => Some(outcome),
        Err(_) => {
            tokio::spawn(flight);
            None
        }
    }
}

//! Clears away, every few minutes, the rows that nobody needs any more.

use std::time::Duration;

use authplane_domain::Error as DomainError;
use authplane_domain::installation::housekeeping::EXPIRING;

use crate::context::Context;
use crate::log::Level;

/// How often expired rows are cleared away, and how many at once.
const INTERVAL: Duration = Duration::from_mins(5);
const BATCH: u64 = 1000;
/// Between two batches, so that others get to write.
const PAUSE: Duration = Duration::from_millis(50);

/// Clears expired rows away as long as the server runs.
pub async fn run(context: Context) {
    loop {
        tokio::time::sleep(INTERVAL).await;
        if context.prepared() {
            clear_expired(&context).await;
        }
    }
}

/// Clears all expired rows away, a batch at a time. What the database refuses is logged and left for the next time.
pub async fn clear_expired(context: &Context) {
    let store = &context.store;
    for rows in EXPIRING {
        if let Err(error) = batches(|| rows.purge(store, BATCH)).await {
            context.log.event(
                context.now(),
                Level::Warn,
                "expired rows are still there",
                &[("table", rows.table().into()), ("error", error.to_string().into())],
            );
        }
    }
}

/// A full batch may have left more behind.
async fn batches<F: Future<Output = Result<u64, DomainError>>>(purge: impl Fn() -> F) -> Result<(), DomainError> {
    while purge().await? >= BATCH {
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

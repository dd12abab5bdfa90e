//! Says in the log that the database is lost, each minute that it still is, and that it is back: three kinds of lines, however many requests fail meanwhile.

use std::sync::atomic::Ordering;
use std::time::Duration;

use authplane_domain::Error as DomainError;
use tokio::time::Instant;

use crate::context::Context;
use crate::log::Level;

/// How often the database is looked at while nobody complains.
const INTERVAL: Duration = Duration::from_secs(10);
/// How often while it is lost.
const RETRY: Duration = Duration::from_millis(500);
/// How often that is said again.
const REMINDER: Duration = Duration::from_mins(1);
/// Who complains without a reason is listened to once in so long.
const PAUSE: Duration = Duration::from_millis(250);

/// Watches as long as the server runs.
pub(super) async fn run(context: Context) {
    loop {
        let noticed = tokio::time::timeout(INTERVAL, context.unavailable.noticed.notified()).await;
        // Before that, whoever prepares it says what it waits for.
        if context.prepared() {
            // A request that was answered 503 may know more than one who only reads.
            let looked = if noticed.is_ok() { context.store.probe().await } else { context.store.ping().await };
            if let Err(error) = looked {
                outage(&context, error).await;
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// From the loss of the database to its return.
async fn outage(context: &Context, error: DomainError) {
    let (began, before) = (Instant::now(), context.unavailable.count.load(Ordering::Relaxed));
    let say = |level, message, error: Option<&DomainError>| {
        let refused = context.unavailable.count.load(Ordering::Relaxed).saturating_sub(before);
        let mut fields = vec![("seconds", began.elapsed().as_secs().into()), ("answered_503", refused.into())];
        fields.extend(error.map(|error| ("error", error.to_string().into())));
        context.log.event(context.now(), level, message, &fields);
    };
    say(Level::Error, "the database is lost", Some(&error));
    let mut said = Instant::now();
    loop {
        tokio::time::sleep(RETRY).await;
        let Err(error) = context.store.probe().await else { break };
        if said.elapsed() >= REMINDER {
            say(Level::Error, "the database is still lost", Some(&error));
            said = Instant::now();
        }
    }
    say(Level::Info, "the database is back", None);
}

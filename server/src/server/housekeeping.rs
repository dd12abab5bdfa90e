//! Clears away, every few minutes, the rows that nobody needs any more.

use std::time::Duration;

use authplane_domain::Error as DomainError;
use authplane_domain::clients::client;
use authplane_domain::installation::audit::{self, Retention};
use authplane_domain::installation::housekeeping::EXPIRING;
use authplane_domain::installation::tenant;
use authplane_domain::privacy::consent_grant;

use crate::context::Context;
use crate::log::Level;

/// How often expired rows are cleared away, and how many at once.
const INTERVAL: Duration = Duration::from_mins(5);
const BATCH: u64 = 1000;
/// How often it is written when secrets were used last.
const WRITING: Duration = Duration::from_mins(1);
/// Pages of the database file that are given back at once.
const PAGES: u32 = 512;
/// Between two batches, so that others get to write.
const PAUSE: Duration = Duration::from_millis(50);

/// Clears expired rows away as long as the server runs.
pub async fn run(context: Context) {
    let mut warned = false;
    loop {
        tokio::time::sleep(INTERVAL).await;
        if context.prepared() && !std::mem::replace(&mut warned, true) {
            warn_of_earlier_file(&context).await;
        }
        if context.prepared() {
            once(&context).await;
        }
    }
}

/// Writes each minute when secrets were used last, as long as the server runs.
pub async fn write_uses(context: Context) {
    loop {
        tokio::time::sleep(WRITING).await;
        if context.prepared() {
            write_last_uses(&context).await;
        }
    }
}

/// Writes when secrets were used last, as far as nobody did yet.
pub async fn write_last_uses(context: &Context) {
    if let Err(error) = client::write_last_uses(&context.store).await {
        let fields = [("error", error.to_string().into())];
        context.log.event(context.now(), Level::Warn, "nobody knows when some secrets were used last", &fields);
    }
}

/// All of it, once.
pub async fn once(context: &Context) {
    clear_removed_tenants(context).await;
    clear_removed_consents(context).await;
    clear_expired(context).await;
    remember_revocations(context).await;
    clear_audit_log(context).await;
    give_back_space(context).await;
}

/// Clears away what is left of tenants that were removed, a batch at a time.
pub async fn clear_removed_tenants(context: &Context) {
    let clear = async {
        while tenant::clear_away(&context.store, BATCH).await? {
            tokio::time::sleep(PAUSE).await;
        }
        Ok::<_, DomainError>(())
    };
    if let Err(error) = clear.await {
        let fields = [("error", error.to_string().into())];
        context.log.event(context.now(), Level::Warn, "rows of removed tenants are still there", &fields);
    }
}

/// Clears away what users gave of consents that were removed, a batch at a time.
pub async fn clear_removed_consents(context: &Context) {
    let clear = async {
        while consent_grant::clear_away(&context.store, BATCH).await? {
            tokio::time::sleep(PAUSE).await;
        }
        Ok::<_, DomainError>(())
    };
    if let Err(error) = clear.await {
        left_behind(context, "consent_grants", &error);
    }
}

/// There may have been too many of them to be remembered, and now there are few.
async fn remember_revocations(context: &Context) {
    if let Err(error) = context.store.load_revocations().await {
        let fields = [("error", error.to_string().into())];
        context.log.event(context.now(), Level::Warn, "revocations are looked up one by one", &fields);
    }
}

/// Clears away the audit events that are older, or more, than the settings say.
pub async fn clear_audit_log(context: &Context) {
    let (store, config) = (&context.store, &context.config);
    let retention = Retention {
        days: Some(config.audit_retention_days).filter(|days| *days > 0),
        events: Some(u64::from(config.audit_retention_events)).filter(|events| *events > 0),
    };
    let clear = async {
        let Some(until) = retention.ends(store).await? else { return Ok(()) };
        batches(|| audit::purge(store, until, BATCH)).await
    };
    if let Err(error) = clear.await {
        left_behind(context, "audit_events", &error);
    }
}

/// Makes the database file as small as what is in it, where it can.
pub async fn give_back_space(context: &Context) {
    let store = &context.store;
    let give_back = async {
        let mut given = 0;
        loop {
            match store.give_back_space(PAGES).await? {
                0 => break,
                pages => given += pages,
            }
            tokio::time::sleep(PAUSE).await;
        }
        if given > 0 { store.shorten_file().await } else { Ok::<_, DomainError>(()) }
    };
    if let Err(error) = give_back.await {
        let fields = [("error", error.to_string().into())];
        context.log.event(context.now(), Level::Warn, "the database file could not be made smaller", &fields);
    }
}

/// Says once that the file is one of an earlier release, too large to be written anew at the start.
async fn warn_of_earlier_file(context: &Context) {
    if let Ok(false) = context.store.gives_back_space().await {
        let message =
            "the database file keeps its size whatever is cleared away: run `authplane migrate --compact` once";
        context.log.event(context.now(), Level::Warn, message, &[]);
    }
}

fn left_behind(context: &Context, table: &str, error: &DomainError) {
    let fields = [("table", table.into()), ("error", error.to_string().into())];
    context.log.event(context.now(), Level::Warn, "expired rows are still there", &fields);
}

/// Clears all expired rows away, a batch at a time. What the database refuses is logged and left for the next time.
pub async fn clear_expired(context: &Context) {
    let store = &context.store;
    for rows in EXPIRING {
        if let Err(error) = batches(|| rows.purge(store, BATCH)).await {
            left_behind(context, rows.table(), &error);
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

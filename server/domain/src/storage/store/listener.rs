//! Learns from PostgreSQL what other replicas commit, and bounds how long it may not know.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Weak};
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgListener, PgNotification, PgPoolOptions};
use tokio::time::{sleep, timeout};

use super::Inner;
use crate::storage::cache::Area;

/// The channel. Its payload is the areas in hexadecimal digits, a space, and the tenant.
pub(super) const CHANNEL: &str = "authplane_tenant";
/// Silence after which the connection must prove that it lives, and the time it has for it: together the bound on staleness.
const PATIENCE: Duration = Duration::from_secs(1);

pub(super) fn payload(tenant: &str, areas: Area) -> String {
    format!("{:02x} {tenant}", areas.bits())
}

/// Listens as long as the store is used. Whenever notifications may have been missed, everything cached is stale, and again each
/// second until they come again.
pub(super) fn start(options: Box<PgConnectOptions>, inner: &Arc<Inner>) {
    if inner.notified.swap(true, Ordering::AcqRel) {
        return;
    }
    inner.cache.bump_all();
    tokio::spawn(run(options, Arc::downgrade(inner)));
}

async fn run(options: Box<PgConnectOptions>, store: Weak<Inner>) {
    while let Some(inner) = store.upgrade() {
        inner.cache.bump_all();
        drop(inner);
        // For each attempt another one: a listener that is given up says good-bye on its connection before it gives it back, and where the peer has
        // vanished that takes as long as the system waits for it. Nobody could listen in the meantime.
        let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(PATIENCE);
        let pool = pool.connect_lazy_with((*options).clone());
        let connected = timeout(PATIENCE, async {
            let mut listener = PgListener::connect_with(&pool).await?;
            listener.listen(CHANNEL).await?;
            Ok::<_, sqlx::Error>(listener)
        });
        if let Ok(Ok(mut listener)) = connected.await {
            if let Some(inner) = store.upgrade() {
                // What was committed before the channel was open told nobody.
                inner.cache.bump_all();
            }
            follow(&mut listener, &store).await;
        } else {
            sleep(PATIENCE).await;
        }
    }
}

/// Returns when the connection is lost, or the store is gone.
async fn follow(listener: &mut PgListener, store: &Weak<Inner>) {
    loop {
        match timeout(PATIENCE, listener.try_recv()).await {
            Ok(Ok(Some(notification))) => {
                let Some(inner) = store.upgrade() else { return };
                heed(&inner, &notification);
            }
            Ok(Ok(None) | Err(_)) => return,
            // Silence. A peer that vanished without a word looks the same, and so does one that listens no more, as behind a proxy that gives each statement any
            // connection: it would answer, and tell nothing. So it must tell of something.
            Err(_) => {
                if store.strong_count() == 0 {
                    return;
                }
                let proof = async {
                    let notify = sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(payload("", Area::NONE));
                    notify.execute(&mut *listener).await?;
                    listener.try_recv().await
                };
                match timeout(PATIENCE, proof).await {
                    Ok(Ok(Some(notification))) => {
                        let Some(inner) = store.upgrade() else { return };
                        heed(&inner, &notification);
                    }
                    _ => return,
                }
            }
        }
    }
}

/// What is told of is stale. Proofs tell of nothing.
fn heed(inner: &Inner, notification: &PgNotification) {
    match notification.payload().split_once(' ') {
        Some((areas, tenant)) => {
            let areas = u32::from_str_radix(areas, 16).map_or(Area::ALL, Area::from_bits);
            inner.cache.bump(tenant, areas);
        }
        None => inner.cache.bump_all(),
    }
}

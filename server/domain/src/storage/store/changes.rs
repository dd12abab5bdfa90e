//! Waiting for changes: for whoever has told somebody what some rows say, and is to tell them when it may be something else.

use std::sync::Arc;

use super::Store;
use crate::storage::cache::{Area, Cache};

/// What is committed in some areas of a tenant, as far as this process hears of it: its own commits at once, those of other replicas with their notification.
pub struct Changes {
    cache: Arc<Cache>,
    tenant: String,
    areas: Area,
    /// The number of changes that were told of.
    told: u64,
}

impl std::fmt::Debug for Changes {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Changes").field("areas", &self.areas).field("told", &self.told).finish_non_exhaustive()
    }
}

impl Store {
    /// The changes of these areas from now on. Whoever loads rows afterwards misses none.
    #[must_use]
    pub fn changes(&self, tenant: &str, areas: Area) -> Changes {
        let (cache, areas) = (Arc::clone(&self.0.cache), areas.with(areas.created()));
        let told = cache.count(tenant, areas);
        Changes { cache, tenant: tenant.to_owned(), areas, told }
    }
}

impl Changes {
    /// Waits for the next one. Those that came since this was called last are one. Nothing is lost where nobody waits to the end.
    pub async fn next(&mut self) {
        self.told = self.cache.changed(&self.tenant, self.areas, self.told).await;
    }
}

//! Who makes the next key of a server in this process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tokio::sync::OwnedMutexGuard;

use crate::catalogue::server_key::ServerKey;

/// One turn at a time for each server: whoever comes while a key is made finds it made, instead of making another one that nobody needs. Servers
/// don't wait for each other.
#[derive(Default)]
pub(crate) struct Turns(Mutex<HashMap<Server, Weak<Queue>>>);

/// Tenant and id.
type Server = (String, String);
/// Whoever holds it makes the key.
type Queue = tokio::sync::Mutex<()>;

impl Turns {
    /// The caller's turn; it lasts until the guard is dropped.
    pub(crate) async fn of(&self, server: ServerKey<'_>) -> OwnedMutexGuard<()> {
        self.queue(server).lock_owned().await
    }

    fn queue(&self, server: ServerKey<'_>) -> Arc<Queue> {
        let mut queues = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // As many as keys are being made: few.
        queues.retain(|_, queue| queue.strong_count() > 0);
        let key = (server.tenant.to_owned(), server.id.to_owned());
        if let Some(queue) = queues.get(&key).and_then(Weak::upgrade) {
            return queue;
        }
        let queue = Arc::default();
        queues.insert(key, Arc::downgrade(&queue));
        queue
    }
}

//! The memory of access tokens whose signature was checked before.

use std::fmt;
use std::sync::Arc;

use quick_cache::sync::Cache;

use super::claims::Claims;

/// How many tokens are remembered; about 1 KiB each.
const REMEMBERED: usize = 8192;

/// Tokens whose signature and form were checked before, by their SHA-256. What can change (expiry, revocation, the server's and the client's existence) is
/// checked every time.
pub struct VerifiedTokens(Cache<[u8; 32], Arc<Claims>>);

impl VerifiedTokens {
    /// What a token says that was checked before.
    #[must_use]
    pub fn get(&self, key: &[u8; 32]) -> Option<Arc<Claims>> {
        self.0.get(key)
    }

    /// Remembers what a token says that has just been checked.
    pub fn insert(&self, key: [u8; 32], claims: Arc<Claims>) {
        self.0.insert(key, claims);
    }
}

impl Default for VerifiedTokens {
    fn default() -> Self {
        Self(Cache::new(REMEMBERED))
    }
}

impl fmt::Debug for VerifiedTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifiedTokens").field("len", &self.0.len()).finish()
    }
}

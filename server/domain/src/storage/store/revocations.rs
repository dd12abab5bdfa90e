//! The revocations that this process knows of without asking, on `SQLite`: see [`crate::tokens::revoked_token`].

use std::collections::HashMap;

/// How many are remembered, of some 80 bytes each.
const MOST: usize = 16 * 1024;
/// With so many there is room for more: all of them are remembered again.
pub(crate) const FEW: usize = MOST / 2;

/// Digests of revoked tokens, and when those expire, in seconds since the epoch.
#[derive(Debug, Default)]
pub(crate) struct Revocations {
    known: HashMap<[u8; 32], i64>,
    /// Whether they are all there are.
    is_complete: bool,
    /// Some were dropped, perhaps before they were written, since somebody wanted to complete them.
    dropped: bool,
}

impl Revocations {
    /// Whether one of these is revoked, if that is known.
    pub(crate) fn any(&self, digests: &[[u8; 32]]) -> Option<bool> {
        let found = digests.iter().any(|digest| self.known.contains_key(digest));
        (found || self.is_complete).then_some(found)
    }

    /// Remembers one. When there is no room, all others are dropped.
    pub(crate) fn insert(&mut self, digest: [u8; 32], expires_at: i64) {
        if self.known.len() >= MOST && !self.known.contains_key(&digest) {
            *self = Self { dropped: true, ..Self::default() };
        }
        self.known.insert(digest, expires_at);
    }

    /// Drops those that expired before `time`.
    pub(crate) fn forget(&mut self, time: i64) {
        self.known.retain(|_, expires_at| *expires_at >= time);
        // What a flood of them took is given back when they have expired.
        self.known.shrink_to(self.known.len() * 2);
    }

    /// Whether reading what was written would complete them. What was dropped a moment ago may not be written yet, so the answer is no once after that; it is
    /// asked again with longer in between than any write takes.
    pub(crate) fn can_be_completed(&mut self) -> bool {
        let dropped = std::mem::take(&mut self.dropped);
        !dropped && !self.is_complete
    }

    /// Adds all that are written, as long as nothing else is being written.
    pub(crate) fn complete(&mut self, written: impl Iterator<Item = ([u8; 32], i64)>) {
        self.known.extend(written);
        self.is_complete = !self.dropped;
    }
}

//! Which authorization server: its id means nothing without its tenant's, so they go together.

/// An authorization server's place. Two texts of the same kind in a row could change places unseen; these have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ServerKey<'a> {
    /// The tenant's id.
    pub tenant: &'a str,
    /// The server's id in it.
    pub id: &'a str,
}

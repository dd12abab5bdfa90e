//! What became of what was to be brought in.

use std::collections::HashSet;

use super::thing::{Kind, Thing};
use crate::catalogue::authorization_server::AuthorizationServer;
use crate::sign_in::session::Ended;

/// What became of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// It was made.
    Create,
    /// It was changed.
    Change,
    /// It is there otherwise, and was left as it is.
    Skip,
    /// It is there otherwise, and may not be changed.
    Conflict,
    /// It was removed.
    Remove,
}

/// A thing that isn't as the dump has it, or wasn't.
#[derive(Clone, Debug)]
pub struct Step {
    /// Where it stands in the dump, as a JSON pointer. Empty for what isn't in it.
    pub at: String,
    /// What became of it.
    pub verb: Verb,
    /// What it is.
    pub kind: Kind,
    /// Its id there.
    pub id: String,
    /// As it was.
    pub before: Option<Thing>,
    /// As it is, or would be.
    pub after: Option<Thing>,
}

/// What somebody should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The dump had no secret for it, and there was none: it has a new one.
    NewSecret {
        /// Where it stands in the dump.
        at: String,
        /// What it is.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// The dump had no private keys for it, and there were none: it has new ones, and nobody knows what was signed with others.
    NewKeys {
        /// Where it stands in the dump.
        at: String,
        /// What it is.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// It had another issuer where it comes from.
    ForeignIssuer {
        /// Where it stands in the dump.
        at: String,
        /// Its id.
        id: String,
        /// That issuer.
        issuer: String,
        /// Whether it is its issuer here too.
        kept: bool,
    },
    /// A client of the `admin` server without scopes, which could do everything where it comes from.
    Administrator {
        /// Where it stands in the dump.
        at: String,
        /// Its id.
        id: String,
        /// Whether it may do so here.
        allowed: bool,
    },
    /// The dump had no password for a static user, and there was none: nobody knows the user's password.
    NewPassword {
        /// Where the server stands in the dump.
        at: String,
        /// The server's id.
        id: String,
        /// The user's name.
        username: String,
    },
    /// The dump had no secret for a method of sign-in at somebody else's, and there was none: it has none.
    NoUpstreamSecret {
        /// Where the server stands in the dump.
        at: String,
        /// The server's id.
        id: String,
        /// The method's id.
        method: String,
    },
    /// A scope of a service that is built in, which has no such scope here.
    UnknownScope {
        /// Where it stands in the dump.
        at: String,
        /// Its name.
        name: String,
    },
}

impl Note {
    /// Where the row that it is about stands in the dump.
    #[must_use]
    pub fn at(&self) -> &str {
        match self {
            Self::NewSecret { at, .. }
            | Self::NewKeys { at, .. }
            | Self::ForeignIssuer { at, .. }
            | Self::Administrator { at, .. }
            | Self::NewPassword { at, .. }
            | Self::NoUpstreamSecret { at, .. }
            | Self::UnknownScope { at, .. } => at,
        }
    }
}

/// What became of what a dump says of a tenant.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The tenant.
    pub tenant: String,
    /// What isn't as it was, in the order of kinds.
    pub steps: Vec<Step>,
    /// Things that were as the dump has them.
    pub same: usize,
    /// What somebody should know.
    pub notes: Vec<Note>,
    /// The sessions of users who can't sign in as they did, with their servers.
    pub ended: Vec<(AuthorizationServer, Vec<Ended>)>,
    /// Whether it was written.
    pub is_written: bool,
}

impl Outcome {
    /// What somebody should know of rows that stay as they are is nothing.
    pub(super) fn drop_notes_of_skipped(&mut self) {
        let skipped: HashSet<&str> =
            self.steps.iter().filter(|step| step.verb == Verb::Skip).map(|step| step.at.as_str()).collect();
        self.notes.retain(|note| !skipped.contains(note.at()));
    }

    /// What is there otherwise, and may not be changed.
    pub fn conflicts(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.verb == Verb::Conflict)
    }
}

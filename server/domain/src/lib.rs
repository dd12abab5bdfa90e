//! The things Authplane administers and the rules they obey. No HTTP in here.
//!
//! # One floor per subject, one file per thing
//!
//! | floor | what is on it |
//! |---|---|
//! | [`catalogue`] | authorization servers, services, scopes, claims, policies, APIs and the specifications that they come from |
//! | [`clients`] | clients, the local user store's API clients, roles |
//! | [`sign_in`] | users on their way in: methods, waiting requests, sessions, devices |
//! | [`privacy`] | consents that a tenant asks its users for, the actions that need them, and the ledger of what was given and taken back |
//! | [`tokens`] | what tokens come from, are signed with, and end by |
//! | [`configuration`] | all of a tenant that administrators decide, read at one moment and brought in again |
//! | [`installation`] | tenants, what they start with, the audit log, answers that are kept |
//! | [`storage`] | database, cache, transactions, migrations, lists |
//!
//! Beside them, for all: [`environment`], [`error`], [`identifier`] and [`yaml`].
//!
//! A thing's file holds, from top to bottom: the sea-orm entity, what callers hand in, the finders, and the changes. Three management
//! dialects call the same functions, so they can't disagree about a thing.
//!
//! # Rules
//!
//! * **The tenant is an argument of every finder.** Connections are private to this crate: a query that forgets the tenant
//!   can't be written outside it.
//! * **A change is one transaction**: the check, the write, all that follows from it (cascades, links, defaults) and its audit
//!   event. Leaving early rolls back. [`Store`] hands transactions out; the life of a row stands once, in [`storage::row`], which
//!   writes the event and notes what the change makes stale; committing ends, in every replica, whatever was cached of it.
//! * **Uniqueness is the database's**, not a query before the insert: the call that inserts knows which field can clash and
//!   turns the violation into [`Error::Conflict`].
//! * **Errors are transport-free**, see [`Error`]. Input never becomes [`Error::Internal`].
//! * **Secrets are sealed** ([`storage::seal`]) before they are written, never serialized, and opened only by a function that says so.
//! * **Time and randomness are handed in** ([`environment`]).
//!
//! # How to add a table
//!
//! 1. A step in `storage/migration/` (never edit one that was released): `tenant_id` first in the primary key, foreign keys with cascade
//!    to the tenant and to the parents, one index for each finder and for the order of each list.
//! 2. A file with the entity, the finders and the changes; a line in this one. A row that is administered is a [`storage::row::Row`]: what it is
//!    called, the [`storage::cache::Area`] that a change of it makes stale, its parent and what is unique of it. Then `row::create`, `row::locked`,
//!    `row::replace` and `row::remove` do the rest. A row that ends by itself is `Expiring`, and on the list in [`installation::housekeeping`].
//! 3. If token or read paths load it through the cache: a kind that names its area and those of its parents, whose removal takes it along.
//! 4. The tests that go through all tables fail until they know it: whose rows they are, and what is cached of them.

pub mod catalogue;
pub mod clients;
pub mod configuration;
pub mod environment;
pub mod error;
pub mod given;
pub mod identifier;
pub mod installation;
pub mod privacy;
pub mod sign_in;
pub mod storage;
pub mod tokens;
mod validate;
pub mod whole_number;
pub mod yaml;

pub use environment::Environment;
pub use error::{Error, Result};
pub use storage::cache::Freshness;
pub use storage::page::{Page, Window};
pub use storage::store::Store;

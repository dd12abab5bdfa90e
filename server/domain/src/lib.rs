//! The things Authplane administers and the rules they obey. No HTTP in here.
//!
//! # One file per thing
//!
//! [`tenant`], [`authorization_server`], [`client`], [`service`], [`scope`], [`claim`], [`policy`], [`role`], [`api_client`],
//! [`signing_key`], [`revoked_token`], [`assertion`] and [`audit`] each hold, from top to bottom: the sea-orm entity, what callers
//! hand in, the finders, and the changes. What a new tenant starts with stands in `built_in`, what a new installation starts with in
//! [`installation`]. Three management dialects call the same functions, so they can't disagree about a thing.
//!
//! # Rules
//!
//! * **The tenant is an argument of every finder.** Connections are private to this crate: a query that forgets the tenant
//!   can't be written outside it.
//! * **A change is one transaction**: the check, the write, all that follows from it (cascades, links, defaults) and its audit
//!   event. Leaving early rolls back. [`store::Store`] hands transactions out; committing one also invalidates, in every
//!   replica, whatever was cached of the areas that it wrote.
//! * **Uniqueness is the database's**, not a query before the insert: the call that inserts knows which field can clash and
//!   turns the violation into [`Error::Conflict`].
//! * **Errors are transport-free**, see [`Error`]. Input never becomes [`Error::Internal`].
//! * **Secrets are sealed** ([`seal`]) before they are written, never serialized, and opened only by a function that says so.
//! * **Time and randomness are handed in** ([`environment`]).
//!
//! # How to add a table
//!
//! 1. A step in `migration/` (never edit one that was released): `tenant_id` first in the primary key, foreign keys with cascade
//!    to the tenant and to the parents, one index for each finder and for the order of each list.
//! 2. A file with the entity, the finders and the changes; a line in this one.
//! 3. If token or read paths load it through the cache: an [`cache::Area`], named by the kinds that read it and by every
//!    transaction that writes it or a parent of it.

pub mod api_client;
pub mod assertion;
pub mod attempt;
pub mod audit;
pub mod authentication;
pub mod authorization_grant;
pub mod authorization_server;
mod built_in;
pub mod cache;
pub mod claim;
pub mod client;
pub mod device_authorization;
pub mod environment;
pub mod error;
pub mod identifier;
pub mod installation;
pub mod login_request;
mod migration;
pub mod page;
pub mod policy;
pub mod redirect_uri;
pub mod revoked_token;
pub mod role;
pub mod scope;
pub mod scope_grant;
pub mod seal;
pub mod search;
pub mod service;
pub mod session;
pub mod signing_key;
pub mod store;
pub mod string_list;
pub mod tenant;
mod validate;

pub use cache::Freshness;
pub use environment::Environment;
pub use error::{Error, Result};
pub use page::{Page, Window};
pub use store::Store;

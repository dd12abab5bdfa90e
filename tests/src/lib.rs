//! What the tests share: real servers on ports of their own, a tenant for each test, calls with and without the SDK, the
//! facts, and the check of every answer against the document.
//!
//! A test gets a [`Tenant`] on a server that the whole test process shares, one for each kind of database, so it neither
//! waits for a start nor sees what other tests do:
//!
//! ```ignore
//! #[tokio::test]
//! async fn a_new_resource_has_no_scopes() {
//!     on_both(async |tenant| {
//!         let created = tenant.post("/api/resources").json(json!({"name": "n", "indicator": "i"})).send().await;
//!         assert_eq!(created.expect(201).json()["scopes"], json!([]));
//!     })
//!     .await;
//! }
//! ```
//!
//! PostgreSQL is the one of `AUTHPLANE_TEST_POSTGRES` (`cargo xtask test` starts one and sets it). A test that wants to
//! move the clock, break the database or change settings starts a server of its own: [`TestServer::start`].
//!
//! Behind every server of a test stands the [`observer`]: an answer that contradicts the document fails the test that
//! received it, at the [`Call::send`] that did, whatever the test itself looked at. What others than [`Call`] receive (the
//! SDK, a browser) fails the test that drops that server, or a tenant on it, next.

pub mod browser;
pub mod database;
pub mod document;
pub mod facts;
pub mod html;
pub mod http;
pub mod http2;
pub mod landing;
pub mod observer;
pub mod process;
pub mod redirects;
pub mod relying_party;
pub mod schema;
pub mod server;
pub mod tenant;
pub mod user_agent;
pub mod users;

pub use crate::database::Database;
pub use crate::document::Document;
pub use crate::http::{Answer, Call};
pub use crate::relying_party::RelyingParty;
pub use crate::server::{Settings, TestServer};
pub use crate::tenant::{Credentials, Tenant};
pub use crate::user_agent::UserAgent;

/// Says one line to whoever runs the tests, also when they pass: `println!` is shown only when they don't.
pub fn report(line: &str) {
    use std::io::Write as _;
    // Who closed the output doesn't want to read it.
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Runs a case in a new tenant on SQLite, then in one on PostgreSQL.
///
/// # Panics
/// When the case does, and when there is no PostgreSQL (see [`Database::tested`]).
pub async fn on_both(case: impl AsyncFn(Tenant)) {
    for database in Database::tested() {
        println!("on {database:?}");
        case(Tenant::new(&TestServer::shared(database).await).await).await;
    }
}

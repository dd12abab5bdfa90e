//! OpenID Connect from the first redirect to the last token, over HTTP, on both databases, and in a real browser.

use authplane_tests::{Database, Tenant, TestServer};

mod account;
mod chromium;
mod consent;
mod device;
mod discovered;
mod erasure;
mod fail_closed;
mod federation;
mod flow;
mod freshness;
pub(super) mod logout;
mod logout_notices;
pub(super) mod needed_consents;
mod replicas;
mod request_uris;
mod session_cookies;
mod signed_out;
pub(super) mod silent;
mod standard_claims;
mod trail;
mod unvouched;

/// Everything that an application can learn about a user.
pub(super) const SCOPES: [&str; 6] = ["openid", "profile", "email", "address", "phone", "offline_access"];

/// Runs a case in a new tenant with users on SQLite, then in one on PostgreSQL.
pub(super) async fn with_users_on_both(case: impl AsyncFn(Tenant)) {
    for database in Database::tested() {
        println!("on {database:?}");
        case(Tenant::with_users(&TestServer::shared(database).await).await).await;
    }
}

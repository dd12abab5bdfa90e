//! RFC 9700 and OAuth 2.1 as assertions that can be tested, numbered as in our collection of them.
//!
//! Most are proven where the feature is tested; what was nobody's is in the folder beside this file. [`index`] sees to it that no number is forgotten.

mod codes;
mod forms;
mod index;
mod pages;
mod refresh_tokens;
mod requests;
mod tokens;

use std::sync::Arc;

use authplane_domain::environment::ManualClock;
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse};
use authplane_tests::user_agent::Outcome;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer, UserAgent};
use chrono::DateTime;

pub(super) const ADA: (&str, &str) = (USER, PASSWORD);

/// Runs a case in a new tenant with users on SQLite, then in one on PostgreSQL.
pub(super) async fn with_users_on_both(case: impl AsyncFn(Tenant)) {
    for database in Database::tested() {
        println!("on {database:?}");
        case(Tenant::with_users(&TestServer::shared(database).await).await).await;
    }
}

/// The same on servers of its own, whose clock stands until the case moves it.
pub(super) async fn with_clock_on_both(case: impl AsyncFn(Tenant, Arc<ManualClock>)) {
    for database in Database::tested() {
        println!("on {database:?}");
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let server = TestServer::start(Settings { database, ..Settings::default() }.with_clock(&clock)).await;
        case(Tenant::with_users(&server).await, clock).await;
        server.stop().await;
    }
}

pub(super) fn agent(tenant: &Tenant) -> UserAgent {
    UserAgent::new(tenant.server.url())
}

/// A code for a request, from a user who allows everything.
pub(super) async fn code(application: &RelyingParty, agent: &mut UserAgent, request: &AuthorizationRequest) -> String {
    let left = agent.sign_in(&request.url(), USER, PASSWORD).await;
    AuthorizationResponse::from(&left).code(application, request).to_owned()
}

/// What an application hears that can be told at once.
#[track_caller]
pub(super) fn response(outcome: Outcome) -> AuthorizationResponse {
    AuthorizationResponse::from(&outcome.left())
}

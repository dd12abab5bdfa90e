//! What went wrong in other servers of this kind, and the test that would have noticed it here: one row for each vulnerability.
//!
//! Most are proven where the feature is tested; what was nobody's is in the folder beside this file. [`index`] sees to it that no row is forgotten.

mod binding;
mod deactivation;
mod entry_points;
pub(super) mod index;
mod lifetimes;
mod races;
mod redirects;
mod refresh;
mod request_objects;
mod requests;
mod sessions;
mod token_types;

use authplane_domain::catalogue::authorization_server::{self, ServerChanges, ServerDetails};
use authplane_domain::clients::client::{self, ClientDetails};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse};
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Answer, Credentials, Database, RelyingParty, Tenant, TestServer, UserAgent};

const ADA: (&str, &str) = (USER, PASSWORD);

/// Runs a case in a new tenant with users on SQLite, then in one on PostgreSQL.
async fn with_users_on_both(case: impl AsyncFn(Tenant)) {
    for database in Database::tested() {
        println!("on {database:?}");
        case(Tenant::with_users(&TestServer::shared(database).await).await).await;
    }
}

fn agent(tenant: &Tenant) -> UserAgent {
    UserAgent::new(tenant.server.url())
}

/// Refused at the token endpoint, with this status and error.
#[track_caller]
fn refused(answer: &Answer, status: u16, error: &str) {
    assert_eq!(answer.clone().expect(status).json()["error"], error, "{}", answer.text());
}

/// Signs a user in, who allows everything; the code that the application gets.
async fn code(application: &RelyingParty, agent: &mut UserAgent, request: &AuthorizationRequest) -> String {
    let left = agent.sign_in(&request.url(), USER, PASSWORD).await;
    AuthorizationResponse::from(&left).code(application, request).to_owned()
}

/// Changes a server, of which everything else is as it is by default.
async fn change_server(tenant: &Tenant, server: &str, change: impl FnOnce(&mut ServerDetails)) {
    let (id, server) = (tenant.id.clone(), server.to_owned());
    let mut details = ServerDetails { name: "Default".to_owned(), ..ServerDetails::default() };
    change(&mut details);
    let changes = ServerChanges { details, ..ServerChanges::default() };
    let change = async move |store| {
        authorization_server::change(&Acting::new(&store, &id, Actor::system()), &server, changes).await.unwrap()
    };
    let _ = tenant.server.with_store(move |store| async move { change(store).await }).await;
}

/// Replaces what can be set of a client.
pub(super) async fn change_client(tenant: &Tenant, client: &Credentials, details: ClientDetails) {
    let (tenant_id, id) = (tenant.id.clone(), client.id.clone());
    let change = async move |store| {
        client::change(&Acting::new(&store, &tenant_id, Actor::system()), &id, details, None).await.unwrap()
    };
    let _ = tenant.server.with_store(move |store| async move { change(store).await }).await;
}

async fn remove_client(tenant: &Tenant, client: &Credentials) {
    let (tenant_id, id) = (tenant.id.clone(), client.id.clone());
    let remove =
        async move |store| client::remove(&Acting::new(&store, &tenant_id, Actor::system()), &id).await.unwrap();
    tenant.server.with_store(move |store| async move { remove(store).await }).await;
}

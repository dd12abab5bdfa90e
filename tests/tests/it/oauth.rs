//! The protocol surface, over HTTP, on both databases.

use authplane_domain::catalogue::authorization_server::{self, DEFAULT, GRANT_TYPES, ServerChanges, ServerDetails};
use authplane_domain::catalogue::scope::{self, NewScope};
use authplane_domain::catalogue::service::{self, NewService};
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::identifier::IdForm;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::{Answer, Call, Credentials, Tenant};
use http::Method;
use serde_json::Value;

use super::nets::Making;

mod assertions;
mod client_authentication;
mod cors;
pub(super) mod device;
pub(super) mod discovery;
mod doors;
mod grants;
pub(super) mod introspect;
pub(super) mod jwks;
pub(crate) mod jwt;
mod jwt_bearer;
mod ledger_jwks;
mod own_issuer;
mod page_error;
mod profiles;
pub(super) mod protected_resource;
mod published_keys;
pub(super) mod register;
pub(super) mod revoke;
mod targets;
pub(super) mod token;
mod token_exchange;
pub(super) mod userinfo;

use crate::it::nets::Row;

/// The rows of each file.
pub(in crate::it) const OPERATIONS: &[&[Row]] = &[
    device::OPERATIONS,
    discovery::OPERATIONS,
    introspect::OPERATIONS,
    jwks::OPERATIONS,
    ledger_jwks::OPERATIONS,
    protected_resource::OPERATIONS,
    register::OPERATIONS,
    revoke::OPERATIONS,
    token::OPERATIONS,
    userinfo::OPERATIONS,
];

pub(super) const TOKEN: &str = "oauth2/token";
const INTROSPECT: &str = "oauth2/introspect";
const REVOKE: &str = "oauth2/revoke";

/// POST to an endpoint of one of the tenant's authorization servers, anonymous so far.
fn post(tenant: &Tenant, server: &str, endpoint: &str) -> Call {
    tenant.server.call(Method::POST, &format!("/{}/{server}/{endpoint}", tenant.id))
}

/// Details of a machine.
fn machine() -> ClientDetails {
    ClientDetails { grant_types: Some(vec!["client_credentials".to_owned()]), ..ClientDetails::default() }
}

/// A machine of the default server that may ask for these scopes.
pub(super) fn machine_with(scopes: &[&str]) -> ClientDetails {
    ClientDetails { scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(), ..machine() }
}

pub(super) async fn register(tenant: &Tenant, server: &str, details: ClientDetails) -> Credentials {
    register_with(tenant, server, details, None).await
}

async fn register_with(tenant: &Tenant, server: &str, details: ClientDetails, secret: Option<String>) -> Credentials {
    let (id, server_id) = (tenant.id.clone(), server.to_owned());
    let make = async move |store: authplane_domain::Store| {
        let new =
            NewClient { id_form: IdForm::Uuid, server_id: server_id.clone(), secret, details, ..NewClient::default() };
        let made = client::create(&Acting::new(&store, &id, Actor::system()), new).await?;
        let secret = client::open_secret(&store, &made)?.unwrap_or_default();
        Ok::<_, authplane_domain::Error>(Credentials { id: made.id, secret, server: server_id })
    };
    tenant.server.with_store(move |store| async move { make(store).await }).await.unwrap()
}

/// An API of the default server with scopes; its id. Its tokens live `ttl` seconds.
pub(super) async fn api(tenant: &Tenant, indicator: &str, ttl: Option<i64>, scopes: &[&str]) -> String {
    let (id, indicator) = (tenant.id.clone(), indicator.to_owned());
    let scopes: Vec<String> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
    let make = async move |store: authplane_domain::Store| {
        let new = NewService {
            server_id: DEFAULT.to_owned(),
            name: "An API".to_owned(),
            indicator: Some(indicator),
            access_token_ttl: ttl,
            ..NewService::default()
        };
        let service = service::create(&Acting::new(&store, &id, Actor::system()), new).await?;
        for name in scopes {
            let service_id = Some(service.id.clone());
            let new = NewScope { server_id: DEFAULT.to_owned(), service_id, name, ..NewScope::default() };
            scope::create(&Acting::new(&store, &id, Actor::system()), new).await?;
        }
        Ok::<_, authplane_domain::Error>(service.id)
    };
    tenant.server.with_store(move |store| async move { make(store).await }).await.unwrap()
}

/// Replaces everything of the default server but its users by a new server's defaults, as `change` wants them.
pub(in crate::it) async fn change_server(tenant: &Tenant, change: impl FnOnce(&mut ServerDetails)) {
    let id = tenant.id.clone();
    let mut details = ServerDetails { name: "Default".to_owned(), ..ServerDetails::default() };
    change(&mut details);
    let changes = ServerChanges { details, ..ServerChanges::default() };
    let change = async move |store: authplane_domain::Store| {
        authorization_server::change(&Acting::new(&store, &id, Actor::system()), DEFAULT, changes).await
    };
    tenant.server.with_store(move |store| async move { change(store).await }).await.unwrap();
}

/// Lets clients use every grant at the default server.
pub(in crate::it) async fn offer_all_grants(tenant: &Tenant) {
    change_server(tenant, |details| details.grant_types = GRANT_TYPES.map(str::to_owned).into()).await;
}

/// The token of an answer that has one.
#[track_caller]
fn access_token(answer: Answer) -> String {
    answer.expect(200).json()["access_token"].as_str().unwrap().to_owned()
}

/// Asserts a refusal in the shape of RFC 6749 §5.2, and that it isn't cached; gives its description.
#[track_caller]
fn refused(answer: Answer, status: u16, error: &str) -> String {
    let answer = answer.expect(status);
    let body = answer.json();
    assert_eq!(body["error"], error, "{body}");
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));
    if status == 401 {
        assert!(!answer.header("www-authenticate").is_empty(), "401 says how to authenticate");
    }
    assert!(body.as_object().unwrap().keys().all(|name| name == "error" || name == "error_description"), "{body}");
    body["error_description"].as_str().unwrap_or_default().to_owned()
}

/// What a client hears of a token at its own server.
async fn introspect(tenant: &Tenant, who: &Credentials, token: &str) -> Value {
    let call = post(tenant, &who.server, INTROSPECT).basic(&who.id, &who.secret).form(&[("token", token)]);
    call.send().await.expect(200).json()
}

async fn is_active(tenant: &Tenant, who: &Credentials, token: &str) -> bool {
    let said = introspect(tenant, who, token).await;
    let active = said["active"].as_bool().unwrap();
    // RFC 7662 §2.2: of a token that isn't active nothing else is said.
    assert!(active || said.as_object().unwrap().len() == 1, "{said}");
    active
}

/// Wrong secrets of a client that exists, so that doors without a tenant in their path find it.
fn guessed_too_often(tenant: &Tenant, good: Call) -> Making<'_> {
    Box::pin(async move {
        let machine = tenant.add_client(DEFAULT, &[]).await;
        let form = [("grant_type", "client_credentials"), ("token", "garbage")];
        let guess = good.basic(&machine.id, "wrong").form(&form);
        for _ in 0..20 {
            let _ = guess.clone().send().await.expect(401);
        }
        guess
    })
}

fn now(tenant: &Tenant) -> i64 {
    tenant.server.context().now().timestamp()
}

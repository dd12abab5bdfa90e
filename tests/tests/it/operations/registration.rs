//! The rows of the operations by which clients register themselves. Each call has an authorization server of its own, which counts for itself.

use authplane_domain::catalogue::authorization_server::{self, NewServer, ServerDetails, SigningAlgorithm};
use authplane_domain::installation::audit::Actor;
use authplane_tests::document::Operation;
use authplane_tests::{Call, Tenant};
use serde_json::{Value, json};

const REGISTER: &str = "dynamic_client_registration";

/// Is it one of them?
pub(super) fn has(operation: &str) -> bool {
    operation.starts_with(REGISTER)
}

/// The path of the registration endpoint of a new authorization server that takes clients.
async fn endpoint(tenant: &Tenant) -> String {
    let id = tenant.id.clone();
    let details =
        ServerDetails { name: "Open".to_owned(), enable_dynamic_client_registration: true, ..ServerDetails::default() };
    let new = NewServer { key_algorithm: SigningAlgorithm::ES256, details, ..NewServer::default() };
    let make = async move |store| authorization_server::create(&store, &id, &Actor::system(), new).await;
    let made = tenant.server.with_store(move |store| async move { make(store).await }).await;
    format!("/{}/{}/oauth2/register", tenant.id, made.expect("a server is made").id)
}

fn metadata() -> Value {
    json!({"client_name": "Album", "redirect_uris": ["https://album.example/callback"]})
}

/// A call that succeeds.
pub(super) async fn good(tenant: &Tenant, operation: &str) -> Call {
    let endpoint = endpoint(tenant).await;
    let register = tenant.post(&endpoint).anonymous().json(metadata());
    if operation == REGISTER {
        return register;
    }
    let client = register.send().await.expect(201).json();
    let one = format!("{endpoint}/{}", client["client_id"].as_str().unwrap_or_default());
    let call = match operation {
        "dynamic_client_registration_get_client" => tenant.get(&one),
        "dynamic_client_registration_update_client" => tenant.put(&one).json(metadata()),
        _ => tenant.delete(&one),
    };
    call.bearer(client["registration_access_token"].as_str().unwrap_or_default())
}

/// A call that is answered with `status`, where it takes another one than for other operations.
pub(super) async fn provoking(tenant: &Tenant, operation: &Operation<'_>, status: &str, good: &Call) -> Option<Call> {
    let good = good.clone();
    match status {
        "400" if operation.request().is_some() => Some(good.body("application/json", "{")),
        // RFC 9700 §4.3.2.
        "400" => Some(good.at(&format!("{}/nobody?access_token=token", endpoint(tenant).await))),
        "401" => Some(good.bearer("garbage")),
        "403" => Some(good.at(&super::path_with(operation, &tenant.id, "developer"))),
        "413" => Some(good.body("application/json", vec![b'a'; super::TOO_LARGE])),
        "429" => {
            for _ in 0..30 {
                let _ = good.clone().json(json!({})).send().await.expect(400);
            }
            Some(good)
        }
        _ => None,
    }
}

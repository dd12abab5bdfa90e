//! The rows of the operations by which users see to which clients they gave what. Each call is of a user of the developer server, with a client of its own.

use authplane_domain::authorization_server::DEVELOPER;
use authplane_tests::relying_party::application;
use authplane_tests::users::{METHOD, PASSWORD, USER, static_method};
use authplane_tests::{Call, RelyingParty, Tenant, UserAgent};
use serde_json::json;

/// Is it one of them? Each asks for the scope of its own name.
pub(super) fn has(operation: &str) -> bool {
    matches!(operation, "list_clients_with_access" | "revoke_client_access")
}

/// A user's access token with these scopes besides `openid`, and the client that it was issued to.
async fn token(tenant: &Tenant, scopes: &[&str]) -> (String, String) {
    tenant.set_methods(DEVELOPER, vec![static_method(METHOD, &[(USER, PASSWORD, json!({}))])]).await;
    let scopes = [&["openid"], scopes].concat();
    let application = RelyingParty::register_at(tenant, DEVELOPER, application(&scopes)).await;
    let request = application.request().with("scope", &scopes.join(" "));
    let tokens = application.sign_in(&mut UserAgent::new(tenant.server.url()), &request, (USER, PASSWORD)).await;
    (tokens.access_token, application.client.id)
}

/// A call that succeeds.
pub(super) async fn good(tenant: &Tenant, operation: &str) -> Call {
    let (token, client) = token(tenant, &[operation]).await;
    let clients = format!("/{{tid}}/{DEVELOPER}/clients");
    let call = match operation {
        "list_clients_with_access" => tenant.get(&clients),
        _ => tenant.delete(&format!("{clients}/{client}")),
    };
    call.bearer(&token)
}

/// A call that is answered with `status`, where it takes another one than for other operations.
pub(super) async fn provoking(tenant: &Tenant, status: &str, good: &Call) -> Option<Call> {
    match status {
        "401" => Some(good.clone().anonymous()),
        "403" => Some(good.clone().bearer(&token(tenant, &[]).await.0)),
        _ => None,
    }
}

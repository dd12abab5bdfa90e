//! The rows of the operations that want a user's token: userinfo, and those by which users see to which clients they gave what. Each call is of a user of a
//! server of its own.

use authplane_tests::relying_party::application;
use authplane_tests::users::{METHOD, PASSWORD, USER, static_method};
use authplane_tests::{Call, RelyingParty, Tenant, UserAgent};
use serde_json::json;

use crate::it::things;

/// Is it one of them?
pub(super) fn has(operation: &str) -> bool {
    matches!(operation, "list_clients_with_access" | "revoke_client_access" | "userinfo" | "userinfo_by_post")
}

/// A call with the access token of a user who gave it these scopes.
async fn with_scopes(tenant: &Tenant, operation: &str, scopes: &[&str]) -> Call {
    let server = things::authorization_server(tenant).await;
    tenant.set_methods(&server, vec![static_method(METHOD, &[(USER, PASSWORD, json!({}))])]).await;
    let application = RelyingParty::register_at(tenant, &server, application(scopes)).await;
    let request = application.request().with("scope", &scopes.join(" "));
    let tokens = application.sign_in(&mut UserAgent::new(tenant.server.url()), &request, (USER, PASSWORD)).await;
    let (userinfo, clients) = (format!("/{{tid}}/{server}/userinfo"), format!("/{{tid}}/{server}/clients"));
    let call = match operation {
        "userinfo" => tenant.get(&userinfo),
        "userinfo_by_post" => tenant.post(&userinfo),
        "list_clients_with_access" => tenant.get(&clients),
        _ => tenant.delete(&format!("{clients}/{}", application.client.id)),
    };
    call.bearer(&tokens.access_token)
}

/// A call that succeeds.
pub(super) async fn good(tenant: &Tenant, operation: &str) -> Call {
    let scopes: &[&str] = if operation.starts_with("userinfo") { &["openid"] } else { &["openid", operation] };
    with_scopes(tenant, operation, scopes).await
}

/// A call that is answered with `status`, where it takes another one than for other operations.
pub(super) async fn provoking(tenant: &Tenant, operation: &str, status: &str, good: &Call) -> Option<Call> {
    match status {
        // RFC 6750 §2: in one place only.
        "400" if operation == "userinfo_by_post" => Some(good.clone().form(&[("access_token", "another")])),
        "401" => Some(good.clone().anonymous()),
        "403" if operation.starts_with("userinfo") => Some(with_scopes(tenant, operation, &["profile"]).await),
        "403" => Some(with_scopes(tenant, operation, &["openid"]).await),
        _ => None,
    }
}

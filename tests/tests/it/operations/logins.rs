//! The rows of the operations by which custom login pages tell who signed in. Each call has a login of its own.

use authplane_tests::{Call, Tenant};
use serde_json::json;

use crate::it::things;

/// Is it one of them?
pub(super) fn has(operation: &str) -> bool {
    operation.ends_with("_login_request") || operation.ends_with("_scope_grant_request")
}

/// A call that succeeds.
pub(super) async fn good(tenant: &Tenant, operation: &str) -> Call {
    let of_logins = operation.ends_with("_login_request");
    let login = things::login(tenant).await;
    if !of_logins {
        login.sign_in(tenant).await;
    }
    let (collection, scope) = if of_logins { ("logins", "manage_logins") } else { ("scope-grants", "manage_consents") };
    let token = tenant.token_of("system", &[scope], &[]).await;
    let one = format!("/api/system/{{tid}}/{collection}/{}", login.id);
    let state = &login.state;
    let call = match operation {
        "accept_login_request" => {
            tenant.post(&format!("{one}/accept")).json(json!({"login_state": state, "subject": "ada"}))
        }
        "accept_scope_grant_request" => {
            tenant.post(&format!("{one}/accept")).json(json!({"login_state": state, "granted_scopes": ["openid"]}))
        }
        "reject_login_request" | "reject_scope_grant_request" => {
            tenant.post(&format!("{one}/reject")).json(json!({"login_state": state}))
        }
        _ => tenant.get(&one),
    };
    call.bearer(&token)
}

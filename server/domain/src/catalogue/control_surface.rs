//! What opens this installation itself: its built-in services and their scopes.
//!
//! The one list of them. Whoever decides about a right asks here, and asks **whose** a scope is, never how it is called: names are chosen freely, and any
//! service of a server may have a scope `all`. What a list here lacks opens nothing.

use crate::catalogue::authorization_server::SYSTEM;
use crate::catalogue::service::{
    CONTROL_PLANE, GATEWAY, LOCAL_USER_STORE, LOGINS, MANAGEMENT_API, oauth2_id, privacy_id,
};

/// The full scope of a service that has one: it includes every other of its scopes.
pub const FULL_SCOPE: &str = "all";

/// Signs users in, at a tenant's system API.
pub const MANAGE_LOGINS: &str = "manage_logins";
/// Sees what users gave of consents, at a tenant's system API and below each issuer.
pub const VIEW_CONSENTS: &str = "view_consents";
/// Grants on behalf of users, at a tenant's system API.
pub const MANAGE_CONSENTS: &str = "manage_consents";

/// Scopes of the administration API.
pub const CONTROL_PLANE_SCOPES: &[&str] = &[
    FULL_SCOPE,
    "servers:read",
    "servers:write",
    "claims:read",
    "claims:write",
    "policies:read",
    "policies:write",
    "services:read",
    "services:write",
    "scopes:read",
    "scopes:write",
    "clients:read",
    "clients:write",
    "gateways:read",
    "gateways:write",
    "consents:read",
    "consents:write",
    "resources:read",
    "resources:write",
    "applications:read",
    "applications:write",
    "roles:read",
    "roles:write",
    "users:read",
    "users:write",
    "api-clients:read",
    "api-clients:write",
    "audit:read",
    "tenants:read",
    "tenants:write",
    "admin",
    "service",
    "apiClientsManage",
];

/// Scopes of Logto's management API, as its own audience.
pub const MANAGEMENT_API_SCOPES: &[&str] = &[
    FULL_SCOPE,
    "resources:read",
    "resources:write",
    "applications:read",
    "applications:write",
    "roles:read",
    "roles:write",
    "users:read",
    "users:write",
];

/// Scopes of the local user store, as its own audience (PrivX).
pub const LOCAL_USER_STORE_SCOPES: &[&str] = &["admin", "service", "apiClientsManage"];

/// Scopes of the built-in service of custom login pages.
pub(crate) const LOGIN_SCOPES: &[(&str, &str)] = &[(MANAGE_LOGINS, "Manage logins")];

/// Fetches what a gateway needs to know, at a tenant's system API.
pub const READ_GATEWAY_CONFIGURATION: &str = "read_gateway_configuration";

/// Scopes of the built-in service of gateways.
pub(crate) const GATEWAY_SCOPES: &[(&str, &str)] = &[(READ_GATEWAY_CONFIGURATION, "Read gateway configuration")];

/// Scopes of each server's built-in service of users' consents.
pub(crate) const PRIVACY_SCOPES: &[(&str, &str)] =
    &[(VIEW_CONSENTS, "View consents"), (MANAGE_CONSENTS, "Manage consents")];

/// Asks about every token: of its server at the server's own endpoint, and for a gateway at a tenant's system API.
pub const INTROSPECT_TOKENS: &str = "introspect_tokens";

/// Scopes of each server's built-in service of tokens and of access to users.
pub(crate) const OAUTH2_SCOPES: &[(&str, &str)] = &[
    (INTROSPECT_TOKENS, "Introspect tokens"),
    ("revoke_tokens", "Revoke tokens"),
    ("list_clients_with_access", "List clients with access"),
    ("revoke_client_access", "Revoke client access"),
    ("register_clients", "Register any number of clients"),
];

/// Does this built-in service open one of the management APIs?
#[must_use]
pub fn opens_management(service_id: &str) -> bool {
    matches!(service_id, CONTROL_PLANE | MANAGEMENT_API | LOCAL_USER_STORE)
}

/// Does this built-in service of a server open anything that isn't its client's own: a management API, the system API, or the tokens of other clients?
#[must_use]
pub fn opens_installation(service_id: &str, server_id: &str) -> bool {
    opens_management(service_id)
        || service_id == LOGINS
        || service_id == privacy_id(SYSTEM)
        || service_id == oauth2_id(server_id)
}

/// Can a scope of this name be one of a service that [`opens_installation`]?
#[must_use]
pub fn may_open(name: &str) -> bool {
    [CONTROL_PLANE_SCOPES, MANAGEMENT_API_SCOPES, LOCAL_USER_STORE_SCOPES].iter().any(|names| names.contains(&name))
        || [LOGIN_SCOPES, PRIVACY_SCOPES, OAUTH2_SCOPES]
            .iter()
            .any(|named| named.iter().any(|(known, _)| *known == name))
}

/// The built-in service that a scope of the tenant's system API belongs to; `None` for a scope that opens nothing there.
#[must_use]
pub fn service_of_system_scope(scope: &str) -> Option<String> {
    if LOGIN_SCOPES.iter().any(|(name, _)| *name == scope) {
        Some(LOGINS.to_owned())
    } else if PRIVACY_SCOPES.iter().any(|(name, _)| *name == scope) {
        Some(privacy_id(SYSTEM))
    } else if scope == READ_GATEWAY_CONFIGURATION {
        Some(GATEWAY.to_owned())
    } else if scope == INTROSPECT_TOKENS {
        Some(oauth2_id(SYSTEM))
    } else {
        None
    }
}

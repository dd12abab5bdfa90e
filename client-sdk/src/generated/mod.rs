//! The client as progenitor generates it: [`Client`] with one method per operation, [`types`] for what they
//! take and give. A dialect is a folder, a tag of the document a file in it.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    unused_mut,
    unused_variables,
    rustdoc::all,
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    clippy::disallowed_methods
)]

#[cfg(feature = "mock")]
pub mod mock;
#[cfg(feature = "acp")]
mod acp;
#[cfg(feature = "logto")]
mod logto;
#[cfg(feature = "local-user-store")]
mod local_user_store;
mod oauth;
pub mod types;

/// The requests, one per operation. Each is begun by the method of [`Client`] that is called like it.
pub mod builder {
    #[cfg(feature = "acp")]
    pub use super::acp::builder::*;
    #[cfg(feature = "logto")]
    pub use super::logto::builder::*;
    #[cfg(feature = "local-user-store")]
    pub use super::local_user_store::builder::*;
    pub use super::oauth::builder::*;
}

#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
/**Client for Authplane

The control plane of an authorization server: its management APIs in the dialects of Cloudentity ACP, Logto and PrivX's local user store, and the OAuth 2 and
OpenID Connect endpoints of every authorization server that it runs.

## Getting a token

The first start writes an administrator's `client_id` and `client_secret` to `admin-credentials.json` in the data folder. Ask with them:

```text
curl -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials -d scope=all http://127.0.0.1:8080/default/admin/oauth2/token
```

and send `Authorization: Bearer …`. A token with `scope=all` opens every management operation of its tenant; one with a narrower scope, such as `clients:read`,
what that scope names. The custom login pages of ACP take tokens of the tenant's `system` server instead. On this page press *Authorize*.

A token works for the tenant that it was issued in. Paths with `{tid}` name the tenant; the others take it from the token.

## Dialects

| | paths | null, where a member is `nullable` | replacing and changing | lists |
|---|---|---|---|---|
| Cloudentity ACP | `/api/admin/`, `/api/system/` | as if absent | PUT replaces everything: what is absent gets its default | whole, or by `limit` and `offset` where they are declared |
| Logto | `/api/resources` | as if absent in POST; in PATCH it takes away what is there | PATCH changes what is named | `page` from 1 and `page_size`; `Total-Number` and `Link` in the answer |
| PrivX local user store | `/local-user-store/` | as if absent | PUT replaces everything | `offset` and `limit`; `count` in the answer |
| OAuth 2, OpenID Connect | `/{tid}/{aid}/` | forms have no null; an empty value is an absent one | RFC 7592 for clients | – |

Anywhere else null is refused like any other value of a wrong type. Lengths of texts are counted in bytes of UTF-8, so a `maxLength` is how many ASCII characters
fit. Members that aren't known are ignored, by clients too: later versions add some.

## Errors

Each dialect has its own shape, the same for all of its operations: `AcpError` (`status_code`, `error`, `details`), `LogtoError` (`code`, `message`, `data`),
`LocalUserStoreError` (`error_code`, `error_message`, `property`, `details`), `OAuthError` (`error`, `error_description`; RFC 6749 §5.2). Texts are for people and
may change; codes and statuses are for programs.

Any operation may answer 405 (another method than those in `Allow`), 408 (the body didn't arrive in time) and 431 (a head of more than 64 KiB). After 429, where
it is declared, and 503 another try may fare otherwise in `Retry-After` seconds. A body may have 1 MiB where nothing else is said (413), nested at most 32 deep.

Every answer has an `X-Request-Id`, which stands in the server's log and in audit events.


Version: 0.1.0*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::Session,
}
impl Client {
    /// Create a new client.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new(baseurl: &str, inner: crate::Session) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let client = {
            let dur = ::std::time::Duration::from_secs(15u64);
            reqwest::ClientBuilder::new().connect_timeout(dur).timeout(dur)
        };
        #[cfg(target_arch = "wasm32")]
        let client = reqwest::ClientBuilder::new();
        Self::new_with_client(baseurl, client.build().unwrap(), inner)
    }
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: crate::Session,
    ) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            inner,
        }
    }
}
impl ClientInfo<crate::Session> for Client {
    fn api_version() -> &'static str {
        "0.1.0"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &crate::Session {
        &self.inner
    }
}
const _: () = {
    #[allow(dead_code)]
    fn assert_client_hooks()
    where
        Client: ClientHooks<crate::Session>,
    {}
};

/// The security schemes of which an operation takes one, as the document names them; empty for a public one.
pub(crate) fn security_schemes(operation_id: &str) -> &'static [&'static str] {
    match operation_id {
        "list_consent_actions" => &["admin", "bearer"],
        "create_consent_action" => &["admin", "bearer"],
        "get_consent_action" => &["admin", "bearer"],
        "update_consent_action" => &["admin", "bearer"],
        "delete_consent_action" => &["admin", "bearer"],
        "create_api" => &["admin", "bearer"],
        "get_api" => &["admin", "bearer"],
        "update_api" => &["admin", "bearer"],
        "delete_api" => &["admin", "bearer"],
        "list_audit_events" => &["admin", "bearer"],
        "create_claim" => &["admin", "bearer"],
        "update_claim" => &["admin", "bearer"],
        "delete_claim" => &["admin", "bearer"],
        "create_client" => &["admin", "bearer"],
        "get_client" => &["admin", "bearer"],
        "update_client" => &["admin", "bearer"],
        "delete_client" => &["admin", "bearer"],
        "revoke_rotated_client_secrets" => &["admin", "bearer"],
        "rotate_client_secret" => &["admin", "bearer"],
        "list_consents" => &["admin", "bearer"],
        "create_consent" => &["admin", "bearer"],
        "get_consent" => &["admin", "bearer"],
        "update_consent" => &["admin", "bearer"],
        "delete_consent" => &["admin", "bearer"],
        "get_environment" => &["admin", "bearer"],
        "list_privacy_ledger_events_by_subject" => &["admin", "bearer"],
        "create_gateway" => &["admin", "bearer"],
        "get_gateway" => &["admin", "bearer"],
        "update_gateway" => &["admin", "bearer"],
        "delete_gateway" => &["admin", "bearer"],
        "get_gateway_package" => &["admin", "bearer"],
        "list_policies" => &["admin", "bearer"],
        "create_policy" => &["admin", "bearer"],
        "test_policy" => &["admin", "bearer"],
        "get_policy" => &["admin", "bearer"],
        "update_policy" => &["admin", "bearer"],
        "delete_policy" => &["admin", "bearer"],
        "create_scope" => &["admin", "bearer"],
        "get_scope" => &["admin", "bearer"],
        "update_scope" => &["admin", "bearer"],
        "delete_scope" => &["admin", "bearer"],
        "list_authorization_servers" => &["admin", "bearer"],
        "create_authorization_server" => &["admin", "bearer"],
        "get_authorization_server" => &["admin", "bearer"],
        "update_authorization_server" => &["admin", "bearer"],
        "delete_authorization_server" => &["admin", "bearer"],
        "list_apis_by_server" => &["admin", "bearer"],
        "update_authentications" => &["admin", "bearer"],
        "list_claims" => &["admin", "bearer"],
        "list_clients" => &["admin", "bearer"],
        "list_dashboards" => &["admin", "bearer"],
        "list_gateways" => &["admin", "bearer"],
        "list_scopes" => &["admin", "bearer"],
        "list_services" => &["admin", "bearer"],
        "end_sessions" => &["admin", "bearer"],
        "create_service" => &["admin", "bearer"],
        "get_service" => &["admin", "bearer"],
        "update_service" => &["admin", "bearer"],
        "delete_service" => &["admin", "bearer"],
        "list_apis_by_service" => &["admin", "bearer"],
        "remove_specification" => &["admin", "bearer"],
        "import_specification_from_file" => &["admin", "bearer"],
        "import_specification_from_text" => &["admin", "bearer"],
        "import_specification_from_url" => &["admin", "bearer"],
        "get_admin_tenant" => &["admin", "bearer"],
        "update_admin_tenant" => &["admin", "bearer"],
        "list_applications" => &["admin", "bearer"],
        "create_application" => &["admin", "bearer"],
        "update_application_custom_data" => &["admin", "bearer"],
        "list_application_roles" => &["admin", "bearer"],
        "assign_application_roles" => &["admin", "bearer"],
        "replace_application_roles" => &["admin", "bearer"],
        "delete_application_role" => &["admin", "bearer"],
        "get_application" => &["admin", "bearer"],
        "update_application" => &["admin", "bearer"],
        "delete_application" => &["admin", "bearer"],
        "delete_application_legacy_secret" => &["admin", "bearer"],
        "list_application_secrets" => &["admin", "bearer"],
        "create_application_secret" => &["admin", "bearer"],
        "update_application_secret" => &["admin", "bearer"],
        "delete_application_secret" => &["admin", "bearer"],
        "list_clients_for_developer" => &["bearer", "developer"],
        "create_client_for_developer" => &["bearer", "developer"],
        "get_client_for_developer" => &["bearer", "developer"],
        "update_client_for_developer" => &["bearer", "developer"],
        "delete_client_for_developer" => &["bearer", "developer"],
        "list_servers_for_developer" => &["bearer", "developer"],
        "get_server_for_developer" => &["bearer", "developer"],
        "list_resources" => &["admin", "bearer"],
        "create_resource" => &["admin", "bearer"],
        "get_resource" => &["admin", "bearer"],
        "update_resource" => &["admin", "bearer"],
        "delete_resource" => &["admin", "bearer"],
        "update_resource_is_default" => &["admin", "bearer"],
        "list_resource_scopes" => &["admin", "bearer"],
        "create_resource_scope" => &["admin", "bearer"],
        "update_resource_scope" => &["admin", "bearer"],
        "delete_resource_scope" => &["admin", "bearer"],
        "list_roles" => &["admin", "bearer"],
        "create_role" => &["admin", "bearer"],
        "get_role" => &["admin", "bearer"],
        "update_role" => &["admin", "bearer"],
        "delete_role" => &["admin", "bearer"],
        "list_role_applications" => &["admin", "bearer"],
        "create_role_application" => &["admin", "bearer"],
        "delete_role_application" => &["admin", "bearer"],
        "list_role_scopes" => &["admin", "bearer"],
        "create_role_scope" => &["admin", "bearer"],
        "delete_role_scope" => &["admin", "bearer"],
        "export_configuration" => &["bearer", "setup"],
        "apply_configuration" => &["bearer", "setup"],
        "import_configuration" => &["bearer", "setup"],
        "list_tenants" => &["bearer", "setup"],
        "create_tenant" => &["bearer", "setup"],
        "get_tenant" => &["bearer", "setup"],
        "update_tenant" => &["bearer", "setup"],
        "delete_tenant" => &["bearer", "setup"],
        "list_user_consents_system" => &["bearer", "system"],
        "patch_consent_grants_system" => &["bearer", "system"],
        "list_user_consents_by_action_system" => &["bearer", "system"],
        "get_gateway_configuration" => &["bearer", "system"],
        "gateway_introspect" => &["bearer", "system"],
        "get_login_request" => &["bearer", "system"],
        "accept_login_request" => &["bearer", "system"],
        "reject_login_request" => &["bearer", "system"],
        "get_scope_grant_request" => &["bearer", "system"],
        "accept_scope_grant_request" => &["bearer", "system"],
        "reject_scope_grant_request" => &["bearer", "system"],
        "list_users" => &["admin", "bearer"],
        "create_user" => &["admin", "bearer"],
        "get_user" => &["admin", "bearer"],
        "update_user" => &["admin", "bearer"],
        "delete_user" => &["admin", "bearer"],
        "get_user_custom_data" => &["admin", "bearer"],
        "update_user_custom_data" => &["admin", "bearer"],
        "get_user_has_password" => &["admin", "bearer"],
        "update_user_is_suspended" => &["admin", "bearer"],
        "update_user_password" => &["admin", "bearer"],
        "verify_user_password" => &["admin", "bearer"],
        "update_user_profile" => &["admin", "bearer"],
        "local_user_store_token" => &["client_basic"],
        "list_api_clients" => &["admin", "bearer"],
        "create_api_client" => &["admin", "bearer"],
        "search_api_clients" => &["admin", "bearer"],
        "get_api_client" => &["admin", "bearer"],
        "update_api_client" => &["admin", "bearer"],
        "delete_api_client" => &["admin", "bearer"],
        "logto_token" => &["client_basic"],
        "authorize_request" => &["bearer", "client_basic", "system"],
        "forward_auth" => &["bearer", "client_basic", "system"],
        "evaluate_access" => &["bearer", "client_basic", "system"],
        "evaluate_accesses" => &["bearer", "client_basic", "system"],
        "list_clients_with_access" => &["issuer"],
        "revoke_client_access" => &["issuer"],
        "device_authorization" => &["client_basic"],
        "introspect" => &["client_basic", "issuer"],
        "dynamic_client_registration_get_client" => &["registration"],
        "dynamic_client_registration_update_client" => &["registration"],
        "dynamic_client_registration_delete_client" => &["registration"],
        "revoke" => &["client_basic", "issuer"],
        "token" => &["client_basic"],
        "list_user_consents" => &["issuer"],
        "patch_consent_grants" => &["issuer"],
        "grant_consent" => &["issuer"],
        "revoke_consent" => &["issuer"],
        "list_user_consents_by_action" => &["issuer"],
        "list_privacy_ledger_events" => &["issuer"],
        "userinfo" => &["issuer"],
        "userinfo_by_post" => &["issuer"],
        _ => &[],
    }
}

/// Members of bodies and queries that hold secrets.
pub(crate) const SECRETS: [&str; 20] = [
    "access_token",
    "actor_token",
    "assertion",
    "client_assertion",
    "client_secret",
    "code",
    "code_verifier",
    "device_code",
    "id_token",
    "login_state",
    "oauth_client_secret",
    "password",
    "private_key",
    "refresh_token",
    "registration_access_token",
    "registration_digest",
    "rotated_secrets",
    "secret",
    "subject_token",
    "token",
];

/// The operations that are done once for an `X-Idempotency-Key`.
pub(crate) const KEYED: [&str; 23] = [
    "create_consent_action",
    "create_api",
    "create_claim",
    "create_client",
    "revoke_rotated_client_secrets",
    "rotate_client_secret",
    "create_consent",
    "create_gateway",
    "create_policy",
    "test_policy",
    "create_scope",
    "create_authorization_server",
    "create_service",
    "import_specification_from_file",
    "import_specification_from_text",
    "import_specification_from_url",
    "create_client_for_developer",
    "apply_configuration",
    "create_tenant",
    "accept_login_request",
    "reject_login_request",
    "accept_scope_grant_request",
    "reject_scope_grant_request",
];

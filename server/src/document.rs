//! What the canonical document says once: title, tags, security schemes.

use authplane_domain::catalogue::control_surface::{
    CONTROL_PLANE_SCOPES, FULL_SCOPE, MANAGE_CONSENTS, MANAGE_LOGINS, READ_GATEWAY_CONFIGURATION, VIEW_CONSENTS,
};
use serde_json::{Map, Value, json};

use crate::api::acp::public::client_access;
use crate::caller::{Api, BEARER, scheme};
use crate::edge::document::{DocumentError, DocumentHead, PathParameter};
use crate::edge::front;
use crate::oauth::{introspect, revoke};
use crate::server;

/// Version of the API, and of the server.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The canonical document, made from the operations of both surfaces.
///
/// # Errors
/// When the source declares something inconsistent.
pub fn canonical() -> Result<Value, DocumentError> {
    let mut surfaces = server::control_surfaces();
    surfaces.extend(server::public_surfaces());
    front::describe(surfaces).complete(&frame())
}

fn frame() -> DocumentHead {
    DocumentHead {
        title: "Authplane",
        version: VERSION,
        info: json!({
            "description": include_str!("document/overview.md"),
            "license": {"name": "MIT OR Apache-2.0", "url": "https://spdx.org/licenses/MIT.html"},
            "contact": {"name": "Authplane"},
        }),
        servers: json!([{"url": "http://127.0.0.1:8080", "description": "A server started with its defaults"}]),
        security_schemes: security_schemes(),
        tag_groups: vec![
            (
                "Cloudentity ACP",
                vec![
                    "tenants",
                    "servers",
                    "clients",
                    "services",
                    "apis",
                    "gateways",
                    "scopes",
                    "claims",
                    "consents",
                    "actions",
                    "policies",
                    "configuration",
                    "audit-events",
                    "developer",
                    "logins",
                    "probes",
                ],
            ),
            ("Logto", vec!["resources", "applications", "roles", "users"]),
            ("PrivX local user store", vec!["api-clients"]),
            ("OAuth 2 and OpenID Connect", vec!["oauth", "discovery"]),
        ],
        path_parameters: path_parameters(),
    }
}

/// One scheme serves all management: clients that are generated from several reach only the first with the token that they are given.
fn security_schemes() -> Value {
    json!({
        scheme(Api::AcpAdmin): {
            "type": "oauth2",
            "description": "A token of the tenant's `admin` server. A client that was never given a scope may do everything; one that was is limited to the scopes of the control plane that it holds and asks for. Logto's management API takes tokens of its own audience besides (`https://{tenant}.logto.app/api`), the local user store those of its API clients: paste them under `bearer`.",
            "flows": {"clientCredentials": {"tokenUrl": "/default/admin/oauth2/token", "scopes": control_plane_scopes()}},
        },
        scheme(Api::AcpSystem): {
            "type": "oauth2",
            "description": "A token of the tenant's `system` server: of a custom login page, for one.",
            "flows": {"clientCredentials": {
                "tokenUrl": "/default/system/oauth2/token",
                "scopes": {
                    MANAGE_LOGINS: "Sign users in, or refuse to",
                    VIEW_CONSENTS: "See what users gave of consents",
                    MANAGE_CONSENTS: "Grant scopes and consents on behalf of users, or refuse to",
                    READ_GATEWAY_CONFIGURATION: "Decide about requests, as a gateway does",
                    introspect::SCOPE: "Ask about every token of the server that a gateway guards",
                },
            }},
        },
        scheme(Api::AcpDeveloper): {
            "type": "oauth2",
            "description": "A token of a user of the tenant's `developer` server, whatever its scopes.",
            "flows": {"authorizationCode": {
                "authorizationUrl": "/default/developer/oauth2/authorize",
                "tokenUrl": "/default/developer/oauth2/token",
                "scopes": {"openid": "Who has signed in"},
            }},
        },
        scheme(Api::AcpSetup): {
            "type": "oauth2",
            "description": "A token of the server `system` of the tenant `system`, for whoever administers the installation. A client that was never given a scope may do everything; one that was is limited to the scopes that it holds and asks for.",
            "flows": {"clientCredentials": {"tokenUrl": "/system/system/oauth2/token", "scopes": {
                FULL_SCOPE: "Everything", "tenants:read": "See tenants", "tenants:write": "See, make, change and delete tenants",
            }}},
        },
        "issuer": {
            "type": "oauth2",
            "description": "A token of the authorization server itself: of a user who signed in, or of a client that may ask about all tokens.",
            "flows": {
                "authorizationCode": {
                    "authorizationUrl": "/default/default/oauth2/authorize",
                    "tokenUrl": "/default/default/oauth2/token",
                    "scopes": {
                        "openid": "Who has signed in",
                        VIEW_CONSENTS: "See what one has given of consents",
                        MANAGE_CONSENTS: "Give consents and take them back",
                        client_access::LIST_SCOPE: "See what one has given to which client",
                        client_access::REVOKE_SCOPE: "Take back what one has given to a client",
                    },
                },
                "clientCredentials": {
                    "tokenUrl": "/default/default/oauth2/token",
                    "scopes": {
                        introspect::SCOPE: "Ask about every token of the server",
                        revoke::SCOPE: "Revoke every token of the server",
                    },
                },
            },
        },
        BEARER: {"type": "http", "scheme": "bearer", "description": "Any access token that the operation takes, however it was got."},
        "registration": {"type": "http", "scheme": "bearer", "description": "The registration access token of the client that the path names (RFC 7592 §3)."},
        "client_basic": {"type": "http", "scheme": "basic", "description": "A client's id and secret, each form-encoded (RFC 6749 §2.3.1). The form takes them too."},
    })
}

fn path_parameters() -> Vec<PathParameter> {
    let parameter = |name, description, example| PathParameter { name, description, example };
    vec![
        parameter("tid", "Id of the tenant. The first start makes one that is called `default`.", "default"),
        parameter(
            "aid",
            "Id of the authorization server. Each tenant has `default`, and `admin` and `system` for its own management.",
            "default",
        ),
        parameter("cid", "Id of the client, as `client_id` of its requests.", "bugkgai3g9kregtu04u0"),
        parameter("sid", "Id of the service, as its creation answers it.", "bugkgai3g9kregtu04v0"),
        parameter("api", "Id of the API, as its creation answers it.", "bugkgai3g9kregtu04vg"),
        parameter("gw", "Id of the gateway, as its creation answers it.", "bugkgai3g9kregtu04w0"),
        parameter("scp", "Id of the scope, which isn't its name.", "bugkgai3g9kregtu0500"),
        parameter("pid", "Id of the policy, as its creation answers it.", "bugkgai3g9kregtu0510"),
        parameter("claim", "Id of the claim, which isn't its name.", "bugkgai3g9kregtu0520"),
        parameter(
            "login",
            "Id of the login: the `login_id` that the custom page was called with.",
            "bugkgai3g9kregtu0530",
        ),
        parameter("consent", "Id of the consent.", "newsletter"),
        parameter("action", "Id of the action, or its name where no action has such an id.", "order"),
        parameter("id", "Id of the API resource, of the application, or of the role.", "x7k2q0w9m4b1c8d3e5f6g"),
        parameter("applicationId", "Id of the application.", "a1cx9m2k4v7n0q3t5w8yz"),
        parameter("roleId", "Id of the role.", "r7cx9m2k4v7n0q3t5w8yz"),
        parameter("userId", "Id of the user.", "u1cx9m2k4v7n"),
        parameter("name", "Name of the secret.", "Default secret"),
        parameter("resourceId", "Id of the API resource.", "x7k2q0w9m4b1c8d3e5f6g"),
        parameter("scopeId", "Id of the scope, which isn't its name.", "a3j9d0f7h2k5l8z1x4c6v"),
        parameter("api_client_id", "Id of the API client.", "0192f4a1-6c1e-7d2b-9f3a-5b8e6c7d9a10"),
    ]
}

fn control_plane_scopes() -> Value {
    let describe = |scope: &str| match scope {
        FULL_SCOPE => "Everything".to_owned(),
        "admin" => "Everything in the local user store".to_owned(),
        "service" => "Everything in the local user store, for services".to_owned(),
        "apiClientsManage" => "Manage API clients".to_owned(),
        "audit:read" => "See the audit log".to_owned(),
        other => match other.split_once(':') {
            Some((things, "read")) => format!("See {things}"),
            Some((things, _)) => format!("See and change {things}"),
            None => other.to_owned(),
        },
    };
    Value::Object(
        CONTROL_PLANE_SCOPES
            .iter()
            .map(|scope| ((*scope).to_owned(), Value::String(describe(scope))))
            .collect::<Map<_, _>>(),
    )
}

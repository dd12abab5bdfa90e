//! What the canonical document says once: title, tags, security schemes.

use authplane_domain::catalogue::control_surface::{CONTROL_PLANE_SCOPES, FULL_SCOPE, MANAGE_CONSENTS, MANAGE_LOGINS};
use serde_json::{Map, Value, json};

use crate::api::acp::public::client_access;
use crate::caller::{Api, scheme};
use crate::edge::document::{DocumentError, DocumentHead};
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
            "description": "The control plane of an authorization server: its management APIs in the dialects of Cloudentity ACP, Logto and PrivX's local user store, and the OAuth 2 endpoints of every authorization server it runs.",
            "license": {"name": "MIT OR Apache-2.0", "url": "https://spdx.org/licenses/MIT.html"}
        }),
        servers: json!([{"url": "http://127.0.0.1:8080", "description": "A server started with its defaults"}]),
        security_schemes: json!({
            scheme(Api::AcpAdmin): client_credentials(
                "A token of the tenant's `admin` server. A client that was never given a scope may do everything; one that was is limited to the scopes of the control plane that it holds and asks for.",
                "/default/admin/oauth2/token",
                &control_plane_scopes(),
            ),
            scheme(Api::AcpSystem): client_credentials(
                "A token of the tenant's `system` server: of a custom login page, for one.",
                "/default/system/oauth2/token",
                &json!({MANAGE_LOGINS: "Sign users in, or refuse to", MANAGE_CONSENTS: "Grant scopes on behalf of users, or refuse to"}),
            ),
            scheme(Api::Logto): client_credentials(
                "A token whose audience is the tenant's management API, `https://{tenant}.logto.app/api`, or one of the tenant's `admin` server.",
                "/oidc/token",
                &control_plane_scopes(),
            ),
            scheme(Api::LocalUserStore): client_credentials(
                "A token of an API client, or one of the tenant's `admin` server.",
                "/auth/api/v1/oauth/token",
                &control_plane_scopes(),
            ),
            "issuer": client_credentials(
                "A token of the authorization server itself.",
                "/default/default/oauth2/token",
                &json!({
                    introspect::SCOPE: "Ask about every token of the server",
                    revoke::SCOPE: "Revoke every token of the server",
                    client_access::LIST_SCOPE: "See what one has given to which client; of users",
                    client_access::REVOKE_SCOPE: "Take back what one has given to a client; of users",
                }),
            ),
            "registration": {"type": "http", "scheme": "bearer", "description": "The registration access token of the client that the path names (RFC 7592 §3)."},
            "client_basic": {"type": "http", "scheme": "basic", "description": "A client's id and secret, each form-encoded (RFC 6749 §2.3.1). The form takes them too."},
        }),
    }
}

fn client_credentials(description: &str, token_url: &str, scopes: &Value) -> Value {
    json!({"type": "oauth2", "description": description, "flows": {"clientCredentials": {"tokenUrl": token_url, "scopes": scopes}}})
}

fn control_plane_scopes() -> Value {
    let describe = |scope: &str| match scope {
        FULL_SCOPE => "Everything".to_owned(),
        "admin" => "Everything in the local user store".to_owned(),
        "service" => "Everything in the local user store, for services".to_owned(),
        "apiClientsManage" => "Manage API clients".to_owned(),
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

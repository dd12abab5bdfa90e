//! The control plane as a protected resource (RFC 9728): who knows only its URL finds the issuer here.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::control_surface::CONTROL_PLANE_SCOPES;
use authplane_domain::catalogue::server_key::ServerKey;
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Request, Surface};
use crate::oauth::error::{DIALECT, OAuthError};
use crate::oauth::jwks::cacheable;

/// Metadata of a protected resource (RFC 9728 §2).
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ProtectedResource {
    /// The resource's identifier: the origin of the control surface.
    #[schemars(url)]
    pub resource: String,
    /// Issuers whose tokens open it. The tenants' own issuers have the same form with the tenant's id in it.
    #[schemars(inner(url))]
    pub authorization_servers: Vec<String>,
    /// Scopes that its operations ask for.
    pub scopes_supported: Vec<String>,
    /// How it takes tokens: in the `Authorization` header only.
    #[schemars(title = "one of: header")]
    pub bearer_methods_supported: Vec<String>,
    /// Name of the control plane, for people.
    pub resource_name: String,
    /// Address of the API reference page.
    #[schemars(url)]
    pub resource_documentation: String,
}

/// Get the metadata of the control plane
///
/// Where its tokens come from. The first issuer is the default tenant's.
#[dropshot::endpoint { method = GET, path = "/.well-known/oauth-protected-resource", tags = ["discovery"], operation_id = "get_protected_resource_metadata" }]
async fn get_protected_resource_metadata(request: Request<Context>) -> Result<Prepared<ProtectedResource>, OAuthError> {
    let context = request.context();
    let tenant = &context.config.default_tenant;
    let metadata = ProtectedResource {
        resource: context.origin().control.clone(),
        authorization_servers: vec![context.origin().base(ServerKey { tenant, id: authorization_server::ADMIN })],
        scopes_supported: CONTROL_PLANE_SCOPES.iter().map(|scope| (*scope).to_owned()).collect(),
        bearer_methods_supported: vec!["header".to_owned()],
        resource_name: "Authplane".to_owned(),
        resource_documentation: format!("{}/reference", context.origin().control),
    };
    let answer = Answer::json(StatusCode::OK, &metadata).map_err(DomainError::internal)?;
    Ok(Prepared::new(cacheable(answer)))
}

/// The document describes the control surface, so that is where it is served.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT);
    surface.register(get_protected_resource_metadata).response_example(json!({
        "resource": "http://127.0.0.1:8080",
        "authorization_servers": ["http://127.0.0.1:8080/default/admin"],
        "scopes_supported": ["all", "services:read"],
        "bearer_methods_supported": ["header"],
        "resource_name": "Authplane",
        "resource_documentation": "http://127.0.0.1:8080/reference"
    }));
    surface
}

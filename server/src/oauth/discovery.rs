//! What an authorization server can do: OpenID Connect Discovery 1.0 §4 and RFC 8414, in both well-known forms. It says only what works.

use super::IssuerPath;
use super::error::OAuthError;
use super::grants::client_credentials;
use super::jwks::cacheable;
use crate::context::{Context, Shared};
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Path, Request, Surface};
use authplane_domain::cache::{Area, Freshness, Kind};
use authplane_domain::{Error, Result as DomainResult, authorization_server, scope};
use bytes::Bytes;
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

const DOCUMENT: Kind<Bytes> = Kind::new("discovery_document", Area::ALL);

/// Metadata of an authorization server.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ServerMetadata {
    /// The issuer: exactly what `iss` of its tokens says.
    pub issuer: String,
    /// Where tokens are asked for.
    pub token_endpoint: String,
    /// Where its public keys are.
    pub jwks_uri: String,
    /// Where tokens are asked about.
    pub introspection_endpoint: String,
    /// Where tokens are revoked.
    pub revocation_endpoint: String,
    /// Every scope that a client may be given here.
    pub scopes_supported: Vec<String>,
    /// Empty: there is no authorization endpoint yet.
    pub response_types_supported: Vec<String>,
    /// Grants that the token endpoint takes.
    pub grant_types_supported: Vec<String>,
    /// How clients authenticate at the token endpoint.
    pub token_endpoint_auth_methods_supported: Vec<String>,
    /// Algorithms of `private_key_jwt`.
    pub token_endpoint_auth_signing_alg_values_supported: Vec<String>,
    /// How clients authenticate at the introspection endpoint.
    pub introspection_endpoint_auth_methods_supported: Vec<String>,
    /// How clients authenticate at the revocation endpoint.
    pub revocation_endpoint_auth_methods_supported: Vec<String>,
    /// Subjects are the same for all clients.
    pub subject_types_supported: Vec<String>,
    /// The algorithm that the server's keys sign with.
    pub id_token_signing_alg_values_supported: Vec<String>,
    /// The resources that tokens can be had for by `resource` (RFC 8707) are many; this one is the control plane, where the server issues tokens for it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub protected_resources: Vec<String>,
}

async fn document(context: &Shared, path: &IssuerPath) -> Result<Prepared<ServerMetadata>, OAuthError> {
    let load = || write(context, path);
    let bytes = context.store.cached(Freshness::Notified, &path.tid, DOCUMENT, &path.aid, load).await?;
    Ok(Prepared::new(cacheable(Answer::bytes(StatusCode::OK, "application/json", Bytes::clone(&bytes)))))
}

async fn write(context: &Shared, path: &IssuerPath) -> DomainResult<Bytes> {
    let found = authorization_server::find(&context.store, &path.tid, &path.aid).await?;
    let server = found.ok_or_else(|| Error::not_found("authorization_server", path.aid.clone()))?;
    let issuer = context.origin().issuer(&server.tenant_id, &server.id);
    let texts = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
    let methods = texts(&["client_secret_basic", "client_secret_post", "private_key_jwt"]);
    let grants = server.grant_types.0.iter().filter(|grant| *grant == client_credentials::NAME).cloned().collect();
    let mut scopes: Vec<String> = scope::list_of_server(&context.store, &path.tid, &path.aid)
        .await?
        .iter()
        .map(|listed| listed.scope.name.clone())
        .collect();
    scopes.sort_unstable();
    scopes.dedup();
    let metadata = ServerMetadata {
        token_endpoint: format!("{issuer}/oauth2/token"),
        jwks_uri: format!("{issuer}/.well-known/jwks.json"),
        introspection_endpoint: format!("{issuer}/oauth2/introspect"),
        revocation_endpoint: format!("{issuer}/oauth2/revoke"),
        issuer,
        scopes_supported: scopes,
        response_types_supported: Vec::new(),
        grant_types_supported: grants,
        token_endpoint_auth_methods_supported: methods.clone(),
        token_endpoint_auth_signing_alg_values_supported: texts(&["RS256", "PS256", "ES256", "EdDSA"]),
        introspection_endpoint_auth_methods_supported: methods.clone(),
        revocation_endpoint_auth_methods_supported: methods,
        subject_types_supported: texts(&["public"]),
        id_token_signing_alg_values_supported: texts(&[server.key_algorithm.as_str()]),
        protected_resources: if server.system { vec![context.origin().control.clone()] } else { Vec::new() },
    };
    serde_json::to_vec(&metadata).map(Bytes::from).map_err(Error::internal)
}

/// Get the OpenID configuration
///
/// Metadata of an authorization server in the place where OpenID Connect Discovery puts it.
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/.well-known/openid-configuration", tags = ["discovery"], operation_id = "get_openid_configuration" }]
async fn get_openid_configuration(
    request: Request<Context>,
    path: Path<IssuerPath>,
) -> Result<Prepared<ServerMetadata>, OAuthError> {
    document(request.context(), &path.0).await
}

/// Get the authorization server metadata
///
/// The same metadata where RFC 8414 puts it: the issuer's path behind the well-known part.
#[dropshot::endpoint { method = GET, path = "/.well-known/oauth-authorization-server/{tid}/{aid}", tags = ["discovery"], operation_id = "get_authorization_server_metadata" }]
async fn get_authorization_server_metadata(
    request: Request<Context>,
    path: Path<IssuerPath>,
) -> Result<Prepared<ServerMetadata>, OAuthError> {
    document(request.context(), &path.0).await
}

/// Get the authorization server metadata below the issuer
///
/// The same metadata where clients look that append the well-known part to the issuer.
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/.well-known/oauth-authorization-server", tags = ["discovery"], operation_id = "get_authorization_server_metadata_below_issuer" }]
async fn get_authorization_server_metadata_below_issuer(
    request: Request<Context>,
    path: Path<IssuerPath>,
) -> Result<Prepared<ServerMetadata>, OAuthError> {
    document(request.context(), &path.0).await
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let issuer = "http://127.0.0.1:8080/default/default";
    let methods = json!(["client_secret_basic", "client_secret_post", "private_key_jwt"]);
    let example = json!({
        "issuer": issuer,
        "token_endpoint": format!("{issuer}/oauth2/token"),
        "jwks_uri": format!("{issuer}/.well-known/jwks.json"),
        "introspection_endpoint": format!("{issuer}/oauth2/introspect"),
        "revocation_endpoint": format!("{issuer}/oauth2/revoke"),
        "scopes_supported": ["email", "openid", "profile"],
        "response_types_supported": [],
        "grant_types_supported": ["client_credentials"],
        "token_endpoint_auth_methods_supported": methods,
        "token_endpoint_auth_signing_alg_values_supported": ["RS256", "PS256", "ES256", "EdDSA"],
        "introspection_endpoint_auth_methods_supported": methods,
        "revocation_endpoint_auth_methods_supported": methods,
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"]
    });
    surface.register(get_openid_configuration).errors(&[404]).response_example(example.clone());
    surface.register(get_authorization_server_metadata).errors(&[404]).response_example(example.clone());
    surface.register(get_authorization_server_metadata_below_issuer).errors(&[404]).response_example(example);
}

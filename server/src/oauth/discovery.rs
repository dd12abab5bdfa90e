//! What an authorization server can do: OpenID Connect Discovery 1.0 §4 and RFC 8414, in both well-known forms. It says only what works.

use authplane_domain::catalogue::{claim, scope};
use authplane_domain::storage::cache::{Area, Freshness, Kind};
use authplane_domain::{Error, Result as DomainResult};
use bytes::Bytes;
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::context::{Context, Shared};
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Path, Request, Surface};
use crate::oauth::authorize::proof_key;
use crate::oauth::browser::cors;
use crate::oauth::error::OAuthError;
use crate::oauth::grants::{authorization_code, device_code};
use crate::oauth::issuer::Issuer;
use crate::oauth::jwks::cacheable;
use crate::oauth::{IssuerPath, device};
use crate::pages::Language;

const DOCUMENT: Kind<Bytes> = Kind::new(Area::ALL);

/// Metadata of an authorization server (RFC 8414, OpenID Connect Discovery). It says only what works here.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "the members are those of the specifications")]
pub struct ServerMetadata {
    /// The issuer: exactly what `iss` of its tokens and of its authorization responses says.
    #[schemars(url)]
    pub issuer: String,
    /// Address that users are sent to; absent where the server offers no grant that begins there.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[schemars(url)]
    pub authorization_endpoint: Option<String>,
    /// Address at which tokens are asked for.
    #[schemars(url)]
    pub token_endpoint: String,
    /// Address at which claims about a user are read.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[schemars(url)]
    pub userinfo_endpoint: Option<String>,
    /// Address that users are sent to in order to sign out (RP-Initiated Logout 1.0).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[schemars(url)]
    pub end_session_endpoint: Option<String>,
    /// Address of its public keys.
    #[schemars(url)]
    pub jwks_uri: String,
    /// Address at which clients register themselves (RFC 7591); absent where they may not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[schemars(url)]
    pub registration_endpoint: Option<String>,
    /// Address at which devices begin (RFC 8628); absent where they may not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[schemars(url)]
    pub device_authorization_endpoint: Option<String>,
    /// Address at which tokens are asked about (RFC 7662).
    #[schemars(url)]
    pub introspection_endpoint: String,
    /// Address at which tokens are revoked (RFC 7009).
    #[schemars(url)]
    pub revocation_endpoint: String,
    /// Every scope that a client may be given here.
    pub scopes_supported: Vec<String>,
    /// What can be asked for at the authorization endpoint, such as `code`.
    pub response_types_supported: Vec<String>,
    /// How the authorization endpoint's answers can be carried: `query`, `fragment` or `form_post`.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub response_modes_supported: Vec<String>,
    /// The ways in which clients can ask for tokens.
    pub grant_types_supported: Vec<String>,
    /// How clients authenticate at the token endpoint.
    pub token_endpoint_auth_methods_supported: Vec<String>,
    /// Algorithms of clients' assertions at the token endpoint.
    pub token_endpoint_auth_signing_alg_values_supported: Vec<String>,
    /// How clients authenticate at the introspection endpoint.
    pub introspection_endpoint_auth_methods_supported: Vec<String>,
    /// Algorithms of clients' assertions at the introspection endpoint.
    pub introspection_endpoint_auth_signing_alg_values_supported: Vec<String>,
    /// How clients authenticate at the revocation endpoint.
    pub revocation_endpoint_auth_methods_supported: Vec<String>,
    /// Algorithms of clients' assertions at the revocation endpoint.
    pub revocation_endpoint_auth_signing_alg_values_supported: Vec<String>,
    /// Methods of proof keys (RFC 7636): `S256` only.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub code_challenge_methods_supported: Vec<String>,
    /// By which names clients may know users: `public` or `pairwise`.
    pub subject_types_supported: Vec<String>,
    /// Algorithm that its keys sign ID tokens with.
    pub id_token_signing_alg_values_supported: Vec<String>,
    /// Algorithms of userinfo's answers, where `none` is plain JSON.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub userinfo_signing_alg_values_supported: Vec<String>,
    /// Algorithms that request objects may be signed with.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub request_object_signing_alg_values_supported: Vec<String>,
    /// Claims that clients can get about users.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub claims_supported: Vec<String>,
    /// Kinds of claims: `normal` only, neither aggregated nor distributed.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub claim_types_supported: Vec<String>,
    /// Whether authorization requests may have the parameter `claims`.
    pub claims_parameter_supported: bool,
    /// Whether authorization requests may have the parameter `request`.
    pub request_parameter_supported: bool,
    /// Whether authorization requests may have the parameter `request_uri`.
    pub request_uri_parameter_supported: bool,
    /// Whether `request_uri` must be one that the client is registered with.
    pub require_request_uri_registration: bool,
    /// Whether tokens can be bound to certificates (RFC 8705 §3.3); they can't.
    pub tls_client_certificate_bound_access_tokens: bool,
    /// Whether authorization responses say who they are from (RFC 9207).
    pub authorization_response_iss_parameter_supported: bool,
    /// Values of the parameter `display` that are taken; the pages fit all windows.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub display_values_supported: Vec<String>,
    /// What users can be asked by the parameter `prompt`.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub prompt_values_supported: Vec<String>,
    /// Languages of its pages, as BCP 47 writes them.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ui_locales_supported: Vec<String>,
    /// Whether clients are told of the end of sessions by this server (Back-Channel Logout 1.0).
    pub backchannel_logout_supported: bool,
    /// Whether the notices of back-channel logout say which session ended.
    pub backchannel_logout_session_supported: bool,
    /// Whether clients are told of the end of sessions by the user's browser (Front-Channel Logout 1.0).
    pub frontchannel_logout_supported: bool,
    /// Whether the notices of front-channel logout say which session ended.
    pub frontchannel_logout_session_supported: bool,
    /// Resources that its tokens are for: the control plane, where the server issues tokens for it. Of those that `resource` of a request may name (RFC 8707)
    /// there are many more.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    #[schemars(inner(url))]
    pub protected_resources: Vec<String>,
}

async fn document(context: &Shared, path: &IssuerPath) -> Result<Prepared<ServerMetadata>, OAuthError> {
    let load = || write(context, path);
    let bytes = context.store.cached(Freshness::Notified, &path.tid, DOCUMENT, &path.aid, load).await?;
    Ok(Prepared::new(cacheable(Answer::bytes(StatusCode::OK, "application/json", Bytes::clone(&bytes)))))
}

async fn write(context: &Shared, path: &IssuerPath) -> DomainResult<Bytes> {
    let issuer = Issuer::of(context, &path.tid, &path.aid).await?;
    let scopes = scope::list_of_server(&context.store, path.server()).await?;
    let scopes = sorted(scopes.iter().map(|listed| listed.scope.name.as_str()));
    let claims = claim::list_of_server(&context.store, Freshness::Notified, path.server()).await?;
    // Claims with dots are members of one.
    let claims = claims.iter().map(|claim| claim.name.split('.').next().unwrap_or_default());
    let claims = sorted(CLAIMS.into_iter().chain(claims));
    serde_json::to_vec(&metadata(context, &issuer, scopes, claims)).map(Bytes::from).map_err(Error::internal)
}

/// Claims of every ID token.
const CLAIMS: [&str; 9] = ["iss", "sub", "aud", "exp", "iat", "auth_time", "acr", "amr", "sid"];

fn sorted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn metadata(context: &Shared, issuer: &Issuer, scopes: Vec<String>, claims: Vec<String>) -> ServerMetadata {
    let (server, profile) = (&issuer.server, issuer.profile);
    let (issuer, base) = (issuer.url(context), issuer.base(context));
    let at = |path: &str| format!("{base}/{path}");
    let texts = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
    let grants: Vec<String> = profile.grants(server).map(str::to_owned).collect();
    let offers = |grant: &str| grants.iter().any(|offered| offered == grant);
    let response_types = response_types(offers(authorization_code::NAME), offers("implicit"));
    // Whatever has to do with users is there where they can come.
    let users = !response_types.is_empty();
    let if_users = |values: &[&str]| if users { texts(values) } else { Vec::new() };
    let methods: Vec<String> = profile
        .client_authentication
        .iter()
        .filter_map(|method| serde_json::to_value(method).ok()?.as_str().map(str::to_owned))
        .collect();
    let with_credentials: Vec<String> = methods.iter().filter(|method| *method != "none").cloned().collect();
    let client_algorithms = texts(profile.client_algorithms);
    let algorithm = server.key_algorithm.as_str();
    let mut object_algorithms = if users { client_algorithms.clone() } else { Vec::new() };
    object_algorithms.extend((users && profile.unsigned_request_objects).then(|| "none".to_owned()));
    ServerMetadata {
        authorization_endpoint: users.then(|| at("oauth2/authorize")),
        token_endpoint: at("oauth2/token"),
        userinfo_endpoint: users.then(|| at("userinfo")),
        end_session_endpoint: users.then(|| at("oauth2/logout")),
        jwks_uri: at(".well-known/jwks.json"),
        registration_endpoint: server.enable_dynamic_client_registration.then(|| at("oauth2/register")),
        device_authorization_endpoint: offers(device_code::NAME).then(|| at(device::ENDPOINT)),
        introspection_endpoint: at("oauth2/introspect"),
        revocation_endpoint: at("oauth2/revoke"),
        scopes_supported: scopes,
        response_types_supported: texts(&response_types),
        response_modes_supported: if_users(&["query", "fragment", "form_post"]),
        grant_types_supported: grants,
        token_endpoint_auth_methods_supported: methods.clone(),
        token_endpoint_auth_signing_alg_values_supported: client_algorithms.clone(),
        introspection_endpoint_auth_methods_supported: with_credentials,
        introspection_endpoint_auth_signing_alg_values_supported: client_algorithms.clone(),
        revocation_endpoint_auth_methods_supported: methods,
        revocation_endpoint_auth_signing_alg_values_supported: client_algorithms,
        code_challenge_methods_supported: if_users(&[proof_key::METHOD]),
        subject_types_supported: texts(&["public", "pairwise"]),
        id_token_signing_alg_values_supported: texts(&[algorithm]),
        userinfo_signing_alg_values_supported: if_users(&["none", algorithm]),
        request_object_signing_alg_values_supported: object_algorithms,
        claims_supported: if users { claims } else { Vec::new() },
        claim_types_supported: if_users(&["normal"]),
        claims_parameter_supported: users,
        request_parameter_supported: users,
        request_uri_parameter_supported: users,
        require_request_uri_registration: users,
        tls_client_certificate_bound_access_tokens: false,
        authorization_response_iss_parameter_supported: users,
        display_values_supported: if_users(&["page", "popup", "touch", "wap"]),
        prompt_values_supported: if_users(&["none", "login", "consent", "select_account"]),
        ui_locales_supported: if users {
            Language::ALL.iter().map(|language| language.tag().to_owned()).collect()
        } else {
            Vec::new()
        },
        backchannel_logout_supported: users,
        backchannel_logout_session_supported: users,
        frontchannel_logout_supported: users,
        frontchannel_logout_session_supported: users,
        protected_resources: if server.system { vec![context.origin().control.clone()] } else { Vec::new() },
        issuer,
    }
}

/// OAuth 2.0 Multiple Response Types §3 and §5.
fn response_types(code: bool, implicit: bool) -> Vec<&'static str> {
    let mut types = Vec::new();
    if code {
        types.push("code");
    }
    if implicit {
        types.extend(["token", "id_token", "id_token token"]);
    }
    if code && implicit {
        types.extend(["code token", "code id_token", "code id_token token"]);
    }
    types
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
/// What the authorization server can do, at the address that RFC 8414 gives it: the issuer's path behind the well-known part.
#[dropshot::endpoint { method = GET, path = "/.well-known/oauth-authorization-server/{tid}/{aid}", tags = ["discovery"], operation_id = "get_authorization_server_metadata" }]
async fn get_authorization_server_metadata(
    request: Request<Context>,
    path: Path<IssuerPath>,
) -> Result<Prepared<ServerMetadata>, OAuthError> {
    document(request.context(), &path.0).await
}

/// Get the authorization server metadata below the issuer
///
/// What the authorization server can do, at the address where clients look that append the well-known part to the issuer.
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/.well-known/oauth-authorization-server", tags = ["discovery"], operation_id = "get_authorization_server_metadata_below_issuer" }]
async fn get_authorization_server_metadata_below_issuer(
    request: Request<Context>,
    path: Path<IssuerPath>,
) -> Result<Prepared<ServerMetadata>, OAuthError> {
    document(request.context(), &path.0).await
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let issuer = "http://127.0.0.1:8080/default/default";
    let methods = json!(["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none"]);
    let algorithms = json!(["RS256", "PS256", "ES256", "EdDSA", "HS256"]);
    let example = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/oauth2/authorize"),
        "token_endpoint": format!("{issuer}/oauth2/token"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "end_session_endpoint": format!("{issuer}/oauth2/logout"),
        "jwks_uri": format!("{issuer}/.well-known/jwks.json"),
        "introspection_endpoint": format!("{issuer}/oauth2/introspect"),
        "revocation_endpoint": format!("{issuer}/oauth2/revoke"),
        "scopes_supported": ["email", "openid", "profile"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query", "fragment", "form_post"],
        "grant_types_supported": ["authorization_code", "client_credentials", "refresh_token"],
        "token_endpoint_auth_methods_supported": methods,
        "token_endpoint_auth_signing_alg_values_supported": algorithms,
        "introspection_endpoint_auth_methods_supported": methods,
        "introspection_endpoint_auth_signing_alg_values_supported": algorithms,
        "revocation_endpoint_auth_methods_supported": methods,
        "revocation_endpoint_auth_signing_alg_values_supported": algorithms,
        "code_challenge_methods_supported": ["S256"],
        "subject_types_supported": ["public", "pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "claims_parameter_supported": true,
        "request_parameter_supported": true,
        "request_uri_parameter_supported": true,
        "require_request_uri_registration": true,
        "tls_client_certificate_bound_access_tokens": false, "authorization_response_iss_parameter_supported": true,
        "backchannel_logout_supported": true,
        "backchannel_logout_session_supported": true,
        "frontchannel_logout_supported": true,
        "frontchannel_logout_session_supported": true
    });
    surface.register(cors::open(get_openid_configuration)).errors(&[404]).response_example(example.clone());
    surface.register(cors::open(get_authorization_server_metadata)).errors(&[404]).response_example(example.clone());
    surface
        .register(cors::open(get_authorization_server_metadata_below_issuer))
        .errors(&[404])
        .response_example(example);
}

//! `/api/admin/{tid}/servers`: authorization servers and how their users sign in.

pub mod authentications;
pub mod dashboards;
pub mod duration;
pub mod representation;
pub mod sessions;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::{self, AuthorizationServer};
use authplane_domain::sign_in::authentication::{self, Replaced};
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::store::Store;
use serde_json::{Value, json};

use self::authentications::AcpAuthentications;
use self::representation::{AcpServer, AcpServerRequest, AcpServers, Surroundings};
use super::{ServerPath, TRIES, TenantPath};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::{Context, Shared};
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, Created, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};
use crate::oauth::logout::backchannel;
use crate::tokens::key_ring;

pub(super) struct Read;
impl Permission for Read {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["servers:read", "servers:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["servers:write"];
}

/// Secrets are for those alone who may do everything.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::api::acp) enum Secrets {
    Shown,
    Hidden,
}

impl Secrets {
    pub(in crate::api::acp) fn for_caller<P>(caller: &Caller<P>) -> Self {
        if caller.is_full() { Self::Shown } else { Self::Hidden }
    }
}

/// The server as this dialect shows it.
pub(in crate::api::acp) async fn shown(
    context: &Shared,
    server: &AuthorizationServer,
    secrets: Secrets,
) -> Result<AcpServer, DomainError> {
    let store = &context.store;
    let ring = key_ring::of(context, server.key()).await?;
    let keys = ring.published(context.now()).cloned().collect();
    let with_secrets = secrets == Secrets::Shown;
    let surroundings = Surroundings {
        issuer_url: context.origin().issuer(server),
        keys,
        authentications: AcpAuthentications::of(store, server, with_secrets)?,
        secrets: if with_secrets { Some(authorization_server::open_secrets(store, server)?) } else { None },
    };
    Ok(AcpServer::of(server, surroundings))
}

/// A server whose tokens open the control surface, or whose users may be given such tokens, is for those who may do everything: others could make
/// themselves its user.
async fn require_full<P>(store: &Store, caller: &Caller<P>, server_id: &str) -> Result<(), AcpError> {
    let found = authorization_server::find(store, caller.tenant(), server_id).await?;
    Ok(caller.require_full_if(found.is_some_and(|server| server.opens_control_surface()))?)
}

/// List the authorization servers of a tenant
///
/// In the order of their creation. Their secrets are left out: read one server to see them.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/servers", tags = ["servers"] }]
async fn list_authorization_servers(
    request: Request<Context>,
    caller: Caller<Read>,
    _path: Path<TenantPath>,
) -> Result<JsonReply<AcpServers>, AcpError> {
    let context = request.context();
    let listed = authorization_server::list(&context.store, caller.tenant()).await?;
    let mut servers = Vec::with_capacity(listed.len());
    for server in listed.iter() {
        servers.push(shown(context, server, Secrets::Hidden).await?);
    }
    Ok(JsonReply(AcpServers { servers }))
}

/// Create an authorization server
///
/// Id, secret and keys are made by the server. It comes with the built-in services, their scopes, and the claims of OpenID Connect's standard scopes.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/servers", tags = ["servers"] }]
async fn create_authorization_server(
    request: Request<Context>,
    caller: Caller<Write>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpServerRequest, Lenient>,
) -> Result<Tagged<Created<AcpServer>>, AcpError> {
    let context = request.context();
    let new = body.into_inner().into_new(|id| context.origin().base(caller.server(id)))?;
    caller.require_full_if(new.secret.is_some() || !new.rotated_secrets.is_empty())?;
    let created = authorization_server::create(&caller.acting(&request), new).await?;
    let shown = shown(context, &created, Secrets::for_caller(&caller)).await?;
    Ok(Tagged { reply: Created(shown), version: created.version(&request.context().store)? })
}

/// Get an authorization server
///
/// With its secrets for callers who may do everything. Its keys are shown without their private parts.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/servers/{aid}", tags = ["servers"] }]
async fn get_authorization_server(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ServerPath>,
) -> Result<Tagged<JsonReply<AcpServer>>, AcpError> {
    let context = request.context();
    let aid = path.0.aid;
    let found = authorization_server::find_now(&context.store, caller.tenant(), &aid).await?;
    let found = found.ok_or_else(|| AcpError::not_found("authorization_server", &aid))?;
    let shown = shown(context, &found, Secrets::for_caller(&caller)).await?;
    Ok(Tagged { reply: JsonReply(shown), version: found.version(&request.context().store)? })
}

/// Replace an authorization server
///
/// What the body leaves out returns to its default, but for secrets and authentication methods, which stay. Built-in servers can be changed by callers who may
/// do everything.
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/servers/{aid}", tags = ["servers"] }]
async fn update_authorization_server(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ServerPath>,
    seen: IfMatch,
    body: Body<AcpServerRequest, Lenient>,
) -> Result<Tagged<JsonReply<AcpServer>>, AcpError> {
    let context = request.context();
    let aid = path.0.aid;
    require_full(&context.store, &caller, &aid).await?;
    let body = body.into_inner();
    let mut tries = 0..TRIES;
    loop {
        let known = authorization_server::find_now(&context.store, caller.tenant(), &aid).await?;
        let known = known.ok_or_else(|| AcpError::not_found("authorization_server", &aid))?;
        // Of two words for one thing the one counts that isn't as it was, which somebody else may change meanwhile.
        let acting = caller.acting_if(&request, &seen).based_on(&*known)?;
        let mut changes = body.clone().into_changes(&known, &context.origin().issuer(&known))?;
        if !caller.is_full() {
            // What was hidden comes back empty, and stays.
            changes.rotated_secrets = changes.rotated_secrets.filter(|rotated| !rotated.is_empty());
        }
        // Pairwise subjects and registration tokens are made from them: who may not see them may not choose them.
        caller.require_full_if(changes.secret.is_some() || changes.rotated_secrets.is_some())?;
        match authorization_server::change(&acting, &aid, changes).await {
            Err(DomainError::PreconditionFailed { .. }) if tries.next().is_some() => {}
            changed => {
                let Replaced { server, ended } = changed?;
                let shown = shown(context, &server, Secrets::for_caller(&caller)).await;
                let version = server.version(&context.store);
                backchannel::tell_of_ended(context, server, ended);
                return Ok(Tagged { reply: JsonReply(shown?), version: version? });
            }
        }
    }
}

/// Delete an authorization server
///
/// With its clients, services, scopes, claims and keys, and the sessions of its users. Built-in servers can't be deleted.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/servers/{aid}", tags = ["servers"] }]
async fn delete_authorization_server(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ServerPath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    let aid = path.0.aid;
    authorization_server::remove(&caller.acting_if(&request, &seen), &aid).await?;
    Ok(NoContent)
}

/// Replace the authentication methods of an authorization server
///
/// A user without a password keeps the one that the method of this id has for the name. Who gets another password, or is no longer there, is signed out
/// everywhere. A method without a client secret keeps its own, unless it would be sent to another place than before.
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/servers/{aid}/authentications", tags = ["servers"] }]
async fn update_authentications(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ServerPath>,
    seen: IfMatch,
    body: Body<AcpAuthentications, Lenient>,
) -> Result<Tagged<JsonReply<AcpAuthentications>>, AcpError> {
    let context = request.context();
    let store = &context.store;
    let aid = path.0.aid;
    require_full(store, &caller, &aid).await?;
    if authorization_server::find(store, caller.tenant(), &aid).await?.is_none() {
        return Err(AcpError::not_found("authorization_server", &aid));
    }
    let new = body.into_inner().into_methods()?;
    let Replaced { server, ended } = authentication::replace(&caller.acting_if(&request, &seen), &aid, new).await?;
    let shown = AcpAuthentications::of(store, &server, caller.is_full());
    let version = server.version(&request.context().store);
    backchannel::tell_of_ended(context, server, ended);
    Ok(Tagged { reply: JsonReply(shown?), version: version? })
}

/// A server without its secrets, as the document shows one.
pub(in crate::api::acp) fn example() -> Value {
    json!({
        "id": "bsq6b0ol1qs3a4tq2a1g", "name": "Customers", "tenant_id": "default", "system": false, "key_type": "ecdsa",
        "jwks": {"keys": [{
            "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": "1",
            "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"
        }]},
        "issuer_url": "http://127.0.0.1:8080/default/bsq6b0ol1qs3a4tq2a1g", "logo_uri": "", "access_token_ttl": "15m0s",
        "authorization_code_ttl": "10m0s", "id_token_ttl": "1h0m0s", "refresh_token_ttl": "720h0m0s", "cookie_max_age": "1h0m0s",
        "grant_types": ["authorization_code", "client_credentials", "refresh_token"], "enforce_pkce": true,
        "enable_dynamic_client_registration": false, "dynamic_client_registration": {"enabled": false}, "profiles": ["oauth21"], "developer_policy_id": "", "user_policy_id": "",
        "authentications": {"methods": []}
    })
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("servers", "Authorization servers and how their users sign in (ACP).");
    let methods = json!({"methods": [
        {
            "id": "staff", "name": "Staff", "method": "static",
            "static": {"hint": false, "users": [
                {"username": "ada", "password": "correct horse battery staple", "authentication_context": {"name": "Ada Lovelace", "email": "ada@example.com"}}
            ]}
        },
        {
            "id": "partner", "name": "Partner", "method": "oidc",
            "oidc": {
                "issuer_url": "https://login.example.com", "client_id": "authplane", "client_secret": "the-secret-that-the-partner-gave-us",
                "scopes": ["openid", "email"], "get_user_info": true
            },
            "mappings": [{"source": "id_token.email", "target": "email"}]
        }
    ]});
    let request = json!({
        "name": "Customers", "access_token_ttl": "15m", "enforce_pkce": true, "profiles": ["oauth21"],
        "grant_types": ["authorization_code", "client_credentials", "refresh_token"]
    });
    let mut shown_methods = methods.clone();
    for (index, method) in shown_methods["methods"].as_array_mut().into_iter().flatten().enumerate() {
        method["disabled"] = json!(false);
        method["attributes"] = json!([]);
        if index == 0 {
            method["mappings"] = json!([]);
            // Passwords aren't shown.
            method["static"]["users"] = json!([{"username": "ada", "authentication_context": {"name": "Ada Lovelace", "email": "ada@example.com"}}]);
        }
    }
    let server = example();
    let mut with_secret = server.clone();
    with_secret["secret"] = json!("the-secret-of-the-server-itself");
    with_secret["rotated_secrets"] = json!([]);
    surface.register(list_authorization_servers).errors(&[404]).response_example(json!({"servers": [server]}));
    surface
        .register(create_authorization_server)
        .errors(&[400, 404, 409, 422])
        .request_example(request.clone())
        .response_example(with_secret.clone());
    surface.register(get_authorization_server).errors(&[404]).response_example(with_secret.clone());
    surface
        .register(update_authorization_server)
        .errors(&[400, 404, 422])
        .request_example(request)
        .response_example(with_secret);
    surface.register(delete_authorization_server).errors(&[400, 404]);
    surface
        .register(update_authentications)
        .errors(&[400, 404, 422])
        .request_example(methods)
        .response_example(shown_methods);
    dashboards::register(surface);
    sessions::register(surface);
}

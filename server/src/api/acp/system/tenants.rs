//! `/api/system/tenants`: the tenants of the installation. Its callers hold tokens of the server `system` of the tenant `system`.

use authplane_domain::installation::tenant::{self, Created as CreatedTenant};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::api::acp::admin::TenantPath;
use crate::api::acp::admin::clients::{self, representation::AcpClient};
use crate::api::acp::admin::servers::{self, Secrets, representation::AcpServer};
use crate::api::acp::admin::tenant::{AcpTenant, AcpTenantRequest, example, existing, tagged};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::{Context, Shared};
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{
    Body, Created, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Query, Request, Surface, Tagged,
};

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpSetup;
    const SCOPES: &'static [&'static str] = &["tenants:read", "tenants:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::AcpSetup;
    const SCOPES: &'static [&'static str] = &["tenants:write"];
}

/// The tenants of the installation.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpTenants {
    /// In the order of their creation, without their keys. The member is written with a capital letter, as ACP has it.
    #[serde(rename = "Tenants")]
    tenants: Vec<AcpTenant>,
}

/// A new tenant, with what it starts with.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct AcpTenantCreated {
    /// What was made, with its keys.
    tenant: AcpTenant,
    /// Its authorization servers. Their secrets are shown to callers who may do everything.
    servers: Vec<AcpServer>,
    /// Its clients: first its administrator, whose secret is shown here alone to whoever made the tenant.
    clients: Vec<AcpClient>,
    /// Always empty: nobody can sign in yet.
    idps: Vec<Value>,
}

/// With what a tenant starts.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct CreateTenantQuery {
    /// Whether the tenant starts with the authorization server `default`. Logto's operations and the local user store work on that one, and it can't be made
    /// later.
    with_default_workspaces: Option<bool>,
}

/// What whoever made a tenant gets to see of it.
async fn shown(context: &Shared, caller: &Caller<Write>, created: CreatedTenant) -> Result<AcpTenantCreated, AcpError> {
    let store = &context.store;
    let secrets = Secrets::for_caller(caller);
    let mut servers = Vec::with_capacity(created.servers.len());
    for server in &created.servers {
        servers.push(servers::shown(context, server, secrets).await?);
    }
    let mut clients = Vec::with_capacity(created.clients.len());
    for client in &created.clients {
        // Without the administrator's nobody would get in. What is built in is shared by others.
        let hidden = client.system && !caller.is_full();
        clients.push(if hidden { AcpClient::of(client) } else { AcpClient::with_secrets(store, client)? });
    }
    Ok(AcpTenantCreated {
        tenant: AcpTenant::with_keys(context, created.tenant).await?,
        servers,
        clients,
        idps: Vec::new(),
    })
}

/// List the tenants
///
/// In the order of their creation. Their keys are left out: read one tenant to see them.
#[dropshot::endpoint { method = GET, path = "/api/system/tenants", tags = ["tenants"] }]
async fn list_tenants(request: Request<Context>, _caller: Caller<Read>) -> Result<JsonReply<AcpTenants>, AcpError> {
    let context = request.context();
    let listed = tenant::list(&context.store).await?;
    Ok(JsonReply(AcpTenants { tenants: listed.into_iter().map(|tenant| AcpTenant::of(context, tenant)).collect() }))
}

/// Create a tenant
///
/// It comes with authorization servers for its administration, for developers, for login pages and gateways, and for its users, with what is built into each of
/// them, and with a client of its `admin` server that may do everything in it.
#[dropshot::endpoint { method = POST, path = "/api/system/tenants", tags = ["tenants"] }]
async fn create_tenant(
    request: Request<Context>,
    caller: Caller<Write>,
    _once: IdempotencyKey,
    query: Query<CreateTenantQuery>,
    body: Body<AcpTenantRequest, Lenient>,
) -> Result<Tagged<Created<AcpTenantCreated>>, AcpError> {
    let context = request.context();
    let new = body.into_inner().into_new(context, query.0.with_default_workspaces.unwrap_or(true));
    let created = tenant::create_by(&caller.acting(&request), new).await?;
    let made = created.tenant.clone();
    let reply = Created(shown(context, &caller, created).await?);
    // Its first key was made to be shown.
    Ok(Tagged { reply, version: tenant::version(&context.store, &made).await? })
}

/// Get a tenant
///
/// With its own keys, without their private parts.
#[dropshot::endpoint { method = GET, path = "/api/system/tenants/{tid}", tags = ["tenants"] }]
async fn get_tenant(
    request: Request<Context>,
    _caller: Caller<Read>,
    path: Path<TenantPath>,
) -> Result<Tagged<JsonReply<AcpTenant>>, AcpError> {
    let context = request.context();
    tagged(context, existing(context, &path.0.tid).await?).await
}

/// Replace a tenant
///
/// Its id stays, and so do its keys unless the body brings others; what else the body leaves out returns to its default.
#[dropshot::endpoint { method = PUT, path = "/api/system/tenants/{tid}", tags = ["tenants"] }]
async fn update_tenant(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<TenantPath>,
    seen: IfMatch,
    body: Body<AcpTenantRequest, Lenient>,
) -> Result<Tagged<JsonReply<AcpTenant>>, AcpError> {
    let context = request.context();
    let tid = existing(context, &path.0.tid).await?.id;
    let body = body.into_inner();
    caller.require_full_if(body.brings_keys())?;
    let acting = caller.acting_if(&request, &seen).elsewhere(&tid);
    tagged(context, tenant::change(&acting, body.into_changes(context, &tid)).await?).await
}

/// Delete a tenant
///
/// With everything in it: its tokens, users and clients get nothing any more from the answer on. The rows of a large one go in the hours after it, and its id can
/// be given again when they are gone. The tenants `system` and `default`, which the installation's own administrators are in, can't be deleted.
#[dropshot::endpoint { method = DELETE, path = "/api/system/tenants/{tid}", tags = ["tenants"] }]
async fn delete_tenant(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<TenantPath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    tenant::remove_by(&caller.acting_if(&request, &seen), &path.0.tid).await?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let shown = example();
    let mut listed = shown.clone();
    if let Some(members) = listed.as_object_mut() {
        members.remove("jwks");
    }
    let mut administrator = clients::example();
    for (member, value) in [
        ("tenant_id", json!("acme")),
        ("authorization_server_id", json!("admin")),
        ("client_name", json!("Administrator")),
        ("client_secret", json!("the-secret-that-only-whoever-made-the-tenant-has")),
        ("audience", json!([])),
        ("scopes", json!(["all"])),
        ("scope", json!("all")),
        ("trusted", json!(true)),
    ] {
        administrator[member] = value;
    }
    let mut server = servers::example();
    for (member, value) in [
        ("id", json!("admin")),
        ("name", json!("Admin")),
        ("tenant_id", json!("acme")),
        ("system", json!(true)),
        ("issuer_url", json!("http://127.0.0.1:8080/acme/admin")),
    ] {
        server[member] = value;
    }
    surface.register(list_tenants).errors(&[404]).response_example(json!({"Tenants": [listed]}));
    surface
        .register(create_tenant)
        .errors(&[400, 409, 422])
        .parameter("with_default_workspaces", json!({"default": true, "example": true}))
        .request_example(json!({"id": "acme", "name": "Acme"}))
        .response_example(json!({"tenant": shown, "servers": [server], "clients": [administrator], "idps": []}));
    surface.register(get_tenant).errors(&[404]).response_example(shown.clone());
    surface
        .register(update_tenant)
        .errors(&[400, 404, 422])
        .request_example(json!({"name": "Acme"}))
        .response_example(shown);
    surface.register(delete_tenant).errors(&[404]);
}

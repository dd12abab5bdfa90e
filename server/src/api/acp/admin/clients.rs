//! `/api/admin/{tid}/clients`: OAuth clients.

pub mod representation;
pub mod secrets;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::{self, Client, ClientDetails, ClientMetadata, NewClient};
use authplane_domain::identifier::IdForm;
use authplane_domain::storage::row::Row as _;
use authplane_domain::storage::store::Store;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use self::representation::{AcpClient, AcpClientRequest, AcpClients};
use super::{ServerPath, TRIES, TenantPath, filled, required};
use crate::api::acp::error::AcpError;
use crate::api::acp::in_parts::{self, OneList};
use crate::api::client_rights::{hides_secrets, is_privileged, may_do_more};
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, Created, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};
use crate::oauth::client::sector_identifier;

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["clients:read", "clients:write"];
}
struct Write;
impl Permission for Write {
    const API: Api = Api::AcpAdmin;
    const SCOPES: &'static [&'static str] = &["clients:write"];
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ClientPath {
    #[serde(flatten)]
    _tenant: TenantPath,
    /// Client.
    cid: String,
}

/// A client with its secret, where the caller may see it.
pub(super) async fn shown_to<P>(store: &Store, caller: &Caller<P>, client: &Client) -> Result<AcpClient, DomainError> {
    let is_hidden = hides_secrets::<_, Write>(store, caller, client).await?;
    Ok(if is_hidden { AcpClient::without_secrets(client) } else { AcpClient::with_secrets(store, client)? })
}

/// Who may do only a part must not make, change or take over a client that may do more: on the control surface, or in the name of any user.
async fn refuse_escalation<P>(
    store: &Store,
    caller: &Caller<P>,
    server: ServerKey<'_>,
    scopes: &[String],
    speaks_for_users: bool,
) -> Result<(), AcpError> {
    Ok(caller.require_full_if(speaks_for_users || is_privileged(store, server, scopes).await?)?)
}

/// As [`client::speaks_for_users`], of a client that is to be so.
fn will_speak_for_users(details: &ClientDetails) -> bool {
    client::speaks_for_users(details.trusted, details.grant_types.as_deref().unwrap_or_default())
}

/// The same for a client that is there already.
async fn refuse_takeover<P>(store: &Store, caller: &Caller<P>, tenant: &str, id: &str) -> Result<(), AcpError> {
    if caller.is_full() {
        return Ok(());
    }
    match client::find(store, tenant, id).await? {
        Some(found) => Ok(caller.require_full_if(may_do_more(store, &found).await?)?),
        None => Err(AcpError::not_found("client", id)),
    }
}

/// List the clients of an authorization server
///
/// In the order of their creation. Their secrets are left out: read one client to see its secret.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/servers/{aid}/clients", tags = ["clients"] }]
async fn list_clients(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ServerPath>,
) -> Result<Prepared<AcpClients>, AcpError> {
    let context = request.context();
    let store = &context.store;
    let aid = path.0.aid;
    if authorization_server::find(store, caller.tenant(), &aid).await?.is_none() {
        return Err(AcpError::not_found("authorization_server", &aid));
    }
    let clients = client::in_parts(store, caller.server(&aid));
    let write = |client: Client, to: &mut Vec<u8>| serde_json::to_writer(to, &AcpClient::of(&client));
    Ok(in_parts::answer(context, clients, OneList::new(r#"{"clients":["#, write)).await?)
}

/// Create a client
///
/// Id and secret are made by the server when the body gives none. The client may be given scopes of its own authorization server only.
#[dropshot::endpoint { method = POST, path = "/api/admin/{tid}/clients", tags = ["clients"] }]
async fn create_client(
    request: Request<Context>,
    caller: Caller<Write>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpClientRequest, Lenient>,
) -> Result<Tagged<Created<AcpClient>>, AcpError> {
    let store = &request.context().store;
    let body = body.into_inner();
    let new = NewClient {
        id: filled(body.registration.client_id.clone()),
        id_form: IdForm::Xid,
        server_id: required("authorization_server_id", body.registration.authorization_server_id.clone())?,
        secret: filled(body.registration.client_secret.clone()),
        developer_id: None,
        system: false,
        registration_digest: None,
        application: None,
        details: body.into_details(ClientMetadata::default())?,
    };
    let speaks = will_speak_for_users(&new.details);
    refuse_escalation(store, &caller, caller.server(&new.server_id), &new.details.scopes, speaks).await?;
    let created = client::create(&caller.acting(&request), new).await?;
    // Who made it sees its secret.
    Ok(Tagged {
        reply: Created(AcpClient::with_secrets(store, &created)?),
        version: created.version(&request.context().store)?,
    })
}

/// Get a client with its secret
///
/// The secret is shown to callers who may also change the client; one that opens the control surface only to those who may do everything.
#[dropshot::endpoint { method = GET, path = "/api/admin/{tid}/clients/{cid}", tags = ["clients"] }]
async fn get_client(
    request: Request<Context>,
    caller: Caller<Read>,
    path: Path<ClientPath>,
) -> Result<Tagged<JsonReply<AcpClient>>, AcpError> {
    let store = &request.context().store;
    let cid = path.0.cid;
    let found = client::find(store, caller.tenant(), &cid).await?.ok_or_else(|| AcpError::not_found("client", &cid))?;
    Ok(Tagged {
        reply: JsonReply(shown_to(store, &caller, &found).await?),
        version: found.version(&request.context().store)?,
    })
}

/// Replace a client
///
/// Everything but the ids is replaced: what the body leaves out returns to its default. The secret stays when the body gives none, and those before it stay in any
/// case, as long as the client can keep a secret. Built-in clients, and those of gateways, can't be changed.
#[dropshot::endpoint { method = PUT, path = "/api/admin/{tid}/clients/{cid}", tags = ["clients"] }]
async fn update_client(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ClientPath>,
    seen: IfMatch,
    body: Body<AcpClientRequest, Lenient>,
) -> Result<Tagged<JsonReply<AcpClient>>, AcpError> {
    let store = &request.context().store;
    let cid = path.0.cid;
    let body = body.into_inner();
    let secret = filled(body.registration.client_secret.clone());
    let mut tries = 0..TRIES;
    loop {
        let known = client::find(store, caller.tenant(), &cid).await?;
        let known = known.ok_or_else(|| AcpError::not_found("client", &cid))?;
        caller.require_full_if(!caller.is_full() && may_do_more(store, &known).await?)?;
        // What isn't ACP's to say stays as it is, which somebody else may change meanwhile.
        let acting = caller.acting_if(&request, &seen).based_on(&known)?;
        let details = body.clone().into_details(known.metadata.clone())?;
        let speaks = will_speak_for_users(&details);
        refuse_escalation(store, &caller, known.server_key(), &details.scopes, speaks).await?;
        sector_identifier::check_change(request.context(), &known, &details).await?;
        match client::change(&acting, &cid, details, secret.clone()).await {
            Err(DomainError::PreconditionFailed { .. }) if tries.next().is_some() => {}
            changed => {
                let changed = changed?;
                return Ok(Tagged {
                    reply: JsonReply(shown_to(store, &caller, &changed).await?),
                    version: changed.version(&request.context().store)?,
                });
            }
        }
    }
}

/// Delete a client
///
/// Its tokens are no longer honoured here. Built-in clients can't be deleted, and those of gateways go with their gateways.
#[dropshot::endpoint { method = DELETE, path = "/api/admin/{tid}/clients/{cid}", tags = ["clients"] }]
async fn delete_client(
    request: Request<Context>,
    caller: Caller<Write>,
    path: Path<ClientPath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    let store = &request.context().store;
    let cid = path.0.cid;
    refuse_takeover(store, &caller, caller.tenant(), &cid).await?;
    client::remove(&caller.acting_if(&request, &seen), &cid).await?;
    Ok(NoContent)
}

/// A client with its secret, as the document shows one.
pub(in crate::api::acp) fn example() -> Value {
    json!({
        "client_id": "bsq6b0ol1qs3a4tq2a1g", "client_secret": "the-secret-that-only-the-robot-has",
        "client_hashed_secret": "sha-256:the-digest-of-the-secret-that-the-robot-has", "rotated_secrets": ["the-secret-that-the-robot-had"],
        "client_id_issued_at": 1_700_000_000,
        "client_secret_expires_at": 0, "tenant_id": "default", "authorization_server_id": "default", "developer_id": "", "system": false,
        "grant_types": ["client_credentials"], "response_types": [], "token_endpoint_auth_method": "client_secret_basic",
        "audience": ["bsq6b0ol1qs3a4tq2a1g"], "scopes": ["orders:read"], "scope": "orders:read", "client_name": "Order robot", "description": "",
        "client_uri": "", "logo_uri": "", "policy_uri": "", "tos_uri": "", "redirect_uris": [], "request_uris": [], "jwks_uri": "",
        "sector_identifier_uri": "", "request_object_signing_alg": "", "userinfo_signed_response_alg": "", "token_endpoint_signing_alg": "",
        "tls_client_auth_san_dns": "", "tls_client_auth_san_email": "", "tls_client_auth_san_ip": "", "tls_client_auth_san_uri": "",
        "tls_client_auth_subject_dn": "", "tls_client_certificate_bound_access_tokens": false, "public": false, "trusted": false
    })
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("clients", "OAuth clients: the applications that ask for tokens (ACP).");
    let request = json!({
        "client_name": "Order robot", "authorization_server_id": "default", "grant_types": ["client_credentials"], "scopes": ["orders:read"]
    });
    let client = example();
    let mut listed = client.clone();
    // Lists show no secret.
    listed["client_secret"] = json!("");
    listed["rotated_secrets"] = json!([]);
    if let Some(members) = listed.as_object_mut() {
        members.remove("client_hashed_secret");
    }
    surface.register(list_clients).errors(&[404]).response_example(json!({"clients": [listed]}));
    surface
        .register(create_client)
        .errors(&[404, 409, 422])
        // It needs the authorization server, which a change doesn't.
        .body_required()
        .request_example(request.clone())
        .response_example(client.clone());
    surface.register(get_client).errors(&[404]).response_example(client.clone());
    surface.register(update_client).errors(&[400, 404, 422]).request_example(request).response_example(client);
    surface.register(delete_client).errors(&[400, 404]);
    secrets::register(surface);
}

//! `/api/developer/{tid}/clients`: the clients that a developer made. Another developer's aren't there.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::scope::Scope;
use authplane_domain::clients::client::{self, Client, ClientDetails, ClientMetadata, NewClient, of_developer};
use authplane_domain::clients::redirect_uri;
use authplane_domain::identifier::IdForm;
use authplane_domain::sign_in::attempt::{self, Limit};
use authplane_domain::storage::row::Row as _;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use url::Url;

use super::{Develop, Judged, developer, regular_server};
use crate::api::acp::admin::clients::example;
use crate::api::acp::admin::clients::representation::{AcpClient, AcpClientRequest, AcpClients};
use crate::api::acp::admin::{TRIES, TenantPath, filled, required};
use crate::api::acp::error::AcpError;
use crate::caller::Caller;
use crate::context::{Context, Shared};
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, Created, IdempotencyKey, IfMatch, JsonReply, NoContent, Path, Request, Surface, Tagged};
use crate::oauth::client::sector_identifier;
use crate::oauth::register::metadata::SELF_SERVICE;
use crate::outgoing::NamedBy;

#[derive(Debug, Deserialize, JsonSchema)]
struct ClientPath {
    #[serde(flatten)]
    _tenant: TenantPath,
    /// Client.
    cid: String,
}

/// The developer's own client.
async fn own(context: &Shared, caller: &Caller<Develop>, id: &str) -> Result<Client, AcpError> {
    let developer = &developer(caller)?.subject;
    let found = client::find(&context.store, caller.tenant(), id).await?;
    let found = found.filter(|found| found.developer_id.as_ref() == Some(developer));
    found.ok_or_else(|| AcpError::not_found("client", id))
}

/// Counts what a developer has made, changed or removed. Each is kept in the audit log, and may have something fetched, whatever becomes of it then.
async fn count(context: &Shared, caller: &Caller<Develop>) -> Result<(), AcpError> {
    let key = format!("developer:{}", developer(caller)?.subject);
    let allowance = context.limits.load().registrations;
    let limits = [Limit { key: &key, failures: allowance.most(), seconds: allowance.window() }];
    match attempt::take(&context.store, caller.tenant(), &limits).await? {
        Some(seconds) => Err(AcpError::too_many_requests(seconds)),
        None => Ok(()),
    }
}

/// The client with its secret, which is the developer's.
fn shown(context: &Shared, client: &Client) -> Result<AcpClient, DomainError> {
    AcpClient::with_secrets(&context.store, client)
}

/// What a developer may not decide is refused, or decided here: by the policies of the server and of its scopes, as they are at this moment. What a client has
/// it keeps, but doesn't take it along to the grant that asks no user.
async fn decided(
    request: &Request<Context>,
    caller: &Caller<Develop>,
    server: &AuthorizationServer,
    mut details: ClientDetails,
    known: Option<&Client>,
) -> Result<ClientDetails, AcpError> {
    let context = request.context();
    let judged = Judged::of(request, caller).await?;
    if !judged.passes(context, server, server.developer_policy_id.as_deref()).await? {
        return Err(AcpError::forbidden("the policy of this authorization server lets no client of yours in"));
    }
    check_audience(&details, known)?;
    let allowed = judged.scopes(context, server).await?;
    let is_machine = |grants: &[String]| grants.iter().any(|grant| grant == "client_credentials");
    let becomes_machine = is_machine(details.grant_types.as_deref().unwrap_or_default())
        && known.is_some_and(|known| !is_machine(&known.grant_types));
    let linked = match known {
        Some(known) if becomes_machine => client::linked_scopes(&context.store, known).await?,
        _ => Vec::new(),
    };
    let mut ids = Vec::new();
    for name in &details.scopes {
        if !becomes_machine && known.is_some_and(|known| known.scopes.contains(name)) {
            continue;
        }
        // Names aren't scopes: what it has under one from an administrator may be more than what the developer may have under it.
        let may_have = |scope: &Scope| allowed.iter().any(|entry| entry.scope.id == scope.id);
        if linked.iter().any(|scope| scope.name == *name && !may_have(scope)) {
            return Err(
                DomainError::invalid("scopes", format!("{name:?} can't be taken along to client_credentials")).into()
            );
        }
        let found = ids.len();
        ids.extend(allowed.iter().filter(|entry| entry.scope.name == *name).map(|entry| entry.scope.id.clone()));
        if ids.len() == found {
            return Err(DomainError::invalid("scopes", format!("{name:?} is none that your clients can have")).into());
        }
    }
    details.decided_scopes = Some(ids);
    Ok(details)
}

/// By the grants that aren't for everybody a client speaks for users who never saw it. It has them from an administrator, and may keep them.
fn check_grants(details: &ClientDetails, known: Option<&Client>) -> Result<(), DomainError> {
    let may_have = |grant: &String| {
        SELF_SERVICE.contains(&grant.as_str()) || known.is_some_and(|known| known.grant_types.has(grant))
    };
    match details.grant_types.iter().flatten().find(|grant| !may_have(grant)) {
        Some(other) => Err(DomainError::invalid("grant_types", format!("{other:?} is for an administrator to give"))),
        None => Ok(()),
    }
}

/// Whose tokens name an API, or another client, is taken for one who may call it. So a developer's client is its own audience, and what else it has comes from an
/// administrator.
fn check_audience(details: &ClientDetails, known: Option<&Client>) -> Result<(), DomainError> {
    let is_its_own =
        |audience: &String| known.is_some_and(|known| *audience == known.id || known.audience.has(audience));
    match details.audience.iter().flatten().find(|audience| !is_its_own(audience)) {
        Some(other) => Err(DomainError::invalid("audience", format!("{other:?} is for an administrator to give"))),
        None => Ok(()),
    }
}

/// An administrator trusted it with where it sent users, and with what it could do, then.
fn stays_trusted(known: &Client, details: &ClientDetails) -> bool {
    known.trusted
        && details.redirect_uris.iter().all(|uri| redirect_uri::matches(&known.redirect_uris, uri))
        && details.scopes.iter().all(|name| known.scopes.contains(name))
}

/// What somebody whom nobody knows as an administrator names for this server to fetch: so many times, of what could be a client.
async fn check_addresses(context: &Context, caller: &Caller<Develop>, details: &ClientDetails) -> Result<(), AcpError> {
    details.check()?;
    for (field, uris) in [("jwks_uri", details.jwks_uri.as_slice()), ("request_uris", &details.metadata.request_uris)] {
        for url in uris.iter().filter_map(|uri| Url::parse(uri).ok()) {
            let checked = context.outgoing.check(NamedBy::Client, &url);
            checked.map_err(|refusal| DomainError::invalid(field, refusal.to_string()))?;
        }
    }
    count(context, caller).await?;
    Ok(sector_identifier::check(context, details).await?)
}

/// List the caller's clients
///
/// Those that the calling developer made, in the order of their creation. Their secrets are left out: read one client to see its secret.
#[dropshot::endpoint { method = GET, path = "/api/developer/{tid}/clients", tags = ["developer"] }]
async fn list_clients_for_developer(
    request: Request<Context>,
    caller: Caller<Develop>,
    _path: Path<TenantPath>,
) -> Result<JsonReply<AcpClients>, AcpError> {
    let store = &request.context().store;
    let listed = of_developer::list(store, caller.tenant(), &developer(&caller)?.subject).await?;
    Ok(JsonReply(AcpClients { clients: listed.iter().map(AcpClient::of).collect() }))
}

/// Create a client of the caller's
///
/// Its id and secret are made by the server, and nobody can bring them along. Its users are asked for their consent: `trusted` is ignored. The policy for
/// developers of the authorization server decides whether there may be one, those of the scopes which of them it may have. It is its own audience. A developer can have 100.
#[dropshot::endpoint { method = POST, path = "/api/developer/{tid}/clients", tags = ["developer"] }]
async fn create_client_for_developer(
    request: Request<Context>,
    caller: Caller<Develop>,
    _path: Path<TenantPath>,
    _once: IdempotencyKey,
    body: Body<AcpClientRequest, Lenient>,
) -> Result<Tagged<Created<AcpClient>>, AcpError> {
    let context = request.context();
    let body = body.into_inner();
    let server_id = required("authorization_server_id", body.registration.authorization_server_id.clone())?;
    let (id, secret) = (&body.registration.client_id, &body.registration.client_secret);
    for (field, brought) in [("client_id", id), ("client_secret", secret)] {
        if brought.as_ref().is_some_and(|brought| !brought.is_empty()) {
            return Err(DomainError::invalid(field, "is made by the server").into());
        }
    }
    regular_server(context, &caller, &server_id).await?;
    let details = ClientDetails { trusted: false, ..body.into_details(ClientMetadata::default())? };
    check_grants(&details, None)?;
    check_addresses(context, &caller, &details).await?;
    // That took as long as others liked.
    let server = regular_server(context, &caller, &server_id).await?;
    let details = decided(&request, &caller, &server, details, None).await?;
    let new = NewClient { id_form: IdForm::Xid, server_id, details, ..NewClient::default() };
    let developer_id = developer(&caller)?.subject.clone();
    let created = of_developer::create(&caller.acting(&request), developer_id, new).await?;
    Ok(Tagged { reply: Created(shown(context, &created)?), version: created.version(&context.store)? })
}

/// Get a client of the caller's with its secret
///
/// One that another developer made, or an administrator, isn't there.
#[dropshot::endpoint { method = GET, path = "/api/developer/{tid}/clients/{cid}", tags = ["developer"] }]
async fn get_client_for_developer(
    request: Request<Context>,
    caller: Caller<Develop>,
    path: Path<ClientPath>,
) -> Result<Tagged<JsonReply<AcpClient>>, AcpError> {
    let context = request.context();
    let found = own(context, &caller, &path.0.cid).await?;
    Ok(Tagged { reply: JsonReply(shown(context, &found)?), version: found.version(&context.store)? })
}

/// Replace a client of the caller's
///
/// Everything but the ids is replaced: what the body leaves out returns to its default. The secret stays when the body gives none. Whether its users are asked
/// for their consent is an administrator's to decide: `trusted` is ignored, and ends with another redirect URI or scope. Only so many changes in a time are taken.
#[dropshot::endpoint { method = PUT, path = "/api/developer/{tid}/clients/{cid}", tags = ["developer"] }]
async fn update_client_for_developer(
    request: Request<Context>,
    caller: Caller<Develop>,
    path: Path<ClientPath>,
    seen: IfMatch,
    body: Body<AcpClientRequest, Lenient>,
) -> Result<Tagged<JsonReply<AcpClient>>, AcpError> {
    let context = request.context();
    let cid = path.0.cid;
    let body = body.into_inner();
    let secret = filled(body.registration.client_secret.clone());
    let mut tries = 0..TRIES;
    loop {
        let known = own(context, &caller, &cid).await?;
        // What isn't a developer's to say stays as it is, which somebody else may change meanwhile.
        let acting = caller.acting_if(&request, &seen).based_on(&known)?;
        let details = body.clone().into_details(known.metadata.clone())?;
        let details = ClientDetails { trusted: stays_trusted(&known, &details), ..details };
        check_grants(&details, Some(&known))?;
        check_addresses(context, &caller, &details).await?;
        let server = regular_server(context, &caller, &known.server_id).await?;
        let details = decided(&request, &caller, &server, details, Some(&known)).await?;
        match client::change(&acting, &cid, details, secret.clone()).await {
            Err(DomainError::PreconditionFailed { .. }) if tries.next().is_some() => {}
            changed => {
                let changed = changed?;
                let version = changed.version(&context.store)?;
                return Ok(Tagged { reply: JsonReply(shown(context, &changed)?), version });
            }
        }
    }
}

/// Delete a client of the caller's
///
/// Its tokens are no longer honoured here.
#[dropshot::endpoint { method = DELETE, path = "/api/developer/{tid}/clients/{cid}", tags = ["developer"] }]
async fn delete_client_for_developer(
    request: Request<Context>,
    caller: Caller<Develop>,
    path: Path<ClientPath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    own(request.context(), &caller, &path.0.cid).await?;
    count(request.context(), &caller).await?;
    client::remove(&caller.acting_if(&request, &seen), &path.0.cid).await?;
    Ok(NoContent)
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let request = json!({
        "client_name": "My app", "authorization_server_id": "default", "redirect_uris": ["https://app.example/callback"], "scopes": ["openid", "email"]
    });
    let mut client = example();
    for (member, value) in [
        ("client_name", json!("My app")),
        ("client_secret", json!("the-secret-that-only-the-developer-has")),
        ("developer_id", json!("ada")),
        ("grant_types", json!(["authorization_code"])),
        ("response_types", json!(["code"])),
        ("redirect_uris", json!(["https://app.example/callback"])),
        ("scopes", json!(["openid", "email"])),
        ("scope", json!("openid email")),
    ] {
        client[member] = value;
    }
    let mut listed = client.clone();
    listed["client_secret"] = json!("");
    surface.register(list_clients_for_developer).errors(&[404]).response_example(json!({"clients": [listed]}));
    surface
        .register(create_client_for_developer)
        .errors(&[404, 409, 422])
        .body_required()
        .request_example(request.clone())
        .response_example(client.clone());
    surface.register(get_client_for_developer).errors(&[404]).response_example(client.clone());
    surface
        .register(update_client_for_developer)
        .errors(&[400, 404, 422])
        .request_example(request)
        .response_example(client);
    surface.register(delete_client_for_developer).errors(&[400, 404]);
}

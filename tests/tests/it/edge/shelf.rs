//! A toy surface over real rows, for real callers: what operations with preconditions and idempotency keys look like, and some that wait and fail.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use authplane::api::acp::DIALECT;
use authplane::api::acp::error::AcpError;
use authplane::caller::{Api, Caller, Permission};
use authplane::context::Context;
use authplane::edge::front::{Front, Observation, Observer};
use authplane::edge::listener::Bounds;
use authplane::edge::{
    Body, Created, IdempotencyKey, IfMatch, JsonReply, Listener, NoContent, Path, Rejection, Request, Surface, Tagged,
    endpoint as dropshot,
};
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::service::{self, NewService, Service, ServiceChanges};
use authplane_domain::clients::client;
use authplane_domain::storage::row::Row as _;
use authplane_tests::{Tenant, TestServer};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

/// The handler of a service that is called `slow` says that it has begun,
pub(super) static ENTERED: Notify = Notify::const_new();
/// and waits for this.
pub(super) static GATE: Notify = Notify::const_new();

/// Of a family that two authorization servers issue tokens for.
struct Shelf;

impl Permission for Shelf {
    const API: Api = Api::Logto;
    const SCOPES: &'static [&'static str] = &["resources:write"];
}

#[derive(Debug, Deserialize, JsonSchema)]
struct TenantPath {
    /// A tenant.
    #[expect(dead_code, reason = "the caller is asked for it")]
    tid: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ThingPath {
    /// A tenant.
    #[expect(dead_code, reason = "the caller is asked for it")]
    tid: String,
    /// The thing.
    id: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Named {
    /// What it is called.
    name: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Shown {
    /// Its id.
    id: String,
    /// What it is called.
    name: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct NewSecret {
    /// It is shown here only.
    secret: String,
}

fn shown(service: &Service) -> Shown {
    Shown { id: service.id.clone(), name: service.name.clone() }
}

/// Shows a service.
#[dropshot::endpoint { method = GET, path = "/toy/{tid}/services/{id}", tags = ["toy"] }]
async fn show(
    request: Request<Context>,
    caller: Caller<Shelf>,
    path: Path<ThingPath>,
) -> Result<Tagged<JsonReply<Shown>>, AcpError> {
    let found = service::find(&request.context().store, caller.tenant(), &path.0.id).await?;
    let found = found.ok_or(Rejection::NotFound)?;
    Ok(Tagged { reply: JsonReply(shown(&found)), version: found.version(&request.context().store)? })
}

/// Makes a service.
#[dropshot::endpoint { method = POST, path = "/toy/{tid}/services", tags = ["toy"] }]
async fn make(
    request: Request<Context>,
    caller: Caller<Shelf>,
    _path: Path<TenantPath>,
    seen: IfMatch,
    _once: IdempotencyKey,
    body: Body<Named>,
) -> Result<Tagged<Created<Shown>>, AcpError> {
    let name = body.into_inner().name;
    match name.as_str() {
        "slow" => {
            ENTERED.notify_one();
            GATE.notified().await;
        }
        "failing" => return Err(Rejection::unavailable("failing").into()),
        _ => {}
    }
    let new = NewService { server_id: DEFAULT.to_owned(), name, ..NewService::default() };
    let loses_its_answer = new.name == "lost";
    let made = service::create(&caller.acting_if(&request, &seen), new).await?;
    if loses_its_answer {
        return Err(Rejection::unavailable("the connection broke at the commit").into());
    }
    Ok(Tagged { reply: Created(shown(&made)), version: made.version(&request.context().store)? })
}

/// Renames a service.
#[dropshot::endpoint { method = PUT, path = "/toy/{tid}/services/{id}", tags = ["toy"] }]
async fn rename(
    request: Request<Context>,
    caller: Caller<Shelf>,
    path: Path<ThingPath>,
    seen: IfMatch,
    _once: IdempotencyKey,
    body: Body<Named>,
) -> Result<Tagged<JsonReply<Shown>>, AcpError> {
    let changes = ServiceChanges { name: Some(body.into_inner().name), ..ServiceChanges::default() };
    let changed = service::change(&caller.acting_if(&request, &seen), &path.0.id, changes).await?;
    Ok(Tagged { reply: JsonReply(shown(&changed)), version: changed.version(&request.context().store)? })
}

/// Removes a service.
#[dropshot::endpoint { method = DELETE, path = "/toy/{tid}/services/{id}", tags = ["toy"] }]
async fn remove(
    request: Request<Context>,
    caller: Caller<Shelf>,
    path: Path<ThingPath>,
    seen: IfMatch,
) -> Result<NoContent, AcpError> {
    service::remove(&caller.acting_if(&request, &seen), &path.0.id).await?;
    Ok(NoContent)
}

/// Gives a client another secret.
#[dropshot::endpoint { method = POST, path = "/toy/{tid}/clients/{id}/secret", tags = ["toy"] }]
async fn renew_secret(
    request: Request<Context>,
    caller: Caller<Shelf>,
    path: Path<ThingPath>,
    _once: IdempotencyKey,
) -> Result<JsonReply<NewSecret>, AcpError> {
    let secret = client::set_secret(&caller.acting(&request), &path.0.id, None).await?;
    Ok(JsonReply(NewSecret { secret }))
}

struct Nobody;

impl Observer for Nobody {
    fn observe(&self, _observation: &Observation<'_>) {}
}

/// The toy at one replica.
pub(super) struct Replica {
    address: SocketAddr,
    client: reqwest::Client,
    context: Context,
    // Dropping it closes the listener.
    listener: Listener,
}

impl Replica {
    pub(super) fn beside(server: &TestServer) -> Self {
        let mut surface = Surface::new(DIALECT);
        surface.register(show).errors(&[404]);
        surface.register(make).errors(&[422, 503]);
        surface.register(rename).errors(&[404, 422]);
        surface.register(remove).errors(&[404]);
        surface.register(renew_secret).errors(&[404, 422]);
        let context = Arc::clone(server.context());
        let deadline = Duration::from_secs(20);
        let front = Front::new(Arc::clone(&context), vec![surface], DIALECT, Arc::new(Nobody), deadline).unwrap();
        let front = Arc::new(front);
        let listener = Listener::start(front, ([127, 0, 0, 1], 0).into(), Bounds::default()).unwrap();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        Self { address: listener.address(), client, context, listener }
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// A call with the administrator's token, unless it gets another one. `{tid}` in the path is the tenant.
    pub(super) fn call(&self, tenant: &Tenant, method: &str, path: &str, token: &str) -> reqwest::RequestBuilder {
        let path = path.replace("{tid}", &tenant.id);
        let url = format!("http://{}/toy/{path}", self.address);
        self.client.request(method.parse().unwrap(), url).bearer_auth(token)
    }

    pub(super) fn connections(&self) -> usize {
        self.listener.connections()
    }

    /// How many services of this name the tenant has.
    pub(super) async fn count(&self, tenant: &Tenant, name: &str) -> usize {
        let services =
            service::list_of_server(&self.context.store, ServerKey { tenant: &tenant.id, id: DEFAULT }).await.unwrap();
        services.items.iter().filter(|service| service.name == name).count()
    }
}

//! A row with what hangs on it, and all of a tenant.

use std::collections::HashMap;
use std::future::Future;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{AccessMode, DatabaseTransaction, EntityTrait, IsolationLevel, QueryFilter, TransactionTrait};

use crate::catalogue::api::Api;
use crate::catalogue::authorization_server::AuthorizationServer;
use crate::catalogue::claim::Claim;
use crate::catalogue::gateway::Gateway;
use crate::catalogue::policy::Policy;
use crate::catalogue::scope::Scope;
use crate::catalogue::service::Service;
use crate::catalogue::specification;
use crate::clients::api_client::ApiClient;
use crate::clients::client::{self, Client};
use crate::clients::role::{self, Role};
use crate::installation::first_start;
use crate::installation::tenant::key::{self as tenant_key, TenantKey};
use crate::installation::tenant::{self, Tenant};
use crate::privacy::consent::Consent;
use crate::privacy::consent_action::ConsentAction;
use crate::storage::row::Row;
use crate::storage::store::Backend;
use crate::tokens::signing_key::{self, KeyRow};
use crate::{Error, Result, Store};

/// The kinds of things that a dump holds, in the order in which they are brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The tenant itself.
    Tenant,
    /// Policies.
    Policy,
    /// Consents.
    Consent,
    /// Actions that ask for consents.
    ConsentAction,
    /// Authorization servers.
    Server,
    /// Services.
    Service,
    /// Scopes, of services and without.
    Scope,
    /// Roles.
    Role,
    /// Clients.
    Client,
    /// Gateways.
    Gateway,
    /// Claims.
    Claim,
    /// APIs.
    Api,
    /// API clients.
    ApiClient,
}

impl Kind {
    /// What one of them is called in errors and in the audit log.
    #[must_use]
    pub fn thing(self) -> &'static str {
        match self {
            Self::Tenant => "tenant",
            Self::Policy => Policy::THING,
            Self::Consent => Consent::THING,
            Self::ConsentAction => ConsentAction::THING,
            Self::Server => AuthorizationServer::THING,
            Self::Service => Service::THING,
            Self::Scope => Scope::THING,
            Self::Client => Client::THING,
            Self::Gateway => Gateway::THING,
            Self::Claim => Claim::THING,
            Self::Api => Api::THING,
            Self::Role => Role::THING,
            Self::ApiClient => ApiClient::THING,
        }
    }
}

/// A row with what hangs on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole<R, H = ()> {
    /// The row.
    pub row: R,
    /// What hangs on it.
    pub hanging: H,
}

/// A thing of any kind.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is what it is called")]
pub enum Thing {
    /// With its own keys.
    Tenant(Box<Whole<Tenant, Vec<TenantKey>>>),
    /// With the service whose specification made it.
    Policy(Box<Whole<Policy, Option<String>>>),
    Consent(Box<Whole<Consent>>),
    ConsentAction(Box<Whole<ConsentAction>>),
    /// With its keys, the oldest first.
    Server(Box<Whole<AuthorizationServer, Vec<KeyRow>>>),
    Service(Box<Whole<Service>>),
    Scope(Box<Whole<Scope>>),
    /// With the ids of the scopes that it may have, in their order.
    Client(Box<Whole<Client, Vec<String>>>),
    Gateway(Box<Whole<Gateway>>),
    Claim(Box<Whole<Claim>>),
    Api(Box<Whole<Api>>),
    /// With the names of the scopes that it gives, in their order.
    Role(Box<Whole<Role, Vec<String>>>),
    ApiClient(Box<Whole<ApiClient>>),
}

impl Thing {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Tenant(_) => Kind::Tenant,
            Self::Policy(_) => Kind::Policy,
            Self::Consent(_) => Kind::Consent,
            Self::ConsentAction(_) => Kind::ConsentAction,
            Self::Server(_) => Kind::Server,
            Self::Service(_) => Kind::Service,
            Self::Scope(_) => Kind::Scope,
            Self::Client(_) => Kind::Client,
            Self::Gateway(_) => Kind::Gateway,
            Self::Claim(_) => Kind::Claim,
            Self::Api(_) => Kind::Api,
            Self::Role(_) => Kind::Role,
            Self::ApiClient(_) => Kind::ApiClient,
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Tenant(whole) => &whole.row.id,
            Self::Policy(whole) => &whole.row.id,
            Self::Consent(whole) => &whole.row.id,
            Self::ConsentAction(whole) => &whole.row.id,
            Self::Server(whole) => &whole.row.id,
            Self::Service(whole) => &whole.row.id,
            Self::Scope(whole) => &whole.row.id,
            Self::Client(whole) => &whole.row.id,
            Self::Gateway(whole) => &whole.row.id,
            Self::Claim(whole) => &whole.row.id,
            Self::Api(whole) => &whole.row.id,
            Self::Role(whole) => &whole.row.id,
            Self::ApiClient(whole) => &whole.row.id,
        }
    }
}

/// A row that a dump holds.
pub(super) trait Configured: Row {
    /// What hangs on one.
    type Hanging: Clone + Default + PartialEq + Send + Sync;

    const KIND: Kind;

    /// When it was made.
    fn made_at(&self) -> DateTime<Utc>;

    fn into_thing(whole: Whole<Self, Self::Hanging>) -> Thing;

    /// Reads what hangs on these rows: a fixed number of statements, however many they are. May complete the rows themselves.
    fn whole(
        _connection: &DatabaseTransaction,
        _tenant: &str,
        rows: Vec<Self>,
    ) -> impl Future<Output = Result<Vec<Whole<Self, Self::Hanging>>>> + Send {
        async { Ok(rows.into_iter().map(|row| Whole { row, hanging: Self::Hanging::default() }).collect()) }
    }
}

impl Configured for Policy {
    type Hanging = Option<String>;
    const KIND: Kind = Kind::Policy;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self, Self::Hanging>) -> Thing {
        Thing::Policy(Box::new(whole))
    }

    async fn whole(
        connection: &DatabaseTransaction,
        tenant: &str,
        rows: Vec<Self>,
    ) -> Result<Vec<Whole<Self, Self::Hanging>>> {
        let mut made_by = specification::services_of_policies(connection, tenant).await?;
        Ok(rows.into_iter().map(|row| Whole { hanging: made_by.remove(&row.id), row }).collect())
    }
}

impl Configured for AuthorizationServer {
    type Hanging = Vec<KeyRow>;
    const KIND: Kind = Kind::Server;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self, Self::Hanging>) -> Thing {
        Thing::Server(Box::new(whole))
    }

    async fn whole(
        connection: &DatabaseTransaction,
        tenant: &str,
        rows: Vec<Self>,
    ) -> Result<Vec<Whole<Self, Self::Hanging>>> {
        let mut of_server: HashMap<String, Vec<KeyRow>> = HashMap::new();
        for key in signing_key::of_tenant(connection, tenant).await? {
            of_server.entry(key.server_id.clone()).or_default().push(key);
        }
        Ok(rows.into_iter().map(|row| Whole { hanging: of_server.remove(&row.id).unwrap_or_default(), row }).collect())
    }
}

impl Configured for Client {
    type Hanging = Vec<String>;
    const KIND: Kind = Kind::Client;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self, Self::Hanging>) -> Thing {
        Thing::Client(Box::new(whole))
    }

    async fn whole(
        connection: &DatabaseTransaction,
        tenant: &str,
        rows: Vec<Self>,
    ) -> Result<Vec<Whole<Self, Self::Hanging>>> {
        let whole = client::whole_with_scope_ids(connection, tenant, rows).await?;
        Ok(whole.into_iter().map(|(row, hanging)| Whole { row, hanging }).collect())
    }
}

impl Configured for Consent {
    type Hanging = ();
    const KIND: Kind = Kind::Consent;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self>) -> Thing {
        Thing::Consent(Box::new(whole))
    }
}

impl Configured for ConsentAction {
    type Hanging = ();
    const KIND: Kind = Kind::ConsentAction;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self>) -> Thing {
        Thing::ConsentAction(Box::new(whole))
    }
}

impl Configured for Service {
    type Hanging = ();
    const KIND: Kind = Kind::Service;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self>) -> Thing {
        Thing::Service(Box::new(whole))
    }
}

impl Configured for Scope {
    type Hanging = ();
    const KIND: Kind = Kind::Scope;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self>) -> Thing {
        Thing::Scope(Box::new(whole))
    }
}

impl Configured for Gateway {
    type Hanging = ();
    const KIND: Kind = Kind::Gateway;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self>) -> Thing {
        Thing::Gateway(Box::new(whole))
    }
}

impl Configured for Claim {
    type Hanging = ();
    const KIND: Kind = Kind::Claim;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self>) -> Thing {
        Thing::Claim(Box::new(whole))
    }
}

impl Configured for Api {
    type Hanging = ();
    const KIND: Kind = Kind::Api;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self>) -> Thing {
        Thing::Api(Box::new(whole))
    }
}

impl Configured for Role {
    type Hanging = Vec<String>;
    const KIND: Kind = Kind::Role;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self, Self::Hanging>) -> Thing {
        Thing::Role(Box::new(whole))
    }

    async fn whole(
        connection: &DatabaseTransaction,
        tenant: &str,
        rows: Vec<Self>,
    ) -> Result<Vec<Whole<Self, Self::Hanging>>> {
        let whole = role::with_scopes(connection, tenant, rows).await?;
        Ok(whole.into_iter().map(|(row, hanging)| Whole { row, hanging }).collect())
    }
}

impl Configured for ApiClient {
    type Hanging = ();
    const KIND: Kind = Kind::ApiClient;

    fn made_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    fn into_thing(whole: Whole<Self>) -> Thing {
        Thing::ApiClient(Box::new(whole))
    }
}

/// Everything that is configured in a tenant, as it is at one moment: kind by kind, each in the order of ids. The clients that administer the installation
/// are not among them: they are this installation's.
///
/// # Errors
/// [`Error::NotFound`] for an unknown tenant; [`Error::Unavailable`] without database.
pub async fn read(store: &Store, tenant: &str) -> Result<Vec<Thing>> {
    let moment = moment(store).await?;
    let things = read_in(&moment, tenant).await?;
    moment.rollback().await?;
    Ok(things)
}

/// What the database holds now, whatever is written meanwhile.
async fn moment(store: &Store) -> Result<DatabaseTransaction> {
    let (isolation, access) = match store.backend() {
        Backend::PostgreSql => (Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)),
        Backend::Sqlite => (None, None),
    };
    Ok(store.reader().begin_with_config(isolation, access).await?)
}

/// As [`read`], in a transaction that is open.
pub(super) async fn read_in(connection: &DatabaseTransaction, tenant: &str) -> Result<Vec<Thing>> {
    let row = tenant::find_in(connection, tenant).await?.ok_or_else(|| Error::not_found("tenant", tenant))?;
    let keys = tenant_key::of_tenant(connection, tenant).await?;
    let mut things = vec![Thing::Tenant(Box::new(Whole { row, hanging: keys }))];
    things.extend(all::<Policy>(connection, tenant).await?);
    things.extend(all::<Consent>(connection, tenant).await?);
    things.extend(all::<ConsentAction>(connection, tenant).await?);
    things.extend(all::<AuthorizationServer>(connection, tenant).await?);
    things.extend(all::<Service>(connection, tenant).await?);
    things.extend(all::<Scope>(connection, tenant).await?);
    things.extend(all::<Role>(connection, tenant).await?);
    let administrators = first_start::administrators_in(connection, tenant).await?;
    let clients = all::<Client>(connection, tenant).await?;
    things.extend(clients.into_iter().filter(|client| !administrators.iter().any(|id| id == client.id())));
    things.extend(all::<Gateway>(connection, tenant).await?);
    things.extend(all::<Claim>(connection, tenant).await?);
    things.extend(all::<Api>(connection, tenant).await?);
    things.extend(all::<ApiClient>(connection, tenant).await?);
    Ok(things)
}

async fn all<R: Configured>(connection: &DatabaseTransaction, tenant: &str) -> Result<Vec<Thing>> {
    let select = <R::Entity as EntityTrait>::find().filter(Expr::col("tenant_id").eq(tenant));
    let mut rows = select.all(connection).await?;
    // By bytes: a database sorts as its locale has it.
    rows.sort_unstable_by(|one, other| one.id().cmp(other.id()));
    Ok(R::whole(connection, tenant, rows).await?.into_iter().map(R::into_thing).collect())
}

//! What a gateway guards: the APIs of the services that name it, and the policies that requests to them must pass.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::Gateway;
use crate::catalogue::api::matcher::{Matched, Matcher};
use crate::catalogue::api::{self, Api};
use crate::catalogue::policy::{self, Policy};
use crate::catalogue::scope::{self, Scope};
use crate::catalogue::service::{self, Service};
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::in_parts::in_order;
use crate::storage::unreadable;
use crate::{Result, Store};

/// What a gateway needs to know is made of these.
pub const AREAS: Area =
    Area::APIS.with(Area::CATALOGUE).with(Area::POLICIES).with(Area::GATEWAYS).with(Area::SERVERS).with(Area::TENANTS);
const OF_GATEWAY: Kind<Guarded> = Kind::new(AREAS).weighing(Guarded::weight);

/// The APIs behind a gateway, found by requests, and their policies. It is made once, and again when any of them has changed.
#[derive(Debug, Default)]
pub struct Guarded {
    apis: Arc<Apis>,
    policies: HashMap<String, Policy>,
}

/// APIs, whatever their policies say.
#[derive(Debug, Default)]
struct Apis {
    matcher: Matcher,
    /// The ids of the services that have some, each once.
    services: Vec<String>,
}

/// The policy of an API, as it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyOfApi<'a> {
    /// It has none.
    None,
    /// It must pass.
    Some(&'a Policy),
    /// It names one that isn't there, or can't be read, which nothing passes.
    Missing,
}

/// All that a gateway needs to know to decide by itself, each list in the order of its creation, and the APIs in theirs.
#[derive(Debug, Default)]
pub struct Configuration {
    /// The services that name it.
    pub services: Vec<Service>,
    /// Their APIs.
    pub apis: Vec<Api>,
    /// The policies that these name, as far as they can be read.
    pub policies: Vec<Policy>,
    /// Their scopes.
    pub scopes: Vec<Scope>,
}

impl Guarded {
    /// That of these APIs, and the policies that there are of those that they name.
    #[must_use]
    pub fn of(apis: impl IntoIterator<Item = Api>, policies: impl IntoIterator<Item = Policy>) -> Self {
        let mut services = BTreeSet::new();
        let noted = apis.into_iter().inspect(|api| {
            if !services.contains(&api.service_id) {
                services.insert(api.service_id.clone());
            }
        });
        let matcher = Matcher::of(noted);
        let apis = Arc::new(Apis { matcher, services: services.into_iter().collect() });
        Self { apis, policies: by_id(policies) }
    }

    /// That of the same APIs, which are shared, and other policies.
    #[must_use]
    pub fn with_policies(&self, policies: impl IntoIterator<Item = Policy>) -> Self {
        Self { apis: Arc::clone(&self.apis), policies: by_id(policies) }
    }

    /// The ids of the services that have APIs.
    #[must_use]
    pub fn services(&self) -> &[String] {
        &self.apis.services
    }

    /// How many APIs there are.
    #[must_use]
    pub fn apis(&self) -> usize {
        self.apis.matcher.len()
    }

    /// All policies, in no order.
    pub fn policies(&self) -> impl Iterator<Item = &Policy> {
        self.policies.values()
    }

    fn weight(&self) -> u64 {
        (self.apis.matcher.len() + self.policies.len()) as u64
    }

    /// The APIs that a request is for. They are several where services have the same method and template: it must be let through by each of them.
    #[must_use]
    pub fn find(&self, method: &str, path: &str) -> Vec<Matched> {
        self.apis.matcher.find_all(method, path)
    }

    /// The APIs with this template, whatever its variables are called. They are several as in [`Guarded::find`].
    #[must_use]
    pub fn find_template(&self, method: &str, template: &str) -> Vec<Matched> {
        self.apis.matcher.find_template(method, template)
    }

    /// What requests to an API must pass.
    #[must_use]
    pub fn policy_of(&self, api: &Api) -> PolicyOfApi<'_> {
        match api.policy_id.as_deref() {
            None => PolicyOfApi::None,
            Some(id) => self.policies.get(id).map_or(PolicyOfApi::Missing, PolicyOfApi::Some),
        }
    }
}

fn by_id(policies: impl IntoIterator<Item = Policy>) -> HashMap<String, Policy> {
    policies.into_iter().map(|policy| (policy.id.clone(), policy)).collect()
}

/// What a gateway guards, as the database had it when its last notification came.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn of_gateway(store: &Store, gateway: &Gateway) -> Result<Arc<Guarded>> {
    let tenant = gateway.tenant_id.as_str();
    store.cached(Freshness::Notified, tenant, OF_GATEWAY, &gateway.id, || load(store, gateway)).await
}

async fn load(store: &Store, gateway: &Gateway) -> Result<Guarded> {
    let apis = apis(store, gateway).await?;
    Ok(Guarded::of(apis, policies(store, gateway).await?))
}

/// All that a gateway needs to know, as it is now.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn configuration(store: &Store, gateway: &Gateway) -> Result<Configuration> {
    let tenant = gateway.tenant_id.as_str();
    let services = service::Entity::find()
        .filter(service::Column::TenantId.eq(tenant))
        .filter(service::Column::GatewayId.eq(&gateway.id))
        .order_by_asc(service::Column::CreatedAt)
        .order_by_asc(service::Column::Id);
    let scopes = scope::Entity::find()
        .filter(scope::Column::TenantId.eq(tenant))
        .filter(scope::Column::ServiceId.in_subquery(services_of(gateway)))
        .order_by_asc(scope::Column::CreatedAt)
        .order_by_asc(scope::Column::Id);
    Ok(Configuration {
        services: unreadable::all(store, store.reader(), services).await?,
        apis: apis(store, gateway).await?,
        policies: policies(store, gateway).await?,
        scopes: unreadable::all(store, store.reader(), scopes).await?,
    })
}

/// By one statement, and so as they were at one moment: see `api::matcher`.
async fn apis(store: &Store, gateway: &Gateway) -> Result<Vec<Api>> {
    let apis = api::Entity::find()
        .filter(api::Column::TenantId.eq(&gateway.tenant_id))
        .filter(api::Column::ServiceId.in_subquery(services_of(gateway)));
    unreadable::all(store, store.reader(), in_order::<Api>(apis)).await
}

async fn policies(store: &Store, gateway: &Gateway) -> Result<Vec<Policy>> {
    let tenant = gateway.tenant_id.as_str();
    let mut named = Query::select();
    named
        .column(api::Column::PolicyId)
        .from(api::Entity)
        .and_where(api::Column::TenantId.eq(tenant))
        .and_where(api::Column::ServiceId.in_subquery(services_of(gateway)));
    let policies = policy::Entity::find()
        .filter(policy::Column::TenantId.eq(tenant))
        .filter(policy::Column::Id.in_subquery(named))
        .order_by_asc(policy::Column::CreatedAt)
        .order_by_asc(policy::Column::Id);
    unreadable::all(store, store.reader(), policies).await
}

/// The ids of its services.
pub(super) fn services_of(gateway: &Gateway) -> SelectStatement {
    let mut services = Query::select();
    services
        .column(service::Column::Id)
        .from(service::Entity)
        .and_where(service::Column::TenantId.eq(&gateway.tenant_id))
        .and_where(service::Column::GatewayId.eq(&gateway.id));
    services
}

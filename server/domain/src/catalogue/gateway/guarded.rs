//! What a gateway guards: the APIs of the services that name it, and the policies that requests to them must pass.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::Gateway;
use crate::catalogue::api::matcher::{Matched, Matcher};
use crate::catalogue::api::{self, Api};
use crate::catalogue::policy::{self, Policy};
use crate::catalogue::service;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::in_parts::in_order;
use crate::storage::unreadable;
use crate::{Result, Store};

const AREAS: Area =
    Area::APIS.with(Area::CATALOGUE).with(Area::POLICIES).with(Area::GATEWAYS).with(Area::SERVERS).with(Area::TENANTS);
const OF_GATEWAY: Kind<Guarded> = Kind::new(AREAS).weighing(Guarded::weight);

/// The APIs behind a gateway, found by requests, and their policies. It is made once, and again when any of them has changed.
#[derive(Debug, Default)]
pub struct Guarded {
    matcher: Matcher,
    policies: HashMap<String, Policy>,
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

impl Guarded {
    fn weight(&self) -> u64 {
        (self.matcher.len() + self.policies.len()) as u64
    }

    /// The APIs that a request is for. They are several where services have the same method and template: it must be let through by each of them.
    #[must_use]
    pub fn find(&self, method: &str, path: &str) -> Vec<Matched> {
        self.matcher.find_all(method, path)
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

/// What a gateway guards, as the database had it when its last notification came.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn of_gateway(store: &Store, gateway: &Gateway) -> Result<Arc<Guarded>> {
    let tenant = gateway.tenant_id.as_str();
    store.cached(Freshness::Notified, tenant, OF_GATEWAY, &gateway.id, || load(store, gateway)).await
}

async fn load(store: &Store, gateway: &Gateway) -> Result<Guarded> {
    let tenant = gateway.tenant_id.as_str();
    let behind = || api::Column::ServiceId.in_subquery(services_of(gateway));
    let apis = api::Entity::find().filter(api::Column::TenantId.eq(tenant)).filter(behind());
    // By one statement, and so as they were at one moment: see `api::matcher`.
    let apis: Vec<Api> = unreadable::all(store, store.reader(), in_order::<Api>(apis)).await?;
    let mut named = Query::select();
    named
        .column(api::Column::PolicyId)
        .from(api::Entity)
        .and_where(api::Column::TenantId.eq(tenant))
        .and_where(behind());
    let policies = policy::Entity::find()
        .filter(policy::Column::TenantId.eq(tenant))
        .filter(policy::Column::Id.in_subquery(named));
    let policies = unreadable::all(store, store.reader(), policies).await?;
    Ok(Guarded {
        matcher: Matcher::of(apis),
        policies: policies.into_iter().map(|policy| (policy.id.clone(), policy)).collect(),
    })
}

/// The ids of its services.
fn services_of(gateway: &Gateway) -> SelectStatement {
    let mut services = Query::select();
    services
        .column(service::Column::Id)
        .from(service::Entity)
        .and_where(service::Column::TenantId.eq(&gateway.tenant_id))
        .and_where(service::Column::GatewayId.eq(&gateway.id));
    services
}

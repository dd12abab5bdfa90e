//! What may be done at the services behind a gateway: their scopes, each with the policy that users must pass to have it.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::sea_query::{Condition, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::Gateway;
use super::guarded::services_of;
use crate::catalogue::policy::{self, Policy};
use crate::catalogue::scope::{self, Scope};
use crate::catalogue::service::{self, Service};
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::unreadable;
use crate::{Result, Store};

const AREAS: Area = Area::CATALOGUE.with(Area::POLICIES).with(Area::GATEWAYS).with(Area::SERVERS).with(Area::TENANTS);
const OF_GATEWAY: Kind<GuardedScopes> = Kind::new(AREAS).weighing(GuardedScopes::weight);

/// The scopes behind a gateway, by their services' names and ids, and their policies. It is made once, and again when any of them has changed.
#[derive(Debug, Default)]
pub struct GuardedScopes {
    /// Ids of the services that a name, or an id, stands for.
    services: HashMap<String, Vec<String>>,
    /// By service and name, the ids of policies.
    scopes: HashMap<(String, String), Option<String>>,
    policies: HashMap<String, Policy>,
}

/// The policy of a scope, as it is asked about what somebody wants to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyOfScope<'a> {
    /// It has none, so nothing says who may.
    None,
    /// It must pass.
    Some(&'a Policy),
    /// It names one that isn't there, or can't be read, which nothing passes.
    Missing,
}

impl GuardedScopes {
    fn weight(&self) -> u64 {
        (self.services.len() + self.scopes.len() + self.policies.len()) as u64
    }

    /// What has to be passed for a scope of a service, which is named or called by its id. There are several where several services are called so: each must be
    /// passed. There is none where a service has no such scope, or there is no such service.
    #[must_use]
    pub fn find(&self, service: &str, scope: &str) -> Vec<PolicyOfScope<'_>> {
        let Some(services) = self.services.get(service) else { return Vec::new() };
        let policy_of = |service: &String| {
            Some(match self.scopes.get(&(service.clone(), scope.to_owned()))?.as_deref() {
                None => PolicyOfScope::None,
                Some(id) => self.policies.get(id).map_or(PolicyOfScope::Missing, PolicyOfScope::Some),
            })
        };
        // Where one of them has no such scope, nothing says that it may be done there.
        services.iter().map(policy_of).collect::<Option<Vec<_>>>().unwrap_or_default()
    }
}

/// The scopes behind a gateway, as the database had them when its last notification came.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn of_gateway(store: &Store, gateway: &Gateway) -> Result<Arc<GuardedScopes>> {
    let tenant = gateway.tenant_id.as_str();
    store.cached(Freshness::Notified, tenant, OF_GATEWAY, &gateway.id, || load(store, gateway)).await
}

async fn load(store: &Store, gateway: &Gateway) -> Result<GuardedScopes> {
    let tenant = gateway.tenant_id.as_str();
    let services = service::Entity::find()
        .filter(service::Column::TenantId.eq(tenant))
        .filter(service::Column::GatewayId.eq(&gateway.id));
    let services: Vec<Service> = unreadable::all(store, store.reader(), services).await?;
    let behind = Condition::all()
        .add(scope::Column::TenantId.eq(tenant))
        .add(scope::Column::ServiceId.in_subquery(services_of(gateway)));
    let scopes: Vec<Scope> =
        unreadable::all(store, store.reader(), scope::Entity::find().filter(behind.clone())).await?;
    let named = Query::select().column(scope::Column::UserPolicyId).from(scope::Entity).cond_where(behind).to_owned();
    let policies = policy::Entity::find()
        .filter(policy::Column::TenantId.eq(tenant))
        .filter(policy::Column::Id.in_subquery(named));
    let policies: Vec<Policy> = unreadable::all(store, store.reader(), policies).await?;
    let mut guarded = GuardedScopes::default();
    for Service { id, name, .. } in services {
        guarded.services.entry(name).or_default().push(id.clone());
        let by_id = guarded.services.entry(id.clone()).or_default();
        if !by_id.contains(&id) {
            by_id.push(id);
        }
    }
    guarded.scopes =
        scopes.into_iter().filter_map(|scope| Some(((scope.service_id?, scope.name), scope.user_policy_id))).collect();
    guarded.policies = policies.into_iter().map(|policy| (policy.id.clone(), policy)).collect();
    Ok(guarded)
}

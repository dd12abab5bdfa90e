//! Specifications: OpenAPI documents that say which APIs a service has, which scopes, and which policies stand before its APIs.
//!
//! An import puts what the document says in the place of what the service had, in one transaction:
//!
//! - **APIs** are the operations, in their order. One whose method and template stay keeps its id, and whatever an administrator set on it since the last
//!   import, unless the document says something else than it did then and says it of this API.
//! - **Scopes** are those of the security schemes. What the service, or a built-in service of its server, has by that name stays as it is; none is removed.
//! - **Policies** are those of `x-policies`. Those of the last import go, unless something else uses them by now; what has such an id already stays as it is,
//!   and so does what somebody changed since.
//!
//! So a document that is imported again changes nothing. From then on the service's APIs aren't made or removed by hand ([`api`](super::api)), until the
//! specification is removed.

mod document;
mod policies;
mod replacement;
mod wanted;

use std::collections::HashMap;

use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use self::policies::Policies;
pub(super) use self::policies::disown as disown_policy;
pub(crate) use self::policies::{own as own_policies, services as services_of_policies};
use self::replacement::Replacement;
pub use self::wanted::Specification;
use self::wanted::WantedScope;
use crate::catalogue::api::{self, Api};
use crate::catalogue::policy::Policy;
use crate::catalogue::scope::{self, Scope};
use crate::catalogue::server_key::ServerKey;
use crate::catalogue::service::{self, Service};
use crate::identifier;
use crate::installation::acting::Acting;
use crate::installation::tenant;
use crate::storage::row;
use crate::storage::store::Transaction;
use crate::storage::unreadable;
use crate::{Error, Result};

const THING: &str = "specification";

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The APIs that the service has now, with those that it keeps.
    pub created_apis: Vec<Api>,
    /// Those that it had, with those that it keeps.
    pub removed_apis: Vec<Api>,
    /// The policies that the document brought along, with those that are as the last import made them.
    pub created_policies: Vec<Policy>,
    /// Those that the last import made and nothing else uses, with those that are made again.
    pub removed_policies: Vec<Policy>,
    /// Those that the last import made and something else uses, or that stay anyway ([`OldPolicies::Stay`]).
    pub not_removed_policies: Vec<Policy>,
    /// Those that have ids which the document's have, and stay as they are.
    pub ignored_policies: Vec<Policy>,
    /// The scopes that the document brought along.
    pub created_scopes: Vec<Scope>,
    /// Those that have names which the document's have, and stay as they are.
    pub ignored_scopes: Vec<Scope>,
}

/// What becomes of the policies that the last import made and nothing uses any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldPolicies {
    /// They go.
    Go,
    /// They stay, since whoever imports may not write policies.
    Stay,
}

/// Imports a specification into a service.
///
/// # Errors
/// [`Error::NotFound`] for the service; [`Error::Refused`] (`built_in`); [`Error::Invalid`] for a policy that isn't there, at its place in the document;
/// [`Error::Conflict`] for an `id` of a policy that is taken meanwhile; [`Error::Unavailable`] without database.
pub async fn import(
    acting: &Acting,
    service_id: &str,
    specification: Specification,
    old: OldPolicies,
) -> Result<Imported> {
    let Specification { apis: wanted, scopes, policies } = specification;
    let transaction = acting.begin().await?;
    // In the order in which all lock who lock several: who removes a policy waits here, and who makes an API of this service waits for it.
    tenant::lock(&transaction).await?;
    let before: Service = row::locked(&transaction, service_id).await?;
    if before.system {
        return Err(Error::refused("built_in", "a built-in service has no APIs"));
    }
    let had = Had::of(&transaction, service_id).await?;
    let apis = Replacement::of(&transaction, &before, &had, wanted)?;
    let policies = Policies::replaced(&transaction, service_id, &apis.after, policies, old).await?;
    policies.check_named(&transaction, &apis).await?;
    let (created_scopes, ignored_scopes) = make_scopes(&transaction, &before, scopes).await?;
    policies.write_new(&transaction, service_id).await?;
    apis.write(&transaction, &had).await?;
    policies.remove_old(&transaction).await?;
    let after = Service { with_specification: true, ..before.clone() };
    if after != before {
        row::replace(&transaction, &before, &after).await?;
    }
    transaction.commit().await?;
    Ok(Imported {
        created_apis: apis.after,
        removed_apis: had.apis,
        created_policies: policies.created,
        removed_policies: policies.removed,
        not_removed_policies: policies.not_removed,
        ignored_policies: policies.ignored,
        created_scopes,
        ignored_scopes,
    })
}

/// Removes the specification of a service with its APIs, and the policies that it brought along unless something else uses them. Its scopes stay, and the
/// service has no gateway any more.
///
/// # Errors
/// [`Error::NotFound`] for the service, and for one that has no specification (`specification`); [`Error::Invalid`] (`sid`) for a built-in one;
/// [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, service_id: &str, old: OldPolicies) -> Result<Imported> {
    let transaction = acting.begin().await?;
    tenant::lock(&transaction).await?;
    let before: Service = row::locked(&transaction, service_id).await?;
    if before.system {
        return Err(Error::invalid("sid", "is a built-in service, which has no specification"));
    }
    if !before.with_specification {
        return Err(Error::not_found(THING, service_id));
    }
    row::check_precondition(&transaction, &before)?;
    let had = Had::of(&transaction, service_id).await?;
    let apis = Replacement::of(&transaction, &before, &had, Vec::new())?;
    let policies = Policies::replaced(&transaction, service_id, &apis.after, Vec::new(), old).await?;
    apis.write(&transaction, &had).await?;
    policies.remove_old(&transaction).await?;
    policies.forget_all(&transaction, service_id).await?;
    let after = Service { with_specification: false, gateway_id: None, ..before.clone() };
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(Imported {
        removed_apis: had.apis,
        removed_policies: policies.removed,
        not_removed_policies: policies.not_removed,
        ..Imported::default()
    })
}

/// The APIs of a service before an import, which nobody else changes meanwhile.
struct Had {
    /// Those that can be read, in the order of their positions.
    apis: Vec<Api>,
    /// The ids of all.
    ids: Vec<String>,
}

impl Had {
    async fn of(transaction: &Transaction, service_id: &str) -> Result<Self> {
        let of_service = Condition::all()
            .add(api::Column::TenantId.eq(transaction.tenant()))
            .add(api::Column::ServiceId.eq(service_id));
        let ids = api::Entity::find().select_only().column(api::Column::Id).filter(of_service.clone());
        let ids = ids.lock_exclusive().into_tuple().all(&**transaction).await?;
        let select = api::Entity::find()
            .filter(of_service)
            .order_by_asc(api::Column::Position)
            .order_by_asc(api::Column::CreatedAt)
            .order_by_asc(api::Column::Id);
        let apis = unreadable::all(transaction.store(), &**transaction, select).await?;
        Ok(Self { apis, ids })
    }
}

/// Makes the scopes that aren't there. Gives those that were made, and those that were there.
async fn make_scopes(
    transaction: &Transaction,
    service: &Service,
    wanted: Vec<WantedScope>,
) -> Result<(Vec<Scope>, Vec<Scope>)> {
    let store = transaction.store();
    let names: Vec<&str> = wanted.iter().map(|scope| scope.name.as_str()).collect();
    let server = ServerKey { tenant: transaction.tenant(), id: &service.server_id };
    // A second `openid` beside the one of OpenID Connect would mean something else to whoever is asked for it.
    let mut services = service::built_in_of_server(&**transaction, server).await?;
    services.push(service.id.clone());
    let mut known: HashMap<String, Scope> = HashMap::new();
    for scope in scope::rows_of_services(&**transaction, server, &services, &names).await? {
        known.entry(scope.name.clone()).or_insert(scope);
    }
    let (mut created, mut ignored) = (Vec::new(), Vec::new());
    for WantedScope { name, description } in wanted {
        if let Some(known) = known.remove(&name) {
            ignored.push(known);
            continue;
        }
        let scope = Scope {
            tenant_id: transaction.tenant().to_owned(),
            id: identifier::xid(store.environment())?,
            server_id: service.server_id.clone(),
            service_id: Some(service.id.clone()),
            display_name: String::new(),
            description: Some(description).filter(|text| !text.is_empty()),
            developer_policy_id: None,
            user_policy_id: None,
            created_at: store.created_at(),
            name,
        };
        row::insert(transaction, &scope).await?;
        created.push(scope);
    }
    Ok((created, ignored))
}

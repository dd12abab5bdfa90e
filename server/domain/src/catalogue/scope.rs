//! Scopes: what can be asked for on a service, or on a server where no service claims them.

use std::collections::HashMap;
use std::iter;
use std::sync::Arc;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, Order, QueryFilter, QueryOrder};

pub use self::entity::Model as Scope;
pub(crate) use self::entity::{Column, Entity};
use crate::catalogue::server_key::ServerKey;
use crate::catalogue::service::{self, Service};
use crate::catalogue::{authorization_server, control_surface, policy};
use crate::identifier::IdForm;
use crate::installation::acting::Acting;
use crate::sign_in::consent;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::page::{self, Page, Window};
use crate::storage::row::{self, Row};
use crate::storage::search::{Field, Search};
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, validate};

const THING: &str = "scope";
/// For how many names one statement asks: whoever sends a request may choose them.
const NAMES_AT_ONCE: usize = 64;
/// Removing a service or a server takes its scopes along.
const AREAS: Area = Area::CATALOGUE.with(Area::SERVERS).with(Area::TENANTS);
const BY_ID: Kind<Scope> = Kind::new(AREAS);
const OF_SERVER: Kind<Vec<ScopeWithService>> = Kind::new(AREAS).weighing(|scopes| scopes.len() as u64);
const BY_NAME: Kind<Vec<Scope>> = Kind::new(AREAS).weighing(|scopes| scopes.len() as u64);
const PAGE: Kind<Page<Scope>> = Kind::new(AREAS).weighing(Page::weight);
const ORDER: [(Column, Order); 2] = [(Column::CreatedAt, Order::Asc), (Column::Id, Order::Asc)];

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    /// Something that can be asked for.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "scopes")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The authorization server that grants it.
        pub server_id: String,
        /// The service it belongs to.
        pub service_id: Option<String>,
        /// What requests and tokens hold (RFC 6749 §3.3). Unique within the service, or among those of a server without service.
        pub name: String,
        /// For the consent page; may be empty.
        pub display_name: String,
        /// For people.
        pub description: Option<String>,
        /// The policy that a client must pass to get it assigned.
        pub developer_policy_id: Option<String>,
        /// The policy that a user must pass to grant it.
        pub user_policy_id: Option<String>,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Scope {
    /// Does whoever has it open the control surface, or the tokens of other clients? By whose it is, whatever it is called.
    #[must_use]
    pub fn opens_installation(&self) -> bool {
        self.service_id.as_deref().is_some_and(|service| control_surface::opens_installation(service, &self.server_id))
    }
}

impl Row for Scope {
    const THING: &'static str = THING;
    const AREA: Area = Area::CATALOGUE;

    fn parent(&self) -> (&'static str, &str) {
        ("service", self.service_id.as_deref().unwrap_or_default())
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn unique(&self) -> Vec<(&'static str, &str)> {
        vec![("name", &self.name)]
    }
}

/// A scope and the service it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeWithService {
    /// The scope.
    pub scope: Scope,
    /// Its service, if one claims it.
    pub service: Option<Service>,
}

/// What a new scope is made of.
#[derive(Clone, Debug, Default)]
pub struct NewScope {
    /// Made when absent.
    pub id: Option<String>,
    /// The form of an id that is made.
    pub id_form: IdForm,
    /// The server that grants it.
    pub server_id: String,
    /// A service of that server.
    pub service_id: Option<String>,
    /// Not empty, without white space.
    pub name: String,
    /// May be empty.
    pub display_name: String,
    /// For people.
    pub description: Option<String>,
    /// A policy of the tenant.
    pub developer_policy_id: Option<String>,
    /// A policy of the tenant.
    pub user_policy_id: Option<String>,
}

/// What changes of a scope; `None` leaves a field as it is, `Some(None)` empties it.
#[derive(Clone, Debug, Default)]
pub struct ScopeChanges {
    /// Not empty, without white space.
    pub name: Option<String>,
    /// May be empty.
    pub display_name: Option<String>,
    /// For people.
    pub description: Option<Option<String>>,
    /// A service of the same server.
    pub service_id: Option<Option<String>>,
    /// A policy of the tenant.
    pub developer_policy_id: Option<Option<String>>,
    /// A policy of the tenant.
    pub user_policy_id: Option<Option<String>>,
}

/// One scope.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Arc<Scope>>> {
    row::find_cached(store, Freshness::Exact, tenant, BY_ID, id).await
}

/// The scopes of a server in creation order, each with its service; none for an unknown server.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list_of_server(store: &Store, server: ServerKey<'_>) -> Result<Arc<Vec<ScopeWithService>>> {
    store
        .cached(Freshness::Exact, server.tenant, OF_SERVER, server.id, || async {
            // The services last: a scope that was read has its service among them, unless both were removed since.
            let scopes = rows_of_server(store, server).await?;
            let services = service::list_of_server(store, server).await?;
            let services: HashMap<&str, &Service> =
                services.items.iter().map(|service| (service.id.as_str(), service)).collect();
            let with_service = |scope: Scope| {
                let service = scope.service_id.as_deref().and_then(|id| services.get(id).copied().cloned());
                ScopeWithService { scope, service }
            };
            Ok(scopes.into_iter().map(with_service).collect())
        })
        .await
}

/// The scopes of a server that have one of these names, for paths that every token takes. Several services may have scopes of one name. What
/// it costs depends on the names, however many scopes the server has; it is one statement for the usual number of names.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn of_server_by_name<'a>(
    store: &Store,
    server: ServerKey<'_>,
    names: &[&'a str],
) -> Result<HashMap<&'a str, Arc<Vec<Scope>>>> {
    // Whoever may ask for an authorization chooses them: what can't be a name can't be found.
    let mut names: Vec<&str> = names.iter().copied().filter(|name| validate::name("name", name).is_ok()).collect();
    names.sort_unstable();
    names.dedup();
    // No name has white space.
    let keys: Vec<String> = names.iter().map(|name| format!("{} {name}", server.id)).collect();
    let load = async |missing: Vec<usize>| {
        let wanted: Vec<&str> = missing.into_iter().map(|index| names[index]).collect();
        let mut by_name: HashMap<String, Vec<Scope>> = HashMap::new();
        for scope in rows_of_names(store.reader(), server, &wanted).await? {
            by_name.entry(scope.name.clone()).or_default().push(scope);
        }
        Ok(wanted.into_iter().map(|name| by_name.remove(name)).collect())
    };
    let found = store.cached_options(Freshness::Notified, server.tenant, BY_NAME, &keys, load).await?;
    Ok(names.into_iter().zip(found).filter_map(|(name, scopes)| Some((name, scopes?))).collect())
}

/// The scopes of a server that have one of these names, in creation order.
pub(crate) async fn rows_of_names(
    connection: &impl ConnectionTrait,
    server: ServerKey<'_>,
    names: &[&str],
) -> Result<Vec<Scope>> {
    rows_where(connection, server, names, Condition::all()).await
}

/// Of those the ones that are of these services. However many services share the names, few rows are read.
pub(crate) async fn rows_of_services(
    connection: &impl ConnectionTrait,
    server: ServerKey<'_>,
    services: &[String],
    names: &[&str],
) -> Result<Vec<Scope>> {
    let of_services = Column::ServiceId.is_in(services.iter().map(String::as_str));
    rows_where(connection, server, names, Condition::all().add(of_services)).await
}

async fn rows_where(
    connection: &impl ConnectionTrait,
    server: ServerKey<'_>,
    names: &[&str],
    condition: Condition,
) -> Result<Vec<Scope>> {
    let mut scopes = Vec::new();
    for names in names.chunks(NAMES_AT_ONCE) {
        // Each text of a statement stays prepared on each connection: so that there are few, the last name stands several times.
        let padded =
            names.iter().chain(iter::repeat_n(names.last(), names.len().next_power_of_two() - names.len()).flatten());
        let select = Entity::find()
            .filter(Column::TenantId.eq(server.tenant))
            .filter(Column::ServerId.eq(server.id))
            .filter(Column::Name.is_in(padded.copied()))
            .filter(condition.clone());
        // Asked to sort, `SQLite` would take the index that has the order and walk all scopes of the server.
        scopes.extend(select.all(connection).await?);
    }
    scopes.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
    Ok(scopes)
}

/// A part of the scopes of a service that `search` finds, or of all of them, in creation order; none for an unknown service.
///
/// # Errors
/// [`Error::Invalid`] (field `search`) for a search that can't be done; [`Error::Unavailable`] without database.
pub async fn page_of_service(
    store: &Store,
    tenant: &str,
    service_id: &str,
    window: Option<Window>,
    search: Option<&Search>,
) -> Result<Arc<Page<Scope>>> {
    if !validate::is_plausible_id(service_id) {
        return Ok(Arc::new(Page { items: Vec::new(), total: 0 }));
    }
    let select = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::ServiceId.eq(service_id));
    if let Some(search) = search {
        let condition = search.condition(
            store.backend(),
            &[
                (Field::Id, Expr::col(Column::Id)),
                (Field::Name, Expr::col(Column::Name)),
                (Field::Description, Expr::col(Column::Description)),
            ],
        )?;
        // What people type is hardly ever asked twice: it isn't kept.
        return Ok(Arc::new(page::load(store, store.searcher(), select.filter(condition), &ORDER, window).await?));
    }
    let key = match window {
        Some(Window { limit, offset }) => format!("{service_id} {limit} {offset}"),
        None => service_id.to_owned(),
    };
    store
        .cached(Freshness::Exact, tenant, PAGE, &key, || page::load(store, store.reader(), select, &ORDER, window))
        .await
}

/// The scopes of the named services, or of every service of a server, in creation order within each.
pub(crate) async fn by_service(
    store: &Store,
    server: ServerKey<'_>,
    service_ids: Option<Vec<&str>>,
) -> Result<HashMap<String, Vec<Scope>>> {
    let select = Entity::find().filter(Column::TenantId.eq(server.tenant));
    let select = match service_ids {
        Some(ids) if ids.is_empty() => return Ok(HashMap::new()),
        // Without the server, by whose index `SQLite` would rather go.
        Some(ids) => select.filter(Column::ServiceId.is_in(ids)),
        None => select.filter(Column::ServerId.eq(server.id)),
    };
    let mut by_service: HashMap<String, Vec<Scope>> = HashMap::new();
    for scope in select.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).all(store.reader()).await? {
        if let Some(service_id) = &scope.service_id {
            by_service.entry(service_id.clone()).or_default().push(scope);
        }
    }
    Ok(by_service)
}

/// Makes a scope.
///
/// # Errors
/// [`Error::Invalid`] for a field; [`Error::NotFound`] for an unknown server, or a service that this server doesn't have;
/// [`Error::Refused`] (`management_api`, `built_in`) for a service of the control surface; [`Error::Invalid`] for an unknown policy;
/// [`Error::Conflict`] for an `id` or `name` that is taken; [`Error::Unavailable`] without database.
pub async fn create(acting: &Acting, new: NewScope) -> Result<Scope> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let NewScope {
        id,
        id_form,
        server_id,
        service_id,
        name,
        display_name,
        description,
        developer_policy_id,
        user_policy_id,
    } = new;
    let id = id.map_or_else(|| id_form.id(store.environment()), Ok)?;
    validate::id("id", &id)?;
    check(Some(&name), Some(&display_name), description.as_deref())?;
    if authorization_server::find(store, tenant, &server_id).await?.is_none() {
        return Err(Error::not_found("authorization_server", server_id));
    }
    if let Some(service_id) = &service_id {
        may_add(store, ServerKey { tenant, id: &server_id }, service_id).await?;
    }
    check_policies(store, tenant, developer_policy_id.as_deref(), user_policy_id.as_deref()).await?;
    let scope = Scope {
        tenant_id: tenant.to_owned(),
        id,
        server_id,
        service_id,
        name,
        display_name,
        description,
        developer_policy_id,
        user_policy_id,
        created_at: store.created_at(),
    };
    row::create(acting, &scope).await?;
    Ok(scope)
}

/// Changes a scope. Of a built-in service's scopes only texts and policies change, of the control surface's nothing.
///
/// # Errors
/// [`Error::NotFound`] for the scope; [`Error::Refused`] (`management_api`, `built_in`); [`Error::Invalid`] for a field or an unknown
/// policy; [`Error::NotFound`] for a service that its server doesn't have; [`Error::Conflict`] for a `name` that is taken;
/// [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, id: &str, changes: ScopeChanges) -> Result<Scope> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let ScopeChanges { name, display_name, description, service_id, developer_policy_id, user_policy_id } = changes;
    let current = find(store, tenant, id).await?.ok_or_else(|| Error::not_found(THING, id))?;
    let moves_to =
        service_id.as_ref().and_then(Option::as_deref).filter(|to| current.service_id.as_deref() != Some(to));
    if let Some(to) = moves_to {
        may_add(store, ServerKey { tenant, id: &current.server_id }, to).await?;
    }
    let transaction = acting.begin().await?;
    let before: Scope = row::locked(&transaction, id).await?;
    let service = service_of(&transaction, &before).await?;
    refuse_if_fixed(service.as_ref())?;
    check(name.as_deref(), display_name.as_deref(), description.as_ref().and_then(Option::as_deref))?;
    let after = Scope {
        name: name.unwrap_or_else(|| before.name.clone()),
        display_name: display_name.unwrap_or_else(|| before.display_name.clone()),
        description: description.unwrap_or_else(|| before.description.clone()),
        service_id: service_id.unwrap_or_else(|| before.service_id.clone()),
        developer_policy_id: developer_policy_id.unwrap_or_else(|| before.developer_policy_id.clone()),
        user_policy_id: user_policy_id.unwrap_or_else(|| before.user_policy_id.clone()),
        ..before.clone()
    };
    if after == before {
        return Ok(before);
    }
    let identity_changes = after.name != before.name || after.service_id != before.service_id;
    if identity_changes && service.is_some_and(|service| service.system) {
        return Err(Error::refused("built_in", "a built-in service's scopes keep their names and their place"));
    }
    if after.developer_policy_id != before.developer_policy_id || after.user_policy_id != before.user_policy_id {
        let policies = (after.developer_policy_id.as_deref(), after.user_policy_id.as_deref());
        policy::check_all(&*transaction, tenant, [("developer_policy_id", policies.0), ("user_policy_id", policies.1)])
            .await?;
    }
    row::replace(&transaction, &before, &after).await?;
    if identity_changes {
        // Nobody was asked for what it is from now on.
        consent::forget_scope(&transaction, id).await?;
    }
    transaction.commit().await?;
    Ok(after)
}

/// Removes a scope, also from the clients that may have it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`management_api`, `built_in`); [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    let transaction = acting.begin().await?;
    let before: Scope = row::locked(&transaction, id).await?;
    let service = service_of(&transaction, &before).await?;
    refuse_if_fixed(service.as_ref())?;
    if service.is_some_and(|service| service.system) {
        return Err(Error::refused("built_in", "a built-in service's scopes can't be removed"));
    }
    row::remove(&transaction, &before).await?;
    transaction.commit().await
}

async fn rows_of_server(store: &Store, server: ServerKey<'_>) -> Result<Vec<Scope>> {
    Ok(Entity::find()
        .filter(Column::TenantId.eq(server.tenant))
        .filter(Column::ServerId.eq(server.id))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(store.reader())
        .await?)
}

async fn service_of(transaction: &Transaction, scope: &Scope) -> Result<Option<Service>> {
    let Some(service_id) = &scope.service_id else { return Ok(None) };
    row::find(&**transaction, transaction.tenant(), service_id).await
}

async fn may_add(store: &Store, server: ServerKey<'_>, service_id: &str) -> Result<()> {
    let service =
        service::find(store, server.tenant, service_id).await?.filter(|service| service.server_id == server.id);
    let service = service.ok_or_else(|| Error::not_found("service", service_id))?;
    refuse_if_fixed(Some(&service))
}

/// Whether nothing of the scopes of a service changes, because they open this installation.
pub(crate) fn is_fixed(service: &Service) -> bool {
    refuse_if_fixed(Some(service)).is_err()
}

fn refuse_if_fixed(service: Option<&Service>) -> Result<()> {
    let Some(service) = service else { return Ok(()) };
    service.refuse_if_management_api()?;
    if service.is_control_surface() {
        return Err(Error::refused("built_in", "the scopes of the control surface can't be changed"));
    }
    Ok(())
}

async fn check_policies(store: &Store, tenant: &str, developer: Option<&str>, user: Option<&str>) -> Result<()> {
    let named = [("developer_policy_id", developer), ("user_policy_id", user)];
    if named.iter().all(|(_, id)| id.is_none()) {
        return Ok(());
    }
    policy::check_all(store.reader(), tenant, named).await
}

/// RFC 6749 §3.3 has names of printable ASCII without `"` and `\`; Logto's and ACP's may be any text that a space doesn't cut.
pub(crate) fn check(name: Option<&str>, display_name: Option<&str>, description: Option<&str>) -> Result<()> {
    if let Some(name) = name {
        validate::name("name", name)?;
        if name.contains(char::is_whitespace) {
            return Err(Error::invalid("name", "must not hold white space"));
        }
    }
    display_name.map_or(Ok(()), |text| validate::text("display_name", text))?;
    description.map_or(Ok(()), |text| validate::text("description", text))
}

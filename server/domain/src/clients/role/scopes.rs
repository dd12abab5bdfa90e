//! The scopes that roles give.

use std::collections::{BTreeSet, HashMap, HashSet};

use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, InsertMany, IntoActiveModel, Order, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};

use super::{INTERNAL_ADMIN, MOST_SCOPES, PRIVX_ADMIN, Role, RoleType, locked, refuse_if_fixed};
use crate::catalogue::authorization_server::DEFAULT;
use crate::catalogue::control_surface::FULL_SCOPE;
use crate::catalogue::scope::{self, Scope, ScopeWithService};
use crate::catalogue::service::{self, LOCAL_USER_STORE, MANAGEMENT_API, Service};
use crate::clients::client;
use crate::installation::acting::Acting;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::links::LinkTable;
use crate::storage::page::{self, Page, Window};
use crate::storage::parts::parts;
use crate::storage::row::{self, Row as _};
use crate::storage::search::{Field, Search};
use crate::storage::store::Transaction;
use crate::{Error, Result, Store};

/// What the built-in roles give: role, service, name of the scope.
const BUILT_IN: [(&str, &str, &str); 2] =
    [(INTERNAL_ADMIN, MANAGEMENT_API, FULL_SCOPE), (PRIVX_ADMIN, LOCAL_USER_STORE, "apiClientsManage")];

/// Whether each role gives what opens the installation.
const OPENS: Kind<bool> = Kind::new(Area::ROLES.with(Area::CATALOGUE).with(Area::SERVERS).with(Area::TENANTS));

/// Where they stand.
pub(crate) const SCOPES_OF_ROLES: LinkTable = LinkTable { name: "role_scopes", holder: "role_id", held: "scope_id" };

/// Which scopes a role gives.
#[expect(
    unreachable_pub,
    clippy::struct_field_names,
    reason = "sea-orm derives public items, which can't be made of private ones; columns are named by their tables"
)]
pub(crate) mod link {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "role_scopes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub role_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub scope_id: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A part of the scopes that a role gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleScopes {
    /// Which part of them; all without.
    pub window: Option<Window>,
    /// Those that are found.
    pub search: Search,
}

/// The scopes that a role gives, each with its service, in their creation order; none for an unknown role.
///
/// # Errors
/// [`Error::Invalid`] (field `search`) for a search that can't be done; [`Error::Unavailable`] without database.
pub async fn scopes_of(
    store: &Store,
    tenant: &str,
    role_id: &str,
    wanted: &RoleScopes,
) -> Result<Page<ScopeWithService>> {
    let select = scope::Entity::find()
        .filter(scope::Column::TenantId.eq(tenant))
        .filter(scope::Column::Id.in_subquery(ids_given(tenant, link::Column::RoleId.eq(role_id))));
    let select = select.filter(wanted.search.condition(
        store.backend(),
        &[
            (Field::Id, Expr::col(scope::Column::Id)),
            (Field::Name, Expr::col(scope::Column::Name)),
            (Field::Description, Expr::col(scope::Column::Description)),
        ],
    )?);
    let order = [(scope::Column::CreatedAt, Order::Asc), (scope::Column::Id, Order::Asc)];
    let connection = if wanted.search.terms.is_empty() { store.reader() } else { store.searcher() };
    let found = page::load(store, connection, select, &order, wanted.window).await?;
    let services = services_of(store.reader(), tenant, &found.items).await?;
    Ok(found.map(|scope| {
        let service = scope.service_id.as_ref().and_then(|id| services.get(id).cloned());
        ScopeWithService { scope, service }
    }))
}

/// Would whoever has one of these roles open the control surface, or the tokens of other clients?
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn opens_installation(store: &Store, tenant: &str, role_ids: &[String]) -> Result<bool> {
    if role_ids.is_empty() {
        return Ok(false);
    }
    // Whoever lists applications asks this of each.
    let load = async |missing: Vec<usize>| {
        let missing: Vec<&String> = missing.into_iter().map(|index| &role_ids[index]).collect();
        let of_roles = link::Column::RoleId.is_in(missing.iter().copied());
        let scopes = given(store.reader(), tenant, of_roles.clone()).await?;
        let opening: HashSet<&str> =
            scopes.iter().filter(|scope| scope.opens_installation()).map(|scope| scope.id.as_str()).collect();
        let mut links = Vec::new();
        if !opening.is_empty() {
            let select = link::Entity::find().filter(link::Column::TenantId.eq(tenant)).filter(of_roles);
            links = select.all(store.reader()).await?;
        }
        let opens = |role: &String| links.iter().any(|link| link.role_id == *role && opening.contains(&*link.scope_id));
        Ok(missing.into_iter().map(|role| Some(opens(role))).collect())
    };
    let opening = store.cached_options(Freshness::Notified, tenant, OPENS, role_ids, load).await?;
    Ok(opening.into_iter().flatten().any(|opens| *opens))
}

/// Does one of these scopes open more than its API?
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn any_opens_installation(store: &Store, tenant: &str, scope_ids: &[String]) -> Result<bool> {
    for part in parts(scope_ids) {
        let select = scope::Entity::find().filter(scope::Column::TenantId.eq(tenant));
        if select.filter(scope::Column::Id.is_in(part)).all(store.reader()).await?.iter().any(Scope::opens_installation)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The scopes of these ids, in creation order, where a role of this type can give them: those of API resources.
pub(super) async fn that_can_be_given(
    connection: &impl ConnectionTrait,
    tenant: &str,
    role_type: RoleType,
    ids: &[String],
) -> Result<Vec<Scope>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    check_number(ids.len())?;
    let wanted: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
    let wanted: Vec<&str> = wanted.into_iter().collect();
    let mut scopes = Vec::new();
    for part in parts(&wanted) {
        let select = scope::Entity::find()
            .filter(scope::Column::TenantId.eq(tenant))
            .filter(scope::Column::Id.is_in(part.iter().copied()));
        scopes.extend(select.all(connection).await?);
    }
    let services = services_of(connection, tenant, &scopes).await?;
    scopes.retain(|scope| {
        let service = scope.service_id.as_ref().and_then(|id| services.get(id));
        service.is_some_and(|service| service.server_id == DEFAULT && (!service.system || service.is_management_api()))
    });
    if let Some(unknown) = ids.iter().find(|id| !scopes.iter().any(|scope| scope.id == **id)) {
        return Err(Error::not_found("scope", unknown));
    }
    if role_type == RoleType::User && scopes.iter().any(Scope::opens_installation) {
        return Err(Error::refused("opens_installation", "a role of users can't give scopes of the management API"));
    }
    scopes.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
    Ok(scopes)
}

fn check_number(scopes: usize) -> Result<()> {
    if scopes > MOST_SCOPES {
        return Err(Error::invalid("scopeIds", format!("a role gives at most {MOST_SCOPES} scopes")));
    }
    Ok(())
}

async fn services_of(
    connection: &impl ConnectionTrait,
    tenant: &str,
    scopes: &[Scope],
) -> Result<HashMap<String, Service>> {
    let ids: HashSet<&str> = scopes.iter().filter_map(|scope| scope.service_id.as_deref()).collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    let mut services = HashMap::new();
    for part in parts(&ids) {
        let select = service::Entity::find()
            .filter(service::Column::TenantId.eq(tenant))
            .filter(service::Column::Id.is_in(part.iter().copied()));
        services.extend(select.all(connection).await?.into_iter().map(|service| (service.id.clone(), service)));
    }
    Ok(services)
}

/// Lets a role give these scopes too.
///
/// # Errors
/// [`Error::NotFound`] for the role or a scope; [`Error::Refused`] (`internal_role`, `opens_installation`, `held` for one that it gives);
/// [`Error::Invalid`] (field `scopeIds`) for too many; [`Error::Unavailable`] without database.
pub async fn add_scopes(acting: &Acting, role_id: &str, ids: &[String]) -> Result<Role> {
    let transaction = acting.begin().await?;
    let before = locked(&transaction, role_id).await?;
    refuse_if_fixed(&before)?;
    if let Some(known) = ids.iter().find(|id| before.scopes.contains(id)) {
        return Err(Error::refused("held", format!("the role gives the scope {known:?}")));
    }
    let given = that_can_be_given(&*transaction, transaction.tenant(), before.role_type, ids).await?;
    let mut after = before.clone();
    after.scopes.extend(given.into_iter().map(|scope| scope.id));
    check_number(after.scopes.len())?;
    let after = replace(&transaction, &before, after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// Lets a role give a scope no longer.
///
/// # Errors
/// [`Error::NotFound`] for the role; [`Error::Refused`] (`internal_role`, `not_held` for a scope that it doesn't give); [`Error::Unavailable`] without database.
pub async fn remove_scope(acting: &Acting, role_id: &str, scope_id: &str) -> Result<Role> {
    let transaction = acting.begin().await?;
    let before = locked(&transaction, role_id).await?;
    if !before.scopes.iter().any(|id| id == scope_id) {
        return Err(Error::refused("not_held", format!("the role doesn't give a scope {scope_id:?}")));
    }
    refuse_if_fixed(&before)?;
    let mut after = before.clone();
    after.scopes.retain(|id| id != scope_id);
    let after = replace(&transaction, &before, after).await?;
    transaction.commit().await?;
    Ok(after)
}

async fn replace(transaction: &Transaction, before: &Role, after: Role) -> Result<Role> {
    SCOPES_OF_ROLES.replace(transaction, &[(&after.id, &after.scopes)]).await?;
    let after = super::whole(&**transaction, after).await?;
    row::replace(transaction, before, &after).await?;
    Ok(after)
}

/// The rows that link a role to its scopes; `None` without scopes.
pub(super) fn insertion(role: &Role) -> Option<InsertMany<link::ActiveModel>> {
    let links = role.scopes.iter().map(|scope_id| {
        let tenant_id = role.tenant_id.clone();
        link::Model { tenant_id, role_id: role.id.clone(), scope_id: scope_id.clone() }.into_active_model()
    });
    (!role.scopes.is_empty()).then(|| link::Entity::insert_many(links))
}

/// Roles that were read, with the ids of their scopes, and the names of these: two statements for some hundreds of them.
pub(crate) async fn with_scopes(
    connection: &impl ConnectionTrait,
    tenant: &str,
    rows: Vec<Role>,
) -> Result<Vec<(Role, Vec<String>)>> {
    let mut whole = Vec::with_capacity(rows.len());
    for part in parts(&rows) {
        let of_part = link::Column::RoleId.is_in(part.iter().map(|role| role.id.as_str()));
        let links = link::Entity::find().filter(link::Column::TenantId.eq(tenant)).filter(of_part.clone());
        let mut roles: HashMap<String, Vec<String>> = HashMap::new();
        for link in links.all(connection).await? {
            roles.entry(link.scope_id).or_default().push(link.role_id);
        }
        let scopes = if roles.is_empty() { Vec::new() } else { given(connection, tenant, of_part).await? };
        let mut of_role: HashMap<String, (Vec<String>, Vec<String>)> = HashMap::new();
        for scope in scopes {
            for role in roles.remove(&scope.id).unwrap_or_default() {
                let (ids, names) = of_role.entry(role).or_default();
                ids.push(scope.id.clone());
                names.push(scope.name.clone());
            }
        }
        whole.extend(part.iter().cloned().map(|role| {
            let (scopes, names) = of_role.remove(&role.id).unwrap_or_default();
            (Role { scopes, ..role }, names)
        }));
    }
    Ok(whole)
}

/// The scopes of the links that fit, in creation order.
async fn given(connection: &impl ConnectionTrait, tenant: &str, condition: Expr) -> Result<Vec<Scope>> {
    Ok(scope::Entity::find()
        .filter(scope::Column::TenantId.eq(tenant))
        .filter(scope::Column::Id.in_subquery(ids_given(tenant, condition)))
        .order_by_asc(scope::Column::CreatedAt)
        .order_by_asc(scope::Column::Id)
        .all(connection)
        .await?)
}

/// The scopes that a client has by its roles, in creation order.
pub(crate) async fn of_client(connection: &impl ConnectionTrait, tenant: &str, client_id: &str) -> Result<Vec<Scope>> {
    given(connection, tenant, link::Column::RoleId.in_subquery(client::roles_of(tenant, client_id))).await
}

/// The names of the scopes of this service that these roles give, each once.
pub(crate) async fn names_of_service(
    connection: &impl ConnectionTrait,
    tenant: &str,
    role_ids: &[String],
    service: &str,
) -> Result<Vec<String>> {
    if role_ids.is_empty() {
        return Ok(Vec::new());
    }
    let scopes = given(connection, tenant, link::Column::RoleId.is_in(role_ids)).await?;
    let of_service = scopes.into_iter().filter(|scope| scope.service_id.as_deref() == Some(service));
    Ok(of_service.map(|scope| scope.name).collect())
}

/// The ids of the scopes of the links that fit.
fn ids_given(tenant: &str, condition: Expr) -> SelectStatement {
    link::Entity::find()
        .select_only()
        .column(link::Column::ScopeId)
        .filter(link::Column::TenantId.eq(tenant))
        .filter(condition)
        .into_query()
}

/// Is it what a built-in role is there to give?
pub(crate) fn is_given_by_built_in(scope: &Scope) -> bool {
    let is =
        |(_, service, name): &(&str, &str, &str)| scope.name == *name && scope.service_id.as_deref() == Some(*service);
    BUILT_IN.iter().any(is)
}

/// Lets the built-in roles that there are give what they are there for, of these roles and scopes, which were just made.
pub(crate) async fn link_built_in(
    transaction: &Transaction,
    new_roles: &[String],
    new_scopes: &[String],
) -> Result<()> {
    if new_roles.is_empty() && new_scopes.is_empty() {
        return Ok(());
    }
    let tenant = transaction.tenant();
    let ids = BUILT_IN.map(|(role, ..)| role.to_owned());
    let roles = super::held(transaction, &ids).await?;
    let services = scope::Column::ServiceId.is_in(BUILT_IN.map(|(_, service, _)| service));
    let named = scope::Column::Name.is_in(BUILT_IN.map(|(.., name)| name));
    let scopes = scope::Entity::find().filter(scope::Column::TenantId.eq(tenant)).filter(services).filter(named);
    let scopes = scopes.all(&**transaction).await?;
    let link = |(role, service, name): (&str, &str, &str)| {
        let role = roles.iter().find(|known| known.id == role)?;
        let scope = scopes.iter().find(|scope| scope.name == name && scope.service_id.as_deref() == Some(service))?;
        let is_new = new_roles.contains(&role.id) || new_scopes.contains(&scope.id);
        is_new.then(|| (role.id.clone(), scope.id.clone()))
    };
    let links: Vec<_> = BUILT_IN.into_iter().filter_map(link).collect();
    SCOPES_OF_ROLES.insert(transaction, &links).await
}

/// No role gives the scope any more, since it belongs to no API.
pub(crate) async fn forget_scope(transaction: &Transaction, id: &str) -> Result<()> {
    transaction.touch(Role::AREA);
    let to_it = link::Entity::delete_many().filter(link::Column::TenantId.eq(transaction.tenant()));
    to_it.filter(link::Column::ScopeId.eq(id)).exec(&**transaction).await?;
    Ok(())
}

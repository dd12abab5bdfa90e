//! Roles: named sets of scopes that are given to users, applications and API clients.
//!
//! A role gives scopes by their ids, never by names, and only those of services of the tenant's default authorization server.

mod holders;
mod scopes;

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

pub(crate) use self::entity::{Column, Entity};
pub use self::entity::{Model as Role, RoleType};
pub use self::holders::{FeaturedApplication, Holders, holders};
pub use self::scopes::{RoleScopes, add_scopes, any_opens_installation, opens_installation, remove_scope, scopes_of};
pub(crate) use self::scopes::{
    SCOPES_OF_ROLES, forget_scope, is_given_by_built_in, link_built_in, names_of_service, of_client, with_scopes,
};
use crate::clients::client;
use crate::identifier::IdForm;
use crate::installation::acting::Acting;
use crate::storage::cache::Area;
use crate::storage::page::{self, Page, Window};
use crate::storage::parts::parts;
use crate::storage::row::{self, Row};
use crate::storage::search::{Field, Search};
use crate::storage::store::Transaction;
use crate::storage::unreadable;
use crate::{Error, Result, Store, validate};

const THING: &str = "role";
/// Id of the built-in role of applications that administer through Logto's dialect.
pub const INTERNAL_ADMIN: &str = "internal-admin";
/// Its name.
pub const INTERNAL_ADMIN_NAME: &str = "#internal:admin";
/// What the names of roles begin with that nobody sees in lists, gives or changes.
pub const INTERNAL: &str = "#internal:";
/// Id and name of the built-in role of API clients that administer API clients.
pub const PRIVX_ADMIN: &str = "privx-admin";
const BUILT_IN: [&str; 2] = [INTERNAL_ADMIN, PRIVX_ADMIN];
/// Scopes that a role may give.
pub const MOST_SCOPES: usize = 1_024;

mod entity {
    use schemars::JsonSchema;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    /// Who can have a role.
    #[derive(
        Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, EnumIter, DeriveActiveEnum,
    )]
    #[schemars(rename = "LogtoRoleType")]
    #[sea_orm(rs_type = "String", db_type = "Text")]
    pub enum RoleType {
        /// Users.
        #[default]
        #[sea_orm(string_value = "User")]
        User,
        /// Applications and API clients.
        #[sea_orm(string_value = "MachineToMachine")]
        MachineToMachine,
    }

    /// One role of a tenant.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "roles")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// Unique within the tenant.
        pub name: String,
        /// For people.
        pub description: String,
        /// Who can have it. (`type` in the API.)
        pub role_type: RoleType,
        /// When it was made.
        pub created_at: DateTimeUtc,
        /// Users who are new have it.
        pub is_default: bool,
        /// The ids of the scopes that it gives, in their creation order. Lists leave them out.
        #[sea_orm(ignore)]
        pub scopes: Vec<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for Role {
    const THING: &'static str = THING;
    const AREA: Area = Area::ROLES;

    fn parent(&self) -> (&'static str, &str) {
        ("tenant", &self.tenant_id)
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn unique(&self) -> Vec<(&'static str, &str)> {
        vec![("name", &self.name)]
    }
}

impl Role {
    /// Is it one of those that nobody sees in lists, gives or changes?
    #[must_use]
    pub fn is_internal(&self) -> bool {
        is_internal(&self.name)
    }
}

/// Is a role that is called so internal, in whatever case it is written?
fn is_internal(name: &str) -> bool {
    name.get(..INTERNAL.len()).is_some_and(|start| start.eq_ignore_ascii_case(INTERNAL))
}

fn refuse_if_internal(name: &str) -> Result<()> {
    if is_internal(name) {
        return Err(Error::refused("internal_role", format!("no role that somebody makes begins with {INTERNAL}")));
    }
    Ok(())
}

/// What is built in stays what it is there for, and is found by its id; so do internal ones.
fn refuse_if_fixed(role: &Role) -> Result<()> {
    if role.is_internal() || BUILT_IN.contains(&role.id.as_str()) {
        return Err(Error::refused(
            "internal_role",
            format!("the role {:?} is built in, and can't be changed", role.id),
        ));
    }
    Ok(())
}

/// Which roles are wanted. Internal ones never are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleFilter {
    /// Those for these.
    pub role_type: Option<RoleType>,
    /// Those of this application.
    pub of_application: Option<String>,
    /// Those that this application doesn't have.
    pub without_application: Option<String>,
    /// Those that are found.
    pub search: Search,
}

/// One role, with the ids of its scopes.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Role>> {
    let Some(role) = row::find(store.reader(), tenant, id).await? else { return Ok(None) };
    Ok(Some(whole(store.reader(), role).await?))
}

/// A part of the roles of a tenant in creation order, without the ids of their scopes.
///
/// # Errors
/// [`Error::Invalid`] (field `search`) for a search that can't be done; [`Error::Unavailable`] without database.
pub async fn page(store: &Store, tenant: &str, filter: &RoleFilter, window: Option<Window>) -> Result<Page<Role>> {
    let RoleFilter { role_type, of_application, without_application, search } = filter;
    let is_shown = Expr::expr(Func::lower(Expr::col(Column::Name))).not_like(format!("{INTERNAL}%"));
    let mut select = Entity::find().filter(Column::TenantId.eq(tenant)).filter(is_shown);
    if let Some(role_type) = role_type {
        select = select.filter(Column::RoleType.eq(*role_type));
    }
    if let Some(id) = of_application {
        select = select.filter(Column::Id.in_subquery(client::roles_of(tenant, id)));
    }
    if let Some(id) = without_application {
        select = select.filter(Column::Id.not_in_subquery(client::roles_of(tenant, id)));
    }
    let select = select.filter(search.condition(
        store.backend(),
        &[
            (Field::Id, Expr::col(Column::Id)),
            (Field::Name, Expr::col(Column::Name)),
            (Field::Description, Expr::col(Column::Description)),
        ],
    )?);
    let connection = if search.terms.is_empty() { store.reader() } else { store.searcher() };
    page::load(store, connection, select, &[(Column::CreatedAt, Order::Asc), (Column::Id, Order::Asc)], window).await
}

/// Those of the named roles that exist, in the order of `ids`, without the ids of their scopes.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn named(store: &Store, tenant: &str, ids: &[String]) -> Result<Vec<Role>> {
    let mut found: HashMap<String, Role> = HashMap::new();
    for part in parts(ids) {
        let select = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Id.is_in(part));
        let roles = unreadable::all(store, store.reader(), select).await?;
        found.extend(roles.into_iter().map(|role| (role.id.clone(), role)));
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// What a new role is made of.
#[derive(Clone, Debug, Default)]
pub struct NewRole {
    /// Unique within the tenant.
    pub name: String,
    /// For people.
    pub description: String,
    /// Who can have it; it never changes.
    pub role_type: RoleType,
    /// Users who are new have it.
    pub is_default: bool,
    /// What it gives.
    pub scope_ids: Vec<String>,
}

/// Makes a role.
///
/// # Errors
/// [`Error::Invalid`] for a field; [`Error::Refused`] (`internal_role`) for a name that is one's, (`opens_installation`) for a role of users with such a scope;
/// [`Error::Conflict`] for a name that is taken; [`Error::NotFound`] for an unknown scope; [`Error::Unavailable`] without database.
pub async fn create(acting: &Acting, new: NewRole) -> Result<Role> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let NewRole { name, description, role_type, is_default, scope_ids } = new;
    check(Some(&name), Some(&description))?;
    refuse_if_internal(&name)?;
    let taken = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Name.eq(&name)).one(store.reader());
    if taken.await?.is_some() {
        return Err(Error::Conflict { thing: THING, field: "name", value: name });
    }
    let given = scopes::that_can_be_given(store.reader(), tenant, role_type, &scope_ids).await?;
    let role = Role {
        tenant_id: tenant.to_owned(),
        id: IdForm::Logto.id(store.environment())?,
        name,
        description,
        role_type,
        created_at: store.created_at(),
        is_default,
        scopes: given.into_iter().map(|scope| scope.id).collect(),
    };
    let links = scopes::insertion(&role).map(|rows| rows.build(store.dialect()));
    match row::create_with(acting, &role, links.into_iter().collect()).await {
        Err(gone @ Error::NotFound { .. }) if !role.scopes.is_empty() => {
            // One of them was removed at this moment, or the tenant was.
            scopes::that_can_be_given(store.reader(), tenant, role_type, &scope_ids).await?;
            Err(gone)
        }
        created => created.map(|()| role),
    }
}

/// What changes of a role; `None` leaves a member as it is.
#[derive(Clone, Debug, Default)]
pub struct RoleChanges {
    /// Unique within the tenant.
    pub name: Option<String>,
    /// For people.
    pub description: Option<String>,
    /// Users who are new have it.
    pub default_of_users: Option<bool>,
}

/// Changes what a role is called and whether it is a default one.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field; [`Error::Refused`] (`internal_role`) where it is one, or would be; [`Error::Conflict`] for a name that is
/// taken; [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, id: &str, changes: RoleChanges) -> Result<Role> {
    let RoleChanges { name, description, default_of_users } = changes;
    check(name.as_deref(), description.as_deref())?;
    let transaction = acting.begin().await?;
    let before = locked(&transaction, id).await?;
    let after = Role {
        name: name.unwrap_or_else(|| before.name.clone()),
        description: description.unwrap_or_else(|| before.description.clone()),
        is_default: default_of_users.unwrap_or(before.is_default),
        ..before.clone()
    };
    refuse_if_fixed(&before)?;
    refuse_if_internal(&after.name)?;
    if after != before {
        row::replace(&transaction, &before, &after).await?;
        transaction.commit().await?;
    }
    Ok(after)
}

/// Removes a role. Whoever had it has it no longer.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`internal_role`); [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    let transaction = acting.begin().await?;
    let before = locked(&transaction, id).await?;
    refuse_if_fixed(&before)?;
    row::remove(&transaction, &before).await?;
    transaction.commit().await
}

/// Those of the named roles that there are, which nobody removes before the transaction ends.
pub(super) async fn held(transaction: &Transaction, ids: &[String]) -> Result<Vec<Role>> {
    let select = Entity::find().filter(Column::TenantId.eq(transaction.tenant())).filter(Column::Id.is_in(ids));
    Ok(select.order_by_asc(Column::Id).lock_shared().all(&**transaction).await?)
}

async fn locked(transaction: &Transaction, id: &str) -> Result<Role> {
    whole(&**transaction, row::locked(transaction, id).await?).await
}

/// A role that was read, with the ids of its scopes.
async fn whole(connection: &impl ConnectionTrait, role: Role) -> Result<Role> {
    let tenant = role.tenant_id.clone();
    let whole = with_scopes(connection, &tenant, vec![role]).await?;
    whole.into_iter().next().map(|(role, _)| role).ok_or_else(|| Error::internal("a role was read and is gone"))
}

/// What is wrong with it whatever the tenant has.
///
/// # Errors
/// [`Error::Invalid`] for a field.
pub(crate) fn check(name: Option<&str>, description: Option<&str>) -> Result<()> {
    name.map_or(Ok(()), |name| validate::name("name", name))?;
    description.map_or(Ok(()), |text| validate::text("description", text))
}

//! Which roles a client has. They count as long as it asks for tokens in its own name alone.

use std::collections::{BTreeMap, HashMap};

use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use super::{Client, THING, locked};
use crate::clients::application::ApplicationKind;
use crate::clients::role::{self, Role, RoleType};
use crate::installation::acting::Acting;
use crate::storage::links::LinkTable;
use crate::storage::row::{self, Row as _};
use crate::storage::store::Transaction;
use crate::{Error, Result};

/// Roles that a client may have.
pub const MOST_ROLES: usize = 256;

/// Where they stand.
pub(crate) const ROLES_OF_CLIENTS: LinkTable = LinkTable { name: "client_roles", holder: "client_id", held: "role_id" };

/// Which roles a client has.
#[expect(
    unreachable_pub,
    clippy::struct_field_names,
    reason = "sea-orm derives public items, which can't be made of private ones; columns are named by their tables"
)]
pub(crate) mod link {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "client_roles")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub client_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub role_id: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The ids of the roles of a client.
pub(crate) fn roles_of(tenant: &str, client_id: &str) -> SelectStatement {
    select(tenant, link::Column::RoleId, link::Column::ClientId.eq(client_id))
}

/// The ids of the clients that have a role.
pub(crate) fn with_role(tenant: &str, role_id: &str) -> SelectStatement {
    select(tenant, link::Column::ClientId, link::Column::RoleId.eq(role_id))
}

fn select(tenant: &str, column: link::Column, condition: Expr) -> SelectStatement {
    let links = link::Entity::find().select_only().column(column);
    links.filter(link::Column::TenantId.eq(tenant)).filter(condition).into_query()
}

/// The ids of the roles of the clients that `condition` on the links selects, by client, in their order.
pub(super) async fn of_clients(
    connection: &impl ConnectionTrait,
    tenant: &str,
    condition: Expr,
) -> Result<HashMap<String, Vec<String>>> {
    let links = link::Entity::find().filter(link::Column::TenantId.eq(tenant)).filter(condition);
    let mut of_client: HashMap<String, Vec<String>> = HashMap::new();
    for link in links.order_by_asc(link::Column::RoleId).all(connection).await? {
        of_client.entry(link.client_id).or_default().push(link.role_id);
    }
    Ok(of_client)
}

impl Client {
    pub(super) fn with_roles(self, roles: Vec<String>) -> Self {
        Self { roles, ..self }
    }

    /// Do the roles count that it has? Whoever has users would have them for whatever user came.
    #[must_use]
    pub fn roles_count(&self) -> bool {
        self.kind == ApplicationKind::MachineToMachine
    }
}

/// Gives an application roles besides those that it has.
///
/// # Errors
/// [`Error::NotFound`] for the application or a role; [`Error::Refused`] (`application_type`, `role_type`, `internal_role`, `held` for one
/// that it has); [`Error::Invalid`] (field `roleIds`) for too many; [`Error::Unavailable`] without database.
pub async fn add_roles(acting: &Acting, id: &str, roles: &[String]) -> Result<Client> {
    let transaction = acting.begin().await?;
    let before = application(&transaction, id).await?;
    check_can_have_roles(&before)?;
    if let Some(known) = roles.iter().find(|role| before.roles.contains(role)) {
        return Err(Error::refused("held", format!("the application has the role {known:?}")));
    }
    let mut after = before.roles.clone();
    after.extend(roles_to_give(&transaction, roles).await?);
    let after = replace(&transaction, &before, after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// Gives an application these roles in the place of all that it has.
///
/// # Errors
/// As of [`add_roles`], but for `held`.
pub async fn set_roles(acting: &Acting, id: &str, roles: &[String]) -> Result<Client> {
    let transaction = acting.begin().await?;
    let before = application(&transaction, id).await?;
    check_can_have_roles(&before)?;
    let new: Vec<String> = roles.iter().filter(|role| !before.roles.contains(role)).cloned().collect();
    let mut after: Vec<String> = before.roles.iter().filter(|role| roles.contains(role)).cloned().collect();
    after.extend(roles_to_give(&transaction, &new).await?);
    let after = replace(&transaction, &before, after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// Takes a role from an application.
///
/// # Errors
/// [`Error::NotFound`] for the application; [`Error::Refused`] (`not_held`) for a role that it doesn't have; [`Error::Unavailable`] without database.
pub async fn remove_role(acting: &Acting, id: &str, role_id: &str) -> Result<Client> {
    let transaction = acting.begin().await?;
    let before = application(&transaction, id).await?;
    if !before.roles.iter().any(|role| role == role_id) {
        return Err(Error::refused("not_held", format!("the application doesn't have a role {role_id:?}")));
    }
    let after = before.roles.iter().filter(|role| *role != role_id).cloned().collect();
    let after = replace(&transaction, &before, after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// Gives several applications, as they were seen, a role.
///
/// # Errors
/// [`Error::PreconditionFailed`] where one isn't any more what it was seen as; else as of [`add_roles`].
pub async fn add_role_to(acting: &Acting, role_id: &str, seen: &[Client]) -> Result<()> {
    let transaction = acting.begin().await?;
    let role = roles_to_give(&transaction, &[role_id.to_owned()]).await?;
    // Always in one order: who holds one of them and waits for another may wait for somebody who does the same.
    let seen: BTreeMap<&str, &Client> = seen.iter().map(|client| (client.id.as_str(), client)).collect();
    for (id, seen) in seen {
        let before = application(&transaction, id).await?;
        check_can_have_roles(&before)?;
        if before.version(acting.store())? != seen.version(acting.store())? {
            return Err(Error::PreconditionFailed { thing: THING, id: id.to_owned() });
        }
        if before.roles.iter().any(|known| known == role_id) {
            return Err(Error::refused("held", format!("the application {id:?} has the role")));
        }
        let roles = before.roles.iter().chain(&role).cloned().collect();
        replace(&transaction, &before, roles).await?;
    }
    transaction.commit().await
}

/// Refuses a client whose roles wouldn't count.
///
/// # Errors
/// [`Error::Refused`] (`application_type`).
pub fn check_can_have_roles(client: &Client) -> Result<()> {
    if client.roles_count() {
        return Ok(());
    }
    Err(Error::refused("application_type", "only applications of type MachineToMachine have roles"))
}

/// A locked application.
async fn application(transaction: &Transaction, id: &str) -> Result<Client> {
    let before = locked(transaction, id).await?;
    if !before.is_application() {
        return Err(Error::not_found(THING, id));
    }
    Ok(before)
}

/// The ids of these roles, where an application can be given them. That one isn't for applications is found before that another isn't there (Logto behaviour §7).
async fn roles_to_give(transaction: &Transaction, ids: &[String]) -> Result<Vec<String>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let roles = role::held(transaction, ids).await?;
    if roles.iter().any(|role| role.role_type != RoleType::MachineToMachine) {
        return Err(Error::refused("role_type", "only roles of type MachineToMachine can be given to applications"));
    }
    if let Some(unknown) = ids.iter().find(|id| !roles.iter().any(|role| role.id == **id)) {
        return Err(Error::not_found(Role::THING, unknown));
    }
    if roles.iter().any(Role::is_internal) {
        return Err(Error::refused("internal_role", "an internal role can't be given"));
    }
    Ok(roles.into_iter().map(|role| role.id).collect())
}

/// A locked client with these roles, written.
async fn replace(transaction: &Transaction, before: &Client, mut roles: Vec<String>) -> Result<Client> {
    roles.sort_unstable();
    if roles == before.roles {
        return Ok(before.clone());
    }
    if roles.len() > MOST_ROLES {
        return Err(Error::invalid("roleIds", format!("an application has at most {MOST_ROLES} roles")));
    }
    let limited = before.limited || !roles.is_empty();
    let after = Client { limited, ..before.clone().with_roles(roles) };
    ROLES_OF_CLIENTS.replace(transaction, &[(&after.id, &after.roles)]).await?;
    row::replace(transaction, before, &after).await?;
    Ok(after)
}

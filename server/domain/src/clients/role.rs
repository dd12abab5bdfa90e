//! Roles: named sets of scopes that are given to users, applications and API clients.

use std::sync::Arc;

use sea_orm::Condition;

pub(crate) use self::entity::{Column, Entity};
pub use self::entity::{Model as Role, RoleType};
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::row::{self, Row};
use crate::{Result, Store};

/// Id of the built-in role of applications that administer through Logto's dialect.
pub const INTERNAL_ADMIN: &str = "internal-admin";
/// Its name. Roles whose name begins like it aren't shown.
pub const INTERNAL_ADMIN_NAME: &str = "#internal:admin";
/// Id and name of the built-in role of API clients that administer API clients.
pub const PRIVX_ADMIN: &str = "privx-admin";

const ALL: Kind<Vec<Role>> = Kind::new(Area::ROLES.with(Area::TENANTS)).weighing(|roles| roles.len() as u64);

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    use crate::storage::string_list::StringList;

    /// Who can have a role.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumIter, DeriveActiveEnum)]
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
        /// The names of the scopes it gives.
        #[sea_orm(column_type = "JsonBinary")]
        pub scopes: StringList,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for Role {
    const THING: &'static str = "role";
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

/// The roles of a tenant in creation order.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn list(store: &Store, freshness: Freshness, tenant: &str) -> Result<Arc<Vec<Role>>> {
    let load = || row::list(store, tenant, Condition::all());
    store.cached(freshness, tenant, ALL, "", load).await
}

/// Those of the named roles that exist, in the order of `ids`.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn find_many(store: &Store, freshness: Freshness, tenant: &str, ids: &[String]) -> Result<Vec<Role>> {
    // A tenant has few roles, and what holds their ids is read far more often than they change.
    let roles = list(store, freshness, tenant).await?;
    Ok(ids.iter().filter_map(|id| roles.iter().find(|role| role.id == *id).cloned()).collect())
}

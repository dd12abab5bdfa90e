//! Claims: which parts of what is known about a user go into which tokens.

use std::sync::Arc;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

pub(crate) use self::entity::Entity;
pub use self::entity::{ClaimType, Model as Claim};
use crate::cache::{Area, Freshness, Kind};
use crate::{Result, Store, validate};

const OF_SERVER: Kind<Vec<Claim>> =
    Kind::new("claims", Area::POLICIES.with(Area::SERVERS).with(Area::TENANTS)).weighing(|claims| claims.len() as u64);

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    use crate::string_list::StringList;

    /// The token that a claim goes into. `userinfo` answers those of ID tokens.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumIter, DeriveActiveEnum)]
    #[serde(rename_all = "snake_case")]
    #[sea_orm(rs_type = "String", db_type = "Text")]
    pub enum ClaimType {
        /// ID tokens.
        #[sea_orm(string_value = "id_token")]
        IdToken,
        /// Access tokens.
        #[sea_orm(string_value = "access_token")]
        AccessToken,
    }

    /// One claim of a server.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "claims")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The server whose tokens hold it.
        pub server_id: String,
        /// Its name in the token. Unique within server and type.
        pub name: String,
        /// Path into the authentication context, with dots.
        pub mapping: String,
        /// Which token. (`type` in the API.)
        pub claim_type: ClaimType,
        /// Present when one of these was granted; always when there is none.
        #[sea_orm(column_type = "JsonBinary")]
        pub scopes: StringList,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One claim.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Claim>> {
    if !validate::is_plausible_id(id) {
        return Ok(None);
    }
    Ok(Entity::find_by_id((tenant.to_owned(), id.to_owned())).one(store.reader()).await?)
}

/// The claims of a server in creation order; none for an unknown server.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn list_of_server(
    store: &Store,
    freshness: Freshness,
    tenant: &str,
    server_id: &str,
) -> Result<Arc<Vec<Claim>>> {
    store
        .cached(freshness, tenant, OF_SERVER, server_id, || async {
            Ok(Entity::find()
                .filter(entity::Column::TenantId.eq(tenant))
                .filter(entity::Column::ServerId.eq(server_id))
                .order_by_asc(entity::Column::CreatedAt)
                .order_by_asc(entity::Column::Id)
                .all(store.reader())
                .await?)
        })
        .await
}

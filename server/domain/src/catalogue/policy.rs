//! Policies: lists of validators that must all pass, or texts in a language of policies. Where a policy is used decides what it is asked about.

pub mod cedar;
mod changes;
mod rules;

use std::sync::Arc;

use sea_orm::{Condition, ConnectionTrait};

pub use self::changes::{change, check_rules, consent_member, create, guards_control_surface, remove};
pub(crate) use self::changes::{check, used_by};
pub(crate) use self::entity::{Column, Entity};
pub use self::entity::{Model as Policy, Recovery, Validator};
pub use self::rules::{Language, Program, Rules};
use crate::storage::cache::{Area, Kind};
use crate::storage::row::{self, Row};
use crate::{Error, Freshness, Result, Store, validate};

const THING: &str = "policy";
const BY_ID: Kind<Policy> = Kind::new(Area::POLICIES.with(Area::TENANTS));

mod entity {
    use schemars::JsonSchema;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    use super::Rules;

    /// A check of a policy.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
    #[serde(default)]
    #[schemars(rename = "AcpValidator")]
    pub struct Validator {
        /// Which check it is: of the authentication context (`identity-context`), of consents, of the headers of the request, or one that always or never
        /// passes.
        #[schemars(title = "required, one of: identity-context | consent | header | true | false")]
        pub name: String,
        /// Settings of the check: `fields` of `identity-context` and `header`, each `{field, comparator, value}`; `action` or `consents` of `consent`.
        pub conf: serde_json::Map<String, serde_json::Value>,
        /// What can be done when it fails.
        pub recovery: Vec<Recovery>,
    }

    /// A way to repair a failed check.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
    #[serde(default)]
    #[schemars(rename = "AcpRecovery")]
    pub struct Recovery {
        /// What kind of thing can be done.
        #[serde(rename = "type")]
        #[schemars(title = "required")]
        #[schemars(length(min = 1, max = 512))]
        pub kind: String,
        /// Which thing of that kind.
        #[schemars(title = "required")]
        #[schemars(length(min = 1, max = 512))]
        pub id: String,
    }

    /// One policy of a tenant.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "policies")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// For people. (`policy_name` in the API.)
        pub name: String,
        /// What must be so.
        #[sea_orm(column_name = "validators", column_type = "JsonBinary")]
        #[serde(rename = "validators")]
        pub rules: Rules,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for Policy {
    const THING: &'static str = THING;
    const AREA: Area = Area::POLICIES;

    fn parent(&self) -> (&'static str, &str) {
        ("tenant", &self.tenant_id)
    }

    fn id(&self) -> &str {
        &self.id
    }
}

/// One policy.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Policy>> {
    row::find(store.reader(), tenant, id).await
}

/// One policy, for paths that ask it often.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find_cached(store: &Store, freshness: Freshness, tenant: &str, id: &str) -> Result<Option<Arc<Policy>>> {
    store.cached_option(freshness, tenant, BY_ID, id, || find(store, tenant, id)).await
}

/// The policies of a tenant in creation order.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list(store: &Store, tenant: &str) -> Result<Vec<Policy>> {
    row::list(store, tenant, Condition::all()).await
}

/// [`Error::Invalid`] for the first field that names no policy of the tenant.
pub(crate) async fn check_all(
    connection: &impl ConnectionTrait,
    tenant: &str,
    fields: [(&'static str, Option<&str>); 2],
) -> Result<()> {
    for (field, id) in fields {
        let Some(id) = id else { continue };
        if row::find::<Policy>(connection, tenant, id).await?.is_none() {
            return Err(unknown(field, id));
        }
    }
    Ok(())
}

/// What a field that names no policy of the tenant is told. No more of an id is repeated than one can have.
pub(crate) fn unknown(field: &'static str, id: &str) -> Error {
    let shown = &id[..id.floor_char_boundary(validate::ID_LENGTH)];
    Error::invalid(field, format!("there is no policy {shown:?}"))
}

//! Who has a role, as lists of roles show it: how many, and the first few.

use std::collections::HashMap;

use schemars::JsonSchema;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Query, SelectStatement, UnionType};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use serde::{Deserialize, Serialize};

use crate::clients::application::ApplicationKind;
use crate::clients::client::{self, role_link as link};
use crate::{Result, Store};

/// How many are shown of those who have a role (Logto behaviour §11).
const FEATURED: u64 = 3;

/// An application that has a role, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LogtoFeaturedApplication")]
pub struct FeaturedApplication {
    /// Id of the application.
    pub id: String,
    /// Name of the application, for people.
    pub name: String,
    /// How it gets tokens, and whether it has users.
    #[serde(rename = "type")]
    pub kind: ApplicationKind,
}

/// Who has a role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holders {
    /// How many applications.
    pub applications: u64,
    /// The first three of them by id.
    pub featured_applications: Vec<FeaturedApplication>,
}

/// Who has each of these roles: three statements, however many they are. Of a role that nobody has, nothing is in it.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn holders(store: &Store, tenant: &str, roles: &[&str]) -> Result<HashMap<String, Holders>> {
    let mut holders: HashMap<String, Holders> = HashMap::new();
    if roles.is_empty() {
        return Ok(holders);
    }
    let connection = store.reader();
    let counts: Vec<(String, i64)> = link::Entity::find()
        .select_only()
        .column(link::Column::RoleId)
        .expr_as(Expr::col(Asterisk).count(), "number")
        .filter(link::Column::TenantId.eq(tenant))
        .filter(link::Column::RoleId.is_in(roles.iter().copied()))
        .group_by(link::Column::RoleId)
        .into_tuple()
        .all(connection)
        .await?;
    // Of each role the first few links alone are read.
    let mut featured: Option<SelectStatement> = None;
    for (role, number) in counts {
        let first = first_of(tenant, &role);
        match &mut featured {
            Some(featured) => drop(featured.union(UnionType::All, first)),
            None => featured = Some(first),
        }
        holders.entry(role).or_default().applications = number.try_into().unwrap_or_default();
    }
    let Some(featured) = featured else { return Ok(holders) };
    let mut links: Vec<(String, String)> = Vec::new();
    for row in connection.query_all(&featured).await? {
        links.push((row.try_get("", "role_id")?, row.try_get("", "client_id")?));
    }
    let clients = client::Entity::find()
        .select_only()
        .columns([client::Column::Id, client::Column::Name, client::Column::Kind])
        .filter(client::Column::TenantId.eq(tenant))
        .filter(client::Column::Id.is_in(links.iter().map(|(_, client)| client.as_str())))
        .into_tuple::<(String, String, ApplicationKind)>()
        .all(connection)
        .await?;
    let clients: HashMap<String, FeaturedApplication> =
        clients.into_iter().map(|(id, name, kind)| (id.clone(), FeaturedApplication { id, name, kind })).collect();
    for (role_id, client_id) in links {
        if let (Some(of_role), Some(client)) = (holders.get_mut(&role_id), clients.get(&client_id)) {
            of_role.featured_applications.push(client.clone());
        }
    }
    Ok(holders)
}

/// The first links of a role by the id of the client. In a query of its own, since a part of a union has no limit.
fn first_of(tenant: &str, role: &str) -> SelectStatement {
    let columns = [link::Column::RoleId, link::Column::ClientId];
    let first = Query::select()
        .columns(columns)
        .from(link::Entity)
        .and_where(Expr::col(link::Column::TenantId).eq(tenant))
        .and_where(Expr::col(link::Column::RoleId).eq(role))
        .order_by(link::Column::ClientId, sea_orm::Order::Asc)
        .limit(FEATURED)
        .to_owned();
    Query::select().columns(columns).from_subquery(first, "first_of_role").to_owned()
}

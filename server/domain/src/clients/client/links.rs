//! Which scopes a client may have.

use std::collections::HashMap;

use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, InsertMany, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use super::Client;
use crate::catalogue::control_surface;
use crate::catalogue::scope::{self, Scope};
use crate::catalogue::service::MANAGEMENT_API;
use crate::storage::links::LinkTable;
use crate::storage::store::Transaction;
use crate::{Error, Result};

/// Where they stand.
pub(crate) const SCOPES_OF_CLIENTS: LinkTable =
    LinkTable { name: "client_scopes", holder: "client_id", held: "scope_id" };

/// Which scopes a client may have.
#[expect(
    unreachable_pub,
    clippy::struct_field_names,
    reason = "sea-orm derives public items, which can't be made of private ones; columns are named by their tables"
)]
pub(super) mod link {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "client_scopes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub client_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub scope_id: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Makes the client's links those of the names that are wanted. What it has under a name that is still wanted stays as it is: a
/// service that took the name since then takes nothing away and gives nothing. Only names that are new to the client are looked up.
/// All that it has then.
pub(super) async fn replace(transaction: &Transaction, client: &Client, wanted: Wanted<'_>) -> Result<Vec<Scope>> {
    let of_client = link::Column::ClientId.eq(&client.id);
    let mut linked = scopes_of(&**transaction, &client.tenant_id, of_client.clone()).await?;
    let linked = linked.remove(&client.id).unwrap_or_default();
    let (kept, dropped): (Vec<Scope>, Vec<Scope>) =
        linked.into_iter().partition(|scope| wanted.names.contains(&scope.name));
    if !dropped.is_empty() {
        link::Entity::delete_many()
            .filter(link::Column::TenantId.eq(&client.tenant_id))
            .filter(of_client)
            .filter(link::Column::ScopeId.is_in(dropped.iter().map(|scope| scope.id.as_str())))
            .exec(&**transaction)
            .await?;
    }
    let new: Vec<String> =
        wanted.names.iter().filter(|name| !kept.iter().any(|scope| scope.name == **name)).cloned().collect();
    let mut scopes = kept;
    scopes.extend(insert(transaction, client, Wanted { names: &new, ..wanted }).await?);
    scopes.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
    Ok(scopes)
}

/// Links the scopes that [`Wanted::find`] finds, and returns them.
pub(super) async fn insert(transaction: &Transaction, client: &Client, wanted: Wanted<'_>) -> Result<Vec<Scope>> {
    let scopes = wanted.find(&**transaction, client).await?;
    if let Some(rows) = rows(client, &scopes) {
        rows.exec_without_returning(&**transaction).await?;
    }
    Ok(scopes)
}

/// The ids of the clients of a tenant that have the scope of this name of a service.
pub(crate) fn with_scope_of(tenant: &str, service: &str, name: &str) -> SelectStatement {
    let scopes = scope::Entity::find()
        .select_only()
        .column(scope::Column::Id)
        .filter(scope::Column::TenantId.eq(tenant))
        .filter(scope::Column::ServiceId.eq(service))
        .filter(scope::Column::Name.eq(name))
        .into_query();
    link::Entity::find()
        .select_only()
        .column(link::Column::ClientId)
        .filter(link::Column::TenantId.eq(tenant))
        .filter(link::Column::ScopeId.in_subquery(scopes))
        .into_query()
}

/// Gives a client of the default server the scope that opens all of Logto's management API, or takes it away: by what it is, since other services may have
/// one of the name. All that it has then.
pub(super) async fn administer(transaction: &Transaction, client: &Client, may: bool) -> Result<Vec<Scope>> {
    let service = [MANAGEMENT_API.to_owned()];
    let named = [control_surface::FULL_SCOPE];
    let found = scope::rows_of_services(&**transaction, client.server_key(), &service, &named).await?;
    let [full] = found.as_slice() else {
        return Err(Error::internal(format!("{} has no scope of the management API", client.tenant_id)));
    };
    let key = (client.tenant_id.clone(), client.id.clone(), full.id.clone());
    let has = link::Entity::find_by_id(key.clone()).one(&**transaction).await?.is_some();
    match (has, may) {
        (true, false) => {
            link::Entity::delete_by_id(key).exec(&**transaction).await?;
        }
        (false, true) => {
            if let Some(rows) = rows(client, &found) {
                rows.exec_without_returning(&**transaction).await?;
            }
        }
        (true, true) | (false, false) => {}
    }
    let of_client = link::Column::ClientId.eq(&client.id);
    let mut linked = scopes_of(&**transaction, &client.tenant_id, of_client).await?;
    Ok(linked.remove(&client.id).unwrap_or_default())
}

/// The scopes that a client shall have.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wanted<'a> {
    /// Their names.
    pub(crate) names: &'a [String],
    /// [`ClientDetails::decided_scopes`](super::ClientDetails::decided_scopes).
    pub(crate) decided: Option<&'a [String]>,
}

impl Wanted<'_> {
    /// Every scope of the client's server that has one of the names; one that opens something of this installation only where no
    /// other service has the name.
    pub(super) async fn find(self, connection: &impl ConnectionTrait, client: &Client) -> Result<Vec<Scope>> {
        let Self { names, decided } = self;
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let wanted: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut scopes = scope::rows_of_names(connection, client.server_key(), &wanted).await?;
        // Between the decision and now another scope may have got the name.
        scopes.retain(|scope| decided.is_none_or(|decided| decided.contains(&scope.id)));
        chosen(names, scopes)
    }
}

/// Of these scopes of a server, those that the names mean.
pub(crate) fn chosen(names: &[String], scopes: Vec<Scope>) -> Result<Vec<Scope>> {
    if let Some(unknown) = names.iter().find(|name| !scopes.iter().any(|scope| scope.name == **name)) {
        return Err(Error::invalid("scopes", format!("this server has no scope {unknown:?}")));
    }
    // Names are chosen freely: who gives a client the `admin` of its own service must not hand it the control surface's along.
    let elsewhere: Vec<String> =
        scopes.iter().filter(|scope| !scope.opens_installation()).map(|scope| scope.name.clone()).collect();
    Ok(scopes.into_iter().filter(|scope| !(scope.opens_installation() && elsewhere.contains(&scope.name))).collect())
}

/// The scopes of a client, in their order.
pub(crate) struct Links {
    pub(crate) ids: Vec<String>,
    /// As [`Client::scopes`] holds them.
    names: Vec<String>,
    /// As [`Client::administers`].
    administers: bool,
}

impl Client {
    /// With these scopes, in their creation order.
    pub(super) fn with_scopes(self, scopes: Vec<Scope>) -> Self {
        Self { administers: opens_management_api(&scopes), scopes: names(scopes), ..self }
    }

    /// As [`Client::with_scopes`].
    pub(crate) fn with_links(self, links: &Links) -> Self {
        Self { administers: links.administers, scopes: links.names.clone(), ..self }
    }
}

/// Is the full scope of Logto's management API among them?
fn opens_management_api(scopes: &[Scope]) -> bool {
    let opens = |scope: &Scope| {
        scope.name == control_surface::FULL_SCOPE && scope.service_id.as_deref() == Some(MANAGEMENT_API)
    };
    scopes.iter().any(opens)
}

impl Links {
    pub(crate) fn of(mut scopes: Vec<Scope>) -> Self {
        scopes.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
        scopes.dedup_by(|a, b| a.id == b.id);
        Self {
            ids: scopes.iter().map(|scope| scope.id.clone()).collect(),
            administers: opens_management_api(&scopes),
            names: names(scopes),
        }
    }
}

/// The rows that link a client to scopes; `None` without scopes.
pub(super) fn rows(client: &Client, scopes: &[Scope]) -> Option<InsertMany<link::ActiveModel>> {
    let links = scopes.iter().map(|scope| {
        let tenant_id = client.tenant_id.clone();
        link::Model { tenant_id, client_id: client.id.clone(), scope_id: scope.id.clone() }.into_active_model()
    });
    (!scopes.is_empty()).then(|| link::Entity::insert_many(links))
}

/// The scopes of the clients that `condition` on the links selects, by client, in creation order.
pub(super) async fn scopes_of(
    connection: &impl ConnectionTrait,
    tenant: &str,
    condition: sea_orm::sea_query::Expr,
) -> Result<HashMap<String, Vec<Scope>>> {
    let links = link::Entity::find().filter(link::Column::TenantId.eq(tenant)).filter(condition);
    let of_links = links.clone().select_only().column(link::Column::ScopeId).into_query();
    let links = links.all(connection).await?;
    if links.is_empty() {
        return Ok(HashMap::new());
    }
    let mut clients: HashMap<String, Vec<String>> = HashMap::new();
    for link in links {
        clients.entry(link.scope_id).or_default().push(link.client_id);
    }
    let scopes = scope::Entity::find()
        .filter(scope::Column::TenantId.eq(tenant))
        .filter(scope::Column::Id.in_subquery(of_links))
        .order_by_asc(scope::Column::CreatedAt)
        .order_by_asc(scope::Column::Id)
        .all(connection)
        .await?;
    let mut of_client: HashMap<String, Vec<Scope>> = HashMap::new();
    for scope in scopes {
        for client in clients.get(&scope.id).into_iter().flatten() {
            of_client.entry(client.clone()).or_default().push(scope.clone());
        }
    }
    Ok(of_client)
}

/// Each name once.
pub(super) fn names(scopes: Vec<Scope>) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(scopes.len());
    for scope in scopes {
        if !names.contains(&scope.name) {
            names.push(scope.name);
        }
    }
    names
}

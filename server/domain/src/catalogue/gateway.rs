//! Gateways: what stands before the services of an authorization server and asks whether a request may pass.
//!
//! Each has a client of its own on the tenant's `system` server, with which it fetches what it needs to know. The two come and go together.

pub mod guarded;
pub mod guarded_scopes;

use std::sync::Arc;

use schemars::JsonSchema;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ActiveEnum, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Deserialize;

use self::entity::{Column, Entity};
pub use self::entity::{GatewayType, Model as Gateway};
use crate::catalogue::authorization_server::{self, SYSTEM};
use crate::catalogue::control_surface::READ_GATEWAY_CONFIGURATION;
use crate::catalogue::scope;
use crate::catalogue::server_key::ServerKey;
use crate::catalogue::service;
use crate::clients::client::{self, Client, ClientDetails, NewClient, Wanted};
use crate::identifier::{self, IdForm};
use crate::installation::acting::Acting;
use crate::installation::audit::Actor;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::row::{self, Row};
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, validate};

const THING: &str = "gateway";
const AREAS: Area = Area::GATEWAYS.with(Area::SERVERS).with(Area::TENANTS);
const BY_ID: Kind<Gateway> = Kind::new(AREAS.with(Area::GATEWAY_ACTIVITY));
const BY_CLIENT: Kind<Gateway> = Kind::new(AREAS);
const OF_SERVER: Kind<Vec<Gateway>> =
    Kind::new(AREAS.with(Area::GATEWAY_ACTIVITY)).weighing(|gateways| gateways.len() as u64);

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    /// What kind of gateway it is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, DeriveActiveEnum)]
    #[serde(rename_all = "lowercase")]
    #[sea_orm(rs_type = "String", db_type = "Text")]
    pub enum GatewayType {
        /// Cloudentity's Pyron.
        #[sea_orm(string_value = "pyron")]
        Pyron,
        /// Amazon API Gateway. An authorization server has at most one.
        #[sea_orm(string_value = "aws")]
        Aws,
        /// Azure API Management.
        #[sea_orm(string_value = "azure")]
        Azure,
        /// Istio.
        #[sea_orm(string_value = "istio")]
        Istio,
        /// Kong.
        #[sea_orm(string_value = "kong")]
        Kong,
        /// Apigee X.
        #[sea_orm(string_value = "apigeex")]
        ApigeeX,
        /// Apigee Edge.
        #[sea_orm(string_value = "apigeeedge")]
        ApigeeEdge,
        /// Any proxy that asks an authorizer beside it: nginx, Envoy, Caddy.
        #[sea_orm(string_value = "standalone")]
        Standalone,
    }

    /// One gateway.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "gateways")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The authorization server whose services it may guard.
        pub server_id: String,
        /// Its client on the tenant's `system` server.
        pub client_id: String,
        /// For people.
        pub name: String,
        /// For people; may be empty.
        pub description: String,
        /// Never changes.
        #[sea_orm(column_name = "type")]
        pub gateway_type: GatewayType,
        /// When it fetched its configuration last. It isn't administered: neither the audit log nor a precondition looks at it.
        #[serde(skip)]
        pub last_active: Option<DateTimeUtc>,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for Gateway {
    const THING: &'static str = THING;
    const AREA: Area = Area::GATEWAYS;

    fn parent(&self) -> (&'static str, &str) {
        ("authorization_server", &self.server_id)
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn unique(&self) -> Vec<(&'static str, &str)> {
        // Of the others there may be any number.
        if self.gateway_type == GatewayType::Aws { vec![("type", "aws")] } else { Vec::new() }
    }
}

impl GatewayType {
    /// The one of this name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::try_from_value(&name.to_owned()).ok()
    }

    /// Is there something to start beside it?
    #[must_use]
    pub fn has_package(self) -> bool {
        matches!(self, Self::Pyron | Self::Standalone)
    }
}

impl Gateway {
    /// Whose services it may guard.
    #[must_use]
    pub fn server_key(&self) -> ServerKey<'_> {
        ServerKey { tenant: &self.tenant_id, id: &self.server_id }
    }

    /// Is it an authorizer of Amazon's that stands before its services (ACP behaviour §4)?
    #[must_use]
    pub fn is_lambda_authorizer(&self) -> bool {
        self.gateway_type == GatewayType::Aws
    }
}

/// What a new gateway is made of.
#[derive(Clone, Debug)]
pub struct NewGateway {
    /// The authorization server whose services it may guard.
    pub server_id: String,
    /// Not empty.
    pub name: String,
    /// May be empty.
    pub description: String,
    /// What kind it is.
    pub gateway_type: GatewayType,
}

/// What can be replaced of a gateway.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpUpdateGatewayRequest")]
pub struct GatewayTexts {
    /// Name of the gateway, for people.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    pub name: String,
    /// What the gateway is for; emptied when absent.
    #[schemars(length(max = 8192))]
    pub description: String,
}

/// One gateway.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Arc<Gateway>>> {
    row::find_cached(store, Freshness::Exact, tenant, BY_ID, id).await
}

/// The gateway whose client it is, as the database had it when its last notification came.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn of_client(store: &Store, tenant: &str, client_id: &str) -> Result<Option<Arc<Gateway>>> {
    let load = || async {
        let of_client = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::ClientId.eq(client_id));
        Ok(of_client.one(store.reader()).await?)
    };
    store.cached_option(Freshness::Notified, tenant, BY_CLIENT, client_id, load).await
}

/// The gateways of a server in creation order; none for an unknown server.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list_of_server(store: &Store, server: ServerKey<'_>) -> Result<Arc<Vec<Gateway>>> {
    // What can't be a server's id needn't reach the database, which may refuse to compare it.
    if !row::can_exist(server.tenant, server.id) {
        return Ok(Arc::default());
    }
    let load = || row::list(store, server.tenant, Column::ServerId.eq(server.id));
    store.cached(Freshness::Exact, server.tenant, OF_SERVER, server.id, load).await
}

/// Notes that a gateway fetched its configuration now. Nobody administers that, so it has no audit event, and what was made of the gateway stays as it is.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn note_activity(store: &Store, gateway: &Gateway) -> Result<()> {
    let now = store.now();
    let transaction = Acting::new(store, &gateway.tenant_id, Actor::system()).begin().await?;
    let earlier = Column::LastActive.is_null().or(Column::LastActive.lt(now));
    let noted = Entity::update_many()
        .col_expr(Column::LastActive, Expr::value(now))
        .filter(Column::TenantId.eq(&gateway.tenant_id))
        .filter(Column::Id.eq(&gateway.id))
        .filter(earlier)
        .exec(&*transaction)
        .await?;
    if noted.rows_affected > 0 {
        transaction.touch(Area::GATEWAY_ACTIVITY);
    }
    transaction.commit().await
}

/// Makes a gateway and its client.
///
/// # Errors
/// [`Error::Invalid`] for a field; [`Error::NotFound`] for an unknown server; [`Error::Conflict`] (`type`) for a second one of Amazon's at a server;
/// [`Error::Unavailable`] without database.
pub async fn create(acting: &Acting, new: NewGateway) -> Result<(Gateway, Client)> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let NewGateway { server_id, name, description, gateway_type } = new;
    check(&name, &description)?;
    if authorization_server::find(store, tenant, &server_id).await?.is_none() {
        return Err(Error::not_found(authorization_server::THING, server_id));
    }
    let transaction = acting.begin().await?;
    let client = insert_client(&transaction, name.clone()).await?;
    let gateway = Gateway {
        tenant_id: tenant.to_owned(),
        id: identifier::xid(store.environment())?,
        server_id,
        client_id: client.id.clone(),
        name,
        description,
        gateway_type,
        last_active: None,
        created_at: store.created_at(),
    };
    row::insert(&transaction, &gateway).await?;
    transaction.commit().await?;
    Ok((gateway, client))
}

/// Its client may fetch what gateways need to know, and nothing else.
async fn insert_client(transaction: &Transaction, name: String) -> Result<Client> {
    let names = [READ_GATEWAY_CONFIGURATION.to_owned()];
    let new = NewClient {
        id_form: IdForm::Xid,
        server_id: SYSTEM.to_owned(),
        details: ClientDetails {
            name,
            grant_types: Some(vec!["client_credentials".to_owned()]),
            scopes: names.to_vec(),
            ..ClientDetails::default()
        },
        ..NewClient::default()
    };
    let client = client::prepare(transaction.store(), transaction.tenant(), new)?;
    // That very scope: others may be called so.
    let known = scope::rows_of_names(&**transaction, client.server_key(), &[READ_GATEWAY_CONFIGURATION]).await?;
    let of_gateways = known.into_iter().filter(|scope| scope.service_id.as_deref() == Some(service::GATEWAY));
    let decided: Vec<String> = of_gateways.map(|scope| scope.id).collect();
    client::insert(transaction, client, Wanted { names: &names, decided: Some(&decided) }).await
}

/// Replaces name and description. Its client is called as it is.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field; [`Error::Unavailable`] without database. In this order.
pub async fn change(acting: &Acting, id: &str, texts: GatewayTexts) -> Result<Gateway> {
    let GatewayTexts { name, description } = texts;
    let transaction = acting.begin().await?;
    let before: Gateway = row::locked(&transaction, id).await?;
    check(&name, &description)?;
    let after = Gateway { name, description, ..before.clone() };
    if after == before {
        return Ok(before);
    }
    row::replace(&transaction, &before, &after).await?;
    if after.name != before.name {
        client::rename(&transaction, &after.client_id, &after.name).await?;
    }
    transaction.commit().await?;
    Ok(after)
}

/// Removes a gateway and its client. The services that it guarded are guarded by none afterwards.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    let transaction = acting.begin().await?;
    let before: Gateway = row::locked(&transaction, id).await?;
    service::let_go_of_gateway(&transaction, id).await?;
    row::remove(&transaction, &before).await?;
    client::remove_along(&transaction, &before.client_id).await?;
    transaction.commit().await
}

/// The gateway that a service of this tenant shall have, which nobody removes before the transaction ends. Whoever locks the service too locks it after this:
/// removals go the same way.
pub(crate) async fn locked(transaction: &Transaction, id: &str) -> Result<Option<Gateway>> {
    match row::locked(transaction, id).await {
        Ok(gateway) => Ok(Some(gateway)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The clients of a server's gateways, by id: they aren't that server's, and go with it all the same.
pub(crate) async fn clients_of_server(transaction: &Transaction, server_id: &str) -> Result<Vec<String>> {
    let select = Entity::find()
        .select_only()
        .column(Column::ClientId)
        .filter(Column::TenantId.eq(transaction.tenant()))
        .filter(Column::ServerId.eq(server_id));
    Ok(select.into_tuple().all(&**transaction).await?)
}

/// A gateway's client is its gateway's: whoever could change it, or remove it, would have a gateway that no longer knows anything.
pub(crate) async fn refuse_client_of_gateway(transaction: &Transaction, client: &Client) -> Result<()> {
    if client.server_id != SYSTEM {
        return Ok(());
    }
    let of_gateway = Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(Column::TenantId.eq(transaction.tenant()))
        .filter(Column::ClientId.eq(&client.id));
    match of_gateway.into_tuple::<i32>().one(&**transaction).await? {
        Some(_) => Err(Error::refused("of_gateway", "the client of a gateway is changed and removed with its gateway")),
        None => Ok(()),
    }
}

pub(crate) fn check(name: &str, description: &str) -> Result<()> {
    validate::name("name", name)?;
    validate::text("description", description)
}

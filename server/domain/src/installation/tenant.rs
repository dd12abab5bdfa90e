//! Tenants: whoever shares nothing with anybody else.

use std::sync::Arc;

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

pub use self::entity::Model as Tenant;
pub(crate) use self::entity::{Column, Entity};
use crate::catalogue::authorization_server::{self, AuthorizationServer, SigningAlgorithm};
use crate::clients::api_client;
use crate::clients::client::{self, Client, ClientDetails, NewClient, Wanted};
use crate::identifier::IdForm;
use crate::installation::acting::Acting;
use crate::installation::audit::{self, Actor, Change};
use crate::installation::built_in;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, error, validate};

/// The tenant of the installation itself.
pub const SYSTEM: &str = "system";
/// The tenant that the first start makes for its users.
pub const DEFAULT: &str = "default";

/// First segments of paths that aren't issuers: a tenant called so could not be reached at `/{tid}/{aid}`.
const RESERVED: [&str; 10] =
    ["api", "app", "auth", "health", "local-user-store", "metrics", "oidc", "openapi.json", "pages", "reference"];
const THING: &str = "tenant";
const BY_ID: Kind<Tenant> = Kind::new(Area::TENANTS);
/// Kept under the empty tenant, which what any tenant changes invalidates.
const OF_CLIENT: Kind<String> = Kind::new(Area::CLIENTS.with(Area::SERVERS).with(Area::TENANTS));

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    /// One tenant.
    #[derive(Clone, Debug, PartialEq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "tenants")]
    pub struct Model {
        /// Unique in the installation.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// For people.
        pub name: String,
        /// Where it is; computed when absent.
        pub url: Option<String>,
        /// ACP's `AuthenticationContextSettings`.
        #[sea_orm(column_type = "JsonBinary")]
        pub authentication_context_settings: Json,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a new tenant is made of.
#[derive(Clone, Debug, Default)]
pub struct NewTenant {
    /// Made when absent.
    pub id: Option<String>,
    /// Not empty.
    pub name: String,
    /// Where it is; computed when absent.
    pub url: Option<String>,
    /// What the keys of its servers are made for.
    pub key_algorithm: SigningAlgorithm,
}

/// A new tenant with what it starts with.
#[derive(Clone, Debug)]
pub struct Created {
    /// The tenant.
    pub tenant: Tenant,
    /// Its servers.
    pub servers: Vec<AuthorizationServer>,
    /// Its clients.
    pub clients: Vec<Client>,
}

/// One tenant.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, id: &str) -> Result<Option<Arc<Tenant>>> {
    if !validate::is_plausible_id(id) {
        return Ok(None);
    }
    store
        .cached_option(Freshness::Notified, id, BY_ID, "", || async {
            Ok(Entity::find_by_id(id.to_owned()).one(store.reader()).await?)
        })
        .await
}

/// Whether there is such a tenant.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn exists(store: &Store, id: &str) -> Result<bool> {
    Ok(find(store, id).await?.is_some())
}

/// All tenants in creation order.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list(store: &Store) -> Result<Vec<Tenant>> {
    let tenants = Entity::find().order_by_asc(entity::Column::CreatedAt).order_by_asc(entity::Column::Id);
    Ok(tenants.all(store.reader()).await?)
}

/// Which tenant a client belongs to, for doors whose address names none: `preferred` if it has that client, else the only one that has;
/// `None` when there is none, or several.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn of_client(store: &Store, client_id: &str, preferred: &str) -> Result<Option<String>> {
    if !validate::is_plausible_id(client_id) {
        return Ok(None);
    }
    if client::credentials(store, preferred, None, client_id).await?.is_some() {
        return Ok(Some(preferred.to_owned()));
    }
    let found = store.cached_option(Freshness::Notified, "", OF_CLIENT, client_id, || async {
        let tenants: Vec<String> = client::Entity::find()
            .select_only()
            .column(client::Column::TenantId)
            .filter(client::Column::Id.eq(client_id))
            .limit(2)
            .into_tuple()
            .all(store.reader())
            .await?;
        let [tenant] = <[String; 1]>::try_from(tenants).ok().map_or([None], |[tenant]| [Some(tenant)]);
        Ok(tenant)
    });
    Ok(found.await?.map(|tenant| tenant.as_ref().clone()))
}

/// Makes a tenant with its servers and everything built in. The servers' keys are made when they are needed first.
///
/// # Errors
/// [`Error::Invalid`] for a field; [`Error::Conflict`] for an `id` that is taken; [`Error::Unavailable`] without database.
pub async fn create(store: &Store, actor: &Actor, new: NewTenant) -> Result<Created> {
    let prepared = prepare(store, new)?;
    let transaction = Acting::new(store, &prepared.tenant.id, actor.clone()).begin().await?;
    let created = insert(&transaction, prepared).await?;
    transaction.commit().await?;
    Ok(created)
}

/// Removes a tenant and everything in it but its audit events.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`built_in`) for the tenants `system` and `default`, which hold the installation's own
/// clients; [`Error::Unavailable`] without database.
pub async fn remove(store: &Store, actor: &Actor, id: &str) -> Result<()> {
    if matches!(id, SYSTEM | DEFAULT) {
        return Err(Error::refused("built_in", "the installation needs this tenant"));
    }
    if !validate::is_plausible_id(id) {
        return Err(Error::not_found(THING, id));
    }
    let transaction = Acting::new(store, id, actor.clone()).begin().await?;
    let before = lock(&transaction).await?;
    transaction.touch(Area::TENANTS);
    Entity::delete_by_id(id.to_owned()).exec(&*transaction).await?;
    audit::record(&transaction, Change::removed(THING, id, &before)).await?;
    transaction.commit().await
}

/// The row of the transaction's tenant, which nobody else gets hold of before the transaction ends.
pub(crate) async fn lock(transaction: &Transaction) -> Result<Tenant> {
    let id = transaction.tenant();
    let row = Entity::find_by_id(id.to_owned()).lock_exclusive().one(&**transaction).await?;
    row.ok_or_else(|| Error::not_found(THING, id))
}

/// All rows of a new tenant, in memory.
pub(crate) struct Prepared {
    pub(crate) tenant: Tenant,
    rows: built_in::Rows,
    client: Option<Client>,
}

/// Makes them before anything is locked.
pub(crate) fn prepare(store: &Store, new: NewTenant) -> Result<Prepared> {
    let NewTenant { id, name, url, key_algorithm } = new;
    let id = id.map_or_else(|| IdForm::Xid.id(store.environment()), Ok)?;
    validate::id("id", &id)?;
    if RESERVED.contains(&id.as_str()) || id.starts_with('.') {
        return Err(Error::invalid("id", "is taken by a path of the server"));
    }
    validate::name("name", &name)?;
    url.as_deref().map_or(Ok(()), |url| validate::one_line("url", url, 2048))?;
    let created_at = store.created_at();
    let client = if id == SYSTEM { None } else { Some(shared_client(store, &id)?) };
    let tenant = Tenant {
        name,
        url,
        authentication_context_settings: built_in::authentication_context_settings(),
        created_at,
        id,
    };
    let rows = built_in::rows(store, &tenant.id, key_algorithm)?;
    Ok(Prepared { tenant, rows, client })
}

/// Writes them.
pub(crate) async fn insert(transaction: &Transaction, prepared: Prepared) -> Result<Created> {
    let Prepared { tenant, rows, client } = prepared;
    transaction.touch(Area::TENANTS);
    Entity::insert(tenant.clone().into_active_model())
        .exec_without_returning(&**transaction)
        .await
        .map_err(|error| error::unique(error, THING, &[("id", &tenant.id)]))?;
    let servers = rows.servers.clone();
    rows.insert(transaction).await?;
    let mut clients = Vec::new();
    if let Some(client) = client {
        clients.push(client::insert(transaction, client, Wanted::default()).await?);
    }
    audit::record(transaction, Change::created(THING, &tenant.id, &tenant)).await?;
    Ok(Created { tenant, servers, clients })
}

/// The OAuth client behind the API clients of the local user store. It has no scopes of its own: all its users share its secret, and
/// what they may do comes from their roles.
fn shared_client(store: &Store, tenant: &str) -> Result<Client> {
    let details = ClientDetails {
        name: "Local user store".to_owned(),
        grant_types: Some(vec!["password".to_owned(), "client_credentials".to_owned()]),
        ..ClientDetails::default()
    };
    let new = NewClient {
        id: Some(api_client::shared_client_id(tenant)),
        server_id: authorization_server::DEFAULT.to_owned(),
        system: true,
        details,
        ..NewClient::default()
    };
    client::prepare(store, tenant, new)
}

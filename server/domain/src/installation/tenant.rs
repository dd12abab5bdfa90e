//! Tenants: whoever shares nothing with anybody else.

pub(crate) mod administrator;
mod attributes;
pub mod key;
mod removal;

use std::sync::Arc;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use url::Url;

pub use self::attributes::{AuthenticationContextSettings, ContextAttribute};
pub use self::entity::Model as Tenant;
pub(crate) use self::entity::{Column, Entity};
use self::key::Brought;
pub(crate) use self::removal::is_there;
pub use self::removal::{TABLES, clear_away, remove, remove_by};
use crate::catalogue::authorization_server::{self, AuthorizationServer, SigningAlgorithm};
use crate::clients::api_client;
use crate::clients::client::{self, Client, ClientDetails, Jwks, NewClient, Wanted};
use crate::clients::redirect_uri;
use crate::identifier::IdForm;
use crate::installation::acting::Acting;
use crate::installation::audit::{self, Actor, Change};
use crate::installation::built_in;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::row::Version;
use crate::storage::store::Transaction;
use crate::storage::unreadable;
use crate::{Error, Result, Store, error, validate};

/// The tenant of the installation itself.
pub const SYSTEM: &str = "system";
/// The tenant that the first start makes for its users.
pub const DEFAULT: &str = "default";

/// First segments of paths that aren't issuers: a tenant called so could not be reached at `/{tid}/{aid}`.
const RESERVED: [&str; 10] =
    ["api", "app", "auth", "health", "local-user-store", "metrics", "oidc", "openapi.json", "pages", "reference"];
/// Third segments of paths that are of the installation: the system API of a tenant called so could not be reached at `/api/system/{tid}`.
const RESERVED_IN_SYSTEM_API: [&str; 2] = ["configuration", "tenants"];
const THING: &str = "tenant";
const BY_ID: Kind<Tenant> = Kind::new(Area::TENANTS);
/// Kept under the empty tenant, which what any tenant changes invalidates.
const OF_CLIENT: Kind<String> = Kind::new(Area::CLIENTS.with(Area::SERVERS).with(Area::TENANTS));

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    use super::attributes::AuthenticationContextSettings;

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
        /// What is known about its users.
        #[sea_orm(column_type = "JsonBinary")]
        pub authentication_context_settings: AuthenticationContextSettings,
        /// When it was made.
        pub created_at: DateTimeUtc,
        /// The time up to which audit events of its id are another tenant's, which had the id before.
        #[serde(skip)]
        pub succeeds: Option<DateTimeUtc>,
        /// When somebody removed it: nobody finds it any more, and its rows are going.
        #[serde(skip)]
        pub(crate) removed_at: Option<DateTimeUtc>,
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
    /// What is known about its users; ACP's usual attributes when absent.
    pub authentication_context_settings: Option<AuthenticationContextSettings>,
    /// Its own keys, with their private parts. One is made when it is needed first, if there are none.
    pub jwks: Option<Jwks>,
    /// With a client that may do everything in it.
    pub with_administrator: bool,
    /// Without the server `default`, on which Logto's dialect and the local user store live.
    pub without_default_server: bool,
}

/// What a tenant is replaced by. Its id stays, and so do its keys unless there are others.
#[derive(Clone, Debug, Default)]
pub struct TenantChanges {
    /// Not empty.
    pub name: String,
    /// Where it is; computed when absent.
    pub url: Option<String>,
    /// What is known about its users; ACP's usual attributes when absent.
    pub authentication_context_settings: Option<AuthenticationContextSettings>,
    /// Other keys, with their private parts; or those that it has, as they are shown.
    pub jwks: Option<Jwks>,
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
            let found = Entity::find_by_id(id.to_owned()).filter(Column::RemovedAt.is_null());
            Ok(found.one(store.reader()).await?)
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
    let tenants = Entity::find().filter(Column::RemovedAt.is_null());
    let in_order = tenants.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    unreadable::all(store, store.reader(), in_order).await
}

/// Which tenant a client belongs to, for doors whose address names none: `preferred` if it has that client, else the one whose client has been
/// there for longest, so that no tenant takes another's away by making one that is called so; `None` when there is none.
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
        let tenant: Option<String> = client::Entity::find()
            .select_only()
            .column(client::Column::TenantId)
            .filter(client::Column::Id.eq(client_id))
            .filter(is_there(Expr::col((client::Entity, client::Column::TenantId))))
            .order_by_asc(client::Column::CreatedAt)
            .order_by_asc(client::Column::TenantId)
            .into_tuple()
            .one(store.reader())
            .await?;
        Ok(tenant)
    });
    Ok(found.await?.map(|tenant| tenant.as_ref().clone()))
}

/// Makes a tenant with its servers and everything built in. The servers' keys are made when they are needed first.
///
/// # Errors
/// [`Error::Invalid`] for a field; [`Error::Conflict`] for an `id` that is taken; [`Error::Unavailable`] without database.
pub async fn create(store: &Store, actor: &Actor, new: NewTenant) -> Result<Created> {
    create_by(&Acting::new(store, "", actor.clone()), new).await
}

/// As [`create`], for somebody who acts in another tenant.
///
/// # Errors
/// As [`create`].
pub async fn create_by(acting: &Acting, mut new: NewTenant) -> Result<Created> {
    let keys = Brought::read(new.jwks.take()).await?;
    let prepared = prepare(acting.store(), new)?;
    let transaction = acting.elsewhere(&prepared.tenant.id).begin().await?;
    let created = insert(&transaction, prepared).await?;
    keys.replace(&transaction).await?;
    transaction.commit().await?;
    Ok(created)
}

/// Replaces everything of a tenant but its id, and its keys where the changes bring others.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field; [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, changes: TenantChanges) -> Result<Tenant> {
    let TenantChanges { name, url, authentication_context_settings, jwks } = changes;
    let settings = authentication_context_settings.unwrap_or_else(built_in::authentication_context_settings);
    let keys = Brought::read(jwks).await;
    let transaction = acting.begin().await?;
    let before = lock(&transaction).await?;
    let after = Tenant { name, url, authentication_context_settings: settings, ..before.clone() };
    check(&after)?;
    check_precondition(&transaction, &before).await?;
    keys?.replace(&transaction).await?;
    replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// The version of a tenant and its keys, of which its entity tags are made. See [`Row::version`](crate::storage::row::Row::version).
///
/// # Errors
/// [`Error::Unavailable`] without database; [`Error::Internal`] without a master key.
pub async fn version(store: &Store, tenant: &Tenant) -> Result<String> {
    version_by(store.reader(), store, tenant).await
}

async fn version_by(connection: &impl ConnectionTrait, store: &Store, tenant: &Tenant) -> Result<String> {
    let mut version = Version::begin(store)?;
    version.add(&serde_json::to_vec(tenant).map_err(Error::internal)?);
    for id in key::ids(connection, &tenant.id).await? {
        version.add(id.as_bytes());
    }
    Ok(version.end())
}

/// What the caller believes of the tenant, which is [locked](lock).
async fn check_precondition(transaction: &Transaction, before: &Tenant) -> Result<()> {
    let Some(precondition) = transaction.take_precondition() else { return Ok(()) };
    let version = version_by(&**transaction, transaction.store(), before).await?;
    if precondition.is_met_by(|| Ok(version))? {
        return Ok(());
    }
    Err(Error::PreconditionFailed { thing: THING, id: before.id.clone() })
}

/// The tenant as a connection sees it, unless somebody has removed it.
pub(crate) async fn find_in(connection: &impl ConnectionTrait, id: &str) -> Result<Option<Tenant>> {
    if !validate::is_plausible_id(id) {
        return Ok(None);
    }
    Ok(Entity::find_by_id(id.to_owned()).filter(Column::RemovedAt.is_null()).one(connection).await?)
}

/// Puts `after` in the place of `before`, which is [locked](lock).
pub(crate) async fn replace(transaction: &Transaction, before: &Tenant, after: &Tenant) -> Result<()> {
    if after == before {
        return Ok(());
    }
    transaction.touch(Area::TENANTS);
    Entity::update(after.clone().into_active_model().reset_all()).exec(&**transaction).await?;
    audit::record(transaction, Change::changed(THING, &after.id, before, after)).await
}

/// The row of the transaction's tenant, which nobody else gets hold of before the transaction ends.
pub(crate) async fn lock(transaction: &Transaction) -> Result<Tenant> {
    let id = transaction.tenant();
    let row = Entity::find_by_id(id.to_owned()).filter(Column::RemovedAt.is_null()).lock_exclusive();
    row.one(&**transaction).await?.ok_or_else(|| Error::not_found(THING, id))
}

/// What can be set of a tenant.
pub(crate) fn check(tenant: &Tenant) -> Result<()> {
    validate::name("name", &tenant.name)?;
    if let Some(url) = &tenant.url {
        validate::one_line("url", url, 2048)?;
        let is_web = Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        if !is_web {
            return Err(Error::invalid("url", "must be an absolute http or https URL"));
        }
        redirect_uri::check_characters(url).map_err(|why| Error::invalid("url", why))?;
    }
    tenant.authentication_context_settings.check()
}

/// All rows of a new tenant, in memory.
pub(crate) struct Prepared {
    pub(crate) tenant: Tenant,
    rows: built_in::Rows,
    /// Behind the API clients of the local user store.
    shared: Option<Client>,
    with_administrator: bool,
}

/// Makes them before anything is locked.
pub(crate) fn prepare(store: &Store, new: NewTenant) -> Result<Prepared> {
    let NewTenant {
        id,
        name,
        url,
        key_algorithm,
        authentication_context_settings,
        jwks: _,
        with_administrator,
        without_default_server,
    } = new;
    let id = id.map_or_else(|| IdForm::Xid.id(store.environment()), Ok)?;
    validate::id("id", &id)?;
    if RESERVED.contains(&id.as_str()) || RESERVED_IN_SYSTEM_API.contains(&id.as_str()) || id.starts_with('.') {
        return Err(Error::invalid("id", "is taken by a path of the server"));
    }
    let settings = authentication_context_settings.unwrap_or_else(built_in::authentication_context_settings);
    let created_at = store.created_at();
    let tenant = Tenant {
        name,
        url,
        authentication_context_settings: settings,
        created_at,
        succeeds: None,
        removed_at: None,
        id,
    };
    check(&tenant)?;
    let servers: Vec<&str> = built_in::server_ids(&tenant.id)
        .iter()
        .copied()
        .filter(|id| !(without_default_server && *id == authorization_server::DEFAULT))
        .collect();
    let has_default = servers.contains(&authorization_server::DEFAULT);
    let shared = if has_default { Some(shared_client(store, &tenant.id)?) } else { None };
    let rows = built_in::rows(store, &tenant.id, &servers, key_algorithm)?;
    Ok(Prepared { tenant, rows, shared, with_administrator })
}

/// Writes them.
pub(crate) async fn insert(transaction: &Transaction, prepared: Prepared) -> Result<Created> {
    let Prepared { mut tenant, rows, shared, with_administrator } = prepared;
    // They outlive their tenant.
    tenant.succeeds = audit::newest(transaction).await?;
    transaction.touch(Area::TENANTS);
    Entity::insert(tenant.clone().into_active_model())
        .exec_without_returning(&**transaction)
        .await
        .map_err(|error| error::unique(error, THING, &[("id", &tenant.id)]))?;
    let servers = rows.servers.clone();
    rows.insert(transaction).await?;
    let mut clients = Vec::new();
    if with_administrator {
        clients.push(administrator::insert(transaction).await?);
    }
    if let Some(client) = shared {
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

//! API clients of the local user store (`PrivX`): a name, a secret and roles, behind one OAuth client that they share.

use std::sync::Arc;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, Order, QueryFilter};

pub use self::entity::Model as ApiClient;
pub(crate) use self::entity::{Column, Entity};
use crate::catalogue::service::LOCAL_USER_STORE;
use crate::clients::client::{digest_matches, digest_of};
use crate::clients::role;
use crate::installation::acting::Acting;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::page::{self, Page, Window};
use crate::storage::row::{self, Row};
use crate::storage::search::{self, Field};
use crate::{Error, Result, Store, identifier, validate};

/// The `client_id` that all shared clients begin with.
pub(crate) const SHARED_CLIENT: &str = "privx-external";
const THING: &str = "api_client";
pub(crate) const MOST_ROLES: usize = 256;
const AREAS: Area = Area::API_CLIENTS.with(Area::TENANTS);
const BY_ID: Kind<ApiClient> = Kind::new(AREAS);
const PAGE: Kind<Page<ApiClient>> = Kind::new(AREAS).weighing(Page::weight);
/// Removing a service or a server takes its scopes along.
const CREDENTIALS: Kind<ApiClientCredentials> =
    Kind::new(AREAS.with(Area::ROLES).with(Area::CATALOGUE).with(Area::SERVERS));

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    use crate::storage::seal::Sealed;
    use crate::storage::string_list::StringList;

    /// One API client.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "api_clients")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// A UUID.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// For people.
        pub name: String,
        /// The ids of its roles, also of those that were removed since.
        #[sea_orm(column_type = "JsonBinary")]
        pub role_ids: StringList,
        /// When it was made. (`created` in the API.)
        pub created_at: DateTimeUtc,
        /// When it was changed last. (`updated` in the API.)
        pub updated_at: DateTimeUtc,
        /// The subject that changed it last.
        pub updated_by: String,
        /// The subject that made it.
        pub author: String,
        /// See [`open_secret`](super::open_secret).
        #[serde(skip)]
        pub(crate) secret: Sealed,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for ApiClient {
    const THING: &'static str = THING;
    const AREA: Area = Area::API_CLIENTS;

    fn parent(&self) -> (&'static str, &str) {
        ("tenant", &self.tenant_id)
    }

    fn id(&self) -> &str {
        &self.id
    }
}

/// What lists are sorted by; ties are in the order of ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortKey {
    /// The id.
    Id,
    /// The name.
    Name,
    /// When it was made.
    #[default]
    Created,
    /// When it was changed last.
    Updated,
    /// Who made it.
    Author,
}

/// Which API clients are wanted.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Which part of them.
    pub window: Window,
    /// What they are sorted by.
    pub sort: SortKey,
    /// From the last to the first.
    pub descending: bool,
    /// Words, separated by commas or white space, of which the name must hold one, whatever its case. Without words: all.
    pub keywords: String,
}

/// An API client as the token endpoint sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiClientCredentials {
    /// The API client.
    pub api_client: ApiClient,
    /// SHA-256 of its secret.
    pub secret_digest: [u8; 32],
    /// The names of the scopes of the local user store that its roles give: its tokens are for nothing else.
    pub scopes: Vec<String>,
}

impl std::fmt::Debug for ApiClientCredentials {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("ApiClientCredentials")
            .field("api_client", &self.api_client)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

impl ApiClientCredentials {
    /// Whether `presented` is its secret, in a time that doesn't tell how much of it is right.
    #[must_use]
    pub fn secret_matches(&self, presented: &str) -> bool {
        digest_matches(&self.secret_digest, presented)
    }
}

/// The `client_id` of the OAuth client that the API clients of a tenant share, on its default server.
#[must_use]
pub fn shared_client_id(tenant: &str) -> String {
    if tenant == crate::installation::tenant::DEFAULT {
        SHARED_CLIENT.to_owned()
    } else {
        format!("{SHARED_CLIENT}-{tenant}")
    }
}

/// One API client.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Arc<ApiClient>>> {
    row::find_cached(store, Freshness::Exact, tenant, BY_ID, id).await
}

/// A part of a tenant's API clients; `total` counts all that the keywords find.
///
/// # Errors
/// [`Error::Invalid`] (field `search`) for keywords that are too long or too many; [`Error::Unavailable`] without database.
pub async fn page(store: &Store, tenant: &str, listing: &Listing) -> Result<Arc<Page<ApiClient>>> {
    let Listing { window, sort, descending, keywords } = listing;
    let direction = if *descending { Order::Desc } else { Order::Asc };
    let column = match sort {
        SortKey::Id => Column::Id,
        SortKey::Name => Column::Name,
        SortKey::Created => Column::CreatedAt,
        SortKey::Updated => Column::UpdatedAt,
        SortKey::Author => Column::Author,
    };
    let order = [(column, direction.clone()), (Column::Id, direction)];
    let select = Entity::find().filter(Column::TenantId.eq(tenant));
    let words: Vec<&str> =
        keywords.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        let key = format!("{sort:?} {descending} {} {}", window.limit, window.offset);
        return store
            .cached(Freshness::Exact, tenant, PAGE, &key, || {
                page::load(store, store.reader(), select, &order, Some(*window))
            })
            .await;
    }
    let names = [(Field::Name, Expr::col(Column::Name))];
    let condition = search::any_word_in_name(&words).condition(store.backend(), &names)?;
    Ok(Arc::new(page::load(store, store.searcher(), select.filter(condition), &order, Some(*window)).await?))
}

/// Opens the secret of an API client.
///
/// # Errors
/// [`Error::Internal`] when the master key is missing.
pub fn open_secret(store: &Store, api_client: &ApiClient) -> Result<String> {
    store.open_text(&secret_context(&api_client.tenant_id, &api_client.id), &api_client.secret)
}

/// The API client with what a token for it needs.
///
/// # Errors
/// [`Error::Unavailable`] without database; [`Error::Internal`] when the master key of its secret is missing.
pub async fn credentials(store: &Store, tenant: &str, id: &str) -> Result<Option<Arc<ApiClientCredentials>>> {
    if !row::can_exist(tenant, id) {
        return Ok(None);
    }
    store
        .cached_option(Freshness::Notified, tenant, CREDENTIALS, id, || async {
            let Some(api_client) = row::find::<ApiClient>(store.reader(), tenant, id).await? else { return Ok(None) };
            let roles = &api_client.role_ids;
            let scopes = role::names_of_service(store.reader(), tenant, roles, LOCAL_USER_STORE).await?;
            let secret_digest = digest_of(&open_secret(store, &api_client)?);
            Ok(Some(ApiClientCredentials { api_client, secret_digest, scopes }))
        })
        .await
}

/// Makes an API client with a new id and secret.
///
/// # Errors
/// [`Error::Invalid`] for a field (`roles` for an unknown id); [`Error::NotFound`] for an unknown tenant; [`Error::Unavailable`] without
/// database.
pub async fn create(acting: &Acting, name: String, role_ids: Vec<String>) -> Result<ApiClient> {
    let (store, tenant) = (acting.store(), acting.tenant());
    check(store, tenant, &name, &role_ids).await?;
    let id = identifier::uuid(store.environment())?;
    let secret = identifier::secret(store.environment())?;
    let secret = store.seal(&secret_context(tenant, &id), secret.as_bytes())?;
    let now = store.created_at();
    let api_client = ApiClient {
        tenant_id: tenant.to_owned(),
        id,
        name,
        role_ids: role_ids.into(),
        created_at: now,
        updated_at: now,
        updated_by: acting.actor().subject.clone(),
        author: acting.actor().subject.clone(),
        secret,
    };
    row::create(acting, &api_client).await?;
    Ok(api_client)
}

/// Replaces name and roles.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field (`roles` for an unknown id); [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, id: &str, name: String, role_ids: Vec<String>) -> Result<ApiClient> {
    let (store, tenant) = (acting.store(), acting.tenant());
    if find(store, tenant, id).await?.is_none() {
        return Err(Error::not_found(THING, id));
    }
    check(store, tenant, &name, &role_ids).await?;
    let transaction = acting.begin().await?;
    let before: ApiClient = row::locked(&transaction, id).await?;
    let after = ApiClient {
        name,
        role_ids: role_ids.into(),
        updated_at: store.created_at(),
        updated_by: acting.actor().subject.clone(),
        ..before.clone()
    };
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// Removes an API client. Tokens that it has stay valid until they expire.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    row::delete(acting, id, |_: &ApiClient| Ok(())).await
}

pub(crate) fn check_name(name: &str) -> Result<()> {
    validate::name("name", name)
}

async fn check(store: &Store, tenant: &str, name: &str, role_ids: &[String]) -> Result<()> {
    check_name(name)?;
    if role_ids.len() > MOST_ROLES {
        return Err(Error::invalid("roles", format!("at most {MOST_ROLES} roles")));
    }
    let known = role::named(store, tenant, role_ids).await?;
    match role_ids.iter().find(|id| !known.iter().any(|role| role.id == **id)) {
        Some(unknown) => Err(Error::invalid("roles", format!("there is no role {unknown:?}"))),
        None => Ok(()),
    }
}

pub(crate) fn secret_context(tenant: &str, id: &str) -> String {
    format!("api_client_secret:{tenant}:{id}")
}

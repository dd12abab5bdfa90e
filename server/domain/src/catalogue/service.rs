//! Services: the protected APIs of a tenant. Logto's dialect calls them resources and knows them by their indicator (RFC 8707).

use std::sync::Arc;

use sea_orm::sea_query::{Condition, Expr};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Order, QueryFilter, QuerySelect};

pub use self::entity::Model as Service;
pub(crate) use self::entity::{Column, Entity};
use crate::catalogue::authorization_server;
use crate::catalogue::control_surface;
use crate::catalogue::gateway::{self, Gateway};
use crate::catalogue::scope::{self, Scope};
use crate::catalogue::server_key::ServerKey;
use crate::clients::client;
use crate::identifier::IdForm;
use crate::installation::acting::Acting;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::page::{self, Page, Window};
use crate::storage::row::{self, Row};
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, validate};

/// The built-in service of the administration API on `admin` servers.
pub const CONTROL_PLANE: &str = "control-plane";
/// The built-in resource of Logto's management API on `default` servers.
pub const MANAGEMENT_API: &str = "management-api";
/// The built-in service of the local user store on `default` servers.
pub const LOCAL_USER_STORE: &str = "local-user-store";

/// The id of a server's built-in service `OAuth2`, whose scopes `introspect_tokens` and `revoke_tokens` open the tokens of others.
#[must_use]
pub fn oauth2_id(server_id: &str) -> String {
    format!("oauth2-{server_id}")
}

/// The id of a server's built-in service `Profile`, whose scopes are those of OpenID Connect.
#[must_use]
pub fn profile_id(server_id: &str) -> String {
    format!("profile-{server_id}")
}

/// The built-in service of gateways on `system` servers.
pub const GATEWAY: &str = "gateway";

/// How every audience begins that this server makes by itself.
const RESERVED_AUDIENCES: &str = "urn:authplane:";

/// The built-in service of custom login pages on `system` servers, whose scope `manage_logins` signs users in.
pub const LOGINS: &str = "logins";

/// The id of a server's built-in service of users' consents, whose scope `manage_consents` grants on their behalf on `system` servers.
#[must_use]
pub fn privacy_id(server_id: &str) -> String {
    format!("privacy-{server_id}")
}

/// Whether a built-in service of some server, one that is made later too, has or would have this id. Who may make services only must not be there first.
#[must_use]
pub fn is_id_of_built_in(id: &str) -> bool {
    id == GATEWAY || [oauth2_id(""), profile_id(""), privacy_id("")].iter().any(|prefix| id.starts_with(prefix))
}

const THING: &str = "service";
const INDICATOR_LENGTH: usize = 2048;
const AREAS: Area = Area::CATALOGUE.with(Area::SERVERS).with(Area::TENANTS);
const BY_ID: Kind<Service> = Kind::new(AREAS);
const BY_INDICATOR: Kind<Service> = Kind::new(AREAS);
/// Whether there is one or not: every token that names no resource asks.
const OF_TENANT: Kind<Option<Arc<Service>>> = Kind::new(AREAS);
const PAGE: Kind<Page<Service>> = Kind::new(AREAS).weighing(Page::weight);
const LIST: Kind<Page<Service>> = Kind::new(AREAS).weighing(Page::weight);
const PAGE_WITH_SCOPES: Kind<Page<ServiceWithScopes>> =
    Kind::new(AREAS).weighing(|page| page.items.iter().map(|item| 1 + item.scopes.len() as u64).sum());
const ORDER: [(Column, Order); 2] = [(Column::CreatedAt, Order::Asc), (Column::Id, Order::Asc)];

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    /// A protected API.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "services")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The authorization server whose tokens open it.
        pub server_id: String,
        /// For people.
        pub name: String,
        /// For people; may be empty.
        pub description: String,
        /// The gateway that guards it.
        pub gateway_id: Option<String>,
        /// The audience of its tokens. Unique within the tenant, never changes.
        pub indicator: String,
        /// Whether a token request that names no resource means this one. At most one of a tenant.
        pub is_default: bool,
        /// Life of its access tokens in seconds; the server's when absent.
        pub access_token_ttl: Option<i64>,
        /// Whether its APIs come from an imported specification.
        pub with_specification: bool,
        /// Built in: can be neither changed nor removed.
        pub system: bool,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for Service {
    const THING: &'static str = THING;
    const AREA: Area = Area::CATALOGUE;

    fn area_of_creation(&self) -> Area {
        // Whether a client's id is the audience of its tokens depends on the services that there are.
        let could_be_a_client = validate::is_plausible_id(&self.indicator);
        if could_be_a_client { Self::AREA.with(Self::AREA.created()) } else { Self::AREA.created() }
    }

    fn parent(&self) -> (&'static str, &str) {
        ("authorization_server", &self.server_id)
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn unique(&self) -> Vec<(&'static str, &str)> {
        // An indicator that was made of the id is taken because the id is.
        if self.indicator == default_indicator(&self.id) { Vec::new() } else { vec![("indicator", &self.indicator)] }
    }
}

impl Service {
    /// Whether it is, or is named like, the resource of a Logto management API: `https://{tenant}.logto.app/api`. Logto lets nobody
    /// change such a resource.
    #[must_use]
    pub fn is_management_api(&self) -> bool {
        let built_in = self.system && self.id == MANAGEMENT_API;
        let named_alike = self
            .indicator
            .strip_prefix("https://")
            .and_then(|rest| rest.strip_suffix(".logto.app/api"))
            .is_some_and(|tenant| !tenant.is_empty() && !tenant.contains('.'));
        built_in || named_alike
    }

    /// Whether its scopes open the control surface of this installation. Nobody adds to them.
    #[must_use]
    pub fn is_control_surface(&self) -> bool {
        self.system && control_surface::opens_management(&self.id)
    }

    fn refuse_if_fixed(&self) -> Result<()> {
        self.refuse_if_management_api()?;
        if self.system {
            return Err(Error::refused("built_in", "a built-in service can't be changed or removed"));
        }
        Ok(())
    }

    pub(crate) fn refuse_if_management_api(&self) -> Result<()> {
        if self.is_management_api() {
            return Err(Error::refused("management_api", "the management API's resource can't be changed or removed"));
        }
        Ok(())
    }
}

/// A service and what can be asked for on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceWithScopes {
    /// The service.
    pub service: Service,
    /// Its scopes in creation order.
    pub scopes: Vec<Scope>,
}

/// What a new service is made of.
#[derive(Clone, Debug, Default)]
pub struct NewService {
    /// Made when absent.
    pub id: Option<String>,
    /// The form of an id that is made.
    pub id_form: IdForm,
    /// The server it belongs to.
    pub server_id: String,
    /// Not empty.
    pub name: String,
    /// May be empty.
    pub description: String,
    /// The gateway that guards it, one of its server's.
    pub gateway_id: Option<String>,
    /// `urn:authplane:service:{id}` when absent.
    pub indicator: Option<String>,
    /// Seconds, not negative; the server's when absent.
    pub access_token_ttl: Option<i64>,
}

/// What changes of a service; `None` leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct ServiceChanges {
    /// Not empty.
    pub name: Option<String>,
    /// May be empty.
    pub description: Option<String>,
    /// `Some(None)` takes the gateway away.
    pub gateway_id: Option<Option<String>>,
    /// Seconds; `Some(None)` returns to the server's.
    pub access_token_ttl: Option<Option<i64>>,
}

/// One service.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Arc<Service>>> {
    row::find_cached(store, Freshness::Exact, tenant, BY_ID, id).await
}

/// The service whose tokens have this audience, compared letter by letter.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find_by_indicator(
    store: &Store,
    freshness: Freshness,
    tenant: &str,
    indicator: &str,
) -> Result<Option<Arc<Service>>> {
    if indicator.len() > INDICATOR_LENGTH || indicator.contains('\0') {
        return Ok(None);
    }
    store
        .cached_option(freshness, tenant, BY_INDICATOR, indicator, || async {
            Ok(Entity::find()
                .filter(Column::TenantId.eq(tenant))
                .filter(Column::Indicator.eq(indicator))
                .one(store.reader())
                .await?)
        })
        .await
}

/// The service that a token request means when it names none.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn default_of_tenant(store: &Store, freshness: Freshness, tenant: &str) -> Result<Option<Arc<Service>>> {
    let found = store
        .cached(freshness, tenant, OF_TENANT, "", || async {
            let select = Entity::find().filter(Column::TenantId.eq(tenant)).filter(is_the_default());
            Ok(select.one(store.reader()).await?.map(Arc::new))
        })
        .await?;
    Ok(Option::clone(&found))
}

/// The very condition of the partial index that holds default services only. Compared with a bound `true`, neither database knows, when
/// it plans, that the index will do, and walks all services of the tenant.
fn is_the_default() -> Expr {
    Expr::col(Column::IsDefault)
}

/// The services of a server in creation order; none for an unknown server.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list_of_server(store: &Store, server: ServerKey<'_>) -> Result<Arc<Page<Service>>> {
    store.cached(Freshness::Exact, server.tenant, LIST, server.id, || rows_of_server(store, server)).await
}

/// A part of the services of a server that administrators made, or all of them, in creation order, and Logto's management API: its API resources. What
/// the other built-in services group is a matter of OpenID and ACP, and no resource that a token could be for.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn page(store: &Store, server: ServerKey<'_>, window: Option<Window>) -> Result<Arc<Page<Service>>> {
    let key = page_key(server.id, window);
    store.cached(Freshness::Exact, server.tenant, PAGE, &key, || resources_of_server(store, server, window)).await
}

/// As [`page()`], each with its scopes; two statements however long it is.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn page_with_scopes(
    store: &Store,
    server: ServerKey<'_>,
    window: Option<Window>,
) -> Result<Arc<Page<ServiceWithScopes>>> {
    let key = page_key(server.id, window);
    store
        .cached(Freshness::Exact, server.tenant, PAGE_WITH_SCOPES, &key, || async {
            let services = resources_of_server(store, server, window).await?;
            // Few ids are named; for all of a server, the server is.
            let ids = window.map(|_| services.items.iter().map(|service| service.id.as_str()).collect::<Vec<_>>());
            let mut scopes = scope::by_service(store, server, ids).await?;
            Ok(services.map(|service| {
                let scopes = scopes.remove(&service.id).unwrap_or_default();
                ServiceWithScopes { service, scopes }
            }))
        })
        .await
}

/// The ids of the services of a server that nobody made.
pub(crate) async fn built_in_of_server(
    connection: &impl ConnectionTrait,
    server: ServerKey<'_>,
) -> Result<Vec<String>> {
    let select = Entity::find().select_only().column(Column::Id).filter(Column::TenantId.eq(server.tenant));
    let select = select.filter(Column::ServerId.eq(server.id)).filter(Column::System.eq(true));
    Ok(select.into_tuple().all(connection).await?)
}

/// Makes a service.
///
/// # Errors
/// [`Error::Invalid`] for a field (`gateway_id` for one that isn't of the server), [`Error::NotFound`] for an unknown server, [`Error::Conflict`] for an `id` or `indicator` that is
/// taken, [`Error::Unavailable`] without database.
pub async fn create(acting: &Acting, new: NewService) -> Result<Service> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let NewService { id, id_form, server_id, name, description, gateway_id, indicator, access_token_ttl } = new;
    let id = id.map_or_else(|| id_form.id(store.environment()), Ok)?;
    let indicator = indicator.unwrap_or_else(|| default_indicator(&id));
    validate::id("id", &id)?;
    check(Some(&name), Some(&description), access_token_ttl)?;
    check_indicator(&id, &indicator)?;
    refuse_client_id(store, tenant, &indicator).await?;
    if authorization_server::find(store, tenant, &server_id).await?.is_none() {
        return Err(Error::not_found("authorization_server", server_id));
    }
    let service = Service {
        tenant_id: tenant.to_owned(),
        id,
        server_id,
        name,
        description,
        gateway_id,
        indicator,
        is_default: false,
        access_token_ttl,
        with_specification: false,
        system: false,
        created_at: store.created_at(),
    };
    let Some(gateway_id) = &service.gateway_id else {
        row::create(acting, &service).await?;
        return Ok(service);
    };
    let transaction = acting.begin().await?;
    check_gateway(gateway::locked(&transaction, gateway_id).await?.as_ref(), &service)?;
    row::insert(&transaction, &service).await?;
    transaction.commit().await?;
    Ok(service)
}

/// Changes a service.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`management_api`, `built_in`); [`Error::Invalid`] for a field; [`Error::Unavailable`] without
/// database. In this order.
pub async fn change(acting: &Acting, id: &str, changes: ServiceChanges) -> Result<Service> {
    let transaction = acting.begin().await?;
    // Before the service: that is the order in which a gateway that is removed lets its services go.
    let gateway = match &changes.gateway_id {
        Some(Some(id)) => gateway::locked(&transaction, id).await?,
        _ => None,
    };
    let before: Service = row::locked(&transaction, id).await?;
    before.refuse_if_fixed()?;
    let ServiceChanges { name, description, gateway_id, access_token_ttl } = changes;
    check(name.as_deref(), description.as_deref(), access_token_ttl.flatten())?;
    let after = Service {
        name: name.unwrap_or_else(|| before.name.clone()),
        description: description.unwrap_or_else(|| before.description.clone()),
        gateway_id: gateway_id.unwrap_or_else(|| before.gateway_id.clone()),
        access_token_ttl: access_token_ttl.unwrap_or(before.access_token_ttl),
        ..before.clone()
    };
    if after == before {
        return Ok(before);
    }
    if after.gateway_id.is_some() && after.gateway_id != before.gateway_id {
        check_gateway(gateway.as_ref(), &after)?;
    }
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// A gateway that is removed guards none of its services any more.
pub(crate) async fn let_go_of_gateway(transaction: &Transaction, gateway_id: &str) -> Result<()> {
    transaction.touch(Service::AREA);
    Entity::update_many()
        .col_expr(Column::GatewayId, Expr::value(None::<String>))
        .filter(Column::TenantId.eq(transaction.tenant()))
        .filter(Column::GatewayId.eq(gateway_id))
        .exec(&**transaction)
        .await?;
    Ok(())
}

/// Makes a service the tenant's default one, which no other is then, or not the default one any more. Built-in ones too.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`] without database.
pub async fn set_default(acting: &Acting, id: &str, is_default: bool) -> Result<Service> {
    let transaction = acting.begin().await?;
    // Two at once must queue up, or both would clear the same former default.
    crate::installation::tenant::lock(&transaction).await?;
    let before: Service = row::locked(&transaction, id).await?;
    if before.is_default == is_default {
        return Ok(before);
    }
    if is_default {
        clear_default(&transaction).await?;
    }
    let after = Service { is_default, ..before.clone() };
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(after)
}

/// From now on the tenant has no default service.
pub(crate) async fn clear_default(transaction: &Transaction) -> Result<()> {
    transaction.touch(Service::AREA);
    Entity::update_many()
        .col_expr(Column::IsDefault, Expr::value(false))
        .filter(Column::TenantId.eq(transaction.tenant()))
        .filter(is_the_default())
        .exec(&**transaction)
        .await?;
    Ok(())
}

/// Removes a service, its scopes, and these from the clients that may have them.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`management_api`, `built_in`); [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    row::delete(acting, id, Service::refuse_if_fixed).await
}

pub(crate) fn default_indicator(id: &str) -> String {
    format!("{RESERVED_AUDIENCES}service:{id}")
}

/// Whether an audience has the form of those that this server makes by itself. Only a service that it made has such a one.
#[must_use]
pub fn is_reserved_audience(audience: &str) -> bool {
    audience.get(..RESERVED_AUDIENCES.len()).is_some_and(|start| start.eq_ignore_ascii_case(RESERVED_AUDIENCES))
}

/// Whether a service of the tenant has this indicator: a token for it is had by naming it, and in no other way.
pub(crate) async fn has_indicator(connection: &impl ConnectionTrait, tenant: &str, indicator: &str) -> Result<bool> {
    let found = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Indicator.eq(indicator));
    Ok(found.one(connection).await?.is_some())
}

/// A client's id is the audience of its tokens where it is registered for no other: none may have the indicator of a service.
pub(crate) async fn refuse_indicator(transaction: &Transaction, client_id: &str) -> Result<()> {
    if has_indicator(&**transaction, transaction.tenant(), client_id).await? {
        return Err(Error::invalid("client_id", "is the indicator of a service"));
    }
    Ok(())
}

/// The other way round. An id never has a slash in it, as most indicators do.
async fn refuse_client_id(store: &Store, tenant: &str, indicator: &str) -> Result<()> {
    match client::find(store, tenant, indicator).await? {
        Some(_) => Err(Error::invalid("indicator", "is the id of a client")),
        None => Ok(()),
    }
}

async fn rows_of_server(store: &Store, server: ServerKey<'_>) -> Result<Page<Service>> {
    let select = Entity::find().filter(Column::TenantId.eq(server.tenant)).filter(Column::ServerId.eq(server.id));
    page::load(store, store.reader(), select, &ORDER, None).await
}

async fn resources_of_server(store: &Store, server: ServerKey<'_>, window: Option<Window>) -> Result<Page<Service>> {
    let shown = Condition::any().add(Column::System.eq(false)).add(Column::Id.eq(MANAGEMENT_API));
    let select =
        Entity::find().filter(Column::TenantId.eq(server.tenant)).filter(Column::ServerId.eq(server.id)).filter(shown);
    page::load(store, store.reader(), select, &ORDER, window).await
}

/// A gateway guards services of its own server.
fn check_gateway(gateway: Option<&Gateway>, service: &Service) -> Result<()> {
    match gateway {
        Some(gateway) if gateway.server_id == service.server_id => Ok(()),
        _ => Err(Error::invalid("gateway_id", "is the id of no gateway of the service's authorization server")),
    }
}

pub(crate) fn check(name: Option<&str>, description: Option<&str>, ttl: Option<i64>) -> Result<()> {
    name.map_or(Ok(()), |name| validate::name("name", name))?;
    description.map_or(Ok(()), |description| validate::text("description", description))?;
    validate::seconds("access_token_ttl", ttl)
}

/// Whether a service can have this audience.
pub(crate) fn check_indicator(id: &str, indicator: &str) -> Result<()> {
    if indicator.is_empty() {
        return Err(Error::invalid("indicator", "must not be empty"));
    }
    validate::one_line("indicator", indicator, INDICATOR_LENGTH)?;
    if is_reserved_audience(indicator) && indicator != default_indicator(id) {
        return Err(Error::invalid("indicator", "begins like those that this server makes"));
    }
    Ok(())
}

fn page_key(server_id: &str, window: Option<Window>) -> String {
    match window {
        Some(Window { limit, offset }) => format!("{server_id} {limit} {offset}"),
        None => server_id.to_owned(),
    }
}

//! What the token endpoint needs to know of a client, in one value that is loaded once.

use std::collections::HashMap;
use std::sync::Arc;

use aws_lc_rs::{constant_time, digest};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Client, KnownSecret, link, role_link, roles, scopes_of, secrets};
use crate::catalogue::server_key::ServerKey;
use crate::catalogue::service::{self, Service};
use crate::clients::role;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::row;
use crate::{Result, Store};

const CREDENTIALS: Kind<ClientCredentials> =
    Kind::of_rows(Area::CLIENTS.with(Area::ROLES).with(Area::CATALOGUE).with(Area::SERVERS).with(Area::TENANTS))
        .weighing(weight);

/// About what other values are that are one row: half a kilobyte.
const UNIT: usize = 512;

/// By its bytes: a client may be a hundred times as large as another one.
fn weight(credentials: &ClientCredentials) -> u64 {
    let client = serde_json::to_vec(&credentials.client).map_or(0, |json| json.len());
    let scopes = credentials.scopes.iter().map(|scope| {
        let texts = [Some(&scope.name), Some(&scope.id), scope.service_id.as_ref(), scope.indicator.as_ref()];
        size_of::<AllowedScope>() + texts.into_iter().flatten().map(String::len).sum::<usize>()
    });
    let bytes = size_of::<ClientCredentials>() + client + scopes.sum::<usize>();
    bytes.div_ceil(UNIT) as u64
}

/// A scope that a client may have, with what a token for it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedScope {
    /// The scope's id.
    pub id: String,
    /// The scope's name.
    pub name: String,
    /// Its service, if one claims it.
    pub service_id: Option<String>,
    /// A role gives it, and the client was given it in no other way: it is the client's alone, whoever its users are.
    pub by_role: bool,
    /// That service is one of the server's own. Only such a scope is a right here: see [`AllowedScope::is_of`].
    pub built_in: bool,
    /// The service's indicator: the audience.
    pub indicator: Option<String>,
    /// Seconds; the server's life of access tokens when absent.
    pub access_token_ttl: Option<i64>,
}

impl AllowedScope {
    /// Whether it belongs to this built-in service. A right comes from whose a scope is: its name alone says nothing, since any service of the server may
    /// have a scope called so.
    #[must_use]
    pub fn is_of(&self, built_in_service: &str) -> bool {
        self.built_in && self.service_id.as_deref() == Some(built_in_service)
    }
}

/// A client as the token endpoint sees it.
#[derive(PartialEq)]
pub struct ClientCredentials {
    /// The client.
    pub client: Client,
    /// Its secrets as they are compared, in the client's order.
    pub secrets: Vec<KnownSecret>,
    /// The scopes it may have: those that it was given, then those of its roles, each in their creation order.
    pub scopes: Vec<AllowedScope>,
    /// Its id may be the audience of its tokens: it isn't that of a service, nor like those that this server makes.
    pub id_is_free: bool,
}

impl std::fmt::Debug for ClientCredentials {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("ClientCredentials")
            .field("client", &self.client)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

impl ClientCredentials {
    /// The server itself where it asks in its own name, for pages of its own: a client that nobody registered and that no finder finds. It has no id, no secret and no
    /// scopes.
    #[must_use]
    pub fn of_server_itself(store: &Store, server: ServerKey<'_>) -> Self {
        let client = super::configured::unsaid(store, server.tenant, String::new(), server.id.to_owned());
        Self { client, secrets: Vec::new(), scopes: Vec::new(), id_is_free: false }
    }

    /// Whether it was given this very scope of this built-in service.
    #[must_use]
    pub fn holds(&self, built_in_service: &str, scope: &str) -> bool {
        self.scopes.iter().any(|given| given.name == scope && given.is_of(built_in_service))
    }
}

/// Machine-made secrets have 256 bits: a plain hash is as good as a slow one and keeps the token path fast.
pub(crate) fn secret_digest(secret: &str) -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes.copy_from_slice(digest::digest(&digest::SHA256, secret.as_bytes()).as_ref());
    bytes
}

pub(crate) fn matches(expected: &[u8; 32], presented: &str) -> bool {
    digests_match(expected, &secret_digest(presented))
}

pub(crate) fn digests_match(expected: &[u8; 32], presented: &[u8; 32]) -> bool {
    constant_time::verify_slices_are_equal(expected, presented).is_ok()
}

/// The client with what a token for it needs. With a `server_id`, only if it is that server's.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database; [`Error::Internal`](crate::Error::Internal) when the master key
/// of its secret is missing.
pub async fn credentials(
    store: &Store,
    tenant: &str,
    server_id: Option<&str>,
    client_id: &str,
) -> Result<Option<Arc<ClientCredentials>>> {
    if !row::can_exist(tenant, client_id) {
        return Ok(None);
    }
    let found = store
        .cached_option(Freshness::Notified, tenant, CREDENTIALS, client_id, || load(store, tenant, client_id))
        .await?;
    Ok(found.filter(|found| server_id.is_none_or(|server_id| found.client.server_id == server_id)))
}

async fn load(store: &Store, tenant: &str, client_id: &str) -> Result<Option<ClientCredentials>> {
    let connection = store.reader();
    let Some(client) = row::find::<Client>(connection, tenant, client_id).await? else { return Ok(None) };
    let mut scopes = scopes_of(connection, tenant, link::Column::ClientId.eq(client_id)).await?;
    let scopes = scopes.remove(client_id).unwrap_or_default();
    let of_client = role_link::Column::ClientId.eq(client_id);
    let roles = roles::of_clients(connection, tenant, of_client).await?.remove(client_id).unwrap_or_default();
    let by_roles = if client.roles_count() && !roles.is_empty() {
        let mut by_roles = role::of_client(connection, tenant, client_id).await?;
        // Another server's are none of this one's.
        by_roles
            .retain(|scope| scope.server_id == client.server_id && !scopes.iter().any(|given| given.id == scope.id));
        by_roles
    } else {
        Vec::new()
    };
    let all = || scopes.iter().map(|scope| (scope, false)).chain(by_roles.iter().map(|scope| (scope, true)));
    let service_ids: std::collections::HashSet<&str> =
        all().filter_map(|(scope, _)| scope.service_id.as_deref()).collect();
    let services: HashMap<String, Service> = if service_ids.is_empty() {
        HashMap::new()
    } else {
        let services = service::Entity::find()
            .filter(service::Column::TenantId.eq(tenant))
            .filter(service::Column::Id.is_in(service_ids));
        services.all(connection).await?.into_iter().map(|service| (service.id.clone(), service)).collect()
    };
    let allowed = all().map(|(scope, by_role)| {
        let service = scope.service_id.as_ref().and_then(|id| services.get(id));
        AllowedScope {
            id: scope.id.clone(),
            name: scope.name.clone(),
            service_id: scope.service_id.clone(),
            by_role,
            built_in: service.is_some_and(|service| service.system),
            indicator: service.map(|service| service.indicator.clone()),
            access_token_ttl: service.and_then(|service| service.access_token_ttl),
        }
    });
    let allowed = allowed.collect();
    let id_is_free =
        !service::is_reserved_audience(client_id) && !service::has_indicator(connection, tenant, client_id).await?;
    let of_client = secrets::Column::ClientId.eq(client_id);
    let kept = secrets::of_clients(connection, tenant, of_client).await?.remove(client_id).unwrap_or_default();
    let mut client = client.with_scopes(scopes).with_roles(roles).with_secrets(kept);
    // No token needs it, and it may be large: this is kept in memory.
    client.application.custom_data.clear();
    let secrets = secrets::known(store, &client)?;
    Ok(Some(ClientCredentials { client, secrets, scopes: allowed, id_is_free }))
}

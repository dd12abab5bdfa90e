//! Authorization servers: the issuers of a tenant.

mod changes;
mod details;

use std::sync::Arc;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

pub use self::changes::{change, create, remove};
pub(crate) use self::changes::{check_id, seal_rotated, unsaid};
pub(crate) use self::details::check_secrets;
pub use self::details::{GRANT_TYPES, NewServer, PROFILES, ServerChanges, ServerDetails};
pub(crate) use self::entity::{Column, Entity};
pub use self::entity::{Model as AuthorizationServer, SigningAlgorithm};
use crate::catalogue::server_key::ServerKey;
use crate::installation::tenant;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::row::{self, Row};
use crate::{Error, Result, Store};

pub(crate) const THING: &str = "authorization_server";

/// The server of a tenant whose tokens open the administration API.
pub const ADMIN: &str = "admin";
/// The server of a tenant whose clients, services and scopes Logto's dialect and the local user store show.
pub const DEFAULT: &str = "default";
/// The server of a tenant whose tokens open the developer API.
pub const DEVELOPER: &str = "developer";
/// The server of a tenant whose tokens open the system API.
pub const SYSTEM: &str = "system";

const BY_ID: Kind<AuthorizationServer> = Kind::new(Area::SERVERS.with(Area::TENANTS));
const ALL: Kind<Vec<AuthorizationServer>> = Kind::new(Area::SERVERS.with(Area::TENANTS));

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize, Serializer};

    use crate::sign_in::authentication;
    use crate::storage::seal::Sealed;
    use crate::storage::string_list::StringList;

    /// What a server signs its tokens with (RFC 7518 §3.1, RFC 8037 §3.1).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Text")]
    pub enum SigningAlgorithm {
        /// RSA 2048, PKCS #1 v1.5, SHA-256.
        #[default]
        #[sea_orm(string_value = "RS256")]
        RS256,
        /// P-256, SHA-256.
        #[sea_orm(string_value = "ES256")]
        ES256,
        /// Ed25519.
        #[sea_orm(string_value = "EdDSA")]
        EdDSA,
    }

    /// One issuer of a tenant.
    #[derive(Clone, Debug, PartialEq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "authorization_servers")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// For people.
        pub name: String,
        /// One of the tenant's built-in `admin`, `developer` and `system`.
        pub system: bool,
        /// What new keys of it are made for.
        pub key_algorithm: SigningAlgorithm,
        /// Life of access tokens in seconds.
        pub access_token_ttl: i64,
        /// Life of authorization codes in seconds.
        pub authorization_code_ttl: i64,
        /// Life of ID tokens in seconds.
        pub id_token_ttl: i64,
        /// Life of refresh tokens in seconds.
        pub refresh_token_ttl: i64,
        /// Life of the login cookie in seconds.
        pub cookie_max_age: i64,
        /// The grants that its token endpoint knows.
        #[sea_orm(column_type = "JsonBinary")]
        pub grant_types: StringList,
        /// Whether every code needs a proof key (RFC 7636).
        pub enforce_pkce: bool,
        /// Whether clients may register themselves (RFC 7591).
        pub enable_dynamic_client_registration: bool,
        /// Named sets of restrictions, such as `oauth21`: [`PROFILES`](super::PROFILES).
        #[sea_orm(column_type = "JsonBinary")]
        pub profiles: StringList,
        /// The policy that a client must pass to be registered here.
        pub developer_policy_id: Option<String>,
        /// The policy that a user must pass to get a token here.
        pub user_policy_id: Option<String>,
        /// An issuer other than the one that is made of the installation's address, of a server that came from elsewhere and whose resource servers know it by that name.
        pub issuer_url: Option<String>,
        /// Its picture.
        pub logo_uri: String,
        /// How users prove who they are, with secrets: see [`authentication::of_server`].
        #[sea_orm(column_type = "JsonBinary")]
        #[serde(serialize_with = "without_secrets")]
        pub(crate) authentications: Json,
        /// When it was made.
        pub created_at: DateTimeUtc,
        /// Hashes opaque tokens and codes.
        #[serde(skip)]
        pub(crate) secret: Sealed,
        /// A JSON list of former secrets, newest first.
        #[serde(skip)]
        pub(crate) rotated_secrets: Sealed,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    fn without_secrets<S: Serializer>(authentications: &Json, serializer: S) -> Result<S::Ok, S::Error> {
        serde::Serialize::serialize(&authentication::without_secrets(authentications), serializer)
    }
}

impl Row for AuthorizationServer {
    const THING: &'static str = THING;
    const AREA: Area = Area::SERVERS;

    fn parent(&self) -> (&'static str, &str) {
        ("tenant", &self.tenant_id)
    }

    fn id(&self) -> &str {
        &self.id
    }
}

impl AuthorizationServer {
    /// Which one it is.
    #[must_use]
    pub fn key(&self) -> ServerKey<'_> {
        ServerKey { tenant: &self.tenant_id, id: &self.id }
    }

    /// Whether what its tokens or users may do reaches the control surface: those of the system do, and `default`, which Logto's dialect and
    /// the local user store live on. Who may do only a part there must not change them.
    #[must_use]
    pub fn opens_control_surface(&self) -> bool {
        self.system || self.id == DEFAULT
    }
}

impl SigningAlgorithm {
    /// Its name as `alg`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RS256 => "RS256",
            Self::ES256 => "ES256",
            Self::EdDSA => "EdDSA",
        }
    }
}

/// The secrets of a server, opened.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerSecrets {
    /// The one in use: 43 characters or more.
    pub current: String,
    /// Former ones that are still accepted.
    pub rotated: Vec<String>,
}

impl std::fmt::Debug for ServerSecrets {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("ServerSecrets").field("rotated", &self.rotated.len()).finish_non_exhaustive()
    }
}

/// One server.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Arc<AuthorizationServer>>> {
    if !row::can_exist(tenant, id) {
        return Ok(None);
    }
    // A tenant that was removed has no servers, although their rows may still be going: whatever is asked of a tenant goes through one of them.
    let load = || async {
        let found = Entity::find_by_id((tenant.to_owned(), id.to_owned())).filter(tenant::is_there(Expr::val(tenant)));
        Ok(found.one(store.reader()).await?)
    };
    store.cached_option(Freshness::Notified, tenant, BY_ID, id, load).await
}

/// One server as it is now, for what is shown in order to be changed.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find_now(store: &Store, tenant: &str, id: &str) -> Result<Option<Arc<AuthorizationServer>>> {
    row::find_cached(store, Freshness::Exact, tenant, BY_ID, id).await
}

/// Whether it is one of the system's: what is in it is for those who may do everything, since rights here could be gained by it.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn is_of_system(store: &Store, server: ServerKey<'_>) -> Result<bool> {
    Ok(find(store, server.tenant, server.id).await?.is_some_and(|server| server.system))
}

/// The servers of a tenant in creation order; none for an unknown tenant.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list(store: &Store, tenant: &str) -> Result<Arc<Vec<AuthorizationServer>>> {
    let load = || row::list(store, tenant, tenant::is_there(Expr::val(tenant)));
    store.cached(Freshness::Exact, tenant, ALL, "", load).await
}

/// The servers of a tenant as they are in a transaction.
pub(crate) async fn of_tenant(connection: &impl ConnectionTrait, tenant: &str) -> Result<Vec<AuthorizationServer>> {
    Ok(Entity::find().filter(entity::Column::TenantId.eq(tenant)).all(connection).await?)
}

/// Opens the secrets of a server.
///
/// # Errors
/// [`Error::Internal`] when the master key is missing.
pub fn open_secrets(store: &Store, server: &AuthorizationServer) -> Result<ServerSecrets> {
    let current = store.open_text(&secret_context(server.key()), &server.secret)?;
    let rotated = store.open(&rotated_context(server.key()), &server.rotated_secrets)?;
    let rotated = serde_json::from_slice(&rotated).map_err(Error::internal)?;
    Ok(ServerSecrets { current, rotated })
}

pub(crate) fn secret_context(server: ServerKey<'_>) -> String {
    format!("server_secret:{}:{}", server.tenant, server.id)
}

pub(crate) fn rotated_context(server: ServerKey<'_>) -> String {
    format!("server_rotated_secrets:{}:{}", server.tenant, server.id)
}

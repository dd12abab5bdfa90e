//! Claims: which parts of what is known about a user go into which tokens.

use std::sync::Arc;

use sea_orm::ColumnTrait;

pub use self::entity::{ClaimType, Model as Claim};
pub(crate) use self::entity::{Column, Entity};
use crate::catalogue::authorization_server;
use crate::catalogue::server_key::ServerKey;
use crate::installation::acting::Acting;
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::row::{self, Row};
use crate::{Error, Result, Store, identifier, validate};

const THING: &str = "claim";
const NAME_LENGTH: usize = 128;
const MAPPING_LENGTH: usize = 512;
const MOST_SCOPES: usize = 256;
/// What a token says by itself: nobody's attribute may stand in its place (CVE-2024-29892).
const RESERVED: [&[&str]; 6] = [
    // RFC 7519 §4.1, RFC 7515 §4.1.9
    &["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "typ"],
    // RFC 9068 §2.2, RFC 7662 §2.2
    &["client_id", "scope", "active", "token_type"],
    // OpenID Connect Core §2 and 3.3.2.11; FAPI 1.0 for `s_hash`
    &["azp", "nonce", "auth_time", "acr", "amr", "at_hash", "c_hash", "s_hash"],
    // What tells a logout token from an ID token (Back-Channel Logout 1.0 §2.4).
    &["sid", "events"],
    // RFC 7800 §3.1, RFC 8693 §4.1 and 4.4
    &["cnf", "act", "may_act"],
    // This server's own.
    &["scp", "tid", "aid", "gid"],
];

const OF_SERVER: Kind<Vec<Claim>> =
    Kind::new(Area::POLICIES.with(Area::SERVERS).with(Area::TENANTS)).weighing(|claims| claims.len() as u64);

mod entity {
    use schemars::JsonSchema;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    use crate::storage::string_list::StringList;

    /// The token that a claim goes into.
    #[derive(
        Clone, Copy, Debug, PartialEq, Hash, Eq, Serialize, Deserialize, JsonSchema, EnumIter, DeriveActiveEnum,
    )]
    #[serde(rename_all = "snake_case")]
    #[schemars(rename = "AcpClaimType")]
    #[sea_orm(rs_type = "String", db_type = "Text")]
    pub enum ClaimType {
        /// ID tokens, and the answers of userinfo.
        #[sea_orm(string_value = "id_token")]
        IdToken,
        /// Access tokens.
        #[sea_orm(string_value = "access_token")]
        AccessToken,
    }

    /// One claim of a server.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "claims")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Unique within the tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The server whose tokens hold it.
        pub server_id: String,
        /// Its name in the token. Unique within server and type.
        pub name: String,
        /// Path into the authentication context, with dots.
        pub mapping: String,
        /// Which token. (`type` in the API.)
        pub claim_type: ClaimType,
        /// Present when one of these was granted; always when there is none.
        #[sea_orm(column_type = "JsonBinary")]
        pub scopes: StringList,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for Claim {
    const THING: &'static str = THING;
    const AREA: Area = Area::POLICIES;

    fn parent(&self) -> (&'static str, &str) {
        ("authorization_server", &self.server_id)
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn unique(&self) -> Vec<(&'static str, &str)> {
        vec![("name", &self.name)]
    }
}

/// What a new claim is made of.
#[derive(Clone, Debug)]
pub struct NewClaim {
    /// Made when absent.
    pub id: Option<String>,
    /// The server whose tokens will hold it.
    pub server_id: String,
    /// Everything that can change later.
    pub details: ClaimDetails,
}

/// Everything of a claim that can be set.
#[derive(Clone, Debug)]
pub struct ClaimDetails {
    /// Its name in the token; dots make objects. Unique within server and type, and none that tokens have by themselves.
    pub name: String,
    /// Path into the authentication context, with dots.
    pub mapping: String,
    /// Which token.
    pub claim_type: ClaimType,
    /// Present when one of these was granted; always when there is none.
    pub scopes: Vec<String>,
}

/// One claim.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Claim>> {
    row::find(store.reader(), tenant, id).await
}

/// The claims of a server in creation order; none for an unknown server.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn list_of_server(store: &Store, freshness: Freshness, server: ServerKey<'_>) -> Result<Arc<Vec<Claim>>> {
    let load = || row::list(store, server.tenant, Column::ServerId.eq(server.id));
    store.cached(freshness, server.tenant, OF_SERVER, server.id, load).await
}

/// Makes a claim.
///
/// # Errors
/// [`Error::Invalid`] for a field; [`Error::NotFound`] for an unknown server; [`Error::Conflict`] for an `id`, or a `name` among the
/// server's claims of this type, that is taken; [`Error::Unavailable`] without database.
pub async fn create(acting: &Acting, new: NewClaim) -> Result<Claim> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let NewClaim { id, server_id, details } = new;
    let id = id.map_or_else(|| identifier::xid(store.environment()), Ok)?;
    validate::id("id", &id)?;
    details.check()?;
    if authorization_server::find(store, tenant, &server_id).await?.is_none() {
        return Err(Error::not_found("authorization_server", server_id));
    }
    let ClaimDetails { name, mapping, claim_type, scopes } = details;
    let claim = Claim {
        tenant_id: tenant.to_owned(),
        id,
        server_id,
        name,
        mapping,
        claim_type,
        scopes: scopes.into(),
        created_at: store.created_at(),
    };
    row::create(acting, &claim).await?;
    Ok(claim)
}

/// Replaces everything of a claim but its id and its server.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field; [`Error::Conflict`] for a `name` that is taken; [`Error::Unavailable`] without
/// database.
pub async fn change(acting: &Acting, id: &str, details: ClaimDetails) -> Result<Claim> {
    row::change(acting, id, |before: &Claim| {
        details.check()?;
        let ClaimDetails { name, mapping, claim_type, scopes } = details;
        Ok(Claim { name, mapping, claim_type, scopes: scopes.into(), ..before.clone() })
    })
    .await
}

/// Removes a claim.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    row::delete(acting, id, |_: &Claim| Ok(())).await
}

impl ClaimDetails {
    pub(crate) fn check(&self) -> Result<()> {
        path("name", &self.name, NAME_LENGTH)?;
        let outermost = self.name.split('.').next().unwrap_or_default();
        if is_reserved(outermost) {
            return Err(Error::invalid("name", format!("{outermost:?} is what tokens say by themselves")));
        }
        path("mapping", &self.mapping, MAPPING_LENGTH)?;
        if self.scopes.len() > MOST_SCOPES {
            return Err(Error::invalid("scopes", format!("at most {MOST_SCOPES} items")));
        }
        for scope in &self.scopes {
            validate::name("scopes", scope)?;
            if scope.contains(char::is_whitespace) {
                return Err(Error::invalid("scopes", "must not hold white space"));
            }
        }
        Ok(())
    }
}

/// Is this what tokens say by themselves? No mapping and no claims request puts anything else there.
#[must_use]
pub fn is_reserved(outermost: &str) -> bool {
    RESERVED.iter().any(|names| names.contains(&outermost))
}

/// Names with dots between them.
fn path(field: &'static str, path: &str, length: usize) -> Result<()> {
    if path.split('.').any(|name| name.trim().is_empty()) {
        return Err(Error::invalid(field, "must be a name, or names with dots between them"));
    }
    validate::one_line(field, path, length)
}

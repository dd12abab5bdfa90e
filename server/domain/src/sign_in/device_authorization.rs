//! A device without a browser that waits for its user (RFC 8628).
//!
//! It holds a device code of 256 bits, of which only the digest is stored, and shows a user code of eight letters, with which its user finds it in a browser of
//! their own. What becomes of it is claimed by one conditional statement each: it is decided once, and redeemed once, by whichever of any number of callers on
//! any number of replicas is first. The approval is part of the transaction that makes the authorization grant: see
//! [`authorization_grant::issue`](crate::tokens::authorization_grant::issue).

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveEnum, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryTrait, Statement, UpdateMany};
use serde_json::Value;

use self::entity::Column;
pub(crate) use self::entity::Entity;
pub use self::entity::{Model as DeviceAuthorization, State};
use crate::catalogue::server_key::ServerKey;
use crate::storage::cache::Area;
use crate::storage::expiring::Expiring;
use crate::storage::row;
use crate::tokens::authorization_grant::AuthorizationGrant;
use crate::{Error, Result, Store, error, identifier};

/// Seconds that a user has (RFC 8628 §3.2, `expires_in`).
pub const LIFETIME: i64 = 600;
/// Seconds between two questions of the device, at first (RFC 8628 §3.2, `interval`).
pub const INTERVAL: i32 = 5;
/// By so many seconds the interval grows each time that a device doesn't keep to it (RFC 8628 §3.5).
const SLOWER: i32 = 5;
/// A user code that is taken is drawn again. Of 20^8 there are never so many in use that it would be twice.
const DRAWS: usize = 4;

const THING: &str = "device_authorization";

mod entity {
    use sea_orm::entity::prelude::*;

    /// How far it has come.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    pub enum State {
        /// The user hasn't decided.
        Pending,
        /// The user agreed, and the device hasn't heard of it.
        Approved,
        /// The user refused.
        Denied,
        /// The device has its tokens.
        Redeemed,
    }

    /// One device.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "device_authorizations")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// 128 bits.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The server that was asked.
        pub server_id: String,
        /// The client that asks.
        pub client_id: String,
        /// Of the device code.
        pub(crate) digest: String,
        /// Eight letters, without a dash.
        pub user_code: String,
        /// What it asks for, in the form of the layer that reads it again.
        #[sea_orm(column_type = "JsonBinary")]
        pub request: Json,
        /// How far it has come.
        pub state: State,
        /// The authorization grant, once the user agreed.
        pub grant_id: Option<String>,
        /// Seconds that the device has to wait between two questions.
        pub interval: i32,
        /// When it asked last, in seconds since the epoch; 0 before the first time.
        pub(crate) polled_at: i64,
        /// Seconds since the epoch.
        pub expires_at: i64,
        /// When it was made.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Expiring for Entity {
    const KEY: Column = Column::Id;
    const EXPIRES_AT: Column = Column::ExpiresAt;
    /// As long again as it lived, so that a device that still asks is told that it was too late, and not that there never was such a code.
    const KEPT: i64 = LIFETIME;
}

/// What a device authorization is made of.
#[derive(Clone, Debug)]
pub struct NewDeviceAuthorization<'a> {
    /// The server that is asked.
    pub server_id: &'a str,
    /// The client that asks.
    pub client_id: &'a str,
    /// What for.
    pub request: Value,
}

/// A device authorization that was just made.
#[derive(Clone)]
pub struct Created {
    /// The row.
    pub device_authorization: DeviceAuthorization,
    /// What the device asks with; nobody else may see it.
    pub device_code: String,
}

impl std::fmt::Debug for Created {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Created")
            .field("device_authorization", &self.device_authorization)
            .finish_non_exhaustive()
    }
}

/// What a device that waits is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Poll {
    /// To ask again after the interval.
    Pending,
    /// The same, and that the interval has become longer, because it asked too soon.
    SlowDown,
}

impl DeviceAuthorization {
    /// The user code as it is shown: two groups of four letters.
    #[must_use]
    pub fn shown_user_code(&self) -> String {
        shown(&self.user_code)
    }

    /// Can its user still decide?
    #[must_use]
    pub fn waits(&self, now: i64) -> bool {
        self.state == State::Pending && self.expires_at > now
    }
}

/// A user code as it is shown: two groups of four letters.
#[must_use]
pub fn shown(user_code: &str) -> String {
    match user_code.split_at_checked(identifier::USER_CODE_LENGTH / 2) {
        Some((head, tail)) => format!("{head}-{tail}"),
        None => user_code.to_owned(),
    }
}

/// The user code that somebody typed: in whatever case, with whatever between the letters (RFC 8628 §6.1). `None` for what can't be one.
#[must_use]
pub fn typed(text: &str) -> Option<String> {
    let letters = text.chars().filter(|character| character.is_alphanumeric()).take(identifier::USER_CODE_LENGTH + 1);
    let code: String = letters.map(|letter| letter.to_ascii_uppercase()).collect();
    let is_one = code.len() == identifier::USER_CODE_LENGTH
        && code.bytes().all(|letter| identifier::USER_CODE_ALPHABET.contains(&letter));
    is_one.then_some(code)
}

/// Makes a device authorization.
///
/// # Errors
/// [`Error::NotFound`] for a client that was removed meanwhile; [`Error::Unavailable`] without database.
pub async fn create(store: &Store, tenant: &str, new: NewDeviceAuthorization<'_>) -> Result<Created> {
    let environment = store.environment();
    let device_code = identifier::secret(environment)?;
    let mut draws = 1;
    loop {
        let created_at = store.created_at();
        let device_authorization = DeviceAuthorization {
            tenant_id: tenant.to_owned(),
            id: identifier::handle(environment)?,
            server_id: new.server_id.to_owned(),
            client_id: new.client_id.to_owned(),
            digest: identifier::digest(&device_code),
            user_code: identifier::user_code(environment)?,
            request: new.request.clone(),
            state: State::Pending,
            grant_id: None,
            interval: INTERVAL,
            polled_at: 0,
            expires_at: created_at.timestamp() + LIFETIME,
            created_at,
        };
        let row = Entity::insert(device_authorization.clone().into_active_model()).build(store.dialect());
        let inserted = store.insert(tenant, Area::NONE, vec![row]).await;
        let Err(error) = inserted else { return Ok(Created { device_authorization, device_code }) };
        let fields = [("user_code", device_authorization.user_code.as_str()), ("digest", "")];
        match error::parent_gone(error, "client", new.client_id) {
            Ok(gone) => return Err(gone),
            Err(error) => match error::unique(error, THING, &fields) {
                Error::Conflict { field: "user_code", .. } if draws < DRAWS => draws += 1,
                error => return Err(error),
            },
        }
    }
}

/// The device authorization with this device code, whatever became of it. Some time after it has expired nothing is known of it any more.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find_by_device_code(
    store: &Store,
    server: ServerKey<'_>,
    device_code: &str,
) -> Result<Option<DeviceAuthorization>> {
    let found = Entity::find()
        .filter(Column::TenantId.eq(server.tenant))
        .filter(Column::ServerId.eq(server.id))
        .filter(Column::Digest.eq(identifier::digest(device_code)));
    Ok(found.one(store.reader()).await?)
}

/// The device authorization with this user code, as [`typed`] gives it, whatever became of it.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find_by_user_code(
    store: &Store,
    server: ServerKey<'_>,
    user_code: &str,
) -> Result<Option<DeviceAuthorization>> {
    let found = Entity::find()
        .filter(Column::TenantId.eq(server.tenant))
        .filter(Column::ServerId.eq(server.id))
        .filter(Column::UserCode.eq(user_code));
    Ok(found.one(store.reader()).await?)
}

/// One device authorization, whatever became of it.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<DeviceAuthorization>> {
    row::find(store.reader(), tenant, id).await
}

/// That the user agreed, as a statement that returns a row if it was the user's to decide still.
pub(crate) fn approval(store: &Store, id: &str, grant: &AuthorizationGrant) -> Statement {
    let update = Entity::update_many()
        .col_expr(Column::State, State::Approved.to_value().into())
        .col_expr(Column::GrantId, Some(grant.id.clone()).into());
    claim(store, &grant.tenant_id, id, undecided(update, store))
}

/// The user refused. `false` when it was decided before, or has expired.
///
/// # Errors
/// [`Error::Unavailable`] without database: it may have been noted then.
pub async fn deny(store: &Store, tenant: &str, id: &str) -> Result<bool> {
    let update = Entity::update_many().col_expr(Column::State, State::Denied.to_value().into());
    let statement = claim(store, tenant, id, undecided(update, store));
    Ok(store.write(tenant, Area::NONE, vec![statement]).await? == 1)
}

/// A device that waits asks. Whether it was too soon is decided, and counted, by the database: two questions at once are one too many.
///
/// # Errors
/// [`Error::Unavailable`] without database: it may have been counted then.
pub async fn poll(store: &Store, device_authorization: &DeviceAuthorization) -> Result<Poll> {
    let DeviceAuthorization { tenant_id, id, .. } = device_authorization;
    let now = store.now().timestamp();
    let asked =
        || Entity::update_many().col_expr(Column::PolledAt, now.into()).filter(Column::State.eq(State::Pending));
    let next = Expr::col(Column::PolledAt).add(Expr::col(Column::Interval));
    let in_time = claim(store, tenant_id, id, asked().filter(next.lte(now)));
    if store.write(tenant_id, Area::NONE, vec![in_time]).await? == 1 {
        return Ok(Poll::Pending);
    }
    let longer = Expr::col(Column::Interval).add(SLOWER);
    let too_soon = claim(store, tenant_id, id, asked().col_expr(Column::Interval, longer));
    store.write(tenant_id, Area::NONE, vec![too_soon]).await?;
    Ok(Poll::SlowDown)
}

/// The device takes what its user agreed to. `false` when somebody did before, or it has expired.
///
/// # Errors
/// [`Error::Unavailable`] without database: it may have been taken then.
pub async fn redeem(store: &Store, device_authorization: &DeviceAuthorization) -> Result<bool> {
    let DeviceAuthorization { tenant_id, id, .. } = device_authorization;
    let update = Entity::update_many()
        .col_expr(Column::State, State::Redeemed.to_value().into())
        .filter(Column::State.eq(State::Approved))
        .filter(Column::ExpiresAt.gt(store.now().timestamp()));
    let statement = claim(store, tenant_id, id, update);
    Ok(store.write(tenant_id, Area::NONE, vec![statement]).await? == 1)
}

/// As long as its user can decide.
fn undecided(update: UpdateMany<Entity>, store: &Store) -> UpdateMany<Entity> {
    update.filter(Column::State.eq(State::Pending)).filter(Column::ExpiresAt.gt(store.now().timestamp()))
}

/// An update of one row that says by what it returns whether it changed anything.
fn claim(store: &Store, tenant: &str, id: &str, update: UpdateMany<Entity>) -> Statement {
    let mut query = update.filter(Column::TenantId.eq(tenant)).filter(Column::Id.eq(id)).into_query();
    query.returning_col(Column::Id);
    store.dialect().build(&query)
}

//! Users of a tenant: people, as many as there are, each in a row, who sign in at the tenant's default authorization server. (Static users stand in the methods of a
//! server, which is read as a whole: they are for a few.)
//!
//! | file | what is in it |
//! |---|---|
//! | [`identifiers`] | what they are found by |
//! | [`profile`] | what is known of them beside |
//! | [`password`] | how they prove who they are |
//! | [`standing`] | whether they may, which every token of theirs asks |
//!
//! A user's subject is their id, which nobody chooses and nobody gets again. What they are called, and how they are reached, changes and is no part of it.

pub mod identifiers;
mod kept_password;
pub mod password;
mod profile;
pub mod standing;

use chrono::{DateTime, SubsecRound as _, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, Order, QueryFilter, QuerySelect};
use serde_json::{Map, Value, json};

pub(crate) use self::entity::{Column, Entity};
pub use self::entity::{CustomData, Model as User};
use self::identifiers::Identifier;
use self::password::{NewPassword, UserPassword};
pub use self::profile::{UserAddress, UserProfile};
use crate::catalogue::authorization_server::DEFAULT;
use crate::identifier;
use crate::installation::acting::Acting;
use crate::sign_in::session::Ended;
use crate::sign_in::{scope_grant, sign_out};
use crate::storage::cache::Area;
use crate::storage::page::{self, Page, Window};
use crate::storage::row::{self, Row, Version};
use crate::storage::search::{Field, Search};
use crate::storage::store::Transaction;
use crate::storage::written_json::as_both_databases_write_it;
use crate::tokens::authorization_grant;
use crate::{Error, Result, Store};

/// The id of the way in which they sign in, beside those that a server's administrator lists.
pub const METHOD: &str = "~users";
const THING: &str = "user";
/// Characters of an id (Logto users, A2).
const ID_LENGTH: usize = 12;
/// Of custom data, and of a profile, as JSON.
const DATA_LENGTH: usize = 64 * 1024;

mod entity {
    use sea_orm::FromJsonQueryResult;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};
    use serde_json::{Map, Value};

    use super::password::UserPassword;
    use super::profile::UserProfile;

    /// What a user's administrator keeps here.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    #[serde(transparent)]
    pub struct CustomData(pub Map<String, Value>);

    /// One user.
    // What says who they are is in no audit event: those outlive them.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "users")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        #[serde(skip)]
        pub tenant_id: String,
        /// Unique within the tenant; the subject of their tokens.
        #[sea_orm(primary_key, auto_increment = false)]
        #[serde(skip)]
        pub id: String,
        /// Unique within the tenant, letter by letter.
        #[serde(skip)]
        pub username: Option<String>,
        /// Unique within the tenant, in whatever case it is written.
        #[serde(skip)]
        pub primary_email: Option<String>,
        /// What is compared of `primary_email`.
        #[serde(skip)]
        pub(super) email_key: Option<String>,
        /// Unique within the tenant: digits alone.
        #[serde(skip)]
        pub primary_phone: Option<String>,
        /// What they are called.
        #[serde(skip)]
        pub name: Option<String>,
        /// Address of a picture of them.
        #[serde(skip)]
        pub avatar: Option<String>,
        /// What else is known of them.
        #[sea_orm(column_type = "JsonBinary")]
        #[serde(skip)]
        pub profile: UserProfile,
        /// What their administrator keeps here.
        #[sea_orm(column_type = "JsonBinary")]
        #[serde(skip)]
        pub custom_data: CustomData,
        /// What they prove themselves with, if they have a password.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        #[serde(skip)]
        pub password: Option<UserPassword>,
        /// They may not sign in, and whoever was signed in is so no longer.
        pub is_suspended: bool,
        /// Another number after each suspension: what was signed in before counts no longer.
        #[serde(skip)]
        pub stamp: i64,
        /// When they signed in last.
        #[serde(skip)]
        pub last_sign_in_at: Option<DateTimeUtc>,
        /// When they were made.
        pub created_at: DateTimeUtc,
        /// When anything of this was written last.
        #[serde(skip)]
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Row for User {
    const THING: &'static str = THING;
    // Nothing is kept of what most changes change; those that others ask about say so themselves.
    const AREA: Area = Area::NONE;

    fn parent(&self) -> (&'static str, &str) {
        ("tenant", &self.tenant_id)
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn area_of_creation(&self) -> Area {
        Area::USERS.created()
    }

    fn unique(&self) -> Vec<(&'static str, &str)> {
        let Self { username, email_key, primary_phone, .. } = self;
        let known = [("username", username), ("email_key", email_key), ("primary_phone", primary_phone)];
        known.into_iter().filter_map(|(field, value)| Some((field, value.as_deref()?))).collect()
    }

    // Without the times: nobody changes these, and who signs in meanwhile is in nobody's way.
    fn version(&self, store: &Store) -> Result<String> {
        let Self { username, primary_email, primary_phone, name, avatar, profile, is_suspended, password, .. } = self;
        let mark = password.as_ref().map(UserPassword::mark_text);
        let mut custom_data = Value::Object(self.custom_data.0.clone());
        // Each database keeps the members of an object in an order of its own.
        custom_data.sort_all_objects();
        let identifiers = json!([self.tenant_id, self.id, username, primary_email, primary_phone, mark, is_suspended]);
        let known = json!([identifiers, name, avatar, profile, custom_data]);
        let mut version = Version::begin(store)?;
        version.add(&serde_json::to_vec(&known).map_err(Error::internal)?);
        Ok(version.end())
    }
}

/// Which users are wanted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserFilter {
    /// Those that are found.
    pub search: Search,
}

/// What lists of users are searched for, in the order in which a search of everything looks.
pub const SEARCHED: [Field; 5] = [Field::Id, Field::PrimaryEmail, Field::PrimaryPhone, Field::Username, Field::Name];

/// The user of a tenant with this id.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<User>> {
    row::find(store.reader(), tenant, id).await
}

/// A part of the users of a tenant, the newest first.
///
/// # Errors
/// [`Error::Invalid`] (field `search`) for a search that can't be done; [`Error::Unavailable`] without database.
pub async fn page(store: &Store, tenant: &str, filter: &UserFilter, window: Option<Window>) -> Result<Page<User>> {
    let searched = SEARCHED.map(|field| {
        let column = match field {
            Field::PrimaryEmail => Column::PrimaryEmail,
            Field::PrimaryPhone => Column::PrimaryPhone,
            Field::Username => Column::Username,
            Field::Name => Column::Name,
            _ => Column::Id,
        };
        (field, Expr::col(column))
    });
    let select = Entity::find().filter(Column::TenantId.eq(tenant));
    let select = select.filter(filter.search.condition(store.backend(), &searched)?);
    let connection = if filter.search.terms.is_empty() { store.reader() } else { store.searcher() };
    page::load(store, connection, select, &[(Column::CreatedAt, Order::Desc), (Column::Id, Order::Desc)], window).await
}

/// Has the tenant a user at all? It looks at one.
pub(crate) async fn any(connection: &impl ConnectionTrait, tenant: &str) -> Result<bool> {
    let one = Entity::find().select_only().column(Column::Id).filter(Column::TenantId.eq(tenant)).limit(1);
    Ok(one.into_tuple::<String>().one(connection).await?.is_some())
}

/// The first of these ids that is a user's.
pub(crate) async fn with_one_of(
    connection: &impl ConnectionTrait,
    tenant: &str,
    ids: &[&str],
) -> Result<Option<String>> {
    let named = Condition::all().add(Column::TenantId.eq(tenant)).add(Column::Id.is_in(ids.iter().copied()));
    Ok(Entity::find().select_only().column(Column::Id).filter(named).into_tuple().one(connection).await?)
}

/// What a new user is made of. Everything may be missing.
#[derive(Clone, Debug, Default)]
pub struct NewUser {
    /// Unique within the tenant, letter by letter.
    pub username: Option<String>,
    /// Unique within the tenant, in whatever case it is written.
    pub primary_email: Option<String>,
    /// Unique within the tenant.
    pub primary_phone: Option<String>,
    /// What they are called.
    pub name: Option<String>,
    /// Address of a picture of them.
    pub avatar: Option<String>,
    /// What else is known of them.
    pub profile: UserProfile,
    /// What their administrator keeps here.
    pub custom_data: Map<String, Value>,
    /// What they prove themselves with.
    pub password: Option<NewPassword>,
}

/// Makes a user.
///
/// # Errors
/// [`Error::Invalid`] for a field; [`Error::Conflict`] for `username`, `email_key` or `primary_phone`, the first of them that another user has;
/// [`Error::Refused`] (`value_too_long`); [`Error::Unavailable`] without database.
pub async fn create(acting: &Acting, new: NewUser) -> Result<User> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let NewUser { username, primary_email, primary_phone, name, avatar, profile, custom_data, password } = new;
    let created_at = store.created_at();
    let user = User {
        tenant_id: tenant.to_owned(),
        id: identifier::logto_id(store.environment(), ID_LENGTH)?,
        username,
        email_key: primary_email.as_deref().map(identifiers::email_key),
        primary_email,
        primary_phone,
        name,
        avatar,
        profile,
        custom_data: CustomData(as_both_databases_write_it(custom_data)),
        password: None,
        is_suspended: false,
        stamp: 0,
        last_sign_in_at: None,
        created_at,
        updated_at: created_at,
    };
    user.check()?;
    user.check_data()?;
    password.as_ref().map_or(Ok(()), NewPassword::check)?;
    user.check_taken(store.reader(), [Identifier::Username, Identifier::Email, Identifier::Phone]).await?;
    user.check_lengths()?;
    let password = match password {
        Some(password) => Some(password.kept(store).await?),
        None => None,
    };
    let user = User { password, ..user };
    row::create(acting, &user).await?;
    Ok(user)
}

/// What changes of a user; `None` leaves a member as it is, and of those that may be missing `Some(None)` takes it away.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserChanges {
    /// Unique within the tenant, letter by letter.
    pub username: Option<Option<String>>,
    /// Unique within the tenant, in whatever case it is written.
    pub primary_email: Option<Option<String>>,
    /// Unique within the tenant.
    pub primary_phone: Option<Option<String>>,
    /// What they are called.
    pub name: Option<Option<String>>,
    /// Address of a picture of them.
    pub avatar: Option<Option<String>>,
    /// In the place of all that else is known of them.
    pub profile: Option<UserProfile>,
    /// Each in the place of the one that is there.
    pub profile_members: Option<UserProfile>,
    /// In the place of all that their administrator keeps here.
    pub custom_data: Option<Map<String, Value>>,
    /// Each in the place of the one that is there.
    pub custom_data_members: Option<Map<String, Value>>,
}

/// Changes what is known of a user.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field; [`Error::Conflict`] for `email_key`, `primary_phone` or `username`, the first of them that another user has;
/// [`Error::Refused`] (`value_too_long`, `nothing_changes` where nothing is said of any member); [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, id: &str, changes: UserChanges) -> Result<User> {
    let is_empty = changes == UserChanges::default();
    let transaction = acting.begin().await?;
    let before: User = row::locked(&transaction, id).await?;
    if is_empty {
        return Err(Error::refused("nothing_changes", "the body has no member that can be changed"));
    }
    let after = before.changed(changes, acting.store());
    after.check()?;
    after.check_data()?;
    after.check_taken(&*transaction, [Identifier::Email, Identifier::Phone, Identifier::Username]).await?;
    after.check_lengths()?;
    if (User { updated_at: before.updated_at, ..after.clone() }) == before {
        return Ok(before);
    }
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(after)
}

impl User {
    fn changed(&self, changes: UserChanges, store: &Store) -> Self {
        let UserChanges {
            username,
            primary_email,
            primary_phone,
            name,
            avatar,
            profile,
            profile_members,
            custom_data,
            custom_data_members,
        } = changes;
        let known = self.clone();
        let primary_email = primary_email.unwrap_or(known.primary_email);
        let mut custom_data = custom_data.unwrap_or(known.custom_data.0);
        custom_data.extend(custom_data_members.unwrap_or_default());
        Self {
            username: username.unwrap_or(known.username),
            email_key: primary_email.as_deref().map(identifiers::email_key),
            primary_email,
            primary_phone: primary_phone.unwrap_or(known.primary_phone),
            name: name.unwrap_or(known.name),
            avatar: avatar.unwrap_or(known.avatar),
            profile: profile.unwrap_or(known.profile).with(profile_members.unwrap_or_default()),
            custom_data: CustomData(as_both_databases_write_it(custom_data)),
            updated_at: written_at(store),
            ..known
        }
    }

    fn check_data(&self) -> Result<()> {
        let within = |field: &'static str, data: &[u8]| {
            if data.len() <= DATA_LENGTH {
                return Ok(());
            }
            Err(Error::invalid(field, format!("must have at most {DATA_LENGTH} bytes, this has {}", data.len())))
        };
        within("customData", &serde_json::to_vec(&self.custom_data).map_err(Error::internal)?)?;
        within("profile", &serde_json::to_vec(&self.profile).map_err(Error::internal)?)
    }
}

/// Lets a user sign in no longer, or again. A suspended one is signed out of everything, with all that was given to applications in their name; saying it again does
/// the same again. Access tokens live for `longest_token` seconds at most. Returns the sessions that ended.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`] without database.
pub async fn suspend(acting: &Acting, id: &str, is_suspended: bool, longest_token: i64) -> Result<(User, Vec<Ended>)> {
    let transaction = acting.begin().await?;
    let before: User = row::locked(&transaction, id).await?;
    let stamp = before.stamp + i64::from(is_suspended);
    let after = User { is_suspended, stamp, updated_at: written_at(acting.store()), ..before.clone() };
    row::replace(&transaction, &before, &after).await?;
    transaction.touch(Area::USERS);
    let ended = if is_suspended { sign_out(&transaction, id, longest_token).await? } else { Vec::new() };
    transaction.commit().await?;
    Ok((after, ended))
}

/// Removes a user, who is signed out of everything. What they consented to is forgotten; what happened stays in the logs. Returns the sessions that ended.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str, longest_token: i64) -> Result<Vec<Ended>> {
    let transaction = acting.begin().await?;
    let before: User = row::locked(&transaction, id).await?;
    let ended = sign_out(&transaction, id, longest_token).await?;
    take_away(&transaction, &before).await?;
    transaction.commit().await?;
    Ok(ended)
}

/// When a row is written, as both databases keep it.
fn written_at(store: &Store) -> DateTime<Utc> {
    store.now().trunc_subsecs(6)
}

/// The end of a row, however it comes.
async fn take_away(transaction: &Transaction, user: &User) -> Result<()> {
    scope_grant::forget(transaction, DEFAULT, &[&user.id]).await?;
    row::remove(transaction, user).await?;
    transaction.touch(Area::USERS);
    Ok(())
}

/// Removes the row of a person who is erased, if there is one, whose sessions and tokens are ended already.
pub(crate) async fn erase(transaction: &Transaction, id: &str) -> Result<bool> {
    match row::locked::<User>(transaction, id).await {
        Ok(user) => take_away(transaction, &user).await.map(|()| true),
        Err(Error::NotFound { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

async fn sign_out(transaction: &Transaction, id: &str, longest_token: i64) -> Result<Vec<Ended>> {
    let (ended, grants) = sign_out::end(transaction, DEFAULT, &[id]).await?;
    authorization_grant::end_tokens(transaction, &grants, longest_token).await?;
    Ok(ended)
}

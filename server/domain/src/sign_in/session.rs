//! A user who is signed in at one authorization server, in one browser.
//!
//! The browser holds a secret of 256 bits in a cookie, the database its digest. The session's id is public: it is the `sid` of ID tokens and logout
//! tokens (OpenID Connect Back-Channel Logout 1.0 §2.1).

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, OnConflict, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Statement,
};

pub(crate) use self::entity::Entity;
pub use self::entity::{Authentication, Model as Session};
pub(crate) use self::participation::Model as Participation;
use crate::catalogue::server_key::ServerKey;
use crate::clients::client::{self, Client};
use crate::installation::acting::Acting;
use crate::sign_in::{login_request, trail};
use crate::storage::cache::Area;
use crate::storage::expiring::Expiring;
use crate::storage::parts::parts;
use crate::storage::store::Transaction;
use crate::storage::{row, unreadable};
use crate::{Error, Result, Store, identifier};

mod entity {
    use sea_orm::FromJsonQueryResult;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    /// How a user proved who they are, and what is known of them since.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    pub struct Authentication {
        /// The user, as all clients but pairwise ones know them.
        pub subject: String,
        /// The authentication method of the server.
        pub method_id: String,
        /// When, in seconds since the epoch.
        pub auth_time: i64,
        /// The authentication context class that was reached (OpenID Connect Core §2).
        #[serde(default)]
        pub acr: Option<String>,
        /// The means that were used (RFC 8176).
        #[serde(default)]
        pub amr: Vec<String>,
        /// ACP's authentication context: what claims are taken from.
        #[serde(default)]
        pub context: serde_json::Map<String, serde_json::Value>,
        /// Which password it was, of a static user's, or which provider or page, of a method's that leads to one: it counts no longer once there is another in its
        /// place.
        #[serde(default)]
        pub stamp: i64,
    }

    /// One session.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sessions")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Public: `sid`.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The server that the user signed in at.
        pub server_id: String,
        /// Of the cookie's value.
        pub(crate) digest: String,
        /// The user; the same as in `authentication`.
        pub subject: String,
        /// How they signed in.
        #[sea_orm(column_type = "JsonBinary")]
        pub authentication: Authentication,
        /// Seconds since the epoch.
        pub expires_at: i64,
        /// When it began.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Expiring for Entity {
    const KEY: entity::Column = entity::Column::Id;
    const EXPIRES_AT: entity::Column = entity::Column::ExpiresAt;
}

/// Which clients took part in a session: those that have to hear of its end.
pub(crate) mod participation {
    #![expect(unreachable_pub, reason = "sea-orm derives public items, which can't be made of private ones")]
    #![expect(clippy::struct_field_names, reason = "they are the columns' names")]
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session_clients")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub session_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub client_id: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A session that has just begun.
#[derive(Clone)]
pub struct Started {
    /// The session.
    pub session: Session,
    /// The cookie's value, which only the browser keeps.
    pub cookie: String,
}

impl std::fmt::Debug for Started {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Started").field("session", &self.session).finish_non_exhaustive()
    }
}

/// Begins a session in the place of the browser's `former` one, and notes in the login request that waits for it, if one does, who signed in. A user who
/// signs in again keeps the session's id but never its cookie; another user gets a session of their own. It ends after `lifetime` seconds.
///
/// # Errors
/// [`Error::NotFound`] for an unknown server; [`Error::Unavailable`] without database.
pub async fn start(
    acting: &Acting,
    server_id: &str,
    authentication: Authentication,
    lifetime: i64,
    former: Option<&Session>,
    login_request: Option<&login_request::LoginRequest>,
) -> Result<Started> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let cookie = identifier::secret(store.environment())?;
    let created_at = store.created_at();
    let kept = former.filter(|former| former.subject == authentication.subject);
    let session = Session {
        tenant_id: tenant.to_owned(),
        id: kept.map_or_else(|| identifier::handle(store.environment()), |kept| Ok(kept.id.clone()))?,
        server_id: server_id.to_owned(),
        digest: identifier::digest(&cookie),
        subject: authentication.subject.clone(),
        authentication,
        expires_at: created_at.timestamp() + lifetime,
        created_at,
    };
    let dialect = store.dialect();
    let mut statements = Vec::with_capacity(4);
    if let Some(former) = former.filter(|_| kept.is_none()) {
        let key = (tenant.to_owned(), former.id.clone());
        statements.push(Entity::delete_by_id(key).build(dialect));
    }
    let again = OnConflict::columns([entity::Column::TenantId, entity::Column::Id])
        .update_columns([entity::Column::Digest, entity::Column::Authentication, entity::Column::ExpiresAt])
        .to_owned();
    statements.push(Entity::insert(session.clone().into_active_model()).on_conflict(again).build(dialect));
    if let Some(login_request) = login_request {
        let signed_in = login_request::SignedIn {
            authentication: session.authentication.clone(),
            session_id: Some(session.id.clone()),
        };
        statements.push(login_request::signed_in(dialect, login_request, signed_in)?);
    }
    let client_id = login_request.and_then(|login_request| login_request.client_id.as_deref());
    let event = trail::signed_in(acting, server_id, &session.authentication, client_id, Some(&session.id))?;
    statements.push(event);
    store.write(tenant, Area::NONE, statements).await.map_err(|error| {
        crate::error::parent_gone(error, "authorization_server", server_id).unwrap_or_else(Error::from)
    })?;
    Ok(Started { session, cookie })
}

/// The session of a browser, by its cookie.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find_by_cookie(store: &Store, server: ServerKey<'_>, cookie: &str) -> Result<Option<Session>> {
    let found = Entity::find()
        .filter(entity::Column::TenantId.eq(server.tenant))
        .filter(entity::Column::Digest.eq(identifier::digest(cookie)))
        .filter(entity::Column::ServerId.eq(server.id))
        .filter(entity::Column::ExpiresAt.gt(store.now().timestamp()));
    Ok(found.one(store.reader()).await?)
}

/// The session with this id, unless it has ended.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<Session>> {
    let found: Option<Session> = row::find(store.reader(), tenant, id).await?;
    Ok(found.filter(|found| found.expires_at > store.now().timestamp()))
}

/// The clients that took part in a session, in the order of their ids.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn clients(store: &Store, tenant: &str, id: &str) -> Result<Vec<Client>> {
    let of_session = participation::Entity::find()
        .select_only()
        .column(participation::Column::ClientId)
        .filter(participation::Column::TenantId.eq(tenant))
        .filter(participation::Column::SessionId.eq(id))
        .into_query();
    let clients = client::Entity::find()
        .filter(client::Column::TenantId.eq(tenant))
        .filter(client::Column::Id.in_subquery(of_session))
        .order_by_asc(client::Column::Id);
    unreadable::all(store, store.reader(), clients).await
}

/// Ends a session. Again is no error.
///
/// # Errors
/// [`Error::Unavailable`] without database: it may have ended then.
pub async fn end(acting: &Acting, session: &Session) -> Result<()> {
    let Session { id, server_id, subject, .. } = session;
    let transaction = acting.begin().await?;
    let ended = Entity::delete_by_id((acting.tenant().to_owned(), id.clone())).exec(&*transaction).await?;
    if ended.rows_affected > 0 {
        transaction.execute_raw(trail::signed_out(acting, server_id, subject, id)?).await?;
    }
    transaction.commit().await
}

/// A session that has ended without its browser, and the clients that took part in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The session's id.
    pub id: String,
    /// Its user.
    pub subject: String,
    /// Ids of its clients.
    pub clients: Vec<String>,
}

/// Which sessions of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which<'a> {
    /// The one with this id.
    One(&'a str),
    /// All but the one with this id.
    Others(&'a str),
}

/// The newest sessions of a user at a server that haven't ended, newest first, up to `limit`.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn of_subject(store: &Store, server: ServerKey<'_>, subject: &str, limit: u64) -> Result<Vec<Session>> {
    let select = Entity::find()
        .filter(entity::Column::TenantId.eq(server.tenant))
        .filter(entity::Column::Subject.eq(subject))
        .filter(entity::Column::ServerId.eq(server.id))
        .filter(entity::Column::ExpiresAt.gt(store.now().timestamp()))
        .order_by_desc(entity::Column::CreatedAt)
        .order_by_asc(entity::Column::Id)
        .limit(limit);
    unreadable::all(store, store.reader(), select).await
}

/// A user ends sessions of theirs at a server from another one. Those that are nobody's, or somebody else's, are none of theirs: nothing to end is no error.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn end_of_subject(acting: &Acting, server_id: &str, subject: &str, which: Which<'_>) -> Result<Vec<Ended>> {
    let transaction = acting.begin().await?;
    let which = match which {
        Which::One(id) => entity::Column::Id.eq(id),
        Which::Others(id) => entity::Column::Id.ne(id),
    };
    let ended = end_those(&transaction, of_subjects(acting.tenant(), server_id, &[subject]).add(which)).await?;
    for Ended { id, .. } in &ended {
        transaction.execute_raw(trail::signed_out(acting, server_id, subject, id)?).await?;
    }
    transaction.commit().await?;
    Ok(ended)
}

/// Ends all sessions that these users have at a server.
pub(crate) async fn end_all(transaction: &Transaction, server_id: &str, subjects: &[&str]) -> Result<Vec<Ended>> {
    end_those(transaction, of_subjects(transaction.tenant(), server_id, subjects)).await
}

fn of_subjects(tenant: &str, server_id: &str, subjects: &[&str]) -> Condition {
    Condition::all()
        .add(entity::Column::TenantId.eq(tenant))
        .add(entity::Column::ServerId.eq(server_id))
        .add(entity::Column::Subject.is_in(subjects.iter().copied()))
}

async fn end_those(transaction: &Transaction, theirs: Condition) -> Result<Vec<Ended>> {
    use participation::Column as Of;
    // Without what is known of the users: a row that can't be read must not keep the others. And in no order: SQLite would walk all sessions of the tenant in it.
    let mut found: Vec<(String, String)> = Entity::find()
        .select_only()
        .columns([entity::Column::Id, entity::Column::Subject])
        .filter(theirs.clone())
        .into_tuple()
        .all(&**transaction)
        .await?;
    found.sort_unstable();
    let mut took_part: Vec<(String, String)> = Vec::new();
    for part in parts(&found) {
        let clients = participation::Entity::find()
            .select_only()
            .columns([Of::SessionId, Of::ClientId])
            .filter(Of::TenantId.eq(transaction.tenant()))
            .filter(Of::SessionId.is_in(part.iter().map(|(id, _)| id.as_str())));
        took_part.extend(clients.into_tuple::<(String, String)>().all(&**transaction).await?);
    }
    took_part.sort_unstable();
    Entity::delete_many().filter(theirs).exec(&**transaction).await?;
    let mut clients: HashMap<String, Vec<String>> = HashMap::new();
    for (session, client) in took_part {
        clients.entry(session).or_default().push(client);
    }
    let ended = |(id, subject)| Ended { clients: clients.remove(&id).unwrap_or_default(), id, subject };
    Ok(found.into_iter().map(ended).collect())
}

/// That a session hasn't ended, as a condition.
pub(crate) fn is_there(tenant: &str, id: &str) -> SimpleExpr {
    let session = Entity::find().select_only().column(entity::Column::Id);
    let session = session.filter(entity::Column::TenantId.eq(tenant)).filter(entity::Column::Id.eq(id));
    Expr::exists(session.into_query())
}

/// That a client takes part in a session, as a statement; again is no error.
pub(crate) fn participates(store: &Store, row: Participation) -> Statement {
    use participation::{Column, Entity};
    let again = OnConflict::columns([Column::TenantId, Column::SessionId, Column::ClientId]).do_nothing().to_owned();
    Entity::insert(row.into_active_model()).on_conflict(again).build(store.dialect())
}

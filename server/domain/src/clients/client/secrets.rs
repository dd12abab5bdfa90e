//! The secrets of a client: the one that it has now, and those that it had before and may use for a while yet.
//!
//! They are rows of their own and still a part of their client: read with it, written in the change of it, shown in its audit events without what they are. Two
//! that were rotated out are kept beside the current one (ACP behaviour, §3).
//!
//! The clear text is kept, sealed, because dialects show it and `client_secret_jwt` needs it. Of one that was brought along as its digest nobody has it: such a
//! secret proves who a client is where it is presented, and signs nothing.
//!
//! When one was used last is noted in memory and written by [`write_last_uses`], to the minute: a token never waits for that.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use sea_orm::sea_query::{Condition, Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QueryTrait, Statement,
};

pub(super) use self::entity::{Column, Entity};
pub use self::entity::{Model as ClientSecret, Standing};
use super::ends_at;
use super::{Client, ClientCredentials, locked};
use crate::clients::client::ClientAuthentication;
use crate::identifier::IdForm;
use crate::installation::acting::Acting;
use crate::storage::parts::parts;
use crate::storage::row;
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, validate};

/// What the secret is called that a client has now (Logto behaviour, the notes on application secrets).
pub(crate) const CURRENT: &str = "Default secret";
/// Secrets that were rotated out and are kept, besides those that have names of their own.
pub(crate) const MOST_ROTATED: usize = 2;
/// Secrets that somebody gave a name, beside the current one.
pub(crate) const MOST_NAMED: usize = 16;
/// Characters of a name.
const NAME_LENGTH: usize = 256;
/// Seconds between two notes of the use of one secret.
const NOTED_EVERY: i64 = 60;
/// Uses that are written by one statement.
const WRITTEN_TOGETHER: usize = 64;

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    use crate::storage::seal::Sealed;

    /// What a secret is to its client.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, EnumIter, DeriveActiveEnum)]
    #[serde(rename_all = "lowercase")]
    #[sea_orm(rs_type = "String", db_type = "Text")]
    pub enum Standing {
        /// The one that it is shown with.
        #[sea_orm(string_value = "current")]
        Current,
        /// One that it was shown with before.
        #[sea_orm(string_value = "rotated")]
        Rotated,
    }

    /// A secret of a client. What it is isn't serialized.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "client_secrets")]
    pub struct Model {
        /// The tenant.
        #[serde(skip)]
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// The client.
        #[serde(skip)]
        #[sea_orm(primary_key, auto_increment = false)]
        pub client_id: String,
        /// For people. Unique among those of the client.
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        /// What it is to its client.
        pub standing: Standing,
        /// Its clear text, where that is known.
        #[serde(skip)]
        pub(crate) secret: Option<Sealed>,
        /// SHA-256 of it, where that is all that is known.
        #[serde(skip)]
        pub digest: Option<Vec<u8>>,
        /// When it was made.
        pub created_at: DateTimeUtc,
        /// From when on it proves nothing any more.
        pub ends_at: Option<DateTimeUtc>,
        /// When it proved something last, to the minute. It isn't administered: neither the audit log nor a precondition looks at it.
        #[serde(skip)]
        pub last_used_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl ClientSecret {
    /// A secret that a client has from now on.
    pub(crate) fn new(store: &Store, tenant: &str, client_id: &str, clear: &str) -> Result<Self> {
        validate::secret("client_secret", clear)?;
        Ok(Self {
            tenant_id: tenant.to_owned(),
            client_id: client_id.to_owned(),
            name: CURRENT.to_owned(),
            standing: Standing::Current,
            secret: Some(store.seal(&context(tenant, client_id), clear.as_bytes())?),
            digest: None,
            created_at: store.created_at(),
            ends_at: None,
            last_used_at: None,
        })
    }

    /// One of which the digest is all that is known.
    pub(crate) fn of_digest(store: &Store, tenant: &str, client_id: &str, digest: [u8; 32]) -> Self {
        Self {
            tenant_id: tenant.to_owned(),
            client_id: client_id.to_owned(),
            name: CURRENT.to_owned(),
            standing: Standing::Current,
            secret: None,
            digest: Some(digest.to_vec()),
            created_at: store.created_at(),
            ends_at: None,
            last_used_at: None,
        }
    }

    /// Does it prove nothing any more?
    #[must_use]
    pub fn has_ended(&self, now: DateTime<Utc>) -> bool {
        self.ends_at.is_some_and(|ends_at| ends_at <= now)
    }

    /// Did somebody give it its name?
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.name != CURRENT && !is_reserved(&self.name)
    }

    /// What of it is serialized nowhere.
    pub(super) fn hidden(&self) -> impl Iterator<Item = &[u8]> {
        self.secret.as_ref().map(|sealed| sealed.0.as_slice()).into_iter().chain(self.digest.as_deref())
    }

    /// Its clear text; `None` where only the digest is known.
    pub(crate) fn open(&self, store: &Store) -> Result<Option<String>> {
        let context = context(&self.tenant_id, &self.client_id);
        self.secret.as_ref().map(|secret| store.open_text(&context, secret)).transpose()
    }

    pub(crate) fn digest(&self, store: &Store) -> Result<[u8; 32]> {
        let known = self.digest.as_deref().and_then(|digest| digest.try_into().ok());
        match (self.open(store)?, known) {
            (Some(clear), _) => Ok(super::digest_of(&clear)),
            (None, Some(digest)) => Ok(digest),
            (None, None) => Err(Error::internal(format!("the secret {:?} of {} is empty", self.name, self.client_id))),
        }
    }
}

/// By which the server calls those that were rotated out, here or elsewhere.
fn is_reserved(name: &str) -> bool {
    name.strip_prefix(CURRENT).is_some_and(|rest| rest.starts_with(" until ") || rest.starts_with(" before "))
}

/// What a secret may be called by somebody.
///
/// # Errors
/// [`Error::Invalid`] (`name`).
pub fn check_secret_name(name: &str) -> Result<()> {
    if is_reserved(name) {
        return Err(Error::invalid("name", "is kept for secrets that were rotated out"));
    }
    check_name("name", name)
}

/// What a secret may be called at all. It stands in paths, of which these two mean another.
pub(crate) fn check_name(field: &'static str, name: &str) -> Result<()> {
    if name.trim().is_empty() || name == "." || name == ".." {
        return Err(Error::invalid(field, "must be a name"));
    }
    if name.chars().count() > NAME_LENGTH {
        return Err(Error::invalid(field, format!("must have at most {NAME_LENGTH} characters")));
    }
    // As many bytes as so many characters can have.
    validate::one_line(field, name, 4 * NAME_LENGTH)
}

fn context(tenant: &str, client_id: &str) -> String {
    format!("client_secret:{tenant}:{client_id}")
}

impl Client {
    /// The secret that it is shown with.
    #[must_use]
    pub fn current_secret(&self) -> Option<&ClientSecret> {
        self.secrets.iter().find(|secret| secret.standing == Standing::Current)
    }

    /// Those that it was shown with before and may use now, the newest first.
    pub fn rotated_secrets(&self, now: DateTime<Utc>) -> impl Iterator<Item = &ClientSecret> {
        self.secrets.iter().filter(move |secret| secret.standing == Standing::Rotated && !secret.has_ended(now))
    }

    /// With these secrets instead of those that it has.
    pub(crate) fn with_secrets(self, secrets: Vec<ClientSecret>) -> Self {
        let mut client = Self { secrets, ..self };
        let ends_at = client.current_secret().and_then(|secret| secret.ends_at);
        client.client_secret_expires_at = ends_at.map_or(0, |ends_at| ends_at.timestamp());
        client
    }

    /// With another current secret, or none, that ends when the details say so. Whoever can't keep one has no others either.
    pub(crate) fn with_current(self, current: Option<ClientSecret>) -> Result<Self> {
        let Some(mut current) = current else { return Ok(self.with_secrets(Vec::new())) };
        current.ends_at = ends_at(self.client_secret_expires_at)?;
        let others = self.secrets.iter().filter(|secret| secret.standing != Standing::Current).cloned();
        let secrets = std::iter::once(current).chain(others).collect();
        Ok(self.with_secrets(secrets))
    }
}

/// Opens the current secret of a client; `None` when it has none, or nobody knows its clear text.
///
/// # Errors
/// [`Error::Internal`] when the master key is missing.
pub fn open_secret(store: &Store, client: &Client) -> Result<Option<String>> {
    client.current_secret().map_or(Ok(None), |secret| secret.open(store))
}

/// SHA-256 of the current secret of a client; `None` when it has none.
///
/// # Errors
/// [`Error::Internal`] when the master key is missing.
pub fn secret_digest(store: &Store, client: &Client) -> Result<Option<[u8; 32]>> {
    client.current_secret().map(|secret| secret.digest(store)).transpose()
}

/// A secret in clear, where that is known, and its SHA-256.
///
/// # Errors
/// [`Error::Internal`] when the master key is missing.
pub fn open_or_digest(store: &Store, secret: &ClientSecret) -> Result<(Option<String>, [u8; 32])> {
    Ok((secret.open(store)?, secret.digest(store)?))
}

/// Opens those that it was shown with before and may use now, the newest first.
///
/// # Errors
/// [`Error::Internal`] when the master key is missing.
pub fn open_rotated_secrets(store: &Store, client: &Client) -> Result<Vec<String>> {
    client.rotated_secrets(store.now()).filter_map(|secret| secret.open(store).transpose()).collect()
}

/// A secret as a request's is compared with it.
pub struct KnownSecret {
    /// What it is called.
    name: String,
    /// SHA-256 of it.
    digest: [u8; 32],
    ends_at: Option<DateTime<Utc>>,
    /// When its use was noted last, in seconds since the epoch.
    noted_at: AtomicI64,
}

impl KnownSecret {
    /// Does it prove nothing any more?
    #[must_use]
    pub fn has_ended(&self, now: DateTime<Utc>) -> bool {
        self.ends_at.is_some_and(|ends_at| ends_at <= now)
    }

    /// Is it the same text, whatever it is called and whenever it ends?
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        super::digests_match(&self.digest, &other.digest)
    }

    pub(super) fn digest(&self) -> &[u8; 32] {
        &self.digest
    }
}

// When it was used isn't what it is.
impl PartialEq for KnownSecret {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.digest, &self.ends_at) == (&other.name, &other.digest, &other.ends_at)
    }
}

/// Those of a client that was read with its secrets, in their order.
pub(super) fn known(store: &Store, client: &Client) -> Result<Vec<KnownSecret>> {
    let known = client.secrets.iter().map(|secret| {
        Ok(KnownSecret {
            name: secret.name.clone(),
            digest: secret.digest(store)?,
            ends_at: secret.ends_at,
            noted_at: AtomicI64::new(0),
        })
    });
    known.collect()
}

impl ClientCredentials {
    /// The secret that `presented` is, in a time that doesn't tell how much of it is right. It may have [ended](KnownSecret::has_ended).
    #[must_use]
    pub fn secret_of(&self, presented: &str) -> Option<&KnownSecret> {
        let presented = super::digest_of(presented);
        // All are looked at, also behind the right one.
        self.secrets.iter().fold(None, |found, secret| {
            let is_right = super::digests_match(secret.digest(), &presented);
            found.or(is_right.then_some(secret))
        })
    }

    /// The clear texts of those that hold now, for what is authenticated with them.
    ///
    /// # Errors
    /// [`Error::Internal`] when the master key is missing.
    pub fn open_secrets(&self, store: &Store) -> Result<Vec<(&KnownSecret, String)>> {
        let now = store.now();
        let usable = self.secrets.iter().zip(&self.client.secrets).filter(|(known, _)| !known.has_ended(now));
        usable.filter_map(|(known, secret)| Some(secret.open(store).transpose()?.map(|clear| (known, clear)))).collect()
    }

    /// Notes that a secret of this client has proved something.
    pub fn note_use(&self, store: &Store, secret: &KnownSecret) {
        let (now, noted_at) = (store.now(), secret.noted_at.load(Ordering::Relaxed));
        let is_due = (now.timestamp() - noted_at).abs() >= NOTED_EVERY;
        let note = || secret.noted_at.compare_exchange(noted_at, now.timestamp(), Ordering::Relaxed, Ordering::Relaxed);
        if is_due && note().is_ok() {
            let Client { tenant_id, id, .. } = &self.client;
            store.last_uses().note((tenant_id.clone(), id.clone(), secret.name.clone()), now);
        }
    }
}

/// Writes when secrets were used last, as far as it was noted since this was called before. Returns of how many.
///
/// # Errors
/// [`Error::Unavailable`] without database: then what isn't written is forgotten.
pub async fn write_last_uses(store: &Store) -> Result<usize> {
    let mut waiting: BTreeMap<String, Vec<(String, String, DateTime<Utc>)>> = BTreeMap::new();
    let noted = store.last_uses().take();
    let number = noted.len();
    for ((tenant, client_id, name), at) in noted {
        waiting.entry(tenant).or_default().push((client_id, name, at));
    }
    for (tenant, used) in waiting {
        for together in used.chunks(WRITTEN_TOGETHER) {
            // Of those that were noted since the last time: they are less than a few minutes apart.
            let Some(at) = together.iter().map(|(_, _, at)| *at).max() else { continue };
            let mut which = Condition::any();
            for (client_id, name, _) in together {
                which = which.add(Column::ClientId.eq(client_id).and(Column::Name.eq(name)));
            }
            let earlier = Column::LastUsedAt.is_null().or(Column::LastUsedAt.lt(at));
            Entity::update_many()
                .col_expr(Column::LastUsedAt, Expr::value(at))
                .filter(Column::TenantId.eq(&tenant))
                .filter(which)
                .filter(earlier)
                .exec(store.writer())
                .await?;
        }
    }
    Ok(number)
}

/// Makes another secret for a client, built-in ones too, and keeps the one that it had beside it: for good, or for so long. Returns the new one, which never ends.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`no_secret`) for a client that has none; [`Error::Unavailable`] without database.
pub async fn rotate_secret(acting: &Acting, id: &str, kept_for: Option<TimeDelta>) -> Result<(Client, String)> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let transaction = acting.begin().await?;
    let before = locked(&transaction, id).await?;
    if before.token_endpoint_auth_method == ClientAuthentication::None {
        return Err(Error::refused("no_secret", "this client has no secret"));
    }
    let now = store.now();
    let clear = IdForm::Xid.secret(store.environment())?;
    let made = ClientSecret::new(store, tenant, id, &clear)?;
    let until = made.created_at.to_rfc3339_opts(SecondsFormat::Micros, true);
    let revoked_at = kept_for.map(|kept_for| now.checked_add_signed(kept_for).unwrap_or(DateTime::<Utc>::MAX_UTC));
    let named =
        before.secrets.iter().filter(|secret| secret.standing == Standing::Rotated && secret.is_named()).count();
    let rotated = before.current_secret().map(|current| ClientSecret {
        // Whoever gave it a name finds it by that, as long as there is room.
        name: if current.is_named() && named < MOST_NAMED {
            current.name.clone()
        } else {
            format!("{CURRENT} until {until}")
        },
        standing: Standing::Rotated,
        // Whichever is earlier.
        ends_at: current.ends_at.into_iter().chain(revoked_at).min(),
        ..current.clone()
    });
    let had = before.secrets.iter().filter(|secret| secret.standing == Standing::Rotated);
    let (named, unnamed): (Vec<&ClientSecret>, Vec<_>) =
        rotated.iter().chain(had).partition(|secret| secret.is_named());
    let unnamed = unnamed.into_iter().filter(|secret| !secret.has_ended(now)).take(MOST_ROTATED);
    let mut kept: Vec<ClientSecret> = unnamed.chain(named).cloned().collect();
    kept.sort_by_key(|secret| std::cmp::Reverse(secret.created_at));
    let after = before.clone().with_secrets(std::iter::once(made).chain(kept).collect());
    replace(&transaction, &before, &after).await?;
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok((after, clear))
}

/// Takes back what a client has beside its current secret. Where that is nothing, nothing changes.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`] without database.
pub async fn revoke_rotated_secrets(acting: &Acting, id: &str) -> Result<()> {
    let transaction = acting.begin().await?;
    let before = locked(&transaction, id).await?;
    let kept: Vec<ClientSecret> =
        before.secrets.iter().filter(|secret| secret.standing != Standing::Rotated).cloned().collect();
    if kept.len() == before.secrets.len() {
        return Ok(());
    }
    let after = before.clone().with_secrets(kept);
    replace(&transaction, &before, &after).await?;
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await
}

/// The secrets of the clients that `condition` selects, by client: the current one, then the others, the newest first.
pub(super) async fn of_clients(
    connection: &impl ConnectionTrait,
    tenant: &str,
    condition: Expr,
) -> Result<HashMap<String, Vec<ClientSecret>>> {
    let select = Entity::find().filter(Column::TenantId.eq(tenant)).filter(condition);
    let select = select.order_by_asc(Column::Standing).order_by_desc(Column::CreatedAt).order_by_asc(Column::Name);
    let found = select.all(connection).await?;
    let mut of_client: HashMap<String, Vec<ClientSecret>> = HashMap::new();
    for secret in found {
        of_client.entry(secret.client_id.clone()).or_default().push(secret);
    }
    Ok(of_client)
}

/// Writes what is another in `after` than in `before`, which is locked. The client itself is for the caller to replace.
pub(super) async fn replace(transaction: &Transaction, before: &Client, after: &Client) -> Result<()> {
    if before.secrets == after.secrets {
        return Ok(());
    }
    Entity::delete_many()
        .filter(Column::TenantId.eq(&before.tenant_id))
        .filter(Column::ClientId.eq(&before.id))
        .exec(&**transaction)
        .await?;
    insert(transaction, after).await
}

/// Puts those that these clients have now in the place of those that they had.
pub(super) async fn replace_all(transaction: &Transaction, clients: &[&Client]) -> Result<()> {
    for part in parts(clients) {
        Entity::delete_many()
            .filter(Column::TenantId.eq(transaction.tenant()))
            .filter(Column::ClientId.is_in(part.iter().map(|client| client.id.as_str())))
            .exec(&**transaction)
            .await?;
    }
    let rows: Vec<&ClientSecret> = clients.iter().flat_map(|client| &client.secrets).collect();
    for part in parts(&rows) {
        let rows = part.iter().map(|row| (*row).clone().into_active_model());
        Entity::insert_many(rows).exec_without_returning(&**transaction).await?;
    }
    Ok(())
}

/// Writes those of a client that is new, or had them taken away.
pub(super) async fn insert(transaction: &Transaction, client: &Client) -> Result<()> {
    if client.secrets.is_empty() {
        return Ok(());
    }
    let rows = client.secrets.iter().cloned().map(IntoActiveModel::into_active_model);
    Entity::insert_many(rows).exec_without_returning(&**transaction).await?;
    Ok(())
}

/// As [`insert`], for a statement that goes along with others.
pub(super) fn insertion(store: &Store, client: &Client) -> Option<Statement> {
    let rows = client.secrets.iter().cloned().map(IntoActiveModel::into_active_model);
    (!client.secrets.is_empty()).then(|| Entity::insert_many(rows).build(store.dialect()))
}

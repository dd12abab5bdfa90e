//! What a user gave a client: one row for each authorization, from its code to its last refresh token.
//!
//! The code is stored hashed and used once. Refresh tokens aren't stored at all: the row seals a seed of 256 bits, and the token of generation *n* is
//! `base64url(id ‖ n ‖ HMAC-SHA-256(seed, n))`. So a token is either current, or an older one of ours (which ends everything: RFC 9700 §4.14.2), or a
//! guess (which ends nothing), and the answer to a lost response can be given again without having been kept. Code and refresh are claimed by one conditional
//! statement each: of any number of callers, on any number of replicas, one wins.
//!
//! Tokens carry the grant's id (`gid`): revoking the grant kills them all at once.

mod ending;
mod held;
mod revocation;

use std::sync::Arc;

use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait, UpdateMany,
};

pub(crate) use self::ending::{end_all, end_tokens};
use self::entity::Column;
pub(crate) use self::entity::Entity;
pub use self::entity::{Details, Model as AuthorizationGrant};
pub use self::held::{Held, held, tokens_end};
pub use self::revocation::{Revocable, find_revocable, revoke, take_back};
use crate::installation::acting::Acting;
use crate::sign_in::consent::{self, AskedScope};
use crate::sign_in::login_request::LoginRequest;
use crate::sign_in::scope_grant::{self, Given, ScopeGrant};
use crate::sign_in::session::{self, Participation};
use crate::sign_in::{device_authorization, login_request, trail};
use crate::storage::cache::{Area, Freshness, Kind};
use crate::storage::expiring::Expiring;
use crate::storage::row;
use crate::storage::seal::Sealed;
use crate::tokens::revoked_token;
use crate::{Error, Result, Store, error, identifier};

const THING: &str = "authorization_grant";
const ID_LENGTH: usize = 16;
const TAG_LENGTH: usize = 32;
const TOKEN_LENGTH: usize = ID_LENGTH + 4 + TAG_LENGTH;

/// What never changes of a grant, for every token that is looked at. Whether it was revoked is asked elsewhere, each time.
const BY_ID: Kind<AuthorizationGrant> = Kind::new(Area::SERVERS.with(Area::TENANTS)).weighing(weight);

fn weight(grant: &AuthorizationGrant) -> u64 {
    serde_json::to_vec(&grant.details).map_or(1, |json| json.len().div_ceil(512) as u64 + 1)
}

mod entity {
    use sea_orm::FromJsonQueryResult;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    use crate::sign_in::session::Authentication;
    use crate::storage::seal::Sealed;
    use crate::storage::string_list::StringList;

    /// What tokens are made of.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    #[serde(default)]
    pub struct Details {
        /// How the user signed in.
        pub authentication: Authentication,
        /// The `sub` that the client sees: the subject, or a pairwise one.
        pub sub: String,
        /// As the authorization request had it; absent when it had none.
        pub redirect_uri: Option<String>,
        /// `nonce` of the request.
        pub nonce: Option<String>,
        /// `code_challenge` of the request; its method is always S256.
        pub code_challenge: Option<String>,
        /// `claims` of the request (OpenID Connect Core §5.5).
        pub claims: Option<serde_json::Value>,
        /// `resource` of the request (RFC 8707).
        pub resources: Vec<String>,
        /// `act`: who acts for the user (RFC 8693 §4.1).
        pub actor: Option<serde_json::Value>,
        /// The grants that it was exchanged from, the first one first: it dies with each of them.
        pub ancestors: Vec<String>,
        /// The `jti` of the tokens that it was exchanged from: it dies with each of them.
        pub exchanged: Vec<String>,
    }

    /// One grant.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "authorization_grants")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// 128 bits; that of the login request that it ended, if there was one.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The server that made it.
        pub server_id: String,
        /// The client that has it.
        pub client_id: String,
        /// The user.
        pub subject: String,
        /// The session that it was given in.
        pub session_id: Option<String>,
        /// What was given.
        #[sea_orm(column_type = "JsonBinary")]
        pub scopes: StringList,
        /// What tokens are made of.
        #[sea_orm(column_type = "JsonBinary", column_name = "data")]
        pub details: Details,
        /// Of its authorization code, if it has one.
        #[serde(skip)]
        pub(crate) code_digest: Option<String>,
        /// Seconds since the epoch.
        pub code_expires_at: i64,
        /// Seconds since the epoch.
        pub code_used_at: Option<i64>,
        /// Of its refresh tokens, if it may have any.
        #[serde(skip)]
        pub(crate) seed: Option<Sealed>,
        /// Number of the current refresh token; 0 before the first.
        pub generation: i32,
        /// When that was made, in seconds since the epoch.
        pub rotated_at: i64,
        /// When the row may go, in seconds since the epoch.
        pub expires_at: i64,
        /// Seconds since the epoch.
        pub revoked_at: Option<i64>,
        /// When it was given.
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Expiring for Entity {
    const KEY: Column = Column::Id;
    const EXPIRES_AT: Column = Column::ExpiresAt;
}

impl AuthorizationGrant {
    /// May it have refresh tokens?
    #[must_use]
    pub fn is_refreshable(&self) -> bool {
        self.seed.is_some()
    }
}

/// What a grant is made of.
#[derive(Clone, Debug, Default)]
pub struct NewGrant<'a> {
    /// The server that makes it.
    pub server_id: &'a str,
    /// The client that gets it.
    pub client_id: &'a str,
    /// The session that it is given in.
    pub session_id: Option<&'a str>,
    /// What is given.
    pub scopes: Vec<String>,
    /// What tokens are made of.
    pub details: Details,
    /// Seconds that its code lives; none is made when absent.
    pub code_lifetime: Option<i64>,
    /// Whether it may have refresh tokens.
    pub refreshable: bool,
    /// With a first refresh token at once: for grants without a code.
    pub first_refresh_token: bool,
    /// Seconds that the row is needed at least: until its last token has expired.
    pub needed_for: i64,
    /// The login request that it ends, as it was read.
    pub login_request: Option<&'a LoginRequest>,
    /// The device authorization that it decides.
    pub device_authorization: Option<&'a str>,
    /// Its user signs in by this very request, and has no session of it.
    pub signs_in: bool,
    /// Scopes that needn't be asked for again.
    pub remembered: Option<Remembered<'a>>,
}

/// What a user agreed to, for the next time.
#[derive(Clone, Debug)]
pub struct Remembered<'a> {
    /// The language in which they were asked (BCP 47); empty when they weren't.
    pub language: &'a str,
    /// The scopes: those of the grant, and those of claims that were asked for by name.
    pub scopes: Vec<AskedScope>,
    /// Those that they were asked for and didn't give. Whatever they gave of them before is taken back.
    pub refused: Vec<AskedScope>,
}

/// A grant that was just made.
#[derive(Clone)]
pub struct Issued {
    /// The grant.
    pub grant: AuthorizationGrant,
    /// Its authorization code, if it was to have one.
    pub code: Option<String>,
}

impl std::fmt::Debug for Issued {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Issued").field("grant", &self.grant).finish_non_exhaustive()
    }
}

/// Makes a grant, ends the login request that led to it, decides the device authorization that it is for, notes the client in the session and remembers the
/// scopes, all or nothing.
///
/// # Errors
/// [`Error::Conflict`] (field `login_request` or `device_authorization`) when that was ended, refused or decided otherwise before; [`Error::NotFound`] when client, server or session is gone;
/// [`Error::Unavailable`] without database.
pub async fn issue(acting: &Acting, new: NewGrant<'_>) -> Result<Issued> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let environment = store.environment();
    let id = new.login_request.map_or_else(|| identifier::handle(environment), |known| Ok(known.id.clone()))?;
    let code = new.code_lifetime.map(|_| identifier::secret(environment)).transpose()?;
    let seed = if new.refreshable { Some(make_seed(store, tenant, &id)?) } else { None };
    let created_at = store.created_at();
    let now = created_at.timestamp();
    let grant = AuthorizationGrant {
        tenant_id: tenant.to_owned(),
        id,
        server_id: new.server_id.to_owned(),
        client_id: new.client_id.to_owned(),
        subject: new.details.authentication.subject.clone(),
        session_id: new.session_id.map(str::to_owned),
        scopes: new.scopes.into(),
        details: new.details,
        code_digest: code.as_deref().map(identifier::digest),
        code_expires_at: now + new.code_lifetime.unwrap_or_default(),
        code_used_at: None,
        seed,
        generation: i32::from(new.first_refresh_token && new.refreshable),
        rotated_at: now,
        expires_at: now + new.code_lifetime.unwrap_or_default() + new.needed_for,
        revoked_at: None,
        created_at,
    };
    let mut statements = vec![Entity::insert(grant.clone().into_active_model()).build(store.dialect())];
    if let Some(session_id) = new.session_id {
        let participation = Participation {
            tenant_id: tenant.to_owned(),
            session_id: session_id.to_owned(),
            client_id: new.client_id.to_owned(),
        };
        statements.push(session::participates(store, participation));
    }
    if new.signs_in {
        let authentication = &grant.details.authentication;
        statements.push(trail::signed_in(acting, new.server_id, authentication, Some(new.client_id), None)?);
    }
    if let Some(Remembered { language, scopes, refused }) = new.remembered {
        let names: Vec<String> = scopes.iter().map(|asked| asked.name.clone()).collect();
        if !language.is_empty() {
            statements.push(trail::consented(acting, new.server_id, &grant.subject, new.client_id, &names)?);
        }
        let row = |scope_name: String| ScopeGrant {
            tenant_id: tenant.to_owned(),
            subject: grant.subject.clone(),
            server_id: grant.server_id.clone(),
            client_id: grant.client_id.clone(),
            scope_name,
            language: language.to_owned(),
            given_at: now,
        };
        statements.extend(scope_grant::given(store, names.into_iter().map(row).collect()));
        // What nobody was asked for is no consent.
        if !language.is_empty() {
            let to_whom = Given { server_id: new.server_id, subject: &grant.subject, client_id: new.client_id };
            statements.extend(consent::given(store, tenant, to_whom, &scopes));
            statements.extend(consent::refused(store, tenant, to_whom, &refused));
        }
    }
    let refused = |error| match error::parent_gone(error, "session", new.session_id.unwrap_or_default()) {
        Ok(gone) => gone,
        // The one unique value that two callers can have in common: the login request's id.
        Err(error) => error::unique(error, THING, &[("login_request", &grant.id), ("code_digest", "")]),
    };
    // What it ends, it ends first, and only if that was still there to be ended: a refusal does the same, and of the two one finds nothing.
    let ends =
        new.login_request.map(|known| ("login_request", known.id.as_str(), login_request::granted(store, known)));
    let decides = new.device_authorization.map(|id| {
        let approval = device_authorization::approval(store, id, &grant);
        ("device_authorization", id, approval)
    });
    if ends.is_none() && decides.is_none() {
        store.write(tenant, Area::NONE, statements).await.map_err(refused)?;
        return Ok(Issued { grant, code });
    }
    let transaction = acting.begin().await?;
    for (field, id, claim) in ends.into_iter().chain(decides) {
        if transaction.query_all_raw(claim).await?.is_empty() {
            return Err(Error::Conflict { thing: THING, field, value: id.to_owned() });
        }
    }
    for statement in statements {
        transaction.execute_raw(statement).await.map_err(refused)?;
    }
    transaction.commit().await?;
    Ok(Issued { grant, code })
}

/// The grant whose code this is, whatever became of it.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find_by_code(store: &Store, tenant: &str, code: &str) -> Result<Option<AuthorizationGrant>> {
    let found =
        Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::CodeDigest.eq(identifier::digest(code)));
    Ok(found.one(store.reader()).await?)
}

/// Uses the code up. `false` when somebody did before, it has expired, the grant was revoked, or the session that it was given in has ended: who signed out
/// has taken back what nobody has fetched yet. A refreshable grant has its first refresh token then.
/// The row is kept for `needed_for` seconds at least.
///
/// # Errors
/// [`Error::Unavailable`] without database: it may be used up then.
pub async fn redeem(store: &Store, grant: &AuthorizationGrant, needed_for: i64) -> Result<bool> {
    let now = store.now().timestamp();
    let generation = i32::from(grant.is_refreshable());
    let mut update = Entity::update_many()
        .col_expr(Column::CodeUsedAt, Some(now).into())
        .col_expr(Column::Generation, generation.into())
        .col_expr(Column::RotatedAt, now.into())
        .col_expr(Column::ExpiresAt, (now + needed_for).into())
        .filter(Column::TenantId.eq(&grant.tenant_id))
        .filter(Column::Id.eq(&grant.id))
        .filter(Column::CodeUsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .filter(Column::CodeExpiresAt.gt(now));
    if let Some(session_id) = &grant.session_id {
        // In the same statement: whoever ends sessions, in whatever way, can't forget their codes.
        update = update.filter(session::is_there(&grant.tenant_id, session_id));
    }
    claim(store, &grant.tenant_id, update).await
}

/// One grant, as it is.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<AuthorizationGrant>> {
    row::find(store.reader(), tenant, id).await
}

/// One grant, of which only what never changes may be believed: neither code nor refresh token nor revocation.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find_unchanging(store: &Store, tenant: &str, id: &str) -> Result<Option<Arc<AuthorizationGrant>>> {
    store.cached_option(Freshness::Notified, tenant, BY_ID, id, || find(store, tenant, id)).await
}

/// A refresh token, taken apart and not yet believed.
#[derive(Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// The grant that it says it is of.
    pub grant_id: String,
    generation: i32,
    tag: [u8; TAG_LENGTH],
}

impl std::fmt::Debug for RefreshToken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RefreshToken").field("grant_id", &self.grant_id).finish_non_exhaustive()
    }
}

/// What a refresh token turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The one that may be used.
    Current,
    /// The one before, whose successor nobody has used yet.
    Previous,
    /// An older one of ours: somebody has what they shouldn't.
    Reused,
    /// None of ours.
    Forged,
}

impl RefreshToken {
    /// Takes a token apart; `None` for what can't be one. Each token has one spelling.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let bytes: [u8; TOKEN_LENGTH] = bytes.try_into().ok()?;
        let (id, rest) = bytes.split_at(ID_LENGTH);
        let (generation, tag) = rest.split_at(4);
        Some(Self {
            grant_id: URL_SAFE_NO_PAD.encode(id),
            generation: i32::from_be_bytes(generation.try_into().ok()?),
            tag: tag.try_into().ok()?,
        })
    }

    /// What it is to its grant.
    ///
    /// # Errors
    /// [`Error::Internal`] when the master key is missing.
    pub fn standing(&self, store: &Store, grant: &AuthorizationGrant) -> Result<Standing> {
        self.standing_of(store, (&grant.tenant_id, &grant.id), grant.seed.as_ref(), grant.generation)
    }

    /// As [`RefreshToken::standing`], for who only wants it to end.
    ///
    /// # Errors
    /// [`Error::Internal`] when the master key is missing.
    pub fn standing_to(&self, store: &Store, grant: &Revocable) -> Result<Standing> {
        self.standing_of(store, (&grant.tenant_id, &grant.id), grant.seed.as_ref(), grant.generation)
    }

    fn standing_of(
        &self,
        store: &Store,
        grant: (&str, &str),
        seed: Option<&Sealed>,
        generation: i32,
    ) -> Result<Standing> {
        let Some(key) = open_seed(store, grant, seed)? else { return Ok(Standing::Forged) };
        // In constant time.
        if hmac::verify(&key, &self.generation.to_be_bytes(), &self.tag).is_err() {
            return Ok(Standing::Forged);
        }
        Ok(match generation - self.generation {
            0 => Standing::Current,
            1 => Standing::Previous,
            // A token of the future was never given to anybody.
            ..0 => Standing::Forged,
            _ => Standing::Reused,
        })
    }
}

/// The refresh token of a generation; `None` when the grant has none.
///
/// # Errors
/// [`Error::Internal`] when the master key is missing.
pub fn refresh_token(store: &Store, grant: &AuthorizationGrant, generation: i32) -> Result<Option<String>> {
    let Some(key) = open_seed(store, (&grant.tenant_id, &grant.id), grant.seed.as_ref())? else { return Ok(None) };
    let id = URL_SAFE_NO_PAD.decode(&grant.id).map_err(Error::internal)?;
    let generation = generation.to_be_bytes();
    let tag = hmac::sign(&key, &generation);
    Ok(Some(URL_SAFE_NO_PAD.encode([&id[..], &generation, tag.as_ref()].concat())))
}

/// Makes the next refresh token the current one. `false` when somebody else did, the grant was revoked, or the session has ended that it needs. The row is kept for `needed_for` seconds at least.
///
/// # Errors
/// [`Error::Unavailable`] without database: it may have been rotated then.
pub async fn rotate(store: &Store, grant: &AuthorizationGrant, needed_for: i64) -> Result<bool> {
    let update = refreshing(store, grant, needed_for)
        .col_expr(Column::Generation, Expr::value(grant.generation + 1))
        .col_expr(Column::RotatedAt, store.now().timestamp().into());
    claim(store, &grant.tenant_id, update).await
}

/// As [`rotate`], for a client that goes on with the refresh token that it has: it ends when it would have ended before.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn keep(store: &Store, grant: &AuthorizationGrant, needed_for: i64) -> Result<bool> {
    claim(store, &grant.tenant_id, refreshing(store, grant, needed_for)).await
}

/// May its refresh tokens be used as far as that is up to the session? One that nobody gave `offline_access` ends with it.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn session_allows(store: &Store, grant: &AuthorizationGrant) -> Result<bool> {
    let Some(session_id) = needed_session(grant) else { return Ok(true) };
    let select = Entity::find_by_id((grant.tenant_id.clone(), grant.id.clone()));
    let select = select.select_only().column(Column::Id).filter(session::is_there(&grant.tenant_id, session_id));
    Ok(select.into_tuple::<String>().one(store.reader()).await?.is_some())
}

fn needed_session(grant: &AuthorizationGrant) -> Option<&str> {
    grant.session_id.as_deref().filter(|_| !grant.scopes.has("offline_access"))
}

/// Of a grant whose current refresh token is used. One that nobody gave `offline_access` is refreshed no longer than its session goes on.
fn refreshing(store: &Store, grant: &AuthorizationGrant, needed_for: i64) -> UpdateMany<Entity> {
    let update = Entity::update_many()
        .col_expr(Column::ExpiresAt, (store.now().timestamp() + needed_for).into())
        .filter(Column::TenantId.eq(&grant.tenant_id))
        .filter(Column::Id.eq(&grant.id))
        .filter(Column::Generation.eq(grant.generation))
        .filter(Column::RevokedAt.is_null());
    match needed_session(grant) {
        Some(session_id) => update.filter(session::is_there(&grant.tenant_id, session_id)),
        None => update,
    }
}

/// Whether a token with this id, of this grant, was revoked: itself, or everything of the grant; or a token that this one was exchanged from, or everything of
/// that one's grant.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn is_revoked(store: &Store, jti: &str, grant: &AuthorizationGrant) -> Result<bool> {
    let marks: Vec<String> = grant.details.ancestors.iter().chain([&grant.id]).map(|id| mark(id)).collect();
    let asked: Vec<&str> = marks.iter().chain(&grant.details.exchanged).map(String::as_str).chain([jti]).collect();
    revoked_token::is_any_revoked(store, &grant.tenant_id, &asked).await
}

/// What stands among the revoked tokens for all tokens of a grant. No `jti` has a colon.
fn mark(grant_id: &str) -> String {
    format!("grant:{grant_id}")
}

async fn claim(store: &Store, tenant: &str, update: UpdateMany<Entity>) -> Result<bool> {
    let mut query = update.into_query();
    query.returning_col(Column::Id);
    let statement = store.dialect().build(&query);
    Ok(store.write(tenant, Area::NONE, vec![statement]).await? == 1)
}

fn seed_context(tenant: &str, id: &str) -> String {
    format!("authorization_grant_seed:{tenant}:{id}")
}

fn make_seed(store: &Store, tenant: &str, id: &str) -> Result<Sealed> {
    let mut seed = [0; 32];
    store.environment().random.fill(&mut seed)?;
    store.seal(&seed_context(tenant, id), &seed)
}

fn open_seed(store: &Store, (tenant, id): (&str, &str), seed: Option<&Sealed>) -> Result<Option<hmac::Key>> {
    let Some(sealed) = seed else { return Ok(None) };
    let seed = store.open(&seed_context(tenant, id), sealed)?;
    Ok(Some(hmac::Key::new(hmac::HMAC_SHA256, &seed)))
}

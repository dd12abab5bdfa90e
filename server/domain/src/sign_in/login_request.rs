//! An authorization request that waits for its user: to sign in, to consent.
//!
//! It is bound to one browser by a cookie whose digest it holds, so that nobody can begin it here and have it finished there. ACP's custom login pages know it
//! as `login_id`, with the secret `login_state`. It lives for ten minutes, and what it was for happens once: the authorization grant that ends it takes its id.

pub mod progress;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, QueryFilter, QueryTrait, Statement,
};
use serde_json::Value;

use self::entity::Column;
pub(crate) use self::entity::Entity;
pub use self::entity::Model as LoginRequest;
pub use self::progress::{Progress, Rejected, SignedIn};
use crate::catalogue::server_key::ServerKey;
use crate::installation::acting::Acting;
use crate::sign_in::trail::{self, Refusal};
use crate::storage::cache::Area;
use crate::storage::expiring::Expiring;
use crate::storage::row;
use crate::{Error, Result, Store, error, identifier};

/// Seconds until a login request is forgotten (ACP behaviour §8).
pub const LIFETIME: i64 = 600;

mod entity {
    use sea_orm::entity::prelude::*;

    use super::progress::Progress;
    use crate::storage::seal::Sealed;

    /// One request.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "login_requests")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// ACP's `login_id`. 128 bits.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// The server that was asked.
        pub server_id: String,
        /// The client that asks; none where the server itself does, for pages of its own.
        pub client_id: Option<String>,
        /// Of ACP's `login_state`.
        pub(crate) state: String,
        /// Of the browser's cookie.
        pub(crate) browser: String,
        /// The request, checked, in the form of the layer that reads it again.
        #[sea_orm(column_type = "JsonBinary")]
        pub request: Json,
        /// What came of it so far.
        #[sea_orm(column_type = "JsonBinary")]
        pub progress: Progress,
        /// Of the secret that lets the browser come back from a custom page, once.
        pub(crate) verifier: Option<String>,
        /// What must be remembered while the user is at another identity provider.
        pub(crate) upstream: Option<Sealed>,
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
}

/// What a login request is made of.
#[derive(Clone, Debug)]
pub struct NewLoginRequest<'a> {
    /// The server that is asked.
    pub server_id: &'a str,
    /// The client that asks; none where the server itself does, for pages of its own.
    pub client_id: Option<&'a str>,
    /// The browser's cookie.
    pub browser: &'a str,
    /// The request.
    pub request: Value,
    /// Who is signed in already, where only consent is missing.
    pub signed_in: Option<SignedIn>,
}

impl LoginRequest {
    /// Whose it is.
    #[must_use]
    pub fn server_key(&self) -> ServerKey<'_> {
        ServerKey { tenant: &self.tenant_id, id: &self.server_id }
    }

    /// Is this its `login_state`?
    #[must_use]
    pub fn has_state(&self, presented: &str) -> bool {
        same(&self.state, presented)
    }

    /// Its `login_state`, which whoever has the browser's cookie can make again.
    #[must_use]
    pub fn state_of(&self, browser: &str) -> String {
        state(browser, &self.id)
    }

    /// Does the browser with this cookie own it?
    #[must_use]
    pub fn belongs_to(&self, browser: &str) -> bool {
        same(&self.browser, browser)
    }
}

fn state(browser: &str, id: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, browser.as_bytes());
    URL_SAFE_NO_PAD.encode(hmac::sign(&key, format!("login_state:{id}").as_bytes()))
}

/// In constant time: both are digests.
fn same(expected: &str, presented: &str) -> bool {
    verify_slices_are_equal(expected.as_bytes(), identifier::digest(presented).as_bytes()).is_ok()
}

/// Makes a login request.
///
/// # Errors
/// [`Error::NotFound`] for a client, or a server, that was removed meanwhile; [`Error::Unavailable`] without database.
pub async fn create(store: &Store, tenant: &str, new: NewLoginRequest<'_>) -> Result<LoginRequest> {
    let id = identifier::handle(store.environment())?;
    let created_at = store.created_at();
    let login_request = LoginRequest {
        tenant_id: tenant.to_owned(),
        state: identifier::digest(&state(new.browser, &id)),
        id,
        server_id: new.server_id.to_owned(),
        client_id: new.client_id.map(str::to_owned),
        browser: identifier::digest(new.browser),
        request: new.request,
        progress: Progress::begun(new.signed_in),
        verifier: None,
        upstream: None,
        expires_at: created_at.timestamp() + LIFETIME,
        created_at,
    };
    let row = Entity::insert(login_request.clone().into_active_model()).build(store.dialect());
    let (parent, id) = new.client_id.map_or(("authorization_server", new.server_id), |id| ("client", id));
    store
        .insert(tenant, Area::NONE, vec![row])
        .await
        .map_err(|error| error::parent_gone(error, parent, id).unwrap_or_else(Error::from))?;
    Ok(login_request)
}

/// A login request of the tenant that hasn't expired.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn find(store: &Store, tenant: &str, id: &str) -> Result<Option<LoginRequest>> {
    let found: Option<LoginRequest> = row::find(store.reader(), tenant, id).await?;
    Ok(found.filter(|found| found.expires_at > store.now().timestamp()))
}

/// Notes that the user is sent to the custom page of a method. What another page decided before counts no longer.
///
/// # Errors
/// [`Error::NotFound`] when it is gone; [`Error::Unavailable`] without database.
pub async fn send_to_custom_page(store: &Store, login_request: &LoginRequest, method_id: &str) -> Result<()> {
    let progress = Progress::at_page(method_id);
    let progress = sea_orm::Value::from(serde_json::to_value(&progress).map_err(Error::internal)?);
    let statement = returning(
        Entity::update_many()
            .col_expr(Column::Progress, progress.into())
            .col_expr(Column::Verifier, Option::<String>::None.into())
            .filter(Column::TenantId.eq(&login_request.tenant_id))
            .filter(Column::Id.eq(&login_request.id)),
        store.dialect(),
    );
    if store.write(&login_request.tenant_id, Area::NONE, vec![statement]).await? == 1 {
        Ok(())
    } else {
        Err(Error::not_found("login_request", &login_request.id))
    }
}

/// Notes what a custom page decided about the request as it was read, and gives the secret with which the browser comes back: once.
///
/// # Errors
/// [`Error::NotFound`] when it is gone, or something was decided since it was read; [`Error::Unavailable`] without database.
pub async fn decide(store: &Store, login_request: &LoginRequest, progress: Progress) -> Result<String> {
    let verifier = identifier::secret(store.environment())?;
    let digest = identifier::digest(&verifier);
    let progress = sea_orm::Value::from(serde_json::to_value(&progress).map_err(Error::internal)?);
    let statement = returning(
        Entity::update_many()
            .col_expr(Column::Progress, progress.into())
            .col_expr(Column::Verifier, digest.into())
            .filter(Column::TenantId.eq(&login_request.tenant_id))
            .filter(Column::Id.eq(&login_request.id))
            .filter(is_as_read(login_request))
            .filter(Column::ExpiresAt.gt(store.now().timestamp())),
        store.dialect(),
    );
    if store.write(&login_request.tenant_id, Area::NONE, vec![statement]).await? == 1 {
        Ok(verifier)
    } else {
        Err(Error::not_found("login_request", &login_request.id))
    }
}

/// Uses up the secret of [`decide`]. `false` when it is another one or was used before.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn come_back(store: &Store, login_request: &LoginRequest, verifier: &str) -> Result<bool> {
    let digest = identifier::digest(verifier);
    let statement = returning(
        Entity::update_many()
            // Not none: a decision about what was there before it must not be taken for one about what is there now.
            .col_expr(Column::Verifier, format!("used {digest}").into())
            .filter(Column::TenantId.eq(&login_request.tenant_id))
            .filter(Column::Id.eq(&login_request.id))
            .filter(Column::Verifier.eq(&digest)),
        store.dialect(),
    );
    Ok(store.write(&login_request.tenant_id, Area::NONE, vec![statement]).await? == 1)
}

/// Remembers, sealed, what an answer of another identity provider will be checked against. A later one takes the place of the one before.
///
/// # Errors
/// [`Error::NotFound`] when it is gone; [`Error::Unavailable`] without database.
pub async fn remember_upstream(store: &Store, login_request: &LoginRequest, upstream: &Value) -> Result<()> {
    let bytes = serde_json::to_vec(upstream).map_err(Error::internal)?;
    let sealed = store.seal(&upstream_context(login_request), &bytes)?;
    let statement = returning(
        Entity::update_many()
            .col_expr(Column::Upstream, Some(sealed.0).into())
            .filter(Column::TenantId.eq(&login_request.tenant_id))
            .filter(Column::Id.eq(&login_request.id)),
        store.dialect(),
    );
    if store.write(&login_request.tenant_id, Area::NONE, vec![statement]).await? == 1 {
        Ok(())
    } else {
        Err(Error::not_found("login_request", &login_request.id))
    }
}

/// Takes out what [`remember_upstream`] put there: an answer counts once.
///
/// # Errors
/// [`Error::Unavailable`] without database; [`Error::Internal`] when the master key is missing.
pub async fn take_upstream(store: &Store, login_request: &LoginRequest) -> Result<Option<Value>> {
    let Some(sealed) = &login_request.upstream else { return Ok(None) };
    let statement = returning(
        Entity::update_many()
            .col_expr(Column::Upstream, Option::<Vec<u8>>::None.into())
            .filter(Column::TenantId.eq(&login_request.tenant_id))
            .filter(Column::Id.eq(&login_request.id))
            .filter(Column::Upstream.eq(sealed.0.clone())),
        store.dialect(),
    );
    if store.write(&login_request.tenant_id, Area::NONE, vec![statement]).await? != 1 {
        return Ok(None);
    }
    let bytes = store.open(&upstream_context(login_request), sealed)?;
    serde_json::from_slice(&bytes).map(Some).map_err(Error::internal)
}

fn upstream_context(login_request: &LoginRequest) -> String {
    format!("login_request_upstream:{}:{}", login_request.tenant_id, login_request.id)
}

/// Ends a login request without a grant. `false` when it was over already.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn end(acting: &Acting, login_request: &LoginRequest, refusal: Option<Refusal<'_>>) -> Result<bool> {
    let LoginRequest { id, server_id, client_id, .. } = login_request;
    let row = Entity::delete_by_id((acting.tenant().to_owned(), id.clone()));
    let Some(refusal) = refusal else {
        return Ok(row.exec(acting.store().writer()).await?.rows_affected == 1);
    };
    let transaction = acting.begin().await?;
    if row.exec(&*transaction).await?.rows_affected != 1 {
        return Ok(false);
    }
    transaction.execute_raw(trail::refused(acting, server_id, client_id.as_deref(), refusal)?).await?;
    transaction.commit().await?;
    Ok(true)
}

/// That it ends with a grant, as a statement that returns a row if it was still there, and no page had decided anything about it since it was read.
pub(crate) fn granted(store: &Store, login_request: &LoginRequest) -> Statement {
    let mut query = Entity::delete_many()
        .filter(Column::TenantId.eq(&login_request.tenant_id))
        .filter(Column::Id.eq(&login_request.id))
        .filter(is_as_read(login_request))
        .into_query();
    query.returning_col(Column::Id);
    store.dialect().build(&query)
}

/// No page has decided anything since it was read: each decision leaves a secret of its own, also once that is used.
fn is_as_read(login_request: &LoginRequest) -> Expr {
    match &login_request.verifier {
        Some(verifier) => Column::Verifier.eq(verifier),
        None => Column::Verifier.is_null(),
    }
}

/// That somebody signed in for it, as a statement.
pub(crate) fn signed_in(dialect: DbBackend, login_request: &LoginRequest, signed_in: SignedIn) -> Result<Statement> {
    let progress = login_request.progress.clone().signed_in(signed_in);
    let progress = serde_json::to_value(progress).map_err(Error::internal)?;
    Ok(Entity::update_many()
        .col_expr(Column::Progress, sea_orm::Value::from(progress).into())
        .filter(Column::TenantId.eq(&login_request.tenant_id))
        .filter(Column::Id.eq(&login_request.id))
        .build(dialect))
}

/// An update that says by its rows whether it changed anything.
fn returning(update: sea_orm::UpdateMany<Entity>, dialect: DbBackend) -> Statement {
    let mut query = update.into_query();
    query.returning_col(Column::Id);
    dialect.build(&query)
}

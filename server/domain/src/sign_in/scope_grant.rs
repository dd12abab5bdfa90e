//! The scopes that clients have of users, by their names: what lists show (ACP behaviour §9). What a user was asked for, and needn't be asked again, stands below
//! them: [`consent`](crate::sign_in::consent).

use std::collections::BTreeMap;

use sea_orm::sea_query::{Expr, ExprTrait, Func, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QueryTrait, Statement};

pub use self::entity::Model as ScopeGrant;
use self::entity::{Column, Entity};
use crate::catalogue::server_key::ServerKey;
use crate::sign_in::{consent, subject};
use crate::storage::store::Transaction;
use crate::{Result, Store};

mod entity {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    /// One scope that one user gave to one client.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "scope_grants")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// The user.
        #[sea_orm(primary_key, auto_increment = false)]
        pub subject: String,
        /// The server that has the scope.
        #[sea_orm(primary_key, auto_increment = false)]
        pub server_id: String,
        /// The client.
        #[sea_orm(primary_key, auto_increment = false)]
        pub client_id: String,
        /// The scope's name.
        #[sea_orm(primary_key, auto_increment = false)]
        pub scope_name: String,
        /// The language in which the user was asked (BCP 47); empty when not asked.
        pub language: String,
        /// Seconds since the epoch.
        pub given_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Whom a user gave something, and where.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The authorization server's id.
    pub server_id: &'a str,
    /// The user's.
    pub subject: &'a str,
    /// The client's.
    pub client_id: &'a str,
}

/// What a user gave at a server, by client, scopes in the order of their names.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn by_client(
    store: &Store,
    server: ServerKey<'_>,
    subject: &str,
) -> Result<BTreeMap<String, Vec<ScopeGrant>>> {
    let rows = Entity::find()
        .filter(Column::TenantId.eq(server.tenant))
        .filter(Column::Subject.eq(subject))
        .filter(Column::ServerId.eq(server.id))
        .order_by_asc(Column::ScopeName)
        .all(store.reader())
        .await?;
    let mut by_client: BTreeMap<String, Vec<ScopeGrant>> = BTreeMap::new();
    for row in rows {
        by_client.entry(row.client_id.clone()).or_default().push(row);
    }
    Ok(by_client)
}

/// That a client has scopes of a user, as a statement. What it had before stays as it was, but for what nobody was asked for until now.
pub(crate) fn given(store: &Store, rows: Vec<ScopeGrant>) -> Option<Statement> {
    if rows.is_empty() {
        return None;
    }
    let key = [Column::TenantId, Column::Subject, Column::ServerId, Column::ClientId, Column::ScopeName];
    let again = OnConflict::columns(key)
        .update_columns([Column::Language, Column::GivenAt])
        .action_and_where(Expr::col((Entity, Column::Language)).eq(""))
        .to_owned();
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    Some(Entity::insert_many(rows).on_conflict(again).build(store.dialect()))
}

/// Forgets what users gave at a server who are no longer there: whoever gets their name hasn't given it.
pub(crate) async fn forget(transaction: &Transaction, server_id: &str, subjects: &[&str]) -> Result<()> {
    if subjects.is_empty() {
        return Ok(());
    }
    let of_subjects = Entity::delete_many()
        .filter(Column::TenantId.eq(transaction.tenant()))
        .filter(Column::ServerId.eq(server_id))
        .filter(Column::Subject.is_in(subjects.iter().copied()));
    of_subjects.exec(&**transaction).await?;
    Ok(())
}

/// As [`forget`], of all whom the page of a method knew.
pub(crate) async fn forget_users_of_page(transaction: &Transaction, server_id: &str, method_id: &str) -> Result<()> {
    // Whatever the order of texts is in the database.
    let beginning = subject::of_page(method_id, "");
    let begins = Func::cust("substr")
        .arg(Expr::col(Column::Subject))
        .arg(1)
        .arg(i32::try_from(beginning.chars().count()).unwrap_or(i32::MAX));
    let of_page = Entity::delete_many()
        .filter(Column::TenantId.eq(transaction.tenant()))
        .filter(Column::ServerId.eq(server_id))
        .filter(Expr::expr(begins).eq(beginning));
    of_page.exec(&**transaction).await?;
    Ok(())
}

/// That a user takes everything back from a client, as a statement.
pub(crate) fn taken_back(store: &Store, tenant: &str, given: Given<'_>) -> Statement {
    Entity::delete_many()
        .filter(Column::TenantId.eq(tenant))
        .filter(Column::Subject.eq(given.subject))
        .filter(Column::ServerId.eq(given.server_id))
        .filter(Column::ClientId.eq(given.client_id))
        .build(store.dialect())
}

/// For conditions on a row together with what stands below it.
pub(crate) fn name_column() -> (Entity, Column) {
    (Entity, Column::ScopeName)
}

/// That a client no longer has these names of a user, as far as no consent stands below them, as a statement.
pub(crate) fn no_longer(store: &Store, tenant: &str, given: Given<'_>, names: Vec<String>) -> Statement {
    Entity::delete_many()
        .filter(Column::TenantId.eq(tenant))
        .filter(Column::Subject.eq(given.subject))
        .filter(Column::ServerId.eq(given.server_id))
        .filter(Column::ClientId.eq(given.client_id))
        .filter(Column::ScopeName.is_in(names))
        .filter(consent::below(tenant, given).not())
        .build(store.dialect())
}

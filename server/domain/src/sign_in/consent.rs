//! What users were asked for and gave, scope by scope, so that nobody is asked twice (ACP behaviour §9).
//!
//! A token holds the names of scopes, and several services of a server may have scopes of one name: what a user gives is what the page showed them, so it is kept
//! by the scope's id besides its name. A scope that is renamed, or goes to another service, is another one to them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait, Statement};

use self::entity::{Column, Entity, Model};
use crate::sign_in::scope_grant::{self, Given};
use crate::storage::parts::parts;
use crate::storage::store::Transaction;
use crate::{Result, Store};

mod entity {
    #![expect(unreachable_pub, reason = "sea-orm derives public items, which can't be made of private ones")]
    use sea_orm::entity::prelude::*;

    /// One scope that one user was asked for, and gave to one client.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "consents")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub subject: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub server_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub client_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub scope_name: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub scope_id: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is asked for by one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedScope {
    /// The name.
    pub name: String,
    /// The ids of the scopes that it means in the request.
    pub ids: Vec<String>,
}

/// What a user gave to a client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consents(BTreeMap<String, BTreeSet<String>>);

impl Consents {
    /// Nothing at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Everything that is asked for by this name, which is something?
    #[must_use]
    pub fn cover(&self, asked: &AskedScope) -> bool {
        let given = self.0.get(&asked.name);
        !asked.ids.is_empty() && given.is_some_and(|given| asked.ids.iter().all(|id| given.contains(id)))
    }

    /// Is a scope among them, whatever its name was?
    #[must_use]
    pub fn have(&self, scope_id: &str) -> bool {
        self.0.values().any(|given| given.contains(scope_id))
    }
}

/// What a user was asked for, and gave to a client.
///
/// # Errors
/// [`Error::Unavailable`](crate::Error::Unavailable) without database.
pub async fn find(store: &Store, tenant: &str, given: Given<'_>) -> Result<Consents> {
    let mut consents = BTreeMap::<String, BTreeSet<String>>::new();
    for row in Entity::find().filter(of(tenant, given)).all(store.reader()).await? {
        consents.entry(row.scope_name).or_default().insert(row.scope_id);
    }
    Ok(Consents(consents))
}

/// That a user gave this, as a statement. Rows of these names must be among the [`scope_grant`]s.
pub(crate) fn given(store: &Store, tenant: &str, given: Given<'_>, asked: &[AskedScope]) -> Option<Statement> {
    let row = |name: &str, id: &str| Model {
        tenant_id: tenant.to_owned(),
        subject: given.subject.to_owned(),
        server_id: given.server_id.to_owned(),
        client_id: given.client_id.to_owned(),
        scope_name: name.to_owned(),
        scope_id: id.to_owned(),
    };
    let rows = asked.iter().flat_map(|asked| asked.ids.iter().map(|id| row(&asked.name, id).into_active_model()));
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return None;
    }
    let key =
        [Column::TenantId, Column::Subject, Column::ServerId, Column::ClientId, Column::ScopeName, Column::ScopeId];
    let again = OnConflict::columns(key).do_nothing().to_owned();
    Some(Entity::insert_many(rows).on_conflict(again).build(store.dialect()))
}

/// That a user was asked for this and didn't give it, as statements: whatever they gave of it before is taken back.
pub(crate) fn refused(store: &Store, tenant: &str, given: Given<'_>, asked: &[AskedScope]) -> Vec<Statement> {
    if asked.is_empty() {
        return Vec::new();
    }
    let each = asked.iter().map(|asked| {
        Condition::all()
            .add(Column::ScopeName.eq(&asked.name))
            .add(Column::ScopeId.is_in(asked.ids.iter().map(String::as_str)))
    });
    let taken_back = Entity::delete_many()
        .filter(of(tenant, given))
        .filter(each.fold(Condition::any(), Condition::add))
        .build(store.dialect());
    let names = asked.iter().map(|asked| asked.name.clone()).collect();
    vec![taken_back, scope_grant::no_longer(store, tenant, given, names)]
}

/// What users consented to is this scope no longer.
pub(crate) async fn forget_scope(transaction: &Transaction, scope_id: &str) -> Result<()> {
    let of_scope =
        Entity::delete_many().filter(Column::TenantId.eq(transaction.tenant())).filter(Column::ScopeId.eq(scope_id));
    of_scope.exec(&**transaction).await?;
    Ok(())
}

/// Those of scopes that take other ids, each pair the former and the new one: as they will be.
pub(crate) async fn of_scopes(transaction: &Transaction, moved: &[(&str, &str)]) -> Result<Vec<Model>> {
    let mut consents = Vec::new();
    for part in parts(moved) {
        let of_scopes = Entity::find()
            .filter(Column::TenantId.eq(transaction.tenant()))
            .filter(Column::ScopeId.is_in(part.iter().map(|(former, _)| *former)));
        consents.extend(of_scopes.all(&**transaction).await?);
    }
    let moved: HashMap<&str, &str> = moved.iter().copied().collect();
    for consent in &mut consents {
        if let Some(new) = moved.get(consent.scope_id.as_str()) {
            consent.scope_id = (*new).to_owned();
        }
    }
    Ok(consents)
}

/// Writes them, when the scopes have their ids.
pub(crate) async fn note_again(transaction: &Transaction, consents: Vec<Model>) -> Result<()> {
    for part in parts(&consents) {
        let rows = part.iter().cloned().map(IntoActiveModel::into_active_model);
        Entity::insert_many(rows).exec_without_returning(&**transaction).await?;
    }
    Ok(())
}

/// That there are consents of the name of the [`scope_grant`] that a condition is about.
pub(crate) fn below(tenant: &str, given: Given<'_>) -> SimpleExpr {
    let consents = Entity::find()
        .select_only()
        .column(Column::ScopeId)
        .filter(of(tenant, given))
        .filter(Expr::col((Entity, Column::ScopeName)).equals(scope_grant::name_column()));
    Expr::exists(consents.into_query())
}

fn of(tenant: &str, given: Given<'_>) -> Condition {
    Condition::all()
        .add(Column::TenantId.eq(tenant))
        .add(Column::Subject.eq(given.subject))
        .add(Column::ServerId.eq(given.server_id))
        .add(Column::ClientId.eq(given.client_id))
}

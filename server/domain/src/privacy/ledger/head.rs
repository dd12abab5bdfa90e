//! Where the chain of a tenant ends, and the lock that gives its events one order.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use self::entity::{ActiveModel, Column, Entity, Model};
use super::chain::{BEGINNING, Hash, Head};
use crate::storage::store::Transaction;
use crate::{Error, Result, error};

mod entity {
    use sea_orm::entity::prelude::*;

    /// The last event of a tenant.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "ledger_heads")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// Its number.
        pub number: i64,
        /// Its hash.
        pub hash: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The end of a tenant's chain; `None` where no event was ever written.
pub(super) async fn find(connection: &impl ConnectionTrait, tenant: &str) -> Result<Option<Head>> {
    Entity::find_by_id(tenant.to_owned()).one(connection).await?.map(Head::try_from).transpose()
}

/// As [`find`], of the transaction's tenant, and nobody else appends or erases before it ends.
pub(super) async fn find_locked(transaction: &Transaction) -> Result<Option<Head>> {
    let find = Entity::find_by_id(transaction.tenant().to_owned()).lock_exclusive();
    find.one(&**transaction).await?.map(Head::try_from).transpose()
}

/// As [`find_locked`]; made when there is none.
pub(super) async fn lock(transaction: &Transaction) -> Result<Head> {
    if let Some(head) = find_locked(transaction).await? {
        return Ok(head);
    }
    let tenant = transaction.tenant();
    let first = ActiveModel {
        tenant_id: ActiveValue::Set(tenant.to_owned()),
        number: ActiveValue::Set(0),
        hash: ActiveValue::Set(BEGINNING.to_vec()),
    };
    // Of several who write the first event at once the others wait here, and then find the row of the one.
    let unless_there = OnConflict::column(Column::TenantId).do_nothing().to_owned();
    let insertion = Entity::insert(first).on_conflict(unless_there).exec_without_returning(&**transaction).await;
    insertion.map_err(|error| match error::parent_gone(error, "tenant", tenant) {
        Ok(gone) => gone,
        Err(error) => error.into(),
    })?;
    find_locked(transaction).await?.ok_or_else(|| Error::internal("a row that was just written isn't there"))
}

/// The chain of the transaction's tenant, which is locked, ends here from now on.
pub(super) async fn advance(transaction: &Transaction, number: i64, hash: &Hash) -> Result<()> {
    let update = Entity::update_many()
        .col_expr(Column::Number, Expr::value(number))
        .col_expr(Column::Hash, Expr::value(hash.to_vec()))
        .filter(Column::TenantId.eq(transaction.tenant()));
    Ok(transaction.run_last(update.build(transaction.store().dialect())).await?)
}

impl TryFrom<Model> for Head {
    type Error = Error;

    fn try_from(row: Model) -> Result<Self> {
        let hash = row.hash.try_into().map_err(|_| Error::internal("the head of the ledger is malformed"))?;
        Ok(Self { number: row.number.cast_unsigned(), hash })
    }
}

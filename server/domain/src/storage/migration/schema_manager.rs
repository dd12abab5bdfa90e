//! What a step changes the schema with.

use sea_orm::sea_query::{IndexCreateStatement, TableAlterStatement, TableCreateStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, StatementBuilder};

/// The transaction of one step.
pub(super) struct SchemaManager<'t> {
    transaction: &'t DatabaseTransaction,
}

impl<'t> SchemaManager<'t> {
    pub(super) fn new(transaction: &'t DatabaseTransaction) -> Self {
        Self { transaction }
    }

    pub(super) fn get_connection(&self) -> &'t DatabaseTransaction {
        self.transaction
    }

    pub(super) fn get_database_backend(&self) -> DbBackend {
        self.transaction.get_database_backend()
    }

    pub(super) async fn create_table(&self, statement: TableCreateStatement) -> Result<(), DbErr> {
        self.execute(statement).await
    }

    pub(super) async fn create_index(&self, statement: IndexCreateStatement) -> Result<(), DbErr> {
        self.execute(statement).await
    }

    pub(super) async fn alter_table(&self, statement: TableAlterStatement) -> Result<(), DbErr> {
        self.execute(statement).await
    }

    pub(super) async fn execute(&self, statement: impl StatementBuilder) -> Result<(), DbErr> {
        self.transaction.execute(&statement).await.map(drop)
    }
}

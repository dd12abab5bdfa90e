//! What is sent to the database, for whoever wants to know.

use std::sync::{Arc, OnceLock};

use sea_orm::{DatabaseConnection, Statement};

use super::Store;

type Observer = Box<dyn Fn(&Statement) + Send + Sync>;

/// Where the one observer will be, if there is one.
#[derive(Clone, Default)]
pub(super) struct Statements(Arc<OnceLock<Observer>>);

impl Statements {
    /// Tells the observer what goes through this connection from now on, and through its clones and transactions.
    pub(super) fn follow(&self, connection: &mut DatabaseConnection) {
        let statements = self.clone();
        connection.set_metric_callback(move |sent| statements.sent(sent.statement));
    }

    pub(super) fn sent(&self, statement: &Statement) {
        if let Some(observer) = self.0.get() {
            observer(statement);
        }
    }
}

impl Store {
    /// Calls `observer` with each statement of a query or a change, with its values (which may be secrets), once it is sent: tests count statements and look
    /// at their plans. The first observer stays.
    pub fn observe_statements(&self, observer: impl Fn(&Statement) + Send + Sync + 'static) {
        // A second one hears nothing.
        let _ = self.0.statements.0.set(Box::new(observer));
    }
}

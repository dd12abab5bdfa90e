//! What requests ask of the database: nothing once warm, on the paths that every token takes, and never what grows with rows that nobody asked for.

mod counts;
mod plans;

use std::sync::{Arc, Mutex};

use authplane_tests::TestServer;
use sea_orm::Statement;

/// What a server sends to its database.
#[derive(Clone, Default)]
pub(super) struct Sent(Arc<Mutex<Vec<Statement>>>);

impl Sent {
    /// From now on.
    pub(super) fn by(server: &TestServer) -> Self {
        let sent = Self::default();
        let keep = sent.clone();
        server.context().store.observe_statements(move |statement| keep.0.lock().unwrap().push(statement.clone()));
        sent
    }

    /// Since this was asked last.
    pub(super) fn take(&self) -> Vec<Statement> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

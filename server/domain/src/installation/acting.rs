//! Who acts where.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::installation::audit::Actor;
use crate::storage::row::{Precondition, Row};
use crate::{Result, Store};

/// Who changes something, in which tenant, on which store: the first argument of every change of what a tenant has.
#[derive(Clone, Debug)]
pub struct Acting {
    store: Store,
    tenant: String,
    actor: Actor,
    precondition: Option<Precondition>,
    may_be_done: Option<Arc<AtomicBool>>,
}

impl Acting {
    /// `actor` in `tenant`.
    #[must_use]
    pub fn new(store: &Store, tenant: impl Into<String>, actor: Actor) -> Self {
        Self { store: store.clone(), tenant: tenant.into(), actor, precondition: None, may_be_done: None }
    }

    /// The same, for whoever has to know whether something may have been changed although there was no answer: `may_be_done` is raised before that is sent which
    /// would change it.
    #[must_use]
    pub fn noting(self, may_be_done: Option<Arc<AtomicBool>>) -> Self {
        Self { may_be_done, ..self }
    }

    /// From here on the change may be made, whatever is heard of it.
    pub(crate) fn begins_to_change(&self) {
        if let Some(may_be_done) = &self.may_be_done {
            may_be_done.store(true, Ordering::Release);
        }
    }

    /// The same, if the row that is about to change is still what the caller believes: otherwise the change ends in
    /// [`Error::PreconditionFailed`](crate::Error::PreconditionFailed).
    #[must_use]
    pub fn if_match(self, precondition: Precondition) -> Self {
        Self { precondition: Some(precondition), ..self }
    }

    /// The same, of a change that was made up from `row`: it ends in [`Error::PreconditionFailed`](crate::Error::PreconditionFailed) if somebody has changed the row
    /// since. What the caller believes of it is held against it here.
    ///
    /// # Errors
    /// [`Error::PreconditionFailed`](crate::Error::PreconditionFailed) when the caller believes something else.
    pub fn based_on<R: Row>(self, row: &R) -> Result<Self> {
        self.precondition.as_ref().map_or(Ok(()), |precondition| precondition.check(&self.store, row))?;
        let version = row.version(&self.store)?;
        Ok(self.if_match(Precondition::HasVersion(vec![version])))
    }

    /// The same request, when it has turned out whose it is.
    pub(crate) fn by(&self, subject: &str) -> Self {
        let actor = Actor { subject: subject.to_owned(), ..self.actor.clone() };
        Self { actor, ..self.clone() }
    }

    /// The same request, in another tenant: for whoever administers all of them.
    #[must_use]
    pub fn elsewhere(&self, tenant: &str) -> Self {
        Self { tenant: tenant.to_owned(), ..self.clone() }
    }

    /// Where the rows are.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The one tenant whose rows may change.
    #[must_use]
    pub fn tenant(&self) -> &str {
        &self.tenant
    }

    /// Who is told of in the audit log.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(crate) fn precondition(&self) -> Option<&Precondition> {
        self.precondition.as_ref()
    }
}

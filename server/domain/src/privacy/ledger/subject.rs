//! Who is behind a pseudonym, and with which key their events are sealed. Without this row nobody can tell either.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use self::entity::Model;
pub(super) use self::entity::{Column, Entity};
use super::subject_key::{self, SubjectKey};
use crate::sign_in::person;
use crate::storage::parts::parts;
use crate::storage::seal::Sealed;
use crate::storage::store::Transaction;
use crate::{Result, Store, identifier};

mod entity {
    #![expect(unreachable_pub, reason = "sea-orm derives public items, which can't be made of private ones")]
    use sea_orm::entity::prelude::*;

    use crate::storage::seal::Sealed;

    /// A subject that has events.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "ledger_subjects")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// The subject, in clear: the only place of the ledger where it is.
        #[sea_orm(primary_key, auto_increment = false)]
        pub subject: String,
        /// What it is called in events: chance.
        pub pseudonym: String,
        /// Its key, sealed.
        pub key: Sealed,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Pseudonyms in one question.
const ASKED_AT_ONCE: usize = 512;

/// A subject as its events need it.
pub(super) struct Subject {
    pub(super) pseudonym: String,
    pub(super) key: SubjectKey,
}

/// A subject that has events, with its key as it is kept.
pub(super) struct Known {
    pub(super) subject: String,
    pseudonym: String,
    key: Sealed,
    /// Opened once for all of its events that are read together.
    opened: OnceLock<SubjectKey>,
}

impl Known {
    /// Its key.
    ///
    /// # Errors
    /// [`Error::Internal`](crate::Error::Internal) when it was changed, or the master key is missing.
    pub(super) fn key(&self, store: &Store, tenant: &str) -> Result<&SubjectKey> {
        if let Some(opened) = self.opened.get() {
            return Ok(opened);
        }
        let opened = open_key(store, tenant, &self.pseudonym, &self.key)?;
        Ok(self.opened.get_or_init(|| opened))
    }
}

/// The key of a subject, opened.
fn open_key(store: &Store, tenant: &str, pseudonym: &str, key: &Sealed) -> Result<SubjectKey> {
    SubjectKey::new(&store.open(&context(tenant, pseudonym), key)?)
}

/// What a subject is called in events; `None` for one that has none, or was erased.
pub(super) async fn pseudonym(store: &Store, tenant: &str, subject: &str) -> Result<Option<String>> {
    let found = Entity::find_by_id((tenant.to_owned(), subject.to_owned())).select_only().column(Column::Pseudonym);
    Ok(found.into_tuple().one(store.reader()).await?)
}

/// Everybody of this name, now or before: their [keys](crate::sign_in::person::Person::key).
pub(super) async fn named(connection: &impl ConnectionTrait, tenant: &str, name: &str) -> Result<Vec<String>> {
    let named = Expr::cust(person::name_in(connection.get_database_backend(), "subject")).eq(name);
    let found = Entity::find().select_only().column(Column::Subject).filter(Column::TenantId.eq(tenant)).filter(named);
    Ok(found.order_by_asc(Column::Subject).into_tuple().all(connection).await?)
}

/// Who is called so, each with the key as it is kept. Whoever was erased is missing.
pub(super) async fn called(
    store: &Store,
    tenant: &str,
    pseudonyms: BTreeSet<&str>,
) -> Result<HashMap<String, Arc<Known>>> {
    let mut found = HashMap::with_capacity(pseudonyms.len());
    let pseudonyms: Vec<&str> = pseudonyms.into_iter().collect();
    for part in pseudonyms.chunks(ASKED_AT_ONCE) {
        // Filled up, so that there are few texts of the statement, and all of them stay prepared.
        let length = part.len().next_power_of_two();
        let filled = part.iter().chain(part.iter().cycle()).take(length).copied();
        let called = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Pseudonym.is_in(filled));
        let rows = called.all(store.reader()).await?;
        found.extend(rows.into_iter().map(|Model { tenant_id: _, subject, pseudonym, key }| {
            let known = Known { subject, pseudonym: pseudonym.clone(), key, opened: OnceLock::new() };
            (pseudonym, Arc::new(known))
        }));
    }
    Ok(found)
}

/// Those of these subjects that have events.
pub(super) async fn known_of(transaction: &Transaction, subjects: &[&str]) -> Result<HashSet<String>> {
    let mut known = HashSet::new();
    for part in parts(subjects) {
        let of_part = Entity::find()
            .select_only()
            .column(Column::Subject)
            .filter(Column::TenantId.eq(transaction.tenant()))
            .filter(Column::Subject.is_in(part.iter().copied()));
        known.extend(of_part.into_tuple::<String>().all(&**transaction).await?);
    }
    Ok(known)
}

/// These subjects of the transaction's tenant, whose head is locked. Those that have no event yet are made.
pub(super) async fn found_or_made(
    transaction: &Transaction,
    subjects: BTreeSet<&str>,
) -> Result<HashMap<String, Subject>> {
    let (store, tenant) = (transaction.store(), transaction.tenant());
    let subjects: Vec<&str> = subjects.into_iter().collect();
    let mut known = HashMap::with_capacity(subjects.len());
    for part in parts(&subjects) {
        let of_part =
            Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Subject.is_in(part.iter().copied()));
        for row in of_part.all(&**transaction).await? {
            let key = open_key(store, tenant, &row.pseudonym, &row.key)?;
            known.insert(row.subject, Subject { pseudonym: row.pseudonym, key });
        }
    }
    let mut made = Vec::new();
    for subject in subjects.into_iter().filter(|subject| !known.contains_key(*subject)).collect::<Vec<_>>() {
        let pseudonym = identifier::handle(store.environment())?;
        let mut bytes = [0; subject_key::LENGTH];
        store.environment().random.fill(&mut bytes)?;
        let key = store.seal(&context(tenant, &pseudonym), &bytes)?;
        known.insert(subject.to_owned(), Subject { pseudonym: pseudonym.clone(), key: SubjectKey::new(&bytes)? });
        made.push(Model { tenant_id: tenant.to_owned(), subject: subject.to_owned(), pseudonym, key });
    }
    for part in parts(&made) {
        let rows = part.iter().cloned().map(IntoActiveModel::into_active_model);
        transaction.run_last(Entity::insert_many(rows).build(store.dialect())).await?;
    }
    Ok(known)
}

/// Forgets a subject of the transaction's tenant, whose head is locked. Tells the pseudonym that is nobody's from now on; `None` where there is no such subject.
pub(super) async fn remove(transaction: &Transaction, subject: &str) -> Result<Option<String>> {
    let id = (transaction.tenant().to_owned(), subject.to_owned());
    let Some(found) = Entity::find_by_id(id.clone()).one(&**transaction).await? else { return Ok(None) };
    // On SQLite it is overwritten: `secure_delete` is on.
    Entity::delete_by_id(id).exec(&**transaction).await?;
    Ok(Some(found.pseudonym))
}

fn context(tenant: &str, pseudonym: &str) -> String {
    format!("ledger_subject:{tenant}:{pseudonym}")
}

//! What a user gave, for policies that ask: no more of it than they ask about.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbErr, QueryResult};

use super::{ConsentGrant, grants};
use crate::privacy::consent::carried::Carried;
use crate::privacy::consent_action::ConsentOfAction;
use crate::privacy::{consent, consent_action};
use crate::sign_in::person;
use crate::storage::cache::{self, Area, Freshness};
use crate::{Result, Store};

/// Of a tenant, for whoever asks about any of them: a decision asks each time.
const DEFINITIONS: cache::Kind<Definitions> =
    cache::Kind::new(Area::CONSENTS.with(Area::TENANTS)).weighing(Definitions::weight);

/// What a user gave, for policies that ask.
#[derive(Clone, Debug, Default)]
pub struct Given {
    consents: HashSet<String>,
    definitions: Arc<Definitions>,
}

/// As much of the consents and actions of a tenant as tells what a grant counts for.
#[derive(Debug, Default)]
struct Definitions {
    consents: Vec<Defined>,
    /// What each action asks for; `None` where what it requires isn't known any more.
    actions: HashMap<String, Option<Vec<ConsentOfAction>>>,
}

#[derive(Debug)]
struct Defined {
    id: String,
    lineage: String,
    version: i64,
    carried: Carried,
}

impl Definitions {
    async fn load(store: &Store, tenant: &str) -> Result<Self> {
        let consents = of_tenant(tenant, consent::Entity, &["id", "lineage", "version", "carried"]);
        let consents = store.reader().query_all(&consents).await?;
        let actions = of_tenant(tenant, consent_action::Entity, &["id", "consents", "lost_required"]);
        let actions = store.reader().query_all(&actions).await?;
        // One that can't be read wasn't given.
        Ok(Self {
            consents: consents.iter().filter_map(|row| read_consent(row).ok()).collect(),
            actions: actions.iter().filter_map(|row| read_action(row).ok()).collect(),
        })
    }

    fn weight(&self) -> u64 {
        1 + self.consents.len() as u64
            + self.actions.values().map(|consents| 1 + consents.iter().flatten().count() as u64).sum::<u64>()
    }
}

impl Given {
    /// What a user gave in a tenant, who is told by [`address`](crate::sign_in::person::Person::address); or by the subject, where nobody else in the tenant is called
    /// so. Several who are called so gave nothing: it can't be told whose it would be.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn load(store: &Store, tenant: &str, address: &str) -> Result<Self> {
        let load = || Definitions::load(store, tenant);
        let definitions = store.cached(Freshness::Exact, tenant, DEFINITIONS, tenant, load).await?;
        let given = grants(store, tenant, &person::key_at(store, tenant, address).await?).await?;
        let counts = |defined: &&Defined| {
            let grant = given.get(&defined.lineage).filter(|grant| grant.granted);
            let now = |grant: &ConsentGrant| defined.carried.of(grant.version, defined.version, grant.grant_type);
            grant.and_then(now).is_some()
        };
        let consents = definitions.consents.iter().filter(counts).map(|defined| defined.id.clone()).collect();
        Ok(Self { consents, definitions })
    }

    /// Did they give this consent, in its current version?
    #[must_use]
    pub fn has_consent(&self, id: &str) -> bool {
        self.consents.contains(id)
    }

    /// Is there an action with this id that requires consents, all those that it was made with, and did they give all of them? A policy that somebody got wrong
    /// closes a door, and never opens one: so nobody has given all of none, nor of what is left after one was removed.
    #[must_use]
    pub fn has_all_of_action(&self, id: &str) -> bool {
        let mut required = self.of_action(id).iter().filter(|consent| consent.required).peekable();
        required.peek().is_some() && required.all(|consent| self.consents.contains(&consent.id))
    }

    /// What the action with this id asks for; nothing where it isn't known what it requires.
    #[must_use]
    pub fn of_action(&self, id: &str) -> &[ConsentOfAction] {
        self.definitions.actions.get(id).and_then(Option::as_deref).unwrap_or_default()
    }
}

fn of_tenant(tenant: &str, entity: impl sea_orm::sea_query::IntoTableRef, columns: &[&'static str]) -> SelectStatement {
    Query::select()
        .columns(columns.iter().copied())
        .from(entity)
        .and_where(Expr::col("tenant_id").eq(tenant))
        .to_owned()
}

fn read_consent(row: &QueryResult) -> std::result::Result<Defined, DbErr> {
    Ok(Defined {
        id: row.try_get("", "id")?,
        lineage: row.try_get("", "lineage")?,
        version: row.try_get("", "version")?,
        carried: row.try_get("", "carried")?,
    })
}

fn read_action(row: &QueryResult) -> std::result::Result<(String, Option<Vec<ConsentOfAction>>), DbErr> {
    let consents: consent_action::ConsentsOfAction = row.try_get("", "consents")?;
    let has_lost = row.try_get::<bool>("", "lost_required")?;
    Ok((row.try_get("", "id")?, (!has_lost).then_some(consents.0)))
}

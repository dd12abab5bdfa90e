//! What a user gave, for policies that ask: no more of it than they ask about.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbErr, QueryResult};

use super::grants;
use crate::privacy::consent::carried::Carried;
use crate::privacy::consent_action::ConsentOfAction;
use crate::privacy::{consent, consent_action};
use crate::{Result, Store};

/// What a user gave, for policies that ask.
#[derive(Clone, Debug, Default)]
pub struct Given {
    consents: HashSet<String>,
    /// What each action asks for; `None` where what it requires isn't known any more.
    actions: HashMap<String, Option<Vec<ConsentOfAction>>>,
}

impl Given {
    /// What a user gave in a tenant.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn load(store: &Store, tenant: &str, subject: &str) -> Result<Self> {
        let given = grants(store, tenant, subject).await?;
        let mut consents = HashSet::new();
        if given.values().any(|grant| grant.granted) {
            let of_tenant = of_tenant(tenant, consent::Entity, &["id", "lineage", "version", "carried"]);
            for row in store.reader().query_all(&of_tenant).await? {
                // One that can't be read wasn't given.
                let Ok((id, lineage, version, carried)) = read_consent(&row) else { continue };
                let grant = given.get(&lineage).filter(|grant| grant.granted);
                if grant.is_some_and(|grant| carried.of(grant.version, version, grant.grant_type).is_some()) {
                    consents.insert(id);
                }
            }
        }
        let of_tenant = of_tenant(tenant, consent_action::Entity, &["id", "consents", "lost_required"]);
        let actions = store.reader().query_all(&of_tenant).await?;
        let actions = actions.iter().filter_map(|row| read_action(row).ok()).collect();
        Ok(Self { consents, actions })
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
        self.actions.get(id).and_then(Option::as_deref).unwrap_or_default()
    }
}

fn of_tenant(tenant: &str, entity: impl sea_orm::sea_query::IntoTableRef, columns: &[&'static str]) -> SelectStatement {
    Query::select()
        .columns(columns.iter().copied())
        .from(entity)
        .and_where(Expr::col("tenant_id").eq(tenant))
        .to_owned()
}

fn read_consent(row: &QueryResult) -> std::result::Result<(String, String, i64, Carried), DbErr> {
    Ok((row.try_get("", "id")?, row.try_get("", "lineage")?, row.try_get("", "version")?, row.try_get("", "carried")?))
}

fn read_action(row: &QueryResult) -> std::result::Result<(String, Option<Vec<ConsentOfAction>>), DbErr> {
    let consents: consent_action::ConsentsOfAction = row.try_get("", "consents")?;
    let has_lost = row.try_get::<bool>("", "lost_required")?;
    Ok((row.try_get("", "id")?, (!has_lost).then_some(consents.0)))
}

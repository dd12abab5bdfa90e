//! What a user gave of many consents, a few of them in memory at a time: each may have tens of kilobytes.

use std::collections::{HashMap, VecDeque};

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{ConsentGrant, Standing, grants, named};
use crate::privacy::consent::{self, Consent};
use crate::privacy::consent_action::ConsentAction;
use crate::storage::row;
use crate::{Result, Store, validate};

/// Consents that are in memory at once.
const PART: usize = 8;

/// Consents, and what a user gave of each, a part at a time.
#[derive(Debug)]
pub struct Standings {
    store: Store,
    tenant: String,
    /// What is left, each with whether it is required where an action was asked about.
    wanted: VecDeque<(String, Option<bool>)>,
    given: HashMap<String, ConsentGrant>,
}

impl Standings {
    /// As [`of_subject`](super::of_subject).
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn of_subject(store: &Store, tenant: &str, subject: &str, ids: Option<&[String]>) -> Result<Self> {
        let select = consent::Entity::find().select_only().column(consent::Column::Id);
        let select = select.filter(consent::Column::TenantId.eq(tenant)).filter(named(ids));
        let in_order = select.order_by_asc(consent::Column::CreatedAt).order_by_asc(consent::Column::Id);
        let ids: Vec<String> = in_order.into_tuple().all(store.reader()).await?;
        Self::of(store, tenant, subject, ids.into_iter().map(|id| (id, None)).collect()).await
    }

    /// As [`Standings::of_subject`], up to `limit` of those behind one consent; from the beginning where there is no such consent.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn behind(store: &Store, tenant: &str, subject: &str, after: Option<&str>, limit: u64) -> Result<Self> {
        use consent::Column::{CreatedAt, Id, TenantId};
        let of_tenant = consent::Entity::find().select_only().filter(TenantId.eq(tenant));
        let place: Option<(DateTime<Utc>, String)> = match after.filter(|after| validate::is_plausible_id(after)) {
            Some(after) => {
                let found = of_tenant.clone().columns([CreatedAt, Id]).filter(Id.eq(after));
                found.into_tuple().one(store.reader()).await?
            }
            None => None,
        };
        let behind = place.map(|(at, id)| {
            let at_once = Condition::all().add(CreatedAt.eq(at)).add(Id.gt(id));
            // The first condition is what an index is good for.
            Condition::all().add(CreatedAt.gte(at)).add(Condition::any().add(CreatedAt.gt(at)).add(at_once))
        });
        let select = of_tenant.column(Id).filter(Condition::all().add_option(behind));
        let in_order = select.order_by_asc(CreatedAt).order_by_asc(Id).limit(limit);
        let ids: Vec<String> = in_order.into_tuple().all(store.reader()).await?;
        Self::of(store, tenant, subject, ids.into_iter().map(|id| (id, None)).collect()).await
    }

    /// As [`of_action`](super::of_action).
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn of_action(store: &Store, action: &ConsentAction, subject: &str) -> Result<Self> {
        let wanted = action.consents.0.iter().map(|consent| (consent.id.clone(), Some(consent.required))).collect();
        Self::of(store, &action.tenant_id, subject, wanted).await
    }

    async fn of(store: &Store, tenant: &str, subject: &str, wanted: VecDeque<(String, Option<bool>)>) -> Result<Self> {
        let given = grants(store, tenant, subject).await?;
        Ok(Self { store: store.clone(), tenant: tenant.to_owned(), wanted, given })
    }

    /// The next ones. What was removed meanwhile is left out, so that there may be more behind an empty part: see [`Standings::are_over`].
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn next(&mut self) -> Result<Vec<(Standing, Option<bool>)>> {
        let part: Vec<(String, Option<bool>)> = self.wanted.drain(..Ord::min(PART, self.wanted.len())).collect();
        let ids = Condition::all().add(consent::Column::Id.is_in(part.iter().map(|(id, _)| id.as_str())));
        let mut found: HashMap<String, Consent> = HashMap::with_capacity(part.len());
        for consent in row::list::<Consent>(&self.store, &self.tenant, ids).await? {
            found.insert(consent.id.clone(), consent);
        }
        let standing = |(id, required): (String, Option<bool>)| {
            let consent = found.remove(&id)?;
            let grant = self.given.remove(&consent.lineage);
            Some((Standing::of(consent, grant), required))
        };
        Ok(part.into_iter().filter_map(standing).collect())
    }

    /// Is nothing left?
    #[must_use]
    pub fn are_over(&self) -> bool {
        self.wanted.is_empty()
    }
}

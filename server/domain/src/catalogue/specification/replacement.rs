//! The APIs of a service before and after an import, and the statements that make the one of the other: as few as there are parts of rows that fit in one.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::{ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::Had;
use super::wanted::WantedApi;
use crate::catalogue::api::{Api, Column, Entity, classification};
use crate::catalogue::service::Service;
use crate::installation::audit::{self, Change};
use crate::storage::cache::Area;
use crate::storage::parts::parts;
use crate::storage::row::Row;
use crate::storage::store::Transaction;
use crate::{Result, identifier};

/// What an import makes of the APIs of a service.
pub(super) struct Replacement {
    /// What there is then, in its order.
    pub(super) after: Vec<Api>,
    /// What the document calls each of them.
    places: Vec<String>,
}

impl Replacement {
    pub(super) fn of(transaction: &Transaction, service: &Service, had: &Had, wanted: Vec<WantedApi>) -> Result<Self> {
        let store = transaction.store();
        let by_form: HashMap<(&str, &str), &Api> =
            had.apis.iter().map(|api| ((api.method.as_str(), api.form.as_str()), api)).collect();
        let (mut after, mut places) = (Vec::with_capacity(wanted.len()), Vec::with_capacity(wanted.len()));
        for (position, wanted) in (1..).zip(wanted) {
            places.push(wanted.place());
            let known = by_form.get(&(wanted.method, wanted.form.as_str())).copied();
            let (id, created_at) = match known {
                Some(known) => (known.id.clone(), known.created_at),
                None => (identifier::xid(store.environment())?, store.created_at()),
            };
            let said = (wanted.details.policy_id, wanted.details.data_classifications);
            let (policy_id, data_classifications) = match known {
                Some(known) => {
                    let said_before = known.document_classifications.as_ref().map_or(&[][..], |said| said);
                    (
                        kept(&known.policy_id, &known.document_policy_id, &said.0, Option::is_some),
                        kept(&known.data_classifications.0, &said_before.to_vec(), &said.1, |said| !said.is_empty()),
                    )
                }
                None => said.clone(),
            };
            after.push(Api {
                tenant_id: transaction.tenant().to_owned(),
                id,
                server_id: service.server_id.clone(),
                service_id: service.id.clone(),
                method: wanted.method.to_owned(),
                path: wanted.path,
                form: wanted.form,
                position,
                can_have_policy: wanted.can_have_policy,
                policy_id: policy_id.filter(|_| wanted.can_have_policy),
                classified: !data_classifications.is_empty(),
                data_classifications: data_classifications.into(),
                document_policy_id: said.0,
                document_classifications: Some(said.1.into()),
                created_at,
            });
        }
        Ok(Self { after, places })
    }

    /// The policies that the document names, with its first place that does.
    pub(super) fn named_policies(&self) -> HashMap<&str, &str> {
        let mut named = HashMap::new();
        for (api, place) in self.after.iter().zip(&self.places) {
            if let Some(policy) = &api.document_policy_id {
                named.entry(policy.as_str()).or_insert(place.as_str());
            }
        }
        named
    }

    /// Writes what is another than before, each API with its event. The policies that they name are there.
    pub(super) async fn write(&self, transaction: &Transaction, had: &Had) -> Result<()> {
        let before: HashMap<&str, &Api> = had.apis.iter().map(|api| (api.id.as_str(), api)).collect();
        let kept: HashSet<&str> = self.after.iter().map(|api| api.id.as_str()).collect();
        let gone: Vec<&str> = had.ids.iter().map(String::as_str).filter(|id| !kept.contains(id)).collect();
        let new: Vec<&Api> = self.after.iter().filter(|api| !before.contains_key(api.id.as_str())).collect();
        let changed: Vec<(&Api, &Api)> = self
            .after
            .iter()
            .filter_map(|api| Some((*before.get(api.id.as_str())?, api)))
            .filter(|(before, after)| before != after)
            .collect();

        for part in parts(&gone) {
            let some = Column::TenantId.eq(transaction.tenant()).and(Column::Id.is_in(part.iter().copied()));
            Entity::delete_many().filter(some).exec(&**transaction).await?;
        }
        let written: Vec<&Api> = changed.iter().map(|(_, after)| *after).chain(new.iter().copied()).collect();
        for part in parts(&written) {
            let rows = part.iter().map(|api| (*api).clone().into_active_model());
            // What stays has its id, its method and its form.
            let replaced = [
                Column::Path,
                Column::Position,
                Column::CanHavePolicy,
                Column::PolicyId,
                Column::DataClassifications,
                Column::Classified,
                Column::DocumentPolicyId,
                Column::DocumentClassifications,
            ];
            let or_replace = OnConflict::columns([Column::TenantId, Column::Id]).update_columns(replaced).to_owned();
            Entity::insert_many(rows).on_conflict(or_replace).exec_without_returning(&**transaction).await?;
        }
        classification::replace_all(transaction, &changed, &new).await?;

        audit::record_all(transaction, &changes(had, &kept, &changed, &new)).await?;
        if !gone.is_empty() || !changed.is_empty() {
            transaction.touch(Api::AREA);
        }
        if !new.is_empty() {
            transaction.touch(Area::APIS.created());
        }
        Ok(())
    }
}

/// The events of it all.
fn changes<'a>(
    had: &'a Had,
    kept: &HashSet<&str>,
    changed: &[(&'a Api, &'a Api)],
    new: &[&'a Api],
) -> Vec<Change<'a, Api>> {
    let removed = had.apis.iter().filter(|api| !kept.contains(api.id.as_str()));
    let removed = removed.map(|api| Change::removed(Api::THING, &api.id, api));
    let changed = changed.iter().map(|(before, after)| Change::changed(Api::THING, &after.id, *before, *after));
    let created = new.iter().map(|api| Change::created(Api::THING, &api.id, *api));
    removed.chain(changed).chain(created).collect()
}

/// What an API keeps: what somebody set since the last import, unless the document says another thing than it did then, and says something; else what the
/// document says.
fn kept<T: Clone + PartialEq>(set: &T, said_before: &T, said: &T, says_something: impl Fn(&T) -> bool) -> T {
    let is_set_by_hand = set != said_before;
    let is_said_anew = said != said_before && says_something(said);
    if is_set_by_hand && !is_said_anew { set.clone() } else { said.clone() }
}

//! Policies of a dump.

use std::collections::HashMap;

use super::{Found, Importing, Owned, Reference, Writes};
use crate::catalogue::policy::{self, Policy};
use crate::catalogue::service::Service;
use crate::catalogue::specification;
use crate::configuration::thing::{Configured, Kind, Whole};
use crate::configuration::wanted::{Entry, WantedPolicy, at};
use crate::{Result, validate};

impl Importing<'_> {
    pub(super) async fn policies(&mut self, wanted: Vec<Entry<WantedPolicy>>) -> Result<()> {
        let ids = wanted.iter().map(|entry| entry.id.as_str()).collect();
        let known: HashMap<_, Whole<Policy, Option<String>>> = self.known(ids).await?;
        let (mut writes, mut places) = (Writes::default(), HashMap::new());
        for Entry { at: pointer, id, wanted } in wanted {
            let before = known.get(&id);
            let after = self.policy(id, wanted, before).map_err(|error| at(error, &pointer))?;
            let found = before.map_or(Found::Nothing, Found::Same);
            places.insert(after.row.id.clone(), pointer.clone());
            self.decide(&pointer, None, &found, after, &mut writes);
        }
        self.write(&writes).await?;
        for whole in &writes.new {
            self.note_made(Kind::Policy, &whole.row.id, whole.row.created_at);
        }
        let before_and_after = writes.changed.iter().map(|(before, after)| (before.hanging.as_ref(), after));
        let new = writes.new.iter().map(|after| (None, after));
        let owned = before_and_after.chain(new).filter(|(before, after)| *before != after.hanging.as_ref());
        self.owned.extend(owned.map(|(_, after)| Owned {
            at: places.remove(&after.row.id).unwrap_or_default(),
            policy_id: after.row.id.clone(),
            service_id: after.hanging.clone(),
        }));
        Ok(())
    }

    fn policy(
        &self,
        id: String,
        wanted: WantedPolicy,
        before: Option<&Whole<Policy, Option<String>>>,
    ) -> Result<Whole<Policy, <Policy as Configured>::Hanging>> {
        let WantedPolicy { name, rules, beside } = wanted;
        if before.is_none() {
            validate::id("id", &id)?;
        }
        policy::check(&name, &rules)?;
        let made_at = before.map_or_else(|| self.store().created_at(), |before| before.row.created_at);
        let row = Policy {
            tenant_id: self.tenant_id().to_owned(),
            id,
            name,
            rules,
            created_at: beside.created_at.unwrap_or(made_at),
        };
        let is_kept = before.is_some_and(|before| {
            // One that a hand changes is nobody's import's from then on, and so is one that a dump changes which says nothing of that.
            before.row == row && beside == super::super::beside::PolicyBeside::default()
        });
        let hanging = if is_kept { before.and_then(|before| before.hanging.clone()) } else { beside.specification_of };
        Ok(Whole { row, hanging })
    }

    /// Says which specification made which policy, now that the services are there.
    pub(super) async fn own_policies(&mut self) -> Result<()> {
        let owned = std::mem::take(&mut self.owned);
        if owned.is_empty() {
            return Ok(());
        }
        let (places, owned): (Vec<String>, Vec<(String, Option<String>)>) = owned
            .into_iter()
            .map(|Owned { at, policy_id, service_id }| {
                (at, (policy_id, service_id.map(|id| self.here(Kind::Service, id))))
            })
            .unzip();
        let references: Vec<Reference<'_>> = places
            .iter()
            .zip(&owned)
            .filter_map(|(at, (_, service))| {
                Some(Reference { at, field: "authplane/specification_of", id: service.as_deref()? })
            })
            .collect();
        self.check_references::<Service>(&references).await?;
        specification::own_policies(self.transaction, &owned).await
    }
}

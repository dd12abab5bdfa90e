//! APIs of a dump. An API is known by its service, its method and what its path matches.

use std::collections::{HashMap, HashSet};

use super::{Found, Importing, Reference, Writes};
use crate::catalogue::api::template::Template;
use crate::catalogue::api::{self, Api, ApiDetails, LAST_POSITION, NewApi, classification};
use crate::catalogue::policy::Policy;
use crate::catalogue::service::Service;
use crate::configuration::thing::{Kind, Whole};
use crate::configuration::wanted::{Entry, WantedApi, at};
use crate::storage::string_list::StringList;
use crate::{Error, Result, validate};

type Key = (String, String, String);

fn key(api: &Api) -> Key {
    (api.service_id.clone(), api.method.clone(), api.form.clone())
}

impl Importing<'_> {
    pub(super) async fn apis(&mut self, mut wanted: Vec<Entry<WantedApi>>) -> Result<()> {
        if wanted.is_empty() {
            return Ok(());
        }
        for entry in &mut wanted {
            entry.wanted.new.service_id = self.here(Kind::Service, std::mem::take(&mut entry.wanted.new.service_id));
        }
        let services = self.services_of_apis(&wanted).await?;
        let ids: HashSet<&str> = wanted.iter().map(|entry| entry.id.as_str()).collect();
        let known: HashMap<_, Whole<Api>> = self.known(ids.iter().copied().collect()).await?;
        let alike = if known.len() == wanted.len() {
            Vec::new()
        } else {
            let of_new = wanted.iter().filter(|entry| !known.contains_key(&entry.id));
            let of_new: HashSet<&str> = of_new.map(|entry| entry.wanted.new.service_id.as_str()).collect();
            self.whole::<Api>("service_id", of_new.into_iter().collect()).await?
        };
        let alike: HashMap<Key, &Whole<Api>> = alike
            .iter()
            .filter(|whole| !ids.contains(whole.row.id.as_str()))
            .map(|whole| (key(&whole.row), whole))
            .collect();
        drop(ids);
        let mut last = self.last_positions(&wanted).await?;
        let (mut writes, mut seen) = (Writes::default(), HashSet::new());
        for Entry { at: pointer, id, wanted } in wanted {
            let service = services.get(&wanted.new.service_id).map(|whole| &whole.row);
            let gone = || Error::invalid(format!("{pointer}/service_id"), "was removed at this moment");
            let service = service.ok_or_else(gone)?;
            let position = last.entry(service.id.clone()).or_default();
            let made = self.api(id, wanted, service, position, &known, &alike);
            let row = made.map_err(|error| at(error, &pointer))?;
            if !seen.insert(key(&row)) {
                return Err(Error::invalid(format!("{pointer}/path"), "another API of the dump matches the same"));
            }
            let found = match (known.get(&row.id), alike.get(&key(&row)).copied()) {
                (Some(same), _) => Found::Same(same),
                (None, Some(other)) => Found::Alike(other),
                (None, None) => Found::Nothing,
            };
            let server_id = row.server_id.clone();
            self.decide(&pointer, Some(&server_id), &found, Whole { row, hanging: () }, &mut writes);
        }
        self.write(&writes).await?;
        let changed: Vec<(&Api, &Api)> =
            writes.changed.iter().map(|(before, after)| (&before.row, &after.row)).collect();
        let new = writes.new.iter().chain(writes.displaced.iter().map(|(_, after)| after));
        let new: Vec<&Api> = new.map(|whole| &whole.row).collect();
        classification::replace_all(self.transaction, &changed, &new).await?;
        for whole in &writes.new {
            self.note_made(Kind::Api, &whole.row.id, whole.row.created_at);
        }
        Ok(())
    }

    async fn services_of_apis(&self, wanted: &[Entry<WantedApi>]) -> Result<HashMap<String, Whole<Service>>> {
        let (mut services, mut policies) = (Vec::new(), Vec::new());
        for Entry { at: pointer, wanted, .. } in wanted {
            services.push(Reference { at: pointer, field: "service_id", id: &wanted.new.service_id });
            let policy = wanted.new.details.policy_id.as_deref().filter(|id| !id.is_empty());
            policies.extend(policy.map(|id| Reference { at: pointer, field: "policy_id", id }));
            let of_document = wanted.beside.as_ref().and_then(|beside| beside.document_policy_id.as_deref());
            policies.extend(of_document.map(|id| Reference { at: pointer, field: "authplane/document_policy_id", id }));
        }
        self.check_references::<Service>(&services).await?;
        self.check_references::<Policy>(&policies).await?;
        let ids: HashSet<&str> = services.iter().map(|reference| reference.id).collect();
        self.known(ids.into_iter().collect()).await
    }

    /// The last positions of the services of those APIs that have none in the dump.
    async fn last_positions(&self, wanted: &[Entry<WantedApi>]) -> Result<HashMap<String, i64>> {
        let without = wanted.iter().filter(|entry| entry.wanted.new.position.is_none());
        let services: HashSet<&str> = without.map(|entry| entry.wanted.new.service_id.as_str()).collect();
        let mut last: HashMap<String, i64> = HashMap::new();
        for whole in self.whole::<Api>("service_id", services.into_iter().collect()).await? {
            let known = last.entry(whole.row.service_id).or_default();
            *known = Ord::max(*known, whole.row.position);
        }
        Ok(last)
    }

    fn api(
        &self,
        id: String,
        wanted: WantedApi,
        service: &Service,
        last: &mut i64,
        known: &HashMap<String, Whole<Api>>,
        alike: &HashMap<Key, &Whole<Api>>,
    ) -> Result<Api> {
        let WantedApi { new, beside } = wanted;
        let NewApi { id: _, service_id, method, path, position, can_have_policy, details } = new;
        if service.system {
            return Err(Error::invalid("service_id", "a built-in service has no APIs"));
        }
        api::check_method(&method)?;
        let template = Template::parse(&path)?;
        template.check_names()?;
        let form = template.form();
        let natural = (service_id.clone(), method.clone(), form.clone());
        let before = known.get(&id).or_else(|| alike.get(&natural).copied()).map(|whole| &whole.row);
        if before.is_none_or(|before| before.id != id) {
            validate::id("id", &id)?;
        }
        if before.is_some_and(|before| before.service_id != service_id) {
            return Err(Error::invalid("service_id", "the API is another service's"));
        }
        if position.is_some_and(|position| !(0..=LAST_POSITION).contains(&position)) {
            return Err(Error::invalid("position", format!("must be from 0 to {LAST_POSITION}")));
        }
        let ApiDetails { policy_id, data_classifications } = details.checked()?;
        if policy_id.is_some() && !can_have_policy {
            return Err(Error::invalid("policy_id", "this API can't have one"));
        }
        let position = position.or(before.map(|before| before.position)).unwrap_or_else(|| {
            *last = Ord::min(*last + 1, LAST_POSITION);
            *last
        });
        let made_at = before.map_or_else(|| self.store().created_at(), |before| before.created_at);
        let (created_at, document_policy_id, document_classifications) = match beside {
            Some(beside) => {
                let said = beside.document_classifications.map(of_document).transpose()?;
                (beside.created_at, beside.document_policy_id, said)
            }
            None => (
                None,
                before.and_then(|before| before.document_policy_id.clone()),
                before.and_then(|before| before.document_classifications.clone()),
            ),
        };
        Ok(Api {
            tenant_id: self.tenant_id().to_owned(),
            id,
            server_id: service.server_id.clone(),
            service_id,
            method,
            path,
            form,
            position,
            can_have_policy,
            policy_id,
            classified: !data_classifications.is_empty(),
            data_classifications: data_classifications.into(),
            document_policy_id,
            document_classifications,
            created_at: created_at.unwrap_or(made_at),
        })
    }
}

/// What a specification said, within the bounds of what anybody can say.
fn of_document(data_classifications: Vec<String>) -> Result<StringList> {
    let said = ApiDetails { policy_id: None, data_classifications }.checked();
    let said = said.map_err(|error| match error {
        Error::Invalid { message, .. } => Error::invalid("authplane/document_classifications", message),
        error => error,
    });
    Ok(said?.data_classifications.into())
}

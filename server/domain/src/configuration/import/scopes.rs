//! Scopes of a dump. A scope is known by its server, its service and its name: other installations give those that are built in other ids.

use std::collections::{HashMap, HashSet};

use super::{Found, Importing, Reference, Writes};
use crate::catalogue::policy::Policy;
use crate::catalogue::scope::{self, Scope};
use crate::catalogue::service::Service;
use crate::clients::{client, role};
use crate::configuration::outcome::Note;
use crate::configuration::thing::{Kind, Whole};
use crate::configuration::wanted::{Entry, WantedScope, at};
use crate::sign_in::consent;
use crate::{Error, Result, validate};

type Key = (String, Option<String>, String);

fn key(scope: &Scope) -> Key {
    (scope.server_id.clone(), scope.service_id.clone(), scope.name.clone())
}

impl Importing<'_> {
    pub(super) async fn scopes(&mut self, mut wanted: Vec<Entry<WantedScope>>) -> Result<()> {
        if wanted.is_empty() {
            return Ok(());
        }
        for entry in &mut wanted {
            entry.wanted.service_id = entry.wanted.service_id.take().map(|id| self.here(Kind::Service, id));
        }
        self.check_references_of_scopes(&wanted).await?;
        let ids: HashSet<&str> = wanted.iter().map(|entry| entry.id.as_str()).collect();
        let known: HashMap<_, Whole<Scope>> = self.known(ids.iter().copied().collect()).await?;
        let unknown = wanted.iter().filter(|entry| !known.contains_key(&entry.id));
        let names: HashSet<&str> = unknown.map(|entry| entry.wanted.name.as_str()).collect();
        let services = wanted.iter().filter_map(|entry| entry.wanted.service_id.as_deref());
        let former = known.values().filter_map(|whole| whole.row.service_id.as_deref());
        let services: HashSet<&str> = services.chain(former).collect();
        let services: HashMap<_, Whole<Service>> = self.known(services.into_iter().collect()).await?;
        let alike = self.whole::<Scope>("name", names.into_iter().collect()).await?;
        let alike: HashMap<Key, &Whole<Scope>> = alike
            .iter()
            .filter(|whole| !ids.contains(whole.row.id.as_str()))
            .map(|whole| (key(&whole.row), whole))
            .collect();
        drop(ids);
        let (mut writes, mut seen) = (Writes::default(), HashSet::new());
        for Entry { at: pointer, id, wanted } in wanted {
            let natural = (wanted.server_id.clone(), wanted.service_id.clone(), wanted.name.clone());
            let (same, other) = (known.get(&id), alike.get(&natural).copied());
            if !seen.insert(natural) {
                return Err(Error::invalid(format!("{pointer}/name"), "another scope of the dump has it"));
            }
            let service = wanted.service_id.as_ref().and_then(|id| services.get(id)).map(|whole| &whole.row);
            let name = wanted.name.clone();
            let former = same.and_then(|same| same.row.service_id.as_ref()).and_then(|id| services.get(id));
            if let (Some(former), Some(same)) = (former, same)
                && former.row.system
                && (wanted.service_id.as_ref() != Some(&former.row.id) || wanted.name != same.row.name)
            {
                let message = "a built-in service's scopes keep their names and their place";
                return Err(Error::invalid(format!("{pointer}/id"), message));
            }
            let row = self.scope(id, wanted, same.or(other).map(|whole| &whole.row), service);
            let Some(row) = row.map_err(|error| at(error, &pointer))? else {
                self.note(Note::UnknownScope { at: pointer, name });
                continue;
            };
            let server_id = row.server_id.clone();
            let found = match (same, other) {
                (Some(same), _) => Found::Same(same),
                (None, Some(other)) => Found::Alike(other),
                (None, None) => Found::Nothing,
            };
            self.decide(&pointer, Some(&server_id), &found, Whole { row, hanging: () }, &mut writes);
        }
        // What refers to a scope follows it to its new id.
        let moved: Vec<(&str, &str)> =
            writes.displaced.iter().map(|(before, after)| (before.row.id.as_str(), after.row.id.as_str())).collect();
        let of_clients = client::SCOPES_OF_CLIENTS.to_moved(self.transaction, &moved).await?;
        let of_roles = role::SCOPES_OF_ROLES.to_moved(self.transaction, &moved).await?;
        let asked = consent::of_scopes(self.transaction, &moved).await?;
        self.write(&writes).await?;
        client::SCOPES_OF_CLIENTS.insert(self.transaction, &of_clients).await?;
        role::SCOPES_OF_ROLES.insert(self.transaction, &of_roles).await?;
        consent::note_again(self.transaction, asked).await?;
        for (before, after) in &writes.changed {
            if (&before.row.name, &before.row.service_id) != (&after.row.name, &after.row.service_id) {
                // Nobody was asked for what it is from now on.
                consent::forget_scope(self.transaction, &after.row.id).await?;
                if after.row.service_id.is_none() {
                    role::forget_scope(self.transaction, &after.row.id).await?;
                }
            }
        }
        for whole in &writes.new {
            self.note_made(Kind::Scope, &whole.row.id, whole.row.created_at);
        }
        Ok(())
    }

    async fn check_references_of_scopes(&self, wanted: &[Entry<WantedScope>]) -> Result<()> {
        let (mut servers, mut services, mut policies) = (Vec::new(), Vec::new(), Vec::new());
        for Entry { at: pointer, wanted, .. } in wanted {
            servers.push(Reference { at: pointer, field: "authorization_server_id", id: &wanted.server_id });
            let service = wanted.service_id.as_deref();
            services.extend(service.map(|id| Reference { at: pointer, field: "service_id", id }));
            let named = [
                ("developer_policy_id", wanted.developer_policy_id.as_deref()),
                ("user_policy_id", wanted.user_policy_id.as_deref()),
            ];
            policies
                .extend(named.into_iter().filter_map(|(field, id)| Some(Reference { at: pointer, field, id: id? })));
        }
        self.servers_of(&servers).await?;
        self.check_references::<Service>(&services).await?;
        self.check_references::<Policy>(&policies).await
    }

    /// `None` for one that a built-in service doesn't have here.
    fn scope(
        &self,
        id: String,
        wanted: WantedScope,
        before: Option<&Scope>,
        service: Option<&Service>,
    ) -> Result<Option<Scope>> {
        let WantedScope {
            server_id,
            service_id,
            name,
            display_name,
            description,
            developer_policy_id,
            user_policy_id,
            beside,
        } = wanted;
        if service.is_some_and(|service| service.server_id != server_id) {
            return Err(Error::invalid("authorization_server_id", "its service is another authorization server's"));
        }
        if before.is_some_and(|before| before.server_id != server_id) {
            return Err(Error::invalid("authorization_server_id", "the scope is another authorization server's"));
        }
        if before.is_none_or(|before| before.id != id) {
            validate::id("id", &id)?;
        }
        let made_at = before.map_or_else(|| self.store().created_at(), |before| before.created_at);
        let created_at = beside.created_at.unwrap_or(made_at);
        if let Some(service) = service.filter(|service| scope::is_fixed(service)) {
            // What opens this installation is the same everywhere, and nobody adds to it.
            let same = before.filter(|before| before.name == name && before.service_id.as_ref() == Some(&service.id));
            return Ok(same.map(|before| Scope { id, created_at, ..before.clone() }));
        }
        scope::check(Some(&name), Some(&display_name), description.as_deref())?;
        Ok(Some(Scope {
            tenant_id: self.tenant_id().to_owned(),
            id,
            server_id,
            service_id,
            name,
            display_name,
            description,
            developer_policy_id,
            user_policy_id,
            created_at,
        }))
    }
}

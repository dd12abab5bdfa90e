//! Services of a dump. One that is built in is known by its server and its name: other installations give it other ids.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Found, Guarded, Importing, Mode, Reference, Step, Verb, Writes};
use crate::catalogue::gateway::Gateway;
use crate::catalogue::service::{self, Column, Entity, Service};
use crate::clients::client;
use crate::configuration::thing::{Configured as _, Kind, Whole};
use crate::configuration::wanted::{Entry, WantedService, at};
use crate::storage::parts::parts;
use crate::{Error, Result, validate};

impl Importing<'_> {
    pub(super) async fn services(&mut self, wanted: Vec<Entry<WantedService>>) -> Result<()> {
        if wanted.is_empty() {
            return Ok(());
        }
        let references: Vec<Reference<'_>> = wanted
            .iter()
            .map(|entry| Reference { at: &entry.at, field: "authorization_server_id", id: &entry.wanted.server_id })
            .collect();
        let servers = self.servers_of(&references).await?;
        // Gateways before services: that is the order in which one that is removed lets its services go.
        let guarding: HashSet<&str> = wanted.iter().filter_map(|entry| entry.wanted.gateway_id.as_deref()).collect();
        self.known::<Gateway>(guarding.into_iter().collect()).await?;
        let mut known: HashMap<String, Whole<Service>> =
            self.known(wanted.iter().map(|entry| entry.id.as_str()).collect()).await?;
        let unknown = wanted.iter().any(|entry| !known.contains_key(&entry.id));
        let built_in =
            if unknown { self.built_in(servers.keys().map(String::as_str).collect()).await? } else { Vec::new() };
        let present = self.present_default().await?;
        let (mut writes, mut seen) = (Writes::default(), HashSet::new());
        // What the dump has under its id here isn't something else of that name too.
        let named: HashSet<String> = wanted.iter().map(|entry| entry.id.clone()).collect();
        for Entry { at: pointer, id, mut wanted } in wanted {
            let elsewhere = built_in.iter().find(|built_in| {
                let is_called_so = built_in.server_id == wanted.server_id && built_in.name == wanted.name;
                is_called_so
                    && !known.contains_key(&id)
                    && !named.contains(&built_in.id)
                    && !seen.contains(&built_in.id)
            });
            self.keep_default(&pointer, &id, &mut wanted, present.as_ref());
            let id = match elsewhere {
                Some(here) => {
                    self.rename(Kind::Service, &id, &here.id);
                    known.entry(here.id.clone()).or_insert_with(|| Whole { row: here.clone(), hanging: () });
                    here.id.clone()
                }
                None => id,
            };
            if !seen.insert(id.clone()) {
                return Err(Error::invalid(
                    format!("{pointer}/id"),
                    "another service of the dump is the same built-in one",
                ));
            }
            let before = known.get(&id);
            let row =
                self.service(id, wanted, before.map(|before| &before.row)).map_err(|error| at(error, &pointer))?;
            let server_id = row.server_id.clone();
            let found = before.map_or(Found::Nothing, Found::Same);
            self.decide(&pointer, Some(&server_id), &found, Whole { row, hanging: () }, &mut writes);
        }
        self.replace_default(&mut writes, present);
        self.check_indicators(&writes).await?;
        self.clear_default(&writes).await?;
        self.write(&writes).await?;
        for whole in &writes.new {
            self.note_made(Kind::Service, &whole.row.id, whole.row.created_at);
        }
        self.note_guarded(&writes);
        Ok(())
    }

    async fn built_in(&self, servers: Vec<&str>) -> Result<Vec<Service>> {
        let mut built_in = Vec::new();
        for part in parts(&servers) {
            let found = Entity::find()
                .filter(Column::TenantId.eq(self.tenant_id()))
                .filter(Column::ServerId.is_in(part.iter().copied()))
                .filter(Column::System.eq(true));
            built_in.extend(found.all(&**self.transaction).await?);
        }
        Ok(built_in)
    }

    fn service(&self, id: String, wanted: WantedService, before: Option<&Service>) -> Result<Service> {
        let WantedService { server_id, name, description, gateway_id, with_specification, beside } = wanted;
        let is_told = beside.is_some();
        let beside = beside.unwrap_or_default();
        let created_at = beside.created_at;
        let is_default = beside.is_default.unwrap_or_else(|| before.is_some_and(|before| before.is_default));
        let Some(before) = before else {
            validate::id("id", &id)?;
            let indicator = beside.indicator.unwrap_or_else(|| service::default_indicator(&id));
            let row = Service {
                tenant_id: self.tenant_id().to_owned(),
                server_id,
                name,
                description,
                gateway_id,
                indicator,
                is_default,
                access_token_ttl: beside.access_token_ttl,
                with_specification,
                system: false,
                created_at: created_at.unwrap_or_else(|| self.store().created_at()),
                id,
            };
            check(&row)?;
            return Ok(row);
        };
        if before.server_id != server_id {
            return Err(Error::invalid("authorization_server_id", "the service is another authorization server's"));
        }
        let created_at = created_at.unwrap_or(before.created_at);
        if before.system {
            // Nothing else of it can be changed by anybody.
            return Ok(Service { is_default, created_at, ..before.clone() });
        }
        let row = Service {
            name,
            description,
            gateway_id,
            indicator: beside.indicator.unwrap_or_else(|| before.indicator.clone()),
            is_default,
            access_token_ttl: if is_told { beside.access_token_ttl } else { before.access_token_ttl },
            with_specification,
            created_at,
            ..before.clone()
        };
        check(&row)?;
        Ok(row)
    }

    /// Nobody's token is taken for another's: each indicator is one service's, and no client's id.
    async fn check_indicators(&self, writes: &Writes<Service>) -> Result<()> {
        let changed = writes.changed.iter().filter(|(before, after)| before.row.indicator != after.row.indicator);
        let rows = writes.new.iter().chain(changed.map(|(_, after)| after)).map(|whole| &whole.row);
        let mut by_indicator: HashMap<&str, &Service> = HashMap::new();
        for row in rows {
            if let Some(other) = by_indicator.insert(&row.indicator, row) {
                return Err(self.refused(row, &format!("the service {:?} of the dump has it too", other.id)));
            }
        }
        let indicators: Vec<&str> = by_indicator.keys().copied().collect();
        for part in parts(&indicators) {
            let taken = Entity::find()
                .filter(Column::TenantId.eq(self.tenant_id()))
                .filter(Column::Indicator.is_in(part.iter().copied()))
                .all(&**self.transaction)
                .await?;
            if let Some(row) = taken
                .iter()
                .find_map(|taken| by_indicator.get(taken.indicator.as_str()).filter(|row| row.id != taken.id))
            {
                return Err(self.refused(row, "another service has it"));
            }
            let clients = client::Entity::find()
                .filter(client::Column::TenantId.eq(self.tenant_id()))
                .filter(client::Column::Id.is_in(part.iter().copied()))
                .all(&**self.transaction)
                .await?;
            if let Some(row) = clients.first().and_then(|client| by_indicator.get(client.id.as_str())) {
                return Err(self.refused(row, "is the id of a client"));
            }
        }
        Ok(())
    }

    /// Where a service that was decided on stands in the dump.
    fn refused(&self, row: &Service, message: &str) -> Error {
        let step = self.outcome.steps.iter().find(|step| step.kind == Kind::Service && step.id == row.id);
        let pointer = step.map_or("/services", |step| step.at.as_str());
        Error::invalid(format!("{pointer}/authplane/indicator"), message)
    }

    /// The service that requests mean which name none.
    async fn present_default(&self) -> Result<Option<Service>> {
        let of_tenant = Entity::find().filter(Column::TenantId.eq(self.tenant_id()));
        Ok(of_tenant.filter(Column::IsDefault.eq(true)).one(&**self.transaction).await?)
    }

    /// A new default service changes the one that is there: where that isn't wanted the new one isn't the default, or it is a conflict.
    fn keep_default(&mut self, pointer: &str, id: &str, wanted: &mut WantedService, present: Option<&Service>) {
        let Some(present) = present.filter(|present| present.id != id) else { return };
        let Some(beside) = wanted.beside.as_mut().filter(|beside| beside.is_default == Some(true)) else { return };
        match self.mode(Some(&present.server_id)) {
            Mode::Update => {}
            Mode::Ignore => beside.is_default = Some(false),
            Mode::Fail => {
                let after = Service { is_default: false, ..present.clone() };
                self.outcome.steps.push(Step {
                    at: pointer.to_owned(),
                    verb: Verb::Conflict,
                    kind: Kind::Service,
                    id: present.id.clone(),
                    before: Some(Service::into_thing(Whole { row: present.clone(), hanging: () })),
                    after: Some(Service::into_thing(Whole { row: after, hanging: () })),
                });
            }
        }
    }

    /// Whatever takes the place of the default service that is there changes that one, and says so.
    fn replace_default(&mut self, writes: &mut Writes<Service>, present: Option<Service>) {
        let Some(present) = present else { return };
        let written = writes.new.iter().chain(writes.changed.iter().map(|(_, after)| after));
        let mut others = written.filter(|whole| whole.row.id != present.id);
        let is_written = writes.changed.iter().any(|(before, _)| before.row.id == present.id);
        if is_written || !others.any(|whole| whole.row.is_default) {
            return;
        }
        let before = Whole { row: present, hanging: () };
        let after = Whole { row: Service { is_default: false, ..before.row.clone() }, hanging: () };
        self.outcome.steps.push(Step {
            at: String::new(),
            verb: Verb::Change,
            kind: Kind::Service,
            id: before.row.id.clone(),
            before: Some(Service::into_thing(before.clone())),
            after: Some(Service::into_thing(after.clone())),
        });
        writes.changed.push((before, after));
    }

    /// At most one service is what requests mean that name none.
    async fn clear_default(&self, writes: &Writes<Service>) -> Result<()> {
        let rows = writes.new.iter().chain(writes.changed.iter().map(|(_, after)| after)).map(|whole| &whole.row);
        let defaults: Vec<&Service> = rows.filter(|row| row.is_default).collect();
        match defaults.as_slice() {
            [] => Ok(()),
            [_] => service::clear_default(self.transaction).await,
            [_, second, ..] => {
                let step = self.outcome.steps.iter().find(|step| step.kind == Kind::Service && step.id == second.id);
                let pointer = step.map_or("/services", |step| step.at.as_str());
                Err(Error::invalid(format!("{pointer}/authplane/is_default"), "a tenant has one default service"))
            }
        }
    }

    /// Gateways come after services.
    fn note_guarded(&mut self, writes: &Writes<Service>) {
        let rows = writes.new.iter().chain(writes.changed.iter().map(|(_, after)| after)).map(|whole| &whole.row);
        let steps = self.outcome.steps.iter().filter(|step| step.kind == Kind::Service);
        let places: HashMap<&str, &str> = steps.map(|step| (step.id.as_str(), step.at.as_str())).collect();
        for row in rows {
            let Some(gateway_id) = row.gateway_id.clone() else { continue };
            let pointer = places.get(row.id.as_str()).copied().unwrap_or("/services").to_owned();
            self.guarded.push(Guarded { at: pointer, gateway_id, server_id: row.server_id.clone() });
        }
    }

    /// A gateway guards services of its own server.
    pub(super) async fn check_gateways_of_services(&mut self) -> Result<()> {
        let guarded = std::mem::take(&mut self.guarded);
        let ids = guarded.iter().map(|guarded| guarded.gateway_id.as_str()).collect::<HashSet<_>>();
        let gateways: HashMap<_, Whole<Gateway>> = self.known(ids.into_iter().collect()).await?;
        for Guarded { at: pointer, gateway_id, server_id } in &guarded {
            let reference = Reference { at: pointer, field: "gateway_id", id: gateway_id };
            let gateway = gateways.get(gateway_id).ok_or_else(|| reference.refused::<Gateway>())?;
            if gateway.row.server_id != *server_id {
                let message = "is the id of no gateway of the service's authorization server";
                return Err(Error::invalid(format!("{pointer}/gateway_id"), message));
            }
        }
        Ok(())
    }
}

fn check(row: &Service) -> Result<()> {
    service::check(Some(&row.name), Some(&row.description), row.access_token_ttl).map_err(beside)?;
    service::check_indicator(&row.id, &row.indicator).map_err(beside)
}

/// Where a dump has it: ACP knows neither.
fn beside(error: Error) -> Error {
    match error {
        Error::Invalid { field, message } if matches!(&*field, "indicator" | "access_token_ttl") => {
            Error::invalid(format!("authplane/{field}"), message)
        }
        error => error,
    }
}

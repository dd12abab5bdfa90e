//! Brings in what a dump says of a tenant: all of it in one transaction, or nothing.
//!
//! Kind by kind, those first to which others refer: the rows that are there are read by their ids, a fixed number of statements for each few hundred of them, and what the
//! dump says is held against them by the rules that hold for a change by hand. A dry run is the same transaction, rolled back.
//!
//! Some things are the same although their ids differ: a scope is known by its service and name, a claim by its server, type and name, an API by its service, method and
//! path. Every installation gives what is built in ids of its own. Such a thing takes the dump's id, and what refers to it follows.

mod apis;
mod claims;
mod clients;
mod consents;
mod gateways;
mod managed;
mod policies;
mod removal;
mod roles;
mod scopes;
mod servers;
mod services;

use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use self::managed::{Managed, first_place, managed};
use super::imported::{self, Made};
use super::key;
use super::outcome::{Note, Outcome, Step, Verb};
use super::thing::{Configured, Kind, Thing, Whole};
use super::wanted::{Entry, ScopeLists, Wanted, WantedTenant, at};
use crate::catalogue::authorization_server::{self, AuthorizationServer};
use crate::installation::acting::Acting;
use crate::installation::audit::{self, Change};
use crate::installation::tenant::{self, NewTenant, Tenant};
use crate::storage::parts::parts;
use crate::storage::store::Transaction;
use crate::{Error, Result, Store};

/// What becomes of what is there and otherwise than the dump has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "AcpImportMode")]
pub enum Mode {
    /// Nothing at all is brought in.
    #[default]
    Fail,
    /// It stays as it is.
    Ignore,
    /// It becomes what the dump says.
    Update,
}

/// How a dump is brought in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own to whoever brings it in")]
pub struct Options {
    /// What becomes of what is there otherwise than the dump has it; `fail` when absent.
    pub mode: Mode,
    /// `true` to remove what an earlier import made, where its kind is in the dump and it isn't.
    pub prune: bool,
    /// `true` to write nothing.
    pub dry_run: bool,
    /// `true` for authorization servers to go on as the issuers that they were where the dump comes from.
    pub keep_issuers: bool,
    /// `true` to let clients of an `admin` server without scopes do everything, as they can at ACP.
    pub administrators: bool,
}

/// Brings in what a dump says of the tenant of `acting`, which is made when it isn't there.
///
/// # Errors
/// [`Error::Invalid`] for the first thing that can't be, its field a JSON pointer into the dump; [`Error::Unavailable`] without database. Then nothing is written, and neither is anything when the outcome has [conflicts](Outcome::conflicts).
pub async fn bring_in(acting: &Acting, wanted: Wanted, options: Options) -> Result<Outcome> {
    let store = acting.store();
    let managed = managed(&wanted)?;
    let first = first_place(&wanted);
    let Wanted {
        tenant,
        policies,
        consents,
        consent_actions,
        servers,
        services,
        scopes,
        scope_lists,
        clients,
        gateways,
        claims,
        apis,
        roles,
        api_clients,
        is_complete,
    } = wanted;
    // Before anything is locked: what takes its time.
    let servers = servers::prepare(acting, servers.unwrap_or_default()).await?;
    let tenant_keys = match &tenant {
        Some(entry) => entry.wanted.keys.clone().read().await.map_err(|error| at(error, &entry.at))?,
        None => None,
    };
    let made = match (&tenant, tenant::exists(store, acting.tenant()).await?) {
        (_, true) => None,
        (Some(entry), false) => {
            let has_default = managed[&Kind::Server].iter().flatten().any(|id| id == authorization_server::DEFAULT);
            let new = new_tenant(&entry.id, &entry.wanted, !has_default);
            Some(tenant::prepare(store, new).map_err(|error| at(error, &entry.at))?)
        }
        (None, false) => {
            let message = format!("neither the dump nor the installation has the tenant {:?}", acting.tenant());
            return Err(Error::invalid(format!("{}/tenant_id", first.unwrap_or_default()), message));
        }
    };
    let transaction = acting.begin().await?;
    let is_new = made.is_some();
    match made {
        Some(made) => drop(tenant::insert(&transaction, made).await?),
        None => drop(tenant::lock(&transaction).await?),
    }
    let mut importing = Importing::new(&transaction, options, is_new);
    if let Some(entry) = tenant {
        importing.tenant(entry, tenant_keys).await?;
    }
    importing.policies(policies.unwrap_or_default()).await?;
    importing.consents(consents.unwrap_or_default()).await?;
    importing.consent_actions(consent_actions.unwrap_or_default()).await?;
    importing.servers(servers).await?;
    importing.services(services.unwrap_or_default()).await?;
    importing.scopes(scopes.unwrap_or_default()).await?;
    importing.roles(roles.unwrap_or_default()).await?;
    importing.clients(clients.unwrap_or_default()).await?;
    importing.gateways(gateways.unwrap_or_default()).await?;
    importing.check_gateways_of_services().await?;
    importing.claims(claims.unwrap_or_default()).await?;
    importing.apis(apis.unwrap_or_default()).await?;
    importing.api_clients(api_clients.unwrap_or_default()).await?;
    importing.own_policies().await?;
    importing.remove_others(&managed, scope_lists, is_complete).await?;
    imported::note(&transaction, &importing.made).await?;
    let mut outcome = importing.outcome;
    outcome.drop_notes_of_skipped();
    if !options.dry_run && outcome.conflicts().next().is_none() {
        transaction.commit().await?;
        outcome.is_written = true;
    }
    Ok(outcome)
}

fn new_tenant(id: &str, wanted: &WantedTenant, without_default_server: bool) -> NewTenant {
    NewTenant {
        id: Some(id.to_owned()),
        name: wanted.name.clone(),
        url: wanted.url.clone(),
        authentication_context_settings: wanted.authentication_context_settings.clone(),
        without_default_server,
        ..NewTenant::default()
    }
}

/// An import on its way.
struct Importing<'a> {
    transaction: &'a Transaction,
    options: Options,
    /// Whether the tenant was made by it: then what the tenant started with is nobody's yet.
    is_new: bool,
    /// The servers that it made.
    new_servers: HashSet<String>,
    /// Things that have another id here than in the dump, by kind and the id there.
    renamed: HashMap<(Kind, String), String>,
    /// Services that name a gateway, with their places and servers: gateways come later.
    guarded: Vec<Guarded>,
    /// Policies that specifications made: the services of these come later.
    owned: Vec<Owned>,
    /// Of which scopes the dump has all, by the ids of services here.
    scope_lists: ScopeLists,
    made: Vec<Made>,
    outcome: Outcome,
}

struct Owned {
    at: String,
    policy_id: String,
    service_id: Option<String>,
}

struct Guarded {
    at: String,
    gateway_id: String,
    server_id: String,
}

/// A thing as it is, and as it shall be.
type Changed<R> = (Whole<R, <R as Configured>::Hanging>, Whole<R, <R as Configured>::Hanging>);

/// Rows of a kind that are to be written.
struct Writes<R: Configured> {
    new: Vec<Whole<R, R::Hanging>>,
    /// Under the same id.
    changed: Vec<Changed<R>>,
    /// Things that take another id.
    displaced: Vec<Changed<R>>,
}

/// What is there of a thing that a dump has.
enum Found<'a, R: Configured> {
    Nothing,
    /// Under the same id.
    Same(&'a Whole<R, R::Hanging>),
    /// The same thing under another id.
    Alike(&'a Whole<R, R::Hanging>),
}

impl<'a> Importing<'a> {
    fn new(transaction: &'a Transaction, options: Options, is_new: bool) -> Self {
        Self {
            transaction,
            options,
            is_new,
            new_servers: HashSet::new(),
            renamed: HashMap::new(),
            guarded: Vec::new(),
            owned: Vec::new(),
            scope_lists: ScopeLists::default(),
            made: Vec::new(),
            outcome: Outcome { tenant: transaction.tenant().to_owned(), ..Outcome::default() },
        }
    }

    fn store(&self) -> &'a Store {
        self.transaction.store()
    }

    fn tenant_id(&self) -> &'a str {
        self.transaction.tenant()
    }

    /// The rows with these ids, with what hangs on them.
    async fn known<R: Configured>(&self, ids: Vec<&str>) -> Result<HashMap<String, Whole<R, R::Hanging>>> {
        let whole = self.whole::<R>("id", ids).await?;
        Ok(whole.into_iter().map(|whole| (whole.row.id().to_owned(), whole)).collect())
    }

    /// The rows that have one of these values in a column, with what hangs on them.
    async fn whole<R: Configured>(&self, column: &'static str, values: Vec<&str>) -> Result<Vec<Whole<R, R::Hanging>>> {
        let mut rows = Vec::new();
        for part in parts(&values) {
            let select = <R::Entity as EntityTrait>::find()
                .filter(Expr::col("tenant_id").eq(self.tenant_id()))
                .filter(Expr::col(column).is_in(part.iter().copied()));
            // In one order, so that two who lock several wait for each other and not for ever.
            let in_order = select.order_by_asc(Expr::col("id"));
            rows.extend(in_order.lock_exclusive().all(&**self.transaction).await?);
        }
        R::whole(self.transaction, self.tenant_id(), rows).await
    }

    /// Whatever is there in a server that this import made, or in such a tenant, is nobody's yet.
    fn mode(&self, server_id: Option<&str>) -> Mode {
        let is_ours = self.is_new || server_id.is_some_and(|id| self.new_servers.contains(id));
        if is_ours { Mode::Update } else { self.options.mode }
    }

    /// Decides what becomes of a thing, and notes it.
    fn decide<R: Configured>(
        &mut self,
        pointer: &str,
        server_id: Option<&str>,
        found: &Found<'_, R>,
        after: Whole<R, R::Hanging>,
        writes: &mut Writes<R>,
    ) {
        let mode = self.mode(server_id);
        let (before, is_alike) = match found {
            Found::Nothing => (None, false),
            Found::Same(before) => (Some(*before), false),
            Found::Alike(before) => (Some(*before), true),
        };
        if before == Some(&after) {
            self.outcome.same += 1;
            return;
        }
        let verb = match (before, mode) {
            (None, _) => Verb::Create,
            (Some(_), Mode::Update) => Verb::Change,
            (Some(_), Mode::Ignore) => Verb::Skip,
            // What somebody would see of the others if this weren't refused.
            (Some(_), Mode::Fail) => Verb::Conflict,
        };
        self.outcome.steps.push(Step {
            at: pointer.to_owned(),
            verb,
            kind: R::KIND,
            id: after.row.id().to_owned(),
            before: before.cloned().map(R::into_thing),
            after: Some(R::into_thing(after.clone())),
        });
        if verb == Verb::Skip {
            if let Some(before) = before.filter(|_| is_alike) {
                self.rename(R::KIND, after.row.id(), before.row.id());
            }
            return;
        }
        match before {
            None => writes.new.push(after),
            Some(before) if is_alike => writes.displaced.push((before.clone(), after)),
            Some(before) => writes.changed.push((before.clone(), after)),
        }
    }

    /// What the dump calls so has another id here.
    fn rename(&mut self, kind: Kind, from: &str, to: &str) {
        self.renamed.insert((kind, from.to_owned()), to.to_owned());
    }

    /// The id here of what the dump calls so.
    fn here(&self, kind: Kind, id: String) -> String {
        self.renamed.get(&(kind, id.clone())).cloned().unwrap_or(id)
    }

    /// Writes rows with their events. What hangs on them is the kind's to write.
    async fn write<R: Configured>(&mut self, writes: &Writes<R>) -> Result<()> {
        let Writes { new, changed, displaced } = writes;
        let connection = &**self.transaction;
        let former: Vec<&str> = displaced.iter().map(|(before, _)| before.row.id()).collect();
        for part in parts(&former) {
            <R::Entity as EntityTrait>::delete_many()
                .filter(Expr::col("tenant_id").eq(self.tenant_id()))
                .filter(Expr::col("id").is_in(part.iter().copied()))
                .exec(connection)
                .await?;
        }
        for (_, after) in changed {
            let update = <R::Entity as EntityTrait>::update(reset(after.row.clone().into_active_model()));
            Box::pin(update.exec(connection)).await.map_err(|error| taken::<R>(error, &after.row))?;
        }
        let inserted: Vec<&R> =
            new.iter().chain(displaced.iter().map(|(_, after)| after)).map(|whole| &whole.row).collect();
        for part in parts(&inserted) {
            let rows = part.iter().map(|row| (*row).clone().into_active_model());
            let insertion = <R::Entity as EntityTrait>::insert_many(rows);
            insertion.exec_without_returning(connection).await.map_err(|error| taken::<R>(error, part[0]))?;
        }
        let followed: Vec<(&str, &R)> =
            changed.iter().chain(displaced).map(|(before, after)| (before.row.id(), &after.row)).collect();
        imported::follow::<R>(self.transaction, &followed).await?;
        let events: Vec<Change<'_, R>> = new
            .iter()
            .map(|whole| Change::created(R::THING, whole.row.id(), &whole.row))
            .chain(
                changed
                    .iter()
                    .chain(displaced)
                    .map(|(before, after)| Change::changed(R::THING, after.row.id(), &before.row, &after.row)),
            )
            .collect();
        audit::record_all(self.transaction, &events).await?;
        for whole in new {
            self.transaction.touch(whole.row.area_of_creation());
        }
        if !(changed.is_empty() && displaced.is_empty()) {
            self.transaction.touch(R::AREA.with(R::AREA.created()));
        }
        Ok(())
    }

    /// Where a thing that was decided on stands in the dump.
    fn place(&self, kind: Kind, id: &str) -> &str {
        let step = self.outcome.steps.iter().find(|step| step.kind == kind && step.id == id);
        step.map_or("", |step| step.at.as_str())
    }

    /// Notes that this import made a thing.
    fn note_made(&mut self, kind: Kind, id: &str, created_at: chrono::DateTime<chrono::Utc>) {
        self.made.push(Made { kind, id: id.to_owned(), created_at });
    }

    /// That each of these is there, or the first that isn't is told. `field` is the referring one.
    async fn check_references<R: Configured>(&self, references: &[Reference<'_>]) -> Result<()> {
        let mut wanted: Vec<&str> = references.iter().map(|reference| reference.id).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut there: HashSet<String> = HashSet::new();
        for part in parts(&wanted) {
            let ids = <R::Entity as EntityTrait>::find()
                .select_only()
                .expr(Expr::col("id"))
                .filter(Expr::col("tenant_id").eq(self.tenant_id()))
                .filter(Expr::col("id").is_in(part.iter().copied()));
            there.extend(ids.into_tuple::<String>().all(&**self.transaction).await?);
        }
        match references.iter().find(|reference| !there.contains(reference.id)) {
            Some(missing) => Err(missing.refused::<R>()),
            None => Ok(()),
        }
    }

    /// The servers with these ids.
    async fn servers_of(&self, references: &[Reference<'_>]) -> Result<HashMap<String, AuthorizationServer>> {
        self.check_references::<AuthorizationServer>(references).await?;
        let mut ids: Vec<&str> = references.iter().map(|reference| reference.id).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut servers = HashMap::new();
        for part in parts(&ids) {
            let found = authorization_server::Entity::find()
                .filter(Expr::col("tenant_id").eq(self.tenant_id()))
                .filter(Expr::col("id").is_in(part.iter().copied()))
                .all(&**self.transaction)
                .await?;
            servers.extend(found.into_iter().map(|server| (server.id.clone(), server)));
        }
        Ok(servers)
    }

    async fn tenant(&mut self, entry: Entry<WantedTenant>, keys: Option<Vec<key::ReadKey>>) -> Result<()> {
        let Entry { at: pointer, id: _, wanted } = entry;
        let store = self.store();
        let row = tenant::lock(self.transaction).await?;
        let before = Whole { hanging: tenant::key::of_tenant(&**self.transaction, &row.id).await?, row };
        let WantedTenant { name, url, authentication_context_settings, keys: _, created_at } = wanted;
        let settings = authentication_context_settings
            .unwrap_or_else(crate::installation::built_in::authentication_context_settings);
        let row = Tenant {
            name,
            url,
            authentication_context_settings: settings,
            created_at: created_at.unwrap_or(before.row.created_at),
            ..before.row.clone()
        };
        tenant::check(&row).map_err(|error| at(error, &pointer))?;
        let hanging = match keys {
            Some(keys) => key::of_tenant(store, &row.id, keys, &before.hanging)?,
            None => {
                if self.is_new {
                    self.note(Note::NewKeys { at: pointer.clone(), kind: Kind::Tenant, id: row.id.clone() });
                }
                before.hanging.clone()
            }
        };
        let after = Whole { row, hanging };
        let verb = match self.mode(None) {
            _ if self.is_new => Verb::Create,
            _ if before == after => {
                self.outcome.same += 1;
                return Ok(());
            }
            Mode::Update => Verb::Change,
            Mode::Ignore => Verb::Skip,
            Mode::Fail => Verb::Conflict,
        };
        self.outcome.steps.push(Step {
            at: pointer,
            verb,
            kind: Kind::Tenant,
            id: after.row.id.clone(),
            before: (!self.is_new).then(|| Thing::Tenant(Box::new(before.clone()))),
            after: Some(Thing::Tenant(Box::new(after.clone()))),
        });
        if verb == Verb::Skip {
            return Ok(());
        }
        tenant::replace(self.transaction, &before.row, &after.row).await?;
        if before.hanging != after.hanging {
            tenant::key::replace_all(self.transaction, &after.row.id, &after.hanging).await?;
        }
        Ok(())
    }

    fn note(&mut self, note: Note) {
        self.outcome.notes.push(note);
    }
}

/// A row that names another one.
struct Reference<'a> {
    /// Where it stands in the dump.
    at: &'a str,
    /// The member that names the other.
    field: &'static str,
    /// The other one's id.
    id: &'a str,
}

impl Reference<'_> {
    fn refused<R: Configured>(&self) -> Error {
        let shown = &self.id[..self.id.floor_char_boundary(crate::validate::ID_LENGTH)];
        let message = format!("neither the dump nor the tenant has the {} {shown:?}", R::THING);
        Error::invalid(format!("{}/{}", self.at, self.field), message)
    }
}

impl<R: Configured> Default for Writes<R> {
    fn default() -> Self {
        Self { new: Vec::new(), changed: Vec::new(), displaced: Vec::new() }
    }
}

fn reset<A: sea_orm::ActiveModelTrait>(model: A) -> A {
    model.reset_all()
}

/// What a constraint that is violated means: each of them was looked at before, but for what is written at this very moment.
fn taken<R: Configured>(error: sea_orm::DbErr, row: &R) -> Error {
    let mut fields = row.unique();
    fields.push(("id", row.id()));
    crate::error::unique(error, R::THING, &fields)
}

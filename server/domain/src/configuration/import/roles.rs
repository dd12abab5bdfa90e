//! Roles and API clients of a dump.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{EntityTrait, QueryFilter};

use super::{Changed, Found, Importing, Reference, Writes};
use crate::catalogue::authorization_server::DEFAULT;
use crate::catalogue::scope::Scope;
use crate::catalogue::service::{LOCAL_USER_STORE, MANAGEMENT_API};
use crate::clients::api_client::{self, ApiClient};
use crate::clients::client::{self, Client};
use crate::clients::role::{self, Role, RoleType};
use crate::configuration::beside::RoleBeside;
use crate::configuration::outcome::Note;
use crate::configuration::thing::{Kind, Whole};
use crate::configuration::wanted::{Entry, WantedApiClient, WantedRole, at};
use crate::sign_in::authentication;
use crate::storage::row;
use crate::{Error, Result, identifier, validate};

impl Importing<'_> {
    pub(super) async fn roles(&mut self, wanted: Vec<Entry<WantedRole>>) -> Result<()> {
        if wanted.is_empty() {
            return Ok(());
        }
        let ids: HashSet<&str> = wanted.iter().map(|entry| entry.id.as_str()).collect();
        let known: HashMap<_, Whole<Role, Vec<String>>> = self.known(ids.iter().copied().collect()).await?;
        let names = wanted.iter().map(|entry| entry.wanted.name.as_str()).collect();
        let alike = self.whole::<Role>("name", names).await?;
        let alike: HashMap<&str, &Whole<Role, Vec<String>>> = alike
            .iter()
            .filter(|whole| !ids.contains(whole.row.id.as_str()))
            .map(|whole| (whole.row.name.as_str(), whole))
            .collect();
        let around = self.around_roles(&wanted).await?;
        let (mut writes, mut seen) = (Writes::default(), HashSet::new());
        for Entry { at: pointer, id, wanted } in &wanted {
            let (same, other) = (known.get(id), alike.get(wanted.name.as_str()).copied());
            if !seen.insert(&wanted.name) {
                return Err(Error::invalid(format!("{pointer}/name"), "another role of the dump has it"));
            }
            let before = same.or(other);
            let after =
                self.role(pointer, id.clone(), wanted.clone(), before, &around).map_err(|error| at(error, pointer))?;
            let found = match (same, other) {
                (Some(same), _) => Found::Same(same),
                (None, Some(other)) => Found::Alike(other),
                (None, None) => Found::Nothing,
            };
            self.decide(pointer, None, &found, after, &mut writes);
        }
        let moved: Vec<(&str, &str)> =
            writes.displaced.iter().map(|(before, after)| (before.row.id.as_str(), after.row.id.as_str())).collect();
        let of_clients = client::ROLES_OF_CLIENTS.to_moved(self.transaction, &moved).await?;
        self.write(&writes).await?;
        client::ROLES_OF_CLIENTS.insert(self.transaction, &of_clients).await?;
        let changed = writes.changed.iter().chain(&writes.displaced).map(|(_, after)| after);
        let with_scopes: Vec<(&str, &[String])> =
            changed.chain(&writes.new).map(|whole| (whole.row.id.as_str(), whole.row.scopes.as_slice())).collect();
        role::SCOPES_OF_ROLES.replace(self.transaction, &with_scopes).await?;
        for whole in &writes.new {
            self.note_made(Kind::Role, &whole.row.id, whole.row.created_at);
        }
        self.follow_roles(&writes.displaced).await
    }

    /// The scopes that roles of a dump may mean: those of services of the default server.
    async fn around_roles(&self, wanted: &[Entry<WantedRole>]) -> Result<Vec<Scope>> {
        let (mut ids, mut names): (HashSet<String>, HashSet<&str>) = (HashSet::new(), HashSet::new());
        for Entry { wanted, .. } in wanted {
            match &wanted.beside.scope_ids {
                Some(said) => ids.extend(said.iter().map(|id| self.here(Kind::Scope, id.clone()))),
                None => names.extend(wanted.scopes.iter().map(String::as_str)),
            }
        }
        let mut ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        ids.sort_unstable();
        let mut found = self.whole::<Scope>("id", ids).await?;
        found.extend(self.whole::<Scope>("name", names.into_iter().collect()).await?);
        let mut scopes: Vec<Scope> = found.into_iter().map(|whole| whole.row).collect();
        scopes.retain(|scope| scope.server_id == DEFAULT && scope.service_id.is_some());
        scopes.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
        scopes.dedup_by(|a, b| a.id == b.id);
        Ok(scopes)
    }

    /// API clients that have a role have it under its new id.
    async fn follow_roles(&mut self, displaced: &[Changed<Role>]) -> Result<()> {
        if displaced.is_empty() {
            return Ok(());
        }
        let moved: HashMap<&str, &str> =
            displaced.iter().map(|(before, after)| (before.row.id.as_str(), after.row.id.as_str())).collect();
        let of_tenant = Expr::col("tenant_id").eq(self.tenant_id());
        let robots: Vec<ApiClient> = api_client::Entity::find().filter(of_tenant).all(&**self.transaction).await?;
        for before in robots.into_iter().filter(|robot| robot.role_ids.iter().any(|id| moved.contains_key(id.as_str())))
        {
            let there = |id: &String| moved.get(id.as_str()).map_or_else(|| id.clone(), |id| (*id).to_owned());
            let role_ids: Vec<String> = before.role_ids.iter().map(there).collect();
            let after = ApiClient { role_ids: role_ids.into(), ..before.clone() };
            row::replace(self.transaction, &before, &after).await?;
        }
        Ok(())
    }

    fn role(
        &mut self,
        pointer: &str,
        id: String,
        wanted: WantedRole,
        before: Option<&Whole<Role, Vec<String>>>,
        around: &[Scope],
    ) -> Result<Whole<Role, Vec<String>>> {
        let WantedRole { name, description, role_type, scopes: names, beside } = wanted;
        let RoleBeside { created_at, is_default, scope_ids } = beside;
        if before.is_none_or(|before| before.row.id != id) {
            validate::id("id", &id)?;
        }
        role::check(Some(&name), Some(&description))?;
        let (field, number) = match &scope_ids {
            Some(ids) => ("authplane/scope_ids", ids.len()),
            None => ("scopes", names.len()),
        };
        if number > role::MOST_SCOPES {
            return Err(Error::invalid(field, format!("a role gives at most {} scopes", role::MOST_SCOPES)));
        }
        let is_of_names = scope_ids.is_none();
        let scopes = match scope_ids {
            Some(ids) => self.scopes_of_role(&ids, around)?,
            None => self.scopes_by_names(pointer, &names, before.map(|before| &before.row), around),
        };
        let opens = scopes.iter().any(|scope| scope.opens_installation());
        // Earlier releases gave roles to API clients alone, whatever they said that they were for.
        let role_type = if is_of_names && opens { RoleType::MachineToMachine } else { role_type };
        if let Some(before) = before.filter(|before| before.row.role_type != role_type) {
            let message = format!("the role is for {:?} here, which never changes", before.row.role_type);
            return Err(Error::invalid("type", message));
        }
        if role_type == RoleType::User && opens {
            return Err(Error::invalid(field, "a role of users can't give scopes of this installation"));
        }
        let made_at = before.map_or_else(|| self.store().created_at(), |before| before.row.created_at);
        let row = Role {
            tenant_id: self.tenant_id().to_owned(),
            id,
            name,
            description,
            role_type,
            created_at: created_at.unwrap_or(made_at),
            is_default: is_default.unwrap_or(before.is_some_and(|before| before.row.is_default)),
            scopes: scopes.iter().map(|scope| scope.id.clone()).collect(),
        };
        Ok(Whole { row, hanging: scopes.iter().map(|scope| scope.name.clone()).collect() })
    }

    fn scopes_of_role<'s>(&self, ids: &[String], around: &'s [Scope]) -> Result<Vec<&'s Scope>> {
        let here: HashSet<String> = ids.iter().map(|id| self.here(Kind::Scope, id.clone())).collect();
        if let Some(unknown) =
            ids.iter().find(|id| !around.iter().any(|scope| scope.id == self.here(Kind::Scope, (*id).clone())))
        {
            let message = format!("neither the dump nor an API of the server \"default\" has the scope {unknown:?}");
            return Err(Error::invalid("authplane/scope_ids", message));
        }
        Ok(around.iter().filter(|scope| here.contains(&scope.id)).collect())
    }

    /// What a role has under a name that stays, stays. A name that is new to it is what it meant when roles had nothing but names, and nobody but the local user store
    /// asked; one that no API has means nothing, which is told.
    fn scopes_by_names<'s>(
        &mut self,
        pointer: &str,
        names: &[String],
        before: Option<&Role>,
        around: &'s [Scope],
    ) -> Vec<&'s Scope> {
        let mut meant: HashSet<&str> = HashSet::new();
        for name in names {
            let called_so = || around.iter().filter(|scope| scope.name == *name);
            let is_of = |service: &'static str| move |scope: &&Scope| scope.service_id.as_deref() == Some(service);
            let kept: Vec<&Scope> =
                called_so().filter(|scope| before.is_some_and(|before| before.scopes.contains(&scope.id))).collect();
            let candidates = [
                kept,
                called_so().filter(is_of(LOCAL_USER_STORE)).collect(),
                called_so().filter(is_of(MANAGEMENT_API)).collect(),
                called_so().collect(),
            ];
            match candidates.into_iter().find(|found| !found.is_empty()) {
                Some(found) => meant.extend(found.into_iter().map(|scope| scope.id.as_str())),
                None => self.note(Note::UnknownScope { at: pointer.to_owned(), name: name.clone() }),
            }
        }
        around.iter().filter(|scope| meant.contains(scope.id.as_str())).collect()
    }

    pub(super) async fn api_clients(&mut self, wanted: Vec<Entry<WantedApiClient>>) -> Result<()> {
        if wanted.is_empty() {
            return Ok(());
        }
        let known: HashMap<_, Whole<ApiClient>> =
            self.known(wanted.iter().map(|entry| entry.id.as_str()).collect()).await?;
        let users = authentication::names_of_users(&**self.transaction, self.tenant_id()).await?;
        let clients: HashMap<_, Whole<Client, Vec<String>>> =
            self.known(wanted.iter().map(|entry| entry.id.as_str()).collect()).await?;
        let mut references = Vec::new();
        for Entry { at: pointer, id, wanted } in &wanted {
            if !known.contains_key(id) {
                // Security assertion 32: by the subject of a token nobody takes one for another.
                if users.contains(id) || clients.contains_key(id) {
                    let message = "is the name of a user or the id of a client";
                    return Err(Error::invalid(format!("{pointer}/id"), message));
                }
                client::refuse_reserved(id)
                    .map_err(|_| Error::invalid(format!("{pointer}/id"), "is reserved for the server's own use"))?;
            }
            // One keeps the ids of roles that were removed since.
            let has = |role: &&String| known.get(id).is_some_and(|known| known.row.role_ids.has(role));
            let roles = wanted.role_ids.iter().filter(|role| !has(role));
            references.extend(roles.map(|role| (pointer.as_str(), self.here(Kind::Role, role.clone()))));
        }
        let references: Vec<Reference<'_>> =
            references.iter().map(|(at, id)| Reference { at, field: "role_ids", id }).collect();
        self.check_references::<Role>(&references).await?;
        let mut writes = Writes::default();
        for Entry { at: pointer, id, wanted } in wanted {
            let before = known.get(&id);
            let row = self.api_client(&pointer, id, wanted, before).map_err(|error| at(error, &pointer))?;
            let found = before.map_or(Found::Nothing, Found::Same);
            self.decide(&pointer, None, &found, Whole { row, hanging: () }, &mut writes);
        }
        self.write(&writes).await?;
        for whole in &writes.new {
            self.note_made(Kind::ApiClient, &whole.row.id, whole.row.created_at);
        }
        Ok(())
    }

    fn api_client(
        &mut self,
        pointer: &str,
        id: String,
        wanted: WantedApiClient,
        before: Option<&Whole<ApiClient>>,
    ) -> Result<ApiClient> {
        let WantedApiClient { name, role_ids, secret, created_at, updated_at, updated_by, author } = wanted;
        let (store, before) = (self.store(), before.map(|before| &before.row));
        if before.is_none() {
            validate::id("id", &id)?;
        }
        api_client::check_name(&name)?;
        if role_ids.len() > api_client::MOST_ROLES {
            return Err(Error::invalid("role_ids", format!("at most {} roles", api_client::MOST_ROLES)));
        }
        validate::one_line("updated_by", &updated_by, 512)?;
        validate::one_line("author", &author, 512)?;
        let context = api_client::secret_context(self.tenant_id(), &id);
        let known = before.map(|before| api_client::open_secret(store, before)).transpose()?;
        let sealed = match (secret, before) {
            (Some(secret), Some(before)) if known.as_ref() == Some(&secret) => before.secret.clone(),
            (Some(secret), _) => {
                validate::secret("secret", &secret)?;
                store.seal(&context, secret.as_bytes())?
            }
            (None, Some(before)) => before.secret.clone(),
            (None, None) => {
                self.note(Note::NewSecret { at: pointer.to_owned(), kind: Kind::ApiClient, id: id.clone() });
                store.seal(&context, identifier::secret(store.environment())?.as_bytes())?
            }
        };
        let role_ids: Vec<String> = role_ids.into_iter().map(|role| self.here(Kind::Role, role)).collect();
        let created_at = created_at.or(before.map(|before| before.created_at)).unwrap_or_else(|| store.created_at());
        Ok(ApiClient {
            tenant_id: self.tenant_id().to_owned(),
            id,
            name,
            role_ids: role_ids.into(),
            created_at,
            updated_at: updated_at.or(before.map(|before| before.updated_at)).unwrap_or(created_at),
            updated_by,
            author,
            secret: sealed,
        })
    }
}

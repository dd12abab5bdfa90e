//! Authorization servers of a dump.

use std::collections::HashMap;

use super::{Found, Importing, Mode, Reference, Writes};
use crate::catalogue::authorization_server::{self, AuthorizationServer};
use crate::catalogue::policy::Policy;
use crate::catalogue::server_key::ServerKey;
use crate::configuration::key::{self, ReadKey};
use crate::configuration::outcome::Note;
use crate::configuration::thing::{Kind, Whole};
use crate::configuration::wanted::{BroughtIssuer, Entry, WantedServer, at};
use crate::installation::acting::Acting;
use crate::installation::built_in;
use crate::sign_in::authentication::{self, Method, Methods};
use crate::tokens::signing_key::{self, KeyRow};
use crate::{Error, Result};

/// A server of a dump, with what took its time: passwords that are hashed, keys that were looked at.
pub(super) struct PreparedServer {
    at: String,
    id: String,
    wanted: WantedServer,
    methods: Option<authentication::Prepared>,
    /// The names of users who came without a password.
    without_password: Vec<String>,
    keys: Option<Vec<ReadKey>>,
}

pub(super) async fn prepare(acting: &Acting, wanted: Vec<Entry<WantedServer>>) -> Result<Vec<PreparedServer>> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let mut prepared = Vec::with_capacity(wanted.len());
    for Entry { at: pointer, id, mut wanted } in wanted {
        let known = match authorization_server::find(store, tenant, &id).await? {
            Some(known) => authentication::methods(&known)?,
            None => Methods::default(),
        };
        let (methods, without_password) = match wanted.methods.take() {
            Some(methods) => {
                let prepared = authentication::prepare_brought(store, &known, methods).await;
                let (prepared, without) = prepared.map_err(|error| at(error, &format!("{pointer}/authentications")))?;
                (Some(prepared), without)
            }
            None => (None, Vec::new()),
        };
        let keys = std::mem::take(&mut wanted.keys).read().await.map_err(|error| at(error, &pointer))?;
        prepared.push(PreparedServer { at: pointer, id, wanted, methods, without_password, keys });
    }
    Ok(prepared)
}

impl Importing<'_> {
    pub(super) async fn servers(&mut self, prepared: Vec<PreparedServer>) -> Result<()> {
        let references: Vec<Reference<'_>> = prepared
            .iter()
            .flat_map(|server| {
                let details = &server.wanted.details;
                let developer = ("developer_policy_id", details.developer_policy_id.as_deref());
                [developer, ("user_policy_id", details.user_policy_id.as_deref())]
                    .into_iter()
                    .filter_map(|(field, id)| Some(Reference { at: &server.at, field, id: id? }))
            })
            .collect();
        self.check_references::<Policy>(&references).await?;
        let ids = prepared.iter().map(|server| server.id.as_str()).collect();
        let known: HashMap<_, Whole<AuthorizationServer, Vec<KeyRow>>> = self.known(ids).await?;
        let mut writes = Writes::default();
        for server in prepared {
            let before = known.get(&server.id);
            let is_left = before.is_some() && self.mode(None) == Mode::Ignore;
            let (pointer, id) = (server.at.clone(), server.id.clone());
            let after = self.server(server, before, is_left).await.map_err(|error| at(error, &pointer))?;
            if before.is_none() {
                self.new_servers.insert(id);
            }
            let found = before.map_or(Found::Nothing, Found::Same);
            self.decide(&pointer, None, &found, after, &mut writes);
        }
        self.write(&writes).await?;
        for whole in &writes.new {
            self.note_made(Kind::Server, &whole.row.id, whole.row.created_at);
            let catalogue = built_in::catalogue(self.store(), whole.row.key())?;
            if let Some(taken) = catalogue.taken_service(self.transaction).await? {
                let message =
                    format!("a service that is built into it would have the id of another one, {:?}", taken.id);
                return Err(Error::invalid("/servers", message));
            }
            catalogue.insert(self.transaction).await?;
            key::replace_of_server(self.transaction, &whole.row, &[], &whole.hanging).await?;
        }
        for (before, after) in &writes.changed {
            key::replace_of_server(self.transaction, &after.row, &before.hanging, &after.hanging).await?;
        }
        Ok(())
    }

    /// `is_left` for one that stays as it is anyway: then nobody is signed out.
    async fn server(
        &mut self,
        server: PreparedServer,
        before: Option<&Whole<AuthorizationServer, Vec<KeyRow>>>,
        is_left: bool,
    ) -> Result<Whole<AuthorizationServer, Vec<KeyRow>>> {
        let PreparedServer { at: pointer, id, wanted, methods, without_password, keys } = server;
        let WantedServer { details, key_algorithm, issuer, methods: _, secret, rotated_secrets, keys: _, created_at } =
            wanted;
        let (store, tenant) = (self.store(), self.tenant_id());
        let key = ServerKey { tenant, id: &id };
        authorization_server::check_secrets(secret.as_deref(), rotated_secrets.as_deref().unwrap_or_default())?;
        let base = match before {
            Some(before) => before.row.clone(),
            None => {
                authorization_server::check_id(&id)?;
                if secret.is_none() {
                    self.note(Note::NewSecret { at: pointer.clone(), kind: Kind::Server, id: id.clone() });
                }
                authorization_server::unsaid(store, key)?
            }
        };
        let mut row = details.apply(base)?;
        if let Some(algorithm) = key_algorithm {
            row.key_algorithm = algorithm;
        }
        row.created_at = created_at.unwrap_or(row.created_at);
        let known = match before {
            Some(before) => Some(authorization_server::open_secrets(store, &before.row)?),
            None => None,
        };
        if let Some(secret) = secret
            && known.as_ref().is_none_or(|known| known.current != secret)
        {
            row.secret = store.seal(&authorization_server::secret_context(key), secret.as_bytes())?;
        }
        if let Some(rotated) = rotated_secrets
            && known.as_ref().is_none_or(|known| known.rotated != rotated)
        {
            row.rotated_secrets = authorization_server::seal_rotated(store, key, &rotated)?;
        }
        match issuer {
            BroughtIssuer::Nothing => {}
            BroughtIssuer::Computed => row.issuer_url = None,
            BroughtIssuer::Own(issuer) if row.issuer_url.as_ref() == Some(&issuer) => {}
            BroughtIssuer::Own(issuer) => {
                // Those of the system are found by this installation's address.
                let kept = self.options.keep_issuers && !row.system;
                self.note(Note::ForeignIssuer { at: pointer.clone(), id: id.clone(), issuer: issuer.clone(), kept });
                if kept {
                    authentication::check_issuer("issuer_url", &issuer)?;
                    row.issuer_url = Some(issuer);
                }
            }
        }
        for username in without_password {
            self.note(Note::NewPassword { at: pointer.clone(), id: id.clone(), username });
        }
        if let Some(methods) = methods.filter(|_| !is_left) {
            let replaced = methods.apply(self.transaction, row).await;
            let replaced = replaced.map_err(|error| at(error, "authentications"))?;
            if !replaced.ended.is_empty() {
                self.outcome.ended.push((replaced.server.clone(), replaced.ended));
            }
            row = replaced.server;
            self.note_upstreams_without_secret(&pointer, before.map(|before| &before.row), &row)?;
        }
        let known = before.map_or(&[][..], |before| &before.hanging);
        let hanging = match keys {
            Some(keys) => {
                let keys = key::of_server(store, &row, keys, known)?;
                self.check_kids(&row, &keys).await?;
                keys
            }
            None => {
                if before.is_none() || self.is_new {
                    self.note(Note::NewKeys { at: pointer.clone(), kind: Kind::Server, id: row.id.clone() });
                }
                known.to_vec()
            }
        };
        Ok(Whole { row, hanging })
    }
}

impl Importing<'_> {
    fn note_upstreams_without_secret(
        &mut self,
        pointer: &str,
        before: Option<&AuthorizationServer>,
        row: &AuthorizationServer,
    ) -> Result<()> {
        let known = before.map_or_else(|| Ok(Methods::default()), authentication::methods)?;
        let is_without = |method: &&Method| method.kind.upstream().is_some_and(|client| !client.has_secret());
        for method in authentication::methods(row)?.all().iter().filter(is_without) {
            if known.find(&method.id).is_none_or(|known| known.kind.upstream().is_none()) {
                let (at, id, method) = (pointer.to_owned(), row.id.clone(), method.id.clone());
                self.note(Note::NoUpstreamSecret { at, id, method });
            }
        }
        Ok(())
    }

    /// The `kid` of a key is one server's within a tenant.
    async fn check_kids(&self, server: &AuthorizationServer, keys: &[KeyRow]) -> Result<()> {
        for known in signing_key::of_tenant(&**self.transaction, self.tenant_id()).await? {
            if known.server_id != server.id && keys.iter().any(|key| key.id == known.id) {
                let message = format!("the authorization server {:?} has a key {:?}", known.server_id, known.id);
                return Err(Error::invalid("authplane/keys", message));
            }
        }
        Ok(())
    }
}

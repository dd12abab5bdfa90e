//! Clients of a dump, with their secrets and the scopes that they may have.

mod secrets;

use std::collections::{HashMap, HashSet};

use super::{Found, Importing, Reference, Writes};
use crate::catalogue::authorization_server::{ADMIN, AuthorizationServer, DEFAULT, SYSTEM};
use crate::catalogue::scope::Scope;
use crate::catalogue::service;
use crate::clients::application::ApplicationSettings;
use crate::clients::client::{self, Client, ClientMetadata, Links};
use crate::clients::role::{Role, RoleType};
use crate::configuration::beside::{ApplicationBeside, ClientBeside, LAST_SECOND, MetadataBeside};
use crate::configuration::outcome::Note;
use crate::configuration::thing::{Kind, Whole};
use crate::configuration::wanted::{BroughtSecret, Entry, WantedClient, at};
use crate::installation::tenant;
use crate::sign_in::{authentication, subject};
use crate::{Error, Result, validate};

type WholeClient = Whole<Client, Vec<String>>;

/// What clients of a dump are held against.
struct Around {
    servers: HashMap<String, AuthorizationServer>,
    /// The names of static users: no client is called so.
    users: HashSet<String>,
    /// Of the scopes that the dump names by ids, and of those that it names by names.
    scopes: HashMap<String, Scope>,
    /// By server and name.
    named: HashMap<(String, String), Vec<Scope>>,
    /// The roles that the dump gives them.
    roles: HashMap<String, Whole<Role, Vec<String>>>,
}

impl Importing<'_> {
    pub(super) async fn clients(&mut self, wanted: Vec<Entry<WantedClient>>) -> Result<()> {
        if wanted.is_empty() {
            return Ok(());
        }
        let known: HashMap<_, WholeClient> = self.known(wanted.iter().map(|entry| entry.id.as_str()).collect()).await?;
        let (mut read, mut references) = (Vec::with_capacity(wanted.len()), Vec::new());
        for Entry { at: pointer, id, wanted } in wanted {
            let WantedClient { server_id, details, developer_id, client_id_issued_at, secret, rotated_secrets, beside } =
                wanted;
            let before = known.get(&id);
            let mut metadata = before.map(|before| before.row.metadata.clone()).unwrap_or_default();
            if let Some(said) = beside.metadata.clone() {
                metadata = said.over(metadata);
            }
            let details = details(metadata).map_err(|error| at(error, &pointer))?;
            references.push((pointer.clone(), server_id.clone()));
            let said = Said { server_id, details, developer_id, client_id_issued_at, secret, rotated_secrets, beside };
            read.push((pointer, id, said));
        }
        let around = self.around(&references, &read).await?;
        let mut writes = Writes::default();
        for (pointer, id, said) in read {
            let before = known.get(&id);
            let server_id = said.server_id.clone();
            let after = self.client(&pointer, id, said, before, &around).map_err(|error| at(error, &pointer))?;
            self.decide(&pointer, Some(&server_id), &before.map_or(Found::Nothing, Found::Same), after, &mut writes);
        }
        self.check_no_indicators(&writes.new).await?;
        self.write(&writes).await?;
        client::write_hanging(self.transaction, &writes.changed, &writes.new).await?;
        for whole in &writes.new {
            // Developers' and those that registered themselves are theirs, wherever they came from.
            if whole.row.developer_id.is_none() && !whole.row.metadata.dynamically_registered {
                self.note_made(Kind::Client, &whole.row.id, whole.row.created_at);
            }
        }
        Ok(())
    }

    async fn around(&self, places: &[(String, String)], read: &[(String, String, Said)]) -> Result<Around> {
        let references: Vec<Reference<'_>> = places
            .iter()
            .map(|(pointer, id)| Reference { at: pointer, field: "authorization_server_id", id })
            .collect();
        let servers = self.servers_of(&references).await?;
        let users = authentication::names_of_users(&**self.transaction, self.tenant_id()).await?;
        let mut ids: Vec<String> = Vec::new();
        let mut names: HashSet<&str> = HashSet::new();
        let mut roles: HashSet<String> = HashSet::new();
        for (_, _, said) in read {
            match &said.beside.scope_ids {
                Some(named) => ids.extend(named.iter().map(|id| self.here(Kind::Scope, id.clone()))),
                None => names.extend(said.details.scopes.iter().map(String::as_str)),
            }
            let given = said.beside.role_ids.iter().flatten();
            roles.extend(given.map(|id| self.here(Kind::Role, id.clone())));
        }
        ids.sort_unstable();
        ids.dedup();
        let scopes = self.whole::<Scope>("id", ids.iter().map(String::as_str).collect()).await?;
        let scopes = scopes.into_iter().map(|whole| (whole.row.id.clone(), whole.row)).collect();
        let mut named: HashMap<(String, String), Vec<Scope>> = HashMap::new();
        for whole in self.whole::<Scope>("name", names.into_iter().collect()).await? {
            let key = (whole.row.server_id.clone(), whole.row.name.clone());
            if servers.contains_key(&key.0) {
                named.entry(key).or_default().push(whole.row);
            }
        }
        let roles = self.known::<Role>(roles.iter().map(String::as_str).collect()).await?;
        Ok(Around { servers, users, scopes, named, roles })
    }

    fn client(
        &mut self,
        pointer: &str,
        id: String,
        said: Said,
        before: Option<&WholeClient>,
        around: &Around,
    ) -> Result<WholeClient> {
        let Said { server_id, details, developer_id, client_id_issued_at, secret, rotated_secrets, beside } = said;
        let ClientBeside {
            created_at,
            limited,
            scope_ids,
            role_ids,
            secrets: of_secrets,
            registration_digest,
            metadata: _,
            application,
        } = beside;
        let store = self.store();
        let server = around.servers.get(&server_id);
        let server = server.ok_or_else(|| Error::invalid("authorization_server_id", "was removed at this moment"))?;
        match before {
            Some(before) if before.row.server_id != server_id => {
                return Err(Error::invalid("authorization_server_id", "the client is another authorization server's"));
            }
            Some(_) => {}
            None => {
                client::refuse_reserved(&id)?;
                validate::id("client_id", &id)?;
                if around.users.contains(&id) {
                    return Err(Error::invalid("client_id", "is the name of a user"));
                }
            }
        }
        details.check_signing(server)?;
        check_origin(developer_id.as_deref(), client_id_issued_at, registration_digest.as_deref())?;
        let scopes = match scope_ids {
            Some(ids) => self.scopes_by_id(ids, &server_id, around)?,
            None => scopes_by_name(&details.scopes, &server_id, before, around)?,
        };
        let mut base = match before {
            Some(before) => before.row.clone(),
            None => client::unsaid(store, self.tenant_id(), id.clone(), server_id.clone()),
        };
        if let Some(ApplicationBeside { kind, custom_data, custom_client_metadata }) =
            application.filter(|_| !base.system)
        {
            base.kind = kind.unwrap_or(base.kind);
            base.application = ApplicationSettings { custom_data, custom_client_metadata }.normalized();
            base.application.check().map_err(|error| at(error, "authplane/application"))?;
        }
        let is_limited = match (before, limited) {
            (_, Some(limited)) => limited,
            (Some(before), None) => {
                before.row.limited || !scopes.is_empty() || role_ids.iter().flatten().next().is_some()
            }
            (None, None) => {
                let is_somebodys = details.metadata.dynamically_registered || developer_id.is_some();
                // Both open the control surface to whoever isn't limited.
                let opens_all = server_id == ADMIN || (self.tenant_id() == tenant::SYSTEM && server_id == SYSTEM);
                if opens_all && scopes.is_empty() && !is_somebodys {
                    let allowed = self.options.administrators;
                    self.note(Note::Administrator { at: pointer.to_owned(), id, allowed });
                    !allowed
                } else {
                    is_somebodys || !scopes.is_empty() || role_ids.iter().flatten().next().is_some()
                }
            }
        };
        let mut row = if base.system { base.clone() } else { details.clone().apply(base.clone())? };
        if !base.system {
            if let Some(ids) = role_ids {
                row.roles = self.roles_by_id(ids, &server_id, around)?;
            }
            row.developer_id = developer_id.or(base.developer_id);
            row.limited = is_limited;
            row.registration_digest = registration_digest.or(base.registration_digest);
        }
        row.client_id_issued_at = client_id_issued_at.unwrap_or(row.client_id_issued_at);
        row.created_at = created_at.unwrap_or(row.created_at);
        let row = self.with_secrets(pointer, row, &details, secret, rotated_secrets, of_secrets, before)?;
        if let Some(before) = before.filter(|_| row.system) {
            // Nor has it other scopes than it is built with.
            return Ok(Whole { row, hanging: before.hanging.clone() });
        }
        let links = Links::of(scopes);
        Ok(Whole { row: row.with_links(&links), hanging: links.ids })
    }

    fn scopes_by_id(&self, ids: Vec<String>, server_id: &str, around: &Around) -> Result<Vec<Scope>> {
        let mut scopes = Vec::with_capacity(ids.len());
        for id in ids {
            let here = self.here(Kind::Scope, id.clone());
            match around.scopes.get(&here) {
                Some(scope) if scope.server_id == server_id => scopes.push(scope.clone()),
                Some(_) => {
                    let message = format!("the scope {id:?} is another authorization server's");
                    return Err(Error::invalid("authplane/scope_ids", message));
                }
                None => {
                    let message = format!("neither the dump nor the tenant has the scope {id:?}");
                    return Err(Error::invalid("authplane/scope_ids", message));
                }
            }
        }
        Ok(scopes)
    }

    fn roles_by_id(&self, ids: Vec<String>, server_id: &str, around: &Around) -> Result<Vec<String>> {
        let refused = |message: String| Err(Error::invalid("authplane/role_ids", message));
        if server_id != DEFAULT && !ids.is_empty() {
            return refused("only clients of the authorization server \"default\" have roles".to_owned());
        }
        let mut roles = Vec::with_capacity(ids.len());
        for id in ids {
            match around.roles.get(&self.here(Kind::Role, id.clone())) {
                Some(role) if role.row.is_internal() => return refused(format!("the role {id:?} is internal")),
                Some(role) if role.row.role_type == RoleType::MachineToMachine => roles.push(role.row.id.clone()),
                Some(_) => return refused(format!("the role {id:?} is for users")),
                None => return refused(format!("neither the dump nor the tenant has the role {id:?}")),
            }
        }
        roles.sort_unstable();
        roles.dedup();
        if roles.len() > client::MOST_ROLES {
            return refused(format!("a client has at most {} roles", client::MOST_ROLES));
        }
        Ok(roles)
    }

    /// A client's id is the audience of its tokens where it is registered for no other.
    async fn check_no_indicators(&self, new: &[WholeClient]) -> Result<()> {
        let ids = new.iter().map(|whole| whole.row.id.as_str()).collect();
        let services = self.whole::<service::Service>("indicator", ids).await?;
        match services.first() {
            Some(service) => {
                let message = format!("{:?} is the indicator of a service", service.row.indicator);
                let pointer = self.place(Kind::Client, &service.row.indicator);
                Err(Error::invalid(format!("{pointer}/client_id"), message))
            }
            None => Ok(()),
        }
    }
}

/// What a dump says of a client, its details read.
struct Said {
    server_id: String,
    details: client::ClientDetails,
    developer_id: Option<String>,
    client_id_issued_at: Option<i64>,
    secret: Option<BroughtSecret>,
    rotated_secrets: Option<Vec<BroughtSecret>>,
    beside: ClientBeside,
}

/// Bytes that a digest may have, however it is written.
const DIGEST_LENGTH: usize = 128;

/// Who registered a client, when, and what its registration token is known by.
fn check_origin(developer_id: Option<&str>, issued_at: Option<i64>, digest: Option<&str>) -> Result<()> {
    validate::one_line("developer_id", developer_id.unwrap_or_default(), subject::LENGTH)?;
    validate::one_line("authplane/registration_digest", digest.unwrap_or_default(), DIGEST_LENGTH)?;
    match issued_at {
        Some(at) if !(0..=LAST_SECOND).contains(&at) => Err(Error::invalid(
            "client_id_issued_at",
            "must be a time of the years 1970 to 9999, in seconds since the epoch",
        )),
        _ => Ok(()),
    }
}

/// As a change by hand has it: what the client has under a name that stays, stays; a name that is new to it means all scopes that are called so.
fn scopes_by_name(
    names: &[String],
    server_id: &str,
    before: Option<&WholeClient>,
    around: &Around,
) -> Result<Vec<Scope>> {
    let mut scopes = Vec::new();
    for name in names {
        let called_so = around.named.get(&(server_id.to_owned(), name.clone())).map(Vec::as_slice).unwrap_or_default();
        let has = |scope: &&Scope| before.is_some_and(|before| before.hanging.contains(&scope.id));
        let kept: Vec<Scope> = called_so.iter().filter(has).cloned().collect();
        if kept.is_empty() {
            scopes.extend(client::chosen(std::slice::from_ref(name), called_so.to_vec())?);
        } else {
            scopes.extend(kept);
        }
    }
    Ok(scopes)
}

impl ApplicationBeside {
    /// What a client has of it.
    #[must_use]
    pub fn of(client: &Client) -> Self {
        let ApplicationSettings { custom_data, custom_client_metadata } = client.application.clone();
        Self { kind: Some(client.kind), custom_data, custom_client_metadata }
    }
}

impl MetadataBeside {
    /// What a client has of it.
    #[must_use]
    pub fn of(metadata: &ClientMetadata) -> Self {
        let ClientMetadata {
            texts: _,
            privacy: _,
            request_uris: _,
            sector_identifier_uri: _,
            request_object_signing_alg: _,
            userinfo_signed_response_alg: _,
            id_token_signed_response_alg,
            application_type,
            subject_type,
            default_max_age,
            require_auth_time,
            default_acr_values,
            initiate_login_uri,
            post_logout_redirect_uris,
            backchannel_logout_uri,
            backchannel_logout_session_required,
            frontchannel_logout_uri,
            frontchannel_logout_session_required,
            contacts,
            software_id,
            software_version,
            dynamically_registered,
            certificate: _,
            public: _,
        } = metadata.clone();
        Self {
            id_token_signed_response_alg,
            application_type,
            subject_type,
            default_max_age,
            require_auth_time,
            default_acr_values,
            initiate_login_uri,
            post_logout_redirect_uris,
            backchannel_logout_uri,
            backchannel_logout_session_required,
            frontchannel_logout_uri,
            frontchannel_logout_session_required,
            contacts,
            software_id,
            software_version,
            dynamically_registered,
        }
    }

    /// `metadata` with this instead.
    fn over(self, metadata: ClientMetadata) -> ClientMetadata {
        let Self {
            id_token_signed_response_alg,
            application_type,
            subject_type,
            default_max_age,
            require_auth_time,
            default_acr_values,
            initiate_login_uri,
            post_logout_redirect_uris,
            backchannel_logout_uri,
            backchannel_logout_session_required,
            frontchannel_logout_uri,
            frontchannel_logout_session_required,
            contacts,
            software_id,
            software_version,
            dynamically_registered,
        } = self;
        ClientMetadata {
            id_token_signed_response_alg,
            application_type,
            subject_type,
            default_max_age,
            require_auth_time,
            default_acr_values,
            initiate_login_uri,
            post_logout_redirect_uris,
            backchannel_logout_uri,
            backchannel_logout_session_required,
            frontchannel_logout_uri,
            frontchannel_logout_session_required,
            contacts,
            software_id,
            software_version,
            dynamically_registered,
            ..metadata
        }
    }
}

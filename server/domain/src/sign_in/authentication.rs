//! Authentication methods: how the users of an authorization server prove who they are.
//!
//! They stand in one JSON column of the server, because they are always read together and changed together. Upstream client secrets are
//! sealed and passwords hashed before they get there; neither is ever serialized outside of this crate.

pub mod brought_digest;
mod check;
mod numbers;
mod password;
mod renewal;
mod settings;
mod stored_hash;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub use self::brought_digest::DigestAlgorithm;
pub(crate) use self::check::issuer as check_issuer;
pub(crate) use self::password::MARK_LENGTH;
pub use self::password::{PASSWORD_LENGTH, PasswordMemory, verify_unknown_user};
pub use self::renewal::{Renewal, hash_anew, keep};
pub use self::settings::{
    Attribute, Azure, Cognito, Custom, GroupNameFormat, Mapping, MethodKind, Oidc, Static, StaticUser, UpstreamClient,
};
pub use self::stored_hash::{UnusableHash, check_password_hash};
use crate::catalogue::authorization_server::{self, AuthorizationServer, DEFAULT};
use crate::catalogue::server_key::ServerKey;
use crate::clients::{api_client, client};
use crate::installation::acting::Acting;
use crate::installation::tenant;
use crate::sign_in::session::{Authentication, Ended};
use crate::sign_in::{scope_grant, sign_out, subject, user};
use crate::storage::cache::{self, Area, Freshness};
use crate::storage::row;
use crate::storage::store::Transaction;
use crate::{Error, Result, Store, identifier};

const OF_SERVER: cache::Kind<Methods> = cache::Kind::new(Area::SERVERS.with(Area::TENANTS)).weighing(Methods::weight);
/// The same with that of the tenant's users.
const WITH_USERS: cache::Kind<Methods> = cache::Kind::new(Area::SERVERS.with(Area::TENANTS)).weighing(Methods::weight);

/// One way to sign in: ACP's `Authentication`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Method {
    /// Unique within the server; a segment of paths.
    pub id: String,
    /// For people.
    pub name: String,
    /// Whether it isn't offered, and whoever signed in with it is signed in no longer.
    pub disabled: bool,
    /// Which part of what it tells goes where in the authentication context. None: the usual ones of its kind (ACP behaviour, §8).
    pub mappings: Vec<Mapping>,
    /// What it tells about users, for those who write mappings.
    pub attributes: Vec<Attribute>,
    /// Its kind with the settings of that kind.
    #[serde(flatten)]
    pub kind: MethodKind,
    /// Another number with each place that it leads to: whoever came from the one before counts no longer. It is this crate's to set; 0 for a method from before
    /// there were stamps, until it leads elsewhere.
    #[serde(default)]
    pub stamp: i64,
}

/// The methods of a server, in the order of the list that an administrator gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Methods(Vec<Method>);

impl Methods {
    /// All of them, disabled ones too.
    #[must_use]
    pub fn all(&self) -> &[Method] {
        &self.0
    }

    /// Those that users may choose among.
    pub fn enabled(&self) -> impl Iterator<Item = &Method> {
        self.0.iter().filter(|method| !method.disabled)
    }

    /// The method with this id, also when it is disabled.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Method> {
        self.0.iter().find(|method| method.id == id)
    }

    /// The user of a method with exactly this name, if that is the password. Takes as long for a name that nobody has (assertion 63), neither this method nor those
    /// `beside` it that might have it as well. It computes for long: see [`Static::sign_in`].
    #[must_use]
    pub fn sign_in(
        &self,
        method_id: &str,
        beside: &[String],
        username: &str,
        password: &str,
        memory: &mut PasswordMemory,
    ) -> Option<&StaticUser> {
        let of_method = self.find(method_id).map(Method::users).unwrap_or_default();
        let of_all = self.0.iter().filter(|method| method.id == method_id || beside.contains(&method.id));
        settings::sign_in_among(of_method, of_all.flat_map(Method::users), username, password, memory)
    }

    fn users(&self) -> impl Iterator<Item = &StaticUser> {
        self.0.iter().flat_map(Method::users)
    }

    /// The names of those users who can't sign in there as they can here: they are gone, or have another password.
    fn users_not_in(&self, others: &Self) -> Vec<&str> {
        let mut names = Vec::new();
        for method in &self.0 {
            let others = others.find(&method.id).map(Method::users).unwrap_or_default();
            let is_same = |user: &StaticUser, other: &StaticUser| {
                (&other.username, other.since, other.stamp) == (&user.username, user.since, user.stamp)
            };
            let gone = method.users().iter().filter(|user| !others.iter().any(|other| is_same(user, other)));
            names.extend(gone.map(|user| user.username.as_str()));
        }
        names
    }

    /// The custom methods that don't lead where they did: whoever is called so by another page is somebody else.
    fn pages_not_in(&self, others: &Self) -> Vec<&str> {
        let pages = self.0.iter().filter(|method| matches!(method.kind, MethodKind::Custom(_)));
        let is_gone = |page: &&Method| !others.find(&page.id).is_some_and(|other| page.kind.leads_where(&other.kind));
        pages.filter(is_gone).map(|page| page.id.as_str()).collect()
    }

    fn weight(&self) -> u64 {
        1 + self.0.len() as u64 + self.users().count() as u64
    }
}

impl Method {
    /// How the users of a tenant sign in who have a row each.
    fn of_users() -> Self {
        Self {
            id: user::METHOD.to_owned(),
            name: "Password".to_owned(),
            disabled: false,
            mappings: Vec::new(),
            attributes: Vec::new(),
            kind: MethodKind::Users,
            stamp: 0,
        }
    }

    /// The users of a static method; none of another.
    fn users(&self) -> &[StaticUser] {
        match &self.kind {
            MethodKind::Static(settings) => &settings.users,
            _ => &[],
        }
    }
}

/// A method as an administrator gives it.
#[derive(Clone)]
pub struct NewMethod {
    /// Everything but its secrets; those that may be in it are ignored.
    pub method: Method,
    /// The secret of the upstream client. `None` keeps the one that the method of this id has; there is none then if it has none.
    pub client_secret: Option<String>,
    /// Passwords of static users by their names. A user without one keeps what the method of this id has for the name.
    pub passwords: HashMap<String, String>,
    /// Hashes of passwords that another system made, by the names of static users, as [`check_password_hash`] takes them: who moves here brings them. Whoever gives
    /// one is trusted with it, so no API of people takes any. A user with one has none in `passwords`.
    pub password_hashes: HashMap<String, String>,
}

impl NewMethod {
    /// Takes the hashes of passwords that came apart from it, by the names of users; and of its passwords takes those for hashes that look like one: that is how other
    /// systems write down what they know.
    pub fn take_hashes(&mut self, apart: Option<&BTreeMap<String, String>>) {
        const HASHES: [&str; 4] = ["$argon2", "$2", "$pbkdf2", "$scrypt$"];
        let looks_like_one = |password: &str| HASHES.iter().any(|start| password.starts_with(start));
        let of_users = std::mem::take(&mut self.passwords);
        for (username, password) in of_users {
            let list = if looks_like_one(&password) { &mut self.password_hashes } else { &mut self.passwords };
            list.insert(username, password);
        }
        for (username, hash) in apart.into_iter().flatten() {
            self.passwords.remove(username);
            self.password_hashes.insert(username.clone(), hash.clone());
        }
    }
}

impl std::fmt::Debug for NewMethod {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("NewMethod").field("method", &self.method).finish_non_exhaustive()
    }
}

/// The methods of a server that was read already.
///
/// # Errors
/// [`Error::Internal`] when the column was damaged.
pub fn methods(server: &AuthorizationServer) -> Result<Methods> {
    Methods::deserialize(&server.authentications).map_err(Error::internal)
}

/// The methods of a server, parsed once, and that of the tenant's [users](user) where it is the default one and there are some; none for an unknown server.
///
/// # Errors
/// [`Error::Unavailable`] without database; [`Error::Internal`] when the column was damaged.
pub async fn of_server(store: &Store, server: ServerKey<'_>) -> Result<Arc<Methods>> {
    let has_users = server.id == DEFAULT && user::standing::has_users(store, server.tenant).await?;
    let kind = if has_users { WITH_USERS } else { OF_SERVER };
    let found = store.cached_option(Freshness::Notified, server.tenant, kind, server.id, || async {
        let Some(found) = authorization_server::find(store, server.tenant, server.id).await? else { return Ok(None) };
        let mut methods = methods(&found)?;
        if has_users {
            methods.0.push(Method::of_users());
        }
        Ok(Some(methods))
    });
    Ok(found.await?.unwrap_or_default())
}

/// Whether somebody who signed in with a method could still do so: the method is there and not disabled, and knows the user where it is the
/// one that knows its users. Whoever honours a session, a refresh token or an access token of a user asks it (CVE-2025-64521,
/// CVE-2025-64717: sign-ins that outlived their user or their method; CVE-2026-55670: a name that was given to somebody else since; and a password
/// that another one has taken the place of). A method that leads to another provider or page than it did has other users, whatever they are called.
///
/// # Errors
/// [`Error::Unavailable`] without database: of the tenant's [users](user) it asks the cache, and of nobody else.
pub async fn still_signs_in(store: &Store, tenant: &str, methods: &Methods, user: &Authentication) -> Result<bool> {
    Ok(match methods.find(&user.method_id) {
        Some(Method { disabled: false, kind: MethodKind::Static(settings), .. }) => {
            let is_same = |known: &StaticUser| known.since <= user.auth_time && known.stamp == user.stamp;
            settings.user(&user.subject).is_some_and(is_same)
        }
        // Also none from before users of pages were called otherwise than others.
        Some(Method { id, disabled: false, kind: MethodKind::Custom(_), stamp, .. }) => {
            user.stamp == *stamp && subject::called_by_page(id, &user.subject).is_some()
        }
        Some(Method { kind: MethodKind::Users, .. }) => user::standing::still_signs_in(store, tenant, user).await?,
        Some(method) => !method.disabled && user.stamp == method.stamp,
        None => false,
    })
}

/// Whether a user to whom another system gave a token, when it was the issuer that a server is now, could still sign in: the method is there and not disabled and,
/// where it is the one that knows its users, the user came from there and has the password that they came with. Another password ends it, and so does another user
/// of the name. Of other methods nobody knows where they led then; who has reason to, disables them.
#[must_use]
pub fn still_known(methods: &Methods, method_id: &str, subject: &str) -> bool {
    match methods.find(method_id) {
        Some(Method { disabled: false, kind: MethodKind::Static(settings), .. }) => {
            settings.user(subject).is_some_and(|user| user.is_brought)
        }
        // None of the tenant's users came with a token.
        Some(method) => !method.disabled && method.kind != MethodKind::Users,
        None => false,
    }
}

/// Opens the secret that this server has at the upstream of a method; `None` when it has none there.
///
/// # Errors
/// [`Error::Internal`] when the master key is missing.
pub fn open_client_secret(store: &Store, server: ServerKey<'_>, method: &Method) -> Result<Option<String>> {
    let sealed = method.kind.upstream().and_then(|upstream| upstream.client_secret.as_ref());
    sealed.map(|sealed| store.open_text(&secret_context(server, &method.id), sealed)).transpose()
}

/// Replaces the methods of a server, which it returns. Passwords are hashed on threads of their own, a few dozen milliseconds each.
///
/// A user without a password keeps the stored hash. A method without a client secret keeps the sealed one, unless the place that the
/// secret would be sent to has changed (CVE-2026-15943: whoever may change that place, but not see the secret, would get it sent to himself).
///
/// # Errors
/// [`Error::NotFound`] for an unknown server; [`Error::Invalid`] for a field, named by its path (`methods[0].static.users[1].password`);
/// [`Error::Unavailable`] without database.
pub async fn replace(acting: &Acting, server_id: &str, new: Vec<NewMethod>) -> Result<Replaced> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let Some(known) = authorization_server::find(store, tenant, server_id).await? else {
        return Err(Error::not_found(authorization_server::THING, server_id));
    };
    let prepared = prepare(store, &methods(&known)?, new).await?;
    let transaction = acting.begin().await?;
    tenant::lock(&transaction).await?;
    let before: AuthorizationServer = row::locked(&transaction, server_id).await?;
    let replaced = prepared.apply(&transaction, before.clone()).await?;
    row::replace(&transaction, &before, &replaced.server).await?;
    transaction.commit().await?;
    Ok(replaced)
}

/// A server whose methods, or more of it, were replaced.
#[derive(Debug)]
pub struct Replaced {
    /// As it is now.
    pub server: AuthorizationServer,
    /// The sessions of those users who are no longer there, or have another password.
    pub ended: Vec<Ended>,
}

/// Methods that were checked, with their passwords hashed.
pub(crate) struct Prepared(Vec<(NewMethod, HashMap<String, String>)>);

/// Does what can be done before anything is locked, because it takes its time. A password that is the same as before keeps its hash in `known`.
pub(crate) async fn prepare(store: &Store, known: &Methods, new: Vec<NewMethod>) -> Result<Prepared> {
    check::methods(known, &new)?;
    let hashes = password::hash_all(store, known, &new).await?;
    Ok(Prepared(new.into_iter().zip(hashes).collect()))
}

/// As [`prepare`], for methods that are brought from elsewhere, where passwords may stay behind: nobody knows that of a user who comes without one. Returns the names
/// of these users too.
pub(crate) async fn prepare_brought(
    store: &Store,
    known: &Methods,
    mut new: Vec<NewMethod>,
) -> Result<(Prepared, Vec<String>)> {
    let mut without = Vec::new();
    for new in &mut new {
        let had = known.find(&new.method.id).map(Method::users).unwrap_or_default();
        for user in new.method.users() {
            let name = &user.username;
            let is_told = new.passwords.contains_key(name) || new.password_hashes.contains_key(name);
            if !is_told && !had.iter().any(|had| had.username == *name) {
                new.passwords.insert(name.clone(), identifier::secret(store.environment())?);
                without.push(name.clone());
            }
        }
    }
    Ok((prepare(store, known, new).await?, without))
}

impl Prepared {
    /// `server` with these methods. The caller holds the lock of the tenant: whoever makes a client with an id of its own choice waits
    /// there, so that no name becomes both a user's and a client's.
    pub(crate) async fn apply(self, transaction: &Transaction, server: AuthorizationServer) -> Result<Replaced> {
        let known = methods(&server)?;
        let mut replaced = Vec::with_capacity(self.0.len());
        for (index, (new, hashes)) in self.0.into_iter().enumerate() {
            let known = known.find(&new.method.id);
            let mut method = new.method;
            fill_users(transaction.store(), index, &mut method, (hashes, new.password_hashes), known)?;
            fill_client_secret(transaction.store(), &server, index, &mut method, new.client_secret, known)?;
            method.stamp = match known.filter(|known| known.kind.leads_where(&method.kind)) {
                Some(known) => known.stamp,
                None => password::stamp(transaction.store())?,
            };
            replaced.push(method);
        }
        numbers::give(transaction, &server.id, &known, &mut replaced).await?;
        let replaced = Methods(replaced);
        refuse_names_of_others(transaction, &replaced).await?;
        let is_gone = |user: &&StaticUser| !replaced.users().any(|left| left.username == user.username);
        let gone: Vec<&str> = known.users().filter(is_gone).map(|user| user.username.as_str()).collect();
        scope_grant::forget(transaction, &server.id, &gone).await?;
        for page in known.pages_not_in(&replaced) {
            scope_grant::forget_users_of_page(transaction, &server.id, page).await?;
        }
        if server.id == authorization_server::DEVELOPER {
            client::of_developer::leave(transaction, &gone).await?;
        }
        let (ended, _) = sign_out::end(transaction, &server.id, &known.users_not_in(&replaced)).await?;
        let authentications = serde_json::to_value(&replaced).map_err(Error::internal)?;
        check::length(&authentications)?;
        Ok(Replaced { server: AuthorizationServer { authentications, ..server }, ended })
    }
}

fn fill_users(
    store: &Store,
    index: usize,
    method: &mut Method,
    (mut hashes, mut brought): (HashMap<String, String>, HashMap<String, String>),
    known: Option<&Method>,
) -> Result<()> {
    let MethodKind::Static(settings) = &mut method.kind else { return Ok(()) };
    for (position, user) in settings.users.iter_mut().enumerate() {
        let kept = known.and_then(|known| known.users().iter().find(|known| known.username == user.username));
        // Who has such a name already keeps it.
        if kept.is_none() && subject::is_reserved(&user.username) {
            let field = format!("methods[{index}].static.users[{position}].username");
            return Err(Error::invalid(field, "has the form of the subjects of other methods' users"));
        }
        user.since = kept.map_or_else(|| store.now().timestamp(), |kept| kept.since);
        let (hash, brought) = (hashes.remove(&user.username), brought.remove(&user.username));
        user.is_brought = brought.is_some();
        let hash = hash.or(brought);
        // The one that a new hash of the same password has taken the place of meanwhile counts as that.
        let kept_password = kept.filter(|kept| hash.as_deref().is_none_or(|hash| kept.has_or_had(hash)));
        if let Some(kept) = kept_password {
            user.keep_password_of(kept);
            continue;
        }
        user.password_hash = hash.ok_or_else(|| {
            Error::invalid(format!("methods[{index}].static.users[{position}].password"), "is required of a new user")
        })?;
        user.stamp = password::stamp(store)?;
    }
    Ok(())
}

fn fill_client_secret(
    store: &Store,
    server: &AuthorizationServer,
    index: usize,
    method: &mut Method,
    client_secret: Option<String>,
    known: Option<&Method>,
) -> Result<()> {
    let kept = known.and_then(|known| Some((known, known.kind.upstream()?.client_secret.as_ref()?)));
    let sealed = match (client_secret, kept) {
        (Some(secret), kept) => {
            let context = secret_context(server.key(), &method.id);
            // To say it again is no change.
            let known = kept.map(|(_, sealed)| store.open_text(&context, sealed)).transpose()?;
            match kept {
                Some((_, sealed)) if known.as_ref() == Some(&secret) => Some(sealed.clone()),
                _ => Some(store.seal(&context, secret.as_bytes())?),
            }
        }
        (None, Some((known, sealed))) if known.kind.is_at_the_place_of(&method.kind) => Some(sealed.clone()),
        (None, Some(_)) if method.kind.upstream().is_some() => {
            let field = format!("methods[{index}].{}.client_secret", method.kind.name());
            return Err(Error::invalid(field, "must be given again: it would be sent to another place than before"));
        }
        (None, _) => None,
    };
    if let Some(upstream) = method.kind.upstream_mut() {
        upstream.client_secret = sealed;
    }
    Ok(())
}

/// Security assertion 32: the token of a client, whose subject is the client itself, must not be taken for a user's. Nor is one user's another's, whose id the name
/// would be.
async fn refuse_names_of_others(transaction: &Transaction, methods: &Methods) -> Result<()> {
    let names: Vec<&str> = methods.users().map(|user| user.username.as_str()).collect();
    if names.is_empty() {
        return Ok(());
    }
    let client = client_with_one_of(&**transaction, transaction.tenant(), &names).await?;
    let (taken, rule) = match client {
        Some(client) => (client, "is the id of a client"),
        None => match user::with_one_of(&**transaction, transaction.tenant(), &names).await? {
            Some(user) => (user, "is the id of a user"),
            None => return Ok(()),
        },
    };
    for (index, method) in methods.all().iter().enumerate() {
        if let Some(position) = method.users().iter().position(|user| user.username == taken) {
            let field = format!("methods[{index}].static.users[{position}].username");
            return Err(Error::invalid(field, rule));
        }
    }
    Ok(())
}

async fn client_with_one_of(connection: &impl ConnectionTrait, tenant: &str, names: &[&str]) -> Result<Option<String>> {
    let client: Option<String> = client::Entity::find()
        .select_only()
        .column(client::Column::Id)
        .filter(client::Column::TenantId.eq(tenant))
        .filter(client::Column::Id.is_in(names.iter().copied()))
        .into_tuple()
        .one(connection)
        .await?;
    if client.is_some() {
        return Ok(client);
    }
    Ok(api_client::Entity::find()
        .select_only()
        .column(api_client::Column::Id)
        .filter(api_client::Column::TenantId.eq(tenant))
        .filter(api_client::Column::Id.is_in(names.iter().copied()))
        .into_tuple()
        .one(connection)
        .await?)
}

/// [`Error::Conflict`] when a user of the tenant is called like a client that is about to be made: the other half of
/// assertion 32. The caller holds the lock of the tenant.
pub(crate) async fn refuse_name_of_user(transaction: &Transaction, client_id: &str) -> Result<()> {
    for server in authorization_server::of_tenant(&**transaction, transaction.tenant()).await? {
        if methods(&server)?.users().any(|user| user.username == client_id) {
            return Err(Error::Conflict { thing: "client", field: "id", value: client_id.to_owned() });
        }
    }
    if user::with_one_of(&**transaction, transaction.tenant(), &[client_id]).await?.is_some() {
        return Err(Error::Conflict { thing: "client", field: "id", value: client_id.to_owned() });
    }
    Ok(())
}

/// What is known of the passwords of a server's static users, by the id of the method and the name of the user.
///
/// # Errors
/// [`Error::Internal`] when the column was damaged.
pub fn password_hashes(server: &AuthorizationServer) -> Result<BTreeMap<String, BTreeMap<String, String>>> {
    let mut hashes = BTreeMap::new();
    for method in methods(server)?.all() {
        let of_method: BTreeMap<String, String> =
            method.users().iter().map(|user| (user.username.clone(), user.password_hash.clone())).collect();
        if !of_method.is_empty() {
            hashes.insert(method.id.clone(), of_method);
        }
    }
    Ok(hashes)
}

/// The servers of the transaction's tenant that have a static user of this name.
pub(crate) async fn servers_with_user(transaction: &Transaction, username: &str) -> Result<Vec<String>> {
    let mut with_user = Vec::new();
    for server in authorization_server::of_tenant(&**transaction, transaction.tenant()).await? {
        if methods(&server)?.users().any(|user| user.username == username) {
            with_user.push(server.id);
        }
    }
    Ok(with_user)
}

/// A server without the static user of this name.
pub(crate) fn without_user(server: &AuthorizationServer, username: &str) -> Result<AuthorizationServer> {
    let mut left = methods(server)?;
    for method in &mut left.0 {
        if let MethodKind::Static(settings) = &mut method.kind {
            settings.users.retain(|user| user.username != username);
        }
    }
    Ok(AuthorizationServer { authentications: serde_json::to_value(&left).map_err(Error::internal)?, ..server.clone() })
}

/// The names of all static users of a tenant.
pub(crate) async fn names_of_users(connection: &impl ConnectionTrait, tenant: &str) -> Result<HashSet<String>> {
    let mut names = HashSet::new();
    for server in authorization_server::of_tenant(connection, tenant).await? {
        names.extend(methods(&server)?.users().map(|user| user.username.clone()));
    }
    Ok(names)
}

/// The column for the audit log: no hash and no sealed secret, but a mark that tells that one of them changed.
pub(crate) fn without_secrets(authentications: &Value) -> Value {
    let mut shown = authentications.clone();
    let settings = shown.as_array_mut().into_iter().flatten().filter_map(|method| method.get_mut("settings"));
    for settings in settings {
        let users = settings.get_mut("users").and_then(Value::as_array_mut).into_iter().flatten();
        for user in users {
            mark_password(user);
        }
        mark(settings, "client_secret");
    }
    shown
}

/// Puts the beginning of a digest in the place of a secret. What it is made from is salted or has a random nonce, so nobody can try guesses.
fn mark(object: &mut Value, member: &str) {
    let Some(secret) = object.get_mut(member) else { return };
    let Some(text) = secret.as_str() else { return };
    *secret = shown_mark(password::mark(text));
}

/// A password that was hashed anew is the same: its mark stays, or the server would seem to have changed to whoever is about to change it.
fn mark_password(user: &mut Value) {
    let first = user.as_object_mut().and_then(|user| user.remove(settings::MARK));
    match first.and_then(|first| settings::read_mark(first.as_str()?)) {
        Some(first) => user["password_hash"] = shown_mark(first),
        None => mark(user, "password_hash"),
    }
}

fn shown_mark([first, second, third, fourth, ..]: [u8; password::MARK_LENGTH]) -> Value {
    json!(format!("(secret {:08x})", u32::from_be_bytes([first, second, third, fourth])))
}

fn secret_context(server: ServerKey<'_>, method_id: &str) -> String {
    format!("upstream_client_secret:{}:{}:{method_id}", server.tenant, server.id)
}

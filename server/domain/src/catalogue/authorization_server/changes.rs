//! Makes, replaces and removes servers.

use serde_json::json;

use super::details::check_secrets;
use super::{
    ADMIN, AuthorizationServer, DEFAULT, DEVELOPER, NewServer, SYSTEM, ServerChanges, SigningAlgorithm, THING,
    rotated_context, secret_context,
};
use crate::catalogue::server_key::ServerKey;
use crate::catalogue::{gateway, policy, service};
use crate::clients::client;
use crate::installation::acting::Acting;
use crate::installation::{built_in, tenant};
use crate::sign_in::authentication::{self, Methods, Replaced};
use crate::storage::row;
use crate::storage::seal::Sealed;
use crate::storage::store::Transaction;
use crate::tokens::signing_key;
use crate::{Error, Result, Store, identifier, validate};

/// Makes a server with a key that signs, the built-in services and scopes, and the usual claims.
///
/// # Errors
/// [`Error::Invalid`] for a field; [`Error::NotFound`] for an unknown tenant; [`Error::Conflict`] for an `id` that is taken;
/// [`Error::Unavailable`] without database.
pub async fn create(acting: &Acting, new: NewServer) -> Result<AuthorizationServer> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let NewServer { id, id_form, key_algorithm, secret, rotated_secrets, methods, details } = new;
    let id = id.map_or_else(|| id_form.id(store.environment()), Ok)?;
    check_id(&id)?;
    check_secrets(secret.as_deref(), &rotated_secrets)?;
    let key = ServerKey { tenant, id: &id };
    let mut server = details.apply(AuthorizationServer { key_algorithm, ..unsaid(store, key)? })?;
    if let Some(secret) = secret {
        server.secret = store.seal(&secret_context(key), secret.as_bytes())?;
    }
    server.rotated_secrets = seal_rotated(store, key, &rotated_secrets)?;
    // Before anything is locked: keys and hashes take their time.
    let methods = authentication::prepare(store, &Methods::default(), methods).await?;
    let generated = signing_key::generate(key_algorithm).await?;
    // From the very time of the row: a clock that stands still has a key that signs.
    let key = signing_key::seal(store, server.key(), 1, store.now(), generated)?;
    let catalogue = built_in::catalogue(store, server.key())?;

    let transaction = acting.begin().await?;
    tenant::lock(&transaction).await?;
    check_policies(&transaction, &server).await?;
    let server = methods.apply(&transaction, server).await?.server;
    row::insert(&transaction, &server).await?;
    if catalogue.taken_service(&transaction).await?.is_some() {
        return Err(Error::Conflict { thing: THING, field: "id", value: server.id });
    }
    catalogue.insert(&transaction).await?;
    row::insert_along(&transaction, vec![key]).await?;
    transaction.commit().await?;
    Ok(server)
}

/// Replaces everything of a server but its id, what it signs with, and what a change says to keep. Built-in ones too.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for a field; [`Error::Unavailable`] without database.
pub async fn change(acting: &Acting, id: &str, changes: ServerChanges) -> Result<Replaced> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let Some(known) = super::find(store, tenant, id).await? else { return Err(Error::not_found(THING, id)) };
    let ServerChanges { details, secret, rotated_secrets, methods } = changes;
    check_secrets(secret.as_deref(), rotated_secrets.as_deref().unwrap_or_default())?;
    let methods = match methods {
        Some(methods) => Some(authentication::prepare(store, &authentication::methods(&known)?, methods).await?),
        None => None,
    };
    let transaction = acting.begin().await?;
    tenant::lock(&transaction).await?;
    let before: AuthorizationServer = row::locked(&transaction, id).await?;
    let mut after = details.apply(before.clone())?;
    if let Some(secret) = secret {
        after.secret = store.seal(&secret_context(before.key()), secret.as_bytes())?;
    }
    if let Some(rotated) = rotated_secrets {
        after.rotated_secrets = seal_rotated(store, before.key(), &rotated)?;
    }
    check_policies(&transaction, &after).await?;
    let replaced = match methods {
        Some(methods) => methods.apply(&transaction, after).await?,
        None => Replaced { server: after, ended: Vec::new() },
    };
    row::replace(&transaction, &before, &replaced.server).await?;
    transaction.commit().await?;
    Ok(replaced)
}

/// Removes a server with its clients, services, scopes, claims, keys, and all that its users do.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] (`built_in`) for those of the system and for `default`, which Logto's dialect and the local user
/// store live on; [`Error::Unavailable`] without database.
pub async fn remove(acting: &Acting, id: &str) -> Result<()> {
    let transaction = acting.begin().await?;
    let before: AuthorizationServer = row::locked(&transaction, id).await?;
    if before.opens_control_surface() {
        return Err(Error::refused("built_in", "a built-in authorization server can't be removed"));
    }
    let clients = gateway::clients_of_server(&transaction, id).await?;
    row::remove(&transaction, &before).await?;
    // They are of the `system` server, where the database doesn't know whose they are.
    for client in clients {
        client::remove_along(&transaction, &client).await?;
    }
    transaction.commit().await
}

/// A server that nothing is said of yet, with a secret.
pub(crate) fn unsaid(store: &Store, key: ServerKey<'_>) -> Result<AuthorizationServer> {
    let secret = identifier::secret(store.environment())?;
    Ok(AuthorizationServer {
        tenant_id: key.tenant.to_owned(),
        id: key.id.to_owned(),
        name: String::new(),
        system: false,
        key_algorithm: SigningAlgorithm::default(),
        access_token_ttl: 0,
        authorization_code_ttl: 0,
        id_token_ttl: 0,
        refresh_token_ttl: 0,
        cookie_max_age: 0,
        grant_types: [].into(),
        enforce_pkce: false,
        enable_dynamic_client_registration: false,
        profiles: [].into(),
        developer_policy_id: None,
        user_policy_id: None,
        issuer_url: None,
        logo_uri: String::new(),
        authentications: json!([]),
        created_at: store.created_at(),
        secret: store.seal(&secret_context(key), secret.as_bytes())?,
        rotated_secrets: seal_rotated(store, key, &[])?,
    })
}

/// An id becomes a segment of the issuer and a part of the ids of built-in services. Those of the built-in servers mean more than others.
pub(crate) fn check_id(id: &str) -> Result<()> {
    validate::id("id", id)?;
    for of_server in [service::profile_id, service::privacy_id, service::oauth2_id] {
        validate::id("id", &of_server(id))?;
    }
    if [ADMIN, DEFAULT, DEVELOPER, SYSTEM].contains(&id) {
        return Err(Error::Conflict { thing: THING, field: "id", value: id.to_owned() });
    }
    if id.starts_with('.') {
        return Err(Error::invalid("id", "is taken by a path of the server"));
    }
    Ok(())
}

async fn check_policies(transaction: &Transaction, server: &AuthorizationServer) -> Result<()> {
    let fields = [
        ("developer_policy_id", server.developer_policy_id.as_deref()),
        ("user_policy_id", server.user_policy_id.as_deref()),
    ];
    policy::check_all(&**transaction, transaction.tenant(), fields).await
}

pub(crate) fn seal_rotated(store: &Store, server: ServerKey<'_>, rotated: &[String]) -> Result<Sealed> {
    let list = serde_json::to_vec(rotated).map_err(Error::internal)?;
    store.seal(&rotated_context(server), &list)
}

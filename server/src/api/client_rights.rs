//! Whose client is more than its administrator: one that opens the control surface, or speaks for users. Who may do only a part must not see the secret of such
//! a client, nor make, change or take one over, whatever the dialect.

use authplane_domain::Result;
use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::control_surface::may_open;
use authplane_domain::catalogue::scope::{self, Scope};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::{self, Client};
use authplane_domain::clients::role;
use authplane_domain::storage::store::Store;

use crate::caller::{Caller, Permission};

/// Could a client of this server with these scopes do something on the control surface?
///
/// # Errors
/// `Unavailable` without database.
pub async fn is_privileged(store: &Store, server: ServerKey<'_>, scopes: &[String]) -> Result<bool> {
    if authorization_server::is_of_system(store, server).await? {
        return Ok(true);
    }
    // Of the others there may be any number.
    let names: Vec<&str> = scopes.iter().map(String::as_str).filter(|name| may_open(name)).collect();
    let by_name = scope::of_server_by_name(store, server, &names).await?;
    Ok(by_name.values().any(|known| known.iter().any(Scope::opens_installation)))
}

/// Are the secrets of a client hidden from a caller who sees it? A developer's are nobody else's; others are for who may change them (`W`), and could do no more with
/// them than now. What is built in is shared by others whom the caller isn't: API clients speak through one.
///
/// # Errors
/// As of [`is_privileged`].
pub async fn hides_secrets<P, W: Permission>(store: &Store, caller: &Caller<P>, client: &Client) -> Result<bool> {
    Ok(client.developer_id.is_some()
        || !caller.may::<W>()
        || (!caller.is_full() && (client.system || may_do_more(store, client).await?)))
}

/// Could this one, or something in the name of any user?
///
/// # Errors
/// As of [`is_privileged`].
pub async fn may_do_more(store: &Store, client: &Client) -> Result<bool> {
    let speaks = client::speaks_for_users(client.trusted, &client.grant_types);
    // Also by roles that don't count at the moment: what it is can change.
    Ok(speaks
        || is_privileged(store, client.server_key(), &client.scopes).await?
        || role::opens_installation(store, &client.tenant_id, &client.roles).await?)
}

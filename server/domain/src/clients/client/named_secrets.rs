//! Secrets that somebody gives a name: an application may have several at once, each with an end of its own (Logto behaviour §11), so that none of its copies is cut off
//! while another secret goes round.
//!
//! To ACP's dialect they are rotated ones, since they hold beside the current one: it shows them, and takes them back.

use chrono::{DateTime, Utc};

use super::secrets::{self, CURRENT, ClientSecret, MOST_NAMED, Standing};
use super::{Client, ClientAuthentication, locked};
use crate::identifier::IdForm;
use crate::installation::acting::Acting;
use crate::storage::row;
use crate::{Error, Result};

/// Makes another secret for an application, which holds beside those that it has. The application, the secret, and its clear text.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] (`name`, `expiresAt`); [`Error::Conflict`] (`name`); [`Error::Refused`] (`no_secret`) for one that keeps none, or (`secrets`)
/// that has so many; [`Error::Unavailable`] without database.
pub async fn add_secret(
    acting: &Acting,
    id: &str,
    name: &str,
    ends_at: Option<DateTime<Utc>>,
) -> Result<(Client, ClientSecret, String)> {
    let (store, tenant) = (acting.store(), acting.tenant());
    let transaction = acting.begin().await?;
    let before = application(locked(&transaction, id).await?)?;
    check_name(&before, name)?;
    if before.token_endpoint_auth_method == ClientAuthentication::None {
        return Err(Error::refused("no_secret", "an application of this type keeps no secret"));
    }
    let standing = if name == CURRENT { Standing::Current } else { Standing::Rotated };
    if standing == Standing::Rotated {
        refuse_one_more(&before)?;
    }
    if ends_at.is_some_and(|ends_at| ends_at <= store.now()) {
        return Err(Error::invalid("expiresAt", "must be in the future"));
    }
    let clear = IdForm::Logto.secret(store.environment())?;
    let made =
        ClientSecret { name: name.to_owned(), standing, ends_at, ..ClientSecret::new(store, tenant, id, &clear)? };
    let mut secrets = before.secrets.clone();
    let place = secrets.iter().take_while(|secret| is_current(secret)).count();
    secrets.insert(place, made.clone());
    let after = before.clone().with_secrets(secrets);
    secrets::replace(&transaction, &before, &after).await?;
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok((after, made, clear))
}

/// Calls a secret of an application otherwise.
///
/// # Errors
/// [`Error::NotFound`] (`secret` for one that it doesn't have); [`Error::Invalid`] (`name`); [`Error::Conflict`] (`name`); [`Error::Unavailable`] without database.
pub async fn rename_secret(acting: &Acting, id: &str, name: &str, renamed: &str) -> Result<(Client, ClientSecret)> {
    let transaction = acting.begin().await?;
    let before = application(locked(&transaction, id).await?)?;
    let known = find(&before, name)?;
    if renamed == name {
        let known = known.clone();
        return Ok((before, known));
    }
    check_name(&before, renamed)?;
    if renamed == CURRENT && !is_current(known) {
        return Err(Error::invalid("name", "is kept for the secret that the application shows"));
    }
    if !is_current(known) && !known.is_named() {
        refuse_one_more(&before)?;
    }
    let changed = ClientSecret { name: renamed.to_owned(), ..known.clone() };
    let secrets = before.secrets.iter().map(|secret| if secret.name == name { &changed } else { secret });
    let after = before.clone().with_secrets(secrets.cloned().collect());
    secrets::replace(&transaction, &before, &after).await?;
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok((after, changed))
}

/// Takes a secret of an application away. The others stay, and so do tokens that were got with it.
///
/// # Errors
/// [`Error::NotFound`] (`secret` for one that it doesn't have); [`Error::Unavailable`] without database.
pub async fn remove_secret(acting: &Acting, id: &str, name: &str) -> Result<Client> {
    let transaction = acting.begin().await?;
    let before = application(locked(&transaction, id).await?)?;
    find(&before, name)?;
    let kept = before.secrets.iter().filter(|secret| secret.name != name).cloned().collect();
    let after = before.clone().with_secrets(kept);
    secrets::replace(&transaction, &before, &after).await?;
    row::replace(&transaction, &before, &after).await?;
    transaction.commit().await?;
    Ok(after)
}

fn is_current(secret: &ClientSecret) -> bool {
    secret.standing == Standing::Current
}

/// Each that is there is compared with what a request presents: there can't be any number of them.
fn refuse_one_more(client: &Client) -> Result<()> {
    let named = client.secrets.iter().filter(|secret| !is_current(secret) && secret.is_named()).count();
    if named < MOST_NAMED {
        return Ok(());
    }
    let message = format!("an application may have {MOST_NAMED} secrets with names, beside the one that it shows");
    Err(Error::refused("secrets", message))
}

fn application(client: Client) -> Result<Client> {
    if client.is_application() { Ok(client) } else { Err(Error::not_found("client", client.id)) }
}

fn find<'c>(client: &'c Client, name: &str) -> Result<&'c ClientSecret> {
    let found = client.secrets.iter().find(|secret| secret.name == name);
    found.ok_or_else(|| Error::not_found("secret", name))
}

fn check_name(client: &Client, name: &str) -> Result<()> {
    secrets::check_secret_name(name)?;
    // The first has it again where there is none that the application shows.
    let is_the_first = name == CURRENT && client.current_secret().is_some();
    if is_the_first || client.secrets.iter().any(|secret| secret.name == name) {
        return Err(Error::Conflict { thing: "secret", field: "name", value: name.to_owned() });
    }
    Ok(())
}

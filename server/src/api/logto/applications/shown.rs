//! Applications as a caller sees them: with their secrets, or without.

use authplane_domain::Error as DomainError;
use authplane_domain::clients::client::{self, Client};

use super::change::Write;
use super::representation::Application;
use crate::api::client_rights::hides_secrets;
use crate::caller::Caller;
use crate::context::Context;
use crate::log::Level;

/// Those of a list.
pub(in crate::api::logto) async fn all<P>(
    context: &Context,
    caller: &Caller<P>,
    found: &[Client],
) -> Result<Vec<Application>, DomainError> {
    let mut items = Vec::with_capacity(found.len());
    for item in found {
        items.push(shown(context, caller, item).await.or_else(|error| without_secret(context, item, &error))?);
    }
    Ok(items)
}

/// The application, with the secret where the caller may see it.
pub(super) async fn shown<P>(
    context: &Context,
    caller: &Caller<P>,
    found: &Client,
) -> Result<Application, DomainError> {
    let is_hidden = is_hidden(context, caller, found).await?;
    let secret = if is_hidden { None } else { client::open_secret(&context.store, found)? };
    Ok(Application::of(found, secret, is_hidden))
}

/// Are its secrets hidden from the caller?
pub(super) async fn is_hidden<P>(context: &Context, caller: &Caller<P>, found: &Client) -> Result<bool, DomainError> {
    hides_secrets::<_, Write>(&context.store, caller, found).await
}

/// As a list shows one whose secret can't be opened: what is wrong with one row doesn't hide the others.
fn without_secret(context: &Context, found: &Client, error: &DomainError) -> Result<Application, DomainError> {
    if let DomainError::Unavailable(cause) = error {
        return Err(DomainError::Unavailable(cause.clone()));
    }
    let details = [("client", found.id.as_str().into()), ("error", error.to_string().into())];
    context.log.event(context.now(), Level::Error, "the secret of a client can't be opened", &details);
    Ok(Application::of(found, None, true))
}

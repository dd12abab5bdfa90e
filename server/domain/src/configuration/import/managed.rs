//! What a dump names: of which kinds it has lists, and which rows are in them.

use std::collections::{HashMap, HashSet};

use crate::configuration::thing::Kind;
use crate::configuration::wanted::{Entry, Wanted};
use crate::{Error, Result};

/// Where the first row of a dump stands.
pub(super) fn first_place(wanted: &Wanted) -> Option<String> {
    fn first<T>(entries: Option<&Vec<Entry<T>>>) -> Option<String> {
        entries?.first().map(|entry| entry.at.clone())
    }
    let Wanted {
        tenant: _,
        policies,
        consents,
        consent_actions,
        servers,
        services,
        scopes,
        scope_lists: _,
        clients,
        gateways,
        claims,
        apis,
        roles,
        api_clients,
        is_complete: _,
    } = wanted;
    first(policies.as_ref())
        .or_else(|| first(consents.as_ref()))
        .or_else(|| first(consent_actions.as_ref()))
        .or_else(|| first(servers.as_ref()))
        .or_else(|| first(services.as_ref()))
        .or_else(|| first(scopes.as_ref()))
        .or_else(|| first(clients.as_ref()))
        .or_else(|| first(gateways.as_ref()))
        .or_else(|| first(claims.as_ref()))
        .or_else(|| first(apis.as_ref()))
        .or_else(|| first(roles.as_ref()))
        .or_else(|| first(api_clients.as_ref()))
}

/// The ids that a dump names, by kind; `None` for a kind that it says nothing about.
pub(super) type Managed = HashMap<Kind, Option<HashSet<String>>>;

/// # Errors
/// [`Error::Invalid`] for an id that stands twice.
pub(super) fn managed(wanted: &Wanted) -> Result<Managed> {
    fn ids<T>(entries: Option<&[Entry<T>]>, member: &str) -> Result<Option<HashSet<String>>> {
        let Some(entries) = entries else { return Ok(None) };
        let mut ids = HashSet::with_capacity(entries.len());
        for entry in entries {
            if entry.id.is_empty() {
                return Err(Error::invalid(format!("{}/{member}", entry.at), "is required"));
            }
            if !ids.insert(entry.id.clone()) {
                return Err(Error::invalid(format!("{}/{member}", entry.at), format!("{:?} stands twice", entry.id)));
            }
        }
        Ok(Some(ids))
    }
    let Wanted {
        tenant: _,
        policies,
        consents,
        consent_actions,
        servers,
        services,
        scopes,
        scope_lists: _,
        clients,
        gateways,
        claims,
        apis,
        roles,
        api_clients,
        is_complete: _,
    } = wanted;
    // Those of services that the dump lacks go with these.
    let scopes_in =
        Some(scopes.as_ref().map_or(&[][..], Vec::as_slice)).filter(|_| scopes.is_some() || services.is_some());
    Ok(HashMap::from([
        (Kind::Policy, ids(policies.as_deref(), "id")?),
        (Kind::Consent, ids(consents.as_deref(), "id")?),
        (Kind::ConsentAction, ids(consent_actions.as_deref(), "id")?),
        (Kind::Server, ids(servers.as_deref(), "id")?),
        (Kind::Service, ids(services.as_deref(), "id")?),
        (Kind::Scope, ids(scopes_in, "id")?),
        (Kind::Client, ids(clients.as_deref(), "client_id")?),
        (Kind::Gateway, ids(gateways.as_deref(), "id")?),
        (Kind::Claim, ids(claims.as_deref(), "id")?),
        (Kind::Api, ids(apis.as_deref(), "id")?),
        (Kind::Role, ids(roles.as_deref(), "id")?),
        (Kind::ApiClient, ids(api_clients.as_deref(), "id")?),
    ]))
}

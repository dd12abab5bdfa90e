//! For which services an access token is (RFC 8707 §2, RFC 9068 §4).

use authplane_domain::Result;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::{authorization_server, service};
use authplane_domain::storage::cache::Freshness;

use super::verify::Verified;
use crate::context::Shared;

/// Is a token of this server for this service of it? One that was aimed at resources, or at the tenant's default resource, is for those alone, whatever its scopes are
/// called; one that was aimed at nothing, as ACP's are, is for all services of its server.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn is_for(context: &Shared, server: ServerKey<'_>, verified: &Verified, service_id: &str) -> Result<bool> {
    let store = &context.store;
    // All tokens of the system's servers are for the control plane, whatever else they are for.
    let is_of_system =
        authorization_server::find(store, server.tenant, server.id).await?.is_some_and(|found| found.system);
    let client = &verified.client.client;
    let mut is_aimed = false;
    for audience in &verified.claims.aud {
        if is_of_system && *audience == context.origin().control {
            continue;
        }
        match service::find_by_indicator(store, Freshness::Notified, server.tenant, audience).await? {
            Some(found) if found.id == service_id && found.server_id == server.id => return Ok(true),
            Some(_) => is_aimed = true,
            // Neither the client itself nor what it is registered for: a resource that is called otherwise by now.
            None => is_aimed |= *audience != client.id && !client.audience.0.contains(audience),
        }
    }
    Ok(!is_aimed)
}

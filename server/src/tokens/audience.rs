//! For which services an access token is (RFC 8707 §2, RFC 9068 §4).

use authplane_domain::Result;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::catalogue::{authorization_server, service};
use authplane_domain::storage::cache::Freshness;

use super::verify::Verified;
use crate::context::Shared;

/// For which services of its server a token is. One that was aimed at resources, or at the tenant's default resource, is for those alone, whatever its scopes are
/// called; one that was aimed at nothing, as ACP's are, is for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// For all.
    All,
    /// For these alone, by their ids. None where the resource isn't there any more.
    These(Vec<String>),
}

impl Aim {
    /// Is it for this one?
    #[must_use]
    pub fn includes(&self, service_id: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(services) => services.iter().any(|service| service == service_id),
        }
    }
}

/// For which services of this server a token of it is.
///
/// # Errors
/// [`authplane_domain::Error::Unavailable`] without database.
pub async fn of(context: &Shared, server: ServerKey<'_>, verified: &Verified) -> Result<Aim> {
    let store = &context.store;
    // All tokens of the system's servers are for the control plane, whatever else they are for.
    let is_of_system =
        authorization_server::find(store, server.tenant, server.id).await?.is_some_and(|found| found.system);
    let client = &verified.client.client;
    let mut services = Vec::new();
    let mut is_aimed = false;
    for audience in &verified.claims.aud {
        if is_of_system && *audience == context.origin().control {
            continue;
        }
        match service::find_by_indicator(store, Freshness::Notified, server.tenant, audience).await? {
            Some(found) => {
                is_aimed = true;
                if found.server_id == server.id {
                    services.push(found.id.clone());
                }
            }
            // Neither the client itself nor what it is registered for: a resource that is called otherwise by now.
            None => is_aimed |= *audience != client.id && !client.audience.0.contains(audience),
        }
    }
    Ok(if is_aimed { Aim::These(services) } else { Aim::All })
}

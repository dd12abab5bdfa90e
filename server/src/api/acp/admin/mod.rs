//! The admin API of a tenant: `/api/admin/{tid}/…`. Its callers hold tokens of the tenant's `admin` server.

pub mod actions;
pub mod apis;
pub mod audit_events;
pub mod claims;
pub mod clients;
pub mod consents;
pub mod environment;
pub mod events;
pub mod gateways;
pub mod policies;
pub mod scopes;
pub mod servers;
pub mod services;
pub mod tenant;

use authplane_domain::Error as DomainError;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::context::Context;
use crate::edge::Surface;

/// How often a change is made up anew because somebody else changed the thing meanwhile.
pub(super) const TRIES: usize = 3;

pub(super) fn register(surface: &mut Surface<Context>) {
    tenant::register(surface);
    servers::register(surface);
    services::register(surface);
    apis::register(surface);
    scopes::register(surface);
    claims::register(surface);
    policies::register(surface);
    clients::register(surface);
    gateways::register(surface);
    consents::register(surface);
    actions::register(surface);
    events::register(surface);
    environment::register(surface);
    audit_events::register(surface);
}

/// The path of a tenant.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct TenantPath {
    /// Tenant.
    pub tid: String,
}

/// The path of an authorization server.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ServerPath {
    /// Tenant.
    pub tid: String,
    /// Authorization server.
    pub aid: String,
}

/// An empty text means the same as none.
pub(super) fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}

/// What a creation can't do without.
pub(crate) fn required(field: &'static str, text: Option<String>) -> Result<String, DomainError> {
    filled(text).ok_or_else(|| DomainError::invalid(field, "is required"))
}

//! Cloudentity ACP.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

// Requests name it by this module.
use super::Client;

mod actions;
mod apis;
mod audit_events;
mod claims;
mod clients;
mod configuration;
mod consents;
mod developer;
mod gateways;
mod logins;
mod policies;
mod probes;
mod scopes;
mod servers;
mod services;
mod tenants;
pub mod types;

pub mod builder {
    pub use super::actions::*;
    pub use super::apis::*;
    pub use super::audit_events::*;
    pub use super::claims::*;
    pub use super::clients::*;
    pub use super::configuration::*;
    pub use super::consents::*;
    pub use super::developer::*;
    pub use super::gateways::*;
    pub use super::logins::*;
    pub use super::policies::*;
    pub use super::probes::*;
    pub use super::scopes::*;
    pub use super::servers::*;
    pub use super::services::*;
    pub use super::tenants::*;
}

//! PrivX local user store.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

// Requests name it by this module.
use super::Client;

mod api_clients;
pub mod types;

pub mod builder {
    pub use super::api_clients::*;
}

//! OAuth 2 and OpenID Connect.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

// Requests name it by this module.
use super::Client;

mod discovery;
mod oauth;
pub mod types;

pub mod builder {
    pub use super::discovery::*;
    pub use super::oauth::*;
}

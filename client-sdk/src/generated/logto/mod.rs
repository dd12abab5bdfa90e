//! Logto.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

// Requests name it by this module.
use super::Client;

mod applications;
mod resources;
mod roles;
mod users;
pub mod types;

pub mod builder {
    pub use super::applications::*;
    pub use super::resources::*;
    pub use super::roles::*;
    pub use super::users::*;
}

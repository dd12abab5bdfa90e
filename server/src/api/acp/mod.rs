//! Cloudentity ACP 1.1: `/api/admin/{tid}/…`, `/api/developer/{tid}/…` and `/api/system/…`, a file for each resource, which its folder registers.

pub mod admin;
pub mod alive;
pub mod consent_grants;
pub mod developer;
pub mod error;
mod go_time;
mod in_parts;
pub mod ledger_events;
mod long_body;
pub mod public;
pub mod system;

use error::AcpError;

use crate::context::Context;
use crate::edge::{Dialect, Surface};

/// How this dialect refuses.
pub const DIALECT: Dialect = Dialect::of::<AcpError>(&["/api/admin", "/api/developer", "/api/system"]);

/// All operations of the dialect.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT);
    admin::register(&mut surface);
    developer::register(&mut surface);
    system::register(&mut surface);
    surface
}

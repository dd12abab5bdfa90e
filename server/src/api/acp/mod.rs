//! Cloudentity ACP 1.1: `/api/admin/{tid}/…` and `/api/system/{tid}/…`, one file per resource.

pub mod admin;
pub mod error;
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
    admin::claims::register(&mut surface);
    admin::policies::register(&mut surface);
    admin::servers::register(&mut surface);
    admin::clients::register(&mut surface);
    admin::scopes::register(&mut surface);
    admin::services::register(&mut surface);
    system::logins::register(&mut surface);
    system::scope_grants::register(&mut surface);
    surface
}

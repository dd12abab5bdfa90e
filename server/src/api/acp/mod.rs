//! Cloudentity ACP 1.1: `/api/admin/{tid}/…`, one file per resource.

pub mod admin;
pub mod error;

use crate::context::Context;
use crate::edge::{Dialect, Surface};
use error::AcpError;

/// How this dialect refuses.
pub const DIALECT: Dialect = Dialect::of::<AcpError>(&["/api/admin", "/api/developer", "/api/system"]);

/// All operations of the dialect.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT);
    admin::clients::register(&mut surface);
    admin::scopes::register(&mut surface);
    admin::services::register(&mut surface);
    surface
}

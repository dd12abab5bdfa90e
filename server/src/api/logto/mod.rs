//! Logto's management API: `/api/resources…`, `/api/applications…`, `/api/roles…`, `/api/users…`. The tenant is the token's; a Logto thing is one of the tenant's default authorization server.

mod applications;
pub mod error;
mod nullable;
pub mod paging;
pub mod resources;
mod roles;
pub mod search;
mod users;

use error::LogtoError;

use crate::context::Context;
use crate::edge::{Dialect, Surface};

/// How this dialect refuses. Its answers to GET carry entity tags.
pub const DIALECT: Dialect =
    Dialect::of::<LogtoError>(&["/api/resources", "/api/applications", "/api/roles", "/api/users"])
        .with_entity_tags()
        .with_json_media_type("application/json; charset=utf-8");

/// All operations of the dialect.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT);
    resources::register(&mut surface);
    applications::register(&mut surface);
    roles::register(&mut surface);
    users::register(&mut surface);
    surface
}

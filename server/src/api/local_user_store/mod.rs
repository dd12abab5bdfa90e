//! The local user store (PrivX): `/local-user-store/api/v1/…`. The tenant is the token's.

pub mod api_clients;
pub mod error;

use error::LocalUserStoreError;

use crate::context::Context;
use crate::edge::{Dialect, Surface};

/// How this dialect refuses.
pub const DIALECT: Dialect = Dialect::of::<LocalUserStoreError>(&["/local-user-store"]);

/// All operations of the dialect.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT);
    api_clients::register(&mut surface);
    surface
}

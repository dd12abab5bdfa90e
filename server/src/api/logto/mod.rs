//! Logto's management API: `/api/resources…`. The tenant is the token's; a Logto thing is one of the tenant's default authorization server.

pub mod error;
pub mod paging;
pub mod resources;
pub mod search;

use crate::context::Context;
use crate::edge::{Answer, Dialect, Surface};
use error::LogtoError;
use http::StatusCode;
use serde::Serialize;

/// How this dialect refuses. Its answers to GET carry entity tags.
pub const DIALECT: Dialect = Dialect::of::<LogtoError>(&["/api/resources", "/api/applications"]).with_entity_tags();

/// All operations of the dialect.
#[must_use]
pub fn surface() -> Surface<Context> {
    let mut surface = Surface::new(DIALECT);
    resources::register(&mut surface);
    surface
}

/// A JSON answer with the media type that Logto sends, to the letter.
fn json(status: StatusCode, value: &impl Serialize) -> Result<Answer, LogtoError> {
    let bytes = serde_json::to_vec(value).map_err(authplane_domain::Error::internal)?;
    Ok(Answer::bytes(status, "application/json; charset=utf-8", bytes))
}

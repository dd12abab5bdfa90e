//! Logto's management API.

pub(super) mod resources;

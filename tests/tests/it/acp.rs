//! Cloudentity ACP 1.1.

pub(super) mod admin;
mod go_values;
pub(super) mod public;
pub(super) mod system;

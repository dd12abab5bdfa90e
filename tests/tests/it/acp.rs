//! Cloudentity ACP 1.1.

pub(super) mod admin;
pub(super) mod alive;
pub(super) mod developer;
mod go_values;
pub(super) mod public;
pub(super) mod system;

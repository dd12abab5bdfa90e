//! Cloudentity ACP 1.1.

pub(super) mod admin;
pub(super) mod public;
pub(super) mod system;

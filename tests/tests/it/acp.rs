//! Cloudentity ACP 1.1.

mod admin;
mod system;

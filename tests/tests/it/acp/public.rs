//! ACP's public API: what users themselves may ask.

pub(in crate::it) mod client_access;

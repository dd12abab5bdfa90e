//! ACP's public API below each issuer `/{tid}/{aid}`.

pub mod client_access;
pub mod privacy;

//! What tokens come from, are signed with, and end by.

pub mod assertion;
pub mod authorization_grant;
pub mod revoked_token;
pub mod signing_key;

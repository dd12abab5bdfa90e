//! What goes into a token: for whom it is, what it says, and which rules it keeps.

pub mod audience;
pub mod authentication_context;
pub mod claims;
pub mod derived_keys;
pub mod profile;
pub mod standard_claims;
pub mod subject;
pub mod user_tokens;

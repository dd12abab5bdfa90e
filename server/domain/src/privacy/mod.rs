//! What a tenant asks its users to agree to beyond the scopes of its clients, and what they consented to and took back: kept so that it can be proved, and so that
//! what is somebody's own can be forgotten all the same.

pub mod canonical_json;
pub mod consent;
pub mod consent_action;
pub mod consent_grant;
pub mod erasure;
pub mod ledger;

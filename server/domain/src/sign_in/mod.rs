//! Users on their way in: how they sign in, what waits for them, and what they are remembered by.

pub mod attempt;
pub mod authentication;
pub mod consent;
pub mod device_authorization;
pub mod known_device;
pub mod login_request;
pub mod person;
pub mod scope_grant;
pub mod session;
pub mod sign_out;
pub mod subject;
pub mod trail;
pub mod user;

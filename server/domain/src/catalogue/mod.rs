//! What an authorization server offers: services with their scopes, claims, and the policies that decide.

pub mod api;
pub mod authorization_server;
pub mod claim;
pub mod control_surface;
pub mod gateway;
pub mod policy;
pub mod scope;
pub mod server_key;
pub mod service;
pub mod specification;

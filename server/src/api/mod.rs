//! The control surface: what administrators and services call. URL = folder, resource = file.

pub mod acp;
pub mod client_rights;
mod error_example;
pub mod local_user_store;
pub mod logto;
pub mod patch;

//! One file per grant: what a client has to show besides itself, and what it gets.

pub mod client_credentials;
pub mod password;

//! Who the client is: what it shows, how it proves it, with which keys, and what it shares with others.

pub mod assertion;
pub mod authentication;
pub mod credentials;
pub mod keys;
pub mod sector_identifier;

//! Who the client is: how it proves it, with which keys, and what it shares with others.

pub mod authentication;
pub mod keys;
pub mod sector_identifier;

//! Where rows are kept, and how they are found again.

pub mod cache;
pub(crate) mod expiring;
pub mod in_parts;
pub(crate) mod links;
pub(crate) mod migration;
pub mod page;
pub(crate) mod parts;
pub mod row;
pub mod seal;
pub mod search;
pub mod store;
pub mod string_list;
pub mod unreadable;
pub(crate) mod written_json;

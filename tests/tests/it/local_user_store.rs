//! The local user store (`PrivX`).

pub(super) mod api_clients;

use crate::it::nets::Row;

/// The rows of each file.
pub(in crate::it) const OPERATIONS: &[&[Row]] = &[api_clients::OPERATIONS];

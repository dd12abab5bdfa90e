//! ACP's public API: what users themselves may ask.

pub(in crate::it) mod client_access;

use crate::it::nets::Row;

/// The rows of each file.
pub(in crate::it) const OPERATIONS: &[&[Row]] = &[client_access::OPERATIONS];

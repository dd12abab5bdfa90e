//! ACP's public API: what users themselves may ask.

pub(in crate::it) mod client_access;
pub(in crate::it) mod privacy;

use crate::it::nets::Row;

/// The rows of each file.
pub(in crate::it) const OPERATIONS: &[&[Row]] = &[client_access::OPERATIONS, privacy::OPERATIONS];

//! Logto's management API.

mod paging;
pub(super) mod resources;

use crate::it::nets::Row;

/// The rows of each file.
pub(in crate::it) const OPERATIONS: &[&[Row]] = &[resources::OPERATIONS, resources::scopes::OPERATIONS];

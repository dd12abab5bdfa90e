//! Logto's management API.

mod applications;
mod paging;
pub(super) mod resources;
pub(super) mod roles;
pub(super) mod users;

use crate::it::nets::Row;

/// The rows of each file.
pub(in crate::it) const OPERATIONS: &[&[Row]] = &[
    applications::OPERATIONS,
    applications::custom_data::OPERATIONS,
    applications::secrets::OPERATIONS,
    roles::OPERATIONS,
    roles::applications::OPERATIONS,
    roles::scopes::OPERATIONS,
    users::OPERATIONS,
    resources::OPERATIONS,
    resources::scopes::OPERATIONS,
];

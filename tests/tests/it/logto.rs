//! Logto's management API.

mod paging;
pub(super) mod resources;

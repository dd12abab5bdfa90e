//! Logto's management API.

mod resources;

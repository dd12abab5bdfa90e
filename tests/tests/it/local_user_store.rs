//! The local user store (`PrivX`).

pub(super) mod api_clients;

//! The local user store (`PrivX`).

mod api_clients;

//! Who asks for tokens, and what they may ask for.

pub mod api_client;
pub mod application;
pub mod client;
pub mod redirect_uri;
pub mod role;

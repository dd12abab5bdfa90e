//! One file per grant: what a client has to show besides itself, and what it gets. The [`pipeline`] is what all of them go through.

pub mod api_client;
pub mod authorization_code;
pub mod client_credentials;
pub mod device_code;
pub mod jwt_bearer;
pub mod password;
pub mod pipeline;
pub mod refresh_token;
pub mod token_exchange;

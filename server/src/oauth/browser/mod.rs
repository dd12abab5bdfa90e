//! What has to do with a user's browser: cookies, pages that refuse, scripts of other origins, and tokens that come back as hints.

pub mod consent_permit;
pub mod cookies;
pub(crate) mod cors;
pub mod cross_site;
pub mod id_token_hint;
pub mod page_error;

//! Pages for people.
//!
//! | page | file |
//! |---|---|
//! | sign in, and choose how | [`sign_in`], [`choose_method`] |
//! | what an application may do | [`consent`] |
//! | what else users are to consent to, alone and on other pages | [`agreement`], [`missing_consent`] |
//! | a device asks (RFC 8628) | [`device`] |
//! | sign out, and tell the applications of it | [`sign_out`], [`frontchannel_logout`] |
//! | an answer that a browser carries to the application | [`form_post`] |
//! | what a user gave, and where they are signed in | [`account`] |
//! | what went wrong | [`error`] |
//! | the API reference | [`reference`] |
//!
//! Each page is a struct of what it shows, with a `render`. It knows nothing of requests: paths and hidden fields are given to it. [`layout`] is what the
//! pages share, headers among it; [`language`] and [`texts`] are their words, [`style`] their looks, `address` what may become a link.
//!
//! The markup is in `server/templates`, compiled in, and escapes whatever is written into it. No page needs a script.

pub mod account;
mod address;
pub mod agreement;
pub mod choose_method;
pub mod consent;
pub mod device;
pub mod error;
pub mod form_post;
pub mod frontchannel_logout;
pub mod language;
pub mod layout;
pub mod missing_consent;
pub mod reference;
pub mod sign_in;
pub mod sign_out;
pub mod style;
pub mod texts;

pub use language::Language;
pub use layout::{Frame, Party};

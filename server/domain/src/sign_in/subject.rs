//! What users are called, so that those of different sign-in methods are different users, and none is a client.
//!
//! | method | subject |
//! |---|---|
//! | static users | the name |
//! | another provider | a digest of method, issuer and the subject there, in base64url |
//! | a custom page | `{method}/{what the page calls them}` |
//!
//! Ids of methods and of clients have no slash, and names that are given have none either, nor the form of a digest: so no two of them meet
//! at a server. A method with another id has other users. Who is called so at several servers of a tenant is told apart by [`person`](crate::sign_in::person).

use crate::sign_in::session::Authentication;

/// What no id has.
const SLASH: char = '/';
/// SHA-256 in base64url, without padding.
const DIGEST_LENGTH: usize = 43;

/// The longest subject, in bytes (OpenID Connect Core §2).
pub const LENGTH: usize = 255;

/// The subject of whom the page of a custom method calls so.
#[must_use]
pub fn of_page(method_id: &str, called: &str) -> String {
    format!("{method_id}{SLASH}{called}")
}

/// What the page of the method called them; `None` for a subject that isn't of this method's users.
#[must_use]
pub fn called_by_page<'a>(method_id: &str, subject: &'a str) -> Option<&'a str> {
    subject.strip_prefix(method_id)?.strip_prefix(SLASH)
}

/// As people know them, where nothing else is known: without the method.
#[must_use]
pub fn shown(authentication: &Authentication) -> &str {
    let Authentication { subject, method_id, .. } = authentication;
    called_by_page(method_id, subject).unwrap_or(subject)
}

/// Could it be the subject of a user of a custom page or of another provider? Nobody and nothing else is given such a name.
pub(crate) fn is_reserved(name: &str) -> bool {
    name.contains(SLASH) || is_digest(name)
}

/// Could it be that of another provider's user?
pub(crate) fn is_digest(name: &str) -> bool {
    name.len() == DIGEST_LENGTH && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

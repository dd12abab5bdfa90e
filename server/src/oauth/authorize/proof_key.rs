//! Proof Key for Code Exchange (RFC 7636), with S256 alone: `plain` proves nothing to whoever saw the request (RFC 9700 §2.1.1).

use authplane_domain::identifier;
use aws_lc_rs::constant_time::verify_slices_are_equal;

use crate::oauth::error::OAuthError;

/// The one method.
pub const METHOD: &str = "S256";
/// Length of the challenge: a SHA-256 in base64url.
const CHALLENGE_LENGTH: usize = 43;
/// RFC 7636 §4.1.
const VERIFIER_LENGTH: std::ops::RangeInclusive<usize> = 43..=128;

/// Can this be a challenge of S256?
#[must_use]
pub fn is_challenge(challenge: &str) -> bool {
    challenge.len() == CHALLENGE_LENGTH
        && challenge.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Does the verifier of the token request belong to the challenge of the authorization request? One without the other is as wrong as two that don't fit:
/// else a challenge could be taken away or added on the way (RFC 9700 §4.8.2).
///
/// # Errors
/// `invalid_grant`.
pub fn check(challenge: Option<&str>, verifier: Option<&str>) -> Result<(), OAuthError> {
    let fits = match (challenge, verifier) {
        (None, None) => true,
        (Some(challenge), Some(verifier)) => is_verifier(verifier) && is_made_of(challenge, verifier),
        _ => false,
    };
    if fits { Ok(()) } else { Err(OAuthError::invalid_grant("code_verifier does not fit the authorization request")) }
}

fn is_verifier(verifier: &str) -> bool {
    VERIFIER_LENGTH.contains(&verifier.len())
        && verifier.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~'))
}

/// RFC 7636 §4.6.
fn is_made_of(challenge: &str, verifier: &str) -> bool {
    verify_slices_are_equal(challenge.as_bytes(), identifier::digest(verifier).as_bytes()).is_ok()
}

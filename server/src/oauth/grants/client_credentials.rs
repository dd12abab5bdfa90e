//! `grant_type=client_credentials` (RFC 6749 §4.4): the client acts for itself, and shows nothing besides.

use crate::oauth::error::OAuthError;
use crate::oauth::grants::pipeline::{Asked, Grant, Subject, TokenCall};
use crate::oauth::issue::audience::{Target, Whose};

/// The value of `grant_type`.
pub const NAME: &str = "client_credentials";

/// Nothing besides the client's own credential.
pub(crate) struct Proof;

impl Grant for Proof {
    /// RFC 6749 §4.4: confidential clients only.
    const PUBLIC_CLIENTS: bool = false;

    async fn prove(_: &TokenCall<'_>) -> Result<Self, OAuthError> {
        Ok(Self)
    }

    fn asked<'s>(&'s self, call: &TokenCall<'s>) -> Result<Asked<'s>, OAuthError> {
        Ok(call.asked(Whose::Client))
    }

    async fn subject<'s>(&'s self, _: &TokenCall<'s>, _: &Target<'_>) -> Result<Subject<'s>, OAuthError> {
        Ok(Subject::Client)
    }

    async fn claim(&self, _: &TokenCall<'_>) -> Result<Option<String>, OAuthError> {
        Ok(None)
    }
}

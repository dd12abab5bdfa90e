//! Why a request didn't reach its handler, or didn't get out of it.

use std::borrow::Cow;

use super::Answer;

/// Refused by the edge, in no dialect's words yet: each dialect turns it into its own body and status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// A variable of the path isn't text that any identifier could be (not UTF-8, or with a NUL).
    Path {
        /// Name of the variable.
        field: Cow<'static, str>,
        /// What is wrong with it.
        message: String,
    },
    /// A query parameter is malformed, repeated where it must not be, or out of range.
    Query {
        /// Name of the parameter.
        field: String,
        /// What is wrong with it.
        message: String,
    },
    /// The body can't be parsed at all.
    Malformed {
        /// What the parser said.
        message: String,
    },
    /// The body is well-formed, but a field has the wrong type, or a required one is missing.
    Field {
        /// Path of the field, dots between names; empty for the body itself.
        field: String,
        /// What is wrong with it.
        message: String,
        /// The field is required and absent.
        missing: bool,
    },
    /// The body's media type isn't taken here.
    UnsupportedMediaType {
        /// The media type that is taken.
        expected: &'static str,
    },
    /// The body is larger than the operation takes.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// No such path.
    NotFound,
    /// The path exists, the method doesn't.
    MethodNotAllowed {
        /// The methods that do, as the `Allow` header wants them.
        allow: String,
    },
    /// The operation needs a credential, and there is none that holds.
    Unauthenticated(Unauthenticated),
    /// The credential holds, but isn't enough.
    Forbidden {
        /// The scopes of which one would have been enough; may be empty.
        scopes: Vec<&'static str>,
    },
    /// The deadline passed before the handler answered.
    Deadline,
    /// The deadline passed before the body was there (RFC 9110 §15.5.9).
    SlowBody,
    /// The database can't be reached.
    Unavailable,
    /// A panic, or something else that the caller can't mend.
    Internal,
}

/// What was wrong with the credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unauthenticated {
    /// No `Authorization` header.
    Missing,
    /// A scheme other than `Bearer`.
    Scheme,
    /// Malformed, not signed by us, expired, revoked, of another issuer, audience or type.
    Invalid,
}

impl Rejection {
    /// A problem with one field of a body.
    pub fn field(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Field { field: field.into(), message: message.into(), missing: false }
    }

    /// A query parameter that can't be taken.
    pub fn query(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Query { field: field.into(), message: message.into() }
    }
}

/// The error type of a dialect: its schema is in the document, its conversion from [`Rejection`] decides statuses and wording.
pub trait DialectError: From<Rejection> + dropshot::HttpResponseError + Send + Sync + 'static {
    /// The answer in the dialect's shape. `request_id` may be shown to the caller.
    fn into_answer(self, request_id: &str) -> Answer;
}

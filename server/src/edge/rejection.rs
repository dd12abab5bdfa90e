//! Why a request didn't reach its handler, or didn't get out of it.

use std::borrow::Cow;

use http::StatusCode;
use http::request::Parts;

use super::answer::Answer;

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
    /// A header can't be taken.
    Header {
        /// Name of the header.
        name: &'static str,
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
    /// The thing isn't what the caller's `If-Match` says (RFC 9110 §15.5.13).
    PreconditionFailed,
    /// The caller's idempotency key stands for another request.
    IdempotencyKeyReused,
    /// The deadline passed before the handler answered.
    Deadline,
    /// The deadline passed before the body was there (RFC 9110 §15.5.9).
    SlowBody,
    /// The database can't be reached, or something else is wanting for now.
    Unavailable {
        /// What, for the log alone.
        cause: String,
    },
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

    /// Something is wanting for now; the text is for the log.
    pub fn unavailable(cause: impl Into<String>) -> Self {
        Self::Unavailable { cause: cause.into() }
    }

    /// What the edge refuses with this status, for the document.
    #[must_use]
    pub fn example(status: StatusCode) -> Option<Self> {
        Some(match status {
            StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => Self::field("name", "must not be empty"),
            StatusCode::UNAUTHORIZED => Self::Unauthenticated(Unauthenticated::Invalid),
            StatusCode::FORBIDDEN => Self::Forbidden { scopes: Vec::new() },
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::PRECONDITION_FAILED => Self::PreconditionFailed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge { limit: 1024 * 1024 },
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMediaType { expected: "application/json" },
            StatusCode::INTERNAL_SERVER_ERROR => Self::Internal,
            StatusCode::SERVICE_UNAVAILABLE => Self::unavailable("an example"),
            _ => return None,
        })
    }

    /// A query parameter that can't be taken.
    pub fn query(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Query { field: field.into(), message: message.into() }
    }
}

/// The error statuses that the document declares for an operation; none where no operation was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared(Vec<u16>);

impl Declared {
    pub(super) fn new(mut statuses: Vec<u16>) -> Self {
        statuses.sort_unstable();
        statuses.dedup();
        Self(statuses)
    }

    /// The statuses in ascending order.
    #[must_use]
    pub fn statuses(&self) -> &[u16] {
        &self.0
    }

    /// The first of a row of statuses that the operation declares. An operation that declares none of them gets the usual one, the row's first; the answer then
    /// contradicts the document, which the tests' observer reports.
    #[must_use]
    pub fn first_of(&self, row: &[StatusCode]) -> StatusCode {
        let declared = row.iter().find(|status| self.0.binary_search(&status.as_u16()).is_ok());
        declared.or(row.first()).copied().unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// What an error is written for.
#[derive(Clone, Copy, Debug)]
pub struct ErrorContext<'a> {
    /// Identifies the request; it may be shown to the caller.
    pub request_id: &'a str,
    /// Method, target and headers of the request.
    pub head: &'a Parts,
    /// What the operation declares.
    pub declared: &'a Declared,
}

/// The error type of a dialect: its schema is in the document, its conversion from [`Rejection`] decides wording and kind, and [`Self::into_answer`] the status.
pub trait DialectError: Sized + From<Rejection> + dropshot::HttpResponseError + Send + Sync + 'static {
    /// Something that the dialect tells with this status, for the document; `None` where it has nothing of the kind.
    #[must_use]
    fn example(status: StatusCode) -> Option<Self> {
        Rejection::example(status).map(Self::from)
    }

    /// The answer in the dialect's shape. Of the statuses that fit what went wrong, it has one that the operation declares.
    fn into_answer(self, context: &ErrorContext<'_>) -> Answer;
}

/// The status that a dialect gives a rejection, of those that an operation declares.
pub(super) type RejectionStatus = fn(Rejection, &Declared) -> StatusCode;

/// The [`RejectionStatus`] of a dialect.
pub(super) fn rejection_status<E: DialectError>(rejection: Rejection, declared: &Declared) -> StatusCode {
    let (head, ()) = http::Request::new(()).into_parts();
    E::from(rejection).into_answer(&ErrorContext { request_id: EXAMPLE_ID, head: &head, declared }).status
}

/// What a failure that is shown as an example is called in the log.
const EXAMPLE_ID: &str = "0192f4a1-6c1e-4d2b-9f3a-5b8e6c7d9a10";

/// Makes the answer that a dialect gives with this status, if there is one that it could give to any operation: the document shows what is really answered.
pub(super) type ErrorExample = fn(StatusCode) -> Option<Answer>;

/// The [`ErrorExample`] of a dialect.
pub(super) fn error_example<E: DialectError>(status: StatusCode) -> Option<Answer> {
    let (head, ()) = http::Request::new(()).into_parts();
    let declared = Declared::new(vec![status.as_u16()]);
    let context = ErrorContext { request_id: EXAMPLE_ID, head: &head, declared: &declared };
    Some(E::example(status)?.into_answer(&context)).filter(|answer| answer.status == status)
}

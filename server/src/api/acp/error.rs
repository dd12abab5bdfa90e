//! Errors in ACP's shape: `{status_code, error, details}`.

use authplane_domain::Error as DomainError;
use http::StatusCode;
use http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::api::error_example::error_example;
use crate::edge::rejection::Unauthenticated;
use crate::edge::{Answer, Declared, DialectError, ErrorContext, Rejection};

/// What a refused request to the ACP dialect gets.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "AcpError")]
pub struct AcpError {
    /// The HTTP status of the answer once more.
    status_code: i64,
    /// What went wrong, for people.
    pub error: String,
    /// What it was about, for programs: `field` and `message` of a value that can't be accepted, `request_id` of a failure of the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<Value>,
    #[serde(skip)]
    #[schemars(skip)]
    kind: ErrorKind,
    #[serde(skip)]
    #[schemars(skip)]
    challenge: Option<String>,
    #[serde(skip)]
    #[schemars(skip)]
    cause: Option<String>,
}

/// What went wrong. ACP's operations don't agree on the statuses for it: some declare no 400, and updates no 409.
#[derive(Debug, Clone, Copy)]
enum ErrorKind {
    /// The request can't be read.
    Malformed,
    /// Its body can't.
    MalformedBody,
    /// A value can't be accepted.
    Invalid,
    /// A value is taken.
    Conflict,
    /// The state forbids it.
    Refused,
    /// It was done too often.
    TooOften {
        /// Seconds until it may be done again.
        retry_after: u32,
    },
    /// Anything else has one status everywhere.
    Other(StatusCode),
}

impl From<StatusCode> for ErrorKind {
    fn from(status: StatusCode) -> Self {
        Self::Other(status)
    }
}

impl ErrorKind {
    /// The statuses that tell of it, of which the first counts that the operation declares.
    fn status(self, declared: &Declared) -> StatusCode {
        const MALFORMED: StatusCode = StatusCode::BAD_REQUEST;
        const INVALID: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
        match self {
            // A request that only names a thing, and names it in no way that any has, finds none.
            Self::Malformed => declared.first_of(&[MALFORMED, INVALID, StatusCode::NOT_FOUND]),
            // Where the dialect has a word for neither, a decision that can't be read, or can't be taken so, is one that the caller may not make.
            Self::MalformedBody => declared.first_of(&[MALFORMED, INVALID, StatusCode::FORBIDDEN]),
            Self::Invalid => declared.first_of(&[INVALID, MALFORMED, StatusCode::FORBIDDEN]),
            Self::Conflict => declared.first_of(&[StatusCode::CONFLICT, INVALID]),
            Self::Refused => declared.first_of(&[MALFORMED, StatusCode::FORBIDDEN, StatusCode::CONFLICT]),
            Self::TooOften { .. } => declared.first_of(&[StatusCode::TOO_MANY_REQUESTS, StatusCode::FORBIDDEN]),
            Self::Other(status) => status,
        }
    }
}

impl AcpError {
    fn new(kind: impl Into<ErrorKind>, error: impl Into<String>) -> Self {
        let (kind, error) = (kind.into(), error.into());
        Self { status_code: 0, error, details: None, kind, challenge: None, cause: None }
    }

    fn field(kind: ErrorKind, field: &str, message: &str) -> Self {
        let error = if field.is_empty() { message.to_owned() } else { format!("{field}: {message}") };
        Self { details: Some(json!({"field": field, "message": message})), ..Self::new(kind, error) }
    }

    /// A conflict that is told otherwise than by a value that is taken.
    #[must_use]
    pub fn conflict(field: &str, message: &str) -> Self {
        Self::field(ErrorKind::Conflict, field, message)
    }

    /// A conflict of several things with what is there, all of which are told.
    #[must_use]
    pub fn conflicts(first: &str, all: &[Value]) -> Self {
        let message = "is there otherwise than the dump has it";
        let mut error = Self::field(ErrorKind::Conflict, first, message);
        error.details = Some(json!({"field": first, "message": message, "conflicts": all}));
        error
    }

    /// It was done too often; another try counts `seconds` from now (RFC 6585 §4).
    #[must_use]
    pub fn too_many_requests(seconds: i64) -> Self {
        let kind = ErrorKind::TooOften { retry_after: u32::try_from(seconds).unwrap_or(u32::MAX) };
        Self::new(kind, "this was done too often: try again later")
    }

    /// 403 for a caller who is let in, and may not have this.
    #[must_use]
    pub fn forbidden(error: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, error)
    }

    /// What a gateway is told of a request that may not pass.
    #[must_use]
    pub fn not_passing(status: StatusCode, error: String, details: Option<Value>, challenge: Option<String>) -> Self {
        Self { details, challenge, ..Self::new(status, error) }
    }

    /// 404 for a thing of this tenant.
    #[must_use]
    pub fn not_found(thing: &str, id: &str) -> Self {
        Self {
            details: Some(json!({"thing": thing, "id": id})),
            ..Self::new(StatusCode::NOT_FOUND, format!("{thing} not found"))
        }
    }
}

impl From<Rejection> for AcpError {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::NotFound => Self::new(StatusCode::NOT_FOUND, "there is no such operation"),
            // No identifier can look so, hence nothing can be called so.
            Rejection::Path { field, .. } => Self::new(StatusCode::NOT_FOUND, format!("{field} is not an identifier")),
            Rejection::MethodNotAllowed { allow } => Self::new(StatusCode::METHOD_NOT_ALLOWED, format!("use {allow}")),
            Rejection::Query { field, message } => Self::field(ErrorKind::Malformed, &field, &message),
            Rejection::Field { field, message, .. } => Self::field(ErrorKind::MalformedBody, &field, &message),
            Rejection::Header { name, message } => Self::field(ErrorKind::Malformed, name, &message),
            Rejection::Malformed { message } => {
                Self::new(ErrorKind::MalformedBody, format!("malformed body: {message}"))
            }
            Rejection::UnsupportedMediaType { expected } => {
                Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, format!("the body must be {expected}"))
            }
            Rejection::TooLarge { limit } => {
                Self::new(StatusCode::PAYLOAD_TOO_LARGE, format!("the body must not be longer than {limit} bytes"))
            }
            Rejection::Unauthenticated(why) => {
                let challenge = match why {
                    // RFC 6750 §3.1: no error code where there was no credential.
                    Unauthenticated::Missing => "Bearer realm=\"authplane\"",
                    Unauthenticated::Scheme | Unauthenticated::Invalid => {
                        "Bearer realm=\"authplane\", error=\"invalid_token\""
                    }
                };
                Self {
                    challenge: Some(challenge.to_owned()),
                    ..Self::new(StatusCode::UNAUTHORIZED, "the access token is missing or not valid here")
                }
            }
            Rejection::Forbidden { scopes } => Self {
                details: (!scopes.is_empty()).then(|| json!({"scopes": scopes})),
                challenge: Some(insufficient_scope(&scopes)),
                ..Self::new(StatusCode::FORBIDDEN, "the access token does not allow this")
            },
            Rejection::PreconditionFailed => {
                Self::new(StatusCode::PRECONDITION_FAILED, "the thing is not what If-Match says")
            }
            Rejection::IdempotencyKeyReused => {
                Self::field(ErrorKind::Invalid, "X-Idempotency-Key", "stands for another request")
            }
            Rejection::Deadline => Self::new(StatusCode::SERVICE_UNAVAILABLE, "try again later"),
            Rejection::Unavailable { cause } => Self { cause: Some(cause), ..Rejection::Deadline.into() },
            // RFC 9110 §15.5.9
            Rejection::SlowBody => Self::new(StatusCode::REQUEST_TIMEOUT, "the body did not arrive in time"),
            Rejection::Internal => Self::new(StatusCode::INTERNAL_SERVER_ERROR, "the server failed"),
        }
    }
}

/// RFC 6750 §3.1: `scope` names one scope or more, or isn't there.
fn insufficient_scope(scopes: &[&str]) -> String {
    let named = if scopes.is_empty() { String::new() } else { format!(", scope=\"{}\"", scopes.join(" ")) };
    format!("Bearer realm=\"authplane\", error=\"insufficient_scope\"{named}")
}

impl From<DomainError> for AcpError {
    fn from(error: DomainError) -> Self {
        match error {
            DomainError::NotFound { thing, id } => Self::not_found(thing, &id),
            DomainError::Conflict { field, .. } => Self::field(ErrorKind::Conflict, field, "is taken"),
            DomainError::Invalid { field, message } => Self::field(ErrorKind::Invalid, &field, &message),
            DomainError::Refused { message, .. } => Self::new(ErrorKind::Refused, message),
            DomainError::PreconditionFailed { .. } => Rejection::PreconditionFailed.into(),
            DomainError::Unavailable(cause) => Rejection::Unavailable { cause }.into(),
            DomainError::Internal(cause) => Self { cause: Some(cause), ..Rejection::Internal.into() },
        }
    }
}

impl std::fmt::Display for AcpError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.error)
    }
}

impl From<dropshot::HttpError> for AcpError {
    fn from(_: dropshot::HttpError) -> Self {
        Rejection::Internal.into()
    }
}

impl dropshot::HttpResponseError for AcpError {
    fn status_code(&self) -> dropshot::ErrorStatusCode {
        let status = self.kind.status(&Declared::default());
        dropshot::ErrorStatusCode::try_from(status).unwrap_or(dropshot::ErrorStatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl DialectError for AcpError {
    fn example(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::TOO_MANY_REQUESTS => Some(Self::too_many_requests(93)),
            status => error_example(status),
        }
    }

    fn into_answer(mut self, context: &ErrorContext<'_>) -> Answer {
        let status = self.kind.status(context.declared);
        self.status_code = i64::from(status.as_u16());
        if status == StatusCode::INTERNAL_SERVER_ERROR {
            self.details = Some(json!({"request_id": context.request_id}));
        }
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut answer = Answer::bytes(status, "application/json", body).because(self.cause);
        if let Some(challenge) = self.challenge {
            answer = answer.with(WWW_AUTHENTICATE, challenge);
        }
        if let ErrorKind::TooOften { retry_after } = self.kind {
            answer = answer.with(RETRY_AFTER, retry_after.to_string());
        }
        if status == StatusCode::SERVICE_UNAVAILABLE {
            answer = answer.with_static(RETRY_AFTER, "2");
        }
        answer
    }
}

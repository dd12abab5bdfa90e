//! The dialect of what belongs to no API, such as health and the files of pages: a refusal is a line of text.

use http::StatusCode;
use http::header::RETRY_AFTER;
use schemars::JsonSchema;
use serde::Serialize;

use super::answer::Answer;
use super::front::Dialect;
use super::rejection::{DialectError, ErrorContext, Rejection};

/// Refuses in plain text. Has no paths of its own.
pub const DIALECT: Dialect = Dialect::of::<PlainError>(&[]);

/// A refusal in plain text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlainError {
    /// What went wrong, for people.
    message: String,
    #[serde(skip)]
    #[schemars(skip)]
    status: u16,
    #[serde(skip)]
    #[schemars(skip)]
    cause: Option<String>,
}

impl PlainError {
    fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { message: message.into(), status: status.as_u16(), cause: None }
    }
}

impl From<Rejection> for PlainError {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::NotFound | Rejection::Path { .. } => Self::new(StatusCode::NOT_FOUND, "there is nothing here"),
            Rejection::MethodNotAllowed { allow } => Self::new(StatusCode::METHOD_NOT_ALLOWED, format!("use {allow}")),
            Rejection::Query { field, message } | Rejection::Field { field, message, .. } => {
                Self::new(StatusCode::BAD_REQUEST, format!("{field}: {message}"))
            }
            Rejection::Header { name, message } => Self::new(StatusCode::BAD_REQUEST, format!("{name}: {message}")),
            Rejection::Malformed { message } => Self::new(StatusCode::BAD_REQUEST, message),
            Rejection::UnsupportedMediaType { expected } => {
                Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, format!("the body must be {expected}"))
            }
            Rejection::TooLarge { limit } => {
                Self::new(StatusCode::PAYLOAD_TOO_LARGE, format!("the body must not be longer than {limit} bytes"))
            }
            Rejection::Unauthenticated(_) => Self::new(StatusCode::UNAUTHORIZED, "a credential is needed"),
            Rejection::Forbidden { .. } => Self::new(StatusCode::FORBIDDEN, "this is not allowed"),
            Rejection::PreconditionFailed => Self::new(StatusCode::PRECONDITION_FAILED, "it is not what it was"),
            Rejection::IdempotencyKeyReused => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "the idempotency key stands for another request")
            }
            // RFC 9110 §15.5.9
            Rejection::SlowBody => Self::new(StatusCode::REQUEST_TIMEOUT, "the body did not arrive in time"),
            Rejection::Deadline => Self::new(StatusCode::SERVICE_UNAVAILABLE, "try again later"),
            Rejection::Unavailable { cause } => Self { cause: Some(cause), ..Rejection::Deadline.into() },
            Rejection::Internal => Self::new(StatusCode::INTERNAL_SERVER_ERROR, "the server failed"),
        }
    }
}

impl std::fmt::Display for PlainError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<dropshot::HttpError> for PlainError {
    fn from(_: dropshot::HttpError) -> Self {
        Rejection::Internal.into()
    }
}

impl dropshot::HttpResponseError for PlainError {
    fn status_code(&self) -> dropshot::ErrorStatusCode {
        dropshot::ErrorStatusCode::from_u16(self.status).unwrap_or(dropshot::ErrorStatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl DialectError for PlainError {
    fn into_answer(self, context: &ErrorContext<'_>) -> Answer {
        let status = dropshot::HttpResponseError::status_code(&self).as_status();
        let text = format!("{} (request {})\n", self.message, context.request_id);
        let answer = Answer::bytes(status, "text/plain; charset=utf-8", text).because(self.cause);
        if status == StatusCode::SERVICE_UNAVAILABLE { answer.with_static(RETRY_AFTER, "2") } else { answer }
    }
}

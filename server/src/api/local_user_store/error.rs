//! Errors in the local user store's shape: `{error_code, error_message, property, details}`.

use authplane_domain::Error as DomainError;
use http::StatusCode;
use http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::error_example::error_example;
use crate::edge::rejection::Unauthenticated;
use crate::edge::{Answer, DialectError, ErrorContext, Rejection};

/// What a refused request to the local user store gets.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LocalUserStoreError")]
pub struct LocalUserStoreError {
    /// A stable code such as `REQUIRED_VALUE_MISSING` or `OBJECT_NOT_FOUND`.
    pub error_code: String,
    /// What went wrong, for people.
    pub error_message: String,
    /// The member that it is about; empty where there is none.
    pub property: String,
    /// What is wrong with each member of the request; empty where it is about none.
    pub details: Vec<LocalUserStoreErrorDetail>,
    #[serde(skip)]
    #[schemars(skip)]
    status: u16,
    #[serde(skip)]
    #[schemars(skip)]
    challenge: Option<&'static str>,
    #[serde(skip)]
    #[schemars(skip)]
    cause: Option<String>,
}

/// One field that can't be accepted.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct LocalUserStoreErrorDetail {
    /// A stable code, for programs.
    pub error_code: String,
    /// What is wrong with the field, for people.
    pub error_message: String,
    /// The member of the request that it is about.
    pub property: String,
}

impl LocalUserStoreError {
    fn new(status: StatusCode, code: &str, message: impl Into<String>) -> Self {
        Self {
            error_code: code.to_owned(),
            error_message: message.into(),
            property: String::new(),
            details: Vec::new(),
            status: status.as_u16(),
            challenge: None,
            cause: None,
        }
    }

    fn property(code: &str, property: &str, message: &str) -> Self {
        let detail = LocalUserStoreErrorDetail {
            error_code: code.to_owned(),
            error_message: message.to_owned(),
            property: property.to_owned(),
        };
        Self {
            property: property.to_owned(),
            details: vec![detail],
            ..Self::new(StatusCode::BAD_REQUEST, code, format!("{property}: {message}"))
        }
    }
}

impl From<Rejection> for LocalUserStoreError {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::NotFound => {
                Self::new(StatusCode::NOT_FOUND, "OBJECT_NOT_FOUND", "there is nothing at this path")
            }
            Rejection::Path { field, message } => Self::property("INVALID_REQUEST_DATA", &field, &message),
            Rejection::MethodNotAllowed { allow } => {
                Self::new(StatusCode::METHOD_NOT_ALLOWED, "BAD_REQUEST", format!("use {allow}"))
            }
            Rejection::Field { field, message, missing: true } => {
                Self::property("REQUIRED_VALUE_MISSING", &field, &message)
            }
            Rejection::Query { field, message } | Rejection::Field { field, message, .. } => {
                Self::property("INVALID_REQUEST_DATA", &field, &message)
            }
            Rejection::Header { name, message } => Self::property("INVALID_REQUEST_DATA", name, &message),
            Rejection::Malformed { message } => {
                Self::new(StatusCode::BAD_REQUEST, "BAD_REQUEST", format!("malformed body: {message}"))
            }
            Rejection::UnsupportedMediaType { expected } => {
                Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "BAD_REQUEST", format!("the body must be {expected}"))
            }
            Rejection::TooLarge { limit } => Self::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "BAD_REQUEST",
                format!("the body must not be longer than {limit} bytes"),
            ),
            Rejection::Unauthenticated(why) => Self {
                challenge: Some(match why {
                    Unauthenticated::Missing => "Bearer realm=\"authplane\"",
                    Unauthenticated::Scheme | Unauthenticated::Invalid => {
                        "Bearer realm=\"authplane\", error=\"invalid_token\""
                    }
                }),
                ..Self::new(
                    StatusCode::UNAUTHORIZED,
                    "PERMISSION_DENIED",
                    "the access token is missing or not valid here",
                )
            },
            Rejection::Forbidden { .. } => {
                Self::new(StatusCode::FORBIDDEN, "PERMISSION_DENIED", "the access token does not allow this")
            }
            Rejection::PreconditionFailed => {
                Self::new(StatusCode::PRECONDITION_FAILED, "BAD_REQUEST", "the object is not what If-Match says")
            }
            Rejection::IdempotencyKeyReused => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "BAD_REQUEST",
                "X-Idempotency-Key stands for another request",
            ),
            Rejection::Deadline => Self::new(StatusCode::SERVICE_UNAVAILABLE, "GENERAL_ERROR", "try again later"),
            Rejection::Unavailable { cause } => Self { cause: Some(cause), ..Rejection::Deadline.into() },
            // RFC 9110 §15.5.9
            Rejection::SlowBody => {
                Self::new(StatusCode::REQUEST_TIMEOUT, "BAD_REQUEST", "the body did not arrive in time")
            }
            Rejection::Internal => Self::new(StatusCode::INTERNAL_SERVER_ERROR, "GENERAL_ERROR", "the server failed"),
        }
    }
}

impl From<DomainError> for LocalUserStoreError {
    fn from(error: DomainError) -> Self {
        match error {
            DomainError::NotFound { .. } => {
                Self::new(StatusCode::NOT_FOUND, "OBJECT_NOT_FOUND", "there is no such API client")
            }
            DomainError::Conflict { field, .. } => Self::property("INVALID_REQUEST_DATA", field, "is taken"),
            DomainError::Invalid { field, message } => Self::property("INVALID_REQUEST_DATA", &field, &message),
            DomainError::Refused { message, .. } => Self::new(StatusCode::BAD_REQUEST, "BAD_REQUEST", message),
            DomainError::PreconditionFailed { .. } => Rejection::PreconditionFailed.into(),
            DomainError::Unavailable(cause) => Rejection::Unavailable { cause }.into(),
            DomainError::Internal(cause) => Self { cause: Some(cause), ..Rejection::Internal.into() },
        }
    }
}

impl std::fmt::Display for LocalUserStoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.status, self.error_code)
    }
}

impl From<dropshot::HttpError> for LocalUserStoreError {
    fn from(_: dropshot::HttpError) -> Self {
        Rejection::Internal.into()
    }
}

impl dropshot::HttpResponseError for LocalUserStoreError {
    fn status_code(&self) -> dropshot::ErrorStatusCode {
        dropshot::ErrorStatusCode::from_u16(self.status).unwrap_or(dropshot::ErrorStatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl DialectError for LocalUserStoreError {
    fn example(status: StatusCode) -> Option<Self> {
        error_example(status)
    }

    fn into_answer(mut self, context: &ErrorContext<'_>) -> Answer {
        let status = dropshot::HttpResponseError::status_code(&self).as_status();
        if status == StatusCode::INTERNAL_SERVER_ERROR {
            self.error_message = format!("the server failed (request {})", context.request_id);
        }
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut answer = Answer::bytes(status, "application/json", body).because(self.cause);
        if let Some(challenge) = self.challenge {
            answer = answer.with(WWW_AUTHENTICATE, challenge);
        }
        if status == StatusCode::SERVICE_UNAVAILABLE { answer.with_static(RETRY_AFTER, "2") } else { answer }
    }
}

//! Errors in Logto's shape: `{code, message, data?, details?}`. Clients key on `code`; the messages are ours.

use authplane_domain::Error as DomainError;
use http::StatusCode;
use http::header::RETRY_AFTER;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::api::error_example::error_example;
use crate::edge::rejection::Unauthenticated;
use crate::edge::{Answer, DialectError, ErrorContext, Rejection};

/// What a refused request to the Logto dialect gets.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LogtoError")]
pub struct LogtoError {
    /// A stable code such as `guard.invalid_input` or `entity.not_exists_with_id`.
    pub code: String,
    /// What went wrong, for people.
    pub message: String,
    /// More for programs: the issues of a body that can't be taken, the request id of a failure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
    /// The issues again as text, one line each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<Box<str>>,
    #[serde(skip)]
    #[schemars(skip)]
    status: u16,
    #[serde(skip)]
    #[schemars(skip)]
    cause: Option<Box<str>>,
}

impl LogtoError {
    /// An error with one of the dialect's codes.
    pub fn new(status: StatusCode, code: &str, message: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            message: message.into(),
            data: None,
            details: None,
            status: status.as_u16(),
            cause: None,
        }
    }

    /// 400 `guard.invalid_input` naming one field of the body, the query or the path.
    #[must_use]
    pub fn invalid_input(field: &str, message: &str, missing: bool) -> Self {
        let path: Vec<&str> = field.split(['.', '[', ']']).filter(|part| !part.is_empty() && *part != "?").collect();
        // A place in a list is a number there.
        let place = |part: &str| part.parse::<u32>().map_or_else(|_| Value::from(part), Value::from);
        let places: Vec<Value> = path.iter().map(|part| place(part)).collect();
        let issue = if missing { "invalid_type" } else { "custom" };
        let details = if path.is_empty() { message.to_owned() } else { format!("{}: {message}", path.join(".")) };
        Self {
            data: Some(json!({"name": "ZodError", "issues": [{"code": issue, "path": places, "message": message}]})),
            details: Some(details.into()),
            ..Self::new(StatusCode::BAD_REQUEST, "guard.invalid_input", "the request does not have the expected form")
        }
    }
}

/// The codes of an operation for what the domain doesn't do. Operations don't agree on them: one that differs says so in a constant.
#[derive(Debug, Clone, Copy)]
pub struct Codes {
    /// 404: what it is about isn't there.
    pub missing: &'static str,
    /// 422: a value is taken.
    pub taken: &'static str,
    /// 400: the state forbids it.
    pub refused: &'static str,
}

impl Codes {
    /// Those of an operation that says nothing else.
    pub const USUAL: Self = Self {
        missing: "entity.not_exists_with_id",
        taken: "entity.unique_integrity_violation",
        refused: "request.refused",
    };

    /// An error of the domain, with these codes.
    #[must_use]
    pub fn error(self, error: DomainError) -> LogtoError {
        let message = error.to_string();
        match error {
            DomainError::NotFound { .. } => LogtoError::new(StatusCode::NOT_FOUND, self.missing, message),
            DomainError::Conflict { .. } => LogtoError::new(StatusCode::UNPROCESSABLE_ENTITY, self.taken, message),
            DomainError::Refused { .. } => LogtoError::new(StatusCode::BAD_REQUEST, self.refused, message),
            DomainError::Invalid { field, message } => LogtoError::invalid_input(&field, &message, false),
            DomainError::PreconditionFailed { .. } => Rejection::PreconditionFailed.into(),
            DomainError::Unavailable(cause) => Rejection::Unavailable { cause }.into(),
            DomainError::Internal(cause) => LogtoError { cause: Some(cause.into()), ..Rejection::Internal.into() },
        }
    }
}

impl From<Rejection> for LogtoError {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::NotFound => {
                Self::new(StatusCode::NOT_FOUND, "entity.not_found", "there is nothing at this path")
            }
            Rejection::Path { field, message } => Self::invalid_input(&field, &message, false),
            Rejection::MethodNotAllowed { allow } => {
                Self::new(StatusCode::METHOD_NOT_ALLOWED, "request.method_not_allowed", format!("use {allow}"))
            }
            Rejection::Query { field, message } => Self::invalid_input(&field, &message, false),
            Rejection::Field { field, message, missing } => Self::invalid_input(&field, &message, missing),
            Rejection::Header { name, message } => Self::invalid_input(name, &message, false),
            Rejection::Malformed { message } => {
                Self::new(StatusCode::BAD_REQUEST, "request.malformed", format!("malformed body: {message}"))
            }
            Rejection::UnsupportedMediaType { expected } => Self::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "request.unsupported_media_type",
                format!("the body must be {expected}"),
            ),
            Rejection::TooLarge { limit } => Self::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "request.too_large",
                format!("the body must not be longer than {limit} bytes"),
            ),
            Rejection::Unauthenticated(Unauthenticated::Missing) => Self::new(
                StatusCode::UNAUTHORIZED,
                "auth.authorization_header_missing",
                "the Authorization header is missing",
            ),
            Rejection::Unauthenticated(Unauthenticated::Scheme) => Self {
                data: Some(json!({"supportedTypes": ["Bearer"]})),
                ..Self::new(
                    StatusCode::UNAUTHORIZED,
                    "auth.authorization_token_type_not_supported",
                    "use the Bearer scheme",
                )
            },
            Rejection::Unauthenticated(Unauthenticated::Invalid) => {
                Self::new(StatusCode::UNAUTHORIZED, "auth.unauthorized", "the access token is not valid here")
            }
            Rejection::Forbidden { .. } => {
                Self::new(StatusCode::FORBIDDEN, "auth.forbidden", "the access token does not allow this")
            }
            Rejection::PreconditionFailed => Self::new(
                StatusCode::PRECONDITION_FAILED,
                "request.precondition_failed",
                "the entity is not what If-Match says",
            ),
            Rejection::IdempotencyKeyReused => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "request.idempotency_key_reused",
                "X-Idempotency-Key stands for another request",
            ),
            Rejection::Deadline => Self::new(StatusCode::SERVICE_UNAVAILABLE, "server.unavailable", "try again later"),
            Rejection::Unavailable { cause } => Self { cause: Some(cause.into()), ..Rejection::Deadline.into() },
            // RFC 9110 §15.5.9
            Rejection::SlowBody => {
                Self::new(StatusCode::REQUEST_TIMEOUT, "request.timeout", "the body did not arrive in time")
            }
            Rejection::Internal => Self::new(StatusCode::INTERNAL_SERVER_ERROR, "server.failed", "the server failed"),
        }
    }
}

impl From<DomainError> for LogtoError {
    fn from(error: DomainError) -> Self {
        Codes::USUAL.error(error)
    }
}

impl std::fmt::Display for LogtoError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.status, self.code)
    }
}

impl From<dropshot::HttpError> for LogtoError {
    fn from(_: dropshot::HttpError) -> Self {
        Rejection::Internal.into()
    }
}

impl dropshot::HttpResponseError for LogtoError {
    fn status_code(&self) -> dropshot::ErrorStatusCode {
        dropshot::ErrorStatusCode::from_u16(self.status).unwrap_or(dropshot::ErrorStatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl DialectError for LogtoError {
    fn example(status: StatusCode) -> Option<Self> {
        // The one status that is of what a thing is called alone.
        if status == StatusCode::UNPROCESSABLE_ENTITY {
            let message = "another service has the indicator \"https://orders.example\"";
            return Some(Self::new(status, "resource.resource_identifier_in_use", message));
        }
        if status == StatusCode::NOT_IMPLEMENTED {
            let message = "no domain is configured that protected applications could be under";
            return Some(Self::new(status, "application.protected_app_not_configured", message));
        }
        error_example(status)
    }

    fn into_answer(mut self, context: &ErrorContext<'_>) -> Answer {
        let status = dropshot::HttpResponseError::status_code(&self).as_status();
        if status == StatusCode::INTERNAL_SERVER_ERROR {
            self.data = Some(json!({"requestId": context.request_id}));
        }
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let answer =
            Answer::bytes(status, "application/json; charset=utf-8", body).because(self.cause.map(String::from));
        if status == StatusCode::SERVICE_UNAVAILABLE { answer.with_static(RETRY_AFTER, "2") } else { answer }
    }
}

//! Errors of the protocol surface (RFC 6749 §5.2).

use std::borrow::Cow;

use authplane_domain::Error as DomainError;
use http::StatusCode;
use http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::edge::{Answer, Dialect, DialectError, ErrorContext, Rejection};
use crate::tokens::access_token::NoToken;

/// How the protocol surface refuses, and what is beside it: pages' files, health. Its paths are whatever the control surface leaves.
pub const DIALECT: Dialect = Dialect::of::<OAuthError>(&["/"]);

/// What a refused request gets.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "OAuthError")]
pub struct OAuthError {
    /// Error code of the specification, for programs.
    pub error: String,
    /// What to do about it, for developers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
    #[serde(skip)]
    #[schemars(skip)]
    status: u16,
    #[serde(skip)]
    #[schemars(skip)]
    challenge: Option<Cow<'static, str>>,
    /// Seconds.
    #[serde(skip)]
    #[schemars(skip)]
    retry_after: Option<u32>,
    #[serde(skip)]
    #[schemars(skip)]
    pub(super) cause: Option<String>,
}

impl OAuthError {
    fn new(status: StatusCode, error: &str, description: impl Into<String>) -> Self {
        Self {
            error: error.to_owned(),
            error_description: Some(description.into()),
            status: status.as_u16(),
            challenge: None,
            retry_after: None,
            cause: None,
        }
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The request is missing a parameter, has one twice, or is otherwise malformed.
    pub fn invalid_request(description: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_request", description)
    }

    /// The client isn't known, or didn't prove that it is itself; one text for all cases, so that nothing can be told apart.
    ///
    /// RFC 6749 §5.2: 401 with the scheme that was used, when the client tried the `Authorization` header; we send it always, since every token endpoint
    /// here takes Basic.
    #[must_use]
    pub fn invalid_client() -> Self {
        let mut error = Self::new(StatusCode::UNAUTHORIZED, "invalid_client", "client authentication failed");
        error.challenge = Some("Basic realm=\"authplane\", charset=\"UTF-8\"".into());
        error
    }

    /// The bearer of a token may not do this: a scope of these would have been enough (RFC 6750 §3.1).
    pub(super) fn insufficient_scope(status: StatusCode, scopes: &[&str]) -> Self {
        let mut error = Self::new(status, "insufficient_scope", "the access token's scope is not enough");
        let scopes = scopes.join(" ");
        error.challenge =
            Some(format!("Bearer realm=\"authplane\", error=\"insufficient_scope\", scope=\"{scopes}\"").into());
        error
    }

    /// The client may not use this grant, or may not touch this token.
    pub fn unauthorized_client(description: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "unauthorized_client", description)
    }

    /// What was to be exchanged for a token doesn't hold.
    pub fn invalid_grant(description: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_grant", description)
    }

    /// The grant type isn't offered by this server.
    pub fn unsupported_grant_type(description: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "unsupported_grant_type", description)
    }

    /// A scope that doesn't exist or that the client may not have.
    pub fn invalid_scope(description: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_scope", description)
    }

    /// A resource that doesn't exist here (RFC 8707 §2).
    pub fn invalid_target(description: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_target", description)
    }

    /// A redirect URI that can't be registered (RFC 7591 §3.2.2).
    pub fn invalid_redirect_uri(description: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_redirect_uri", description)
    }

    /// Anything else that can't be registered (RFC 7591 §3.2.2).
    pub fn invalid_client_metadata(description: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_client_metadata", description)
    }

    /// What a device hears that has no tokens yet, or gets none (RFC 8628 §3.5): `authorization_pending`, `slow_down`, `access_denied`, `expired_token`.
    pub fn device(error: &str, description: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, error, description)
    }

    /// It may be right, but not here or not by this caller.
    pub fn access_denied(description: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "access_denied", description)
    }

    /// Too much was asked for from this address; another try counts `seconds` from now (RFC 6585 §4).
    #[must_use]
    pub fn too_many_requests(seconds: i64) -> Self {
        let description = "too many requests from this address: try again later";
        let error = Self::new(StatusCode::TOO_MANY_REQUESTS, "temporarily_unavailable", description);
        Self { retry_after: Some(u32::try_from(seconds).unwrap_or(u32::MAX)), ..error }
    }

    /// The token endpoint is busy or has no database.
    #[must_use]
    pub fn unavailable() -> Self {
        let error = Self::new(StatusCode::SERVICE_UNAVAILABLE, "temporarily_unavailable", "try again later");
        Self { retry_after: Some(2), ..error }
    }

    /// Too many failed before; another try counts `seconds` from now (RFC 6585 §4).
    #[must_use]
    pub fn too_many_failures(seconds: i64) -> Self {
        let description = "too many failures before this one: try again later";
        let error = Self::new(StatusCode::TOO_MANY_REQUESTS, "temporarily_unavailable", description);
        Self { retry_after: Some(u32::try_from(seconds).unwrap_or(u32::MAX)), ..error }
    }

    fn server_error() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "server_error", "the server failed")
    }
}

impl From<Rejection> for OAuthError {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::NotFound | Rejection::Path { .. } => {
                Self::new(StatusCode::NOT_FOUND, "not_found", "there is nothing at this path")
            }
            Rejection::MethodNotAllowed { allow } => {
                Self::new(StatusCode::METHOD_NOT_ALLOWED, "invalid_request", format!("use {allow}"))
            }
            Rejection::Query { field, message } | Rejection::Field { field, message, .. } => {
                Self::invalid_request(format!("{field} {message}"))
            }
            Rejection::Header { name, message } => Self::invalid_request(format!("{name} {message}")),
            Rejection::Malformed { message } => Self::invalid_request(message),
            Rejection::UnsupportedMediaType { expected } => {
                Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "invalid_request", format!("the body must be {expected}"))
            }
            Rejection::TooLarge { limit } => Self::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "invalid_request",
                format!("the body must not be longer than {limit} bytes"),
            ),
            // RFC 6750 §3.1
            Rejection::Unauthenticated(_) => {
                let mut error = Self::new(
                    StatusCode::UNAUTHORIZED,
                    "invalid_token",
                    "the access token is missing or not valid here",
                );
                error.challenge = Some("Bearer realm=\"authplane\", error=\"invalid_token\"".into());
                error
            }
            Rejection::Forbidden { scopes } => Self::insufficient_scope(StatusCode::FORBIDDEN, &scopes),
            Rejection::PreconditionFailed => {
                Self::new(StatusCode::PRECONDITION_FAILED, "invalid_request", "it is not what If-Match says")
            }
            Rejection::IdempotencyKeyReused => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid_request",
                "X-Idempotency-Key stands for another request",
            ),
            Rejection::Deadline => Self::unavailable(),
            Rejection::Unavailable { cause } => Self { cause: Some(cause), ..Self::unavailable() },
            // RFC 9110 §15.5.9
            Rejection::SlowBody => {
                Self::new(StatusCode::REQUEST_TIMEOUT, "invalid_request", "the body did not arrive in time")
            }
            Rejection::Internal => Self::server_error(),
        }
    }
}

impl From<NoToken> for OAuthError {
    fn from(error: NoToken) -> Self {
        match error {
            NoToken::TooLong => Self::invalid_request(error.to_string()),
            NoToken::Failed(error) => error.into(),
        }
    }
}

impl From<DomainError> for OAuthError {
    fn from(error: DomainError) -> Self {
        match error {
            DomainError::NotFound { .. } => {
                Self::new(StatusCode::NOT_FOUND, "not_found", "there is no such authorization server")
            }
            DomainError::Unavailable(cause) => Rejection::Unavailable { cause }.into(),
            DomainError::PreconditionFailed { .. } => Rejection::PreconditionFailed.into(),
            DomainError::Conflict { .. } | DomainError::Invalid { .. } | DomainError::Refused { .. } => {
                Self::invalid_request(error.to_string())
            }
            DomainError::Internal(cause) => Self { cause: Some(cause), ..Self::server_error() },
        }
    }
}

impl std::fmt::Display for OAuthError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.error)
    }
}

impl From<dropshot::HttpError> for OAuthError {
    fn from(_: dropshot::HttpError) -> Self {
        Self::server_error()
    }
}

impl dropshot::HttpResponseError for OAuthError {
    fn status_code(&self) -> dropshot::ErrorStatusCode {
        dropshot::ErrorStatusCode::from_u16(self.status).unwrap_or(dropshot::ErrorStatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl DialectError for OAuthError {
    fn example(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::BAD_REQUEST => Some(Self::invalid_request("scope is missing")),
            StatusCode::TOO_MANY_REQUESTS => Some(Self::too_many_requests(93)),
            // The domain's own words are for what is managed.
            other => Rejection::example(other).map(Self::from),
        }
    }

    fn into_answer(self, _: &ErrorContext<'_>) -> Answer {
        let status = self.status();
        let body = serde_json::to_vec(&self).unwrap_or_default();
        // RFC 6749 §5.2: an error answer must not be cached either.
        let mut answer = Answer::bytes(status, "application/json", body).no_store().because(self.cause);
        if let Some(challenge) = self.challenge {
            answer = answer.with(WWW_AUTHENTICATE, challenge.into_owned());
        }
        if let Some(seconds) = self.retry_after {
            answer = answer.with(RETRY_AFTER, seconds);
        }
        answer
    }
}

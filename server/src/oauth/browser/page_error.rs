//! How pages refuse: with a page, where nobody can be sent back to the application (security assertion 6).

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use http::StatusCode;
use http::header::ACCEPT_LANGUAGE;
use schemars::JsonSchema;
use serde::Serialize;

use crate::edge::{Answer, DialectError, ErrorContext, Rejection};
use crate::pages::error::{ErrorPage, Reason};
use crate::pages::{Frame, Language, Party};
use crate::throttle::TooMany;

/// A refusal that is shown to the user.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PageError {
    #[serde(skip)]
    #[schemars(skip)]
    status: u16,
    #[serde(skip)]
    #[schemars(skip)]
    reason: Reason,
    /// `error` of RFC 6749, for developers.
    error: Option<String>,
    /// What to do about it, for developers.
    error_description: Option<String>,
    #[serde(skip)]
    #[schemars(skip)]
    retry_after: Option<u64>,
    #[serde(skip)]
    #[schemars(skip)]
    language: Option<Language>,
    #[serde(skip)]
    #[schemars(skip)]
    server: Option<Box<(String, String)>>,
    #[serde(skip)]
    #[schemars(skip)]
    cause: Option<String>,
}

impl PageError {
    /// A refusal of this status, for this reason.
    #[must_use]
    pub fn new(status: StatusCode, reason: Reason) -> Self {
        Self {
            status: status.as_u16(),
            reason,
            error: None,
            error_description: None,
            retry_after: None,
            language: None,
            server: None,
            cause: None,
        }
    }

    /// The application's request can't be handled.
    pub fn bad_request(error: &str, description: impl Into<String>) -> Self {
        Self {
            error: Some(error.to_owned()),
            error_description: Some(description.into()),
            ..Self::new(StatusCode::BAD_REQUEST, Reason::BadRequest)
        }
    }

    /// The page, or the login that it belongs to, is over.
    #[must_use]
    pub fn expired() -> Self {
        Self::new(StatusCode::BAD_REQUEST, Reason::Expired)
    }

    /// The browser isn't the one in which it began.
    #[must_use]
    pub fn other_browser() -> Self {
        Self::new(StatusCode::BAD_REQUEST, Reason::OtherBrowser)
    }

    /// There is no such authorization server.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, Reason::NotFound)
    }

    /// Too many attempts.
    #[must_use]
    pub fn too_many(retry_after_seconds: u64) -> Self {
        Self { retry_after: Some(retry_after_seconds), ..Self::new(StatusCode::TOO_MANY_REQUESTS, Reason::Unavailable) }
    }

    /// The identity provider of the user refused or failed. Why goes to the log.
    pub fn identity_provider(cause: impl Into<String>) -> Self {
        Self { cause: Some(cause.into()), ..Self::new(StatusCode::BAD_GATEWAY, Reason::IdentityProvider) }
    }

    /// The same as the server shows it, with its name and logo.
    #[must_use]
    pub fn of_server(self, server: &AuthorizationServer) -> Self {
        Self { server: Some(Box::new((server.name.clone(), server.logo_uri.clone()))), ..self }
    }

    /// The same in this language, where the application asked for one. Otherwise it is the browser's.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language: Some(language), ..self }
    }
}

impl From<Rejection> for PageError {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::NotFound | Rejection::Path { .. } => Self::not_found(),
            Rejection::Query { field, message } | Rejection::Field { field, message, .. } => {
                Self::bad_request("invalid_request", format!("{field} {message}"))
            }
            Rejection::Header { name, message } => Self::bad_request("invalid_request", format!("{name} {message}")),
            Rejection::Malformed { message } => Self::bad_request("invalid_request", message),
            Rejection::MethodNotAllowed { allow } => Self {
                status: StatusCode::METHOD_NOT_ALLOWED.as_u16(),
                ..Self::bad_request("invalid_request", format!("use {allow}"))
            },
            Rejection::UnsupportedMediaType { expected } => Self {
                status: StatusCode::UNSUPPORTED_MEDIA_TYPE.as_u16(),
                ..Self::bad_request("invalid_request", format!("the body must be {expected}"))
            },
            Rejection::TooLarge { limit } => Self {
                status: StatusCode::PAYLOAD_TOO_LARGE.as_u16(),
                ..Self::bad_request("invalid_request", format!("the body must not be longer than {limit} bytes"))
            },
            Rejection::PreconditionFailed => Self {
                status: StatusCode::PRECONDITION_FAILED.as_u16(),
                ..Self::bad_request("invalid_request", "it is not what If-Match says")
            },
            Rejection::IdempotencyKeyReused => Self {
                status: StatusCode::UNPROCESSABLE_ENTITY.as_u16(),
                ..Self::bad_request("invalid_request", "X-Idempotency-Key stands for another request")
            },
            Rejection::Unauthenticated(_) | Rejection::Forbidden { .. } => {
                Self::new(StatusCode::FORBIDDEN, Reason::Refused)
            }
            Rejection::SlowBody => Self::new(StatusCode::REQUEST_TIMEOUT, Reason::BadRequest),
            Rejection::Deadline => {
                Self { retry_after: Some(2), ..Self::new(StatusCode::SERVICE_UNAVAILABLE, Reason::Unavailable) }
            }
            Rejection::Unavailable { cause } => Self { cause: Some(cause), ..Rejection::Deadline.into() },
            Rejection::Internal => Self::new(StatusCode::INTERNAL_SERVER_ERROR, Reason::Internal),
        }
    }
}

impl From<DomainError> for PageError {
    fn from(error: DomainError) -> Self {
        match error {
            DomainError::NotFound { .. } | DomainError::Conflict { .. } => Self::expired(),
            DomainError::Unavailable(cause) => Rejection::Unavailable { cause }.into(),
            DomainError::PreconditionFailed { .. } => Rejection::PreconditionFailed.into(),
            DomainError::Invalid { .. } | DomainError::Refused { .. } => {
                Self::bad_request("invalid_request", error.to_string())
            }
            DomainError::Internal(cause) => Self { cause: Some(cause), ..Rejection::Internal.into() },
        }
    }
}

impl std::fmt::Display for PageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.error.as_deref().unwrap_or("refused"))
    }
}

impl From<dropshot::HttpError> for PageError {
    fn from(_: dropshot::HttpError) -> Self {
        Rejection::Internal.into()
    }
}

impl dropshot::HttpResponseError for PageError {
    fn status_code(&self) -> dropshot::ErrorStatusCode {
        dropshot::ErrorStatusCode::from_u16(self.status).unwrap_or(dropshot::ErrorStatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl DialectError for PageError {
    fn into_answer(self, context: &ErrorContext<'_>) -> Answer {
        let (name, logo) = self.server.map_or_else(|| ("Authplane".to_owned(), String::new()), |server| *server);
        let accepted = context.head.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let language = self.language.unwrap_or_else(|| Language::choose(None, accepted));
        let server = Party { logo: (!logo.is_empty()).then_some(logo.as_str()), ..Party::named(&name) };
        ErrorPage {
            frame: Frame { language, server, client: None },
            status: StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            reason: self.reason,
            error: self.error.as_deref(),
            description: self.error_description.as_deref(),
            request_id: context.request_id,
            retry_after_seconds: self.retry_after,
        }
        .render()
        .because(self.cause)
    }
}

impl From<TooMany> for PageError {
    fn from(too_many: TooMany) -> Self {
        Self::too_many(u64::try_from(too_many.seconds).unwrap_or_default())
    }
}

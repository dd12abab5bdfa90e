//! What a call can end with when it does not succeed.

use std::fmt;

use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::Deserialize;

use crate::generated::types;

/// An answer that refuses a call, with the body of its dialect.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Refusal<T> {
    /// The status of the answer.
    pub status: StatusCode,
    /// The server's id of the request, for its operator to look up.
    pub request_id: Option<String>,
    /// What the server says, in the shape of the dialect.
    pub body: T,
}

/// What an OAuth endpoint says when it refuses (RFC 6749 §5.2).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct ProtocolError {
    /// The code, such as `invalid_client` or `invalid_scope`.
    pub error: String,
    /// Its explanation, for developers.
    pub error_description: Option<String>,
}

impl ProtocolError {
    /// Reads what `Display` wrote.
    pub(crate) fn parse(statement: &str) -> Self {
        match statement.split_once(": ") {
            Some((error, description)) => {
                Self { error: error.to_owned(), error_description: Some(description.to_owned()) }
            }
            None => Self { error: statement.to_owned(), error_description: None },
        }
    }
}

impl fmt::Display for ProtocolError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.error)?;
        match &self.error_description {
            Some(description) => write!(formatter, ": {description}"),
            None => Ok(()),
        }
    }
}

impl From<types::OAuthError> for ProtocolError {
    fn from(body: types::OAuthError) -> Self {
        Self { error: body.error, error_description: body.error_description }
    }
}

/// Why a call failed.
///
/// Every operation ends in this one, whatever its dialect. Neither `Display` nor `Debug` shows a secret, a token or an
/// answer that could not be understood, so `?` may turn it into any other error.
///
/// ```no_run
/// # async fn example(client: authplane_client::Client) -> Result<(), authplane_client::Error> {
/// use authplane_client::Error;
///
/// match client.get_resource().id("unknown").send().await {
///     Ok(resource) => println!("{}", resource.into_inner().name),
///     Err(Error::Logto(refusal)) => println!("refused with {}: {}", refusal.status, refusal.body.message),
///     Err(other) => return Err(other),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The ACP dialect refused the call.
    #[error("{}", Statement(.0, |body| details(body.error.clone(), body.details.as_ref())))]
    Acp(Box<Refusal<types::AcpError>>),
    /// The Logto dialect refused the call.
    #[error("{}", Statement(.0, |body| details(format!("{}: {}", body.code, body.message), body.details.as_ref())))]
    Logto(Box<Refusal<types::LogtoError>>),
    /// The local user store refused the call.
    #[error("{}", Statement(.0, |body| details(format!("{}: {}", body.error_code, body.error_message), None::<&str>)))]
    LocalUserStore(Box<Refusal<types::LocalUserStoreError>>),
    /// An endpoint of an authorization server refused the call (RFC 6749 §5.2); also what a management call ends
    /// with if the token for it was refused.
    #[error("{}", Statement(.0, ToString::to_string))]
    OAuth(Box<Refusal<ProtocolError>>),
    /// No access token could be obtained for the call, for another reason than a refusal.
    #[error("no access token: {0}")]
    NoToken(String),
    /// The server can't be used as an authorization server: its metadata is missing, wrong, or for another.
    #[error("{0}")]
    Discovery(String),
    /// The client is set up in a way that can't work.
    #[error("{0}")]
    Configuration(String),
    /// The request could not be made of the given values; nothing was sent.
    #[error("the request is incomplete: {0}")]
    Request(String),
    /// No answer arrived: no connection, a broken one, or no time left.
    #[error("no answer: {}", Chain(.0))]
    Connection(#[from] reqwest::Error),
    /// The server answered with a status that the operation does not have.
    #[error("unexpected answer {status}")]
    Unexpected {
        /// The status of the answer.
        status: StatusCode,
        /// The server's id of the request.
        request_id: Option<String>,
    },
    /// The answer has not the documented shape.
    #[error("the answer can't be understood: {0}")]
    Unreadable(String),
}

impl Error {
    /// The status of the answer, if one arrived.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Acp(refusal) => Some(refusal.status),
            Self::Logto(refusal) => Some(refusal.status),
            Self::LocalUserStore(refusal) => Some(refusal.status),
            Self::OAuth(refusal) => Some(refusal.status),
            Self::Unexpected { status, .. } => Some(*status),
            Self::Connection(error) => error.status(),
            Self::NoToken(_) | Self::Discovery(_) | Self::Configuration(_) | Self::Request(_) | Self::Unreadable(_) => {
                None
            }
        }
    }

    /// The server's id of the refused request (its `x-request-id`), for its operator to look up.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Acp(refusal) => refusal.request_id.as_deref(),
            Self::Logto(refusal) => refusal.request_id.as_deref(),
            Self::LocalUserStore(refusal) => refusal.request_id.as_deref(),
            Self::OAuth(refusal) => refusal.request_id.as_deref(),
            Self::Unexpected { request_id, .. } => request_id.as_deref(),
            _ => None,
        }
    }

    /// How this error travels through progenitor's `Error::Custom`, which holds a text and nothing else: as its own
    /// message, behind a mark if [`Error::from_message`] can read it back.
    pub(crate) fn to_message(&self) -> String {
        match self {
            Self::OAuth(refusal) => format!("{TOKEN_REFUSED}{} {}", refusal.status.as_u16(), refusal.body),
            Self::NoToken(_) => self.to_string(),
            other => format!("no access token: {other}"),
        }
    }

    /// The error that [`Error::to_message`] wrote.
    pub(crate) fn from_message(message: &str) -> Self {
        let refusal = message.strip_prefix(TOKEN_REFUSED).and_then(|rest| {
            let (status, statement) = rest.split_once(' ')?;
            let status = status.parse::<StatusCode>().ok()?;
            Some(Self::OAuth(Box::new(Refusal { status, request_id: None, body: ProtocolError::parse(statement) })))
        });
        refusal
            .unwrap_or_else(|| Self::NoToken(message.strip_prefix("no access token: ").unwrap_or(message).to_owned()))
    }
}

const TOKEN_REFUSED: &str = "the request for an access token was refused: ";

impl From<progenitor_client::Error<types::AcpError>> for Error {
    fn from(error: progenitor_client::Error<types::AcpError>) -> Self {
        convert(error, |refusal| Self::Acp(Box::new(refusal)))
    }
}

impl From<progenitor_client::Error<types::LogtoError>> for Error {
    fn from(error: progenitor_client::Error<types::LogtoError>) -> Self {
        convert(error, |refusal| Self::Logto(Box::new(refusal)))
    }
}

impl From<progenitor_client::Error<types::LocalUserStoreError>> for Error {
    fn from(error: progenitor_client::Error<types::LocalUserStoreError>) -> Self {
        convert(error, |refusal| Self::LocalUserStore(Box::new(refusal)))
    }
}

impl From<progenitor_client::Error<types::OAuthError>> for Error {
    fn from(error: progenitor_client::Error<types::OAuthError>) -> Self {
        convert(error, |refusal| {
            Self::OAuth(Box::new(Refusal {
                status: refusal.status,
                request_id: refusal.request_id,
                body: ProtocolError::from(refusal.body),
            }))
        })
    }
}

/// Operations whose refusals have no body.
impl From<progenitor_client::Error<()>> for Error {
    fn from(error: progenitor_client::Error<()>) -> Self {
        convert(error, |refusal| Self::Unexpected { status: refusal.status, request_id: refusal.request_id })
    }
}

fn convert<T>(error: progenitor_client::Error<T>, refused: impl FnOnce(Refusal<T>) -> Error) -> Error {
    use progenitor_client::Error as Generated;

    match error {
        Generated::ErrorResponse(response) => {
            let (status, request_id) = (response.status(), request_id(response.headers()));
            refused(Refusal { status, request_id, body: response.into_inner() })
        }
        Generated::UnexpectedResponse(response) => {
            Error::Unexpected { status: response.status(), request_id: request_id(response.headers()) }
        }
        Generated::CommunicationError(error)
        | Generated::InvalidUpgrade(error)
        | Generated::ResponseBodyError(error) => Error::Connection(error),
        Generated::InvalidResponsePayload(_, error) => unreadable(&error),
        Generated::InvalidRequest(message) => Error::Request(message),
        Generated::Custom(message) => Error::from_message(&message),
    }
}

/// Says where an answer is wrong and not with what: serde quotes the value that it stumbled on, which may be a secret.
pub(crate) fn unreadable(error: &serde_json::Error) -> Error {
    Error::Unreadable(format!("{:?} error at line {} column {}", error.classify(), error.line(), error.column()))
}

/// The server's id of a request.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<String> {
    headers.get("x-request-id")?.to_str().ok().map(str::to_owned)
}

/// A refusal in one line: its status, what the body says, and the id of the request.
struct Statement<'a, T>(&'a Refusal<T>, fn(&T) -> String);

impl<T> fmt::Display for Statement<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(refusal, statement) = self;
        write!(formatter, "{} {}", refusal.status.as_u16(), statement(&refusal.body))?;
        match &refusal.request_id {
            Some(id) => write!(formatter, " (request {id})"),
            None => Ok(()),
        }
    }
}

fn details(statement: String, details: Option<impl fmt::Display>) -> String {
    match details {
        Some(details) => format!("{statement}: {details}"),
        None => statement,
    }
}

/// reqwest says only the outermost reason; what a reader needs is the innermost.
struct Chain<'a>(&'a reqwest::Error);

impl fmt::Display for Chain<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)?;
        let mut source = std::error::Error::source(self.0);
        while let Some(reason) = source {
            write!(formatter, ": {reason}")?;
            source = reason.source();
        }
        Ok(())
    }
}

//! What a call can end with when it does not succeed.

use std::fmt;

use bytes::Bytes;
use reqwest::StatusCode;
use serde::Deserialize;

use crate::answer::Answer;
use crate::call;
use crate::generated::types;
use crate::step::Step;

/// An answer that refuses a call, with the body of its dialect.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Refusal<T> {
    /// The status of the answer.
    pub status: StatusCode,
    /// The server's id of the request, for its operator to look up.
    pub request_id: Option<String>,
    /// What the server says, in the shape of the dialect; without the credentials of the request, where it repeats them.
    pub body: T,
    /// The answer as it arrived.
    pub answer: Answer,
}

impl<T> Refusal<T> {
    pub(crate) fn new(body: T, answer: Answer) -> Self {
        let request_id = answer.request_id().map(str::to_owned);
        Self { status: answer.status(), request_id, body, answer }
    }
}

/// What an OAuth endpoint says when it refuses (RFC 6749 §5.2).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct ProtocolError {
    /// The code, such as `invalid_client` or `invalid_scope`.
    pub error: String,
    /// Its explanation, for developers.
    pub error_description: Option<String>,
    /// What was asked for, where this crate asked by itself.
    #[serde(skip)]
    pub step: Option<Step>,
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
        Self { error: body.error, error_description: body.error_description, step: None }
    }
}

/// Why there is no token for a call, other than that it was refused.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct NoToken {
    /// What was asked for; `None` if it was something else than a token.
    pub step: Option<Step>,
    /// What went wrong.
    pub reason: String,
    /// What was answered, if anything was.
    pub answer: Option<Answer>,
    /// The time ran out: the call's own, or that of a request for a token.
    pub timed_out: bool,
}

impl NoToken {
    /// Without an answer.
    pub(crate) fn new(step: Option<Step>, reason: String) -> Self {
        Self { step, reason, answer: None, timed_out: false }
    }
}

/// Why an answer that is signed could not be checked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct NoKeys {
    /// What went wrong.
    pub reason: String,
    /// What was answered to the question for the keys, if anything was.
    pub answer: Option<Answer>,
    /// The time ran out: the call's own, or that of a request for the keys.
    pub timed_out: bool,
}

impl NoKeys {
    pub(crate) fn of(error: &Error) -> Self {
        Self { reason: error.to_string(), answer: error.answer().cloned(), timed_out: error.is_timeout() }
    }

    pub(crate) fn too_late() -> Self {
        let reason = "the time of the call ran out before they arrived".to_owned();
        Self { reason, answer: None, timed_out: true }
    }

    pub(crate) fn panicked() -> Self {
        let reason = "the program's HTTP client panicked, or else this crate".to_owned();
        Self { reason, answer: None, timed_out: false }
    }
}

/// An answer that has not the documented shape.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Unreadable {
    /// Where it departs from it; what stands there may be a secret, and isn't said.
    pub reason: String,
    /// The answer.
    pub answer: Option<Answer>,
}

/// A 401 that stands, because no other token could be had.
#[derive(Debug)]
#[non_exhaustive]
pub struct Unauthorized {
    /// What the operation answered, in the shape of its dialect.
    pub refusal: Error,
    /// Why the token that it refused could not be replaced.
    pub renewal: Error,
}

/// Why a call failed.
///
/// Every operation ends in this one, whatever its dialect. Neither `Display` nor `Debug` shows a secret, a token, the value
/// of a header or the body of an answer, so `?` may turn it into any other error. What the server says in a refusal is shown,
/// without the credentials of the refused request, where it repeats them. Whatever was answered is kept and can be asked for:
/// [`Error::answer`].
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
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The ACP dialect refused the call.
    Acp(Box<Refusal<types::AcpError>>),
    /// The Logto dialect refused the call.
    Logto(Box<Refusal<types::LogtoError>>),
    /// The local user store refused the call.
    LocalUserStore(Box<Refusal<types::LocalUserStoreError>>),
    /// An endpoint of an authorization server refused the call (RFC 6749 §5.2); also what a management call ends
    /// with if the token for it was refused. [`ProtocolError::step`] says which one it was then.
    OAuth(Box<Refusal<ProtocolError>>),
    /// The call's access token was refused, and it could not be replaced. The [answer](Error::answer) is the call's own, and
    /// [`Error::step`] says where the replacement failed.
    Unauthorized(Box<Unauthorized>),
    /// No access token could be obtained for the call, for another reason than a refusal.
    NoToken(Box<NoToken>),
    /// The call was answered and the answer is signed, but the keys to check it with could not be had.
    NoKeys(Box<NoKeys>),
    /// The server can't be used as an authorization server: its metadata is missing, wrong, or for another.
    Discovery(String),
    /// The client is set up in a way that can't work.
    Configuration(String),
    /// The request could not be made of the given values; nothing was sent.
    Request(String),
    /// No answer arrived: no connection, a broken one, or no time left.
    Connection(reqwest::Error),
    /// The answer is none of those that the operation has: another status, or a refusal in another shape, as proxies
    /// send them.
    Unexpected {
        /// The status of the answer.
        status: StatusCode,
        /// The server's id of the request.
        request_id: Option<String>,
        /// The answer as it arrived.
        answer: Box<Answer>,
    },
    /// The answer says that the call succeeded, but has not the documented shape.
    Unreadable(Box<Unreadable>),
}

impl Error {
    pub(crate) fn unexpected(answer: Answer) -> Self {
        let request_id = answer.request_id().map(str::to_owned);
        Self::Unexpected { status: answer.status(), request_id, answer: Box::new(answer) }
    }

    pub(crate) fn unreadable(reason: impl Into<String>, answer: impl Into<Option<Answer>>) -> Self {
        Self::Unreadable(Box::new(Unreadable { reason: reason.into(), answer: answer.into() }))
    }

    /// The answer ended before its end.
    pub(crate) fn broke_off(error: reqwest::Error, answer: Answer) -> Self {
        Self::unreadable(format!("it broke off: {}", Chain(&with_bare_url(error))), answer)
    }

    /// What the server, or whoever is in between, answered; `None` if nothing was.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Acp(refusal) => Some(&refusal.answer),
            Self::Logto(refusal) => Some(&refusal.answer),
            Self::LocalUserStore(refusal) => Some(&refusal.answer),
            Self::OAuth(refusal) => Some(&refusal.answer),
            Self::Unauthorized(unauthorized) => unauthorized.refusal.answer(),
            Self::NoToken(failure) => failure.answer.as_ref(),
            Self::NoKeys(failure) => failure.answer.as_ref(),
            Self::Unexpected { answer, .. } => Some(answer),
            Self::Unreadable(unreadable) => unreadable.answer.as_ref(),
            Self::Discovery(_) | Self::Configuration(_) | Self::Request(_) | Self::Connection(_) => None,
        }
    }

    /// The status of the answer, if one arrived.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Connection(error) => error.status(),
            other => other.answer().map(Answer::status),
        }
    }

    /// The server's id of the request (its `x-request-id`), for its operator to look up.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.answer().and_then(Answer::request_id)
    }

    /// Whether the time ran out, so that the same call could succeed with more of it.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        match self {
            Self::Connection(error) => error.is_timeout(),
            Self::NoToken(failure) => failure.timed_out,
            Self::NoKeys(failure) => failure.timed_out,
            Self::Unauthorized(unauthorized) => unauthorized.renewal.is_timeout(),
            _ => false,
        }
    }

    /// Which request of the authorization server failed, if it was one of those that this crate makes by itself.
    #[must_use]
    pub fn step(&self) -> Option<Step> {
        match self {
            Self::OAuth(refusal) => refusal.body.step,
            Self::Unauthorized(unauthorized) => unauthorized.renewal.step(),
            Self::NoToken(failure) => failure.step,
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Acp(refusal) => {
                let body = &refusal.body;
                statement(formatter, refusal, &[Some(&body.error), body.details.as_ref().map(|text| text as _)])
            }
            Self::Logto(refusal) => {
                let body = &refusal.body;
                let details = body.details.as_ref().map(|text| text as _);
                statement(formatter, refusal, &[Some(&body.code), Some(&body.message), details])
            }
            Self::LocalUserStore(refusal) => {
                let body = &refusal.body;
                statement(formatter, refusal, &[Some(&body.error_code), Some(&body.error_message)])
            }
            Self::OAuth(refusal) => {
                if let Some(step) = refusal.body.step {
                    write!(formatter, "{step}: ")?;
                }
                statement(formatter, refusal, &[Some(&refusal.body)])
            }
            Self::Unauthorized(unauthorized) => {
                let Unauthorized { refusal, renewal } = &**unauthorized;
                write!(formatter, "{refusal}; and there is no other token: {renewal}")
            }
            Self::NoToken(failure) => match failure.step {
                Some(step) => write!(formatter, "no access token: {step}: {}", failure.reason),
                None => write!(formatter, "no access token: {}", failure.reason),
            },
            Self::NoKeys(failure) => write!(formatter, "no keys to check the answer with: {}", failure.reason),
            Self::Discovery(reason) | Self::Configuration(reason) => formatter.write_str(reason),
            Self::Request(reason) => write!(formatter, "the request is incomplete: {reason}"),
            Self::Connection(error) => write!(formatter, "no answer: {}", Chain(error)),
            Self::Unexpected { status, request_id: Some(id), .. } => {
                write!(formatter, "unexpected answer {status} (request {id})")
            }
            Self::Unexpected { status, .. } => write!(formatter, "unexpected answer {status}"),
            Self::Unreadable(unreadable) => {
                write!(formatter, "the answer can't be understood: {}", unreadable.reason)?;
                match unreadable.answer {
                    Some(_) => formatter.write_str(" (`Error::answer` has what came)"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Connection(error) => Some(error),
            Self::Unauthorized(unauthorized) => Some(&unauthorized.renewal),
            _ => None,
        }
    }
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Self {
        Self::Connection(with_bare_url(error))
    }
}

/// The error without the parts of its URL that may be secret, such as the `login_state` of a login.
fn with_bare_url(mut error: reqwest::Error) -> reqwest::Error {
    if let Some(url) = error.url_mut() {
        url.set_query(None);
        url.set_fragment(None);
        // They fail for URLs that can't have any.
        let _ = url.set_username("");
        let _ = url.set_password(None);
    }
    error
}

/// Why there is no token, for every call that waited for it.
#[derive(Debug, Clone)]
pub(crate) enum Failure {
    /// It was refused.
    Refused(Box<Refusal<ProtocolError>>),
    /// Something else.
    Other(Box<NoToken>),
    /// The request holds secrets, and would go in the clear.
    Exposed(String),
}

impl Failure {
    /// Of a call that was made for a token; `step` if the error doesn't say so itself.
    pub(crate) fn of(error: Error, step: Option<Step>) -> Self {
        match error {
            Error::OAuth(mut refusal) => {
                refusal.body.step = refusal.body.step.or(step);
                Self::Refused(refusal)
            }
            Error::NoToken(failure) => Self::Other(failure),
            other => {
                let (reason, answer, timed_out) = (other.to_string(), other.answer().cloned(), other.is_timeout());
                Self::Other(Box::new(NoToken { step, reason, answer, timed_out }))
            }
        }
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => Self::OAuth(refusal),
            Failure::Other(failure) => Self::NoToken(failure),
            Failure::Exposed(reason) => Self::Configuration(reason),
        }
    }
}

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
        convert(error, |refusal| Self::OAuth(Box::new(Refusal::new(ProtocolError::from(refusal.body), refusal.answer))))
    }
}

/// Operations whose refusals have no body.
impl From<progenitor_client::Error<()>> for Error {
    fn from(error: progenitor_client::Error<()>) -> Self {
        convert(error, |refusal| Self::unexpected(refusal.answer))
    }
}

/// What progenitor's error leaves out is what the [present call](call) remembers.
fn convert<T>(error: progenitor_client::Error<T>, refused: impl FnOnce(Refusal<T>) -> Error) -> Error {
    use progenitor_client::Error as Generated;

    let error = match error {
        Generated::ErrorResponse(response) => {
            let head = || Answer::new(response.status(), response.headers().clone());
            let answer = call::answer().unwrap_or_else(head);
            refused(Refusal::new(response.into_inner(), answer))
        }
        Generated::UnexpectedResponse(response) => {
            Error::unexpected(call::answer().unwrap_or_else(|| Answer::head(&response)))
        }
        Generated::CommunicationError(error) | Generated::InvalidUpgrade(error) => Error::from(error),
        Generated::ResponseBodyError(error) => match call::answer() {
            Some(answer) => Error::broke_off(error, answer),
            None => Error::from(error),
        },
        Generated::InvalidResponsePayload(body, error) => misshapen(body, &error),
        Generated::InvalidRequest(message) => Error::Request(message),
        Generated::Custom(reason) => {
            call::failure().map_or_else(|| Error::NoToken(Box::new(NoToken::new(None, reason))), Error::from)
        }
    };
    // One that is left behind by an answer is of the renewal that this answer asked for.
    match call::failure() {
        Some(failure) => Error::Unauthorized(Box::new(Unauthorized { refusal: error, renewal: Error::from(failure) })),
        None => error,
    }
}

/// A body that isn't what the document says. Where the status is a refusal's, that is what counts.
fn misshapen(body: Bytes, error: &serde_json::Error) -> Error {
    match call::answer() {
        // With its body already, as it came.
        Some(answer) if !answer.status().is_success() => Error::unexpected(answer),
        answer => Error::unreadable(place(error), answer.map(|answer| answer.with_body(body))),
    }
}

/// Says where an answer is wrong and not with what: serde quotes the value that it stumbled on, which may be a secret.
pub(crate) fn place(error: &serde_json::Error) -> String {
    format!("{:?} error at line {} column {}", error.classify(), error.line(), error.column())
}

/// A refusal in one line: its status, what the body says, and the id of the request.
fn statement<T>(
    formatter: &mut fmt::Formatter<'_>,
    refusal: &Refusal<T>,
    said: &[Option<&dyn fmt::Display>],
) -> fmt::Result {
    write!(formatter, "{}", refusal.status.as_u16())?;
    for (index, text) in said.iter().flatten().enumerate() {
        write!(formatter, "{}{text}", if index == 0 { " " } else { ": " })?;
    }
    match &refusal.request_id {
        Some(id) => write!(formatter, " (request {id})"),
        None => Ok(()),
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

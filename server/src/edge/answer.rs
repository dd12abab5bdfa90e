//! What a handler answers: a complete body in memory, so that lengths, entity tags and HEAD can be handled in one place. Only a long list goes on behind that.

use bytes::Bytes;
use dropshot::{ApiEndpointResponse, HttpResponse, HttpResponseCreated, HttpResponseDeleted, HttpResponseOk};
use futures::stream::{BoxStream, Stream, StreamExt as _};
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, PRAGMA};
use schemars::JsonSchema;
use serde::Serialize;

use super::document::{Description, SuccessBody};

/// What follows a body's first part. `None` is where it breaks off: the connection ends there, so that nobody takes it for the whole.
type Rest = BoxStream<'static, Option<Bytes>>;

/// A status, headers and a body.
#[derive(Debug)]
pub struct Answer {
    /// Status code.
    pub status: StatusCode,
    /// Response headers; `content-length` and `x-request-id` are added later.
    pub headers: HeaderMap,
    /// The body, possibly empty; its first part where [more follows](Self::followed_by).
    pub body: Bytes,
    pub(super) rest: Option<MoreToCome>,
    /// Why the server failed, for the log alone; never sent.
    pub cause: Option<String>,
}

impl Answer {
    /// An answer without a body.
    #[must_use]
    pub fn empty(status: StatusCode) -> Self {
        Self { status, headers: HeaderMap::new(), body: Bytes::new(), rest: None, cause: None }
    }

    /// An answer with bytes of a given media type.
    #[must_use]
    pub fn bytes(status: StatusCode, content_type: &'static str, body: impl Into<Bytes>) -> Self {
        let mut headers = HeaderMap::with_capacity(4);
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        Self { status, headers, body: body.into(), rest: None, cause: None }
    }

    /// An answer with a JSON body.
    ///
    /// # Errors
    /// When the value can't be written as JSON (a map with keys that are not strings).
    pub fn json(status: StatusCode, value: &impl Serialize) -> Result<Self, serde_json::Error> {
        Ok(Self::bytes(status, "application/json", serde_json::to_vec(value)?))
    }

    /// The body goes on with these parts, which are made as the peer takes them; none of them may be empty. At a `None` it breaks off.
    #[must_use]
    pub fn followed_by(self, rest: impl Stream<Item = Option<Bytes>> + Send + 'static) -> Self {
        Self { rest: Some(MoreToCome(rest.boxed())), ..self }
    }

    /// Is the body all that will be sent?
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.rest.is_none()
    }

    /// Adds a header whose value is known beforehand.
    #[must_use]
    pub fn with_static(mut self, name: HeaderName, value: &'static str) -> Self {
        self.headers.append(name, HeaderValue::from_static(value));
        self
    }

    /// Adds a header; a value that isn't a legal header value is left out.
    #[must_use]
    pub fn with(mut self, name: HeaderName, value: impl TryInto<HeaderValue>) -> Self {
        if let Ok(value) = value.try_into() {
            self.headers.append(name, value);
        }
        self
    }

    /// Keeps it out of every cache, old ones too, because it holds a secret or is true only now (RFC 6749 §5.1).
    #[must_use]
    pub fn no_store(self) -> Self {
        self.with_static(CACHE_CONTROL, "no-store").with_static(PRAGMA, "no-cache")
    }

    /// Says why the server failed. The text goes to the log, so it must not hold secrets.
    #[must_use]
    pub fn because(mut self, cause: Option<String>) -> Self {
        self.cause = cause;
        self
    }
}

/// The rest of a body.
pub(super) struct MoreToCome(pub(super) Rest);

impl std::fmt::Debug for MoreToCome {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("(more to come)")
    }
}

/// The success side of a handler: how it becomes an [`Answer`], and what the document says of it.
pub trait Reply: Send + 'static {
    /// Makes the answer.
    ///
    /// # Errors
    /// When the body can't be written as JSON.
    fn into_answer(self) -> Result<Answer, serde_json::Error>;

    /// Status and schema for the document.
    fn describe() -> ApiEndpointResponse;

    /// Adds the headers of the answer to the document.
    fn describe_headers(_: &mut Description) {}
}

/// 200 with a JSON body.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T: Serialize + JsonSchema + Send + Sync + 'static> Reply for Json<T> {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        Answer::json(StatusCode::OK, &self.0)
    }
    fn describe() -> ApiEndpointResponse {
        HttpResponseOk::<T>::response_metadata()
    }
}

/// 201 with a JSON body.
#[derive(Debug)]
pub struct Created<T>(pub T);

impl<T: Serialize + JsonSchema + Send + Sync + 'static> Reply for Created<T> {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        Answer::json(StatusCode::CREATED, &self.0)
    }
    fn describe() -> ApiEndpointResponse {
        HttpResponseCreated::<T>::response_metadata()
    }
}

/// 204 without a body.
#[derive(Debug)]
pub struct NoContent;

impl Reply for NoContent {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        Ok(Answer::empty(StatusCode::NO_CONTENT))
    }
    fn describe() -> ApiEndpointResponse {
        ApiEndpointResponse {
            description: Some("Done; there is no body.".to_owned()),
            ..HttpResponseDeleted::response_metadata()
        }
    }
}

/// 201 without a body (`Content-Length: 0`).
#[derive(Debug)]
pub struct EmptyCreated;

impl Reply for EmptyCreated {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        Ok(Answer::empty(StatusCode::CREATED))
    }
    fn describe() -> ApiEndpointResponse {
        ApiEndpointResponse {
            success: Some(StatusCode::CREATED),
            description: Some("Made; the body is empty.".to_owned()),
            ..HttpResponseDeleted::response_metadata()
        }
    }
}

/// 200 without a body (`Content-Length: 0`).
#[derive(Debug)]
pub struct EmptyOk;

impl Reply for EmptyOk {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        Ok(Answer::empty(StatusCode::OK))
    }
    fn describe() -> ApiEndpointResponse {
        ApiEndpointResponse {
            success: Some(StatusCode::OK),
            description: Some("Done; the body is empty.".to_owned()),
            ..HttpResponseDeleted::response_metadata()
        }
    }
}

/// A 200 without a body, whose headers were made by the handler: [`Answer::empty`] with more.
#[derive(Debug)]
pub struct HeadersAlone(pub Answer);

impl Reply for HeadersAlone {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        Ok(self.0)
    }
    fn describe() -> ApiEndpointResponse {
        EmptyOk::describe()
    }
}

/// A 200 whose JSON bytes and headers were made by the handler; `T` is only the schema that the document shows.
#[derive(Debug)]
pub struct Prepared<T> {
    answer: Answer,
    schema: std::marker::PhantomData<fn() -> T>,
}

impl<T> Prepared<T> {
    /// Wraps a ready answer whose body is the JSON of a `T`.
    #[must_use]
    pub fn new(answer: Answer) -> Self {
        Self { answer, schema: std::marker::PhantomData }
    }
}

impl<T: Serialize + JsonSchema + Send + Sync + 'static> Reply for Prepared<T> {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        Ok(self.answer)
    }
    fn describe() -> ApiEndpointResponse {
        HttpResponseOk::<T>::response_metadata()
    }
}

/// A reply that no cache keeps: what it shows is somebody's own, and not the same a moment later.
#[derive(Debug)]
pub struct Unkept<R>(pub R);

impl<R: Reply> Reply for Unkept<R> {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        Ok(self.0.into_answer()?.with_static(CACHE_CONTROL, "no-store"))
    }
    fn describe() -> ApiEndpointResponse {
        R::describe()
    }
    fn describe_headers(description: &mut Description) {
        R::describe_headers(description);
    }
}

/// A 200 of bytes, which people keep as a file.
#[derive(Debug)]
pub struct Binary(pub Answer);

impl Binary {
    /// The media type of such answers.
    pub const CONTENT_TYPE: &'static str = "application/octet-stream";
}

impl Reply for Binary {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        Ok(self.0)
    }
    fn describe() -> ApiEndpointResponse {
        ApiEndpointResponse {
            success: Some(StatusCode::OK),
            description: Some("The file.".to_owned()),
            ..HttpResponseDeleted::response_metadata()
        }
    }
    fn describe_headers(description: &mut Description) {
        description.success_body = SuccessBody::File(Self::CONTENT_TYPE);
    }
}

/// Bytes that are not described by a schema: pages, metrics. For operations that are not in the document.
impl Reply for Answer {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        Ok(self)
    }
    fn describe() -> ApiEndpointResponse {
        HttpResponseDeleted::response_metadata()
    }
    fn describe_headers(description: &mut Description) {
        description.success_body = SuccessBody::Undescribed;
    }
}

//! One request, as handlers and extractors see it.

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};
use http::request::Parts;
use http::{HeaderMap, Method, Uri};
use http_body_util::{BodyExt, Either, Full};
use hyper::body::{Body as _, Incoming};

use super::front::{Front, UnderWay};
use super::idempotency::{Identity, Once};
use super::peer::Held;
use super::rejection::{Declared, Rejection};

/// Bytes past the limit, and the time for them, that are still taken off the line before a refusal.
const LINGER: usize = 4 * 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(1);
/// How long before it is carried out a request may have been let in. What else happens within that time could as well have happened later.
const LET_IN_FOR: Duration = Duration::from_secs(1);

/// One request. `C` is the server's context, the same for all operations.
pub struct Request<C: Send + Sync + 'static> {
    pub(super) id: Arc<str>,
    pub(super) client_address: IpAddr,
    pub(super) front: Arc<Front<C>>,
    pub(super) under_way: Arc<UnderWay<C>>,
    pub(super) head: Arc<Parts>,
    /// What it holds in memory, until it is dropped.
    pub(super) held: Held,
    pub(super) operation: Arc<OperationFacts>,
    pub(super) variables: Vec<(Arc<str>, String)>,
    pub(super) body: Option<RequestBody>,
    /// Who was let in, where somebody has to be.
    pub(super) identity: Option<(Arc<dyn Identity>, Instant)>,
    /// What is to be carried out once.
    pub(super) once: Option<Box<Once>>,
    /// Of that, whether it may have been.
    pub(super) may_be_done: Option<Arc<AtomicBool>>,
    /// Raised while [`Request::read_body`] waits; only where there is a body.
    pub(super) reading: Option<Arc<AtomicBool>>,
}

/// A body that arrives, or one that was read before.
pub(super) type RequestBody = Either<Incoming, Full<Bytes>>;

/// What the route table knows of the operation that was found.
#[derive(Debug)]
pub(super) struct OperationFacts {
    pub(super) body_limit: usize,
    pub(super) always_open: bool,
    pub(super) declared: Declared,
    /// Its answers are for who was let in, and in no cache for anybody else.
    pub(super) for_its_caller: bool,
}

impl<C: Send + Sync + 'static> Request<C> {
    /// The server's context.
    #[must_use]
    pub fn context(&self) -> &C {
        self.front.context()
    }

    /// Identifies this request in the log, in `x-request-id` and in audit events.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Request headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// A header's value as text, `None` when absent or not visible ASCII.
    #[must_use]
    pub fn header(&self, name: http::header::HeaderName) -> Option<&str> {
        self.headers().get(name).and_then(|value| value.to_str().ok())
    }

    /// Request target.
    #[must_use]
    pub fn uri(&self) -> &Uri {
        &self.head.uri
    }

    /// Request method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.head.method
    }

    /// Where it comes from: see [`client_address`](super::client_address). The peer of the connection, which may be a proxy, is nobody's business here.
    #[must_use]
    pub fn client_address(&self) -> IpAddr {
        self.client_address
    }

    /// Notes who was let in, for what depends on it later.
    pub fn let_in(&mut self, identity: Arc<dyn Identity>) {
        self.identity = Some((identity, Instant::now()));
    }

    /// To be raised before anything is changed for good: only where it matters whether it was, in spite of a failure.
    #[must_use]
    pub fn may_be_done(&self) -> Option<Arc<AtomicBool>> {
        self.may_be_done.clone()
    }

    /// Who was let in, where somebody has to be.
    pub(super) fn identity(&self) -> Option<&Arc<dyn Identity>> {
        self.identity.as_ref().map(|(identity, _)| identity)
    }

    /// Lets whoever was let in go on. A body may take its time, and so may the first request with a key: rights that are gone meanwhile are gone.
    pub(super) async fn still_let_in(&self) -> Result<(), Rejection> {
        match &self.identity {
            Some((identity, since)) if since.elapsed() > LET_IN_FOR => {
                identity.is_still_let_in(&self.head.headers).await
            }
            Some(_) | None => Ok(()),
        }
    }

    /// How long the request may take.
    pub(super) fn deadline(&self) -> Duration {
        self.front.deadline
    }

    /// Method, target and headers, for what outlives the request.
    pub(super) fn head(&self) -> Arc<Parts> {
        Arc::clone(&self.head)
    }

    /// A variable of the path, decoded.
    #[must_use]
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.variables.iter().find(|(known, _)| &**known == name).map(|(_, value)| value.as_str())
    }

    /// The query's pairs in their order, decoded.
    pub fn query_pairs(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        form_urlencoded::parse(self.uri().query().unwrap_or_default().as_bytes())
    }

    /// The media type of the body in lower case without parameters; `None` when the header is absent.
    #[must_use]
    pub fn media_type(&self) -> Option<String> {
        let value = self.headers().get(http::header::CONTENT_TYPE)?;
        let value = value.to_str().unwrap_or("invalid");
        Some(value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
    }

    /// Reads the whole body, once; empty the second time.
    ///
    /// # Errors
    /// [`Rejection::TooLarge`] past the operation's limit, [`Rejection::Malformed`] when the connection breaks off.
    pub async fn read_body(&mut self) -> Result<Bytes, Rejection> {
        self.read_body_of(self.operation.body_limit).await
    }

    /// As [`Request::read_body`], for an operation that takes longer bodies than others do: as long as a setting says, and as there can be room for.
    ///
    /// # Errors
    /// As [`Request::read_body`].
    pub async fn read_long_body(&mut self, limit: usize) -> Result<Bytes, Rejection> {
        let limit = limit.min(self.held.widen());
        self.read_body_of(limit).await
    }

    /// Puts back what was read, for whoever comes next.
    pub fn put_back(&mut self, body: Bytes) {
        self.body = Some(Either::Right(Full::new(body)));
    }

    async fn read_body_of(&mut self, limit: usize) -> Result<Bytes, Rejection> {
        let raise = |request: &Self, up: bool| {
            if let Some(reading) = &request.reading {
                reading.store(up, Ordering::Relaxed);
            }
        };
        // Stays up when the deadline ends the request in between.
        raise(self, true);
        let read = self.read_whole_body(limit).await;
        raise(self, false);
        read
    }

    async fn read_whole_body(&mut self, limit: usize) -> Result<Bytes, Rejection> {
        let body = match self.body.take() {
            Some(Either::Left(body)) => Either::Left(body),
            // It was read before, and counted.
            Some(Either::Right(body)) => return Ok(body.into_inner().unwrap_or_default()),
            None => return Ok(Bytes::new()),
        };
        // A declared length beyond the limit is refused before a byte of it is kept.
        let declared = self
            .headers()
            .get(http::header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
        let mut body = body;
        if let Some(length) = declared.filter(|length| *length > limit) {
            // Who asked first (RFC 9110 §10.1.1) sends nothing now.
            if length - limit <= LINGER && !self.headers().contains_key(http::header::EXPECT) {
                // Nothing of it was taken yet.
                discard(&mut body, length).await;
            }
            return Err(Rejection::TooLarge { limit });
        }
        let mut first = Bytes::new();
        let mut rest = BytesMut::new();
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| Rejection::Malformed { message: "the body broke off".to_owned() })?;
            let Ok(data) = frame.into_data() else { continue };
            if first.len() + rest.len() + data.len() > limit {
                discard(&mut body, LINGER).await;
                return Err(Rejection::TooLarge { limit });
            }
            if !self.held.grow(data.len()) {
                return Err(Rejection::unavailable("there is no room for the body: too many arrive"));
            }
            // Most bodies come in one piece, which is then used as it came.
            if first.is_empty() {
                first = data;
                if body.is_end_stream() {
                    break;
                }
            } else {
                rest.extend_from_slice(&data);
            }
        }
        Ok(if rest.is_empty() { first } else { [first, rest.freeze()].concat().into() })
    }
}

/// Takes what still comes off the line, up to a bound: a connection that is closed while its peer writes is reset, and the peer never reads the answer
/// (RFC 9112 §9.6).
async fn discard(body: &mut RequestBody, bound: usize) {
    let mut left = bound;
    let rest = async {
        while let Some(Ok(frame)) = body.frame().await {
            let length = frame.data_ref().map_or(0, Bytes::len);
            if length > left {
                return;
            }
            left -= length;
        }
    };
    // Whoever sends more, or more slowly, may find the connection closed.
    let _ = tokio::time::timeout(PATIENCE, rest).await;
}

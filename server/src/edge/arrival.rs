//! One request, from the arrival of its head to its answer.

use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::Instant;

use futures::FutureExt;
use http::header::{
    AUTHORIZATION, CACHE_CONTROL, CONNECTION, CONTENT_TYPE, ETAG, HOST, HeaderName, HeaderValue, RETRY_AFTER,
    TRANSFER_ENCODING, X_CONTENT_TYPE_OPTIONS,
};
use http::request::Parts;
use http::{Method, Response, StatusCode, Version};
use http_body_util::Either;
use hyper::body::{Body as _, Incoming};
use percent_encoding::percent_decode_str;
use tokio::task::JoinError;
use tokio::time::error::Elapsed;
use uuid::Uuid;

use super::answer::Answer;
use super::client_address::client_address;
use super::conditional;
use super::endpoint::Refusal;
use super::front::{Front, Observation, Route, UnderWay};
use super::peer::{AnswerBody, Asking, Held, Peer};
use super::rejection::{Declared, ErrorContext, Rejection};
use super::request::Request;

/// Requests that may be under way for one connection, twice as many as it may have open at a time,
const OF_A_PEER: usize = 200;
/// and for all of a listener.
const OF_ALL: usize = 4096;
const JSON: &str = "application/json";
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What is known of a request as soon as it is there, and what is counted of it until its answer is.
pub(super) struct Arrival<C: Send + Sync + 'static> {
    pub(super) front: Arc<Front<C>>,
    pub(super) started: Instant,
    pub(super) id: Arc<str>,
    pub(super) head: Arc<Parts>,
    pub(super) client_address: IpAddr,
    pub(super) asking: Asking,
    pub(super) under_way: Arc<UnderWay<C>>,
}

/// An operation, and the variables of its path.
type Found<C> = (Arc<Route<C>>, Vec<(Arc<str>, String)>);
/// An answer, and the number of its operation where there is one.
type Refused = Box<(Option<usize>, Answer)>;
/// A handler's end: it answered or refused, panicked, or the deadline passed.
type Finished = Result<std::thread::Result<Result<Answer, Refusal>>, Elapsed>;

/// Answers a request of a connection.
///
/// Most handlers answer without waiting for anything. What has to wait goes on in a task of its own, also when its client hangs up: what has begun to cost
/// or to change something is counted, finished, and leaves its line in the log.
///
/// # Errors
/// When the process ends before there is an answer.
pub(super) async fn answer<C: Send + Sync + 'static>(
    front: Arc<Front<C>>,
    request: http::Request<Incoming>,
    peer: Arc<Peer>,
) -> Result<Response<AnswerBody>, JoinError> {
    let (head, body) = request.into_parts();
    let arrival = Arrival {
        started: Instant::now(),
        id: request_id(),
        client_address: client_address(peer.address().ip(), &head.headers, &front.trusted_proxies.load()),
        head: Arc::new(head),
        under_way: Arc::new(UnderWay::begin(Arc::clone(&front))),
        front,
        asking: Asking::begin(peer),
    };
    let (route, variables) = match arrival.find() {
        Ok(found) => found,
        Err(refused) => return Ok(arrival.end(refused.0, refused.1, None)),
    };
    let reading = (!body.is_end_stream()).then(|| Arc::new(AtomicBool::new(false)));
    let mut handler =
        AssertUnwindSafe((route.call)(arrival.request(&route, variables, body, reading.clone()))).catch_unwind();
    if let Poll::Ready(finished) = futures::poll!(&mut handler) {
        return Ok(arrival.finish(&route, Ok(finished), false));
    }
    let waiting = async move {
        // The timer is theirs alone, too.
        let finished = tokio::time::timeout(arrival.front.deadline, handler).await;
        let is_reading = reading.is_some_and(|reading| reading.load(Ordering::Relaxed));
        arrival.finish(&route, finished, is_reading)
    };
    tokio::spawn(waiting).await
}

/// Tells requests apart: in the log, in `x-request-id`, in audit events.
#[expect(clippy::disallowed_methods, reason = "no decision and no test depends on what it is")]
fn request_id() -> Arc<str> {
    (&*Uuid::new_v4().hyphenated().encode_lower(&mut Uuid::encode_buffer())).into()
}

impl<C: Send + Sync + 'static> Arrival<C> {
    /// The operation that is asked for, or why there is none.
    fn find(&self) -> Result<Found<C>, Refused> {
        let (front, path) = (&self.front, self.head.uri.path());
        let nothing = Declared::default();
        let unrouted = ErrorContext { request_id: &self.id, head: &self.head, declared: &nothing };
        if !self.names_one_host() {
            let rejection = Rejection::Header { name: "Host", message: "must stand once (RFC 9112 §3.2)".to_owned() };
            let answer = front.dialect_of(path).reject(rejection, &unrouted);
            let answer = Answer { status: StatusCode::BAD_REQUEST, ..answer }.with_static(CONNECTION, "close");
            return Err(Box::new((None, answer)));
        }
        if let Some((name, message)) = self.is_ambiguous() {
            let rejection = Rejection::Header { name, message: message.to_owned() };
            let answer = front.dialect_of(path).reject(rejection, &unrouted);
            let answer = Answer { status: StatusCode::BAD_REQUEST, ..answer }.with_static(CONNECTION, "close");
            return Err(Box::new((None, answer)));
        }
        if self.is_coded_otherwise() {
            let rejection = Rejection::Header { name: "Transfer-Encoding", message: "must be chunked".to_owned() };
            let answer = front.dialect_of(path).reject(rejection, &unrouted);
            let answer = Answer { status: StatusCode::NOT_IMPLEMENTED, ..answer }.with_static(CONNECTION, "close");
            return Err(Box::new((None, answer)));
        }
        let trimmed = if path.len() > 1 { path.strip_suffix('/').unwrap_or(path) } else { path };
        let Ok(found) = front.table.at(trimmed) else {
            return Err(Box::new((None, front.dialect_of(path).reject(Rejection::NotFound, &unrouted))));
        };
        let node = found.value;
        // HEAD is GET without the body (RFC 9110 §9.3.2).
        let method = if self.head.method == Method::HEAD { &Method::GET } else { &self.head.method };
        if !node.routes.iter().any(|route| (route.served)(&front.context)) {
            return Err(Box::new((None, node.dialect.reject(Rejection::NotFound, &unrouted))));
        }
        let Some(route) = node.routes.iter().find(|route| route.method == *method) else {
            return Err(Box::new((None, node.no_such_method(&unrouted))));
        };
        // Also those that nobody waits for any more: a stream that is reset, or a connection that is gone, ends nothing of what it has begun.
        if !route.facts.always_open && (self.asking.peer().requests() > OF_A_PEER || front.in_flight() > OF_ALL) {
            let mut answer = self.reject(route, Rejection::unavailable("too many requests are under way"));
            answer.headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
            return Err(Box::new((Some(route.index), route.finished(answer))));
        }
        if !route.facts.always_open && !(front.gate)(&front.context) {
            let answer = self.reject(route, Rejection::unavailable("the server is not ready"));
            return Err(Box::new((Some(route.index), route.finished(answer))));
        }
        let mut variables = Vec::with_capacity(route.variables.len());
        // A literal may stand where an operation has its last variable: see `Surface::beside_variable`.
        let last = trimmed.rsplit('/').next();
        for (name, raw) in route.variables.iter().zip(found.params.iter().map(|(_, raw)| raw).chain(last)) {
            match percent_decode_str(raw).decode_utf8() {
                Ok(value) if !value.contains('\0') => variables.push((Arc::clone(name), value.into_owned())),
                _ => {
                    let rejection =
                        Rejection::Path { field: name.to_string().into(), message: "is not text".to_owned() };
                    let answer = route.finished(self.reject(route, rejection));
                    // Where the dialect says that there is no such path, no operation was called.
                    return Err(Box::new(((answer.status != StatusCode::NOT_FOUND).then_some(route.index), answer)));
                }
            }
        }
        Ok((Arc::clone(route), variables))
    }

    /// What is in front of us must not understand another host than we do. RFC 9112 §3.2: in HTTP/1.1 the field stands exactly once; RFC 9113 §8.3.1: in HTTP/2
    /// it says the same as the authority, if it is there.
    fn names_one_host(&self) -> bool {
        let mut hosts = self.head.headers.get_all(HOST).iter();
        match (self.head.version, hosts.next(), hosts.next()) {
            (Version::HTTP_11, first, second) => first.is_some() && second.is_none(),
            (Version::HTTP_2, Some(host), second) => {
                let authority = self.head.uri.authority().map(|authority| authority.as_str().as_bytes());
                second.is_none() && authority.is_none_or(|authority| authority.eq_ignore_ascii_case(host.as_bytes()))
            }
            _ => true,
        }
    }

    /// What stands twice, of which one of us might look at the first and another at the last (RFC 9110 §5.3); and a target that names a user (§4.2.4 there).
    fn is_ambiguous(&self) -> Option<(&'static str, &'static str)> {
        let stands_twice = |name| self.head.headers.get_all(name).iter().nth(1).is_some();
        if stands_twice(AUTHORIZATION) {
            return Some(("Authorization", "must stand once (RFC 9110 §5.3)"));
        }
        if stands_twice(TRANSFER_ENCODING) {
            return Some(("Transfer-Encoding", "must stand once"));
        }
        let names_user = self.head.uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
        names_user.then_some(("Host", "must not come with a user name (RFC 9110 §4.2.4)"))
    }

    /// RFC 9112 §6.1: a coding that isn't understood is not passed over. The parser has seen to it that `chunked` is the last.
    fn is_coded_otherwise(&self) -> bool {
        let codings = self.head.headers.get_all(TRANSFER_ENCODING).iter();
        codings.into_iter().any(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"chunked"))
    }

    pub(super) fn request(
        &self,
        route: &Route<C>,
        variables: Vec<(Arc<str>, String)>,
        body: Incoming,
        reading: Option<Arc<AtomicBool>>,
    ) -> Request<C> {
        Request {
            id: Arc::clone(&self.id),
            front: Arc::clone(&self.front),
            under_way: Arc::clone(&self.under_way),
            head: Arc::clone(&self.head),
            client_address: self.client_address,
            held: Held::by(self.asking.peer()),
            operation: Arc::clone(&route.facts),
            variables,
            body: Some(Either::Left(body)),
            identity: None,
            once: None,
            may_be_done: None,
            reading,
        }
    }

    fn reject(&self, route: &Route<C>, rejection: Rejection) -> Answer {
        let context = ErrorContext { request_id: &self.id, head: &self.head, declared: &route.facts.declared };
        route.dialect.reject(rejection, &context)
    }

    /// Makes an answer of whatever became of the handler.
    pub(super) fn finish(self, route: &Route<C>, finished: Finished, is_reading: bool) -> Response<AnswerBody> {
        let mut panic = None;
        let mut answer = match finished {
            Ok(Ok(Ok(answer))) => answer,
            Ok(Ok(Err(refusal))) => {
                refusal(&ErrorContext { request_id: &self.id, head: &self.head, declared: &route.facts.declared })
            }
            Ok(Err(payload)) => {
                panic = Some(panic_text(&*payload));
                self.reject(route, Rejection::Internal)
            }
            // RFC 9110 §15.5.9: the rest of the body isn't waited for.
            Err(_) if is_reading => self.reject(route, Rejection::SlowBody).with_static(CONNECTION, "close"),
            Err(_) => self.reject(route, Rejection::Deadline).because(Some("the deadline passed".to_owned())),
        };
        let media_type = route.dialect.json_media_type;
        if media_type != JSON && answer.headers.get(CONTENT_TYPE).is_some_and(|value| value == JSON) {
            answer.headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        }
        let is_got = matches!(self.head.method, Method::GET | Method::HEAD) && answer.status == StatusCode::OK;
        if is_got && answer.is_whole() && (route.dialect.entity_tags || answer.headers.contains_key(ETAG)) {
            answer = conditional::tagged(answer, &self.head);
        }
        if route.facts.for_its_caller && !answer.headers.contains_key(CACHE_CONTROL) {
            answer.headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        if route.dialect.echoes_request_id
            && let Some(theirs) = self.callers_request_id()
        {
            answer.headers.insert(REQUEST_ID, theirs);
        }
        let answer = route.finished(answer);
        self.end(Some(route.index), answer, panic.as_deref())
    }

    /// Hands the answer over to the connection, and tells of it.
    pub(super) fn end(self, operation: Option<usize>, answer: Answer, panic: Option<&str>) -> Response<AnswerBody> {
        let peer = self.asking.peer();
        let mut held = Held::by(peer);
        // What others hold as well is in memory anyway.
        let cost = if answer.body.is_unique() { answer.body.len() } else { 0 };
        let answer = if held.grow(cost) { answer } else { self.no_room() };
        self.front.observer.observe(&Observation {
            request_id: &self.id,
            method: &self.head.method,
            path: self.head.uri.path(),
            operation,
            answer: &answer,
            duration: self.started.elapsed(),
            remote_addr: peer.address(),
            client_address: self.client_address,
            panic,
        });
        let without_body = self.head.method == Method::HEAD;
        let Answer { status, headers, body, rest, cause: _ } = answer;
        let length = rest.is_none().then_some(body.len());
        let (body, rest) = if without_body { (bytes::Bytes::new(), None) } else { (body, rest) };
        let body = AnswerBody::new(body, held, self.asking);
        let body = match rest {
            Some(rest) => body.followed_by(rest, self.under_way),
            None => body,
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        let headers = response.headers_mut();
        if let Some(length) = length.filter(|_| without_body) {
            headers.insert(http::header::CONTENT_LENGTH, HeaderValue::from(length));
        }
        if !headers.contains_key(REQUEST_ID)
            && let Ok(id) = HeaderValue::from_str(&self.id)
        {
            headers.insert(REQUEST_ID, id);
        }
        // No answer is anything but what it says.
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        // HTTP/2 has no such header (RFC 9113 §8.2.2).
        if self.head.version < Version::HTTP_2 && self.front.is_leaving() {
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        response
    }

    /// The one that a caller gave; several are none.
    fn callers_request_id(&self) -> Option<HeaderValue> {
        let mut values = self.head.headers.get_all(REQUEST_ID).iter();
        values.next().filter(|_| values.next().is_none()).cloned()
    }

    fn no_room(&self) -> Answer {
        let nothing = Declared::default();
        let context = ErrorContext { request_id: &self.id, head: &self.head, declared: &nothing };
        let rejection = Rejection::unavailable("there is no room for the answer: too many wait to be taken");
        let mut answer = self.front.dialect_of(self.head.uri.path()).reject(rejection, &context);
        answer.headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
        answer
    }
}

fn panic_text(payload: &(dyn std::any::Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        (*text).to_owned()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "a panic without text".to_owned()
    }
}

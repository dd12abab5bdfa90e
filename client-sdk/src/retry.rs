//! Sends requests, and decides which of them may be sent again.
//!
//! | what happened | GET, HEAD, OPTIONS | PUT, DELETE | POST, PATCH |
//! |---|---|---|---|
//! | no connection could be made | again | again | again: nothing was sent |
//! | 429 or 503 with `Retry-After` | again | again | again: the server says that it turned the call away |
//! | 429 or 503 without it | again | again | answer returned |
//! | the connection broke after the request was sent | again | error returned | error returned, unless it has a key |
//! | the time ran out, or any other answer | returned | returned | returned |
//!
//! What works once, such as an assertion that a client signed or a refresh token, is sent again only where it can't have been
//! used: an assertion after a connection that could not be made, or signed anew.
//!
//! What an authorization server is asked by [`crate::oauth`] and harms nobody when it is asked twice counts as a GET: discovery,
//! introspection, revocation, and a token for the client itself.
//!
//! Operations that take `X-Idempotency-Key` get a random one, unless the caller has chosen it. The server does such a call once, and answers whoever
//! asks again with the same key within a minute as it answered first.
//!
//! RFC 9110 §9.2.2 would also allow a `DELETE` whose connection broke to be sent again, but then the caller
//! could be told 404 for what was in fact removed by this very call.

use std::fmt;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::DateTime;
use reqwest::header::{DATE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER};
use reqwest::{Method, Request, Response, StatusCode};
use url::Url;

use crate::call;
use crate::discovery::is_loopback;

/// The longest pause of the first repetition; it doubles with each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
/// No pause that we choose ourselves is longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// The shortest time that is worth an attempt.
const SHORTEST_ATTEMPT: Duration = Duration::from_millis(1);

/// No call waits longer, whatever it is told: an instant that is too far away can't be computed.
const LONGEST_WAIT: Duration = Duration::from_hours(24 * 365 * 30);

/// How long after the first try a request with a key may be sent again: the server keeps what it answered for a minute.
const KEY_HOLDS_FOR: Duration = Duration::from_secs(50);

/// The two ways that requests can go.
pub(crate) struct HttpBuilders {
    /// As the caller and the environment say.
    general: reqwest::ClientBuilder,
    /// Past every proxy.
    direct: reqwest::ClientBuilder,
}

impl HttpBuilders {
    pub(crate) fn new(configure: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder) -> Self {
        let ours = || {
            reqwest::Client::builder()
                .connect_timeout(Duration::from_secs(10))
                .user_agent(concat!("authplane-client/", env!("CARGO_PKG_VERSION")))
        };
        // Last, so that nobody can forget it: a redirected request would carry its secrets along.
        let configured = || configure(ours()).redirect(reqwest::redirect::Policy::none());
        Self { general: configured(), direct: configured().no_proxy() }
    }
}

impl Default for HttpBuilders {
    fn default() -> Self {
        Self::new(|http| http)
    }
}

/// Where the present comes from; see [`ClientBuilder::time_source`](crate::ClientBuilder::time_source).
pub(crate) type TimeSource = Arc<dyn Fn() -> Instant + Send + Sync>;

/// Whether a request may be sent a second time after it may have arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repetition {
    /// As its method says.
    ByMethod,
    /// It is harmless: discovery, introspection, another token for the same client.
    Harmless,
    /// As its method says; and the server does it once, since it has a key.
    Keyed,
    /// It works once: an assertion that the client signed. Only what never arrived is sent again.
    Unsent,
}

/// All that was tried of one call.
#[derive(Debug)]
pub(crate) struct Tries {
    begun: Instant,
    /// The server may have done it, without our having heard of it.
    pub(crate) may_be_done: bool,
}

impl Tries {
    /// Of a call that begins now.
    pub(crate) fn from(begun: Instant) -> Self {
        Self { begun, may_be_done: false }
    }
}

/// The HTTP client with its time limits, shared by everything that one [`Client`](crate::Client) sends.
#[derive(Clone)]
pub(crate) struct Transport {
    http: reqwest::Client,
    /// For `http:` to the loopback, which is no danger only as long as it stays there.
    direct: reqwest::Client,
    limits: Limits,
    /// What the caller wants to be sent along.
    headers: HeaderMap,
    now: TimeSource,
    jitter: Arc<Jitter>,
}

/// Random fractions, each client's its own. `RandomState` has keys from the system; the fractions need to differ, not to
/// be secret.
#[derive(Default)]
struct Jitter {
    keys: RandomState,
    drawn: AtomicU64,
}

impl Jitter {
    /// What no other call of this client has, nor of another one: 128 bits.
    fn key(&self) -> String {
        let half = || self.keys.hash_one(self.drawn.fetch_add(1, Ordering::Relaxed));
        format!("{:016x}{:016x}", half(), half())
    }

    /// Between 0 and 1.
    fn fraction(&self) -> f64 {
        let hash = self.keys.hash_one(self.drawn.fetch_add(1, Ordering::Relaxed));
        f64::from(u32::try_from(hash >> 32).unwrap_or_default()) / f64::from(u32::MAX)
    }
}

/// What bounds one call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// How often a request is repeated after its first try.
    pub(crate) retries: u32,
    /// All tries and the pauses between them.
    pub(crate) timeout: Duration,
    /// `http:` is accepted for hosts other than the loopback.
    pub(crate) plain_http: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self { retries: 3, timeout: Duration::from_secs(30), plain_http: false }
    }
}

impl Transport {
    /// # Errors
    /// If TLS can't be set up.
    pub(crate) fn new(http: HttpBuilders, limits: Limits, now: TimeSource) -> reqwest::Result<Self> {
        let (http, direct) = (http.general.build()?, http.direct.build()?);
        Ok(Self { http, direct, limits, headers: HeaderMap::new(), now, jitter: Arc::default() })
    }

    /// The same with another time limit.
    pub(crate) fn with_timeout(mut self, timeout: Duration) -> Self {
        self.limits.timeout = timeout;
        self
    }

    /// The same with one more header.
    pub(crate) fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// What requests to this URL are sent by.
    pub(crate) fn http(&self, url: &Url) -> &reqwest::Client {
        if url.scheme() == "http" && is_loopback(url) { &self.direct } else { &self.http }
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(crate) fn now(&self) -> Instant {
        (self.now)()
    }

    /// A key for a call that the server shall do once (`X-Idempotency-Key`).
    pub(crate) fn idempotency_key(&self) -> String {
        self.jitter.key()
    }

    /// When a call that begins now has to be over.
    pub(crate) fn deadline(&self) -> Instant {
        let now = self.now();
        now.checked_add(self.limits.timeout.min(LONGEST_WAIT)).unwrap_or(now)
    }

    /// Sends the request, again where the table of this module allows it, and gives back the last outcome.
    pub(crate) async fn send(
        &self,
        request: Request,
        repetition: Repetition,
        deadline: Instant,
    ) -> reqwest::Result<Response> {
        self.send_again(request, repetition, deadline, &mut Tries::from(self.now())).await
    }

    /// As [`Transport::send`], of a call of which something was tried before.
    pub(crate) async fn send_again(
        &self,
        request: Request,
        repetition: Repetition,
        deadline: Instant,
        tries: &mut Tries,
    ) -> reqwest::Result<Response> {
        // Boxed: it is in every call of the client, and large.
        Box::pin(self.try_until(request, repetition, deadline, tries, |_| Ok(()))).await
    }

    /// As [`Transport::send`], where each try needs something that works once.
    ///
    /// # Errors
    /// The caller's own if a try can't be prepared, and those of the last one.
    pub(crate) async fn send_prepared<E: From<reqwest::Error>>(
        &self,
        request: Request,
        repetition: Repetition,
        deadline: Instant,
        prepare: impl Fn(&mut Request) -> Result<(), E> + Send,
    ) -> Result<Response, E> {
        self.try_until(request, repetition, deadline, &mut Tries::from(self.now()), prepare).await
    }

    async fn try_until<E: From<reqwest::Error>>(
        &self,
        mut request: Request,
        repetition: Repetition,
        deadline: Instant,
        tries: &mut Tries,
        prepare: impl Fn(&mut Request) -> Result<(), E> + Send,
    ) -> Result<Response, E> {
        for (name, value) in &self.headers {
            request.headers_mut().insert(name, value.clone());
        }
        let mut repeated = 0;
        loop {
            let time_left = deadline.saturating_duration_since(self.now()).max(SHORTEST_ATTEMPT);
            let limit = request.timeout().map_or(time_left, |own| time_left.min(*own));
            // A body that streams can't be read twice; such a request has one try.
            let copy = if repeated < self.limits.retries { request.try_clone() } else { None };
            let method = request.method().clone();
            *request.timeout_mut() = Some(limit);
            prepare(&mut request)?;

            let sent = request.try_clone();
            let outcome = self.http(request.url()).execute(request).await;
            if outcome.as_ref().is_ok_and(|response| !response.status().is_success()) {
                call::is_refused(sent);
            }
            tries.may_be_done |= match &outcome {
                Ok(response) => response.status().is_server_error(),
                Err(error) => !error.is_connect(),
            };
            let Some(copy) = copy else { return Ok(outcome?) };
            let Verdict::Again { asked } = judge(&method, repetition, &outcome) else { return Ok(outcome?) };
            let pause = self.pause(repeated, asked);
            let age = self.now().saturating_duration_since(tries.begun).saturating_add(pause);
            if repetition == Repetition::Keyed && tries.may_be_done && age >= KEY_HOLDS_FOR {
                return Ok(outcome?);
            }
            if pause >= deadline.saturating_duration_since(self.now()) {
                return Ok(outcome?);
            }
            tokio::time::sleep(pause).await;
            repeated += 1;
            call::repeats();
            request = copy;
        }
    }

    /// Exponential backoff with full jitter. What the server asked for is waited in full, plus a little, so
    /// that those it turned away together don't come back together.
    fn pause(&self, repeated: u32, asked: Option<Duration>) -> Duration {
        let ceiling = FIRST_PAUSE.saturating_mul(2_u32.saturating_pow(repeated)).min(LONGEST_PAUSE);
        let fraction = self.jitter.fraction();
        match asked {
            Some(asked) => asked.saturating_add(FIRST_PAUSE.mul_f64(fraction)),
            None => ceiling.mul_f64(fraction),
        }
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Transport").field("limits", &self.limits).finish_non_exhaustive()
    }
}

/// What follows from the outcome of one try.
enum Verdict {
    /// It stands.
    Stands,
    /// The request may be sent again, after the pause that the server asked for.
    Again { asked: Option<Duration> },
}

/// The table of this module.
fn judge(method: &Method, repetition: Repetition, outcome: &reqwest::Result<Response>) -> Verdict {
    let harmless = repetition == Repetition::Harmless;
    let is_done_once = harmless || repetition == Repetition::Keyed;
    let (again, asked) = match outcome {
        Err(error) if error.is_connect() => (true, None),
        _ if repetition == Repetition::Unsent => (false, None),
        Err(error) if error.is_request() && !error.is_timeout() => (is_done_once || method.is_safe(), None),
        Err(_) => (false, None),
        Ok(response) => match response.status() {
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                let asked = retry_after(response.headers());
                (harmless || method.is_idempotent() || asked.is_some(), asked)
            }
            _ => (false, None),
        },
    };
    if again { Verdict::Again { asked } } else { Verdict::Stands }
}

/// RFC 9110 §10.2.3: seconds, or a date. The date is measured from the answer's own `Date`, so the two clocks need
/// not agree; without a `Date` it says nothing.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let then = DateTime::parse_from_rfc2822(text).ok()?;
    let sent = DateTime::parse_from_rfc2822(headers.get(DATE)?.to_str().ok()?).ok()?;
    Some((then - sent).to_std().unwrap_or_default())
}

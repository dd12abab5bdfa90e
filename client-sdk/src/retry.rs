//! Sends requests, and decides which of them may be sent again.
//!
//! | what happened | GET, HEAD, OPTIONS | PUT, DELETE | POST, PATCH |
//! |---|---|---|---|
//! | no connection could be made | again | again | again: nothing was sent |
//! | 429 or 503 with `Retry-After` | again | again | again: the server says that it turned the call away |
//! | 429 or 503 without it | again | again | answer returned |
//! | the connection broke after the request was sent | again | error returned | error returned |
//! | the time ran out, or any other answer | returned | returned | returned |
//!
//! RFC 9110 §9.2.2 would also allow a `DELETE` whose connection broke to be sent again, but then the caller
//! could be told 404 for what was in fact removed by this very call.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::DateTime;
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};
use reqwest::{Method, Request, Response, StatusCode};

/// The longest pause of the first repetition; it doubles with each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
/// No pause that we choose ourselves is longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// The shortest time that is worth an attempt.
const SHORTEST_ATTEMPT: Duration = Duration::from_millis(1);

/// Follows no redirects: a redirected request would carry its secrets along.
///
/// # Errors
/// If TLS can't be set up.
pub(crate) fn default_http_client() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(Duration::from_secs(10))
        .user_agent(concat!("authplane-client/", env!("CARGO_PKG_VERSION")))
        .build()
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
}

/// The HTTP client with its time limits, shared by everything that one [`Client`](crate::Client) sends.
#[derive(Clone)]
pub(crate) struct Transport {
    http: reqwest::Client,
    limits: Limits,
    now: TimeSource,
    jitter: Arc<Mutex<fastrand::Rng>>,
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
    pub(crate) fn new(http: reqwest::Client, limits: Limits, now: TimeSource) -> Self {
        #[expect(clippy::disallowed_methods, reason = "jitter keeps clients apart only if each has its own seed")]
        let jitter = fastrand::Rng::new();
        let jitter = Arc::new(Mutex::new(jitter));
        Self { http, limits, now, jitter }
    }

    pub(crate) fn http(&self) -> &reqwest::Client {
        &self.http
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(crate) fn now(&self) -> Instant {
        (self.now)()
    }

    /// When a call that begins now has to be over.
    pub(crate) fn deadline(&self) -> Instant {
        self.now() + self.limits.timeout
    }

    /// Sends the request, again where the table of this module allows it, and gives back the last outcome.
    pub(crate) async fn send(
        &self,
        mut request: Request,
        repetition: Repetition,
        deadline: Instant,
    ) -> reqwest::Result<Response> {
        let mut repeated = 0;
        loop {
            let time_left = deadline.saturating_duration_since(self.now()).max(SHORTEST_ATTEMPT);
            let limit = request.timeout().map_or(time_left, |own| time_left.min(*own));
            // A body that streams can't be read twice; such a request has one try.
            let copy = if repeated < self.limits.retries { request.try_clone() } else { None };
            let method = request.method().clone();
            *request.timeout_mut() = Some(limit);

            let outcome = self.http.execute(request).await;
            let Some(copy) = copy else { return outcome };
            let Verdict::Again { asked } = judge(&method, repetition, &outcome) else { return outcome };
            let pause = self.pause(repeated, asked);
            if self.now() + pause >= deadline {
                return outcome;
            }
            tokio::time::sleep(pause).await;
            repeated += 1;
            request = copy;
        }
    }

    /// Exponential backoff with full jitter. What the server asked for is waited in full, plus a little, so
    /// that those it turned away together don't come back together.
    fn pause(&self, repeated: u32, asked: Option<Duration>) -> Duration {
        let ceiling = FIRST_PAUSE.saturating_mul(2_u32.saturating_pow(repeated)).min(LONGEST_PAUSE);
        let fraction = self.jitter.lock().unwrap_or_else(PoisonError::into_inner).f64();
        match asked {
            Some(asked) => asked + FIRST_PAUSE.mul_f64(fraction),
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
    let (again, asked) = match outcome {
        Err(error) if error.is_connect() => (true, None),
        Err(error) if error.is_request() && !error.is_timeout() => (harmless || method.is_safe(), None),
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

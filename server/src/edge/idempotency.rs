//! `X-Idempotency-Key`: who asks the same again within a minute gets the answer that there was, and it is done once.
//!
//! | a request with a key | what happens |
//! |---|---|
//! | that its caller hasn't used | it is carried out, also when its client goes away meanwhile, and its answer is kept |
//! | again, and the answer is there | the same answer, with `X-Idempotent-Replayed: true` |
//! | again, while the first is carried out | it waits for that answer, as long as a request may take; then 503 |
//! | again, with another body, method, target or `If-Match` | 422, or what the operation has in its place |
//! | again, after a failure (5xx) before anything can have been changed, or after 401, 403 or 429 | it is carried out |
//! | again, after a failure that says nothing of whether it was changed | 503, as long as the key is kept: it is not done twice |
//!
//! What takes too long is answered 503 and finished all the same, for whoever asks again.
//! What is refused before the handler runs (a body that can't be read) claims no key. Keys are told apart by who was let in ([`Request::let_in`]), so an
//! operation's [`IdempotencyKey`] stands behind its caller. This module decides what is the same; where answers are kept is the context's affair.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use aws_lc_rs::digest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use futures::FutureExt;
use futures::future::BoxFuture;
use http::header::{HeaderName, HeaderValue, IF_MATCH};
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::answer::Answer;
use super::document::Description;
use super::endpoint::Refusal;
use super::extract::FromRequest;
use super::rejection::{ErrorContext, Rejection};
use super::request::{OperationFacts, Request};

/// The request's header.
pub const KEY: HeaderName = HeaderName::from_static("x-idempotency-key");
/// The answer's header, on every answer but the first.
pub const REPLAYED: HeaderName = HeaderName::from_static("x-idempotent-replayed");

/// How long a key may be, in characters. A short one could be somebody's counter, and come again by chance.
const LENGTH: std::ops::RangeInclusive<usize> = 32..=255;
/// How long an answer is kept.
const KEPT_FOR: Duration = Duration::from_mins(1);
/// What a claim outlives the time that its request may take: by a whole window at least, for it may have been done in the last moment, by a process that is gone.
const MARGIN: Duration = Duration::from_secs(10);
/// How many deadlines long what nobody waits for any more may go on.
const FINISHED_WITHIN: u32 = 2;
/// Between two looks at whether another request's answer is there: at first, and at most.
const PAUSES: (Duration, Duration) = (Duration::from_millis(20), Duration::from_millis(500));

/// Where answers are kept, for all replicas at once. Implemented by the context.
pub trait AnswerStore: Send + Sync + 'static {
    /// Claims a key, or finds what became of it. Of several that claim it at once, one gets [`Claimed::Now`].
    fn claim<'a>(
        &'a self,
        key: &'a Key,
        fingerprint: &'a str,
        held_for: Duration,
    ) -> BoxFuture<'a, Result<Claimed, Rejection>>;

    /// Keeps the answer to the request that holds this claim; without effect once the claim is over. It is answered in any case, so a failure is the store's own
    /// affair: the claim ends by itself.
    fn keep<'a>(&'a self, key: &'a Key, claim: &'a str, answer: &'a [u8], kept_for: Duration) -> BoxFuture<'a, ()>;

    /// Gives the claim up, so that the next request with the key is carried out.
    fn release<'a>(&'a self, key: &'a Key, claim: &'a str) -> BoxFuture<'a, ()>;
}

/// A key of one caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The caller's tenant.
    pub tenant: String,
    /// Of caller and key, so of a fixed length whatever they are.
    pub digest: String,
}

/// What became of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// It is the caller's now, under this name of the claim.
    Now(String),
    /// Another request holds it and is being carried out.
    Before,
    /// It was answered with this.
    Answered(Vec<u8>),
    /// It stands for a request with another fingerprint.
    Otherwise,
}

/// Who was let in, as far as keys are told apart by it.
pub trait Identity: Send + Sync + 'static {
    /// The caller's tenant.
    fn tenant(&self) -> &str;
    /// Whatever an answer to this caller may depend on: who it is, and with which rights.
    fn caller(&self) -> Vec<&str>;
    /// Would the same request be let in now, and with the same rights?
    fn is_still_let_in<'a>(&'a self, headers: &'a HeaderMap) -> BoxFuture<'a, Result<(), Rejection>>;
}

/// `X-Idempotency-Key` of a request; without the header each request is carried out. Put it behind the caller. Every POST of ACP takes it.
#[derive(Clone, Copy, Debug)]
pub struct IdempotencyKey;

impl<C: AnswerStore + Clone> FromRequest<C> for IdempotencyKey {
    async fn from_request(request: &mut Request<C>) -> Result<Self, Rejection> {
        let Some(key) = key(request.headers())?.map(str::to_owned) else { return Ok(Self) };
        // An operation whose caller isn't let in before can't tell one caller's keys from another's.
        let Some(identity) = request.identity().cloned() else { return Err(Rejection::Internal) };
        let body = request.read_body().await?;
        let head = request.head();
        let key = Key {
            tenant: identity.tenant().to_owned(),
            digest: digest_of(identity.caller().into_iter().chain([key.as_str()]).map(str::as_bytes)),
        };
        let may_be_done: Arc<AtomicBool> = Arc::default();
        request.may_be_done = Some(Arc::clone(&may_be_done));
        request.once = Some(Box::new(Once {
            store: Arc::new(request.context().clone()),
            key,
            fingerprint: fingerprint(&head, &body),
            head,
            may_be_done,
            _under_way: Arc::clone(&request.under_way) as _,
            facts: Arc::clone(&request.operation),
            request_id: Arc::clone(&request.id),
            deadline: request.deadline(),
        }));
        request.put_back(body);
        Ok(Self)
    }

    fn describe(description: &mut Description) {
        description.raw_parameters.push(json!({
            "name": "X-Idempotency-Key", "in": "header",
            "schema": {"type": "string", "minLength": LENGTH.start(), "maxLength": LENGTH.end()},
            "description": "Of the caller's choice and random: the same request with the same key within a minute is carried out once and answered alike. With another request it is refused.",
        }));
        description.rejections.push(Rejection::Header { name: "X-Idempotency-Key", message: String::new() });
        description.rejections.push(Rejection::IdempotencyKeyReused);
        description.response_headers.push((
            "X-Idempotent-Replayed",
            json!({"description": "`true` when an earlier request with the same key was carried out.", "schema": {"type": "string", "enum": ["true"]}}),
        ));
    }
}

fn key(headers: &HeaderMap) -> Result<Option<&str>, Rejection> {
    let mut values = headers.get_all(KEY).iter();
    let Some(value) = values.next() else { return Ok(None) };
    let refused = |message: &str| Rejection::Header { name: "X-Idempotency-Key", message: message.to_owned() };
    if values.next().is_some() {
        return Err(refused("must not be repeated"));
    }
    let key = value.to_str().map_err(|_| refused("must be printable ASCII"))?;
    if LENGTH.contains(&key.len()) {
        Ok(Some(key))
    } else {
        Err(refused(&format!("must have {} to {} characters", LENGTH.start(), LENGTH.end())))
    }
}

/// What makes two requests the same.
fn fingerprint(head: &Parts, body: &[u8]) -> String {
    let target = head.uri.path_and_query().map_or("", |target| target.as_str());
    let conditions = head.headers.get_all(IF_MATCH).iter().map(HeaderValue::as_bytes);
    digest_of([head.method.as_str().as_bytes(), target.as_bytes(), body].into_iter().chain(conditions))
}

fn digest_of<'a>(parts: impl Iterator<Item = &'a [u8]>) -> String {
    let mut context = digest::Context::new(&digest::SHA256);
    for part in parts {
        // With its length, so that no two rows of parts are the same bytes.
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part);
    }
    URL_SAFE_NO_PAD.encode(context.finish())
}

/// A request that is to be carried out once.
pub(super) struct Once {
    store: Arc<dyn AnswerStore>,
    key: Key,
    fingerprint: String,
    head: Arc<Parts>,
    /// Raised when the change is sent off.
    may_be_done: Arc<AtomicBool>,
    /// It counts as long as it goes on.
    _under_way: Arc<dyn Any + Send + Sync>,
    facts: Arc<OperationFacts>,
    request_id: Arc<str>,
    deadline: Duration,
}

impl Once {
    /// Carries it out, or finds the answer of the request that was.
    pub(super) async fn answer(
        self: Box<Self>,
        work: BoxFuture<'static, Result<Answer, Refusal>>,
    ) -> Result<Answer, Rejection> {
        // A task of its own: a client that goes away in the middle and asks again must not have it done twice.
        match tokio::spawn(self.claim_and_carry_out(work)).await {
            Ok(answer) => answer,
            Err(error) => match error.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => Err(Rejection::Internal),
            },
        }
    }

    async fn claim_and_carry_out(
        self: Box<Self>,
        work: BoxFuture<'static, Result<Answer, Refusal>>,
    ) -> Result<Answer, Rejection> {
        let until = tokio::time::Instant::now() + self.deadline;
        let mut pause = PAUSES.0;
        loop {
            let held_for = self.deadline * FINISHED_WITHIN + KEPT_FOR + MARGIN;
            match self.store.claim(&self.key, &self.fingerprint, held_for).await? {
                Claimed::Now(claim) => return self.carry_out(&claim, work).await,
                Claimed::Answered(kept) => return Kept::replay(&kept).ok_or(Rejection::Internal),
                Claimed::Otherwise => return Err(Rejection::IdempotencyKeyReused),
                Claimed::Before if tokio::time::Instant::now() + pause >= until => return Err(Rejection::Deadline),
                Claimed::Before => tokio::time::sleep(pause).await,
            }
            pause = PAUSES.1.min(pause * 2);
        }
    }

    async fn carry_out(
        &self,
        claim: &str,
        work: BoxFuture<'static, Result<Answer, Refusal>>,
    ) -> Result<Answer, Rejection> {
        // Whoever asked is told of the deadline meanwhile.
        let limit = self.deadline * FINISHED_WITHIN;
        let result = match tokio::time::timeout(limit, AssertUnwindSafe(work).catch_unwind()).await {
            Ok(Ok(result)) => result,
            Ok(Err(panic)) => {
                self.give_up(claim).await;
                std::panic::resume_unwind(panic)
            }
            Err(_) => {
                self.give_up(claim).await;
                return Err(Rejection::Deadline);
            }
        };
        let declared = &self.facts.declared;
        let context = ErrorContext { request_id: &self.request_id, head: &self.head, declared };
        let answer = result.unwrap_or_else(|refusal| refusal(&context));
        match Kept::of(&answer) {
            Some(kept) => self.store.keep(&self.key, claim, &kept, KEPT_FOR).await,
            None => self.give_up(claim).await,
        }
        Ok(answer)
    }

    /// Leaves the key to the next request, unless this one may have been done: then nobody gets it before it is forgotten.
    async fn give_up(&self, claim: &str) {
        if !self.may_be_done.load(Ordering::Acquire) {
            self.store.release(&self.key, claim).await;
        }
    }
}

/// An answer as it is kept: this as a line of JSON, then the body.
#[derive(Serialize, Deserialize)]
struct Kept {
    status: u16,
    headers: Vec<(String, String)>,
}

impl Kept {
    /// `None` for failures of the server, and for what may be answered otherwise a moment later: whoever asks again means to try again.
    fn of(answer: &Answer) -> Option<Vec<u8>> {
        const FOR_NOW: [StatusCode; 3] =
            [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN, StatusCode::TOO_MANY_REQUESTS];
        if !answer.is_whole() || answer.status.is_server_error() || FOR_NOW.contains(&answer.status) {
            return None;
        }
        let text = |value: &HeaderValue| value.to_str().ok().map(str::to_owned);
        let headers = answer.headers.iter().filter_map(|(name, value)| Some((name.to_string(), text(value)?)));
        let mut kept = serde_json::to_vec(&Self { status: answer.status.as_u16(), headers: headers.collect() }).ok()?;
        kept.push(b'\n');
        kept.extend_from_slice(&answer.body);
        Some(kept)
    }

    fn replay(kept: &[u8]) -> Option<Answer> {
        let end = kept.iter().position(|byte| *byte == b'\n')?;
        let head: Self = serde_json::from_slice(&kept[..end]).ok()?;
        let mut answer = Answer::empty(StatusCode::from_u16(head.status).ok()?);
        for (name, value) in head.headers {
            answer = answer.with(HeaderName::try_from(name).ok()?, value);
        }
        answer.body = Bytes::copy_from_slice(&kept[end + 1..]);
        Some(answer.with_static(REPLAYED, "true"))
    }
}

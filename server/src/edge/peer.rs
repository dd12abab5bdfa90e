//! What one connection holds of the machine: requests that are under way, and bytes that its peer hasn't taken yet.
//!
//! Both are counted where they live and die, so that nothing can be forgotten: a request by a guard that goes with its answer, bytes by the very buffer that
//! is written from. The [listener](super::listener) looks at the counts now and then, and ends connections by them.

use std::any::Any;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Instant;

use bytes::{Buf, Bytes};
use hyper::body::{Body, Frame, SizeHint};

use super::answer::MoreToCome;

/// One connection gets so little of the room: a quarter,
const SHARE: usize = 4;
/// or half of it for a body that is longer than others may be.
const LARGE_SHARE: usize = 2;
/// What any token request and its answer keep within.
const LITTLE: usize = 16 * 1024;

/// Bytes of requests and answers that are in memory for all connections together.
#[derive(Debug)]
pub struct Traffic {
    held: AtomicUsize,
    most: usize,
}

impl Traffic {
    /// Room for this many bytes.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { held: AtomicUsize::new(0), most }
    }

    /// Is more than half of the room taken?
    pub(super) fn is_scarce(&self) -> bool {
        self.held.load(Ordering::Relaxed) > self.most / 2
    }

    /// Little ones have as much room again: whoever fills it with large ones keeps nobody from what everybody asks for.
    fn take(&self, bytes: usize, is_little: bool) -> bool {
        let most = if is_little { self.most.saturating_mul(2) } else { self.most };
        add_within(&self.held, bytes, most)
    }

    fn give_back(&self, bytes: usize) {
        self.held.fetch_sub(bytes, Ordering::Relaxed);
    }
}

/// Adds, unless the sum is too much.
fn add_within(counter: &AtomicUsize, bytes: usize, most: usize) -> bool {
    let sum = |held: usize| held.checked_add(bytes).filter(|sum| *sum <= most);
    counter.fetch_update(Ordering::Relaxed, Ordering::Relaxed, sum).is_ok()
}

/// A connection, as its requests see it.
#[derive(Debug)]
pub struct Peer {
    address: SocketAddr,
    accepted: Instant,
    traffic: Arc<Traffic>,
    /// Whose answer isn't made, or not yet handed to the connection.
    requests: AtomicUsize,
    /// Bytes that it has of the [`Traffic`].
    held: AtomicUsize,
    /// Bytes of answers that the peer hasn't taken.
    waiting: AtomicUsize,
    /// Bytes of answers that it ever took.
    taken: AtomicU64,
    /// When a request last began or ended, in milliseconds from `accepted`.
    active: AtomicU64,
}

impl Peer {
    /// A connection that was just accepted.
    #[must_use]
    pub fn new(address: SocketAddr, traffic: Arc<Traffic>) -> Self {
        Self {
            address,
            accepted: Instant::now(),
            traffic,
            requests: AtomicUsize::new(0),
            held: AtomicUsize::new(0),
            waiting: AtomicUsize::new(0),
            taken: AtomicU64::new(0),
            active: AtomicU64::new(0),
        }
    }

    /// Its address, which is a proxy's when there is one.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Requests that are under way, also those that it has hung up on.
    pub(super) fn requests(&self) -> usize {
        self.requests.load(Ordering::Relaxed)
    }

    /// Milliseconds since anything was asked or answered; `None` while something is.
    pub(super) fn silent_for(&self) -> Option<u64> {
        let silent = self.requests.load(Ordering::Relaxed) == 0 && self.waiting() == 0;
        silent.then(|| self.age().saturating_sub(self.active.load(Ordering::Relaxed)))
    }

    pub(super) fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    pub(super) fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }

    fn age(&self) -> u64 {
        u64::try_from(self.accepted.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn stir(&self) {
        self.active.store(self.age(), Ordering::Relaxed);
    }
}

/// A request whose answer isn't in the connection's hands yet.
#[derive(Debug)]
pub(super) struct Asking(Arc<Peer>);

impl Asking {
    pub(super) fn begin(peer: Arc<Peer>) -> Self {
        peer.requests.fetch_add(1, Ordering::Relaxed);
        Self(peer)
    }

    pub(super) fn peer(&self) -> &Arc<Peer> {
        &self.0
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        self.0.stir();
        self.0.requests.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Bytes that take room of the [`Traffic`].
#[derive(Debug)]
pub(super) struct Held {
    peer: Arc<Peer>,
    bytes: usize,
    share: usize,
}

impl Held {
    /// Nothing yet.
    pub(super) fn by(peer: &Arc<Peer>) -> Self {
        Self { peer: Arc::clone(peer), bytes: 0, share: SHARE }
    }

    /// From now on, all that can be held for a long body. Gives how much that is.
    pub(super) fn widen(&mut self) -> usize {
        self.share = LARGE_SHARE;
        self.peer.traffic.most / LARGE_SHARE
    }

    /// More of them, if there is room.
    pub(super) fn grow(&mut self, bytes: usize) -> bool {
        let Peer { traffic, held, .. } = &*self.peer;
        if !add_within(held, bytes, traffic.most / self.share) {
            return false;
        }
        let fits = traffic.take(bytes, self.bytes + bytes <= LITTLE);
        if fits {
            self.bytes += bytes;
        } else {
            held.fetch_sub(bytes, Ordering::Relaxed);
        }
        fits
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.peer.traffic.give_back(self.bytes);
        self.peer.held.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

/// Bytes of an answer, until they are written or the connection ends.
#[derive(Debug)]
pub struct Untaken {
    bytes: Bytes,
    held: Held,
}

impl Untaken {
    fn new(bytes: Bytes, held: Held) -> Self {
        held.peer.waiting.fetch_add(bytes.len(), Ordering::Relaxed);
        Self { bytes, held }
    }
}

impl Buf for Untaken {
    fn remaining(&self) -> usize {
        self.bytes.len()
    }

    fn chunk(&self) -> &[u8] {
        &self.bytes
    }

    fn advance(&mut self, count: usize) {
        self.bytes.advance(count);
        let peer = &self.held.peer;
        peer.waiting.fetch_sub(count, Ordering::Relaxed);
        peer.taken.fetch_add(count as u64, Ordering::Relaxed);
    }
}

impl Drop for Untaken {
    fn drop(&mut self) {
        self.held.peer.waiting.fetch_sub(self.bytes.len(), Ordering::Relaxed);
        self.held.peer.stir();
    }
}

/// The body of an answer: in memory, and complete but for long lists.
#[derive(Debug)]
pub struct AnswerBody {
    bytes: Option<Untaken>,
    rest: Option<Rest>,
    asking: Asking,
}

/// What follows the first part, and the request, which is under way as long as something does.
#[derive(Debug)]
struct Rest {
    parts: MoreToCome,
    _under_way: Arc<dyn Any + Send + Sync>,
}

/// A body that ended before its time.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the answer breaks off")]
pub struct BrokenOff;

impl AnswerBody {
    pub(super) fn new(bytes: Bytes, held: Held, asking: Asking) -> Self {
        Self { bytes: (!bytes.is_empty()).then(|| Untaken::new(bytes, held)), rest: None, asking }
    }

    pub(super) fn followed_by(self, parts: MoreToCome, under_way: Arc<dyn Any + Send + Sync>) -> Self {
        Self { rest: Some(Rest { parts, _under_way: under_way }), ..self }
    }
}

impl Body for AnswerBody {
    type Data = Untaken;
    type Error = BrokenOff;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        if let Some(bytes) = self.bytes.take() {
            return Poll::Ready(Some(Ok(Frame::data(bytes))));
        }
        let Some(rest) = &mut self.rest else { return Poll::Ready(None) };
        let part = ready!(rest.parts.0.as_mut().poll_next(context));
        let Some(part) = part else {
            self.rest = None;
            return Poll::Ready(None);
        };
        let mut held = Held::by(self.asking.peer());
        match part.filter(|part| held.grow(part.len())) {
            Some(part) => Poll::Ready(Some(Ok(Frame::data(Untaken::new(part, held))))),
            None => {
                self.rest = None;
                Poll::Ready(Some(Err(BrokenOff)))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none() && self.rest.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        if self.rest.is_some() {
            return SizeHint::default();
        }
        SizeHint::with_exact(self.bytes.as_ref().map_or(0, |bytes| bytes.remaining() as u64))
    }
}

/// How many connections were closed, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Nothing was asked.
    pub silent: u64,
    /// An answer wasn't taken.
    pub stalled: u64,
}

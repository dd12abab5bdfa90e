//! The sockets: takes connections, hands their requests to the [`Front`], and ends connections that hold more of the machine than a peer may.
//!
//! | what a peer may do | what becomes of it |
//! |---|---|
//! | open a connection and send nothing, or half a head | closed after [`Bounds::silence`] |
//! | ask, and not take the answer (a full socket, an HTTP/2 window of nothing) | closed after [`Bounds::taking`] in which it took too little |
//! | open as many connections as there may be | those that were silent longest make room; while none is, nobody is accepted |
//! | have many large answers made | no more of them than [`Traffic`] has room for: 503, and who takes nothing is closed at once |
//! | open and reset streams, or hang up on what has to wait | bounded by HTTP/2 itself, see [`protocol`]; and no more requests are begun than [`arrival`](super::arrival) lets be under way |
//!
//! Dropshot's own server has none of these: it takes whoever comes, and waits for as long as they like.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::{AbortHandle, JoinHandle};

use super::arrival;
use super::front::{Front, Unreadable};
use super::peer::{Peer, Swept, Traffic};

/// How often connections are looked at.
const SWEEP: Duration = Duration::from_secs(1);
/// What a peer must take of its answers, on average: anything slower is no network.
const BYTES_PER_SECOND: u64 = 1024;
/// So many times as long as an answer may wait at all, everything together may that waits at some moment.
const OUTSTANDING_PATIENCE: u32 = 6;
/// How long one that takes nothing may keep what it holds while room is scarce.
const SCARCE: Duration = Duration::from_secs(2);
/// What anybody gets who has just come, or just been answered, before he has to make room.
const GRACE: Duration = Duration::from_millis(250);
/// One in so many connections makes room at once when there is none.
const SHED: usize = 64;
/// Connections that wait to be accepted.
const BACKLOG: u32 = 1024;
/// What the system may keep of answers for each connection. Without it, it grows to megabytes.
const SEND_BUFFER: u32 = 128 * 1024;
/// Bytes of a request's head.
const HEAD: usize = 64 * 1024;
/// The same where a hundred of them come at once.
const HTTP_2_HEAD: u32 = 16 * 1024;
/// Requests at a time on one HTTP/2 connection.
const STREAMS: u32 = 100;

/// What peers may take of the machine.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// Connections at a time.
    pub connections: usize,
    /// How long a connection may be open on which nothing is asked.
    pub silence: Duration,
    /// How long an answer may wait to be taken.
    pub taking: Duration,
    /// Room for the bytes of requests and answers.
    pub traffic: Arc<Traffic>,
}

/// As `config.default.toml` has it.
impl Default for Bounds {
    fn default() -> Self {
        Self {
            connections: 4096,
            silence: Duration::from_mins(1),
            taking: Duration::from_secs(20),
            traffic: Arc::new(Traffic::new(32 * 1024 * 1024)),
        }
    }
}

/// A listener and all of its connections. Dropping it closes both.
pub struct Listener {
    address: SocketAddr,
    peers: Arc<Peers>,
    closing: watch::Sender<bool>,
    accepting: JoinHandle<()>,
    sweeping: JoinHandle<()>,
}

impl Listener {
    /// Binds an address and answers its requests.
    ///
    /// # Errors
    /// When the address can't be bound.
    pub fn start<C: Send + Sync + 'static>(
        front: Arc<Front<C>>,
        address: SocketAddr,
        bounds: Bounds,
    ) -> std::io::Result<Self> {
        let listener = bind(address)?;
        let address = listener.local_addr()?;
        let (closing, closed) = watch::channel(false);
        let peers = Arc::new(Peers::new(bounds));
        let sweeping = tokio::spawn(sweep(Arc::clone(&peers), Arc::clone(&front)));
        let accepting = tokio::spawn(accept(listener, front, Arc::clone(&peers), closed));
        Ok(Self { address, peers, closing, accepting, sweeping })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How many connections are open.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.peers.entries().open.len()
    }

    /// Takes no more connections, and waits until those that there are have been answered.
    pub async fn close(mut self) {
        self.closing.send_replace(true);
        // It ends only with its last connection.
        let _ = (&mut self.accepting).await;
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.accepting.abort();
        self.sweeping.abort();
        for entry in self.peers.entries().open.values() {
            entry.connection.abort();
        }
    }
}

fn bind(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // A restart needn't wait for connections of the process before.
    socket.set_reuseaddr(true)?;
    // Connections that are accepted have it too.
    socket.set_send_buffer_size(SEND_BUFFER)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// HTTP/1.1 and HTTP/2 without TLS, with a bound to everything that a peer can make us keep.
fn protocol() -> auto::Builder<TokioExecutor> {
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(None).max_buf_size(HEAD);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(STREAMS)
        // CVE-2023-44487: streams that are reset before they are looked at end the connection.
        .max_pending_accept_reset_streams(usize::try_from(STREAMS).unwrap_or(usize::MAX))
        .max_local_error_reset_streams(usize::try_from(STREAMS).unwrap_or(usize::MAX))
        .initial_stream_window_size(64 * 1024)
        .initial_connection_window_size(256 * 1024)
        .max_send_buf_size(64 * 1024)
        .max_header_list_size(HTTP_2_HEAD);
    builder
}

async fn accept<C: Send + Sync + 'static>(
    listener: TcpListener,
    front: Arc<Front<C>>,
    peers: Arc<Peers>,
    mut closing: watch::Receiver<bool>,
) {
    let protocol = protocol();
    let graceful = GracefulShutdown::new();
    let next = async {
        loop {
            match listener.accept().await {
                Ok((stream, address)) => {
                    // Only now, so that nobody makes room for nobody.
                    let room = peers.room().await;
                    let peer = Arc::new(Peer::new(address, Arc::clone(&peers.bounds.traffic)));
                    peers.take(&peer, |leaving| {
                        let connection = connection(&protocol, stream, &front, Arc::clone(&peer));
                        let watched = graceful.watch(connection);
                        let front = Arc::clone(&front);
                        tokio::spawn(async move {
                            let _ends = (leaving, room);
                            // How else a connection ends is its peer's matter; what was asked on it has its line in the log.
                            if let Err(error) = watched.await
                                && let Some(cause) = refused_by_the_parser(&*error)
                            {
                                front.unreadable(&Unreadable { remote_addr: address, cause: &cause });
                            }
                        })
                    });
                }
                Err(error) if is_of_the_peer(&error) => {}
                // Descriptors are scarce, ours or the system's.
                Err(_) => {
                    peers.shed();
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
        }
    };
    tokio::select! {
        () = next => {}
        _ = closing.wait_for(|closing| *closing) => {}
    }
    drop(listener);
    graceful.shutdown().await;
    // Who hung up is carried through to the end as well.
    front.finished().await;
}

/// Errors of a connection that ended before it was taken, not of the listener.
fn is_of_the_peer(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// What the parser of HTTP/1.1 says of a request that it answered itself, with 400 or 431. An HTTP/2 connection ends with
/// an error of its own, which the peer is told.
fn refused_by_the_parser(error: &(dyn std::error::Error + 'static)) -> Option<String> {
    error.downcast_ref::<hyper::Error>().filter(|error| error.is_parse()).map(ToString::to_string)
}

fn connection<C: Send + Sync + 'static>(
    protocol: &auto::Builder<TokioExecutor>,
    stream: TcpStream,
    front: &Arc<Front<C>>,
    peer: Arc<Peer>,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = Box<dyn std::error::Error + Send + Sync>> + Send + use<C>
{
    // Answers are written whole, so nothing is gained by waiting for more.
    let _ = stream.set_nodelay(true);
    let front = Arc::clone(front);
    let answering = service_fn(move |request| arrival::answer(Arc::clone(&front), request, Arc::clone(&peer)));
    protocol.serve_connection(TokioIo::new(stream), answering).into_owned()
}

/// The connections of one listener.
struct Peers {
    bounds: Bounds,
    room: Arc<Semaphore>,
    entries: Mutex<Entries>,
}

#[derive(Default)]
struct Entries {
    last: u64,
    open: HashMap<u64, Entry>,
}

struct Entry {
    peer: Arc<Peer>,
    connection: AbortHandle,
    watched: Option<Watched>,
    /// The same since all that waited then was last taken.
    outstanding: Option<Watched>,
}

/// Since when answers wait, and how much was taken and waiting then.
#[derive(Clone, Copy)]
struct Watched {
    since: Instant,
    taken: u64,
    waiting: u64,
}

/// Takes a connection off the list when it ends, however it does.
struct Leaving {
    peers: Arc<Peers>,
    number: u64,
}

impl Drop for Leaving {
    fn drop(&mut self) {
        self.peers.entries().open.remove(&self.number);
    }
}

impl Peers {
    fn new(bounds: Bounds) -> Self {
        let room = Arc::new(Semaphore::new(bounds.connections));
        Self { bounds, room, entries: Mutex::default() }
    }

    fn entries(&self) -> MutexGuard<'_, Entries> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until there may be one connection more. Those that are silent make room.
    async fn room(&self) -> Option<OwnedSemaphorePermit> {
        loop {
            if let Ok(permit) = Arc::clone(&self.room).try_acquire_owned() {
                return Some(permit);
            }
            self.shed();
            let freed = Arc::clone(&self.room).acquire_owned();
            if let Ok(freed) = tokio::time::timeout(Duration::from_millis(100), freed).await {
                return freed.ok();
            }
        }
    }

    fn take(self: &Arc<Self>, peer: &Arc<Peer>, spawn: impl FnOnce(Leaving) -> JoinHandle<()>) {
        // Held while the task begins, so that it can't be off the list before it is on it.
        let mut entries = self.entries();
        entries.last += 1;
        let number = entries.last;
        let connection = spawn(Leaving { peers: Arc::clone(self), number }).abort_handle();
        entries.open.insert(number, Entry { peer: Arc::clone(peer), connection, watched: None, outstanding: None });
    }

    /// Closes those on which nothing is asked, the longest silent first.
    fn shed(&self) {
        let entries = self.entries();
        let silent = entries.open.values().filter_map(|entry| Some((entry.peer.silent_for()?, &entry.connection)));
        let mut silent: Vec<_> = silent.filter(|(silent, _)| u128::from(*silent) >= GRACE.as_millis()).collect();
        silent.sort_unstable_by_key(|(silent, _)| std::cmp::Reverse(*silent));
        for (_, connection) in silent.into_iter().take(self.bounds.connections.div_ceil(SHED)) {
            connection.abort();
        }
    }

    /// Closes whoever was silent, or took nothing, for too long; says how many of each.
    fn sweep(&self, now: Instant) -> Swept {
        let Bounds { silence, taking, traffic, .. } = &self.bounds;
        let mut swept = Swept::default();
        for entry in self.entries().open.values_mut() {
            if let Some(silent) = entry.peer.silent_for() {
                entry.forget();
                if u128::from(silent) >= silence.as_millis() {
                    entry.connection.abort();
                    swept.silent += 1;
                }
                continue;
            }
            let patience = if traffic.is_scarce() { SCARCE.min(*taking) } else { *taking };
            if entry.stalls(now, patience) {
                entry.connection.abort();
                swept.stalled += 1;
            }
        }
        swept
    }
}

impl Entry {
    fn forget(&mut self) {
        self.watched = None;
        self.outstanding = None;
    }

    /// Has it taken less in all this time than anybody would whose answer arrives?
    fn stalls(&mut self, now: Instant, patience: Duration) -> bool {
        let state = Watched { since: now, taken: self.peer.taken(), waiting: self.peer.waiting() as u64 };
        if state.waiting == 0 {
            self.forget();
            return false;
        }
        // Whoever takes a little of one answer all the time doesn't keep the others for ever.
        let outstanding = *self.outstanding.get_or_insert(state);
        if state.taken.saturating_sub(outstanding.taken) >= outstanding.waiting {
            self.outstanding = Some(state);
        } else if now.duration_since(outstanding.since) >= patience * OUTSTANDING_PATIENCE {
            return true;
        }
        let Some(before) = self.watched else {
            self.watched = Some(state);
            return false;
        };
        let enough = before.waiting.min(BYTES_PER_SECOND.saturating_mul(patience.as_secs().max(1)));
        if state.taken.saturating_sub(before.taken) >= enough {
            self.watched = Some(state);
            return false;
        }
        now.duration_since(before.since) >= patience
    }
}

async fn sweep<C: Send + Sync + 'static>(peers: Arc<Peers>, front: Arc<Front<C>>) {
    loop {
        tokio::time::sleep(SWEEP).await;
        let swept = peers.sweep(Instant::now());
        if swept != Swept::default() {
            front.swept(swept);
        }
    }
}

//! The client for programs without an async runtime (feature `blocking`).
//!
//! [`Client`] reaches every operation: what is written `client.list_resources().send().await` elsewhere is handed to
//! [`Client::run`], and a stream to [`Client::iterate`].
//!
//! ```no_run
//! # fn main() -> Result<(), authplane_client::Error> {
//! use authplane_client::{ClientBuilder, blocking};
//!
//! let client = blocking::Client::build(ClientBuilder::from_env()?)?;
//! let found = client.run(|client| client.get_resource().id("orders").send())?;
//! println!("{}", found.name);
//! for resource in client.iterate(|client| client.resources_stream(100)) {
//!     println!("{}", resource?.name);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! It works wherever it is called, also inside an async runtime, whose thread it keeps from doing anything else until it is
//! done; there the other [`Client`](crate::Client) is the better choice.

use std::fmt;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

use futures::Stream;
use reqwest::header::{HeaderName, HeaderValue};
use tokio::runtime;

use crate::client::ClientBuilder;
use crate::error::Error;

/// A [`Client`](crate::Client) whose calls return when they are done. Clones are cheap and share the token, the connections
/// and one background thread, which ends with the last of them.
#[derive(Clone)]
pub struct Client {
    client: crate::Client,
    runtime: Arc<Runtime>,
}

impl Client {
    /// Builds the client; see [`ClientBuilder::build`].
    ///
    /// # Errors
    /// As [`ClientBuilder::build`], and [`Error::Configuration`] if there can be no further thread.
    pub fn build(builder: ClientBuilder) -> Result<Self, Error> {
        let runtime = Arc::new(Runtime::start()?);
        let client = runtime.wait_for(builder.build())?;
        Ok(Self { client, runtime })
    }

    /// Makes a call and waits for its end: any future that `call` makes of the client, such as an operation's `send()`.
    ///
    /// ```no_run
    /// # fn example(client: authplane_client::blocking::Client) -> Result<(), authplane_client::Error> {
    /// let token = client.run(|client| client.access_token())?;
    /// let both = client.run(async |client| {
    ///     let first = client.get_resource().id("first").send().await?;
    ///     let second = client.get_resource().id("second").send().await?;
    ///     Ok::<_, authplane_client::Error>((first, second))
    /// })?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn run<'a, F: Future>(&'a self, call: impl FnOnce(&'a crate::Client) -> F) -> F::Output {
        self.runtime.wait_for(call(&self.client))
    }

    /// The items of a stream, fetched as they are asked for. After an error it ends.
    pub fn iterate<'a, T, S>(&'a self, open: impl FnOnce(&'a crate::Client) -> S) -> Items<'a, S>
    where
        S: Stream<Item = Result<T, Error>>,
    {
        Items { stream: Some(Box::pin(open(&self.client))), runtime: &self.runtime }
    }

    /// The same client with another time limit; see [`Client::with_timeout`](crate::Client::with_timeout).
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        Self { client: self.client.with_timeout(timeout), runtime: Arc::clone(&self.runtime) }
    }

    /// The same client with one header more; see [`Client::with_header`](crate::Client::with_header).
    ///
    /// # Errors
    /// As [`Client::with_header`](crate::Client::with_header).
    pub fn with_header(&self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Result<Self, Error> {
        Ok(Self { client: self.client.with_header(name, value)?, runtime: Arc::clone(&self.runtime) })
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.client.fmt(formatter)
    }
}

/// What [`Client::iterate`] goes through.
#[must_use]
pub struct Items<'a, S> {
    /// `None` after its end.
    stream: Option<Pin<Box<S>>>,
    runtime: &'a Runtime,
}

impl<T, S: Stream<Item = Result<T, Error>>> Iterator for Items<'_, S> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let stream = self.stream.as_mut()?;
        let next = self.runtime.wait_for(poll_fn(|context| stream.as_mut().poll_next(context)));
        if !matches!(next, Some(Ok(_))) {
            self.stream = None;
        }
        next
    }
}

impl<S> fmt::Debug for Items<'_, S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Items").field("ended", &self.stream.is_none()).finish_non_exhaustive()
    }
}

/// The thread that sockets and timers are served by. Futures run on the caller's, so they need not be `Send`.
struct Runtime(Option<runtime::Runtime>);

impl Runtime {
    fn start() -> Result<Self, Error> {
        let started = runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("authplane-client")
            .enable_all()
            .build()
            .map_err(|error| Error::Configuration(format!("there can be no thread for the client: {error}")))?;
        Ok(Self(Some(started)))
    }

    /// Runs a future on this thread. tokio's own `block_on` panics where it is called from async code; here the thread is
    /// parked between two polls, and what wakes it comes from the thread in the background.
    fn wait_for<F: Future>(&self, future: F) -> F::Output {
        let _entered = self.0.as_ref().map(runtime::Runtime::enter);
        // Inside of somebody's task, that task's share of time must not count: it would never be renewed while we wait.
        let mut future = pin!(tokio::task::unconstrained(future));
        let parked = Arc::new(Parked { thread: thread::current(), woken: AtomicBool::new(false) });
        let waker = Waker::from(Arc::clone(&parked));
        let mut context = Context::from_waker(&waker);
        loop {
            // Whatever woke us before is seen by this poll; only what comes from now on asks for another.
            parked.woken.swap(false, Ordering::AcqRel);
            if let Poll::Ready(outcome) = future.as_mut().poll(&mut context) {
                return outcome;
            }
            while !parked.woken.load(Ordering::Acquire) {
                thread::park();
            }
        }
    }
}

impl Drop for Runtime {
    /// Dropped as it is, a runtime waits for its threads, and panics if that is in async code.
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// A thread that waits. It has one permit to go on, which whatever else parks it may use up, such as a lock or another call
/// inside of the future; so what counts is the flag.
struct Parked {
    thread: Thread,
    woken: AtomicBool,
}

impl Wake for Parked {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.woken.store(true, Ordering::Release);
        self.thread.unpark();
    }
}

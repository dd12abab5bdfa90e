//! A connection to PostgreSQL that can be cut, and kept from telling what others commit.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::timeout;
use url::Url;

/// How a connection asks to be told of commits, as sqlx writes it.
const LISTEN: &[u8] = b"LISTEN \"";
/// Longer than anything takes that happens at all.
const PATIENCE: Duration = Duration::from_mins(1);

/// Stands between a store and PostgreSQL and can cut the line.
pub(crate) struct Line {
    /// URL of the database at the end of the line.
    pub(crate) url: String,
    switch: Arc<Switch>,
}

/// What becomes of connections that ask to be told of commits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asking {
    /// They are told.
    Granted,
    /// The question isn't passed on as long as this is so.
    HeldBack,
    /// They are hung up on.
    Refused,
}

#[derive(Clone, Copy)]
struct State {
    up: bool,
    /// How often it was cut.
    cuts: usize,
    asking: Asking,
    /// Of those that asked, so many of the first neither hear nor are heard any more.
    deaf: usize,
}

struct Switch {
    state: watch::Sender<State>,
    /// How many connections asked to be told of commits.
    asked: watch::Sender<usize>,
    /// How many of them had their answer.
    listening: watch::Sender<usize>,
}

impl Line {
    /// A line to a database; it is cut at first.
    pub(crate) async fn to(database_url: &str) -> Self {
        let mut url = Url::parse(database_url).unwrap();
        let to = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap_or(5432));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        url.set_host(Some(&address.ip().to_string())).unwrap();
        url.set_port(Some(address.port())).unwrap();
        let state = State { up: false, cuts: 0, asking: Asking::Granted, deaf: 0 };
        let switch = Arc::new(Switch {
            state: watch::Sender::new(state),
            asked: watch::Sender::new(0),
            listening: watch::Sender::new(0),
        });
        let shared = Arc::clone(&switch);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let State { up, cuts, .. } = *shared.state.borrow();
                if up {
                    tokio::spawn(connect(near, to.clone(), Arc::clone(&shared), cuts));
                }
            }
        });
        Self { url: url.into(), switch }
    }

    /// Ends every connection, and each that is made from now on.
    pub(crate) fn cut(&self) {
        self.switch.state.send_modify(|state| {
            state.up = false;
            state.cuts += 1;
        });
    }

    pub(crate) fn mend(&self) {
        self.switch.state.send_modify(|state| state.up = true);
    }

    /// From now on this becomes of connections that ask to be told of commits.
    pub(crate) fn set_asking(&self, asking: Asking) {
        self.switch.state.send_modify(|state| state.asking = asking);
    }

    /// Whoever asked to be told of commits hears nothing more and isn't heard, on connections that stay open: what a machine looks like that lost its power.
    pub(crate) fn swallow(&self) {
        let asked = *self.switch.asked.borrow();
        self.switch.state.send_modify(|state| state.deaf = asked);
    }

    /// Waits until so many connections asked to be told of commits.
    pub(crate) async fn asked(&self, times: usize) {
        reached(&self.switch.asked, times).await;
    }

    /// Waits until so many had their answer.
    pub(crate) async fn listened(&self, times: usize) {
        reached(&self.switch.listening, times).await;
    }
}

async fn reached(count: &watch::Sender<usize>, times: usize) {
    let mut count = count.subscribe();
    let reached = timeout(PATIENCE, count.wait_for(|count| *count >= times)).await;
    assert!(reached.is_ok(), "nobody listens for the {times}. time");
}

impl Switch {
    fn is_deaf(&self, listener: &AtomicUsize) -> bool {
        (1..=self.state.borrow().deaf).contains(&listener.load(Ordering::Acquire))
    }
}

async fn connect(near: TcpStream, to: String, switch: Arc<Switch>, cuts: usize) {
    let Ok(far) = TcpStream::connect(to).await else { return };
    let (near, far) = (near.into_split(), far.into_split());
    // Which of those it is that asked, from 1; 0 while it hasn't.
    let listener = AtomicUsize::new(0);
    let mut state = switch.state.subscribe();
    tokio::select! {
        () = ask(near.0, far.1, &switch, &listener) => {}
        () = answer(far.0, near.1, &switch, &listener) => {}
        _ = state.wait_for(|state| state.cuts != cuts) => {}
    }
}

async fn ask(mut near: OwnedReadHalf, mut far: OwnedWriteHalf, switch: &Switch, listener: &AtomicUsize) {
    let mut bytes = [0; 8192];
    while let Ok(length @ 1..) = near.read(&mut bytes).await {
        let bytes = &bytes[..length];
        if bytes.windows(LISTEN.len()).any(|window| window == LISTEN) {
            switch.asked.send_modify(|asked| {
                *asked += 1;
                listener.store(*asked, Ordering::Release);
            });
            let mut state = switch.state.subscribe();
            let decided = state.wait_for(|state| state.asking != Asking::HeldBack).await.map(|state| state.asking);
            if !matches!(decided, Ok(Asking::Granted)) {
                return;
            }
        }
        if !switch.is_deaf(listener) && far.write_all(bytes).await.is_err() {
            return;
        }
    }
}

async fn answer(mut far: OwnedReadHalf, mut near: OwnedWriteHalf, switch: &Switch, listener: &AtomicUsize) {
    let mut bytes = [0; 8192];
    let mut is_told = false;
    while let Ok(length @ 1..) = far.read(&mut bytes).await {
        if switch.is_deaf(listener) {
            continue;
        }
        if near.write_all(&bytes[..length]).await.is_err() {
            return;
        }
        if !is_told && listener.load(Ordering::Acquire) > 0 {
            is_told = true;
            switch.listening.send_modify(|listening| *listening += 1);
        }
    }
}

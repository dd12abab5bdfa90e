//! What the process is told from outside.

use std::task::Poll;

use tokio::signal::unix::{Signal, SignalKind, signal};

/// Signals that end a process which doesn't know them, though nobody who sends them means that: by name, and by Linux' numbers where tokio has no name.
fn others() -> [(&'static str, SignalKind); 10] {
    [
        ("SIGUSR1", SignalKind::user_defined1()),
        ("SIGUSR2", SignalKind::user_defined2()),
        ("SIGALRM", SignalKind::alarm()),
        ("SIGIO", SignalKind::io()),
        ("SIGSTKFLT", SignalKind::from_raw(16)),
        // Then what was too much fails by itself.
        ("SIGXCPU", SignalKind::from_raw(24)),
        ("SIGXFSZ", SignalKind::from_raw(25)),
        ("SIGVTALRM", SignalKind::from_raw(26)),
        ("SIGPROF", SignalKind::from_raw(27)),
        ("SIGPWR", SignalKind::from_raw(30)),
    ]
}

/// How the process is asked to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// By whoever runs it, and sends requests elsewhere meanwhile.
    Terminate,
    /// By a person at the keyboard, who waits.
    Interrupt,
}

/// All signals that can be taken.
pub(crate) struct Signals {
    terminate: Signal,
    quit: Signal,
    interrupt: Signal,
    hangup: Signal,
    others: Vec<(&'static str, Signal)>,
}

impl Signals {
    /// From now on only TERM, QUIT and INT end the process (and KILL, which nobody hears of).
    pub(crate) fn new() -> std::io::Result<Self> {
        let others =
            others().into_iter().map(|(name, kind)| Ok((name, signal(kind)?))).collect::<std::io::Result<_>>()?;
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            quit: signal(SignalKind::quit())?,
            interrupt: signal(SignalKind::interrupt())?,
            hangup: signal(SignalKind::hangup())?,
            others,
        })
    }

    /// Waits until the process is asked to end. Meanwhile HUP calls `reload`, and `meaningless` is told the name of whatever else comes.
    pub(crate) async fn told(&mut self, meaningless: impl Fn(&str), reload: impl Fn()) -> Told {
        loop {
            let Self { terminate, quit, interrupt, hangup, others } = self;
            let other = std::future::poll_fn(|waiting| {
                let came =
                    others.iter_mut().find_map(|(name, signal)| signal.poll_recv(waiting).is_ready().then_some(*name));
                came.map_or(Poll::Pending, Poll::Ready)
            });
            let name = tokio::select! {
                _ = terminate.recv() => return Told::Terminate,
                _ = quit.recv() => return Told::Terminate,
                _ = interrupt.recv() => return Told::Interrupt,
                _ = hangup.recv() => {
                    reload();
                    continue;
                }
                name = other => name,
            };
            meaningless(name);
        }
    }
}

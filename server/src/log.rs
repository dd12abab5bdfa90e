//! The log: one JSON object per line on stderr.
//!
//! Requests only append to a buffer in memory; a thread of its own writes it out, so that a slow terminal or pipe never holds a request up. When the
//! buffer is full, lines are dropped and counted rather than waited for.

use std::fmt::Write as _;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value};

/// Bytes that may wait to be written before lines are dropped.
const CAPACITY: usize = 4 * 1024 * 1024;
/// How long a line may wait for company.
const LINGER: Duration = Duration::from_millis(20);

/// Writes lines; cheap to clone.
#[derive(Clone)]
pub struct Log {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Default)]
struct State {
    buffer: Vec<u8>,
    dropped: u64,
    /// What was taken out of the buffer is on its way.
    writing: bool,
    waiting: bool,
    closed: bool,
}

/// How urgent a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Ordinary.
    Info,
    /// Somebody should look at it some time.
    Warn,
    /// Somebody should look at it now.
    Error,
}

impl Level {
    fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

impl Log {
    /// A log that writes to stderr from a thread of its own.
    ///
    /// # Errors
    /// When the thread can't be started.
    pub fn to_stderr() -> std::io::Result<Self> {
        Self::to(std::io::stderr())
    }

    /// A log that writes to anything.
    ///
    /// # Errors
    /// When the thread can't be started.
    pub fn to(sink: impl std::io::Write + Send + 'static) -> std::io::Result<Self> {
        let log = Self::discard();
        let shared = Arc::clone(&log.shared);
        lock(&shared.state).waiting = true;
        std::thread::Builder::new().name("log".to_owned()).spawn(move || write_out(&shared, sink))?;
        Ok(log)
    }

    /// A log that keeps nothing.
    #[must_use]
    pub fn discard() -> Self {
        Self { shared: Arc::new(Shared { state: Mutex::new(State::default()), wake: Condvar::new() }) }
    }

    /// One line about something other than a request. Fields must not hold secrets.
    pub fn event(&self, at: DateTime<Utc>, level: Level, message: &str, fields: &[(&str, Value)]) {
        let mut line = Map::new();
        line.insert("time".to_owned(), Value::String(at.to_rfc3339_opts(SecondsFormat::Millis, true)));
        line.insert("level".to_owned(), Value::String(level.name().to_owned()));
        line.insert("message".to_owned(), Value::String(message.to_owned()));
        for (name, value) in fields {
            line.insert((*name).to_owned(), value.clone());
        }
        self.append(|buffer| {
            let _ = serde_json::to_writer(&mut *buffer, &line);
        });
    }

    /// Appends one line made by `write`, which must not end it.
    pub fn append(&self, write: impl FnOnce(&mut Vec<u8>)) {
        let mut state = lock(&self.shared.state);
        if !state.waiting {
            return;
        }
        if state.buffer.len() > CAPACITY {
            state.dropped += 1;
            return;
        }
        let was_empty = state.buffer.is_empty();
        write(&mut state.buffer);
        state.buffer.push(b'\n');
        drop(state);
        // The writer lingers after the first line, so later ones needn't wake it.
        if was_empty {
            self.shared.wake.notify_one();
        }
    }

    /// Waits until everything appended so far is written.
    pub fn flush(&self) {
        for _ in 0..200 {
            let state = lock(&self.shared.state);
            if state.buffer.is_empty() && !state.writing {
                return;
            }
            drop(state);
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    // A panic while appending leaves at worst half a line behind.
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn write_out(shared: &Shared, mut sink: impl std::io::Write) {
    let mut out = Vec::new();
    loop {
        let mut state = lock(&shared.state);
        while state.buffer.is_empty() && !state.closed {
            state = shared.wake.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        drop(state);
        std::thread::sleep(LINGER);
        let mut state = lock(&shared.state);
        std::mem::swap(&mut out, &mut state.buffer);
        state.writing = true;
        let dropped = std::mem::take(&mut state.dropped);
        drop(state);
        if dropped > 0 {
            let mut line = String::new();
            let _ = writeln!(line, "{{\"level\":\"warn\",\"message\":\"log lines dropped\",\"count\":{dropped}}}");
            out.extend_from_slice(line.as_bytes());
        }
        // There is nowhere to report that the log itself can't be written.
        let _ = sink.write_all(&out).and_then(|()| sink.flush());
        lock(&shared.state).writing = false;
        // Kept while there is much to write, given back when there isn't.
        if out.len() < out.capacity() / 16 {
            out.shrink_to(64 * 1024);
        }
        out.clear();
    }
}

/// Appends a number in decimal.
pub fn append_number(buffer: &mut Vec<u8>, mut number: u64) {
    let mut digits = [0; 20];
    let mut first = digits.len();
    loop {
        first -= 1;
        digits[first] = b'0' + u8::try_from(number % 10).unwrap_or_default();
        number /= 10;
        if number == 0 {
            break;
        }
    }
    buffer.extend_from_slice(&digits[first..]);
}

/// Appends a string as JSON text with its quotes.
pub fn append_json_text(buffer: &mut Vec<u8>, text: &str) {
    if text.bytes().all(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\' && byte < 0x7f) {
        buffer.push(b'"');
        buffer.extend_from_slice(text.as_bytes());
        buffer.push(b'"');
    } else {
        let _ = serde_json::to_writer(buffer, text);
    }
}

impl std::fmt::Debug for Log {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Log")
    }
}

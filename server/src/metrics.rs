//! What Prometheus scrapes, and the request log: both hear of every request from the edge.

use std::io::Write as _;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use arc_swap::ArcSwap;
use authplane_domain::environment::Clock;
use chrono::{DateTime, SecondsFormat};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::config::RequestLog;
use crate::edge::front::{Observation, Observer, Unreadable};
use crate::edge::peer::Swept;
use crate::log::{Level, Log, append_json_text, append_number};

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OperationLabels {
    operation: String,
}

/// The status's first digit: a closed set, so that no caller can make new time series.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct AnswerLabels {
    operation: String,
    class: &'static str,
}

/// Why the server closed a connection.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ClosedLabels {
    reason: &'static str,
}

/// Bytes of a path in the log.
const PATH_LENGTH: usize = 1024;
const CLASSES: [&str; 4] = ["2xx", "3xx", "4xx", "5xx"];

struct OperationMetrics {
    answers: [Counter; 4],
    duration: Histogram,
}

/// All metrics of one process.
pub struct Metrics {
    registry: Registry,
    operations: Vec<OperationMetrics>,
    elsewhere: OperationMetrics,
    panics: Counter,
    closed_silent: Counter,
    closed_stalled: Counter,
    closed_unreadable: Counter,
    ready: Gauge,
    operation_ids: Arc<[String]>,
    log: Log,
    request_log: ArcSwap<RequestLog>,
    clock: Arc<dyn Clock>,
    last_time: ArcSwap<(i64, Arc<str>)>,
    /// What others add, by name.
    measures: Vec<(&'static str, Gauge<f64, AtomicU64>)>,
}

impl Metrics {
    /// Metrics and request log for a fixed list of operations.
    #[must_use]
    pub fn new(operation_ids: Arc<[String]>, log: Log, request_log: RequestLog, clock: Arc<dyn Clock>) -> Self {
        let mut registry = Registry::with_prefix("authplane");
        let answers = Family::<AnswerLabels, Counter>::default();
        // 0.5 ms to 4 s in powers of two.
        let durations = Family::<OperationLabels, Histogram>::new_with_constructor(|| {
            Histogram::new((0..14).map(|power| 0.0005 * f64::from(1_u32 << power)))
        });
        let panics = Counter::default();
        let closed = Family::<ClosedLabels, Counter>::default();
        let ready = Gauge::default();
        registry.register("http_answers", "Answers by operation and class of status", answers.clone());
        registry.register_with_unit(
            "http_request_duration",
            "Time from a request's arrival to its answer",
            Unit::Seconds,
            durations.clone(),
        );
        registry.register("panics", "Handlers that panicked", panics.clone());
        registry.register("connections_closed", "Connections that the server ended, by reason", closed.clone());
        registry.register(
            "ready",
            "1 while the server can answer, 0 while it migrates or has no database",
            ready.clone(),
        );
        let of = |operation: &str| OperationMetrics {
            answers: CLASSES
                .map(|class| answers.get_or_create_owned(&AnswerLabels { operation: operation.to_owned(), class })),
            duration: durations.get_or_create_owned(&OperationLabels { operation: operation.to_owned() }),
        };
        let operations = operation_ids.iter().map(|id| of(id)).collect();
        let elsewhere = of("none");
        Self {
            registry,
            operations,
            elsewhere,
            panics,
            closed_silent: closed.get_or_create_owned(&ClosedLabels { reason: "nothing_asked" }),
            closed_stalled: closed.get_or_create_owned(&ClosedLabels { reason: "answer_not_taken" }),
            closed_unreadable: closed.get_or_create_owned(&ClosedLabels { reason: "not_http" }),
            ready,
            operation_ids,
            log,
            request_log: ArcSwap::from_pointee(request_log),
            clock,
            last_time: ArcSwap::from_pointee((i64::MIN, "".into())),
            measures: Vec::new(),
        }
    }

    /// Adds a measure that a process of another kind has.
    pub fn measuring(&mut self, name: &'static str, help: &str, unit: Unit) {
        let gauge = Gauge::default();
        self.registry.register_with_unit(name, help, unit, gauge.clone());
        self.measures.push((name, gauge));
    }

    /// Sets such a measure.
    pub fn measure(&self, name: &str, value: f64) {
        for (_, gauge) in self.measures.iter().filter(|(known, _)| *known == name) {
            gauge.set(value);
        }
    }

    /// The metrics as OpenMetrics text.
    ///
    /// # Errors
    /// When the text can't be written to memory.
    pub fn encode(&self, ready: bool) -> Result<String, std::fmt::Error> {
        self.ready.set(i64::from(ready));
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }

    /// Which requests get a line from now on.
    pub fn log_requests(&self, request_log: RequestLog) {
        self.request_log.store(Arc::new(request_log));
    }

    /// Counts connections that the server closed.
    pub fn swept(&self, swept: Swept) {
        self.closed_silent.inc_by(swept.silent);
        self.closed_stalled.inc_by(swept.stalled);
    }

    /// Counts a request that could not be read, and gives it a line where every request has one.
    pub fn unreadable(&self, Unreadable { remote_addr, cause }: &Unreadable<'_>) {
        self.closed_unreadable.inc();
        if matches!(**self.request_log.load(), RequestLog::All) {
            let fields = [("remote", remote_addr.to_string().into()), ("cause", (*cause).into())];
            self.log.event(self.clock.now(), Level::Info, "a request that is no HTTP", &fields);
        }
    }

    /// A time as text, written once per millisecond however many requests end in it.
    fn time_text(&self, milliseconds: i64) -> Arc<str> {
        let last = self.last_time.load();
        if last.0 == milliseconds {
            return Arc::clone(&last.1);
        }
        let text = DateTime::from_timestamp_millis(milliseconds)
            .unwrap_or_default()
            .to_rfc3339_opts(SecondsFormat::Millis, true);
        let text: Arc<str> = text.into();
        self.last_time.store(Arc::new((milliseconds, Arc::clone(&text))));
        text
    }

    fn log_line(&self, observation: &Observation<'_>) {
        let wanted = match **self.request_log.load() {
            RequestLog::Off => false,
            RequestLog::Errors => observation.answer.status.is_server_error(),
            RequestLog::All => true,
        };
        if !wanted {
            return;
        }
        let now = self.clock.now().timestamp_millis();
        let operation =
            observation.operation.and_then(|index| self.operation_ids.get(index)).map_or("none", String::as_str);
        let failed = observation.answer.status.is_server_error();
        let level = if failed { "error" } else { "info" };
        self.log.append(|line| {
            // Written by hand: this runs for every request, and all names and most values need no escaping. Writing to memory can't fail.
            for (text, value) in [
                ("{\"time\":\"", &*self.time_text(now)),
                ("\",\"level\":\"", level),
                ("\",\"message\":\"request\",\"request_id\":\"", observation.request_id),
                ("\",\"method\":\"", observation.method.as_str()),
                ("\",\"operation\":\"", operation),
                ("\",\"status\":", observation.answer.status.as_str()),
            ] {
                line.extend_from_slice(text.as_bytes());
                line.extend_from_slice(value.as_bytes());
            }
            line.extend_from_slice(b",\"path\":");
            append_json_text(line, beginning(observation.path));
            line.extend_from_slice(b",\"duration_us\":");
            append_number(line, u64::try_from(observation.duration.as_micros()).unwrap_or(u64::MAX));
            line.extend_from_slice(b",\"remote\":\"");
            match observation.remote_addr {
                SocketAddr::V4(address) => {
                    append_address(line, address.ip().to_owned().into());
                    line.push(b':');
                    append_number(line, address.port().into());
                }
                SocketAddr::V6(address) => {
                    let _ = write!(line, "{address}");
                }
            }
            // Whom the limits count, where that isn't the peer.
            if observation.client_address != observation.remote_addr.ip().to_canonical() {
                line.extend_from_slice(b"\",\"client\":\"");
                append_address(line, observation.client_address);
            }
            line.push(b'"');
            if let Some(panic) = observation.panic {
                let _ = line.write_all(b",\"panic\":");
                append_json_text(line, panic);
            }
            if let Some(cause) = observation.answer.cause.as_deref().filter(|_| failed) {
                line.extend_from_slice(b",\"cause\":");
                append_json_text(line, cause);
            }
            line.push(b'}');
        });
    }
}

/// As much of a path as anybody reads: who asks for a longer one wants to fill the log.
fn beginning(path: &str) -> &str {
    &path[..path.floor_char_boundary(PATH_LENGTH)]
}

fn append_address(line: &mut Vec<u8>, address: IpAddr) {
    match address {
        IpAddr::V4(address) => {
            for (index, octet) in address.octets().into_iter().enumerate() {
                if index > 0 {
                    line.push(b'.');
                }
                append_number(line, octet.into());
            }
        }
        IpAddr::V6(address) => {
            let _ = write!(line, "{address}");
        }
    }
}

impl Observer for Metrics {
    fn observe(&self, observation: &Observation<'_>) {
        let metrics = observation.operation.and_then(|index| self.operations.get(index)).unwrap_or(&self.elsewhere);
        let class = (usize::from(observation.answer.status.as_u16()) / 100).saturating_sub(2).min(CLASSES.len() - 1);
        metrics.answers[class].inc();
        metrics.duration.observe(observation.duration.as_secs_f64());
        if observation.panic.is_some() {
            self.panics.inc();
        }
        self.log_line(observation);
    }
}

impl std::fmt::Debug for Metrics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Metrics")
    }
}

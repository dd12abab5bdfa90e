//! The load generator: one thread, keep-alive connections, each with one request under way.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io::Read as _;
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::Result;
use crate::http::{Connection, excerpt};
use crate::journey::{Journey, Traveller};
use crate::server::{cpu_seconds, resident_kib};

/// Stands in a request for a number that no other request of the run has. Its length is the number's, so
/// `Content-Length` stays right.
pub(crate) const UNIQUE: &str = "@@unique-00@";

/// What to send, where, and for how long: the process reads it as JSON from its standard input.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct LoadPlan {
    pub(crate) authority: String,
    /// The whole request; every [`UNIQUE`] in it is replaced.
    pub(crate) request: String,
    pub(crate) connections: usize,
    pub(crate) warm_up_seconds: f64,
    pub(crate) seconds: f64,
    /// Whose processor time and memory are looked at; `None` for a server that somebody else started.
    pub(crate) server_pid: Option<u32>,
    /// The first unique number.
    pub(crate) first_unique: u64,
    /// Instead of the request: a way of several requests, counted as one answer.
    pub(crate) journey: Option<Journey>,
    /// How often the request is sent, over all connections; `None` for as often as it is answered.
    pub(crate) per_second: Option<f64>,
    /// Statuses outside 2xx that are what is asked for.
    pub(crate) expected: Vec<u16>,
}

/// What came back: the process prints it as JSON on one line.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct LoadResult {
    /// Answers inside the measured time.
    pub(crate) answers: u64,
    /// Answers by their status.
    pub(crate) by_status: BTreeMap<u16, u64>,
    /// The measured time, without the warm-up.
    pub(crate) seconds: f64,
    pub(crate) p50_us: u32,
    pub(crate) p99_us: u32,
    pub(crate) max_us: u32,
    /// The server's processor time inside the measured time.
    pub(crate) server_cpu_seconds: Option<f64>,
    /// The generator's own.
    pub(crate) load_cpu_seconds: f64,
    /// The server's resident memory at the end, while all connections are still open.
    pub(crate) server_resident_kib: Option<u64>,
    /// Connections that the server ended after an answer.
    pub(crate) reconnections: u64,
    /// The next unique number.
    pub(crate) next_unique: u64,
    /// The first answer that was not expected, with its body, or the first broken connection. It ends the run.
    pub(crate) failure: Option<String>,
}

impl LoadResult {
    /// Answers per second.
    pub(crate) fn rate(&self) -> f64 {
        self.answers as f64 / self.seconds
    }

    /// Seconds of the server's processor per answer.
    pub(crate) fn cpu_per_answer(&self) -> Option<f64> {
        self.server_cpu_seconds.map(|cpu| cpu / self.answers.max(1) as f64)
    }

    /// The part of one core that the server used.
    pub(crate) fn busy(&self) -> Option<f64> {
        self.server_cpu_seconds.map(|cpu| cpu / self.seconds)
    }
}

/// Reads the plan, runs it, prints the result.
pub(crate) fn run_from_stdin() -> Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let plan: LoadPlan = serde_json::from_str(&text)?;
    // The generator never sleeps, on a core of its own: a server that answers one that does pays for waking it, several microseconds in each answer, and the
    // more the slower it is. That would be measuring the generator.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().event_interval(8).build()?;
    let result = tokio::task::LocalSet::new().block_on(&runtime, async {
        let awake = tokio::task::spawn_local(async {
            loop {
                tokio::task::yield_now().await;
            }
        });
        let result = run(plan).await;
        awake.abort();
        result
    })?;
    println!("{}", serde_json::to_string(&result)?);
    Ok(())
}

/// What the connections' tasks share. One thread, so cells suffice.
struct Shared {
    plan: LoadPlan,
    measuring: Cell<bool>,
    stopped: Cell<bool>,
    next_unique: Cell<u64>,
    pace: Option<Pace>,
    reconnections: Cell<u64>,
    by_status: RefCell<BTreeMap<u16, u64>>,
    /// Of every answer: exact percentiles, and four bytes for each are affordable.
    microseconds: RefCell<Vec<u32>>,
    failure: RefCell<Option<String>>,
}

impl Shared {
    fn fail(&self, reason: String) {
        self.stopped.set(true);
        self.failure.borrow_mut().get_or_insert(reason);
    }

    fn count(&self, status: u16, microseconds: u32) {
        *self.by_status.borrow_mut().entry(status).or_default() += 1;
        self.microseconds.borrow_mut().push(microseconds);
    }

    fn expects(&self, status: u16) -> bool {
        (200..300).contains(&status) || self.plan.expected.contains(&status)
    }
}

/// When each request is due, whoever sends it. What is late is timed from when it was due: a server that makes others wait doesn't hide it.
struct Pace {
    began: Instant,
    interval: Duration,
    sent: Cell<u32>,
}

impl Pace {
    fn new(per_second: f64) -> Self {
        Self { began: Instant::now(), interval: Duration::from_secs_f64(1.0 / per_second), sent: Cell::new(0) }
    }

    /// Waits for the turn that nobody took yet.
    async fn turn(&self) -> Instant {
        let number = self.sent.get();
        self.sent.set(number + 1);
        let due = self.began + self.interval * number;
        // The generator never sleeps, and a timer is too coarse.
        while Instant::now() < due {
            tokio::task::yield_now().await;
        }
        due
    }
}

async fn run(plan: LoadPlan) -> Result<LoadResult> {
    let (warm_up, seconds) = (plan.warm_up_seconds, plan.seconds);
    let (server, own) = (plan.server_pid, std::process::id());
    let shared = Rc::new(Shared {
        measuring: Cell::new(false),
        stopped: Cell::new(false),
        next_unique: Cell::new(plan.first_unique),
        pace: plan.per_second.map(Pace::new),
        reconnections: Cell::new(0),
        by_status: RefCell::default(),
        microseconds: RefCell::new(Vec::with_capacity(1 << 18)),
        failure: RefCell::new(None),
        plan,
    });
    let mut tasks = Vec::with_capacity(shared.plan.connections);
    for _ in 0..shared.plan.connections {
        let shared = Rc::clone(&shared);
        tasks.push(tokio::task::spawn_local(async move {
            let driven = match &shared.plan.journey {
                Some(journey) => travel(&shared, journey).await,
                None => drive(&shared).await,
            };
            if let Err(error) = driven {
                shared.fail(error.to_string());
            }
        }));
    }
    wait(&shared, warm_up).await;
    let cpu = |pid: Option<u32>| pid.map(cpu_seconds).transpose();
    let (server_before, own_before) = (cpu(server)?, cpu_seconds(own)?);
    shared.measuring.set(true);
    let started = Instant::now();
    wait(&shared, seconds).await;
    shared.measuring.set(false);
    let elapsed = started.elapsed().as_secs_f64();
    let (server_after, own_after) = (cpu(server)?, cpu_seconds(own)?);
    let server_resident_kib = server.map(resident_kib).transpose()?;
    shared.stopped.set(true);
    // A server that hangs must not hang the run: what is under way may take a second more.
    for task in tasks {
        let abort = task.abort_handle();
        if tokio::time::timeout(Duration::from_secs(1), task).await.is_err() {
            abort.abort();
        }
    }
    let mut microseconds = shared.microseconds.take();
    microseconds.sort_unstable();
    let at =
        |part: usize| microseconds.get((microseconds.len() * part / 100).min(microseconds.len().saturating_sub(1)));
    let failure = shared.failure.take();
    let failure = failure.or_else(|| microseconds.is_empty().then(|| format!("no answer within {elapsed:.1} s")));
    Ok(LoadResult {
        answers: microseconds.len() as u64,
        by_status: shared.by_status.take(),
        seconds: elapsed,
        p50_us: at(50).copied().unwrap_or_default(),
        p99_us: at(99).copied().unwrap_or_default(),
        max_us: at(100).copied().unwrap_or_default(),
        server_cpu_seconds: server_after.zip(server_before).map(|(after, before)| after - before),
        load_cpu_seconds: own_after - own_before,
        server_resident_kib,
        reconnections: shared.reconnections.get(),
        next_unique: shared.next_unique.get(),
        failure,
    })
}

/// Sleeps, but not longer than until the first failure.
async fn wait(shared: &Shared, seconds: f64) {
    let until = Instant::now() + Duration::from_secs_f64(seconds);
    while !shared.stopped.get() {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return;
        }
        tokio::time::sleep(left.min(Duration::from_millis(100))).await;
    }
}

/// One connection: sends the request again and again until the run is over.
async fn drive(shared: &Shared) -> Result<()> {
    let mut request = shared.plan.request.clone().into_bytes();
    let uniques: Vec<usize> = shared.plan.request.match_indices(UNIQUE).map(|(position, _)| position).collect();
    let mut connection = Connection::open(&shared.plan.authority).await?;
    while !shared.stopped.get() {
        if !uniques.is_empty() {
            let number = shared.next_unique.get();
            shared.next_unique.set(number + 1);
            let digits = format!("{number:0width$}", width = UNIQUE.len());
            for position in &uniques {
                request[*position..*position + UNIQUE.len()].copy_from_slice(digits.as_bytes());
            }
        }
        let sent = match &shared.pace {
            Some(pace) => pace.turn().await,
            None => Instant::now(),
        };
        let exchange = connection.exchange(&request).await?;
        let microseconds = u32::try_from(sent.elapsed().as_micros()).unwrap_or(u32::MAX);
        if shared.measuring.get() {
            shared.count(exchange.status, microseconds);
        }
        if !shared.expects(exchange.status) {
            shared.fail(format!("answered {}: {}", exchange.status, excerpt(connection.body(&exchange))));
            return Ok(());
        }
        if exchange.closes && !shared.stopped.get() {
            shared.reconnections.set(shared.reconnections.get() + 1);
            connection = Connection::open(&shared.plan.authority).await?;
        }
    }
    Ok(())
}

/// One user with one browser: goes the same way again and again until the run is over.
async fn travel(shared: &Shared, journey: &Journey) -> Result<()> {
    let mut traveller = Traveller::prepare(journey, &shared.plan.authority).await?;
    while !shared.stopped.get() {
        let began = Instant::now();
        let status = traveller.go().await?;
        let microseconds = u32::try_from(began.elapsed().as_micros()).unwrap_or(u32::MAX);
        if shared.measuring.get() {
            shared.count(status, microseconds);
        }
    }
    Ok(())
}

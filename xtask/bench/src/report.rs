//! Medians, verdicts and the tables.

use serde::Serialize;

use crate::authorizers;
use crate::cases::Round;
use crate::growth;
use crate::ledgers;
use crate::load::LoadResult;
use crate::matching::{self, Matching};
use crate::slow_peers;
use crate::starts::{StartTimes, Starts};

/// From here on a core counts as saturated, and answers per second can be compared.
const SATURATED: f64 = 0.9;

const IDLE_MEBIBYTES: f64 = 30.0;
const READY_MILLISECONDS: f64 = 40.0;
/// Of the rate without slow peers.
const BESIDE_SLOW_PEERS: f64 = 0.9;
const SLOW_PEERS_MEBIBYTES: f64 = 64.0;
/// The most memory that a server may ever have had after a list of all APIs of a large tenant.
const LIST_MEBIBYTES: f64 = 100.0;
/// How many times as long an answer may take in the large tenant.
const GROWTH: f64 = 1.1;

/// What the two sides of a ratio were measured in.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Basis {
    /// Answers per second: both sides had their core for themselves and used it up.
    Throughput,
    /// Processor seconds per answer: a side was not saturated, because the generator or somebody else was in the way.
    CpuSeconds,
}

impl Basis {
    fn mark(self) -> &'static str {
        match self {
            Self::Throughput => "rate",
            Self::CpuSeconds => "cpu",
        }
    }
}

impl Round {
    /// The ratio that has a target: 1 is the yardstick itself, more is better.
    ///
    /// For tokens that is `rate × (c + s)`, for creations the rate over the raw commits, else the rate over the bare
    /// server's. Where a side did not saturate its core, processor seconds stand in for the rate on both sides.
    fn ratio(&self) -> Option<(f64, Basis)> {
        if let Some(limit) = self.limit() {
            return Some((self.real.rate() * limit, Basis::Throughput));
        }
        if let Some(commits) = self.yardsticks.commits {
            return Some((self.real.rate() / commits.commits_per_second, Basis::Throughput));
        }
        let bare = self.yardsticks.bare.as_ref()?;
        let (signature_wall, signature_cpu) =
            self.yardsticks.signature.map_or((0.0, 0.0), |times| (times.wall, times.cpu));
        if saturated(bare) && saturated(&self.real) {
            return Some((self.real.rate() * (1.0 / bare.rate() + signature_wall), Basis::Throughput));
        }
        let ratio = (bare.cpu_per_answer()? + signature_cpu) / self.real.cpu_per_answer()?;
        Some((ratio, Basis::CpuSeconds))
    }
}

impl Round {
    /// Seconds that a journey can't do without: everything that it is made of, at its raw price, one after the other on one core.
    fn limit(&self) -> Option<f64> {
        let yardsticks = &self.yardsticks;
        let parts = yardsticks.parts?;
        let password = yardsticks.password.map_or(0.0, |times| times.wall);
        Some(
            parts.gets / yardsticks.bare.as_ref()?.rate()
                + parts.forms / yardsticks.bare_form.as_ref()?.rate()
                + parts.commits / yardsticks.commits?.commits_per_second
                + parts.signatures * yardsticks.signature?.wall
                + parts.passwords * password,
        )
    }
}

fn saturated(result: &LoadResult) -> bool {
    result.busy().is_some_and(|busy| busy >= SATURATED)
}

/// Medians over the rounds of one kind of load.
#[derive(Clone, Debug, Serialize)]
struct Medians {
    rate: f64,
    p50_us: f64,
    p99_us: f64,
    /// The worst of all rounds.
    max_us: f64,
    /// Of the server's processor, per answer.
    cpu_us: Option<f64>,
    /// The part of one core that the server used.
    busy: Option<f64>,
    /// The part of one core that the load generator used.
    load_busy: f64,
}

impl Medians {
    fn of(results: &[&LoadResult]) -> Option<Self> {
        let of = |value: &dyn Fn(&LoadResult) -> Option<f64>| {
            let values: Vec<f64> = results.iter().filter_map(|result| value(result)).collect();
            (!values.is_empty()).then(|| median(&values))
        };
        Some(Self {
            rate: of(&|result| Some(result.rate()))?,
            p50_us: of(&|result| Some(f64::from(result.p50_us)))?,
            p99_us: of(&|result| Some(f64::from(result.p99_us)))?,
            max_us: results.iter().map(|result| f64::from(result.max_us)).fold(0.0, f64::max),
            cpu_us: of(&|result| result.cpu_per_answer().map(|seconds| seconds * 1e6)),
            busy: of(&LoadResult::busy),
            load_busy: of(&|result| Some(result.load_cpu_seconds / result.seconds))?,
        })
    }

    fn row(&self, name: &str) -> Vec<String> {
        let optional = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
        vec![
            name.to_owned(),
            format!("{:.0}", self.rate),
            format!("{:.0}", self.p50_us),
            format!("{:.0}", self.p99_us),
            format!("{:.0}", self.max_us),
            optional(self.cpu_us.map(|value| format!("{value:.1}"))),
            optional(self.busy.map(percent)),
            percent(self.load_busy),
        ]
    }
}

/// One case, all of its rounds and what follows from them.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CaseReport {
    name: &'static str,
    title: &'static str,
    real: Option<Medians>,
    bare: Option<Medians>,
    bare_form: Option<Medians>,
    peer: Option<Medians>,
    signature_us: Option<f64>,
    commits_per_second: Option<f64>,
    commit_p99_us: Option<f64>,
    /// The median of the rounds' ratios.
    ratio: Option<f64>,
    /// What most of the ratios were measured in.
    basis: Option<Basis>,
    target: f64,
    half_load: Option<Medians>,
    bare_half_load: Option<Medians>,
    /// The most that its p99 may be.
    half_load_p99_us: Option<f64>,
    rounds: Vec<Round>,
}

impl CaseReport {
    /// Sums the rounds up.
    pub(crate) fn new(
        name: &'static str,
        title: &'static str,
        target: f64,
        half_load_p99_us: Option<f64>,
        rounds: Vec<Round>,
    ) -> Self {
        let medians = |pick: &dyn Fn(&Round) -> Option<&LoadResult>| {
            Medians::of(&rounds.iter().filter_map(pick).collect::<Vec<_>>())
        };
        let values = |pick: &dyn Fn(&Round) -> Option<f64>| {
            let values: Vec<f64> = rounds.iter().filter_map(pick).collect();
            (!values.is_empty()).then(|| median(&values))
        };
        let ratios: Vec<(f64, Basis)> = rounds.iter().filter_map(Round::ratio).collect();
        let by_rate = ratios.iter().filter(|(_, basis)| *basis == Basis::Throughput).count();
        let basis = if by_rate * 2 > ratios.len() { Basis::Throughput } else { Basis::CpuSeconds };
        Self {
            name,
            title,
            real: medians(&|round| Some(&round.real)),
            bare: medians(&|round| round.yardsticks.bare.as_ref()),
            bare_form: medians(&|round| round.yardsticks.bare_form.as_ref()),
            peer: medians(&|round| round.peer.as_ref()),
            signature_us: values(&|round| round.yardsticks.signature.map(|times| times.cpu * 1e6)),
            commits_per_second: values(&|round| round.yardsticks.commits.map(|rate| rate.commits_per_second)),
            commit_p99_us: values(&|round| round.yardsticks.commits.map(|rate| rate.p99_us)),
            ratio: values(&|round| round.ratio().map(|(ratio, _)| ratio)),
            basis: (!ratios.is_empty()).then_some(basis),
            target,
            half_load: medians(&|round| round.half_load.as_ref()),
            bare_half_load: medians(&|round| round.bare_half_load.as_ref()),
            half_load_p99_us,
            rounds,
        }
    }

    fn half_load_verdict(&self) -> Option<Vec<String>> {
        let (half_load, limit) = (self.half_load.as_ref()?, self.half_load_p99_us?);
        let bare =
            self.bare_half_load.as_ref().map_or_else(String::new, |bare| format!(", bare {:.2}", bare.p99_us / 1e3));
        Some(vec![
            format!("{}, at half load", self.title),
            format!("{:.0}/s, p99 {:.2} ms{bare}", half_load.rate, half_load.p99_us / 1e3),
            "-".to_owned(),
            format!("p99 ≤ {:.0} ms", limit / 1e3),
            word(half_load.p99_us <= limit),
        ])
    }

    fn verdict(&self) -> Vec<String> {
        let absolute = self
            .real
            .as_ref()
            .map_or_else(String::new, |real| format!("{:.0}/s, p99 {:.1} ms", real.rate, real.p99_us / 1e3));
        let ratio = match (self.ratio, self.basis) {
            (Some(ratio), Some(basis)) => format!("{ratio:.2} ({})", basis.mark()),
            _ => "-".to_owned(),
        };
        let reached = self.ratio.is_some_and(|ratio| ratio >= self.target);
        let target = format!("≥ {:.2} of {}", self.target, self.yardstick());
        vec![self.title.to_owned(), absolute, ratio, target, word(reached)]
    }

    fn yardstick(&self) -> &'static str {
        if self.rounds.iter().any(|round| round.yardsticks.parts.is_some()) {
            "its requests, commits, crypto"
        } else if self.signature_us.is_some() {
            "1/(c+s)"
        } else if self.commits_per_second.is_some() {
            "raw commits"
        } else if self.bare_form.is_some() {
            "bare"
        } else {
            "same bytes bare"
        }
    }
}

/// How the time of an answer depends on the number of rows.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GrowthReport {
    name: &'static str,
    title: String,
    /// In the large tenant.
    rows: usize,
    few: Option<Medians>,
    many: Option<Medians>,
    /// The median of the rounds' ratios of p50: 1 is no dependence.
    ratio: f64,
    rounds: Vec<growth::Round>,
}

impl GrowthReport {
    /// Sums the rounds up.
    pub(crate) fn new(pair: &growth::Pair, rows: usize, rounds: Vec<growth::Round>) -> Self {
        let ratios: Vec<f64> =
            rounds.iter().map(|round| f64::from(round.many.p50_us) / f64::from(round.few.p50_us.max(1))).collect();
        Self {
            name: pair.name,
            title: pair.title.clone(),
            rows,
            few: Medians::of(&rounds.iter().map(|round| &round.few).collect::<Vec<_>>()),
            many: Medians::of(&rounds.iter().map(|round| &round.many).collect::<Vec<_>>()),
            ratio: median(&ratios),
            rounds,
        }
    }

    fn verdict(&self) -> Vec<String> {
        let p50 = |medians: &Option<Medians>| medians.as_ref().map_or(0.0, |medians| medians.p50_us);
        vec![
            format!("{}, {} rows", self.title, self.rows),
            format!("p50 {:.0} µs, of {} rows {:.0} µs", p50(&self.many), growth::FEW, p50(&self.few)),
            format!("{:.2} (p50)", self.ratio),
            format!("≤ {GROWTH:.2} of {} rows", growth::FEW),
            word(self.ratio <= GROWTH),
        ]
    }
}

/// A list that its dialect doesn't cut.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListReport {
    pub(crate) rows: usize,
    pub(crate) bytes: usize,
    /// The most memory that the server had before it was asked, and afterwards.
    pub(crate) before_kib: u64,
    pub(crate) peak_kib: u64,
}

impl ListReport {
    fn verdict(&self) -> Vec<String> {
        let peak = mebibytes(self.peak_kib);
        vec![
            format!("RSS after a list of {} APIs, most", self.rows),
            format!(
                "{peak:.1} MiB, {:.1} before; {:.1} MB answered",
                mebibytes(self.before_kib),
                self.bytes as f64 / 1e6
            ),
            "-".to_owned(),
            format!("≤ {LIST_MEBIBYTES:.0} MiB"),
            word(peak <= LIST_MEBIBYTES),
        ]
    }
}

/// Others beside peers that take nothing and peers that say nothing.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SlowPeersReport {
    alone: Option<Medians>,
    beside: Option<Medians>,
    ratio: f64,
    health_ms: f64,
    peak_kib: u64,
    rounds: Vec<slow_peers::Round>,
}

impl SlowPeersReport {
    pub(crate) fn new(rounds: Vec<slow_peers::Round>, peak_kib: u64) -> Self {
        let ratios: Vec<f64> = rounds.iter().map(|round| round.beside.rate() / round.alone.rate()).collect();
        Self {
            alone: Medians::of(&rounds.iter().map(|round| &round.alone).collect::<Vec<_>>()),
            beside: Medians::of(&rounds.iter().map(|round| &round.beside).collect::<Vec<_>>()),
            ratio: median(&ratios),
            health_ms: rounds.iter().map(|round| round.health_ms).fold(0.0, f64::max),
            peak_kib,
            rounds,
        }
    }

    fn verdicts(&self) -> [Vec<String>; 2] {
        let rate = self.beside.as_ref().map_or(0.0, |medians| medians.rate);
        let peak = self.peak_kib as f64 / 1024.0;
        [
            vec![
                "tokens beside 1,100 slow peers".to_owned(),
                format!("{rate:.0}/s, health after {:.1} ms at most", self.health_ms),
                format!("{:.2} (rate)", self.ratio),
                format!("≥ {BESIDE_SLOW_PEERS:.2} of alone"),
                word(self.ratio >= BESIDE_SLOW_PEERS),
            ],
            vec![
                "RSS beside them, most".to_owned(),
                format!("{peak:.1} MiB"),
                "-".to_owned(),
                format!("≤ {SLOW_PEERS_MEBIBYTES:.0} MiB"),
                word(peak <= SLOW_PEERS_MEBIBYTES),
            ],
        ]
    }
}

/// Everything that was measured.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Report {
    /// Which cores, or why none.
    pub(crate) pinning: String,
    /// Measured time per case and round.
    pub(crate) seconds: f64,
    /// Rounds per case.
    pub(crate) rounds: usize,
    /// Keep-alive connections.
    pub(crate) connections: usize,
    /// One per case that could be measured.
    pub(crate) cases: Vec<CaseReport>,
    /// Absent if not asked for or not measurable.
    pub(crate) slow_peers: Option<SlowPeersReport>,
    /// One per growth case that could be measured.
    pub(crate) growth: Vec<GrowthReport>,
    /// Absent if not asked for or not measurable.
    pub(crate) list: Option<ListReport>,
    /// Absent if not asked for.
    pub(crate) matching: Option<Matching>,
    /// Absent if not asked for or not measurable.
    pub(crate) authorizer: Option<authorizers::Measured>,
    /// Absent if not asked for or not measurable.
    pub(crate) ledger: Option<ledgers::Measured>,
    /// Absent if not asked for or not measurable.
    pub(crate) starts: Option<Starts>,
    /// What could not be measured, and why.
    pub(crate) failures: Vec<String>,
}

impl Report {
    /// Prints the tables: for scale first, the verdicts last.
    pub(crate) fn print(&self) {
        println!("{}; {} s × {} rounds, {} connections", self.pinning, self.seconds, self.rounds, self.connections);
        if cfg!(debug_assertions) {
            println!("DEBUG BUILD: no figure below means anything");
        }
        self.print_loads();
        self.print_yardsticks();
        self.print_starts();
        self.print_peer();
        self.print_targets();
        for failure in &self.failures {
            println!("NOT MEASURED {failure}");
        }
    }

    fn print_loads(&self) {
        let head =
            ["load (medians)", "per s", "p50 µs", "p99 µs", "max µs", "server CPU µs", "server core", "load core"];
        let mut rows = Vec::new();
        for case in &self.cases {
            rows.extend(case.real.as_ref().map(|medians| medians.row(case.name)));
            rows.extend(case.half_load.as_ref().map(|medians| medians.row("  half load")));
            rows.extend(case.bare_half_load.as_ref().map(|medians| medians.row("  bare at that rate")));
            rows.extend(case.bare.as_ref().map(|medians| medians.row("  bare")));
            rows.extend(case.bare_form.as_ref().map(|medians| medians.row("  bare form")));
            rows.extend(case.peer.as_ref().map(|medians| medians.row("  peer")));
        }
        if let Some(slow_peers) = &self.slow_peers {
            rows.extend(slow_peers.beside.as_ref().map(|medians| medians.row("slow-peers")));
            rows.extend(slow_peers.alone.as_ref().map(|medians| medians.row("  alone")));
        }
        for growth in &self.growth {
            rows.extend(growth.many.as_ref().map(|medians| medians.row(growth.name)));
            rows.extend(growth.few.as_ref().map(|medians| medians.row("  few rows")));
        }
        print_table(&head, &rows);
    }

    fn print_yardsticks(&self) {
        let small = |case: &&CaseReport| case.signature_us.is_some() || case.bare_form.is_some();
        let bare: Vec<&LoadResult> = (self.cases.iter().filter(small))
            .flat_map(|case| &case.rounds)
            .filter_map(|round| round.yardsticks.bare.as_ref())
            .collect();
        if let Some(medians) = Medians::of(&bare) {
            let (by_rate, busy) = (1e6 / medians.rate, medians.busy.unwrap_or_default());
            let by_cpu = medians.cpu_us.unwrap_or_default();
            let basis = if busy >= SATURATED { "the rate counts" } else { "not saturated: the CPU time counts" };
            println!(
                "\nc, a bare dropshot request: {by_rate:.1} µs by rate, {by_cpu:.1} µs of CPU, core {} busy ({basis})",
                percent(busy)
            );
        }
        for case in &self.cases {
            let limits: Vec<f64> = case.rounds.iter().filter_map(Round::limit).collect();
            if !limits.is_empty() {
                println!("{}: its parts alone take {:.0} µs", case.name, median(&limits) * 1e6);
                continue;
            }
            if let Some(signature) = case.signature_us {
                println!("s, the raw signature behind {}: {signature:.1} µs of CPU", case.name);
            }
            if let (Some(rate), Some(p99)) = (case.commits_per_second, case.commit_p99_us) {
                println!("raw commits of SQLite (WAL, FULL, one row each): {rate:.0}/s, p99 {p99:.0} µs");
            }
            // The small GET is the stricter yardstick; this says how much of the distance is reading a form.
            if let (Some(form), Some(real)) = (&case.bare_form, &case.real) {
                println!("{} over the bare server reading a form: {:.2} by rate", case.name, real.rate / form.rate);
            }
        }
    }

    fn print_starts(&self) {
        if let Some(starts) = &self.starts {
            let row = |name: &str, times: &StartTimes| {
                let span = |values: &[f64]| {
                    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
                    let high = values.iter().copied().fold(0.0, f64::max);
                    format!("{:.1} ({low:.1}..{high:.1})", median(values))
                };
                vec![name.to_owned(), span(&times.ready_ms), span(&times.first_token_ms)]
            };
            let head = ["start (median, min..max)", "ready ms", "first token ms"];
            print_table(&head, &[row("empty folder", &starts.empty), row("migrated folder", &starts.migrated)]);
        }
    }

    fn print_peer(&self) {
        let rows: Vec<Vec<String>> = (self.cases.iter())
            .filter_map(|case| {
                let (real, peer) = (case.real.as_ref()?, case.peer.as_ref()?);
                let times = format!("{:.2}", real.rate / peer.rate);
                Some(vec![case.title.to_owned(), format!("{:.0}", real.rate), format!("{:.0}", peer.rate), times])
            })
            .collect();
        if !rows.is_empty() {
            println!("\nThe peer was not started here: pin it to the servers' core, or the comparison favours it.");
            print_table(&["same load", "per s", "peer per s", "times"], &rows);
        }
    }

    fn print_targets(&self) {
        let mut rows: Vec<Vec<String>> = self.cases.iter().map(CaseReport::verdict).collect();
        rows.extend(self.cases.iter().filter_map(CaseReport::half_load_verdict));
        rows.extend(self.growth.iter().map(GrowthReport::verdict));
        rows.extend(self.list.iter().map(ListReport::verdict));
        rows.extend(self.slow_peers.iter().flat_map(SlowPeersReport::verdicts));
        rows.extend(self.authorizer.iter().flat_map(authorizers::Measured::verdicts));
        rows.extend(self.ledger.iter().flat_map(ledgers::Measured::verdicts));
        let dash = || "-".to_owned();
        if let Some(matching) = &self.matching {
            let (few, many) = (median(&matching.few), median(&matching.many));
            let title = format!("API of a request, of {}: p50", matching.rows);
            let (absolute, ratio) = (format!("{many:.2} µs"), format!("{:.2} of few", many / few));
            let target = format!("≤ {} µs", matching::TARGET.as_micros());
            rows.push(vec![title, absolute, ratio, target, word(many <= matching::TARGET.as_secs_f64() * 1e6)]);
        }
        if let Some(starts) = &self.starts {
            let idle = starts.idle_resident_kib as f64 / 1024.0;
            let target = format!("≤ {IDLE_MEBIBYTES:.0} MiB");
            let reached = word(idle <= IDLE_MEBIBYTES);
            rows.push(vec!["RSS idle".to_owned(), format!("{idle:.1} MiB"), dash(), target, reached]);
        }
        if let Some(kib) =
            (self.cases.iter().flat_map(|case| &case.rounds)).filter_map(|round| round.real.server_resident_kib).max()
        {
            let loaded = format!("{:.1} MiB", kib as f64 / 1024.0);
            rows.push(vec!["RSS under load, most".to_owned(), loaded, dash(), dash(), dash()]);
        }
        if let Some(starts) = &self.starts {
            let ready = starts.migrated.ready();
            let target = format!("≤ {READY_MILLISECONDS:.0} ms");
            let reached = word(ready <= READY_MILLISECONDS);
            rows.push(vec!["ready, migrated folder".to_owned(), format!("{ready:.1} ms"), dash(), target, reached]);
            for (name, value) in [
                ("first token, migrated folder", starts.migrated.first_token()),
                ("ready, empty folder", starts.empty.ready()),
                ("first token, empty folder", starts.empty.first_token()),
            ] {
                rows.push(vec![name.to_owned(), format!("{value:.1} ms"), dash(), dash(), dash()]);
            }
        }
        if !self.cases.is_empty() {
            println!(
                "\n(rate): both sides saturated their core, answers per second compared; (cpu): CPU seconds per answer."
            );
        }
        print_table(&["case", "absolute", "ratio", "target", "verdict"], &rows);
    }
}

pub(crate) fn word(reached: bool) -> String {
    if reached { "ok" } else { "MISS" }.to_owned()
}

/// KiB as MiB.
pub(crate) fn mebibytes(kib: u64) -> f64 {
    kib as f64 / 1024.0
}

fn percent(part: f64) -> String {
    format!("{:.0} %", part * 100.0)
}

/// The middle value, or the mean of the two middle ones; 0 of nothing.
pub(crate) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => 0.0,
        odd if odd % 2 == 1 => sorted[middle],
        _ => f64::midpoint(sorted[middle - 1], sorted[middle]),
    }
}

/// A table that reads well in a terminal and is one in Markdown too.
pub(crate) fn print_table(head: &[&str], rows: &[Vec<String>]) {
    if rows.is_empty() {
        return;
    }
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain([head[column].chars().count()]).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let padded: Vec<String> = cells.zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        format!("| {} |", padded.join(" | "))
    };
    println!("\n{}", line(&mut head.iter().copied()));
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    println!("{}", line(&mut rule.iter().map(String::as_str)));
    for row in rows {
        println!("{}", line(&mut row.iter().map(String::as_str)));
    }
}

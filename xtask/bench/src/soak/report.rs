//! What each loop added, what was left, and whether that is bounded.

use serde::Serialize;

use super::state::State;
use crate::Options;
use crate::load::LoadResult;
use crate::report::{print_table, word};
use crate::server::Pinning;

/// Of the pages that hold something: what a table keeps of having been large.
const PAGES: u64 = 128 * 1024;
/// Of the files: the free pages that are kept for what comes next, and a log of the length that it has between two checkpoints.
const FILES: u64 = 6 * 1024 * 1024;
/// What each connection's browser is still signed in by: the session, its grant, and the client's part in it.
const ROWS_PER_CONNECTION: u64 = 4;
/// Rows that are made once: what the user has agreed to, keys that are due.
const ROWS: u64 = 16;
/// Memory that is used again: caches of so many entries, and what the allocator keeps.
const MEMORY_KIB: u64 = 32 * 1024;

const REFUSED: u16 = 429;

/// One figure at the four times, and its bound.
#[derive(Clone, Debug, Serialize)]
struct Bound {
    what: &'static str,
    /// At the start, at the end of the loop, hours and months after it.
    values: [u64; 4],
    /// The most that the last one may be.
    most: u64,
    /// The most that it may be after hours, where it must be gone by then.
    most_after_hours: Option<u64>,
    is_bounded: bool,
    /// What one is called that is shown, and how many make it.
    #[serde(skip)]
    unit: (&'static str, f64),
}

impl Bound {
    fn new(what: &'static str, unit: (&'static str, f64), values: [u64; 4], more: u64, hours: Option<u64>) -> Self {
        let [start, _, after_hours, after_months] = values;
        let (most, most_after_hours) = (start + more, hours.map(|more| start + more));
        let is_bounded = after_months <= most && most_after_hours.is_none_or(|most| after_hours <= most);
        Self { what, values, most, most_after_hours, is_bounded, unit }
    }

    fn row(&self, title: &str) -> Vec<String> {
        let (name, size) = self.unit;
        let shown = |value: u64| {
            let value = value as f64 / size;
            if size > 1.0 { format!("{value:.2}") } else { format!("{value:.0}") }
        };
        let mut row = vec![title.to_owned(), format!("{}{name}", self.what)];
        row.extend(self.values.iter().map(|value| shown(*value)));
        let soon = self.most_after_hours.map_or_else(String::new, |most| format!("≤ {}, then ", shown(most)));
        row.push(format!("{soon}≤ {}", shown(self.most)));
        row.push(word(self.is_bounded));
        row
    }
}

/// One loop.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CaseReport {
    name: &'static str,
    title: &'static str,
    load: LoadResult,
    /// At the start, at the end of the loop, hours and months after it.
    states: [State; 4],
    bounds: [Bound; 5],
}

impl CaseReport {
    /// Holds what is left against what there was.
    pub(crate) fn new(
        name: &'static str,
        title: &'static str,
        load: LoadResult,
        states: [State; 4],
        connections: usize,
    ) -> Self {
        let values = |pick: fn(&State) -> u64| states.each_ref().map(pick);
        let (one, mebibytes) = (("", 1.0), (", MiB", 1024.0 * 1024.0));
        let signed_in = ROWS + ROWS_PER_CONNECTION * connections as u64;
        let bounds = [
            Bound::new("rows, without the audit log", one, values(State::other_rows), ROWS, Some(signed_in)),
            Bound::new("audit events", one, values(State::events), ROWS, None),
            Bound::new("used pages", mebibytes, values(|state| state.used_bytes), PAGES, None),
            Bound::new("file and WAL", mebibytes, values(|state| state.file_bytes), FILES, None),
            Bound::new("RSS", (", MiB", 1024.0), values(|state| state.resident_kib), MEMORY_KIB, Some(MEMORY_KIB)),
        ];
        Self { name, title, load, states, bounds }
    }

    fn growth(&self) -> Vec<String> {
        let answers = self.load.answers;
        let taken = answers - self.load.by_status.get(&REFUSED).copied().unwrap_or_default();
        let [start, end, ..] = &self.states;
        let grown = |pick: fn(&State) -> u64| pick(end) as f64 - pick(start) as f64;
        let per = |grown: f64, number: u64| format!("{:.0}", grown / number.max(1) as f64);
        let (used, files) = (grown(|state| state.used_bytes), grown(|state| state.file_bytes));
        let memory = grown(|state| state.resident_kib) * 1024.0;
        let by_status: Vec<String> =
            self.load.by_status.iter().map(|(status, number)| format!("{number} × {status}")).collect();
        vec![
            self.title.to_owned(),
            format!("{:.0}", self.load.rate()),
            by_status.join(", "),
            per(used, answers),
            per(used, taken),
            per(files, answers),
            per(files, taken),
            per(memory, answers),
            format!("{:.0}", grown(State::events)),
        ]
    }
}

/// The whole run.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Report {
    pinning: String,
    seconds: f64,
    connections: usize,
    pub(crate) cases: Vec<CaseReport>,
    /// What could not be measured, and why.
    pub(crate) failures: Vec<String>,
}

impl Report {
    pub(crate) fn new(pinning: &Pinning, options: &Options) -> Self {
        Self {
            pinning: pinning.note.clone(),
            seconds: options.seconds,
            connections: options.connections,
            cases: Vec::new(),
            failures: Vec::new(),
        }
    }

    /// Whether everything was measured, and nothing stays.
    pub(crate) fn is_bounded(&self) -> bool {
        let mut bounds = self.cases.iter().flat_map(|case| &case.bounds);
        self.failures.is_empty() && bounds.all(|bound| bound.is_bounded)
    }

    /// Prints what was added by each request, then what is left of it.
    pub(crate) fn print(&self) {
        println!("{}; {} s, {} connections", self.pinning, self.seconds, self.connections);
        if cfg!(debug_assertions) {
            println!("DEBUG BUILD: speeds mean nothing");
        }
        let head = [
            "soak",
            "per s",
            "answers",
            "used B each",
            "B if let through",
            "files B each",
            "B if let through",
            "RSS B each",
            "audit events",
        ];
        print_table(&head, &self.cases.iter().map(CaseReport::growth).collect::<Vec<_>>());
        let head = ["what is left", "of", "start", "end", "2 hours later", "91 days later", "target", "verdict"];
        let rows = self.cases.iter().flat_map(|case| case.bounds.iter().map(|bound| bound.row(case.title)));
        print_table(&head, &rows.collect::<Vec<_>>());
        for failure in &self.failures {
            println!("NOT MEASURED {failure}");
        }
    }
}

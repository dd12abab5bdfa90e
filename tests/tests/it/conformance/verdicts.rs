//! What became of each module.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Plan and module of everything that has a test, as the suite names them.
const MODULES: &str = include_str!("../../../facts/conformance-modules.tsv");

/// What a module says, in the suite's words. The later ones weigh more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// There is nothing to look at with this response type.
    NotApplicable,
    /// Everything that it asserts holds.
    Passed,
    /// What it is about isn't offered, and the server says so.
    Skipped(&'static str),
    /// Everything holds that a program can see; a person has to look at a page.
    Review(&'static str),
    /// It holds, but the suite would rather have it otherwise.
    Warning(&'static str),
}

/// A module of a plan, as the suite names both.
pub(super) type Module = (&'static str, &'static str);

static RESULTS: Mutex<BTreeMap<Module, Option<Verdict>>> = Mutex::new(BTreeMap::new());
static REPORTED: Condvar = Condvar::new();

/// All modules that must have a test, in the suite's order.
pub(super) fn expected() -> impl Iterator<Item = Module> {
    MODULES.lines().skip(1).map(|line| line.split_once('\t').expect("plan and module"))
}

/// The name of a module's test.
pub(super) fn test_of(module: &str) -> String {
    module.replace('-', "_").to_lowercase()
}

/// The module of a plan that a test is named after.
#[track_caller]
pub(super) fn module_of(plan: &str, test: &str) -> Module {
    let found = expected().find(|(known, module)| *known == plan && test_of(module) == test);
    found.unwrap_or_else(|| panic!("the facts have no module for {test} of {plan}"))
}

/// Runs a module's test and keeps its verdict; without one it has failed.
pub(super) async fn record(plan: &str, test: &str, body: impl Future<Output = Verdict>) {
    let mut running = Running { module: module_of(plan, test), verdict: None };
    let verdict = body.await;
    assert_ne!(verdict, Verdict::NotApplicable, "{test} looked at nothing");
    running.verdict = Some(verdict);
}

/// Reports when it is dropped, also by a panic.
struct Running {
    module: Module,
    verdict: Option<Verdict>,
}

impl Drop for Running {
    fn drop(&mut self) {
        lock().insert(self.module, self.verdict);
        REPORTED.notify_all();
    }
}

fn lock() -> MutexGuard<'static, BTreeMap<Module, Option<Verdict>>> {
    RESULTS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What has been reported so far; `None` stands for failures.
pub(super) fn results() -> BTreeMap<Module, Option<Verdict>> {
    lock().clone()
}

/// Waits until all of these have reported.
pub(super) fn wait_for(modules: &BTreeSet<Module>, patience: Duration) -> BTreeMap<Module, Option<Verdict>> {
    let until = Instant::now() + patience;
    let mut results = lock();
    loop {
        let missing: Vec<_> = modules.iter().filter(|module| !results.contains_key(module)).collect();
        if missing.is_empty() {
            return results.clone();
        }
        let left = until.saturating_duration_since(Instant::now());
        assert!(!left.is_zero(), "nothing was heard of {missing:?}");
        results = REPORTED.wait_timeout(results, left).unwrap_or_else(PoisonError::into_inner).0;
    }
}

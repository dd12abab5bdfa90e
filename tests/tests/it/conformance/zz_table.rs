//! The table of results: after all other tests of the suite, whence the name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use super::TESTS;
use super::verdicts::{self, Module, Verdict};

/// How long the slowest test may take after the last one began.
const PATIENCE: Duration = Duration::from_mins(5);
/// Set to 1 it has the table written rather than compared.
const WRITE: &str = "AUTHPLANE_TEST_WRITE_CONFORMANCE";
/// Options of the test binary that are followed by a value.
const WITH_VALUE: [&str; 5] = ["--test-threads", "--format", "--color", "--logfile", "-Z"];

/// What the names of all tests of the suite begin with.
const ALL: &str = "it::conformance::";

const HEAD: &str = "\
# Conformance

What the modules of the OpenID Foundation's [conformance suite](https://gitlab.com/openid/conformance-suite) say to an
authorization server of ours, plan by plan. These are our own ports of the modules, in `tests/tests/it/conformance`:
they ask what the suite asks and insist on what it insists on, in a browser without scripts, and run with all other
tests. They are no certification, and no run of the suite itself.

- PASSED: all of it holds.
- REVIEW: all of it holds that a program can see; the suite wants a person to look at a picture of a page, and says so.
- WARNING: it holds, but the suite would rather have it otherwise; the reason is given.
- SKIPPED: what it is about isn't offered, the server says so, and the suite passes over it.

The session management plan is missing: there is no `check_session_iframe`, since browsers keep an iframe of another
site from the cookies that it would need.

This file is written by the tests: `AUTHPLANE_TEST_WRITE_CONFORMANCE=1 cargo xtask test conformance`.
";

#[test]
fn every_module_has_a_test_and_every_test_a_module() {
    let facts: BTreeSet<_> = verdicts::expected().map(|(plan, module)| (plan, verdicts::test_of(module))).collect();
    let tests = TESTS.iter().flat_map(|(plan, tests)| tests.iter().map(|test| (*plan, (*test).to_owned())));
    let tests: BTreeSet<_> = tests.collect();
    let missing: Vec<_> = facts.difference(&tests).collect();
    assert!(missing.is_empty(), "without a test: {missing:?}");
    let unknown: Vec<_> = tests.difference(&facts).collect();
    assert!(unknown.is_empty(), "of no module: {unknown:?}");
}

#[test]
fn the_results_are_those_of_the_committed_table() {
    if is_partial(std::env::args().skip(1)) {
        println!("{}", table(&verdicts::results()));
        return;
    }
    let modules = TESTS.iter().flat_map(|(plan, tests)| tests.iter().map(|test| verdicts::module_of(plan, test)));
    let results = verdicts::wait_for(&modules.collect(), PATIENCE);
    let table = table(&results);
    println!("{table}");
    authplane_tests::report(&summary(&results));
    let failed: Vec<_> = results.iter().filter(|(_, verdict)| verdict.is_none()).map(|(module, _)| module).collect();
    assert!(failed.is_empty(), "failed: {failed:?}");
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/conformance.md");
    if std::env::var(WRITE).is_ok_and(|value| value == "1") {
        std::fs::write(&path, &table).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == table, "docs/conformance.md is out of date: {WRITE}=1 writes it anew");
}

/// Do these arguments of the test binary leave tests of the suite out?
fn is_partial(mut arguments: impl Iterator<Item = String>) -> bool {
    let (mut filters, mut takes_all) = (0, false);
    while let Some(argument) = arguments.next() {
        if WITH_VALUE.contains(&argument.as_str()) {
            arguments.next();
        } else if ["--skip", "--ignored", "--exact"].iter().any(|narrow| argument.starts_with(narrow)) {
            return true;
        } else if !argument.starts_with('-') {
            filters += 1;
            takes_all |= ALL.contains(&argument);
        }
    }
    filters > 0 && !takes_all
}

fn table(results: &BTreeMap<Module, Option<Verdict>>) -> String {
    let mut text = String::from(HEAD);
    let mut current = "";
    for module in verdicts::expected() {
        let Some(verdict) = results.get(&module) else { continue };
        let (plan, name) = module;
        if plan != current {
            current = plan;
            let _ = write!(text, "\n## {plan}\n\n{}\n\n| Module | Result |\n|---|---|\n", counts(plan, results));
        }
        let _ = writeln!(text, "| {name} | {} |", shown(*verdict));
    }
    text
}

fn shown(verdict: Option<Verdict>) -> String {
    match verdict {
        None | Some(Verdict::NotApplicable) => "FAILED".to_owned(),
        Some(Verdict::Passed) => "PASSED".to_owned(),
        Some(Verdict::Skipped(reason)) => format!("SKIPPED: {reason}"),
        Some(Verdict::Review(reason)) => format!("REVIEW: {reason}"),
        Some(Verdict::Warning(reason)) => format!("WARNING: {reason}"),
    }
}

fn counts(plan: &str, results: &BTreeMap<Module, Option<Verdict>>) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, verdict) in results.iter().filter(|((of, _), _)| *of == plan) {
        let word = shown(*verdict).split(':').next().unwrap_or_default().to_owned();
        *counts.entry(word).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    let counts: Vec<_> = counts.iter().map(|(word, count)| format!("{count} {word}")).collect();
    let modules = if total == 1 { "module" } else { "modules" };
    format!("{total} {modules}: {}.", counts.join(", "))
}

fn summary(results: &BTreeMap<Module, Option<Verdict>>) -> String {
    let plans: BTreeSet<_> = results.keys().map(|(plan, _)| *plan).collect();
    let failed = results.values().filter(|verdict| verdict.is_none()).count();
    format!("conformance: {} plans, {} modules, {failed} failed", plans.len(), results.len())
}

#[test]
fn a_filter_is_told_from_an_option() {
    let is_partial = |arguments: &[&str]| is_partial(arguments.iter().map(|argument| (*argument).to_owned()));
    for all in [
        &[][..],
        &["--nocapture"],
        &["--test-threads", "2"],
        &["--test-threads=2", "--format", "terse", "-q"],
        &["conformance"],
        &["domain", "it::conformance::"],
    ] {
        assert!(!is_partial(all), "{all:?}");
    }
    for some in [
        &["conformance::basic"][..],
        &["domain"],
        &["conformance", "--exact"],
        &["--skip", "x"],
        &["--skip=x"],
        &["--ignored"],
    ] {
        assert!(is_partial(some), "{some:?}");
    }
}

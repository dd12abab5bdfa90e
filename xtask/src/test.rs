//! `cargo xtask test`: what has to hold before a change is accepted, in one command.

use std::env;
use std::fs::{self, File};
use std::num::NonZero;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use crate::postgres::Postgres;
use crate::run::{run as run_command, run_quietly};
use crate::workspace::{BUILD, Workspace};
use crate::{changes, chromium, codegen, generate, lint, machine, sdk, tools};

/// The tests' PostgreSQL: set by whoever has one, else by us.
const POSTGRES_VARIABLE: &str = "AUTHPLANE_TEST_POSTGRES";

/// How many tests run at once: libtest's own name of it.
const THREADS_VARIABLE: &str = "RUST_TEST_THREADS";

/// What some tests start besides: a proxy, and what makes its certificate. Pairs of program and Debian's package.
const PROXY: [(&str, &str); 2] = [("nginx", "nginx-light"), ("openssl", "openssl")];

/// What runs with any filter: it takes a second, and says what a new operation lacks.
const ALWAYS: [&str; 2] = ["it::nets::", "it::facts::"];

/// Which part of it all is wanted.
#[derive(Default)]
pub(crate) struct Selection<'a> {
    /// Leave out the slower checks.
    fast: bool,
    /// Only the tests whose name contains this, and no check.
    filter: Option<&'a str>,
    /// Arguments for the test binary.
    for_binary: &'a [&'a str],
}

impl<'a> Selection<'a> {
    /// Reads what stands behind `cargo xtask test`.
    pub(crate) fn from_arguments(arguments: &'a [&'a str]) -> Result<Self, String> {
        let (ours, for_binary) = match arguments.iter().position(|argument| *argument == "--") {
            Some(at) => (&arguments[..at], &arguments[at + 1..]),
            None => (arguments, &[][..]),
        };
        let mut selection = Self { for_binary, ..Self::default() };
        for argument in ours {
            match *argument {
                "--fast" => selection.fast = true,
                option if option.starts_with('-') => return Err(format!("unknown option {option}")),
                filter if selection.filter.is_none() => selection.filter = Some(filter),
                second => return Err(format!("one filter is enough, there is also {second}")),
            }
        }
        Ok(selection)
    }
}

/// Runs the selected steps, all of them even if one fails, and ends with what each took. Fails with the names of those
/// that failed.
pub(crate) fn run(workspace: &Workspace, selection: &Selection) -> Result<(), String> {
    let mut steps = Steps::default();
    if selection.filter.is_none() {
        steps.run("lock file", || locked(workspace));
        steps.run("format", || run_command(&mut workspace.cargo(["fmt", "--all", "--check"])));
        if !selection.fast {
            steps.run("clippy", || {
                run_command(&mut workspace.cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
            });
            steps.run("deny", || deny(workspace));
            steps.run("typos", || lint::spelling(workspace));
        }
        steps.run("lockstep", || generate::run(workspace, generate::Mode::Check));
        if !selection.fast {
            // Its requests come one after the other, so it leaves half of a small machine to others.
            let fuzz = Beside::start(workspace, "fuzz");
            steps.run("sdk", || sdk::run(workspace));
            steps.run("document lint", || lint::document(workspace));
            steps.run("API changes", || changes::run(workspace, changes::Mode::Check));
            steps.run("codegen", || codegen::run(workspace, &codegen::Which::Due, codegen::Mode::Check));
            // What the tests need is built while it asks on.
            steps.run("build", || build_tests(workspace));
            steps.end("fuzz", fuzz);
        }
    }
    steps.run("tests", || tests(workspace, selection));
    steps.finish()
}

/// `Cargo.lock` fits the manifests, and so do the versions that everything below is built of.
fn locked(workspace: &Workspace) -> Result<(), String> {
    run_quietly(&mut workspace.cargo(["metadata", "--locked", "--format-version", "1"])).map(|_| ())
}

/// Licences, banned crates and sources always; advisories when their database can be fetched or was before.
fn deny(workspace: &Workspace) -> Result<(), String> {
    let fetched = run_quietly(tools::cargo_deny(workspace)?.args(["fetch", "db"])).is_ok();
    let mut check = tools::cargo_deny(workspace)?;
    check.args(["check", "bans", "licenses", "sources"]);
    if fetched {
        check.arg("advisories");
    } else {
        println!("advisories: skipped, their database cannot be fetched from here");
    }
    run_command(&mut check)
}

/// All that the tests are made of. `cargo test` alone builds no binary of another package, and the tests of the process run one.
fn build_tests(workspace: &Workspace) -> Result<(), String> {
    run_command(&mut workspace.cargo(BUILD))?;
    run_command(&mut workspace.cargo(["test", "--workspace", "--no-run"]))
}

/// Tests that run at once: they wait for disks, processes and clocks a third of their time.
fn test_threads() -> usize {
    thread::available_parallelism().map_or(2, NonZero::get) + 1
}

/// The test binary, with the documentation tests of the SDK unless a filter is given, on SQLite and PostgreSQL.
fn tests(workspace: &Workspace, selection: &Selection) -> Result<(), String> {
    run_command(&mut workspace.cargo(BUILD))?;
    let mut cargo = workspace.cargo(["test", "--workspace", "--no-fail-fast"]);
    if env::var_os(THREADS_VARIABLE).is_none() {
        cargo.env(THREADS_VARIABLE, test_threads().to_string());
    }
    if let Some(filter) = selection.filter {
        cargo.args(["--test", "it", "--", filter]).args(ALWAYS).args(selection.for_binary);
    } else if !selection.for_binary.is_empty() {
        cargo.arg("--").args(selection.for_binary);
    }
    let ensured = [
        ("Chromium", chromium::ensure()),
        ("nginx", machine::install_missing(&PROXY)),
        ("OpenAPI documents", tools::documents::ensure(workspace)),
    ];
    for (what, ensured) in ensured {
        if let Err(error) = ensured {
            // The tests that need it fail and say so; most don't.
            eprintln!("no {what} for the tests: {error}");
        }
    }
    let own = if env::var_os(POSTGRES_VARIABLE).is_none() { Some(Postgres::start(workspace)?) } else { None };
    if let Some(postgres) = &own {
        cargo.env(POSTGRES_VARIABLE, &postgres.url);
    }
    let outcome = run_command(&mut cargo);
    // Not before: dropping it stops the server.
    drop(own);
    outcome
}

/// A task that runs beside the steps, as a process that writes into a file.
struct Beside {
    process: Child,
    output: PathBuf,
    started: Instant,
}

impl Beside {
    fn start(workspace: &Workspace, task: &str) -> Result<Self, String> {
        let failed = |error: std::io::Error| format!("cannot run {task}: {error}");
        let output = workspace.target().join(format!("{task}.log"));
        let file = File::create(&output).map_err(failed)?;
        let mut command = Command::new(env::current_exe().map_err(failed)?);
        command.arg(task).stdout(file.try_clone().map_err(failed)?).stderr(file);
        let process = command.current_dir(workspace.root()).spawn().map_err(failed)?;
        Ok(Self { process, output, started: Instant::now() })
    }

    /// Waits for its end, and prints what it wrote.
    fn end(mut self) -> (Duration, Result<(), String>) {
        let ended = self.process.wait();
        match fs::read(&self.output) {
            Ok(written) => println!("{}", String::from_utf8_lossy(&written)),
            Err(error) => eprintln!("{}: {error}", self.output.display()),
        }
        let outcome = match ended {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(status.to_string()),
            Err(error) => Err(error.to_string()),
        };
        (self.started.elapsed(), outcome)
    }
}

/// What ran so far.
#[derive(Default)]
struct Steps {
    done: Vec<Step>,
}

struct Step {
    name: &'static str,
    took: Duration,
    outcome: Result<(), String>,
}

impl Steps {
    fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result<(), String>) {
        println!("\n── {name}");
        let started = Instant::now();
        let outcome = step();
        self.note(name, started.elapsed(), outcome);
    }

    /// Waits for what runs beside the steps.
    fn end(&mut self, name: &'static str, beside: Result<Beside, String>) {
        println!("\n── {name}");
        let (took, outcome) = match beside {
            Ok(beside) => beside.end(),
            Err(error) => (Duration::ZERO, Err(error)),
        };
        self.note(name, took, outcome);
    }

    fn note(&mut self, name: &'static str, took: Duration, outcome: Result<(), String>) {
        if let Err(error) = &outcome {
            eprintln!("{name} failed: {error}");
        }
        self.done.push(Step { name, took, outcome });
    }

    fn finish(self) -> Result<(), String> {
        println!("\n── summary");
        for Step { name, took, outcome } in &self.done {
            let verdict = if outcome.is_ok() { "ok" } else { "FAILED" };
            println!("{name:<14} {verdict:<7} {:>7.1} s", took.as_secs_f64());
        }
        let failed: Vec<&str> = self.done.iter().filter(|step| step.outcome.is_err()).map(|step| step.name).collect();
        if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
    }
}

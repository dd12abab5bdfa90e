//! `cargo xtask fuzz`: the document against a server, by schemathesis.
//!
//! It makes requests of the document's examples, at the bounds of its schemas and at random, right ones and wrong ones,
//! and walks along its links, for three minutes. Whatever the server answers must be what the document says: a failure of
//! the server, a status, header or body that isn't declared, a right request that is refused, a wrong one that is taken,
//! a thing that is there after its deletion, an operation that asks for no credentials. Credentials, and what schemas can't
//! tell, are in `tests/schemathesis/hooks.py`; what may be found all the same in `tests/schemathesis/exceptions.txt`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::run::run as run_command;
use crate::server::Server;
use crate::tools;
use crate::workspace::Workspace;

const DOCUMENT: &str = "openapi/authplane.json";
const FOLDER: &str = "tests/schemathesis";

/// The phases and the seconds of each run, of which each has a server of its own. Walks come last in one run, and get what
/// is left of its time: too little to come to every operation.
const RUNS: [(&str, u32); 2] = [("examples,coverage,fuzzing", 110), ("stateful", 70)];

/// The finding of [`exceptions`](FOLDER) that is ours.
const NEVER_SUCCEEDS: &str = "NeverSucceeds";

/// What is to be tried.
pub(crate) struct Wanted {
    /// What randomness begins with. It is always the same one unless somebody wants another, so that whatever turns CI red
    /// does so for everybody.
    seed: u32,
    /// How many times longer than CI.
    times: u32,
    /// Another document than the committed one.
    document: PathBuf,
}

impl Wanted {
    /// What CI tries.
    pub(crate) fn usual() -> Self {
        Self { seed: 1, times: 1, document: DOCUMENT.into() }
    }

    /// Reads what stands behind `cargo xtask fuzz`.
    pub(crate) fn from_arguments(arguments: &[&str]) -> Result<Self, String> {
        let mut wanted = Self::usual();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || rest.next().ok_or_else(|| format!("{argument} wants a value"));
            let number = |value: &str| value.parse().map_err(|error| format!("{value}: {error}"));
            match *argument {
                "--seed" => wanted.seed = number(value()?)?,
                "--times" => wanted.times = number(value()?)?,
                "--document" => wanted.document = value()?.into(),
                other => return Err(format!("unknown argument: {other}")),
            }
        }
        Ok(wanted)
    }
}

/// Runs all phases, also after one that found something. Fails when anything was found that has no reason.
pub(crate) fn run(workspace: &Workspace, wanted: &Wanted, program: &Path) -> Result<(), String> {
    let folder = workspace.target().join("fuzz");
    let failed = |error| format!("cannot make {} anew: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(failed)?;
    }
    let outcomes = folder.join("outcomes.txt");
    let mut faults = Vec::new();
    for (phases, seconds) in RUNS {
        let folder = folder.join(phases.replace(',', "-"));
        fs::create_dir_all(&folder).map_err(failed)?;
        println!("{phases}: {} s, seed {}", seconds * wanted.times, wanted.seed);
        let settings = workspace.root().join(FOLDER).join("server.toml");
        let server = Server::start(program, &folder, Some(&settings))?;
        let mut schemathesis = tools::schemathesis(workspace)?;
        schemathesis
            .args(["--config-file", "tests/schemathesis/schemathesis.toml", "run"])
            .arg(&wanted.document)
            .args(["--url", &server.url, "--phases", phases, "--workers", "1"])
            .args(["--seed", &wanted.seed.to_string(), "--max-time", &(seconds * wanted.times).to_string()])
            // Its warnings are of what it can't reach by itself; what was reached is counted below.
            .args(["--warnings", "off", "--no-color"])
            .env("AUTHPLANE_FUZZ_OUTCOMES", &outcomes)
            // Its hooks are read from the repository.
            .env("PYTHONDONTWRITEBYTECODE", "1");
        server.tell(&mut schemathesis);
        if let Err(error) = run_command(&mut schemathesis) {
            faults.push(format!("{phases}: {error}"));
        }
    }
    if outcomes.exists() {
        faults.extend(untried(workspace, &outcomes)?);
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{}\nwhat can't be helped is reasoned in {FOLDER}/exceptions.txt; `cargo xtask fuzz --seed {} --times {}` says the \
         same again",
        faults.join("\n"),
        wanted.seed,
        wanted.times
    ))
}

/// The operations of which no call succeeded, which are faults, unless an exception says so. Tells how often each exception
/// was needed: one that never is can go.
fn untried(workspace: &Workspace, outcomes: &Path) -> Result<Vec<String>, String> {
    let read =
        |path: &Path| fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()));
    let exceptions = read(&workspace.root().join(FOLDER).join("exceptions.txt"))?;
    let outcomes = read(outcomes)?;
    let of = |outcome: &str| -> BTreeSet<&str> {
        outcomes.lines().filter_map(|line| line.strip_prefix(outcome)?.strip_prefix(' ')).collect()
    };
    let succeeded = of("succeeded");
    let asked: BTreeSet<&str> = of("asked").difference(&succeeded).copied().collect();
    let lines = exceptions.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (never, others): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.starts_with(NEVER_SUCCEEDS));
    println!("let pass, by {FOLDER}/exceptions.txt:");
    let excepted: Vec<(u32, &str)> = of("excepted")
        .into_iter()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(times, line)| Some((times.parse().ok()?, line)))
        .collect();
    for line in others {
        match excepted.iter().filter(|(_, excepted)| *excepted == line).map(|(times, _)| times).sum() {
            0 => println!("   never  {line}"),
            times => println!("{times:8}  {line}"),
        }
    }
    // Names, not patterns: these are few.
    let known: BTreeSet<&str> =
        never.iter().filter_map(|line| line.split(" | ").nth(1)).flat_map(|names| names.split(' ')).collect();
    let stale =
        known.difference(&asked).map(|operation| format!("{operation} succeeds, or is gone: its exception too"));
    let new = asked.difference(&known).map(|operation| format!("{operation}: no call of it succeeded"));
    Ok(new.chain(stale).collect())
}

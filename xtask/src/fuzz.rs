//! `cargo xtask fuzz`: the document against a server, by schemathesis.
//!
//! It makes requests of the document's examples, at the bounds of its schemas and at random, right ones and wrong ones,
//! and walks along its links, for three minutes. Whatever the server answers must be what the document says: a failure of
//! the server, a status, header or body that isn't declared, a right request that is refused, a wrong one that is taken,
//! a thing that is there after its deletion, an operation that asks for no credentials. Credentials, and what schemas can't
//! tell, are in `tests/schemathesis/hooks.py`; what may be found all the same in `tests/schemathesis/exceptions.txt`.
//!
//! A seed makes the same requests everywhere, but for the ids and the port that the server has.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::run::run_within;
use crate::server::Server;
use crate::tools;
use crate::workspace::Workspace;

const DOCUMENT: &str = "openapi/authplane.json";
const FOLDER: &str = "tests/schemathesis";

/// The phases of each run, of which each has a server of its own, and how much it tries: requests at random of each
/// operation, or walks of some steps. Examples and bounds are as many as the document has of them. No run is bounded in
/// time, which would end it at another place on another machine: about three minutes is what this takes.
const RUNS: [(&str, u32); 2] = [("examples,coverage,fuzzing", 60), WALK];
const WALK: (&str, u32) = ("stateful", 600);

/// How many more walks there are, each with another seed, while there is an operation that none came to: not every seed
/// comes to all of them.
const MORE_WALKS: u32 = 4;
/// How far their seeds are from each other, of which a run of walks takes several, one after the other.
const NEXT_WALK: u32 = 10_000;

/// How long a run may take, which is many times what it does: a server that doesn't answer must not hold up everybody.
const LONGEST: Duration = Duration::from_mins(15);

/// What Python would take from chance and from the machine: the order of sets, and how files are written.
const FIXED: [(&str, &str); 2] = [("PYTHONHASHSEED", "0"), ("PYTHONUTF8", "1")];

/// Where the servers' data and logs are, and what was done, below the target folder.
const RESULTS: &str = "fuzz";
const OUTCOMES: &str = "outcomes.txt";

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
    let folder = workspace.target().join(RESULTS);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("cannot remove {}: {error}", folder.display()))?;
    }
    let mut faults = Vec::new();
    for run in RUNS {
        faults.extend(phase(workspace, wanted, program, run, 0)?);
    }
    for more in 1..=MORE_WALKS {
        if !faults.is_empty() || untried(workspace)?.is_empty() {
            break;
        }
        faults.extend(phase(workspace, wanted, program, WALK, more)?);
    }
    tell_exceptions(workspace)?;
    faults.extend(untried(workspace)?);
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

/// Runs some phases against a server of their own, after others that came to too little. What they found, or nothing.
fn phase(
    workspace: &Workspace,
    wanted: &Wanted,
    program: &Path,
    (phases, examples): (&str, u32),
    after: u32,
) -> Result<Option<String>, String> {
    let results = workspace.target().join(RESULTS);
    let folder = results.join(format!("{}-{after}", phases.replace(',', "-")));
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let (seed, examples) = (wanted.seed + after * NEXT_WALK, examples * wanted.times);
    println!("{phases}: {examples} examples, seed {seed}");
    let settings = workspace.root().join(FOLDER).join("server.toml");
    let server = Server::start(program, &folder, Some(&settings))?;
    let mut schemathesis = tools::schemathesis(workspace)?;
    schemathesis
        .args(["--config-file", "tests/schemathesis/schemathesis.toml", "run"])
        .arg(&wanted.document)
        .args(["--url", &server.url, "--phases", phases, "--workers", "1"])
        .args(["--seed", &seed.to_string(), "--max-examples", &examples.to_string()])
        // Its warnings are of what it can't reach by itself; what was reached is counted below.
        .args(["--warnings", "off", "--no-color"])
        .env("AUTHPLANE_FUZZ_OUTCOMES", results.join(OUTCOMES))
        // Its hooks are read from the repository.
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .envs(FIXED);
    server.tell(&mut schemathesis);
    let within = LONGEST * wanted.times;
    Ok(run_within(&mut schemathesis, within).err().map(|error| format!("{phases}: {error}")))
}

/// The lines of the list of exceptions.
fn exceptions(workspace: &Workspace) -> Result<Vec<String>, String> {
    let path = workspace.root().join(FOLDER).join("exceptions.txt");
    let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    Ok(text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect())
}

/// What the hooks wrote down, of one kind. Nothing, where schemathesis didn't come so far.
fn outcomes(workspace: &Workspace, kind: &str) -> Vec<String> {
    let text = fs::read_to_string(workspace.target().join(RESULTS).join(OUTCOMES)).unwrap_or_default();
    text.lines().filter_map(|line| line.strip_prefix(kind)?.strip_prefix(' ')).map(str::to_owned).collect()
}

/// Tells how often each exception was needed.
fn tell_exceptions(workspace: &Workspace) -> Result<(), String> {
    println!("let pass, by {FOLDER}/exceptions.txt:");
    let excepted = outcomes(workspace, "excepted");
    for line in exceptions(workspace)?.iter().filter(|line| !line.starts_with(NEVER_SUCCEEDS)) {
        let times = excepted.iter().filter_map(|one| one.split_once(' ')).filter(|(_, excepted)| excepted == line);
        match times.filter_map(|(times, _)| times.parse::<u32>().ok()).sum::<u32>() {
            0 => println!("   never  {line}"),
            times => println!("{times:8}  {line}"),
        }
    }
    Ok(())
}

/// The operations of which no call succeeded, which are faults, unless an exception names them; and those that one names
/// in vain.
fn untried(workspace: &Workspace) -> Result<Vec<String>, String> {
    let succeeded: BTreeSet<String> = outcomes(workspace, "succeeded").into_iter().collect();
    let asked: BTreeSet<String> =
        outcomes(workspace, "asked").into_iter().filter(|operation| !succeeded.contains(operation)).collect();
    if succeeded.is_empty() && asked.is_empty() {
        // It didn't come so far, and said why.
        return Ok(Vec::new());
    }
    let never = exceptions(workspace)?.into_iter().filter(|line| line.starts_with(NEVER_SUCCEEDS));
    let known: BTreeSet<String> = never
        .filter_map(|line| Some(line.split(" | ").nth(1)?.split(' ').map(str::to_owned).collect::<Vec<_>>()))
        .flatten()
        .collect();
    let stale =
        known.difference(&asked).map(|operation| format!("{operation} succeeds, or is gone: its exception too"));
    let new = asked.difference(&known).map(|operation| format!("{operation}: no call of it succeeded"));
    Ok(new.chain(stale).collect())
}

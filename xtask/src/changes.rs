//! `cargo xtask changes`: what the API is to those who use the last released one.
//!
//! `openapi/baseline.json` is the document of the last release, the promise that clients were written for. oasdiff holds
//! the present one against it. What it calls an error breaks somebody, which only a version may that says so: the next
//! major one, or before 1.0 the next minor one (Semantic Versioning 2.0.0, 4 and 8).

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::run::run_quietly;
use crate::tools;
use crate::workspace::Workspace;

const DOCUMENT: &str = "openapi/authplane.json";
const BASELINE: &str = "openapi/baseline.json";
const CHANGES: &str = "openapi/CHANGES.md";

/// What oasdiff warns of, and we don't let pass. What a client sends and the server doesn't know is ignored: so a client
/// that sends what is gone asks for it in vain, and nobody tells it. An answer of another media type isn't read at all.
const ERRORS: &str = "\
request-property-removed err
request-parameter-removed err
response-media-type-name-changed err
";

/// What to do with the list of changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Write it.
    Write,
    /// Fail if it says something else than what is committed.
    Check,
}

/// Writes or checks the list of changes. Fails, either way, when one of them is incompatible and the version isn't
/// raised for it.
pub(crate) fn run(workspace: &Workspace, mode: Mode) -> Result<(), String> {
    let (released, present) = (Document::read(workspace, BASELINE)?, Document::read(workspace, DOCUMENT)?);
    let list = list(workspace, &released, &present)?;
    if mode == Mode::Write {
        write(workspace, CHANGES, &list)?;
    } else if fs::read_to_string(workspace.root().join(CHANGES)).ok().as_deref() != Some(&list) {
        return Err(format!("{CHANGES} isn't what has changed; run `cargo xtask changes`"));
    }
    let mut breaking = compare(workspace, "breaking")?;
    breaking.args(["--fail-on", "ERR", "--color", "never"]);
    let output = breaking.output().map_err(|error| format!("cannot run oasdiff: {error}"))?;
    match output.status.code() {
        Some(0) => {
            println!("{CHANGES}: nothing that breaks users of {}", released.version);
            return Ok(());
        }
        // There is one, and it says which.
        Some(1) => println!("{}", String::from_utf8_lossy(&output.stdout).trim()),
        _ => return Err(format!("oasdiff: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr).trim())),
    }
    if may_break(&released.version, &present.version)? {
        println!("{} may: it is raised enough over {}", present.version, released.version);
        return Ok(());
    }
    Err(format!(
        "the API breaks users of {}, and the version is {}: take the change back, or raise `version` in Cargo.toml ({})",
        released.version, present.version, "the second number before 1.0, the first one from then on"
    ))
}

/// The present document is released: it becomes the baseline, and nothing has changed since.
pub(crate) fn release(workspace: &Workspace) -> Result<(), String> {
    let present = Document::read(workspace, DOCUMENT)?;
    write(workspace, BASELINE, &present.text)?;
    println!("{BASELINE} is the document of {}", present.version);
    run(workspace, Mode::Write)
}

/// A committed document.
struct Document {
    text: String,
    version: String,
}

impl Document {
    fn read(workspace: &Workspace, path: &str) -> Result<Self, String> {
        let failed = |error| format!("cannot read {path}: {error}");
        let text = fs::read_to_string(workspace.root().join(path)).map_err(failed)?;
        let version = version(&text).ok_or_else(|| format!("{path} has no version"))?.to_owned();
        Ok(Self { text, version })
    }
}

/// `info.version` of a document as `xtask-lockstep` lays it out.
fn version(document: &str) -> Option<&str> {
    let (_, info) = document.split_once("\n  \"info\": {\n")?;
    let (info, _) = info.split_once("\n  }")?;
    let line = info.lines().find_map(|line| line.strip_prefix("    \"version\": \""))?;
    line.split('"').next()
}

/// Is the version one that may break users of the released one?
fn may_break(released: &str, present: &str) -> Result<bool, String> {
    let ([released_major, released_minor], [major, minor]) = (numbers(released)?, numbers(present)?);
    Ok(major > released_major || (major == 0 && released_major == 0 && minor > released_minor))
}

/// Major and minor.
fn numbers(version: &str) -> Result<[u64; 2], String> {
    let mut numbers = version.split('.').map_while(|number| number.parse().ok());
    let [Some(major), Some(minor)] = [numbers.next(), numbers.next()] else {
        return Err(format!("{version} is no version"));
    };
    Ok([major, minor])
}

/// What stands in the list.
fn list(workspace: &Workspace, released: &Document, present: &Document) -> Result<String, String> {
    let output = run_quietly(compare(workspace, "changelog")?.args(["--format", "markdown"]))?.stdout;
    let mut list = format!(
        "# Changes of the API\n\n\
         Since {}, the last release ([`baseline.json`](baseline.json)); the document is that of {} now. Changes with a \
         warning break somebody.\nWritten by `cargo xtask changes`: don't edit.\n",
        released.version, present.version
    );
    // Its own title would say the versions once more, and it leaves many empty lines.
    let mut empty = false;
    for line in String::from_utf8_lossy(&output).lines().map(str::trim_end).filter(|line| !line.starts_with("# ")) {
        if !line.is_empty() {
            list += if empty { "\n" } else { "" };
            list += line;
            list += "\n";
        }
        empty = line.is_empty();
    }
    Ok(list)
}

/// oasdiff with this task, over both documents.
fn compare(workspace: &Workspace, task: &str) -> Result<Command, String> {
    let mut oasdiff = tools::oasdiff(workspace)?;
    let levels = workspace.target().join("oasdiff-severity-levels.txt");
    fs::write(&levels, ERRORS).map_err(|error| format!("cannot write {}: {error}", levels.display()))?;
    oasdiff.args([task, BASELINE, DOCUMENT, "--flatten-allof", "--severity-levels"]).arg(levels);
    Ok(oasdiff)
}

fn write(workspace: &Workspace, path: &str, text: &str) -> Result<(), String> {
    let file: PathBuf = workspace.root().join(path);
    fs::write(&file, text).map_err(|error| format!("cannot write {path}: {error}"))
}

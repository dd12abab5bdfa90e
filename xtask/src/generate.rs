//! `cargo xtask generate`: the document, the table of operations and the SDK, from the server.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::run::{run as run_command, run_quietly};
use crate::workspace::{BUILD, Workspace};

/// What to do with the derived files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Write those that differ.
    Write,
    /// Fail if one differs.
    Check,
}

/// Builds the workspace, asks the server for its document and hands that to `xtask-lockstep`.
///
/// The workspace contains the SDK, which may not compile before it is generated again. So the build keeps going past
/// errors, and all that is asked of it is the server and `xtask-lockstep`, neither of which needs the SDK. (A build of
/// those two alone would select other features of their dependencies, and compile half the tree once more.)
pub(crate) fn run(workspace: &Workspace, mode: Mode) -> Result<(), String> {
    let built = executables(workspace, &[&BUILD[..], &["--keep-going"]].concat())?;
    let (server, lockstep) = (built.path("authplane")?, built.path("xtask-lockstep")?);
    if !built.is_complete {
        println!("not everything compiles (see above); the server does, so the SDK follows its document");
    }

    let document = run_quietly(workspace.command(server).arg("openapi"))?.stdout;
    let path = workspace.target().join("openapi-from-server.json");
    fs::create_dir_all(workspace.target())
        .and_then(|()| fs::write(&path, document))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))?;

    let mut command = workspace.command(lockstep);
    command.arg("--document").arg(&path).arg("--root").arg(workspace.root());
    if mode == Mode::Check {
        command.arg("--check");
    }
    run_command(&mut command)?;
    if mode == Mode::Check && !built.is_complete {
        return Err("everything derived is current, but the workspace does not compile".to_owned());
    }
    Ok(())
}

/// The programs that one run of cargo built.
pub(crate) struct Executables {
    /// Whether everything that was asked for compiled.
    pub(crate) is_complete: bool,
    paths: BTreeMap<String, PathBuf>,
}

impl Executables {
    /// Where a program is. Fails when it did not compile.
    pub(crate) fn path(&self, program: &str) -> Result<&Path, String> {
        self.paths.get(program).map(PathBuf::as_path).ok_or_else(|| format!("{program} does not compile"))
    }
}

/// Runs cargo and learns from it where the programs are, wherever its configuration puts them.
pub(crate) fn executables(workspace: &Workspace, arguments: &[&str]) -> Result<Executables, String> {
    println!("$ cargo {}", arguments.join(" "));
    let mut cargo = workspace.cargo(arguments.iter().copied());
    cargo.arg("--message-format=json-render-diagnostics").stdout(Stdio::piped());
    let mut child = cargo.spawn().map_err(|error| format!("cannot run cargo: {error}"))?;
    let mut paths = BTreeMap::new();
    for line in BufReader::new(child.stdout.take().ok_or("cargo has no output")?).lines() {
        let line = line.map_err(|error| format!("cannot read what cargo says: {error}"))?;
        if let Some(path) = executable(&line)
            && let Some(name) = path.file_name().and_then(|name| name.to_str())
        {
            paths.insert(name.to_owned(), path);
        }
    }
    let status = child.wait().map_err(|error| format!("cannot wait for cargo: {error}"))?;
    Ok(Executables { is_complete: status.success(), paths })
}

/// The program that a message of cargo announces, if it announces one.
///
/// Each message is a line of JSON. Those of programs have `"kind":["bin"]` and `"executable":"<path>"`; so little of it
/// is wanted that a JSON library would only make this program slower to build.
fn executable(message: &str) -> Option<PathBuf> {
    if !message.starts_with(r#"{"reason":"compiler-artifact""#) || !message.contains(r#""kind":["bin"]"#) {
        return None;
    }
    let (_, rest) = message.split_once(r#""executable":""#)?;
    let (path, _) = rest.split_once('"')?;
    Some(PathBuf::from(path))
}

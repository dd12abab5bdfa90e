//! One generator, tried out: it generates, it compiles, and what it made does what the scenario says.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::codegen::exceptions::{Column, Exception};
use crate::codegen::generator::{Generator, Sandbox};
use crate::server::Server;
use crate::workspace::Workspace;

/// What every scenario does, in this order. It prints `step: ` and the name when one is done.
const STEPS: [&str; 13] = [
    "token",
    "create a resource",
    "create a scope",
    "patch with null",
    "list by page",
    "walk 45 rows by page",
    "list without a page",
    "delete a scope and a resource",
    "ACP client",
    "ACP service",
    "ACP scope",
    "typed 404",
    "typed 422",
];

/// The lines of a failed stage that are shown; the rest is in its log.
const SHOWN: usize = 60;

/// What came of it: the cells of the table, and whatever no exception explains.
pub(crate) struct Trial {
    pub(crate) cells: [String; 4],
    pub(crate) faults: Vec<String>,
}

/// What came of one stage.
enum Outcome {
    Passed(String),
    Failed(String),
    NotTried(&'static str),
}

/// Tries a generator against a server of this program. Fails only when it can't be installed.
pub(crate) fn run(
    workspace: &Workspace,
    generator: &Generator,
    exceptions: &[&Exception],
    server: &Path,
) -> Result<Trial, String> {
    let sandbox = Sandbox::new(workspace, generator)?;
    let plan = (generator.plan)(&sandbox)?;
    if let Outcome::Failed(output) = stage(&sandbox, "install", plan.install) {
        return Err(format!("it can't be installed:\n{output}"));
    }
    let mut judge = Judge { exceptions, faults: Vec::new() };

    let generated = stage(&sandbox, "generate", plan.generate);
    let warnings = match &generated {
        Outcome::Passed(output) => judge.warnings(output, plan.says),
        _ => "–".to_owned(),
    };
    let is_generated = matches!(generated, Outcome::Passed(_));
    let generates = judge.cell(Column::Generates, generated);

    let compiled = match () {
        () if !is_generated => Outcome::NotTried("it doesn't generate"),
        () if plan.compile.is_empty() => Outcome::Failed("there is no compiler".to_owned()),
        () => stage(&sandbox, "compile", plan.compile),
    };
    let is_compiled = matches!(compiled, Outcome::Passed(_));
    let compiles = judge.cell(Column::Compiles, compiled);

    let ran = match plan.scenario {
        Some(command) if is_compiled => scenario(&sandbox, command, server),
        _ => Outcome::NotTried("it doesn't compile"),
    };
    let scenario = judge.cell(Column::Scenario, ran);
    Ok(Trial { cells: [generates, warnings, compiles, scenario], faults: judge.faults })
}

/// Holds what happened against the exceptions.
struct Judge<'a> {
    exceptions: &'a [&'a Exception],
    faults: Vec<String>,
}

impl Judge<'_> {
    fn of(&self, column: Column) -> impl Iterator<Item = &Exception> {
        self.exceptions.iter().copied().filter(move |exception| exception.column == column)
    }

    fn cell(&mut self, column: Column, outcome: Outcome) -> String {
        let mut faults = Vec::new();
        let cell = match outcome {
            Outcome::Passed(_) => {
                faults.extend(self.of(column).map(|exception| format!("nothing needs any more: {}", exception.line)));
                "yes".to_owned()
            }
            Outcome::Failed(output) => {
                let known = self.of(column).find(|exception| output.contains(&exception.text));
                if known.is_none() {
                    faults.push(format!("{column:?}: no\n{}", last_lines(&output)));
                }
                known.map_or_else(|| "no".to_owned(), |exception| format!("no ({})", exception.fault))
            }
            Outcome::NotTried(why) => {
                println!("   {column:?}: not tried, since {why}");
                "–".to_owned()
            }
        };
        self.faults.extend(faults);
        cell
    }

    fn warnings(&mut self, output: &str, says: &[&str]) -> String {
        let is_warning = |line: &&str| !line.is_empty() && !says.iter().any(|beginning| line.starts_with(beginning));
        let warnings: Vec<&str> = output.lines().map(str::trim).filter(is_warning).collect();
        let is_known = |line: &str| self.of(Column::Warns).any(|exception| line.contains(&exception.text));
        let unknown = warnings.iter().filter(|line| !is_known(line)).map(|line| format!("it warns: {line}"));
        let stale =
            self.of(Column::Warns).filter(|exception| !warnings.iter().any(|line| line.contains(&exception.text)));
        let stale = stale.map(|exception| format!("nothing needs any more: {}", exception.line));
        let faults: Vec<String> = unknown.chain(stale).collect();
        self.faults.extend(faults);
        // How often one comes isn't the same each time.
        match warnings.iter().collect::<BTreeSet<_>>().len() {
            0 => "no".to_owned(),
            1 => "1 line".to_owned(),
            count => format!("{count} lines"),
        }
    }
}

/// Runs the commands of a stage until one fails. What they say goes into a log in the sandbox.
fn stage(sandbox: &Sandbox, name: &str, commands: Vec<Command>) -> Outcome {
    let started = Instant::now();
    let mut said = String::new();
    let mut failed = false;
    for mut command in commands {
        match command.stdin(Stdio::null()).output() {
            Ok(output) => {
                said.push_str(&without_colours(&String::from_utf8_lossy(&output.stdout)));
                said.push_str(&without_colours(&String::from_utf8_lossy(&output.stderr)));
                failed = !output.status.success();
                if failed {
                    let _infallible = writeln!(said, "{}", output.status);
                }
            }
            Err(error) => {
                failed = true;
                let _infallible = writeln!(said, "cannot run {}: {error}", command.get_program().display());
            }
        }
        if failed {
            break;
        }
    }
    let verdict = if failed { "no" } else { "ok" };
    println!("   {name:<9} {verdict} {:>6.1} s", started.elapsed().as_secs_f64());
    let log = sandbox.folder.join(format!("{name}.log"));
    if let Err(error) = fs::write(&log, &said) {
        eprintln!("cannot write {}: {error}", log.display());
    }
    if failed { Outcome::Failed(said) } else { Outcome::Passed(said) }
}

/// Runs the scenario against a new server.
fn scenario(sandbox: &Sandbox, mut command: Command, program: &Path) -> Outcome {
    let server = match Server::start(program, &sandbox.folder, None) {
        Ok(server) => server,
        Err(error) => return Outcome::Failed(error),
    };
    server.tell(&mut command);
    let outcome = stage(sandbox, "scenario", vec![command]);
    let Outcome::Passed(output) = outcome else { return outcome };
    let done: Vec<&str> = output.lines().filter_map(|line| line.strip_prefix("step: ")).collect();
    if done == STEPS {
        return Outcome::Passed(output);
    }
    Outcome::Failed(format!("it did {done:?}\ninstead of {STEPS:?}"))
}

/// A text without the escapes (`ESC [ … m`) that some write into a file as well.
fn without_colours(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str(piece.split_once('m').map_or(piece, |(_, rest)| rest));
    }
    plain
}

fn last_lines(output: &str) -> String {
    let lines: Vec<&str> = output.lines().collect();
    lines[lines.len().saturating_sub(SHOWN)..].join("\n")
}

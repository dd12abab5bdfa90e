//! Running other programs.

use std::path::Path;
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

/// Prints a command as it would be typed and runs it with this terminal. Fails unless it exits with 0.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    println!("$ {}", typed(command));
    let status = command.status().map_err(|error| format!("cannot run {}: {error}", typed(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{}: {status}", typed(command))) }
}

/// The same for a command that is ended when it takes longer, which is a failure.
pub(crate) fn run_within(command: &mut Command, longest: Duration) -> Result<(), String> {
    let typed = typed(command);
    println!("$ {typed}");
    let failed = |error| format!("cannot run {typed}: {error}");
    let mut process = command.spawn().map_err(failed)?;
    let begin = Instant::now();
    while begin.elapsed() < longest {
        match process.try_wait().map_err(failed)? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(format!("{typed}: {status}")),
            None => thread::sleep(Duration::from_millis(200)),
        }
    }
    process.kill().and_then(|()| process.wait()).map_err(failed)?;
    Err(format!("{typed}: it took longer than {} s", longest.as_secs()))
}

/// Runs a command quietly. Fails, with what it said, unless it exits with 0.
pub(crate) fn run_quietly(command: &mut Command) -> Result<Output, String> {
    let output = command.output().map_err(|error| format!("cannot run {}: {error}", typed(command)))?;
    if output.status.success() {
        return Ok(output);
    }
    let said = [output.stdout, output.stderr].concat();
    Err(format!("{}: {}\n{}", typed(command), output.status, String::from_utf8_lossy(&said).trim()))
}

/// The first line that a program prints when it runs well; `None` when it doesn't, or isn't there.
pub(crate) fn first_line(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8_lossy(&output.stdout).lines().next().map(str::to_owned)
}

/// Program and arguments, the program without its folder.
fn typed(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program()).to_string_lossy();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}

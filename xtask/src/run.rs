//! Running other programs.

use std::path::Path;
use std::process::{Command, Output};

/// Prints a command as it would be typed and runs it with this terminal. Fails unless it exits with 0.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    println!("$ {}", typed(command));
    let status = command.status().map_err(|error| format!("cannot run {}: {error}", typed(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{}: {status}", typed(command))) }
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

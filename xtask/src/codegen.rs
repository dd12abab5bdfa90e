//! `cargo xtask codegen`: clients in other languages, made by other people's generators from the committed document.
//!
//! Each is generated, compiled and run through one scenario against a server of its own. What is tried, one file per
//! family of generators: [`typescript`], [`python`], [`go`],
//! [`openapi_generator`]. What may go wrong stands, with its reason, in [`exceptions`].

mod exceptions;
mod generator;
mod go;
mod openapi_generator;
mod pins;
mod python;
mod table;
mod trial;
mod typescript;

use exceptions::Exception;
use generator::Generator;
use table::Row;

use crate::server;
use crate::workspace::Workspace;

/// Which generators.
pub(crate) enum Which<'a> {
    All,
    Named(Vec<&'a str>),
    /// Those that always run, and those whose row isn't of what it would be made from now.
    Due,
}

/// What to do with the table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Write the rows of what was tried.
    Write,
    /// Fail if one says something else than what is committed.
    Check,
}

/// Reads what stands behind `cargo xtask codegen`.
pub(crate) fn arguments<'a>(arguments: &[&'a str]) -> Result<(Which<'a>, Mode), String> {
    let (mut named, mut mode) = (Vec::new(), Mode::Write);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match *argument {
            "--only" => named.push(*rest.next().ok_or("--only wants a name")?),
            "--check" => mode = Mode::Check,
            other => return Err(format!("unknown argument: {other}")),
        }
    }
    Ok((if named.is_empty() { Which::All } else { Which::Named(named) }, mode))
}

/// Tries the generators, all of them even if one fails. Fails with the names of those that did.
pub(crate) fn run(workspace: &Workspace, which: &Which, mode: Mode) -> Result<(), String> {
    let generators: Vec<Generator> = generators();
    let exceptions = exceptions::read(workspace)?;
    let name_of_none = |name: &str| generators.iter().all(|generator| generator.name != name);
    if let Some(exception) = exceptions.iter().find(|exception| name_of_none(&exception.generator)) {
        return Err(format!("an exception is of no generator: {}", exception.line));
    }
    if let Which::Named(names) = which
        && let Some(unknown) = names.iter().find(|name| name_of_none(name))
    {
        let names: Vec<&str> = generators.iter().map(|generator| generator.name).collect();
        return Err(format!("there is no generator {unknown}, but {}", names.join(", ")));
    }

    let server = server::program(workspace)?;
    let written = table::read(workspace);
    let (mut rows, mut failed) = (Vec::new(), Vec::new());
    for generator in &generators {
        let of_it: Vec<&Exception> =
            exceptions.iter().filter(|exception| exception.generator == generator.name).collect();
        let made_from = table::made_from(workspace, generator, &of_it)?;
        let last = Row::written(generator, &written);
        let is_wanted = match which {
            Which::All => true,
            Which::Named(names) => names.contains(&generator.name),
            Which::Due => generator.always || !last.as_ref().is_some_and(|row| row.is_of(&made_from)),
        };
        if !is_wanted {
            println!("{}: not tried; its row stays as it is", generator.name);
            rows.extend(last);
            continue;
        }
        println!("{}", generator.name);
        match trial::run(workspace, generator, &of_it, &server) {
            Ok(trial) if trial.faults.is_empty() => {
                let row = Row::of(workspace, generator, &trial.cells, made_from)?;
                if mode == Mode::Check && !last.as_ref().is_some_and(|last| last.says_as(&row)) {
                    let had = last.map_or_else(|| "nothing".to_owned(), |row| row.line());
                    eprintln!("{} says\n   {had}\ninstead of\n   {}", table::FILE, row.line());
                    failed.push(generator.name);
                }
                rows.push(row);
            }
            Ok(trial) => {
                failed.push(generator.name);
                for fault in &trial.faults {
                    eprintln!("   {fault}");
                }
                rows.extend(last);
            }
            Err(error) => {
                failed.push(generator.name);
                eprintln!("   {error}");
                rows.extend(last);
            }
        }
    }
    for row in &rows {
        println!("{}", row.line());
    }
    if mode == Mode::Write {
        table::write(workspace, &rows, &exceptions)?;
    }
    if failed.is_empty() {
        return Ok(());
    }
    let hint =
        "what each said is below target/codegen; what can't be helped is reasoned in tests/codegen/exceptions.txt";
    Err(format!("failed: {} ({hint})", failed.join(", ")))
}

/// All of them, in the order of the table.
fn generators() -> Vec<Generator> {
    let others = openapi_generator::GENERATORS;
    typescript::GENERATORS.into_iter().chain(python::GENERATORS).chain(go::GENERATORS).chain(others).collect()
}

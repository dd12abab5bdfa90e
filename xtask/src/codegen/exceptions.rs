//! `tests/codegen/exceptions.txt`: what a generator may complain of, and what it can't do, each with its reason.

use std::fs;

use crate::workspace::Workspace;

const FILE: &str = "tests/codegen/exceptions.txt";

/// The columns of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Generates,
    Warns,
    Compiles,
    Scenario,
    /// Nothing fails, but the scenario or the settings go around something.
    Note,
}

/// One reasoned exception.
pub(crate) struct Exception {
    pub(crate) generator: String,
    pub(crate) column: Column,
    /// Whose fault it is.
    pub(crate) fault: String,
    /// What the warning, or the output of what failed, contains.
    pub(crate) text: String,
    pub(crate) reason: String,
    /// The line as it stands, which is part of what the row is made from.
    pub(crate) line: String,
}

/// Reads them all.
pub(crate) fn read(workspace: &Workspace) -> Result<Vec<Exception>, String> {
    let path = workspace.root().join(FILE);
    let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {FILE}: {error}"))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(|(at, line)| parse(line).map_err(|error| format!("{FILE}:{}: {error}", at + 1))).collect()
}

fn parse(line: &str) -> Result<Exception, String> {
    let fields: Vec<&str> = line.split(" | ").map(str::trim).collect();
    let [generator, column, fault, text, reason] = fields.as_slice() else {
        return Err("five fields, separated by ` | `, are wanted".to_owned());
    };
    let column = match *column {
        "generates" => Column::Generates,
        "warns" => Column::Warns,
        "compiles" => Column::Compiles,
        "scenario" => Column::Scenario,
        "note" => Column::Note,
        other => return Err(format!("there is no column {other}")),
    };
    if !["generator", "document", "machine"].contains(fault) {
        return Err(format!("the fault is of the generator, the document or the machine, not of {fault}"));
    }
    if text.is_empty() || reason.is_empty() {
        return Err("text and reason are wanted".to_owned());
    }
    Ok(Exception {
        generator: (*generator).to_owned(),
        column,
        fault: (*fault).to_owned(),
        text: (*text).to_owned(),
        reason: (*reason).to_owned(),
        line: line.to_owned(),
    })
}

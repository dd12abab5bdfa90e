//! `cargo xtask lint`: the published document and the spelling.

use crate::workspace::Workspace;
use crate::{run, tools};

const DOCUMENT: &str = "openapi/authplane.json";

/// Both lints; the second also runs when the first one failed.
pub(crate) fn run(workspace: &Workspace) -> Result<(), String> {
    let document = document(workspace);
    spelling(workspace).and(document)
}

/// The committed document, against Redocly's strict rules (`redocly.yaml`) and Spectral's (`.spectral.yaml`), which also
/// holds each example against its schema. A hint fails.
pub(crate) fn document(workspace: &Workspace) -> Result<(), String> {
    let redocly = run::run(tools::redocly(workspace)?.args(["lint", DOCUMENT]));
    let mut spectral = tools::spectral(workspace)?;
    run::run(spectral.args(["lint", "--ruleset", ".spectral.yaml", "--fail-severity", "hint", DOCUMENT])).and(redocly)
}

/// The spelling of all that is committed (`_typos.toml`).
pub(crate) fn spelling(workspace: &Workspace) -> Result<(), String> {
    run::run(&mut tools::typos(workspace)?)
}

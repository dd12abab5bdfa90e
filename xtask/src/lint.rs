//! `cargo xtask lint`: the published document and the spelling.

use crate::workspace::Workspace;
use crate::{run, tools};

/// Both lints; the second also runs when the first one failed.
pub(crate) fn run(workspace: &Workspace) -> Result<(), String> {
    let document = document(workspace);
    spelling(workspace).and(document)
}

/// Redocly's recommended rules (`redocly.yaml`) on the committed document.
pub(crate) fn document(workspace: &Workspace) -> Result<(), String> {
    run::run(tools::redocly(workspace)?.args(["lint", "openapi/authplane.json"]))
}

/// The spelling of all that is committed (`_typos.toml`).
pub(crate) fn spelling(workspace: &Workspace) -> Result<(), String> {
    run::run(&mut tools::typos(workspace)?)
}

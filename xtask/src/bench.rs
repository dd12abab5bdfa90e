//! `cargo xtask bench`: the release build and the measurement of it.

use crate::generate::executables;
use crate::run;
use crate::workspace::Workspace;

/// Builds everything in release and hands over to `xtask-bench`, which explains the arguments itself.
pub(crate) fn run(workspace: &Workspace, arguments: &[&str]) -> Result<(), String> {
    let built = executables(workspace, &["build", "--workspace", "--release"])?;
    let bench = built.path("xtask-bench")?;
    if !built.is_complete {
        return Err("the workspace does not compile".to_owned());
    }
    run::run(workspace.command(bench).args(arguments))
}

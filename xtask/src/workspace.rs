//! Where things are.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds every program, the tests' too, as `cargo test` builds them: the libraries as parts of those alone. (`--all-targets` wants the libraries by
/// themselves, for which cargo compiles them with other flags, and whatever stands on them once more for the tests.)
pub(crate) const BUILD: [&str; 5] = ["build", "--workspace", "--bins", "--tests", "--examples"];

/// The checked-out repository.
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The workspace that this program was built from.
    pub(crate) fn find() -> Result<Self, String> {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = package.parent().ok_or("the xtask package has no parent folder")?.to_path_buf();
        // Only what xtask keeps for itself goes there; where cargo's own files are, cargo tells (see `generate`).
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target));
        Ok(Self { root, target })
    }

    /// The folder of the root `Cargo.toml`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of everything that is made and not committed.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// A command that runs at the root, whatever folder the caller is in.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// The cargo that runs this task, with these arguments.
    pub(crate) fn cargo<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments);
        command
    }
}

//! What a generator is to `cargo xtask codegen`, and the folder that one is tried in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::codegen::pins;
use crate::workspace::Workspace;

/// A generator in one of its settings: a row of the table.
pub(crate) struct Generator {
    /// Its folder below `tests/codegen`, with the scenario and what pins its packages.
    pub(crate) name: &'static str,
    pub(crate) language: &'static str,
    /// What people call it; the pinned packages of `packages` follow.
    pub(crate) title: &'static str,
    /// File of its folder that pins packages, and those whose versions the table names.
    pub(crate) packages: (&'static str, &'static [&'static str]),
    /// Whether it runs with every `cargo xtask test`.
    pub(crate) always: bool,
    /// The file with `plan`, which is part of what the row is made from.
    pub(crate) source: &'static str,
    /// What to run.
    pub(crate) plan: fn(&Sandbox) -> Result<Plan, String>,
}

/// The commands of one generator, stage by stage. They run in its folder.
#[derive(Default)]
pub(crate) struct Plan {
    /// Brings the generator and what its client needs. Has to succeed.
    pub(crate) install: Vec<Command>,
    pub(crate) generate: Vec<Command>,
    /// Beginnings of the lines that the generator prints when all is well. Any other line is a warning.
    pub(crate) says: &'static [&'static str],
    /// Compiles client and scenario, or checks their types where the language has no compiler. Empty: there is no
    /// compiler, which an exception has to say.
    pub(crate) compile: Vec<Command>,
    pub(crate) scenario: Option<Command>,
}

/// A fresh copy of a generator's folder, below `target/codegen`, in which everything happens.
pub(crate) struct Sandbox<'a> {
    pub(crate) workspace: &'a Workspace,
    pub(crate) folder: PathBuf,
}

/// The document that the client is made from, in the sandbox.
pub(crate) const DOCUMENT: &str = "authplane.json";

impl<'a> Sandbox<'a> {
    pub(crate) fn new(workspace: &'a Workspace, generator: &Generator) -> Result<Self, String> {
        let folder = workspace.target().join("codegen").join(generator.name);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(|error| format!("cannot remove {}: {error}", folder.display()))?;
        }
        copy(&source_folder(workspace, generator), &folder)?;
        let failed = |error| format!("cannot copy the document: {error}");
        fs::copy(document(workspace), folder.join(DOCUMENT)).map_err(failed)?;
        Ok(Self { workspace, folder })
    }

    /// A command in the sandbox.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        self.here(Command::new(program))
    }

    /// Lets a command run in the sandbox.
    pub(crate) fn here(&self, mut command: Command) -> Command {
        command.current_dir(&self.folder);
        command
    }
}

impl Generator {
    /// Its title with the pinned versions.
    pub(crate) fn title(&self, workspace: &Workspace) -> Result<String, String> {
        let (file, packages) = self.packages;
        let path = source_folder(workspace, self).join(file);
        let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let versions = packages.iter().map(|package| {
            let version = pins::version(&text, package);
            version.ok_or_else(|| format!("{} does not pin {package}", path.display()))
        });
        let versions = versions.collect::<Result<Vec<_>, _>>()?;
        let mut title = self.title.to_owned();
        for version in versions {
            title = title.replacen("{}", version, 1);
        }
        Ok(title)
    }
}

/// The committed document.
pub(crate) fn document(workspace: &Workspace) -> PathBuf {
    workspace.root().join("openapi/authplane.json")
}

/// What is committed of a generator.
pub(crate) fn source_folder(workspace: &Workspace, generator: &Generator) -> PathBuf {
    workspace.root().join("tests/codegen").join(generator.name)
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |error| format!("cannot copy {}: {error}", from.display());
    fs::create_dir_all(to).map_err(failed)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target).map_err(failed)?;
        }
    }
    Ok(())
}

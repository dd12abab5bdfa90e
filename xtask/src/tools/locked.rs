//! Tools that stand on many packages of their language, all of which are pinned in that language's own way below
//! `xtask/pins`. Each is installed in a folder of its own below `target/tools`, again whenever its pins change.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::machine::install_missing;
use crate::run::run_quietly;
use crate::tools::{Node, python_environment, tools_folder};
use crate::workspace::Workspace;

/// A program of the packages of `package-lock.json`, run by the pinned Node.js. No package runs a script of its own when
/// it is installed.
pub(crate) fn node_program(workspace: &Workspace, name: &str, program: &str) -> Result<Command, String> {
    let node = Node::own(workspace)?;
    let folder = installed(workspace, name, &["package.json", "package-lock.json"], |folder| {
        let mut npm = node.npm("npm")?;
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]).current_dir(folder);
        run_quietly(&mut npm).map(|_| ())
    })?;
    let mut command = node.node()?;
    command.arg(folder.join("node_modules/.bin").join(program)).current_dir(workspace.root());
    Ok(command)
}

/// A program of the packages of `requirements.txt`, in a virtual environment of its own.
pub(crate) fn python_program(workspace: &Workspace, name: &str, program: &str) -> Result<Command, String> {
    let folder = installed(workspace, name, &["requirements.txt"], |folder| {
        let mut pip = Command::new(python_environment(&folder.join("environment"))?);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]);
        run_quietly(pip.args(["--no-deps", "--requirement", "requirements.txt"]).current_dir(folder)).map(|_| ())
    })?;
    Ok(workspace.command(folder.join("environment/bin").join(program)))
}

/// A program that Go builds of the modules of `go.sum`. It is called as its pins are.
pub(crate) fn go_program(workspace: &Workspace, name: &str, package: &str) -> Result<Command, String> {
    let folder = installed(workspace, name, &["go.mod", "go.sum"], |folder| {
        install_missing(&[("go", "golang")])?;
        let mut go = Command::new("go");
        go.env("GOTOOLCHAIN", "local").env("GOFLAGS", "-mod=readonly").env("GOWORK", "off");
        run_quietly(go.args(["build", "-o", name, package]).current_dir(folder)).map(|_| ())
    })?;
    Ok(workspace.command(folder.join(name)))
}

/// The folder of a tool in which its pins are and what `install` made of them there.
pub(super) fn installed(
    workspace: &Workspace,
    name: &str,
    pins: &[&str],
    install: impl FnOnce(&PathBuf) -> Result<(), String>,
) -> Result<PathBuf, String> {
    let source = workspace.root().join("xtask/pins").join(name);
    let folder = tools_folder(workspace).join(name);
    let mut stamp = String::new();
    for file in pins {
        let path = source.join(file);
        stamp += &fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    }
    let stamp_file = folder.join("installed");
    if fs::read_to_string(&stamp_file).is_ok_and(|installed| installed == stamp) {
        return Ok(folder);
    }
    println!("installing {name} below {}", folder.display());
    let failed = |error| format!("cannot install {name}: {error}");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(failed)?;
    }
    fs::create_dir_all(&folder).map_err(failed)?;
    for file in pins {
        fs::copy(source.join(file), folder.join(file)).map_err(failed)?;
    }
    install(&folder).map_err(|error| format!("cannot install {name}: {error}"))?;
    // Last, so that what was interrupted is installed again.
    fs::write(&stamp_file, stamp).map_err(failed)?;
    Ok(folder)
}

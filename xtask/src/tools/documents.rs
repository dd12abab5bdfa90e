//! OpenAPI documents of others, which the tests import. They are in packages of npm's, and not copied: of each package, which has hundreds of MiB once it is
//! unpacked, the few files are taken that are asked for.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::Node;
use super::locked::installed;
use crate::run::run_quietly;
use crate::workspace::Workspace;

/// The folder below `xtask/pins`, and below `target/tools`, where the tests look for them.
const NAME: &str = "openapi-documents";
const PACKAGES: &str = "packages.txt";

/// Fetches them unless they are there.
pub(crate) fn ensure(workspace: &Workspace) -> Result<(), String> {
    // Before the folder is made: the tools' environment, where it isn't there yet, begins with an empty folder around it.
    let node = Node::own(workspace)?;
    installed(workspace, NAME, &[PACKAGES], |folder| {
        let pins =
            fs::read_to_string(folder.join(PACKAGES)).map_err(|error| format!("cannot read {PACKAGES}: {error}"))?;
        for pin in pins.lines().filter(|line| !line.starts_with('#')) {
            let mut words = pin.split_whitespace();
            let (Some(package), Some(integrity)) = (words.next(), words.next()) else { continue };
            take(&node, folder, package, integrity, words)?;
        }
        Ok(())
    })
    .map(drop)
}

fn take<'a>(
    node: &Node,
    folder: &Path,
    package: &str,
    integrity: &str,
    files: impl Iterator<Item = &'a str>,
) -> Result<(), String> {
    let unpacked = folder.join("unpacked");
    fs::create_dir_all(&unpacked).map_err(|error| format!("cannot make {}: {error}", unpacked.display()))?;
    let mut npm = node.npm("npm")?;
    npm.args(["pack", "--json", "--ignore-scripts", "--no-update-notifier", package]).current_dir(&unpacked);
    let said = String::from_utf8_lossy(&run_quietly(&mut npm)?.stdout).into_owned();
    // npm compares it with what it fetched.
    if !said.contains(&format!("\"{integrity}\"")) {
        return Err(format!("{package} is not the one that was pinned: {said}"));
    }
    let archive = said.split('"').skip_while(|word| *word != "filename").nth(2);
    let archive = archive.ok_or_else(|| format!("npm doesn't say where {package} is: {said}"))?.to_owned();
    let mut tar = Command::new("tar");
    tar.args(["--extract", "--gzip", "--file", &archive]).current_dir(&unpacked);
    let files: Vec<&str> = files.collect();
    run_quietly(tar.args(files.iter().map(|file| format!("package/{file}"))))?;
    for file in files {
        let name = Path::new(file).file_name().ok_or_else(|| format!("{file} is no file"))?;
        fs::rename(unpacked.join("package").join(file), folder.join(name))
            .map_err(|error| format!("cannot keep {file} of {package}: {error}"))?;
    }
    fs::remove_dir_all(&unpacked).map_err(|error| format!("cannot remove {}: {error}", unpacked.display()))
}

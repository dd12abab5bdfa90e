//! `cargo xtask sdk`: the Rust SDK with each of its features, and as the package that others get.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{run as run_command, run_quietly};
use crate::workspace::Workspace;

const PACKAGE: &str = "authplane-client";

/// What a program may choose: nothing but the OAuth endpoints, one dialect of the management API, everything. And the mock,
/// whose methods are those of the dialects that are there.
const FEATURES: [&[&str]; 7] = [
    &["--no-default-features"],
    &["--no-default-features", "--features", "acp"],
    &["--no-default-features", "--features", "logto"],
    &["--no-default-features", "--features", "local-user-store"],
    &["--no-default-features", "--features", "mock"],
    &["--no-default-features", "--features", "logto,mock"],
    &["--all-features"],
];

/// What whoever has the package alone wants to read.
const TEXTS: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Both checks; the second also runs when the first one failed.
pub(crate) fn run(workspace: &Workspace) -> Result<(), String> {
    let features = features(workspace);
    package(workspace).and(features)
}

/// Compiles the crate with each choice of features. A warning counts as an error: what a dialect needs must go with it.
fn features(workspace: &Workspace) -> Result<(), String> {
    for features in FEATURES {
        let mut cargo = workspace.cargo(["check", "--package", PACKAGE, "--lib"]);
        let output = run_quietly(cargo.args(features))?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if said.contains("warning") {
            return Err(format!("{PACKAGE} {}:\n{said}", features.join(" ")));
        }
        println!("{PACKAGE} {}: compiles without a warning", features.join(" "));
    }
    Ok(())
}

/// Packs the crate and compiles what is in the package, without the workspace around it. (`cargo package` would do that in
/// a folder of its own and compile all dependencies once more.)
fn package(workspace: &Workspace) -> Result<(), String> {
    run_command(&mut workspace.cargo(["package", "--package", PACKAGE, "--no-verify", "--allow-dirty", "--quiet"]))?;
    let folder = workspace.target().join("package");
    let archive = newest_archive(&folder)?;
    let unpacked = folder.join("unpacked");
    if unpacked.exists() {
        fs::remove_dir_all(&unpacked).map_err(|error| format!("cannot remove {}: {error}", unpacked.display()))?;
    }
    fs::create_dir_all(&unpacked).map_err(|error| format!("cannot make {}: {error}", unpacked.display()))?;
    let mut tar = workspace.command("tar");
    run_quietly(
        tar.arg("--extract").arg("--file").arg(&archive).arg("--directory").arg(&unpacked).arg("--strip-components=1"),
    )?;
    for text in TEXTS {
        if !unpacked.join(text).exists() {
            return Err(format!("{} has no {text}", archive.display()));
        }
    }
    stand_alone(workspace, &unpacked.join("Cargo.toml"))?;
    let mut cargo = workspace.cargo(["check", "--all-features", "--lib", "--examples", "--locked"]);
    cargo.arg("--manifest-path").arg(unpacked.join("Cargo.toml")).arg("--target-dir").arg(workspace.target());
    run_command(&mut cargo)
}

/// The package that was just made.
fn newest_archive(folder: &Path) -> Result<PathBuf, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let archives = entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| {
        path.extension().is_some_and(|kind| kind == "crate")
            && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PACKAGE))
    });
    let made = |path: &PathBuf| path.metadata().and_then(|metadata| metadata.modified()).ok();
    archives.max_by_key(made).ok_or_else(|| format!("there is no package in {}", folder.display()))
}

/// Has cargo take the package for what it is although it lies below the workspace, and compile its dependencies as they
/// are compiled here, so that none is compiled again.
fn stand_alone(workspace: &Workspace, manifest: &Path) -> Result<(), String> {
    let read =
        |path: &Path| fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()));
    let of_workspace = read(&workspace.root().join("Cargo.toml"))?;
    let profiles = of_workspace.find("[profile.").map_or("", |at| &of_workspace[at..]);
    let content = format!("{}\n[workspace]\n\n{profiles}", read(manifest)?);
    fs::write(manifest, content).map_err(|error| format!("cannot write {}: {error}", manifest.display()))
}

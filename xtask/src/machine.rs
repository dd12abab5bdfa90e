//! What this machine is, and installing Debian's packages on it.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::run::{first_line, run_quietly};

/// Where programs are that only an administrator is expected to start; it needn't be on the PATH.
const ADMINISTRATORS_PROGRAMS: &str = "/usr/sbin";

/// Whether this process may do everything. PostgreSQL refuses to run so, and installing needs it.
pub(crate) fn is_root() -> bool {
    first_line(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Installs a package with apt-get when this is Debian (or one of its children) and we are root. Otherwise the error
/// says in one line what a person has to do.
pub(crate) fn install_debian_package(package: &str) -> Result<(), String> {
    if !Path::new("/etc/debian_version").exists() {
        return Err(format!("install {package} (Debian's name of it) and run this again"));
    }
    if !is_root() {
        return Err(format!("run `sudo apt-get install {package}` and then this again"));
    }
    println!("installing Debian's package {package}");
    // Not a failure by itself: the lists that are there may do.
    if let Err(error) = run_quietly(Command::new("apt-get").arg("update")) {
        eprintln!("{error}");
    }
    let mut install = Command::new("apt-get");
    install.args(["install", "--yes", "--no-install-recommends", package]).env("DEBIAN_FRONTEND", "noninteractive");
    run_quietly(&mut install).map(|_| ())
}

/// Installs the packages whose program isn't there: pairs of a program and Debian's name of its package.
pub(crate) fn install_missing(needed: &[(&str, &str)]) -> Result<(), String> {
    for (program, package) in needed {
        if !is_there(program) {
            install_debian_package(package)?;
        }
    }
    Ok(())
}

/// Whether a program is on the PATH, or where Debian puts servers.
pub(crate) fn is_there(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).chain([ADMINISTRATORS_PROGRAMS.into()]).any(|folder| folder.join(program).is_file())
}

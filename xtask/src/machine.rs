//! What this machine is, and installing Debian's packages on it.

use std::path::Path;
use std::process::Command;

use crate::run::{first_line, run_quietly};

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

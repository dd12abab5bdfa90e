//! The folder of one run.

use std::path::{Path, PathBuf};

use crate::Result;

/// A new folder; its end removes it.
#[derive(Debug)]
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Beside the binaries rather than in the system's temporary folder, which is often in memory: a commit would be free.
    pub(crate) fn new() -> Result<Self> {
        let folder = std::env::current_exe()?.with_file_name(format!("bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self(folder))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            eprintln!("bench: {} stays behind: {error}", self.0.display());
        }
    }
}

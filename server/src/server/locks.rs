//! What a process takes for itself alone: the data folder, and a database that is a file.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::config::Config;

/// Why something can't be taken.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// The data folder can't be used.
    #[error("the data folder {folder}: {reason}")]
    DataFolder {
        /// The folder.
        folder: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The SQLite database can't be used.
    #[error("the database {file}: {reason}")]
    Database {
        /// Its file.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// What a process has taken for itself, as long as this lives; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _files: Vec<File>,
}

/// Makes the data folder and takes it and an SQLite database for this process, as long as the returned lock lives. With PostgreSQL the folder holds only
/// keys and credentials, which replicas may share.
///
/// # Errors
/// [`LockError::DataFolder`] or [`LockError::Database`] when it can't be made, or another process has it.
pub fn lock(config: &Config) -> Result<Lock, LockError> {
    let folder = &config.data_dir;
    let failed = |reason: String| LockError::DataFolder { folder: folder.display().to_string(), reason };
    make_folder(folder).map_err(|error| failed(error.to_string()))?;
    // SQLite belongs to one process, whose cache knows every write, wherever the file is.
    let Some(database) = sqlite_file(config) else { return Ok(Lock { _files: Vec::new() }) };
    let folder_lock = take(&folder.join("lock"))
        .map_err(failed)?
        .ok_or_else(|| failed("is in use by another server; stop it, or give this one --data-dir".to_owned()))?;
    let failed = |reason: String| LockError::Database { file: database.display().to_string(), reason };
    // Beside the file itself, whatever links lead to it: SQLite keeps its journal there too.
    let path = beside(&database).map_err(|error| failed(error.to_string()))?;
    let database_lock = take(&path)
        .map_err(failed)?
        .ok_or_else(|| failed("is in use by another server; stop it, or give this one --database-url".to_owned()))?;
    Ok(Lock { _files: vec![folder_lock, database_lock] })
}

/// Locks a file, which is made if there is none; nothing when another process has it.
fn take(path: &Path) -> Result<Option<File>, String> {
    let named = |error: io::Error| format!("{}: {error}", path.display());
    let mut options = OpenOptions::new();
    let file = options.create(true).write(true).truncate(false).mode(0o600).open(path).map_err(named)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(named(error)),
    }
}

/// `{database}.lock`, in the folder where the database really is.
fn beside(database: &Path) -> io::Result<PathBuf> {
    let mut path = if database.exists() {
        database.canonicalize()?
    } else {
        let folder = database.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        folder.canonicalize()?.join(database.file_name().unwrap_or_default())
    }
    .into_os_string();
    path.push(".lock");
    Ok(path.into())
}

/// The file of an SQLite database, read from the URL as sqlx reads it; nothing for other databases, and for those in memory, which are refused later.
#[must_use]
pub fn sqlite_file(config: &Config) -> Option<PathBuf> {
    let url = config.database_url();
    let path = url.strip_prefix("sqlite:")?.trim_start_matches("//");
    let (path, parameters) = path.split_once('?').unwrap_or((path, ""));
    if path.contains(":memory:") || parameters.contains("mode=memory") {
        return None;
    }
    let path = percent_decode_str(path).decode_utf8().ok()?;
    Some(PathBuf::from(path.into_owned()))
}

/// Makes a folder, and those around it, for its owner alone.
///
/// # Errors
/// Those of the file system.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

//! Writing the derived files, or comparing them with the committed ones.

use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::{env, fs, io};

/// So many lines of a difference are shown for each file: enough to see what changed, not a generated file again.
const DIFFERENCE_LINES: usize = 60;

/// One derived file.
pub(crate) struct Output {
    /// Where it stands, relative to the workspace.
    path: String,
    content: String,
}

impl Output {
    /// A file at `path` (relative to the workspace) with this content.
    pub(crate) fn new(path: impl Into<String>, content: String) -> Self {
        Self { path: path.into(), content }
    }

    /// Whether the committed file has exactly these bytes. An absent file counts as different.
    fn is_current(&self, root: &Path) -> Result<bool, String> {
        match fs::read(root.join(&self.path)) {
            Ok(committed) => Ok(committed == self.content.as_bytes()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(format!("cannot read {}: {error}", self.path)),
        }
    }
}

/// Writes the files that differ. A file that is current keeps its time, so cargo doesn't compile the SDK again. What else
/// there is below `folder`, which holds derived files only, is removed.
pub(crate) fn write(root: &Path, folder: &str, outputs: &[Output]) -> Result<(), String> {
    for output in outputs {
        if output.is_current(root)? {
            println!("{}: current", output.path);
            continue;
        }
        write_file(&root.join(&output.path), &output.content)?;
        println!("{}: written", output.path);
    }
    for path in left_over(root, folder, outputs)? {
        fs::remove_file(root.join(&path)).map_err(|error| format!("cannot remove {path}: {error}"))?;
        println!("{path}: removed");
    }
    Ok(())
}

/// Compares all files and prints how each stale one differs. True when none does, and `folder` holds no other file.
pub(crate) fn check(root: &Path, folder: &str, outputs: &[Output]) -> Result<bool, String> {
    let mut all_current = true;
    for output in outputs {
        if output.is_current(root)? {
            println!("{}: current", output.path);
        } else {
            all_current = false;
            println!("{}: NOT what the server's document gives; run `cargo xtask generate`", output.path);
            print_difference(root, output)?;
        }
    }
    for path in left_over(root, folder, outputs)? {
        all_current = false;
        println!("{path}: NOT made from the server's document any more; run `cargo xtask generate`");
    }
    Ok(all_current)
}

/// The files below `folder` that are none of the outputs, relative to the workspace.
fn left_over(root: &Path, folder: &str, outputs: &[Output]) -> Result<Vec<String>, String> {
    let mut left_over = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let cannot = |error| format!("cannot read {folder}: {error}");
        let entries = match fs::read_dir(root.join(&folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(cannot(error)),
        };
        for entry in entries {
            let entry = entry.map_err(cannot)?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(cannot)?.is_dir() {
                folders.push(path);
            } else if outputs.iter().all(|output| output.path != path) {
                left_over.push(path);
            }
        }
    }
    left_over.sort_unstable();
    Ok(left_over)
}

/// Prints the start of the unified difference between the committed file and the derived one.
fn print_difference(root: &Path, output: &Output) -> Result<(), String> {
    let committed = root.join(&output.path);
    if !committed.exists() {
        println!("  (there is no such file)");
        return Ok(());
    }
    let folder = env::temp_dir().join(format!("authplane-lockstep-{}", process::id()));
    let derived = folder.join(&output.path);
    write_file(&derived, &output.content)?;
    // git is only the printer here; without it the message above still names the file.
    let printed =
        Command::new("git").args(["diff", "--no-index", "--no-color", "--"]).arg(&committed).arg(&derived).output();
    remove_folder(&folder);
    let Ok(printed) = printed else {
        println!("  (git is not there to print the difference)");
        return Ok(());
    };
    let text = String::from_utf8_lossy(&printed.stdout);
    // The first four lines name the two files, one of which is already gone.
    let lines: Vec<&str> = text.lines().skip_while(|line| !line.starts_with("@@")).collect();
    for line in lines.iter().take(DIFFERENCE_LINES) {
        println!("  {line}");
    }
    if let Some(more) = lines.len().checked_sub(DIFFERENCE_LINES).filter(|more| *more > 0) {
        println!("  … and {more} more lines");
    }
    Ok(())
}

fn write_file(path: &Path, content: &str) -> Result<(), String> {
    let written = match path.parent().map(Path::to_path_buf) {
        Some(folder) => fs::create_dir_all::<PathBuf>(folder).and_then(|()| fs::write(path, content)),
        None => fs::write(path, content),
    };
    written.map_err(|error| format!("cannot write {}: {error}", path.display()))
}

/// Removes a folder that this process made; one that stays behind does no harm.
fn remove_folder(folder: &Path) {
    if let Err(error) = fs::remove_dir_all(folder) {
        eprintln!("cannot remove {}: {error}", folder.display());
    }
}

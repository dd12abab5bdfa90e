//! The command line.

use std::io::{self, Read};
use std::path::PathBuf;
use std::{env, fs};

const USAGE: &str = "usage: xtask-lockstep --document <path, or - for standard input> --root <workspace> [--check]";

/// What the command line asks for.
pub(crate) struct Arguments {
    /// Where the document is: a file, or `-` for standard input.
    document: PathBuf,
    /// The workspace whose files are written or compared.
    pub(crate) root: PathBuf,
    /// Compare instead of writing.
    pub(crate) check: bool,
}

impl Arguments {
    /// Reads the arguments of this process. The error is a sentence for the caller, with the usage.
    pub(crate) fn from_environment() -> Result<Self, String> {
        let (mut document, mut root, mut check) = (None, None, false);
        let mut arguments = env::args_os().skip(1);
        while let Some(argument) = arguments.next() {
            match argument.to_str() {
                Some("--document") => document = arguments.next().map(PathBuf::from),
                Some("--root") => root = arguments.next().map(PathBuf::from),
                Some("--check") => check = true,
                _ => return Err(format!("unknown argument {}\n{USAGE}", argument.display())),
            }
        }
        match (document, root) {
            (Some(document), Some(root)) => Ok(Self { document, root, check }),
            _ => Err(USAGE.to_owned()),
        }
    }

    /// The text of the document.
    pub(crate) fn read_document(&self) -> Result<String, String> {
        let text = if self.document.as_os_str() == "-" {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).map(|_| text)
        } else {
            fs::read_to_string(&self.document)
        };
        text.map_err(|error| format!("cannot read the document from {}: {error}", self.document.display()))
    }
}

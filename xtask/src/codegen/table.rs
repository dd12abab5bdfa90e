//! `docs/codegen.md`: what came of each generator.

use std::fs;

use crate::codegen::exceptions::{Column, Exception};
use crate::codegen::generator::{Generator, document, source_folder};
use crate::run::run_quietly;
use crate::workspace::Workspace;

pub(crate) const FILE: &str = "docs/codegen.md";

const HEAD: &str = "\
# Clients in other languages

The Rust SDK is what we maintain. For every other language there is the document, `openapi/authplane.json`, and whichever
generator you like; these are tried out, and none is promised. `cargo xtask codegen` writes this file: each generator
makes a client from the document, the client is compiled together with a scenario, and the scenario runs against a
server that has just been started:

a token by client credentials; in Logto's dialect a resource and its scope created, listed by page, the scope patched
with null, 45 rows walked by page and listed without one, scope and resource deleted; in ACP's dialect a client, a service
and a scope; and a 404 and a 422 of both dialects, as the types that the document gives them.

A generator's name leads to its scenario, which shows how its client is used, and to what pins its packages. The compilers
are those of the machine: Go, a JDK with Maven, Ruby. For Python, *compiles* means that mypy finds nothing;
for Ruby, that the client can be loaded. *Warns* counts the different lines that the generator prints besides its usual ones.

`cargo xtask test` tries those of TypeScript, Python and Go each time, and any other when what it was *made from* has
changed: a digest of the document, the generator's folder and exceptions, and the file of `xtask` with its commands.

";

/// A line of the table.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    language: &'static str,
    title: String,
    cells: String,
    made_from: String,
}

impl Row {
    /// The row of a generator that was tried out.
    pub(crate) fn of(
        workspace: &Workspace,
        generator: &Generator,
        cells: &[String; 4],
        made_from: String,
    ) -> Result<Self, String> {
        Ok(Self {
            name: generator.name,
            language: generator.language,
            title: generator.title(workspace)?,
            cells: cells.join(" | "),
            made_from,
        })
    }

    /// The row as it was written the last time.
    pub(crate) fn written(generator: &Generator, file: &str) -> Option<Self> {
        let line = file.lines().find(|line| line.contains(&link(generator.name)))?;
        let (_, title) = line.split_once('[')?;
        let (title, rest) = title.split_once(&link(generator.name))?;
        let rest = rest.trim_matches([' ', '|']);
        let (cells, made_from) = rest.rsplit_once(" | ")?;
        Some(Self {
            name: generator.name,
            language: generator.language,
            title: title.to_owned(),
            cells: cells.to_owned(),
            made_from: made_from.trim_matches('`').to_owned(),
        })
    }

    /// Whether this is still what it was made from.
    pub(crate) fn is_of(&self, made_from: &str) -> bool {
        self.made_from == made_from
    }

    /// Whether both say the same of the generator.
    pub(crate) fn says_as(&self, other: &Self) -> bool {
        (&self.title, &self.cells) == (&other.title, &other.cells)
    }

    /// The line of the table.
    pub(crate) fn line(&self) -> String {
        let Self { name, language, title, cells, made_from } = self;
        format!("| {language} | [{title}{} | {cells} | `{made_from}` |", link(name))
    }
}

/// The end of a link to a generator's folder.
fn link(name: &str) -> String {
    format!("](../tests/codegen/{name})")
}

/// The file as it is now; empty when there is none yet.
pub(crate) fn read(workspace: &Workspace) -> String {
    fs::read_to_string(workspace.root().join(FILE)).unwrap_or_default()
}

/// Writes the file.
pub(crate) fn write(workspace: &Workspace, rows: &[Row], exceptions: &[Exception]) -> Result<(), String> {
    let mut lines = vec![
        "| Language | Generator | Generates | Warns | Compiles | Scenario | Made from |".to_owned(),
        "|---|---|---|---|---|---|---|".to_owned(),
    ];
    lines.extend(rows.iter().map(Row::line));
    for row in rows {
        let mut of_row = exceptions.iter().filter(|exception| exception.generator == row.name).peekable();
        if of_row.peek().is_some() {
            lines.extend([String::new(), format!("## {}: {}", row.language, row.title), String::new()]);
        }
        lines.extend(of_row.map(note));
    }
    let path = workspace.root().join(FILE);
    fs::write(&path, format!("{HEAD}{}\n", lines.join("\n"))).map_err(|error| format!("cannot write {FILE}: {error}"))
}

fn note(exception: &Exception) -> String {
    let Exception { column, fault, text, reason, .. } = exception;
    let text = if text.contains('`') { text.clone() } else { format!("`{text}`") };
    let what = match column {
        Column::Note => return format!("- {text}, the {fault}'s fault: {reason}"),
        Column::Generates => "Doesn't generate",
        Column::Warns => "Warns",
        Column::Compiles => "Doesn't compile",
        Column::Scenario => "Fails in the scenario",
    };
    format!("- {what} ({text}), the {fault}'s fault: {reason}")
}

/// A digest of all that a row is made from.
pub(crate) fn made_from(
    workspace: &Workspace,
    generator: &Generator,
    exceptions: &[&Exception],
) -> Result<String, String> {
    let mut list = workspace.command("git");
    list.args(["ls-files", "--cached", "--others", "--exclude-standard", "--"]).args([
        document(workspace),
        source_folder(workspace, generator),
        workspace.root().join(generator.source),
    ]);
    let files = run_quietly(&mut list)?.stdout;
    let mut files: Vec<&str> = std::str::from_utf8(&files).map_err(|error| error.to_string())?.lines().collect();
    files.sort_unstable();
    files.retain(|file| workspace.root().join(file).exists());
    let mut hash = workspace.command("git");
    hash.args(["hash-object", "--no-filters", "--"]).args(&files);
    let mut made_from = String::from_utf8(run_quietly(&mut hash)?.stdout).map_err(|error| error.to_string())?;
    made_from.extend(exceptions.iter().map(|exception| format!("{}\n", exception.line)));

    // git digests files and standard input alone; a file needs no pipe.
    let list = workspace.target().join("codegen").join(format!("{}.made-from", generator.name));
    fs::create_dir_all(workspace.target().join("codegen"))
        .and_then(|()| fs::write(&list, made_from))
        .map_err(|error| format!("cannot write {}: {error}", list.display()))?;
    let mut hash = workspace.command("git");
    hash.args(["hash-object", "--no-filters", "--"]).arg(&list);
    let digest = String::from_utf8(run_quietly(&mut hash)?.stdout).map_err(|error| error.to_string())?;
    Ok(digest.trim().chars().take(12).collect())
}

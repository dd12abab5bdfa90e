//! Configurations as files: `authplane export`, `import` and `diff`, on the database and without a server.
//!
//! What a dump holds in clear is never sealed by reading it, nor what a request to the API holds: whoever may do everything there sees it anyway.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;

use authplane_domain::Error as DomainError;
use authplane_domain::configuration::{Options, Outcome};
use authplane_domain::installation::acting::Acting;
use serde_json::Value;

use crate::age::Identity;
use crate::api::acp::error::AcpError;
use crate::api::acp::system::configuration::apply;
use crate::api::acp::system::configuration::brought::AcpDumpRequest;
use crate::api::acp::system::configuration::difference::{self, AcpConfigurationDifference};
use crate::api::acp::system::configuration::sealed::{self, UnopenedError};
use crate::api::acp::system::configuration::text::{self, Format};
use crate::context::Origin;
use crate::edge::Rejection;
use crate::edge::extract::parse_any_json;

/// What variables stand for, by their names.
pub type Variables = BTreeMap<String, String>;

/// Why a file couldn't be read or written.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum FileError {
    #[error("{0}: {1}")]
    Unusable(String, std::io::Error),
    #[error("{0} is neither JSON nor YAML: {1}")]
    Unreadable(String, String),
    #[error("{0}: {1}")]
    Refused(String, String),
    #[error("{pointer}: {problem}")]
    Variable { pointer: String, problem: String },
    #[error(transparent)]
    Unopened(#[from] UnopenedError),
    #[error(transparent)]
    Domain(#[from] DomainError),
}

/// How a file is written, by the ending of its name; JSON where that says nothing.
#[must_use]
pub fn format_of(path: &Path) -> Format {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let is_yaml = ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml");
    if is_yaml { Format::Yaml } else { Format::IndentedJson }
}

/// Writes a text to a file that its owner alone can read, or to the standard output.
///
/// # Errors
/// [`FileError::Unusable`].
pub fn write(path: Option<&Path>, text: &str) -> Result<(), FileError> {
    let unusable = |error| FileError::Unusable(path.map_or_else(|| "standard output".to_owned(), name), error);
    let Some(path) = path else {
        let mut out = std::io::stdout().lock();
        return out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(unusable);
    };
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let written = options.open(path).and_then(|mut file| {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // One that was there keeps its mode otherwise.
            file.set_permissions(fs::Permissions::from_mode(0o600))?;
        }
        file.write_all(text.as_bytes())
    });
    written.map_err(unusable)
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

/// Reads a configuration from a file, or from the standard input where it is called `-`, with its secrets opened, and with the values of variables where there are
/// any: `${NAME}` stands for the value of `NAME`, and `$${` for `${`. What a value says is text and nothing else, wherever it stands. Of no other variable than these is
/// a value put in: whoever can name a thing in a configuration could read it there.
///
/// # Errors
/// [`FileError`].
pub fn read(path: &Path, identities: &[Identity], variables: &Variables) -> Result<AcpDumpRequest, FileError> {
    let called = if path == Path::new("-") { "standard input".to_owned() } else { name(path) };
    let text = if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(path)
    };
    let text = text.map_err(|error| FileError::Unusable(called.clone(), error))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let refused = |rejection: Rejection| match rejection {
        Rejection::Malformed { message } => FileError::Unreadable(called.clone(), message),
        Rejection::Field { field, message, .. } => FileError::Refused(called.clone(), format!("{field}: {message}")),
        other => FileError::Refused(called.clone(), AcpError::from(other).error),
    };
    // JSON is YAML too, and told apart only so that faults are told in its own words.
    let read = if text.trim_start().starts_with('{') {
        parse_any_json(text.as_bytes())
    } else {
        // It is one's own, as long as it is: a part has a byte at least, but for the ends.
        text::of_yaml(text, text.len().saturating_mul(2).saturating_add(16))
    };
    let mut value = read.map_err(refused)?;
    if !variables.is_empty() {
        substitute("", &mut value, variables)?;
    }
    sealed::open(&mut value, identities)?;
    text::dump(value).map_err(refused)
}

/// Puts values in the place of variables, in each text that isn't the name of a member.
fn substitute(pointer: &str, value: &mut Value, variables: &Variables) -> Result<(), FileError> {
    match value {
        Value::String(text) if text.contains("${") => {
            *text = substituted(text, variables)
                .map_err(|problem| FileError::Variable { pointer: pointer.to_owned(), problem })?;
            Ok(())
        }
        Value::Array(items) => {
            (0..).zip(items).try_for_each(|(index, item)| substitute(&format!("{pointer}/{index}"), item, variables))
        }
        Value::Object(members) => members.iter_mut().try_for_each(|(name, member)| {
            substitute(&format!("{pointer}/{}", sealed::escaped(name)), member, variables)
        }),
        _ => Ok(()),
    }
}

fn substituted(text: &str, variables: &Variables) -> Result<String, String> {
    let (mut written, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("${") {
        let (before, variable) = rest.split_at(at);
        if let Some(before) = before.strip_suffix('$') {
            written.push_str(before);
            written.push_str("${");
            rest = &variable[2..];
            continue;
        }
        let (name, after) = variable[2..].split_once('}').unwrap_or((&variable[2..], ""));
        let is_name = |name: &str| {
            name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
                && name.chars().all(|other| other.is_ascii_alphanumeric() || other == '_')
                && variable.contains('}')
        };
        if !is_name(name) {
            return Err("`${` begins a variable, `${NAME}`; written `$${` it stands for itself".to_owned());
        }
        let unknown = || format!("`{name}` isn't among the variables: `--variable {name}`, or `$${{` for what is none");
        let value = variables.get(name).ok_or_else(unknown)?;
        written.push_str(before);
        written.push_str(value);
        rest = after;
    }
    written.push_str(rest);
    Ok(written)
}

/// Brings a configuration in, or looks what that would change.
///
/// # Errors
/// [`FileError`].
pub async fn bring_in(
    acting: &Acting,
    origin: &Origin,
    dump: AcpDumpRequest,
    options: Options,
) -> Result<(AcpConfigurationDifference, Vec<Outcome>), FileError> {
    let outcomes = apply(acting, origin, dump, options, |_| ()).await?;
    Ok((difference::of(acting.store(), &outcomes)?, outcomes))
}

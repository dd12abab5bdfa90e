//! Configurations as files: `authplane export`, `import` and `diff`, on the database and without a server.
//!
//! Secrets are sealed for people or machines that have an age identity, each by itself, so that a file tells what it configures and can be compared line by line. What a
//! dump holds in clear, and what a request to the API holds, is never sealed: whoever may do everything there sees them anyway.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;

use authplane_domain::Error as DomainError;
use authplane_domain::configuration::{Options, Outcome};
use authplane_domain::installation::acting::Acting;
use authplane_domain::storage::store::Store;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::age::{Identity, OpenError, Recipient, SealError};
use crate::api::acp::error::AcpError;
use crate::api::acp::system::configuration::brought::AcpDumpRequest;
use crate::api::acp::system::configuration::difference::{self, AcpConfigurationDifference};
use crate::api::acp::system::configuration::{apply, export};
use crate::context::Origin;
use crate::edge::extract::{Body, Lenient};

/// What stands before a secret that is sealed; behind it the bytes of an age file in base64.
pub const SEALED: &str = "age-encryption.org/v1:";
/// The members of rows whose texts are secrets, in whatever they stand.
const SECRETS: [&str; 8] = [
    "client_hashed_secret",
    "client_secret",
    "password",
    "password_hashes",
    "private_key",
    "registration_digest",
    "rotated_secrets",
    "secret",
];

/// What becomes of secrets in a file.
pub enum Secrets {
    /// They are in it as they are.
    Clear,
    /// They are in it, sealed for these.
    Sealed(Vec<Recipient>),
    /// They aren't in it.
    Omitted,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON (RFC 8259), with indentation.
    Json,
    /// YAML 1.2.
    Yaml,
}

impl Format {
    /// By the ending of a file's name; JSON where that says nothing.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml") { Self::Yaml } else { Self::Json }
    }
}

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
    #[error("a secret can't be sealed: {0}")]
    Seal(#[from] SealError),
    #[error("{0} is sealed: --identity names the file with the identity that opens it")]
    NoIdentity(String),
    #[error("{0} can't be opened: {1}")]
    Open(String, OpenError),
    #[error(transparent)]
    Domain(#[from] DomainError),
    #[error("the configuration can't be written: {0}")]
    Written(String),
}

/// The configuration of a tenant, or of all, as a text.
///
/// # Errors
/// [`FileError`].
pub async fn text(store: &Store, tenant: Option<&str>, secrets: Secrets, format: Format) -> Result<String, FileError> {
    let dump = export(store, tenant, !matches!(secrets, Secrets::Omitted)).await?;
    let mut value = serde_json::to_value(&dump).map_err(|error| FileError::Written(error.to_string()))?;
    if let Secrets::Sealed(recipients) = secrets {
        let random = |bytes: &mut [u8]| store.environment().random.fill(bytes);
        each_secret("", &mut value, false, &mut |_, text| {
            let sealed = crate::age::seal(&recipients, text.as_bytes(), &random)?;
            *text = format!("{SEALED}{}", STANDARD.encode(sealed));
            Ok::<_, FileError>(())
        })?;
    }
    match format {
        Format::Json => {
            let text = serde_json::to_string_pretty(&value).map_err(|error| FileError::Written(error.to_string()))?;
            Ok(text + "\n")
        }
        Format::Yaml => serde_saphyr::to_string(&value).map_err(|error| FileError::Written(error.to_string())),
    }
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

/// Reads a configuration from a file, or from the standard input where it is called `-`, with its secrets opened.
///
/// # Errors
/// [`FileError`].
pub fn read(path: &Path, identities: &[Identity]) -> Result<AcpDumpRequest, FileError> {
    let called = if path == Path::new("-") { "standard input".to_owned() } else { name(path) };
    let text = if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(path)
    };
    let text = text.map_err(|error| FileError::Unusable(called.clone(), error))?;
    // JSON is YAML too, and told apart only so that faults are told in its own words.
    let is_json = text.trim_start().starts_with('{');
    let unreadable = |error: String| FileError::Unreadable(called.clone(), error);
    let mut value: Value = if is_json {
        serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))?
    } else {
        serde_saphyr::from_str(&text).map_err(|error| unreadable(error.to_string()))?
    };
    each_secret("", &mut value, false, &mut |pointer, text| {
        let Some(sealed) = text.strip_prefix(SEALED) else { return Ok(()) };
        if identities.is_empty() {
            return Err(FileError::NoIdentity(pointer.to_owned()));
        }
        let unusable = || {
            FileError::Open(
                pointer.to_owned(),
                OpenError::Malformed("a sealed secret is the base64 of an age file with text in it"),
            )
        };
        let sealed = STANDARD.decode(sealed).map_err(|_| unusable())?;
        let opened =
            crate::age::open(identities, &sealed).map_err(|error| FileError::Open(pointer.to_owned(), error))?;
        *text = String::from_utf8(opened).map_err(|_| unusable())?;
        Ok(())
    })?;
    let refused = |error: String| FileError::Refused(called.clone(), error);
    let bytes = serde_json::to_vec(&value).map_err(|error| refused(error.to_string()))?;
    let body =
        Body::<AcpDumpRequest, Lenient>::of(&bytes).map_err(|rejection| refused(AcpError::from(rejection).error))?;
    Ok(body.into_inner())
}

/// Does something with each secret text of a configuration, with its place as a JSON pointer.
fn each_secret<E>(
    pointer: &str,
    value: &mut Value,
    is_secret: bool,
    visit: &mut impl FnMut(&str, &mut String) -> Result<(), E>,
) -> Result<(), E> {
    match value {
        Value::String(text) if is_secret && !text.is_empty() => visit(pointer, text),
        Value::Array(items) => items
            .iter_mut()
            .enumerate()
            .try_for_each(|(index, item)| each_secret(&format!("{pointer}/{index}"), item, is_secret, visit)),
        Value::Object(members) => members.iter_mut().try_for_each(|(name, member)| {
            let is_secret = is_secret || SECRETS.contains(&name.as_str());
            // RFC 6901 §3.
            let name = name.replace('~', "~0").replace('/', "~1");
            each_secret(&format!("{pointer}/{name}"), member, is_secret, visit)
        }),
        _ => Ok(()),
    }
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

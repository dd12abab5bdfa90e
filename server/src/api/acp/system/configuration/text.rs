//! A configuration as a text: JSON or YAML, with its secrets or without.

use authplane_domain::Error as DomainError;
use authplane_domain::configuration::wanted::below;
use authplane_domain::storage::store::Store;
use authplane_domain::yaml;
use serde_json::Value;

use super::brought::AcpDumpRequest;
use super::{export, sealed};
use crate::age::{Recipient, SealError};
use crate::edge::Rejection;
use crate::edge::extract::parse_changed_json;

/// The media type of YAML (RFC 9512 §2.1), and what it is called besides.
pub const YAML: &str = "application/yaml";
const YAML_TOO: [&str; 3] = ["application/x-yaml", "text/yaml", "text/x-yaml"];

/// What becomes of secrets in a text.
pub enum Secrets {
    /// They are in it as they are.
    Clear,
    /// They are in it, sealed for these.
    Sealed(Vec<Recipient>),
    /// They aren't in it.
    Omitted,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON (RFC 8259) in one line.
    Json,
    /// JSON with indentation.
    IndentedJson,
    /// YAML 1.2.
    Yaml,
}

/// Why a configuration can't be written.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum WriteError {
    #[error("a secret can't be sealed: {0}")]
    Seal(#[from] SealError),
    #[error(transparent)]
    Domain(#[from] DomainError),
}

/// Is it YAML that a media type names, in lower case and without parameters?
#[must_use]
pub fn is_yaml(media_type: &str) -> bool {
    media_type == YAML || YAML_TOO.contains(&media_type)
}

/// Does somebody who accepts this (RFC 9110 §12.5.1) ask for YAML? Whoever takes JSON as well gets JSON.
#[must_use]
pub fn asks_for_yaml(accepted: &str) -> bool {
    let mut named = accepted.split(',').map(|range| range.split(';').next().unwrap_or_default().trim());
    let is_json = |range: &str| range.eq_ignore_ascii_case("application/json");
    named.clone().any(|range| is_yaml(&range.to_ascii_lowercase())) && !named.any(is_json)
}

/// The configuration of a tenant, or of all.
///
/// # Errors
/// [`DomainError::NotFound`] for an unknown tenant; [`WriteError`].
pub async fn write(
    store: &Store,
    tenant: Option<&str>,
    secrets: Secrets,
    format: Format,
) -> Result<String, WriteError> {
    let dump = export(store, tenant, !matches!(secrets, Secrets::Omitted)).await?;
    if let (Format::Json, Secrets::Clear | Secrets::Omitted) = (format, &secrets) {
        return Ok(serde_json::to_string(&dump).map_err(DomainError::internal)?);
    }
    let environment = store.environment().clone();
    // Sealing a large one takes seconds.
    let written = tokio::task::spawn_blocking(move || {
        let mut value = serde_json::to_value(&dump).map_err(DomainError::internal)?;
        drop(dump);
        if let Secrets::Sealed(recipients) = secrets {
            sealed::seal(&mut value, &recipients, &|bytes| environment.random.fill(bytes))?;
        }
        Ok(match format {
            Format::Json => serde_json::to_string(&value).map_err(DomainError::internal)?,
            Format::IndentedJson => serde_json::to_string_pretty(&value).map_err(DomainError::internal)? + "\n",
            Format::Yaml => serde_saphyr::to_string(&value).map_err(DomainError::internal)?,
        })
    });
    written.await.map_err(DomainError::internal)?
}

/// Reads a dump that came over the API.
///
/// # Errors
/// [`Rejection::Malformed`] for what is neither JSON nor YAML, whichever it is called; as [`parse`].
pub async fn read(bytes: bytes::Bytes, is_yaml: bool) -> Result<AcpDumpRequest, Rejection> {
    // A large one takes a while.
    let read = tokio::task::spawn_blocking(move || if is_yaml { parse(&as_json(&bytes)?) } else { parse(&bytes) });
    read.await.map_err(|_| Rejection::Internal)?
}

/// Reads a dump. What only stands for a secret, as other systems show them, is none: a dump with it is one without the secret. Secrets have to be open by now, since who
/// could open them is elsewhere.
///
/// # Errors
/// [`Rejection::Malformed`] for what isn't JSON; [`Rejection::Field`], with a JSON pointer, for what is no dump, and for a secret that is sealed.
pub fn parse(bytes: &[u8]) -> Result<AcpDumpRequest, Rejection> {
    let read = parse_changed_json(bytes, |dump| {
        sealed::leave_out_masks(dump);
        match sealed::first(dump) {
            None => Ok(()),
            Some(pointer) => Err(Rejection::field(pointer, "is sealed: `authplane import --identity` opens it")),
        }
    });
    read.map_err(|rejection| match rejection {
        Rejection::Field { field, message, missing } if !field.is_empty() && !field.starts_with('/') => {
            let field = format!("/{}", below(&field));
            Rejection::Field { field, message, missing }
        }
        other => other,
    })
}

/// What YAML says, as JSON. Within the bounds of a specification's: more comes in as JSON, or by `authplane import`.
fn as_json(text: &[u8]) -> Result<Vec<u8>, Rejection> {
    const MOST_PARTS: usize = 1_500_000;
    let malformed = |error: &dyn std::fmt::Display| Rejection::Malformed { message: error.to_string() };
    let text = str::from_utf8(text).map_err(|error| malformed(&error))?;
    match yaml::read(text, MOST_PARTS).map_err(|error| malformed(&error))? {
        Value::Null => Ok(Vec::new()),
        value => serde_json::to_vec(&value).map_err(|error| malformed(&error)),
    }
}

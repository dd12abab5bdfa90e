//! A configuration as a text: JSON or YAML, with its secrets or without.

use authplane_domain::Error as DomainError;
use authplane_domain::configuration::wanted::below;
use authplane_domain::storage::store::Store;
use authplane_domain::yaml;
use serde_json::{Map, Value};

use super::brought::AcpDumpRequest;
use super::dump::export;
use super::sealed;
use crate::age::{Recipient, SealError};
use crate::edge::extract::{parse_any_json, parse_value};
use crate::edge::{Rejection, Unrepeated};

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
    let named = accepted.split(',').filter_map(|range| {
        let mut parts = range.split(';').map(|part| part.trim().to_ascii_lowercase());
        let media_type = parts.next()?;
        // Those of no weight aren't accepted.
        let refused = parts.any(|part| part.strip_prefix("q=").is_some_and(|weight| weight.parse() == Ok(0.0)));
        if refused { None } else { Some(media_type) }
    });
    let named: Vec<String> = named.collect();
    named.iter().any(|range| is_yaml(range)) && !named.iter().any(|range| range == "application/json")
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
    let environment = store.environment().clone();
    // Sealing a large one takes seconds.
    let written = tokio::task::spawn_blocking(move || {
        let mut value = serde_json::to_value(&dump).map_err(DomainError::internal)?;
        drop(dump);
        // Each database keeps the members of an object in an order of its own.
        value.sort_all_objects();
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
/// As [`parse_any_json`], [`of_yaml`] and [`dump`].
pub async fn read(bytes: bytes::Bytes, is_yaml: bool) -> Result<AcpDumpRequest, Rejection> {
    /// As many as a specification's may be. More comes in as JSON, or by `authplane import`.
    const MOST_PARTS: usize = 1_500_000;
    // A large one takes a while.
    let read = tokio::task::spawn_blocking(move || {
        if !is_yaml {
            return dump(parse_any_json(&bytes)?);
        }
        let text = str::from_utf8(&bytes).map_err(|error| Rejection::Malformed { message: error.to_string() })?;
        dump(of_yaml(text, MOST_PARTS)?)
    });
    read.await.map_err(|_| Rejection::Internal)?
}

/// What YAML of at most so many parts says.
///
/// # Errors
/// [`Rejection::Malformed`].
pub fn of_yaml(text: &str, most_parts: usize) -> Result<Value, Rejection> {
    match yaml::read::<Unrepeated>(text, most_parts) {
        Ok(Unrepeated(Value::Null)) => Ok(Value::Object(Map::new())),
        Ok(Unrepeated(value)) => Ok(value),
        Err(error) => Err(Rejection::Malformed { message: error.to_string() }),
    }
}

/// What a value says as a dump. What only stands for a secret, as other systems show them, is none: a dump with it is one without the secret. Secrets have to be open by
/// now, since who could open them is elsewhere.
///
/// # Errors
/// [`Rejection::Field`], with a JSON pointer, for what is no dump, and for a secret that is sealed. Of secrets it says nothing but that.
pub fn dump(mut value: Value) -> Result<AcpDumpRequest, Rejection> {
    sealed::leave_out_masks(&mut value);
    if let Some(pointer) = sealed::first(&mut value) {
        return Err(Rejection::field(pointer, "is sealed: `authplane import --identity` opens it"));
    }
    parse_value(value).map_err(|rejection| match rejection {
        Rejection::Field { field, message, missing } if !field.is_empty() => {
            let field = format!("/{}", below(&field));
            let is_secret = !missing && field.split('/').any(sealed::is_secret);
            // It has what was read in it.
            let message = if is_secret { "is of another type".to_owned() } else { message };
            Rejection::Field { field, message, missing }
        }
        other => other,
    })
}

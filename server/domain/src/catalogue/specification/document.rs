//! Reading a specification: of the whole text only what becomes rows is kept.
//!
//! The models of OpenAPI that there are (`openapiv3`, `oas3`) hold every schema and example, which is tens of times the text, know one of the two versions,
//! and let a repeated key pass. So the members that count are picked while the text goes by, and the rest is looked at and let go: a document of 16 MiB takes
//! little more room than its operations do. JSON is read by `serde_json`; YAML by [`crate::yaml`].

mod members;

use std::fmt;

use serde_saphyr::options::{DuplicateKeyPolicy, NonFiniteFloatPolicy};

pub(super) use self::members::{BYTES, Document, MOST_BYTES, MOST_OPERATIONS, Operation, PathItem, Scheme};
use self::members::{Reading, Root};
use crate::yaml::{self, DEEPEST};

/// What YAML may be made of. Real documents of 10 MiB have half a million.
const MOST_EVENTS: usize = 1_500_000;
/// All that stands in it, with what aliases repeat, in bytes.
const LONGEST: usize = 64 * 1024 * 1024;

/// Why a document can't be imported, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DocumentError {
    /// A JSON pointer (RFC 6901); empty where the message has line and column.
    pub(super) place: String,
    pub(super) message: String,
}

impl DocumentError {
    pub(super) fn at(place: impl Into<String>, message: impl fmt::Display) -> Self {
        Self { place: place.into(), message: message.to_string() }
    }
}

impl Document {
    /// Reads a text that is JSON or YAML, whatever it is called.
    pub(super) fn read(text: &str) -> Result<Self, DocumentError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if !text.trim_start().starts_with('{') {
            return yaml(text);
        }
        match json(text) {
            // What begins so may still be YAML.
            Err(error) if error.is_syntax() || error.is_eof() => yaml(text).map_err(|_| unreadable(&error)),
            read => read.map_err(|error| unreadable(&error)),
        }
    }
}

fn unreadable(error: &dyn fmt::Display) -> DocumentError {
    DocumentError::at("", error)
}

fn json(text: &str) -> serde_json::Result<Document> {
    let reading = Reading::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let root = Root::read(&reading, &mut deserializer)?;
    deserializer.end()?;
    Ok(reading.document(root))
}

fn yaml(text: &str) -> Result<Document, DocumentError> {
    let reading = Reading::default();
    // We look for keys that stand twice ourselves, in JSON too.
    let rules = (DuplicateKeyPolicy::PassThrough, NonFiniteFloatPolicy::PassThrough);
    let bounds = yaml::Bounds { most_parts: MOST_EVENTS, longest: LONGEST };
    let read = yaml::read_with(text, bounds, rules, |deserializer| Root::read(&reading, deserializer));
    read.map(|root| reading.document(root)).map_err(|error| unreadable(&error))
}

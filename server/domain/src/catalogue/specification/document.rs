//! Reading a specification: of the whole text only what becomes rows is kept.
//!
//! The models of OpenAPI that there are (`openapiv3`, `oas3`) hold every schema and example, which is tens of times the text, know one of the two versions,
//! and let a repeated key pass. So the members that count are picked while the text goes by, and the rest is looked at and let go: a document of 16 MiB takes
//! little more room than its operations do. JSON is read by `serde_json`; YAML by `serde-saphyr`, which is in Rust without `unsafe`, is maintained, and has
//! a budget for what aliases and merge keys multiply. The C library behind the others has none, and is no longer maintained.

mod members;
mod shape;

use std::fmt;

pub(super) use self::members::{BYTES, Document, MOST_BYTES, MOST_OPERATIONS, Operation, PathItem, Scheme};
use self::members::{Reading, Root};

/// Arrays and objects within each other. Twice as many as are let in elsewhere, since the schemas of real documents nest so deep and nothing of them is kept;
/// what is kept as it stands (policies) has to keep to less.
const DEEPEST: usize = 64;
/// What stands around a value that isn't looked at: a scheme's flow, at most.
const AROUND: usize = 8;
/// What YAML may be made of, and what its aliases and merge keys may stand for, in events of its parser. Real documents of 10 MiB have half a million.
const MOST_EVENTS: usize = 1_500_000;
const MOST_REPLAYED: usize = 200_000;
const MOST_ALIASES: usize = 50_000;
const MOST_MERGES: usize = 10_000;
/// Longest key in YAML without a `?`: as long as a path may be.
const LONGEST_KEY: usize = 4096;

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
    shape::check(text)?;
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: MOST_EVENTS,
            max_nodes: MOST_EVENTS,
            max_depth: DEEPEST + AROUND,
            flow_nesting_limit: DEEPEST + AROUND,
            max_documents: 1,
            max_aliases: MOST_ALIASES,
            max_anchors: MOST_ALIASES,
            max_recorded_anchor_events: MOST_REPLAYED,
            max_merge_keys: MOST_MERGES,
            simple_key_max_lookahead: LONGEST_KEY,
            // Common parts are named by hundreds of operations; how many copies there are in all is what counts.
            enforce_alias_anchor_ratio: false,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: MOST_REPLAYED,
            max_replay_stack_depth: 32,
        },
        // We look ourselves, in JSON too.
        duplicate_keys: serde_saphyr::options::DuplicateKeyPolicy::PassThrough,
        // As YAML 1.2 and JSON have it: `no` and `0755` are texts.
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        null_as_string: true,
        non_finite_float_policy: serde_saphyr::options::NonFiniteFloatPolicy::PassThrough,
        with_snippet: false,
    };
    let reading = Reading::default();
    let read = serde_saphyr::with_deserializer_from_str_with_options(text, options, |deserializer| {
        Root::read(&reading, deserializer)
    });
    match read {
        Ok(root) => Ok(reading.document(root)),
        Err(error) => Err(unreadable(&error)),
    }
}

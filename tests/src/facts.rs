//! The facts that the dialects are held to: what their clients rely on, written down apart from our own source so that a
//! slip there can't go unnoticed. `tests/facts/` holds them, one file for each group of operations.
//!
//! Where a specification of a dialect is at hand, `tests/specification` holds what it says in names, types and statuses, and the facts must leave nothing of it out
//! unsaid (`it::facts::specification`). `extract.py` there writes it down anew.
//!
//! A type is written `string`, `integer`, `number`, `boolean`, `object` or `any`, or is the name of a schema of the same
//! file; `[x]` is a list of `x`, `{x}` a map with values of `x`, and `x?` an `x` or null.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

/// One group of operations.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// `logto`, `acp`, `local_user_store` or `oauth`.
    pub dialect: String,
    /// What the group is.
    pub note: String,
    /// The bodies that go back and forth.
    pub schemas: BTreeMap<String, Schema>,
    /// The operations.
    pub operations: Vec<Operation>,
}

/// The members of a JSON object.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schema {
    /// Member and type.
    pub fields: BTreeMap<String, String>,
    /// Members that are always there.
    #[serde(default)]
    pub required: Vec<String>,
    /// Members without which nothing is created. Their absence is told by a status of its own, so a document need not
    /// call them required.
    #[serde(default)]
    pub required_on_create: Vec<String>,
    /// Members that only answers have to name.
    #[serde(default)]
    pub server_sets: Vec<String>,
    /// Members that our document leaves out on purpose, and why.
    #[serde(default)]
    pub left_out: BTreeMap<String, String>,
    /// Members that take only these values.
    #[serde(default)]
    pub enums: BTreeMap<String, Vec<Value>>,
    /// `uuid` and `date-time`.
    #[serde(default)]
    pub formats: BTreeMap<String, String>,
}

/// One operation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// Its id in our document.
    pub operation: String,
    /// Method in capitals.
    pub method: String,
    /// Path with its variables in braces.
    pub path: String,
    /// Variables of the path and the query.
    pub parameters: Vec<Parameter>,
    /// The body it takes.
    pub request: Option<Request>,
    /// Its statuses, each with the type of its body; null for none.
    pub responses: BTreeMap<String, Option<String>>,
}

/// The body that an operation takes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Is a call without it wrong?
    pub required: bool,
    /// Type of the body.
    pub schema: String,
}

/// A variable of the path or the query.
#[derive(Debug, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// `path` or `query`.
    #[serde(rename = "in")]
    pub place: String,
    /// Is a call without it wrong?
    pub required: bool,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: String,
    /// `default`, `minimum`, `maximum`, `enum` and the like, as the document writes them.
    #[serde(flatten)]
    pub keywords: BTreeMap<String, Value>,
}

impl Facts {
    /// Reads the text of one of the files.
    ///
    /// # Panics
    /// When it isn't of the form above.
    #[must_use]
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).expect("the facts have their form")
    }

    /// The groups that `tests/facts/` holds: every JSON file in it.
    ///
    /// # Panics
    /// When one can't be read.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("facts");
        let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
            .expect("tests/facts is there")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
        files.sort();
        files.iter().map(|file| Self::read(&std::fs::read_to_string(file).expect("the facts are text"))).collect()
    }
}

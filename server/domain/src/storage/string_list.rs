//! A list of strings in one JSON column.

use std::ops::Deref;

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// Names, addresses or ids that belong to one row and are never looked up by themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct StringList(pub Vec<String>);

impl StringList {
    /// Whether `item` is in it, letter by letter.
    #[must_use]
    pub fn has(&self, item: &str) -> bool {
        self.0.iter().any(|held| held == item)
    }
}

impl Deref for StringList {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

impl From<Vec<String>> for StringList {
    fn from(items: Vec<String>) -> Self {
        Self(items)
    }
}

impl<const N: usize> From<[&str; N]> for StringList {
    fn from(items: [&str; N]) -> Self {
        Self(items.map(str::to_owned).into())
    }
}

impl From<&[&str]> for StringList {
    fn from(items: &[&str]) -> Self {
        Self(items.iter().map(|item| (*item).to_owned()).collect())
    }
}

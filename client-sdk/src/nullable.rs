//! `null` as a value of its own, for partial updates.

use serde::{Deserialize, Serialize};

/// A member of a `PATCH` body that may be `null`.
///
/// In a partial update a missing member means "leave it" and `null` means "clear it". The field of
/// the request is an `Option<Nullable<T>>`: `None` is missing, the two variants are sent.
///
/// ```
/// use authplane_client::Nullable;
///
/// assert_eq!(serde_json::to_string(&Nullable::from("new")).unwrap(), r#""new""#);
/// assert_eq!(serde_json::to_string(&Nullable::<String>::Null).unwrap(), "null");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Nullable<T> {
    /// The new value.
    Value(T),
    /// Remove the old value.
    Null,
}

impl<T> Nullable<T> {
    /// The value, or `None` for `null`.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Null => None,
        }
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

//! Whole numbers as clients in languages that know one kind of number send them: `3600.0` is one.

use serde::{Deserialize, Deserializer};
use serde_json::Number;

/// Reads a member that may be absent or null. Needs `#[serde(default)]`, and `#[schemars(with = "…")]` of what it is.
///
/// # Errors
/// For what isn't a whole number of 64 bits.
pub(super) fn or_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    Option::<Number>::deserialize(deserializer)?.map(|number| whole(&number)).transpose()
}

/// Reads a member that may be absent, but not null. Needs what [`or_null`] needs.
///
/// # Errors
/// For what isn't a whole number of 64 bits, also for null.
pub(super) fn not_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    Number::deserialize(deserializer).and_then(|number| whole(&number)).map(Some)
}

fn whole<E: serde::de::Error>(number: &Number) -> Result<i64, E> {
    authplane_domain::whole_number::of(number).ok_or_else(|| E::custom("must be a whole number"))
}

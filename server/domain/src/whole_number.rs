//! Whole numbers as clients in languages that know one kind of number send them: `3600.0` is one.
//!
//! For members of bodies that may be absent: each needs `#[serde(default)]`, and `#[schemars(with = "…")]` of what it is.

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Number;

/// Reads a member that may be null.
///
/// # Errors
/// For what isn't a whole number of 64 bits.
pub fn or_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    Option::<Number>::deserialize(deserializer)?.map(|number| whole(&number)).transpose()
}

/// Reads a member that may not be null.
///
/// # Errors
/// For what isn't a whole number of 64 bits, also for null.
pub fn not_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    Number::deserialize(deserializer).and_then(|number| whole(&number)).map(Some)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "what would be another number isn't taken"
)]
fn whole<E: Error>(number: &Number) -> Result<i64, E> {
    let of_float = || {
        let float = number.as_f64().filter(|_| number.is_f64())?;
        let whole = float as i64;
        (whole as f64 == float && whole < i64::MAX).then_some(whole)
    };
    number.as_i64().or_else(of_float).ok_or_else(|| E::custom("must be a whole number"))
}

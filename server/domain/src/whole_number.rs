//! Whole numbers as clients in languages that know one kind of number write them.

/// A number that is whole and has 64 bits, however it is written: `3600.0` is 3600.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "what would be another number isn't taken"
)]
#[must_use]
pub fn of(number: &serde_json::Number) -> Option<i64> {
    number.as_i64().or_else(|| {
        let float = number.as_f64().filter(|_| number.is_f64())?;
        let whole = float as i64;
        (whole as f64 == float && whole < i64::MAX).then_some(whole)
    })
}

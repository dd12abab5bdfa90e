//! JSON that somebody keeps here, as both databases give it back.

use serde_json::{Map, Number, Value};

/// The same data as it is read again, and so has the same version: a number that is whole has no exponent then, and a zero no sign.
pub(crate) fn as_both_databases_write_it(data: Map<String, Value>) -> Map<String, Value> {
    data.into_iter().map(|(name, value)| (name, as_written(value))).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "what would be another number afterwards stays as it is"
)]
fn as_written(value: Value) -> Value {
    match value {
        Value::Object(members) => Value::Object(as_both_databases_write_it(members)),
        Value::Array(items) => Value::Array(items.into_iter().map(as_written).collect()),
        Value::Number(number) if number.is_f64() => {
            let float = number.as_f64().unwrap_or_default();
            let whole = float as i128;
            let written = if whole as f64 == float { Number::from_i128(whole) } else { None };
            Value::Number(written.unwrap_or(number))
        }
        value => value,
    }
}

//! JSON that has one spelling (RFC 8785), for what is signed; and a reader to which each number is the one that was written.

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};

use crate::{Error, Result};

/// Up to here every integer is a double.
const LARGEST_INTEGER: u64 = 1 << 53;

/// The one spelling of `value`.
///
/// # Errors
/// [`Error::Invalid`] (field `payload`) for an integer that no IEEE 754 double is: it would be another one for whoever reads it (RFC 8785 §3.2.2.3).
pub fn write(value: &Value) -> Result<String> {
    let mut text = String::new();
    write_value(value, &mut text)?;
    Ok(text)
}

/// Reads what [`write`] wrote, with each number as it was: the parser alone may give the neighbour of one that has 17 digits, whose spelling is another.
///
/// # Errors
/// [`Error::Internal`] for what isn't JSON. The message repeats nothing of it.
pub fn read(text: &str) -> Result<Value> {
    let raw: &RawValue = serde_json::from_str(text).map_err(|_| not_json())?;
    read_value(raw)
}

fn write_value(value: &Value, text: &mut String) -> Result<()> {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => text.push_str(&number_as_text(number)?),
        Value::String(string) => write_string(string, text)?,
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_value(item, text)?;
            }
            text.push(']');
        }
        Value::Object(members) => {
            // RFC 8785 §3.2.3: by their UTF-16 code units, which is another order than that of UTF-8 behind U+FFFF.
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            members.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
            text.push('{');
            for (index, (name, member)) in members.into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_string(name, text)?;
                text.push(':');
                write_value(member, text)?;
            }
            text.push('}');
        }
    }
    Ok(())
}

/// RFC 8785 §3.2.2.2: escapes of two characters where there are any, lower-case hexadecimal for other control characters, and all else as it is. So does serde.
fn write_string(string: &str, text: &mut String) -> Result<()> {
    text.push_str(&serde_json::to_string(string).map_err(Error::internal)?);
    Ok(())
}

fn number_as_text(number: &Number) -> Result<String> {
    #[expect(clippy::cast_precision_loss, reason = "what is lost is looked for")]
    let double = match (number.as_i128(), number.as_f64()) {
        (Some(integer), _) => {
            let double = integer as f64;
            if !is_exactly(double, integer) {
                return Err(Error::invalid("payload", "an integer has more digits than a number can have"));
            }
            double
        }
        (None, Some(double)) => double,
        (None, None) => return Err(Error::invalid("payload", "a number is out of range")),
    };
    Ok(double_as_text(double))
}

#[expect(clippy::cast_possible_truncation, reason = "no integer of JSON here has more than 64 bits")]
fn is_exactly(double: f64, integer: i128) -> bool {
    double as i128 == integer
}

/// As ECMAScript writes it (ECMA-262, `Number::toString`; RFC 8785 §3.2.2.3).
fn double_as_text(double: f64) -> String {
    if double == 0.0 {
        // Minus zero too.
        return "0".to_owned();
    }
    let sign = if double < 0.0 { "-" } else { "" };
    // The shortest digits that lead back to it, the closest of these, and of two that are as close the even ones. (`{:e}` takes the odd ones too.)
    let shortest = Value::from(double.abs()).to_string();
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0');
    let digits = significant.trim_end_matches('0');
    let length = |text: &str| i32::try_from(text.len()).unwrap_or_default();
    // Where the point is, counted from before the first digit.
    let point = length(whole) - (length(&all) - length(significant)) + exponent.parse::<i32>().unwrap_or_default();
    let count = length(digits);
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    match point {
        1..=21 if count <= point => format!("{sign}{digits}{}", zeros(point - count)),
        1..=21 => {
            let (before, behind) = digits.split_at(usize::try_from(point).unwrap_or_default());
            format!("{sign}{before}.{behind}")
        }
        -5..=0 => format!("{sign}0.{}{digits}", zeros(-point)),
        _ => {
            let (first, behind) = digits.split_at(1);
            let behind = if behind.is_empty() { String::new() } else { format!(".{behind}") };
            let exponent = point - 1;
            format!("{sign}{first}{behind}e{}{exponent}", if exponent < 0 { "" } else { "+" })
        }
    }
}

fn read_value(raw: &RawValue) -> Result<Value> {
    let text = raw.get();
    Ok(match text.as_bytes().first() {
        Some(b'{') => {
            let members: BTreeMap<String, &RawValue> = serde_json::from_str(text).map_err(|_| not_json())?;
            let members = members.into_iter().map(|(name, member)| Ok((name, read_value(member)?)));
            Value::Object(members.collect::<Result<Map<String, Value>>>()?)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).map_err(|_| not_json())?;
            Value::Array(items.into_iter().map(read_value).collect::<Result<_>>()?)
        }
        Some(b'-' | b'0'..=b'9') => Value::Number(read_number(text).ok_or_else(not_json)?),
        _ => serde_json::from_str(text).map_err(|_| not_json())?,
    })
}

/// Larger integers are those of doubles, whose shortest digits they have.
fn read_number(text: &str) -> Option<Number> {
    match text.parse::<i64>() {
        Ok(integer) if integer.unsigned_abs() <= LARGEST_INTEGER => Some(integer.into()),
        _ => Number::from_f64(text.parse().ok()?),
    }
}

fn not_json() -> Error {
    Error::internal("what was written as JSON isn't any")
}

//! Lengths of time as Go writes them: `1h0m0s`. ACP's clients read and write them so.

use authplane_domain::Error as DomainError;

const NANOSECONDS: u128 = 1_000_000_000;
/// Longer texts come from somebody who is trying things.
const LONGEST: usize = 64;
/// In nanoseconds. Micro is written with either of two characters.
const UNITS: [(&str, u128); 8] = [
    ("ns", 1),
    ("us", 1_000),
    ("\u{b5}s", 1_000),
    ("\u{3bc}s", 1_000),
    ("ms", 1_000_000),
    ("s", NANOSECONDS),
    ("m", 60 * NANOSECONDS),
    ("h", 3600 * NANOSECONDS),
];

/// The length in Go's normal form.
#[must_use]
pub fn format(seconds: i64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes) {
        (0, 0) => format!("{rest}s"),
        (0, _) => format!("{minutes}m{rest}s"),
        _ => format!("{hours}h{minutes}m{rest}s"),
    }
}

/// Reads what Go's parser takes: numbers with units, `90m`, `1.5h`, `1h30m0s`, `0`. In whole seconds.
///
/// # Errors
/// [`DomainError::Invalid`] for the field, also for a negative length and a part of a second.
pub fn parse(field: &'static str, text: &str) -> Result<i64, DomainError> {
    let invalid = |message: &str| DomainError::invalid(field, message);
    let form = "must be a length of time, such as 1h30m0s";
    if text.len() > LONGEST {
        return Err(invalid(form));
    }
    let unsigned = text.strip_prefix('+').unwrap_or(text);
    if unsigned.starts_with('-') {
        return Err(invalid("must not be negative"));
    }
    if unsigned == "0" {
        return Ok(0);
    }
    let (mut nanoseconds, mut rest) = (0_u128, unsigned);
    if rest.is_empty() {
        return Err(invalid(form));
    }
    while !rest.is_empty() {
        let number = rest.find(|character: char| !character.is_ascii_digit() && character != '.').unwrap_or(rest.len());
        let (digits, after) = rest.split_at(number);
        let length =
            after.find(|character: char| character.is_ascii_digit() || character == '.').unwrap_or(after.len());
        let (unit, after) = after.split_at(length);
        let factor = UNITS.iter().find(|(name, _)| *name == unit).ok_or_else(|| invalid(form))?.1;
        let part = times(digits, factor).ok_or_else(|| invalid(form))?;
        nanoseconds = nanoseconds.checked_add(part).ok_or_else(|| invalid("is too long"))?;
        rest = after;
    }
    if nanoseconds % NANOSECONDS != 0 {
        return Err(invalid("must be whole seconds"));
    }
    i64::try_from(nanoseconds / NANOSECONDS).map_err(|_| invalid("is too long"))
}

/// A number in decimal, with a fraction or without, times `factor`.
fn times(digits: &str, factor: u128) -> Option<u128> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if (whole.is_empty() && fraction.is_empty()) || fraction.contains('.') {
        return None;
    }
    let number = |digits: &str| if digits.is_empty() { Some(0) } else { digits.parse::<u128>().ok() };
    // What is finer than Go can count changes nothing.
    let fraction = &fraction[..fraction.len().min(15)];
    let scale = 10_u128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let part = number(fraction)?.checked_mul(factor)? / scale;
    number(whole)?.checked_mul(factor)?.checked_add(part)
}

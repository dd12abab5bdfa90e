//! Checks that several things share. Lengths are bytes, because an index of PostgreSQL counts bytes.

use std::borrow::Cow;

use crate::{Error, Result};

pub(crate) const ID_LENGTH: usize = 128;
const NAME_LENGTH: usize = 512;
const TEXT_LENGTH: usize = 8192;

/// A name that people read: something in it, no control characters.
pub(crate) fn name(field: &'static str, value: &str) -> Result<()> {
    if value.trim().is_empty() {
        return Err(Error::invalid(field, "must not be empty"));
    }
    one_line(field, value, NAME_LENGTH)
}

/// A description: may be empty and may have several lines.
pub(crate) fn text(field: &'static str, value: &str) -> Result<()> {
    bounded(field, value, TEXT_LENGTH, |character| character == '\0')
}

/// A single line of at most `length` bytes.
pub(crate) fn one_line(field: impl Into<Cow<'static, str>>, value: &str, length: usize) -> Result<()> {
    bounded(field, value, length, char::is_control)
}

/// An id that a caller chose for something new. It stands in paths, in the paths of cookies, on pages and in logs, and must be the same in all of them, so it has
/// the unreserved characters of RFC 3986 §2.3, and few others that need no escape in a segment.
pub(crate) fn id(field: &'static str, value: &str) -> Result<()> {
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':' | b'@' | b'+');
    if is_plausible_id(value) && value.bytes().all(is_plain) {
        Ok(())
    } else {
        let rule = format!("must have 1 to {ID_LENGTH} characters, which are ASCII letters, digits, or among -._~:@+");
        Err(Error::invalid(field, rule))
    }
}

/// An id that may be from before [`id`] was as strict, or is somebody else's.
pub(crate) fn plausible_id(field: &'static str, value: &str) -> Result<()> {
    if is_plausible_id(value) {
        Ok(())
    } else {
        let rule =
            format!("must have 1 to {ID_LENGTH} printable characters without white space, '/', '?', '#' and '%'");
        Err(Error::invalid(field, rule))
    }
}

/// Whether a row with this id can exist at all. Finders ask first: what can't be stored can't be found, and needn't
/// reach the database, which may refuse to compare it.
pub(crate) fn is_plausible_id(value: &str) -> bool {
    !value.is_empty()
        && value.len() <= ID_LENGTH
        && !matches!(value, "." | "..")
        && !value.chars().any(|character| {
            character.is_control() || character.is_whitespace() || matches!(character, '/' | '?' | '#' | '%')
        })
}

/// A machine-made secret that a caller brings along.
pub(crate) fn secret(field: &'static str, value: &str) -> Result<()> {
    if value.chars().count() < 32 {
        return Err(Error::invalid(field, "must have at least 32 characters"));
    }
    one_line(field, value, NAME_LENGTH)
}

fn bounded(
    field: impl Into<Cow<'static, str>>,
    value: &str,
    length: usize,
    forbidden: impl Fn(char) -> bool,
) -> Result<()> {
    if value.len() > length {
        return Err(Error::invalid(field, format!("must have at most {length} bytes")));
    }
    if value.contains(forbidden) {
        return Err(Error::invalid(field, "must not hold control characters"));
    }
    Ok(())
}

/// A length of time in seconds, where one is given: up to a hundred years.
pub(crate) fn seconds(field: &'static str, value: Option<i64>) -> Result<()> {
    match value {
        Some(value) if !(0..=100 * 366 * 24 * 60 * 60).contains(&value) => {
            Err(Error::invalid(field, "must be a number of seconds, not negative and at most a hundred years"))
        }
        _ => Ok(()),
    }
}

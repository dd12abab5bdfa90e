//! JSON that comes from outside: read here and nowhere else, so that nothing is let in that can't be kept, or can't be read again.
//!
//! What is kept stands within other things later: a column, an audit event, a list, an answer of ours that somebody's SDK reads. `serde_json` refuses what nests
//! deeper than 128 levels, and so do others; a value that just passes at the door is unreadable a few levels further in, and everything beside it with it. So
//! the door is far narrower than that.

use memchr::memchr2;
use serde::de::{DeserializeOwned, Error as _};

/// Most levels of arrays and objects within each other.
pub const DEEPEST: usize = 32;

/// Why a text isn't let in, whatever it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unkeepable {
    /// No text of PostgreSQL's can hold it, so it would come back later as a failure of the database.
    #[error("strings must not contain a NUL")]
    Nul,
    /// More than [`DEEPEST`].
    #[error("must not nest deeper than {DEEPEST} levels")]
    TooDeep,
}

/// Looks at a text before anything is made of it. What isn't JSON may pass: the parser says so.
///
/// # Errors
/// [`Unkeepable`].
pub fn check(text: &[u8]) -> Result<(), Unkeepable> {
    look(text, true)
}

fn look(text: &[u8], for_nul: bool) -> Result<(), Unkeepable> {
    let (mut depth, mut index) = (0_usize, 0);
    while let Some(byte) = text.get(index) {
        index += 1;
        match byte {
            b'"' => index = end_of_string(text, index, for_nul)?,
            b'[' | b'{' => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Unkeepable::TooDeep);
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

/// Where a string ends that begins here, behind its quotation mark.
fn end_of_string(text: &[u8], mut index: usize, for_nul: bool) -> Result<usize, Unkeepable> {
    // Most of a body is in strings, such as tokens.
    while let Some(found) = memchr2(b'"', b'\\', text.get(index..).unwrap_or_default()) {
        index += found;
        if text[index] == b'"' {
            return Ok(index + 1);
        }
        // An escape is two bytes or six, and the four behind a `u` are nothing that counts here.
        if for_nul && text.get(index + 1..index + 6) == Some(b"u0000") {
            return Err(Unkeepable::Nul);
        }
        index += 2;
    }
    Ok(text.len())
}

/// As [`check`], of what was read already.
///
/// # Errors
/// [`Unkeepable`].
pub fn check_value(value: &serde_json::Value) -> Result<(), Unkeepable> {
    fn look(value: &serde_json::Value, levels: usize) -> Result<(), Unkeepable> {
        let inner = levels.checked_sub(1).ok_or(Unkeepable::TooDeep);
        let text = |text: &str| if text.contains('\0') { Err(Unkeepable::Nul) } else { Ok(()) };
        match value {
            serde_json::Value::String(said) => text(said),
            serde_json::Value::Array(items) => {
                inner.and_then(|inner| items.iter().try_for_each(|item| look(item, inner)))
            }
            serde_json::Value::Object(members) => inner.and_then(|inner| {
                members.iter().try_for_each(|(name, member)| text(name).and_then(|()| look(member, inner)))
            }),
            _ => Ok(()),
        }
    }
    look(value, DEEPEST)
}

/// Reads a text that came from outside by another way than as a body: a parameter, a part of a token, somebody else's answer.
///
/// # Errors
/// When it is no JSON, JSON of another shape, or [`Unkeepable`].
pub fn read<T: DeserializeOwned>(text: &[u8]) -> serde_json::Result<T> {
    check(text).map_err(serde_json::Error::custom)?;
    serde_json::from_slice(text)
}

/// As [`read`], for who looks at each text that is there by itself, and refuses a NUL in its own way.
///
/// # Errors
/// As [`read`], but for a NUL.
pub fn read_with_any_text<T: DeserializeOwned>(text: &[u8]) -> serde_json::Result<T> {
    look(text, false).map_err(serde_json::Error::custom)?;
    serde_json::from_slice(text)
}

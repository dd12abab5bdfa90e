//! The one spelling of a path that is decided about.
//!
//! A gateway sends a request on as it came. Where two spellings could mean one path to the service behind it, or one spelling two paths, what is decided here
//! would be about another thing than what happens there. So what any known server reads in two ways is refused, and the rest has one form.

/// The path of a request, without its query. Unreserved characters are not escaped, other escapes have capital letters (RFC 3986 §6.2.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanonicalPath(String);

/// Why there is no one path that a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Ambiguous {
    /// It isn't a path from the root (RFC 9112 §3.2.1).
    #[error("the path must begin with a slash")]
    NotAbsolute,
    /// It is longer than anybody's.
    #[error("the path is too long")]
    TooLong,
    /// A character that must be escaped, or that servers cut a path at.
    #[error("the path must hold neither `;`, `#` and `\\` nor characters that have to be escaped")]
    Character,
    /// A percent sign without two hexadecimal digits.
    #[error("the path has an escape that is none")]
    Escape,
    /// An escaped character that some servers read as if it weren't escaped: a delimiter, a percent sign, a control character.
    #[error("the path has an escaped delimiter, percent sign or control character")]
    EscapedDelimiter,
    /// Two slashes, one behind the other.
    #[error("the path has an empty segment")]
    EmptySegment,
    /// `.` or `..`, however it is written, with spaces or without.
    #[error("the path has a dot segment")]
    DotSegment,
}

/// Longest path, in bytes.
const LENGTH: usize = 8192;

impl CanonicalPath {
    /// Reads the target of a request: a path, and perhaps a query, which counts for nothing.
    ///
    /// # Errors
    /// [`Ambiguous`], where others could read it otherwise.
    pub fn of(target: &str) -> Result<Self, Ambiguous> {
        let path = target.split_once('?').map_or(target, |(path, _)| path);
        if path.len() > LENGTH {
            return Err(Ambiguous::TooLong);
        }
        if !path.starts_with('/') {
            return Err(Ambiguous::NotAbsolute);
        }
        let mut canonical = String::with_capacity(path.len());
        let mut rest = path.bytes();
        while let Some(byte) = rest.next() {
            match byte {
                b'%' => {
                    let escaped = hex(rest.next()).zip(hex(rest.next())).map(|(high, low)| high * 16 + low);
                    push_escaped(escaped.ok_or(Ambiguous::Escape)?, &mut canonical)?;
                }
                byte if is_plain(byte) => canonical.push(char::from(byte)),
                _ => return Err(Ambiguous::Character),
            }
        }
        let mut segments = canonical.split('/').skip(1).peekable();
        while let Some(segment) = segments.next() {
            match segment {
                segment if is_dot_segment(segment) => return Err(Ambiguous::DotSegment),
                // Behind the last slash there may be nothing.
                "" if segments.peek().is_some() => return Err(Ambiguous::EmptySegment),
                _ => {}
            }
        }
        Ok(Self(canonical))
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn hex(digit: Option<u8>) -> Option<u8> {
    u8::try_from(char::from(digit?).to_digit(16)?).ok()
}

/// RFC 3986 §2.3.
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// What may stand in a path as it is (RFC 3986 §3.3), but for `;`, which begins what some servers cut off.
fn is_plain(byte: u8) -> bool {
    is_unreserved(byte) || b"/!$&'()*+,=:@".contains(&byte)
}

/// `.` and `..` (RFC 3986 §3.3); also with spaces, which some file systems don't see at the end of a name.
fn is_dot_segment(segment: &str) -> bool {
    let mut dots = 0;
    segment.split("%20").all(|part| {
        dots += part.len();
        matches!(part, "" | "." | "..")
    }) && dots > 0
}

fn push_escaped(byte: u8, canonical: &mut String) -> Result<(), Ambiguous> {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    if is_unreserved(byte) {
        canonical.push(char::from(byte));
        return Ok(());
    }
    if byte.is_ascii_control() || b"/\\;?#%".contains(&byte) {
        return Err(Ambiguous::EscapedDelimiter);
    }
    canonical.push('%');
    canonical.push(char::from(DIGITS[usize::from(byte >> 4)]));
    canonical.push(char::from(DIGITS[usize::from(byte & 15)]));
    Ok(())
}

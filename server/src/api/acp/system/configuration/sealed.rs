//! Secrets of a configuration, sealed each by itself for people or machines that have an age identity: a text that tells what it configures, can be compared line by
//! line, and gives away nothing.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::age::{self, Identity, OpenError, Recipient, SealError};

/// What stands before a secret that is sealed; behind it the bytes of an age file in base64.
pub const SEALED: &str = "age-encryption.org/v1:";
/// The members of rows whose texts are secrets, in whatever they stand.
const SECRETS: [&str; 8] = [
    "client_hashed_secret",
    "client_secret",
    "password",
    "password_hashes",
    "private_key",
    "registration_digest",
    "rotated_secrets",
    "secret",
];

/// Whether texts of a member, and in it, are secrets.
#[must_use]
pub fn is_secret(member: &str) -> bool {
    SECRETS.contains(&member)
}

/// Why a secret stays sealed, and where it stands.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum UnopenedError {
    #[error("{0} is sealed: --identity names the file with the identity that opens it")]
    NoIdentity(String),
    #[error("{0} can't be opened: {1}")]
    Open(String, OpenError),
}

/// Seals the secrets of a configuration. It costs two multiplications on a curve for each secret and recipient.
///
/// # Errors
/// As [`age::seal`].
pub fn seal<E>(
    configuration: &mut Value,
    recipients: &[Recipient],
    random: &dyn Fn(&mut [u8]) -> Result<(), E>,
) -> Result<(), SealError> {
    each("", configuration, false, &mut |_, text| {
        let sealed = age::seal(recipients, text.as_bytes(), random)?;
        *text = format!("{SEALED}{}", STANDARD.encode(sealed));
        Ok(())
    })
}

/// Opens the secrets of a configuration; those that are in clear stay so.
///
/// # Errors
/// [`UnopenedError`].
pub fn open(configuration: &mut Value, identities: &[Identity]) -> Result<(), UnopenedError> {
    each("", configuration, false, &mut |pointer, text| {
        let Some(sealed) = text.strip_prefix(SEALED) else { return Ok(()) };
        if identities.is_empty() {
            return Err(UnopenedError::NoIdentity(pointer.to_owned()));
        }
        let malformed = || OpenError::Malformed("a sealed secret is the base64 of an age file with text in it");
        let opened = STANDARD
            .decode(sealed)
            .map_err(|_| malformed())
            .and_then(|sealed| age::open(identities, &sealed))
            .and_then(|opened| String::from_utf8(opened).map_err(|_| malformed()));
        *text = opened.map_err(|error| UnopenedError::Open(pointer.to_owned(), error))?;
        Ok(())
    })
}

/// Where the first sealed secret of a configuration stands, as a JSON pointer.
pub fn first(configuration: &mut Value) -> Option<String> {
    let found = each("", configuration, false, &mut |pointer, text| {
        if text.starts_with(SEALED) { Err(pointer.to_owned()) } else { Ok(()) }
    });
    found.err()
}

/// What is in these is whatever somebody put there, and no secret of ours, whatever it is called.
const FREE: [&str; 2] = ["authentication_context", "conf"];
/// What is secret of a key (RFC 7518 §6).
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// Takes out what only stands for a secret, as other systems show theirs: `**********`. Of a list that has one nobody knows the others, so it goes as a whole.
pub fn leave_out_masks(configuration: &mut Value) {
    // Nothing without its private part.
    let is_masked_key = |value: &Value| value.get("private_key").is_some_and(is_mask);
    match configuration {
        Value::Array(items) => items.iter_mut().for_each(leave_out_masks),
        Value::Object(members) => members.retain(|name, member| {
            if name == "jwks" {
                for key in member
                    .get_mut("keys")
                    .and_then(Value::as_array_mut)
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_object_mut)
                {
                    key.retain(|name, part| !(PRIVATE.contains(&name.as_str()) && is_mask(part)));
                }
                return true;
            }
            if FREE.contains(&name.as_str()) {
                return true;
            }
            if !is_secret(name) {
                let are_masked = member.as_array().is_some_and(|keys| keys.iter().any(is_masked_key));
                leave_out_masks(member);
                return !are_masked;
            }
            is_whole(member)
        }),
        _ => {}
    }
}

fn is_mask(value: &Value) -> bool {
    const SHORTEST: usize = 8;
    value.as_str().is_some_and(|text| text.len() >= SHORTEST && text.bytes().all(|character| character == b'*'))
}

/// Whether a secret, or a list of them, has no mask in it. Of those that have names the masks are taken out.
fn is_whole(secret: &mut Value) -> bool {
    match secret {
        Value::Object(secrets) => {
            secrets.retain(|_, secret| is_whole(secret));
            true
        }
        Value::Array(secrets) => !secrets.iter().any(is_mask),
        secret => !is_mask(secret),
    }
}

/// Does something with each secret text of a configuration, with its place as a JSON pointer.
fn each<E>(
    pointer: &str,
    value: &mut Value,
    is_secret: bool,
    visit: &mut impl FnMut(&str, &mut String) -> Result<(), E>,
) -> Result<(), E> {
    match value {
        Value::String(text) if is_secret && !text.is_empty() => visit(pointer, text),
        Value::Array(items) => items
            .iter_mut()
            .enumerate()
            .try_for_each(|(index, item)| each(&format!("{pointer}/{index}"), item, is_secret, visit)),
        Value::Object(members) => members.iter_mut().try_for_each(|(name, member)| {
            if FREE.contains(&name.as_str()) {
                return Ok(());
            }
            let is_secret = is_secret || self::is_secret(name);
            each(&format!("{pointer}/{}", escaped(name)), member, is_secret, visit)
        }),
        _ => Ok(()),
    }
}

/// A member's name as a JSON pointer has it (RFC 6901 §3).
#[must_use]
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

//! Ids and secrets in the form of the dialect that asks for them. Any id made elsewhere is accepted by all.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::{Environment, Error, Result};

/// Length of the ids that Logto gives to applications, resources, scopes and roles.
pub const LOGTO_ID_LENGTH: usize = 21;
const LOGTO_SECRET_LENGTH: usize = 32;
/// Length of a user code (RFC 8628 §6.1).
pub(crate) const USER_CODE_LENGTH: usize = 8;
/// Its letters: no vowels, so that no words come of it, and none that look like another.
pub(crate) const USER_CODE_ALPHABET: &[u8] = b"BCDFGHJKLMNPQRSTVWXZ";
const LOWER: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const ALPHANUMERIC: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE32_HEX: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";

/// The form of an id, and of a secret, that the domain makes when the caller gives none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IdForm {
    /// ACP: 20 characters [`xid`]; secrets of 43 characters.
    #[default]
    Xid,
    /// Logto: 21 characters of `[0-9a-z]`; secrets of 32 characters.
    Logto,
    /// `PrivX`: a random UUID; secrets of 43 characters.
    Uuid,
}

impl IdForm {
    /// A new id of this form.
    ///
    /// # Errors
    /// [`Error::Internal`] without randomness.
    pub fn id(self, environment: &Environment) -> Result<String> {
        match self {
            Self::Xid => xid(environment),
            Self::Logto => logto_id(environment, LOGTO_ID_LENGTH),
            Self::Uuid => uuid(environment),
        }
    }

    /// A new secret of this form.
    ///
    /// # Errors
    /// [`Error::Internal`] without randomness.
    pub fn secret(self, environment: &Environment) -> Result<String> {
        match self {
            Self::Logto => logto_secret(environment),
            Self::Xid | Self::Uuid => secret(environment),
        }
    }
}

/// Seconds of the Unix epoch and 64 random bits in lower-case base32hex: 20 characters that sort by time.
///
/// # Errors
/// [`Error::Internal`] without randomness.
pub fn xid(environment: &Environment) -> Result<String> {
    let mut bytes = [0; 12];
    environment.random.fill(&mut bytes[4..])?;
    // The form has 32 bits for the seconds: it wraps in 2106, when only the order by id is lost.
    let seconds = environment.clock.now().timestamp().to_be_bytes();
    bytes[..4].copy_from_slice(&seconds[4..]);
    Ok(base32_hex(&bytes))
}

/// `length` characters of `[0-9a-z]`, each equally likely.
///
/// # Errors
/// [`Error::Internal`] without randomness.
pub fn logto_id(environment: &Environment, length: usize) -> Result<String> {
    from_alphabet(environment, LOWER, length)
}

/// 32 characters of `[0-9a-zA-Z]`, each equally likely: Logto's application secret.
///
/// # Errors
/// [`Error::Internal`] without randomness.
pub fn logto_secret(environment: &Environment) -> Result<String> {
    from_alphabet(environment, ALPHANUMERIC, LOGTO_SECRET_LENGTH)
}

/// A random UUID (RFC 9562 §5.4), hyphenated.
///
/// # Errors
/// [`Error::Internal`] without randomness.
pub fn uuid(environment: &Environment) -> Result<String> {
    let mut bytes = [0; 16];
    environment.random.fill(&mut bytes)?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid().to_string())
}

/// 256 random bits in base64url without padding: 43 characters.
///
/// # Errors
/// [`Error::Internal`] without randomness.
pub fn secret(environment: &Environment) -> Result<String> {
    let mut bytes = [0; 32];
    environment.random.fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// 128 random bits in base64url without padding: 22 characters. For what is found by its id and not secret for itself.
///
/// # Errors
/// [`Error::Internal`] without randomness.
pub fn handle(environment: &Environment) -> Result<String> {
    let mut bytes = [0; 16];
    environment.random.fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// What a user types who lets a device in: eight of 20 letters, 34 random bits. Only for what lives for minutes, with a limit to guessing.
///
/// # Errors
/// [`Error::Internal`] without randomness.
pub fn user_code(environment: &Environment) -> Result<String> {
    from_alphabet(environment, USER_CODE_ALPHABET, USER_CODE_LENGTH)
}

/// SHA-256 in base64url: what is stored of a machine-made secret that is looked up by itself. 256 bits of randomness need no slow hash.
#[must_use]
pub fn digest(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, secret.as_bytes()))
}

/// The `kid` of a signing key: a random 128-bit number in decimal, as ACP writes it.
///
/// # Errors
/// [`Error::Internal`] without randomness.
pub fn key_id(environment: &Environment) -> Result<String> {
    let mut bytes = [0; 16];
    environment.random.fill(&mut bytes)?;
    Ok(u128::from_be_bytes(bytes).to_string())
}

fn base32_hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        buffer = (buffer << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(BASE32_HEX[(buffer >> bits & 31) as usize].into());
        }
    }
    if bits > 0 {
        text.push(BASE32_HEX[(buffer << (5 - bits) & 31) as usize].into());
    }
    text
}

/// Bytes at and above the largest multiple of the alphabet's size are thrown away, or its first letters would be likelier.
fn from_alphabet(environment: &Environment, alphabet: &[u8], length: usize) -> Result<String> {
    let fair = 256 / alphabet.len() * alphabet.len();
    let mut text = String::with_capacity(length);
    let mut bytes = [0; 64];
    // 64 rounds of 64 bytes: a working source never gets near it, a source stuck at 0xff mustn't spin for ever.
    for _ in 0..64 {
        environment.random.fill(&mut bytes)?;
        for byte in bytes.iter().map(|byte| usize::from(*byte)).filter(|byte| *byte < fair) {
            if text.len() == length {
                return Ok(text);
            }
            text.push(alphabet[byte % alphabet.len()].into());
        }
    }
    Err(Error::internal("the source of randomness is stuck"))
}

//! Files in the age format, version 1: sealed for X25519 public keys, opened with any one of the secret keys.
//!
//! The format is <https://c2sp.org/age>; its headings are quoted where code follows them. Files are binary ones, not
//! armored. Stanzas of other types are skipped, so a file may have been sealed for others as well. It is held in memory
//! whole, and nothing of a plaintext is given out before all of it has been authenticated.
//!
//! Who sealed a file remains unknown: whoever has a public key can. Memory that held keys is freed, not always wiped.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use aws_lc_rs::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::agreement::{PrivateKey, UnparsedPublicKey, X25519, agree};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Okm, Salt};
use aws_lc_rs::hmac::{self, HMAC_SHA256};
use base64::Engine;
// Of the engines the one that takes neither padding nor stray bits, as "Conventions used in this document" demands.
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;

const VERSION_LINE: &[u8] = b"age-encryption.org/v1\n";
const BODY_LINE_LENGTH: usize = 64;
const KEY_LENGTH: usize = 32;
const FILE_KEY_LENGTH: usize = 16;
const PAYLOAD_NONCE_LENGTH: usize = 16;
const TAG_LENGTH: usize = 16;
const CHUNK_LENGTH: usize = 64 * 1024;

type PublicKey = [u8; KEY_LENGTH];
type FileKey = [u8; FILE_KEY_LENGTH];

/// Whom a file is sealed for: an X25519 public key, written `age1…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient(PublicKey);

impl FromStr for Recipient {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        decode_bech32("age", text).map(Self).map_err(KeyError::of)
    }
}

/// What opens files that were sealed for its recipient: an X25519 secret key, written `AGE-SECRET-KEY-1…`.
#[derive(Clone)]
pub struct Identity {
    secret_key: Arc<PrivateKey>,
    recipient: Recipient,
}

impl Identity {
    /// Reads the contents of an identity file: one identity on each line, between blank ones and comments (`#`).
    ///
    /// # Errors
    /// [`KeyError`] when a line is anything else, or none is an identity.
    pub fn parse_file(contents: &str) -> Result<Vec<Self>, KeyError> {
        let identities = (1..)
            .zip(contents.lines().map(str::trim))
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .map(|(number, line)| line.parse().map_err(|error| KeyError { line: Some(number), ..error }))
            .collect::<Result<Vec<_>, _>>()?;
        if identities.is_empty() { Err(KeyError::of("there is no identity")) } else { Ok(identities) }
    }

    /// Whom to seal a file for that this identity shall open.
    #[must_use]
    pub fn recipient(&self) -> Recipient {
        self.recipient
    }
}

impl FromStr for Identity {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let refused = KeyError::of("the cryptographic library refuses it");
        let bytes = decode_bech32("AGE-SECRET-KEY-", text).map_err(KeyError::of)?;
        let secret_key = PrivateKey::from_private_key(&X25519, &bytes).map_err(|_| refused)?;
        let recipient = Recipient(public_key(&secret_key).map_err(|_| refused)?);
        Ok(Self { secret_key: Arc::new(secret_key), recipient })
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Identity(secret)")
    }
}

/// Why a text is no recipient, identity or identity file. It never repeats any of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyError {
    line: Option<usize>,
    problem: &'static str,
}

impl KeyError {
    fn of(problem: &'static str) -> Self {
        Self { line: None, problem }
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.line.map_or(Ok(()), |line| write!(formatter, "line {line}: "))?;
        formatter.write_str(self.problem)
    }
}

impl std::error::Error for KeyError {}

/// Why nothing was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// Nobody could have opened the file.
    NoRecipient,
    /// This recipient, counted from one, is a point of low order: everybody could have opened the file.
    UnusableRecipient(usize),
    /// The source of randomness failed.
    NoRandomness,
    /// The cryptographic library failed.
    Library,
}

impl fmt::Display for SealError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRecipient => formatter.write_str("there is no recipient"),
            Self::UnusableRecipient(number) => write!(formatter, "recipient {number} is a key that keeps no secret"),
            Self::NoRandomness => formatter.write_str("there is no randomness"),
            Self::Library => formatter.write_str("the cryptographic library failed"),
        }
    }
}

impl std::error::Error for SealError {}

impl From<Unspecified> for SealError {
    fn from(_: Unspecified) -> Self {
        Self::Library
    }
}

/// Why a file wasn't opened. It never repeats any of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It isn't as the format has it: what is wrong.
    Malformed(&'static str),
    /// It was sealed for others than these identities, or what it holds for them was changed.
    NoMatch,
    /// It isn't what was sealed: which part of it.
    Changed(&'static str),
    /// The cryptographic library failed.
    Library,
}

impl fmt::Display for OpenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(problem) => formatter.write_str(problem),
            Self::NoMatch => formatter.write_str("none of the identities opens it"),
            Self::Changed(part) => write!(formatter, "its {part} was changed, cut short or added to"),
            Self::Library => formatter.write_str("the cryptographic library failed"),
        }
    }
}

impl std::error::Error for OpenError {}

impl From<Unspecified> for OpenError {
    fn from(_: Unspecified) -> Self {
        Self::Library
    }
}

/// Seals `plaintext` so that each of the recipients can open it: a binary age file.
///
/// `random` fills bytes from a cryptographic generator. They are the file's secrets: whoever foresees them opens it.
///
/// # Errors
/// [`SealError`] without recipients or randomness, and when a recipient is no key that could keep a secret.
pub fn seal<E>(
    recipients: &[Recipient],
    plaintext: &[u8],
    random: &dyn Fn(&mut [u8]) -> Result<(), E>,
) -> Result<Vec<u8>, SealError> {
    // "ABNF definition of file header": one stanza at least.
    if recipients.is_empty() {
        return Err(SealError::NoRecipient);
    }
    let file_key: FileKey = random_bytes(random)?;
    let mut sealed = VERSION_LINE.to_vec();
    for (number, recipient) in (1..).zip(recipients) {
        // "X25519 recipient stanza": a new secret for each of them.
        let secret: [u8; KEY_LENGTH] = random_bytes(random)?;
        let secret = PrivateKey::from_private_key(&X25519, &secret).map_err(|_| SealError::Library)?;
        let share = public_key(&secret)?;
        let key =
            wrap_key(&secret, &recipient.0, &share, recipient).map_err(|_| SealError::UnusableRecipient(number))?;
        let mut body = file_key.to_vec();
        key.seal_in_place_append_tag(wrap_nonce(), Aad::empty(), &mut body)?;
        sealed.extend(format!("-> X25519 {}\n{}\n", BASE64.encode(share), BASE64.encode(body)).bytes());
    }
    sealed.extend(b"---");
    let mac = hmac::sign(&mac_key(&file_key)?, &sealed);
    sealed.extend(format!(" {}\n", BASE64.encode(mac)).bytes());

    let nonce: [u8; PAYLOAD_NONCE_LENGTH] = random_bytes(random)?;
    sealed.extend(nonce);
    sealed.reserve(plaintext.len() + (plaintext.len() / CHUNK_LENGTH + 1) * TAG_LENGTH);
    let key = payload_key(&file_key, &nonce)?;
    for (nonce, chunk) in chunks(plaintext, CHUNK_LENGTH) {
        let start = sealed.len();
        sealed.extend(chunk);
        let tag = key.seal_in_place_separate_tag(nonce, Aad::empty(), &mut sealed[start..])?;
        sealed.extend(tag.as_ref());
    }
    Ok(sealed)
}

/// Opens a binary age file with the first of the identities that it was sealed for.
///
/// It takes an agreement of keys for each stanza and identity: limit the length of files that strangers may hand in.
///
/// # Errors
/// [`OpenError`] when it was sealed for others, isn't as the format has it, or isn't to the last byte what was sealed.
pub fn open(identities: &[Identity], sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
    let header = Header::read(sealed)?;
    let file_key = header.unwrap_file_key(identities)?;
    // "Header MAC"; the library compares in constant time.
    hmac::verify(&mac_key(&file_key)?, header.authenticated, &header.mac).map_err(|_| OpenError::Changed("header"))?;

    let ended = OpenError::Malformed("it ends before its payload begins");
    let (nonce, payload) = header.payload.split_at_checked(PAYLOAD_NONCE_LENGTH).ok_or(ended)?;
    let key = payload_key(&file_key, nonce)?;
    let changed = OpenError::Changed("payload");
    let mut plaintext = Vec::with_capacity(payload.len());
    for (nonce, chunk) in chunks(payload, CHUNK_LENGTH + TAG_LENGTH) {
        let start = plaintext.len();
        plaintext.extend(chunk);
        let opened = key.open_in_place(nonce, Aad::empty(), &mut plaintext[start..]).map_err(|_| changed)?;
        let end = start + opened.len();
        // "Payload": the last chunk isn't empty unless the whole payload is.
        if end == start && start > 0 {
            return Err(changed);
        }
        plaintext.truncate(end);
    }
    Ok(plaintext)
}

struct Header<'file> {
    wrapped_file_keys: Vec<WrappedFileKey>,
    authenticated: &'file [u8],
    mac: [u8; 32],
    payload: &'file [u8],
}

/// What is in a stanza of the type X25519.
struct WrappedFileKey {
    share: PublicKey,
    body: [u8; FILE_KEY_LENGTH + TAG_LENGTH],
}

impl<'file> Header<'file> {
    fn read(sealed: &'file [u8]) -> Result<Self, OpenError> {
        let version = OpenError::Malformed("it is no binary age file of version 1");
        let mut rest = sealed.strip_prefix(VERSION_LINE).ok_or(version)?;
        let mut wrapped_file_keys = Vec::new();
        let (mut stanza_count, mut has_passphrase) = (0_usize, false);
        while let Some(stanza) = rest.strip_prefix(b"-> ") {
            rest = stanza;
            let (arguments, body) = read_stanza(&mut rest)?;
            stanza_count += 1;
            let mut arguments = arguments.split(|byte| *byte == b' ');
            match (arguments.next(), arguments.next(), arguments.next()) {
                (Some(b"X25519"), Some(share), None) => {
                    // "X25519 recipient stanza" wants the lengths known before anything is decrypted.
                    let length = OpenError::Malformed("an X25519 stanza's body isn't 32 bytes");
                    let body = body.try_into().map_err(|_| length)?;
                    wrapped_file_keys.push(WrappedFileKey { share: decode_32_bytes(share)?, body });
                }
                (Some(b"X25519"), ..) => return Err(OpenError::Malformed("an X25519 stanza hasn't two arguments")),
                (Some(b"scrypt"), ..) => has_passphrase = true,
                _ => {}
            }
        }
        // "scrypt recipient stanza": who opens a file with a passphrase trusts that nobody else could have sealed it.
        if has_passphrase && stanza_count > 1 {
            return Err(OpenError::Malformed("a passphrase's stanza isn't the only one"));
        }
        let malformed = OpenError::Malformed("its header has a line that is neither a stanza's nor the last");
        rest = rest.strip_prefix(b"---").filter(|_| stanza_count > 0).ok_or(malformed)?;
        // "Header MAC": of all up to here, without the space.
        let authenticated = &sealed[..sealed.len() - rest.len()];
        rest = rest.strip_prefix(b" ").ok_or(malformed)?;
        let mac = decode_32_bytes(read_line(&mut rest)?)?;
        Ok(Self { wrapped_file_keys, authenticated, mac, payload: rest })
    }

    fn unwrap_file_key(&self, identities: &[Identity]) -> Result<FileKey, OpenError> {
        for Identity { secret_key, recipient } in identities {
            for WrappedFileKey { share, body } in &self.wrapped_file_keys {
                let key = wrap_key(secret_key, share, share, recipient)
                    .map_err(|_| OpenError::Malformed("an X25519 stanza's share is a point of low order"))?;
                let mut body = *body;
                let opened = key.open_in_place(wrap_nonce(), Aad::empty(), &mut body).ok();
                if let Some(file_key) = opened.and_then(|bytes| FileKey::try_from(bytes).ok()) {
                    return Ok(file_key);
                }
            }
        }
        Err(OpenError::NoMatch)
    }
}

/// A stanza's arguments, still in one piece, and its body ("Recipient stanza").
fn read_stanza<'file>(rest: &mut &'file [u8]) -> Result<(&'file [u8], Vec<u8>), OpenError> {
    let arguments = read_line(rest)?;
    if arguments.split(|byte| *byte == b' ').any(|word| word.is_empty() || !word.iter().all(u8::is_ascii_graphic)) {
        return Err(OpenError::Malformed("a stanza's arguments aren't words with one space between them"));
    }
    let mut body = Vec::new();
    loop {
        let line = read_line(rest)?;
        let bytes = BASE64.decode(line).ok().filter(|_| line.len() <= BODY_LINE_LENGTH);
        body.extend(bytes.ok_or(OpenError::Malformed("a stanza's body isn't lines of canonical base64"))?);
        // The first line that isn't full is the last, though it be empty.
        if line.len() < BODY_LINE_LENGTH {
            return Ok((arguments, body));
        }
    }
}

fn read_line<'file>(rest: &mut &'file [u8]) -> Result<&'file [u8], OpenError> {
    let end = rest.iter().position(|byte| *byte == b'\n').ok_or(OpenError::Malformed("its header is cut short"))?;
    let line = &rest[..end];
    *rest = &rest[end + 1..];
    Ok(line)
}

fn decode_32_bytes(text: &[u8]) -> Result<[u8; 32], OpenError> {
    let bytes = BASE64.decode(text).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or(OpenError::Malformed("a share or the MAC isn't 32 bytes of canonical base64"))
}

/// "Payload": its chunks, each with a nonce that says how many came before it and whether it is the last. What is empty
/// has one empty chunk.
fn chunks(payload: &[u8], length: usize) -> impl Iterator<Item = (Nonce, &[u8])> {
    let count = payload.len().div_ceil(length).max(1);
    (0..count).map(move |index| {
        let start = index * length;
        let mut nonce = [0; NONCE_LEN];
        nonce[3..11].copy_from_slice(&(index as u64).to_be_bytes());
        nonce[11] = u8::from(index + 1 == count);
        (Nonce::assume_unique_for_key(nonce), &payload[start..payload.len().min(start + length)])
    })
}

/// "X25519 recipient stanza": the key that wraps a file key, the same on both sides. It fails when their shared secret
/// is all zero: the library refuses that, as the format demands.
fn wrap_key(own: &PrivateKey, peer: &PublicKey, share: &PublicKey, to: &Recipient) -> Result<LessSafeKey, Unspecified> {
    let salt = [*share, to.0].concat();
    agree(own, UnparsedPublicKey::new(&X25519, peer), Unspecified, |shared_secret| {
        derive::<_, UnboundKey>(&salt, shared_secret, b"age-encryption.org/v1/X25519", &CHACHA20_POLY1305)
    })
    .map(LessSafeKey::new)
}

/// "X25519 recipient stanza": all zero, for each key wraps once.
fn wrap_nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; NONCE_LEN])
}

fn mac_key(file_key: &FileKey) -> Result<hmac::Key, Unspecified> {
    derive(&[], file_key, b"header", HMAC_SHA256)
}

fn payload_key(file_key: &FileKey, nonce: &[u8]) -> Result<LessSafeKey, Unspecified> {
    derive::<_, UnboundKey>(nonce, file_key, b"payload", &CHACHA20_POLY1305).map(LessSafeKey::new)
}

/// HKDF with SHA-256, for a key of the kind's length.
fn derive<Kind: KeyType, Key>(salt: &[u8], secret: &[u8], info: &[u8], kind: Kind) -> Result<Key, Unspecified>
where
    Key: for<'okm> From<Okm<'okm, Kind>>,
{
    Salt::new(HKDF_SHA256, salt).extract(secret).expand(&[info], kind).map(Key::from)
}

fn public_key(secret_key: &PrivateKey) -> Result<PublicKey, Unspecified> {
    secret_key.compute_public_key()?.as_ref().try_into().map_err(|_| Unspecified)
}

fn random_bytes<const N: usize, E>(random: &dyn Fn(&mut [u8]) -> Result<(), E>) -> Result<[u8; N], SealError> {
    let mut bytes = [0; N];
    random(&mut bytes).map_err(|_| SealError::NoRandomness)?;
    Ok(bytes)
}

/// Reads a key in Bech32 (BIP 173), in the case that its prefix has, as the reference implementation does.
fn decode_bech32(prefix: &str, text: &str) -> Result<[u8; KEY_LENGTH], &'static str> {
    const ALPHABET: &[u8] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    const GENERATORS: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    // Of five bits each: 52 characters of the key, whose last four bits are unused, and six of the checksum.
    const DATA_LENGTH: usize = 52;
    const LENGTH: usize = DATA_LENGTH + 6;

    let is_uppercase = prefix.starts_with(|first: char| first.is_ascii_uppercase());
    let encoded = text.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('1'));
    let encoded = encoded.ok_or("it doesn't begin as an X25519 key of its kind does")?;
    if encoded.len() != LENGTH {
        return Err("it hasn't the length of an X25519 key");
    }
    let mut values = [0_u8; LENGTH];
    for (value, byte) in values.iter_mut().zip(encoded.bytes()) {
        let is_here = |letter: &u8| byte == if is_uppercase { letter.to_ascii_uppercase() } else { *letter };
        let found = (0..).zip(ALPHABET).find(|(_, letter)| is_here(letter));
        *value = found.ok_or("it has a character that doesn't belong in it")?.0;
    }
    let prefix = prefix.to_ascii_lowercase();
    let expanded = prefix.bytes().map(|byte| byte >> 5).chain([0]).chain(prefix.bytes().map(|byte| byte & 31));
    let checksum = expanded.chain(values).fold(1_u32, |sum, value| {
        let shifted = (sum & 0x01ff_ffff) << 5 ^ u32::from(value);
        (25..).zip(GENERATORS).fold(shifted, |next, (bit, generator)| next ^ (generator * (sum >> bit & 1)))
    });
    if checksum != 1 {
        return Err("its checksum is wrong: it was mistyped");
    }
    let mut key = [0; KEY_LENGTH];
    let bits = values[..DATA_LENGTH].iter().flat_map(|value| (0..5).rev().map(move |bit| value >> bit & 1));
    for (position, bit) in bits.enumerate() {
        match key.get_mut(position / 8) {
            Some(byte) => *byte = *byte << 1 | bit,
            None if bit == 0 => {}
            None => return Err("it ends in bits that aren't zero"),
        }
    }
    Ok(key)
}

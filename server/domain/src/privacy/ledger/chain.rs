//! What makes a chain of the events of a tenant: each is hashed together with the hash and the signature of the one before it.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::digest::{Context, SHA256, SHA256_OUTPUT_LEN};
use chrono::{DateTime, Utc};

use crate::{Error, Result};

/// What is hashed first, so that no hash of anything else is ever one of these.
const LABEL: &[u8] = b"authplane ledger event 1";

/// SHA-256 of an event and, through the one before it, of all events up to it.
pub type Hash = [u8; SHA256_OUTPUT_LEN];

/// What stands before the first event.
pub(super) const BEGINNING: Hash = [0; SHA256_OUTPUT_LEN];

/// A place in a chain: the number of an event and its hash. Written as `NUMBER:HASH`, the hash in hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The event; 0 before the first one.
    pub number: u64,
    /// What it and all before it come to.
    pub hash: Hash,
}

impl fmt::Display for Head {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:", self.number)?;
        self.hash.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl FromStr for Head {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let malformed = || Error::invalid("head", "must be NUMBER:HASH, the hash as 64 hexadecimal digits");
        let (number, digits) = text.split_once(':').ok_or_else(malformed)?;
        let number = number.parse().map_err(|_| malformed())?;
        let mut hash = BEGINNING;
        if digits.len() != 2 * hash.len() || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(malformed());
        }
        for (index, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&digits[2 * index..2 * index + 2], 16).map_err(|_| malformed())?;
        }
        Ok(Self { number, hash })
    }
}

/// All that an event's hash is of.
pub(super) struct Link<'a> {
    pub(super) tenant: &'a str,
    pub(super) hash_before: &'a Hash,
    /// Empty before the first event.
    pub(super) signature_before: &'a str,
    pub(super) number: i64,
    pub(super) id: &'a str,
    pub(super) at: DateTime<Utc>,
    pub(super) pseudonym: &'a str,
    /// Sealed.
    pub(super) payload: &'a [u8],
}

impl Link<'_> {
    pub(super) fn hash(&self) -> Hash {
        let mut context = Context::new(&SHA256);
        for part in [
            LABEL,
            self.tenant.as_bytes(),
            self.hash_before,
            self.signature_before.as_bytes(),
            &self.number.to_be_bytes(),
            self.id.as_bytes(),
            &self.at.timestamp_micros().to_be_bytes(),
            self.pseudonym.as_bytes(),
            self.payload,
        ] {
            // With its length, so that no two rows of parts are the same bytes.
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        let mut hash = BEGINNING;
        hash.copy_from_slice(context.finish().as_ref());
        hash
    }
}

//! Passwords of users of the table, who may come with a digest that another system made, under the name of its algorithm as Logto has it.
//!
//! The digest becomes one text that says its own form, so that nobody has to know the algorithm beside it. Its form isn't checked before somebody signs in: one that
//! nothing can be verified against is never right.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::password::{self, PasswordMemory};
use super::stored_hash::{HashFunction, StoredHash};
use crate::{Result, Store};

/// What a digest of a password was made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LogtoPasswordAlgorithm")]
pub enum DigestAlgorithm {
    /// Argon2 (RFC 9106), a PHC string with `v=19`. Which of its three types it is, the string says.
    Argon2i,
    /// As `Argon2i`.
    Argon2id,
    /// As `Argon2i`.
    Argon2d,
    /// SHA-1 of the password alone, in lower-case hexadecimal digits.
    #[serde(rename = "SHA1")]
    Sha1,
    /// SHA-256 of the password alone, in lower-case hexadecimal digits.
    #[serde(rename = "SHA256")]
    Sha256,
    /// MD5 of the password alone, in lower-case hexadecimal digits.
    #[serde(rename = "MD5")]
    Md5,
    /// bcrypt in its modular form, which begins with `$2a$`, `$2b$`, `$2x$` or `$2y$`.
    Bcrypt,
}

impl DigestAlgorithm {
    /// A digest as it is kept. What isn't of the algorithm that it came with is kept in a form that no password is right for, whatever else it looks like.
    #[must_use]
    pub fn stored(self, digest: &str) -> String {
        let unsalted = |function: HashFunction| format!("${}${digest}", function.name());
        // No other form begins like these.
        let beginning_with = |start: &str| {
            if digest.starts_with(start) { digest.to_owned() } else { format!("$unusable${digest}") }
        };
        match self {
            Self::Argon2i | Self::Argon2id | Self::Argon2d => beginning_with("$argon2"),
            Self::Sha1 => unsalted(HashFunction::Sha1),
            Self::Sha256 => unsalted(HashFunction::Sha256),
            Self::Md5 => unsalted(HashFunction::Md5),
            Self::Bcrypt => beginning_with("$2"),
        }
    }
}

/// Whether that is the password. It computes for as long as the hash wants, which is about a second at most and next to nothing for what is
/// [unsalted](DigestAlgorithm::Md5) or unusable: whoever must not tell by it whom there is has to compute besides.
#[must_use]
pub fn verify(stored: &str, password: &str, memory: &mut PasswordMemory) -> bool {
    StoredHash::parse_of_table(stored).is_ok_and(|hash| hash.is_of(password, memory))
}

/// Whether [`verify`] says so at once, without having computed anything that takes its time.
#[must_use]
pub fn is_at_once(stored: &str) -> bool {
    !matches!(
        StoredHash::parse_of_table(stored),
        Ok(StoredHash::Argon2(_) | StoredHash::Bcrypt(_) | StoredHash::Pbkdf2(_))
    )
}

/// Whether it is made as new hashes are. One that isn't gives way to a [new one](hash) as soon as its password is known.
#[must_use]
pub fn is_as_new(stored: &str) -> bool {
    StoredHash::parse_of_table(stored).is_ok_and(|hash| hash.is_as_new())
}

/// A new hash. Of a password of more than [`PASSWORD_LENGTH`](super::PASSWORD_LENGTH) bytes nobody is ever right about it.
///
/// # Errors
/// [`Error::Internal`](crate::Error::Internal) without randomness.
pub fn hash(store: &Store, password: &str, memory: &mut PasswordMemory) -> Result<String> {
    password::hash(password, &password::new_salt(store)?, memory)
}

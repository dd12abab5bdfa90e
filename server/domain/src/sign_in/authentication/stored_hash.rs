//! Hashes of passwords as they are stored: our own, and those that other systems made and left.
//!
//! | form | looks like |
//! |---|---|
//! | argon2id, a PHC string | `$argon2id$v=19$m=19456,t=2,p=1$salt$hash` |
//! | bcrypt, modular | `$2b$12$` and 53 characters; `$2a$` and `$2y$` are the same by now |
//! | PBKDF2, a PHC string | `$pbkdf2-sha256$i=600000,l=32$salt$hash`, also `pbkdf2-sha512` |
//! | PBKDF2, passlib's | `$pbkdf2-sha256$29000$salt$hash` with `.` where base64 has `+`, also `pbkdf2-sha512` |
//!
//! Those are for static users. Users of the table may have come with weaker ones, as far as Logto takes them, and those only they may have:
//!
//! | form | looks like |
//! |---|---|
//! | argon2i, argon2d, PHC strings | as argon2id, with `v=19` in all three |
//! | bcrypt, modular | `$2x$` too, and it is no other than the rest |
//! | MD5, SHA-1, SHA-256 of the password alone | `$hex-md5$`, `$hex-sha1$` or `$hex-sha256$` and lower-case digits: a form of [ours](super::brought_digest) |
//!
//! Checks run on a few threads that all who sign in share, so no hash counts that would hold one of them for more than about a second. Of all that is in a text
//! nothing is believed before it is within these bounds.

use std::num::NonZeroU32;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, Version};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::{digest, pbkdf2};
use base64::Engine as _;
use base64::alphabet::{Alphabet, BCRYPT};
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD, STANDARD_NO_PAD};
use md5::{Digest as _, Md5};

use super::password::{self, PASSWORD_LENGTH, PasswordMemory};

/// 64 MiB, which a check takes as long as it lasts.
const MOST_MEMORY_KIBIBYTES: u32 = 64 * 1024;
/// Of all passes together: 1 GiB, which takes less than a second, however few KiB each of them has. It is what Logto's own hashes take, in 256 passes over 4 MiB.
const MOST_WORK_KIBIBYTES: u64 = 1024 * 1024;
const MOST_LANES: u32 = 4;

/// Each step takes twice as long as the one before. 12 takes a quarter of a second.
const MOST_COST: u32 = 14;
/// bcrypt's own.
const LEAST_COST: u32 = 4;
/// What bcrypt sees of a password, in bytes.
const BCRYPT_PASSWORD_LENGTH: usize = 72;
const BCRYPT_SALT_LENGTH: usize = 16;
/// Of the 24 bytes that it makes.
const BCRYPT_OUTPUT_LENGTH: usize = 23;

/// Rounds of SHA-256, with one for each 32 bytes that are made in each iteration.
const MOST_ROUNDS_SHA256: u32 = 2_000_000;
/// Rounds of SHA-512, with one for each 64 bytes; each takes twice as long.
const MOST_ROUNDS_SHA512: u32 = 1_000_000;
const MOST_PBKDF2_SALT: usize = 64;
const OUTPUT_LENGTH: std::ops::RangeInclusive<usize> = 16..=64;

/// bcrypt writes its 16 bytes in 22 characters, which hold four bits more. Some implementations leave these as they come.
const BCRYPT_BASE64: GeneralPurpose = GeneralPurpose::new(&BCRYPT, NO_PAD.with_decode_allow_trailing_bits(true));

/// passlib's `ab64`.
const PASSLIB_BASE64: GeneralPurpose = GeneralPurpose::new(
    &match Alphabet::new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./") {
        Ok(alphabet) => alphabet,
        Err(_) => panic!("these are 64 characters"),
    },
    NO_PAD,
);

/// Why a text is no hash that this release verifies passwords against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnusableHash {
    /// It begins like none that is known.
    #[error(
        "must be a hash of argon2id ($argon2id$…), bcrypt ($2a$…, $2b$… or $2y$…) or PBKDF2 with SHA-256 or SHA-512 \
         ($pbkdf2-sha256$…, $pbkdf2-sha512$…)"
    )]
    UnknownForm,
    /// It begins like one, and goes on otherwise.
    #[error("is no well-formed hash of {0}")]
    Malformed(&'static str),
    /// It would take too much.
    #[error("is a hash that takes too much to check: at most {0} is accepted")]
    TooMuch(&'static str),
}

/// Whether passwords can be verified against this text, and if not, why. It computes nothing.
///
/// # Errors
/// [`UnusableHash`] if not.
pub fn check_password_hash(text: &str) -> Result<(), UnusableHash> {
    StoredHash::parse(text).map(|_| ())
}

/// A hash, taken apart. All that it says is within the bounds.
pub(super) enum StoredHash {
    Argon2(Argon2Hash),
    Bcrypt(Bcrypt),
    Pbkdf2(Pbkdf2),
    Unsalted(Unsalted),
}

pub(super) struct Argon2Hash {
    algorithm: Algorithm,
    version: Version,
    parameters: Params,
    salt: Vec<u8>,
    output: Vec<u8>,
}

pub(super) struct Bcrypt {
    cost: u32,
    salt: [u8; BCRYPT_SALT_LENGTH],
    output: Vec<u8>,
}

pub(super) struct Pbkdf2 {
    algorithm: pbkdf2::Algorithm,
    iterations: NonZeroU32,
    salt: Vec<u8>,
    output: Vec<u8>,
}

pub(super) struct Unsalted {
    function: HashFunction,
    digits: String,
}

/// What made the digest of a password alone.
#[derive(Clone, Copy)]
pub(super) enum HashFunction {
    Md5,
    Sha1,
    Sha256,
}

/// What a text calls itself, and what follows.
fn name_and_rest(text: &str) -> Result<(&str, &str), UnusableHash> {
    text.strip_prefix('$').and_then(|text| text.split_once('$')).ok_or(UnusableHash::UnknownForm)
}

impl StoredHash {
    /// What counts for static users.
    pub(super) fn parse(text: &str) -> Result<Self, UnusableHash> {
        let (name, rest) = name_and_rest(text)?;
        match name {
            "argon2id" => Argon2Hash::parse(text, Algorithm::Argon2id).map(Self::Argon2),
            "2a" | "2b" | "2y" => Bcrypt::parse(rest).map(Self::Bcrypt),
            "pbkdf2-sha256" => Pbkdf2::parse(rest, &SHA256).map(Self::Pbkdf2),
            "pbkdf2-sha512" => Pbkdf2::parse(rest, &SHA512).map(Self::Pbkdf2),
            _ => Err(UnusableHash::UnknownForm),
        }
    }

    /// What counts for users of the table.
    pub(super) fn parse_of_table(text: &str) -> Result<Self, UnusableHash> {
        let (name, rest) = name_and_rest(text)?;
        if let Ok(algorithm) = Algorithm::new(name) {
            let hash = Argon2Hash::parse(text, algorithm)?;
            // Logto computes no other version, so what says one or none was never right there.
            if hash.version != Version::V0x13 {
                return Err(UnusableHash::Malformed(algorithm.as_str()));
            }
            return Ok(Self::Argon2(hash));
        }
        if let Some(function) = HashFunction::named(name) {
            return Ok(Self::Unsalted(Unsalted { function, digits: rest.to_owned() }));
        }
        match name {
            // The mark of an implementation that was wrong beyond ASCII. Logto takes no notice of it: what was made wrongly is never right there either.
            "2x" => Bcrypt::parse(rest).map(Self::Bcrypt),
            _ => Self::parse(text),
        }
    }

    /// Is that the password? It computes for long.
    pub(super) fn is_of(&self, password: &str, memory: &mut PasswordMemory) -> bool {
        if password.len() > PASSWORD_LENGTH {
            return false;
        }
        match self {
            Self::Argon2(hash) => hash.is_of(password, memory),
            Self::Bcrypt(hash) => hash.is_of(password),
            Self::Pbkdf2(hash) => hash.is_of(password),
            Self::Unsalted(hash) => hash.is_of(password),
        }
    }

    /// Is it made as new hashes are?
    pub(super) fn is_as_new(&self) -> bool {
        match self {
            Self::Argon2(Argon2Hash { algorithm, version, parameters, salt, output }) => {
                (*algorithm, *version) == (password::ALGORITHM, password::VERSION)
                    && salt.len() == password::SALT_LENGTH
                    && output.len() == Params::DEFAULT_OUTPUT_LEN
                    && (parameters.m_cost(), parameters.t_cost(), parameters.p_cost())
                        == (password::MEMORY_KIBIBYTES, password::PASSES, password::LANES)
            }
            Self::Bcrypt(_) | Self::Pbkdf2(_) | Self::Unsalted(_) => false,
        }
    }
}

impl Argon2Hash {
    /// The text calls itself by the name of `algorithm`.
    fn parse(text: &str, algorithm: Algorithm) -> Result<Self, UnusableHash> {
        let malformed = || UnusableHash::Malformed(algorithm.as_str());
        let hash = PasswordHash::new(text).map_err(|_| malformed())?;
        let parameters = Params::try_from(&hash).map_err(|_| malformed())?;
        let work = u64::from(parameters.m_cost()) * u64::from(parameters.t_cost());
        if parameters.m_cost() > MOST_MEMORY_KIBIBYTES || work > MOST_WORK_KIBIBYTES || parameters.p_cost() > MOST_LANES
        {
            return Err(UnusableHash::TooMuch("64 MiB, 1 GiB in all passes and 4 lanes"));
        }
        // What else went into it isn't in the text.
        if !parameters.keyid().is_empty() || !parameters.data().is_empty() {
            return Err(malformed());
        }
        // The reference implementation says none where it is the one before.
        let version = hash.version.map_or(Ok(Version::V0x10), Version::try_from).map_err(|_| malformed())?;
        let (salt, output) = hash.salt.as_ref().zip(hash.hash.as_ref()).ok_or_else(malformed)?;
        if !OUTPUT_LENGTH.contains(&output.len()) {
            return Err(malformed());
        }
        Ok(Self { algorithm, version, parameters, salt: salt.to_vec(), output: output.as_bytes().to_vec() })
    }

    fn is_of(&self, password: &str, memory: &mut PasswordMemory) -> bool {
        let blocks = memory.blocks(&self.parameters);
        let argon2 = Argon2::new(self.algorithm, self.version, self.parameters.clone());
        let mut output = vec![0; self.output.len()];
        let made = argon2.hash_password_into_with_memory(password.as_bytes(), &self.salt, &mut output, blocks);
        made.is_ok() && verify_slices_are_equal(&output, &self.output).is_ok()
    }
}

impl Bcrypt {
    fn parse(rest: &str) -> Result<Self, UnusableHash> {
        let malformed = || UnusableHash::Malformed("bcrypt");
        let (cost, rest) = rest.split_once('$').ok_or_else(malformed)?;
        // Always two digits.
        if cost.len() != 2 || !cost.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(malformed());
        }
        let cost: u32 = cost.parse().map_err(|_| malformed())?;
        if cost > MOST_COST {
            return Err(UnusableHash::TooMuch("a cost of 14"));
        }
        let (salt, output) = rest.split_at_checked(22).ok_or_else(malformed)?;
        let salt = BCRYPT_BASE64.decode(salt).map_err(|_| malformed())?;
        let output = BCRYPT_BASE64.decode(output).map_err(|_| malformed())?;
        if cost < LEAST_COST || output.len() != BCRYPT_OUTPUT_LENGTH {
            return Err(malformed());
        }
        Ok(Self { cost, salt: salt.try_into().map_err(|_| malformed())?, output })
    }

    /// bcrypt sees no more than 72 bytes, and in C nothing from the first NUL on. A password that has either is nobody's: others would be as right.
    fn is_of(&self, password: &str) -> bool {
        if password.len() > BCRYPT_PASSWORD_LENGTH || password.contains('\0') {
            return false;
        }
        let mut key = [password.as_bytes(), &[0]].concat();
        key.truncate(BCRYPT_PASSWORD_LENGTH);
        let output = bcrypt::bcrypt(self.cost, self.salt, &key);
        verify_slices_are_equal(&output[..BCRYPT_OUTPUT_LENGTH], &self.output).is_ok()
    }
}

/// What PBKDF2 is made with.
struct Digest {
    algorithm: pbkdf2::Algorithm,
    /// Bytes.
    length: usize,
    most_rounds: u32,
    too_much: UnusableHash,
}

static SHA256: Digest = Digest {
    algorithm: pbkdf2::PBKDF2_HMAC_SHA256,
    length: 32,
    most_rounds: MOST_ROUNDS_SHA256,
    too_much: UnusableHash::TooMuch("2000000 iterations for each 32 bytes"),
};
static SHA512: Digest = Digest {
    algorithm: pbkdf2::PBKDF2_HMAC_SHA512,
    length: 64,
    most_rounds: MOST_ROUNDS_SHA512,
    too_much: UnusableHash::TooMuch("1000000 iterations"),
};

impl Pbkdf2 {
    fn parse(rest: &str, digest: &Digest) -> Result<Self, UnusableHash> {
        let malformed = || UnusableHash::Malformed("PBKDF2");
        let mut parts = rest.split('$');
        let (Some(parameters), Some(salt), Some(output), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(malformed());
        };
        let (iterations, length, base64) = match parameters.strip_prefix("i=") {
            Some(parameters) => {
                let (iterations, length) = match parameters.split_once(",l=") {
                    Some((iterations, length)) => (iterations, Some(length)),
                    None => (parameters, None),
                };
                (iterations, length, &STANDARD_NO_PAD)
            }
            None => (parameters, None, &PASSLIB_BASE64),
        };
        // One that doesn't fit into the number is too much, too.
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        if iterations.is_empty() || !is_number(iterations) {
            return Err(malformed());
        }
        let iterations: NonZeroU32 = iterations.parse().map_err(|_| digest.too_much)?;
        let salt = base64.decode(salt).map_err(|_| malformed())?;
        let output = base64.decode(output).map_err(|_| malformed())?;
        let says_its_length = length.is_none_or(|length| length == output.len().to_string());
        if salt.is_empty()
            || salt.len() > MOST_PBKDF2_SALT
            || !OUTPUT_LENGTH.contains(&output.len())
            || !says_its_length
        {
            return Err(malformed());
        }
        let of_each = u64::try_from(output.len().div_ceil(digest.length)).unwrap_or(u64::MAX);
        if u64::from(iterations.get()).saturating_mul(of_each) > u64::from(digest.most_rounds) {
            return Err(digest.too_much);
        }
        Ok(Self { algorithm: digest.algorithm, iterations, salt, output })
    }

    /// The library compares in constant time.
    fn is_of(&self, password: &str) -> bool {
        pbkdf2::verify(self.algorithm, self.iterations, &self.salt, password.as_bytes(), &self.output).is_ok()
    }
}

impl HashFunction {
    const ALL: [Self; 3] = [Self::Md5, Self::Sha1, Self::Sha256];

    /// What stands before a digest that it made.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Md5 => "hex-md5",
            Self::Sha1 => "hex-sha1",
            Self::Sha256 => "hex-sha256",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|function| function.name() == name)
    }

    fn digits(self, password: &str) -> Vec<u8> {
        let password = password.as_bytes();
        match self {
            Self::Md5 => hexadecimal(&Md5::digest(password)),
            Self::Sha1 => hexadecimal(digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, password).as_ref()),
            Self::Sha256 => hexadecimal(digest::digest(&digest::SHA256, password).as_ref()),
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0x0f]);
    halves.map(|half| DIGITS[usize::from(half)]).collect()
}

impl Unsalted {
    /// As text: the same number in upper-case digits was never right at Logto.
    fn is_of(&self, password: &str) -> bool {
        verify_slices_are_equal(&self.function.digits(password), self.digits.as_bytes()).is_ok()
    }
}

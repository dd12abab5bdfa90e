//! Passwords of static users: Argon2id (RFC 9106). What other systems made is [verified](super::stored_hash) too, and [hashed anew](super::renewal).

use std::collections::HashMap;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use aws_lc_rs::digest;

use super::stored_hash::StoredHash;
use super::{Method, Methods, NewMethod};
use crate::{Error, Result, Store};

/// The longest password, in bytes. Longer ones are never right: nobody makes the server hash megabytes.
pub const PASSWORD_LENGTH: usize = 1024;

// OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane.
pub(super) const MEMORY_KIBIBYTES: u32 = 19_456;
pub(super) const PASSES: u32 = 2;
pub(super) const LANES: u32 = 1;
pub(super) const ALGORITHM: Algorithm = Algorithm::Argon2id;
pub(super) const VERSION: Version = Version::V0x13;
pub(super) const SALT_LENGTH: usize = 16;
pub(crate) const MARK_LENGTH: usize = 16;

/// KiB that are asked for, of which only what is used is ever taken. What is larger than 32 MiB glibc gives back to the system at once when it is freed, and what
/// is smaller not after the first time (`mallopt(3)`, `M_MMAP_THRESHOLD`).
const GIVEN_BACK: usize = 33 * 1024;

/// A hash with the parameters above that no password has: salt and output are zeros.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What one check after the other works in: 19 MiB, taken by the first of them, or up to 64 MiB where a hash that was made elsewhere wants it. Whoever keeps as many of these as passwords may be checked at once knows what all
/// the checks together take, which an allocator that is asked each time may keep several times over.
#[derive(Default)]
pub struct PasswordMemory(Vec<Block>);

impl std::fmt::Debug for PasswordMemory {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "PasswordMemory({} KiB)", self.0.len())
    }
}

impl PasswordMemory {
    /// As much as these parameters need.
    pub(super) fn blocks(&mut self, parameters: &Params) -> &mut [Block] {
        let needed = parameters.block_count();
        if self.0.len() < needed {
            // Freed first, not grown: the old blocks would be copied.
            self.0 = Vec::new();
            self.0.reserve_exact(needed.max(GIVEN_BACK));
            self.0.resize(needed, Block::new());
        }
        &mut self.0
    }
}

/// Takes as long as checking the password of a user, for names that nobody has. See [`Static::sign_in`](super::Static::sign_in).
pub fn verify_unknown_user(password: &str, memory: &mut PasswordMemory) {
    // Black-boxed, or a compiler could find out that nobody wants to know.
    std::hint::black_box(matches(NOBODY, password, memory));
}

pub(super) fn matches(hash: &str, password: &str, memory: &mut PasswordMemory) -> bool {
    // The hash says itself what it was made with: one from before a change of the parameters still counts, and one that others made.
    StoredHash::parse(hash).is_ok_and(|hash| hash.is_of(password, memory))
}

/// Tells a hash from every other one, and nothing else about it.
pub(super) fn mark(hash: &str) -> [u8; MARK_LENGTH] {
    let digest = digest::digest(&digest::SHA256, hash.as_bytes());
    let mut mark = [0; MARK_LENGTH];
    mark.copy_from_slice(&digest.as_ref()[..MARK_LENGTH]);
    mark
}

/// A password that is to be hashed.
struct Job {
    username: String,
    password: String,
    /// The hash that the user has.
    known: Option<String>,
    salt: [u8; SALT_LENGTH],
}

impl Job {
    /// The hash that is known where the password is the same, or a new one.
    fn hash(self, memory: &mut PasswordMemory) -> Result<(String, String)> {
        let Self { username, password, known, salt } = self;
        let same = known.filter(|known| matches(known, &password, memory));
        Ok((username, same.map_or_else(|| hash(&password, &salt, memory), Ok)?))
    }
}

/// The hashes of the passwords of each method, by the names of their users. A password that is in `known` already keeps its hash: to say it again is no change.
pub(super) async fn hash_all(
    store: &Store,
    known: &Methods,
    new: &[NewMethod],
) -> Result<Vec<HashMap<String, String>>> {
    let mut jobs = Vec::with_capacity(new.len());
    for new in new {
        let known = known.find(&new.method.id).map(Method::users).unwrap_or_default();
        let mut of_method = Vec::with_capacity(new.passwords.len());
        for (username, password) in &new.passwords {
            let salt = new_salt(store)?;
            let known = known.iter().find(|known| known.username == *username);
            let known = known.map(|known| known.password_hash.clone());
            of_method.push(Job { username: username.clone(), password: password.clone(), known, salt });
        }
        jobs.push(of_method);
    }
    let hash_all = move || {
        let mut memory = PasswordMemory::default();
        let mut hash_method = |jobs: Vec<Job>| jobs.into_iter().map(|job| job.hash(&mut memory)).collect();
        jobs.into_iter().map(&mut hash_method).collect()
    };
    tokio::task::spawn_blocking(hash_all).await.map_err(Error::internal)?
}

pub(super) fn new_salt(store: &Store) -> Result<[u8; SALT_LENGTH]> {
    let mut salt = [0; SALT_LENGTH];
    store.environment().random.fill(&mut salt)?;
    Ok(salt)
}

/// The number of a new password: never 0, and nobody's before.
pub(super) fn stamp(store: &Store) -> Result<i64> {
    let mut bytes = [0; 4];
    store.environment().random.fill(&mut bytes)?;
    Ok(i64::from(u32::from_be_bytes(bytes)) + 1)
}

pub(super) fn hash(password: &str, salt: &[u8], memory: &mut PasswordMemory) -> Result<String> {
    let parameters = Params::new(MEMORY_KIBIBYTES, PASSES, LANES, None).map_err(Error::internal)?;
    let written = ParamsString::try_from(&parameters).map_err(Error::internal)?;
    let blocks = memory.blocks(&parameters);
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    let argon2 = Argon2::new(ALGORITHM, VERSION, parameters);
    argon2.hash_password_into_with_memory(password.as_bytes(), salt, &mut output, blocks).map_err(Error::internal)?;
    let hash = PasswordHash {
        algorithm: ALGORITHM.ident(),
        version: Some(VERSION.into()),
        params: written,
        salt: Some(Salt::new(salt).map_err(Error::internal)?),
        hash: Some(Output::new(&output).map_err(Error::internal)?),
    };
    Ok(hash.to_string())
}

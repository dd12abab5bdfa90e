//! Passwords of static users: Argon2id (RFC 9106).

use std::collections::HashMap;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use super::{Method, Methods, NewMethod};
use crate::{Error, Result, Store};

/// The longest password, in bytes. Longer ones are never right: nobody makes the server hash megabytes.
pub const PASSWORD_LENGTH: usize = 1024;

// OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane.
const MEMORY_KIBIBYTES: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
const SALT_LENGTH: usize = 16;

/// A hash with the parameters above that no password has: salt and output are zeros.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Takes as long as checking the password of a user, for names that nobody has. See [`Static::sign_in`](super::Static::sign_in).
pub fn verify_unknown_user(password: &str) {
    // Black-boxed, or a compiler could find out that nobody wants to know.
    std::hint::black_box(matches(NOBODY, password));
}

pub(super) fn matches(hash: &str, password: &str) -> bool {
    if password.len() > PASSWORD_LENGTH {
        return false;
    }
    // The hash says itself what it was made with: one from before a change of the parameters still counts.
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
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
    fn hash(self) -> Result<(String, String)> {
        let same = self.known.filter(|known| matches(known, &self.password));
        Ok((self.username, same.map_or_else(|| hash(&self.password, &self.salt), Ok)?))
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
            let mut salt = [0; SALT_LENGTH];
            store.environment().random.fill(&mut salt)?;
            let known = known.iter().find(|known| known.username == *username);
            let known = known.map(|known| known.password_hash.clone());
            of_method.push(Job { username: username.clone(), password: password.clone(), known, salt });
        }
        jobs.push(of_method);
    }
    let hash_method = |jobs: Vec<Job>| jobs.into_iter().map(Job::hash).collect();
    let hashed = tokio::task::spawn_blocking(move || jobs.into_iter().map(hash_method).collect());
    hashed.await.map_err(Error::internal)?
}

/// The number of a new password: never 0, and nobody's before.
pub(super) fn stamp(store: &Store) -> Result<i64> {
    let mut bytes = [0; 4];
    store.environment().random.fill(&mut bytes)?;
    Ok(i64::from(u32::from_be_bytes(bytes)) + 1)
}

fn hash(password: &str, salt: &[u8]) -> Result<String> {
    let parameters = Params::new(MEMORY_KIBIBYTES, PASSES, LANES, None).map_err(Error::internal)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters);
    Ok(argon2.hash_password_with_salt(password.as_bytes(), salt).map_err(Error::internal)?.to_string())
}

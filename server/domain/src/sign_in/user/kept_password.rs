//! A password as its user's row keeps it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use crate::sign_in::authentication::{MARK_LENGTH, PasswordMemory, brought_digest, verify_unknown_user};
use crate::{Error, Store};

/// A password as it is kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct UserPassword {
    /// See [`brought_digest`].
    hash: String,
    /// Another one with each password, by chance, in base64url: made of a hash without salt it would tell of the password when the hash is long another.
    mark: String,
}

impl std::fmt::Debug for UserPassword {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("UserPassword")
    }
}

impl UserPassword {
    pub(super) fn new(store: &Store, hash: String) -> Result<Self, Error> {
        let mut mark = [0; MARK_LENGTH];
        store.environment().random.fill(&mut mark)?;
        Ok(Self { mark: URL_SAFE_NO_PAD.encode(mark), hash })
    }

    /// Tells it from every other one that the user has had or will have, and nothing else about it.
    pub(super) fn mark_text(&self) -> &str {
        &self.mark
    }

    /// Whether it is the password. It computes for long: see [`is_right`](super::password::is_right).
    pub(super) fn is(&self, password: &str, memory: &mut PasswordMemory) -> bool {
        if brought_digest::is_at_once(&self.hash) {
            // Or nobody but them would be as quick.
            verify_unknown_user(password, memory);
        }
        brought_digest::verify(&self.hash, password, memory)
    }

    pub(super) fn mark(&self) -> Option<[u8; MARK_LENGTH]> {
        URL_SAFE_NO_PAD.decode(&self.mark).ok()?.try_into().ok()
    }

    pub(super) fn is_as_new(&self) -> bool {
        brought_digest::is_as_new(&self.hash)
    }

    /// The same password with another hash.
    pub(super) fn hashed_anew(self, hash: String) -> Self {
        Self { hash, ..self }
    }
}

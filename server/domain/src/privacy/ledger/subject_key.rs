//! The key of one subject. What is sealed with it is nobody's any more once it is thrown away.
//!
//! A sealed payload is: version `1` (1 byte), nonce (12), ciphertext of AES-256-GCM with its tag. Its context is authenticated with it.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use crate::environment::Random;
use crate::storage::seal::Sealed;
use crate::{Error, Result};

const VERSION: u8 = 1;
const HEADER_LENGTH: usize = 1 + NONCE_LEN;
/// Bytes of a key.
pub(super) const LENGTH: usize = 32;

pub(super) struct SubjectKey(LessSafeKey);

impl SubjectKey {
    pub(super) fn new(bytes: &[u8]) -> Result<Self> {
        let key = UnboundKey::new(&AES_256_GCM, bytes).map_err(|_| Error::internal("a subject's key isn't one"))?;
        Ok(Self(LessSafeKey::new(key)))
    }

    pub(super) fn seal(&self, random: &dyn Random, context: &str, plaintext: &[u8]) -> Result<Sealed> {
        let mut nonce = [0; NONCE_LEN];
        random.fill(&mut nonce)?;
        let mut sealed = Vec::with_capacity(HEADER_LENGTH + plaintext.len() + AES_256_GCM.tag_len());
        sealed.push(VERSION);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plaintext);
        let tag = self
            .0
            .seal_in_place_separate_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(context),
                &mut sealed[HEADER_LENGTH..],
            )
            .map_err(|_| Error::internal("sealing failed"))?;
        sealed.extend_from_slice(tag.as_ref());
        Ok(Sealed(sealed))
    }

    pub(super) fn open(&self, context: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        let changed = || Error::internal(format!("{context}: the sealed value was changed or moved"));
        let (header, body) = sealed.split_at_checked(HEADER_LENGTH).ok_or_else(changed)?;
        let nonce = match header.split_first() {
            Some((&VERSION, nonce)) => Nonce::try_assume_unique_for_key(nonce).map_err(|_| changed())?,
            _ => return Err(changed()),
        };
        let mut body = body.to_vec();
        let length = self.0.open_in_place(nonce, Aad::from(context), &mut body).map_err(|_| changed())?.len();
        body.truncate(length);
        Ok(body)
    }
}

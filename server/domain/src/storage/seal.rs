//! Secrets at rest: AES-256-GCM under master keys that live outside the database.
//!
//! A sealed value is: version `1` (1 byte), fingerprint of the master key (4), nonce (12), ciphertext with its tag. The caller's context
//! (`client_secret:{tenant}:{id}`) is authenticated with it, so a value that is copied into another row doesn't open there.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::{digest, hmac};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use sea_orm::DeriveValueType;

use crate::environment::Random;
use crate::{Error, Result};

const VERSION: u8 = 1;
const KEY_LENGTH: usize = 32;
const FINGERPRINT_LENGTH: usize = 4;
const HEADER_LENGTH: usize = 1 + FINGERPRINT_LENGTH + NONCE_LEN;

/// A value as the database holds it. Nothing outside this crate can open it or write it out.
#[derive(Clone, PartialEq, Eq, DeriveValueType)]
pub struct Sealed(pub(crate) Vec<u8>);

impl std::fmt::Debug for Sealed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("(sealed)")
    }
}

struct MasterKey {
    fingerprint: [u8; FINGERPRINT_LENGTH],
    key: LessSafeKey,
    /// For [`Row::version`](crate::storage::row::Row::version).
    versions: hmac::Key,
}

/// The keys that seal secrets: the first one seals, every one opens. To rotate, put a new one in front.
pub struct MasterKeys(Vec<MasterKey>);

impl std::fmt::Debug for MasterKeys {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "MasterKeys({})", self.0.len())
    }
}

impl MasterKeys {
    /// Reads 256-bit keys in base64 (standard or URL alphabet), separated by commas or white space.
    ///
    /// # Errors
    /// [`Error::Invalid`] (field `master_keys`) when there is none, or one isn't 32 bytes of base64. The message never repeats it.
    pub fn from_base64_list(list: &str) -> Result<Self> {
        let keys = list
            .split(|separator: char| separator == ',' || separator.is_whitespace())
            .filter(|text| !text.is_empty())
            .enumerate()
            .map(|(index, text)| {
                [&STANDARD, &STANDARD_NO_PAD, &URL_SAFE, &URL_SAFE_NO_PAD]
                    .iter()
                    .find_map(|engine| engine.decode(text).ok())
                    .filter(|bytes| bytes.len() == KEY_LENGTH)
                    .and_then(|bytes| MasterKey::new(&bytes))
                    .ok_or_else(|| {
                        Error::invalid("master_keys", format!("key {} isn't {KEY_LENGTH} bytes of base64", index + 1))
                    })
            })
            .collect::<Result<Vec<_>>>()?;
        if keys.is_empty() {
            return Err(Error::invalid("master_keys", "there is no key"));
        }
        Ok(Self(keys))
    }

    /// Reads the keys from `path`; makes the file with one new key, readable by its owner alone, when there is none.
    ///
    /// # Errors
    /// [`Error::Invalid`] (field `master_keys`) when others may read the file or it holds no key; [`Error::Internal`] when it can't
    /// be read or made.
    pub fn load_or_create(path: &Path, random: &dyn Random) -> Result<Self> {
        match File::open(path) {
            Ok(file) => Self::load(path, file),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                create(path, random)?;
                let file = File::open(path).map_err(|error| unusable(path, &error))?;
                Self::load(path, file)
            }
            Err(error) => Err(unusable(path, &error)),
        }
    }

    fn load(path: &Path, mut file: File) -> Result<Self> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = file.metadata().map_err(|error| unusable(path, &error))?.permissions().mode();
            if mode & 0o077 != 0 {
                let message = format!(
                    "{} may be read by others (mode {:04o}): every stored secret depends on it; run chmod 600 on it",
                    path.display(),
                    mode & 0o7777
                );
                return Err(Error::invalid("master_keys", message));
            }
        }
        let mut list = String::new();
        file.read_to_string(&mut list).map_err(|error| unusable(path, &error))?;
        Self::from_base64_list(&list)
    }

    /// Seals `plaintext` for the place that `context` names.
    ///
    /// # Errors
    /// [`Error::Internal`] without randomness.
    pub fn seal(&self, random: &dyn Random, context: &str, plaintext: &[u8]) -> Result<Sealed> {
        let master = self.0.first().ok_or_else(|| Error::internal("there is no master key"))?;
        let mut nonce = [0; NONCE_LEN];
        random.fill(&mut nonce)?;
        let mut sealed = Vec::with_capacity(HEADER_LENGTH + plaintext.len() + AES_256_GCM.tag_len());
        sealed.push(VERSION);
        sealed.extend_from_slice(&master.fingerprint);
        sealed.extend_from_slice(&nonce);
        let mut body = plaintext.to_vec();
        master
            .key
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(context), &mut body)
            .map_err(|_| Error::internal("sealing failed"))?;
        sealed.extend_from_slice(&body);
        Ok(Sealed(sealed))
    }

    /// The first key's.
    ///
    /// # Errors
    /// [`Error::Internal`] without any.
    pub(crate) fn version_key(&self) -> Result<&hmac::Key> {
        self.0.first().map(|master| &master.versions).ok_or_else(|| Error::internal("there is no master key"))
    }

    /// Opens what was sealed for `context`.
    ///
    /// # Errors
    /// [`Error::Internal`] when its master key isn't among these, or it was changed or moved.
    pub fn open(&self, context: &str, sealed: &Sealed) -> Result<Vec<u8>> {
        let bytes = &sealed.0;
        if bytes.len() < HEADER_LENGTH || bytes[0] != VERSION {
            return Err(Error::internal(format!("{context}: not a sealed value")));
        }
        let (fingerprint, nonce) = bytes[1..HEADER_LENGTH].split_at(FINGERPRINT_LENGTH);
        let nonce =
            Nonce::try_assume_unique_for_key(nonce).map_err(|_| Error::internal("a nonce of the wrong length"))?;
        let master = self.0.iter().find(|master| master.fingerprint == fingerprint).ok_or_else(|| {
            Error::internal(format!(
                "{context}: sealed under a master key that this installation doesn't have (any more)"
            ))
        })?;
        let mut body = bytes[HEADER_LENGTH..].to_vec();
        let length = master
            .key
            .open_in_place(nonce, Aad::from(context), &mut body)
            .map_err(|_| Error::internal(format!("{context}: the sealed value was changed or moved")))?
            .len();
        body.truncate(length);
        Ok(body)
    }

    /// As [`MasterKeys::open`], for a value that is text.
    ///
    /// # Errors
    /// As [`MasterKeys::open`].
    pub fn open_text(&self, context: &str, sealed: &Sealed) -> Result<String> {
        String::from_utf8(self.open(context, sealed)?).map_err(|_| Error::internal(format!("{context}: not text")))
    }
}

impl MasterKey {
    fn new(bytes: &[u8]) -> Option<Self> {
        let mut fingerprint = [0; FINGERPRINT_LENGTH];
        fingerprint.copy_from_slice(&digest::digest(&digest::SHA256, bytes).as_ref()[..FINGERPRINT_LENGTH]);
        let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, bytes).ok()?);
        // A key of its own for another purpose (RFC 5869 has the longer way to it).
        let versions = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, bytes), b"authplane versions of rows");
        Some(Self { fingerprint, key, versions: hmac::Key::new(hmac::HMAC_SHA256, versions.as_ref()) })
    }
}

/// Writes a whole file beside the place and links it there, which fails when somebody was faster: nobody ever sees half a
/// key, and two processes that start together use one.
fn create(path: &Path, random: &dyn Random) -> Result<()> {
    let mut key = [0; KEY_LENGTH];
    random.fill(&mut key)?;
    let mut suffix = [0; 8];
    random.fill(&mut suffix)?;
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{:016x}", u64::from_be_bytes(suffix)));
    let temporary = path.with_file_name(name);

    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let written = options.open(&temporary).and_then(|mut file| {
        writeln!(file, "{}", STANDARD.encode(key))?;
        file.sync_all()
    });
    let linked = written.and_then(|()| fs::hard_link(&temporary, path));
    // The temporary name goes in any case; what remains if that fails is a key that seals nothing.
    drop(fs::remove_file(&temporary));
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(unusable(path, &error)),
        _ => match path.parent().map(File::open) {
            // The new name must survive a power cut as surely as what will be sealed under it.
            Some(Ok(folder)) => folder.sync_all().map_err(|error| unusable(path, &error)),
            _ => Ok(()),
        },
    }
}

fn unusable(path: &Path, error: &std::io::Error) -> Error {
    Error::internal(format!("{}: {error}", path.display()))
}

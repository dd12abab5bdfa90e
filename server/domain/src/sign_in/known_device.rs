//! Devices in which an account signed in before: what lets its owner in while wrong passwords of others lock it.
//!
//! Nothing is stored. The device keeps a text that the master key sealed for tenant, server, method and name, with the mark of the password that was right: a new
//! password ends it, and so does another user of the name. It proves nothing but that its holder once knew the password, so it saves nobody from entering it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::catalogue::server_key::ServerKey;
use crate::sign_in::authentication::StaticUser;
use crate::sign_in::user::User;
use crate::storage::seal::Sealed;
use crate::{Result, Store};

const ID_LENGTH: usize = 16;
const MARK_LENGTH: usize = 16;

/// Whose device it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The user, as their tokens have it.
    pub subject: String,
    mark: [u8; MARK_LENGTH],
}

impl From<&StaticUser> for Account {
    fn from(user: &StaticUser) -> Self {
        Self { subject: user.username.clone(), mark: user.password_mark() }
    }
}

impl Account {
    /// That of a user who has a password.
    #[must_use]
    pub fn of(user: &User) -> Option<Self> {
        Some(Self { subject: user.id.clone(), mark: user.password_mark()? })
    }
}

/// A device that an account knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownDevice {
    id: [u8; ID_LENGTH],
}

impl KnownDevice {
    /// A device that nobody has seen yet.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] without randomness.
    pub fn new(store: &Store) -> Result<Self> {
        let mut id = [0; ID_LENGTH];
        store.environment().random.fill(&mut id)?;
        Ok(Self { id })
    }

    /// The device that shows this text, if it is a device of this user of this method now.
    #[must_use]
    pub fn recognize(
        store: &Store,
        server: ServerKey<'_>,
        method: &str,
        account: &Account,
        text: &str,
    ) -> Option<Self> {
        let sealed = Sealed(URL_SAFE_NO_PAD.decode(text).ok()?);
        // What doesn't open isn't of this account, or of another installation.
        let content = store.open(&context(server, method, &account.subject), &sealed).ok()?;
        let (expires_at, rest) = content.split_first_chunk::<8>()?;
        let (mark, id) = rest.split_first_chunk::<MARK_LENGTH>()?;
        let holds = i64::from_be_bytes(*expires_at) > store.now().timestamp() && *mark == account.mark;
        if holds { Some(Self { id: id.try_into().ok()? }) } else { None }
    }

    /// The text by which the user's device is recognized for so many seconds.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] without randomness or master key.
    pub fn text(
        &self,
        store: &Store,
        server: ServerKey<'_>,
        method: &str,
        account: &Account,
        seconds: i64,
    ) -> Result<String> {
        let expires_at = store.now().timestamp().saturating_add(seconds).to_be_bytes();
        let content = [&expires_at[..], &account.mark, &self.id].concat();
        Ok(URL_SAFE_NO_PAD.encode(store.seal(&context(server, method, &account.subject), &content)?.0))
    }

    /// What is counted for it.
    #[must_use]
    pub fn id(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.id)
    }
}

/// Names may hold any letter, so each is told its length.
fn context(server: ServerKey<'_>, method: &str, username: &str) -> String {
    let names = [server.tenant, server.id, method, username].map(|name| format!(":{}:{name}", name.len()));
    format!("known_device{}", names.concat())
}

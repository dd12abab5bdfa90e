//! What came of a login request so far: its states, and what may follow upon each.
//!
//! | from | by | to |
//! |---|---|---|
//! | any | the browser is sent to a custom login page | `AtPage` |
//! | `AtPage` | the page says who signed in, or that nobody will | `SignedIn`, `Rejected` |
//! | `SignedIn`, `Granted` | a page says what is granted, or that nothing is | `Granted`, `Rejected` |
//! | any | the browser signs in, or comes back from the page | `SignedIn`; `Granted` where that was for the same user |
//!
//! What ends it, an authorization grant or a refusal that the client is told, ends the row.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use crate::sign_in::session::Authentication;

/// What came of a login request so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(try_from = "Stored", into = "Stored")]
pub enum Progress {
    /// Nothing.
    #[default]
    Waiting,
    /// The user is with the custom page of a method: nobody else's page can say who signed in.
    AtPage {
        /// The method.
        method: String,
    },
    /// Somebody signed in.
    SignedIn {
        /// The method whose custom page the user was sent to last, if they were.
        page: Option<String>,
        /// Who.
        by: SignedIn,
    },
    /// Somebody signed in, and a page of the operator's own asked them for consent.
    Granted {
        /// As in [`Progress::SignedIn`].
        page: Option<String>,
        /// Who signed in.
        by: SignedIn,
        /// What they granted.
        scopes: Vec<String>,
    },
    /// It ends without a grant, as soon as the browser is back.
    Rejected {
        /// As in [`Progress::SignedIn`].
        page: Option<String>,
        /// Who signed in, if it was a grant of theirs that was rejected.
        by: Option<SignedIn>,
        /// Why.
        why: Rejected,
    },
}

/// Who signed in for a login request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// How.
    pub authentication: Authentication,
    /// The browser's session; absent until the browser itself came back from a custom login page.
    pub session_id: Option<String>,
}

/// A refusal by a custom page: an error that the client is told (RFC 6749 §4.1.2.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// `access_denied` or another code of the RFC's.
    pub error: String,
    /// For people.
    pub error_description: String,
}

impl Progress {
    /// Of a request whose user is signed in already, if they are.
    #[must_use]
    pub fn begun(by: Option<SignedIn>) -> Self {
        by.map_or(Self::Waiting, |by| Self::SignedIn { page: None, by })
    }

    /// The browser is sent to the custom page of a method. What another page decided before counts no longer.
    #[must_use]
    pub fn at_page(method: &str) -> Self {
        Self::AtPage { method: method.to_owned() }
    }

    /// The page says who signed in. `None` when the user isn't with it, or with another method's.
    #[must_use]
    pub fn accepted(self, authentication: Authentication) -> Option<Self> {
        match self {
            Self::AtPage { method } if method == authentication.method_id => {
                Some(Self::SignedIn { page: Some(method), by: SignedIn { authentication, session_id: None } })
            }
            _ => None,
        }
    }

    /// The page says that nobody will sign in. `None` when the user isn't with it.
    #[must_use]
    pub fn refused(self, why: Rejected) -> Option<Self> {
        let Self::AtPage { method } = self else { return None };
        Some(Self::Rejected { page: Some(method), by: None, why })
    }

    /// A page says what whoever signed in has granted; the last word counts. `None` before somebody signed in, and after a refusal.
    #[must_use]
    pub fn granted(self, scopes: Vec<String>) -> Option<Self> {
        let (page, by) = self.open()?;
        Some(Self::Granted { page, by, scopes })
    }

    /// A page says that whoever signed in grants nothing. `None` as for [`Progress::granted`].
    #[must_use]
    pub fn grant_refused(self, why: Rejected) -> Option<Self> {
        let (page, by) = self.open()?;
        Some(Self::Rejected { page, by: Some(by), why })
    }

    /// Somebody signed in, in the browser. What was granted before stays granted for the same user only, and a refusal is no more.
    #[must_use]
    pub fn signed_in(self, by: SignedIn) -> Self {
        match self {
            Self::Waiting => Self::SignedIn { page: None, by },
            Self::AtPage { method } => Self::SignedIn { page: Some(method), by },
            Self::Granted { page, by: former, scopes } if former.is_same_user(&by) => {
                Self::Granted { page, by, scopes }
            }
            Self::SignedIn { page, .. } | Self::Granted { page, .. } | Self::Rejected { page, .. } => {
                Self::SignedIn { page, by }
            }
        }
    }

    /// The method whose custom page the user was sent to last, if they were.
    #[must_use]
    pub fn page(&self) -> Option<&str> {
        match self {
            Self::Waiting => None,
            Self::AtPage { method } => Some(method),
            Self::SignedIn { page, .. } | Self::Granted { page, .. } | Self::Rejected { page, .. } => page.as_deref(),
        }
    }

    /// Who signed in, if somebody did; also where a page rejected what they were to grant.
    #[must_use]
    pub fn by(&self) -> Option<&SignedIn> {
        match self {
            Self::Waiting | Self::AtPage { .. } => None,
            Self::SignedIn { by, .. } | Self::Granted { by, .. } => Some(by),
            Self::Rejected { by, .. } => by.as_ref(),
        }
    }

    /// The scopes that a page of the operator's own granted on behalf of this user, if it did: never those that it granted for another one.
    #[must_use]
    pub fn granted_for(&self, subject: &str) -> Option<&[String]> {
        match self {
            Self::Granted { by, scopes, .. } if by.authentication.subject == subject => Some(scopes),
            _ => None,
        }
    }

    /// Somebody signed in, and nothing is refused.
    fn open(self) -> Option<(Option<String>, SignedIn)> {
        match self {
            Self::SignedIn { page, by } | Self::Granted { page, by, .. } => Some((page, by)),
            Self::Waiting | Self::AtPage { .. } | Self::Rejected { .. } => None,
        }
    }
}

impl SignedIn {
    fn is_same_user(&self, other: &Self) -> bool {
        self.authentication.subject == other.authentication.subject
    }
}

/// [`Progress`] in its column, in which replicas of any version read it.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    custom_method: Option<String>,
    signed_in: Option<SignedIn>,
    granted_scopes: Option<Vec<String>>,
    rejected: Option<Rejected>,
}

impl From<Progress> for Stored {
    fn from(progress: Progress) -> Self {
        let (page, by, granted_scopes, rejected) = match progress {
            Progress::Waiting => (None, None, None, None),
            Progress::AtPage { method } => (Some(method), None, None, None),
            Progress::SignedIn { page, by } => (page, Some(by), None, None),
            Progress::Granted { page, by, scopes } => (page, Some(by), Some(scopes), None),
            Progress::Rejected { page, by, why } => (page, by, None, Some(why)),
        };
        Self { custom_method: page, signed_in: by, granted_scopes, rejected }
    }
}

impl TryFrom<Stored> for Progress {
    type Error = &'static str;

    fn try_from(stored: Stored) -> Result<Self, Self::Error> {
        let Stored { custom_method: page, signed_in: by, granted_scopes, rejected } = stored;
        match (by, granted_scopes, rejected) {
            (None, None, None) => Ok(page.map_or(Self::Waiting, |method| Self::AtPage { method })),
            (Some(by), None, None) => Ok(Self::SignedIn { page, by }),
            (Some(by), Some(scopes), None) => Ok(Self::Granted { page, by, scopes }),
            (by, None, Some(why)) => Ok(Self::Rejected { page, by, why }),
            (_, Some(_), Some(_)) => Err("it is both granted and rejected"),
            (None, Some(_), None) => Err("nobody signed in who could have granted it"),
        }
    }
}

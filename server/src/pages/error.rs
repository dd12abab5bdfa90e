//! The page that says what went wrong, where nobody can be sent back to the application (RFC 6749 §4.1.2.1).

use askama::Template;
use http::StatusCode;

use super::address::{Address, Use};
use super::layout::{self, Frame, Layout};
use super::texts::{ErrorTexts, Explained};
use crate::edge::Answer;

/// Says what went wrong. Nothing of it is a link, unless it is known where that leads: what is wrong with a request may be just this.
#[derive(Clone, Copy, Debug)]
pub struct ErrorPage<'a> {
    /// Around it. The client is left out, since it may be what isn't known.
    pub frame: Frame<'a>,
    /// Status of the answer.
    pub status: StatusCode,
    /// What to tell people.
    pub reason: Reason,
    /// What to tell developers: `error` of RFC 6749.
    pub error: Option<&'a str>,
    /// What to tell developers: `error_description` of RFC 6749.
    pub description: Option<&'a str>,
    /// Identifies the request in the log.
    pub request_id: &'a str,
    /// When to try again, as `Retry-After` and in words.
    pub retry_after_seconds: Option<u64>,
}

/// What went wrong, as far as people want to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The application sent a request that can't be handled.
    BadRequest,
    /// The page or the login is too old, or was used before.
    Expired,
    /// The page was opened in another browser, or cookies don't work.
    OtherBrowser,
    /// The user may not do this.
    Refused,
    /// There is nothing at this address.
    NotFound,
    /// The service that the user signs in with refused or failed.
    IdentityProvider,
    /// The server is busy or has no database.
    Unavailable,
    /// The server failed.
    Internal,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::BadRequest,
        Self::Expired,
        Self::OtherBrowser,
        Self::Refused,
        Self::NotFound,
        Self::IdentityProvider,
        Self::Unavailable,
        Self::Internal,
    ];

    fn explained(self, texts: &ErrorTexts) -> Explained {
        match self {
            Self::BadRequest => texts.bad_request,
            Self::Expired => texts.expired,
            Self::OtherBrowser => texts.other_browser,
            Self::Refused => texts.refused,
            Self::NotFound => texts.not_found,
            Self::IdentityProvider => texts.identity_provider,
            Self::Unavailable => texts.unavailable,
            Self::Internal => texts.internal,
        }
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct Page<'a> {
    layout: Layout<'a>,
    content: &'a ErrorPage<'a>,
    explained: Explained,
    waiting: Option<String>,
    continue_to: Option<Address>,
}

impl ErrorPage<'_> {
    /// The status that it was given.
    #[must_use]
    pub fn render(&self) -> Answer {
        self.leading_to(self.frame.without_client(), None)
    }

    /// The same with a link to the application: the redirection URI, which was compared with the registered ones, with what the application is told. Whether it is
    /// followed is the user's to decide.
    #[must_use]
    pub fn render_with_way_back(&self, way_back: &str) -> Answer {
        self.leading_to(self.frame, Address::checked(way_back, Use::Application))
    }

    fn leading_to(&self, frame: Frame<'_>, continue_to: Option<Address>) -> Answer {
        let texts = frame.texts();
        let page = Page {
            layout: frame.layout(),
            content: self,
            explained: self.reason.explained(&texts.error),
            waiting: self.retry_after_seconds.map(|seconds| texts.waiting.after(seconds)),
            continue_to,
        };
        layout::with_retry_after(layout::answer(self.status, &page.layout, &page), self.retry_after_seconds)
    }
}

//! The account page: what somebody gave of what is theirs, and where they are signed in. It has parts, each with a page of its own:
//!
//! | part | file |
//! |---|---|
//! | applications with access | [`applications`] |
//! | consents | [`consents`] |
//! | sessions, and the browser as a known device | [`sessions`] |
//! | what was written down | [`events`] |
//!
//! Each form sends `csrf` and what it is about, to the page that it stands on.

pub mod applications;
pub mod consents;
pub mod events;
pub mod sessions;

use askama::Template;
use http::StatusCode;

use super::address::Address;
use super::layout::{self, Frame, Layout};
use super::texts::NoticeTexts;
use crate::edge::Answer;

/// What the pages of an account have in common.
#[derive(Clone, Copy)]
pub struct Account<'a> {
    /// Around it.
    pub frame: Frame<'a>,
    /// Where the account page is: a place of this server, with the parts below it.
    pub root: &'a str,
    /// Sent with each form, against forgery.
    pub form_token: &'a str,
    /// What came of what the user did last.
    pub notice: Option<Notice>,
}

/// What came of what somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// An application lost its access.
    Removed,
    /// A consent was given.
    Given,
    /// A consent was taken back.
    Withdrawn,
    /// Sessions have ended.
    Ended,
    /// The browser is no known device any more.
    Forgotten,
    /// Nothing: they had to sign in again first.
    SignedInAgain,
    /// Nothing: the consent isn't any more what they had read.
    Changed,
}

impl Notice {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Removed, Self::Given, Self::Withdrawn, Self::Ended, Self::Forgotten, Self::SignedInAgain, Self::Changed];

    /// As it stands in an address.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::Given => "given",
            Self::Withdrawn => "withdrawn",
            Self::Ended => "ended",
            Self::Forgotten => "forgotten",
            Self::SignedInAgain => "signed-in-again",
            Self::Changed => "changed",
        }
    }

    /// The one that an address has; `None` for what is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.word() == word)
    }

    fn text(self, texts: &NoticeTexts) -> &'static str {
        match self {
            Self::Removed => texts.removed,
            Self::Given => texts.given,
            Self::Withdrawn => texts.withdrawn,
            Self::Ended => texts.ended,
            Self::Forgotten => texts.forgotten,
            Self::SignedInAgain => texts.signed_in_again,
            Self::Changed => texts.changed,
        }
    }
}

impl Account<'_> {
    fn place(&self, below: &str) -> Option<Address> {
        // With something behind it, what is no path may become an address of somewhere else.
        self.root.starts_with('/').then(|| Address::own(&format!("{}{below}", self.root)))?
    }

    fn notice(&self) -> Option<&'static str> {
        Some(self.notice?.text(&self.frame.texts().account.notices))
    }
}

/// Where everything is.
#[derive(Clone, Copy)]
pub struct Overview<'a> {
    /// What all of them have.
    pub account: Account<'a>,
    /// Who is signed in, as they know themselves.
    pub subject: &'a str,
    /// Where they sign out: a place of this server.
    pub sign_out: &'a str,
}

/// Says that nobody signed in, and so nothing is shown.
#[derive(Clone, Copy)]
pub struct NotSignedIn<'a> {
    /// Around it.
    pub frame: Frame<'a>,
    /// The page that they wanted: a place of this server, which asks them to sign in.
    pub account: &'a str,
}

#[derive(Template)]
#[template(path = "account.html")]
struct OverviewPage<'a> {
    layout: Layout<'a>,
    subject: &'a str,
    parts: Vec<(&'static str, &'static str, Address)>,
    notice: Option<&'static str>,
    download: Option<Address>,
    sign_out: Option<Address>,
}

#[derive(Template)]
#[template(path = "account_not_signed_in.html")]
struct NotSignedInPage<'a> {
    layout: Layout<'a>,
    account: Option<Address>,
}

impl Overview<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let words = &self.account.frame.texts().account;
        let parts = [
            (words.applications.title, words.applications.about, "/applications"),
            (words.consents.title, words.consents.about, "/consents"),
            (words.sessions.title, words.sessions.about, "/sessions"),
            (words.events.title, words.events.about, "/events"),
        ];
        let place = |(title, about, below)| Some((title, about, self.account.place(below)?));
        let page = OverviewPage {
            layout: self.account.frame.layout(),
            subject: self.subject,
            parts: parts.into_iter().filter_map(place).collect(),
            notice: self.account.notice(),
            download: self.account.place("/data.json"),
            sign_out: Address::own(self.sign_out),
        };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

impl NotSignedIn<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let page = NotSignedInPage { layout: self.frame.layout(), account: Address::own(self.account) };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

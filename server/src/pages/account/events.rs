//! The part of the account page with what the privacy ledger has of the user.

use askama::Template;
use chrono::{DateTime, Utc};
use http::StatusCode;

use super::Account;
use crate::edge::Answer;
use crate::pages::address::Address;
use crate::pages::layout::{self, Layout};

/// Shows events, the newest first.
#[derive(Clone, Copy)]
pub struct Events<'a> {
    /// What all parts have.
    pub account: Account<'a>,
    /// In the order in which they are shown.
    pub events: &'a [Event<'a>],
    /// Where there are older ones: before this number.
    pub older: Option<u64>,
    /// There are newer ones than these.
    pub is_continued: bool,
}

/// What happened.
#[derive(Clone, Copy)]
pub struct Event<'a> {
    /// Its number in the ledger.
    pub number: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// What; `None` for what can't be read.
    pub happened: Option<Happened<'a>>,
}

/// What happened to a consent.
#[derive(Clone, Copy)]
pub struct Happened<'a> {
    /// It was given, or else taken back.
    pub granted: bool,
    /// What the consent was called then.
    pub consent: &'a str,
    /// Its version.
    pub version: i64,
    /// The user only let it happen.
    pub implicit: bool,
}

#[derive(Template)]
#[template(path = "account_events.html")]
struct Page<'a> {
    layout: Layout<'a>,
    events: Vec<(&'a Event<'a>, String)>,
    notice: Option<&'static str>,
    back: Option<Address>,
    newest: Option<Address>,
    older: Option<Address>,
}

impl Events<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let frame = &self.account.frame;
        let page = Page {
            layout: frame.layout(),
            events: self.events.iter().map(|event| (event, frame.language.moment(event.at))).collect(),
            notice: self.account.notice(),
            back: self.account.place(""),
            newest: self.account.place("/events").filter(|_| self.is_continued),
            older: self.older.and_then(|number| self.account.place(&format!("/events?before={number}"))),
        };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

//! The part of the account page with the sessions, and with the browser as a known device.

use askama::Template;
use chrono::{DateTime, Utc};
use http::StatusCode;

use super::Account;
use crate::edge::Answer;
use crate::pages::address::Address;
use crate::pages::layout::{self, Layout};

/// Shows sessions. The forms send `end`: `one` with a `session_id`, `others` or `all`; or `forget`: `device`.
#[derive(Clone, Copy)]
pub struct Sessions<'a> {
    /// What all parts have.
    pub account: Account<'a>,
    /// The current one first.
    pub sessions: &'a [Session<'a>],
    /// There are more than these.
    pub has_more: bool,
    /// Whether the account knows this browser; `None` where the method that the user signed in by knows no devices.
    pub is_known_device: Option<bool>,
    /// Where the user signs out of this session: a place of this server.
    pub sign_out: &'a str,
}

/// A session, as far as it is known.
#[derive(Clone, Copy)]
pub struct Session<'a> {
    /// Its id.
    pub id: &'a str,
    /// It is the browser's own.
    pub is_current: bool,
    /// When the user signed in.
    pub since: DateTime<Utc>,
    /// When it ends by itself.
    pub until: DateTime<Utc>,
    /// Where they were then.
    pub address: Option<&'a str>,
    /// How they signed in.
    pub method: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "account_sessions.html")]
struct Page<'a> {
    layout: Layout<'a>,
    content: &'a Sessions<'a>,
    sessions: Vec<Shown<'a>>,
    notice: Option<&'static str>,
    back: Option<Address>,
    action: Option<Address>,
    sign_out: Option<Address>,
}

struct Shown<'a> {
    session: &'a Session<'a>,
    since: String,
    until: String,
}

impl Sessions<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let frame = &self.account.frame;
        let shown = self.sessions.iter().map(|session| Shown {
            session,
            since: frame.language.moment(session.since),
            until: frame.language.moment(session.until),
        });
        let page = Page {
            layout: frame.layout(),
            content: self,
            sessions: shown.collect(),
            notice: self.account.notice(),
            back: self.account.place(""),
            action: self.account.place("/sessions"),
            sign_out: Address::own(self.sign_out),
        };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

impl Page<'_> {
    fn has_others(&self) -> bool {
        self.content.has_more || self.sessions.iter().any(|shown| !shown.session.is_current)
    }
}

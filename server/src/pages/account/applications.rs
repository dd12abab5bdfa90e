//! The part of the account page with the applications that have access, each with a button that takes it back.

use askama::Template;
use chrono::{DateTime, Utc};
use http::StatusCode;

use super::Account;
use crate::edge::Answer;
use crate::pages::address::Address;
use crate::pages::consent::{self, Scope};
use crate::pages::layout::{self, Layout};

/// Shows applications. The form of each sends its `client_id`.
#[derive(Clone, Copy)]
pub struct Applications<'a> {
    /// What all parts have.
    pub account: Account<'a>,
    /// In the order in which they are shown.
    pub applications: &'a [Application<'a>],
    /// Where there are more: behind the application with this id.
    pub more: Option<&'a str>,
    /// Hours that a token lives at most.
    pub longest_token_hours: i64,
    /// Until when tokens of what was taken back may be accepted by who doesn't ask here.
    pub tokens_end: Option<DateTime<Utc>>,
}

/// An application that has access.
#[derive(Clone, Copy)]
pub struct Application<'a> {
    /// Its id.
    pub id: &'a str,
    /// For people; its id where it has none.
    pub name: &'a str,
    /// Since when it has access.
    pub since: DateTime<Utc>,
    /// Also while the user is away.
    pub offline: bool,
    /// What the user gave it.
    pub scopes: &'a [Scope<'a>],
}

#[derive(Template)]
#[template(path = "account_applications.html")]
struct Page<'a> {
    layout: Layout<'a>,
    content: &'a Applications<'a>,
    applications: Vec<Shown<'a>>,
    notice: Option<&'static str>,
    back: Option<Address>,
    action: Option<Address>,
    more: Option<Address>,
    tokens_end: Option<String>,
}

struct Shown<'a> {
    application: &'a Application<'a>,
    since: String,
    scopes: Vec<Scope<'a>>,
}

impl Applications<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let frame = &self.account.frame;
        let shown = self.applications.iter().map(|application| Shown {
            application,
            since: frame.language.moment(application.since),
            scopes: consent::explained(frame, application.scopes),
        });
        let more = |id: &str| {
            let query = form_urlencoded::Serializer::new(String::new()).append_pair("after", id).finish();
            self.account.place(&format!("/applications?{query}"))
        };
        let page = Page {
            layout: frame.layout(),
            content: self,
            applications: shown.collect(),
            notice: self.account.notice(),
            back: self.account.place(""),
            action: self.account.place("/applications"),
            more: self.more.and_then(more),
            tokens_end: self.tokens_end.map(|end| frame.language.moment(end)),
        };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

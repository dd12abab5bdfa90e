//! The part of the account page with the consents that are asked for, and what the user gave of them.

use askama::Template;
use chrono::{DateTime, Utc};
use http::StatusCode;

use super::Account;
use crate::edge::Answer;
use crate::pages::address::Address;
use crate::pages::layout::{self, Layout};

/// Shows consents. The form of each sends its `consent_id` and its `shown`, and `granted` (`true` or `false`).
#[derive(Clone, Copy)]
pub struct Consents<'a> {
    /// What all parts have.
    pub account: Account<'a>,
    /// In the order in which they are shown.
    pub consents: &'a [Consent<'a>],
    /// Where there are more: behind the consent with this id.
    pub more: Option<&'a str>,
    /// Somebody wanted to withdraw what can't be withdrawn.
    pub cannot_be_withdrawn: bool,
}

/// A consent, and what was given of it.
#[derive(Clone, Copy)]
pub struct Consent<'a> {
    /// Its id.
    pub id: &'a str,
    /// What its form calls this version of it, and no other consent.
    pub key: &'a str,
    /// For people.
    pub name: &'a str,
    /// For people; may be empty.
    pub description: &'a str,
    /// Services of whoever runs this that use the data, and what for; may be empty.
    pub services: &'a str,
    /// The same of others.
    pub third_parties: &'a str,
    /// Kinds of data; may be empty.
    pub categories: &'a str,
    /// The version that is shown, and would be given.
    pub version: i64,
    /// What the user gave.
    pub given: Given,
    /// Whether it could be taken back.
    pub can_be_withdrawn: bool,
}

/// What a user gave of a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// They said so.
    Explicitly(DateTime<Utc>),
    /// They let it happen.
    Implicitly(DateTime<Utc>),
    /// They gave an earlier version, which counts no longer.
    Outdated,
    /// Nothing, or nothing any more.
    Nothing,
}

#[derive(Template)]
#[template(path = "account_consents.html")]
struct Page<'a> {
    layout: Layout<'a>,
    content: &'a Consents<'a>,
    consents: Vec<Shown<'a>>,
    notice: Option<&'static str>,
    problem: Option<&'static str>,
    back: Option<Address>,
    action: Option<Address>,
    more: Option<Address>,
}

struct Shown<'a> {
    consent: &'a Consent<'a>,
    state: String,
    is_given: bool,
    can_be_given: bool,
}

impl Consents<'_> {
    /// 200; 422 where somebody wanted to withdraw what can't be withdrawn.
    #[must_use]
    pub fn render(&self) -> Answer {
        let frame = &self.account.frame;
        let words = &frame.texts().account.consents;
        let shown = self.consents.iter().map(|consent| {
            let state = match consent.given {
                Given::Explicitly(at) => words.given.with(&frame.language.moment(at)),
                Given::Implicitly(at) => words.given_implicitly.with(&frame.language.moment(at)),
                Given::Outdated => words.outdated.to_owned(),
                Given::Nothing => words.not_given.to_owned(),
            };
            let is_given = matches!(consent.given, Given::Explicitly(_) | Given::Implicitly(_));
            // Who let it happen may say so themselves.
            let can_be_given = !matches!(consent.given, Given::Explicitly(_));
            Shown { consent, state, is_given, can_be_given }
        });
        let more = |id: &str| {
            let query = form_urlencoded::Serializer::new(String::new()).append_pair("after", id).finish();
            self.account.place(&format!("/consents?{query}"))
        };
        let page = Page {
            layout: frame.layout(),
            content: self,
            consents: shown.collect(),
            notice: self.account.notice(),
            problem: self.cannot_be_withdrawn.then_some(words.cannot_be_withdrawn),
            back: self.account.place(""),
            action: self.account.place("/consents"),
            more: self.more.and_then(more),
        };
        let status = if self.cannot_be_withdrawn { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        layout::answer(status, &page.layout, &page)
    }
}

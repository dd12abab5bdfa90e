//! The page that asks a user for consents alone: what the application may do has been decided, or needn't be.

use askama::Template;
use http::StatusCode;

use super::address::Address;
use super::consent::{Scope, explained};
use super::layout::{self, Frame, Layout};
use super::missing_consent::MissingConsent;
use crate::edge::Answer;

/// Asks for consents. The form sends what [`MissingConsent`] says, `decision` (`allow` or `deny`) and the hidden fields.
#[derive(Clone, Copy)]
pub struct Agreement<'a> {
    /// Around it; its client is the application that asks.
    pub frame: Frame<'a>,
    /// Where the form is sent: a place of this server.
    pub action: &'a str,
    /// Sent with the form as they are.
    pub hidden: &'a [(&'a str, &'a str)],
    /// Who is signed in, as they know themselves.
    pub subject: &'a str,
    /// Where somebody else can sign in: a place of this server.
    pub somebody_else: Option<&'a str>,
    /// What is asked for, in the order in which it is shown.
    pub consents: &'a [MissingConsent<'a>],
    /// Of the scopes that the application gets, those of which it says what for and which data: they are told of, and can't be chosen.
    pub told: &'a [Scope<'a>],
}

#[derive(Template)]
#[template(path = "agreement.html")]
struct Page<'a> {
    layout: Layout<'a>,
    content: &'a Agreement<'a>,
    consents: &'a [MissingConsent<'a>],
    told: Vec<Scope<'a>>,
    action: Option<Address>,
    somebody_else: Option<Address>,
}

impl Agreement<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let page = Page {
            layout: self.frame.layout(),
            content: self,
            consents: self.consents,
            told: explained(&self.frame, self.told),
            action: Address::own(self.action),
            somebody_else: self.somebody_else.and_then(Address::own),
        };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

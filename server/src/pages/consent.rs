//! The page that asks a user what an application may do.

use askama::Template;
use http::StatusCode;

use super::address::Address;
use super::layout::{self, Frame, Layout};
use super::missing_consent::MissingConsent;
use crate::edge::Answer;

/// Asks for scopes, and for consents where there are any. The form sends a `scope` for each one that is left ticked, what [`MissingConsent`] says, `decision`
/// (`allow` or `deny`) and the hidden fields.
#[derive(Clone, Copy)]
pub struct Consent<'a> {
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
    pub scopes: &'a [Scope<'a>],
    /// What the user is to consent to besides, in the order in which it is shown.
    pub consents: &'a [MissingConsent<'a>],
}

/// One scope that is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scope<'a> {
    /// What the form sends.
    pub name: &'a str,
    /// For people. A standard scope that still has its first title and no description is explained in the language of the page.
    pub title: &'a str,
    /// For people; may be empty.
    pub description: &'a str,
    /// The service that it belongs to.
    pub service: Option<&'a str>,
    /// What the application says it needs it for.
    pub purpose: Option<&'a str>,
    /// What kinds of data the application says that it gets by it.
    pub pii_categories: &'a [&'a str],
    /// It can't be left out: shown without a box, and not sent.
    pub required: bool,
}

#[derive(Template)]
#[template(path = "consent.html")]
struct Page<'a> {
    layout: Layout<'a>,
    content: &'a Consent<'a>,
    scopes: Vec<Scope<'a>>,
    consents: &'a [MissingConsent<'a>],
    action: Option<Address>,
    somebody_else: Option<Address>,
}

impl Consent<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let page = Page {
            layout: self.frame.layout(),
            content: self,
            scopes: explained(&self.frame, self.scopes),
            consents: self.consents,
            action: Address::own(self.action),
            somebody_else: self.somebody_else.and_then(Address::own),
        };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

impl Page<'_> {
    fn has_choice(&self) -> bool {
        has_choice(&self.scopes)
    }
}

/// Can anything be left out?
pub(super) fn has_choice(scopes: &[Scope<'_>]) -> bool {
    scopes.iter().any(|scope| !scope.required)
}

/// The scopes with the texts that are shown: those of standard scopes are in the language of the page.
pub(super) fn explained<'a>(frame: &Frame<'a>, scopes: &[Scope<'a>]) -> Vec<Scope<'a>> {
    let standard = &frame.texts().consent.standard;
    let explained = scopes.iter().copied().map(|scope| match standard.of(scope.name, scope.title, scope.description) {
        Some((title, description)) => Scope { title, description, ..scope },
        None => scope,
    });
    explained.collect()
}

/// What a scope is called in the language of a page.
#[must_use]
pub fn shown_title<'a>(frame: &Frame<'a>, scope: Scope<'a>) -> &'a str {
    let title = frame.texts().consent.standard.of(scope.name, scope.title, scope.description).map(|(title, _)| title);
    title.unwrap_or_else(|| scope.heading())
}

impl<'a> Scope<'a> {
    /// A title that can be read; the name where nobody gave one.
    pub(super) fn heading(&self) -> &'a str {
        if self.title.trim().is_empty() { self.name } else { self.title }
    }
}

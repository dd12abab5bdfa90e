//! What all pages share: who they speak for, their frame, and their headers.

use std::fmt::Write as _;

use askama::Template;
use http::StatusCode;
use http::header::{
    CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, RETRY_AFTER, X_FRAME_OPTIONS,
};

use super::address::Address;
use super::language::Language;
use super::style;
use super::texts::{FrameTexts, Texts};
use crate::edge::Answer;

const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// Somebody that a page names: the authorization server, or the application.
///
/// Addresses that are neither `https:` nor on the loopback are left out, as if they weren't there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Party<'a> {
    /// Name.
    pub name: &'a str,
    /// Picture.
    pub logo: Option<&'a str>,
    /// Home page.
    pub home: Option<&'a str>,
    /// Privacy policy.
    pub policy: Option<&'a str>,
    /// Terms of service.
    pub terms: Option<&'a str>,
}

impl<'a> Party<'a> {
    /// Somebody of whom nothing but the name is known.
    #[must_use]
    pub fn named(name: &'a str) -> Self {
        Self { name, ..Self::default() }
    }
}

/// What is around the content of a page.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The language of the page.
    pub language: Language,
    /// The authorization server.
    pub server: Party<'a>,
    /// The application that the page is about, if any.
    pub client: Option<Party<'a>>,
}

impl<'a> Frame<'a> {
    /// The same page without its application.
    #[must_use]
    pub fn without_client(self) -> Self {
        Self { client: None, ..self }
    }

    /// What signing in by a password is called, where nobody gave it a name.
    #[must_use]
    pub fn word_for_password(&self) -> &'static str {
        self.texts().sign_in.password
    }

    pub(super) fn texts(&self) -> &'static Texts {
        self.language.texts()
    }

    pub(super) fn layout(&self) -> Layout<'a> {
        Layout {
            language: self.language,
            texts: self.texts(),
            server: Shown::of(self.server),
            client: self.client.map(Shown::of),
            stylesheet: style::STYLESHEET.path(),
            icon: style::ICON.path(),
        }
    }
}

/// A frame, ready for the templates: it has no addresses but checked ones.
pub(super) struct Layout<'a> {
    pub(super) language: Language,
    pub(super) texts: &'static Texts,
    pub(super) server: Shown<'a>,
    pub(super) client: Option<Shown<'a>>,
    pub(super) stylesheet: &'static str,
    pub(super) icon: &'static str,
}

impl<'a> Layout<'a> {
    /// Whom the page names, the application first: its terms are what the user is asked to agree to.
    pub(super) fn parties(&self) -> impl Iterator<Item = &Shown<'a>> {
        self.client.iter().chain(std::iter::once(&self.server))
    }

    pub(super) fn has_links(&self) -> bool {
        self.parties().any(|party| !party.links(&self.texts.frame).is_empty())
    }
}

/// A [`Party`], ready for the templates.
pub(super) struct Shown<'a> {
    pub(super) name: &'a str,
    /// Stands for the picture where there is none.
    pub(super) initial: String,
    pub(super) logo: Option<Address>,
    home: Option<Address>,
    policy: Option<Address>,
    terms: Option<Address>,
}

impl<'a> Shown<'a> {
    fn of(party: Party<'a>) -> Self {
        let initial = party.name.chars().find(|letter| letter.is_alphanumeric());
        Self {
            name: party.name,
            initial: initial.map(|letter| letter.to_uppercase().collect()).unwrap_or_default(),
            logo: Address::web(party.logo),
            home: Address::web(party.home),
            policy: Address::web(party.policy),
            terms: Address::web(party.terms),
        }
    }

    /// Its links with their texts.
    pub(super) fn links(&self, texts: &FrameTexts) -> Vec<(&'static str, &Address)> {
        let links = [(texts.home, &self.home), (texts.policy, &self.policy), (texts.terms, &self.terms)];
        links.into_iter().filter_map(|(text, address)| Some((text, address.as_ref()?))).collect()
    }
}

/// What a page may do besides showing text, its style and the logos of its frame.
#[derive(Default)]
pub(super) struct Leave<'a> {
    /// Pages to show in frames.
    pub(super) frames: &'a [Address],
    /// Digest of the one script that may run, as the policy writes it: `sha256-…`.
    pub(super) script: Option<&'a str>,
}

/// Writes a page that does nothing but show text.
pub(super) fn answer(status: StatusCode, layout: &Layout<'_>, page: &impl Template) -> Answer {
    answer_with(status, layout, page, &Leave::default())
}

/// Writes a page. The headers of all pages are here and nowhere else.
pub(super) fn answer_with(status: StatusCode, layout: &Layout<'_>, page: &impl Template, leave: &Leave<'_>) -> Answer {
    let html = match page.render() {
        Ok(html) => html,
        Err(error) => {
            let cause = format!("a page can't be written: {error}");
            return Answer::empty(StatusCode::INTERNAL_SERVER_ERROR).because(Some(cause));
        }
    };
    Answer::bytes(status, "text/html; charset=utf-8", html)
        .with(CONTENT_SECURITY_POLICY, content_security_policy(layout, leave))
        // For browsers that don't know `frame-ancestors`.
        .with_static(X_FRAME_OPTIONS, "DENY")
        // The address of a page holds the state of somebody's login.
        .with_static(REFERRER_POLICY, "no-referrer")
        .with_static(CACHE_CONTROL, "no-store")
        .with_static(CONTENT_LANGUAGE, layout.language.tag())
        .with_static(PERMISSIONS_POLICY, "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
    // No Cross-Origin-Opener-Policy: it cuts the tie to the page that opened a pop-up, by which applications that sign in in one learn that it is done.
}

/// Asks to be left alone for so many seconds.
pub(super) fn with_retry_after(answer: Answer, seconds: Option<u64>) -> Answer {
    match seconds {
        Some(seconds) => answer.with(RETRY_AFTER, seconds),
        None => answer,
    }
}

/// Content Security Policy, level 3.
///
/// There is no `form-action`: Chromium holds every redirect that follows a form against it, also those of the application that the user is sent back to,
/// and nobody knows these. What it would keep out is kept out already: markup can't get into a page, and a form's target is checked.
fn content_security_policy(layout: &Layout<'_>, leave: &Leave<'_>) -> String {
    let logos = layout.parties().filter_map(|party| party.logo.as_ref());
    let mut policy = "default-src 'none'; style-src 'self'".to_owned();
    add_sources(&mut policy, "; img-src 'self'", logos);
    if !leave.frames.is_empty() {
        add_sources(&mut policy, "; frame-src", leave.frames);
    }
    if let Some(digest) = leave.script {
        let _ = write!(policy, "; script-src '{digest}'");
    }
    policy.push_str("; base-uri 'none'; frame-ancestors 'none'");
    policy
}

/// A directive with the origins of some addresses, each once.
fn add_sources<'a>(policy: &mut String, directive: &str, addresses: impl IntoIterator<Item = &'a Address>) {
    let mut origins: Vec<&str> = addresses.into_iter().filter_map(Address::origin).collect();
    origins.sort_unstable();
    origins.dedup();
    policy.push_str(directive);
    for origin in origins {
        let _ = write!(policy, " {origin}");
    }
}

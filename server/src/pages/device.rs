//! The pages on which a user lets a device in (RFC 8628 §3.3): enter its code, see who asks, done.

use askama::Template;
use http::StatusCode;

use super::address::Address;
use super::consent::{self, Scope};
use super::layout::{self, Frame, Layout};
use super::missing_consent::MissingConsent;
use crate::edge::Answer;

/// Asks for the code that a device shows. The form sends `user_code` and the hidden fields.
#[derive(Clone, Copy)]
pub struct EnterCode<'a> {
    /// Around it.
    pub frame: Frame<'a>,
    /// Where the form is sent: a place of this server.
    pub action: &'a str,
    /// Sent with the form as they are.
    pub hidden: &'a [(&'a str, &'a str)],
    /// What is written into the field already: from `verification_uri_complete` (RFC 8628 §3.3.1), or what was wrong.
    pub user_code: &'a str,
    /// Why the page is shown again.
    pub problem: Option<UserCodeProblem>,
}

/// Why a code isn't taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserCodeProblem {
    /// No device waits with this code.
    UnknownCode,
    /// The device waited too long, or has its answer already.
    ExpiredCode,
    /// Somebody guesses codes (RFC 8628 §5.1).
    TooManyAttempts {
        /// When the next attempt is listened to.
        retry_after_seconds: u64,
    },
}

/// Shows who asks, before anything is given: the one defence against somebody who sends their own code to others (RFC 8628 §5.4). The form sends
/// a `scope` for each one that is left ticked, what [`MissingConsent`] says, `decision` (`allow` or `deny`) and the hidden fields.
#[derive(Clone, Copy)]
pub struct ConfirmDevice<'a> {
    /// Around it; its client is the application on the device.
    pub frame: Frame<'a>,
    /// Where the form is sent: a place of this server.
    pub action: &'a str,
    /// Sent with the form as they are.
    pub hidden: &'a [(&'a str, &'a str)],
    /// To compare with the device.
    pub user_code: &'a str,
    /// Who is signed in, as they know themselves.
    pub subject: Option<&'a str>,
    /// Where somebody else can sign in: a place of this server.
    pub somebody_else: Option<&'a str>,
    /// What is asked for, in the order in which it is shown.
    pub scopes: &'a [Scope<'a>],
    /// What the user is to consent to besides, in the order in which it is shown.
    pub consents: &'a [MissingConsent<'a>],
}

/// Says what came of it.
#[derive(Clone, Copy, Debug)]
pub struct DeviceDone<'a> {
    /// Around it.
    pub frame: Frame<'a>,
    /// The device was let in.
    pub approved: bool,
}

#[derive(Template)]
#[template(path = "device_enter.html")]
struct EnterPage<'a> {
    layout: Layout<'a>,
    content: &'a EnterCode<'a>,
    action: Option<Address>,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "device_confirm.html")]
struct ConfirmPage<'a> {
    layout: Layout<'a>,
    content: &'a ConfirmDevice<'a>,
    scopes: Vec<Scope<'a>>,
    consents: &'a [MissingConsent<'a>],
    action: Option<Address>,
    somebody_else: Option<Address>,
}

#[derive(Template)]
#[template(path = "message.html")]
struct DonePage<'a> {
    layout: Layout<'a>,
    title: &'a str,
    text: &'a str,
}

impl EnterCode<'_> {
    /// 200; 400 with a problem, and 429 with `Retry-After` after too many attempts.
    #[must_use]
    pub fn render(&self) -> Answer {
        let texts = self.frame.texts();
        let words = &texts.device;
        let (status, problem, retry_after) = match self.problem {
            None => (StatusCode::OK, None, None),
            Some(UserCodeProblem::UnknownCode) => (StatusCode::BAD_REQUEST, Some(words.unknown_code.to_owned()), None),
            Some(UserCodeProblem::ExpiredCode) => (StatusCode::BAD_REQUEST, Some(words.expired_code.to_owned()), None),
            Some(UserCodeProblem::TooManyAttempts { retry_after_seconds: seconds }) => {
                let text = format!("{} {}", words.too_many_attempts, texts.waiting.after(seconds));
                (StatusCode::TOO_MANY_REQUESTS, Some(text), Some(seconds))
            }
        };
        let page = EnterPage { layout: self.frame.layout(), content: self, action: Address::own(self.action), problem };
        layout::with_retry_after(layout::answer(status, &page.layout, &page), retry_after)
    }
}

impl ConfirmDevice<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let page = ConfirmPage {
            layout: self.frame.layout(),
            content: self,
            scopes: consent::explained(&self.frame, self.scopes),
            consents: self.consents,
            action: Address::own(self.action),
            somebody_else: self.somebody_else.and_then(Address::own),
        };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

impl ConfirmPage<'_> {
    fn has_choice(&self) -> bool {
        consent::has_choice(&self.scopes)
    }
}

impl DeviceDone<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let words = &self.frame.texts().device;
        let (title, text) =
            if self.approved { (words.approved_title, words.approved) } else { (words.denied_title, words.denied) };
        let page = DonePage { layout: self.frame.layout(), title, text };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

//! The page that asks for user name and password.

use askama::Template;
use http::StatusCode;

use super::address::Address;
use super::layout::{self, Frame, Layout};
use crate::edge::Answer;

/// Asks for user name and password. The form sends `username`, `password` and the hidden fields.
#[derive(Clone, Copy)]
pub struct SignIn<'a> {
    /// Around it.
    pub frame: Frame<'a>,
    /// Where the form is sent: a place of this server.
    pub action: &'a str,
    /// Sent with the form as they are.
    pub hidden: &'a [(&'a str, &'a str)],
    /// What is written into the field already: `login_hint`, or what was wrong.
    pub username: &'a str,
    /// Why the page is shown again.
    pub problem: Option<SignInProblem>,
    /// Whether users may give an e-mail address or a telephone number in the place of a name.
    pub by_address: bool,
    /// Names to choose from, where the method shows them.
    pub hint: &'a [&'a str],
    /// Where another method can be chosen: a place of this server.
    pub other_methods: Option<&'a str>,
    /// What ends the login with `access_denied`: a place of this server.
    pub cancel: Option<&'a str>,
    /// Whether the user is with the application again after that. A device is beside them.
    pub goes_back: bool,
}

/// Why somebody couldn't sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInProblem {
    /// No such user, or another password; nobody is told which.
    WrongCredentials,
    /// The user name or the address has been tried too often.
    TooManyAttempts {
        /// When the next attempt is listened to.
        retry_after_seconds: u64,
    },
    /// So many others sign in at this moment that nobody looked.
    Busy {
        /// When it may be another matter.
        retry_after_seconds: u64,
    },
    /// The password is right, and an administrator lets its user in no more.
    Suspended,
    /// The form was from a page that is no longer valid.
    Expired,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Page<'a> {
    layout: Layout<'a>,
    content: &'a SignIn<'a>,
    action: Option<Address>,
    other_methods: Option<Address>,
    cancel: Option<Address>,
    goes_back: bool,
    problem: Option<String>,
}

impl SignIn<'_> {
    /// 200; 400 with a problem, and with `Retry-After` 429 after too many attempts and 503 while there are too many at once.
    #[must_use]
    pub fn render(&self) -> Answer {
        let texts = self.frame.texts();
        let words = &texts.sign_in;
        let (status, problem, retry_after) = match self.problem {
            None => (StatusCode::OK, None, None),
            Some(SignInProblem::WrongCredentials) => {
                (StatusCode::BAD_REQUEST, Some(words.wrong_credentials.to_owned()), None)
            }
            Some(SignInProblem::Suspended) => (StatusCode::BAD_REQUEST, Some(words.suspended.to_owned()), None),
            Some(SignInProblem::Expired) => (StatusCode::BAD_REQUEST, Some(words.expired.to_owned()), None),
            Some(SignInProblem::TooManyAttempts { retry_after_seconds: seconds }) => {
                let text = format!("{} {}", words.too_many_attempts, texts.waiting.after(seconds));
                (StatusCode::TOO_MANY_REQUESTS, Some(text), Some(seconds))
            }
            Some(SignInProblem::Busy { retry_after_seconds: seconds }) => {
                let text = format!("{} {}", words.busy, texts.waiting.after(seconds));
                (StatusCode::SERVICE_UNAVAILABLE, Some(text), Some(seconds))
            }
        };
        let page = Page {
            layout: self.frame.layout(),
            content: self,
            action: Address::own(self.action),
            other_methods: self.other_methods.and_then(Address::own),
            cancel: self.cancel.and_then(Address::own),
            goes_back: self.goes_back,
            problem,
        };
        layout::with_retry_after(layout::answer(status, &page.layout, &page), retry_after)
    }
}

impl Page<'_> {
    /// The field that the cursor is in at first: the password, where the user name is known.
    fn begins_with_password(&self) -> bool {
        !self.content.username.is_empty()
    }

    /// What the field of the user name is called.
    fn username_label(&self) -> &'static str {
        let words = &self.content.frame.texts().sign_in;
        if self.content.by_address { words.username_or_address } else { words.username }
    }

    /// Ids of the texts that belong to the field of the user name.
    fn describing_username(&self) -> Option<&'static str> {
        match (self.problem.is_some(), !self.content.hint.is_empty()) {
            (true, true) => Some("problem hint-text"),
            (true, false) => Some("problem"),
            (false, true) => Some("hint-text"),
            (false, false) => None,
        }
    }
}

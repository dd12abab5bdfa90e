//! The pages of signing out (OpenID Connect RP-Initiated Logout 1.0): ask first, then say so.

use askama::Template;
use http::StatusCode;

use super::address::{Address, Use};
use super::layout::{self, Frame, Layout};
use crate::edge::Answer;

/// Asks whether to sign out (§2: where the request can't be trusted, the user is asked). The form sends `decision` (`sign_out` or `stay`) and the hidden
/// fields.
#[derive(Clone, Copy)]
pub struct ConfirmSignOut<'a> {
    /// Around it; its client is the application that asks, if one did.
    pub frame: Frame<'a>,
    /// Where the form is sent: a place of this server.
    pub action: &'a str,
    /// Sent with the form as they are.
    pub hidden: &'a [(&'a str, &'a str)],
    /// Who is signed in, as they know themselves.
    pub subject: Option<&'a str>,
}

/// Says that nobody is signed in any more, or that the user stayed.
#[derive(Clone, Copy, Debug)]
pub struct SignedOut<'a> {
    /// Around it.
    pub frame: Frame<'a>,
    /// The user chose to stay.
    pub stayed: bool,
    /// Where to go on: a `post_logout_redirect_uri` that was compared with the registered ones, with its `state`.
    pub continue_to: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "sign_out_confirm.html")]
struct ConfirmPage<'a> {
    layout: Layout<'a>,
    content: &'a ConfirmSignOut<'a>,
    action: Option<Address>,
}

#[derive(Template)]
#[template(path = "sign_out_done.html")]
struct DonePage<'a> {
    layout: Layout<'a>,
    title: &'a str,
    text: &'a str,
    continue_to: Option<Address>,
}

impl ConfirmSignOut<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let page = ConfirmPage { layout: self.frame.layout(), content: self, action: Address::own(self.action) };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

impl SignedOut<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let words = &self.frame.texts().sign_out;
        let (title, text) =
            if self.stayed { (words.stayed_title, words.stayed) } else { (words.done_title, words.done) };
        let continue_to = self.continue_to.and_then(|uri| Address::checked(uri, Use::Application));
        let page = DonePage { layout: self.frame.layout(), title, text, continue_to };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

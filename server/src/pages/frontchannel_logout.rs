//! The page that tells applications in hidden frames that the user signed out (OpenID Connect Front-Channel Logout 1.0 §3).

use askama::Template;
use http::StatusCode;

use super::address::{Address, Use};
use super::layout::{self, Frame, Layout, Leave};
use crate::edge::Answer;

/// How long applications have to be told, in seconds: without a script nobody learns that a frame has loaded.
const SECONDS: u8 = 3;

/// Opens `frontchannel_logout_uri`s, waits a moment, and goes on.
#[derive(Clone, Copy, Debug)]
pub struct FrontchannelLogout<'a> {
    /// Around it; its client is where the user goes on to, if it is known.
    pub frame: Frame<'a>,
    /// The applications' addresses, with `iss` and `sid`. Those that are neither `https:` nor on the loopback are left out.
    pub uris: &'a [&'a str],
    /// Where to go on: a place of this server, or a `post_logout_redirect_uri` that was compared with the registered ones, with its `state`.
    pub next: &'a str,
}

#[derive(Template)]
#[template(path = "frontchannel_logout.html")]
struct Page<'a> {
    layout: Layout<'a>,
    frames: &'a [Address],
    next: Option<Address>,
    seconds: u8,
}

impl FrontchannelLogout<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let frames: Vec<Address> = self.uris.iter().filter_map(|uri| Address::web(Some(uri))).collect();
        let purpose = if self.next.starts_with('/') { Use::Own } else { Use::Application };
        let page = Page {
            layout: self.frame.layout(),
            frames: &frames,
            next: Address::checked(self.next, purpose),
            seconds: SECONDS,
        };
        let leave = Leave { frames: &frames, script: None };
        layout::answer_with(StatusCode::OK, &page.layout, &page, &leave)
    }
}

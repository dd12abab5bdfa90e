//! The answer that a browser carries to the application in a form (OAuth 2.0 Form Post Response Mode 1.0).

use std::sync::LazyLock;

use askama::Template;
use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;

use super::address::{Address, Use};
use super::error::{ErrorPage, Reason};
use super::layout::{self, Frame, Layout, Leave};
use crate::edge::Answer;

/// Sends the form; written so that no field can stand in for the method, as one called `submit` would in `form.submit()`.
const SCRIPT: &str = "HTMLFormElement.prototype.submit.call(document.forms[0])";

/// What lets this script run, and no other (Content Security Policy 3 §2.3.1).
static SCRIPT_SOURCE: LazyLock<String> =
    LazyLock::new(|| format!("sha256-{}", STANDARD.encode(digest(&SHA256, SCRIPT.as_bytes()))));

/// A form that sends itself; without scripts, the user does with its button.
#[derive(Clone, Copy)]
pub struct FormPost<'a> {
    /// Around it; its client is the application that gets the answer.
    pub frame: Frame<'a>,
    /// The redirection URI, which was compared with the registered ones.
    pub redirect_uri: &'a str,
    /// The parameters of the answer.
    pub parameters: &'a [(&'a str, &'a str)],
    /// Identifies the request, for people who run the server.
    pub request_id: &'a str,
}

#[derive(Template)]
#[template(path = "form_post.html")]
struct Page<'a> {
    layout: Layout<'a>,
    content: &'a FormPost<'a>,
    action: Address,
    script: &'static str,
}

impl FormPost<'_> {
    /// 200; 400 and an error page where the redirection URI is one that a browser would run.
    #[must_use]
    pub fn render(&self) -> Answer {
        let Some(action) = Address::checked(self.redirect_uri, Use::Application) else {
            return ErrorPage {
                frame: self.frame,
                status: StatusCode::BAD_REQUEST,
                reason: Reason::BadRequest,
                error: Some("invalid_request"),
                description: Some("redirect_uri must lead to an application"),
                request_id: self.request_id,
                retry_after_seconds: None,
            }
            .render();
        };
        let page = Page { layout: self.frame.layout(), content: self, action, script: SCRIPT };
        let leave = Leave { frames: &[], script: Some(&SCRIPT_SOURCE) };
        layout::answer_with(StatusCode::OK, &page.layout, &page, &leave)
    }
}

//! The page that lets a user choose how to sign in.

use askama::Template;
use http::StatusCode;

use super::address::Address;
use super::layout::{self, Frame, Layout};
use crate::edge::Answer;

/// Lets the user choose one of several methods, each a link.
#[derive(Clone, Copy)]
pub struct ChooseMethod<'a> {
    /// Around it.
    pub frame: Frame<'a>,
    /// Name of each method and where it begins: a place of this server.
    pub methods: &'a [(&'a str, &'a str)],
    /// What ends the login with `access_denied`: a place of this server.
    pub cancel: Option<&'a str>,
    /// Whether the user is with the application again after that. A device is beside them.
    pub goes_back: bool,
}

#[derive(Template)]
#[template(path = "choose_method.html")]
struct Page<'a> {
    layout: Layout<'a>,
    methods: Vec<(&'a str, Address)>,
    cancel: Option<Address>,
    goes_back: bool,
}

impl ChooseMethod<'_> {
    /// 200.
    #[must_use]
    pub fn render(&self) -> Answer {
        let methods = self.methods.iter().filter_map(|(name, href)| Some((*name, Address::own(href)?)));
        let page = Page {
            layout: self.frame.layout(),
            methods: methods.collect(),
            cancel: self.cancel.and_then(Address::own),
            goes_back: self.goes_back,
        };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}

//! The page that lets a user choose how to sign in.

use super::address::Address;
use super::layout::{self, Frame, Layout};
use crate::edge::Answer;
use askama::Template;
use http::StatusCode;

/// Lets the user choose one of several methods, each a link.
#[derive(Clone, Copy)]
pub struct ChooseMethod<'a> {
    /// Around it.
    pub frame: Frame<'a>,
    /// Name of each method and where it begins: a place of this server.
    pub methods: &'a [(&'a str, &'a str)],
    /// What takes the user back to the application with `access_denied`: a place of this server.
    pub cancel: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "choose_method.html")]
struct Page<'a> {
    layout: Layout<'a>,
    methods: Vec<(&'a str, Address)>,
    cancel: Option<Address>,
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
        };
        layout::answer(StatusCode::OK, &page.layout, &page)
    }
}
